"""The database goes away under a console: what it decided meanwhile is on its own disk, and finds its way home."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from console.backends.store import sql
from console.backends.store.rows import Waiting, prepare
from console.backends.store.spool import Spool
from console.clock import Clock
from console.inbox import Inbox
from console.journal import LATE_ACT, Conflict
from console.model import LIVE, LinkDown, LinkUp
from tests.contract.seats import LI, Seat, entry
from tests.waiting import wait_until

RAISED = entry("alarm/p/1", 1, "AlarmRaised", open=True)
SEEN = replace(entry("alarm/p/1", 2, "AlarmAcknowledged", open=True), by=LI, t_ms=1_795_000_000_777)
CLEARED = entry("alarm/p/1", 2, "AlarmCleared", open=True)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "journal.sqlite"
    with Seat(path) as seat:
        seat.save(RAISED)
    return path


@pytest.fixture
def spool(tmp_path: Path) -> Path:
    return tmp_path / "spool" / "journal.jsonl"


@contextmanager
def away(path: Path) -> Iterator[None]:
    """Nobody can write the journal meanwhile."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def killed_while_away(journal: Path, spool: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run of desk-1 that acknowledges during an outage, writes a note, and never sees the journal again."""
    monkeypatch.setattr(sql, "STOP_S", 0.1)
    with away(journal), Seat(journal, "desk-1", spool) as seat:
        seat.append(SEEN)
        seat.wait_for(LinkDown)
        seat.append(entry("note/1", 1))
        wait_until(lambda: spool.exists() and spool.read_bytes().count(b"\n") == 2, 20, "both on the disk")
        assert seat.store.stop() is False


def test_what_was_decided_during_an_outage_survives_a_kill(
    journal: Path, spool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_while_away(journal, spool, monkeypatch)
    assert spool.stat().st_mode & 0o077 == 0
    with Seat(journal, "desk-1", spool) as again:
        assert [one.entry.kind for one in again.store.open_streams(LIVE)] == ["AlarmRaised", "AlarmAcknowledged"]
        assert again.story("note/1") == ["Noted"]
        acknowledged = again.reader.stream(LIVE, "alarm/p/1")[1].entry
        assert (acknowledged.by, acknowledged.t_ms) == (LI, SEEN.t_ms)
        assert again.reader.verify().is_whole
        assert not spool.exists()


def test_an_act_that_was_overtaken_during_an_outage_is_kept_with_its_own_time_and_a_machine_s_is_not(
    journal: Path, spool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_while_away(journal, spool, monkeypatch)
    with Seat(journal, "desk-2") as other:
        other.save(CLEARED)
        other.save(entry("note/1", 1, data={"note": "of another"}))
    kept = spool.read_bytes()
    with Seat(journal, "desk-1", spool) as again:
        (late,) = again.reader.of_kind(LATE_ACT)
        assert (late.entry.by, late.entry.t_ms) == (LI, SEEN.t_ms)
        assert (late.entry.data["stream"], late.entry.data["kind"]) == ("alarm/p/1", "AlarmAcknowledged")
        assert again.story("alarm/p/1") == ["AlarmRaised", "AlarmCleared"]
        assert [conflict.entry.kind for conflict in again.store.overtaken()] == ["AlarmAcknowledged", "Noted"]
        assert len(again.story("note/1")) == 1
    spool.write_bytes(kept)  # killed once more, before it could be cleared
    with Seat(journal, "desk-1", spool) as third:
        assert len(list(third.reader.of_kind(LATE_ACT))) == 1
        assert third.reader.verify().is_whole


def test_after_an_outage_a_running_console_keeps_an_overtaken_act_too(journal: Path, spool: Path) -> None:
    with Seat(journal, "desk-1", spool) as seat, closing(sqlite3.connect(journal, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        seat.append(SEEN)
        seat.append(entry("mine", 1))
        seat.wait_for(LinkDown)
        other.execute(
            "INSERT INTO entry SELECT 9999, 'desk-2/x', 1, t_ms, domain, stream, 2, 'AlarmCleared', kv, by_json, "
            "cause, data, prev, hash FROM entry WHERE stream = 'alarm/p/1'"
        )
        other.execute("UPDATE stream SET version = 2 WHERE stream = 'alarm/p/1'")
        other.execute("COMMIT")
        seat.wait_for(LinkUp)
        (conflict,) = seat.wait_for(Conflict)
        assert conflict.is_late and conflict.entry.kind == "AlarmAcknowledged"
        seat.settle()
        assert [one.entry.by for one in seat.reader.of_kind(LATE_ACT)] == [LI]
        wait_until(lambda: not spool.exists(), 20, "the spool to be cleared")


def test_a_start_on_a_journal_somebody_holds_opens_the_room_and_the_next_one_keeps_the_word(
    journal: Path, spool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_while_away(journal, spool, monkeypatch)
    with away(journal):
        store = sql.SqlStore(journal, "desk-1", Inbox(), Clock(), print, lock_wait_s=0.05, spool=spool)
        store.open()
        store.start()
    store.append([entry("new", 1)])
    assert store.stop() is True
    assert spool.exists()
    with Seat(journal, "desk-1", spool) as third:
        assert third.story("alarm/p/1") == ["AlarmRaised", "AlarmAcknowledged"]
        assert not spool.exists()


def test_a_line_that_a_kill_cut_short_costs_only_itself(
    journal: Path, spool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_while_away(journal, spool, monkeypatch)
    spool.write_bytes(spool.read_bytes() + b'[{"domain": "live", "str')
    with Seat(journal, "desk-1", spool) as again:
        assert again.story("alarm/p/1") == ["AlarmRaised", "AlarmAcknowledged"]
        assert again.story("note/1") == ["Noted"]


def test_a_line_nobody_can_read_is_put_aside_for_a_person_and_costs_no_other(
    journal: Path, spool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_while_away(journal, spool, monkeypatch)
    spoilt = b'[{"domain": "live", "stream": "note/9", "ki\0\0'
    spool.write_bytes(spoilt + b"\n" + spool.read_bytes())
    with Seat(journal, "desk-1", spool) as again:
        assert again.story("note/1") == ["Noted"]
        wait_until(lambda: not spool.exists(), 10, "what could be read is in the journal")
    aside = spool.with_name(f"{spool.name}.unread")
    assert aside.read_bytes() == spoilt + b"\n" and aside.stat().st_mode & 0o777 == 0o600


def test_what_is_kept_behind_a_torn_line_is_found_again(journal: Path, spool: Path) -> None:
    """A full disk, or a kill, tore a line; the next word must not be glued to it."""
    spool.parent.mkdir()
    spool.write_bytes(b'[{"domain": "live", "str')
    kept = Spool(spool)
    kept.keep([Waiting((prepare(SEEN),), (), 0)])
    kept.keep([Waiting((prepare(entry("note/1", 1)),), (), 0)])
    with Seat(journal, "desk-1", spool) as again:
        assert again.story("alarm/p/1") == ["AlarmRaised", "AlarmAcknowledged"]
        assert again.story("note/1") == ["Noted"]
