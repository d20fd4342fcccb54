"""A history that is killed, locked out, damaged or without its server: said plainly, and nothing measured is lost."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.backends.history import batches
from console.backends.history.batches import Batch, Unsettled
from console.backends.history.log import MAGIC, Chunk, names_frame, read, samples_frame
from console.histories import HistoryRequest, HistoryTrouble, Measured
from console.model import LinkDown, LinkUp
from console.trends.reduction import HOUR, MINUTE, SECOND
from tests.contract.history_home import NOW, PRESSURE, Home, day, shown, told
from tests.contract.history_writer import start_ms
from tests.servers.postgresql import Server
from tests.sources import ROOT
from tests.system.small_disk import SmallDisk
from tests.waiting import wait_until


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path / "history", tmp_path / "history")
    yield home
    home.history.stop()


# ---- killed ----


def measure_until_killed(folder: Path, first: int, lines: int) -> int:
    """Let a program measure, kill it after so many words of it; how many samples it knew to be in the log."""
    command = [sys.executable, "-m", "tests.contract.history_writer", str(folder), str(first)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(lines)]
        child.kill()
        said += child.stdout.readlines()
    return max(int(line) for line in said if line.endswith("\n"))


def test_a_kill_loses_nothing_that_was_in_the_log(tmp_path: Path) -> None:
    folder, known = tmp_path / "history", 0
    for lines in (3, 7, 12):  # in the first batch, while one is put into the tables, later
        known = measure_until_killed(folder, known, lines)
    home = Home(folder, folder)
    found = shown(home.read(PRESSURE, start_ms(0), start_ms(known), 10**6))
    home.settle()
    again = shown(home.read(PRESSURE, start_ms(0), start_ms(known), 10**6))
    home.history.stop()
    expected = [(start_ms(n), float(n)) for n in range(known)]
    assert found[:known] == expected and again[:known] == expected


def test_a_batch_that_is_put_into_the_tables_twice_is_there_once(home: Home) -> None:
    home.take(day(NOW, 4 * MINUTE, SECOND))
    (batch,) = home.history._unsettled.batches
    wait_until(lambda: batch.is_written, what="the log")
    kept = batch.path.read_bytes()
    home.settle()
    batch.path.write_bytes(kept)  # killed between the commit and the end of the log
    home.restart()
    wait_until(lambda: not batch.path.exists(), 20, "the log to be put into the tables again")
    assert shown(home.read(PRESSURE, NOW, NOW + HOUR)) == told(day(NOW, 4 * MINUTE, SECOND))


def chunk(numbers: list[int]) -> Chunk:
    n = len(numbers)
    return Chunk(np.zeros(n, np.int32), np.array(numbers), np.array(numbers, np.float64), np.zeros(n, np.bool_))


@given(st.lists(st.lists(st.integers(0, 2**40), min_size=1, max_size=20), min_size=1, max_size=6), st.data())
def test_a_log_is_read_up_to_the_frame_that_was_torn(
    tmp_path_factory: pytest.TempPathFactory, parts: list[list[int]], data: st.DataObject
) -> None:
    frames = [names_frame(["泵"]), *(samples_frame(chunk(part)) for part in parts)]
    whole = b"".join([MAGIC, *frames])
    cut = data.draw(st.integers(0, len(whole)))
    path = tmp_path_factory.getbasetemp() / "torn.samples"
    path.write_bytes(whole[:cut] + data.draw(st.sampled_from([b"", b"\xff" * 64])))
    _, chunks = read(path)
    ends = np.cumsum([len(MAGIC), *(len(frame) for frame in frames)])
    complete = int(np.sum(ends[1:] <= cut)) - 1
    assert [each.t_ms.tolist() for each in chunks] == parts[: max(0, complete)]


# ---- locked, damaged, away ----


def test_while_another_program_holds_the_tables_the_log_goes_on_and_they_are_filled_later(home: Home) -> None:
    measured = day(NOW, 4 * MINUTE, SECOND)
    wait_until(lambda: home.posted(LinkUp), what="the history")
    with closing(sqlite3.connect(home.folder / "catalogue.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        home.take(measured)
        home.clock.step(5 * MINUTE)
        (down,) = wait_until(lambda: home.posted(LinkDown), what="LinkDown")
        assert (down.kind, down.name, down.reason) == ("history", "history", "locked")
        assert shown(home.read(PRESSURE, NOW, NOW + HOUR)) == told(measured)
        other.execute("ROLLBACK")
    wait_until(lambda: len(home.posted(LinkUp)) == 2, 20, "LinkUp")
    home.settle()
    assert shown(home.read(PRESSURE, NOW, NOW + HOUR)) == told(measured)


def test_damaged_tables_are_named_and_the_log_keeps_what_comes(home: Home) -> None:
    measured = day(NOW, 4 * MINUTE, SECOND)
    home.history.stop()
    (home.folder / "catalogue.sqlite").write_bytes(b"no database at all" * 500)
    home.restart()
    home.take(measured)
    (down,) = wait_until(lambda: home.posted(LinkDown), what="LinkDown")
    assert down.reason == "corrupt"
    home.history.stop()
    (home.folder / "catalogue.sqlite").unlink()
    home.restart()
    home.settle()
    assert shown(home.read(PRESSURE, NOW, NOW + HOUR)) == told(measured)


def test_one_damaged_block_costs_five_minutes_and_not_the_answer(home: Home, caplog: pytest.LogCaptureFixture) -> None:
    home.take(day(NOW, 10 * MINUTE, SECOND))
    home.settle()
    (volume,) = home.folder.glob("raw-*.sqlite")
    with closing(sqlite3.connect(volume, isolation_level=None)) as other:
        other.execute("UPDATE block_raw SET data = x'00' WHERE start_ms = ?", (NOW,))
    found = shown(home.read(PRESSURE, NOW, NOW + HOUR))
    assert found == [pair for pair in told(day(NOW, 10 * MINUTE, SECOND)) if pair[0] >= NOW + 5 * MINUTE]
    assert "cannot be read" in caplog.text


def test_a_server_that_is_away_delays_the_tables_and_nothing_else(
    postgresql_server: Server, postgresql: str, tmp_path: Path
) -> None:
    before, meanwhile = day(NOW, 5 * MINUTE, SECOND), day(NOW + 5 * MINUTE, 5 * MINUTE, SECOND)
    home = Home(tmp_path / "history", postgresql)
    try:
        home.take(before)
        home.settle()
        postgresql_server.kill()
        home.take(meanwhile)
        home.clock.step(5 * MINUTE)
        (down,) = wait_until(lambda: home.posted(LinkDown), 20, "LinkDown")
        assert down.reason == "away"
        home.history.ask(HistoryRequest(99, PRESSURE, NOW, NOW + HOUR, 10))
        (trouble,) = wait_until(lambda: home.posted(HistoryTrouble), 20, "HistoryTrouble")
        assert trouble == HistoryTrouble(99, "away")
        postgresql_server.start()
        wait_until(lambda: len(home.posted(LinkUp)) == 2, 60, "LinkUp")
        home.settle()
        assert shown(home.read(PRESSURE, NOW, NOW + HOUR)) == told([*before, *meanwhile])
    finally:
        home.history.stop()
        if not postgresql_server.is_running:
            postgresql_server.start()


# ---- no room ----


def test_a_full_disk_is_said_and_every_sample_is_written_when_there_is_room_again(tmp_path: Path) -> None:
    disk = SmallDisk(tmp_path / "disk")
    home = Home(disk.folder / "history", disk.folder / "history")
    before, meanwhile = day(NOW, MINUTE, SECOND), day(NOW + MINUTE, 10 * MINUTE, SECOND)
    try:
        home.take(before)
        wait_until(lambda: home.posted(LinkUp), what="the history")
        disk.fill(os.getpid(), 4_000)
        home.history.take(meanwhile)
        (down,) = wait_until(lambda: home.posted(LinkDown), what="LinkDown")
        assert (down.kind, down.reason in disk.reasons) == ("history", True)
        assert shown(home.read(PRESSURE, NOW, NOW + HOUR)) == told([*before, *meanwhile]), "from memory"
        disk.free(os.getpid())
        wait_until(lambda: len(home.posted(LinkUp)) == 2, 20, "LinkUp")
        home.restart()
        assert shown(home.read(PRESSURE, NOW, NOW + HOUR)) == told([*before, *meanwhile]), "from the log"
    finally:
        disk.free(os.getpid())
        home.history.stop()
        disk.close()


class FullDisk:
    """Stands in for the log's file: there is no room."""

    def __init__(self, _path: Path) -> None:
        raise OSError(28, "No space left on device")


