"""Every edge case of the ranking that the wall page names, and those the plans of real sites bring along."""

from __future__ import annotations

import time
from itertools import pairwise

import numpy as np
import pytest

from console.bench.nearest import world
from console.cameras import Index, PlacedTarget, Ranking, ReasonCode, Tier, short
from console.cameras.order import Keys, ranked
from console.model import CameraKind, Door, Health, ZoneId
from tests.unit.cameras_site import (
    B1,
    bound,
    building,
    cam,
    lines,
    numbers,
    point,
    rank,
    rooms,
    site,
    skipped,
    wall,
    zone,
)

INSIDE = {"building": B1, "floor": 2}
HALL = {"floors_with_walls": frozenset({(B1, 2)})}  # walls known: there are none


def tiers(ranking: Ranking) -> list[tuple[int, Tier]]:
    return [(choice.camera.number, choice.tier) for choice in ranking.chosen]


# ---- field of view


@pytest.mark.parametrize(("azimuth", "sees"), [(350, True), (10, True), (315, True), (44, True), (46, False)])
def test_a_field_of_view_across_north_is_one_sector(azimuth: float, sees: bool) -> None:
    ranking = rank(site([cam(1, 0, 0, azimuth=azimuth, **INSIDE)], **HALL), point(0, 10, **INSIDE))
    assert (ranking.chosen[0].tier is Tier.SEES) is sees


def test_an_azimuth_written_as_minus_ten_is_the_same_as_350() -> None:
    target = point(-5, 10, **INSIDE)
    one = rank(site([cam(1, 0, 0, azimuth=-10, **INSIDE)], **HALL), target).chosen[0]
    other = rank(site([cam(1, 0, 0, azimuth=350, **INSIDE)], **HALL), target).chosen[0]
    assert (one.tier, one.px_per_m) == (Tier.SEES, other.px_per_m)


@pytest.mark.parametrize("at", [(0.0, 10.0), (7.0, -7.0), (-10.0, 0.0), (0.0, 0.0)])
def test_a_fisheye_sees_all_round_and_right_below_itself(at: tuple[float, float]) -> None:
    eye = cam(1, 0, 0, kind=CameraKind.FISHEYE, fov=360, **INSIDE)
    assert tiers(rank(site([eye], **HALL), point(*at, **INSIDE))) == [(1, Tier.SEES)]


def test_a_fisheye_behind_a_wall_does_not_see_it() -> None:
    eye = cam(1, 0, 0, kind=CameraKind.FISHEYE, fov=360, **INSIDE)
    ranking = rank(site([eye], walls=(wall((-5, 5), (5, 5)),)), point(0, 10, **INSIDE))
    assert lines(ranking) == ["1 same_floor behind_wall 10m"]


def test_a_point_exactly_at_the_edge_of_range_and_field_of_view_is_seen() -> None:
    ranking = rank(site([cam(1, 0, 0, range_m=5, azimuth=45, fov=90, **INSIDE)], **HALL), point(0, 5, **INSIDE))
    assert tiers(ranking) == [(1, Tier.SEES)]


def test_a_fixed_camera_right_above_the_detector_cannot_be_proven_to_see_it() -> None:
    ranking = rank(site([cam(1, 0, 0, **INSIDE)], **HALL), point(0, 0.1, **INSIDE))
    assert lines(ranking) == ["1 same_floor right_above 0m"]
    assert ranking.chosen[0].bearing is None


def test_a_camera_right_above_on_the_next_floor_never_beats_one_that_sees() -> None:
    above = cam(1, 0, 0, kind=CameraKind.FISHEYE, fov=360, building=B1, floor=3)
    across = cam(2, 0, -24, **INSIDE)
    assert tiers(rank(site([above, across], **HALL), point(0, 0, **INSIDE))) == [(2, Tier.SEES), (1, Tier.STAIR)]


# ---- PTZ


