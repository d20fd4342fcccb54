"""What is held of a camera that is looked back at: any picture can be decoded, and old ones go as whole groups."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.model import CameraId, Quality
from console.rewinds import Shortage
from console.videod.rewind import held as holding
from console.videod.rewind.held import Held
from console.videod.unit import Unit

GROUP, PERIOD = 10, 100


def unit(number: int) -> Unit:
    return Unit(b"x" * 50, number % GROUP == 0, number * PERIOD, number)


def held(pictures: int, *, is_whole: bool = True) -> Held:
    units = [unit(number) for number in range(pictures)]
    return Held(CameraId("gate"), Quality.SUB, units, Shortage.NONE, is_whole=is_whole)


@given(st.integers(0, 99), st.integers(-1, 99))
def test_the_way_to_a_picture_begins_with_a_key_frame_or_goes_on_where_it_stood(number: int, after: int) -> None:
    way = [one.timestamp for one in held(100).way_to(number, after)]
    assert way[-1] == number
    assert way == list(range(way[0], number + 1))
    assert way[0] % GROUP == 0 or way[0] == after + 1


@given(st.integers(-50, 100 * PERIOD + 50))
def test_the_picture_of_a_moment_is_the_newest_that_had_arrived(at_ns: int) -> None:
    assert held(100).number_at(at_ns) == max(-1, min(99, at_ns // PERIOD))


def test_a_step_stops_at_the_first_and_at_the_last_picture() -> None:
    some = held(20)
    assert some.beside(5 * PERIOD + 3, 1) == 6 * PERIOD
    assert some.beside(5 * PERIOD + 3, -1) == 4 * PERIOD
    assert some.beside(0, -3) == 0
    assert some.beside(18 * PERIOD, 5) == 19 * PERIOD


def test_pictures_that_arrived_together_are_one_step() -> None:
    burst = [Unit(b"", True, at, 0) for at in (0, 10, 10, 10, 20)]
    some = Held(CameraId("gate"), Quality.SUB, burst, Shortage.NONE, is_whole=True)
    assert [some.beside(0, 1), some.beside(10, 1), some.beside(20, -1), some.beside(10, -1)] == [10, 20, 10, 0]


def test_a_clip_begins_with_the_key_frame_before_it() -> None:
    assert [one.timestamp for one in held(100).between(25 * PERIOD, 27 * PERIOD)] == list(range(20, 28))


def test_where_memory_had_key_frames_only_what_comes_counts_from_the_next_key_frame_on() -> None:
    some = held(1, is_whole=False)
    for number in range(5, 13):
        some.add(unit(number))
    assert some.span().frames == 4
    assert [one.timestamp for one in some.way_to(some.number_at(12 * PERIOD), -1)] == [10, 11, 12]


def test_what_is_too_old_or_too_much_goes_in_whole_groups_and_numbers_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holding, "HELD_NS", 25 * PERIOD)
    some = held(30)
    for number in range(30, 61):
        some.add(unit(number))
    assert some.span().from_ns == 40 * PERIOD
    assert some.number_at(45 * PERIOD) == 45
    assert some.way_to(15, -1) == []
    assert [one.timestamp for one in some.way_to(45, 44)] == [45]