def test_without_room_for_the_log_samples_wait_in_memory_and_then_the_oldest_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "LogFile", FullDisk)
    unsettled = Unsettled(tmp_path)
    for n in range(5):
        unsettled.put([Measured(PRESSURE, NOW + n, 1.0)] * 100, NOW + n)
        with pytest.raises(OSError, match="No space"):
            unsettled.write()
        unsettled.turn()
    assert unsettled.spare_memory(1_000) == 0
    assert unsettled.spare_memory(150) == 200
    assert [len(batch.samples_of(PRESSURE)) for batch in unsettled.batches] == [100, 100, 100]


def test_what_the_disk_holds_need_not_be_held_in_memory(tmp_path: Path) -> None:
    unsettled = Unsettled(tmp_path)
    for n in range(3):
        unsettled.put(day(NOW + n * MINUTE, MINUTE, SECOND), NOW + n)
        unsettled.write()
        unsettled.turn()
    assert unsettled.spare_memory(70) == 0
    assert [batch.chunks is None for batch in unsettled.batches] == [True, True, False]
    assert [len(batch.samples_of(PRESSURE)) for batch in unsettled.batches] == [60, 60, 60]
    unsettled.close()


def test_a_frame_for_which_there_was_no_room_leaves_no_trace_and_is_written_later(tmp_path: Path) -> None:
    first, second = day(NOW, MINUTE, SECOND), day(NOW + MINUTE, MINUTE, SECOND)
    batch = Batch(7, tmp_path / "7.samples")
    batch.put(first)
    batch.write()
    size = batch.path.stat().st_size
    batch.put(second)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100, hard))  # room for a piece of it
    try:
        with pytest.raises(OSError, match="too large"):
            batch.write()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert batch.path.stat().st_size == size and not batch.is_written
    batch.write()
    batch.close()
    assert told_by(Batch.found(batch.path)) == told([*first, *second])


def told_by(batch: Batch) -> list[tuple[int, float]]:
    found = batch.samples_of(PRESSURE)
    return list(zip(found.t_ms.tolist(), found.value.tolist(), strict=True))
