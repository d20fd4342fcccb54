"""Reads a journal without ever writing to it: for the start, for `verify`, exports and the ledger. Any one thread."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, and_, select

from console.backends.store import commit, tables
from console.backends.store.database import Database
from console.backends.store.faults import named
from console.backends.store.rows import recorded
from console.errors import JournalError, StoreError
from console.journal import Recorded
from console.model import Domain, PointId
from console.sealing import PRUNED, SEALED, Signed, signed_of, weigh
from console.verify import Anchor, Line, Verdict, content_hash, remembered_by, verify

CHUNK = 1_000
BACK = 5_000  # entries looked at in one step back
UNORDERED_MS = 600_000  # an entry may have been committed so late, or by a clock that was so wrong
STARTED = "Started"  # the kind whose data remembers the head of the position's run before


class JournalReader:
    """Each call sees one state of the journal, also while consoles write to it; connections are short-lived.

    Every method raises StoreError when the database cannot be read, JournalError when an entry cannot.
    """

    def __init__(self, where: str | Path | Database) -> None:
        self._database = where if isinstance(where, Database) else Database.at(where)

    def open_streams(self, domain: Domain) -> tuple[Recorded, ...]:
        """Every entry of every open stream, in (stream, version) order."""
        names, columns = tables.stream.c, tables.entry.c
        found: list[Recorded] = []
        with self._reading() as connection:
            query = select(names.stream).where(names.domain == domain, names.open.is_(True)).order_by(names.stream)
            for batch in commit.batches(iter(connection.execute(query).scalars().all())):
                those = select(tables.entry).where(columns.domain == domain, columns.stream.in_(batch))
                rows = connection.execute(those.order_by(columns.stream, columns.version))
                found += [recorded(Line(*row), is_open=True) for row in rows]
        return tuple(found)

    def since(self, domain: Domain, t_ms: int, kinds: Collection[str]) -> tuple[Recorded, ...]:
        """The entries of these kinds that were written since that time, in order of commit.

        Walks back from the newest until nothing so young is left: the cost is what was written since then.
        """
        found: list[Recorded] = []
        columns, last = tables.entry.c, None
        with self._reading() as connection:
            while True:
                query = _with_open().order_by(columns.id.desc()).limit(BACK)
                rows = connection.execute(query if last is None else query.where(columns.id < last)).all()
                wanted = [row for row in rows if row.domain == domain and row.t_ms >= t_ms and row.kind in kinds]
                found += _recorded(wanted)
                if not rows or max(row.t_ms for row in rows) < t_ms - UNORDERED_MS:
                    return tuple(reversed(found))
                last = rows[-1].id

    def between(self, domain: Domain, from_ms: int, until_ms: int, kinds: Collection[str]) -> Iterator[Recorded]:
        """The entries of these kinds that were written then, in order of commit. Passes by all others: seconds."""
        columns = tables.entry.c
        query = _with_open().where(columns.domain == domain, columns.t_ms.between(from_ms, until_ms))
        with self._reading() as connection:
            rows = connection.execution_options(yield_per=CHUNK).execute(query.order_by(columns.id))
            for chunk in rows.partitions():
                yield from _recorded([row for row in chunk if row.kind in kinds])

    def episodes(self, domain: Domain) -> dict[PointId, int]:
        """Number of the last episode of each point."""
        columns = tables.episode.c
        with self._reading() as connection:
            rows = connection.execute(select(columns.point, columns.n).where(columns.domain == domain))
            return {PointId(row.point): row.n for row in rows}

    def stream(self, domain: Domain, stream: str) -> tuple[Recorded, ...]:
        """What happened to one stream, first to last; empty when it does not exist."""
        with self._reading() as connection:
            return tuple(commit.story(connection, (domain, stream)))

    def tail(self, n: int) -> tuple[Recorded, ...]:
        """The last `n` entries in order of commit, oldest first."""
        with self._reading() as connection:
            rows = connection.execute(_with_open().order_by(tables.entry.c.id.desc()).limit(n)).all()
        return _recorded(reversed(rows))

    def chunks(self, size: int = CHUNK) -> Iterator[tuple[Recorded, ...]]:
        """All entries in order of commit, `size` at a time; between two chunks no transaction is held."""
        last = 0
        query = _with_open().order_by(tables.entry.c.id).limit(size)
        while True:
            with self._reading() as connection:
                rows = connection.execute(query.where(tables.entry.c.id > last)).all()
            if not rows:
                return
            yield _recorded(rows)
            last = rows[-1][0]

    def of_kind(self, *kinds: str) -> Iterator[Recorded]:
        """Every entry of these kinds in order of commit."""
        query = _with_open().where(tables.entry.c.kind.in_(kinds)).order_by(tables.entry.c.id)
        with self._reading() as connection:
            rows = connection.execution_options(yield_per=CHUNK).execute(query)
            for chunk in rows.partitions():
                yield from _recorded(chunk)

    def readable(self, *kinds: str) -> Iterator[Recorded]:
        """As `of_kind`, without entries somebody altered so that nobody can read them: `verify` names those."""
        query = _with_open().where(tables.entry.c.kind.in_(kinds)).order_by(tables.entry.c.id)
        with self._reading() as connection:
            rows = connection.execution_options(yield_per=CHUNK).execute(query)
            for row in rows:
                with suppress(JournalError):
                    yield recorded(Line(*row[:-1]), bool(row[-1]))

    def previous_head(self, position: str, but_not: str) -> tuple[str, int, str] | None:
        """Writer, number and hash of the last entry of this position's newest run other than `but_not`."""
        columns = tables.writer.c
        query = select(columns.writer, columns.seq, columns.hash).where(columns.position == position)
        with self._reading() as connection:
            row = connection.execute(query.where(columns.writer != but_not).order_by(columns.id.desc())).first()
            return (row.writer, row.seq, row.hash) if row is not None else None

    def verify(
        self,
        progress: Callable[[int], None] = lambda _: None,
        weighed: Callable[[Sequence[tuple[str, Signed]]], Iterable[Anchor]] = lambda found: weigh(found, ()).anchors,
    ) -> Verdict:
        """Walk every chain in one state of the journal; `progress` is told how many entries have been read.

        `weighed` is given what was signed in the journal, by stream, and says what of it anchors the chains.
        """
        with self._reading() as connection:
            anchors = [*_anchors(connection), *weighed(list(statements(connection)))]
            return verify(_lines(connection, progress), anchors)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        if self._database.file is not None and not self._database.file.is_file():
            raise StoreError(
                f"there is no journal at {self._database.name}: give a console's data folder or its journal"
            )
        with named("reading", self._database.name), self._database.reader().connect() as connection:
            yield connection