def test_a_ptz_outside_its_present_sector_can_turn_and_comes_after_every_camera_that_sees() -> None:
    ptz = cam(1, 0, 0, azimuth=180, kind=CameraKind.PTZ, **INSIDE)
    fixed = cam(2, 0, -13, **INSIDE)
    ranking = rank(site([ptz, fixed], **HALL), point(0, 10, **INSIDE))
    assert lines(ranking) == ["2 sees_it 23m 42px/m", "1 can_turn=180 10m 96px/m"]


@pytest.mark.parametrize(
    ("pan", "tier"),
    [
        ((270.0, 90.0), Tier.TURNS),
        ((90.0, 270.0), Tier.FLOOR),
        ((0.0, 10.0), Tier.TURNS),
        ((0.0, 360.0), Tier.TURNS),
        ((-180.0, 180.0), Tier.TURNS),
        (None, Tier.TURNS),
    ],
)
def test_a_ptz_turns_only_within_its_pan_limits(pan: tuple[float, float] | None, tier: Tier) -> None:
    ptz = cam(1, 0, 0, azimuth=180, kind=CameraKind.PTZ, pan=pan, **INSIDE)
    choice = rank(site([ptz], **HALL), point(0, 10, **INSIDE)).chosen[0]
    assert choice.tier is tier
    assert (ReasonCode.BEYOND_PAN in choice.has) is (tier is Tier.FLOOR)


def test_a_ptz_cannot_turn_through_a_wall() -> None:
    ptz = cam(1, 0, 0, azimuth=180, kind=CameraKind.PTZ, **INSIDE)
    ranking = rank(site([ptz], walls=(wall((-5, 5), (5, 5)),)), point(0, 10, **INSIDE))
    assert lines(ranking) == ["1 same_floor behind_wall 10m"]


# ---- walls


def test_a_camera_three_metres_away_behind_a_wall_comes_after_one_that_sees_from_far() -> None:
    behind = cam(1, 0, 7, **INSIDE)
    far = cam(2, 20, 10, azimuth=270, **INSIDE)
    ranking = rank(site([behind, far], walls=(wall((-5, 8), (5, 8)),)), point(0, 10, **INSIDE))
    assert tiers(ranking) == [(2, Tier.SEES), (1, Tier.FLOOR)]


def test_a_floor_whose_walls_are_not_known_says_line_of_sight_unknown() -> None:
    ranking = rank(site([cam(1, 0, 0, **INSIDE)]), point(0, 10, **INSIDE))
    assert lines(ranking) == ["1 sees_it sight_unknown 10m 96px/m"]


def test_an_unproven_view_ranks_after_every_proven_one_and_before_every_turn() -> None:
    """The doubt decides before health, detail and distance, and never between tiers."""
    keys = Keys(
        tier=np.array([1, 1, 2]),
        sight_unknown=np.array([True, False, False]),
        bound_order=np.zeros(3, dtype=np.intp),
        health=np.array([0, 2, 0]),
        px_per_m=np.array([200.0, 10.0, 200.0]),
        distance_m=np.array([2.0, 24.0, 1.0]),
        ptz=np.array([False, False, True]),
    )
    assert ranked(keys).tolist() == [1, 0, 2]


@pytest.mark.parametrize("offset", [0.0, 0.01, -0.01])
@pytest.mark.parametrize(("azimuth", "y", "sees"), [(0, 15, True), (0, 5, False), (180, 5, True), (180, 15, False)])
def test_a_camera_mounted_on_the_wall_line_looks_to_its_own_side_only(
    offset: float, azimuth: float, y: float, sees: bool
) -> None:
    mounted = cam(1, 0, 10 + offset, azimuth=azimuth, kind=CameraKind.PTZ, **INSIDE)
    choice = rank(site([mounted], walls=(wall((-5, 10), (5, 10)),)), point(0, y, **INSIDE)).chosen[0]
    assert (choice.tier is Tier.SEES) is sees
    assert (ReasonCode.BEHIND_WALL in choice.has) is not sees


