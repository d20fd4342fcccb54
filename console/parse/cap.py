"""CAP 1.2 warnings: what kind from the event's words, how severe from its element; Cancel and expiry end them.

| fact | what the console does |
|---|---|
| `status` Actual, Exercise, System, Test, Draft | only Actual is live, whatever the msgType |
| `msgType` Alert, Update, Cancel, Ack, Error | the first three count |
| Update and Cancel name in `references` (`sender,id,sent …`) what they replace | those warnings end |
| several warnings of one kind may stand at once | the point is normal when the last of them has ended |
| `expires` | ends the warning, with the next message of any source |
| `responseType` AllClear, `urgency` Past | ends as well |
| the four colours are in the words of the event, not in `severity` | value: severity; label: headline, else the event |
| several `info` for several languages | the first one is read |
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from xml.etree.ElementTree import Element

from console.model import Message, State
from console.parse import markup
from console.parse.moment import iso
from console.parse.reader import Reader
from console.parse.register import Register
from console.parse.rejects import MessageRefused, Reject
from console.parse.statement import LONGEST_TEXT, Speaker, Statement

KINDS = (
    ("暴雨", "rain_warning"), ("rain", "rain_warning"), ("台风", "wind_warning"), ("大风", "wind_warning"),
    ("颱風", "wind_warning"), ("強風", "wind_warning"), ("豪雨", "rain_warning"), ("大雨", "rain_warning"),
    ("wind", "wind_warning"), ("typhoon", "wind_warning"), ("高温", "heat_warning"), ("高溫", "heat_warning"),
    ("heat", "heat_warning"), ("洪", "flood_warning"), ("flood", "flood_warning"),
)  # fmt: skip
LIVE = ("Alert", "Update", "Cancel")
MOST_STANDING = 500  # warnings of one kind by one sender
MOST_SENDERS = 200  # that are none of the site's, and kinds of each
LONGEST_MS = 14 * 86_400_000  # a warning without an end


@dataclass(frozen=True, slots=True)
class Standing:
    """A warning that was not taken back."""

    value: str | None
    label: str
    until_ms: int


class Cap(Reader):
    """The sender is the device."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        source = self.source.name
        # (sender, kind) → identifier → warning
        self.standing: Register[tuple[str, str], dict[str, Standing]] = self.directory.register(
            MOST_SENDERS, lambda key: (source, key[0])
        )

    def read(self, message: Message) -> list[Statement]:
        alert = markup.element(message.payload, self.source)
        sender = markup.said(alert, "sender")
        if alert.tag != "alert" or not sender:
            raise MessageRefused(Reject.WRONG_TYPE, "no CAP alert with a sender")
        at_ms = iso(markup.said(alert, "sent"), self.local)
        event = markup.said(alert, "info/event")
        label = markup.said(alert, "info/headline") or event
        speaker = Speaker(sender, at_ms, markup.said(alert, "identifier"), label, clock_fault=at_ms is None)
        status, what = markup.said(alert, "status"), markup.said(alert, "msgType")
        kind = _kind(event) if event or what != "Cancel" else self._kind_of(sender, alert)
        if status != "Actual" or what not in LIVE:
            return [speaker.ignored(f"{status}_{what}".lower()[:80], kind)]
        ended = self._end(sender, kind, alert, message)
        if what != "Cancel" and not _is_over(alert):
            self._begin(speaker, kind, alert, message)
        said = self._stands(speaker, kind, message.received_ms)
        return [said, *(self._stands(speaker, other, message.received_ms) for other in ended if other != kind)]

    def _kind_of(self, sender: str, alert: Element) -> str:
        """The kind of what a bare Cancel refers to."""
        names = _references(alert)
        kinds = [kind for (who, kind), known in self.standing.items() if who == sender and not names.isdisjoint(known)]
        return kinds[0] if kinds else "weather_warning"

    def _end(self, sender: str, kind: str, alert: Element, message: Message) -> list[str]:
        """Take back what is referred to and what is over; the kinds of the former."""
        names, kinds = _references(alert), []
        for (who, other), known in list(self.standing.items()):
            if who != sender:
                continue
            if not names.isdisjoint(known):
                kinds.append(other)
            for name in [each for each in known if each in names or known[each].until_ms <= message.received_ms]:
                del known[name]
        if not names and markup.said(alert, "msgType") == "Cancel":  # it names nothing: it can only mean all of these
            self.standing.drop((sender, kind))
        return kinds

    def _begin(self, speaker: Speaker, kind: str, alert: Element, message: Message) -> None:
        expires_ms = iso(markup.said(alert, "info/expires"), self.local)
        until_ms = min(expires_ms or message.received_ms + LONGEST_MS, message.received_ms + LONGEST_MS)
        if until_ms <= message.received_ms:
            return
        known = self.standing.get((speaker.device, kind), {})
        self.standing.keep((speaker.device, kind), known)
        name = speaker.sequence[:LONGEST_TEXT]
        known.pop(name, None)
        if len(known) >= MOST_STANDING:
            del known[next(iter(known))]
        known[name] = Standing(
            markup.said(alert, "info/severity")[:LONGEST_TEXT] or None, speaker.label[:LONGEST_TEXT], until_ms
        )

    def _stands(self, speaker: Speaker, kind: str, now_ms: int) -> Statement:
        """What the warnings of a kind say together: the newest of them, as long as any stands."""
        known = self.standing.get((speaker.device, kind))
        if not known:
            return speaker.say(kind, State.NORMAL)
        newest = next(reversed(known.values()))
        lasts_ms = max(each.until_ms for each in known.values()) - now_ms
        return replace(
            speaker.say(kind, State.ALARM, newest.value), label=newest.label, lasts_ms=lasts_ms, ends_alone=True
        )


def _kind(event: str) -> str:
    return next((kind for word, kind in KINDS if word in event.lower()), "weather_warning")


def _is_over(alert: Element) -> bool:
    return markup.said(alert, "info/responseType") == "AllClear" or markup.said(alert, "info/urgency") == "Past"


def _references(alert: Element) -> set[str]:
    """The identifiers of `sender,identifier,sent`, any number of them with blanks between."""
    triples = (each.split(",") for each in markup.said(alert, "references").split())
    return {parts[1][:LONGEST_TEXT] for parts in triples if len(parts) > 1}
