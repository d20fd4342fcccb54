"""When the pictures of a clip are shown: their own time, and the right distance across every break."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from console.videod.timeline import CLOCK, Timeline
from console.videod.unit import Unit

SECOND = 1_000_000_000


def unit(at_s: float, stamp: int) -> Unit:
    return Unit(b"", False, round(at_s * SECOND), stamp % 2**32)


def placed(*units: Unit) -> tuple[Timeline, list[float]]:
    line = Timeline()
    return line, [line.place(each) / CLOCK for each in units]


def test_the_cameras_own_time_counts_not_the_networks_delay() -> None:
    _, shown = placed(unit(10.0, 0), unit(10.3, 6_000), unit(10.31, 12_000))
    assert shown == [0.0, 6_000 / CLOCK, 12_000 / CLOCK]


def test_the_cameras_clock_may_wrap_around() -> None:
    _, shown = placed(unit(1, -6_000), unit(1.07, 0), unit(1.13, 6_000))
    assert shown == [0.0, 6_000 / CLOCK, 12_000 / CLOCK]


def test_a_camera_that_begins_to_count_anew_goes_on_where_time_went_on() -> None:
    line, shown = placed(unit(1, 5), unit(1.1, 9_005), unit(4.1, 123_456_789), unit(4.2, 123_465_789))
    assert [round(at, 3) for at in shown] == [0.0, 0.1, 3.1, 3.2]
    assert line.gaps == [(0.1, 3.0)]


def test_a_slow_stream_has_no_gaps_while_it_keeps_its_pace() -> None:
    line, shown = placed(*(unit(n * 0.9, round(n * 0.9 * CLOCK)) for n in range(10)), unit(10.4, round(10.4 * CLOCK)))
    assert line.gaps == []
    assert round(shown[-1], 1) == 10.4


@given(st.lists(st.tuples(st.integers(0, 5 * SECOND), st.integers(0, 2**32 - 1)), min_size=2, max_size=60))
def test_every_picture_comes_after_the_one_before_it(steps: list[tuple[int, int]]) -> None:
    line, at, places = Timeline(), 0, []
    for waited, stamp in steps:
        at += waited
        places.append(line.place(Unit(b"", False, at, stamp)))
    assert places[0] == 0
    assert all(a < b for a, b in pairwise(places))
    assert line.frames == len(steps)
