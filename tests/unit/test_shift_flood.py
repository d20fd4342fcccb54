"""A shift with a flood: when it begins and ends, how it is grouped, and that nothing of it is left out."""

from __future__ import annotations

from console.alarms import Flood
from console.model import AlarmClass, BuildingId, Condition, ConditionChanged, Heard, PointId
from tests.unit.shift import Shift

ELSEWHERE = [PointId(f"z2m/0x{number:02x}#battery") for number in range(40)]  # points the site does not know


def raise_(shift: Shift, point: PointId, alarm_class: AlarmClass = AlarmClass.TROUBLE) -> None:
    now = shift.clock.now_ms()
    kind = point.rpartition("#")[2]
    shift.console.handle(Heard((ConditionChanged(point, alarm_class, kind, Condition.ACTIVE, "alarm", now, now),)))


def raises(shift: Shift, number: int, every_s: int = 1) -> None:
    for point in ELSEWHERE[:number]:
        raise_(shift, point)
        shift.clock.advance(every_s * 1000)


def flood(shift: Shift) -> Flood:
    found = shift.console.live.flood
    assert found is not None
    return found


def test_more_than_ten_alarms_in_ten_minutes_are_a_flood() -> None:
    shift = Shift()
    raises(shift, 10)
    assert shift.console.live.flood is None
    raise_(shift, ELSEWHERE[10])
    assert flood(shift).rate_10min == 11
    assert len(shift.journal("FloodBegan")) == 1


def test_ten_alarms_spread_over_more_than_ten_minutes_are_none() -> None:
    shift = Shift()
    raises(shift, 20, every_s=61)
    assert shift.console.live.flood is None and shift.journal("FloodBegan") == []


def test_it_is_over_when_fewer_than_five_are_left_in_ten_minutes_without_another_message() -> None:
    shift = Shift()
    raises(shift, 12)
    shift.clock.advance(594_999)  # the first seven are older than ten minutes now
    assert flood(shift).rate_10min == 5
    shift.clock.advance(1)
    assert shift.console.live.flood is None
    (ended,) = shift.journal("FloodEnded")
    assert ended.data["lasted_ms"] == 597_000


def test_a_flood_is_grouped_by_building_and_floor_with_the_first_in_marked_and_nothing_left_out() -> None:
    shift = Shift()
    for name in ("leak", "door", "power"):
        shift.say(name, "alarm")
        shift.clock.advance(1_000)
    raises(shift, 12)
    groups = {(group.building, group.floor): group for group in flood(shift).groups}
    known, unknown = groups[BuildingId("b-1"), 0], groups[None, None]
    assert (known.count, known.first_in) == (3, shift.id("leak"))
    assert (unknown.count, unknown.first_in) == (12, f"{ELSEWHERE[0]}/1")
    assert sum(group.count for group in flood(shift).groups) == len(shift.console.live.rows()) == 15
    assert flood(shift).groups[0].building == "b-1", "where it began stands first"


def test_what_leaves_the_list_leaves_its_group_and_the_next_is_the_first_in() -> None:
    shift = Shift()
    shift.play("""
        00:00  leak alarm               |
        00:01  power alarm              |
        00:02  li shelves leak 30 works | leak shelved
    """)
    raises(shift, 12)
    yard = next(group for group in flood(shift).groups if group.building == "b-1")
    assert (yard.count, yard.first_in) == (1, shift.id("power"))


def test_signals_of_a_detector_on_test_are_no_flood() -> None:
    shift = Shift()
    shift.play("""
        00:00  li tests smoke-1 30      |
    """)
    for _ in range(12):
        shift.say("smoke-1", "alarm")
        shift.say("smoke-1", "normal")
    assert shift.console.live.flood is None


def test_a_flood_goes_on_after_a_restart_and_ends_as_it_would_have() -> None:
    shift = Shift()
    raises(shift, 12)
    shift.restart(shift.clock.now_ms() + 60_000)
    assert flood(shift).rate_10min == 12
    shift.clock.advance(600_000)
    assert shift.console.live.flood is None and len(shift.journal("FloodEnded")) == 1


def test_a_thousand_raises_in_two_seconds_lose_no_fire_and_no_order() -> None:
    shift = Shift()
    fires = [PointId(f"z2m/f{number}#smoke") for number in range(30)]
    for number in range(1_000):
        raise_(shift, PointId(f"z2m/n{number}#battery"))
        if number % 33 == 0 and fires:
            raise_(shift, fires[number // 33 % 30], AlarmClass.FIRE)
        shift.clock.advance(2)
    rows = shift.console.live.rows()
    assert [row.alarm_class for row in rows[:30]] == [AlarmClass.FIRE] * 30
    assert len(rows) == 1_030 and rows == sorted(rows, key=lambda alarm: alarm.sort_key)
    counts = shift.console.live.counts()
    assert (counts.listed, counts.owed, counts.unacknowledged[AlarmClass.FIRE]) == (1_030, 1_030, 30)
    assert len(shift.journal("AlarmRaised")) == 1_030
