"""A shift with everything that is no fire: what wears off, what comes again, what gets worse, lost sources, floods."""

from __future__ import annotations

from dataclasses import replace

import pytest

from console.model import AlarmClass
from tests.unit.shift import POINTS, SITE, Shift


@pytest.mark.parametrize("point", ["door", "battery"])
def test_supervisory_and_trouble_wear_off_after_half_an_hour(point: str) -> None:
    Shift().play(f"""
        00:00  {point} alarm               | {point} unacknowledged, verify none                | sounds
        00:10  li acks {point}             | {point} acknowledged                               | silent
        30:09                              | {point} acknowledged                               | silent
        30:10                              | {point} unacknowledged, because decay              | sounds
    """)


@pytest.mark.parametrize("point", ["rain", "leak", "power"])
def test_warnings_hazards_and_events_never_wear_off(point: str) -> None:
    Shift().play(f"""
        00:00  {point} alarm               | {point} unacknowledged                             | sounds
        00:10  li acks {point}             | {point} acknowledged                               | silent
        02:00:00                           | {point} acknowledged                               | silent
    """)


def test_any_act_about_it_keeps_an_acknowledgement_fresh() -> None:
    Shift().play("""
        00:00  battery alarm               | battery unacknowledged
        00:10  li acks battery             | battery acknowledged
        20:00  wang takes battery          | battery acknowledged, owned by wang
        49:59                              | battery acknowledged
        50:00                              | battery unacknowledged, because decay
    """)


def test_a_worse_value_takes_the_acknowledgement_back_and_the_peak_stays_when_it_eases() -> None:
    Shift().play("""
        00:00  leak alarm                  | leak unacknowledged, peak 1, live 1                | sounds
        00:10  li acks leak                | leak acknowledged                                  | silent
        01:00  leak worse                  | leak unacknowledged, because worse, peak 2, live 2 | sounds
        01:10  li acks leak                | leak acknowledged                                  | silent
        02:00  leak eased                  | leak acknowledged, peak 2, live 1                  | silent
        03:00  leak worse                  | leak unacknowledged, because worse                 | sounds
        03:01  leak normal                 | leak cleared, peak 2, live 0
    """)


def test_a_warning_that_becomes_red_is_seen_again_and_stands_above_supervisory() -> None:
    shift = Shift()
    shift.play("""
        00:00  rain alarm                  | rain unacknowledged
        00:01  door alarm                  | door unacknowledged
        00:02  li acks rain                | rain acknowledged
        00:03  rain red                    | rain unacknowledged, because worse                 | sounds
    """)
    assert [alarm.kind for alarm in shift.console.live.rows()] == ["rain_warning", "fire_door_open"]


def test_the_list_is_ordered_by_class_then_unseen_then_the_clock_that_runs_out_then_gravity_then_age() -> None:
    shift = Shift()
    shift.play("""
        00:00  power alarm                 |
        00:01  leak alarm                  |
        00:02  rain alarm                  |
        00:03  battery alarm               |
        00:04  door alarm                  |
        00:05  pre-9 alarm                 |
        00:06  smoke-1 alarm               |
        00:07  smoke-2 alarm               |
        00:08  call-point alarm            |
        00:09  li acks smoke-1             |
        00:10  li finds smoke-2 false      |
        00:11                              | smoke-2 verify false
    """)
    names = [alarm.point.removeprefix("site/").partition("#")[0] for alarm in shift.console.live.rows()]
    assert names == ["call-point", "smoke-2", "smoke-1", "pre-9", "door", "battery", "rain", "leak", "power"]


def test_a_lost_source_freezes_what_was_and_the_difference_is_told_when_it_is_back() -> None:
    Shift().play("""
        00:00  leak alarm                  | leak unacknowledged
        00:05  li acks leak                | leak acknowledged                                  | silent
        01:00  leak lost                   | leak unknown, lost
        02:00  restart                     | leak unknown, lost
        03:00  leak alarm                  | leak acknowledged                                  | silent
        04:00  leak lost                   | leak unknown
        05:00  leak worse                  | leak unacknowledged, because worse                 | sounds
        06:00  leak lost                   | leak unacknowledged, lost
        07:00  leak normal                 | leak cleared
        07:01  li acks leak                | leak closed
    """)


def test_a_lost_source_never_clears_a_fire() -> None:
    Shift().play("""
        00:00  smoke-1 alarm               | smoke-1 unacknowledged
        00:05  smoke-1 lost                | smoke-1 unacknowledged, lost                       | sounds
        00:15                              | smoke-1 level 2
        01:30                              | smoke-1 verify real, expired
    """)


def test_three_times_within_a_minute_is_chattering_also_over_closed_episodes_and_a_restart() -> None:
    shift = Shift()
    shift.play("""
        00:00  battery alarm               | battery unacknowledged
        00:02  li acks battery             | battery acknowledged
        00:05  battery normal              | battery closed
        00:20  battery alarm               | battery unacknowledged
        00:22  li acks battery             | battery acknowledged
        00:25  battery normal              | battery closed
        00:26  restart                     |
        00:40  battery alarm               | battery unacknowledged, chattering
    """)
    assert shift.console.live.counts().chattering == 1
    shift.play("""
        10:39                              | battery chattering
        10:40                              | battery unacknowledged
    """)
    assert shift.console.live.counts().chattering == 0


