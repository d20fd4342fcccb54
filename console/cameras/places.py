"""Where the cameras are: by floor, by zone, behind which door, along which stair. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import shapely

from console.cameras.choice import PlacedTarget
from console.cameras.table import NO_ROWS, Rows, Table
from console.model import XY, BuildingId, Camera, Point, Site, Zone, ZoneId

Floor = tuple[BuildingId | None, int | None]  # (None, None): the open ground
GROUND: Floor = (None, None)

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Spot:
    """A target with what its zone adds: the building, and every floor it may be on (several in a stair or lift)."""

    at: XY | None
    near: XY | None  # `at`, or the middle of its zone or building when it is not placed
    zone: ZoneId | None
    zone_spans: bool
    building: BuildingId | None
    floors: tuple[Floor, ...]  # empty: in a building, on an unknown floor

    @property
    def plane(self) -> Floor | None:
        """Where sight lines can be drawn: None when the place or the floor is not known."""
        return self.floors[0] if self.at is not None and len(self.floors) == 1 else None


class Places:
    """Rows of the camera table, grouped by every relation the tiers ask for."""

    def __init__(self, site: Site, table: Table) -> None:
        self._building = {building.id: building for building in site.buildings}
        self._zone: Mapping[ZoneId, Zone] = {zone.id: zone for zone in site.zones}
        standing: dict[Floor, list[int]] = defaultdict(list)
        on_floor: dict[Floor, list[int]] = defaultdict(list)
        in_zone: dict[tuple[Floor, ZoneId | None], list[int]] = defaultdict(list)
        spanning: dict[Floor, list[int]] = defaultdict(list)
        zones: dict[ZoneId | None, list[int]] = defaultdict(list)
        buildings: dict[BuildingId | None, list[int]] = defaultdict(list)
        floorless: dict[BuildingId | None, list[int]] = defaultdict(list)
        for row, camera in enumerate(table.cameras):
            floors = self._floors(camera)
            if len(floors) == 1:
                standing[floors[0]].append(row)
            for floor in floors:
                on_floor[floor].append(row)
                in_zone[floor, camera.zone].append(row)
            for floor in self._reaches(camera.zone):
                spanning[floor].append(row)
            zones[camera.zone].append(row)
            buildings[camera.building].append(row)
            if not floors:
                floorless[camera.building].append(row)
        self._standing = _arrays(standing)
        self._on_floor, self._in_zone, self._spanning = _arrays(on_floor), _arrays(in_zone), _arrays(spanning)
        self._zones, self._buildings, self._floorless = _arrays(zones), _arrays(buildings), _arrays(floorless)
        self._next_door = _adjacency(site)

    def spot(self, target: Point | PlacedTarget) -> Spot:
        zone = self._zone.get(target.zone) if target.zone else None
        building = target.building or (zone.building if zone else None)
        near = target.at or self._middle(zone, building)
        return Spot(target.at, near, target.zone, _spans(zone), building, self._floors(target))

    def standing_on(self, floor: Floor) -> Rows:
        """Cameras known to be on this floor and no other: a lift's camera is nowhere for certain."""
        return self._standing.get(floor, NO_ROWS)

    def outdoors(self) -> Rows:
        return self._on_floor.get(GROUND, NO_ROWS)

    def on_floors(self, spot: Spot) -> Rows:
        """Cameras on the target's floor (on any of them, when it may be on several)."""
        return _join(self._on_floor.get(floor, NO_ROWS) for floor in spot.floors)

    def in_zone(self, spot: Spot) -> Rows:
        """Cameras in the target's zone: on its floor, and on every floor when the zone spans several."""
        if spot.zone is None:
            return NO_ROWS
        if spot.zone_spans:
            return self._zones.get(spot.zone, NO_ROWS)
        return _join(self._in_zone.get((floor, spot.zone), NO_ROWS) for floor in spot.floors)

    def behind_doors(self, spot: Spot) -> Rows:
        """Cameras on the same floor in a zone that shares a door with the target's zone."""
        return _join(
            self._in_zone.get((floor, zone), NO_ROWS)
            for floor in spot.floors
            for zone in self._next_door.get((floor, spot.zone), ())
        )

    def by_stair(self, spot: Spot) -> Rows:
        """Cameras in a stair, lift or atrium that reaches the target's floor."""
        return _join(self._spanning.get(floor, NO_ROWS) for floor in spot.floors)

    def next_floors(self, spot: Spot) -> Rows:
        """Cameras one floor up or down by ordinal."""
        ordinals = [(building, floor) for building, floor in spot.floors if floor is not None]
        return _join(self._on_floor.get((b, f + step), NO_ROWS) for b, f in ordinals for step in (-1, 1))

    def reaches(self, camera: Camera, spot: Spot) -> bool:
        """Whether the camera's zone is a stair, lift or atrium that reaches the target's floor."""
        return any(floor in spot.floors for floor in self._reaches(camera.zone))

    def floor_unknown(self, spot: Spot) -> Rows:
        """Cameras of the building when it is not known on which floor they, or the target, are."""
        if spot.building is None:
            return NO_ROWS
        return (self._floorless if spot.floors else self._buildings).get(spot.building, NO_ROWS)

    def _floors(self, thing: Camera | Point | PlacedTarget) -> tuple[Floor, ...]:
        zone = self._zone.get(thing.zone) if thing.zone else None
        building = thing.building or (zone.building if zone else None)
        if building is None:
            return (GROUND,)
        if thing.floor is not None:
            return ((building, thing.floor),)
        return tuple((building, floor) for floor in zone.floors) if zone else ()

    def _middle(self, zone: Zone | None, building_id: BuildingId | None) -> XY | None:
        building = self._building.get(building_id) if building_id else None
        for ring in (zone.ring if zone else (), building.ring if building else ()):
            if len(ring) >= 3:
                middle = shapely.Polygon(ring).centroid
                return middle.x, middle.y
        return None

    def _reaches(self, zone_id: ZoneId | None) -> tuple[Floor, ...]:
        zone = self._zone.get(zone_id) if zone_id else None
        return tuple((zone.building, floor) for floor in zone.floors) if zone and _spans(zone) else ()


def _spans(zone: Zone | None) -> bool:
    return zone is not None and len(zone.floors) > 1


def _adjacency(site: Site) -> Mapping[tuple[Floor, ZoneId | None], frozenset[ZoneId]]:
    found: dict[tuple[Floor, ZoneId | None], set[ZoneId]] = defaultdict(set)
    for door in site.doors:
        one, other = door.zones
        found[(door.building, door.floor), one].add(other)
        found[(door.building, door.floor), other].add(one)
    return {key: frozenset(zones - {key[1]}) for key, zones in found.items()}


def _arrays(groups: Mapping[K, list[int]]) -> Mapping[K, Rows]:
    return {key: np.array(rows, dtype=np.intp) for key, rows in groups.items()}


def _join(parts: Iterable[Rows]) -> Rows:
    found = [part for part in parts if len(part)]
    if not found:
        return NO_ROWS
    return found[0] if len(found) == 1 else np.concatenate(found)
