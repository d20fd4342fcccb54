"""Notices that nobody has touched anything at this position for a while. Desk thread."""

from __future__ import annotations

from collections.abc import Callable

from console.clock import Clock, Deadline


class Idle:
    """`due` is called once after `after_ms` without a touch, while it watches; 0: never."""

    def __init__(self, clock: Clock, due: Callable[[], None]) -> None:
        self._clock = clock
        self._due = due
        self.after_ms = 0
        self._touched_ns = clock.monotonic_ns()
        self._deadline: Deadline | None = None

    def touched(self) -> None:
        """Cheap: it is called for every move of the pointer."""
        self._touched_ns = self._clock.monotonic_ns()

    def watch(self, on: bool) -> None:
        """Begin anew, or stop."""
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
        self.touched()
        if on and self.after_ms:
            self._deadline = self._clock.after(self.after_ms, self._look)

    def _look(self) -> None:
        left = self.after_ms - (self._clock.monotonic_ns() - self._touched_ns) // 1_000_000
        if left > 0:
            self._deadline = self._clock.after(left, self._look)
        else:
            self._deadline = None
            self._due()
