"""How fast a value moves: told from enough samples over enough time, begun and ended with hysteresis."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.config.schema import Limits, SignalConfig, SourceConfig
from console.model import AlarmClass, Condition, ConditionChanged, Point, PointId, Reading, State
from console.rates import KEPT, Trace
from console.rules import Conditions

RIVER = Limits(rise_per_min=0.03, fall_per_min=0.3, rate_s=600, rate_samples=5)
T0 = 1_780_000_000_000
RISING = "site/river#water_level.rising"


class Gauge:
    """One gauge that says a level every so often."""

    def __init__(self, limits: Limits = RIVER, kind: str = "water_level", points: tuple[Point, ...] = ()) -> None:
        signal = SignalConfig(kind, limits=limits)
        self.conditions = Conditions((SourceConfig("site", "site", signals=(signal,)),), points)
        self._kind = kind

    def says(self, minute: float, value: float | None, state: State = State.READING) -> list[tuple[str, str, str]]:
        return [(each.point, each.condition, each.cause) for each in self.changes(minute, value, state)]

    def changes(self, minute: float, value: float | None, state: State = State.READING) -> list[ConditionChanged]:
        t_ms = T0 + round(minute * 60_000)
        return self.conditions.apply(Reading("site", "river", self._kind, value, "m", state, t_ms, t_ms))


def rising(gauge: Gauge, start: int = 0, per_min: float = 0.05, minutes: int = 10) -> list[tuple[str, str, str]]:
    return [told for minute in range(minutes) for told in gauge.says(start + minute, 2 + per_min * minute)]


def test_water_that_rises_too_fast_is_an_alarm_beside_the_level_itself() -> None:
    assert rising(Gauge()) == [(RISING, "active", "rate_high")]


def test_the_alarm_says_how_fast_and_what_was_allowed() -> None:
    gauge = Gauge()
    (change,) = [each for minute in range(10) for each in gauge.changes(minute, 2 + 0.05 * minute)]
    assert (change.value, change.unit, change.limit, change.alarm_class) == (
        0.05,
        "m/min",
        0.03,
        AlarmClass.SUPERVISORY,
    )


def test_few_samples_or_a_short_time_say_nothing() -> None:
    few = Gauge()
    assert few.says(0, 2.0) == few.says(4, 3.0) == few.says(8, 4.0) == []
    quick = Gauge()
    assert [told for tenth in range(40) for told in quick.says(tenth / 10, 2 + tenth)] == []


def test_one_wild_sample_is_no_flood() -> None:
    gauge = Gauge()
    told = [each for minute in range(30) for each in gauge.says(minute, 2.0 if minute != 15 else 2.2)]
    assert told == []


def test_it_is_over_when_it_rises_at_half_the_limit_and_no_sooner() -> None:
    gauge = Gauge()
    rising(gauge)
    level, told = 2.5, []
    for minute in range(10, 40):
        level += 0.02  # slower than the limit, quicker than half of it
        told += gauge.says(minute, level)
    assert told == []
    for minute in range(40, 60):
        told += gauge.says(minute, level)
    assert told == [(RISING, "normal", "rate_high")]


def test_falling_is_told_apart_from_rising() -> None:
    told = rising(Gauge(), per_min=-0.5)
    assert told == [("site/river#water_level.falling", "active", "rate_low")]


def test_a_gauge_that_is_lost_while_it_rises_stays_in_question_until_enough_is_known_again() -> None:
    gauge = Gauge()
    rising(gauge)
    lost = Reading("site", "river", "availability", None, None, State.OFFLINE, T0 + 600_000, T0 + 600_000)
    assert (RISING, "unknown") in {(each.point, each.condition) for each in gauge.conditions.apply(lost)}
    told = [each for minute in range(30, 45) for each in gauge.says(minute, 3.0) if each[0] == RISING]
    assert told == [(RISING, "normal", "rate_high")]


def test_after_a_restart_rising_water_is_no_news_and_its_end_is() -> None:
    gauge = Gauge()
    gauge.conditions.restore({PointId(RISING): Condition.ACTIVE})
    assert rising(gauge) == []
    assert [each for minute in range(20, 40) for each in gauge.says(minute, 2.5)] == [(RISING, "normal", "rate_high")]


def test_old_and_repeated_samples_change_nothing() -> None:
    trace = Trace(RIVER)
    for minute in range(10):
        trace.add(T0 + minute * 60_000, 2.0)
    assert trace.add(T0, 900.0) is None
    assert trace.add(T0 + 9 * 60_000, 900.0) is None
    assert trace.add(T0 + 10 * 60_000, 2.0) == 0


@pytest.mark.parametrize(
    ("kind", "rate_class", "expected"),
    [("water_level", "", "S"), ("water_level", "H", "H"), ("gas", "", "P"), ("temperature", "", "H")],
)
def test_what_moves_towards_a_fire_is_a_pre_alarm(kind: str, rate_class: str, expected: str) -> None:
    gauge = Gauge(replace(RIVER, rate_class=rate_class), kind)
    (change,) = [each for minute in range(10) for each in gauge.changes(minute, 2 + 0.05 * minute)]
    assert change.alarm_class == expected


def test_the_point_decides_the_class_where_the_rule_does_not() -> None:
    river = Point(PointId("site/river#water_level"), "河", "River", "water_level", alarm_class=AlarmClass.HAZARD)
    gauge = Gauge(points=(river,))
    (change,) = [each for minute in range(10) for each in gauge.changes(minute, 2 + 0.05 * minute)]
    assert change.alarm_class is AlarmClass.HAZARD


@given(st.lists(st.tuples(st.integers(1, 100_000), st.floats(-1e6, 1e6)), max_size=300))
def test_any_samples_at_any_pace_take_bounded_memory_and_raise_nothing(steps: list[tuple[int, float]]) -> None:
    trace, t_ms = Trace(RIVER), T0
    for step_ms, value in steps:
        t_ms += step_ms
        trace.add(t_ms, value)
        assert len(trace) <= KEPT + 2


@settings(max_examples=25)
@given(st.floats(-5, 5), st.floats(1, 55))
def test_a_steady_slope_is_measured_whatever_the_pace(per_min: float, every_s: float) -> None:
    trace, rate = Trace(RIVER), None
    for number in range(round(900 / every_s)):
        t_ms = T0 + round(number * every_s * 1000)
        told = trace.add(t_ms, per_min * (t_ms - T0) / 60_000)
        rate = told if told is not None else rate
    assert rate == pytest.approx(per_min, abs=1e-5)
