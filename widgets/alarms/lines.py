"""What one row of the alarm table can be: an alarm, the head of a place, the alarms of one class there, a point."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from console.alarms import Alarm, OnTest, OutOfService
from console.model import AlarmClass, BuildingId, PointId

Place = tuple[BuildingId | None, int | None]  # building and floor; (None, None) is the open site


@dataclass(frozen=True, slots=True)
class AlarmLine:
    """`is_first`: the first that came in at its place, where several did."""

    alarm: Alarm
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """The head of a place in a flood: every alarm there is counted, the gravest class first."""

    place: Place
    counts: tuple[tuple[AlarmClass, int], ...]
    first_ms: int
    unseen: int

    @property
    def total(self) -> int:
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True)
class FoldLine:
    """Every alarm of one class at one place that need not stand by itself; `kinds`: most frequent first."""

    place: Place
    alarm_class: AlarmClass
    priority: int
    count: int
    kinds: tuple[tuple[str, int], ...]
    unseen: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class PointLine:
    """A detector that is out of service or on test and has no alarm."""

    point: PointId
    duty: OutOfService | OnTest


Line = AlarmLine | PlaceLine | FoldLine | PointLine


def most_frequent(kinds: Counter[str]) -> tuple[tuple[str, int], ...]:
    """The same order whenever the counts are the same."""
    return tuple(sorted(((kind, n) for kind, n in kinds.items() if n), key=lambda one: (-one[1], one[0])))
