"""When Python looks for garbage that only refers to itself: never through everything while somebody needs the desk.

A full collection passes through every object that lives, 70 to 110 ms in a room of 5,000 points, and Python begins one
on whichever thread has just made enough new ones, every few seconds while messages pour in. Here what is there after
each ten seconds is set aside and not looked at again, and all of it is only gone through at rest. Desk thread.
"""

from __future__ import annotations

import gc
import linecache
from collections.abc import Callable

from console.clock import Clock, Deadline

NEW, MIDDLE, NEVER = 5_000, 20, 1_000_000_000  # Python's own thresholds; the last are its full collections
ROUND_MS = 10_000
HOUR = 3_600_000 // ROUND_MS
DEEP_ROUNDS, PATIENCE_ROUNDS = 2 * HOUR, 24 * HOUR  # all is gone through after so many at rest, so many in any case


class Collecting:
    """`is_at_rest`: a tenth of a second would disturb nobody."""

    def __init__(self, clock: Clock, is_at_rest: Callable[[], bool]) -> None:
        self._clock = clock
        self._is_at_rest = is_at_rest
        self._rounds = 0  # since everything was gone through
        self._before = gc.get_threshold()
        self._deadline: Deadline | None = None

    def begin(self) -> None:
        """What is there now is set aside.

        Qt's bindings have read the source of every module that was imported to look for one word; 30 MB of it go.
        """
        linecache.clearcache()
        gc.set_threshold(NEW, MIDDLE, NEVER)
        self._settle()

    def end(self) -> None:
        """Python collects as it did before."""
        if self._deadline is not None:
            self._deadline.cancel()
        gc.set_threshold(*self._before)
        gc.unfreeze()

    def _settle(self) -> None:
        gc.collect()
        gc.freeze()
        self._deadline = self._clock.after(ROUND_MS, self._round)

    def _round(self) -> None:
        self._rounds += 1
        if self._rounds >= PATIENCE_ROUNDS or (self._rounds >= DEEP_ROUNDS and self._is_at_rest()):
            self._rounds = 0
            gc.unfreeze()
        self._settle()
