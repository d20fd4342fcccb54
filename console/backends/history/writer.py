"""The history thread: every sample into the log at once, into the tables by and by; troubles said, nothing let go of.

The only writer. It rests often: pictures and alarms share the processor with it.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence

from sqlalchemy.exc import DBAPIError

from console.backends.history import gathering, settling
from console.backends.history.batches import Unsettled
from console.backends.history.levels import Level
from console.backends.history.library import Library
from console.backends.store.faults import detail_of, reason_of
from console.clock import Clock
from console.config.schema import HistoryConfig
from console.errors import StoreError
from console.histories import Measured
from console.inbox import Inbox
from console.model import LinkDown, LinkUp
from console.trends.reduction import MINUTE

log = logging.getLogger(__name__)

KIND = NAME = "history"  # of the link, in LinkDown and LinkUp
TICK_S = 0.2  # how long a sample waits for the log
REST_S = 0.002
SYNC_S = 10.0  # what a power cut may cost; a kill costs nothing that is in the log
GATHER_S = 60.0
DROP_S = 3_600.0
FIRST_RETRY_S, LAST_RETRY_S = 1.0, 30.0
OVERLAP_MS = 15 * MINUTE  # what another console keeps is held so long, should that one die with it
MOST_WAITING = 200_000  # messages that wait for this thread; beyond, it hangs, and memory is worth more
MOST_IN_MEMORY = 3_000_000  # samples of closed batches; more are held by the disk alone
LARGEST_BATCH = 500_000  # samples
LOG, TABLES = "log", "tables"  # what can be in trouble


class _ToldToEndError(Exception):
    """Raised between two breaths: what is under way is done again after the next start."""


class Writer:
    """`take`, `start` and `stop` from outside; everything else happens on the thread itself."""

    def __init__(
        self,
        library: Library,
        unsettled: Unsettled,
        config: HistoryConfig,
        inbox: Inbox,
        clock: Clock,
        hold: Callable[[], bool],
    ) -> None:
        self.is_prepared = threading.Event()
        self.logged = 0  # samples of this run that are in the log, or in the tables already
        self._taken = 0
        self._library = library
        self._unsettled = unsettled
        self._config = config
        self._inbox = inbox
        self._clock = clock
        self._hold = hold
        self._waiting: deque[Sequence[Measured]] = deque()
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="history", daemon=True)
        self._troubles: dict[str, str] = {}
        self._is_known_up = False
        self._block = 0
        self._lost = 0  # samples that came while this thread hung
        self._retry_at = self._gather_at = self._drop_at = self._sync_at = 0.0
        self._retry_s = FIRST_RETRY_S

    def start(self) -> None:
        self._thread.start()

    def take(self, measured: Sequence[Measured]) -> None:
        """Feed's thread; never waits."""
        self._waiting.append(measured)
        if len(self._waiting) > MOST_WAITING:
            self._lost += len(self._waiting.popleft())

    def stop(self, within_s: float) -> None:
        self._ending.set()
        if self._thread.ident is not None:
            self._thread.join(within_s)

    # ---- the thread ----

    def _run(self) -> None:
        try:
            self._unsettled.find()
        except OSError as error:
            self._is_down(LOG, error)
        while not self._ending.wait(TICK_S):
            self._log_waiting()
            if time.monotonic() >= self._retry_at and not self._hold():
                self._tend_tables()
        self._end()

    def _end(self) -> None:
        self._log_waiting()
        try:
            self._unsettled.close()
        except OSError as error:
            log.error("history: the last samples could not be written: %s", error)
        self._library.close()

    def _breathe(self) -> None:
        """Between two pieces of work."""
        if self._ending.wait(REST_S):
            raise _ToldToEndError
        self._log_waiting()

    # ---- the log ----

    def _log_waiting(self) -> None:
        now_ms = self._clock.now_ms()
        self._turn(now_ms)
        measured: list[Measured] = []
        while self._waiting:
            measured += self._waiting.popleft()
        if measured:
            self._unsettled.put(measured, now_ms)
            self._taken += len(measured)
        try:
            self._unsettled.write()
            self.logged = self._taken
            self._sync()
        except OSError as error:
            self._is_down(LOG, error)
        else:
            self._is_up(LOG)

    def _turn(self, now_ms: int) -> None:
        block, filling = now_ms // Level.RAW.block_ms, self._unsettled.filling
        if block != self._block or (filling is not None and filling.count > LARGEST_BATCH):
            self._block = block
            self._unsettled.turn()
            if gone := self._unsettled.spare_memory(MOST_IN_MEMORY) + self._lost:
                log.error("history: %d samples are lost: no room on the disk, and none left in memory", gone)
                self._lost = 0

    def _sync(self) -> None:
        filling, now = self._unsettled.filling, time.monotonic()
        if filling is not None and now >= self._sync_at:
            self._sync_at = now + SYNC_S
            filling.sync()

    # ---- the tables ----

    def _tend_tables(self) -> None:
        """One of the three catch-alls of the program: the loop of a worker."""
        try:
            self._tend()
        except _ToldToEndError:
            return
        except (DBAPIError, OSError, StoreError) as error:
            self._is_down(TABLES, error)
        except Exception as error:
            log.exception("the history cannot be written")
            self._is_down(TABLES, error)
        else:
            self._retry_s = FIRST_RETRY_S
            self._is_up(TABLES)
            return
        self._library.close()
        self._retry_at = time.monotonic() + self._retry_s
        self._retry_s = min(2 * self._retry_s, LAST_RETRY_S)

    def _tend(self) -> None:
        if not self.is_prepared.is_set():
            self._library.prepare()
            self.is_prepared.set()
        if not self._library.leads():
            self._unsettled.let_go(self._clock.now_ms() - OVERLAP_MS)
            return
        for batch in self._unsettled.closed():
            settling.settle(self._library, batch, self._breathe)
            self._unsettled.settled(batch)
        now = time.monotonic()
        if now >= self._gather_at:
            gathering.gather(self._library, self._clock.now_ms(), self._breathe)
            self._gather_at = now + GATHER_S
        if now >= self._drop_at:
            gathering.drop_old(self._library, self._config, self._clock.now_ms())
            self._drop_at = now + DROP_S

    # ---- what is wrong ----

    def _is_down(self, part: str, error: BaseException) -> None:
        cause = error.__cause__ if isinstance(error, StoreError) and error.__cause__ is not None else error
        reason, detail = reason_of(cause).value, detail_of(error)
        if self._troubles.get(part) == reason:
            return
        log.error("history, %s: %s: %s", part, reason, detail)
        is_news = not self._troubles
        self._troubles[part] = reason
        if is_news:
            self._inbox.post(LinkDown(KIND, NAME, reason, self._clock.now_ms(), detail))

    def _is_up(self, part: str) -> None:
        was_down = self._troubles.pop(part, None) is not None
        if self._troubles or not (was_down or (part == TABLES and not self._is_known_up)):
            return
        self._is_known_up = True
        self._inbox.post(LinkUp(KIND, NAME, self._clock.now_ms()))
