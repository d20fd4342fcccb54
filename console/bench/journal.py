"""`main.py bench journal`: what an entry and a start cost, beside bare sqlite3 doing the same in the same run."""

from __future__ import annotations

import argparse
import json
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TypeVar

from console.backends.store.read import JournalReader
from console.backends.store.sql import SqlStore
from console.bench.amount import amount
from console.clock import Clock
from console.inbox import Inbox
from console.journal import GENESIS, Entry, Json, by_text, chain_hash, text
from console.model import LIVE, By

GROUPS = (1, 10, 100)  # entries appended together
VERSIONS = 4  # entries of one alarm, from raised to reset
OPEN = 100  # streams a start has to load
POINTS = 5_000  # whose last episode a start has to know
CHUNK = 20_000  # rows written at once while the big journal is made
RULE = By(machine="rule zigbee/0x00158d0001a2b3c4#smoke")
DATA: Mapping[str, Json] = {
    "point": "zigbee/0x00158d0001a2b3c4#smoke",
    "class": "F",
    "value": 1.5,
    "label": "三号楼 5 层 烟感",
    "late_ms": 12,
}
COLUMNS = "writer, seq, t_ms, domain, stream, version, kind, kv, by_json, cause, data, prev, hash"
INSERT = f"INSERT INTO entry ({COLUMNS}) VALUES ({', '.join('?' * 13)})"  # noqa: S608 - constants only

Row = tuple[str | int, ...]
T = TypeVar("T")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--entries", type=amount, default=20_000, help="entries written per group size")
    parser.add_argument(
        "--startup-entries", type=amount, default=1_000_000, help="closed entries a start has to pass by"
    )