def statements(connection: Connection) -> Iterator[tuple[str, Signed]]:
    """What was signed and stands in the journal, by stream; nothing of an entry that was altered itself."""
    columns = tables.entry.c
    query = select(tables.entry).where(columns.kind.in_((SEALED, PRUNED))).order_by(columns.id)
    for row in connection.execute(query):
        line = Line(*row)
        signed = _signed(line) if content_hash(line, line.prev) == line.hash else None
        if signed is not None:
            yield line.stream, signed


def _signed(line: Line) -> Signed | None:
    try:
        data = json.loads(line.data)
    except (ValueError, RecursionError):
        return None
    return signed_of(data) if isinstance(data, dict) else None


def _with_open() -> Select[Any]:
    """Entries, and as last column whether their stream is open (NULL when somebody removed the stream's row)."""
    here, there = tables.entry.c, tables.stream.c
    same = and_(here.domain == there.domain, here.stream == there.stream)
    return select(tables.entry, there.open).outerjoin(tables.stream, same)


def _recorded(rows: Iterable[Sequence[Any]]) -> tuple[Recorded, ...]:
    return tuple(recorded(Line(*row[:-1]), bool(row[-1])) for row in rows)


def _lines(connection: Connection, progress: Callable[[int], None]) -> Iterator[Line]:
    rows = connection.execution_options(yield_per=CHUNK).execute(select(tables.entry).order_by(tables.entry.c.id))
    count = 0
    for chunk in rows.partitions():
        yield from (Line(*row) for row in chunk)
        count += len(chunk)
        progress(count)


def _anchors(connection: Connection) -> Iterator[Anchor]:
    columns = tables.writer.c
    for row in connection.execute(select(columns.writer, columns.seq, columns.hash)):
        if isinstance(row.seq, int):  # SQLite keeps whatever somebody wrote into it
            yield Anchor(row.writer, row.seq, row.hash, is_head=True)
    starts = select(tables.entry).where(tables.entry.c.kind == STARTED).order_by(tables.entry.c.id)
    for start in connection.execute(starts):
        yield from remembered_by(Line(*start))
