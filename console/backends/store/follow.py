"""What other consoles have committed since the last look, each entry once and each stream in its order. Store thread.

On a file rows are numbered in the order of their commits and a pragma says whether anything changed. A server numbers
rows before they are committed, so there each writer's own chain is followed, and a notification says whose grew.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection, and_, func, select, text
from sqlalchemy.exc import DBAPIError, OperationalError

from console.backends.store import tables
from console.backends.store.commit import CHANNEL
from console.backends.store.database import Database
from console.backends.store.rows import recorded
from console.errors import JournalError
from console.journal import Recorded
from console.verify import Line

log = logging.getLogger(__name__)

AT_ONCE = 500  # entries read in one look
NEWEST = 200  # runs looked at without having been notified: a notification may have been missed
LOOK_ALL_S = 2.0


class Follower(Protocol):
    """After an error `close` and look again: nothing is passed over."""

    def begin(self) -> None:
        """What is there now is known. Raises DBAPIError."""

    def look(self) -> tuple[Recorded, ...]:
        """What others have committed since; empty most of the time, and then cheap. Raises DBAPIError."""

    def close(self) -> None: ...


def follower(database: Database, writer: str) -> Follower:
    """The one that suits this home; `writer` is our own name."""
    return FileFollower(database, writer) if database.is_sqlite else ServerFollower(database, writer)


class FileFollower:
    """Asks SQLite whether the file was written by anybody."""

    def __init__(self, database: Database, writer: str) -> None:
        self._database = database
        self._writer = writer
        self._connection: Connection | None = None
        self._changes = -1
        self._last = 0

    def begin(self) -> None:
        with self._connected().begin():
            self._last = self._newest()

    def look(self) -> tuple[Recorded, ...]:
        connection = self._connected()
        driver: Any = connection.connection.driver_connection
        changes = driver.execute("PRAGMA data_version").fetchone()[0]  # outside any transaction
        if changes == self._changes:
            return ()
        with connection.begin():
            newest = self._newest()
            columns = tables.entry.c
            theirs = and_(columns.id > self._last, columns.id <= newest, columns.writer != self._writer)
            found = _read(connection, theirs)
        is_all = len(found) < AT_ONCE
        self._last = newest if is_all else found[-1].id
        self._changes = changes if is_all else -1
        return _entries(found)

    def close(self) -> None:
        _close(self._connection)
        self._connection, self._changes = None, -1

    def _connected(self) -> Connection:
        if self._connection is None:
            self._connection = self._database.reader().connect()
        return self._connection

    def _newest(self) -> int:
        return int(self._connected().execute(select(func.max(tables.entry.c.id))).scalar() or 0)


class ServerFollower:
    """Listens for the names of writers whose chain grew."""

    def __init__(self, database: Database, writer: str) -> None:
        self._database = database
        self._writer = writer
        self._connection: Connection | None = None
        self._heads: dict[str, int] = {}
        self._look_all_at = 0.0
        self._grown: set[str] = set()

    def begin(self) -> None:
        self._heads = dict(self._all_heads())

    def look(self) -> tuple[Recorded, ...]:
        self._grown |= self._notified(self._connected())
        if time.monotonic() >= self._look_all_at:
            self._look_all_at = time.monotonic() + LOOK_ALL_S
            self._grown |= {name for name, seq in self._all_heads(NEWEST) if seq > self._heads.get(name, 0)}
        self._grown.discard(self._writer)
        found: list[_Row] = []
        for name in sorted(self._grown):
            columns, known = tables.entry.c, self._heads.get(name, 0)
            more = _read(self._connected(), and_(columns.writer == name, columns.seq > known))
            if more:
                self._heads[name] = more[-1].seq
            if len(more) < AT_ONCE:
                self._grown.discard(name)
            found += more
        return _entries(sorted(found, key=lambda row: row.id))  # within a stream that is the order of commit

    @staticmethod
    def _notified(connection: Connection) -> set[str]:
        """Asked of the driver itself, whose errors are told as every other one of the database."""
        driver: Any = connection.connection.driver_connection
        try:
            return {notice.payload for notice in driver.notifies(timeout=0)}
        except connection.dialect.loaded_dbapi.Error as error:
            raise OperationalError("notifies", None, error) from error

    def close(self) -> None:
        _close(self._connection)
        self._connection, self._look_all_at = None, 0.0

    def _connected(self) -> Connection:
        if self._connection is None:
            self._connection = self._database.listener().connect()
            self._connection.execute(text(f"LISTEN {CHANNEL}"))
        return self._connection

    def _all_heads(self, most: int | None = None) -> Iterator[tuple[str, int]]:
        columns = tables.writer.c
        query = select(columns.writer, columns.seq).order_by(columns.id.desc()).limit(most)
        for row in self._connected().execute(query):
            yield row.writer, row.seq


@dataclass(frozen=True, slots=True)
class _Row:
    """One entry with its place; None: it cannot be read."""

    id: int
    seq: int
    recorded: Recorded | None


def _read(connection: Connection, which: Any) -> list[_Row]:
    """These entries in the order of their numbers."""
    here, there = tables.entry.c, tables.stream.c
    same = and_(here.domain == there.domain, here.stream == there.stream)
    query = select(tables.entry, there.open).outerjoin(tables.stream, same).where(which).order_by(here.id)
    return [_row(Line(*row[:-1]), bool(row[-1])) for row in connection.execute(query.limit(AT_ONCE))]


def _row(line: Line, is_open: bool) -> _Row:
    try:
        return _Row(line.id, line.seq, recorded(line, is_open))
    except JournalError as error:  # somebody altered it: `verify` says so, and the others still count
        log.error("the journal of another console: %s", error)
        return _Row(line.id, line.seq, None)


def _entries(rows: list[_Row]) -> tuple[Recorded, ...]:
    return tuple(row.recorded for row in rows if row.recorded is not None)


def _close(connection: Connection | None) -> None:
    if connection is not None:
        with suppress(DBAPIError):  # it may be given up because it failed
            connection.close()
