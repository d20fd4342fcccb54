"""Which measured point tells most of an alarm: its own, else the nearest in its zone, floor or building. Pure."""

from __future__ import annotations

import heapq
import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from console.model import XY, Camera, Point, PointId

MOST = 24  # no column has room for more


class Nearness(IntEnum):
    """How a point belongs to the one in alarm; the closer the less."""

    OWN = 0
    DEVICE = 1
    ZONE = 2
    FLOOR = 3
    BUILDING = 4
    SITE = 5


@dataclass(frozen=True, slots=True)
class Near:
    """One measured point and how near it is; `distance_m` None where one of them is not placed."""

    point: PointId
    nearness: Nearness
    distance_m: float | None = None


def near(
    alarmed: PointId, place: Point | Camera | None, points: Iterable[Point], numeric: Collection[PointId]
) -> tuple[Near, ...]:
    """The nearest measured points, at most `MOST`. `place` is where the alarm is, as far as the site knows it."""
    at = place.at if place is not None else None
    ranked = [
        (_nearness(alarmed, place, point), _far(at, point.at), point.id) for point in points if point.id in numeric
    ]
    if alarmed in numeric and all(point != alarmed for _, _, point in ranked):
        ranked.append((Nearness.OWN, 0.0, alarmed))  # heard, and not of the site
    first = heapq.nsmallest(MOST, ranked)
    return tuple(Near(point, how, None if math.isinf(far) else far) for how, far, point in first)


def _nearness(alarmed: PointId, place: Point | Camera | None, point: Point) -> Nearness:
    if point.id == alarmed:
        return Nearness.OWN
    if point.id.partition("#")[0] == alarmed.partition("#")[0]:
        return Nearness.DEVICE
    if place is None or place.building is None or point.building != place.building:
        return Nearness.SITE
    if place.zone is not None and point.zone == place.zone:
        return Nearness.ZONE
    return Nearness.FLOOR if point.floor == place.floor else Nearness.BUILDING


def _far(here: XY | None, there: XY | None) -> float:
    return math.inf if here is None or there is None else math.dist(here, there)


def telling(found: Sequence[Near]) -> Near | None:
    """The one that is shown large: none where the nearest is somewhere else on the site."""
    return found[0] if found and found[0].nearness < Nearness.SITE else None


def typical(points: Iterable[Point], numeric: Collection[PointId]) -> tuple[PointId, ...]:
    """At rest, when nobody has chosen: one point of each kind in the order of the site, then the second ones."""
    seen: dict[str, int] = {}
    ranked: list[tuple[int, PointId]] = []
    for point in points:
        if point.id in numeric:
            ranked.append((seen.get(point.kind, 0), point.id))
            seen[point.kind] = seen.get(point.kind, 0) + 1
    return tuple(point for _, point in sorted(ranked, key=lambda one: one[0]))
