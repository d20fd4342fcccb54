"""Builders for ranking tests: terse cameras, points and sites in metres, and the plan of the worked examples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from console.cameras import Index, Ranking, short
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
    Point,
    PointId,
    Site,
    Wall,
    Zone,
    ZoneId,
)

B1 = BuildingId("B1")


def cam(number: int, x: float | None = None, y: float = 0.0, **more: Any) -> Camera:
    """A fixed camera `c<number>`, looking north with a right angle over 25 m unless said otherwise."""
    fields: dict[str, Any] = {"kind": CameraKind.FIXED, "at": None if x is None else (x, y), **more}
    return Camera(id=CameraId(f"c{number}"), number=number, name="", name_en="", **fields)


def point(x: float | None = None, y: float = 0.0, **more: Any) -> Point:
    fields: dict[str, Any] = {"kind": "smoke", "at": None if x is None else (x, y), **more}
    return Point(id=PointId("test/S#smoke"), name="", name_en="", **fields)


def site(cameras: Iterable[Camera], **more: Any) -> Site:
    return Site("测试", "Test", "Asia/Shanghai", (121.0, 31.0), cameras=tuple(cameras), **more)


def zone(name: str, building: BuildingId | None, *floors: int, ring: tuple[XY, ...] = ()) -> Zone:
    return Zone(ZoneId(name), name, name, building, floors, ring)


def building(name: str, x: float, y: float, width: float, depth: float) -> Building:
    ring = ((x, y), (x + width, y), (x + width, y + depth), (x, y + depth), (x, y))
    return Building(BuildingId(name), name, name, ring)


def wall(*line: XY, building: BuildingId = B1, floor: int = 2) -> Wall:
    return Wall(building, floor, line)


def bound(camera: int, order: int, target: str = "test/S#smoke", preset: str = "") -> Binding:
    return Binding(target, CameraId(f"c{camera}"), order, preset)


def rank(of: Site, target: Any, *, offline: Iterable[int] = (), limit: int = 4, **health: Health) -> Ranking:
    """Every camera is ok unless named in `offline` or by a keyword such as `c7=Health.DEGRADED`."""
    states = {camera.id: Health.OK for camera in of.cameras}
    states |= {CameraId(f"c{number}"): Health.OFFLINE for number in offline}
    states |= {CameraId(name): state for name, state in health.items()}
    return Index(of).rank(target, states, limit)


def numbers(ranking: Ranking) -> list[int]:
    return [choice.camera.number for choice in ranking.chosen]


def skipped(ranking: Ranking) -> list[int]:
    return [choice.camera.number for choice in ranking.skipped]


def lines(ranking: Ranking) -> list[str]:
    """Each chosen camera as number and reasons."""
    return [f"{choice.camera.number} {short(choice)}" for choice in ranking.chosen]


# ---- the plan of the worked examples: rooms A and B with a solid wall between, a corridor north, a door A-corridor


def rooms(cameras: Iterable[Camera] | None = None, **more: Any) -> Site:
    walls = (
        wall((0, 0), (20, 0)),
        wall((0, 10), (9, 10)),
        wall((10, 10), (20, 10)),
        wall((20, 0), (20, 10)),
        wall((20, 10), (40, 10)),
        wall((40, 0), (40, 10)),
    )
    doors = (
        Door(B1, 2, (ZoneId("A"), ZoneId("COR")), (9.5, 10.0)),
        Door(B1, 2, (ZoneId("B"), ZoneId("COR")), (30.0, 10.0)),
    )
    zones = (zone("A", B1, 2), zone("B", B1, 2), zone("COR", B1, 2), zone("A3", B1, 3))
    fields: dict[str, Any] = {
        "buildings": (building("B1", 0, 0, 40, 13),),
        "zones": zones,
        "walls": walls,
        "doors": doors,
        "floors_with_walls": frozenset({(B1, 2)}),
        **more,
    }
    return site(rooms_cameras() if cameras is None else cameras, **fields)


def rooms_cameras() -> list[Camera]:
    inside = {"building": B1, "floor": 2}
    return [
        cam(101, 1, 1, zone="A", azimuth=60, **inside),
        cam(102, 19, 9, zone="A", azimuth=225, fov=100, **inside),
        cam(103, 21, 5, zone="B", azimuth=90, **inside),
        cam(104, 1, 11.5, zone="COR", azimuth=90, fov=70, **inside),
        cam(105, 10, 9.5, zone="A", fov=60, range_m=30, kind=CameraKind.PTZ, **inside),
        cam(201, 18, 5, zone="A3", azimuth=270, building=B1, floor=3),
        cam(301, -20, 5, azimuth=90, fov=60, range_m=60, sees=(B1,)),
        cam(302, 150, 200, range_m=60),
    ]


def detector(**more: Any) -> Point:
    """S-2-017 at (18, 5) in room A."""
    fields: dict[str, Any] = {"building": B1, "floor": 2, "zone": ZoneId("A"), **more}
    return point(18, 5, **fields)
