"""What every home of the journal promises: a file, memory, a PostgreSQL server."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.engine.default import DefaultDialect

from console.backends.store.database import in_memory
from console.errors import StoreError
from console.journal import GENESIS, Conflict, Entry, Recorded, Saved, digest
from console.model import LIVE, Domain, PointId
from tests.contract.seats import LI, Seat, entry

DRILL = Domain("drill:7")


@pytest.fixture(params=["file", "memory", "server"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a journal may live; memory is kept while the test runs, so that a store can come back to it."""
    if request.param == "file":
        yield str(tmp_path / "new folder" / "journal.sqlite")
        return
    if request.param == "server":
        yield request.getfixturevalue("postgresql")
        return
    name = uuid4().hex
    with closing(sqlite3.connect(f"file:/{name}?vfs=memdb", uri=True)):
        yield in_memory(name).render_as_string()


def contents(recorded: list[Recorded] | tuple[Recorded, ...]) -> list[tuple[str, int]]:
    return [(one.entry.stream, one.entry.version) for one in recorded]


def test_a_store_without_an_address_lives_in_memory() -> None:
    with Seat("sqlite://") as seat:
        seat.save(entry("a", 1))
        assert contents(seat.reader.tail(1)) == [("a", 1)]


def test_a_restart_finds_every_entry_of_every_open_stream_and_nothing_of_closed_ones(where: str) -> None:
    with Seat(where) as seat:
        seat.save(entry("b", 1, open=True), entry("a", 1, open=True), entry("closed", 1, open=True))
        seat.save(entry("a", 2, "Acknowledged", open=True), entry("closed", 2))
    with Seat(where) as again:
        assert contents(again.store.open_streams(LIVE)) == [("a", 1), ("a", 2), ("b", 1)]


def test_an_entry_comes_back_as_it_was_decided(where: str) -> None:
    decided = Entry(LIVE, "alarm/z/烟感#smoke/1", 1, "AlarmAcknowledged", 17, LI, {"a": [1, None, "é"]}, "r1", 3, True)
    with Seat(where) as seat:
        seat.save(decided)
    with Seat(where) as again:
        assert [one.entry for one in again.store.open_streams(LIVE)] == [decided]


def test_each_run_is_a_chain_of_its_own_that_starts_at_genesis(where: str) -> None:
    for _ in range(2):
        with Seat(where) as seat:
            seat.save(entry(f"run/{seat.store.writer}", 1), entry(f"run/{seat.store.writer}", 2))
            first, second = seat.reader.tail(2)
            assert (first.seq, first.prev, second.seq, second.prev) == (1, GENESIS, 2, first.hash)
            assert second.hash == digest(seat.store.writer, 2, second.entry, first.hash)
            assert seat.reader.verify().is_whole


def test_a_start_learns_the_last_entry_of_its_position_s_run_before(where: str) -> None:
    with Seat(where) as first:
        assert first.store.previous_head() is None
        first.save(entry("a", 1), entry("a", 2))
        last = first.reader.tail(1)[0]
    with Seat(where, "desk-2") as other:
        assert other.store.previous_head() is None
        other.save(entry("b", 1))
    with Seat(where) as again:
        assert again.store.previous_head() == (last.writer, 2, last.hash)
        again.save(entry("c", 1))
        assert again.store.previous_head() == (last.writer, 2, last.hash), "its own entries are not the run before"


def test_the_desk_is_told_which_versions_are_saved(where: str) -> None:
    with Seat(where) as seat:
        seat.save(entry("a", 1), entry("a", 2), entry("b", 1, domain=DRILL))
        seat.wait_for(Saved)
        assert seat.saved() == {(LIVE, "a"): 2, (DRILL, "b"): 1}


def test_a_receipt_is_handled_only_when_its_entry_is_in_the_journal(where: str) -> None:
    with Seat(where) as seat:
        there: list[tuple[list[int], int]] = []
        seat.store._thread._on_handled = lambda receipts: there.append((list(receipts), len(seat.reader.tail(9))))
        seat.append(entry("a", 1), receipts=[41, 42])
        seat.wait_for(Saved)
        seat.store.stop()
        assert there == [([41, 42], 1)]


def test_a_receipt_without_entries_is_handled_after_those_before_it(where: str) -> None:
    with Seat(where) as seat:
        seat.append(entry("a", 1), receipts=[1])
        seat.append(receipts=[2])
        seat.append(entry("a", 2), receipts=[3])
        seat.store.stop()
        assert seat.handled == [1, 2, 3]


