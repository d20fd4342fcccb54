"""Which entries have grown old enough to go, and their going. A `work` child's, never the window's.

A chain can only lose its front, and a story (an alarm, an incident …) goes whole or stays: what is still open, or was
written to since the day of the cut, holds back its own chain from there on. What went is signed for first
(`sealing.Cut`); then it is deleted here, in steps so short that no console waits for the lock.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Engine, and_, delete, exists, func, select

from console.backends.store import tables
from console.backends.store.commit import IN_AT_ONCE, batches
from console.backends.store.rows import Key
from console.model import Domain
from console.sealing import Cut, Mark

MOST = 200_000  # entries of one chain in one cut: the rest goes on the next day
STEP = 500  # entries deleted in one transaction
PAUSE_S = 0.02  # between two of them others may have the lock
LOGS = ("position/", "seal/", "retention/")  # streams that are no story: each of their entries is for itself


@dataclass(frozen=True, slots=True)
class Plan:
    """What may go: `entries` of them; `cuts` and `gone` as `sealing.Cut` says it."""

    entries: int
    cuts: tuple[Mark, ...]
    gone: tuple[Mark, ...]


@dataclass(slots=True)
class _Chain:
    """One writer's chain: what is left of it begins after `was`, and is to begin after `cut`."""

    writer: str
    position: str
    seq: int
    hash: str
    was: int = 0
    cut: int = 0


@dataclass(slots=True)
class _Story:
    """A stream, and the first and last entry of each writer in it."""

    spans: dict[str, tuple[int, int]] = field(default_factory=dict)


def plan(connection: Connection, before_ms: int) -> Plan:
    """What may go of what was written before that time, as the journal stands in this transaction."""
    chains = _chains(connection)
    stories: dict[Key, _Story] = {}
    for chain in chains.values():
        chain.cut = _reach(connection, chain, before_ms, stories)
    _keep_stories_whole(chains, stories)
    entries = sum(chain.cut - chain.was for chain in chains.values())
    forgotten = set(_forgotten(chains.values()))
    marks = {chain.writer: _mark(connection, chain) for chain in chains.values() if chain.cut}
    cuts = tuple(mark for writer, mark in marks.items() if writer not in forgotten)
    return Plan(entries, cuts, tuple(marks[writer] for writer in marks if writer in forgotten))


def _chains(connection: Connection) -> dict[str, _Chain]:
    """Every writer in the order of its first commit, with what is left of its chain."""
    heads, entries = tables.writer.c, tables.entry.c
    first = select(func.min(entries.seq)).where(entries.writer == heads.writer).scalar_subquery()
    query = select(heads.writer, heads.position, heads.seq, heads.hash, first).order_by(heads.id)
    chains = {}
    for writer, position, seq, digest, least in connection.execute(query):
        was = seq if least is None else least - 1
        chains[writer] = _Chain(writer, position, seq, digest, was, was)
    return chains


def _reach(connection: Connection, chain: _Chain, before_ms: int, stories: dict[Key, _Story]) -> int:
    """The last entry that may go, of those from the front on."""
    columns = tables.entry.c
    cut, least = chain.was, min(chain.seq, chain.was + MOST)
    while cut < least:
        query = select(columns.seq, columns.t_ms, columns.domain, columns.stream).where(
            columns.writer == chain.writer, columns.seq > cut, columns.seq <= min(cut + IN_AT_ONCE, least)
        )
        rows = connection.execute(query.order_by(columns.seq)).all()
        held = _held(connection, rows, before_ms, stories)
        for row in rows:
            if row.t_ms >= before_ms or (row.domain, row.stream) in held:
                return cut
            cut = row.seq
        if not rows:
            break
    return cut


def _held(
    connection: Connection, rows: Sequence[Any], before_ms: int, stories: dict[Key, _Story]
) -> set[tuple[str, str]]:
    """Which of these entries' stories are open or young; all of them are noted in `stories`."""
    held: set[tuple[str, str]] = set()
    keys = {(row.domain, row.stream) for row in rows if not row.stream.startswith(LOGS)}
    for domain in {key[0] for key in keys}:
        for names in batches(stream for of, stream in keys if of == domain):
            held |= {(domain, stream) for stream in _open(connection, domain, names)}
            for stream, writer, first, last, newest in _spans(connection, domain, names):
                stories.setdefault((Domain(domain), stream), _Story()).spans[writer] = (first, last)
                if newest >= before_ms:
                    held.add((domain, stream))
    return held


