"""The detectors of the demo site: smoke and heat over Zigbee2MQTT. Pure."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from console.model import XY
from console.sim.demo_site import estate, park
from console.sim.demo_site.hall import Hall
from console.sim.demo_site.plan import House
from console.sim.demo_site.slab import Slab, zone_suffix


@dataclass(frozen=True, slots=True)
class Sensor:
    """A device before it becomes rows of points.csv; `kinds` are what it measures. `zone` is a whole zone id."""

    device: str
    source: str
    kinds: tuple[str, ...]
    name: str
    name_en: str
    at: XY | None
    house: str = ""
    floor: int | None = None
    zone: str = ""
    alias: str = ""


SMOKE = ("smoke",)
HEAT = ("heat", "temperature")  # a heat detector tells the temperature with its alarm


def ieee(alias: str) -> str:
    """A stable invented address in the range of a real maker."""
    return "0x00158d00" + hashlib.sha256(alias.encode()).hexdigest()[:8]


def detector(
    house: House, floor: int, suffix: str, place: tuple[str, str], at: XY | None, *, heat: bool = False
) -> Sensor:
    """A detector in a house; `at` is in the house's frame, None when nobody knows where it hangs."""
    label = house.label(floor)
    word, word_en = ("感温", "heat detector") if heat else ("烟感", "smoke detector")
    alias = f"{house.name}/{label}/{place[0]}{word}"
    return Sensor(
        device=ieee(alias),
        source="z2m",
        kinds=HEAT if heat else SMOKE,
        name=f"{house.name}{label}{place[0]}{word}",
        name_en=f"{house.name_en} {label} {place[1]} {word_en}",
        at=None if at is None else house.out(at),
        house=house.id,
        floor=floor,
        zone=f"{house.id}-{suffix}",
        alias=alias,
    )


def slab_corridors(house: House, slab: Slab, floor: int) -> list[Sensor]:
    """One smoke detector in every section of a floor's corridor."""
    found = []
    for index, section in enumerate(slab.sections):
        start, end = slab.section_span(index)
        place = (f"走廊{section}", f"corridor {section}".strip())
        at = (start + end) / 2 + 4, slab.middle
        found.append(detector(house, floor, zone_suffix(house.label(floor), section), place, at))
    return found


def slab_room(house: House, slab: Slab, floor: int, index: int, number: int) -> Sensor:
    """A smoke detector in a room south of the corridor: behind a wall for every corridor camera."""
    rooms = slab.rooms_south(index)
    room = rooms[number]
    title = f"{floor + 1}{index + 1}{number + 1}"
    suffix = zone_suffix(house.label(floor), slab.sections[index])
    return detector(house, floor, suffix, (f"{title}室", f"room {title}"), room.centre)


def hall_bay(house: House, hall: Hall, floor: int, index: int, spots: int = 1) -> list[Sensor]:
    """Detectors along the middle of a bay; kitchens, cold rooms and cell racks have heat detectors."""
    box, bay = hall.bay(index), hall.bays[index]
    name, name_en = bay.name.partition("（")[0], bay.name_en.partition(" (")[0]
    hot = any(word in bay.name for word in ("厨房", "冷间", "化成"))
    found = []
    for spot in range(spots):
        at = box.x0 + (box.x1 - box.x0) * (spot + 1) / (spots + 1), box.y0 + (box.y1 - box.y0) * 0.4
        number, number_en = (f"{spot + 1}号", f" {spot + 1}") if spots > 1 else ("", "")
        place = name + number, name_en.lower() + number_en
        found.append(detector(house, floor, zone_suffix(house.label(floor), bay.suffix), place, at, heat=hot))
    return found


