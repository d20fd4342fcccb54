"""The shapes of one level, made once: rings, lines and paths in metres, ready to be drawn through a transform.

Where its names stand in a view is kept with them until the view is another.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRect
from PySide6.QtGui import QPolygonF

from console.model import XY, Building, BuildingId, CameraId, Door, Wall, Zone, ZoneUse
from console.plan import Level, Levels, Outline

STEP_M = 0.9  # between the steps drawn in a stair
OPENING_M = 3.0  # a door whose wall is farther away is drawn as a point
LEAF_M = 1.2  # the width of such a door


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a name: how large, in which colour, what."""

    type: str
    token: str
    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the box it takes in a view, px; an upright one is read from below."""

    box: QRect
    rows: tuple[Row, ...]
    is_upright: bool = False


def polygon(ring: Outline) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in ring])


class Ink:
    """What is drawn of one level and never changes while the site stays as it is."""

    def __init__(self, levels: Levels, level: Level) -> None:
        sheet = levels.sheet(level)
        self.level = level
        owners: Iterable[Building] = levels.buildings.values()
        if not level.is_site:
            owners = (building for building in owners if building.id == level.building)
        self.buildings = {building.id: (building, polygon(building.ring)) for building in owners if building.ring}
        self.zones = tuple((zone, polygon(zone.ring)) for zone in sheet.zones if zone.ring)
        self.walls = [QLineF(*start, *end) for wall in sheet.walls for start, end in pairwise(wall.line)]
        self.doors = _leaves(sheet.doors, sheet.walls)
        stairs = [zone for zone in sheet.zones if zone.use is ZoneUse.STAIR and zone.ring]
        self.steps = [line for zone in stairs for line in _steps(zone)]
        self.crosses = [line for z in sheet.zones if z.use is ZoneUse.LIFT and z.ring for line in _cross(z)]

        self.fans: dict[CameraId, QPolygonF] = {}
        self.names: tuple[Name, ...] = ()
        self.named_for: Hashable = None  # the view, and what else decides where they stand

    def fan(self, camera: CameraId, outline: Outline) -> QPolygonF:
        """The fan of a camera as a shape; its outline never changes."""
        if (found := self.fans.get(camera)) is None:
            found = self.fans[camera] = polygon(outline)
        return found

    def ring(self, building: BuildingId) -> QPolygonF:
        return self.buildings[building][1] if building in self.buildings else QPolygonF()


def _leaves(doors: Iterable[Door], walls: Iterable[Wall]) -> list[QLineF]:
    """Each door as a line across its opening: from the end of the nearest wall to as far on the other side."""
    ends = np.array([at for wall in walls for at in wall.line], dtype=np.float64).reshape(-1, 2)
    return [_leaf(door.at, ends) for door in doors]


def _leaf(at: XY, ends: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> QLineF:
    away = np.hypot(*(ends - at).T) if len(ends) else np.empty(0)
    nearest = int(np.argmin(away)) if len(away) else -1
    if nearest < 0 or away[nearest] > OPENING_M:
        return QLineF(at[0] - LEAF_M / 2, at[1], at[0] + LEAF_M / 2, at[1])
    x, y = ends[nearest]
    return QLineF(float(x), float(y), float(2 * at[0] - x), float(2 * at[1] - y))


def _corners(zone: Zone) -> tuple[QPointF, QPointF, QPointF, QPointF] | None:
    """Of a stair or a lift that is a rectangle, in order."""
    ring = zone.ring[:-1] if zone.ring[0] == zone.ring[-1] else zone.ring
    if len(ring) != 4:
        return None
    first, second, third, fourth = (QPointF(x, y) for x, y in ring)
    return first, second, third, fourth


def _steps(zone: Zone) -> list[QLineF]:
    """Lines across the longer side."""
    corners = _corners(zone)
    if corners is None:
        return []
    a, b, c, d = corners
    if _length(a, b) > _length(b, c):
        a, b, c, d = b, c, d, a
    count = max(2, int(_length(b, c) / STEP_M))
    return [QLineF(a + (d - a) * (i / count), b + (c - b) * (i / count)) for i in range(1, count)]


def _cross(zone: Zone) -> list[QLineF]:
    corners = _corners(zone)
    return [] if corners is None else [QLineF(corners[0], corners[2]), QLineF(corners[1], corners[3])]


def _length(start: QPointF, end: QPointF) -> float:
    return math.hypot(end.x() - start.x(), end.y() - start.y())
