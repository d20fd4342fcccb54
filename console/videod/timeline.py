"""When each picture of a clip is shown: RTP time where it goes on, time of arrival across every break. Pure."""

from __future__ import annotations

from console.videod.h264 import Unit

CLOCK = 90_000  # RTP ticks a second
GAP_NS = 1_000_000_000  # pictures further apart than this and than three periods have a gap between them
DRIFT = CLOCK  # RTP time that is off by more than this against arrival has begun anew
_WRAP = 1 << 32
_TICK_NS = 1_000_000_000 / CLOCK


class Timeline:
    """Gives each unit of a clip its place, always later than the one before, and notes the gaps."""

    def __init__(self) -> None:
        self.frames = 0
        self.gaps: list[tuple[float, float]] = []  # seconds from the clip's start, how long
        self.first_ns = self.last_ns = 0  # arrival of the first and the last unit
        self._period_ns = 0.0
        self._pts = 0
        self._stamp = 0

    def place(self, unit: Unit) -> int:
        """Where this unit belongs, in RTP ticks from the clip's start."""
        if self.frames == 0:
            self.first_ns = unit.arrived_ns
        else:
            waited_ns = max(0, unit.arrived_ns - self.last_ns)
            self._note(waited_ns)
            self._pts += max(1, self._step(unit.timestamp, round(waited_ns / _TICK_NS)))
        self.frames += 1
        self._stamp, self.last_ns = unit.timestamp, unit.arrived_ns
        return self._pts

    def _step(self, stamp: int, waited: int) -> int:
        step = (stamp - self._stamp) % _WRAP
        step -= _WRAP if step >= _WRAP // 2 else 0
        return step if step > 0 and abs(step - waited) <= DRIFT else waited

    def _note(self, waited_ns: int) -> None:
        if waited_ns > max(GAP_NS, 3 * self._period_ns):
            self.gaps.append((round((self.last_ns - self.first_ns) / 1e9, 3), round(waited_ns / 1e9, 3)))
        else:
            self._period_ns = self._period_ns * 0.9 + waited_ns * 0.1 if self._period_ns else float(waited_ns)
