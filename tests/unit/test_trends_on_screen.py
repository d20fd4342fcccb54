"""What of a series reaches the screen: stretches of time, round values and times, gaps, nearest points."""

from __future__ import annotations

import math
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.errors import CommandRefused
from console.histories import Series
from console.model import BuildingId, Point, PointId, ZoneId, point_id
from console.trends import Limit, drawn, samples
from console.trends.limits import AlarmClass
from widgets.trends.arrangement import Arrangement, arrangement_of
from widgets.trends.frame import Frame
from widgets.trends.nearby import Nearness, near, telling, typical
from widgets.trends.span import AFTER, BEFORE, DAY, HOUR, LEAST, MINUTE, MOST, RANGES, Span, around
from widgets.trends.strokes import Gap, extremes, gaps, runs, strokes, value_at
from widgets.trends.telling import in_sight
from widgets.trends.ticks import figure, scale, times

NOW = 1_795_000_000_000
SHANGHAI = ZoneInfo("Asia/Shanghai")
POINT = PointId("site/x#temperature")
NAN = math.nan


def series(t_s: list[int], values: list[float], bad: list[bool] | None = None, step_ms: int = 0) -> Series:
    t = np.array(t_s, np.int64) * 1000 + NOW
    value = np.array(values, np.float64)
    flags = np.zeros(len(t), np.bool_) if bad is None else np.array(bad, np.bool_)
    return Series(POINT, NOW, NOW + HOUR, step_ms, t, value, value, value, flags)


# ---- the stretch of time ----


def test_a_live_span_ends_now_and_a_paused_one_stays() -> None:
    live = Span(HOUR)
    assert live.at(NOW) == (NOW - HOUR, NOW) and live.at(NOW + 5) == (NOW + 5 - HOUR, NOW + 5)
    paused = live.paused(NOW)
    assert paused.at(NOW + MINUTE) == (NOW - HOUR, NOW) and not paused.is_live
    assert paused.live().at(NOW + MINUTE) == (NOW + MINUTE - HOUR, NOW + MINUTE)


@given(st.floats(-5, 5), st.floats(0, 1), st.sampled_from(RANGES))
def test_what_is_under_the_pointer_stays_there_when_the_wheel_turns(notches: float, about: float, length: int) -> None:
    before = Span(length, NOW - DAY)
    after = before.zoomed(notches, about, NOW)
    start, end = after.at(NOW)
    assert LEAST <= end - start <= MOST and end <= NOW and not after.is_live
    if end < NOW:
        under = before.at(NOW)[0] + about * length
        assert abs(start + about * (end - start) - under) <= 2


def test_no_hand_moves_the_plots_beyond_now() -> None:
    assert Span(HOUR).moved(2.0, NOW).at(NOW)[1] == NOW
    assert Span(HOUR).moved(-0.5, NOW).at(NOW)[1] == NOW - HOUR // 2


def test_around_an_alarm_are_ten_minutes_before_and_five_after_it() -> None:
    assert around(NOW - DAY, NOW).at(NOW) == (NOW - DAY - BEFORE, NOW - DAY + AFTER)
    assert around(NOW - MINUTE, NOW).is_live


def test_another_range_keeps_the_middle_of_what_is_paused() -> None:
    start, end = Span(HOUR, NOW - DAY).of(8 * HOUR, NOW).at(NOW)
    assert (start + end) // 2 == NOW - DAY - HOUR // 2
    assert Span(HOUR).of(DAY, NOW).is_live


# ---- round values and times ----


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=6), st.integers(2, 12))
def test_every_value_is_within_its_scale_and_the_lines_are_few(values: list[float], most: int) -> None:
    made = scale(values, most)
    assert all(made.low <= value <= made.high for value in values) and made.low < made.high
    assert len(made.ticks) <= most + 1
    assert all(made.low - 1e-6 <= tick.at <= made.high + 1e-6 for tick in made.ticks)
    assert len({tick.text for tick in made.ticks}) == len(made.ticks)


def test_a_scale_of_nothing_is_a_scale_all_the_same() -> None:
    assert scale([], 4).low < scale([NAN], 4).high


@pytest.mark.parametrize(
    ("length", "texts"),
    [
        (HOUR, ("09:30", "09:45", "10:00", "10:15")),
        (DAY, ("12:00", "18:00", "11-18", "06:00")),
        (30 * DAY, ("10-24", "11-03", "11-13")),
    ],
)  # fmt: skip
def test_times_are_round_at_the_site_and_a_new_day_is_its_date(length: int, texts: tuple[str, ...]) -> None:
    end = 1_794_968_100_000  # 2026-11-18 10:15 at the site
    assert tuple(tick.text for tick in times(end - length + 1, end, SHANGHAI, 4)) == texts


