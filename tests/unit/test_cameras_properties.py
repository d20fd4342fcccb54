"""What holds for every site, on plans drawn at random on a metre grid (so that devices often hang on walls)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from console.cameras import Index, PlacedTarget, Ranking, Tier
from console.model import (
    XY,
    Binding,
    Building,
    BuildingId,
    Camera,
    CameraId,
    CameraKind,
    Door,
    Health,
    Site,
    Wall,
    Zone,
    ZoneId,
)
from tests.unit.cameras_site import cam, site

Coordinates = st.tuples(st.integers(-12, 12), st.integers(-12, 12)).map(lambda xy: (float(xy[0]), float(xy[1])))
Buildings = st.sampled_from([BuildingId("B1"), BuildingId("B2"), None])
Floors = st.sampled_from([0, 1, 2, None])
Zones = st.sampled_from([ZoneId("A"), ZoneId("B"), ZoneId("STAIR"), None])
ZONES = (
    Zone(ZoneId("A"), "", "", BuildingId("B1"), (1,), ()),
    Zone(ZoneId("B"), "", "", BuildingId("B1"), (1,), ()),
    Zone(ZoneId("STAIR"), "", "", BuildingId("B1"), (0, 1, 2), ()),
)
drawn = settings(deadline=None, max_examples=150)
DOORS = (Door(BuildingId("B1"), 1, (ZoneId("A"), ZoneId("B")), (0, 0)),)


@st.composite
def cameras(draw: st.DrawFn) -> list[Camera]:
    return [
        replace(
            cam(number),
            at=draw(st.none() | Coordinates),
            building=draw(Buildings),
            floor=draw(Floors),
            zone=draw(Zones),
            kind=draw(st.sampled_from(CameraKind)),
            azimuth=float(draw(st.integers(0, 23)) * 15),
            fov=draw(st.sampled_from([30.0, 90.0, 180.0, 360.0])),
            range_m=draw(st.sampled_from([5.0, 12.0, 40.0])),
            pan=draw(st.sampled_from([None, (270.0, 90.0), (10.0, 20.0)])),
            sees=draw(st.sampled_from([(), (BuildingId("B1"),)])),
        )
        for number in range(1, draw(st.integers(1, 9)) + 1)
    ]


@st.composite
def walls(draw: st.DrawFn) -> Wall:
    line = draw(st.lists(Coordinates, min_size=2, max_size=4))
    return Wall(BuildingId("B1"), draw(st.sampled_from([0, 1])), tuple(line))


@st.composite
def footprints(draw: st.DrawFn) -> tuple[Building, ...]:
    corners = [draw(Coordinates) for _ in range(2)]
    return tuple(
        Building(BuildingId(f"B{n}"), "", "", ((x, y), (x + 9, y), (x + 9, y + 6), (x, y + 6), (x, y)))
        for n, (x, y) in enumerate(corners, start=1)
    )


@st.composite
def sites(draw: st.DrawFn) -> Site:
    made = draw(cameras())
    targets = st.sampled_from(["A", "STAIR"])
    return site(
        made,
        buildings=draw(footprints()),
        zones=ZONES,
        doors=DOORS,
        walls=tuple(draw(st.lists(walls(), max_size=4))),
        bindings=tuple(
            Binding(draw(targets), CameraId(f"c{draw(st.integers(1, 10))}"), order)
            for order in range(1, draw(st.integers(0, 3)) + 1)
        ),
        floors_with_walls=draw(st.sampled_from([frozenset(), frozenset({(BuildingId("B1"), 1)})])),
    )


targets = st.builds(PlacedTarget, st.none() | Coordinates, Buildings, Floors, Zones)
healths = st.dictionaries(st.integers(1, 9).map(lambda n: CameraId(f"c{n}")), st.sampled_from(Health))


def tiers(ranking: Ranking) -> dict[int, Tier]:
    return {choice.camera.number: choice.tier for choice in ranking.chosen}


@drawn
@given(sites(), targets, healths, st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_of_the_site_files(
    of: Site, target: PlacedTarget, health: Mapping[CameraId, Health], chance: Any
) -> None:
    def shuffled(rows: Iterable[Any]) -> tuple[Any, ...]:
        found = list(rows)
        chance.shuffle(found)
        return tuple(found)

    names = ("cameras", "walls", "doors", "zones", "buildings", "bindings")
    other = replace(of, **{name: shuffled(getattr(of, name)) for name in names})
    assert Index(other).rank(target, health) == Index(of).rank(target, health)


@drawn
@given(sites(), targets, healths)
def test_an_offline_camera_never_stands_above_an_online_one(
    of: Site, target: PlacedTarget, health: Mapping[CameraId, Health]
) -> None:
    ranking = Index(of).rank(target, health)
    assert all(choice.health is not Health.OFFLINE for choice in ranking.chosen)
    assert all(choice.health is Health.OFFLINE for choice in ranking.skipped)
    assert ranking.nearest_beyond is None or ranking.nearest_beyond.health is not Health.OFFLINE


@drawn
@given(sites(), targets, healths, st.integers(1, 9))
def test_a_camera_going_offline_never_moves_the_others_to_another_tier(
    of: Site, target: PlacedTarget, health: Mapping[CameraId, Health], number: int
) -> None:
    before = tiers(Index(of).rank(target, health, limit=99))
    after = tiers(Index(of).rank(target, {**health, CameraId(f"c{number}"): Health.OFFLINE}, limit=99))
    before.pop(number, None)
    assert after == before


@drawn
@given(sites(), targets, walls())
def test_one_more_wall_never_gives_a_camera_a_better_tier(of: Site, target: PlacedTarget, wall: Wall) -> None:
    before = tiers(Index(of).rank(target, {}, limit=99))
    after = tiers(Index(replace(of, walls=(*of.walls, wall))).rank(target, {}, limit=99))
    assert after.keys() == before.keys()
    assert all(after[number] >= tier for number, tier in before.items())


@drawn
@given(sites(), targets, healths, st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6))
def test_moving_the_whole_site_in_its_frame_changes_nothing(
    of: Site, target: PlacedTarget, health: Mapping[CameraId, Health], east: int, north: int
) -> None:
    def moved(at: XY | None) -> XY | None:
        return None if at is None else (at[0] + east, at[1] + north)

    def line(points: tuple[XY, ...]) -> tuple[XY, ...]:
        return tuple((x + east, y + north) for x, y in points)

    other = replace(
        of,
        cameras=tuple(replace(camera, at=moved(camera.at)) for camera in of.cameras),
        walls=tuple(replace(wall, line=line(wall.line)) for wall in of.walls),
        buildings=tuple(replace(building, ring=line(building.ring)) for building in of.buildings),
    )
    here = Index(of).rank(target, health)
    there = Index(other).rank(replace(target, at=moved(target.at)), health)
    assert facts(there) == facts(here)


def facts(ranking: Ranking) -> list[tuple[object, ...]]:
    beyond = [ranking.nearest_beyond] if ranking.nearest_beyond else []
    return [
        (choice.camera.id, choice.tier, choice.reasons, choice.distance_m)
        for choice in [*ranking.chosen, *ranking.skipped, *beyond]
    ]


@drawn
@given(sites(), targets, healths)
def test_every_camera_is_listed_once_and_better_tiers_come_first(
    of: Site, target: PlacedTarget, health: Mapping[CameraId, Health]
) -> None:
    ranking = Index(of).rank(target, health, limit=99)
    numbers = [choice.camera.number for choice in [*ranking.chosen, *ranking.skipped]]
    order = [choice.tier for choice in ranking.chosen]
    assert len(numbers) == len(set(numbers))
    assert order == sorted(order)
