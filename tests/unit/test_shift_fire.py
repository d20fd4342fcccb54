"""A shift with fires: raised, seen, looked into, cleared, reset; the clocks that run when nobody does it."""

from __future__ import annotations

import pytest

from console.alarms import CauseCode
from console.errors import CommandRefused
from tests.unit.shift import Shift


def test_a_fire_is_seen_looked_into_cleared_and_reset_with_what_was_found() -> None:
    Shift().play("""
        00:00  smoke-1 alarm                        | smoke-1 unacknowledged, verify running, latched    | sounds
        00:02  shown smoke-1                        | smoke-1 displayed                                  | sounds
        00:08  li acks smoke-1                      | smoke-1 acknowledged, owned by li                  | silent
        00:40  li finds smoke-1 false               | smoke-1 acknowledged, verify false                 | silent
        01:30  smoke-1 normal                       | smoke-1 latched, verify false                      | silent
        09:00                                       | smoke-1 latched, owned by li                       | silent
        09:10  li resets smoke-1 false steam        | smoke-1 closed                                     | silent
    """)


def test_the_reset_stores_disposition_and_cause_code() -> None:
    shift = Shift()
    shift.play("""
        00:00  smoke-1 alarm                        | smoke-1 unacknowledged
        00:01  li acks smoke-1                      | smoke-1 acknowledged
        00:02  smoke-1 normal                       | smoke-1 latched
        00:03  li resets smoke-1 false nonsense     | - refused: unknown_cause
        00:04  li resets smoke-1 false cooking      | smoke-1 closed
    """)
    (reset,) = shift.journal("AlarmReset")
    assert reset.data == {"outcome": "false", "cause_code": CauseCode.COOKING} and reset.by.person == "li"


def test_a_reset_waits_until_the_fire_is_normal_seen_and_its_source_is_heard() -> None:
    Shift().play("""
        00:00  smoke-1 alarm                        | smoke-1 unacknowledged
        00:01  li resets smoke-1 false              | - refused: still_active
        00:02  smoke-1 normal                       | smoke-1 cleared                                    | sounds
        00:03  li resets smoke-1 false              | - refused: not_acknowledged
        00:04  li acks smoke-1                      | smoke-1 latched                                    | silent
        00:05  smoke-1 lost                         | smoke-1 unknown
        00:06  li resets smoke-1 false              | - refused: source_lost
        00:07  smoke-1 normal                       | smoke-1 latched
        00:08  li resets smoke-1 false              | smoke-1 closed
    """)


def test_nobody_looks_in_90_seconds_so_it_counts_as_real_and_an_incident_is_proposed() -> None:
    shift = Shift()
    shift.play("""
        00:00  smoke-1 alarm                        | smoke-1 verify running
        00:01  shown smoke-1                        | smoke-1 displayed
        00:05  li acks smoke-1                      | smoke-1 acknowledged                               | silent
        01:29                                       | smoke-1 verify running
        01:30                                       | smoke-1 acknowledged, verify real, expired         | silent
    """)
    told = shift.log.getvalue()
    assert '"event": "IncidentProposed"' in told and '"event": "SupervisorCalled"' in told
    shift.play("""
        02:00  li finds smoke-1 test                | smoke-1 verify test
    """)


def test_the_verify_clock_of_a_fire_that_is_said_to_be_real_stops() -> None:
    shift = Shift()
    shift.play("""
        00:00  smoke-1 alarm                        | smoke-1 verify running
        00:03  li acks smoke-1                      | smoke-1 acknowledged
        00:20  li finds smoke-1 real                | smoke-1 verify real
        00:21  li finds smoke-1 real                | - refused: already_verified
        02:00                                       | smoke-1 acknowledged, verify real
    """)
    assert shift.journal("AlarmVerifyExpired") == []


def test_an_acknowledged_fire_nobody_does_anything_about_asks_to_be_seen_again_after_three_minutes() -> None:
    Shift().play("""
        00:00  smoke-1 alarm                        | smoke-1 unacknowledged                             | sounds
        00:10  li acks smoke-1                      | smoke-1 acknowledged                               | silent
        03:09                                       | smoke-1 acknowledged                               | silent
        03:10                                       | smoke-1 unacknowledged, because decay              | sounds
        03:12  li acks smoke-1                      | smoke-1 acknowledged                               | silent
        05:00  li finds smoke-1 false               | smoke-1 verify false
        07:59                                       | smoke-1 acknowledged                               | silent
        08:00                                       | smoke-1 unacknowledged, because decay              | sounds
    """)


def test_an_acknowledgement_does_not_wear_off_while_an_incident_somebody_owns_is_about_it() -> None:
    Shift().play("""
        00:00  smoke-1 alarm                        | smoke-1 unacknowledged
        00:10  li acks smoke-1                      | smoke-1 acknowledged
        00:20  li opens smoke-1                     | smoke-1 acknowledged
        20:00                                       | smoke-1 acknowledged                               | silent
        20:01  restart                              | smoke-1 acknowledged                               | silent
        30:00                                       | smoke-1 acknowledged                               | silent
        30:10  li hands_over smoke-1 desk-2         | smoke-1 acknowledged
        33:11                                       | smoke-1 unacknowledged, because decay              | sounds
    """)


