"""The store thread: takes whatever waits, commits it in order, and never lets go of what it could not commit.

Between two commits it looks what other consoles have committed and says that this one lives: whatever the desk hears
of the journal, it hears in the order in which it became true.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from console.backends.store.commit import Outcome, Writer, commit
from console.backends.store.database import told_again
from console.backends.store.disk import Disk
from console.backends.store.faults import Reason, detail_of, reason_of
from console.backends.store.neighbours import Neighbours
from console.backends.store.rows import Key, Waiting, count
from console.backends.store.spool import Spool
from console.clock import Clock
from console.errors import StoreError
from console.inbox import Inbox
from console.journal import Conflict, Saved
from console.model import LinkDown, LinkUp

log = logging.getLogger(__name__)

KIND, NAME = "store", "journal"  # of the link, in LinkDown and LinkUp
GROUP = 200  # entries from which a group is closed: about 10 ms of Python between two waits
LOOK_S = 0.05  # how often it is looked what other consoles have committed
BUSY_FOR_S = 1.0  # a lock shorter than this is the other console at work, on a slow disk too, and not a fault
BUSY_RETRY_S = 0.002
BATCH_S = 0.010  # between two commits, so that the other console has its turn at the lock, and more is in the next one
FIRST_RETRY_S = 0.01
LAST_RETRY_S = 1.0
LOCKED_RETRY_S = 0.02  # whoever holds the lock may let go at any moment
NUDGE = Waiting((), (), 0)  # nothing to be committed: something was synced


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an attempt to commit did not work."""

    reason: Reason
    detail: str


@dataclass(frozen=True, slots=True)
class Committed:
    """What others see already and is not told saved before sync number `sync`."""

    group: Sequence[Waiting]
    outcome: Outcome
    sync: int


