"""Rows of blocks, written and read: what one point measured in five minutes, six hours or ten days. Any one thread."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from console.backends.history.catalogue import batches
from console.backends.history.levels import Level, Volume, block_of, volume_of, volumes_of
from console.backends.history.library import Library, transaction
from console.backends.history.tables import BLOCKS
from console.trends.segments import unpack_samples, unpack_steps
from console.trends.series import Samples, Steps

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Row:
    """One block of one point."""

    point: int
    start_ms: int
    batch: int
    data: bytes


def write(library: Library, level: Level, rows: Iterable[Row]) -> None:
    """Write rows, in place of those with the same key; one transaction for each volume."""
    ordered = sorted(rows, key=lambda row: (row.start_ms, row.point))
    for volume, members in groupby(ordered, key=lambda row: volume_of(level, row.start_ms)):
        library.add(volume)
        values = [(row.point, row.start_ms, row.batch, row.data) for row in members]
        with transaction(library.shelf(volume)) as connection:
            connection.exec_driver_sql(_upsert(connection, level), values)


def samples_of(library: Library, point: int, start_ms: int, end_ms: int) -> list[Samples]:
    """Samples of the blocks that begin in this time, block by block."""
    rows = _rows(library, Level.RAW, point, start_ms, end_ms)
    return [found for row in rows if (found := _samples(row)) is not None]


def steps_of_level(library: Library, level: Level, point: int, start_ms: int, end_ms: int) -> dict[int, Steps]:
    """Steps of the blocks that begin in this time, by the block's beginning."""
    rows = _rows(library, level, point, start_ms, end_ms)
    return {row.start_ms: found for row in rows if (found := _steps(level, row)) is not None}


def _rows(library: Library, level: Level, point: int, start_ms: int, end_ms: int) -> list[Row]:
    """Every block is looked up by its beginning: rows lie in order of time, those of a point far apart."""
    wanted = library.reachable(volumes_of(level, start_ms, end_ms))
    columns, found = BLOCKS[level].c, list[Row]()
    for connection in _shelves(library, wanted):
        with transaction(connection):
            for batch in batches(range(block_of(level, start_ms + level.block_ms - 1), end_ms + 1, level.block_ms)):
                query = select(BLOCKS[level]).where(columns.start_ms.in_(batch), columns.point == point)
                found += [Row(*row) for row in connection.execute(query)]
    return sorted(found, key=lambda row: row.start_ms)


def _shelves(library: Library, volumes: Sequence[Volume]) -> list[Connection]:
    """Each connection once: a server finds all of its partitions by itself."""
    return list({id(shelf): shelf for shelf in map(library.shelf, volumes)}.values())


def _samples(row: Row) -> Samples | None:
    try:
        return unpack_samples(row.data, row.start_ms)
    except ValueError as error:
        log.error("history: samples of point %d at %d cannot be read: %s", row.point, row.start_ms, error)
        return None


def _steps(level: Level, row: Row) -> Steps | None:
    try:
        return unpack_steps(row.data, row.start_ms, level.step_ms)
    except ValueError as error:
        log.error("history: %ss of point %d at %d cannot be read: %s", level, row.point, row.start_ms, error)
        return None


def _upsert(connection: Connection, level: Level) -> str:
    dialect, table = connection.dialect, BLOCKS[level]
    insert = sqlite.insert(table) if dialect.name == "sqlite" else postgresql.insert(table)
    key = [column.name for column in table.primary_key]
    statement = insert.on_conflict_do_update(index_elements=key, set_={"data": insert.excluded.data})
    return str(statement.compile(dialect=dialect))
