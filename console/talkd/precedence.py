"""Sound cannot wait for its turn: every thread of the voice process goes before other programs, where it may.

What we start (a program, ourselves anew) waits its turn like everybody.
"""

from __future__ import annotations

import sys
from pathlib import Path

from console import precedence
from console.talkd.timing import precise

LOOK_MS = 500  # threads come and go with devices and connections
SWITCH_S = 0.000_5  # a thread of ours that has sound does not wait longer for one of ours that has none


class Precedence:
    """Belongs to the loop of the voice process."""

    def __init__(self) -> None:
        self._raised: set[int] = set()  # thread ids
        self._looker = precise(LOOK_MS, self._look)

    def take(self) -> None:
        """From now on, for threads there are and threads to come."""
        sys.setswitchinterval(SWITCH_S)
        precedence.limit()
        self._look()
        self._looker.start()

    def give_up(self) -> None:
        """The rest of what we do may wait."""
        self._looker.stop()
        for thread in self._raised:
            precedence.give_up(thread)

    def _look(self) -> None:
        threads = {int(task.name) for task in Path("/proc/self/task").iterdir()}
        for thread in threads - self._raised:
            precedence.give(thread, children_too=False)
        self._raised = threads
