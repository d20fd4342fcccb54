"""How fast a console that keeps failing is started again: at once, and slowly in a loop. Pure; it never gives up."""

from __future__ import annotations

from collections import deque

LOOP = 5  # failures
LOOP_S = 60.0  # within so long are a loop
SLOW_S = 10.0


class Pace:
    """Counts failures; times are seconds of the monotonic clock, handed in."""

    def __init__(self) -> None:
        self._failures: deque[float] = deque(maxlen=LOOP)

    def pause_s(self, now: float) -> float:
        """It failed now: how long to wait before it is started again."""
        self._failures.append(now)
        is_loop = len(self._failures) == LOOP and now - self._failures[0] <= LOOP_S
        return SLOW_S if is_loop else 0.0
