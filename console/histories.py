"""The seam to the history of what was measured: what is kept, what is asked of it and what it answers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from console.model import PointId

Times = NDArray[np.int64]  # epoch ms UTC, ascending
Numbers = NDArray[np.float64]  # in the point's canonical unit; NaN = no value
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Measured:
    """One sample; `value` NaN and `is_bad`: the reading had no value that can be used. Flags are 0 and 1."""

    point: PointId
    t_ms: int
    value: float
    is_bad: bool = False
    unit: str | None = None
    is_flag: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """What is drawn of a point: arrays of equal length, in order of time.

    With `step_ms` 0 they are the samples themselves (low, high and mean are the same), else each stands for
    `step_ms` from its time on. NaN: a gap starts here, or, where `bad`, a reading without a usable value.
    """

    point: PointId
    start_ms: int
    end_ms: int
    step_ms: int
    t_ms: Times
    low: Numbers
    high: Numbers
    mean: Numbers
    bad: Flags

    def __len__(self) -> int:
        return len(self.t_ms)


@dataclass(frozen=True, slots=True)
class HistoryRequest:
    """What a point measured from `start_ms` to `end_ms`, in about `most` values."""

    ask: int
    point: PointId
    start_ms: int
    end_ms: int
    most: int


@dataclass(frozen=True, slots=True)
class SeriesRead:
    """Posted by a History: the answer to a request."""

    ask: int
    series: Series


@dataclass(frozen=True, slots=True)
class HistoryTrouble:
    """Posted by a History: it cannot answer this request. `reason` is a code."""

    ask: int
    reason: str


HISTORY_WORDS = (SeriesRead, HistoryTrouble)
