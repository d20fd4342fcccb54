"""One burst that is a file, sent or heard, and how it stands in the journal. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from console.journal import Entry, Json
from console.model import AlarmId, GroupId, IncidentId
from console.talk_words import Burst, Direction
from console.talking.press import Matter

SENT, HEARD, FILED = "TalkSent", "TalkHeard", "TalkFiled"
KINDS = (SENT, HEARD, FILED)


@dataclass(frozen=True, slots=True)
class KeptBurst:
    """A burst and what it was about."""

    burst: Burst
    matter: Matter

    @property
    def kind(self) -> str:
        return SENT if self.burst.direction is Direction.SENT else HEARD


def is_same_speech(one: Burst, other: Burst) -> bool:
    """Whether two positions kept the same words: one group and half of the shorter at one time."""
    if not set(one.groups) & set(other.groups):
        return False
    begins = max(one.start_ms, other.start_ms)
    ends = min(one.start_ms + one.length_ms, other.start_ms + other.length_ms)
    return 2 * (ends - begins) > min(one.length_ms, other.length_ms)


def data_of(kept: KeptBurst) -> dict[str, Json]:
    """Its `data` in the journal."""
    burst = kept.burst
    return {
        "groups": list(burst.groups), "who": burst.who, "start_ms": burst.start_ms, "length_ms": burst.length_ms,
        "holes": burst.holes, "path": burst.path, "sha256": burst.sha256, "alarm": kept.matter.alarm,
        "incident": kept.matter.incident,
    }  # fmt: skip


def kept_of(entry: Entry) -> KeptBurst:
    """The burst as an entry has it."""
    data: Mapping[str, Json] = entry.data
    groups = data.get("groups")
    burst = Burst(
        Direction.SENT if entry.kind == SENT else Direction.HEARD,
        tuple(GroupId(str(group)) for group in groups) if isinstance(groups, list) else (),
        str(data["who"]), _whole(data, "start_ms"), _whole(data, "length_ms"), _whole(data, "holes"),
        str(data["path"]), str(data["sha256"]),
    )  # fmt: skip
    alarm, incident = data.get("alarm"), data.get("incident")
    matter = Matter(AlarmId(str(alarm)) if alarm else None, IncidentId(str(incident)) if incident else None)
    return KeptBurst(burst, matter)


def _whole(data: Mapping[str, Json], key: str) -> int:
    value = data.get(key)
    return value if isinstance(value, int) else 0