def test_after_the_incident_is_closed_the_fire_must_be_minded_again() -> None:
    Shift().play("""
        00:00  smoke-1 alarm                        | smoke-1 unacknowledged
        00:10  li acks smoke-1                      | smoke-1 acknowledged
        00:20  li opens smoke-1                     | smoke-1 acknowledged
        40:00  li closes smoke-1                    | smoke-1 acknowledged                               | silent
        42:59                                       | smoke-1 acknowledged                               | silent
        43:00                                       | smoke-1 unacknowledged, because decay              | sounds
    """)


def test_nobody_acknowledges_a_fire_so_it_climbs_step_by_step_until_somebody_does() -> None:
    shift = Shift()
    shift.play("""
        00:00  smoke-1 alarm                        | smoke-1 level 0                                    | sounds
        00:01  shown smoke-1                        | smoke-1 level 0
        00:14                                       | smoke-1 level 0
        00:15                                       | smoke-1 level 1                                    | sounds
        00:30                                       | smoke-1 level 2
        01:00                                       | smoke-1 level 3
        01:29                                       | smoke-1 level 3
        01:30                                       | smoke-1 level 4, verify real, expired              | sounds
        05:00                                       | smoke-1 level 4
        05:01  li acks smoke-1                      | smoke-1 level 0, acknowledged                      | silent
    """)
    assert [entry.data["level"] for entry in shift.journal("AlarmEscalated")] == [1, 2, 3, 4]


def test_a_fire_acknowledged_in_time_climbs_no_further() -> None:
    shift = Shift()
    shift.play("""
        00:00  smoke-1 alarm                        | smoke-1 level 0
        00:01  shown smoke-1                        | smoke-1 displayed
        00:20  li acks smoke-1                      | smoke-1 acknowledged                               | silent
        01:29                                       | smoke-1 level 0
    """)
    assert [entry.data["level"] for entry in shift.journal("AlarmEscalated")] == [1]


def test_a_fire_no_screen_shows_goes_to_every_position_after_ten_seconds() -> None:
    shift = Shift()
    shift.play("""
        00:00  smoke-1 alarm                        | smoke-1 level 0
        00:09                                       | smoke-1 level 0
        00:10                                       | smoke-1 level 2
        01:00                                       | smoke-1 level 3
    """)
    first = shift.journal("AlarmEscalated")[0]
    assert (first.data["level"], first.data["unseen"]) == (2, True)


def test_what_was_displayed_before_says_nothing_about_the_next_time_it_comes() -> None:
    Shift().play("""
        00:00  smoke-1 alarm                        | smoke-1 level 0
        00:01  shown smoke-1                        | smoke-1 displayed
        00:02  li acks smoke-1                      | smoke-1 acknowledged
        00:30  smoke-1 normal                       | smoke-1 latched
        00:50  smoke-1 alarm                        | smoke-1 unacknowledged, x2, because reraised       | sounds
        01:00                                       | smoke-1 level 2
    """)


def test_a_fire_that_comes_again_is_looked_into_again_on_the_same_row() -> None:
    Shift().play("""
        00:00  smoke-1 alarm                        | smoke-1 x1
        00:02  li acks smoke-1                      | smoke-1 acknowledged
        00:30  li finds smoke-1 false               | smoke-1 verify false
        00:40  smoke-1 normal                       | smoke-1 latched, fleeting
        10:00  smoke-1 alarm                        | smoke-1 unacknowledged, x2, verify running         | sounds
        11:30                                       | smoke-1 verify real, expired
    """)


def test_a_detector_that_repeats_itself_is_no_new_alarm() -> None:
    shift = Shift()
    shift.play("""
        00:00  smoke-1 alarm                        | smoke-1 x1
        00:02  li acks smoke-1                      | smoke-1 acknowledged                               | silent
        00:12  smoke-1 alarm                        | smoke-1 acknowledged, x1                           | silent
        00:22  smoke-1 alarm                        | smoke-1 acknowledged, x1                           | silent
    """)
    assert len(shift.journal("AlarmRaised")) == 1


def test_fires_are_acknowledged_one_at_a_time_and_never_by_a_machine() -> None:
    shift = Shift()
    shift.play("""
        00:00  smoke-1 alarm                        | smoke-1 unacknowledged
        00:01  leak alarm                           | leak unacknowledged
        00:02  li acks_all leak smoke-1             | - refused: one_at_a_time
        00:02                                       | leak acknowledged
        00:03                                       | smoke-1 unacknowledged                             | sounds
    """)
    shift.seat.person = ""  # nobody is signed in
    with pytest.raises(CommandRefused, match="machine_acknowledge"):
        shift.console.acknowledge(shift.id("smoke-1"))
