"""What of a series becomes a line, a dashed line, an envelope or a gap: arrays in, arrays out. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from console.histories import Flags, Numbers, Series

GAP_PERIODS = 5  # as the desk of the trends has it: silence of so many usual periods
LEAST_GAP_MS, LONGEST_GAP_MS = 15_000, 26 * 3_600_000


@dataclass(frozen=True, slots=True)
class Gap:
    """A time of which nothing is known; epoch ms."""

    start_ms: int
    end_ms: int

    @property
    def length_ms(self) -> int:
        return self.end_ms - self.start_ms


@dataclass(frozen=True, slots=True, eq=False)
class Strokes:
    """`x` in epoch ms; `good` and `doubtful` are NaN where the other one is drawn, both are in a gap."""

    x: Numbers
    good: Numbers
    doubtful: Numbers


def strokes(series: Series) -> Strokes:
    """The lines of a series; a reading without a usable value keeps the last one, dashed."""
    doubtful = series.bad
    known = np.where(series.bad, _held(series.mean), series.mean)
    near = doubtful.copy()
    near[:-1] |= doubtful[1:]
    near[1:] |= doubtful[:-1]
    return Strokes(middles(series), np.where(doubtful, np.nan, known), np.where(near, known, np.nan))


def middles(series: Series) -> Numbers:
    """The moment each value is drawn at, epoch ms: the middle of its step."""
    return series.t_ms.astype(np.float64) + np.float64(series.step_ms / 2)


def _held(values: Numbers) -> Numbers:
    """Every NaN takes the value before it."""
    if not len(values):
        return values
    at = np.where(np.isnan(values), 0, np.arange(len(values)))
    return np.asarray(values[np.maximum.accumulate(at)], np.float64)


def runs(present: Flags) -> Iterator[tuple[int, int]]:
    """First and last-but-one index of each unbroken piece."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], present, [False])).astype(np.int8)))
    for first, last in edges.reshape(-1, 2):
        yield int(first), int(last)


def usual_silence_ms(series: Series) -> int:
    """Silence longer than this is a gap, judged by how often the point speaks in this series."""
    if len(series) < 2:
        return LONGEST_GAP_MS
    period = float(np.median(np.diff(series.t_ms)))
    return int(min(LONGEST_GAP_MS, max(LEAST_GAP_MS, GAP_PERIODS * period)))


def gaps(series: Series, start_ms: int, end_ms: int) -> tuple[Gap, ...]:
    """The gaps of this stretch of time: before the first value, where the series is broken, after the last one.

    What the series does not reach is not known: an answer may be on its way.
    """
    start_ms, end_ms = max(start_ms, series.start_ms), min(end_ms, series.end_ms)
    if not len(series):
        return (Gap(start_ms, end_ms),) if end_ms > start_ms else ()
    found: list[Gap] = []
    silence, first, last = usual_silence_ms(series), int(series.t_ms[0]), int(series.t_ms[-1]) + series.step_ms
    if first - start_ms > silence:
        found.append(Gap(start_ms, first))
    begins = np.flatnonzero(np.isnan(series.mean) & ~series.bad)
    for at in begins:
        ends = int(series.t_ms[at + 1]) if at + 1 < len(series) else end_ms
        found.append(Gap(int(series.t_ms[at]), ends))
    if end_ms - last > silence and not (len(begins) and begins[-1] == len(series) - 1):
        found.append(Gap(last, end_ms))
    shown = (Gap(max(start_ms, gap.start_ms), min(end_ms, gap.end_ms)) for gap in found)
    return tuple(gap for gap in shown if gap.length_ms > 0)


def extremes(series: Series, start_ms: int, end_ms: int) -> tuple[float, ...]:
    """Lowest and highest value of this stretch of time; nothing where there is none."""
    inside = (series.t_ms + series.step_ms >= start_ms) & (series.t_ms <= end_ms) & ~np.isnan(series.low)
    if not inside.any():
        return ()
    return float(series.low[inside].min()), float(series.high[inside].max())


@dataclass(frozen=True, slots=True)
class Value:
    """What a series says at a moment; a bad one is the last that could be used."""

    at_ms: float
    value: float
    bad: bool


def value_at(series: Series, at_ms: float) -> Value | None:
    """The nearest value; None in a gap and where there is none."""
    if not len(series):
        return None
    x = middles(series)
    right = int(np.searchsorted(x, at_ms))
    near = [i for i in (right - 1, right) if 0 <= i < len(series)]
    at = min(near, key=lambda i: abs(float(x[i]) - at_ms))
    value = float(_held(series.mean)[at] if series.bad[at] else series.mean[at])
    if np.isnan(value) or abs(float(x[at]) - at_ms) > usual_silence_ms(series):
        return None
    return Value(float(x[at]), value, bool(series.bad[at]))
