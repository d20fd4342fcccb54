"""What else the demo site measures: gas, hydrants, leakage, charging posts, lifts, fire lanes, the canal. Pure."""

from __future__ import annotations

from console.model import XY
from console.sim.demo_site import estate, park
from console.sim.demo_site.plan import House
from console.sim.demo_site.sensing import Sensor

HYDRANTS: tuple[tuple[str, str, XY], ...] = (
    ("东厂房室外消火栓", "East Building hydrant", (56, 43)),
    ("西厂房室外消火栓", "West Building hydrant", (-38, 43)),
    ("1号仓库消火栓", "Warehouse 1 hydrant", (-140, 42)),
    ("装卸大厅消火栓", "Loading Hall hydrant", (-136, -30)),
    ("冷库消火栓", "Cold store hydrant", (-42, -20)),
    ("电池车间消火栓", "Battery Workshop hydrant", (40, -40)),
    ("商务楼消火栓", "Office Block hydrant", (82, 48)),
    ("食堂消火栓", "Canteen hydrant", (146, 48)),
    ("芦汀苑西消火栓", "Estate hydrant west", estate.on_estate((16, 46))),
    ("芦汀苑东消火栓", "Estate hydrant east", estate.on_estate((80, 46))),
)
PANELS: tuple[tuple[House, int, str, str, str, XY], ...] = (
    (park.W1, 0, "1F-A", "1号配电柜", "panel 1", (2, 12)),
    (park.W1, 0, "1F-B", "3号配电柜", "panel 3", (30, 2)),
    (park.EAST, 2, "3F-C", "3层配电柜", "3F panel", (45, 2)),
    (park.WEST, 0, "1F-A", "总配电柜", "main panel", (8, 25)),
    (park.BAT, 0, "1F-B", "化成电源柜", "formation supply", (30, 2)),
    (park.CANT, 0, "1F-K", "厨房配电柜", "kitchen panel", (32, 2)),
    (estate.R3, -1, "B1", "车库配电柜", "garage panel", (38, 1)),
    (estate.COMM, 0, "1F-S", "配电柜", "panel", (34, 2)),
)  # fmt: skip
GAS: tuple[tuple[House, int, str, str, str, XY], ...] = (
    (park.CANT, 0, "1F-K", "厨房灶台", "kitchen stove", (26, 8)),
    (park.CANT, 0, "1F-K", "燃气表间", "gas meter", (32, 18)),
    (park.CANT, 1, "2F-K", "小厨房", "small kitchen", (26, 8)),
    (park.BAT, 0, "1F-B", "电解液区", "electrolyte area", (28, 20)),
    (estate.COMM, 0, "1F-S", "老年食堂", "seniors' kitchen", (30, 6)),
    (park.MFS, 0, "1F", "车库", "engine bay", (14, 4)),
)  # fmt: skip
LIFTS = (park.EAST, estate.R1, estate.R2, estate.R3, estate.R4)
GAUGES: tuple[tuple[str, str, XY], ...] = (
    ("芦汀河西段水位", "Luting Canal water level, west", (-90, -150)),
    ("芦汀河东段水位", "Luting Canal water level, east", (148, -150)),
)
WEATHER = "alert@weather.luting.example"
LANES: tuple[XY, ...] = ((20, 84), (20, 41), (-32, -30), estate.on_estate((72, 20)))


def meters() -> list[Sensor]:
    """Everything that publishes on `site/<device>/<kind>`."""
    indoors = [*_indoor("leak", "leakage_current", PANELS), *_indoor("gas", "gas", GAS)]
    return [*_hydrants(), *indoors, *_posts(), *_lifts(), *_lanes(), *_waters()]


def _hydrants() -> list[Sensor]:
    outdoors = [
        Sensor(f"hyd-{number:02d}", "site", ("water_pressure",), name, name_en, at)
        for number, (name, name_en, at) in enumerate(HYDRANTS, start=1)
    ]
    at = park.EAST.out((46, 13.5))
    name, name_en = "东厂房3F室内消火栓", "East Building 3F indoor hydrant"
    inside = Sensor("hyd-11", "site", ("water_pressure",), name, name_en, at, "EAST", 2, "EAST-3F-C")
    return [*outdoors, inside]


def _indoor(stem: str, kind: str, rows: tuple[tuple[House, int, str, str, str, XY], ...]) -> list[Sensor]:
    return [
        Sensor(
            f"{stem}-{number:02d}",
            "site",
            (kind,),
            house.name + name,
            f"{house.name_en} {name_en}",
            house.out(at),
            house.id,
            floor,
            f"{house.id}-{zone}",
        )
        for number, (house, floor, zone, name, name_en, at) in enumerate(rows, start=1)
    ]


def _posts() -> list[Sensor]:
    """Four charging posts in each shed."""
    found = []
    for number in range(1, 9):
        shed = estate.EB1 if number <= 4 else estate.EB2
        at = shed.out((3.0 + 6.0 * ((number - 1) % 4), 6.5))
        name, name_en = f"{number}号充电桩", f"Charging post {number}"
        zone = f"{shed.id}-1F"
        found.append(Sensor(f"chg-{number:02d}", "site", ("temperature",), name, name_en, at, shed.id, 0, zone))
    return found


def _lifts() -> list[Sensor]:
    found = []
    for house in LIFTS:
        core = (park.WORKSHOPS if house is park.EAST else estate.FLATS).core
        name, name_en = f"{house.name}电梯电动车识别", f"{house.name_en} lift e-bike detection"
        device, at = f"lift-{house.id.lower()}", house.out(core.centre)
        found.append(Sensor(device, "site", ("ebike_in_elevator",), name, name_en, at, house.id, 0, f"{house.id}-LIFT"))
    return found


def _lanes() -> list[Sensor]:
    return [
        Sensor(
            f"lane-{number:02d}",
            "site",
            ("fire_lane_occupied",),
            f"{number}号消防车道占用",
            f"Fire lane {number} blocked",
            at,
            zone=f"LANE-{number:02d}",
        )
        for number, at in enumerate(LANES, start=1)
    ]


def _waters() -> list[Sensor]:
    """The canal's gauges, and the county's warnings, which are for the whole site."""
    gauges = [
        Sensor(f"gauge-{number:02d}", "site", ("water_level",), name, name_en, at, zone="CANAL")
        for number, (name, name_en, at) in enumerate(GAUGES, start=1)
    ]
    return [*gauges, Sensor(WEATHER, "cap", ("rain_warning",), "县气象台暴雨预警", "County rain warning", None)]
