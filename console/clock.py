"""Time: the only place that reads a wall clock. Deadlines run on monotonic time, so a stepped clock delays nothing.

Everything here belongs to the desk thread, but `now_ms` and `monotonic_ns` may be called from any thread.
"""

from __future__ import annotations

import heapq
import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

FEW = 256  # deadlines of which nobody minds the cancelled ones
STEP_MS = 1_000  # a wall clock that moves this much against monotonic time has been stepped


@dataclass(slots=True)
class Deadline:
    """A call that is due once; `cancel()` is enough to forget it."""

    call: Callable[[], None]
    cancelled: bool = False

    def cancel(self) -> None:
        self.cancelled = True


@dataclass(slots=True)
class _Queue:
    """Deadlines in order of due time; a counter keeps equal times in order of arrival.

    What is cancelled goes when its turn comes, or when it is more than half of all: some would be due in days.
    """

    heap: list[tuple[int, int, Deadline]] = field(default_factory=list)
    count: itertools.count[int] = field(default_factory=itertools.count)
    most: int = FEW

    def push(self, due_ms: int, call: Callable[[], None]) -> Deadline:
        deadline = Deadline(call)
        if len(self.heap) >= self.most:
            self._sweep()
        heapq.heappush(self.heap, (due_ms, next(self.count), deadline))
        return deadline

    def _sweep(self) -> None:
        self.heap = [entry for entry in self.heap if not entry[2].cancelled]
        heapq.heapify(self.heap)
        self.most = max(FEW, 2 * len(self.heap))

    def pop_due(self, now_ms: int) -> Deadline | None:
        while self.heap and (self.heap[0][2].cancelled or self.heap[0][0] <= now_ms):
            _, _, deadline = heapq.heappop(self.heap)
            if not deadline.cancelled:
                return deadline
        return None

    def next_due(self) -> int | None:
        while self.heap and self.heap[0][2].cancelled:
            heapq.heappop(self.heap)
        return self.heap[0][0] if self.heap else None


class Clock:
    """Wall time for what is written down, monotonic time for what is waited for."""

    def __init__(self) -> None:
        self._queue = _Queue()
        self._offset_ms = self.now_ms() - self._mono_ms()

    def now_ms(self) -> int:
        """Epoch milliseconds UTC."""
        return time.time_ns() // 1_000_000

    def monotonic_ns(self) -> int:
        """Nanoseconds of the machine's monotonic clock; the same for every process of the machine."""
        return time.monotonic_ns()

    def _mono_ms(self) -> int:
        return self.monotonic_ns() // 1_000_000

    def after(self, delay_ms: int, call: Callable[[], None]) -> Deadline:
        """Call once, on the desk thread, `delay_ms` from now."""
        return self._queue.push(self._mono_ms() + max(0, delay_ms), call)

    def run_due(self) -> None:
        """Run what is due; the pump calls it on the desk thread. Calls due later wait for the next turn."""
        now = self._mono_ms()
        while (deadline := self._queue.pop_due(now)) is not None:
            deadline.call()

    def next_in_ms(self) -> int | None:
        """Milliseconds until the next deadline, None when nothing is waiting."""
        due = self._queue.next_due()
        return None if due is None else max(0, due - self._mono_ms())

    def stepped_ms(self) -> int:
        """How far the wall clock was stepped since the last call (0: not stepped); the new offset is then accepted."""
        offset = self.now_ms() - self._mono_ms()
        step = offset - self._offset_ms
        if abs(step) < STEP_MS:
            return 0
        self._offset_ms = offset
        return step


class FakeClock(Clock):
    """A clock that moves only when told to: `advance` runs every deadline on its way, in order."""

    def __init__(self, now_ms: int = 1_795_000_000_000) -> None:
        self._wall_ms = now_ms
        self._elapsed_ms = 0
        super().__init__()

    def now_ms(self) -> int:
        return self._wall_ms

    def monotonic_ns(self) -> int:
        return self._elapsed_ms * 1_000_000

    def advance(self, ms: int) -> None:
        end = self._elapsed_ms + ms
        while (due := self._queue.next_due()) is not None and due <= end:
            self._move_to(max(due, self._elapsed_ms))
            self.run_due()
        self._move_to(end)

    def step(self, ms: int) -> None:
        """Step the wall clock without time passing, as a wrong NTP server does."""
        self._wall_ms += ms

    def _move_to(self, elapsed_ms: int) -> None:
        self._wall_ms += elapsed_ms - self._elapsed_ms
        self._elapsed_ms = elapsed_ms


def iso_ms(epoch_ms: int) -> str:
    """UTC ISO 8601 with milliseconds and a trailing Z, as every log line carries it."""
    at = datetime.fromtimestamp(epoch_ms / 1000, UTC)
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{epoch_ms % 1000:03d}Z"
