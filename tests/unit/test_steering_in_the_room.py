"""The walls as part of the console: another site, a hazard beside a fire, and the record, over the real main path."""

from __future__ import annotations

from console.model import AlarmClass, Condition, ConditionChanged, Heard, point_id
from console.wall import ALARM_TILE, PANEL, SurfaceId
from tests.unit.test_console import FAR, NEAR, Room

LEAK = point_id("z2m", "0x02", "water_leak")
WALL_1 = SurfaceId("wall-1")


def leak(room: Room) -> None:
    now = room.clock.now_ms()
    room.take(Heard((ConditionChanged(LEAK, AlarmClass.HAZARD, "water_leak", Condition.ACTIVE, "alarm", now, now),), 8))


def test_a_hazard_beside_an_acknowledged_fire_takes_no_picture_and_hides_from_nobody() -> None:
    room = Room()
    room.smoke()
    room.console.acknowledge(room.alarm)
    leak(room)
    wall = room.console.seeing.wall
    assert wall.current is not None and wall.current.alarm == room.alarm
    assert (wall.waiting, wall.region_waiting) == ((), 0)
    assert [alarm.point for alarm in room.console.alarms.rows() if alarm.acknowledged is None] == [LEAK]


def test_a_hazard_fetched_by_hand_leaves_the_fires_cell_on_the_walls_alone() -> None:
    room = Room()
    room.smoke()
    fire = room.alarm
    leak(room)
    hazard = next(alarm.id for alarm in room.console.alarms.rows() if alarm.point == LEAK)
    room.console.seeing.show_alarm(hazard)
    wall = room.console.seeing.wall
    assert wall.current is not None and wall.current.alarm == hazard
    assert [cell.alarm for cell in wall.region if cell is not None] == [fire]


def test_an_alarm_takes_the_large_tile_and_esc_gives_it_back_with_a_record_of_both() -> None:
    room = Room()
    room.console.steering.open(WALL_1, "4")
    room.console.steering.enter("2*1")
    room.console.steering.put(ALARM_TILE, FAR)
    room.smoke()
    assert room.console.steering.camera_on(ALARM_TILE) == NEAR
    room.console.steering.escape()
    assert room.console.steering.camera_on(ALARM_TILE) == FAR
    acts = [entry.data for entry in room.store.entries if entry.kind == "WallAct"]
    assert [act["act"] for act in acts] == ["enter", "put", "restore"]
    assert acts[-1]["alarm"] == room.alarm


def test_the_panel_of_the_desk_shows_the_first_cameras_of_the_site() -> None:
    room = Room()
    assert list(room.console.steering.surface(PANEL).tiles.values()) == [NEAR, FAR]