def _open(connection: Connection, domain: str, names: Sequence[str]) -> Iterable[str]:
    table = tables.stream.c
    query = select(table.stream).where(table.domain == domain, table.stream.in_(names), table.open.is_(True))
    return connection.execute(query).scalars()


def _spans(connection: Connection, domain: str, names: Sequence[str]) -> Iterable[Any]:
    columns = tables.entry.c
    least, most, newest = func.min(columns.seq), func.max(columns.seq), func.max(columns.t_ms)
    query = select(columns.stream, columns.writer, least, most, newest)
    those = query.where(columns.domain == domain, columns.stream.in_(names))
    return connection.execute(those.group_by(columns.stream, columns.writer))


def _keep_stories_whole(chains: dict[str, _Chain], stories: dict[Key, _Story]) -> None:
    """A story that cannot go to its end stays from its beginning, in every chain; until nothing changes any more.

    Of one writer too: a late act, or a clock that stepped, puts an old entry behind a young one.
    """
    moved = True
    while moved:
        moved = False
        for story in stories.values():
            if all(last <= chains[writer].cut for writer, (_, last) in story.spans.items() if writer in chains):
                continue
            for writer, (first, _) in story.spans.items():
                chain = chains.get(writer)
                if chain is not None and chain.was < first <= chain.cut:
                    chain.cut, moved = first - 1, True


def _forgotten(chains: Iterable[_Chain]) -> Iterator[str]:
    """Chains that went whole and that no start which is left can name: a start names the run before its own."""
    by_position: dict[str, list[_Chain]] = {}
    for chain in chains:
        by_position.setdefault(chain.position, []).append(chain)
    for runs in by_position.values():
        for run, following in pairwise(runs):
            if run.cut == run.seq and following.cut == following.seq:
                yield run.writer


def _mark(connection: Connection, chain: _Chain) -> Mark:
    """The entry a chain is cut behind; when it went earlier, the one that is left remembers it."""
    if chain.cut == chain.seq:
        return Mark(chain.writer, chain.seq, chain.hash)
    columns = tables.entry.c
    query = select(columns.prev).where(columns.writer == chain.writer, columns.seq == chain.cut + 1)
    return Mark(chain.writer, chain.cut, str(connection.execute(query).scalar_one()))


def carry_out(engine: Engine, cut: Cut, progress: Callable[[int], None] = lambda _: None) -> int:
    """Delete what a signed cut names; returns how many entries went. May be repeated after any failure."""
    pause, went = threading.Event(), 0
    for mark in (*cut.gone, *cut.cuts):
        while True:
            with engine.begin() as connection:
                deleted = _delete(connection, mark)
            went += deleted
            if not deleted:
                break
            progress(went)
            pause.wait(PAUSE_S)
    with engine.begin() as connection:
        _forget(connection, [mark.writer for mark in cut.gone])
    return went


def _delete(connection: Connection, mark: Mark) -> int:
    """The next few entries of a chain, from its front, and the names of the stories that went with them."""
    columns = tables.entry.c
    query = select(columns.seq, columns.domain, columns.stream).where(
        columns.writer == mark.writer, columns.seq <= mark.seq
    )
    rows = connection.execute(query.order_by(columns.seq).limit(STEP)).all()
    if not rows:
        return 0
    connection.execute(delete(tables.entry).where(columns.writer == mark.writer, columns.seq <= rows[-1].seq))
    keys = {(row.domain, row.stream) for row in rows if not row.stream.startswith("position/")}
    for domain in {key[0] for key in keys}:
        for names in batches(stream for of, stream in keys if of == domain):
            _forget_streams(connection, domain, names)
    return len(rows)


def _forget_streams(connection: Connection, domain: str, names: Sequence[str]) -> None:
    table, columns = tables.stream.c, tables.entry.c
    left = exists().where(and_(columns.domain == table.domain, columns.stream == table.stream))
    those = and_(table.domain == domain, table.stream.in_(names), table.open.is_(False))
    connection.execute(delete(tables.stream).where(those, ~left))


def _forget(connection: Connection, writers: Sequence[str]) -> None:
    """Runs of which nothing is left."""
    for names in batches(iter(writers)):
        connection.execute(delete(tables.writer).where(tables.writer.c.writer.in_(names)))
        logs = [f"position/{name}" for name in names]
        connection.execute(delete(tables.stream).where(tables.stream.c.stream.in_(logs)))
