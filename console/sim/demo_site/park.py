"""The park of enterprises 芦汀产业园: its buildings, who works in them, and the ground between. Pure."""

from __future__ import annotations

from console.model import XY, ZoneUse
from console.sim.demo_site.hall import Bay, Hall, hall_areas, hall_storey
from console.sim.demo_site.plan import Area, House, Rect, closed
from console.sim.demo_site.slab import Slab, slab_areas, slab_storey

WORKSHOPS = Slab(width=64, depth=28, corridor=(12.5, 15.5))
OFFICES = Slab(width=48, depth=22, corridor=(9.5, 12.0), sections=("",), rooms=6, lift=6.0, lobby=4.0)

HERON = ("鹭纺针织", "Heron Knitwear")
REEDLIGHT = ("苇光电子", "Reedlight Electronics")
QINGHE = ("青禾服饰", "Qinghe Garments")
SHUTTLE = ("云梭家纺", "Cloud Shuttle Textiles")
INNOVATION = ("芦汀科创中心", "Luting Innovation Centre")
EGRET = ("鹭岛软件", "Egret Software")


def _bays(*bays: tuple[str, str, str], firm: tuple[str, str] = ("", "")) -> tuple[Bay, ...]:
    """Bays with the firm that works there in brackets."""
    name, name_en = (f"（{firm[0]}）", f" ({firm[1]})") if firm[0] else ("", "")
    return tuple(Bay(suffix, zh + name, en + name_en) for suffix, zh, en in bays)


TONGHUI = ("通汇仓储", "Tonghui Warehousing")
TINGZHOU = ("汀洲冷链", "Tingzhou Cold Chain")
BAODIAN = ("宝电新能源", "Baodian Battery")
HEWEI = ("禾味餐饮", "Hewei Catering")

STORES = Hall(
    62, 46, _bays(("A", "A库", "Store A"), ("B", "B库", "Store B"), ("C", "C库", "Store C"), firm=TONGHUI), (7, 6)
)
COLD_ROOMS = Hall(
    66,
    46,
    _bays(("A", "A冷间", "Cold room A"), ("B", "B冷间", "Cold room B"), ("C", "穿堂", "Anteroom"), firm=TINGZHOU),
    (8, 6),
)
LOADING = Hall(60, 44, _bays(("A", "A装卸区", "Dock A"), ("B", "B装卸区", "Dock B"), firm=TONGHUI), (6, 5))
CELLS = Hall(
    56,
    30,
    _bays(("A", "装配区", "Assembly"), ("B", "化成区", "Formation"), ("C", "成品库", "Finished goods"), firm=BAODIAN),
    (6, 6),
    stair=5,
)
DINING = Hall(34, 26, _bays(("D", "餐厅", "Dining hall"), ("K", "厨房", "Kitchen"), firm=HEWEI), stair=4.5)
PUMPS = Hall(24, 18, _bays(("", "泵间", "Pump room")), (5, 4))
STATION = Hall(22, 14, _bays(("", "车库与值班室", "Engine bay and watch room")), (6, 5))
PORTER = Hall(10, 8, _bays(("", "值班室", "Porter's room")))
SUBSTATION = Hall(14, 9, _bays(("", "配电间", "Switch room")))
SLUICE = Hall(9, 7, _bays(("", "闸房", "Gate room")))


def slab_house(ident: str, names: tuple[str, str], at: XY, slab: Slab, tenants: tuple[tuple[str, str], ...]) -> House:
    """A slab of the park with one tenant per floor."""
    labels = {ordinal: f"{ordinal + 1}F" for ordinal in range(len(tenants))}
    storeys = tuple(slab_storey(slab, ordinal, label) for ordinal, label in labels.items())
    areas = tuple(slab_areas(slab, labels, dict(enumerate(tenants))))
    return House(ident, *names, at, slab.width, slab.depth, 0.0, storeys, areas)


def hall_house(ident: str, names: tuple[str, str], at: XY, hall: Hall, floors: int = 1) -> House:
    labels = {ordinal: f"{ordinal + 1}F" for ordinal in range(floors)}
    storeys = tuple(hall_storey(hall, ordinal, label) for ordinal, label in labels.items())
    return House(ident, *names, at, hall.width, hall.depth, 0.0, storeys, tuple(hall_areas(hall, labels)))


