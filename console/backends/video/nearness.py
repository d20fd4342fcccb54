"""How near each camera is to a point that may alarm: what memory and sessions are given by. Pure, any thread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
import shapely

from console.model import BuildingId, Camera, CameraId, Point

FAR_M = 1_000_000.0  # no point on its floor, or not placed on the plan

_Level = tuple[BuildingId | None, int | None]


def distances(cameras: Iterable[Camera], points: Iterable[Point]) -> dict[CameraId, float]:
    """Metres from each camera to the nearest point on its floor (outdoors: outdoors), `FAR_M` where there is none."""
    levels: dict[_Level, list[tuple[float, float]]] = defaultdict(list)
    for point in points:
        if point.at is not None:
            levels[point.building, point.floor].append(point.at)
    trees = {level: shapely.STRtree(shapely.points(np.array(found, float))) for level, found in levels.items()}
    return {camera.id: _distance(camera, trees.get((camera.building, camera.floor))) for camera in cameras}


def _distance(camera: Camera, tree: shapely.STRtree | None) -> float:
    if tree is None or camera.at is None:
        return FAR_M
    _, found = tree.query_nearest(shapely.Point(camera.at), return_distance=True, all_matches=False)
    return round(float(found[0]), 1)
