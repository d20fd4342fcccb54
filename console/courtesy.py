"""Who goes first: a thread beside the desk's lets it finish what it has begun. On that other thread.

Python runs one thread at a time and knows no precedence: one that reads 5,000 messages a second takes every other half
millisecond from a painting, which then takes twice as long. So it waits while the desk is at work, for moments only.
"""

from __future__ import annotations

import time

from console.inbox import Inbox

LONGEST_S = 0.02
LOOK_S = 0.0003


class Courtesy:
    """Of one thread. After the longest wait it works as long without another, so that it gets half of any time."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._own_until = 0.0

    def give_way(self) -> None:
        """To be called between two pieces of work: waits until the desk rests, at most `LONGEST_S`."""
        if not self._inbox.is_desk_at_work or (began := time.monotonic()) < self._own_until:
            return
        end = began + LONGEST_S
        while self._inbox.is_desk_at_work:
            if time.monotonic() >= end:
                self._own_until = end + LONGEST_S
                return
            time.sleep(LOOK_S)
