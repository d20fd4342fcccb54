"""Trends: what a person sees of a point is what it measured: extremes, gaps, bad readings; from memory at once."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console import announce
from console.announce import Announcement
from console.clock import FakeClock
from console.config.schema import HistoryConfig, Limits, SignalConfig, SourceConfig
from console.histories import HistoryRequest, HistoryTrouble, Series, SeriesRead
from console.inbox import Inbox
from console.model import AlarmClass, Point, PointId, Reading, Site, State, point_id
from console.strangers import MOST_STRANGERS
from console.trends import Capture, Handover, Limit, Samples, Trends, continued, drawn, merged, samples
from console.trends.reduction import MINUTE, SECOND, coarser, steps_of

FLOW = point_id("site", "pump-1", "water_pressure")
SMOKE = point_id("z2m", "0x01", "smoke")
POINTS = (Point(FLOW, "泵", "Pump", "water_pressure"), Point(SMOKE, "烟感", "Smoke", "smoke"))
PRESSURE = SignalConfig("water_pressure", alarm_class="S", limits=Limits(lo=0.14, lolo=0.05))
SOURCES = (SourceConfig("site", "site", signals=(PRESSURE,)),)

values = st.lists(st.one_of(st.floats(-1e6, 1e6), st.just(math.nan)), min_size=1, max_size=300)


class Asked:
    """A history that remembers what it was asked."""

    def __init__(self) -> None:
        self.requests: list[HistoryRequest] = []

    def start(self) -> None: ...

    def take(self, _measured: object) -> None: ...

    def ask(self, request: HistoryRequest) -> None:
        self.requests.append(request)

    def stop(self) -> None: ...


class Room:
    """The trends' desk with the feed's side in front of it."""

    def __init__(self, history: Asked | None = None, memory_mb: int = 1, memory_h: int = 24) -> None:
        self.clock, self.inbox = FakeClock(), Inbox()
        self.told: list[Announcement] = []
        config = HistoryConfig(memory_mb=memory_mb, memory_h=memory_h)
        self.trends = Trends(
            self.clock, self.told.append, points=POINTS, sources=SOURCES, config=config, history=history
        )
        self.capture = Capture(self.inbox)

    def hear(
        self, value: float | bool | str | None, at_ms: int | None = None, point: PointId = FLOW, **more: bool
    ) -> None:
        now = self.clock.now_ms()
        device, _, kind = point.partition("/")[2].rpartition("#")
        state = State.TROUBLE if value is None else State.READING
        unit = "MPa" if kind == "water_pressure" else None
        self.capture(
            [Reading(point.partition("/")[0], device, kind, value, unit, state, at_ms or now, now, **more)]
        )  # fmt: skip

    def look(self) -> None:
        def take(item: object) -> None:
            assert isinstance(item, Handover)
            self.trends.take(item)

        self.inbox.drain(take, lambda item, error: pytest.fail(str(error)), 1000)
        self.clock.run_due()

    def window(self, since_ms: int, most: int = 1000, point: PointId = FLOW) -> Series | None:
        return self.trends.window(point, since_ms, self.clock.now_ms(), most)


def found(since_ms: int, room: Room, most: int = 1000) -> Series:
    series = room.window(since_ms, most)
    assert series is not None
    return series


# ---- what is kept ----


def test_names_that_somebody_invents_push_out_only_each_other() -> None:
    room = Room()
    room.hear(0.5)
    invented = [PointId(f"z2m/0xff{n}#temperature") for n in range(MOST_STRANGERS + 300)]
    for at, point in enumerate(invented):
        room.hear(20.0, point=point)
        if at % 500 == 499:
            room.look()
    while room.trends.newest(invented[-1]) is None:
        room.look()
    kept = [point for point in invented if room.trends.newest(point) is not None]
    assert len(kept) == MOST_STRANGERS and kept[-1] == invented[-1]
    assert room.trends.newest(FLOW) is not None, "a point of the site"


def test_a_point_the_site_takes_in_is_no_stranger_any_more() -> None:
    room = Room()
    taken_in = Point(PointId("z2m/0xaa#temperature"), "新", "New", "temperature")
    room.hear(20.0, point=taken_in.id)
    room.look()
    room.trends.take_site(Site("测", "Test", "Asia/Shanghai", (120.0, 30.0), points=(*POINTS, taken_in)))
    for n in range(MOST_STRANGERS + 300):
        room.hear(20.0, point=PointId(f"z2m/0xff{n}#temperature"))
        if n % 500 == 499:
            room.look()
    room.look()
    assert room.trends.newest(taken_in.id) is not None


def test_every_reading_is_in_memory_although_the_inbox_keeps_only_the_newest() -> None:
    room = Room()
    start = room.clock.now_ms()
    for n in range(5_000):
        room.clock.advance(10)
        room.hear(n / 100)
    room.look()
    while len(found(start, room, 9_999)) < 5_000:  # some hundred a turn
        room.look()
    assert found(start, room, 9_999).mean.tolist() == [n / 100 for n in range(5_000)]


def test_late_readings_and_those_for_the_history_only_take_their_place_in_time() -> None:
    room = Room()
    start = room.clock.now_ms()
    room.clock.advance(10_000)
    room.hear(0.3)
    room.hear(0.2, start + 5_000, history=True)
    room.look()
    assert found(start, room).mean.tolist() == [0.2, 0.3]


def test_words_say_nothing_to_a_trend_and_flags_are_nought_and_one() -> None:
    room = Room()
    start = room.clock.now_ms()
    room.hear("open", point=SMOKE)
    room.hear(True, point=SMOKE)
    room.look()
    series = room.window(start, point=SMOKE)
    assert series is not None and series.mean.tolist() == [1.0]


def test_a_reading_without_a_usable_value_is_bad_and_no_number() -> None:
    room = Room()
    start = room.clock.now_ms()
    room.hear(0.3)
    room.clock.advance(1_000)
    room.hear(None)
    room.look()
    series = found(start, room)
    assert series.bad.tolist() == [False, True] and np.isnan(series.mean[1])
    newest = room.trends.newest(FLOW)
    assert newest is not None and newest.value is None


def test_memory_says_when_it_does_not_reach_so_far_back() -> None:
    room = Room()
    start = room.clock.now_ms()
    room.hear(0.3)
    room.look()
    assert room.window(start - 1) is None
    assert room.window(start) is not None


def test_a_full_budget_forgets_the_oldest_and_says_so() -> None:
    room = Room(memory_mb=1)
    start = room.clock.now_ms()
    room.trends._rings._budget = 128
    for n in range(300):
        room.clock.advance(SECOND)
        room.hear(float(n))
    room.look()
    assert room.window(start) is None
    kept = found(start + 173 * SECOND, room)
    assert kept.mean[-1] == 299 and len(kept) == 128


def test_samples_older_than_memory_is_to_hold_are_let_go() -> None:
    room = Room(memory_h=1)
    start = room.clock.now_ms()
    for n in range(3):
        room.hear(float(n))
        room.look()
        room.clock.advance(40 * MINUTE)
    assert room.window(start) is None
    assert found(room.clock.now_ms() - 80 * MINUTE, room).mean.tolist() == [1.0, 2.0]


# ---- what is asked ----


def test_what_memory_cannot_tell_is_asked_of_the_history_and_announced() -> None:
    history = Asked()
    room = Room(history)
    now = room.clock.now_ms()
    ask = room.trends.ask(FLOW, now - 86_400_000, now, 800)
    assert history.requests == [HistoryRequest(ask, FLOW, now - 86_400_000, now, 800)]
    assert room.trends.take_answer(ask) is None
    series = drawn(FLOW, now - 86_400_000, now, samples([now - 5], [1.0]), 800)
    room.trends.answered(SeriesRead(ask, series))
    assert room.told == [announce.SeriesReady(ask=ask)]
    assert room.trends.take_answer(ask) is series
    assert room.trends.take_answer(ask) is None


def test_when_the_history_cannot_answer_memory_does() -> None:
    room = Room(Asked())
    room.hear(0.3)
    room.look()
    now = room.clock.now_ms()
    ask = room.trends.ask(FLOW, now - 86_400_000, now, 800)
    room.trends.answered(HistoryTrouble(ask, "away"))
    answer = room.trends.take_answer(ask)
    assert answer is not None and answer.mean.tolist() == [0.3]


def test_without_a_history_a_question_is_answered_from_memory_all_the_same() -> None:
    room = Room()
    now = room.clock.now_ms()
    ask = room.trends.ask(FLOW, now - 1000, now, 800)
    room.clock.advance(1)
    assert room.told == [announce.SeriesReady(ask=ask)]


def test_an_answer_nobody_waits_for_is_not_announced() -> None:
    room = Room(Asked())
    ask = room.trends.ask(FLOW, 0, 1, 10)
    room.trends.forget(ask)
    room.trends.answered(HistoryTrouble(ask, "away"))
    assert room.told == []


# ---- points ----


def test_limits_units_and_which_points_measure() -> None:
    room = Room()
    assert room.trends.numeric() == (FLOW,)
    room.hear(62.0, point=point_id("z2m", "0x01", "battery"))
    room.hear(True, point=SMOKE)
    room.look()
    assert room.trends.numeric() == (FLOW, point_id("z2m", "0x01", "battery"))
    assert room.trends.unit(FLOW) == "MPa"
    assert room.trends.unit(point_id("z2m", "0x01", "battery")) == "%"
    supervisory = AlarmClass.SUPERVISORY
    assert room.trends.limits(FLOW) == (Limit("lolo", 0.05, supervisory), Limit("lo", 0.14, supervisory))
    assert room.trends.limits(SMOKE) == ()


def test_a_changed_site_brings_its_points() -> None:
    room = Room()
    other = Point(point_id("site", "pump-2", "water_pressure"), "泵", "Pump", "water_pressure")
    room.trends.take_site(Site("s", "s", "UTC", (0.0, 0.0), points=(other,)))
    assert room.trends.numeric() == (other.id,)
    assert [limit.name for limit in room.trends.limits(other.id)] == ["lolo", "lo"]


# ---- mathematics ----


def regular(numbers: list[float], every_ms: int = SECOND) -> Samples:
    return samples([n * every_ms for n in range(len(numbers))], numbers, [math.isnan(v) for v in numbers])


@given(values, st.integers(2, 40))
def test_reduced_to_few_points_no_extreme_is_lost(numbers: list[float], most: int) -> None:
    series = drawn(FLOW, 0, len(numbers) * SECOND, regular(numbers), most)
    known = [number for number in numbers if not math.isnan(number)]
    if known:
        assert np.nanmin(series.low) == min(known) and np.nanmax(series.high) == max(known)
    else:
        assert np.isnan(series.mean).all() and series.bad.all()
    shown = ~np.isnan(series.mean)
    assert (series.low[shown] <= series.mean[shown] + 1e-6).all() and (
        series.mean[shown] <= series.high[shown] + 1e-6
    ).all()
    assert len(series) <= most + 2 or series.step_ms == 0


@given(values)
def test_gathering_twice_is_gathering_once(numbers: list[float]) -> None:
    found = regular(numbers)
    once, twice = steps_of(found, 30 * SECOND), coarser(steps_of(found, 5 * SECOND), 30 * SECOND)
    for name in ("t_ms", "low", "high", "n", "bad"):
        np.testing.assert_array_equal(getattr(once, name), getattr(twice, name))
    np.testing.assert_allclose(once.mean, twice.mean, rtol=1e-9, atol=1e-6)


def test_a_silence_is_a_gap_and_the_usual_pause_of_a_slow_point_is_none() -> None:
    quick = samples([0, 10_000, 20_000, 200_000, 210_000], [1.0, 1.0, 1.0, 2.0, 2.0])
    series = drawn(FLOW, 0, 300_000, quick, 100)
    assert series.t_ms.tolist() == [0, 10_000, 20_000, 20_001, 200_000, 210_000]
    assert np.isnan(series.mean).tolist() == [False, False, False, True, False, False]
    slow = samples([n * 3_600_000 for n in range(6)], [1.0] * 6)
    assert not np.isnan(drawn(FLOW, 0, 6 * 3_600_000, slow, 100).mean).any()


def test_a_gap_of_some_minutes_is_seen_in_a_day_of_steps() -> None:
    t_ms = [t for t in range(0, 86_400_000, 10_000) if not 40_000_000 < t < 40_300_000]
    series = drawn(FLOW, 0, 86_400_000, steps_of(samples(t_ms, [1.0] * len(t_ms)), MINUTE), 1_500)
    assert np.isnan(series.mean).sum() == 1


def test_steps_stay_where_they_are_while_time_runs() -> None:
    numbers = [float(n % 17) for n in range(4_000)]
    first = drawn(FLOW, 0, 3_600_000, regular(numbers[:3_600]), 300)
    later = drawn(FLOW, 7_000, 3_607_000, regular(numbers[:3_607]).between(7_000, 3_607_000), 300)
    same = np.intersect1d(first.t_ms, later.t_ms)
    assert len(same) >= len(first) - 2


def test_a_reading_that_came_twice_counts_once_and_two_of_one_moment_both() -> None:
    both = merged([samples([1, 2, 3], [1.0, 2.0, 3.0]), samples([2, 2, 3], [2.0, 5.0, math.nan])])
    assert both.t_ms.tolist() == [1, 2, 2, 3, 3]
    assert both.value.tolist()[:4] == [1.0, 2.0, 5.0, 3.0]


def test_an_answer_from_the_disk_goes_on_with_what_memory_has() -> None:
    old = drawn(FLOW, 0, 100, samples([10, 20, 30], [1.0, 2.0, 3.0]), 10)
    new = drawn(FLOW, 25, 200, samples([30, 40], [3.0, 4.0]), 10)
    both = continued(old, new)
    assert both.mean.tolist() == [1.0, 2.0, 3.0, 4.0] and (both.start_ms, both.end_ms) == (0, 200)
