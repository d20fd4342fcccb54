"""Frigate: tracked objects (`BASE/events`) and reviews as hazards seen by a camera; counts and pictures are ignored.

| fact | what the console does |
|---|---|
| `events`: type new, update, end; `before` and `after` | `after` counts |
| `entered_zones` never shrinks, `current_zones` does | present while it is in a zone of the option `zone` now |
| `sub_label` may be a text or `["x", 0.5]` | either |
| `false_positive`, another label than the option `labels` | ignored |
| several objects at once | normal when the last of them has left |
| `start_time`, `frame_time`, `end_time` are seconds | the option `dwell_s` counts from the start |
| `reviews`: severity detection or alert | alerts only |
| `available` online, offline, stopped | all cameras of this Frigate |
| `CAMERA/LABEL/snapshot` is a JPEG | never subscribed |
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from console.model import Message, State
from console.parse import envelope
from console.parse.envelope import Json
from console.parse.moment import epoch
from console.parse.reader import Place, Reader
from console.parse.register import Register
from console.parse.rejects import MessageRefused, Reject
from console.parse.seen import kind_seen, option_words
from console.parse.statement import LONGEST_TEXT, Speaker, Statement
from console.parse.values import number, truth

MOST_STRANGERS = 200  # cameras that are none of the site's, and kinds of each


@dataclass(slots=True)
class Presence:
    """Which objects are in their zone now, and since when: (camera, kind) → object → epoch milliseconds."""

    objects: Register[tuple[str, str], dict[str, int]]
    most_objects: int = 1_000

    def of(self, camera: str, kind: str) -> dict[str, int]:
        found = self.objects.get((camera, kind))
        if found is None:
            found = {}
        self.objects.keep((camera, kind), found)
        if len(found) >= self.most_objects:  # a Frigate that never tells an end
            del found[next(iter(found))]
        return found


class Frigate(Reader):
    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        source = self.source.name
        self.presence = Presence(self.directory.register(MOST_STRANGERS, lambda key: (source, key[0])))

    def subscriptions(self) -> tuple[str, ...]:
        return tuple(f"{self.base}/{name}" for name in ("events", "reviews", "available"))  # never #: it brings JPEGs

    def place(self, topic: str) -> Place:
        return Place(self.base) if topic == f"{self.base}/available" else Place()

    def read(self, message: Message) -> list[Statement]:
        rest = message.topic.removeprefix(f"{self.base}/")
        if rest == "available":
            body = envelope.text(message.payload, self.source).strip()
            return [Speaker(self.base).availability(truth(body, ("online",), ("offline", "stopped")), reach="*")]
        if rest not in ("events", "reviews"):
            return [Speaker(rest.partition("/")[0]).ignored("not_an_event")]
        data = envelope.table(message.payload, self.source)
        after = data.get("after")
        if not isinstance(after, dict) or not isinstance(camera := after.get("camera"), str) or not camera:
            raise MessageRefused(Reject.WRONG_TYPE, "an event without a camera")
        ended = data.get("type") == "end" or after.get("end_time") is not None
        return [self._event(camera, after, ended) if rest == "events" else self._review(camera, after, ended)]

    def _event(self, camera: str, after: Mapping[str, Json], ended: bool) -> Statement:
        frame_ms = epoch(after.get("end_time") if ended else after.get("frame_time"), 1)
        labels = {str(after.get("label", "")), _sub_label(after.get("sub_label"))}
        zones = after.get("current_zones")
        zones_now = {str(zone) for zone in zones} if isinstance(zones, list) else set()
        wanted = option_words(self.source, "labels")
        speaker = Speaker(camera, frame_ms, f"{after.get('id', '')}"[:LONGEST_TEXT])
        kind = kind_seen([*labels, *option_words(self.source, "zone"), *zones_now, *wanted], self.source)
        if not kind or after.get("false_positive") is True or (wanted and not labels & set(wanted)):
            return speaker.ignored("not_wanted", kind)
        zone = option_words(self.source, "zone")
        inside = not ended and (not zone or bool(zones_now & set(zone)))
        return self._presence(speaker, kind, inside, after, frame_ms or 0)

    def _presence(
        self, speaker: Speaker, kind: str, inside: bool, after: Mapping[str, Json], frame_ms: int
    ) -> Statement:
        """Present while any object is in the zone long enough; normal when the last one is gone."""
        objects = self.presence.of(speaker.device, kind)
        if not inside:
            objects.pop(speaker.sequence, None)
        else:
            objects.setdefault(speaker.sequence, _since(after, frame_ms))
        dwell_ms = (number(self.source.options.get("dwell_s", 0)) or 0) * 1000
        if any(frame_ms - since >= dwell_ms for since in objects.values()):
            return speaker.say(kind, State.ALARM, True)
        return Speaker(speaker.device, speaker.at_ms).say(kind, State.NORMAL, False)

    def _review(self, camera: str, after: Mapping[str, Json], ended: bool) -> Statement:
        """A review is a stretch of time with something in it; only alerts count."""
        data = after.get("data")
        listed = data if isinstance(data, dict) else {}
        words = [str(word) for key in ("objects", "zones", "sub_labels") for word in _list(listed.get(key))]
        at_ms = epoch(after.get("end_time") if ended else after.get("start_time"), 1)
        speaker = Speaker(camera, at_ms, str(after.get("id", "")))
        kind = kind_seen([*words, *option_words(self.source, "zone")], self.source)
        zone, labels = option_words(self.source, "zone"), option_words(self.source, "labels")
        wanted = (not zone or set(zone) & set(words)) and (not labels or set(labels) & set(words))
        if not kind or not wanted or after.get("severity") != "alert":
            return speaker.ignored("not_wanted", kind)
        return speaker.flag(kind, not ended)


def _since(after: Mapping[str, Json], frame_ms: int) -> int:
    start_ms = epoch(after.get("start_time"), 1)
    return frame_ms if start_ms is None else start_ms


def _sub_label(value: Json) -> str:
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, str) else ""


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