def test_a_camera_mounted_in_a_corner_sees_its_room_and_not_the_next() -> None:
    corner = cam(1, 0, 0, azimuth=45, kind=CameraKind.FISHEYE, fov=360, **INSIDE)
    plan = site([corner], walls=(wall((-9, 0), (9, 0)), wall((0, -9), (0, 9))))
    assert [rank(plan, point(x, y, **INSIDE)).chosen[0].tier for x, y in [(5, 5), (-5, 5), (5, -5), (-5, -5)]] == [
        Tier.SEES,
        Tier.FLOOR,
        Tier.FLOOR,
        Tier.FLOOR,
    ]


def test_a_camera_three_centimetres_in_front_of_a_wall_does_not_look_through_it() -> None:
    facing = cam(1, 0, 9.97, **INSIDE)
    ranking = rank(site([facing], walls=(wall((-5, 10), (5, 10)),)), point(0, 15, **INSIDE))
    assert lines(ranking) == ["1 same_floor behind_wall 5m"]


def test_a_call_point_mounted_on_a_wall_is_seen_from_the_room_its_zone_names() -> None:
    room, corridor = (
        cam(1, 0, 0, zone=ZoneId("A"), **INSIDE),
        cam(2, 0, 20, azimuth=180, zone=ZoneId("COR"), **INSIDE),
    )
    plan = site([room, corridor], walls=(wall((-5, 10), (5, 10)),))
    assert tiers(rank(plan, point(0, 10, zone=ZoneId("A"), **INSIDE))) == [(1, Tier.SEES), (2, Tier.FLOOR)]
    assert tiers(rank(plan, point(0, 10, zone=ZoneId("COR"), **INSIDE))) == [(2, Tier.SEES), (1, Tier.FLOOR)]


def test_nobody_looks_through_the_corner_where_two_walls_meet() -> None:
    plan = site([cam(1, 5, 5, azimuth=45, **INSIDE)], walls=(wall((0, 10), (10, 10)), wall((10, 10), (10, 0))))
    assert lines(rank(plan, point(15, 15, **INSIDE))) == ["1 same_floor behind_wall 14m"]


def test_a_wall_of_another_floor_hides_nothing() -> None:
    plan = site([cam(1, 0, 0, **INSIDE)], walls=(wall((-5, 5), (5, 5), floor=3),), **HALL)
    assert tiers(rank(plan, point(0, 10, **INSIDE))) == [(1, Tier.SEES)]


# ---- bindings


def test_a_binding_of_the_detector_comes_before_a_binding_of_its_zone() -> None:
    plan = rooms(bindings=(bound(103, 1, target="A"), bound(301, 2), bound(104, 1)))
    ranking = rank(plan, point(18, 5, building=B1, floor=2, zone=ZoneId("A")))
    assert [(n, t) for n, t in tiers(ranking)] == [(104, 0), (301, 0), (103, 0), (102, 1)]
    assert lines(ranking)[2] == "103 bound_zone=1 out_of_view=135 3m"


def test_binding_order_beats_health_distance_and_the_side_the_view_comes_from() -> None:
    same_side = [cam(n, n, 0, **INSIDE) for n in (1, 2, 3)]
    plan = site(same_side, bindings=(bound(3, 1), bound(2, 2), bound(1, 3)), **HALL)
    assert numbers(rank(plan, point(2, 20, **INSIDE), c3=Health.DEGRADED)) == [3, 2, 1]


def test_a_camera_bound_to_detector_and_zone_is_listed_once() -> None:
    plan = rooms(bindings=(bound(104, 1), bound(104, 1, target="A", preset="door")))
    ranking = rank(plan, point(18, 5, building=B1, floor=2, zone=ZoneId("A")))
    assert numbers(ranking).count(104) == 1
    assert ranking.chosen[0].preset == "", "the detector's own binding has no preset"


