"""Which outdoor cameras look at which building: listed by the site, or because their view meets the footprint. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import numpy as np
import shapely

from console.cameras.sight import Sightlines, nudged
from console.cameras.table import Floats, Rows, Table
from console.model import BuildingId, Site

ARC_POINTS = 13


def outside_views(site: Site, table: Table, outdoors: Rows, ground: Sightlines) -> Mapping[BuildingId, Rows]:
    """Rows of the cameras that show a building from outside.

    `outdoors` are the rows of the placed outdoor cameras, `ground` holds the outer walls of all buildings.
    """
    found: dict[BuildingId, set[int]] = defaultdict(set)
    for row, camera in enumerate(table.cameras):
        for building in camera.sees:
            found[building].add(row)
    for building, row in _looking_at(site, table, outdoors, ground):
        found[building].add(row)
    return {building: np.array(sorted(rows), dtype=np.intp) for building, rows in found.items()}


def _looking_at(site: Site, table: Table, rows: Rows, ground: Sightlines) -> list[tuple[BuildingId, int]]:
    """Pairs of building and camera row whose view meets the footprint with no other building in front of it."""
    buildings = [building for building in site.buildings if len(building.ring) >= 3]
    if not buildings or not len(rows):
        return []
    footprints = np.array([shapely.make_valid(shapely.Polygon(building.ring)) for building in buildings])
    eyes = nudged(table.at[rows], table.azimuth[rows])
    sectors = _sectors(table, rows, eyes)
    view, footprint = shapely.STRtree(footprints).query(sectors, predicate="intersects")
    outside = ~shapely.contains_properly(footprints[footprint], shapely.points(eyes[view]))
    view, footprint = view[outside], footprint[outside]
    seen = shapely.intersection(sectors[view], footprints[footprint])
    nearest = shapely.get_coordinates(shapely.get_point(shapely.shortest_line(shapely.points(eyes[view]), seen), 1))
    any_side = np.ones(len(view), dtype=np.bool_)
    clear = ground.clear(table.at[rows][view], table.azimuth[rows][view], nearest, any_side)
    return [(buildings[f].id, int(rows[v])) for v, f in zip(view[clear], footprint[clear], strict=True)]


def _sectors(table: Table, rows: Rows, eyes: Floats) -> Any:
    """The view of each camera as a polygon: a slice of a disc, or the whole disc when it sees all round."""
    half, reach = table.fov[rows, None] / 2, table.range_m[rows, None]
    angle = np.radians(table.azimuth[rows, None] + half * np.linspace(-1, 1, ARC_POINTS))
    arc = eyes[:, None, :] + np.stack((reach * np.sin(angle), reach * np.cos(angle)), axis=2)
    sectors = shapely.polygons(np.concatenate((eyes[:, None, :], arc), axis=1))
    all_round = table.fov[rows] >= 359
    sectors[all_round] = shapely.buffer(shapely.points(eyes[all_round]), table.range_m[rows][all_round])
    return sectors