@given(st.integers(LEAST, MOST), st.integers(1, 20))
def test_there_are_never_more_times_than_room(length: int, most: int) -> None:
    assert len(times(NOW - length, NOW, SHANGHAI, most)) <= most + 1


@pytest.mark.parametrize(
    ("value", "text"), [(0.3214, "0.32"), (25.14, "25.1"), (430.4, "430"), (3.0, "3"), (NAN, "–"), (-0.5, "-0.50")]
)
def test_a_figure_is_as_exact_as_it_is_read(value: float, text: str) -> None:
    assert figure(value) == text


# ---- lines and gaps ----


def test_a_line_is_broken_where_nothing_was_heard() -> None:
    found = drawn(POINT, NOW, NOW + 600_000, samples(
        [NOW + s * 1000 for s in (*range(0, 100, 10), *range(400, 500, 10))], [1.0] * 20), 100)  # fmt: skip
    assert [(gap.start_ms - NOW, gap.end_ms - NOW) for gap in gaps(found, NOW, NOW + 500_000)] == [(90_001, 400_000)]
    assert len(list(runs(~np.isnan(strokes(found).good)))) == 2


def test_silence_before_the_first_and_after_the_last_value_is_a_gap_too() -> None:
    found = series(list(range(600, 1200, 10)), [1.0] * 60)
    assert gaps(found, NOW, NOW + HOUR) == (Gap(NOW, NOW + 600_000), Gap(NOW + 1_190_000, NOW + HOUR))
    assert gaps(series([], []), NOW, NOW + HOUR) == (Gap(NOW, NOW + HOUR),)


def test_what_a_series_does_not_reach_is_no_gap() -> None:
    found = series(list(range(0, 3600, 10)), [1.0] * 360)
    assert gaps(found, NOW - DAY, NOW + DAY) == ()
    assert gaps(series([], []), NOW - DAY, NOW - HOUR) == ()


def test_the_usual_time_between_two_values_is_no_gap() -> None:
    assert gaps(series([5, 15, 25, 35], [1.0] * 4), NOW, NOW + 50_000) == ()


def test_a_reading_without_a_usable_value_keeps_the_last_one_dashed() -> None:
    drawing = strokes(series([0, 10, 20, 30], [1.0, 2.0, NAN, 4.0], [False, False, True, False]))
    assert np.array_equal(drawing.good, [1.0, 2.0, NAN, 4.0], equal_nan=True)
    assert np.array_equal(drawing.doubtful, [NAN, 2.0, 2.0, 4.0], equal_nan=True)


def test_nothing_is_dashed_across_a_gap() -> None:
    drawing = strokes(series([0, 10, 20, 30], [1.0, NAN, 3.0, NAN], [False, False, True, True]))
    assert np.isnan(drawing.good[1]) and np.isnan(drawing.doubtful[1])


def test_the_cross_hair_reads_the_nearest_value_and_nothing_in_a_gap() -> None:
    found = series([0, 10, 20, 600, 610], [1.0, 2.0, 3.0, 4.0, 5.0])
    at = value_at(found, NOW + 12_000)
    assert at is not None and at.value == 2.0
    assert value_at(found, NOW + 300_000) is None and value_at(series([], []), NOW) is None


def test_extremes_are_those_of_the_stretch_that_is_shown() -> None:
    found = series([0, 10, 20, 30], [9.0, 1.0, 3.0, -9.0])
    assert extremes(found, NOW + 5_000, NOW + 25_000) == (1.0, 3.0)
    assert extremes(found, NOW + DAY, NOW + 2 * DAY) == ()


@given(st.floats(0, 1), st.floats(-50, 50))
def test_a_pixel_leads_back_to_its_moment(share: float, value: float) -> None:
    from PySide6.QtCore import QRectF

    frame = Frame(QRectF(40, 10, 500, 100), NOW, NOW + HOUR, scale([-50, 50], 4))
    assert frame.at_ms(frame.x(NOW + share * HOUR)) == pytest.approx(NOW + share * HOUR, abs=1)
    assert 10 <= frame.y(value) <= 110


# ---- limits in sight ----

LIMITS = (
    Limit("lolo", 0.05, AlarmClass.SUPERVISORY), Limit("lo", 0.14, AlarmClass.SUPERVISORY),
    Limit("hi", 300, AlarmClass.HAZARD), Limit("hihi", 1000, AlarmClass.HAZARD),
)  # fmt: skip


