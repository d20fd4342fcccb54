"""Where the lines of an axis stand and what is written at them: round values, round local times. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from widgets.trends.span import DAY, HOUR, MINUTE

SECOND = 1_000
TIME_STEPS = (
    SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 15 * SECOND, 30 * SECOND,
    MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE,
    HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 5 * DAY, 10 * DAY, 30 * DAY,
)  # fmt: skip
ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
MARGIN = 0.06  # of the height, above and below what is shown
FLAT = 0.05  # a value that never changes gets so much room, as a share of itself


@dataclass(frozen=True, slots=True)
class Tick:
    """`at` in epoch ms or in the unit of the values."""

    at: float
    text: str


def times(start_ms: int, end_ms: int, zone: ZoneInfo, most: int) -> tuple[Tick, ...]:
    """At most `most` round times of the site; a new day is written as its date."""
    least = (end_ms - start_ms) / max(1, most)
    step = next((one for one in TIME_STEPS if one >= least), TIME_STEPS[-1])
    offset = datetime.fromtimestamp(start_ms / 1000, zone).utcoffset()
    shift = round(offset.total_seconds() * 1000) if offset is not None else 0
    first = -(-(start_ms + shift) // step) * step - shift
    return tuple(Tick(at, _time(at, step, zone)) for at in range(first, end_ms + 1, step))


def _time(at_ms: int, step: int, zone: ZoneInfo) -> str:
    at = datetime.fromtimestamp(at_ms / 1000, zone)
    if step >= DAY or (at.hour, at.minute, at.second) == (0, 0, 0):
        return at.strftime("%m-%d")
    return at.strftime("%H:%M:%S" if step < MINUTE else "%H:%M")


@dataclass(frozen=True, slots=True)
class Scale:
    """The values of one plot from bottom to top, with its lines."""

    low: float
    high: float
    ticks: tuple[Tick, ...] = ()

    def share(self, value: float) -> float:
        """0 at the bottom, 1 at the top."""
        return (value - self.low) / (self.high - self.low)


def scale(values: Sequence[float], most: int) -> Scale:
    """A scale that shows all of these values with at most `most` round lines; of nothing it is 0 to 1."""
    shown = [value for value in values if math.isfinite(value)] or [0.0, 1.0]
    low, high = min(shown), max(shown)
    room = (high - low) * MARGIN or max(abs(low) * FLAT, 0.01)
    low, high = low - room, high + room
    step = _round_step((high - low) / max(1, most))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    digits = max(0, -math.floor(math.log10(step) + 1e-9)) + (1 if _is_quarter(step) else 0)
    return Scale(low, high, tuple(Tick(n * step, f"{n * step:.{digits}f}") for n in range(first, last + 1)))


def _round_step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * each for each in ROUND if power * each >= least * (1 - 1e-9))


def _is_quarter(step: float) -> bool:
    """Whether it is a 2.5: that needs a digit more."""
    return math.isclose(step / 10.0 ** math.floor(math.log10(step) + 1e-9), 2.5)


def figure(value: float) -> str:
    """A value as it is read: four digits, no more."""
    if not math.isfinite(value):
        return "–"
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    text = f"{value:.{digits}f}"
    return text.rstrip("0").rstrip(".") if digits and float(text) == round(float(text)) else text
