"""How a building of the demo site is drawn: rectangles in the building's own metres, turned into place. Pure.

A house has its own frame: x along its front, y into its depth, origin in its south-west corner before it is turned.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from console.model import XY, ZoneUse

Ring = tuple[XY, ...]
EPSILON = 1e-6


@dataclass(frozen=True, slots=True)
class Rect:
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def centre(self) -> XY:
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    @property
    def ring(self) -> Ring:
        return closed((self.x0, self.y0), (self.x1, self.y0), (self.x1, self.y1), (self.x0, self.y1))


@dataclass(frozen=True, slots=True)
class Opening:
    """A gap in a wall; one that joins two zones is a door of the site. `zones` are suffixes of zone ids."""

    at: XY
    width: float
    zones: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A zone of a house: `suffix` completes its id, `floors` are ordinals."""

    suffix: str
    name: str
    name_en: str
    ring: Ring
    floors: tuple[int, ...]
    use: ZoneUse = ZoneUse.FIRE_ZONE


@dataclass(frozen=True, slots=True)
class Storey:
    ordinal: int
    label: str
    rooms: tuple[Rect, ...]
    openings: tuple[Opening, ...]


@dataclass(frozen=True, slots=True)
class House:
    """A building: where its south-west corner stands, how far it is turned clockwise, and what is inside."""

    id: str
    name: str
    name_en: str
    at: XY
    width: float
    depth: float
    turn: float = 0.0
    storeys: tuple[Storey, ...] = ()
    areas: tuple[Area, ...] = field(default=())

    @property
    def ring(self) -> Ring:
        return tuple(self.out(at) for at in Rect(0, 0, self.width, self.depth).ring)

    def out(self, at: XY) -> XY:
        """A position of the house in the metres of the site."""
        x, y = turned(at, self.turn)
        return self.at[0] + x, self.at[1] + y

    def bearing(self, azimuth: float) -> float:
        """A direction of the house as an azimuth of the site."""
        return (azimuth + self.turn) % 360

    def label(self, ordinal: int) -> str:
        return next(storey.label for storey in self.storeys if storey.ordinal == ordinal)


def turned(at: XY, degrees: float) -> XY:
    """A position turned clockwise around the origin."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return at[0] * cos + at[1] * sin, at[1] * cos - at[0] * sin


def closed(*corners: XY) -> Ring:
    return (*corners, corners[0])


def walls(storey: Storey) -> list[tuple[XY, XY]]:
    """The walls of a storey: the edges of its rooms, drawn once, without the openings."""
    found: list[tuple[XY, XY]] = []
    for upright in (False, True):
        for line, spans in sorted(_edges(storey.rooms, upright).items()):
            for start, end in _without_gaps(_merged(spans), line, storey.openings, upright):
                found.append(((line, start), (line, end)) if upright else ((start, line), (end, line)))
    return found


def _edges(rooms: tuple[Rect, ...], upright: bool) -> dict[float, list[tuple[float, float]]]:
    """Spans of room edges by the line they lie on."""
    edges: dict[float, list[tuple[float, float]]] = {}
    for room in rooms:
        lines, span = ((room.x0, room.x1), (room.y0, room.y1)) if upright else ((room.y0, room.y1), (room.x0, room.x1))
        for line in lines:
            edges.setdefault(line, []).append(span)
    return edges


def _merged(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + EPSILON:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged


def _without_gaps(
    spans: list[tuple[float, float]], line: float, openings: tuple[Opening, ...], upright: bool
) -> list[tuple[float, float]]:
    for opening in openings:
        across, along = opening.at if upright else (opening.at[1], opening.at[0])
        if abs(across - line) < EPSILON:
            gap = along - opening.width / 2, along + opening.width / 2
            spans = [part for span in spans for part in _cut(span, gap)]
    return spans


def _cut(span: tuple[float, float], gap: tuple[float, float]) -> list[tuple[float, float]]:
    if gap[1] <= span[0] or gap[0] >= span[1]:
        return [span]
    parts = [(span[0], gap[0]), (gap[1], span[1])]
    return [(start, end) for start, end in parts if end - start > 0.05]