def test_a_binding_to_a_camera_that_was_removed_is_passed_over() -> None:
    ranking = rank(rooms(bindings=(bound(999, 1),)), point(18, 5, building=B1, floor=2, zone=ZoneId("A")))
    assert numbers(ranking)[0] == 102


def test_a_bound_camera_of_another_building_far_away_is_still_shown_first() -> None:
    far = cam(7, 9000, 0, building="B7", floor=0)
    plan = rooms([far, cam(8, 18, 0, **INSIDE)], bindings=(bound(7, 1, preset="gate"),))
    assert lines(rank(plan, point(18, 5, **INSIDE)))[0] == "7 bound=1 8982m preset=gate"


# ---- floors and zones


def test_floors_are_compared_by_ordinal_and_two_floors_away_is_not_next_door() -> None:
    cameras = [cam(floor + 10, 0, 0, building=B1, floor=floor) for floor in (-1, 0, 1, 2, 3, 4)]
    ranking = rank(site(cameras), point(50, 50, building=B1, floor=1), limit=9)
    assert lines(ranking) == [
        "11 same_floor beyond_range=25 71m",
        "10 adjacent_floor=-1 71m",
        "12 adjacent_floor=+1 71m",
    ]


def test_cameras_in_a_stair_that_reaches_the_floor_count_however_many_floors_away_they_hang() -> None:
    stair = zone("STAIR", B1, 1, 2, 3, 4, 5)
    cameras = [
        cam(1, 0, 0, building=B1, floor=1, zone=stair.id),
        cam(5, 0, 0, building=B1, floor=5, zone=stair.id),
        cam(6, 0, 0, building=B1, floor=6),
    ]
    ranking = rank(site(cameras, zones=(stair,)), point(3, 0, building=B1, floor=3))
    assert lines(ranking) == ["1 stair=-2 3m", "5 stair=+2 3m"]


def test_a_detector_in_an_atrium_gets_the_atrium_cameras_of_every_floor_as_its_own_zone() -> None:
    atrium = zone("ATRIUM", B1, 1, 2, 3)
    cameras = [
        cam(1, 0, 0, building=B1, floor=3, zone=atrium.id),
        cam(2, 5, 0, building=B1, floor=1),
        cam(3, 9, 9, building=B1, floor=1, zone=atrium.id, azimuth=180),
    ]
    ranking = rank(site(cameras, zones=(atrium,)), point(0, 10, building=B1, floor=1, zone=atrium.id))
    assert (
        lines(ranking)
        == [
            "3 same_zone out_of_view=45.3 9m",
            "1 same_zone=+2 10m",
            "2 sees_it sight_unknown 11m 86px/m",
        ]
        or tiers(ranking)[0][1] == Tier.SEES
    )


def test_a_lift_camera_without_a_floor_belongs_to_its_lift_on_every_floor_but_sees_no_floor() -> None:
    lift = zone("LIFT", B1, 0, 1, 2, 3)
    car = cam(1, 0, 0, building=B1, zone=lift.id, kind=CameraKind.FISHEYE, fov=360)
    plan = site([car], zones=(lift,), **HALL)
    assert lines(rank(plan, point(0, 1, building=B1, zone=lift.id))) == ["1 same_zone 1m"]
    assert tiers(rank(plan, point(0, 5, **INSIDE))) == [(1, Tier.FLOOR)]


def test_a_detector_in_a_lift_shaft_with_doors_on_each_floor_gets_the_lobbies() -> None:
    lift = zone("LIFT", B1, 1, 2)
    doors = tuple(Door(B1, floor, (lift.id, ZoneId(f"LOBBY{floor}")), (0, 0)) for floor in (1, 2))
    lobbies = [cam(floor, 5, 5, building=B1, floor=floor, zone=ZoneId(f"LOBBY{floor}")) for floor in (1, 2)]
    plan = site(lobbies, zones=(lift,), doors=doors)
    assert tiers(rank(plan, point(0, 0, building=B1, zone=lift.id))) == [(1, Tier.DOOR), (2, Tier.DOOR)]