EAST = slab_house(
    "EAST", ("东厂房", "East Building"), (-10, 48), WORKSHOPS, (HERON, HERON, HERON, REEDLIGHT, REEDLIGHT)
)
WEST = slab_house(
    "WEST", ("西厂房", "West Building"), (-105, 48), WORKSHOPS, (QINGHE, QINGHE, QINGHE, SHUTTLE, SHUTTLE)
)
OFFICE = slab_house(
    "OFFICE", ("芦汀商务楼", "Luting Office Block"), (85, 50), OFFICES, (INNOVATION,) * 3 + (EGRET,) * 3
)
W1 = hall_house("W1", ("1号仓库", "Warehouse 1"), (-205, 45), STORES)
W2 = hall_house("W2", ("2号仓库（冷库）", "Warehouse 2 (cold store)"), (-110, -65), COLD_ROOMS)
DOCK = hall_house("DOCK", ("装卸大厅", "Loading Hall"), (-205, -70), LOADING)
BAT = hall_house("BAT", ("电池车间", "Battery Workshop"), (-20, -60), CELLS, floors=2)
CANT = hall_house("CANT", ("食堂", "Canteen"), (150, 50), DINING, floors=2)
PUMP = hall_house("PUMP", ("水泵房", "Pump House"), (60, -80), PUMPS)
MFS = hall_house("MFS", ("微型消防站", "Micro Fire Station"), (105, -40), STATION)
GATE = hall_house("GATE", ("门卫", "Gate House"), (198, 26), PORTER)
SUB = hall_house("SUB", ("配电房", "Substation"), (-160, -108), SUBSTATION)
SLU = hall_house("SLU", ("西堤闸房", "West Dyke Sluice House"), (-640, -260), SLUICE)

HOUSES = (EAST, WEST, OFFICE, W1, W2, DOCK, BAT, CANT, PUMP, MFS, GATE, SUB, SLU)


def _ground(ident: str, name: str, name_en: str, rect: Rect, use: ZoneUse) -> Area:
    return Area(ident, name, name_en, rect.ring, (), use)


LAKE = closed((128, -62), (150, -50), (185, -56), (215, -48), (222, -90), (205, -126), (160, -130), (132, -104))

SHORE = closed((116, -66), (146, -40), (186, -46), (222, -38), (236, -92), (214, -136), (152, -138), (120, -108))
CANAL = closed(
    (-232, -150), (-120, -142), (20, -146), (150, -142), (260, -122), (350, -128), (452, -116),
    (452, -136), (350, -148), (258, -142), (148, -162), (20, -166), (-120, -162), (-232, -170),
)  # fmt: skip
BANK = closed((-118, -124), (86, -124), (86, -138), (20, -142), (-118, -138))
LINK = closed((236, 6), (236, 20), (244, 20), (262, -20), (252, -26), (249, -36), (241, -30), (240, -8))

GROUND = (
    _ground("ROAD-REED", "芦苇路", "Reed Road", Rect(-222, 6, 236, 20), ZoneUse.ROAD),
    _ground("ROAD-WEST", "西环路", "West Ring Road", Rect(-134, -120, -120, 6), ZoneUse.ROAD),
    _ground("ROAD-MID", "中轴路", "Middle Road", Rect(62, 20, 76, 110), ZoneUse.ROAD),
    _ground("ROAD-LAKE", "湖滨路", "Lakeside Road", Rect(88, -120, 100, 6), ZoneUse.ROAD),
    _ground("LANE-01", "1号消防车道", "Fire lane 1", Rect(-10, 80, 54, 87), ZoneUse.FIRE_LANE),
    _ground("LANE-02", "2号消防车道", "Fire lane 2", Rect(-10, 38, 54, 45), ZoneUse.FIRE_LANE),
    _ground("LANE-03", "3号消防车道", "Fire lane 3", Rect(-40, -66, -24, 6), ZoneUse.FIRE_LANE),
    _ground("YARD-EAST", "东厂房前广场", "East forecourt", Rect(-10, 20, 54, 38), ZoneUse.YARD),
    _ground("YARD-DOCK", "装卸场", "Loading yard", Rect(-205, -104, -136, -70), ZoneUse.YARD),
    _ground("YARD-GATE", "大门口", "Main gate", Rect(196, 6, 236, 26), ZoneUse.YARD),
    _ground("PARKING-1", "1号停车场", "Car park 1", Rect(85, 22, 146, 46), ZoneUse.YARD),
    _ground("GREEN-1", "中心绿地", "Central green", Rect(-105, 22, -30, 44), ZoneUse.GREEN),
    _ground("GREEN-3", "食堂绿地", "Canteen green", Rect(150, 80, 184, 96), ZoneUse.GREEN),
    _ground("GREEN-4", "仓库绿带", "Warehouse green", Rect(-205, 24, -143, 41), ZoneUse.GREEN),
    Area("GREEN-5", "湖岸绿地", "Lakeside green", SHORE, (), ZoneUse.GREEN),
    Area("GREEN-6", "河岸绿带", "Canal bank", BANK, (), ZoneUse.GREEN),
    Area("ROAD-LINK", "连接路", "Link Road", LINK, (), ZoneUse.ROAD),
    Area("CANAL", "芦汀河", "Luting Canal", CANAL, (), ZoneUse.WATER),
    Area("LAKE", "芦汀湖", "Luting Lake", LAKE, (), ZoneUse.WATER),
)  # fmt: skip
