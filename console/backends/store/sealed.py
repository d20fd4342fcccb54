"""What a seal has to say of a journal: the end of every chain that grew since the seal before. Reads only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import Connection, and_, select

from console.backends.store import tables
from console.backends.store.commit import story
from console.model import LIVE
from console.sealing import SEALED, Mark, Seal, Signed, signed_of
from console.sealing.statement import read

STREAM = "seal/"  # seal/<day>: one entry, whoever of the consoles is first
BACK_DAYS = 800  # a seal older than that is not looked for: a new row of seals begins
MARGIN_MS = 2 * 86_400_000  # a chain that ended so shortly before the seal before is named again: clocks step back


def stream_of(day: str) -> str:
    """The stream that holds the seal of a day (yyyy-mm-dd)."""
    return STREAM + day


def previous(connection: Connection, day: str) -> Signed | None:
    """The newest seal of an earlier day, None when there is none."""
    start = date.fromisoformat(day)
    days = [stream_of((start - timedelta(days=back)).isoformat()) for back in range(1, BACK_DAYS)]
    table = tables.stream.c
    query = select(table.stream).where(table.domain == LIVE, table.stream.in_(days))
    for stream in sorted(connection.execute(query).scalars(), reverse=True):
        entries = [recorded.entry for recorded in story(connection, (LIVE, stream))]
        signed = signed_of(entries[0].data) if entries and entries[0].kind == SEALED else None
        if signed is not None:
            return signed
    return None


def seal(connection: Connection, site: str, day: str, now_ms: int) -> Seal:
    """What is to be signed for that day, as the journal stands in this transaction."""
    before = previous(connection, day)
    said = read(before.text) if before is not None else None
    since = said.made_ms - MARGIN_MS if said is not None else None
    return Seal(site, day, now_ms, before.digest if before is not None else "", tuple(_ends(connection, since)))


def _ends(connection: Connection, since_ms: int | None) -> Iterator[Mark]:
    heads, last = tables.writer.c, tables.entry.c
    newest = and_(last.writer == heads.writer, last.seq == heads.seq)
    query = select(heads.writer, heads.seq, heads.hash).join_from(tables.writer, tables.entry, newest)
    if since_ms is not None:
        query = query.where(last.t_ms >= since_ms)
    for row in connection.execute(query.order_by(heads.id)):
        yield Mark(row.writer, row.seq, row.hash)
