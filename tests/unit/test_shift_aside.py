"""A shift in which alarms are put aside: on the shelf, by a rule, out of service, on test; and what never is."""

from __future__ import annotations

import json

import pytest

from console.alarms import Aside
from console.model import Sample, State
from tests.unit.shift import Shift, aside


def test_a_shelf_that_ends_by_itself_asks_to_be_seen() -> None:
    shift = Shift()
    shift.play("""
        00:00  leak alarm                            | leak unacknowledged                               | sounds
        00:10  li shelves leak 30 works in the yard  | leak shelved                                      | silent
        29:09                                        | leak shelved                                      | silent
        30:09                                        | leak shelved
        30:10                                        | leak unacknowledged, because shelf_ended          | sounds
    """)
    (soon,) = [json.loads(line) for line in shift.log.getvalue().splitlines() if '"AsideEndsSoon"' in line]
    assert (soon["aside"], soon["about"]) == ("shelved", shift.id("leak"))


def test_whoever_takes_it_off_the_shelf_has_seen_it() -> None:
    shift = Shift()
    shift.play("""
        00:00  leak alarm                            | leak unacknowledged
        00:10  li shelves leak 30 works              | leak shelved                                      | silent
        05:00  wang unshelves leak                   | leak acknowledged, owned by wang                  | silent
        40:00                                        | leak acknowledged                                 | silent
        40:01  leak normal                           | leak closed
    """)
    assert [entry.by.person for entry in shift.journal("AlarmUnshelved")] == ["wang"]


def test_what_comes_and_goes_on_the_shelf_stays_there_and_is_counted() -> None:
    shift = Shift()
    shift.play("""
        00:00  leak alarm                            | leak unacknowledged
        00:10  li shelves leak 30 works              | leak shelved                                      | silent
        01:00  leak normal                           | leak shelved                                      | silent
        02:00  leak alarm                            | leak shelved, x2                                  | silent
        03:00  leak normal                           | leak shelved                                      | silent
        30:10                                        | leak cleared, because shelf_ended                 | sounds
        30:20  li acks leak                          | leak closed
    """)


@pytest.mark.parametrize(
    ("point", "longest"), [("pre-1", 60), ("leak", 60), ("power", 60), ("door", 480), ("battery", 480)]
)
def test_each_class_may_be_shelved_only_for_its_time(point: str, longest: int) -> None:
    Shift().play(f"""
        00:00  {point} alarm                         | {point} unacknowledged
        00:01  li shelves {point} {longest + 1} x    | - refused: too_long
        00:01  li shelves {point} 0 x                | - refused: no_end
        00:01  li shelves {point} {longest}          | - refused: no_reason
        00:01  li shelves {point} {longest} works    | {point} shelved                                   | silent
        00:02  li shelves {point} {longest} works    | - refused: already_shelved
        {longest + 1}:01                             | {point} unacknowledged, because shelf_ended
    """)


@pytest.mark.parametrize("point", ["smoke-1", "panic", "rain", "broker"])
def test_fire_warnings_and_what_the_room_lives_by_are_never_shelved(point: str) -> None:
    Shift().play(f"""
        00:00  {point} alarm                         | {point} unacknowledged
        00:00  li shelves {point} 10 reason          | - refused: never_shelved
        00:01                                        | {point} unacknowledged                            | sounds
    """)


def test_a_pre_alarm_that_counts_as_real_is_not_shelved_any_more() -> None:
    Shift().play("""
        00:00  pre-1 alarm                           | pre-1 verify running
        01:31  li shelves pre-1 10 steam             | - refused: verify_expired
    """)


def test_a_shelf_survives_a_restart_with_its_end() -> None:
    Shift().play("""
        00:00  leak alarm                            | leak unacknowledged
        00:10  li shelves leak 30 works              | leak shelved
        20:00  restart                               | leak shelved                                      | silent
        30:09                                        | leak shelved                                      | silent
        30:10                                        | leak unacknowledged                               | sounds
    """)


def test_a_shelf_that_ended_while_the_program_was_away_ends_at_its_start() -> None:
    Shift().play("""
        00:00  leak alarm                            | leak unacknowledged
        00:10  li shelves leak 30 works              | leak shelved
        00:11  restart at 45:00                      |
        45:01                                        | leak unacknowledged, because shelf_ended          | sounds
    """)


def test_what_another_alarm_explains_is_suppressed_only_while_everybody_sees_that_one() -> None:
    shift = Shift()
    shift.play("""
        00:00  gateway alarm                         | gateway unacknowledged                            | sounds
        00:01  battery alarm                         | battery unacknowledged
        00:02  shown gateway                         | gateway displayed
        00:02                                        | battery suppressed
        00:03  door.silent alarm                     | door.silent suppressed
        00:04  li acks gateway                       | gateway acknowledged                              | silent
        00:05  li shelves gateway 60 works           | gateway shelved
        00:06                                        | battery unacknowledged, because unsuppressed      | sounds
        00:07                                        | door.silent unacknowledged
        00:08  li unshelves gateway                  | gateway acknowledged
        00:09                                        | battery suppressed                                | silent
        09:00  gateway normal                        | gateway closed
        09:01                                        | battery unacknowledged, because unsuppressed      | sounds
    """)
    assert {entry.data["rule"] for entry in shift.journal("AlarmSuppressed")} == {"gateway lost"}
    assert not any(entry.by.is_person for entry in shift.journal("AlarmSuppressed"))


