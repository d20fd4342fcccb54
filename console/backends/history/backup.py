"""The history copied whole: out of tables in use into a folder, and from such a folder onto an empty server.

The copy always is a folder of SQLite files: volumes and catalogue that can be read, and restored, without the server.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Table, func, select, text

from console.backends.history.catalogue import insert_or_leave
from console.backends.history.levels import Level
from console.backends.history.library import CATALOGUE, LEASE_FILE, Files, Library, Server, library, transaction
from console.backends.history.log import SUFFIX
from console.backends.history.sql import LOG_FOLDER
from console.backends.history.tables import BLOCKS, due, point
from console.backends.store.faults import named
from console.errors import StoreError

CHUNK = 1_000
Progress = Callable[[int], None]


def copy_out(where: str | Path, log: Path, folder: Path, earlier: Path | None, say: Progress) -> None:
    """One state into the new folder. `log`: the folder of the sample log, whose samples may be in no table yet.

    What moves from the log into the tables meanwhile is in both: settled twice it gives the same rows. Volumes that an
    `earlier` copy holds as they are now are linked. `say` is told how many rows or files were copied. Raises
    StoreError, OSError.
    """
    folder.mkdir(parents=True)
    _copy_log(log, folder / LOG_FOLDER)
    source = library(where, is_writer=False)
    with named("copying", "the history"):
        if isinstance(source, Files):
            _copy_files(source.folder, folder, earlier, say)
        else:
            _copy_rows(source, folder, say)


def copy_in(folder: Path, where: str, say: Progress) -> None:
    """Such a copy onto a server that holds no history. Raises StoreError, OSError."""
    source, target = Files(folder, is_writer=False), library(where, is_writer=True)
    with named("restoring", "the history"):
        try:
            target.prepare()
            with transaction(target.catalogue()) as connection:
                if connection.execute(select(func.count()).select_from(point)).scalar():
                    raise StoreError("there is a history on that server: restore into an empty database")
            _pour(source, target, say)
            if isinstance(target, Server):
                _number_on(target)
        finally:
            source.close()
            target.close()


def is_of_files(where: str | Path) -> bool:
    """Whether the tables are files, so that restoring them is copying. Raises StoreError."""
    return isinstance(library(where, is_writer=False), Files)


# ---- files ----


def _copy_log(log: Path, target: Path) -> None:
    for path in sorted(log.glob(f"*{SUFFIX}")):
        target.mkdir(exist_ok=True)
        with suppress(FileNotFoundError):  # it was settled meanwhile: the tables, copied after it, have it
            shutil.copy2(path, target / path.name)


def _copy_files(source: Path, folder: Path, earlier: Path | None, say: Progress) -> None:
    """The catalogue last: it knows every name that a volume needs."""
    volumes = sorted(path for path in source.glob("*.sqlite") if path.name != CATALOGUE)
    for count, path in enumerate((*volumes, source / CATALOGUE), 1):
        if path.exists():
            _copy_file(path, folder / path.name, earlier / path.name if earlier is not None else None)
        say(count)


def _copy_file(path: Path, target: Path, known: Path | None) -> None:
    state = path.stat()
    log = path.with_name(f"{path.name}-wal")
    is_settled = not log.exists() or not log.stat().st_size
    is_known = known is not None and known.is_file() and known.stat().st_mtime_ns == state.st_mtime_ns
    if is_settled and known is not None and is_known and _linked(known, target):
        return
    read_only = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(read_only, uri=True)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, that can be read from any medium
    os.utime(target, ns=(state.st_atime_ns, state.st_mtime_ns))


def _linked(known: Path, target: Path) -> bool:
    """Whether the target is a link to it now: many a medium for backups knows no links."""
    try:
        os.link(known, target)
    except OSError:
        return False
    return True


# ---- rows ----


def _copy_rows(source: Library, folder: Path, say: Progress) -> None:
    target = Files(folder, is_writer=True)
    try:
        target.prepare()
        _pour(source, target, say)
    finally:
        source.close()
        target.close()
    (folder / LEASE_FILE).unlink(missing_ok=True)
    for path in folder.glob("*.sqlite"):
        with closing(sqlite3.connect(path)) as copy:
            copy.execute("PRAGMA journal_mode=DELETE")


def _pour(source: Library, target: Library, say: Progress) -> None:
    """Volumes first, then the catalogue, which knows every name they need."""
    count = 0
    for level in Level:
        for volume in source.volumes(level):
            target.add(volume)
            block = BLOCKS[level]
            of_volume = block.c.start_ms.between(volume.start_ms, volume.end_ms - 1)
            with transaction(source.shelf(volume)) as reading:
                count = _rows(reading, target.shelf(volume), block, of_volume, count, say)
    with transaction(source.catalogue()) as reading:
        for table in (point, due):
            count = _rows(reading, target.catalogue(), table, None, count, say)


def _rows(
    reading: Connection, writing: Connection, table: Table, which: ColumnElement[bool] | None, count: int,
    say: Progress,
) -> int:  # fmt: skip
    query = select(table) if which is None else select(table).where(which)
    columns = [column.name for column in table.columns]
    for chunk in reading.execution_options(yield_per=CHUNK).execute(query).partitions():
        with transaction(writing):
            insert_or_leave(writing, table, [tuple(row) for row in chunk], *columns)
        count += len(chunk)
        say(count)
    return count


def _number_on(server: Server) -> None:
    """A server counts names by itself: it has to go on behind those that were given."""
    with transaction(server.catalogue()) as connection:
        highest = connection.execute(select(func.max(point.c.id))).scalar()
        if highest:
            query = text("SELECT setval(pg_get_serial_sequence('point', 'id'), :highest)")
            connection.execute(query, {"highest": highest})