def test_what_is_over_within_a_minute_was_fleeting_and_what_stands_for_a_day_is_stale() -> None:
    shift = Shift()
    shift.play("""
        00:00  leak alarm                  | leak unacknowledged
        00:30  leak normal                 | leak cleared, fleeting
        00:31  door alarm                  | door unacknowledged
        00:32  restart at 23:59:00         |
        24:00:30                           | door unacknowledged
    """)
    assert shift.console.live.counts().stale == 0
    shift.play("""
        24:00:31                           | door unacknowledged, stale
    """)
    assert shift.console.live.counts().stale == 1


def test_whoever_leaves_leaves_his_alarms_unowned_until_somebody_takes_them() -> None:
    Shift().play("""
        00:00  battery alarm               | battery unacknowledged
        00:01  li acks battery             | battery acknowledged, owned by li
        05:00  li leaves battery           | battery acknowledged, unowned                      | silent
        05:01  restart                     | battery acknowledged, unowned
        05:02  wang takes battery          | battery acknowledged, owned by wang
        05:03  wang takes battery          | - refused: already_owner
    """)


def test_every_clock_runs_on_from_where_it_was_after_a_restart() -> None:
    Shift().play("""
        00:00  smoke-1 alarm               | smoke-1 verify running
        00:01  shown smoke-1               | smoke-1 displayed
        00:20  restart                     | smoke-1 unacknowledged, verify running, level 1    | sounds
        00:30                              | smoke-1 level 2
        00:40  li acks smoke-1             | smoke-1 acknowledged                               | silent
        00:50  restart                     | smoke-1 acknowledged                               | silent
        01:29                              | smoke-1 verify running
        01:30                              | smoke-1 verify real, expired
        03:39                              | smoke-1 acknowledged
        03:40                              | smoke-1 unacknowledged, because decay              | sounds
    """)


def test_what_ran_out_while_the_program_was_away_runs_out_at_its_start() -> None:
    Shift().play("""
        00:00  smoke-1 alarm               | smoke-1 verify running
        00:01  restart at 10:00            |
        10:00                              | smoke-1 unacknowledged
        10:01                              | smoke-1 level 4, verify real, expired              | sounds
    """)


def test_a_wall_clock_that_was_set_delays_no_clock_of_an_alarm() -> None:
    shift = Shift()
    shift.play("""
        00:00  smoke-1 alarm               | smoke-1 verify running
        00:01  shown smoke-1               | smoke-1 displayed
    """)
    shift.clock.step(-3_600_000)  # an hour back
    shift.clock.advance(14_000)
    assert shift.alarm("smoke-1").escalation == 1  # type: ignore[union-attr]
    shift.clock.advance(75_000)
    assert shift.alarm("smoke-1").verify.is_expired  # type: ignore[union-attr]


def becomes_fire(shift: Shift, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The site folder gives the point of this name the class F while the console runs."""
    kind, _, zone = POINTS[name]
    monkeypatch.setitem(POINTS, name, (kind, AlarmClass.FIRE, zone))
    id_ = shift.point(name)
    shift.console.points.take_site(
        replace(point, alarm_class=AlarmClass.FIRE) if point.id == id_ else point for point in SITE.points
    )


def test_a_point_that_the_site_makes_a_fire_detector_leaves_the_shelf_as_a_fire_when_it_comes_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shift = Shift()
    shift.play("""
        00:00  leak alarm                  | leak unacknowledged, class H
        00:10  li shelves leak 60 works    | leak shelved                                       | silent
        01:00  leak normal                 | leak shelved                                       | silent
    """)
    becomes_fire(shift, monkeypatch, "leak")
    shift.play("""
        02:00  leak alarm                  | leak unacknowledged, class F, verify running, latched, level 0, x2 | sounds
        02:09                              | leak level 0
        02:10                              | leak level 2
        02:20  li shelves leak 10 works    | - refused: never_shelved
        02:21  restart                     | leak unacknowledged, class F, verify running, latched              | sounds
        03:30                              | leak expired, level 4
    """)


def test_what_gets_worse_after_the_site_made_it_a_fire_detector_is_a_fire(monkeypatch: pytest.MonkeyPatch) -> None:
    shift = Shift()
    shift.play("""
        00:00  leak alarm                  | leak unacknowledged, class H
        00:10  li acks leak                | leak acknowledged                                  | silent
    """)
    becomes_fire(shift, monkeypatch, "leak")
    shift.play("""
        02:00  leak worse                  | leak unacknowledged, class F, verify running, because worse | sounds
        02:10  li acks leak                | leak acknowledged                                  | silent
        02:20  leak normal                 | leak latched
    """)


def test_a_fire_that_comes_again_stays_a_fire_whatever_the_site_says_of_its_point_by_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shift = Shift()
    shift.play("""
        00:00  smoke-1 alarm               | smoke-1 unacknowledged, class F
        00:10  smoke-1 normal              | smoke-1 cleared
    """)
    monkeypatch.setitem(POINTS, "smoke-1", ("smoke", AlarmClass.TROUBLE, None))
    shift.play("""
        01:00  smoke-1 alarm               | smoke-1 unacknowledged, class F, latched, x2       | sounds
        01:10  li shelves smoke-1 10 dust  | - refused: never_shelved
    """)


def test_a_point_the_site_made_a_fire_detector_is_taken_out_of_service_by_two_people_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shift = Shift()
    shift.play("""
        00:00  leak alarm                  | leak unacknowledged, class H
        00:10  li acks leak                | leak acknowledged
    """)
    becomes_fire(shift, monkeypatch, "leak")
    shift.play("""
        01:00  li disables leak 60 P-1 watch            | - refused: two_people
        01:00  li disables leak 60 P-1 watch with wang  | leak out_of_service
    """)
