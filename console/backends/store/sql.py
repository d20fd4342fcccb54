"""The journal's home in a database: the Store of `ports.py` on SQLite (a file, or memory) or PostgreSQL."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, delete, false
from sqlalchemy.exc import OperationalError

from console.attendance import Beat
from console.backends.store import migrate, tables
from console.backends.store.absence import Known, Memory
from console.backends.store.commit import Writer, commit
from console.backends.store.database import Database
from console.backends.store.faults import Reason, named, reason_of
from console.backends.store.follow import follower
from console.backends.store.neighbours import Neighbours
from console.backends.store.read import JournalReader
from console.backends.store.rows import Key, Waiting, prepare
from console.backends.store.spool import Spool
from console.backends.store.thread import StoreThread
from console.clock import Clock
from console.errors import StoreError
from console.inbox import Inbox
from console.journal import Conflict, Entry, Recorded, Reunited, Told
from console.model import LIVE, Domain, PointId

STOP_S = 5.0


class SqlStore:
    """Every method belongs to the desk thread; `on_handled` is called on the store thread, after the commit."""

    def __init__(
        self,
        where: str | Path,
        position: str,
        inbox: Inbox,
        clock: Clock,
        on_handled: Callable[[Sequence[int]], None],
        *,
        lock_wait_s: float = 5.0,
        spool: Path | None = None,
    ) -> None:
        """`where`: a file, an SQLAlchemy URL, or `sqlite://` for memory.

        `lock_wait_s`: how long `open` waits for another program that holds a database it has to migrate. `spool`: the
        file that holds what cannot be committed while the database is away; None: memory alone does. Beside it lies
        what a start without the server begins with.
        """
        self._database = Database.at(where)
        self._writer = Writer(position, secrets.token_hex(6), clock.now_ms())
        self._inbox = inbox
        self._lock_wait_s = lock_wait_s
        self._engine = self._database.writer()
        self._reader = JournalReader(self._database)
        self._spool = Spool(spool)
        is_remote = self._database.file is None and not self._database.is_memory
        self._remembered = Memory(spool.with_suffix(".known") if spool is not None and is_remote else None)
        self._known: Known | None = None  # what there is to start with while the server is away
        self._left: tuple[Waiting, ...] = ()
        following = None if self._database.is_memory else follower(self._database, self.writer)
        self._neighbours = Neighbours(self._writer, following, self._reader, clock)
        self._thread = StoreThread(
            self._engine, self._writer, inbox, clock, on_handled, self._neighbours, self._spool, self._remember,
            self._database.file,
        )  # fmt: skip
        self._overtaken: tuple[Conflict, ...] = ()
        self._memory: Connection | None = None
        self._is_closed = False

    @property
    def writer(self) -> str:
        """This run's name in the journal: position + "/" + boot id."""
        return self._writer.name

    @property
    def reader(self) -> JournalReader:
        """For whoever reads the journal; on memory only until `stop`."""
        return self._reader

    @property
    def unsaved(self) -> int:
        """Entries that still wait for their commit. Any thread."""
        return self._thread.unsaved

    def open(self) -> None:
        """Create or migrate the database and make sure it can be written; raises StoreError.

        A database that needs no migration may be locked: entries wait until it is free. A server may be away: then
        reads give what this position last knew, and `Reunited` is posted when it is there.
        """
        if self._database.is_memory:
            self._memory = self._engine.connect()  # memory lives as long as one connection to it
        try:
            migrate.upgrade(self._database, self._lock_wait_s)
            with named("writing", self._database.name):
                self._try_to_write()
                self._commit_what_is_left()
                self._neighbours.begin()
        except StoreError as error:
            self._forget_memory()
            if not self._is_away(error):
                raise
            left = self._spool.left()
            self._left = (Waiting(tuple(left), (), 0),) if left else ()
            self._known = self._remembered.read().with_left(left)
            self._thread.begin_without(self._reunite, str(error))

    def _is_away(self, error: StoreError) -> bool:
        cause = error.__cause__
        return not self._database.is_sqlite and cause is not None and reason_of(cause) is Reason.AWAY

    def _reunite(self) -> tuple[object, ...]:
        """The server may be there: what the desk is to hear then, in order. Store thread. Raises StoreError."""
        migrate.upgrade(self._database, self._lock_wait_s)
        with named("writing", self._database.name):
            self._try_to_write()
            overtaken: tuple[Conflict, ...] = ()
            if self._left:
                with self._engine.begin() as connection:
                    overtaken = tuple(commit(connection, self._writer, self._left, {}, is_late=True).conflicts)
            self._neighbours.begin()
            streams, episodes = self._reader.open_streams(LIVE), self._reader.episodes(LIVE)
            gone = tuple(Told(*key, self._reader.stream(*key)) for key in self._over(streams))
        self._known, self._left = None, ()
        return Reunited(streams, episodes), *gone, *overtaken

    def _over(self, streams: Sequence[Recorded]) -> list[Key]:
        """What we took for open is open no more."""
        known = self._known.records if self._known is not None else ()
        still = {(record.entry.domain, record.entry.stream) for record in streams}
        ours = dict.fromkeys((record.entry.domain, record.entry.stream) for record in known)
        return [key for key in ours if key not in still]

    def _remember(self) -> None:
        """What is open now, for a start without the server. Store thread. Raises StoreError."""
        if self._remembered.is_due:
            self._remembered.keep(Known(self._reader.open_streams(LIVE), self._reader.episodes(LIVE)))

    def _try_to_write(self) -> None:
        try:
            with self._engine.begin() as connection:
                connection.execute(delete(tables.writer).where(false()))  # BEGIN alone passes on a read-only file
        except OperationalError as error:
            if reason_of(error) is not Reason.LOCKED:
                raise

    def _commit_what_is_left(self) -> None:
        """An earlier run was killed while the database was away: before anything is loaded its word is kept."""
        left = tuple(self._spool.left())
        if not left:
            self._spool.clear()
            return
        engine = self._database.writer(self._lock_wait_s)
        try:
            with engine.begin() as connection:
                outcome = commit(connection, self._writer, [Waiting(left, (), 0)], {}, is_late=True)
        except OperationalError as error:
            if reason_of(error) is not Reason.LOCKED:
                raise
            self._spool.leave_it()  # the room opens without it; the next start finds it
        else:
            self._overtaken = tuple(outcome.conflicts)
            self._spool.clear()
        finally:
            engine.dispose()

    def overtaken(self) -> tuple[Conflict, ...]:
        """What an earlier run had decided while the database was away and others decided first. After `open`."""
        return self._overtaken

    def open_streams(self, domain: Domain) -> tuple[Recorded, ...]:
        """Every entry of every stream still open, in (stream, version) order. Raises StoreError, JournalError."""
        if self._known is not None:
            return tuple(record for record in self._known.records if record.entry.domain == domain)
        return self._reader.open_streams(domain)

    def episodes(self, domain: Domain) -> Mapping[PointId, int]:
        """Number of the last episode of each point. Raises StoreError."""
        if self._known is not None:
            return self._known.episodes if domain == LIVE else {}
        return self._reader.episodes(domain)

    def since(self, domain: Domain, t_ms: int, kinds: Collection[str]) -> tuple[Recorded, ...]:
        """The entries of these kinds that were written since that time. Raises StoreError, JournalError."""
        return self._reader.since(domain, t_ms, kinds) if self._known is None else ()

    def previous_head(self) -> tuple[str, int, str] | None:
        """Writer, sequence and hash of this position's last entry before this run. Raises StoreError."""
        if self._known is not None:
            return None  # the chain begins anew; the run before stands by itself
        return self._reader.previous_head(self._writer.position, but_not=self.writer)

    def start(self) -> None:
        self._thread.start()

    def append(self, entries: Sequence[Entry], receipts: Sequence[int] = ()) -> None:
        """Commit these, in order, in one transaction; the receipts are marked handled after the commit.

        Returns at once. Raises ValueError or TypeError for an entry no database can hold, StoreError after `stop`.
        """
        if self._is_closed:
            raise StoreError("the journal is closed")
        self._thread.put(Waiting(tuple(prepare(entry) for entry in entries), tuple(receipts), self._inbox.taken))

    def beat(self, beat: Beat) -> None:
        """Say soon that this console lives; posts `Attendance`, none while the database is away. Returns at once."""
        self._neighbours.say(beat)

    def ask(self, domain: Domain, stream: str) -> None:
        """Read a stream; posts `Told` once, when the database is there. Returns at once."""
        self._neighbours.ask(domain, stream)

    def stop(self) -> bool:
        """Commit what waits and close; False when entries could not be committed within five seconds."""
        self._is_closed = True
        try:
            return self._thread.stop(STOP_S)
        finally:
            self._forget_memory()
            self._engine.dispose()

    def _forget_memory(self) -> None:
        connection, self._memory = self._memory, None
        if connection is not None:
            with suppress(OperationalError):
                connection.close()
