"""Where the history lies and how to reach it: files on SQLite, partitions on PostgreSQL. One library per thread.

Everything above it is the same for both: a catalogue, and volumes that are opened, listed and dropped as a whole.
"""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from console.backends.history.levels import Level, Volume
from console.backends.history.tables import BLOCKS
from console.backends.store import migrate
from console.backends.store.database import Database
from console.errors import StoreError

SCRIPTS = Path(__file__).parent / "migrations"
HEAD = "0001"
CATALOGUE = "catalogue.sqlite"
SCHEMA = "watchroom_history"  # beside the journal's tables, on a server that holds both
LEASE_FILE = "writer.lock"  # who has locked it writes
LEASE = 0x57524853  # the number of an advisory lock: who has it writes
LOCK_WAIT_S = 0.25  # the log waits meanwhile
NAMED = re.compile(r"(raw|minute|hour)[-_](\d{4,8})(\.sqlite)?")


class Library(Protocol):
    """Raises DBAPIError, OSError or StoreError; after any of them `close` and try again."""

    def prepare(self) -> None:
        """Create or migrate what is missing."""

    def leads(self) -> bool:
        """Whether it is this console that writes: of several that share a folder or a server one does."""

    def catalogue(self) -> Connection:
        """Names of points, and what is due."""

    def shelf(self, volume: Volume) -> Connection:
        """The connection that reaches this volume, which exists."""

    def volumes(self, level: Level) -> list[Volume]:
        """Those that exist, oldest first."""

    def reachable(self, wanted: list[Volume]) -> list[Volume]:
        """Those of them that can be read."""

    def add(self, volume: Volume) -> None:
        """Make it exist."""

    def drop(self, volume: Volume) -> None:
        """All of it, at once."""

    def close(self) -> None: ...


@contextmanager
def transaction(connection: Connection) -> Iterator[Connection]:
    """Committed at the end, rolled back when it raises."""
    with connection.begin():
        yield connection


