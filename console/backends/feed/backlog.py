"""Whether the feed keeps up: a broker that always has more for us holds messages back, and alarms with them.

Belongs to the feed's thread. Nothing is dropped for it: what waits, waits at the broker (its `max_queued_messages`).
"""

from __future__ import annotations

import time
from collections.abc import Callable

from console.backends.feed.trouble import Report, Trouble

BEHIND = "behind"
BEHIND_S = 5.0  # so long without an end of what is there to be read
CALM_S = 2.0  # and so long with one


class Backlog:
    """Told after each reading of the network whether more was there than could be taken."""

    def __init__(self, report: Report, now: Callable[[], float] = time.monotonic) -> None:
        self._report = report
        self._now = now
        self._behind_since: float | None = None
        self._calm_since: float | None = None
        self._is_behind = False

    def turn(self, *, more: bool) -> None:
        """`more`: reading ended because its time or number was over, and not because there was nothing left."""
        now = self._now()
        if more:
            self._calm_since = None
            self._behind_since = self._behind_since or now
            if now - self._behind_since >= BEHIND_S:
                self._is_behind = True
                self._report.down(Trouble(BEHIND, "more comes than can be taken: it waits at the broker"))
            return
        self._calm_since = self._calm_since or now
        if not self._is_behind or now - self._calm_since >= CALM_S:
            self._behind_since = None
            self._is_behind = False
            self._report.up()

    def lost(self) -> None:
        """The connection ended: nothing can be said."""
        self._behind_since = self._calm_since = None