def test_the_second_of_two_writers_loses_cleanly_and_sees_who_won(where: str) -> None:
    with Seat(where) as li, Seat(where, "desk-2") as wang:
        li.save(entry("alarm/p/1", 1, "AlarmRaised"), entry("alarm/p/1", 2, "AcknowledgedByLi"))
        wang.append(entry("mine", 1), entry("alarm/p/1", 2, "AcknowledgedByWang"), entry("mine", 2), receipts=[5])
        (conflict,) = wang.wait_for(Conflict)
        wang.store.stop()
        assert conflict.entry.kind == "AcknowledgedByWang"
        assert [one.entry.kind for one in conflict.stream] == ["AlarmRaised", "AcknowledgedByLi"]
        assert wang.saved() == {(LIVE, "mine"): 2}
        assert wang.handled == [5]
        assert li.story("alarm/p/1") == ["AlarmRaised", "AcknowledgedByLi"]
        assert li.reader.verify().is_whole


def test_what_was_decided_on_a_lost_entry_is_lost_with_it(where: str) -> None:
    with Seat(where) as li, Seat(where, "desk-2") as wang:
        li.save(entry("s", 1, "Raised"), entry("s", 2, "Acknowledged"))
        wang.append(entry("s", 2, "AlsoAcknowledged"), entry("s", 3, "ResetOnThat"))
        wang.settle()
        assert [one.entry.kind for one in wang.wait_for(Conflict, 2)] == ["AlsoAcknowledged", "ResetOnThat"]
        assert li.story("s") == ["Raised", "Acknowledged"]


def test_a_desk_that_has_not_yet_seen_its_conflict_cannot_go_on_writing_that_stream(where: str) -> None:
    with Seat(where) as li, Seat(where, "desk-2") as wang:
        li.save(entry("s", 1, "Raised"), entry("s", 2, "Acknowledged"))
        wang.save(entry("s", 2, "AlsoAcknowledged"))
        wang.save(entry("s", 3, "ResetOnThat"))  # the conflict is posted, but not yet taken
        assert len(wang.wait_for(Conflict, 2)) == 2
        wang.save(entry("s", 3, "ResetKnowing"))
        assert li.story("s") == ["Raised", "Acknowledged", "ResetKnowing"]


def test_an_entry_that_skips_a_version_is_not_saved(where: str) -> None:
    with Seat(where) as seat:
        seat.save(entry("s", 1), entry("s", 3))
        assert [one.entry.version for one in seat.wait_for(Conflict)] == [3]
        assert contents(seat.everything()) == [("s", 1)]


def test_the_same_entry_appended_again_is_stored_once_and_told_as_saved(where: str) -> None:
    with Seat(where) as seat:
        seat.save(entry("s", 1))
        seat.append(entry("s", 1), entry("s", 2))
        seat.save(entry("s", 2))
        assert contents(seat.everything()) == [("s", 1), ("s", 2)]
        assert seat.conflicts() == []


