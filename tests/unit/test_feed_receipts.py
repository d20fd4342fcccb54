"""The receipt spool on a real SQLite file: what is kept, recognised, pruned, and survives."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from console.backends.feed.arrival import KEPT_WHOLE, Arrival, LookBack, Seen, digest
from console.backends.feed.receipts import RECEIVE_MAXIMUM, Receipts
from console.backends.feed.spool import Fault, fault_of

Open = Callable[..., Receipts]


def arrival(payload: bytes = b"on", packet: int = 1, *, dup: bool = False, topic: str = "site/a/smoke") -> Arrival:
    return Arrival(topic, payload, 1_795_000_000_000, dup=dup, qos=1, packet=packet)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "spool" / "receipts.sqlite"


@pytest.fixture
def opened(path: Path) -> Iterator[Open]:
    """Opens the spool as one process after the other would; the previous one is closed first."""
    all_opened: list[Receipts] = []

    def open_(**limits: int) -> Receipts:
        for receipts in all_opened:
            receipts.close()
        receipts = Receipts(path, **limits)
        receipts.open()
        all_opened.append(receipts)
        return receipts

    yield open_
    for receipts in all_opened:
        receipts.close()


def rows(path: Path, columns: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(f"SELECT {columns} FROM receipt ORDER BY id").fetchall()


def ids(receipts: Receipts) -> list[int]:
    return [message.receipt for message in receipts.waiting()]


def test_a_stored_message_comes_back_as_it_was(opened: Open) -> None:
    sent = Arrival("site/中/smoke", b"\x00\xff", 1_795_000_000_123, retained=True, dup=True, qos=1, packet=7)
    (stored,) = opened().commit([sent])
    (message,) = opened().waiting()
    assert message == sent.message(stored.receipt)


def test_marks_from_any_thread_are_written_with_the_next_commit(opened: Open, path: Path) -> None:
    receipts = opened()
    one, two, three = (s.receipt for s in receipts.commit([arrival(packet=n) for n in (1, 2, 3)]))
    receipts.handled([one])
    receipts.set_aside(two, "KeyError('x')")
    receipts.commit()
    assert rows(path, "handled, error") == [(1, ""), (2, "KeyError('x')"), (0, "")]
    assert ids(opened()) == [three]


def test_a_message_that_was_set_aside_stays_so_when_it_is_finished_later(opened: Open, path: Path) -> None:
    receipts = opened()
    (stored,) = receipts.commit([arrival()])
    receipts.set_aside(stored.receipt, "bad")
    receipts.handled([stored.receipt])
    receipts.commit()
    assert rows(path, "handled, error") == [(2, "bad")]


def test_a_repetition_on_the_next_connection_is_recognised_also_by_the_next_process(opened: Open) -> None:
    receipts = opened()
    receipts.connected(session_present=False)
    (first,) = receipts.commit([arrival(packet=9)])
    next_process = opened()
    next_process.connected(session_present=True)
    (again,) = next_process.commit([arrival(packet=9, dup=True)])
    assert again == replace(first, repeated=True)


@pytest.mark.parametrize(
    "other",
    [
        arrival(packet=9),  # not marked as a repetition
        arrival(packet=8, dup=True),
        arrival(b"off", packet=9, dup=True),
        arrival(packet=9, dup=True, topic="site/b/smoke"),
        Arrival("site/a/smoke", b"on", 1_795_000_000_000, dup=True, qos=0, packet=9),
    ],
)
def test_what_differs_in_anything_is_a_message_of_its_own(other: Arrival, opened: Open) -> None:
    receipts = opened()
    receipts.connected(session_present=False)
    receipts.commit([arrival(packet=9)])
    receipts.connected(session_present=True)
    (stored,) = receipts.commit([other])
    assert not stored.repeated


def test_in_a_new_session_packet_ids_start_afresh_and_nothing_counts_as_a_repetition(opened: Open) -> None:
    receipts = opened()
    receipts.connected(session_present=False)
    receipts.commit([arrival(packet=9)])
    receipts.connected(session_present=False)
    receipts.commit([arrival(packet=1)])
    next_process = opened()
    next_process.connected(session_present=True)
    (stored,) = next_process.commit([arrival(packet=9, dup=True)])
    assert not stored.repeated


def test_within_one_connection_nothing_counts_as_a_repetition(opened: Open) -> None:
    receipts = opened()
    receipts.connected(session_present=True)
    receipts.commit([arrival(packet=9)])
    (stored,) = receipts.commit([arrival(packet=9, dup=True)])
    assert not stored.repeated


def test_only_as_many_messages_are_looked_back_on_as_may_be_unacknowledged() -> None:
    look_back = LookBack(2)
    for packet in (1, 2, 3):
        look_back.remember(packet, Seen(packet, 1, "site/a/smoke", 2, digest(b"on")))
    assert [look_back.find(arrival(packet=packet, dup=True), 2) for packet in (1, 2, 3)] == [0, 2, 3]


def test_of_a_huge_payload_only_the_head_is_kept_and_it_is_not_fed_again(opened: Open, path: Path) -> None:
    huge = arrival(b"x" * (KEPT_WHOLE + 1), packet=3)
    receipts = opened()
    receipts.connected(session_present=False)
    (stored,) = receipts.commit([huge])
    assert rows(path, "length(payload), size, handled, error") == [(256, KEPT_WHOLE + 1, 2, "too_large")]
    next_process = opened()
    assert ids(next_process) == []
    next_process.connected(session_present=True)
    assert next_process.commit([replace(huge, dup=True)]) == (replace(stored, repeated=True),)


def test_handled_receipts_beyond_what_is_retained_are_deleted_and_waiting_ones_never(opened: Open, path: Path) -> None:
    receipts = opened(retain=RECEIVE_MAXIMUM)
    first = receipts.commit([arrival(packet=n) for n in range(1, 601)])
    receipts.handled(s.receipt for s in first[1:])
    receipts.commit([arrival(packet=n) for n in range(601, 1_501)])
    receipts.commit()
    kept = [row[0] for row in rows(path, "id")]
    assert kept == [1, *range(501, 1_501)]


def test_large_payloads_are_deleted_earlier_but_never_what_may_be_repeated(opened: Open, path: Path) -> None:
    receipts = opened(retain=100_000, retain_bytes=10_000)
    stored = receipts.commit([arrival(b"x" * 100, packet=n) for n in range(1, 1_201)])
    receipts.handled(s.receipt for s in stored)
    receipts.commit()
    receipts.commit()
    assert [row[0] for row in rows(path, "id")] == list(range(201, 1_201))


def test_a_receipt_number_is_never_given_twice(opened: Open, path: Path) -> None:
    receipts = opened()
    (first,) = receipts.commit([arrival()])
    receipts.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("DELETE FROM receipt")
    (second,) = opened().commit([arrival()])
    assert second.receipt > first.receipt


def test_while_another_holds_the_file_nothing_is_stored_and_everything_waits(opened: Open, path: Path) -> None:
    receipts = opened()
    (old,) = receipts.commit([arrival(packet=1)])
    receipts.handled([old.receipt])
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError) as caught:
            receipts.commit([arrival(packet=2)])
        assert fault_of(caught.value) is Fault.LOCKED
        other.execute("ROLLBACK")
    assert len(rows(path, "id")) == 1
    receipts.commit([arrival(packet=2)])
    assert rows(path, "handled") == [(1,), (0,)]


def test_a_second_process_of_the_same_position_is_kept_out(opened: Open, path: Path) -> None:
    opened()
    with pytest.raises(BlockingIOError) as caught:
        Receipts(path).open()
    assert fault_of(caught.value) is Fault.IN_USE


def test_a_full_disk_is_named(opened: Open, path: Path) -> None:
    receipts = opened()
    receipts.commit([arrival()])
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        (pages,) = db.execute("PRAGMA page_count").fetchone()
        db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(sqlite3.OperationalError) as caught:
            db.execute("INSERT INTO note VALUES ('big', ?)", ("x" * 100_000,))
    assert fault_of(caught.value) is Fault.DISK_FULL


def test_a_file_opened_for_reading_only_is_named(opened: Open, path: Path) -> None:
    opened()
    read_only = closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True))
    with read_only as db, pytest.raises(sqlite3.OperationalError) as caught:
        db.execute("DELETE FROM receipt")
    assert fault_of(caught.value) is Fault.READ_ONLY


def test_a_damaged_file_is_named_and_can_be_put_away(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is not a database" * 1_000)
    receipts = Receipts(path)
    with pytest.raises(sqlite3.DatabaseError) as caught:
        receipts.open()
    assert fault_of(caught.value) is Fault.DAMAGED
    aside = receipts.put_away(1_795_000_000_000)
    assert aside.read_bytes().startswith(b"this is not")
    receipts.open()
    assert receipts.commit([arrival()])[0].receipt > 0
    receipts.close()


def test_a_spool_of_a_newer_version_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(sqlite3.DatabaseError, match="newer version"):
        Receipts(path).open()
