"""The cameras inside the slabs of the park: East Building, West Building, office block. Pure."""

from __future__ import annotations

from dataclasses import replace

from console.sim.demo_site import park
from console.sim.demo_site.camera import Look, Planned, indoor
from console.sim.demo_site.plan import House
from console.sim.demo_site.slab import Slab, zone_suffix

CORRIDOR_A = ("走廊A", "Corridor A", "corridor")
CORRIDOR_B = ("走廊B", "Corridor B", "corridor")
CORRIDOR_C = ("走廊C", "Corridor C", "corridor")
CORRIDOR = ("走廊", "Corridor", "corridor")
LOBBY = ("电梯厅", "lift lobby", "lobby")
STAIR_1 = ("1号楼梯", "stair 1", "stairwell")
STAIR_2 = ("2号楼梯", "stair 2", "stairwell")


class SlabEyes:
    """Where cameras hang in a slab; every method gives one camera of one floor."""

    def __init__(self, house: House, slab: Slab) -> None:
        self._house, self._slab = house, slab
        self._half = len(slab.sections) // 2

    def _section(self, floor: int, index: int) -> str:
        return zone_suffix(self._house.label(floor), self._slab.sections[index])

    def west_end(self, floor: int, place: tuple[str, str, str] = CORRIDOR_A) -> Planned:
        """At the east end of the first section, looking west along the corridor."""
        end = self._slab.section_span(0)[1]
        return indoor(self._house, floor, self._section(floor, 0), place, Look((end - 1, self._slab.middle), 270, 26))

    def east_end(self, floor: int, place: tuple[str, str, str] = CORRIDOR_C) -> Planned:
        """At the west end of the last section, looking east along the corridor."""
        start = self._slab.section_span(len(self._slab.sections) - 1)[0]
        return indoor(self._house, floor, self._section(floor, -1), place, Look((start + 1, self._slab.middle), 90, 26))

    def middle(self, floor: int) -> Planned:
        """Above the corridor's middle, looking west."""
        at = self._slab.width / 2 + 8, self._slab.middle
        return indoor(self._house, floor, self._section(floor, self._half), CORRIDOR_B, Look(at, 270, 20))

    def lobby(self, floor: int) -> Planned:
        """Above the lift doors, looking north into lobby and corridor."""
        at = self._slab.width / 2, self._slab.core.y1 + 0.4
        return indoor(self._house, floor, self._section(floor, self._half), LOBBY, Look(at, 0, 14))

    def stair_1(self, floor: int) -> Planned:
        box = self._slab.stair_1
        return indoor(self._house, floor, "ST1", STAIR_1, Look((box.x0 + 0.5, box.y0 + 0.5), 40, 12))

    def stair_2(self, floor: int) -> Planned:
        box = self._slab.stair_2
        return indoor(self._house, floor, "ST2", STAIR_2, Look((box.x1 - 0.5, box.y1 - 0.5), 215, 12))

    def lift(self) -> Planned:
        """In the corner of the car; it belongs to the ground floor and to the zone of the shaft."""
        core = self._slab.core
        place = ("电梯轿厢", "lift car", "lift")
        return indoor(self._house, 0, "LIFT", place, Look((core.x0 + 0.4, core.y0 + 0.4), 45, 4))

    def room(self, floor: int, index: int, number: int, place: tuple[str, str, str]) -> Planned:
        """In the south-west corner of a room north of the corridor, looking across it."""
        room = self._slab.rooms_north(index)[number]
        at = room.x0 + 0.6, room.y0 + 0.6
        return indoor(self._house, floor, self._section(floor, index), place, Look(at, 45, 18))


def east() -> list[Planned]:
    """东厂房: numbers run so that 117 watches corridor C on 3F, 118 the lift lobby, 121 stair 2."""
    eyes = SlabEyes(park.EAST, park.WORKSHOPS)
    looms, cutting = ("织造车间", "knitting shop", "warehouse"), ("裁剪间", "cutting room", "warehouse")
    first = [eyes.west_end(0), eyes.east_end(0), eyes.lobby(0).fisheye(), eyes.stair_2(0), eyes.stair_1(0)]
    first += [eyes.room(0, 0, 0, looms), eyes.room(0, 2, 0, looms), eyes.lift()]
    second = [eyes.west_end(1), eyes.east_end(1), eyes.lobby(1), eyes.stair_2(1), eyes.room(1, 0, 1, cutting)]
    third = [eyes.west_end(2), eyes.middle(2), eyes.east_end(2), eyes.lobby(2), eyes.stair_2(2), eyes.stair_1(2)]
    fourth = [eyes.west_end(3), eyes.east_end(3), eyes.lobby(3), eyes.stair_2(3)]
    fourth.append(eyes.room(3, 0, 0, ("贴片车间", "SMT shop", "office")).ptz(("流水线", "line"), ("门口", "door")))
    fifth = [eyes.west_end(4), eyes.east_end(4), eyes.lobby(4), eyes.stair_2(4), eyes.stair_1(4)]
    return first + second + third + fourth + fifth


def west() -> list[Planned]:
    """西厂房: the camera of corridor A on 2F was turned against the wall and never turned back."""
    eyes = SlabEyes(park.WEST, park.WORKSHOPS)
    sewing = ("缝制车间", "sewing shop", "warehouse")
    cameras = [replace(eyes.west_end(floor), azimuth=0.0 if floor == 1 else 270.0) for floor in range(5)]
    cameras += [eyes.east_end(floor) for floor in range(5)]
    cameras += [eyes.lobby(0).fisheye(), eyes.lobby(2), eyes.lobby(4)]
    cameras += [eyes.stair_1(0), eyes.stair_1(2), eyes.stair_1(4), eyes.stair_2(1), eyes.stair_2(3)]
    cameras += [eyes.room(0, 0, 0, sewing), eyes.room(1, 2, 0, sewing), eyes.room(3, 0, 1, sewing), eyes.lift()]
    return cameras


def office() -> list[Planned]:
    """芦汀商务楼."""
    eyes = SlabEyes(park.OFFICE, park.OFFICES)
    cameras = [eyes.east_end(floor, CORRIDOR) for floor in range(6)]
    cameras += [eyes.lobby(0).fisheye(), eyes.lobby(3), eyes.lift(), eyes.stair_1(0), eyes.stair_2(4)]
    cameras.append(eyes.room(4, 0, 1, ("机房", "server room", "server")))
    cameras.append(eyes.room(2, 0, 2, ("开放办公区", "open office", "office")))
    cameras.append(eyes.room(5, 0, 3, ("会议室", "meeting room", "office")))
    return cameras
