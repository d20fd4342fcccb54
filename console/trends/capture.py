"""Every reading that says something measurable, on its way to the rings and to the disk. Feed's thread.

The inbox keeps only the newest reading of a point; what is kept here is complete.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from console.histories import Measured
from console.inbox import Inbox
from console.model import Reading, State

NO_NUMBER = math.nan
LARGEST = 1e15  # nothing in a room measures more, and sums of such numbers still have decimals


@dataclass(slots=True)
class Handover:
    """What was measured since the desk last looked: filled by the feed's thread, emptied by the desk's."""

    waiting: deque[Measured] = field(default_factory=deque)

    def take(self, most: int) -> Iterator[Measured]:
        """At most so many, oldest first."""
        while most > 0 and self.waiting:
            most -= 1
            yield self.waiting.popleft()


class Capture:
    """Called with all readings of each message; `keep` is the disk's side and gets the same."""

    def __init__(self, inbox: Inbox, keep: Callable[[Sequence[Measured]], None] | None = None) -> None:
        self._inbox = inbox
        self._keep = keep
        self._handover = Handover()

    def __call__(self, readings: Sequence[Reading]) -> None:
        found = [measured for reading in readings if (measured := measure(reading)) is not None]
        if not found:
            return
        if self._keep is not None:
            self._keep(found)
        self._handover.waiting.extend(found)
        self._inbox.post_sample(Handover, self._handover)


def measure(reading: Reading) -> Measured | None:
    """The sample a reading means; None for words, for repeats and for what says nothing of a point."""
    value = reading.value
    if not reading.kind or isinstance(value, str) or (reading.state is State.IGNORE and not reading.history):
        return None
    is_flag = isinstance(value, bool)
    number = NO_NUMBER if value is None else float(value)
    usable = abs(number) <= LARGEST  # false for NaN, too
    return Measured(reading.point, reading.ts_ms, number if usable else NO_NUMBER, not usable, reading.unit, is_flag)
