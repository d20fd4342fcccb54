"""What is held of one camera while it is looked back at: the units of memory, and those that come meanwhile.

The loop thread adds, the rewind's thread reads. Units are numbered from 0; old ones go, numbers stay.
"""

from __future__ import annotations

import threading
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from console.model import CameraId, Quality
from console.rewinds import Shortage
from console.videod.ring import UNIT_COST
from console.videod.unit import Unit

HELD_NS = 180_000_000_000  # nothing older is held, however long somebody looks back
HELD_BYTES = 48 * 1024 * 1024  # of one camera


@dataclass(frozen=True, slots=True)
class Span:
    """What there is of a camera; moments are arrivals, 0 without a picture."""

    from_ns: int = 0
    until_ns: int = 0
    frames: int = 0
    size: int = 0  # bytes


class Held:
    """Begins with a key frame, as memory does; where it has key frames only, what comes is of use from the next on."""

    def __init__(
        self, camera: CameraId, quality: Quality, units: Iterable[Unit], shortage: Shortage, *, is_whole: bool
    ) -> None:
        self.camera = camera
        self.quality = quality
        self.shortage = shortage
        self._lock = threading.Lock()
        self._units = list(units)
        self._times = [unit.arrived_ns for unit in self._units]
        self._gone = 0  # units that were let go: number of the first that is left
        self._size = sum(len(unit.data) + UNIT_COST for unit in self._units)
        self._waits_for_key = not is_whole or not self._units

    # ---- loop thread ----

    def add(self, unit: Unit) -> None:
        """A picture just arrived."""
        self._waits_for_key &= not unit.is_key
        if self._waits_for_key:
            return
        with self._lock:
            self._units.append(unit)
            self._times.append(unit.arrived_ns)
            self._size += len(unit.data) + UNIT_COST
            if unit.is_key:
                self._let_go(unit.arrived_ns)

    def _let_go(self, now_ns: int) -> None:
        """Whole groups that are too old or too much."""
        cut = 0
        while self._size > HELD_BYTES or now_ns - self._times[cut] > HELD_NS:
            following = next((at for at in range(cut + 1, len(self._units)) if self._units[at].is_key), 0)
            if not following:
                break
            self._size -= sum(len(unit.data) + UNIT_COST for unit in self._units[cut:following])
            cut = following
        del self._units[:cut], self._times[:cut]
        self._gone += cut

    # ---- any thread ----

    def span(self) -> Span:
        with self._lock:
            if not self._times:
                return Span()
            return Span(self._times[0], self._times[-1], len(self._times), self._size)

    def number_at(self, at_ns: int) -> int:
        """The newest unit that had arrived at this moment, -1 when there was none."""
        with self._lock:
            at = bisect_right(self._times, at_ns) - 1
            return self._gone + at if at >= 0 else -1

    def beside(self, at_ns: int, steps: int) -> int:
        """The moment of the picture so many further than the one of this moment; the last or first one at the end."""
        with self._lock:
            if not self._times:
                return at_ns
            last = len(self._times) - 1
            at = bisect_right(self._times, at_ns) - 1
            for _ in range(abs(steps)):
                if steps > 0:
                    at = min(last, bisect_right(self._times, self._times[at])) if at >= 0 else 0
                else:
                    at = max(0, bisect_left(self._times, self._times[max(0, at)]) - 1)
            return self._times[max(0, at)]

    def way_to(self, number: int, after: int) -> list[Unit]:
        """What is to be decoded for this unit when `after` was decoded last (-1: nothing was), oldest first."""
        with self._lock:
            last = number - self._gone
            if not 0 <= last < len(self._units):
                return []
            first = last
            while first > 0 and not self._units[first].is_key and first != after + 1 - self._gone:
                first -= 1
            return self._units[first : last + 1]

    def between(self, from_ns: int, until_ns: int) -> list[Unit]:
        """Everything from the last key frame at or before the one moment to the other."""
        with self._lock:
            first = max(0, bisect_right(self._times, from_ns) - 1)
            while first > 0 and not self._units[first].is_key:
                first -= 1
            return self._units[first : bisect_right(self._times, until_ns)]
