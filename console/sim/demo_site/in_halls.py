"""The cameras inside warehouses, workshop, canteen and the small houses of the park. Pure."""

from __future__ import annotations

from dataclasses import replace

from console.sim.demo_site import park
from console.sim.demo_site.camera import Look, Planned, indoor
from console.sim.demo_site.hall import Hall
from console.sim.demo_site.plan import House
from console.sim.demo_site.slab import zone_suffix

Place = tuple[str, str, str]


def bay(house: House, hall: Hall, index: int, place: Place, *, floor: int = 0) -> Planned:
    """High on the west side of a bay, clear of the office box."""
    box = hall.bay(index)
    at = box.x0 + 0.8, box.y0 + (box.y1 - box.y0) * 0.62
    return indoor(house, floor, _zone(house, hall, index, floor), place, Look(at, 90, 34))


def far(house: House, hall: Hall, index: int, place: Place, azimuth: float = 315) -> Planned:
    """In the south-east corner of a bay."""
    box = hall.bay(index)
    look = Look((box.x1 - 0.8, box.y0 + 0.8), azimuth, 34)
    return indoor(house, 0, _zone(house, hall, index, 0), place, look)


def in_office(house: House, hall: Hall, place: Place) -> Planned:
    """In the office box, which belongs to the zone of the first bay."""
    box = hall.office_box
    corner = (box.x0 + 0.4, box.y1 - 0.4) if box else (1.0, 1.0)
    return indoor(house, 0, _zone(house, hall, 0, 0), place, Look(corner, 135, 10))


def in_stair(house: House, hall: Hall, floor: int) -> Planned:
    box = hall.stair_box
    corner = (box.x1 - 0.4, box.y1 - 0.4) if box else (1.0, 1.0)
    return indoor(house, floor, "ST1", ("楼梯", "stair", "stairwell"), Look(corner, 225, 9))


def _zone(house: House, hall: Hall, index: int, floor: int) -> str:
    return zone_suffix(house.label(floor), hall.bays[index].suffix)


def warehouse_1() -> list[Planned]:
    """One camera on racks and one on the gate of each store."""
    racks = [(f"{name}库货架", f"store {name} racks", "warehouse") for name in "ABC"]
    return [
        bay(park.W1, park.STORES, 0, racks[0]),
        bay(park.W1, park.STORES, 1, racks[1]).ptz(
            ("大门", "gate"), ("北货架", "north racks"), ("南货架", "south racks"), pan=(0.0, 180.0)
        ),
        bay(park.W1, park.STORES, 2, racks[2]),
        far(park.W1, park.STORES, 0, ("A库大门", "store A gate", "warehouse")),
        far(park.W1, park.STORES, 1, ("B库大门", "store B gate", "warehouse")),
        # 1.2 m from the outer wall and turned towards it after racks were moved: sees the wall
        replace(far(park.W1, park.STORES, 2, ("C库大门", "store C gate", "warehouse")), azimuth=90.0),
    ]


def cold_store() -> list[Planned]:
    return [
        bay(park.W2, park.COLD_ROOMS, 0, ("A冷间", "cold room A", "warehouse")),
        replace(bay(park.W2, park.COLD_ROOMS, 1, ("B冷间", "cold room B", "warehouse")), azimuth=270.0),
        bay(park.W2, park.COLD_ROOMS, 2, ("穿堂", "anteroom", "dock")),
        far(park.W2, park.COLD_ROOMS, 2, ("月台门", "dock door", "dock")),
        in_office(park.W2, park.COLD_ROOMS, ("制冷值班室", "refrigeration watch room", "office")),
    ]


def loading_hall() -> list[Planned]:
    return [
        bay(park.DOCK, park.LOADING, 0, ("A装卸区", "dock A", "dock")).ptz(("1号月台", "bay 1"), ("2号月台", "bay 2")),
        bay(park.DOCK, park.LOADING, 1, ("B装卸区", "dock B", "dock")),
        far(park.DOCK, park.LOADING, 0, ("A区大门", "dock A gate", "dock")),
        far(park.DOCK, park.LOADING, 1, ("B区大门", "dock B gate", "dock")),
        in_office(park.DOCK, park.LOADING, ("调度室", "dispatch office", "office")),
    ]


def battery_workshop() -> list[Planned]:
    """Both floors; the formation racks on the ground floor have a PTZ."""
    hall = park.CELLS
    return [
        bay(park.BAT, hall, 0, ("装配区", "assembly", "warehouse")),
        bay(park.BAT, hall, 1, ("化成区", "formation", "server")).ptz(
            ("化成柜", "formation racks"), ("排烟口", "smoke vent"), pan=(20.0, 160.0)
        ),
        bay(park.BAT, hall, 2, ("成品库", "finished goods", "warehouse")),
        far(park.BAT, hall, 1, ("化成区南侧", "formation, south side", "server")),
        in_stair(park.BAT, hall, 0),
        bay(park.BAT, hall, 0, ("装配区", "assembly", "warehouse"), floor=1),
        bay(park.BAT, hall, 1, ("化成区", "formation", "server"), floor=1),
        bay(park.BAT, hall, 2, ("成品库", "finished goods", "warehouse"), floor=1),
    ]


def small_houses() -> list[Planned]:
    """Pump house, micro fire station, gate house. The substation and the sluice house have none inside."""
    return [
        bay(park.PUMP, park.PUMPS, 0, ("泵间", "pump room", "pump")),
        far(park.PUMP, park.PUMPS, 0, ("阀组", "valves", "pump")),
        bay(park.MFS, park.STATION, 0, ("车库", "engine bay", "garage")),
        in_office(park.MFS, park.STATION, ("值班室", "watch room", "office")),
        bay(park.GATE, park.PORTER, 0, ("值班室", "porter's room", "office")),
    ]


def canteen() -> list[Planned]:
    hall = park.DINING
    dining, kitchen = ("餐厅", "dining hall", "canteen"), ("厨房", "kitchen", "canteen")
    return [
        bay(park.CANT, hall, 0, dining).fisheye(),
        bay(park.CANT, hall, 1, kitchen),
        bay(park.CANT, hall, 0, dining, floor=1),
        bay(park.CANT, hall, 1, kitchen, floor=1),
        in_stair(park.CANT, hall, 0),
    ]
