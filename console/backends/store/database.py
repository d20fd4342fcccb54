"""Where a journal is kept and how to connect to it: the one place that knows SQLite from PostgreSQL."""

from __future__ import annotations

import errno
import os
import secrets
import sqlite3
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Dialect, Engine, Table, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from console.errors import StoreError

JOURNAL_FILE = "journal.sqlite"  # in the data folder, when the configuration names no URL
LOCKED_PAUSE_S = 0.02
REACH = {  # a server that fell silent is noticed in seconds, not in the minutes a system gives a connection
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 8_000,
}
PATIENCE = "-cidle_in_transaction_session_timeout=10s"  # a console that froze in a commit does not hold the others up
READ_WAIT_S = 5.0  # a reader waits this long for a lock; the writer never waits inside the driver


@dataclass(frozen=True, slots=True)
class Database:
    """A journal's address. `file` is None for a server and for memory."""

    url: URL
    file: Path | None

    @classmethod
    def at(cls, where: str | Path) -> Database:
        """From a path, an SQLAlchemy URL, or `sqlite://` for a journal in memory that dies with its store."""
        if isinstance(where, Path) or "://" not in where:
            path = Path(where).absolute()
            return cls(_file_url(path, {}), path)
        url = _parsed(where)
        if not _is_sqlite(url):
            return cls(url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url, None)
        if url.database in (None, "", ":memory:"):
            return cls(in_memory(secrets.token_hex(8)), None)
        if url.query:
            return cls(url, None)
        return cls.at(Path(str(url.database)))

    @property
    def is_sqlite(self) -> bool:
        return _is_sqlite(self.url)

    @property
    def is_memory(self) -> bool:
        return self.is_sqlite and self.file is None

    @property
    def name(self) -> str:
        """For people: a path, or the URL without its password."""
        return str(self.file) if self.file else shown(self.url)

    def writer(self, wait_s: float = 0.0, synchronous: str = "FULL") -> Engine:
        """Connections whose transactions may write; on SQLite each begins with the write lock in its hand.

        `wait_s`: how long the driver waits for that lock before it raises. `synchronous`: SQLite's word for how sure
        a commit is to outlive a power cut; NORMAL for what can be told again.
        """
        if not self.is_sqlite:
            return _engine(self.url, _of_server(self.url, PATIENCE))
        engine = _sqlite_engine(self.url, wait_s)
        event.listen(engine, "connect", partial(_synchronise, synchronous))
        event.listen(engine, "begin", _begin_immediate)  # a deferred BEGIN that upgrades fails whatever the timeout
        return engine

    def reader(self) -> Engine:
        """Connections that cannot write. A transaction sees one state from beginning to end."""
        if not self.is_sqlite:
            engine = _engine(self.url, _of_server(self.url))
            return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        engine = _sqlite_engine(self._read_only_url(), READ_WAIT_S)
        event.listen(engine, "connect", _keep_bad_bytes)
        event.listen(engine, "begin", _begin)
        return engine

    def listener(self) -> Engine:
        """Of a server: connections that are in no transaction, see what is newest and can be notified."""
        return _engine(self.url, _of_server(self.url)).execution_options(isolation_level="AUTOCOMMIT")

    def _read_only_url(self) -> URL:
        if self.file is None:
            return self.url
        if not _may_write(self.file.parent) and not Path(f"{self.file}-wal").exists():
            return _file_url(self.file, {"immutable": "1"})  # a copy on a read-only medium: no lock can be taken there
        return _file_url(self.file, {"mode": "ro"})

    def prepare(self, wait_s: float) -> None:
        """Create folder and file when they are missing; raises OSError or the driver's error. A server: nothing."""
        if self.file is None:
            return
        self.file.parent.mkdir(parents=True, exist_ok=True)
        if not _may_write(self.file.parent):  # SQLite itself would only say that it cannot open the file
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self.file.parent))
        with closing(sqlite3.connect(self.file, timeout=wait_s)) as connection:
            _switch_to_wal(connection, time.monotonic() + wait_s)

    def back_up(self, label: str) -> Path | None:
        """Copy the file beside itself before a migration; None when the database is not a file of ours."""
        if self.file is None:
            return None
        copy = self.file.with_name(f"{self.file.stem}-before-{label}{self.file.suffix}")
        part = copy.with_name(copy.name + ".part")
        try:
            with closing(sqlite3.connect(self.file)) as source, closing(sqlite3.connect(part)) as target:
                source.backup(target)
            part.replace(copy)
        finally:
            part.unlink(missing_ok=True)
        return copy


