"""Sight lines on one plane, a floor or the open ground: which walls hide a target from a camera. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import numpy as np
import shapely

from console.cameras.table import Floats, Mask, Rows
from console.model import XY

MOUNT_M = 0.02  # nearer to a wall than this a device is mounted on it: plans are drawn to about a centimetre
NUDGE_M = 0.05  # a camera mounted on a wall looks from this far in front of it


class Sightlines:
    """The walls of one plane. Every wall is judged by itself, so one more wall can only hide more."""

    def __init__(self, lines: Iterable[tuple[XY, ...]]) -> None:
        segments = [pair for line in lines for pair in pairwise(line) if pair[0] != pair[1]]
        self._walls: Any = shapely.linestrings(np.array(segments, dtype=np.float64).reshape(-1, 2, 2))
        self._tree = shapely.STRtree(self._walls)

    def clear(self, eyes: Floats, azimuths: Floats, targets: Floats, same_side: Mask) -> Mask:
        """Whether each eye (n, 2) sees its target (n, 2) past every wall.

        `same_side` says, per line, whether a wall the target is mounted on may be ignored: on which side of it the
        target is cannot be read off the plan, only from the zones.
        """
        clear = np.ones(len(eyes), dtype=np.bool_)
        line, wall = self._tree.query(_lines(eyes, targets), predicate="intersects")
        if len(line):
            behind = ~self._mounted(wall, eyes[line]) & self._counts(wall, targets[line], same_side[line])
            clear[line[behind]] = False
        line, wall = self._tree.query(shapely.points(eyes), predicate="dwithin", distance=MOUNT_M)
        if len(line):
            ahead = _lines(nudged(eyes[line], azimuths[line]), targets[line])
            behind = shapely.crosses(ahead, self._walls[wall]) & self._counts(wall, targets[line], same_side[line])
            clear[line[behind]] = False
        return clear

    def _mounted(self, wall: Rows, devices: Floats) -> Mask:
        near: Mask = shapely.distance(self._walls[wall], shapely.points(devices)) <= MOUNT_M
        return near

    def _counts(self, wall: Rows, targets: Floats, same_side: Mask) -> Mask:
        """False for a wall that carries the target and is seen from the target's own side."""
        return ~(same_side & self._mounted(wall, targets))


def _lines(eyes: Floats, targets: Floats) -> Any:
    return shapely.linestrings(np.stack((eyes, targets), axis=1))


def nudged(eyes: Floats, azimuths: Floats) -> Floats:
    """The eyes moved a little in front of what they are mounted on, toward their view."""
    angle = np.radians(azimuths)
    return eyes + NUDGE_M * np.stack((np.sin(angle), np.cos(angle)), axis=1)
