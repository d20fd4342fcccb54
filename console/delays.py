"""Changes that wait: a delay on the change of condition is waited for here, on the desk thread, without a message.

A change that is taken back within its delay never happened; its receipt goes on with the change that took it back.
Fire has no delay. After a restart the receipt is fed again and only the rest of the delay is waited for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from console.clock import Clock, Deadline
from console.model import ConditionChanged, PointId

Release = Callable[[ConditionChanged, Sequence[int]], None]


@dataclass(frozen=True, slots=True)
class Held:
    """A change on its way, with what has to be marked handled when it is decided."""

    change: ConditionChanged
    receipts: tuple[int, ...]
    deadline: Deadline


class Delays:
    """At most one change waits for each point."""

    def __init__(self, clock: Clock, release: Release) -> None:
        self._clock = clock
        self._release = release
        self._held: dict[PointId, Held] = {}

    def __len__(self) -> int:
        return len(self._held)

    def take(self, change: ConditionChanged, receipts: Sequence[int] = ()) -> None:
        """Release the change now or when its delay is over; an earlier one of its point that waits is dropped."""
        held = self._held.pop(change.point, None)
        if held is not None:
            held.deadline.cancel()
            receipts = (*held.receipts, *receipts)
        left_ms = change.delay_ms - max(0, self._clock.now_ms() - change.received_ms)
        if change.delay_ms and left_ms > 0:
            deadline = self._clock.after(left_ms, lambda: self._due(change.point))
            self._held[change.point] = Held(change, tuple(receipts), deadline)
        else:
            self._release(change, receipts)

    def _due(self, point: PointId) -> None:
        held = self._held.pop(point)
        self._release(held.change, held.receipts)
