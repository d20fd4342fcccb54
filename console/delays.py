"""Changes that wait: a delay on the change of condition is waited for here, on the desk thread, without a message.

A change that is taken back within its delay never happened; its receipt goes on with the change that took it back.
Where a signal counts, what was taken back is remembered as long as it counts, and so are its receipts. Fire has no
delay. After a restart the receipts are fed again and only the rest of the delay is waited for.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from console.clock import Clock, Deadline
from console.model import COUNTED, Condition, ConditionChanged, PointId

FED_MS = 500  # what was kept for us may have been taken back by the very next message that was kept

Release = Callable[[ConditionChanged, Sequence[int]], None]


@dataclass(frozen=True, slots=True)
class Held:
    """A change on its way, with what has to be marked handled when it is decided. Without a deadline it waits until it
    is taken back, or has come often enough.
    """

    change: ConditionChanged
    receipts: tuple[int, ...]
    deadline: Deadline | None


class Delays:
    """At most one change waits for each point."""

    def __init__(self, clock: Clock, release: Release) -> None:
        self._clock = clock
        self._release = release
        self._held: dict[PointId, Held] = {}
        self._times: dict[PointId, deque[int]] = {}  # when what counts came, epoch ms, while none of it was decided

    def __len__(self) -> int:
        return len(self._held)

    def take(self, change: ConditionChanged, receipts: Sequence[int] = ()) -> None:
        """Release the change now or when its delay is over; an earlier one of its point that waits is dropped."""
        held = self._held.pop(change.point, None)
        if held is not None:
            receipts = (*held.receipts, *receipts)
            if held.deadline is not None:
                held.deadline.cancel()
        waits = self._counted(change) if change.count else self._delay(change)
        if waits == 0:
            times = self._times.pop(change.point, ())
            is_often = change.condition is Condition.ACTIVE and 0 < change.count <= len(times)
            self._release(replace(change, cause=COUNTED) if is_often else change, receipts)
            return
        deadline = self._clock.after(waits, lambda: self._due(change.point)) if waits is not None else None
        self._held[change.point] = Held(change, tuple(receipts), deadline)

    def _delay(self, change: ConditionChanged) -> int:
        """Milliseconds it still waits."""
        if not change.delay_ms:
            return 0
        left = change.delay_ms - max(0, self._clock.now_ms() - change.received_ms)
        return left if left > 0 else FED_MS

    def _counted(self, change: ConditionChanged) -> int | None:
        """The same where it may also come often enough; None: it waits for nothing else."""
        times = self._times.setdefault(change.point, deque())
        while times and times[0] <= change.received_ms - change.within_ms:
            times.popleft()
        if change.condition is Condition.ACTIVE:
            times.append(change.received_ms)
            if len(times) >= change.count:
                return 0
            return self._delay(change) if change.delay_ms else None
        if not times:
            return self._delay(change)
        still_counts = times[-1] + change.within_ms - self._clock.now_ms()
        return max(self._delay(change), still_counts, 0)

    def _due(self, point: PointId) -> None:
        held = self._held.pop(point)
        self._times.pop(point, None)
        self._release(held.change, held.receipts)
