"""Who is here and who has which lease, in the journal's own home: one short transaction for each beat. Store thread."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from console.attendance import Attendance, Beat, Present
from console.backends.store import tables
from console.backends.store.commit import Writer
from console.backends.store.database import upsert


def attend(connection: Connection, writer: Writer, number: int, beat: Beat, now_ms: int) -> Attendance:
    """Say that we live, take the leases nobody alive has, and see who else is here. Raises DBAPIError."""
    here = [(writer.position, writer.name, number, now_ms, beat.person, beat.hears, False)]
    connection.exec_driver_sql(upsert(connection.dialect, tables.presence), here)
    present = tuple(
        Present(row.position, row.writer, row.beat, row.at_ms, row.person, row.hears, row.has_left)
        for row in connection.execute(select(tables.presence).order_by(tables.presence.c.position))
    )
    living = {each.writer for each in present if not each.has_left} - beat.gone
    _take(connection, writer.name, beat.wants, living)
    held = connection.execute(select(tables.lease.c.name, tables.lease.c.writer))
    return Attendance(present, {row.name: row.writer for row in held})


def leave(connection: Connection, writer: Writer) -> None:
    """We end in order: nobody has to wonder, and our leases are free."""
    columns = tables.presence.c
    ours = update(tables.presence).where(columns.position == writer.position, columns.writer == writer.name)
    connection.execute(ours.values(has_left=True))
    connection.execute(delete(tables.lease).where(tables.lease.c.writer == writer.name))


def _take(connection: Connection, writer: str, wants: Iterable[str], living: Collection[str]) -> None:
    columns = tables.lease.c
    for name in wants:
        holder = connection.execute(select(columns.writer).where(columns.name == name)).scalar()
        if holder is None:
            _found(connection, name, writer)
        elif holder not in living:
            taken = update(tables.lease).where(columns.name == name, columns.writer == holder)
            connection.execute(taken.values(writer=writer))  # of two that take it at once the second finds another name


def _found(connection: Connection, name: str, writer: str) -> None:
    try:
        with connection.begin_nested():
            connection.execute(insert(tables.lease).values(name=name, writer=writer))
    except IntegrityError:
        return  # somebody else was first
