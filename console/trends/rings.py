"""The newest samples of every point in memory, at the rate they came, within a budget of bytes. Desk thread."""

from __future__ import annotations

import numpy as np

from console.histories import Flags, Measured, Numbers, Times
from console.model import PointId
from console.trends.series import NO_SAMPLES, Samples, merged

FIRST = 64  # samples a new ring has room for
SAMPLE_BYTES = 8 + 8 + 1


class Ring:
    """The newest samples of one point. `reaches_ms`: from then on nothing is missing."""

    def __init__(self, since_ms: int) -> None:
        self.reaches_ms = since_ms
        self._t_ms: Times = np.zeros(FIRST, np.int64)
        self._value: Numbers = np.zeros(FIRST, np.float64)
        self._bad: Flags = np.zeros(FIRST, np.bool_)
        self._first = 0
        self._count = 0
        self._newest_ms = since_ms
        self._is_ordered = True

    def __len__(self) -> int:
        return self._count

    @property
    def room(self) -> int:
        """Samples it can hold."""
        return len(self._t_ms)

    def add(self, t_ms: int, value: float, bad: bool, oldest_ms: int) -> None:
        """Take one sample and let go of those older than `oldest_ms`; when full the oldest gives way."""
        if t_ms < self._newest_ms:
            if t_ms < self.reaches_ms and self._count == self.room:
                return
            self._is_ordered = False
        else:
            self._newest_ms = t_ms
        if self._count == self.room:
            self._drop_oldest()
        at = (self._first + self._count) % self.room
        self._t_ms[at], self._value[at], self._bad[at] = t_ms, value, bad
        self._count += 1
        while self._count > 1 and self._t_ms[self._first] < oldest_ms:
            self._drop_oldest()

    def _drop_oldest(self) -> None:
        self._order()
        self.reaches_ms = max(self.reaches_ms, int(self._t_ms[self._first]) + 1)
        self._first = (self._first + 1) % self.room
        self._count -= 1

    def grow(self) -> None:
        """Room for twice as many."""
        kept, room = self._unrolled(), 2 * self.room
        self._t_ms, self._value, self._bad = (
            np.zeros(room, np.int64),
            np.zeros(room, np.float64),
            np.zeros(room, np.bool_),
        )
        self._put(kept)

    def between(self, start_ms: int, end_ms: int) -> Samples:
        """Copies of what is between."""
        self._order()
        return self._unrolled().between(start_ms, end_ms)

    def _order(self) -> None:
        if not self._is_ordered:
            self._put(merged((self._unrolled(),)))
            self._is_ordered = True

    def _unrolled(self) -> Samples:
        if not self._count:
            return NO_SAMPLES
        order = np.arange(self._first, self._first + self._count) % self.room
        return Samples(self._t_ms[order], self._value[order], self._bad[order])

    def _put(self, kept: Samples) -> None:
        self._first, self._count = 0, len(kept)
        self._t_ms[: len(kept)], self._value[: len(kept)], self._bad[: len(kept)] = kept.t_ms, kept.value, kept.bad


class Rings:
    """A ring for every point heard. A ring that is full grows while the budget lasts, then forgets its oldest."""

    def __init__(self, since_ms: int, budget_bytes: int, keep_ms: int) -> None:
        self._since_ms = since_ms
        self._budget = budget_bytes // SAMPLE_BYTES
        self._keep_ms = keep_ms
        self._rings: dict[PointId, Ring] = {}
        self._room = 0  # samples, of all rings

    @property
    def used_bytes(self) -> int:
        return self._room * SAMPLE_BYTES

    def add(self, measured: Measured, now_ms: int) -> None:
        ring = self._rings.get(measured.point)
        if ring is None:
            ring = self._rings[measured.point] = Ring(self._since_ms)
            self._room += ring.room
        if len(ring) == ring.room and self._room + ring.room <= self._budget:
            self._room += ring.room
            ring.grow()
        ring.add(measured.t_ms, measured.value, measured.is_bad, now_ms - self._keep_ms)

    def between(self, point: PointId, start_ms: int, end_ms: int) -> Samples | None:
        """What is known of that time; None when memory does not reach so far back."""
        ring = self._rings.get(point)
        if ring is None:
            return NO_SAMPLES if start_ms >= self._since_ms else None
        return ring.between(start_ms, end_ms) if start_ms >= ring.reaches_ms else None

    def all_of(self, point: PointId, start_ms: int, end_ms: int) -> Samples:
        """What memory has of that time, all of it or not."""
        ring = self._rings.get(point)
        return ring.between(start_ms, end_ms) if ring else NO_SAMPLES
