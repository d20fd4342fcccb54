"""A hall: a building of wide bays side by side, an office box in the first, perhaps a stair in the last. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from console.model import ZoneUse
from console.sim.demo_site.plan import Area, Opening, Rect, Storey, closed
from console.sim.demo_site.slab import zone_suffix

GATE_M = 5.0


@dataclass(frozen=True, slots=True)
class Bay:
    suffix: str
    name: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Hall:
    """The measures of a hall, metres. Bays run from west to east and are equally wide."""

    width: float
    depth: float
    bays: tuple[Bay, ...]
    office: tuple[float, float] | None = None  # width and depth of a box in the south-west corner
    stair: float = 0.0  # side of a stair in the north-east corner

    def bay(self, index: int) -> Rect:
        part = self.width / len(self.bays)
        return Rect(part * index, 0, part * (index + 1), self.depth)

    @property
    def office_box(self) -> Rect | None:
        return Rect(0, 0, *self.office) if self.office else None

    @property
    def stair_box(self) -> Rect | None:
        side = self.stair
        return Rect(self.width - side, self.depth - side, self.width, self.depth) if side else None


def hall_storey(hall: Hall, ordinal: int, label: str) -> Storey:
    """A floor; gates join the bays in the middle of the depth, and on the ground floor each bay opens to the south."""
    bays = [hall.bay(index) for index in range(len(hall.bays))]
    gate = min(GATE_M, hall.depth / 3)
    rooms = list(bays)
    openings = [
        Opening((bay.x1, hall.depth / 2), gate, (_zone(hall, label, index), _zone(hall, label, index + 1)))
        for index, bay in enumerate(bays[:-1])
    ]
    if ordinal == 0:
        openings += [Opening((bay.x1 - gate, 0), gate) for bay in bays]
    if (office := hall.office_box) is not None:
        rooms.append(office)
        openings.append(Opening((office.x1, office.y1 / 2), 1.2))
    if (stair := hall.stair_box) is not None:
        rooms.append(stair)
        openings.append(Opening((stair.x0, stair.centre[1]), 1.2, ("ST1", _zone(hall, label, len(bays) - 1))))
    return Storey(ordinal, label, tuple(rooms), tuple(openings))


def hall_areas(hall: Hall, labels: dict[int, str]) -> list[Area]:
    """The fire zones of every floor, then the stair."""
    many = len(labels) > 1
    areas = [
        Area(
            _zone(hall, label, index),
            f"{label}{bay.name}" if many else bay.name,
            f"{label} {bay.name_en}" if many else bay.name_en,
            _bay_ring(hall, index),
            (ordinal,),
        )
        for ordinal, label in labels.items()
        for index, bay in enumerate(hall.bays)
    ]
    if (stair := hall.stair_box) is not None:
        areas.append(Area("ST1", "楼梯", "Stair", stair.ring, tuple(labels), ZoneUse.STAIR))
    return areas


def _zone(hall: Hall, label: str, index: int) -> str:
    return zone_suffix(label, hall.bays[index].suffix)


def _bay_ring(hall: Hall, index: int) -> tuple[tuple[float, float], ...]:
    bay, stair = hall.bay(index), hall.stair_box
    if stair is None or index + 1 < len(hall.bays):
        return bay.ring
    notch = [(bay.x1, stair.y0), (stair.x0, stair.y0), (stair.x0, bay.y1)]
    return closed((bay.x0, bay.y0), (bay.x1, bay.y0), *notch, (bay.x0, bay.y1))
