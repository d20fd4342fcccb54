"""A shift under rules of the site: alarms counted together, joined with a warning, made graver by a fire near them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from console.alarms import Alarms, Aside, Room
from console.clock import FakeClock
from console.config.patterns import CountConfig, JoinConfig, RaiseConfig
from console.config.schema import AlarmsConfig
from console.journal import Entry
from console.model import LIVE, AlarmClass, Condition, ConditionChanged, Domain, Point, PointId
from console.model.ids import in_domain
from tests.unit.shift import Shift

DRILL = Domain("drill:7")
TRIPS = CountConfig("trips", ("leakage_current",), count=3, within_s=600)
FLOODING = JoinConfig("flooding", ("water_level", "water_level.rising"), ("rain_warning",))
LANE = RaiseConfig("lane", ("fire_lane_occupied",))


def shift(*rules: CountConfig | JoinConfig | RaiseConfig) -> Shift:
    return Shift(
        rules=AlarmsConfig(
            counts=tuple(rule for rule in rules if isinstance(rule, CountConfig)),
            joins=tuple(rule for rule in rules if isinstance(rule, JoinConfig)),
            raises=tuple(rule for rule in rules if isinstance(rule, RaiseConfig)),
        )
    )


# ---- so many within so long ----


def test_three_trips_in_ten_minutes_are_an_alarm_of_their_own_that_names_them() -> None:
    room = shift(TRIPS)
    room.play("""
        00:00  leak alarm                  | leak unacknowledged
        00:30  leak normal                 | leak cleared
        04:00  leak-2 alarm                | trips closed
        09:59  leak alarm                  | trips unacknowledged, class H, x1       | sounds
        19:58                              | trips unacknowledged
        19:59                              | trips cleared
        20:00  li acks trips               | trips closed
    """)
    (raised,) = [entry for entry in room.journal("AlarmRaised") if entry.data.get("rule")]
    assert (raised.data["rule"], raised.data["count"], raised.data["within_ms"]) == ("trips", 3, 600_000)
    assert raised.data["because"] == [f"{room.point('leak')}/1", f"{room.point('leak-2')}/1", f"{room.point('leak')}/1"]
    assert raised.cause == "rule:trips"


def test_trips_further_apart_or_of_other_places_are_not_counted_together() -> None:
    shift(TRIPS).play("""
        00:00  leak alarm                  | trips closed
        05:00  leak-2 alarm                | trips closed
        05:01  leak-2 normal               | trips closed
        05:02  leak-3 alarm                | trips closed
        10:00  leak-2 alarm                | trips closed
        10:01  leak-2 normal               | trips closed
        14:59  leak-2 alarm                | trips unacknowledged
    """)


@pytest.mark.parametrize(("area", "made"), [("site", "rule/trips@#repeated"), ("building", "rule/trips@b-1#repeated"),
                                            ("floor", "rule/trips@b-1/0#repeated")])  # fmt: skip
def test_what_is_counted_together_is_the_sites_choice(area: str, made: str) -> None:
    room = shift(replace(TRIPS, area=area))
    room.play("""
        00:00  leak alarm                  | trips closed
        00:01  leak-2 alarm                | trips closed
        00:02  leak-3 alarm                | trips closed
    """)
    alarm = room.console.live.of(PointId(made))
    assert alarm is not None and alarm.grounds.count == 3


def test_one_point_alone_can_be_counted_as_well() -> None:
    room = shift(replace(TRIPS, area="point", count=2))
    room.play("""
        00:00  leak alarm                  | leak unacknowledged
        00:01  leak-2 alarm                | leak-2 unacknowledged
        00:02  leak normal                 | leak cleared
        00:03  leak alarm                  | leak unacknowledged, x2
    """)
    made = [alarm.point for alarm in room.console.live if alarm.point.startswith("rule/")]
    assert made == [f"rule/trips@{room.point('leak')}#repeated"]


def test_what_a_person_tests_is_not_counted() -> None:
    shift(TRIPS).play("""
        00:00  li tests leak 30            | leak closed
        00:01  leak alarm                  | leak on_test
        00:02  leak-2 alarm                | leak-2 unacknowledged
        00:03  leak-2 normal               | leak-2 cleared
        00:04  leak-2 alarm                | trips closed
        00:05  leak-2 normal               | trips closed
        00:06  leak-2 alarm                | trips unacknowledged
    """)


def test_a_count_goes_on_after_a_restart_and_is_not_raised_again() -> None:
    room = shift(TRIPS)
    room.play("""
        00:00  leak alarm                  | leak unacknowledged
        01:00  leak-2 alarm                | leak-2 unacknowledged
        02:00  restart                     | trips closed
        03:00  leak alarm                  | trips closed
        04:00  leak normal                 | trips closed
        05:00  leak alarm                  | trips unacknowledged, x1
        05:01  li acks trips               | trips acknowledged
        06:00  restart                     | trips acknowledged, x1
        14:59                              | trips acknowledged, x1
        15:00                              | trips closed
    """)


def test_a_count_that_ran_out_while_nobody_ran_ends_at_the_start() -> None:
    shift(TRIPS).play("""
        00:00  leak alarm                  | leak unacknowledged
        00:01  leak normal                 | leak cleared
        00:02  leak alarm                  | leak unacknowledged
        00:03  leak-2 alarm                | trips unacknowledged
        60:00  restart at 60:00            |
        60:01                              | trips cleared
    """)


def test_the_alarm_of_a_rule_that_is_gone_ends_at_the_start() -> None:
    room = shift(TRIPS, FLOODING)
    room.play("""
        00:00  leak alarm                  | leak unacknowledged
        00:01  leak-2 alarm                | leak-2 unacknowledged
        00:02  leak normal                 | leak cleared
        00:03  leak alarm                  | trips unacknowledged
        00:04  rain red                    |
        00:05  gauge alarm                 | flooding unacknowledged
    """)
    room.rules = AlarmsConfig()
    room.play("""
        00:06  restart                     |
        00:07                              | trips cleared
        00:07                              | flooding cleared
    """)


# ---- a warning and what happens under it ----


def test_a_red_rain_warning_and_rising_water_are_one_alarm_that_names_both() -> None:
    room = shift(FLOODING)
    room.play("""
        00:00  rain red                    | rain unacknowledged, priority 2
        01:00  gauge alarm                 | flooding unacknowledged, class W, priority 2     | sounds
        01:00                              | gauge unacknowledged
        01:01  shown flooding              | gauge suppressed
        01:01                              | rain unacknowledged
        02:00  gauge-2 alarm               | gauge-2 suppressed
        03:00  gauge normal                | flooding unacknowledged, x1
        04:00  gauge-2 normal              | flooding cleared
        04:01                              | gauge closed
    """)
    (raised,) = [entry for entry in room.journal("AlarmRaised") if entry.data.get("rule")]
    assert raised.data["because"] == [f"{room.point('rain')}/1", f"{room.point('gauge')}/1"]


def test_when_the_warning_ends_the_water_stands_for_itself_again() -> None:
    shift(FLOODING).play("""
        00:00  gauge alarm                 | gauge unacknowledged
        00:01  li acks gauge               | gauge acknowledged                               | silent
        00:02  rain alarm                  | flooding closed
        00:03  rain red                    | flooding unacknowledged                          | sounds
        00:04  shown flooding              | gauge suppressed
        00:05  rain eased                  | flooding cleared
        00:05                              | gauge unacknowledged, because unsuppressed
    """)


def test_a_warning_for_another_place_joins_nothing() -> None:
    shift(replace(FLOODING, area="zone")).play("""
        00:00  rain-yard red               | rain-yard unacknowledged
        00:01  gauge alarm                 | flooding unacknowledged
        00:02  rain-yard normal            | flooding cleared
    """)
    shift(replace(FLOODING, kinds=("leakage_current",))).play("""
        00:00  rain-yard red               | rain-yard unacknowledged
        00:01  leak-3 alarm                | leak-3 unacknowledged
        00:01                              | flooding closed
    """)


def test_a_red_warning_is_never_put_aside_and_neither_is_what_it_became() -> None:
    room = shift(replace(FLOODING, kinds=("*",)))
    room.play("""
        00:00  rain red                    | rain unacknowledged
        00:01  gauge alarm                 | flooding unacknowledged
        00:02  shown flooding              | rain unacknowledged
        00:03  li shelves flooding 30 x    | - refused: never_shelved
    """)
    assert {alarm.point for alarm in room.console.live.aside(Aside.SUPPRESSED)} == {room.point("gauge")}


def test_a_fire_is_never_folded_away_by_a_rule() -> None:
    shift(replace(FLOODING, kinds=("*",)), replace(TRIPS, kinds=("*",))).play("""
        00:00  rain red                    | rain unacknowledged
        00:01  smoke-9 alarm               | flooding unacknowledged
        00:02  shown flooding              | smoke-9 unacknowledged, class F
        00:03  restart                     | smoke-9 unacknowledged, class F
        00:04                              | smoke-9 unacknowledged, class F
    """)


def test_a_joined_alarm_survives_a_restart_without_being_told_again() -> None:
    shift(FLOODING).play("""
        00:00  rain red                    | rain unacknowledged
        00:01  gauge alarm                 | flooding unacknowledged
        00:02  shown flooding              | gauge suppressed
        00:03  li acks flooding            | flooding acknowledged
        00:04  restart                     | flooding acknowledged, x1
        00:05                              | gauge suppressed
        00:06  gauge normal                | flooding closed
    """)


# ---- graver while a fire is near ----


def test_a_blocked_fire_lane_is_graver_while_a_fire_is_active_and_falls_back_when_it_is_over() -> None:
    room = shift(LANE)
    room.play("""
        00:00  lane alarm                  | lane unacknowledged, priority 3
        00:01  li acks lane                | lane acknowledged                                | silent
        01:00  smoke-1 alarm               | lane unacknowledged, priority 2, because heightened
        01:01  li acks lane                | lane acknowledged, priority 2
        01:02  li shelves lane 30 x        | - refused: never_shelved
        02:00  smoke-1 normal              | lane acknowledged, priority 3
        03:00  lane normal                 | lane closed
    """)
    (risen,), (fallen,) = room.journal("AlarmHeightened"), room.journal("AlarmLowered")
    assert (risen.data["rule"], risen.data["cause"]) == ("lane", f"{room.point('smoke-1')}/1")
    assert risen.by.machine and fallen.by.machine
    told = [json.loads(line)["event"] for line in room.log.getvalue().splitlines()]
    assert {"AlarmHeightened", "AlarmLowered"} <= set(told)


def test_a_lane_that_is_blocked_while_it_burns_is_grave_from_its_first_moment() -> None:
    room = shift(LANE)
    room.play("""
        00:00  smoke-1 alarm               | smoke-1 unacknowledged
        00:01  lane alarm                  | lane unacknowledged, priority 2, x1
    """)
    rows = [alarm.point for alarm in room.console.live.rows()]
    assert rows == [room.point("smoke-1"), room.point("lane")]


def test_a_fire_somebody_called_false_makes_nothing_graver_and_one_called_real_does_until_it_is_reset() -> None:
    shift(LANE).play("""
        00:00  smoke-1 alarm               | smoke-1 unacknowledged
        00:01  lane alarm                  | lane unacknowledged, priority 2
        00:02  li acks smoke-1             | smoke-1 acknowledged
        00:03  li finds smoke-1 false      | lane unacknowledged, priority 3
        00:04  li finds smoke-1 real       | lane unacknowledged, priority 2
        00:05  smoke-1 normal              | lane unacknowledged, priority 2
        00:06  li resets smoke-1 real      | lane unacknowledged, priority 3
    """)


def test_a_second_fire_keeps_the_lane_grave_without_calling_again() -> None:
    room = shift(LANE)
    room.play("""
        00:00  smoke-1 alarm               | smoke-1 unacknowledged
        00:01  lane alarm                  | lane unacknowledged, priority 2
        00:02  li acks lane                | lane acknowledged
        00:03  smoke-2 alarm               | lane acknowledged, priority 2
        00:04  smoke-1 normal              | lane acknowledged, priority 2
        00:05  smoke-2 normal              | lane acknowledged, priority 3
    """)
    assert [entry.data["cause"] for entry in room.journal("AlarmHeightened")] == [
        f"{room.point('smoke-1')}/1", f"{room.point('smoke-2')}/1",
    ]  # fmt: skip


def test_a_shelved_lane_comes_back_when_it_burns() -> None:
    shift(LANE).play("""
        00:00  lane alarm                  | lane unacknowledged
        00:01  li shelves lane 60 works    | lane shelved
        00:02  smoke-1 alarm               | lane unacknowledged, priority 2                  | sounds
    """)


def test_a_fire_on_test_or_in_another_area_makes_nothing_graver() -> None:
    shift(replace(LANE, area="zone")).play("""
        00:00  lane alarm                  | lane unacknowledged, priority 3
        00:01  smoke-1 alarm               | lane unacknowledged, priority 3
        00:02  smoke-9 alarm               | lane unacknowledged, priority 2
    """)
    shift(LANE).play("""
        00:00  lane alarm                  | lane unacknowledged
        00:01  li tests smoke-1 30         |
        00:02  smoke-1 alarm               | lane unacknowledged, priority 3
        00:03  li ends smoke-1             | lane unacknowledged, priority 2
    """)


def test_what_was_made_graver_is_so_after_a_restart_and_not_when_its_rule_is_gone() -> None:
    room = shift(LANE)
    room.play("""
        00:00  smoke-1 alarm               | smoke-1 unacknowledged
        00:01  lane alarm                  | lane unacknowledged, priority 2
        00:02  li acks lane                | lane acknowledged
        00:03  restart                     | lane acknowledged, priority 2
        00:04                              | lane acknowledged, priority 2
    """)
    room.rules = AlarmsConfig()
    room.play("""
        00:05  restart                     |
        00:06                              | lane acknowledged, priority 3
    """)


def test_a_rules_alarm_lies_where_the_points_lie_that_it_is_about() -> None:
    room = shift(replace(TRIPS, area="building"), FLOODING)
    made = room.console.points.get(PointId("rule/flooding@yard#waterlogging"))
    assert made is not None and (made.zone, made.alarm_class) == ("yard", AlarmClass.WARNING)
    spread = room.console.points.get(PointId("rule/trips@b-1#repeated"))
    assert spread is not None and (spread.building, spread.floor, spread.zone) == ("b-1", 0, None)
    assert room.console.points.get(PointId("rule/nobody@yard#repeated")) is None


def test_what_a_broker_kept_is_counted_by_the_devices_clocks_and_has_to_be_seen() -> None:
    apart, together = shift(TRIPS), shift(TRIPS)
    for minutes_ago in (60, 45, 30):
        apart.say_late("leak", minutes_ago)
    assert apart.alarm("trips") is None
    for minutes_ago in (60, 59, 58):
        together.say_late("leak", minutes_ago)
    together.play("00:01  |  trips cleared, x1")


def test_each_gauge_may_have_its_own_alarm_with_a_warning_for_its_zone_or_for_all() -> None:
    room = shift(replace(FLOODING, area="point"))
    made = {name: PointId(f"rule/flooding@{room.point(name)}#waterlogging") for name in ("gauge", "gauge-2")}
    room.play("""
        00:00  rain-yard red               | rain-yard unacknowledged
        00:01  gauge alarm                 | gauge unacknowledged
    """)
    assert room.console.live.of(made["gauge"]) is not None and room.console.live.of(made["gauge-2"]) is None
    where = room.console.points.get(made["gauge"])
    assert where is not None and where.name == "gauge"
    room.play("""
        00:02  rain red                    | rain unacknowledged
        00:03  rain-yard normal            | rain-yard cleared
        00:04  gauge-2 alarm               | gauge-2 unacknowledged
    """)
    standing = [room.console.live.of(point) for point in made.values()]
    assert all(alarm is not None and alarm.is_active for alarm in standing)


def test_the_point_of_a_rule_is_never_taken_out_of_service() -> None:
    shift(TRIPS).play("""
        00:00  leak alarm                  | leak unacknowledged
        00:01  leak-2 alarm                | leak-2 unacknowledged
        00:02  leak-2 normal               | leak-2 cleared
        00:03  leak-2 alarm                | trips unacknowledged
        00:04  li tests trips 30           | - refused: no_point
    """)


def test_a_drill_has_the_same_rules_in_its_own_domain_and_leaves_the_live_one_alone() -> None:
    live, clock = shift(TRIPS, LANE).console, FakeClock()
    written: list[Entry] = []
    room = Room(find=live.points.get, counts=(TRIPS,), raises=(LANE,))
    drill = Alarms(clock, lambda entries, _receipts: written.extend(entries), DRILL, room)
    for name in ("site/leak#leakage_current", "site/leak-2#leakage_current", "site/lane#fire_lane_occupied"):
        drill.condition(said(name, clock.now_ms(), Condition.ACTIVE))
    drill.condition(said("site/leak#leakage_current", clock.now_ms(), Condition.NORMAL))
    drill.condition(said("site/leak#leakage_current", clock.now_ms(), Condition.ACTIVE))
    drill.condition(said("site/smoke-1#smoke", clock.now_ms(), Condition.ACTIVE))
    trips = drill.of(PointId("drill:7/rule/trips@yard#repeated"))
    lane = drill.of(PointId("drill:7/site/lane#fire_lane_occupied"))
    assert trips is not None and trips.is_active
    assert lane is not None and lane.heightened is not None and lane.heightened.cause == "drill:7/site/smoke-1#smoke/1"
    assert {entry.domain for entry in written} == {DRILL} and len(live.live) == 0


def said(name: str, now: int, condition: Condition) -> ConditionChanged:
    kind = name.rpartition("#")[2]
    alarm_class = AlarmClass.FIRE if kind == "smoke" else AlarmClass.HAZARD
    return ConditionChanged(in_domain(PointId(name), DRILL), alarm_class, kind, condition, "alarm", now, now)


def test_places_that_are_too_far_apart_or_unknown_are_told_apart() -> None:
    spots = {
        "site/lane#fire_lane_occupied": (0.0, 0.0), "site/near#smoke": (30.0, 40.0), "site/far#smoke": (90.0, 0.0),
        "site/nowhere#smoke": None,
    }  # fmt: skip
    points = {PointId(id_): Point(PointId(id_), id_, id_, "smoke", at) for id_, at in spots.items()}
    for fire, priority in (("site/near#smoke", 2), ("site/far#smoke", 3), ("site/nowhere#smoke", 2)):
        clock = FakeClock()
        desk = Alarms(clock, lambda _e, _r: None, LIVE, Room(find=points.get, raises=(replace(LANE, within_m=60),)))
        for name in ("site/lane#fire_lane_occupied", fire):
            alarm_class = AlarmClass.FIRE if name == fire else AlarmClass.HAZARD
            now, kind = clock.now_ms(), name.rpartition("#")[2]
            desk.condition(ConditionChanged(PointId(name), alarm_class, kind, Condition.ACTIVE, "alarm", now, now))
        lane = desk.of(PointId("site/lane#fire_lane_occupied"))
        assert lane is not None and lane.priority == priority, fire
