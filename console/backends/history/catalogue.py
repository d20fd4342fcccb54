"""Numbers of the points and the blocks that are due: what the history knows beside the figures themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, Table, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from console.backends.history.levels import Level
from console.backends.history.tables import due, point

AT_ONCE = 500  # names in one IN (…), rows in one statement

T = TypeVar("T")
Due = tuple[str, int, int]  # level, beginning of the block, number of the point


def insert_or_leave(connection: Connection, table: Table, rows: Sequence[tuple[object, ...]], *columns: str) -> None:
    """Rows whose key is there already stay as they are."""
    if not rows:
        return
    dialect = connection.dialect
    insert = sqlite.insert(table) if dialect.name == "sqlite" else postgresql.insert(table)
    statement = insert.on_conflict_do_nothing().compile(dialect=dialect, column_keys=list(columns))
    connection.exec_driver_sql(str(statement), list(rows))


def numbers_of(connection: Connection, names: Iterable[str]) -> dict[str, int]:
    """The number of each of these points that has one."""
    found: dict[str, int] = {}
    for batch in batches(names):
        query = select(point.c.name, point.c.id).where(point.c.name.in_(batch))
        found.update((row.name, row.id) for row in connection.execute(query))
    return found


def number_all(connection: Connection, names: Sequence[str]) -> dict[str, int]:
    """The number of each of these points; new ones are given one."""
    known = numbers_of(connection, names)
    new = [name for name in dict.fromkeys(names) if name not in known]
    insert_or_leave(connection, point, [(name,) for name in new], "name")
    return known | numbers_of(connection, new)


def add_due(connection: Connection, rows: Sequence[Due]) -> None:
    """These blocks have to be gathered (again)."""
    insert_or_leave(connection, due, rows, "level", "start_ms", "point")


def due_now(connection: Connection, level: Level, before_ms: int, most: int) -> list[tuple[int, int]]:
    """Beginning and point of blocks that begin before that, oldest first."""
    query = select(due.c.start_ms, due.c.point).where(due.c.level == level, due.c.start_ms < before_ms)
    rows = connection.execute(query.order_by(due.c.start_ms, due.c.point).limit(most))
    return [(row.start_ms, row.point) for row in rows]


def due_of(connection: Connection, number: int, start_ms: int, end_ms: int) -> dict[Level, set[int]]:
    """Beginnings of the point's due blocks that begin in this time, by level."""
    found: dict[Level, set[int]] = {}
    for level in (Level.MINUTE, Level.HOUR):
        query = select(due.c.start_ms).where(
            due.c.level == level, due.c.start_ms >= start_ms - level.block_ms, due.c.start_ms <= end_ms,
            due.c.point == number,
        )  # fmt: skip
        found[level] = set(connection.execute(query).scalars())
    return found


def done(connection: Connection, level: Level, blocks: Sequence[tuple[int, int]]) -> None:
    """These are gathered."""
    if blocks:
        which = delete(due).where(
            due.c.level == level, due.c.start_ms == bindparam("at"), due.c.point == bindparam("of")
        )
        connection.execute(which, [{"at": at, "of": of} for at, of in blocks])


def forget_due(connection: Connection, level: Level, before_ms: int) -> None:
    """Blocks so old are not kept: they need not be gathered."""
    connection.execute(delete(due).where(due.c.level == level, due.c.start_ms < before_ms))


def batches(names: Iterable[T]) -> Iterator[list[T]]:
    """In lists short enough for one statement."""
    rest = iter(names)
    while batch := list(islice(rest, AT_ONCE)):
        yield batch