def test_a_zone_gives_a_detector_the_building_and_floor_it_does_not_name_itself() -> None:
    plan = site([cam(1, 0, 0, **INSIDE)], zones=(zone("A", B1, 2),), **HALL)
    assert tiers(rank(plan, point(0, 10, zone=ZoneId("A")))) == [(1, Tier.SEES)]


def test_with_the_floor_unknown_the_cameras_of_the_building_come_and_say_so() -> None:
    plan = site([cam(1, 0, 0, **INSIDE), cam(2, building=B1)])
    assert lines(rank(plan, point(0, 10, building=B1))) == ["1 floor_unknown 10m", "2 floor_unknown camera_not_placed"]
    assert lines(rank(plan, point(0, 10, building=B1, floor=9))) == ["2 floor_unknown camera_not_placed"]


def test_a_camera_that_is_not_placed_counts_by_floor_and_zone_behind_those_whose_distance_is_known() -> None:
    plan = site([cam(1, zone=ZoneId("A"), **INSIDE), cam(2, 30, 30, zone=ZoneId("A"), **INSIDE)])
    ranking = rank(plan, point(0, 0, zone=ZoneId("A"), **INSIDE))
    assert lines(ranking) == ["2 same_zone beyond_range=25 42m", "1 same_zone camera_not_placed"]
    assert ranking.chosen[1].distance_m is None


def test_an_unplaced_device_is_never_taken_to_be_at_the_origin() -> None:
    plan = site([cam(1, 0, 0), cam(2)], buildings=(building("B1", 5000, 5000, 20, 20),))
    assert rank(plan, point(building=B1, floor=1)).chosen == ()


# ---- outside


def test_the_outside_view_is_taken_by_list_or_by_a_view_that_meets_the_footprint() -> None:
    listed = cam(1, 500, 500, azimuth=90, sees=(B1,))
    looking = cam(2, 20, -15, range_m=20)
    looking_away = cam(3, 20, -15, azimuth=180, range_m=20)
    too_far = cam(4, 20, -30, range_m=20)
    plan = site([listed, looking, looking_away, too_far], buildings=(building("B1", 0, 0, 40, 13),))
    ranking = rank(plan, point(18, 5, **INSIDE))
    assert tiers(ranking) == [(2, Tier.OUTSIDE), (1, Tier.OUTSIDE), (3, Tier.NEAR), (4, Tier.NEAR)]


def test_a_building_hidden_behind_another_one_is_not_an_outside_view() -> None:
    street = cam(1, 20, -20, range_m=100)
    front, behind = building("B1", 0, 0, 40, 13), building("B2", 0, 30, 40, 13)
    plan = site([street], buildings=(front, behind))
    assert tiers(rank(plan, point(18, 5, building="B1", floor=1))) == [(1, Tier.OUTSIDE)]
    assert tiers(rank(plan, point(18, 35, building="B2", floor=1))) == [(1, Tier.NEAR)]


def test_a_camera_on_the_facade_that_looks_away_does_not_show_its_own_building() -> None:
    facade = cam(1, 20, 0, azimuth=180)
    other = building("B2", 0, -30, 40, 13)
    plan = site([facade], buildings=(building("B1", 0, 0, 40, 13), other))
    assert tiers(rank(plan, point(18, 5, building="B1", floor=1))) == [(1, Tier.NEAR)]
    assert tiers(rank(plan, point(18, -20, building="B2", floor=1))) == [(1, Tier.OUTSIDE)]


def test_an_outdoor_hydrant_is_seen_by_outdoor_cameras_with_no_building_between() -> None:
    sees, blocked, turned = cam(1, 0, -10), cam(2, 0, 60, azimuth=180, range_m=80), cam(3, 5, -10, azimuth=180)
    indoors = cam(4, 0, 20, azimuth=180, building=B1, floor=0)
    plan = site([sees, blocked, turned, indoors], buildings=(building("B1", -20, 15, 40, 20),))
    assert lines(rank(plan, point(0, 10, kind="pressure"))) == [
        "1 sees_it 20m 48px/m",
        "3 same_site out_of_view=121 21m",
        "2 same_site behind_wall 50m",
    ]