def test_what_is_over_before_its_cause_leaves_without_a_word() -> None:
    Shift().play("""
        00:00  gateway alarm                         | gateway unacknowledged
        00:01  shown gateway                         | gateway displayed
        00:02  li acks gateway                       | gateway acknowledged                              | silent
        00:03  door.silent alarm                     | door.silent suppressed                            | silent
        00:50  door.silent normal                    | door.silent closed                                | silent
    """)


def test_no_rule_ever_takes_away_a_fire_or_a_pre_alarm_whose_pair_is_active() -> None:
    Shift().play("""
        00:00  gateway alarm                         | gateway unacknowledged
        00:01  shown gateway                         | gateway displayed
        00:02  pre-1 alarm                           | pre-1 suppressed
        00:03  smoke-1 alarm                         | smoke-1 unacknowledged                            | sounds
        00:03                                        | pre-1 unacknowledged, class F
    """)


def test_a_suppressed_alarm_survives_a_restart_and_its_cause_still_ends_it() -> None:
    Shift().play("""
        00:00  gateway alarm                         | gateway unacknowledged
        00:01  shown gateway                         | gateway displayed
        00:02  battery alarm                         | battery suppressed
        00:03  li acks gateway                       | gateway acknowledged                              | silent
        00:04  restart                               | battery suppressed                                | silent
        00:05  gateway normal                        | battery unacknowledged, because unsuppressed      | sounds
    """)


def test_a_fire_detector_goes_out_of_service_only_with_permit_measure_end_and_two_people() -> None:
    shift = Shift()
    shift.play("""
        00:00  li disables smoke-1 60                        | - refused: no_permit
        00:00  li disables smoke-1 60 P-17                   | - refused: no_measure
        00:00  li disables smoke-1 60 P-17 watch             | - refused: two_people
        00:00  li disables smoke-1 60 P-17 watch with li     | - refused: two_people
        00:00  li disables smoke-1 481 P-17 watch with wang  | - refused: too_long
        00:00  li disables smoke-1 0 P-17 watch with wang    | - refused: no_end
        00:00  li disables smoke-1 480 P-17 watch with wang  |
        00:01  li disables smoke-1 60 P-18 watch with wang   | - refused: already_out
    """)
    (entry,) = shift.journal("PointOutOfService")
    assert (entry.data["permit"], entry.data["measure"], entry.data["second"]) == ("P-17", "watch", "wang")


def test_what_a_detector_out_of_service_says_is_kept_counted_and_asked_for_when_it_is_back() -> None:
    shift = Shift()
    shift.play("""
        00:00  li disables smoke-1 60 P-17 watch with wang   |
        00:10  smoke-1 alarm                                 | smoke-1 out_of_service, verify none       | silent
        09:00                                                | smoke-1 level 0, out_of_service           | silent
        09:00  li enables smoke-1                            | smoke-1 unacknowledged, verify running    | sounds
        09:00                                                | smoke-1 because back_in_service
    """)
    assert shift.journal("AlarmEscalated") == []


def test_a_detector_is_back_by_itself_when_its_time_is_over_also_after_a_restart() -> None:
    shift = Shift()
    shift.play("""
        00:00  li disables door 60 P-17 watch        |
        00:10  door alarm                            | door out_of_service                               | silent
        30:00  restart                               | door out_of_service                               | silent
        59:59                                        | door out_of_service
        60:00                                        | door unacknowledged, because back_in_service      | sounds
    """)
    (back,) = shift.journal("PointBack")
    assert not back.by.is_person and "point/" in back.stream


def test_a_fire_nobody_has_looked_into_cannot_be_taken_out_of_service_or_put_on_test() -> None:
    Shift().play("""
        00:00  smoke-1 alarm                                 | smoke-1 unacknowledged
        00:01  li disables smoke-1 60 P-17 watch with wang   | - refused: alarm_open
        00:02  li tests smoke-1 10                           | - refused: alarm_open
        00:03  li acks smoke-1                               | smoke-1 acknowledged
        00:04  li tests smoke-1 10                           | - refused: alarm_open
        00:05  li finds smoke-1 false                        | smoke-1 verify false
        00:06  li disables smoke-1 60 P-17 watch with wang   | smoke-1 out_of_service                    | silent
    """)


