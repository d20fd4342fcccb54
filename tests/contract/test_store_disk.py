"""The disk under a journal file: the other console does not wait for it, and nothing is called saved before it has."""

from __future__ import annotations

import errno
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.backends.store import disk, sql
from console.backends.store.read import JournalReader
from console.journal import Followed, Saved
from console.model import LIVE, LinkDown, LinkUp
from tests.contract.seats import Seat, entry
from tests.waiting import wait_until

PATIENCE_S = 30


class SlowDisk:
    """Its first sync takes until `is_free` is set; those of others do not wait for it."""

    def __init__(self) -> None:
        self.began, self.is_free = threading.Event(), threading.Event()

    def fdatasync(self, handle: int) -> None:
        if not self.began.is_set():
            self.began.set()
            assert self.is_free.wait(PATIENCE_S)
        os.fsync(handle)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowDisk]:
    one = SlowDisk()
    monkeypatch.setattr(disk, "synced", one.fdatasync)
    yield one
    one.is_free.set()


def streams(seat: Seat) -> list[str]:
    return [one.entry.stream for post in seat.posted(Followed) for one in post.entries]


def test_the_other_console_sees_what_waits_for_the_disk_and_the_writer_is_not_told_that_it_is_saved(
    tmp_path: Path, slow: SlowDisk
) -> None:
    journal = tmp_path / "journal.sqlite"
    with Seat(journal, "desk-1") as first, Seat(journal, "desk-2") as second:
        first.append(entry("a", 1), receipts=[7])
        assert slow.began.wait(PATIENCE_S)
        wait_until(lambda: streams(second) == ["a"], PATIENCE_S, "what the first one wrote")
        assert (first.posted(Saved), first.handled, first.store.unsaved) == ([], [], 1)
        slow.is_free.set()
        first.wait_for(Saved)
        assert (first.saved(), first.store.unsaved) == ({(LIVE, "a"): 1}, 0)
        wait_until(lambda: first.handled == [7], PATIENCE_S, "the receipt to be let go")


def test_who_waits_for_his_disk_goes_on_writing_and_hears_the_other(tmp_path: Path, slow: SlowDisk) -> None:
    journal = tmp_path / "journal.sqlite"
    with Seat(journal, "desk-1") as first, Seat(journal, "desk-2") as second:
        first.append(entry("a", 1))
        assert slow.began.wait(PATIENCE_S)
        second.save(entry("b", 1))
        wait_until(lambda: streams(first) == ["b"], PATIENCE_S, "what the second one wrote")
        first.append(entry("a", 2))
        wait_until(lambda: streams(second) == ["a", "a"], PATIENCE_S, "what the first one wrote meanwhile")
        assert first.posted(Saved) == []
        slow.is_free.set()


def test_a_disk_that_cannot_sync_is_a_trouble_and_its_entries_are_saved_another_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, errors = tmp_path / "journal.sqlite", [OSError(errno.EIO, "broken")]
    monkeypatch.setattr(disk, "synced", lambda handle: _fail(errors.pop()) if errors else os.fsync(handle))
    with Seat(journal) as seat:
        seat.append(entry("a", 1))
        (down,) = seat.wait_for(LinkDown)
        assert (down.kind, down.reason) == ("store", "io")
        seat.wait_for(LinkUp)
        assert seat.wait_for(Saved)[0].versions == {(LIVE, "a"): 1}
        shutil.copy(journal, tmp_path / "file-alone.sqlite")  # without the log that could not be synced
        found = JournalReader(tmp_path / "file-alone.sqlite").stream(LIVE, "a")
        assert [one.entry.version for one in found] == [1]


def _fail(error: OSError) -> None:
    raise error


def test_who_ends_while_the_disk_hangs_says_that_something_is_not_saved(
    tmp_path: Path, slow: SlowDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sql, "STOP_S", 0.1)
    with Seat(tmp_path / "journal.sqlite") as seat:
        seat.append(entry("a", 1))
        assert slow.began.wait(PATIENCE_S)
        assert seat.store.stop() is False
        assert seat.store.unsaved == 1
        slow.is_free.set()


def test_what_was_told_saved_was_synced_after_it_was_committed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each sync notes what the log held when it began; a number that is not in one of them was told too early."""
    journal, held = tmp_path / "journal.sqlite", [0]

    def note(handle: int) -> None:
        held.append(sum(len(each) for each in JournalReader(journal).chunks(500)))
        os.fsync(handle)

    monkeypatch.setattr(disk, "synced", note)
    with Seat(journal) as seat:
        for number in range(1, 101):
            seat.append(entry("a", number, open=True))
            seat.look()
            told = max((saved.versions[LIVE, "a"] for saved in seat.posted(Saved)), default=0)
            assert told <= max(held)
        seat.settle()
        wait_until(lambda: seat.saved().get((LIVE, "a")) == 100, PATIENCE_S, "all of them")
        assert max(held) == 100