class StoreThread:
    """`put`, `stop` and `neighbours.say` belong to the desk thread; everything else happens on the thread itself."""

    def __init__(
        self,
        engine: Engine,
        writer: Writer,
        inbox: Inbox,
        clock: Clock,
        on_handled: Callable[[Sequence[int]], None],
        neighbours: Neighbours,
        spool: Spool,
        remember: Callable[[], None] = lambda: None,
        file: Path | None = None,
    ) -> None:
        """`file`: where the journal is one, whose commits are synced here."""
        self._engine = engine
        self._writer = writer
        self._inbox = inbox
        self._clock = clock
        self._on_handled = on_handled
        self._neighbours = neighbours
        self._spool = spool
        self._remember = remember
        self._reunite: Callable[[], tuple[object, ...]] | None = None
        self._queue: SimpleQueue[Waiting | None] = SimpleQueue()  # None: nothing follows
        self._backlog: deque[Waiting] = deque()  # taken from the queue while the journal was away
        self._committed: deque[Committed] = deque()  # and not yet known to be on the disk
        self._disk = Disk(file, lambda: self._queue.put(NUDGE))
        self._give_up = threading.Event()
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._connection: Connection | None = None
        self._lost: dict[Key, int] = {}
        self._down = False
        self._look_at = 0.0
        self._put = 0
        self._settled = 0

    @property
    def unsaved(self) -> int:
        """Entries that wait for their commit. Any thread."""
        return self._put - self._settled

    def begin_without(self, reunite: Callable[[], tuple[object, ...]], detail: str) -> None:
        """Before the start: the server is away. `reunite` raises StoreError until it is there; its items are posted."""
        self._reunite, self._detail = reunite, detail

    _detail = ""

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
        if self._reunite is not None:
            self._wait_for(self._reunite)
        while not self._give_up.is_set() and (group := self._next_group()) is not None:
            outcome = self._commit(group)
            if outcome is None:
                break
            self._took(group, outcome)
            if count(group) and self._neighbours.share_a_lock:
                self._give_up.wait(BATCH_S)
            self._look_around()
            self._keep_in_mind()
        self._see_to_disk()
        self._leave()
        self._neighbours.close()
        self._disk.close()
        self._disconnect()

    def _wait_for(self, reunite: Callable[[], tuple[object, ...]]) -> None:
        """There is no journal yet: what comes is kept, and shown, until there is."""
        delay = FIRST_RETRY_S
        self._is_down(Failure(Reason.AWAY, self._detail))
        while not self._give_up.is_set():
            self._absorb(delay)
            delay = min(2 * delay, LAST_RETRY_S)
            try:
                news = reunite()
            except StoreError as error:
                log.info("the journal is still away: %s", error)
                continue
            for item in news:
                posted = self._post(item)
                if isinstance(item, Conflict):
                    self._lost[item.entry.domain, item.entry.stream] = posted
            self._is_up()
            return

    def _keep_in_mind(self) -> None:
        try:
            self._remember()
        except StoreError as error:
            log.info("what is open was not remembered: %s", error)

    def _next_group(self) -> list[Waiting] | None:
        """Waits a moment for an append and takes what has come since; an append is never split. None at the end."""
        group: list[Waiting] = []
        size = 0
        while size < GROUP and not (group and not self._backlog and self._queue.empty()):
            try:
                waiting = self._backlog.popleft() if self._backlog else self._queue.get(timeout=LOOK_S)
            except Empty:
                break
            if waiting is None:
                self._queue.put(None)  # for the next look, after this group
                return group or None
            group.append(waiting)
            size += len(waiting.entries)
        return group

    # ---- committing ----

    def _commit(self, group: list[Waiting]) -> Outcome | None:
        """Try until it works; None when told to give up. What comes while another console commits joins the group."""
        if not count(group):
            return Outcome()
        since, delay, is_late = time.monotonic(), FIRST_RETRY_S, not self._spool.is_empty
        while isinstance(outcome := self._attempt(group, is_late=is_late), Failure):
            if self._is_brief(outcome, time.monotonic() - since):
                self._give_up.wait(BUSY_RETRY_S)
                self._use_the_wait(group, is_late=is_late)
            else:
                self._is_down(outcome)
                if not is_late:
                    is_late = True
                    self._spool.keep(group)
                self._absorb(delay)
                delay = min(2 * delay, LOCKED_RETRY_S if outcome.reason is Reason.LOCKED else LAST_RETRY_S)
            if self._give_up.is_set():
                return None
        self._is_up()
        return outcome

    def _use_the_wait(self, group: list[Waiting], *, is_late: bool) -> None:
        """Each commit costs both consoles a sync of the disk: one carries all there is. And the lock is another's
        because he has news.
        """
        if not (is_late or self._backlog):
            size = count(group)
            with suppress(Empty):
                while size < GROUP and (waiting := self._queue.get_nowait()) is not None:
                    group.append(waiting)
                    size += len(waiting.entries)
                if size < GROUP:
                    self._queue.put(None)  # for the next look
        if time.monotonic() >= self._look_at:
            self._look_for_others()

    def _absorb(self, for_s: float) -> None:
        """The journal is away: what comes meanwhile is safe on the disk, and waits."""
        until = time.monotonic() + for_s
        while (left_s := until - time.monotonic()) > 0 and not self._give_up.is_set():
            try:
                waiting = self._queue.get(timeout=min(left_s, LOOK_S))
            except Empty:
                continue
            if waiting is None:
                self._queue.put(None)
                self._give_up.wait(min(left_s, LOOK_S))
                continue
            if waiting is NUDGE:
                continue
            self._backlog.append(waiting)
            self._spool.keep([waiting])

    def _attempt(self, group: Sequence[Waiting], *, is_late: bool) -> Outcome | Failure:
        try:
            with self._unsynced(self._connected()), self._connected().begin():
                return commit(self._connected(), self._writer, group, self._lost, is_late=is_late)
        except DBAPIError as error:
            failure = Failure(reason_of(error), detail_of(error))
        except Exception as error:
            log.exception("the journal cannot be written")
            failure = Failure(Reason.ERROR, detail_of(error))
        if failure.reason is not Reason.LOCKED:
            self._disconnect()
        return failure

    def _unsynced(self, connection: Connection) -> AbstractContextManager[None]:
        return told_again(connection) if self._disk.is_needed else nullcontext()

    def _connected(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    def _is_brief(self, failure: Failure, lasted_s: float) -> bool:
        return failure.reason is Reason.LOCKED and not self._down and lasted_s < BUSY_FOR_S

    def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(DBAPIError):  # it is being given up because it failed
                connection.close()

    # ---- the disk ----

    def _settle(self) -> None:
        """Tell of whatever is on the disk by now."""
        try:
            synced = self._disk.settled()
        except OSError as error:
            self._mend(Failure(reason_of(error), detail_of(error)))
            synced = self._disk.settled() if not self._give_up.is_set() else 0
        while self._committed and self._committed[0].sync <= synced:
            done = self._committed.popleft()
            self._tell(done.group, done.outcome)
            self._settled += count(done.group)

    def _see_to_disk(self) -> None:
        """Wait until all that was committed is on the disk."""
        while self._committed and not self._give_up.is_set():
            self._disk.wait(self._committed[-1].sync, LOOK_S)
            self._settle()

    def _mend(self, failure: Failure) -> None:
        """Until what could not be synced has been written in another way."""
        self._is_down(failure)
        delay = FIRST_RETRY_S
        while not self._give_up.is_set():
            with suppress(DBAPIError):  # the disk is at fault, and that is told
                if self._disk.mend(self._connected()):
                    self._is_up()
                    return
            self._absorb(delay)
            delay = min(2 * delay, LAST_RETRY_S)

    # ---- the others ----

    def _look_around(self) -> None:
        """What others have committed, and that we live: it also tells a journal that went away while nothing waits."""
        self._look_for_others()
        try:
            answer = self._neighbours.attend(self._connected) if self._neighbours.is_due else None
        except DBAPIError as error:
            reason = reason_of(error)
            if reason is not Reason.LOCKED:
                self._disconnect()
                self._is_down(Failure(reason, detail_of(error)))
        else:
            if answer is not None:
                self._is_up()
                self._post(answer)
        for told in self._neighbours.answers():
            self._post(told)

    def _look_for_others(self) -> None:
        self._look_at = time.monotonic() + LOOK_S
        for followed in self._neighbours.followed():
            self._post(followed)

    def _leave(self) -> None:
        if not self._down and not self._give_up.is_set():
            with suppress(DBAPIError):  # the others will find out by themselves
                self._neighbours.leave(self._connected)

    # ---- telling the desk ----

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

    def _took(self, group: Sequence[Waiting], outcome: Outcome) -> None:
        """Who lost is told at once: whatever others committed after that is told later."""
        for key in outcome.saved:
            self._lost.pop(key, None)
        for conflict in outcome.conflicts:
            self._lost[conflict.entry.domain, conflict.entry.stream] = self._post(conflict)
        if any(waiting is not NUDGE for waiting in group):
            self._committed.append(Committed(group, outcome, self._disk.ask()))
        self._settle()
        if not (self._backlog or self._spool.is_empty):
            self._see_to_disk()
            if not self._committed:
                self._spool.clear()

    def _tell(self, group: Sequence[Waiting], outcome: Outcome) -> None:
        if outcome.saved:
            self._post(Saved(outcome.saved))
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