def run(args: argparse.Namespace) -> int:
    """Print one JSON document; 0 when the start took at most three seconds (contracts: Journal entry)."""
    with tempfile.TemporaryDirectory(prefix="bench-journal-") as folder:
        writing = [_writing(Path(folder), args.entries if group > 1 else args.entries // 10, group) for group in GROUPS]
        starting = _starting(Path(folder), args.startup_entries)
    json.dump({"bench": "journal", "writing": writing, "starting": starting}, sys.stdout, indent=2)
    print()
    return 0 if starting["start_ms"] <= 3_000 else 1


# ---- writing ------------------------------------------------------------------------------------------------------


def _writing(folder: Path, entries: int, group: int) -> dict[str, float]:
    """Entries per second: the store waits for each group's commit before the next, as bare sqlite3 does."""
    journal, bare = folder / f"store-{group}.sqlite", folder / f"bare-{group}.sqlite"
    groups = _in_groups(list(_entries(entries)), group)
    stored_s = _through_store(journal, groups)
    rows = _rows_of(journal)
    _make_tables(bare)
    bare_s = _bare(bare, _in_groups(rows, group))
    flood_s = _through_store(folder / f"flood-{group}.sqlite", groups, flood=True)
    return {
        "group": group,
        "entries": len(rows),
        "store_per_s": round(len(rows) / stored_s),
        "sqlite3_per_s": round(len(rows) / bare_s),
        "ratio": round(bare_s / stored_s, 3),
        "flood_per_s": round(len(rows) / flood_s),  # appended without waiting: the store thread groups them itself
    }


def _through_store(path: Path, groups: Sequence[Sequence[Entry]], flood: bool = False) -> float:
    inbox, saved = Inbox(), threading.Event()
    inbox.on_wake(saved.set)
    store = SqlStore(path, "bench", inbox, Clock(), lambda _: None)
    store.open()
    store.start()
    began = time.perf_counter()
    for group in groups:
        store.append(group)
        if not flood:
            _wait(inbox, saved)
    while store.unsaved:
        _wait(inbox, saved)
    took = time.perf_counter() - began
    store.stop()
    return took


def _wait(inbox: Inbox, saved: threading.Event) -> None:
    saved.wait(1.0)
    saved.clear()
    inbox.drain(_ignore, _fail)


def _bare(path: Path, groups: Sequence[Sequence[Row]]) -> float:
    """The floor: the same rows in the same table, groups and durability, already hashed; nothing else."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=FULL")
        began = time.perf_counter()
        for group in groups:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(INSERT, group)
            connection.execute("COMMIT")
        return time.perf_counter() - began


def _rows_of(path: Path) -> list[Row]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"SELECT {COLUMNS} FROM entry ORDER BY id").fetchall()  # noqa: S608 - constants only


def _entries(count: int) -> Iterator[Entry]:
    for number in range(count):
        alarm, step = divmod(number, VERSIONS)
        stream = f"alarm/{DATA['point']}/{alarm + 1}"
        is_open = step + 1 < VERSIONS
        yield Entry(LIVE, stream, step + 1, "AlarmRaised", 1_795_000_000_000 + number, RULE, DATA, "r", open=is_open)


# ---- starting -----------------------------------------------------------------------------------------------------


def _starting(folder: Path, closed: int) -> dict[str, float]:
    path = folder / "big.sqlite"
    _make_tables(path)
    _fill(path, closed)
    _through_store(path, [[Entry(LIVE, f"open/{n}", v, "Raised", n, RULE, DATA, open=True) for v in (1, 2)]
                          for n in range(OPEN)], flood=True)  # fmt: skip
    floors, starts = zip(*[(_timed(_bare_start, path), _timed(_start, path)) for _ in range(5)], strict=True)
    floor_ms, start_ms = sorted(floors)[2], sorted(starts)[2]
    return {
        "entries": closed + 2 * OPEN,
        "open_streams": OPEN,
        "start_ms": round(start_ms, 2),
        "sqlite3_ms": round(floor_ms, 2),
        "ratio": round(start_ms / floor_ms, 1),
        "verify_per_s": round((closed + 2 * OPEN) / (_timed(_verify, path) / 1000)),
    }


def _timed(act: Callable[[Path], object], path: Path) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    act(path)
    return (time.perf_counter() - began) * 1000


def _start(path: Path) -> None:
    """What a console does before its first picture: open, load what is open, know every last episode."""
    store = SqlStore(path, "bench", Inbox(), Clock(), lambda _: None)
    store.open()
    loaded = store.open_streams(LIVE)
    store.episodes(LIVE)
    store.previous_head()
    store.stop()
    assert len(loaded) == 2 * OPEN, "a start that loads something else measures something else"


def _bare_start(path: Path) -> None:
    """The floor: open the file and read the same rows by their index."""
    query = "SELECT * FROM entry WHERE domain = 'live' AND stream = ? ORDER BY version"
    with closing(sqlite3.connect(path)) as connection:
        for number in range(OPEN):
            connection.execute(query, (f"open/{number}",)).fetchall()
        connection.execute("SELECT point, n FROM episode WHERE domain = 'live'").fetchall()


def _verify(path: Path) -> None:
    assert JournalReader(path).verify().is_whole, "the journal made for the bench must verify"


def _make_tables(path: Path) -> None:
    store = SqlStore(path, "bench", Inbox(), Clock(), lambda _: None)
    store.open()
    store.stop()


def _fill(path: Path, count: int) -> None:
    """Closed alarms straight into the tables: a journal of years, made in seconds."""
    rows = _old_rows(count)
    last: Row = ()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        while batch := list(islice(rows, CHUNK)):
            connection.executemany(INSERT, batch)
            last = batch[-1]
        connection.execute("INSERT INTO stream SELECT domain, stream, max(version), 0 FROM entry GROUP BY 1, 2")
        connection.executemany("INSERT INTO episode VALUES ('live', ?, 1)", ((f"z/{n}#smoke",) for n in range(POINTS)))
        connection.execute("INSERT INTO writer VALUES (1, 'old/1', 'old', '1', 0, ?, ?)", (count, last[-1]))
        connection.commit()


def _old_rows(count: int) -> Iterator[Row]:
    by, data, prev = by_text(RULE), text(DATA), GENESIS
    for number in range(count):
        round_, point = divmod(number, POINTS)
        episode, version = divmod(round_, VERSIONS)
        stream = f"alarm/z/{point}#smoke/{episode + 1}"
        fields = ("old/1", number + 1, number, LIVE, stream, version + 1, "Noted", 1, by, "r", data, prev)
        prev = chain_hash(*fields)
        yield (*fields, prev)


def _in_groups(items: Sequence[T], size: int) -> list[Sequence[T]]:
    return [items[start : start + size] for start in range(0, len(items), size)]


def _ignore(_: object) -> None:
    """The bench only waits for what was posted."""


def _fail(item: object, error: Exception) -> None:
    raise RuntimeError(f"{item} could not be taken") from error
