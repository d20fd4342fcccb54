"""Alarm performance: what is counted is what the room went through, by the definitions of EEMUA 191 and ISA-18.2."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.alarms import Outcome
from console.journal import Entry
from console.model import LIVE, AlarmClass, AlarmId, By
from console.performance import answering, nuisance
from console.performance.audit import audit, read_stories
from console.performance.desk import TROUBLES
from console.performance.figures import figures
from console.performance.rates import INTERVAL_MS, Grade, floods, rates
from console.performance.report import BadReport, from_json, to_json
from console.performance.study import Verdict
from tests.sources import ROOT
from tests.unit.performance_record import (
    DAY,
    DOOR,
    HOUR,
    LEAK,
    LI,
    MINUTE,
    PRE,
    PUMP,
    SMOKE,
    START,
    Past,
    incident,
    noisy_week,
)

SECOND = 1_000


def quiet(_done: float, _what: str) -> None:
    """Nobody watches."""


# ---- how often ----


def test_a_call_is_counted_in_its_ten_minutes_and_the_mean_is_per_ten_minutes() -> None:
    found = rates([START, START + 1, START + INTERVAL_MS], START, START + HOUR)
    assert found.counts == (2, 1, 0, 0, 0, 0)
    assert found.mean == pytest.approx(3 / 6)
    assert (found.peak, found.peak_ms) == (2, START)


def test_the_upset_rate_is_the_worst_ten_minutes_of_each_day_averaged() -> None:
    calls = [START] * 8 + [START + DAY + HOUR] * 4
    assert rates(calls, START, START + 2 * DAY).upset == 6


def test_a_flood_begins_with_the_eleventh_call_in_ten_minutes_and_ends_when_fewer_than_five_are_left() -> None:
    calls = [START + n * SECOND for n in range(11)]
    (flood,) = floods(calls, START + HOUR)
    assert flood.start_ms == calls[10]
    assert flood.end_ms == calls[6] + INTERVAL_MS  # then four are left
    assert flood.calls == 11


def test_ten_calls_in_ten_minutes_are_no_flood_wherever_the_ten_minutes_begin() -> None:
    assert floods([START + n * MINUTE for n in range(60)], START + HOUR) == ()
    straddling = [START + INTERVAL_MS - 5 * SECOND + n * SECOND for n in range(11)]  # over the full ten minutes
    assert len(floods(straddling, START + HOUR)) == 1


def test_a_flood_that_goes_on_has_no_end_yet_and_counts_up_to_now() -> None:
    calls = [START + n * SECOND for n in range(20)]
    end = START + MINUTE
    assert floods(calls, end)[0].end_ms is None
    assert rates(calls, START, end).flood_share == pytest.approx((end - calls[10]) / MINUTE)


@given(st.lists(st.integers(0, 6 * HOUR), max_size=200))
def test_a_flood_never_begins_before_it_ends_and_holds_more_than_ten_calls(offsets: list[int]) -> None:
    calls = sorted(START + offset for offset in offsets)
    end = START + 7 * HOUR
    ends = [START]
    for flood in floods(calls, end):
        assert flood.start_ms >= ends[-1]
        assert flood.calls > 10
        ends.append(end if flood.end_ms is None else flood.end_ms)
        assert ends[-1] > flood.start_ms


@pytest.mark.parametrize(
    ("calls", "grade"),
    [(5, Grade.ROBUST), (24, Grade.STABLE), (45, Grade.REACTIVE), (80, Grade.OVERLOADED)],
)
def test_the_grade_says_how_well_people_can_live_with_the_rate(calls: int, grade: Grade) -> None:
    spread = [START + n * HOUR // calls for n in range(calls)]
    assert rates(spread, START, START + HOUR).grade is grade


def test_a_low_mean_does_not_hide_a_terrible_ten_minutes() -> None:
    assert rates([START] * 120, START, START + 30 * DAY).grade is Grade.OVERLOADED


# ---- which of it is noise ----


def test_three_calls_of_a_point_within_a_minute_are_a_chatter_and_two_are_none() -> None:
    assert nuisance.chattering([0, 30 * SECOND]) == 0
    assert nuisance.chattering([0, 30 * SECOND, 60 * SECOND]) == 3
    assert nuisance.chattering([0, 30 * SECOND, 61 * SECOND]) == 0
    assert nuisance.chattering([0, 1, 2, 10 * MINUTE]) == 3


def test_an_alarm_that_is_gone_within_a_minute_is_fleeting() -> None:
    past = Past()
    past.measure(DOOR, 0, True)
    past.measure(DOOR, 59 * SECOND, False)
    past.measure(DOOR, HOUR, True)
    past.measure(DOOR, HOUR + MINUTE, False)
    past.pass_until(2 * HOUR)
    assert figures(past.stories(), START, START, past.clock.now_ms()).fleeting == 1


def test_an_alarm_that_stands_for_more_than_a_day_is_stale_whenever_it_was_raised() -> None:
    past = Past()
    past.measure(DOOR, 0, True)
    past.pass_until(DAY + 1)
    now = past.clock.now_ms()
    last_hour = figures(past.stories(), now - HOUR, now - HOUR, now)
    assert [one.alarm for one in last_hour.stale] == [f"{DOOR}/1"]
    assert (last_hour.calls, last_hour.standing.now, last_hour.standing.most) == (0, 1, 1)


def test_the_ten_busiest_points_are_listed_with_their_share_of_all_calls() -> None:
    past = Past()
    for n in range(3):
        past.measure(DOOR, n * HOUR, True)
        past.measure(DOOR, n * HOUR + MINUTE, False)
    past.measure(SMOKE, 4 * HOUR, True)
    past.pass_until(5 * HOUR)
    found = figures(past.stories(), START, START, past.clock.now_ms())
    assert [(one.point, one.calls, one.share) for one in found.top] == [(DOOR, 3, 0.75), (SMOKE, 1, 0.25)]
    assert found.top_share == 1


def test_an_alarm_that_gets_worse_calls_again_but_is_one_alarm() -> None:
    past = Past()
    past.noise(PUMP, 0, [0.3, 0.10, 0.04, 0.3])
    past.pass_until(HOUR)
    found = figures(past.stories(), START, START, past.clock.now_ms())
    assert (found.calls, found.alarms, found.top[0].median_ms) == (2, 1, 2 * SECOND)


def test_calls_are_counted_by_priority() -> None:
    past = Past()
    past.measure(SMOKE, 0, True)
    past.measure(DOOR, MINUTE, True)
    past.pass_until(HOUR)
    found = {one.priority: one.share for one in figures(past.stories(), START, START, past.clock.now_ms()).priorities}
    assert found == {1: 0.5, 2: 0, 3: 0.5, 4: 0, 0: 0}


# ---- how fast people answer ----


def test_the_time_to_acknowledge_is_told_by_class_and_by_position() -> None:
    past = Past()
    past.answer = past.acknowledge_after(7 * SECOND)
    past.measure(SMOKE, 0, True)
    past.pass_until(MINUTE)
    stories, end = past.stories(), past.clock.now_ms()
    (fire,) = answering.by_class(stories, START, end)
    (desk,) = answering.by_position(stories, START, end)
    assert (fire.name, fire.answered, fire.p50_ms, fire.worst_ms, fire.waiting) == ("F", 1, 7_000, 7_000, 0)
    assert (desk.name, desk.p95_ms) == ("desk-1", 7_000)


def test_an_alarm_nobody_answered_is_counted_as_waiting_and_not_as_fast() -> None:
    past = Past()
    past.answer = lambda _alarm: None
    past.measure(SMOKE, 0, True)
    past.pass_until(MINUTE)
    (fire,) = answering.by_class(past.stories(), START, past.clock.now_ms())
    assert (fire.answered, fire.waiting, fire.p50_ms) == (0, 1, 0)


def test_what_comes_while_it_is_put_aside_calls_nobody_and_waits_for_nobody() -> None:
    past = Past()
    past.answer = lambda _alarm: None
    past.measure(LEAK, 0, True)
    past.alarms.shelve(AlarmId(f"{LEAK}/1"), LI, 30, "mopping")
    past.measure(LEAK, MINUTE, False)
    past.measure(LEAK, 2 * MINUTE, True)
    past.pass_until(10 * MINUTE)
    (story,) = past.stories()
    assert ([one.t_ms - START for one in story.raises], story.waiting_ms) == ([0], None)


def test_an_alarm_that_came_again_before_it_was_seen_waits_since_its_first_call() -> None:
    past = Past()
    past.answer = lambda _alarm: None
    past.measure(DOOR, 0, True)
    past.measure(DOOR, 10 * SECOND, False)
    past.measure(DOOR, 20 * SECOND, True)
    past.pass_until(30 * SECOND)
    past.acknowledge(AlarmId(f"{DOOR}/1"))
    (story,) = past.stories()
    assert [answer.waited_ms for answer in story.answers] == [30 * SECOND]


@given(st.lists(st.integers(0, 10**6), min_size=1))
def test_a_percentile_is_a_wait_that_really_occurred_and_covers_its_share(waited: list[int]) -> None:
    ordered = sorted(waited)
    for rank in answering.PERCENTILES:
        found = answering.percentile(ordered, rank)
        assert found in ordered
        assert sum(one <= found for one in ordered) * 100 >= rank * len(ordered)


# ---- what was real ----


@pytest.mark.parametrize(
    ("outcome", "is_real"),
    [(Outcome.REAL, True), (Outcome.FALSE, False), (Outcome.TEST, False), (Outcome.UNDETERMINED, True)],
)
def test_a_fire_is_real_unless_somebody_found_that_it_was_none(outcome: Outcome, is_real: bool) -> None:
    past = Past()
    past.measure(SMOKE, 0, True)
    past.measure(SMOKE, MINUTE, False)
    past.pass_until(2 * MINUTE)
    past.reset(AlarmId(f"{SMOKE}/1"), outcome)
    assert [story.is_real for story in past.stories()] == [is_real]


def test_what_was_real_once_stays_real_when_the_same_row_calls_again_and_is_found_false() -> None:
    past = Past()
    past.measure(SMOKE, 0, True)
    past.alarms.verify(AlarmId(f"{SMOKE}/1"), LI, Outcome.REAL)
    past.measure(SMOKE, MINUTE, False)
    past.measure(SMOKE, 2 * MINUTE, True)
    past.measure(SMOKE, 3 * MINUTE, False)
    past.pass_until(4 * MINUTE)
    past.reset(AlarmId(f"{SMOKE}/1"), Outcome.FALSE)
    assert [(len(story.raises), story.is_real) for story in past.stories()] == [(2, True)]


def test_a_pre_alarm_nobody_checked_in_time_counts_as_real_and_one_found_false_does_not() -> None:
    past = Past()
    past.measure(PRE, 0, True)
    past.pass_until(5 * MINUTE)
    assert [story.is_real for story in past.stories()] == [True]
    past.alarms.verify(AlarmId(f"{PRE}/1"), LI, Outcome.FALSE)
    assert [story.is_real for story in past.stories()] == [False]


@pytest.mark.parametrize(
    ("disposition", "is_real"),
    [("", True), ("resolved", True), ("handed_to_brigade", True), ("false_alarm", False), ("nothing_found", False)],
)
def test_an_alarm_with_an_incident_is_real_unless_the_incident_was_about_nothing(
    disposition: str, is_real: bool
) -> None:
    past = Past()
    past.measure(DOOR, 0, True)
    past.entries += incident(AlarmId(f"{DOOR}/1"), disposition=disposition)
    assert [story.is_real for story in past.stories()] == [is_real]


# ---- where it is read from ----


def test_an_alarm_that_began_before_the_time_is_read_whole_and_one_without_its_beginning_is_left_out() -> None:
    past = Past()
    past.measure(DOOR, 0, True)
    past.pass_until(MINUTE)
    begun, *later = past.entries
    assert later, "it was acknowledged"
    whole = read_stories(later, (), lambda _stream: (begun, *later))
    assert [one.raises[0].t_ms for one in whole] == [START]
    assert read_stories(later, (), lambda _stream: later) == ()


def test_an_entry_found_twice_among_the_newest_and_the_open_ones_counts_once() -> None:
    past = Past()
    past.measure(DOOR, 0, True)
    (story,) = read_stories(past.entries, past.entries, lambda _stream: ())
    assert len(story.raises) == 1


def test_a_journal_younger_than_the_time_asked_for_is_judged_by_its_own_age() -> None:
    past = Past()
    for n in range(6):
        past.measure(DOOR, n * INTERVAL_MS, True)
        past.measure(DOOR, n * INTERVAL_MS + MINUTE, False)
    past.pass_until(HOUR)
    month = past.matter().__class__("x", START - 30 * DAY, past.clock.now_ms(), START, past.sources, ())
    found = audit(month, past.stories(), past.samples, quiet).figures
    assert (found.asked_ms, found.start_ms, found.rates.mean) == (START - 30 * DAY, START, 1.0)


def test_without_any_alarm_there_are_figures_all_the_same() -> None:
    found = audit(Past().matter(), (), Past().samples, quiet)
    assert (found.figures.calls, found.figures.top, found.studies) == (0, (), ())
    assert from_json(to_json(found)) == found


def test_the_answer_survives_its_way_from_the_child_to_the_window() -> None:
    past = noisy_week()
    report = audit(past.matter(), past.stories(), past.samples, quiet)
    assert from_json(to_json(report)) == report
    assert from_json(to_json(report.studies[0])) == report.studies[0]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": 99}', '{"schema": 1, "report": {}}', '{"schema":1}'])
def test_what_is_no_answer_is_refused(text: str) -> None:
    with pytest.raises(BadReport):
        from_json(text)


def test_progress_goes_from_nothing_to_nearly_all_and_never_back() -> None:
    past, said = noisy_week(), list[float]()
    audit(past.matter(), past.stories(), past.samples, lambda done, _what: said.append(done))
    assert said == sorted(said)
    assert 0 <= said[0] < said[-1] < 1


def test_for_a_fire_nothing_is_ever_proposed() -> None:
    past = Past()
    for n in range(20):
        past.measure(SMOKE, n * MINUTE, True)
        past.measure(SMOKE, n * MINUTE + SECOND, False)
    past.pass_until(HOUR)
    report = audit(past.matter(), past.stories(), past.samples, quiet)
    assert (report.study(0).verdict, report.study(0).chosen) == (Verdict.FIRE, None)


def test_for_a_camera_or_a_link_there_is_no_rule_to_change() -> None:
    data = {
        "point": "link/broker#broker", "alarm_class": AlarmClass.TROUBLE.value, "kind": "broker", "cause": "link_down",
        "occurrence": 1, "source_ms": START, "received_ms": START, "latches": False,
    }  # fmt: skip
    raised = Entry(LIVE, "alarm/link/broker#broker/1", 1, "AlarmRaised", START + 1, By(machine="alarms"), data)
    matter = Past().matter().__class__("x", START, START + HOUR, START, Past().sources, ())
    report = audit(matter, read_stories([raised], (), lambda _stream: ()), Past().samples, quiet)
    assert report.study(0).verdict is Verdict.NO_RULE


def test_every_verdict_and_every_trouble_is_explained_in_the_manual() -> None:
    page = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    codes = re.findall(r"^\| `(\w+)` \|", page.partition("<!-- verdicts -->")[2], re.MULTILINE)
    assert codes == [*Verdict, *TROUBLES]


def test_who_answered_is_a_person_and_never_the_machine() -> None:
    past = noisy_week(1)
    assert {answer.position for story in past.stories() for answer in story.answers} == {LI.position}
