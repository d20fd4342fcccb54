"""`main.py bench nearest`: what a ranking costs among 200 to 100,000 cameras, beside a bare sort by distance."""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from console.bench.amount import amount
from console.cameras import Index
from console.model import (
    XY,
    Building,
    BuildingId,
    Camera,
    CameraId,
    CameraKind,
    Door,
    Floor,
    Health,
    Point,
    Site,
    Wall,
    Zone,
    ZoneId,
    point_id,
)

SIZES = (200, 2_000, 20_000, 100_000)
POINTS = 1_000  # rankings timed per size
CAMERAS_PER_BUILDING = 80
FLOORS = 4
ZONES = 4  # per floor
WIDTH_M, DEPTH_M, PITCH_M = 60.0, 40.0, 120.0  # of a building, and from one building to the next
BUILDINGS_PER_ROW = 36


@dataclass(frozen=True, slots=True)
class World:
    site: Site
    health: Mapping[CameraId, Health]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sizes", type=amount, nargs="+", default=list(SIZES), help="numbers of cameras to measure")


def run(args: argparse.Namespace) -> int:
    """Print one JSON document; 0 when every median is under a millisecond."""
    sizes = [_measure(size) for size in args.sizes]
    json.dump({"bench": "nearest", "unit": "ms per ranking", "points": POINTS, "sizes": sizes}, sys.stdout, indent=2)
    print()
    return 0 if all(size["rank_median_ms"] < 1 for size in sizes) else 1


def _measure(size: int) -> dict[str, float]:
    built = world(size)
    started = time.perf_counter()
    index = Index(built.site)
    build_s = time.perf_counter() - started
    at = np.array([camera.at for camera in built.site.cameras])
    points = built.site.points
    ranks = _timed(points, lambda point: index.rank(point, built.health))
    floor = _timed(points[:100], lambda point: np.argsort(np.hypot(*(at - np.array(point.at)).T)))
    median, floor_median = statistics.median(ranks), statistics.median(floor)
    return {
        "cameras": size,
        "index_build_s": round(build_s, 3),
        "rank_median_ms": round(median, 3),
        "rank_p99_ms": round(float(np.percentile(ranks, 99)), 3),
        "floor_sort_by_distance_ms": round(floor_median, 3),
        "ratio_to_floor": round(median / floor_median, 3),
    }


def _timed(points: tuple[Point, ...], call: Callable[[Point], object]) -> list[float]:
    """Milliseconds of each call; the first few warm up and are not counted."""
    for point in points[:10]:
        call(point)
    spent = []
    for point in points:
        started = time.perf_counter()
        call(point)
        spent.append(1_000 * (time.perf_counter() - started))
    return spent


def world(cameras: int, seed: int = 1) -> World:
    """A made-up city of equal buildings; one camera in five and one point in ten are outdoors.

    One camera in seventeen is offline.
    """
    chance = random.Random(seed)
    corners = dict(_buildings(max(1, cameras // CAMERAS_PER_BUILDING)))
    names, homes = list(corners), list(corners.items())
    made = tuple(_camera(chance, number, *chance.choice(homes)) for number in range(1, cameras + 1))
    points = tuple(_point(chance, number, *chance.choice(homes)) for number in range(POINTS))
    site = Site(
        name="bench",
        name_en="bench",
        time_zone="Asia/Shanghai",
        origin=(121.0, 31.0),
        buildings=tuple(Building(name, name, name, _ring(corner)) for name, corner in corners.items()),
        floors=tuple(Floor(name, ordinal, str(ordinal)) for name in names for ordinal in range(FLOORS)),
        zones=tuple(_zone(name, floor, zone) for name in names for floor in range(FLOORS) for zone in range(ZONES)),
        walls=tuple(wall for name, corner in corners.items() for wall in _walls(name, corner)),
        doors=tuple(door for name, corner in corners.items() for door in _doors(name, corner)),
        cameras=made,
        points=points,
    )
    return World(site, {c.id: Health.OFFLINE if c.number % 17 == 0 else Health.OK for c in made})


def _buildings(count: int) -> Iterator[tuple[BuildingId, XY]]:
    for number in range(count):
        row, column = divmod(number, BUILDINGS_PER_ROW)
        yield BuildingId(f"B{number}"), (column * PITCH_M, row * PITCH_M)


def _ring(corner: XY) -> tuple[XY, ...]:
    x, y = corner
    return ((x, y), (x + WIDTH_M, y), (x + WIDTH_M, y + DEPTH_M), (x, y + DEPTH_M), (x, y))


def _zone_id(building: BuildingId, floor: int, zone: int) -> ZoneId:
    return ZoneId(f"{building}/{floor}/{zone}")


def _zone(building: BuildingId, floor: int, zone: int) -> Zone:
    return Zone(_zone_id(building, floor, zone), "", "", building, (floor,), ())


def _walls(building: BuildingId, corner: XY) -> Iterator[Wall]:
    """Twelve cross walls per floor with a gap at alternating ends."""
    for floor in range(FLOORS):
        for k in range(12):
            x, y = corner[0] + 5 * k, corner[1] + (k % 2) * 14
            yield Wall(building, floor, ((x, y), (x, y + 26)))


def _doors(building: BuildingId, corner: XY) -> Iterator[Door]:
    for floor in range(FLOORS):
        for zone in range(ZONES - 1):
            yield Door(building, floor, (_zone_id(building, floor, zone), _zone_id(building, floor, zone + 1)), corner)


def _camera(chance: random.Random, number: int, building: BuildingId, corner: XY) -> Camera:
    outdoors = number % 5 == 0
    floor = chance.randrange(FLOORS)
    edge = -8.0 if outdoors else 0.0
    return Camera(
        id=CameraId(f"c{number}"),
        number=number,
        name="",
        name_en="",
        kind=CameraKind.PTZ if number % 7 == 0 else CameraKind.FIXED,
        at=(corner[0] + edge + chance.uniform(0, WIDTH_M), corner[1] + edge + chance.uniform(0, DEPTH_M + edge)),
        building=None if outdoors else building,
        floor=None if outdoors else floor,
        zone=None if outdoors else _zone_id(building, floor, chance.randrange(ZONES)),
        azimuth=chance.uniform(0, 360),
        sees=(building,) if outdoors else (),
    )


def _point(chance: random.Random, number: int, building: BuildingId, corner: XY) -> Point:
    outdoors = number % 10 == 0  # a hydrant, a charging post: the widest search
    floor = chance.randrange(FLOORS)
    edge = -8.0 if outdoors else 0.0
    return Point(
        id=point_id("bench", f"d{number}", "smoke"),
        name="",
        name_en="",
        kind="smoke",
        at=(corner[0] + edge + chance.uniform(0, WIDTH_M), corner[1] + edge + chance.uniform(0, DEPTH_M + edge)),
        building=None if outdoors else building,
        floor=None if outdoors else floor,
        zone=None if outdoors else _zone_id(building, floor, chance.randrange(ZONES)),
    )
