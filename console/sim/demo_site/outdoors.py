"""The cameras outside: roads and gates, yards and fire lanes, the lake, the estate's paths. Pure."""

from __future__ import annotations

from dataclasses import replace

from console.model import XY
from console.sim.demo_site.camera import Planned, outdoor
from console.sim.demo_site.estate import TURN, on_estate

Row = tuple[str, str, str, XY, float, str, str]  # name, English name, scene, at, azimuth, zone, buildings in view

ROADS: tuple[Row, ...] = (
    ("芦苇路东口", "Reed Road east end", "street", (186, 8), 275, "ROAD-REED", "CANT OFFICE"),
    ("大门外侧", "Main gate outside", "street", (234, 24), 235, "YARD-GATE", ""),
    ("大门", "Main gate", "gate", (196.5, 8), 70, "YARD-GATE", "GATE"),
    ("大门内侧", "Main gate inside", "gate", (194, 19), 110, "ROAD-REED", "GATE"),
    ("芦苇路食堂段", "Reed Road at the canteen", "street", (148, 19), 300, "ROAD-REED", "CANT"),
    ("芦苇路中段", "Reed Road centre", "street", (58, 7), 290, "ROAD-REED", "EAST"),
    ("芦苇路西段", "Reed Road west", "street", (-60, 7), 330, "ROAD-REED", "WEST"),
    ("芦苇路西口", "Reed Road west end", "street", (-220, 18), 95, "ROAD-REED", ""),
    ("中轴路北", "Middle Road north", "street", (64, 108), 190, "ROAD-MID", "EAST OFFICE"),
    ("中轴路南", "Middle Road south", "street", (74, 22), 350, "ROAD-MID", "OFFICE EAST"),
    ("西环路北", "West Ring Road north", "street", (-121, 5), 200, "ROAD-WEST", "DOCK W2"),
    ("西环路南", "West Ring Road south", "street", (-133, -118), 15, "ROAD-WEST", "SUB W2"),
    ("湖滨路北", "Lakeside Road north", "street", (89, 4), 165, "ROAD-LAKE", "MFS"),
    ("湖滨路南", "Lakeside Road south", "street", (99, -118), 340, "ROAD-LAKE", "PUMP MFS"),
)
YARDS: tuple[Row, ...] = (
    ("东厂房东北角", "East Building north-east corner", "firelane", (53, 86), 265, "LANE-01", "EAST"),
    ("1号消防车道西", "Fire lane 1 west", "firelane", (-9, 86), 95, "LANE-01", "EAST"),
    ("2号消防车道", "Fire lane 2", "firelane", (52, 39), 278, "LANE-02", "EAST"),
    ("3号消防车道北", "Fire lane 3 north", "firelane", (-32, 4), 185, "LANE-03", "BAT W2"),
    ("3号消防车道南", "Fire lane 3 south", "firelane", (-26, -64), 350, "LANE-03", "BAT W2"),
    ("东厂房前广场", "East forecourt", "forecourt", (22, 21), 0, "YARD-EAST", "EAST"),
    ("西厂房前", "West Building front", "forecourt", (-72, 23), 5, "GREEN-1", "WEST"),
    ("装卸场", "Loading yard", "dock", (-138, -102), 315, "YARD-DOCK", "DOCK SUB"),
    ("1号停车场东", "Car park 1 east", "parking", (145, 24), 300, "PARKING-1", "OFFICE"),
    ("1号停车场西", "Car park 1 west", "parking", (86, 45), 140, "PARKING-1", ""),
    ("芦汀湖北岸", "Luting Lake north shore", "lake", (150, -47), 170, "", ""),
    ("芦汀湖西岸", "Luting Lake west shore", "lake", (124, -95), 80, "", ""),
    ("水泵房外墙", "Pump house wall", "forecourt", (72, -81.5), 0, "", ""),  # 1.5 m from the wall it faces
)
ESTATE: tuple[Row, ...] = (
    ("芦汀苑南门", "Estate south gate", "gate", (2, -6), 60, "ROAD-ESTATE", ""),
    ("内路西段", "Estate Road west", "street", (18, -13), 70, "ROAD-ESTATE", "R3"),
    ("内路中段", "Estate Road centre", "street", (80, -13), 80, "ROAD-ESTATE", "R4"),
    ("内路东段", "Estate Road east", "street", (182, -5), 265, "ROAD-ESTATE", "GYM"),
    ("北路西段", "North Road west", "street", (1, 50), 75, "ROAD-NORTH", "R1"),
    ("北路中段", "North Road centre", "street", (72, 55), 100, "ROAD-NORTH", "R2 R4"),
    ("北路东段", "North Road east", "street", (132, 49), 280, "ROAD-NORTH", "R2"),
    ("1幢门前", "Court 1 entrance", "forecourt", (16, 60), 40, "", "R1"),
    ("1幢北侧", "Court 1 north side", "street", (62, 92), 255, "", "R1"),
    ("2幢门前", "Court 2 entrance", "forecourt", (80, 60), 40, "", "R2"),
    ("2幢北侧", "Court 2 north side", "street", (126, 92), 255, "", "R2"),
    ("3幢门前", "Court 3 entrance", "forecourt", (15, 12), 50, "", "R3"),
    ("3幢北侧", "Court 3 north side", "street", (62, 33), 250, "", "R3"),
    ("4幢门前", "Court 4 entrance", "forecourt", (79.5, 12), 50, "", "R4"),
    ("4幢北侧", "Court 4 north side", "street", (127, 33), 250, "", "R4"),
    ("4号消防车道北", "Fire lane 4 north", "firelane", (72, 47), 180, "LANE-04", "R3 R4"),
    ("4号消防车道南", "Fire lane 4 south", "firelane", (72, -3), 0, "LANE-04", "R3 R4"),
    ("社区广场", "Community square", "forecourt", (57, -15), 240, "YARD-COMM", "COMM"),
    ("1号车棚外", "Shed 1 outside", "ebike", (70, -38), 60, "", "EB1"),
    ("2号车棚外", "Shed 2 outside", "ebike", (130, -38), 300, "", "EB2"),
    ("2号停车场", "Car park 2", "parking", (181, -3), 310, "PARKING-2", "GYM"),
    ("文体馆门前", "Sports hall front", "forecourt", (140, 52), 130, "", "GYM"),
    ("宅间绿地", "Garden", "lake", (21, 45), 120, "GREEN-2", "R3"),
)
HEADS: dict[str, tuple[tuple[str, str], ...]] = {
    "大门": (("道闸", "barrier"), ("人行通道", "footpath"), ("来车方向", "oncoming")),
    "芦苇路中段": (("东厂房", "east factory"), ("2号消防车道", "fire lane 2")),
    "西环路南": (("配电房", "substation"), ("冷库", "cold store")),
    "东厂房前广场": (("3层窗口", "windows floor 3"), ("消防车道", "fire lane"), ("正门", "main door")),
    "装卸场": (("1号月台", "bay 1"), ("配电房", "substation")),
    "芦汀湖北岸": (("湖心", "lake"), ("闸口", "sluice")),
    "北路中段": (("2幢", "house 2"), ("4幢", "house 4"), ("消防车道", "fire lane")),
    "社区广场": (("社区中心", "community centre"), ("广场", "square")),
    "2号停车场": (("文体馆", "sports hall"), ("停车场", "car park")),
}
PAN_LIMITS = {"大门": (340.0, 200.0), "芦汀湖北岸": (90.0, 270.0), "东厂房前广场": (270.0, 90.0)}


def _camera(row: Row) -> Planned:
    name, name_en, scene, at, azimuth, zone, sees = row
    camera = outdoor((name, name_en, scene), at, azimuth, zone, sees)
    return camera.ptz(*HEADS[name], pan=PAN_LIMITS.get(name)) if name in HEADS else camera


def roads() -> list[Planned]:
    return [_camera(row) for row in ROADS]


def yards() -> list[Planned]:
    return [_camera(row) for row in YARDS]


def paths() -> list[Planned]:
    """The estate's outdoor cameras, turned with its grid."""
    cameras = (_camera(row) for row in ESTATE)
    return [replace(camera, at=on_estate(camera.at), azimuth=(camera.azimuth + TURN) % 360) for camera in cameras]
