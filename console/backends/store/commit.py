"""One group of appends in one transaction: numbered and chained there, so that a lost entry breaks no chain.

Store thread. Nothing is remembered between two groups: after any failure the same group is simply tried again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sqlalchemy import Connection, func, insert, select, update

from console.backends.store import tables
from console.backends.store.database import upsert
from console.backends.store.rows import Key, Prepared, Waiting, is_same, prepare, recorded
from console.journal import GENESIS, Conflict, Recorded, late_act
from console.model import Domain
from console.verify import Line

IN_AT_ONCE = 500  # names in one IN (…)
ALARM = "alarm/"  # streams named alarm/<point>/<n> count the episodes of the point
CHANNEL = "watchroom_journal"  # on a server the other consoles listen there
COUNTED = ("unit/", "incident/", "point/")  # unit/<unit>/<n> and the like are counted under their whole name


@dataclass(frozen=True, slots=True)
class Writer:
    """This run of the console, as the journal knows it."""

    position: str
    boot: str
    started_ms: int

    @property
    def name(self) -> str:
        return f"{self.position}/{self.boot}"


@dataclass(slots=True)
class Outcome:
    """What became of a group: streams saved up to a version, and entries that lost to another writer."""

    saved: dict[Key, int] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)


def commit(
    connection: Connection, writer: Writer, group: Sequence[Waiting], lost: Mapping[Key, int], *, is_late: bool = False
) -> Outcome:
    """Store what may be stored; the caller's transaction commits it. Raises DBAPIError.

    `lost`: number of the last Conflict posted for a stream. Who had not seen it decided on a state that never was.
    `is_late`: the group waited while the journal was away; what a person did in it is kept even if it lost.
    """
    prepared = [entry for waiting in group for entry in waiting.entries]
    sorting = _Sorting(connection, lost, heads(connection, {entry.key for entry in prepared}))
    for waiting in group:
        for entry in waiting.entries:
            sorting.take(entry, waiting.seen)
    if is_late:
        _keep_acts(connection, sorting)
    _store(connection, writer, sorting)
    outcome = Outcome(sorting.saved)
    stories = {entry.key: tuple(story(connection, entry.key)) for entry in sorting.rejected}
    outcome.conflicts = [Conflict(entry.entry, stories[entry.key], is_late) for entry in sorting.rejected]
    return outcome


def _keep_acts(connection: Connection, sorting: _Sorting) -> None:
    """What people did while the journal was away and others overtook."""
    acts = [prepare(late_act(lost.entry)) for lost in sorting.rejected if lost.entry.by.is_person]
    sorting.heads.update(heads(connection, {act.key for act in acts}))
    for act in acts:
        sorting.take(act, 0)


def heads(connection: Connection, keys: Collection[Key]) -> dict[Key, int]:
    """The current version of each of these streams that exists."""
    found: dict[Key, int] = {}
    for domain in {key[0] for key in keys}:
        for names in batches(key[1] for key in keys if key[0] == domain):
            table = tables.stream.c
            query = select(table.stream, table.version).where(table.domain == domain, table.stream.in_(names))
            found.update(((domain, row.stream), row.version) for row in connection.execute(query))
    return found


def story(connection: Connection, key: Key) -> Iterator[Recorded]:
    """What really happened to a stream, first to last."""
    names = tables.stream.c
    is_open = connection.execute(select(names.open).where(names.domain == key[0], names.stream == key[1])).scalar()
    columns = tables.entry.c
    query = select(tables.entry).where(columns.domain == key[0], columns.stream == key[1]).order_by(columns.version)
    for row in connection.execute(query):
        yield recorded(Line(*row), bool(is_open))


@dataclass(slots=True)
class _Sorting:
    """Decides entry by entry what is accepted, what is there already and what lost."""

    connection: Connection
    lost: Mapping[Key, int]
    heads: dict[Key, int]
    accepted: dict[tuple[Key, int], Prepared] = field(default_factory=dict)
    rejected: list[Prepared] = field(default_factory=list)
    saved: dict[Key, int] = field(default_factory=dict)
    _lost_here: set[Key] = field(default_factory=set)

    def take(self, prepared: Prepared, seen: int) -> None:
        key, version = prepared.key, prepared.entry.version
        head = self.heads.get(key, 0)
        if version <= head and self._is_there(prepared):
            self.saved[key] = max(version, self.saved.get(key, 0))
        elif version == head + 1 and key not in self._lost_here and seen >= self.lost.get(key, 0):
            self.heads[key] = self.saved[key] = version
            self.accepted[key, version] = prepared
        else:
            self._lost_here.add(key)
            self.rejected.append(prepared)

    def _is_there(self, prepared: Prepared) -> bool:
        key, version = prepared.key, prepared.entry.version
        if (key, version) in self.accepted:
            return self.accepted[key, version].content == prepared.content
        columns = tables.entry.c
        query = select(tables.entry).where(
            columns.domain == key[0], columns.stream == key[1], columns.version == version
        )
        row = self.connection.execute(query).one_or_none()
        return row is not None and is_same(Line(*row), prepared)


def _store(connection: Connection, writer: Writer, sorting: _Sorting) -> None:
    if not sorting.accepted:
        return
    entries = list(sorting.accepted.values())
    seq, prev = _head(connection, writer)
    rows = _chained(writer, entries, seq, prev)
    columns = [column.name for column in tables.entry.columns if column.name != "id"]
    statement = str(insert(tables.entry).compile(dialect=connection.dialect, column_keys=columns))
    connection.exec_driver_sql(statement, rows)  # tuples: Core's dicts would cost a factor of two
    last = {entry.key: entry.entry for entry in entries}
    streams = [(*key, entry.version, entry.open) for key, entry in last.items()]
    connection.exec_driver_sql(upsert(connection.dialect, tables.stream), streams)
    if episodes := list(_episodes(entries)):
        connection.exec_driver_sql(upsert(connection.dialect, tables.episode, grows="n"), episodes)
    _move_head(connection, writer, seq, len(rows), str(rows[-1][-1]))
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_notify(CHANNEL, writer.name)))  # delivered with the commit


def _chained(writer: Writer, entries: Iterable[Prepared], seq: int, prev: str) -> list[tuple[str | int, ...]]:
    rows = []
    for number, prepared in enumerate(entries, seq + 1):
        row = prepared.row(writer.name, number, prev)
        prev = str(row[-1])
        rows.append(row)
    return rows


def _head(connection: Connection, writer: Writer) -> tuple[int, str]:
    columns = tables.writer.c
    row = connection.execute(select(columns.seq, columns.hash).where(columns.writer == writer.name)).one_or_none()
    return (row.seq, row.hash) if row is not None else (0, GENESIS)


def _move_head(connection: Connection, writer: Writer, seq: int, more: int, last_hash: str) -> None:
    values = {"seq": seq + more, "hash": last_hash}
    if seq:
        connection.execute(update(tables.writer).where(tables.writer.c.writer == writer.name).values(values))
        return
    identity = {"writer": writer.name, "position": writer.position, "boot": writer.boot}
    connection.execute(insert(tables.writer).values(started_ms=writer.started_ms, **identity, **values))


def _episodes(entries: Iterable[Prepared]) -> Iterator[tuple[Domain, str, int]]:
    for prepared in entries:
        if prepared.entry.version == 1 and prepared.entry.stream.startswith((ALARM, *COUNTED)):
            point, _, number = prepared.entry.stream.removeprefix(ALARM).rpartition("/")
            if point and number.isdecimal():
                yield prepared.entry.domain, point, int(number)


def batches(names: Iterator[str]) -> Iterator[list[str]]:
    """The names in lists short enough for one IN (…)."""
    while batch := list(islice(names, IN_AT_ONCE)):
        yield batch