def _east() -> list[Sensor]:
    house, slab = park.EAST, park.WORKSHOPS
    found = [sensor for floor in range(5) for sensor in slab_corridors(house, slab, floor)]
    found += [slab_room(house, slab, floor, index, 0) for floor in range(5) for index in (0, 2)]
    found.append(detector(house, 4, "ST2", ("2号楼梯顶", "top of stair 2"), slab.stair_2.centre))
    found.append(detector(house, 0, "ST1", ("1号楼梯底", "foot of stair 1"), slab.stair_1.centre))
    # the two of the story: seen by 117, and the second in the same fire zone
    section = slab.section_span(2)[0]
    found.append(detector(house, 2, "3F-C", ("走廊C/电梯厅侧", "corridor C, lift side"), (section + 5, slab.middle)))
    # known to the panel, never found on a plan
    found.append(detector(house, 1, "2F-B", ("吊顶内", "above the ceiling"), None))
    return found


def _west() -> list[Sensor]:
    house, slab = park.WEST, park.WORKSHOPS
    found = [sensor for floor in range(5) for sensor in slab_corridors(house, slab, floor)]
    return found + [slab_room(house, slab, floor, 1, 0) for floor in range(5)]


def _office() -> list[Sensor]:
    house, slab = park.OFFICE, park.OFFICES
    found = [sensor for floor in range(6) for sensor in slab_corridors(house, slab, floor)]
    found += [slab_room(house, slab, floor, 0, 1) for floor in range(6)]
    server = slab.rooms_north(0)[1].centre
    return [*found, detector(house, 4, "5F", ("机房", "server room"), server)]


def _halls() -> list[Sensor]:
    found: list[Sensor] = []
    for floor in range(2):
        found += [sensor for index in range(3) for sensor in hall_bay(park.BAT, park.CELLS, floor, index)]
        found += [sensor for index in range(2) for sensor in hall_bay(park.CANT, park.DINING, floor, index)]
    found += [sensor for index in range(3) for sensor in hall_bay(park.W1, park.STORES, 0, index, 2)]
    found += [sensor for index in range(3) for sensor in hall_bay(park.W2, park.COLD_ROOMS, 0, index)]
    found += [sensor for index in range(2) for sensor in hall_bay(park.DOCK, park.LOADING, 0, index)]
    found += hall_bay(park.PUMP, park.PUMPS, 0, 0) + hall_bay(park.MFS, park.STATION, 0, 0)
    found += hall_bay(park.GATE, park.PORTER, 0, 0)
    # no camera inside, one that sees the house from outside; and a house that no camera is near
    return found + hall_bay(park.SUB, park.SUBSTATION, 0, 0) + hall_bay(park.SLU, park.SLUICE, 0, 0)


def _estate() -> list[Sensor]:
    slab = estate.FLATS
    found: list[Sensor] = []
    for house, floors in ((estate.R1, 5), (estate.R2, 5), (estate.R3, 11), (estate.R4, 11)):
        found += [sensor for floor in range(0, floors, 2) for sensor in slab_corridors(house, slab, floor)]
    for house in (estate.R3, estate.R4):
        found += [
            detector(house, -1, "B1", (f"车库{side}", f"garage {side_en}"), (x, 12.0), heat=True)
            for side, side_en, x in (("西", "west", 10.0), ("东", "east", 30.0))
        ]
    found += [sensor for index in range(2) for sensor in hall_bay(estate.COMM, estate.COMMUNITY, 0, index)]
    found += hall_bay(estate.COMM, estate.COMMUNITY, 1, 0)
    found += hall_bay(estate.EB1, estate.SHED, 0, 0, 2) + hall_bay(estate.EB2, estate.SHED, 0, 0, 2)
    return found + hall_bay(estate.GYM, estate.SPORTS, 0, 0, 3)


def detectors() -> list[Sensor]:
    """All smoke and heat detectors; some carry the plain names an installer gave them."""
    found = _east() + _west() + _office() + _halls() + _estate()
    return [_plain(sensor) if sensor.house in PLAIN_NAMES else sensor for sensor in found]


PLAIN_NAMES = frozenset({"OFFICE", "R2", "GYM", "W1"})  # houses whose installer named devices in ASCII


def _plain(sensor: Sensor) -> Sensor:
    words = sensor.name_en.lower().replace(",", "").split()
    return replace(sensor, alias="-".join(words))
