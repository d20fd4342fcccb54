"""A slab: a building with a corridor along its middle, rooms on both sides, two stairs and a lift. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from console.model import XY, ZoneUse
from console.sim.demo_site.plan import Area, Opening, Rect, Ring, Storey, closed

DOOR_M = 1.2
FIRE_DOOR_M = 2.0


@dataclass(frozen=True, slots=True)
class Slab:
    """The measures of a slab, metres. `sections` are the fire zones of a floor from west to east; "" is the only one.

    Stair 1 fills the south-west corner, stair 2 the north-east corner, the lift stands south of the corridor in the
    middle behind a lobby. `rooms` counts the rooms north and south of the corridor in each section.
    """

    width: float
    depth: float
    corridor: tuple[float, float]
    sections: tuple[str, ...] = ("A", "B", "C")
    rooms: int = 2
    stair: float = 5.0
    lift: float = 7.0
    lobby: float = 5.0

    @property
    def middle(self) -> float:
        """y of the corridor's centre line."""
        return sum(self.corridor) / 2

    @property
    def core(self) -> Rect:
        x = (self.width - self.lift) / 2
        return Rect(x, 0, x + self.lift, self.corridor[0] - self.lobby)

    @property
    def stair_1(self) -> Rect:
        return Rect(0, 0, self.stair, self.corridor[0])

    @property
    def stair_2(self) -> Rect:
        return Rect(self.width - self.stair, self.corridor[1], self.width, self.depth)

    def section_span(self, index: int) -> tuple[float, float]:
        part = self.width / len(self.sections)
        return part * index, part * (index + 1)

    def rooms_north(self, index: int) -> list[Rect]:
        start, end = self.section_span(index)
        return self._split(start, min(end, self.width - self.stair), self.corridor[1], self.depth, self.rooms)

    def rooms_south(self, index: int) -> list[Rect]:
        start, end = max(self.section_span(index)[0], self.stair), self.section_span(index)[1]
        core = self.core
        if start < core.x0 and core.x1 < end:
            half = max(1, self.rooms // 2)
            west = self._split(start, core.x0, 0, self.corridor[0], half)
            return west + self._split(core.x1, end, 0, self.corridor[0], half)
        return self._split(start, end, 0, self.corridor[0], self.rooms)

    @staticmethod
    def _split(x0: float, x1: float, y0: float, y1: float, count: int) -> list[Rect]:
        step = (x1 - x0) / count
        return [Rect(x0 + step * i, y0, x0 + step * (i + 1), y1) for i in range(count)]


def slab_storey(slab: Slab, ordinal: int, label: str) -> Storey:
    """A floor with all its rooms; the ground floor has an entrance at the corridor's west end."""
    rooms, openings = _shafts(slab, label)
    c0, c1 = slab.corridor
    rooms.append(Rect(slab.core.x0, slab.core.y1, slab.core.x1, c0))
    openings.append(Opening((slab.width / 2, c0), slab.lift))
    for index, suffix in enumerate(slab.sections):
        start, end = slab.section_span(index)
        rooms.append(Rect(start, c0, end, c1))
        if index + 1 < len(slab.sections):
            pair = zone_suffix(label, suffix), zone_suffix(label, slab.sections[index + 1])
            openings.append(Opening((end, slab.middle), FIRE_DOOR_M, pair))
        for side, wall_y in ((slab.rooms_north(index), c1), (slab.rooms_south(index), c0)):
            rooms += side
            openings += [Opening((room.centre[0], wall_y), DOOR_M) for room in side]
    if ordinal == 0:
        openings.append(Opening((0, slab.middle), 2.4))
    return Storey(ordinal, label, tuple(rooms), tuple(openings))


def garage_storey(slab: Slab, ordinal: int, label: str) -> Storey:
    """An open basement below a slab: nothing but the stairs and the lift."""
    rooms, openings = _shafts(slab, label)
    return Storey(ordinal, label, tuple(rooms), tuple(openings))


def _shafts(slab: Slab, label: str) -> tuple[list[Rect], list[Opening]]:
    c0, c1 = slab.corridor
    first, last = zone_suffix(label, slab.sections[0]), zone_suffix(label, slab.sections[-1])
    middle = zone_suffix(label, slab.sections[len(slab.sections) // 2])
    rooms = [Rect(0, 0, slab.width, slab.depth), slab.stair_1, slab.stair_2, slab.core]
    openings = [
        Opening((slab.stair / 2, c0), DOOR_M, ("ST1", first)),
        Opening((slab.width - slab.stair / 2, c1), DOOR_M, ("ST2", last)),
        Opening((slab.width / 2, slab.core.y1), 1.6, ("LIFT", middle)),
    ]
    return rooms, openings


def zone_suffix(label: str, section: str) -> str:
    return f"{label}-{section}" if section else label


def slab_areas(slab: Slab, labels: dict[int, str], tenants: dict[int, tuple[str, str]]) -> list[Area]:
    """The fire zones of every floor, then the stairs and the lift, which span all floors."""
    areas = [
        _section_area(slab, ordinal, label, index, tenants.get(ordinal, ("", "")))
        for ordinal, label in labels.items()
        for index in range(len(slab.sections))
    ]
    every = tuple(labels)
    areas.append(Area("ST1", "1号楼梯", "Stair 1", slab.stair_1.ring, every, ZoneUse.STAIR))
    areas.append(Area("ST2", "2号楼梯", "Stair 2", slab.stair_2.ring, every, ZoneUse.STAIR))
    areas.append(Area("LIFT", "电梯", "Lift", slab.core.ring, every, ZoneUse.LIFT))
    return areas


def _section_area(slab: Slab, ordinal: int, label: str, index: int, tenant: tuple[str, str]) -> Area:
    section = slab.sections[index]
    name, name_en = (f"{label}{section}区", f"{label} zone {section}") if section else (label, label)
    if tenant[0]:
        name, name_en = f"{name}（{tenant[0]}）", f"{name_en} ({tenant[1]})"
    return Area(zone_suffix(label, section), name, name_en, _section_ring(slab, index), (ordinal,))


def _section_ring(slab: Slab, index: int) -> Ring:
    """The whole depth of the slab, less the stairs and the lift."""
    start, end = slab.section_span(index)
    stair, core = slab.stair, slab.core
    c0, c1 = slab.corridor
    bottom: list[XY] = [(start, c0), (stair, c0), (stair, 0)] if index == 0 else [(start, 0)]
    if start < core.x0 and core.x1 < end:
        bottom += [(core.x0, 0), (core.x0, core.y1), (core.x1, core.y1), (core.x1, 0)]
    bottom.append((end, 0))
    last = index == len(slab.sections) - 1
    top: list[XY] = [(end, c1), (end - stair, c1), (end - stair, slab.depth)] if last else [(end, slab.depth)]
    return closed(*bottom, *top, (start, slab.depth))
