"""A journal that cannot be written or opened: a named state, nothing lost, order kept. Real files, real locks."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, ExceptionContext, event

from console.backends.store import sql, thread
from console.backends.store.database import Database
from console.backends.store.sql import SqlStore
from console.clock import Clock
from console.errors import StoreError
from console.inbox import Inbox
from console.journal import Saved
from console.model import LIVE, LinkDown, LinkUp
from tests.contract.seats import Seat, entry
from tests.waiting import wait_until

NOBODY = 65534


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A journal with one entry that nobody has open."""
    path = tmp_path / "journal.sqlite"
    with Seat(path) as seat:
        seat.save(entry("s", 1))
    return path


@contextmanager
def locked(path: Path) -> Iterator[sqlite3.Connection]:
    """Another program's write transaction."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other
        if other.in_transaction:
            other.execute("ROLLBACK")


@contextmanager
def on_connect(*pragmas: str) -> Iterator[list[str]]:
    """Every connection made meanwhile runs these pragmas; clear the list and new connections are healthy."""
    sick = list(pragmas)

    def infect(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in sick:
            connection.execute(pragma)

    event.listen(Engine, "connect", infect)
    try:
        yield sick
    finally:
        event.remove(Engine, "connect", infect)


@contextmanager
def failures() -> Iterator[list[str]]:
    """What went wrong in any database connection meanwhile."""
    seen: list[str] = []

    def note(context: ExceptionContext) -> None:
        seen.append(str(context.original_exception))

    event.listen(Engine, "handle_error", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "handle_error", note)


@contextmanager
def ordinary_user(folder: Path) -> Iterator[None]:
    """Root writes where it likes: act as somebody else when we are root."""
    if os.geteuid() != 0:
        yield
        return
    os.chown(folder, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A folder that another user may reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="journal-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def opening(path: str | Path, lock_wait_s: float = 0.05) -> str:
    """Why the store at `path` does not open."""
    store = SqlStore(path, "desk-1", Inbox(), Clock(), print, lock_wait_s=lock_wait_s)
    with pytest.raises(StoreError) as refusal:
        store.open()
    store.stop()
    return str(refusal.value)


def test_while_another_program_holds_the_lock_nothing_is_lost_and_the_order_is_kept(journal: Path) -> None:
    with Seat(journal) as seat, locked(journal) as other, failures() as failed:
        for version in range(2, 102):
            seat.append(entry("s", version), receipts=[version])
        (down,) = seat.wait_for(LinkDown)
        so_far = len(failed)
        wait_until(lambda: len(failed) >= so_far + 3, what="three more attempts")
        assert (down.kind, down.name, down.reason) == ("store", "journal", "locked")
        assert (seat.store.unsaved, seat.handled) == (100, [])
        other.execute("ROLLBACK")
        seat.wait_for(LinkUp)
        seat.settle()
        seat.store.stop()
        assert [one.entry.version for one in seat.everything()] == list(range(1, 102))
        assert seat.handled == list(range(2, 102))
        assert len(seat.posted(LinkDown)) == len(seat.posted(LinkUp)) == 1
        assert seat.saved() == {(LIVE, "s"): 101}


def test_the_desk_hears_that_the_journal_is_back_before_it_hears_what_was_saved(journal: Path) -> None:
    with Seat(journal) as seat, locked(journal) as other:
        seat.append(entry("s", 2))
        seat.wait_for(LinkDown)
        other.execute("ROLLBACK")
        seat.wait_for(Saved)
        assert [type(post) for post in seat.posts] == [LinkDown, LinkUp, Saved]


def test_a_lock_as_short_as_another_console_s_commit_is_not_a_fault(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thread, "BUSY_FOR_S", 60.0)
    with Seat(journal) as seat, locked(journal) as other, failures() as failed:
        seat.append(entry("s", 2))
        wait_until(lambda: len(failed) > 2, what="attempts to write")
        other.execute("ROLLBACK")
        seat.wait_for(Saved)
        assert seat.posted(LinkDown) == []


def test_a_stop_while_the_journal_is_locked_is_bounded_and_says_that_entries_are_unsaved(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sql, "STOP_S", 0.3)
    with Seat(journal) as seat, locked(journal):
        seat.append(entry("s", 2))
        assert seat.store.stop() is False
        assert seat.store.unsaved == 1


def test_a_stop_waits_for_a_lock_that_ends_in_time(journal: Path) -> None:
    with Seat(journal) as seat, locked(journal) as other:
        seat.append(entry("s", 2))
        seat.wait_for(LinkDown)
        other.execute("ROLLBACK")
        assert seat.store.stop() is True
        assert seat.story("s") == ["Noted", "Noted"]


def test_a_full_disk_is_named_and_every_entry_is_written_when_there_is_room_again(journal: Path) -> None:
    big = {"note": "x" * 4000}
    with on_connect("PRAGMA max_page_count=40") as sick, Seat(journal) as seat:
        for version in range(2, 202):
            seat.append(entry("s", version, data=big))
        (down,) = seat.wait_for(LinkDown)
        assert down.reason == "disk_full"
        sick.clear()
        seat.wait_for(LinkUp)
        seat.settle()
        assert [one.entry.version for one in seat.everything()] == list(range(1, 202))
        assert seat.reader.verify().is_whole


def test_a_journal_that_becomes_read_only_is_named_and_written_later(journal: Path) -> None:
    with Seat(journal) as seat, on_connect("PRAGMA query_only=1") as sick:
        seat.append(entry("s", 2))
        (down,) = seat.wait_for(LinkDown)
        assert down.reason == "read_only"
        sick.clear()
        seat.save(entry("s", 3))
        assert [one.entry.version for one in seat.everything()] == [1, 2, 3]


def test_tables_that_vanish_under_a_running_console_are_a_fault_and_lose_nothing(journal: Path) -> None:
    with Seat(journal) as seat:
        with closing(sqlite3.connect(journal)) as other:
            other.execute("ALTER TABLE entry RENAME TO gone")
            seat.append(entry("s", 2))
            (down,) = seat.wait_for(LinkDown)
            assert (down.reason, "entry" in down.detail) == ("io", True)
            other.execute("ALTER TABLE gone RENAME TO entry")
        seat.settle()
        assert [one.entry.version for one in seat.everything()] == [1, 2]


def test_a_locked_journal_that_needs_no_change_opens_and_reads(journal: Path) -> None:
    with locked(journal) as other, Seat(journal) as seat:
        assert seat.story("s") == ["Noted"]
        seat.append(entry("s", 2))
        assert seat.wait_for(LinkDown)[0].reason == "locked"
        other.execute("ROLLBACK")
        seat.settle()


def test_a_locked_database_that_would_have_to_be_created_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    with closing(sqlite3.connect(path)) as new:
        new.execute("PRAGMA journal_mode=WAL")
    with locked(path):
        assert "locked" in opening(path)


def test_a_folder_that_cannot_be_written_is_refused_by_name(reachable: Path) -> None:
    with ordinary_user(reachable):
        reachable.chmod(0o555)
        assert "read_only" in opening(reachable / "sub" / "journal.sqlite")
        assert "cannot be written" in opening(reachable / "journal.sqlite")


def test_a_journal_file_that_cannot_be_written_is_refused_by_name(reachable: Path) -> None:
    path = reachable / "journal.sqlite"
    with Seat(path) as seat:
        seat.save(entry("s", 1))
    for file in reachable.iterdir():
        file.chmod(0o444)
    with ordinary_user(reachable):
        assert "read_only" in opening(path)


def test_a_disk_too_full_for_a_new_journal_is_refused_by_name(tmp_path: Path) -> None:
    with on_connect("PRAGMA max_page_count=3"):
        assert "disk_full" in opening(tmp_path / "journal.sqlite")


def test_a_file_that_is_no_journal_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    path.write_bytes(b"not a database at all" * 100)
    assert "damaged or is not a journal" in opening(path)
    assert path.read_bytes() == b"not a database at all" * 100


def test_a_damaged_journal_is_refused_by_name(journal: Path) -> None:
    raw = bytearray(journal.read_bytes())
    raw[100:4096] = b"\xff" * 3996
    journal.write_bytes(raw)
    assert "corrupt" in opening(journal)


def test_a_folder_in_the_place_of_the_journal_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "journal.sqlite").mkdir()
    assert "check the disk and the path" in opening(tmp_path / "journal.sqlite")


def test_the_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipe(name)")
    assert "another program" in opening(path)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("recipe",)]


def test_a_journal_from_the_future_is_refused_and_left_as_it_is(journal: Path) -> None:
    with closing(sqlite3.connect(journal, isolation_level=None)) as future:
        future.execute("UPDATE alembic_version SET version_num = '9999'")
    before = journal.read_bytes()
    assert "newer Watchroom (revision 9999)" in opening(journal)
    assert journal.read_bytes() == before
    assert list(journal.parent.glob("*before*")) == []


@pytest.mark.parametrize("address", ["postgresql://u:hunter2@h:port/x", "nosuch://u:hunter2@h/x"])
def test_an_address_nobody_can_use_is_refused_without_showing_its_password(address: str) -> None:
    with pytest.raises(StoreError) as refusal:
        SqlStore(address, "desk-1", Inbox(), Clock(), print)
    assert "hunter2" not in str(refusal.value)


def test_a_commit_is_on_the_disk_before_it_counts(journal: Path) -> None:
    with Database.at(journal).writer().connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2, "FULL"
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_two_consoles_may_create_one_journal_at_the_same_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as first:
        first.execute("BEGIN IMMEDIATE")  # it is about to write; SQLite tells the second "locked" without waiting
        paused: list[float] = []

        class Pause:
            def wait(self, seconds: float) -> None:
                paused.append(seconds)
                first.execute("ROLLBACK")

        monkeypatch.setattr("console.backends.store.database.threading.Event", Pause)
        Database.at(path).prepare(wait_s=5)
        monkeypatch.undo()
    assert len(paused) == 1
    with closing(sqlite3.connect(path)) as journal:
        assert journal.execute("PRAGMA journal_mode").fetchone() == ("wal",)
