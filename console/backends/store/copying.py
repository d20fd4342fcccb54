"""A journal copied whole, out of a database that is being written into a file, and from such a file into an empty one.

The copy is always an SQLite file: it can be verified, read and restored without the server it came from.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, text

from console.backends.store import migrate, tables
from console.backends.store.database import Database
from console.backends.store.faults import named
from console.errors import StoreError

CHUNK = 1_000
MOMENTARY = ("presence", "lease")  # who is here now: true of the running consoles, not of a copy
WAIT_S = 30.0  # for the lock on an empty database that is being filled
Progress = Callable[[int], None]


def copy_out(source: Database, target: Path, progress: Progress = lambda _: None) -> tuple[str, int]:
    """One state of the journal into a new file; returns its revision and how many entries. Raises StoreError."""
    with named("copying", source.name):
        found = migrate.revision(source) if source.file is None or source.file.is_file() else None
        if found is None:
            raise StoreError(f"there is no journal at {source.name}")
        if source.is_sqlite:
            _copy_file(source, target)
        else:
            _copy_rows(source, Database.at(target), found, progress)
        return found, _settled(target)


def copy_in(source: Path, target: Database, progress: Progress = lambda _: None) -> None:
    """The journal of that file into a place where there is none; an older one is migrated. Raises StoreError."""
    with named("restoring", target.name):
        if target.file is not None:
            _restore_file(source, target.file)
            return
        migrate.upgrade(target, WAIT_S)
        copy = Database.at(source)
        if migrate.revision(copy) != migrate.HEAD:
            raise StoreError(f"{source} is of an older version: restore it into files first, then back that up again")
        with copy.reader().connect() as reading, target.writer(WAIT_S).begin() as writing:
            if writing.execute(select(func.count()).select_from(tables.writer)).scalar():
                raise StoreError(f"{target.name} holds a journal: restore into an empty database")
            _pour(reading, writing, progress)
            _number_on(writing)


def _copy_file(source: Database, target: Path) -> None:
    """In one step: as a reader it holds up nobody, and a step after each change would never end."""
    with source.reader().connect() as connection, closing(sqlite3.connect(target)) as copy:
        driver: Any = connection.connection.driver_connection
        driver.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, that can be read from a medium nobody can write to


def _copy_rows(source: Database, target: Database, found: str, progress: Progress) -> None:
    if found != migrate.HEAD:
        raise StoreError(f"{source.name} is of revision {found}: start this version's console once, which migrates it")
    migrate.upgrade(target, WAIT_S)
    with source.reader().connect() as reading, target.writer(WAIT_S).begin() as writing:
        _pour(reading, writing, progress)
    with closing(sqlite3.connect(target.file or "")) as copy:
        copy.execute("PRAGMA journal_mode=DELETE")


def _pour(reading: Connection, writing: Connection, progress: Progress) -> None:
    count = 0
    for table in tables.metadata.sorted_tables:
        rows = reading.execution_options(yield_per=CHUNK).execute(select(table).order_by(*table.primary_key))
        for chunk in rows.partitions():
            _insert(writing, table, [tuple(row) for row in chunk])
            count += len(chunk)
            progress(count)


def _insert(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    columns = [column.name for column in table.columns]
    statement = str(insert(table).compile(dialect=connection.dialect, column_keys=columns))
    connection.exec_driver_sql(statement, list(rows))


def _number_on(connection: Connection) -> None:
    """A server counts its rows by itself: it has to go on behind those that were given."""
    for table in (tables.entry, tables.writer):
        highest = connection.execute(select(func.max(table.c.id))).scalar()
        if highest:
            query = text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :highest)")
            connection.execute(query, {"name": table.name, "highest": highest})


def _settled(target: Path) -> int:
    """Without what is true of the moment alone; how many entries it holds."""
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            if name in MOMENTARY:
                copy.execute(f'DELETE FROM "{name}"')  # noqa: S608  # one of two names of ours
        return int(copy.execute("SELECT count(*) FROM entry").fetchone()[0])


def _restore_file(source: Path, target: Path) -> None:
    if target.exists():
        raise StoreError(f"there is a journal at {target}: move it away first")
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        read_only = f"{source.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(read_only, uri=True)) as copy, closing(sqlite3.connect(part)) as fresh:
            copy.backup(fresh)
        migrate.upgrade(Database.at(part), WAIT_S)
        with closing(sqlite3.connect(part)) as fresh:
            fresh.execute("PRAGMA journal_mode=DELETE")  # nothing is left beside the file that is renamed now
        if target.exists():  # a console has started meanwhile
            raise StoreError(f"there is a journal at {target}: move it away first")
        part.replace(target)
    finally:
        for left in (part, *part.parent.glob(f"{part.name}-*")):
            left.unlink(missing_ok=True)
