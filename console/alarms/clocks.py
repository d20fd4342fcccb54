"""The clocks of many things: at most one deadline for each, set anew whenever the thing has changed. Desk thread."""

from __future__ import annotations

from collections.abc import Callable

from console.clock import Clock, Deadline
from console.model import PointId

WARNED_MS = 60_000  # before a shelf, a test, a time out of service is over


class Clocks:
    """`due` is told of the point that has something due."""

    def __init__(self, clock: Clock, due: Callable[[PointId], None]) -> None:
        self._clock = clock
        self._due = due
        self._running: dict[PointId, tuple[int, Deadline]] = {}

    def set(self, point: PointId, due_ms: int | None) -> None:
        """From now on something of this point is due at that time, epoch ms; None: nothing is."""
        running = self._running.get(point)
        if running is not None:
            if running[0] == due_ms:
                return
            running[1].cancel()
            del self._running[point]
        if due_ms is not None:
            deadline = self._clock.after(due_ms - self._clock.now_ms(), lambda: self._ring(point))
            self._running[point] = (due_ms, deadline)

    def warn(self, point: PointId, end_ms: int | None) -> None:
        """The same, a while before this end; not at all when it is nearer than that."""
        soon_ms = end_ms - WARNED_MS if end_ms is not None else None
        is_ahead = soon_ms is not None and soon_ms > self._clock.now_ms()
        self.set(point, soon_ms if is_ahead else None)

    def shift(self, step_ms: int) -> None:
        """The wall clock was set: what is waited for is the same moment, called by another time."""
        self._running = {point: (due_ms + step_ms, deadline) for point, (due_ms, deadline) in self._running.items()}

    def _ring(self, point: PointId) -> None:
        del self._running[point]
        self._due(point)
