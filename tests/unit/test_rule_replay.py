"""A rule replayed over what was recorded: it says what the console would have said, and never hides a real alarm."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.alarms import Outcome
from console.config.schema import Limits, SignalConfig, SourceConfig
from console.model import AlarmClass, AlarmId
from console.performance import replay as replaying
from console.performance.audit import audit, case_of, trial
from console.performance.judging import judge
from console.performance.proposing import nice_s, rounded_up
from console.performance.replay import Rules, Spell, replay, telling
from console.performance.rulebook import Setting, Signal, changed, limits_of, setting_of, signal_of
from console.performance.study import Study, Verdict, study
from console.trends.series import Samples, samples
from tests.unit.performance_record import (
    DAY,
    DOOR,
    HOUR,
    MINUTE,
    OTHER,
    POINTS,
    PUMP,
    SMOKE,
    SOURCES,
    START,
    Past,
    incident,
    noisy_week,
    restless,
)

SECOND = 1_000
PRESSURE = Signal("site", "water_pressure")
DOORS = Signal("site", "fire_door_open")
RULES = Rules(PRESSURE, SOURCES, POINTS)


def quiet(*_progress: object) -> None:
    """Nobody watches."""


def studied(past: Past, signal: Signal = PRESSURE, given: Setting | None = None) -> Study:
    if given is not None:
        return trial(signal, given, past.matter(), past.stories(), past.samples, quiet)
    kind = AlarmClass.SUPERVISORY
    return study(case_of(signal, kind, past.matter(), past.stories()), past.samples, quiet)


def calls(spells: tuple[Spell, ...]) -> list[int]:
    return [t_ms - START for spell in spells for t_ms in spell.calls]


# ---- a replay says what the console said ----


def test_the_present_rule_replayed_finds_every_recorded_call_again() -> None:
    past = noisy_week()
    recorded = [one.t_ms for story in past.stories() if story.point == PUMP for one in story.raises]
    found = replay(PUMP, past.samples(PUMP, START, past.clock.now_ms()), RULES)
    assert [t_ms for spell in found for t_ms in spell.calls] == recorded
    assert len(recorded) > 20


@settings(max_examples=60)
@given(
    st.lists(st.floats(0, 0.3).map(lambda value: round(value, 3)), min_size=1, max_size=120),
    st.sampled_from([0.0, 0.01, 0.05]), st.sampled_from([0.0, 3.0]), st.sampled_from([0.0, 4.0]),
)  # fmt: skip
def test_leaving_out_what_changes_nothing_changes_nothing(
    values: list[float], hysteresis: float, on_delay: float, off_delay: float
) -> None:
    limits = Limits(lolo=0.05, lo=0.14, hi=0.25, hihi=0.28, hysteresis=hysteresis)
    limits = replace(limits, on_delay_s=on_delay, off_delay_s=off_delay)
    rules = replace(
        RULES, sources=(SourceConfig("site", "site", signals=(SignalConfig("water_pressure", limits=limits),)),)
    )
    given_all = samples([START + n * SECOND for n in range(len(values))], values)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(replaying, "telling", lambda found, _limits: found)
        complete = replay(PUMP, given_all, rules)
    assert replay(PUMP, given_all, rules) == complete


def test_of_a_value_that_only_repeats_one_sample_is_replayed() -> None:
    flat = samples([START + n * SECOND for n in range(1_000)], [0.3] * 500 + [0.1] * 500)
    assert telling(flat, limits_of(PRESSURE, SOURCES)).t_ms.tolist() == [START, START + 500 * SECOND]


def test_a_reading_that_could_not_be_used_raises_nothing_and_ends_nothing() -> None:
    bad = Samples(
        np.array([START, START + 1, START + 2, START + 3]), np.array([0.3, 0.1, np.nan, 0.1]),
        np.array([False, False, True, False]),
    )  # fmt: skip
    assert [spell.end_ms for spell in replay(PUMP, bad, RULES)] == [None]


def test_a_flag_is_replayed_as_yes_and_no() -> None:
    told = samples([START, START + 5 * SECOND, START + 9 * SECOND], [0, 1, 0])
    assert replay(DOOR, told, Rules(DOORS, SOURCES, POINTS)) == (
        Spell(START + 5 * SECOND, START + 9 * SECOND, (START + 5 * SECOND,)),
    )


def test_a_fire_is_raised_at_once_whatever_delay_its_rule_was_given() -> None:
    smoke = Signal("site", "smoke")
    sources = changed(smoke, Setting(on_delay_s=60), SOURCES)
    told = samples([START, START + SECOND, START + 2 * SECOND], [0, 1, 0])
    assert calls(replay(SMOKE, told, Rules(smoke, sources, POINTS))) == [SECOND]


def test_a_delay_is_waited_for_without_a_sample() -> None:
    rules = replace(RULES, sources=changed(PRESSURE, Setting(on_delay_s=10), SOURCES))
    told = samples([START, START + SECOND, START + HOUR], [0.3, 0.1, 0.1])
    assert calls(replay(PUMP, told, rules)) == [11 * SECOND]


# ---- which rule it is ----


def test_the_rule_of_a_point_is_that_of_its_source_and_kind() -> None:
    assert signal_of(PUMP, SOURCES) == PRESSURE
    assert signal_of("site/pump-1#water_pressure.trouble", SOURCES) is None
    assert signal_of("camera/C-1#video_loss", SOURCES) is None


def test_changing_one_rule_leaves_every_other_as_it_was() -> None:
    made = changed(PRESSURE, Setting(5, 10, 0.02), SOURCES)
    assert setting_of(PRESSURE, made) == Setting(5, 10, 0.02)
    assert limits_of(PRESSURE, made).lo == 0.14
    assert setting_of(DOORS, made) == setting_of(DOORS, SOURCES)


def test_a_kind_under_the_rule_for_all_kinds_gets_one_of_its_own() -> None:
    made = changed(DOORS, Setting(off_delay_s=30), SOURCES)
    assert setting_of(DOORS, made).off_delay_s == 30
    assert setting_of(Signal("site", "valve_shut"), made).off_delay_s == 0


# ---- what would vanish, what would be missed ----


def spells(*bounds: tuple[int, int]) -> tuple[Spell, ...]:
    return tuple(Spell(START + a, START + b, (START + a,)) for a, b in bounds)


def test_a_call_that_vanishes_into_an_alarm_that_stands_is_told_apart_from_one_that_is_lost() -> None:
    now = {PUMP: spells((0, 10), (20, 30), (1_000, 1_010))}
    found = judge(Setting(), now, {PUMP: spells((0, 30))}, ())
    assert (found.calls, found.vanished, found.covered) == (1, 2, 1)
    assert [(one.t_ms - START, one.is_covered) for one in found.vanishing] == [(20, True), (1_000, False)]


def test_the_delay_of_what_remains_is_measured() -> None:
    found = judge(Setting(), {PUMP: spells((0, 100))}, {PUMP: spells((15, 100))}, ())
    assert (found.vanished, found.latest_ms) == (0, 15)


def real_loss() -> Past:
    """A loss of pressure of forty seconds with an incident, among chatter."""
    past = Past()
    past.measure(PUMP, 0, 0.30)
    past.noise(PUMP, HOUR, restless())
    past.measure(PUMP, HOUR + 5 * MINUTE, 0.30)
    past.pass_until(2 * HOUR - 1)
    past.measure(OTHER, 2 * HOUR - 1, 0.30)
    past.noise(OTHER, 2 * HOUR, [0.10] * 40)
    past.measure(OTHER, 2 * HOUR + 40 * SECOND, 0.30)
    past.entries += incident(AlarmId(f"{OTHER}/1"))
    past.pass_until(3 * HOUR)
    return past


def test_a_delay_longer_than_a_real_alarm_lasted_is_said_to_miss_it() -> None:
    found = studied(real_loss(), given=Setting(on_delay_s=60, hysteresis=0.005))
    assert found.verdict is Verdict.TRIED
    assert found.chosen is not None
    assert [(real.point, real.later_ms) for real in found.chosen.reals] == [(OTHER, None)]
    assert (found.reals, found.chosen.missed) == (1, 1)


def test_a_shorter_delay_is_said_to_make_it_late_and_by_how_much() -> None:
    found = studied(real_loss(), given=Setting(on_delay_s=15, hysteresis=0.005))
    assert found.chosen is not None
    assert (found.chosen.missed, found.chosen.delayed, found.chosen.real_later_ms) == (0, 1, 15 * SECOND)


def test_a_deadband_makes_no_real_alarm_late() -> None:
    found = studied(real_loss(), given=Setting(hysteresis=0.02))
    assert found.chosen is not None
    assert (found.chosen.missed, found.chosen.delayed) == (0, 0)
    assert found.chosen.vanished >= 0.9 * (found.calls - 2)


def test_an_alarm_found_false_keeps_no_proposal_away() -> None:
    past = real_loss()
    past.entries[:] = [entry for entry in past.entries if not entry.stream.startswith("incident")]
    found = studied(past, given=Setting(on_delay_s=60, hysteresis=0.005))
    assert found.chosen is not None
    assert (found.reals, found.chosen.missed) == (0, 0)


def test_with_less_waiting_points_that_never_called_are_replayed_too() -> None:
    limits = replace(SOURCES[0].signals[0].limits, on_delay_s=30.0)
    past = Past((SourceConfig("site", "site", signals=(SignalConfig("water_pressure", limits=limits),)),))
    past.noise(PUMP, 0, [0.3, *[0.1] * 60, 0.3])
    past.noise(OTHER, 2 * MINUTE, [0.3, *[0.1] * 20, 0.3])
    past.pass_until(HOUR)
    assert (studied(past).calls, studied(past).replayed) == (1, 1)
    sooner = studied(past, given=Setting(on_delay_s=5))
    assert sooner.chosen is not None
    assert (sooner.calls, sooner.replayed, sooner.chosen.calls) == (1, 2, 2)


# ---- what is proposed ----


def test_for_a_value_that_swings_about_its_limit_a_deadband_is_proposed_that_calms_it() -> None:
    found = studied(noisy_week())
    assert found.verdict is Verdict.PROPOSED
    assert found.chosen is not None
    assert found.now.hysteresis < found.chosen.setting.hysteresis <= 0.05
    assert found.chosen.setting.on_delay_s == 0
    assert found.chosen.vanished >= 0.8 * (found.calls - 5)
    assert (found.reals, found.chosen.missed, found.chosen.delayed) == (1, 0, 0)
    assert found.recorded == found.calls


def test_a_flag_that_flaps_is_given_a_delay_since_it_has_no_deadband() -> None:
    past = noisy_week()
    found = studied(past, DOORS)
    assert found.verdict is Verdict.PROPOSED
    assert found.chosen is not None
    assert found.chosen.setting.hysteresis == 0
    assert found.chosen.vanished >= 0.8 * found.calls
    assert found.chosen.setting.on_delay_s == 0, "an off-delay keeps it from flapping and makes nothing late"


def test_where_only_losing_a_real_alarm_would_help_nothing_is_proposed() -> None:
    past = Past()
    for n in range(10):
        past.measure(DOOR, n * HOUR, True)
        past.measure(DOOR, n * HOUR + 3 * SECOND, False)
    for entry in [one for one in past.entries if one.kind == "AlarmRaised"]:
        past.entries += incident(AlarmId(entry.stream.removeprefix("alarm/")), number=entry.t_ms)
    past.pass_until(11 * HOUR)
    found = studied(past, DOORS)
    assert (found.verdict, found.chosen) == (Verdict.WOULD_MISS, None)
    assert any(one.missed for one in found.trials), "what was tried is shown"


def fleeting(real_at: int | None = None) -> Past:
    """A door that opens for three seconds once an hour; once, if said so, for ten minutes and in earnest."""
    past = Past()
    for n in range(10):
        past.measure(DOOR, n * HOUR, True)
        past.measure(DOOR, n * HOUR + (10 * MINUTE if n == real_at else 3 * SECOND), False)
    if real_at is not None:
        past.entries += incident(AlarmId(f"{DOOR}/{real_at + 1}"))
    past.pass_until(11 * HOUR)
    return past


def test_what_keeps_alarms_away_is_not_proposed_while_no_real_one_shows_that_it_may() -> None:
    found = studied(fleeting(), DOORS)
    assert (found.verdict, found.reals, found.chosen) == (Verdict.UNPROVEN, 0, None)
    assert any(one.vanished == found.calls for one in found.trials), "what was tried is shown, a person decides"


def test_with_a_real_alarm_to_compare_with_the_same_delay_is_proposed_and_its_lateness_said() -> None:
    found = studied(fleeting(real_at=4), DOORS)
    assert (found.verdict, found.reals) == (Verdict.PROPOSED, 1)
    assert found.chosen is not None
    assert found.chosen.setting == Setting(on_delay_s=5)
    assert (found.chosen.vanished, found.chosen.missed, found.chosen.real_later_ms) == (9, 0, 5 * SECOND)


def test_a_rule_whose_alarms_are_all_long_and_far_apart_is_left_alone() -> None:
    past = Past()
    for n in range(4):
        past.measure(DOOR, n * HOUR, True)
        past.measure(DOOR, n * HOUR + 30 * MINUTE, False)
    past.pass_until(5 * HOUR)
    assert studied(past, DOORS).verdict is Verdict.NOTHING_HELPS


def test_without_samples_nothing_is_claimed() -> None:
    past = noisy_week(1)
    case = case_of(PRESSURE, AlarmClass.SUPERVISORY, past.matter(), past.stories())
    found = study(case, lambda *_: samples((), ()), quiet)
    assert (found.verdict, found.chosen, found.governs) == (Verdict.NO_SAMPLES, None, 2)


def test_when_the_samples_do_not_show_what_was_recorded_nothing_is_claimed() -> None:
    past = noisy_week(1)
    case = case_of(PRESSURE, AlarmClass.SUPERVISORY, past.matter(), past.stories())
    flat = samples([START + n * MINUTE for n in range(1_500)], [0.3] * 1_500)
    assert study(case, lambda *_: flat, quiet).verdict is Verdict.NO_MATCH


def test_places_of_the_top_ten_under_one_rule_share_its_study() -> None:
    past = noisy_week()
    report = audit(past.matter(), past.stories(), past.samples, quiet)
    of_point = {busy.point: report.study(at) for at, busy in enumerate(report.figures.top)}
    assert of_point[PUMP] is of_point[OTHER]
    assert of_point[SMOKE].verdict is Verdict.FIRE
    assert len(report.studies) == 3


def test_a_pre_alarm_is_never_given_an_on_delay() -> None:
    past = noisy_week()
    case = case_of(DOORS, AlarmClass.PRE, past.matter(), past.stories())
    found = study(case, past.samples, quiet)
    assert found.trials
    assert all(one.setting.on_delay_s == 0 for one in found.trials)


def test_proposed_figures_are_such_as_people_write() -> None:
    assert [nice_s(one) for one in (0.4, 2, 8.6, 61, 1_000)] == [1, 5, 10, 90, 600]
    assert [rounded_up(one) for one in (0.0123, 0.02, 3.14, 117)] == [0.013, 0.02, 3.2, 120]


def test_an_alarm_of_a_reset_with_real_counts_as_real_in_the_replay() -> None:
    past = Past()
    past.measure(SMOKE, 0, True)
    past.measure(SMOKE, 3 * SECOND, False)
    past.pass_until(MINUTE)
    past.reset(AlarmId(f"{SMOKE}/1"), Outcome.REAL)
    found = studied(past, Signal("site", "smoke"), given=Setting(on_delay_s=30))
    assert found.chosen is not None
    assert (found.reals, found.chosen.missed, found.chosen.delayed) == (1, 0, 0)


def test_two_days_of_chatter_are_studied_with_few_steps_through_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """A week of a point has 600,000 samples: only those may be walked that can change anything."""
    past, walked = Past(), list[int]()
    past.measure(PUMP, 0, 0.3)
    past.noise(PUMP, HOUR, restless())
    past.measure(PUMP, DAY, 0.3)
    long = samples([START + n * SECOND for n in range(200_000)], [0.3 + n % 7 * 0.01 for n in range(200_000)])
    monkeypatch.setattr(replaying, "telling", lambda s, r, of=telling: walked.append(len(of(s, r))) or of(s, r))
    case = case_of(PRESSURE, AlarmClass.SUPERVISORY, past.matter(), past.stories())
    study(case, lambda *_: long, quiet)
    assert walked
    assert max(walked) < 10