class Files:
    """A folder: the catalogue and each volume are an SQLite file of their own."""

    def __init__(self, folder: Path, *, is_writer: bool) -> None:
        self.folder = folder
        self._is_writer = is_writer
        self._open: dict[Path, Connection] = {}
        self._lease = -1

    def prepare(self) -> None:
        migrate.upgrade(Database.at(self.folder / CATALOGUE), LOCK_WAIT_S, SCRIPTS, HEAD)

    def leads(self) -> bool:
        """The lock belongs to the process: who dies leads no longer."""
        if self._lease < 0:
            lease = os.open(self.folder / LEASE_FILE, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                fcntl.flock(lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(lease)
                return False
            self._lease = lease
        return True

    def catalogue(self) -> Connection:
        return self._connection(self.folder / CATALOGUE)

    def shelf(self, volume: Volume) -> Connection:
        return self._connection(self._path(volume))

    def volumes(self, level: Level) -> list[Volume]:
        names = (NAMED.fullmatch(path.name) for path in self.folder.glob(f"{level}-*.sqlite"))
        return sorted(Volume(level, match[2]) for match in names if match)

    def reachable(self, wanted: list[Volume]) -> list[Volume]:
        found = [volume for volume in wanted if self._path(volume).exists()]
        for volume in wanted:
            if volume not in found:  # dropped by the other thread
                self._give_up(self._path(volume))
        return found

    def add(self, volume: Volume) -> None:
        """Made beside its place and moved there when whole: no reader meets half a volume."""
        path = self._path(volume)
        if path.exists():
            return
        draft = Database.at(path.with_suffix(".new"))
        assert draft.file is not None
        draft.prepare(LOCK_WAIT_S)
        with draft.writer(LOCK_WAIT_S).begin() as connection:
            BLOCKS[volume.level].create(connection, checkfirst=True)
        draft.file.replace(path)

    def drop(self, volume: Volume) -> None:
        path = self._path(volume)
        self._give_up(path)
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)

    def close(self) -> None:
        for path in tuple(self._open):
            self._give_up(path)
        if self._lease >= 0:
            os.close(self._lease)
            self._lease = -1

    def _path(self, volume: Volume) -> Path:
        return self.folder / f"{volume.level}-{volume.name}.sqlite"

    def _connection(self, path: Path) -> Connection:
        found = self._open.get(path)
        if found is None:
            database = Database.at(path)
            engine = database.writer(LOCK_WAIT_S, "NORMAL") if self._is_writer else database.reader()
            found = self._open[path] = engine.connect()
        return found

    def _give_up(self, path: Path) -> None:
        _close(self._open.pop(path, None))


class Server:
    """A PostgreSQL database: one connection, and a partition of the level's table for every volume.

    Raises StoreError for an address that no driver takes.
    """

    def __init__(self, database: Database, *, is_writer: bool) -> None:
        database.writer()  # an address without a driver is refused at once
        self._plain = database
        self._database = Database(database.url.update_query_dict({"options": f"-csearch_path={SCHEMA}"}), None)
        self._is_writer = is_writer
        self._connection: Connection | None = None
        self._added: set[Volume] = set()
        self._leads = False

    def prepare(self) -> None:
        with self._plain.writer().begin() as connection:
            connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))
        migrate.upgrade(self._database, LOCK_WAIT_S, SCRIPTS, HEAD)

    def leads(self) -> bool:
        """The lock belongs to the connection: who loses that, or dies, leads no longer."""
        if not self._leads:
            with transaction(self.catalogue()) as connection:
                self._leads = bool(connection.execute(text(f"SELECT pg_try_advisory_lock({LEASE})")).scalar())
        return self._leads

    def catalogue(self) -> Connection:
        if self._connection is None:
            engine = self._database.writer() if self._is_writer else self._database.reader()
            self._connection = engine.connect()
        return self._connection

    def shelf(self, volume: Volume) -> Connection:
        del volume  # the server finds the partition
        return self.catalogue()

    def volumes(self, level: Level) -> list[Volume]:
        with transaction(self.catalogue()) as connection:
            names = inspect(connection).get_table_names()
        found = (NAMED.fullmatch(name.removeprefix("block_")) for name in names)
        return sorted(Volume(level, match[2]) for match in found if match and match[1] == level)

    def reachable(self, wanted: list[Volume]) -> list[Volume]:
        return wanted

    def add(self, volume: Volume) -> None:
        if volume in self._added:
            return
        bounds = f"FROM ({volume.start_ms}) TO ({volume.end_ms})"
        with transaction(self.catalogue()) as connection:
            connection.execute(
                text(
                    f"CREATE TABLE IF NOT EXISTS {_partition(volume)} "
                    f"PARTITION OF block_{volume.level} FOR VALUES {bounds}"
                )
            )
        self._added.add(volume)

    def drop(self, volume: Volume) -> None:
        with transaction(self.catalogue()) as connection:
            connection.execute(text(f"DROP TABLE IF EXISTS {_partition(volume)}"))
        self._added.discard(volume)

    def close(self) -> None:
        connection, self._connection, self._leads = self._connection, None, False
        _close(connection)


def library(where: str | Path, *, is_writer: bool) -> Library:
    """A folder, or the address of a PostgreSQL database. Raises StoreError for any other address."""
    if isinstance(where, Path):
        return Files(where, is_writer=is_writer)
    database = Database.at(where)
    if database.file is not None:
        return Files(database.file, is_writer=is_writer)
    if database.is_sqlite:
        raise StoreError("the history cannot live in memory: give a folder, as sqlite:///FOLDER, or a server")
    return Server(database, is_writer=is_writer)


def is_led(folder: Path) -> bool:
    """Whether a console has begun to write there."""
    return (folder / LEASE_FILE).exists()


def _partition(volume: Volume) -> str:
    return f"block_{volume.level}_{volume.name}"


def _close(connection: Connection | None) -> None:
    if connection is not None:
        with suppress(DBAPIError):  # it may be given up because it failed
            connection.close()
