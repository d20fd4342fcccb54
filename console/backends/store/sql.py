"""The journal's home in a database: the Store of `ports.py` on SQLite (a file, or memory) or PostgreSQL."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, delete, false
from sqlalchemy.exc import OperationalError

from console.backends.store import migrate, tables
from console.backends.store.commit import Writer
from console.backends.store.database import Database
from console.backends.store.faults import Reason, named, reason_of
from console.backends.store.read import JournalReader
from console.backends.store.rows import Waiting, prepare
from console.backends.store.thread import StoreThread
from console.clock import Clock
from console.errors import StoreError
from console.inbox import Inbox
from console.journal import Entry, Recorded
from console.model import Domain, PointId

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
    ) -> None:
        """`where`: a file, an SQLAlchemy URL, or `sqlite://` for memory.

        `lock_wait_s`: how long `open` waits for another program that holds a database it has to migrate.
        """
        self._database = Database.at(where)
        self._writer = Writer(position, secrets.token_hex(6), clock.now_ms())
        self._inbox = inbox
        self._lock_wait_s = lock_wait_s
        self._engine = self._database.writer()
        self._reader = JournalReader(self._database)
        self._thread = StoreThread(self._engine, self._writer, inbox, clock, on_handled)
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

        A database that needs no migration may be locked: entries wait until it is free.
        """
        if self._database.is_memory:
            self._memory = self._engine.connect()  # memory lives as long as one connection to it
        try:
            migrate.upgrade(self._database, self._lock_wait_s)
            with named("writing", self._database.name):
                self._try_to_write()
        except StoreError:
            self._forget_memory()
            raise

    def _try_to_write(self) -> None:
        try:
            with self._engine.begin() as connection:
                connection.execute(delete(tables.writer).where(false()))  # BEGIN alone passes on a read-only file
        except OperationalError as error:
            if reason_of(error) is not Reason.LOCKED:
                raise

    def open_streams(self, domain: Domain) -> tuple[Recorded, ...]:
        """Every entry of every stream still open, in (stream, version) order. Raises StoreError, JournalError."""
        return self._reader.open_streams(domain)

    def episodes(self, domain: Domain) -> Mapping[PointId, int]:
        """Number of the last episode of each point. Raises StoreError."""
        return self._reader.episodes(domain)

    def since(self, domain: Domain, t_ms: int, kinds: Collection[str]) -> tuple[Recorded, ...]:
        """The entries of these kinds that were written since that time. Raises StoreError, JournalError."""
        return self._reader.since(domain, t_ms, kinds)

    def previous_head(self) -> tuple[str, int, str] | None:
        """Writer, sequence and hash of this position's last entry before this run. Raises StoreError."""
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