def test_an_outdoor_ptz_can_turn_to_an_outdoor_point_and_a_far_sighted_one_counts_beyond_300_m() -> None:
    turns = cam(1, 10, 0, azimuth=90, kind=CameraKind.PTZ)
    tower = cam(2, 0, -800, range_m=1000, fov=20)
    blind = cam(3, 0, 800, range_m=1000, fov=20)
    assert tiers(rank(site([turns, tower, blind]), point(0, 0))) == [(2, Tier.SEES), (1, Tier.TURNS)]


def test_outdoor_points_and_cameras_of_one_area_share_it_as_a_zone() -> None:
    plan = site(
        [cam(1, 90, 0, zone=ZoneId("GATE")), cam(2, 40, 0), cam(3, zone=ZoneId("GATE"))], zones=(zone("GATE", None),)
    )
    ranking = rank(plan, point(0, 0, zone=ZoneId("GATE")))
    assert tiers(ranking) == [(1, Tier.ZONE), (3, Tier.ZONE), (2, Tier.NEAR)]


def test_exactly_300_m_is_near_and_a_metre_more_is_only_offered_as_the_nearest() -> None:
    assert tiers(rank(site([cam(1, 300, 0)]), point(0, 0))) == [(1, Tier.NEAR)]
    beyond = rank(site([cam(1, 301, 0)]), point(0, 0))
    assert beyond.chosen == ()
    assert beyond.nearest_beyond is not None
    assert short(beyond.nearest_beyond) == "beyond 301m"


def test_a_point_500_m_off_by_a_wrong_datum_keeps_the_cameras_of_its_floor_and_claims_no_sight() -> None:
    shifted = point(18 + 430, 5 + 255, building=B1, floor=2, zone=ZoneId("A"))
    ranking = rank(rooms(), shifted)
    assert all(tier > Tier.TURNS for _, tier in tiers(ranking))
    assert numbers(ranking)[0] in {101, 102, 105}, "the zone still holds"
    assert ReasonCode.BEYOND_RANGE in ranking.chosen[0].has


def test_the_nearest_one_beyond_is_a_working_one() -> None:
    ranking = rank(site([cam(1, 400, 0), cam(2, 9000, 0)]), point(0, 0), offline=(1,))
    assert ranking.nearest_beyond is not None
    assert ranking.nearest_beyond.camera.number == 2


def test_a_site_without_cameras_gives_an_empty_ranking() -> None:
    assert rank(site([]), point(0, 0, **INSIDE)) == rank(site([]), point(zone=ZoneId("A")))


# ---- order within a tier


def test_within_a_tier_health_comes_before_detail_and_detail_before_distance() -> None:
    fine_far = cam(1, 0, -10, width_px=3840, **INSIDE)
    coarse_near = cam(2, -5, 5, azimuth=90, width_px=320, **INSIDE)
    degraded = cam(3, 5, 0, azimuth=270, width_px=3840, **INSIDE)
    plan = site([fine_far, coarse_near, degraded], **HALL)
    target = point(0, 3, **INSIDE)
    assert numbers(rank(plan, target)) == [3, 1, 2]
    assert numbers(rank(plan, target, c3=Health.DEGRADED)) == [1, 2, 3]
    assert numbers(rank(plan, target, c3=Health.DEGRADED, c1=Health.UNKNOWN)) == [2, 1, 3]


def test_within_a_tier_a_ptz_comes_after_a_fixed_camera_at_the_same_distance() -> None:
    ptz = cam(1, 0, -10, kind=CameraKind.PTZ, **INSIDE)
    fixed = cam(2, 10, 0, azimuth=270, **INSIDE)
    assert numbers(rank(site([ptz, fixed], **HALL), point(0, 0, **INSIDE))) == [2, 1]


