"""From many samples to as few as there are pixels: steps with lowest, highest and mean value, and gaps kept. Pure."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from console.histories import Series, Times
from console.model import PointId
from console.trends.series import Samples, Steps, no_steps

SECOND, MINUTE, HOUR, DAY = 1_000, 60_000, 3_600_000, 86_400_000
NICE_MS = (
    100, 200, 500, *(n * SECOND for n in (1, 2, 5, 10, 15, 30)), *(n * MINUTE for n in (1, 2, 5, 10, 15, 30)),
    *(n * HOUR for n in (1, 2, 3, 6, 12)), *(n * DAY for n in (1, 2, 5, 10, 30)),
)  # fmt: skip
GAP_PERIODS = 5  # a point that is silent for so many of its usual periods has left a gap
USUAL = 2_000  # values by which it is judged, the newest
LEAST_GAP_MS, LONGEST_GAP_MS = 15 * SECOND, 26 * HOUR  # battery devices report once a day


def nice_step_ms(span_ms: int, most: int) -> int:
    """The shortest usual step of which at most `most` cover the span; usual, so that steps stay while time runs."""
    wanted = span_ms / max(1, most)
    return next((step for step in NICE_MS if step >= wanted), NICE_MS[-1] * -(-int(wanted) // NICE_MS[-1]))


def steps_of(samples: Samples, step_ms: int) -> Steps:
    """Samples gathered in steps; one with nothing but bad samples has NaN and n = 0."""
    if not len(samples):
        return no_steps(step_ms)
    n = (~np.isnan(samples.value)).astype(np.int64)
    return _gathered(
        step_ms, samples.t_ms, (samples.value, samples.value, np.where(n, samples.value, 0.0)), n, samples.bad
    )


def coarser(steps: Steps, step_ms: int) -> Steps:
    """Steps gathered in longer ones; also joins steps of the same time that were gathered apart."""
    if not len(steps):
        return no_steps(step_ms)
    if step_ms == steps.step_ms and (np.diff(steps.t_ms) > 0).all():
        return steps
    sums = np.where(steps.n, steps.mean, 0.0) * steps.n.astype(np.float64)
    return _gathered(step_ms, steps.t_ms, (steps.low, steps.high, sums), steps.n, steps.bad)


def _gathered(
    step_ms: int,
    t_ms: Times,
    values: tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]],
    n: NDArray[np.int64],
    bad: NDArray[np.bool_],
) -> Steps:
    """`values`: lowest, highest and sum of each; `t_ms` ascending."""
    low, high, sums = values
    number = t_ms // step_ms
    first = np.flatnonzero(np.concatenate(([True], number[1:] != number[:-1])))
    count = np.add.reduceat(n, first)
    total = np.add.reduceat(sums, first)
    mean = np.divide(total, count, out=np.full(len(first), np.nan), where=count > 0)
    return Steps(
        step_ms, number[first] * step_ms, np.fmin.reduceat(low, first), np.fmax.reduceat(high, first), mean, count,
        np.logical_or.reduceat(bad, first),
    )  # fmt: skip


def drawn(point: PointId, start_ms: int, end_ms: int, found: Samples | Steps, most: int) -> Series:
    """At most about `most` values to draw: samples as they are when they are few enough, else steps."""
    gap_ms = gap_after_ms(found)
    step_ms = 0
    if len(found) > most:
        step_ms = nice_step_ms(end_ms - start_ms, most)
        if isinstance(found, Samples):
            found = steps_of(found, step_ms)
        elif step_ms > found.step_ms:
            found = coarser(found, step_ms)
    if isinstance(found, Samples):
        series = Series(point, start_ms, end_ms, 0, found.t_ms, found.value, found.value, found.value, found.bad)
    else:
        series = Series(
            point, start_ms, end_ms, found.step_ms, found.t_ms, found.low, found.high, found.mean, found.bad
        )
    return with_gaps(series, max(gap_ms, 3 * series.step_ms // 2))


def gap_after_ms(found: Samples | Steps) -> int:
    """Silence longer than this is a gap, judged by how often the point usually speaks."""
    if len(found) < 2:
        return LONGEST_GAP_MS
    period = float(np.median(np.diff(found.t_ms[-USUAL:])))
    if isinstance(found, Steps):
        if period <= found.step_ms:
            period = found.step_ms / max(1.0, float(np.median(found.n[-USUAL:])))
        return int(min(LONGEST_GAP_MS, max(LEAST_GAP_MS, GAP_PERIODS * period, 3 * found.step_ms // 2)))
    return int(min(LONGEST_GAP_MS, max(LEAST_GAP_MS, GAP_PERIODS * period)))


def with_gaps(series: Series, gap_ms: int) -> Series:
    """A NaN behind the last value before each silence longer than `gap_ms`."""
    before = np.flatnonzero(np.diff(series.t_ms) > gap_ms)
    if not len(before):
        return series
    at = before + 1
    t_ms = np.insert(series.t_ms, at, series.t_ms[before] + max(1, series.step_ms))
    low, high, mean = (np.insert(values, at, np.nan) for values in (series.low, series.high, series.mean))
    bad = np.insert(series.bad, at, False)
    return Series(series.point, series.start_ms, series.end_ms, series.step_ms, t_ms, low, high, mean, bad)
