"""When each picture of a clip is shown: RTP time where it goes on, time of arrival across every break. Pure.

Streams with B-frames send pictures in another order than they are shown in: there a picture has two places, where it is
shown and, a second before at most, where it stands in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from console.videod.unit import Unit

CLOCK = 90_000  # RTP ticks a second
GAP_NS = 1_000_000_000  # pictures further apart than this and than three periods have a gap between them
DRIFT = CLOCK  # RTP time that is off by more than this against arrival has begun anew
LAST = CLOCK // 25  # the last picture of a clip is shown as long as this at least
_WRAP = 1 << 32
_TICK_NS = 1_000_000_000 / CLOCK


def _step(stamp: int, before: int) -> int:
    """How much further one RTP time is than another."""
    step = (stamp - before) % _WRAP
    return step - (_WRAP if step >= _WRAP // 2 else 0)


def goes_back(units: Iterable[Unit]) -> bool:
    """Whether any of these is shown before the one that was sent before it."""
    return any(-DRIFT < _step(after.timestamp, before.timestamp) < 0 for before, after in pairwise(units))


def decoding(shown: Sequence[int]) -> list[int]:
    """When pictures that are shown at these times stand in a file, in the order of sending: as late as possible."""
    order = sorted(shown)
    late = max((due - at for due, at in zip(order, shown, strict=True)), default=0)
    return [due - late for due in order]


def lasting(stored: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each of these times with how long it lasts. The last one lasts, too: a player leaves out what is shown when a
    file has ended.
    """
    lasts = [after - at for at, after in pairwise(stored)]
    return zip(stored, (*lasts, max([LAST, *lasts[-1:]])), strict=False)


class Timeline:
    """Gives each unit of a clip its place, always later than the one before, and notes the gaps."""

    def __init__(self, *, is_reordered: bool = False) -> None:
        """`is_reordered`: pictures may be shown before others that were sent earlier."""
        self.frames = 0
        self.gaps: list[tuple[float, float]] = []  # seconds from the clip's start, how long
        self.first_ns = self.last_ns = 0  # arrival of the first and the last unit
        self._period_ns = 0.0
        self._pts = 0
        self._stamp = 0
        self._is_reordered = is_reordered
        self._dts = -DRIFT

    def place(self, unit: Unit) -> int:
        """Where this unit is shown, in RTP ticks from the clip's start."""
        if self.frames == 0:
            self.first_ns = unit.arrived_ns
        elif self._is_reordered and -DRIFT < (back := _step(unit.timestamp, self._stamp)) < 0:
            return self._earlier(unit, back)
        else:
            waited_ns = max(0, unit.arrived_ns - self.last_ns)
            self._note(waited_ns)
            self._pts += max(1, self._step(unit.timestamp, round(waited_ns / _TICK_NS)))
        self.frames += 1
        self._stamp, self.last_ns = unit.timestamp, unit.arrived_ns
        return self._pts

    def stored(self) -> int:
        """Where the unit that was given its place last stands in the file, never later than it is shown."""
        if not self._is_reordered:
            return self._pts
        self._dts = max(self._dts + 1, self._pts - DRIFT)
        return self._dts

    def _earlier(self, unit: Unit, back: int) -> int:
        """A picture that is shown before the newest one."""
        self._note(max(0, unit.arrived_ns - self.last_ns))
        self.frames += 1
        self.last_ns = unit.arrived_ns
        return max(self._pts + back, self._dts + 1)

    def _step(self, stamp: int, waited: int) -> int:
        step = _step(stamp, self._stamp)
        return step if step > 0 and abs(step - waited) <= DRIFT else waited

    def _note(self, waited_ns: int) -> None:
        if waited_ns > max(GAP_NS, 3 * self._period_ns):
            self.gaps.append((round((self.last_ns - self.first_ns) / 1e9, 3), round(waited_ns / 1e9, 3)))
        else:
            self._period_ns = self._period_ns * 0.9 + waited_ns * 0.1 if self._period_ns else float(waited_ns)
