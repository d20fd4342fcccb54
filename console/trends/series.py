"""What a point measured over a time, as arrays: samples as they came, and steps of equal length. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from console.histories import Flags, Numbers, Series, Times


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """Readings of one point as they came, in order of time; `bad`: the reading had no value that can be used."""

    t_ms: Times
    value: Numbers
    bad: Flags

    def __len__(self) -> int:
        return len(self.t_ms)

    def between(self, start_ms: int, end_ms: int) -> Samples:
        """Those from `start_ms` to `end_ms`, and the one before, so that a line comes in from the edge."""
        first = max(0, int(np.searchsorted(self.t_ms, start_ms)) - 1)
        return self.part(first, int(np.searchsorted(self.t_ms, end_ms, side="right")))

    def within(self, start_ms: int, end_ms: int) -> Samples:
        """Those from `start_ms` to `end_ms` and no other."""
        first, last = np.searchsorted(self.t_ms, [start_ms, end_ms + 1])
        return self.part(int(first), int(last))

    def part(self, first: int, last: int) -> Samples:
        return Samples(self.t_ms[first:last], self.value[first:last], self.bad[first:last])


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """Samples gathered in steps of `step_ms`; empty steps are left out. `n` counts the values in each, bad ones not."""

    step_ms: int
    t_ms: Times  # beginning of each step, a multiple of step_ms
    low: Numbers
    high: Numbers
    mean: Numbers
    n: NDArray[np.int64]
    bad: Flags  # some of it was bad

    def __len__(self) -> int:
        return len(self.t_ms)

    def between(self, start_ms: int, end_ms: int) -> Steps:
        """Those that touch the time from `start_ms` to `end_ms`, and the one before."""
        first = max(0, int(np.searchsorted(self.t_ms, start_ms, side="right")) - 2)
        return self.part(slice(first, int(np.searchsorted(self.t_ms, end_ms, side="right"))))

    def within(self, start_ms: int, end_ms: int) -> Steps:
        """Those that begin from `start_ms` to `end_ms` and no other."""
        first, last = np.searchsorted(self.t_ms, [start_ms, end_ms + 1])
        return self.part(slice(int(first), int(last)))

    def in_order(self) -> Steps:
        """In order of time."""
        if (np.diff(self.t_ms) >= 0).all():
            return self
        return self.part(np.argsort(self.t_ms, kind="stable"))

    def part(self, which: slice | NDArray[np.int64]) -> Steps:
        return Steps(
            self.step_ms, self.t_ms[which], self.low[which], self.high[which], self.mean[which], self.n[which],
            self.bad[which],
        )  # fmt: skip


def samples(t_ms: Sequence[int], value: Sequence[float], bad: Sequence[bool] | None = None) -> Samples:
    """From plain sequences in order of time."""
    flags = np.zeros(len(t_ms), np.bool_) if bad is None else np.array(bad, np.bool_)
    return Samples(np.array(t_ms, np.int64), np.array(value, np.float64), flags)


NO_SAMPLES = samples((), ())


def no_steps(step_ms: int) -> Steps:
    nothing = np.zeros(0, np.float64)
    whole = np.zeros(0, np.int64)
    return Steps(step_ms, whole, nothing, nothing, nothing, whole, np.zeros(0, np.bool_))


def merged(parts: Sequence[Samples]) -> Samples:
    """All of them in order of time; a reading that came twice, at the same moment with the same value, is kept once."""
    full = [part for part in parts if len(part)]
    if not full:
        return NO_SAMPLES
    t_ms = np.concatenate([part.t_ms for part in full])
    value = np.concatenate([part.value for part in full])
    bad = np.concatenate([part.bad for part in full])
    if (t_ms[1:] <= t_ms[:-1]).any():
        order = np.lexsort((bad, value, t_ms))
        t_ms, value, bad = t_ms[order], value[order], bad[order]
        same = (value[1:] == value[:-1]) | (np.isnan(value[1:]) & np.isnan(value[:-1]))
        keep = np.concatenate(([True], (t_ms[1:] != t_ms[:-1]) | ~same | (bad[1:] != bad[:-1])))
        t_ms, value, bad = t_ms[keep], value[keep], bad[keep]
    return Samples(t_ms, value, bad)


def in_a_row(step_ms: int, parts: Sequence[Steps]) -> Steps:
    """Parts that follow each other, as one."""
    full = [part for part in parts if len(part)]
    if not full:
        return no_steps(step_ms)
    return Steps(
        step_ms, np.concatenate([part.t_ms for part in full]), np.concatenate([part.low for part in full]),
        np.concatenate([part.high for part in full]), np.concatenate([part.mean for part in full]),
        np.concatenate([part.n for part in full]), np.concatenate([part.bad for part in full]),
    )  # fmt: skip


def continued(older: Series, newer: Series) -> Series:
    """The older series up to where the newer one begins, then the newer: an answer from the disk kept up to date."""
    upto = int(np.searchsorted(older.t_ms, newer.t_ms[0])) if len(newer) else len(older)
    return Series(
        older.point, older.start_ms, max(older.end_ms, newer.end_ms), max(older.step_ms, newer.step_ms),
        np.concatenate([older.t_ms[:upto], newer.t_ms]), np.concatenate([older.low[:upto], newer.low]),
        np.concatenate([older.high[:upto], newer.high]), np.concatenate([older.mean[:upto], newer.mean]),
        np.concatenate([older.bad[:upto], newer.bad]),
    )  # fmt: skip