@pytest.mark.parametrize(
    ("values", "seen"),
    [
        ((100, 200), {0.14, 300}),
        ((100, 400), {0.14, 300}),
        ((100, 700), {0.14, 300, 1000}),
        ((0.06, 200), {0.14, 0.05, 300}),
    ],
)
def test_the_next_limit_is_always_in_sight_and_the_worse_one_when_it_comes_near(
    values: tuple[float, float], seen: set[float]
) -> None:
    assert set(in_sight(LIMITS, values)) == seen


# ---- which point tells of an alarm ----

EAST = BuildingId("EAST")


def point(device: str, kind: str, at: tuple[float, float] | None, floor: int | None = 2, zone: str = "A") -> Point:
    id_ = point_id("site", device, kind)
    return Point(id_, device, device, kind, at, EAST if floor is not None else None, floor, ZoneId(zone))


SMOKE = point("smoke", "smoke", (0, 0))
POINTS = (
    SMOKE,
    point("outside", "water_pressure", (1, 0), None),
    point("above", "temperature", (0, 1), 3, "B"),
    point("floor", "temperature", (5, 0), 2, "C"),
    point("far-in-zone", "temperature", (30, 0)),
    point("in-zone", "leakage_current", (10, 0)),
)


def test_zone_before_floor_before_building_before_distance() -> None:
    numeric = {one.id for one in POINTS if one is not SMOKE}
    found = near(SMOKE.id, SMOKE, POINTS, numeric)
    assert [one.point.split("/")[1].split("#")[0] for one in found] == [
        "in-zone", "far-in-zone", "floor", "above", "outside",
    ]  # fmt: skip
    first = telling(found)
    assert first is not None and (first.nearness, first.distance_m) == (Nearness.ZONE, 10.0)


def test_the_points_own_measurement_comes_first_then_that_of_its_device() -> None:
    level = point("smoke", "smoke_value", (0, 0))
    own = near(level.id, level, (*POINTS, level), {level.id, POINTS[4].id})
    assert own[0].nearness is Nearness.OWN
    device = near(SMOKE.id, SMOKE, (*POINTS, level), {level.id, POINTS[4].id})
    assert (device[0].point, device[0].nearness) == (level.id, Nearness.DEVICE)


def test_a_point_somewhere_else_on_the_site_is_not_said_to_tell_of_the_alarm() -> None:
    assert telling(near(SMOKE.id, SMOKE, POINTS, {POINTS[1].id})) is None
    assert telling(near(PointId("link/desk-1#broker"), None, POINTS, {POINTS[1].id})) is None


def test_at_rest_one_point_of_each_kind_comes_before_the_second_ones() -> None:
    numeric = {one.id for one in POINTS if one is not SMOKE}
    assert [one.partition("#")[2] for one in typical(POINTS, numeric)] == [
        "water_pressure", "temperature", "leakage_current", "temperature", "temperature",
    ]  # fmt: skip


# ---- arrangements ----

A, B, C, D, E = (PointId(f"site/{name}#temperature") for name in "abcde")
W = PointId("site/w#water_pressure")


def unit(of: PointId) -> str:
    return of.partition("#")[2]


def arranged(*points: PointId) -> Arrangement:
    made = Arrangement()
    for one in points:
        made = made.added(one, unit)
    return made


def test_each_point_gets_a_plot_of_its_own_until_four_are_there() -> None:
    assert arranged(A, B, W, C, D).plots == ((A, D), (B,), (W,), (C,))


def test_a_chosen_plot_takes_a_line_of_its_unit_and_no_other() -> None:
    assert arranged(A, W).added(B, unit, into=0).plots == ((A, B), (W,))
    assert arranged(A, W).added(B, unit, into=1).plots == ((A,), (W,), (B,))


def test_what_has_no_room_is_refused_with_its_reason() -> None:
    with pytest.raises(CommandRefused, match="no_plot_left"):
        arranged(A, B, C, D).added(W, unit)
    with pytest.raises(CommandRefused, match="shown_already"):
        arranged(A).added(A, unit)


def test_a_plot_without_lines_is_gone() -> None:
    assert arranged(A, W).removed(A).plots == ((W,),)


def test_an_arrangement_is_the_same_after_a_restart() -> None:
    made = Arrangement(((A, B), (W,)), DAY).on_desk()
    assert arrangement_of(made.kept()) == made and made.desk == (A, B, W)


PLAIN = st.none() | st.integers() | st.text(max_size=8) | st.floats()
NONSENSE = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=9))


@given(st.dictionaries(st.sampled_from(["plots", "length_ms", "desk"]), NONSENSE))
def test_a_kept_file_of_nonsense_is_an_arrangement_all_the_same(kept: dict[str, object]) -> None:
    made = arrangement_of(kept)
    assert len(made.plots) <= 4 and all(1 <= len(pens) <= 4 for pens in made.plots) and made.length_ms in RANGES
