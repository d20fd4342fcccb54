"""Full collections of garbage: not while messages pour in, and what was there is not gone through again and again."""

from __future__ import annotations

import gc
import linecache
from collections.abc import Iterator

import pytest

from console.clock import FakeClock
from console.collecting import DEEP_ROUNDS, PATIENCE_ROUNDS, ROUND_MS, Collecting


class Thing:
    """Anything the collector keeps an eye on; it refers to itself."""

    def __init__(self) -> None:
        self.itself = self


class Room:
    """A clock, and whether something is going on."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.is_at_rest = True
        self.collecting = Collecting(self.clock, lambda: self.is_at_rest)

    def rounds(self, count: int) -> None:
        for _ in range(count):
            self.clock.advance(ROUND_MS)


@pytest.fixture
def room() -> Iterator[Room]:
    made = Room()
    yield made
    made.collecting.end()


@pytest.fixture
def collections() -> Iterator[list[int]]:
    """Of each full collection: how much garbage it found."""
    seen: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "stop" and info["generation"] == 2:
            seen.append(info["collected"])

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


def things() -> int:
    return sum(isinstance(each, Thing) for each in gc.get_objects())


def test_a_collection_passes_over_what_was_there_before(room: Room) -> None:
    kept = [Thing() for _ in range(1000)]
    room.collecting.begin()
    assert things() == 0 and gc.get_freeze_count() > len(kept)
    kept += [Thing() for _ in range(10)]
    assert things() == 10
    room.rounds(1)
    assert things() == 0


def test_the_source_of_what_was_imported_is_not_kept(room: Room) -> None:
    assert linecache.getlines(__file__)
    room.collecting.begin()
    assert __file__ not in linecache.cache


def test_python_begins_no_full_collection_by_itself(room: Room, collections: list[int]) -> None:
    room.collecting.begin()
    before = len(collections)
    kept = [Thing() for _ in range(200_000)]
    assert len(collections) == before and kept
    room.rounds(1)
    assert len(collections) == before + 1


def test_garbage_among_what_was_set_aside_goes_at_rest(room: Room, collections: list[int]) -> None:
    old = [Thing() for _ in range(1000)]
    room.collecting.begin()
    collections.clear()
    del old
    room.is_at_rest = False
    room.rounds(DEEP_ROUNDS + 5)
    assert max(collections) < 1000
    room.is_at_rest = True
    room.rounds(1)
    assert collections[-1] >= 1000


def test_without_rest_it_goes_after_a_day(room: Room, collections: list[int]) -> None:
    old = [Thing() for _ in range(1000)]
    room.collecting.begin()
    collections.clear()
    del old
    room.is_at_rest = False
    room.rounds(PATIENCE_ROUNDS - 1)
    assert max(collections) < 1000
    room.rounds(1)
    assert collections[-1] >= 1000


def test_at_its_end_python_collects_as_before() -> None:
    before, room = gc.get_threshold(), Room()
    room.collecting.begin()
    assert gc.get_threshold() != before
    room.collecting.end()
    assert gc.get_threshold() == before and gc.get_freeze_count() == 0
