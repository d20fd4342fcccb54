"""The housing estate 芦汀苑: residential slabs, the community centre, sheds for e-bikes, the ground between. Pure."""

from __future__ import annotations

from dataclasses import replace

from console.model import XY, ZoneUse
from console.sim.demo_site.hall import Bay, Hall
from console.sim.demo_site.park import hall_house
from console.sim.demo_site.plan import Area, House, Rect, turned
from console.sim.demo_site.slab import Slab, garage_storey, slab_areas, slab_storey

CORNER: XY = (252, -22)  # where the estate's own grid begins on the site
TURN = 12.0  # clockwise, degrees

FLATS = Slab(width=40, depth=16, corridor=(7.0, 9.2), sections=("",), rooms=4, stair=4.0, lift=4.0, lobby=3.0)
COMMUNITY = Hall(36, 20, (Bay("H", "活动厅", "Activity hall"), Bay("S", "服务厅", "Service hall")), (6, 5), 4.5)
SHED = Hall(24, 8, (Bay("", "充电区", "Charging area"),))
SPORTS = Hall(36, 28, (Bay("", "球场", "Court"),), (6, 6))


def on_estate(at: XY) -> XY:
    """A position of the estate's grid in the metres of the site."""
    x, y = turned(at, TURN)
    return CORNER[0] + x, CORNER[1] + y


def _flats(ident: str, number: int, at: XY, floors: int, *, garage: bool = False) -> House:
    labels = {-1: "B1"} if garage else {}
    labels |= {ordinal: f"{ordinal + 1}F" for ordinal in range(floors)}
    storeys = tuple(
        (garage_storey if ordinal < 0 else slab_storey)(FLATS, ordinal, label) for ordinal, label in labels.items()
    )
    tenants = {-1: ("地下车库", "Garage")}
    names = f"芦汀苑{number}幢", f"Luting Court {number}"
    areas = tuple(slab_areas(FLATS, labels, tenants))
    return House(ident, *names, on_estate(at), FLATS.width, FLATS.depth, TURN, storeys, areas)


R1 = _flats("R1", 1, (20, 70), 6)
R2 = _flats("R2", 2, (84, 70), 6)
R3 = _flats("R3", 3, (20, 14), 11, garage=True)
R4 = _flats("R4", 4, (84, 14), 11, garage=True)
COMM = replace(hall_house("COMM", ("社区中心", "Community Centre"), on_estate((20, -50)), COMMUNITY, 2), turn=TURN)
EB1 = replace(hall_house("EB1", ("1号电动自行车棚", "E-bike Shed 1"), on_estate((72, -34)), SHED), turn=TURN)
EB2 = replace(hall_house("EB2", ("2号电动自行车棚", "E-bike Shed 2"), on_estate((104, -34)), SHED), turn=TURN)
GYM = replace(hall_house("GYM", ("湖滨文体馆", "Lakeside Sports Hall"), on_estate((142, 20)), SPORTS), turn=TURN)

HOUSES = (R1, R2, R3, R4, COMM, EB1, EB2, GYM)


def _ground(ident: str, name: str, name_en: str, rect: Rect, use: ZoneUse) -> Area:
    return Area(ident, name, name_en, tuple(on_estate(at) for at in rect.ring), (), use)


GROUND = (
    _ground("ROAD-ESTATE", "芦汀苑内路", "Estate Road", Rect(0, -14, 184, -4), ZoneUse.ROAD),
    _ground("ROAD-NORTH", "芦汀苑北路", "Estate North Road", Rect(0, 48, 134, 56), ZoneUse.ROAD),
    _ground("LANE-04", "4号消防车道", "Fire lane 4", Rect(66, -4, 78, 48), ZoneUse.FIRE_LANE),
    _ground("YARD-COMM", "社区广场", "Community square", Rect(20, -30, 58, -14), ZoneUse.YARD),
    _ground("GREEN-2", "宅间绿地", "Garden", Rect(20, 32, 60, 46), ZoneUse.GREEN),
    _ground("PARKING-2", "2号停车场", "Car park 2", Rect(136, -4, 182, 18), ZoneUse.YARD),
)
