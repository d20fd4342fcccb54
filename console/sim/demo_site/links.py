"""What people of the demo site signed and wrote down: bindings, shelters, micro fire stations. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from console.model import XY
from console.sim.demo_site import estate, park
from console.sim.demo_site.camera import Planned
from console.sim.demo_site.plan import House
from console.sim.demo_site.sensing import Sensor

Row = tuple[str, str, int, str]  # target, camera, order, preset

BY_ALIAS: tuple[tuple[str, str, str], ...] = (  # alias of a detector, English name of a camera, preset
    ("warehouse-1-1f-store-b-1-smoke-detector", "Warehouse 1 1F store B racks", "北货架"),
    ("warehouse-1-1f-store-b-2-smoke-detector", "Warehouse 1 1F store B racks", "南货架"),
    ("电池车间/1F/化成区感温", "Battery Workshop 1F formation", "化成柜"),
    ("电池车间/1F/化成区感温", "Battery Workshop 1F formation, south side", ""),
    ("食堂/1F/厨房感温", "Canteen 1F kitchen", ""),
)
BY_ZONE: tuple[tuple[str, str, str], ...] = (
    ("R3-B1", "Luting Court 3 B1 garage west", ""),
    ("R3-B1", "Luting Court 3 B1 garage entrance", ""),
    ("R4-B1", "Luting Court 4 B1 garage west", ""),
    ("LANE-02", "East forecourt", "消防车道"),
    ("LANE-04", "Fire lane 4 north", ""),
    ("GYM-1F", "Lakeside Sports Hall 1F court", "安置区"),
)


def bindings(cameras: list[Planned], sensors: list[Sensor]) -> list[Row]:
    """Rows of bindings.csv; the order counts up for every target."""
    numbers = {camera.name_en: camera.id for camera in cameras}
    points = {sensor.alias: f"{sensor.source}/{sensor.device}#{sensor.kinds[0]}" for sensor in sensors if sensor.alias}
    signed = [(points[alias], camera, preset) for alias, camera, preset in BY_ALIAS] + list(BY_ZONE)
    rows: list[Row] = []
    for target, camera, preset in signed:
        order = 1 + sum(row[0] == target for row in rows)
        rows.append((target, numbers[camera], order, preset))
    return rows


@dataclass(frozen=True, slots=True)
class Refuge:
    """A row of places.csv; `at` is of the site."""

    id: str
    kind: str
    name: str
    name_en: str
    at: XY
    capacity: int
    phone: str
    house: str


def _in(house: House, ident: str, kind: str, names: tuple[str, str], size: tuple[int, str]) -> Refuge:
    at = house.out((house.width / 2, house.depth / 2))
    return Refuge(ident, kind, *names, at, *size, house.id)


def places() -> list[Refuge]:
    shelter, station = "shelter", "micro_fire_station"
    return [
        _in(estate.COMM, "SH-01", shelter, ("社区中心避灾点", "Community Centre shelter"), (180, "0573-555-0101")),
        _in(park.CANT, "SH-02", shelter, ("食堂避灾点", "Canteen shelter"), (220, "0573-555-0102")),
        _in(estate.GYM, "SH-03", shelter, ("湖滨文体馆避灾点", "Sports Hall shelter"), (450, "0573-555-0103")),
        _in(park.OFFICE, "SH-04", shelter, ("商务楼大厅避灾点", "Office Block shelter"), (150, "0573-555-0104")),
        _in(park.MFS, "MFS-1", station, ("微型消防站一站", "Micro fire station 1"), (6, "0573-555-0111")),
        _in(estate.COMM, "MFS-2", station, ("微型消防站二站", "Micro fire station 2"), (5, "0573-555-0112")),
    ]
