"""Sub-stream or main stream: by the size of the tile, without flapping. Fake clock."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.clock import FakeClock
from console.model import Quality
from console.wall import QualityPolicy, TileId
from console.wall.quality import GUARD_MS, MOST_TILES, SMALL_MS, SUB_SIZE, UP

TILE = TileId("wall-1/1")
FULL_HD, QUARTER, NINTH, SIXTEENTH = (1920, 1080), (960, 540), (640, 360), (480, 270)


class Screen:
    """A policy that counts how often it wants to be asked again."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.asked = 0
        self.policy = QualityPolicy(self.clock, self._ask)

    def _ask(self) -> None:
        self.asked += 1

    def choose(self, size: tuple[int, int], tiles: int = 4, *, always_main: bool = False) -> Quality:
        return self.policy.choose(TILE, *size, tiles=tiles, always_main=always_main)


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.mark.parametrize(
    ("size", "first"),
    [(FULL_HD, Quality.MAIN), (QUARTER, Quality.MAIN), (NINTH, Quality.SUB), (SIXTEENTH, Quality.SUB)],
)
def test_the_first_answer_comes_at_once_by_size(screen: Screen, size: tuple[int, int], first: Quality) -> None:
    assert screen.choose(size) is first
    assert screen.clock.next_in_ms() is None


def test_a_tile_that_shrinks_keeps_the_main_stream_for_a_second_and_then_gives_it_back(screen: Screen) -> None:
    screen.choose(QUARTER)
    screen.clock.advance(GUARD_MS)
    assert screen.choose(SIXTEENTH) is Quality.MAIN
    screen.clock.advance(SMALL_MS - 1)
    assert (screen.choose(SIXTEENTH), screen.asked) == (Quality.MAIN, 0)
    screen.clock.advance(1)
    assert (screen.choose(SIXTEENTH), screen.asked) == (Quality.SUB, 1)


def test_a_tile_that_was_small_for_a_moment_only_keeps_what_it_has(screen: Screen) -> None:
    screen.choose(QUARTER)
    screen.clock.advance(GUARD_MS)
    screen.choose(SIXTEENTH)
    screen.clock.advance(SMALL_MS // 2)
    screen.choose(QUARTER)
    screen.clock.advance(SMALL_MS // 2)
    assert screen.choose(SIXTEENTH) is Quality.MAIN


@pytest.mark.parametrize("before", [FULL_HD, SIXTEENTH])
def test_between_the_two_sizes_a_tile_keeps_what_it_has(screen: Screen, before: tuple[int, int]) -> None:
    had = screen.choose(before)
    screen.clock.advance(10 * GUARD_MS)
    between = (round(SUB_SIZE[0] * 1.2), round(SUB_SIZE[1] * 1.2))
    assert screen.choose(between) is had
    screen.clock.advance(10 * GUARD_MS)
    assert screen.choose(between) is had


def test_a_tile_that_grew_and_shrank_and_grew_changes_over_once_in_five_seconds(screen: Screen) -> None:
    screen.choose(SIXTEENTH)
    assert screen.choose(QUARTER) is Quality.MAIN, "its first answer was no change"
    screen.choose(SIXTEENTH)
    screen.clock.advance(SMALL_MS)
    assert screen.choose(SIXTEENTH) is Quality.MAIN, "small for a second, but it changed a second ago"
    screen.clock.advance(GUARD_MS - SMALL_MS)
    assert (screen.choose(SIXTEENTH), screen.asked) == (Quality.SUB, 1)


def test_the_alarm_tile_and_a_zoom_take_the_main_stream_at_once_whatever_their_size(screen: Screen) -> None:
    screen.choose(SIXTEENTH)
    assert screen.choose(SIXTEENTH, tiles=64, always_main=True) is Quality.MAIN
    assert screen.choose(SIXTEENTH) is Quality.MAIN, "and give it back as slowly as any other"


def test_above_sixteen_tiles_everything_else_is_small(screen: Screen) -> None:
    screen.choose(FULL_HD)
    assert screen.choose(FULL_HD, tiles=MOST_TILES) is Quality.MAIN
    assert screen.choose(FULL_HD, tiles=MOST_TILES + 1) is Quality.SUB


def test_a_tile_that_is_gone_begins_anew(screen: Screen) -> None:
    screen.choose(SIXTEENTH)
    screen.choose(QUARTER)
    screen.policy.forget(TILE)
    assert screen.choose(SIXTEENTH) is Quality.SUB


def test_a_picture_is_as_large_as_the_shorter_side_lets_it_be(screen: Screen) -> None:
    assert screen.choose((1920, 360)) is Quality.SUB


@given(st.lists(st.tuples(st.integers(100, 2000), st.integers(1, 3000)), max_size=60))
def test_no_series_of_sizes_makes_a_tile_change_over_twice_in_five_seconds(series: list[tuple[int, int]]) -> None:
    screen, changes, before = Screen(), [], None
    for width, wait_ms in series:
        now = screen.choose((width, width * 9 // 16))
        if before not in {None, now}:
            changes.append(screen.clock.monotonic_ns() // 1_000_000)
        before = now
        screen.clock.advance(wait_ms)
    assert all(later - earlier >= GUARD_MS for earlier, later in pairwise(changes))


@given(st.integers(100, 4000), st.booleans())
def test_a_size_that_stays_is_answered_rightly_in_the_end(width: int, began_large: bool) -> None:
    screen = Screen()
    screen.choose(FULL_HD if began_large else SIXTEENTH)
    size = (width, width * 9 // 16)
    screen.choose(size)
    screen.clock.advance(GUARD_MS + SMALL_MS)
    answer = screen.choose(size)
    scale = min(size[0] / SUB_SIZE[0], size[1] / SUB_SIZE[1])
    if scale <= 1 or scale > UP:
        assert answer is (Quality.SUB if scale <= 1 else Quality.MAIN)
