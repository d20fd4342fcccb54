"""The command line's eyes: what is typed, in either language, finds the thing that was meant."""

from __future__ import annotations

import pytest

from console.cameras import Index
from console.finding import MOST, Finding, Found, Sought
from console.model import AlarmId, Point, PointId, Site
from console.site import load
from tests.sources import ROOT


@pytest.fixture(scope="module")
def site() -> Site:
    return load(ROOT / "resources" / "demo")[0]


@pytest.fixture(scope="module")
def finding(site: Site) -> Finding:
    index = Index(site)
    return Finding(site, lambda point: index.rank(point, {}))


@pytest.fixture(scope="module")
def corridor(site: Site) -> Point:
    return next(point for point in site.points if point.alias == "东厂房/3F/走廊C/电梯厅侧烟感")


def first(found: tuple[Found, ...]) -> tuple[Sought, str]:
    assert found
    return found[0].kind, found[0].key


def test_a_number_finds_its_camera_first(finding: Finding) -> None:
    found = finding.find("117")
    assert first(found) == (Sought.CAMERA, "C-117") and found[0].number == 117


@pytest.mark.parametrize("text", ["东厂房3F走廊C", "east building 3f corridor c", "Corridor C 3F"])
def test_a_camera_is_found_by_either_name_and_by_its_words_in_any_order(finding: Finding, text: str) -> None:
    assert "C-117" in [one.key for one in finding.find(text) if one.kind is Sought.CAMERA]


def test_a_single_letter_is_a_word_and_not_part_of_one(finding: Finding) -> None:
    cameras = [one for one in finding.find("corridor b") if one.kind is Sought.CAMERA]
    assert cameras and all("orridor B" in one.name_en for one in cameras)


def test_buildings_and_floors_are_found_by_name(finding: Finding) -> None:
    assert first(finding.find("canteen")) == (Sought.BUILDING, "CANT")
    assert first(finding.find("东厂房")) == (Sought.BUILDING, "EAST")
    floor = next(one for one in finding.find("East Building 3F") if one.kind is Sought.FLOOR)
    assert (floor.building, floor.floor) == ("EAST", 2)


def test_an_alarm_stands_before_the_detector_it_comes_from(finding: Finding, corridor: Point) -> None:
    alarms = [(AlarmId(f"{corridor.id}/1"), corridor.id)]
    found = finding.find("corridor c smoke", alarms)
    assert first(found) == (Sought.ALARM, f"{corridor.id}/1")


def test_salvos_are_found_by_any_part_of_their_name(finding: Finding) -> None:
    assert first(finding.find("and roads", salvos=("Gates and roads", "Night"))) == (Sought.SALVO, "Gates and roads")


def test_a_camera_and_a_tile_are_offered_as_one(finding: Finding) -> None:
    assert first(finding.find("17*3")) == (Sought.TILE, "17*3")
    assert finding.find("9998*3") == ()


NEAR = (
    "cameras near 3F corridor C lift",
    "near 电梯厅侧烟感",
    "电梯厅侧烟感附近的摄像机",
    "附近 电梯厅侧烟感",
    "电梯厅侧烟感附近的攝影機",
)


@pytest.mark.parametrize("text", NEAR)
def test_cameras_near_a_detector_come_as_they_are_ranked(finding: Finding, corridor: Point, text: str) -> None:
    alarms = [(AlarmId("a/1"), corridor.id)]
    found = finding.find(text, alarms)
    assert first(found) == (Sought.CAMERA, "C-117")
    assert found[0].distance_m == pytest.approx(4, abs=1)


def test_cameras_near_a_place_come_by_distance(finding: Finding) -> None:
    found = finding.find("cameras near sports hall shelter")
    distances = [one.distance_m or 0.0 for one in found]
    assert len(found) == MOST and distances == sorted(distances)


@pytest.mark.parametrize("text", ["", "   ", "there is no such thing", "near nothing at all"])
def test_nothing_is_found_for_what_is_not_there(finding: Finding, text: str) -> None:
    assert finding.find(text) == ()


def test_a_detector_that_is_on_no_plan_still_gives_what_the_ranking_knows(site: Site) -> None:
    lost = Point(PointId("x/1#smoke"), "无名", "Nowhere", "smoke")
    bare = Site(site.name, site.name_en, site.time_zone, site.origin, cameras=site.cameras, points=(lost,))
    index = Index(bare)
    assert Finding(bare, lambda point: index.rank(point, {})).find("near nowhere") == ()


@pytest.mark.parametrize("text", ["²", "9" * 5_000, "cameras near ²", "１７*", "\\ %1 <b>((*** 17*999"])
def test_signs_that_only_look_like_numbers_do_no_harm(finding: Finding, text: str) -> None:
    assert finding.find(text) == ()


def test_digits_of_a_chinese_keyboard_are_digits(finding: Finding) -> None:
    assert finding.find("１７")[0].number == 17
