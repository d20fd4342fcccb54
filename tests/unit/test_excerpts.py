"""Values leave the console as a file: complete or not at all, readable by a table program, written down."""

from __future__ import annotations

import csv
import hashlib
import io
import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from console.announce import Announcement, ExportFailed, FileExported
from console.clock import FakeClock
from console.excerpts import HEADER, SLICE, Column, Excerpt, ExcerptFailed, ExcerptSaved, ExcerptWriter, as_csv
from console.exporting import Exporting
from console.histories import Series
from console.inbox import Inbox
from console.journal import Entry
from console.logbook import Logbook
from console.mishaps import Reported
from console.model import By, PointId, Seat

T0 = 1_795_000_000_000
POINT = PointId("site/leak-01#leakage_current")
LI = By(person="Li", position="desk-1")


def series(values: list[float], bad: list[bool] | None = None, step_ms: int = 0) -> Series:
    value = np.array(values, np.float64)
    t = T0 + np.arange(len(values), dtype=np.int64) * 1500
    flags = np.array(bad if bad is not None else [False] * len(values), np.bool_)
    return Series(POINT, T0, T0 + 60_000, step_ms, t, value, value, value, flags)


def rows(*columns: Column, site: str = "Luting") -> list[list[str]]:
    text = b"".join(as_csv(site, columns)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_every_line_says_when_what_and_how_good() -> None:
    lines = rows(Column("1号配电柜, 东", "mA", series([180.5, np.nan, 181.25], [False, False, True])))
    assert tuple(lines[0]) == HEADER
    assert lines[1:] == [
        ["2026-11-18T11:06:40.000Z", "Luting", POINT, "1号配电柜, 东", "mA", "180.5", "180.5", "180.5", "good", "0"],
        ["2026-11-18T11:06:41.500Z", "Luting", POINT, "1号配电柜, 东", "mA", "", "", "", "gap", "0"],
        ["2026-11-18T11:06:43.000Z", "Luting", POINT, "1号配电柜, 东", "mA", "181.25", "181.25", "181.25", "bad", "0"],
    ]


def test_a_gathered_series_says_how_long_its_steps_are() -> None:
    assert rows(Column("x", "m", series([1.0], step_ms=60_000)))[1][-1] == "60"


def test_a_name_is_no_formula_in_a_table_program() -> None:
    line = rows(Column('=HYPERLINK("http://x")', "m", series([-1.0])), site="@site")[1]
    assert line[1] == "'@site" and line[3].startswith("'=") and line[5] == "-1"


def test_many_values_come_in_pieces_and_none_is_lost() -> None:
    count = 3 * SLICE + 7
    column = Column("x", "m", series([float(i) for i in range(count)]))
    assert len(list(as_csv("s", [column]))) == 5
    assert [row[5] for row in rows(column)[1:]] == [f"{i}" for i in range(count)]


@dataclass
class Desk:
    """An inbox whose posts can be waited for."""

    inbox: Inbox = field(default_factory=Inbox)
    posts: queue.SimpleQueue[object] = field(default_factory=queue.SimpleQueue)

    def next(self) -> object:
        while True:
            self.inbox.drain(self.posts.put, lambda _item, error: self.posts.put(error), 1000)
            try:
                return self.posts.get_nowait()
            except queue.Empty:
                woken = threading.Event()
                self.inbox.on_wake(woken.set)
                assert woken.wait(5)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def writer(desk: Desk) -> Iterator[ExcerptWriter]:
    made = ExcerptWriter(desk.inbox, lambda error: desk.inbox.post(Reported(error, "")))
    yield made
    made.close()


def excerpt(path: Path, *pieces: bytes) -> Excerpt:
    return Excerpt(path, (POINT,), T0, T0 + 60_000, lambda: pieces)


def test_a_file_is_whole_and_its_sum_is_told(desk: Desk, writer: ExcerptWriter, tmp_path: Path) -> None:
    path = tmp_path / "trends.csv"
    path.write_text("an earlier one")
    writer.write(excerpt(path, b"one,", b"two"))
    said = desk.next()
    assert said == ExcerptSaved(path, (POINT,), T0, T0 + 60_000, 7, hashlib.sha256(b"one,two").hexdigest())
    assert path.read_bytes() == b"one,two" and [one.name for one in tmp_path.iterdir()] == ["trends.csv"]


def test_what_cannot_be_written_says_why_and_leaves_what_was_there(
    desk: Desk, writer: ExcerptWriter, tmp_path: Path
) -> None:
    path = tmp_path / "trends.csv"
    path.write_text("an earlier one")

    def full() -> Iterator[bytes]:
        yield b"begun"
        raise OSError(28, "No space left on device")

    writer.write(Excerpt(path, (POINT,), T0, T0, full))
    assert desk.next() == ExcerptFailed(path, "disk_full")
    assert path.read_text() == "an earlier one" and len(list(tmp_path.iterdir())) == 1
    writer.write(excerpt(tmp_path / "nowhere" / "x.csv", b"x"))
    assert desk.next() == ExcerptFailed(tmp_path / "nowhere" / "x.csv", "io_error")


def test_a_file_that_makes_the_writer_raise_is_told_and_the_next_one_is_written(
    desk: Desk, writer: ExcerptWriter, tmp_path: Path
) -> None:
    path = tmp_path / "trends.csv"

    def wrong() -> Iterator[bytes]:
        yield b"begun"
        raise KeyError("a bug of ours")

    writer.write(Excerpt(path, (POINT,), T0, T0, wrong))
    assert desk.next() == ExcerptFailed(path, "error")
    assert desk.next() == Reported("trends: KeyError", "")
    assert list(tmp_path.iterdir()) == []
    writer.write(Excerpt(Path(), (POINT,), T0, T0, wrong))  # a file without a name
    assert desk.next() == ExcerptFailed(Path(), "error")
    assert desk.next() == Reported("trends: ValueError", "")
    writer.write(excerpt(path, b"whole"))
    assert isinstance(desk.next(), ExcerptSaved) and path.read_bytes() == b"whole"


class Room:
    """The desk of the exports with its journal and its announcements."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.said: list[Announcement] = []
        log = Logbook(FakeClock(), "desk-1/x", self.entries.extend)
        self.exporting = Exporting(log, Seat("desk-1", "Li"), self.said.append)


def test_who_took_what_out_of_the_room_is_in_the_journal() -> None:
    room = Room()
    room.exporting.heard(ExcerptSaved(Path("/a/b.csv"), (POINT,), 1, 2, 7, "e" * 64))
    entry = room.entries[0]
    assert (entry.kind, entry.by, entry.data["points"], entry.data["sha256"]) == (
        "FileExported", LI, [POINT], "e" * 64,
    )  # fmt: skip
    assert room.said == [FileExported(path="/a/b.csv", what="trends", points=1, size=7, sha256="e" * 64, by="Li")]


def test_without_a_writer_an_export_fails_in_words_and_is_written_down() -> None:
    room = Room()
    room.exporting.order(excerpt(Path("/a/b.csv")))
    assert room.said == [ExportFailed(path="/a/b.csv", what="trends", reason="no_writer")]
    assert room.entries[0].kind == "ExportFailed"