def test_a_camera_nobody_has_heard_of_yet_counts_as_unknown() -> None:
    plan = site([cam(1, 0, 0, **INSIDE)], **HALL)
    assert Index(plan).rank(point(0, 10, **INSIDE), {}).chosen[0].health is Health.UNKNOWN


def test_offline_cameras_are_skipped_in_the_order_they_would_have_had() -> None:
    plan = site([cam(n, 0, -n, **INSIDE) for n in range(1, 15)], **HALL)
    ranking = rank(plan, point(0, 1, **INSIDE), offline=range(1, 14))
    assert numbers(ranking) == [14]
    assert skipped(ranking) == [1, 2, 3, 4, 5, 6, 7, 8], "as many as a card can list"
    assert short(ranking.skipped[0]) == "offline sees_it 2m 480px/m"


# ---- several pictures


def test_of_several_views_from_one_side_the_other_side_comes_first() -> None:
    south = [cam(n, n / 10, -5 - n, **INSIDE) for n in (1, 2, 3)]
    north = cam(4, 0, 20, azimuth=180, **INSIDE)
    assert numbers(rank(site([*south, north], **HALL), point(0, 0, **INSIDE))) == [1, 4, 2, 3]


def test_one_of_three_or_more_pictures_shows_the_access_door_when_there_is_one() -> None:
    around = [cam(n, x, y, azimuth=az, zone=ZoneId("A"), **INSIDE) for n, x, y, az in COMPASS]
    door = cam(9, 30, 30, zone=ZoneId("COR"), **INSIDE)
    plan = site([*around, door], doors=(Door(B1, 2, (ZoneId("A"), ZoneId("COR")), (0, 0)),), **HALL)
    target = point(0, 0, zone=ZoneId("A"), **INSIDE)
    assert numbers(rank(plan, target, limit=2)) == [1, 2]
    assert numbers(rank(plan, target, limit=3)) == [1, 2, 9]
    assert numbers(rank(plan, target, limit=4)) == [1, 2, 3, 9]
    assert numbers(rank(plan, target, limit=4, offline=(9,))) == [1, 2, 3, 4]


COMPASS = ((1, 0.0, -5.0, 0), (2, 0.0, 6.0, 180), (3, -7.0, 0.0, 90), (4, 8.0, 0.0, 270))


def test_four_signed_bindings_are_not_given_up_for_a_door_view() -> None:
    around = [cam(n, x, y, azimuth=az, zone=ZoneId("A"), **INSIDE) for n, x, y, az in COMPASS]
    door = cam(9, 30, 30, zone=ZoneId("COR"), **INSIDE)
    plan = site(
        [*around, door],
        doors=(Door(B1, 2, (ZoneId("A"), ZoneId("COR")), (0, 0)),),
        bindings=tuple(bound(n, n) for n in (1, 2, 3, 4)),
        **HALL,
    )
    assert numbers(rank(plan, point(0, 0, zone=ZoneId("A"), **INSIDE))) == [1, 2, 3, 4]


# ---- anything else


def test_a_place_without_a_point_is_ranked_like_one() -> None:
    place = PlacedTarget((18, 5), B1, 2, ZoneId("A"))
    assert numbers(rank(rooms(), place)) == [102, 101, 105, 104]


def test_thirty_alarms_at_once_among_a_hundred_thousand_cameras_take_under_a_millisecond_each() -> None:
    built = world(100_000)
    index = Index(built.site)
    indoors = [target for target in built.site.points if target.building][:300]
    index.rank(indoors[0], built.health)
    stamps = [time.thread_time()]
    for target in indoors:
        assert index.rank(target, built.health).chosen
        stamps.append(time.thread_time())
    spent = sorted(after - before for before, after in pairwise(stamps))
    assert spent[len(spent) // 2] < 0.001
