"""Which part of a level is shown first, as boxes in local metres. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from console.model import XY, Site

OUTLYING = 3.0  # a building so many times the usual distance from the middle is left out of the first view
PATCH_M = 50.0  # the least side of the first view: a single hut still gets some ground around it


@dataclass(frozen=True, slots=True)
class Box:
    """West, south, east, north in metres."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def centre(self) -> XY:
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def grown(self, metres: float) -> Box:
        return Box(self.x0 - metres, self.y0 - metres, self.x1 + metres, self.y1 + metres)

    def widened(self, least_m: float) -> Box:
        """At least so wide and so high."""
        dx, dy = max(0.0, least_m - self.width) / 2, max(0.0, least_m - self.height) / 2
        return Box(self.x0 - dx, self.y0 - dy, self.x1 + dx, self.y1 + dy)

    def joined(self, other: Box) -> Box:
        return Box(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))


def around(places: Iterable[XY], least_m: float = 0.0) -> Box | None:
    """The smallest box that holds these places and is at least so wide and high; None without any."""
    found = np.array(list(places), dtype=np.float64).reshape(-1, 2)
    if not len(found):
        return None
    (x0, y0), (x1, y1) = found.min(axis=0), found.max(axis=0)
    return Box(float(x0), float(y0), float(x1), float(y1)).widened(least_m)


def whole(site: Site) -> Box:
    """Everything the site draws or places."""
    rings = [*(b.ring for b in site.buildings), *(z.ring for z in site.zones if z.building is None)]
    cameras = [camera.at for camera in site.cameras if camera.at is not None]
    points = [point.at for point in site.points if point.at is not None]
    found = around([*(at for ring in rings for at in ring), *cameras, *points], PATCH_M)
    return found or Box(-PATCH_M, -PATCH_M, PATCH_M, PATCH_M)


def home(site: Site) -> Box:
    """Where most buildings stand: one lone building far out would make all others too small to read."""
    boxes = [box for building in site.buildings if (box := around(building.ring)) is not None]
    if not boxes:
        return whole(site)
    centres = np.array([box.centre for box in boxes])
    away = np.hypot(*(centres - np.median(centres, axis=0)).T)
    usual = float(np.median(away))
    near = [box for box, distance in zip(boxes, away, strict=True) if distance <= OUTLYING * usual]
    first, *others = near or boxes
    for box in others:
        first = first.joined(box)
    return first.widened(PATCH_M)