def test_other_detectors_of_the_zone_are_full_fires_while_one_is_away() -> None:
    Shift().play("""
        00:00  li disables smoke-1 60 P-17 watch with wang   |
        00:01  li tests smoke-2 60                           |
        00:02  smoke-2 alarm                                 | smoke-2 on_test                           | silent
        00:03  call-point alarm                              | call-point unacknowledged, class F        | sounds
    """)


def test_a_signal_of_a_detector_on_test_is_a_test_if_the_person_who_ends_it_says_so() -> None:
    shift = Shift()
    shift.play("""
        00:00  li tests smoke-1 30                   |
        00:10  smoke-1 alarm                         | smoke-1 on_test                                   | silent
        00:20  smoke-1 normal                        | smoke-1 on_test                                   | silent
        02:00  li ends smoke-1                       | smoke-1 closed                                    | silent
    """)
    (reset,) = shift.journal("AlarmReset")
    assert reset.data["outcome"] == "test" and reset.by.person == "li"


def test_a_detector_that_still_burns_when_its_test_ends_is_a_fire() -> None:
    Shift().play("""
        00:00  li tests smoke-1 30                   |
        00:10  smoke-1 alarm                         | smoke-1 on_test                                   | silent
        02:00  li ends smoke-1                       | smoke-1 unacknowledged, because test_ended        | sounds
        02:00                                        | smoke-1 verify running
    """)


def test_a_test_that_ends_by_itself_closes_nothing() -> None:
    Shift().play("""
        00:00  li tests smoke-1 30                   |
        00:10  smoke-1 alarm                         | smoke-1 on_test
        00:20  smoke-1 normal                        | smoke-1 on_test                                   | silent
        30:00                                        | smoke-1 cleared, because test_ended               | sounds
        30:09                                        | smoke-1 cleared, latched
    """)


def test_what_was_a_fire_before_the_test_is_not_reset_by_it() -> None:
    Shift().play("""
        00:00  smoke-1 alarm                         | smoke-1 unacknowledged
        00:10  li acks smoke-1                       | smoke-1 acknowledged
        00:20  li finds smoke-1 false                | smoke-1 verify false
        00:30  smoke-1 normal                        | smoke-1 latched
        00:40  li tests smoke-1 10                   | smoke-1 on_test
        00:50  smoke-1 alarm                         | smoke-1 on_test, x2                               | silent
        00:55  smoke-1 normal                        | smoke-1 on_test
        01:00  li ends smoke-1                       | smoke-1 cleared, latched, because test_ended      | sounds
    """)


def test_the_trouble_of_a_detector_that_is_away_is_away_with_it() -> None:
    Shift().play("""
        00:00  li disables door 60 P-17 watch        |
        00:10  door.silent alarm                     | door.silent out_of_service                        | silent
        10:00  li enables door                       | door.silent unacknowledged                        | sounds
    """)


def test_the_header_counts_everything_that_is_aside() -> None:
    shift = Shift()
    shift.play("""
        00:00  li disables smoke-1 60 P-17 watch with wang   |
        00:00  li tests smoke-2 60                   |
        00:01  gateway alarm                         | gateway unacknowledged
        00:01  shown gateway                         | gateway displayed
        00:02  battery alarm                         | battery suppressed
        00:03  leak alarm                            | leak unacknowledged
        00:04  li shelves leak 10 works              | leak shelved
        00:05  door alarm                            | door unacknowledged
        00:06  door lost                             | door lost
        00:07  smoke-2 alarm                         | smoke-2 on_test
    """)
    counts = shift.console.live.counts()
    assert (counts.shelved, counts.suppressed, counts.out_of_service, counts.on_test) == (1, 1, 1, 1)
    assert (counts.unknown, counts.owed, counts.listed) == (1, 2, 2)
    assert aside(shift, Aside.SUPPRESSED) == ["battery"] and aside(shift, Aside.ON_TEST) == ["smoke-2"]
    assert len(shift.console.live) == 5 and len(shift.console.live.rows()) == 2


def test_a_cause_that_gets_worse_brings_nothing_back() -> None:
    shift = Shift()
    shift.play("""
        00:00  gateway alarm                         | gateway unacknowledged
        00:01  shown gateway                         | gateway displayed
        00:02  battery alarm                         | battery suppressed
        00:03  gateway worse                         | gateway unacknowledged
        00:04                                        | battery suppressed
    """)
    assert shift.journal("AlarmUnsuppressed") == []


def test_a_silence_that_was_suppressed_when_the_program_was_killed_still_ends_when_the_point_is_heard() -> None:
    shift = Shift()
    shift.play("""
        00:00  gateway alarm                         | gateway unacknowledged
        00:01  shown gateway                         | gateway displayed
        00:02  door.silent alarm                     | door.silent suppressed
        00:03  restart                               | door.silent suppressed
    """)
    now = shift.clock.now_ms()
    shift.console.handle(Sample(shift.point("door"), False, None, State.NORMAL, now, now))
    assert shift.alarm("door", "silent") is None
