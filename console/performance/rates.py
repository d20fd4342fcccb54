"""How often the room was called: counts per ten minutes, the worst of each day, and floods. Pure."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

INTERVAL_MS = 600_000  # ten minutes
DAY_MS = 86_400_000
FLOOD_STARTS_ABOVE, FLOOD_ENDS_BELOW = 10, 5  # calls in ten minutes


class Grade(StrEnum):
    """How well people can live with the mean and the peak rate (EEMUA 191; thresholds `STEPS`)."""

    ROBUST = "robust"
    STABLE = "stable"
    REACTIVE = "reactive"
    OVERLOADED = "overloaded"


STEPS = ((1.0, 10.0, Grade.ROBUST), (5.0, 50.0, Grade.STABLE), (10.0, 100.0, Grade.REACTIVE))  # mean, peak: below


@dataclass(frozen=True, slots=True)
class Flood:
    """More than ten calls in ten minutes, until fewer than five; `end_ms` None: it goes on."""

    start_ms: int
    end_ms: int | None
    calls: int


@dataclass(frozen=True, slots=True)
class Rates:
    """Calls in each ten minutes from `start_ms` on; the last interval may be shorter.

    `mean` per ten minutes, `peak` the worst ten minutes, `upset` the worst ten minutes of each day, averaged.
    """

    start_ms: int
    end_ms: int
    counts: tuple[int, ...]
    mean: float
    peak: int
    peak_ms: int
    upset: float
    floods: tuple[Flood, ...]
    flood_share: float  # 0…1 of the time

    @property
    def grade(self) -> Grade:
        """The worse of what mean and peak say."""
        return next((grade for mean, peak, grade in STEPS if self.mean < mean and self.peak < peak), Grade.OVERLOADED)


def rates(calls: Sequence[int], start_ms: int, end_ms: int) -> Rates:
    """`calls`: when the room was called, ascending, epoch ms; those outside the time are left out."""
    inside = [t_ms for t_ms in calls if start_ms <= t_ms < end_ms]
    length = max(1, end_ms - start_ms)
    counts = [0] * -(-length // INTERVAL_MS)
    for t_ms in inside:
        counts[(t_ms - start_ms) // INTERVAL_MS] += 1
    peak = max(counts)
    found = floods(inside, end_ms)
    flooded = sum((end_ms if one.end_ms is None else one.end_ms) - one.start_ms for one in found)
    return Rates(
        start_ms, end_ms, tuple(counts), len(inside) * INTERVAL_MS / length, peak,
        start_ms + counts.index(peak) * INTERVAL_MS, _upset(counts), found, flooded / length,
    )  # fmt: skip


def _upset(counts: Sequence[int]) -> float:
    a_day = DAY_MS // INTERVAL_MS
    worst = [max(counts[first : first + a_day]) for first in range(0, len(counts), a_day)]
    return sum(worst) / len(worst)


def floods(calls: Sequence[int], end_ms: int) -> tuple[Flood, ...]:
    """Each flood among calls in ascending order; any ten minutes count, not only those that begin on the clock."""
    found: list[Flood] = []
    recent: deque[int] = deque()
    start_ms: int | None = None
    total = 0
    for t_ms in [*calls, end_ms]:
        while recent and recent[0] + INTERVAL_MS <= t_ms:
            over_ms = recent.popleft() + INTERVAL_MS
            if start_ms is not None and len(recent) < FLOOD_ENDS_BELOW:
                found.append(Flood(start_ms, over_ms, total))
                start_ms = None
        if t_ms == end_ms:
            break
        recent.append(t_ms)
        total += 1
        if start_ms is None and len(recent) > FLOOD_STARTS_ABOVE:
            start_ms, total = t_ms, len(recent)
    if start_ms is not None:
        found.append(Flood(start_ms, None, total))
    return tuple(found)
