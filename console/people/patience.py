"""How long this position waits before it listens to the next password after wrong ones. Desk thread."""

from __future__ import annotations

from console.clock import Clock

FREE = 3  # wrong ones nobody waits for: fingers slip at night
MOST_S = 16


class Patience:
    """Counts for the position, not for the name: whoever tries names in turn waits as well."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._wrong = 0
        self._until_ns = 0

    @property
    def wait_s(self) -> int:
        """Seconds until the next attempt, 0 when there is nothing to wait for."""
        return max(0, -(-(self._until_ns - self._clock.monotonic_ns()) // 1_000_000_000))

    def wrong(self) -> None:
        self._wrong += 1
        if self._wrong >= FREE:
            seconds = min(MOST_S, 2 ** (self._wrong - FREE + 1))
            self._until_ns = self._clock.monotonic_ns() + seconds * 1_000_000_000

    def right(self) -> None:
        self._wrong, self._until_ns = 0, 0