def _switch_to_wal(connection: sqlite3.Connection, until: float) -> None:
    """Once a file: setting it on every connection costs a lock each time.

    Of two programs that create the file together one is told "locked" at once: SQLite's own waiting does not cover
    this switch.
    """
    pause = threading.Event()
    while True:
        try:
            if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
                connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() >= until:
                raise
            pause.wait(LOCKED_PAUSE_S)
        else:
            return


@contextmanager
def told_again(connection: Connection) -> Iterator[None]:
    """What is committed meanwhile need not outlive a power cut: on SQLite it waits for no disk."""
    driver: Any = connection.connection.driver_connection if connection.dialect.name == "sqlite" else None
    if driver is None:
        yield
        return
    driver.execute("PRAGMA synchronous=NORMAL")
    try:
        yield
    finally:
        driver.execute("PRAGMA synchronous=FULL")


def shown(url: URL) -> str:
    """For people: without the password, and without the options, which a driver takes one from as well."""
    return url.set(query={}).render_as_string(hide_password=True)


def in_memory(name: str) -> URL:
    """A journal in this process's memory; stores given the same name share it while one of them is open."""
    return _sqlite_url(f"file:/{name}", {"vfs": "memdb"})  # real locks between connections, unlike :memory:


def upsert(dialect: Dialect, table: Table, grows: str = "") -> str:
    """An INSERT of whole rows for `exec_driver_sql` that overwrites what has the same key.

    `grows` names a column that must not become smaller: a row that would make it so is left out.
    """
    insert = sqlite.insert(table) if dialect.name == "sqlite" else postgresql.insert(table)
    key = [column.name for column in table.primary_key]
    rest = {column.name: insert.excluded[column.name] for column in table.columns if column.name not in key}
    only = table.c[grows] < insert.excluded[grows] if grows else None
    return str(insert.on_conflict_do_update(index_elements=key, set_=rest, where=only).compile(dialect=dialect))


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _may_write(folder: Path) -> bool:
    return os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _sqlite_url(database: str, query: Mapping[str, str]) -> URL:
    return URL.create("sqlite", database=database, query={**query, "uri": "true"})


def _file_url(path: Path, query: Mapping[str, str]) -> URL:
    return _sqlite_url(f"file:{quote(str(path))}", query)


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        raise StoreError(
            "the address of the journal is no database URL: write sqlite:///PATH or postgresql+psycopg://…"
        ) from None  # its text may hold a password


def _sqlite_engine(url: URL, wait_s: float) -> Engine:
    return _engine(url, {"timeout": wait_s, "isolation_level": None, "check_same_thread": False})


def _of_server(url: URL, more: str = "") -> dict[str, object]:
    """What a connection to a server is opened with; an address may bring options of its own."""
    given = str(url.query.get("options", ""))
    options = {"options": f"{given} {more}".strip()} if more else {}
    return {**{name: value for name, value in REACH.items() if name not in url.query}, **options}


def _engine(url: URL, arguments: Mapping[str, object]) -> Engine:
    more = {} if _is_sqlite(url) else {"paramstyle": "format"}  # rows are tuples, not named values
    try:
        return create_engine(url, poolclass=NullPool, hide_parameters=True, connect_args=dict(arguments), **more)
    except (NoSuchModuleError, ImportError) as error:
        raise StoreError(f"no driver for {shown(url)}: {error}; install its Python package") from error


def _synchronise(how: str, connection: sqlite3.Connection, _record: object) -> None:
    connection.execute(f"PRAGMA synchronous={how}")


def _keep_bad_bytes(connection: sqlite3.Connection, _record: object) -> None:
    connection.text_factory = _lenient_text


def _lenient_text(raw: bytes) -> str:
    """A tampered byte must not stop the reader: `verify` has to name the entry it is in."""
    return raw.decode("utf-8", "surrogateescape")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
