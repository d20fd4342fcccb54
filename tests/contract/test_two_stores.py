"""Two consoles on one journal, as far as the store goes: what one commits the other hears, who lives, who has what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from console.attendance import Attendance, Beat
from console.backends.store import follow, neighbours
from console.journal import Conflict, Followed, Recorded, Told
from console.model import LIVE, LinkDown, LinkUp
from tests.contract.seats import Seat, entry
from tests.servers.postgresql import Server
from tests.waiting import wait_until

CLIPS = "evidence"
LIVES = Beat(hears=True, person="Li", wants=(CLIPS,))

P = TypeVar("P")


@pytest.fixture(params=["file", "server"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return str(tmp_path / "journal.sqlite") if request.param == "file" else request.getfixturevalue("postgresql")


@pytest.fixture
def pair(where: str) -> Iterator[tuple[Seat, Seat]]:
    with Seat(where, "desk-1") as first, Seat(where, "desk-2") as second:
        yield first, second


def followed(seat: Seat) -> list[Recorded]:
    return [one for post in seat.posted(Followed) for one in post.entries]


def wait_for(seat: Seat, count: int) -> list[tuple[str, int]]:
    wait_until(lambda: len(followed(seat)) >= count, 20, f"{count} entries of another console")
    return [(one.entry.stream, one.entry.version) for one in followed(seat)]


def attendance(seat: Seat, beat: Beat, until: Callable[[Attendance], bool] = lambda _: True) -> Attendance:
    """Beat until the journal's home says what is waited for; the newest answer."""

    def answered() -> Attendance | None:
        seat.store.beat(beat)
        told = seat.posted(Attendance)
        return told[-1] if told and until(told[-1]) else None

    return wait_until(answered, 20, "an attendance")


def test_what_one_console_commits_the_other_hears_once_and_in_order(pair: tuple[Seat, Seat]) -> None:
    first, second = pair
    first.save(entry("a", 1, open=True))
    first.save(entry("a", 2), entry("b", 1))
    assert wait_for(second, 3) == [("a", 1), ("a", 2), ("b", 1)]
    second.save(entry("b", 2))
    assert wait_for(first, 1) == [("b", 2)]
    assert followed(first)[0].entry == entry("b", 2)
    assert followed(first)[0].writer == second.store.writer


def test_what_was_there_at_the_start_is_loaded_and_not_followed(where: str) -> None:
    with Seat(where, "desk-1") as first:
        first.save(entry("a", 1, open=True))
        with Seat(where, "desk-2") as second:
            assert [one.entry.stream for one in second.store.open_streams(LIVE)] == ["a"]
            first.save(entry("a", 2))
            assert wait_for(second, 1) == [("a", 2)]


def test_a_long_burst_comes_in_portions_and_nothing_of_it_is_missing(
    pair: tuple[Seat, Seat], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow, "AT_ONCE", 40)
    monkeypatch.setattr(neighbours, "AT_ONCE", 30)
    first, second = pair
    for number in range(1, 301):
        first.append(entry("burst", number, open=True))
        if number % 3 == 0:
            second.append(entry("own", number // 3))
    first.settle()
    second.settle()
    assert wait_for(second, 300) == [("burst", number) for number in range(1, 301)]
    assert wait_for(first, 100) == [("own", number) for number in range(1, 101)]
    assert max(len(post.entries) for post in second.posted(Followed)) <= 30


def test_who_lost_learns_the_true_story_before_anything_later_of_that_stream(pair: tuple[Seat, Seat]) -> None:
    first, second = pair
    first.save(entry("a", 1, "Raised", open=True))
    wait_for(second, 1)
    first.save(entry("a", 2, "Acknowledged", open=True))
    second.append(entry("a", 2, "Cleared", open=True))
    (conflict,) = second.wait_for(Conflict)
    assert [one.entry.kind for one in conflict.stream] == ["Raised", "Acknowledged"]
    first.save(entry("a", 3, "Reset"))
    wait_until(lambda: followed(second)[-1].entry.kind == "Reset", 20, "the newest")
    kinds = [type(post) for post in second.posts]
    last = max(i for i, post in enumerate(second.posts) if isinstance(post, Followed))
    assert kinds.index(Conflict) < last


def test_a_console_that_ends_in_order_says_so_and_its_lease_is_free(where: str) -> None:
    with Seat(where, "desk-1") as first:
        with Seat(where, "desk-2") as second:
            assert attendance(second, LIVES).leases == {CLIPS: second.store.writer}
            told = attendance(first, LIVES, lambda told: len(told.present) == 2)
            assert [(one.position, one.has_left, one.person) for one in told.present] == [
                ("desk-1", False, "Li"), ("desk-2", False, "Li"),
            ]  # fmt: skip
            assert told.leases == {CLIPS: second.store.writer}, "one has it, and keeps it"
        told = attendance(first, LIVES, lambda told: told.leases == {CLIPS: first.store.writer})
        assert [one.has_left for one in told.present] == [False, True]


def test_the_lease_of_a_console_that_is_taken_for_dead_is_taken_and_it_finds_out(pair: tuple[Seat, Seat]) -> None:
    first, second = pair
    attendance(first, LIVES, lambda told: told.leases == {CLIPS: first.store.writer})
    gone = Beat(hears=True, wants=(CLIPS,), gone=frozenset({first.store.writer}))
    attendance(second, gone, lambda told: told.leases == {CLIPS: second.store.writer})
    assert attendance(first, LIVES, lambda told: len(told.present) == 2).leases == {CLIPS: second.store.writer}


def test_each_beat_counts_on_so_that_no_two_clocks_need_to_agree(pair: tuple[Seat, Seat]) -> None:
    first, second = pair
    before = attendance(first, LIVES).present[0].beat
    attendance(first, LIVES, lambda told: told.present[0].beat > before + 2)
    seen = attendance(second, LIVES, lambda told: len(told.present) == 2).present[0]
    assert seen.writer == first.store.writer and seen.beat > before + 2


def test_the_desk_may_ask_for_the_whole_story_of_a_stream(pair: tuple[Seat, Seat]) -> None:
    first, second = pair
    first.save(entry("a", 1), entry("a", 2))
    second.store.ask(LIVE, "a")
    second.store.ask(LIVE, "nowhere")
    told = second.wait_for(Told, 2)
    assert [(one.stream, [r.entry.version for r in one.entries]) for one in told] == [("a", [1, 2]), ("nowhere", [])]


def test_a_server_that_was_away_is_named_at_the_next_beat_and_nothing_the_other_wrote_is_missing(
    postgresql_server: Server, postgresql: str
) -> None:
    with Seat(postgresql, "desk-1") as first, Seat(postgresql, "desk-2") as second:
        first.save(entry("a", 1, open=True))
        wait_for(second, 1)
        postgresql_server.kill()

        def beaten() -> bool:
            first.store.beat(LIVES)
            return bool(first.posted(LinkDown))

        wait_until(beaten, 20, "the loss to be noticed although nothing was to be written")
        assert first.posted(LinkDown)[0].reason == "away"
        for version in range(2, 60):
            first.append(entry("a", version, open=True))
        postgresql_server.start()
        first.settle()
        assert wait_for(second, 59) == [("a", version) for version in range(1, 60)]
        assert len(first.wait_for(LinkUp)) == 1
