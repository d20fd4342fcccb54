"""The demo site: as large as promised, without a mistake, and exactly what its program draws."""

from __future__ import annotations

import csv
from collections import Counter

import pytest
import shapely

from console.cameras import Index, Tier, coverage
from console.model import CameraKind, Health, PlaceKind, Point, Site, ZoneUse
from console.sim.cameras import scene_names
from console.sim.demo_site.files import files
from console.site import check, load
from console.site.cameras import EMERGENCY_NUMBERS
from tests.sources import ROOT

DEMO = ROOT / "resources" / "demo"
MAIN_ALARM = "东厂房/3F/走廊C/电梯厅侧烟感"


@pytest.fixture(scope="module")
def site() -> Site:
    return load(DEMO)[0]


@pytest.fixture(scope="module")
def simulated() -> list[dict[str, str]]:
    with (DEMO / "simulator.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def point(site: Site, alias: str) -> Point:
    return next(each for each in site.points if each.alias == alias)


def test_it_has_neither_an_error_nor_a_warning() -> None:
    assert check(DEMO) == ()


def test_the_committed_files_are_byte_for_byte_what_the_program_draws() -> None:
    drawn = {name: text.encode() for name, text in files().items()}
    assert {name: (DEMO / name).read_bytes() for name in drawn} == drawn


def test_it_has_the_cameras_and_detectors_it_promises(site: Site) -> None:
    assert len(site.cameras) == 192
    kinds = Counter(each.kind for each in site.points)
    assert kinds["smoke"] + kinds["heat"] == 120
    assert min(kinds["smoke"], kinds["heat"]) >= 5
    for kind in ("gas", "water_pressure", "leakage_current", "temperature", "ebike_in_elevator", "fire_lane_occupied"):
        assert kinds[kind] >= 4, kind
    assert Counter(each.kind for each in site.places) == {PlaceKind.SHELTER: 4, PlaceKind.MICRO_FIRE_STATION: 2}


def test_it_has_buildings_of_both_kinds_with_floors_zones_walls_and_doors(site: Site) -> None:
    floors = Counter(floor.building for floor in site.floors)
    assert len(floors) >= 12
    assert sum(count >= 5 for count in floors.values()) >= 7
    assert {wall.building for wall in site.walls} == set(floors)
    assert len({door.building for door in site.doors}) >= 10
    uses = {zone.use for zone in site.zones}
    assert {ZoneUse.STAIR, ZoneUse.LIFT, ZoneUse.ROAD, ZoneUse.FIRE_LANE, ZoneUse.WATER} <= uses


def test_at_least_eight_enterprises_work_in_the_park(site: Site) -> None:
    firms = {zone.name_en.rpartition("(")[2].rstrip(")") for zone in site.zones if zone.name_en.endswith(")")}
    assert len(firms - {"Garage"}) >= 8
    assert len({zone.building for zone in site.zones if any(firm in zone.name_en for firm in firms)}) >= 6


def test_no_camera_has_an_emergency_call_number(site: Site) -> None:
    assert {camera.number for camera in site.cameras} & EMERGENCY_NUMBERS == set()


def test_every_kind_of_camera_is_there_indoors_and_out(site: Site) -> None:
    kinds = Counter((camera.kind, camera.building is None) for camera in site.cameras)
    assert kinds[CameraKind.FISHEYE, False] >= 5
    assert kinds[CameraKind.PTZ, True] >= 8
    assert kinds[CameraKind.PTZ, False] >= 3
    assert kinds[CameraKind.FIXED, True] >= 30
    assert sum(camera.pan is not None for camera in site.cameras) >= 3
    heads = [camera for camera in site.cameras if camera.kind is CameraKind.PTZ]
    assert all(camera.presets for camera in heads)
    assert all(camera.preset_in_english(name).isascii() for camera in heads for name in camera.presets)


def test_every_device_indoors_is_inside_its_building_and_its_zone(site: Site) -> None:
    rings = {building.id: shapely.Polygon(building.ring) for building in site.buildings}
    zones = {zone.id: shapely.Polygon(zone.ring).buffer(0.02) for zone in site.zones}
    devices = [each for each in (*site.cameras, *site.points) if each.building is not None and each.at is not None]
    assert len(devices) > 250
    lost = [each.name for each in devices if not rings[each.building].covers(shapely.Point(each.at))]
    assert lost == []
    astray = [each.name for each in devices if each.zone and not zones[each.zone].covers(shapely.Point(each.at))]
    assert astray == []


def test_fire_zones_of_one_floor_do_not_overlap(site: Site) -> None:
    for building in site.buildings:
        for floor in {each.ordinal for each in site.floors if each.building == building.id}:
            rings = [shapely.Polygon(z.ring) for z in site.zones if z.building == building.id and floor in z.floors]
            assert shapely.union_all(rings).area == pytest.approx(sum(ring.area for ring in rings), rel=1e-3)


def test_the_main_alarm_is_seen_by_117_and_the_second_detector_is_in_its_zone(site: Site) -> None:
    first, second = point(site, MAIN_ALARM), point(site, "东厂房/3F/走廊C烟感")
    health = {camera.id: Health.OK for camera in site.cameras}
    chosen = Index(site).rank(first, health, limit=4).chosen
    assert (chosen[0].camera.number, chosen[0].tier) == (117, Tier.SEES)
    assert {choice.tier for choice in chosen[1:]} == {Tier.DOOR}
    assert first.zone == second.zone


def test_it_holds_the_hard_cases_of_the_ranking(site: Site) -> None:
    health = {camera.id: Health.OK for camera in site.cameras}
    index = Index(site)
    survey = coverage(site)
    uncovered = [each.alias or each.name_en for each in survey.uncovered]
    assert uncovered == ["西堤闸房/1F/闸房烟感", "County rain warning"]
    unplaced = [each for each in site.points if each.at is None]
    assert [each.zone for each in unplaced] == ["EAST-2F-B", None], "a warning is for the whole site"
    outside = index.rank(point(site, "配电房/1F/配电间烟感"), health).chosen
    assert {choice.tier for choice in outside} <= {Tier.OUTSIDE, Tier.NEAR}
    assert outside[0].tier is Tier.OUTSIDE
    assert index.rank(point(site, "电池车间/1F/化成区感温"), health).chosen[0].tier is Tier.BOUND
    zoned = [gap for gap in survey.gaps if gap.best is not None and gap.best.tier is Tier.ZONE]
    assert len(zoned) >= 10, "rooms without a camera of their own"


def test_every_camera_shows_a_picture_of_its_own(simulated: list[dict[str, str]]) -> None:
    scenes = [row["scene"] for row in simulated]
    assert len(set(scenes)) == len(scenes) == 192
    assert set(scenes) <= set(scene_names())


def test_the_simulator_knows_a_scene_for_every_camera_and_who_is_dead_or_asks_for_a_password(
    site: Site, simulated: list[dict[str, str]]
) -> None:
    assert [row["camera"] for row in simulated] == [camera.id for camera in site.cameras]
    assert all(row["scene"] for row in simulated)
    assert 4 <= sum(row["dead"] == "yes" for row in simulated) <= 6
    auth = Counter(row["auth"] for row in simulated)
    assert auth["basic"] in (2, 3)
    assert auth["digest"] == 2
    asking = {row["camera"] for row in simulated if row["auth"] != "none"}
    assert asking == {camera.id for camera in site.cameras if camera.user == "viewer"}
    assert {camera.secret for camera in site.cameras} == {"", "env:WATCHROOM_DEMO_CAMERA"}


def test_some_detectors_have_names_with_slashes_and_chinese_and_some_plain_ones(site: Site) -> None:
    names = [each.alias for each in site.points if each.alias]
    assert sum("/" in name and not name.isascii() for name in names) >= 30
    assert sum(name.isascii() for name in names) >= 10