def test_an_append_whose_outcome_was_unknown_is_stored_once(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    commit, failures = DefaultDialect.do_commit, ["disk I/O error"]

    def commit_and_lose_the_answer(dialect: DefaultDialect, connection: Any) -> None:
        commit(dialect, connection)
        if failures:
            assert dialect.dbapi is not None
            raise dialect.dbapi.OperationalError(failures.pop())

    with Seat(where) as seat:
        monkeypatch.setattr(DefaultDialect, "do_commit", commit_and_lose_the_answer)
        seat.append(entry("s", 1), entry("t", 1), receipts=[7])
        seat.save(entry("s", 2))
        seat.store.stop()
        assert not failures
        assert seat.saved() == {(LIVE, "s"): 2, (LIVE, "t"): 1}
        assert (seat.handled, seat.conflicts()) == ([7], [])
    with Seat(where) as again:
        assert sorted(contents(again.everything())) == [("s", 1), ("s", 2), ("t", 1)]


def test_the_last_episode_of_each_point_is_known_per_domain(where: str) -> None:
    with Seat(where) as seat:
        seat.append(entry("alarm/z/a/b#smoke/1", 1), entry("alarm/z/a/b#smoke/2", 1), entry("alarm/z/c#gas/9", 1))
        seat.append(entry("alarm/z/c#gas/10", 1), entry("alarm/z/c#gas/8", 1), entry("alarm/z/x/1", 1, domain=DRILL))
        seat.save(entry("position/desk-1", 1), entry("alarm/odd", 1))
        assert seat.store.episodes(LIVE) == {PointId("z/a/b#smoke"): 2, PointId("z/c#gas"): 10}
        assert seat.store.episodes(DRILL) == {PointId("z/x"): 1}


@pytest.mark.parametrize(
    "bad",
    [
        entry("s", 1, data={"x": math.nan}),
        entry("s", 1, data={"x": "\ud800"}),
        entry("s", 1, data={"x": object()}),
        entry("s\0", 1),
        entry("s", 1, cause="\udfff"),
    ],
    ids=["nan", "half a surrogate pair", "not JSON", "NUL", "half a pair in the cause"],
)
def test_what_no_database_can_hold_fails_where_it_was_decided_and_blocks_nothing(bad: Entry) -> None:
    with Seat("sqlite://") as seat:
        with pytest.raises((ValueError, TypeError)):
            seat.append(bad)
        seat.save(entry("s", 1))
        assert contents(seat.everything()) == [("s", 1)]


def test_what_the_desk_changes_after_the_append_does_not_change_the_journal() -> None:
    data = {"outcome": "real"}
    with Seat("sqlite://") as seat:
        seat.append(entry("s", 1, data=data))
        data["outcome"] = "false"
        seat.settle()
        assert seat.everything()[0].entry.data == {"outcome": "real"}


def test_readers_see_entries_in_the_order_of_commit(where: str) -> None:
    with Seat(where) as seat:
        for version in range(1, 21):
            seat.append(entry("s", version), entry("t", version))
        seat.settle()
        both = [(name, version) for version in range(1, 21) for name in "st"]
        assert contents(seat.everything()) == both
        assert contents(seat.reader.tail(3)) == both[-3:]
        assert [one.entry.version for one in seat.reader.stream(LIVE, "t")] == list(range(1, 21))
        assert seat.reader.stream(DRILL, "t") == ()


def test_a_stop_commits_what_waits_and_closes_the_journal(where: str) -> None:
    with Seat(where) as seat:
        for version in range(1, 2001):
            seat.append(entry("s", version), receipts=[version])
        assert seat.store.stop() is True
        assert seat.handled == list(range(1, 2001))
        with pytest.raises(StoreError):
            seat.append(entry("s", 2001))


def test_a_callback_that_raises_does_not_stop_the_journal(where: str, caplog: pytest.LogCaptureFixture) -> None:
    with Seat(where) as seat:
        seat.store._thread._on_handled = lambda receipts: receipts[9]  # type: ignore[assignment,return-value]
        seat.append(entry("s", 1), receipts=[1])
        seat.save(entry("s", 2), entry("s", 3))
        assert contents(seat.everything()) == [("s", 1), ("s", 2), ("s", 3)]
    assert "could not be marked handled" in caplog.text


def test_a_desk_that_cannot_be_woken_does_not_stop_the_journal(where: str, caplog: pytest.LogCaptureFixture) -> None:
    def gone() -> None:
        raise RuntimeError("the window is gone")

    with Seat(where) as seat:
        seat.inbox.on_wake(gone)
        seat.save(entry("s", 1))
        seat.look()
        seat.save(entry("s", 2))
        assert contents(seat.everything()) == [("s", 1), ("s", 2)]
    assert "could not be woken" in caplog.text


STREAMS = st.sampled_from(["a", "b", "alarm/p#smoke/1"])
ACTS = st.lists(st.tuples(st.booleans(), STREAMS, st.booleans()), max_size=40)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ACTS)
def test_whatever_two_consoles_do_at_once_chains_hold_and_versions_have_no_holes(
    acts: list[tuple[bool, str, bool]],
) -> None:
    where = in_memory(uuid4().hex).render_as_string()
    with Seat(where) as one, Seat(where, "desk-2") as two:
        versions = {(seat, stream): 0 for seat in (one, two) for stream in ("a", "b", "alarm/p#smoke/1")}
        for first, stream, looks in acts:
            seat = one if first else two
            versions[seat, stream] += 1
            seat.append(entry(stream, versions[seat, stream], f"by {seat.store.writer}"))
            if looks:
                seat.settle()
                for conflict in seat.conflicts():
                    versions[seat, conflict.entry.stream] = len(seat.reader.stream(LIVE, conflict.entry.stream))
        one.settle()
        two.settle()
        everything = one.everything()
        assert one.reader.verify().is_whole
        for name in ("a", "b", "alarm/p#smoke/1"):
            kept = [recorded.entry.version for recorded in everything if recorded.entry.stream == name]
            assert kept == list(range(1, len(kept) + 1))
        assert len(everything) + len(one.conflicts()) + len(two.conflicts()) == len(acts)
