"""The ground: buildings, floors, areas, walls and doors, and the places people are sent to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.model.ids import XY, BuildingId, ZoneId


@dataclass(frozen=True, slots=True)
class Building:
    id: BuildingId
    name: str
    name_en: str
    ring: tuple[XY, ...]  # footprint, local metres, closed


@dataclass(frozen=True, slots=True)
class Floor:
    building: BuildingId
    ordinal: int  # sortable; 0 is the ground floor. Never compute with the label
    label: str


class ZoneUse(StrEnum):
    """What an area is, for the map and for rules; indoors nearly always a fire zone."""

    FIRE_ZONE = "fire_zone"
    STAIR = "stair"
    LIFT = "lift"
    ROAD = "road"
    FIRE_LANE = "fire_lane"
    YARD = "yard"
    GREEN = "green"
    WATER = "water"


@dataclass(frozen=True, slots=True)
class Zone:
    """A fire zone 防火分区; lifts, stairs and atria span several `floors`. Outdoor areas have no building."""

    id: ZoneId
    name: str
    name_en: str
    building: BuildingId | None
    floors: tuple[int, ...]
    ring: tuple[XY, ...]
    use: ZoneUse = ZoneUse.FIRE_ZONE


@dataclass(frozen=True, slots=True)
class Wall:
    building: BuildingId
    floor: int
    line: tuple[XY, ...]


@dataclass(frozen=True, slots=True)
class Door:
    """A door or opening that joins two zones of one floor."""

    building: BuildingId
    floor: int
    zones: tuple[ZoneId, ZoneId]
    at: XY


class PlaceKind(StrEnum):
    SHELTER = "shelter"  # 避灾安置场所
    MICRO_FIRE_STATION = "micro_fire_station"  # 微型消防站


@dataclass(frozen=True, slots=True)
class Place:
    """A place people are sent to or come from; `capacity` is persons sheltered, or firefighters on duty."""

    id: str
    kind: PlaceKind
    name: str
    name_en: str
    at: XY
    capacity: int = 0
    phone: str = ""
    building: BuildingId | None = None
