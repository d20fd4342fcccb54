"""A recording as a feed: the same receipts, the same order, the same recovery as MQTT. Owns the thread `replay`.

It goes on behind the last line that was stored, so a console that is killed in the middle loses and repeats nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from console.backends.feed import recording
from console.backends.feed.arrival import Arrival
from console.backends.feed.receipts import Receipts
from console.backends.feed.spooled import IDLE_S, SpooledFeed
from console.backends.feed.trouble import BackOff, of_error
from console.clock import Clock
from console.errors import BackendError
from console.inbox import Inbox
from console.ports import Parse

log = logging.getLogger(__name__)

BATCH = 100  # lines committed at once
RETRY_S = 0.02


class ReplayFeed(SpooledFeed):
    """Messages of a recording (`ports.Feed`); lines may be appended while it runs.

    `speed` 1.0 keeps the recorded distances in time, 10.0 is ten times as fast, 0 waits for nothing.
    """

    def __init__(
        self,
        path: Path,
        *,
        receipts: Receipts,
        parse: Parse,
        inbox: Inbox,
        clock: Clock,
        speed: float = 0.0,
    ) -> None:
        self._path = path
        self._speed = speed
        self._key = f"replayed:{path.name}"
        self._line = 0  # last line that was stored
        self._previous_ms = 0
        super().__init__(
            "replay", receipts=receipts, parse=parse, inbox=inbox, clock=clock, back_off=BackOff(0.05, 1.0)
        )

    def _resume(self) -> None:
        self._line = int(self._receipts.note(self._key) or 0)

    def _serve(self) -> None:
        self._stop.wait(IDLE_S if self._read_on() else self._back_off.wait_s())

    def _read_on(self) -> bool:
        """Everything behind the last stored line; False when the file cannot be read or a line makes no sense."""
        try:
            self._replay()
        except (OSError, BackendError) as error:
            self._report.down(of_error(error))
            return False
        except Exception as error:  # the worker loop's catch-all
            log.exception("the replay is interrupted")
            self._report.down(of_error(error))
            return False
        self._back_off.reset()
        self._report.up()
        return True

    def _replay(self) -> None:
        batch: list[tuple[int, Arrival]] = []
        try:
            for line in recording.read(self._path, self._clock.now_ms(), self._line):
                wait_s = self._wait_s(line[1])
                if batch and (wait_s or len(batch) == BATCH):
                    self._store(batch)
                    batch = []
                if self._stop.wait(wait_s):
                    return
                batch.append(line)
        finally:
            if batch:
                self._store(batch)  # also the good lines before a bad one

    def _wait_s(self, arrival: Arrival) -> float:
        """How long the recording waited before this message, at our speed."""
        gap_ms = arrival.received_ms - (self._previous_ms or arrival.received_ms)
        self._previous_ms = arrival.received_ms
        return max(0, gap_ms) / 1000 / self._speed if self._speed else 0.0

    def _store(self, batch: Sequence[tuple[int, Arrival]]) -> None:
        """Store a batch together with how far we are, then parse it; waits while the spool cannot be written."""
        arrivals = [arrival for _, arrival in batch]
        self._receipts.keep_note(self._key, str(batch[-1][0]))
        while (stored := self._delivery.store(arrivals)) is None:
            if self._stop.wait(RETRY_S):
                self._receipts.keep_note(self._key, str(self._line))
                return
        self._line = batch[-1][0]
        self._delivery.hand_over(arrivals, stored)
