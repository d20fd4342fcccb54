"""What lies on which level of a site: the open ground, or one floor of one building. Pure, built once per site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from console.model import (
    XY,
    Building,
    BuildingId,
    Camera,
    CameraId,
    Door,
    Floor,
    Point,
    PointId,
    Site,
    Wall,
    Zone,
    ZoneId,
)
from console.model.ids import principal

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Level:
    """One sheet of the plan: a floor by its ordinal, or the open ground."""

    building: BuildingId | None = None
    ordinal: int | None = None

    @property
    def is_site(self) -> bool:
        return self.building is None


SITE_LEVEL = Level()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is, as far as the site says: `at` is None when it is not placed on the plan."""

    levels: tuple[Level, ...]  # several in a stair or lift; empty: in `building`, on an unknown floor
    at: XY | None
    building: BuildingId | None
    zone: ZoneId | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that is drawn on one level; devices without a place are not among it."""

    level: Level
    cameras: tuple[Camera, ...] = ()
    points: tuple[Point, ...] = ()
    walls: tuple[Wall, ...] = ()
    zones: tuple[Zone, ...] = ()
    doors: tuple[Door, ...] = ()


class Levels:
    """The sheets of one site and the way from a device to its sheet."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.buildings: Mapping[BuildingId, Building] = {building.id: building for building in site.buildings}
        self.zones: Mapping[ZoneId, Zone] = {zone.id: zone for zone in site.zones}
        self._cameras: Mapping[CameraId, Camera] = {camera.id: camera for camera in site.cameras}
        self._floors = _floors(site)
        self._drawn = site.floors_with_walls
        self._cameras_on = self._by_level(sorted(site.cameras, key=lambda camera: camera.number))
        self._points_on = self._by_level(site.points)
        self._walls_on = _grouped((Level(wall.building, wall.floor), wall) for wall in site.walls)
        self._doors_on = _grouped((Level(door.building, door.floor), door) for door in site.doors)
        self._sheets: dict[Level, Sheet] = {}
        self._zones_on = _grouped((level, zone) for zone in site.zones for level in _levels(zone.building, zone.floors))

    def floors(self, building: BuildingId) -> tuple[Floor, ...]:
        """The floors of a building from the lowest up."""
        return self._floors.get(building, ())

    def floor(self, level: Level) -> Floor | None:
        return next((f for f in self._floor_list(level.building) if f.ordinal == level.ordinal), None)

    def has_walls(self, level: Level) -> bool:
        """Whether the walls of this floor are drawn in the site folder."""
        return level.building is not None and (level.building, level.ordinal) in self._drawn

    def sheet(self, level: Level) -> Sheet:
        """What is drawn on this level; cameras by number. The same object every time."""
        if (found := self._sheets.get(level)) is None:
            found = self._sheets[level] = self._sheet(level)
        return found

    def _sheet(self, level: Level) -> Sheet:
        return Sheet(
            level,
            tuple(self._cameras_on.get(level, ())),
            tuple(self._points_on.get(level, ())),
            tuple(self._walls_on.get(level, ())),
            tuple(self._zones_on.get(level, ())),
            tuple(self._doors_on.get(level, ())),
        )

    def ground_floor(self, building: BuildingId) -> Level:
        """The floor with ordinal 0, or the lowest one above it."""
        ordinals = [floor.ordinal for floor in self.floors(building)]
        at_or_above = [ordinal for ordinal in ordinals if ordinal >= 0] or ordinals
        return Level(building, at_or_above[0] if at_or_above else None)

    def spot(self, thing: Camera | Point) -> Spot:
        zone = self.zones.get(thing.zone) if thing.zone else None
        building = thing.building or (zone.building if zone else None)
        if building is None:
            return Spot((SITE_LEVEL,), thing.at, None, thing.zone)
        if thing.floor is not None:
            return Spot((Level(building, thing.floor),), thing.at, building, thing.zone)
        return Spot(_levels(building, zone.floors if zone else ()), thing.at, building, thing.zone)

    def spot_of(self, id_: PointId, known: Point | None) -> Spot | None:
        """Where the alarm of this point lies; a camera's own trouble lies where the camera is. None: nowhere."""
        if known is not None:
            return self.spot(known)
        camera = self._cameras.get(CameraId(principal(id_).removeprefix("camera/").partition("#")[0]))
        return self.spot(camera) if camera is not None and id_.startswith("camera/") else None

    def _floor_list(self, building: BuildingId | None) -> tuple[Floor, ...]:
        return self.floors(building) if building is not None else ()

    def _by_level(self, things: Iterable[T]) -> Mapping[Level, list[T]]:
        found: dict[Level, list[T]] = defaultdict(list)
        for thing in things:
            spot = self.spot(thing)  # type: ignore[arg-type]  # cameras or points, both have what is asked
            if spot.at is not None:
                for level in spot.levels:
                    found[level].append(thing)
        return found


def _levels(building: BuildingId | None, floors: Iterable[int]) -> tuple[Level, ...]:
    return (SITE_LEVEL,) if building is None else tuple(Level(building, ordinal) for ordinal in floors)


def _grouped(pairs: Iterable[tuple[Level, T]]) -> Mapping[Level, list[T]]:
    found: dict[Level, list[T]] = defaultdict(list)
    for level, thing in pairs:
        found[level].append(thing)
    return found


def _floors(site: Site) -> Mapping[BuildingId, tuple[Floor, ...]]:
    found: dict[BuildingId, list[Floor]] = defaultdict(list)
    for floor in site.floors:
        found[floor.building].append(floor)
    return {id_: tuple(sorted(floors, key=lambda floor: floor.ordinal)) for id_, floors in found.items()}
