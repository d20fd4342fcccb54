"""How fast a value rises or falls: the slope through the samples of a window, and whether that is too fast. Pure.

A rate is told only when the window holds enough samples and they cover at least half of it: two samples a second
apart say nothing about a river. Memory is bounded, however quickly samples come.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from console.config.schema import Limits

RISING, FALLING = ".rising", ".falling"  # companions of a point: how its value moves
KEPT = 60  # samples of a window; quicker ones between them are left out
COVERED = 0.5  # of the window, before a rate is told
BACK = 0.5  # a value that moved too fast is steady again at this part of the limit
MINUTE_MS = 60_000
DIGITS = 6


@dataclass(frozen=True, slots=True)
class Movement:
    """One direction of one rate: `per_min` in the canonical unit of the kind, positive in that direction."""

    suffix: str
    per_min: float
    limit: float

    def is_too_fast(self, already: bool) -> bool:
        """`already`: it was too fast until now."""
        return self.per_min > (self.limit * BACK if already else self.limit)


class Trace:
    """The last samples of one point: those of the window, thinned to `KEPT`."""

    def __init__(self, limits: Limits) -> None:
        self._window_ms = round(limits.rate_s * 1000)
        self._least = limits.rate_samples
        self._samples: deque[tuple[int, float]] = deque(maxlen=KEPT + 2)
        self._told_ms = 0  # device time of the last slope: quicker samples are kept and judged with the next

    def __len__(self) -> int:
        return len(self._samples)

    def add(self, t_ms: int, value: float) -> float | None:
        """The slope per minute with this sample; None while there is too little to say one, the sample is old, or
        one was told a moment ago.
        """
        samples, step_ms = self._samples, self._window_ms // KEPT
        if samples and t_ms <= samples[-1][0]:
            return None
        while samples and samples[0][0] < t_ms - self._window_ms:
            samples.popleft()
        if len(samples) > 1 and samples[-1][0] - samples[-2][0] < step_ms:
            samples.pop()  # the one before stands for it
        samples.append((t_ms, value))
        if len(samples) < self._least or t_ms - samples[0][0] < self._window_ms * COVERED:
            return None
        if 0 <= t_ms - self._told_ms < step_ms:
            return None
        self._told_ms = t_ms
        return round(_slope(samples) * MINUTE_MS, DIGITS)


def is_rated(limits: Limits) -> bool:
    return limits.rise_per_min is not None or limits.fall_per_min is not None


def movements(limits: Limits, per_min: float) -> tuple[Movement, ...]:
    """The directions that have a limit."""
    rise, fall = limits.rise_per_min, limits.fall_per_min
    up = (Movement(RISING, per_min, rise),) if rise is not None else ()
    return (*up, Movement(FALLING, -per_min, fall)) if fall is not None else up


def _slope(samples: deque[tuple[int, float]]) -> float:
    """Least squares through all of them, per millisecond: one wild sample does not make a flood."""
    count, start = len(samples), samples[0][0]
    mean_t = sum(t - start for t, _ in samples) / count
    mean_v = sum(value for _, value in samples) / count
    spread = sum((t - start - mean_t) ** 2 for t, _ in samples)
    return sum((t - start - mean_t) * (value - mean_v) for t, value in samples) / spread
