"""The plan as geometry: what lies on which floor, where an alarm is, and what a camera's view covers."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from console.model import (
    XY,
    Building,
    BuildingId,
    Camera,
    CameraId,
    CameraKind,
    Floor,
    Point,
    PointId,
    Site,
    Wall,
    Zone,
    ZoneId,
    ZoneUse,
)
from console.plan import SITE_LEVEL, Fans, Level, Levels, home
from console.plan.fans import fan, segments

HALL = BuildingId("HALL")
SECOND = Level(HALL, 1)
STAIR = ZoneId("STAIR")


def square(x: float, y: float, side: float) -> tuple[XY, ...]:
    return (x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)


def camera(
    number: int = 1, at: XY | None = (0.0, 0.0), *, azimuth: float = 90, fov: float = 90, **more: object
) -> Camera:
    return Camera(
        CameraId(f"C-{number}"), number, "", "", CameraKind.FIXED, at, azimuth=azimuth, fov=fov, range_m=20, **more
    )  # fmt: skip


def site(**more: object) -> Site:
    floors = tuple(Floor(HALL, ordinal, f"{ordinal + 1}F") for ordinal in (2, 0, 1))
    stair = Zone(STAIR, "", "", HALL, (0, 1, 2), square(0, 0, 4), ZoneUse.STAIR)
    buildings = (Building(HALL, "", "", square(0, 0, 30)),)
    return Site("", "", "Asia/Shanghai", (120, 30), buildings=buildings, floors=floors, zones=(stair,), **more)


def smoke(name: str, **more: object) -> Point:
    return Point(PointId(f"z/{name}#smoke"), "", "", "smoke", **more)


def test_a_device_lies_on_its_floor_and_one_in_a_stair_on_every_floor_of_it() -> None:
    upstairs, stairs = camera(1, (10, 10), building=HALL, floor=1), camera(2, (2, 2), zone=STAIR)
    levels = Levels(site(cameras=(upstairs, stairs, camera(3, (50, 50)))))
    assert [c.number for c in levels.sheet(SECOND).cameras] == [1, 2]
    assert [c.number for c in levels.sheet(Level(HALL, 0)).cameras] == [2]
    assert [c.number for c in levels.sheet(SITE_LEVEL).cameras] == [3]


def test_what_is_not_placed_is_on_no_sheet_but_its_floor_is_known() -> None:
    lost = smoke("1", building=HALL, floor=1)
    levels = Levels(site(points=(lost,)))
    assert levels.sheet(SECOND).points == ()
    assert levels.spot(lost).levels == (SECOND,)


def test_an_alarm_lies_where_its_point_or_its_camera_is_and_a_link_nowhere() -> None:
    dead = camera(7, (10, 10), building=HALL, floor=1)
    levels = Levels(site(cameras=(dead,)))
    found = levels.spot_of(PointId("camera/C-7#picture"), None)
    assert found is not None
    assert (found.levels, found.at) == ((SECOND,), (10, 10))
    assert levels.spot_of(PointId("link/desk-1#broker"), None) is None


def test_floors_are_in_order_and_a_building_is_entered_on_the_ground_floor() -> None:
    levels = Levels(site())
    assert [floor.ordinal for floor in levels.floors(HALL)] == [0, 1, 2]
    assert levels.ground_floor(HALL) == Level(HALL, 0)
    assert levels.ground_floor(BuildingId("elsewhere")) == Level(BuildingId("elsewhere"), None)


def test_one_building_far_out_does_not_make_the_others_small() -> None:
    near = [Building(BuildingId(f"B{i}"), "", "", square(i * 40, 0, 20)) for i in range(6)]
    far = Building(BuildingId("FAR"), "", "", square(5000, 5000, 20))
    assert home(Site("", "", "UTC", (120, 30), buildings=(*near, far))).x1 == 220


def test_a_fan_ends_at_the_wall_and_goes_on_beside_it() -> None:
    wall = segments([((10.0, -3.0), (10.0, 3.0))])
    shape = shapely.Polygon(fan(camera(), wall))
    assert shape.covers(shapely.Point(9.9, 0))
    assert not shape.intersects(shapely.Point(10.5, 0))
    assert shape.covers(shapely.Point(13, 6)), "past the end of the wall"
    assert not shape.intersects(shapely.Point(-1, 0)), "behind the camera"


def test_a_camera_mounted_on_a_wall_looks_into_the_room_and_not_through_it() -> None:
    shape = shapely.Polygon(fan(camera(), segments([((0.0, -10.0), (0.0, 10.0))])))
    assert shape.area == pytest.approx(math.pi * 20**2 / 4, rel=0.02)


def test_a_fisheye_sees_all_round() -> None:
    all_round = Camera(CameraId("C-9"), 9, "", "", CameraKind.FISHEYE, (5, 5), fov=360, range_m=10)
    shape = shapely.Polygon(fan(all_round, segments([])))
    assert shape.covers(shapely.Point(-3, 5))
    assert shape.covers(shapely.Point(13, 5))


def test_a_camera_without_a_place_has_no_fan() -> None:
    assert fan(camera(at=None), segments([])) == ()


def test_indoors_the_walls_of_the_floor_cut_the_fan_and_outdoors_the_buildings() -> None:
    inside, outside = camera(1, (10, 10), building=HALL, floor=1), camera(2, (-10, 15))
    wall = Wall(HALL, 1, ((15.0, 0.0), (15.0, 30.0)))
    fans = Fans(Levels(site(cameras=(inside, outside), walls=(wall,))))
    assert fans.known(inside, SECOND) is None
    assert max(x for x, _ in fans.outline(inside, SECOND)) == pytest.approx(15)
    assert max(x for x, _ in fans.outline(inside, Level(HALL, 2))) > 25, "no walls on that floor"
    assert max(x for x, _ in fans.outline(outside, SITE_LEVEL)) == pytest.approx(0, abs=0.01)
    assert fans.known(inside, SECOND) is not None


@given(
    azimuth=st.floats(0, 360, exclude_max=True), fov=st.floats(20, 340),
    ends=st.lists(st.tuples(st.floats(-30, 30), st.floats(-30, 30)), min_size=2, max_size=8),
)  # fmt: skip
def test_one_more_wall_never_shows_more(azimuth: float, fov: float, ends: list[XY]) -> None:
    seen = camera(azimuth=azimuth, fov=fov)
    walls = segments([tuple(ends)])
    open_ground = fan(seen, segments([]))
    reach = np.hypot(*(np.array(fan(seen, walls)[1:]) - fan(seen, walls)[0]).T)
    assert (reach <= np.hypot(*(np.array(open_ground[1:]) - open_ground[0]).T).max() + 0.06).all()
    cut, whole = shapely.Polygon(fan(seen, walls)).buffer(0).area, shapely.Polygon(open_ground).buffer(0).area
    assert cut <= whole * 1.02 + 0.5
