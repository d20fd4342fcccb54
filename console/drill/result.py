"""What a drill showed, one row for each incident and alarm: from the alarm to the first unit on scene. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import cast

from console.journal import Json
from console.model import AlarmId, IncidentId


@dataclass(frozen=True, slots=True)
class ClockResult:
    """A response clock; `took_ms` None: what it waited for never happened."""

    name: str
    limit_ms: int
    took_ms: int | None
    breached: bool


@dataclass(frozen=True, slots=True)
class ResultRow:
    """Times are ms since the alarm was raised, None: it never happened. Without an incident nothing was sent."""

    alarm: AlarmId
    incident: IncidentId
    place: str
    raised_ms: int  # epoch
    seen: int | None = None
    acknowledged: int | None = None
    dispatched: int | None = None
    accepted: int | None = None
    on_scene: int | None = None
    clocks: tuple[ClockResult, ...] = ()


STEPS = {  # what happened, as the timeline tells it: kind, code
    "seen": ("CameraShown", ""),
    "acknowledged": ("AlarmAcknowledged", ""),
    "dispatched": ("UnitOrdered", ""),
    "accepted": ("UnitReported", "accepted"),
    "on_scene": ("UnitReported", "on_scene"),
}


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of a timeline, as far as it counts here."""

    t_ms: int
    kind: str
    code: str
    alarm: AlarmId | None


def row_of(blank: ResultRow, happened: Iterable[Happened]) -> ResultRow:
    """Fill in when each step was first taken: looking and acknowledging for that alarm, the others for its incident."""
    first: dict[str, int] = {}
    for line in sorted(happened, key=lambda each: each.t_ms):
        for step, (kind, code) in STEPS.items():
            is_meant = line.kind == kind and code in {"", line.code} and line.alarm in {None, blank.alarm}
            if is_meant and line.t_ms >= blank.raised_ms:
                first.setdefault(step, line.t_ms - blank.raised_ms)
    return replace(
        blank, seen=first.get("seen"), acknowledged=first.get("acknowledged"), dispatched=first.get("dispatched"),
        accepted=first.get("accepted"), on_scene=first.get("on_scene"),
    )  # fmt: skip


def to_json(rows: Iterable[ResultRow]) -> list[Json]:
    """As the journal keeps them."""
    return [cast("Json", asdict(row) | {"clocks": [asdict(clock) for clock in row.clocks]}) for row in rows]
