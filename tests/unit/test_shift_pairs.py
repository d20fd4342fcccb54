"""A shift with pre-alarms: what makes a fire of one, on the same row and to be acknowledged anew."""

from __future__ import annotations

from tests.unit.shift import Shift


def test_the_second_detector_of_the_zone_makes_fires_of_both() -> None:
    shift = Shift()
    shift.play("""
        00:00  pre-1 alarm                 | pre-1 unacknowledged, class P, verify running               | sounds
        00:04  li acks pre-1               | pre-1 acknowledged                                          | silent
        00:30  pre-2 alarm                 | pre-2 unacknowledged, class F, latched                      | sounds
        00:30                              | pre-1 unacknowledged, class F, because promoted, x1         | sounds
    """)
    first, second = shift.id("pre-1"), shift.id("pre-2")
    assert {entry.stream: entry.data["by"] for entry in shift.journal("AlarmPromoted")} == {
        f"alarm/{first}": second, f"alarm/{second}": first
    }  # fmt: skip
    assert [row.id for row in shift.console.live.rows()] == [first, second]


def test_a_manual_call_point_of_the_zone_makes_a_fire_of_the_pre_alarm() -> None:
    Shift().play("""
        00:00  pre-1 alarm                 | pre-1 class P
        00:02  li acks pre-1               | pre-1 acknowledged                                          | silent
        00:05  call-point alarm            | call-point unacknowledged, class F                          | sounds
        00:05                              | pre-1 unacknowledged, class F, because promoted
    """)


def test_a_person_who_says_it_is_real_makes_a_fire_of_it() -> None:
    Shift().play("""
        00:00  pre-1 alarm                 | pre-1 class P
        00:05  li acks pre-1               | pre-1 acknowledged                                          | silent
        00:50  li finds pre-1 real         | pre-1 unacknowledged, class F, verify real, latched         | sounds
        00:55  li acks pre-1               | pre-1 acknowledged                                          | silent
        03:00  pre-1 normal                | pre-1 latched
        03:05  li resets pre-1 real fire   | pre-1 closed
    """)


def test_a_pre_alarm_in_another_zone_is_no_second_detector() -> None:
    Shift().play("""
        00:00  pre-1 alarm                 | pre-1 class P
        00:01  pre-9 alarm                 | pre-9 class P
        00:02  smoke-9 alarm               | smoke-9 class F
        00:02                              | pre-1 class P
        00:02                              | pre-9 class F
    """)


def test_a_detector_that_was_normal_again_before_the_second_spoke_is_no_pair() -> None:
    Shift().play("""
        00:00  pre-1 alarm                 | pre-1 class P
        00:02  li acks pre-1               | pre-1 acknowledged
        00:10  pre-1 normal                | pre-1 closed
        00:20  pre-2 alarm                 | pre-2 class P
    """)


def test_a_pre_alarm_whose_source_was_lost_still_counts() -> None:
    Shift().play("""
        00:00  pre-1 alarm                 | pre-1 class P
        00:05  pre-1 lost                  | pre-1 lost, unacknowledged
        00:20  pre-2 alarm                 | pre-2 class F
        00:20                              | pre-1 class F, lost
    """)


def test_nobody_looks_so_the_pre_alarm_counts_as_real_and_is_still_a_pre_alarm() -> None:
    Shift().play("""
        00:00  pre-1 alarm                 | pre-1 class P, verify running
        00:05  li acks pre-1               | pre-1 acknowledged
        01:30                              | pre-1 class P, verify real, expired, acknowledged
    """)


def test_an_acknowledged_pre_alarm_wears_off_after_five_minutes() -> None:
    Shift().play("""
        00:00  pre-1 alarm                 | pre-1 unacknowledged
        00:10  li acks pre-1               | pre-1 acknowledged                                          | silent
        05:09                              | pre-1 acknowledged                                          | silent
        05:10                              | pre-1 unacknowledged, because decay                         | sounds
    """)


def test_a_promoted_alarm_stays_a_fire_when_it_comes_again_and_after_a_restart() -> None:
    Shift().play("""
        00:00  pre-1 alarm                 | pre-1 class P
        00:05  pre-2 alarm                 | pre-1 class F
        00:06  li acks pre-1               | pre-1 acknowledged
        00:30  pre-1 normal                | pre-1 latched
        00:31  restart                     | pre-1 latched, class F
        00:40  pre-1 alarm                 | pre-1 unacknowledged, class F, x2
    """)


def test_where_the_second_detector_is_on_test_the_first_is_a_fire_at_once() -> None:
    shift = Shift()
    shift.play("""
        00:00  li tests pre-2 30           |
        00:10  pre-1 alarm                 | pre-1 unacknowledged, class F, latched                      | sounds
    """)
    (promoted,) = shift.journal("AlarmPromoted")
    assert promoted.data["by"] == "pair_not_in_service"


def test_a_signal_of_the_detector_on_test_makes_no_fire_of_the_other() -> None:
    Shift().play("""
        00:00  pre-1 alarm                 | pre-1 class P
        00:05  li acks pre-1               | pre-1 acknowledged
        00:06  li tests pre-2 30           |
        00:10  pre-2 alarm                 | pre-2 on_test, class P                                      | silent
        00:11                              | pre-1 acknowledged, class P                                 | silent
    """)


def test_a_pre_alarm_on_the_shelf_comes_back_as_a_fire() -> None:
    Shift().play("""
        00:00  pre-1 alarm                 | pre-1 unacknowledged
        00:10  li shelves pre-1 60 steam   | pre-1 shelved, class P, verify none                         | silent
        20:00  smoke-1 alarm               | pre-1 unacknowledged, class F, verify running               | sounds
    """)


def test_a_pre_alarm_whose_pair_is_active_is_never_shelved() -> None:
    Shift().play("""
        00:00  smoke-1 alarm               | smoke-1 class F
        00:01  pre-1 alarm                 | pre-1 class F
        00:02  li shelves pre-1 10 steam   | - refused: never_shelved
    """)


def test_a_pre_alarm_that_is_closed_while_its_verify_clock_runs_out_ticks_no_more() -> None:
    Shift().play("""
        00:00  pre-9 alarm                 | pre-9 unacknowledged, verify running  | sounds
        01:20  pre-9 normal                | pre-9 cleared, verify running
        01:25  li acks pre-9               | pre-9 closed                          | silent
        02:00                              | pre-9 closed                          | silent
    """)
