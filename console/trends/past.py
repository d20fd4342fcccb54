"""When alarms of a point came before this start: what a plot marks although nobody remembers them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from console.journal import Entry
from console.model import AlarmClass, AlarmId, PointId

STREAM = "alarm/"
RAISED, ACKNOWLEDGED = "AlarmRaised", "AlarmAcknowledged"
KINDS = frozenset({RAISED, ACKNOWLEDGED})


@dataclass(frozen=True, slots=True)
class PastAlarm:
    """One time it came; `acknowledged_ms` None when nobody acknowledged that time."""

    alarm: AlarmId
    alarm_class: AlarmClass
    raised_ms: int
    acknowledged_ms: int | None = None


def past_alarms(entries: Iterable[Entry]) -> dict[PointId, tuple[PastAlarm, ...]]:
    """From the entries of `KINDS`, in order; an acknowledgement belongs to the last time before it."""
    found: dict[str, list[PastAlarm]] = {}
    points: dict[str, PointId] = {}
    for entry in entries:
        came = found.setdefault(entry.stream, [])
        if entry.kind == RAISED:
            points[entry.stream] = PointId(str(entry.data["point"]))
            alarm = AlarmId(entry.stream.removeprefix(STREAM))
            came.append(PastAlarm(alarm, AlarmClass(str(entry.data["alarm_class"])), entry.t_ms))
        elif came and came[-1].acknowledged_ms is None:
            came[-1] = replace(came[-1], acknowledged_ms=entry.t_ms)
    by_point: dict[PointId, tuple[PastAlarm, ...]] = {}
    for stream, point in points.items():
        by_point[point] = (*by_point.get(point, ()), *found[stream])
    return by_point
