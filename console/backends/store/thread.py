"""The store thread: takes whatever waits, commits it in order, and never lets go of what it could not commit."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from console.backends.store.commit import Outcome, Writer, commit
from console.backends.store.faults import Reason, detail_of, reason_of
from console.backends.store.rows import Key, Waiting, count
from console.clock import Clock
from console.inbox import Inbox
from console.journal import Saved
from console.model import LinkDown, LinkUp

log = logging.getLogger(__name__)

KIND, NAME = "store", "journal"  # of the link, in LinkDown and LinkUp
GROUP = 200  # entries from which a group is closed: about 10 ms of Python between two waits
BUSY_FOR_S = 0.25  # a lock shorter than this is the other console at work, not a fault
BUSY_RETRY_S = 0.002
FIRST_RETRY_S = 0.01
LAST_RETRY_S = 1.0


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an attempt to commit did not work."""

    reason: Reason
    detail: str


class StoreThread:
    """`put` and `stop` belong to the desk thread; everything else happens on the thread itself."""

    def __init__(
        self,
        engine: Engine,
        writer: Writer,
        inbox: Inbox,
        clock: Clock,
        on_handled: Callable[[Sequence[int]], None],
    ) -> None:
        self._engine = engine
        self._writer = writer
        self._inbox = inbox
        self._clock = clock
        self._on_handled = on_handled
        self._queue: SimpleQueue[Waiting | None] = SimpleQueue()  # None: nothing follows
        self._give_up = threading.Event()
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._connection: Connection | None = None
        self._lost: dict[Key, int] = {}
        self._down = False
        self._put = 0
        self._settled = 0

    @property
    def unsaved(self) -> int:
        """Entries that wait for their commit. Any thread."""
        return self._put - self._settled

    def start(self) -> None:
        self._thread.start()

    def put(self, waiting: Waiting) -> None:
        self._put += len(waiting.entries)
        self._queue.put(waiting)

    def stop(self, within_s: float) -> bool:
        """Commit what waits, but give up after `within_s` seconds; True when nothing is left unsaved."""
        self._queue.put(None)
        if self._thread.ident is not None:
            self._thread.join(within_s)
            self._give_up.set()
            self._thread.join(LAST_RETRY_S)  # a driver that hangs in the system keeps its daemon thread
        return self.unsaved == 0

    def _run(self) -> None:
        while group := self._next_group():
            outcome = self._commit(group)
            if outcome is None:
                break
            self._settled += count(group)
            self._tell(group, outcome)
        self._disconnect()

    def _next_group(self) -> list[Waiting]:
        """Waits for the first append and takes what has come since; an append is never split. Empty at the end."""
        group: list[Waiting] = []
        size = 0
        while size < GROUP and not (group and self._queue.empty()):
            waiting = self._queue.get()
            if waiting is None:
                self._queue.put(None)  # for the next look, after this group
                break
            group.append(waiting)
            size += len(waiting.entries)
        return group

    def _commit(self, group: Sequence[Waiting]) -> Outcome | None:
        """Try until it works; None when told to give up."""
        if not count(group):
            return Outcome()
        since, delay = time.monotonic(), FIRST_RETRY_S
        while isinstance(outcome := self._attempt(group), Failure):
            if self._is_brief(outcome, time.monotonic() - since):
                pause = BUSY_RETRY_S
            else:
                self._is_down(outcome)
                pause, delay = delay, min(2 * delay, LAST_RETRY_S)
            if self._give_up.wait(pause):
                return None
        self._is_up()
        return outcome

    def _attempt(self, group: Sequence[Waiting]) -> Outcome | Failure:
        try:
            if self._connection is None:
                self._connection = self._engine.connect()
            with self._connection.begin():
                return commit(self._connection, self._writer, group, self._lost)
        except DBAPIError as error:
            failure = Failure(reason_of(error), detail_of(error))
        except Exception as error:
            log.exception("the journal cannot be written")
            failure = Failure(Reason.ERROR, detail_of(error))
        if failure.reason is not Reason.LOCKED:
            self._disconnect()
        return failure

    def _is_brief(self, failure: Failure, lasted_s: float) -> bool:
        return failure.reason is Reason.LOCKED and not self._down and lasted_s < BUSY_FOR_S

    def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(DBAPIError):  # it is being given up because it failed
                connection.close()

    def _is_down(self, failure: Failure) -> None:
        if not self._down:
            self._down = True
            log.error("journal %s: %s", failure.reason, failure.detail)
            self._post(LinkDown(KIND, NAME, failure.reason, self._clock.now_ms(), failure.detail))

    def _is_up(self) -> None:
        if self._down:
            self._down = False
            log.info("journal is written again")
            self._post(LinkUp(KIND, NAME, self._clock.now_ms()))

    def _tell(self, group: Sequence[Waiting], outcome: Outcome) -> None:
        for key in outcome.saved:
            self._lost.pop(key, None)
        if outcome.saved:
            self._post(Saved(outcome.saved))
        for conflict in outcome.conflicts:
            self._lost[conflict.entry.domain, conflict.entry.stream] = self._post(conflict)
        if receipts := [receipt for waiting in group for receipt in waiting.receipts]:
            try:
                self._on_handled(receipts)
            except Exception:
                log.exception("receipts could not be marked handled: %s", receipts)

    def _post(self, item: object) -> int:
        try:
            return self._inbox.post(item)
        except Exception:  # the item is in; whoever should have been woken is gone, and the journal goes on
            log.exception("the desk could not be woken")
            return 0
