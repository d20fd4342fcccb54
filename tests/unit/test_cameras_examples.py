"""The worked examples of the ranking, on one floor plan: what the operator gets to see, word for word."""

from __future__ import annotations

from dataclasses import replace

from console.cameras import Tier
from console.model import Health
from tests.unit.cameras_site import bound, cam, detector, lines, numbers, point, rank, rooms, rooms_cameras, skipped


def test_the_camera_that_sees_it_best_comes_first_and_a_wall_or_a_floor_is_not_a_distance() -> None:
    ranking = rank(rooms(), detector())
    assert lines(ranking) == [
        "102 sees_it 4m 195px/m",
        "101 sees_it 17m 55px/m",
        "105 can_turn=119.4 9m 181px/m",
        "104 access_door behind_wall 18m",
    ]
    assert 103 not in numbers(ranking), "3 m away, but behind the wall"
    assert 201 not in numbers(ranking), "0 m away, but one floor up"


def test_with_both_seeing_cameras_offline_the_ptz_the_door_the_floor_and_the_next_floor_follow() -> None:
    ranking = rank(rooms(), detector(), offline=(101, 102))
    assert lines(ranking) == [
        "105 can_turn=119.4 9m 181px/m",
        "104 access_door behind_wall 18m",
        "103 same_floor out_of_view=135 3m",
        "201 adjacent_floor=+1 0m",
    ]
    assert skipped(ranking) == [102, 101]
    assert ranking.skipped[0].tier is Tier.SEES


def test_what_the_site_has_bound_comes_before_all_geometry_in_the_order_it_was_bound() -> None:
    site = rooms(bindings=(bound(104, 2), bound(105, 1, preset="P7")))
    ranking = rank(site, detector())
    assert numbers(ranking) == [105, 104, 102, 101]
    assert lines(ranking)[0] == "105 bound=1 can_turn=119.4 9m 181px/m preset=P7"
    assert lines(ranking)[1] == "104 bound=2 behind_wall 18m"


def test_a_bound_camera_that_is_offline_is_named_and_geometry_takes_over() -> None:
    ranking = rank(rooms(bindings=(bound(105, 1, preset="P7"),)), detector(), offline=(105,))
    assert numbers(ranking) == [102, 101, 104, 103]
    assert [(c.camera.number, c.tier, c.health) for c in ranking.skipped] == [(105, Tier.BOUND, Health.OFFLINE)]


def test_all_offline_chooses_nothing_and_says_what_each_would_have_been() -> None:
    everyone = [camera.number for camera in rooms().cameras]
    ranking = rank(rooms(), detector(), offline=everyone)
    assert ranking.chosen == ()
    assert [(c.camera.number, c.tier) for c in ranking.skipped] == [
        (102, Tier.SEES),
        (101, Tier.SEES),
        (105, Tier.TURNS),
        (104, Tier.DOOR),
        (103, Tier.FLOOR),
        (201, Tier.STAIR),
        (301, Tier.OUTSIDE),
        (302, Tier.NEAR),
    ]
    assert ranking.nearest_beyond is None, "no camera of the whole site works"


def test_a_detector_that_is_not_placed_gets_the_cameras_of_its_zone_and_then_the_door() -> None:
    ranking = rank(rooms(), detector(at=None))
    assert lines(ranking) == [
        "101 same_zone target_not_placed",
        "102 same_zone target_not_placed",
        "105 same_zone target_not_placed",
        "104 access_door target_not_placed",
    ]
    assert ranking.chosen[0].distance_m is None


def test_with_no_camera_within_300_m_nothing_opens_and_the_nearest_is_offered_with_its_distance() -> None:
    site = rooms([cam(900, 3000, 4000), cam(901, 3000, 4001)])
    ranking = rank(site, point(0, 0, building="B9", floor=1, zone="Z"))
    assert ranking.chosen == ()
    assert ranking.nearest_beyond is not None
    assert (ranking.nearest_beyond.camera.number, ranking.nearest_beyond.distance_m) == (900, 5000.0)


def test_a_tie_goes_to_the_lower_number_and_then_to_the_other_side() -> None:
    inside = {"building": "B", "floor": 1, "zone": "Z", "range_m": 30.0}
    pair = [cam(12, -10, 0, azimuth=90, **inside), cam(11, 10, 0, azimuth=270, **inside)]
    beside = cam(13, 10, 1, azimuth=270, **inside)
    ranking = rank(rooms([*pair, beside]), point(0, 0, building="B", floor=1, zone="Z"))
    assert numbers(ranking) == [11, 12, 13]


def test_the_same_alarm_gives_the_same_order_every_time() -> None:
    first = rank(rooms(), detector())
    again = rank(replace(rooms(), cameras=tuple(reversed(rooms_cameras()))), detector())
    assert first == again
