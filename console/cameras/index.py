"""Which cameras see this point, ranked: the index of one site and the path from a target to its ranking. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import shapely

from console.cameras.candidates import OFFLINE, Bound, Candidates
from console.cameras.choice import Choice, PlacedTarget, Ranking, Reason, ReasonCode, Tier
from console.cameras.order import pick, ranked
from console.cameras.outside import outside_views
from console.cameras.places import GROUND, Floor, Places, Spot
from console.cameras.sight import Sightlines
from console.cameras.table import NO_ROWS, Mask, Rows, table
from console.cameras.view import SLACK, Views, views
from console.model import XY, Binding, CameraId, Health, Point, Site

RADIUS_M = 300.0
SKIPPED_MAX = 8  # offline cameras named beside a ranking: as many as a card can list
ONLY_IF_SEEN = 9  # outdoors and beyond the radius: a candidate only when it sees that far
NOT_MEANT = 10

Tiers = npt.NDArray[np.int8]


class Index:
    """Built once per site, asked once per alarm (under a millisecond among 100,000 cameras); never changes."""

    def __init__(self, site: Site) -> None:
        self._table = table(site.cameras)
        self._places = Places(site, self._table)
        self._walls = _walls(site)
        self._walls_known = {*site.floors_with_walls, *self._walls}
        self._bindings = _bindings(site)
        outdoors = self._places.outdoors()
        self._is_outdoors = np.zeros(len(site.cameras), dtype=np.bool_)
        self._is_outdoors[outdoors] = True
        self._outdoors = outdoors[self._table.placed[outdoors]]
        self._outdoor_tree = shapely.STRtree(shapely.points(self._table.at[self._outdoors]))
        self._placed = np.flatnonzero(self._table.placed)
        self._tree = shapely.STRtree(shapely.points(self._table.at[self._placed]))
        self._outside_views = outside_views(site, self._table, self._outdoors, self._walls[GROUND])

    def rank(
        self,
        target: Point | PlacedTarget,
        health: Mapping[CameraId, Health],
        limit: int = 4,
        radius_m: float = RADIUS_M,
    ) -> Ranking:
        """The best `limit` cameras for this target, best first, each with its reasons.

        A camera without an entry in `health` counts as unknown. The same input gives the same order every time.
        """
        spot = self._places.spot(target)
        bound = self._bound(target, spot)
        ranking = self._ranking(spot, bound, health, limit, self._tiers(spot, radius_m))
        if len(ranking.chosen) < limit and spot.building is not None:
            ranking = self._ranking(spot, bound, health, limit, self._tiers(spot, radius_m, nearby=True))
        if ranking.chosen:
            return ranking
        return replace(ranking, nearest_beyond=self._nearest(spot, health, radius_m))

    def _ranking(
        self, spot: Spot, bound: Mapping[int, Bound], health: Mapping[CameraId, Health], limit: int, tiers: Tiers
    ) -> Ranking:
        found = self._candidates(spot, bound, health, tiers)
        keys = found.keys()
        order = ranked(keys)
        offline = keys.health[order] == OFFLINE
        chosen = pick(order[~offline].tolist(), found.tier, found.views.bearing, found.door, limit)
        skipped = order[offline][:SKIPPED_MAX].tolist()
        return Ranking(tuple(found.choice(i) for i in chosen), tuple(found.choice(i) for i in skipped))

    def _candidates(
        self, spot: Spot, bound: Mapping[int, Bound], health: Mapping[CameraId, Health], tiers: Tiers
    ) -> Candidates:
        tiers[list(bound)] = Tier.BOUND
        rows = np.flatnonzero(tiers < NOT_MEANT)
        view = views(self._table, rows, spot.at)
        on_plane = self._on_plane(spot, rows)
        seen = self._seen(spot, rows, view, on_plane)
        by_sight = np.where(view.in_sector, Tier.SEES, Tier.TURNS)
        tier = np.where(seen, np.minimum(tiers[rows], by_sight), tiers[rows])
        found = Candidates(
            table=self._table,
            places=self._places,
            spot=spot,
            rows=rows,
            tier=tier,
            views=view,
            on_plane=on_plane,
            seen=seen,
            walls_known=spot.plane in self._walls_known,
            door=np.isin(rows, self._places.behind_doors(spot)),
            bound=bound,
            health=[health.get(camera, Health.UNKNOWN) for camera in self._table.ids[rows].tolist()],
        )
        return found if spot.building else found.without(ONLY_IF_SEEN)

    def _tiers(self, spot: Spot, radius_m: float, nearby: bool = False) -> Tiers:
        """The tier of every camera by where it is; the worst relation first, so that a better one overwrites it.

        `nearby` adds the last tier for a target in a building: hundreds of cameras that are not worth a look while
        better ones fill every place.
        """
        places = self._places
        tiers = np.full(len(self._table.cameras), NOT_MEANT, dtype=np.int8)
        if spot.building is None:
            tiers[self._outdoors[self._table.range_m[self._outdoors] > radius_m]] = ONLY_IF_SEEN
            tiers[self._within(spot.near, radius_m)] = Tier.NEAR
        else:
            if nearby:
                tiers[self._within(spot.near, radius_m)] = Tier.NEAR
            tiers[self._outside_views.get(spot.building, NO_ROWS)] = Tier.OUTSIDE
            for rows in (places.floor_unknown(spot), places.by_stair(spot), places.next_floors(spot)):
                tiers[rows] = Tier.STAIR
            tiers[places.on_floors(spot)] = Tier.FLOOR
            tiers[places.behind_doors(spot)] = Tier.DOOR
        tiers[places.in_zone(spot)] = Tier.ZONE
        return tiers

    def _within(self, near: XY | None, radius_m: float) -> Rows:
        """Placed outdoor cameras no farther than that."""
        if near is None:
            return NO_ROWS
        x, y = near
        square = shapely.box(x - radius_m, y - radius_m, x + radius_m, y + radius_m)
        rows = self._outdoors[self._outdoor_tree.query(square)]  # quicker than asking the tree for a disc
        away = self._table.at[rows] - near
        near_enough: Rows = rows[np.hypot(away[:, 0], away[:, 1]) <= radius_m + SLACK]
        return near_enough

    def _on_plane(self, spot: Spot, rows: Rows) -> Mask:
        if spot.plane is None:
            return np.zeros(len(rows), dtype=np.bool_)
        if spot.plane == GROUND:
            return self._is_outdoors[rows] & self._table.placed[rows]
        return np.isin(rows, self._places.standing_on(spot.plane)) & self._table.placed[rows]

    def _seen(self, spot: Spot, rows: Rows, view: Views, on_plane: Mask) -> Mask:
        """Cameras that show the target, or would once turned: in range, and no wall known between."""
        seen = on_plane & view.in_range & (view.in_sector | view.can_turn)
        walls = self._walls.get(spot.plane) if spot.plane else None
        looking = np.flatnonzero(seen & ~np.isnan(view.bearing))
        if walls is None or spot.at is None or not len(looking):
            return seen
        eyes = self._table.at[rows[looking]]
        targets = np.broadcast_to(np.array(spot.at), eyes.shape)
        zones = [self._table.cameras[row].zone for row in rows[looking].tolist()]
        same_side = np.array([spot.plane == GROUND or None in {zone, spot.zone} or zone == spot.zone for zone in zones])
        seen[looking] = walls.clear(eyes, self._table.azimuth[rows[looking]], targets, same_side)
        return seen

    def _bound(self, target: Point | PlacedTarget, spot: Spot) -> Mapping[int, Bound]:
        """By row: the target's own bindings, then those of its zone; bindings of unknown cameras are left out."""
        own = self._bindings.get(target.id, ()) if isinstance(target, Point) else ()
        zone = self._bindings.get(spot.zone, ()) if spot.zone else ()
        found: dict[int, Bound] = {}
        for binding, by_zone in [*((b, False) for b in own), *((b, True) for b in zone)]:
            row = self._table.row.get(binding.camera)
            if row is not None and row not in found:
                found[row] = Bound(binding, len(found) + 1, by_zone)
        return found

    def _nearest(self, spot: Spot, health: Mapping[CameraId, Health], radius_m: float) -> Choice | None:
        """The nearest working camera of the site, by plain distance on the plan."""
        if spot.near is None:
            return None
        here, radius, rows = shapely.Point(spot.near), radius_m, NO_ROWS
        while len(rows) < len(self._placed):
            radius *= 4
            rows = self._placed[self._tree.query(here, predicate="dwithin", distance=radius)]
            view = views(self._table, rows, spot.near)
            for i in np.lexsort((rows, view.distance_m)).tolist():
                camera = self._table.cameras[rows[i]]
                now = health.get(camera.id, Health.UNKNOWN)
                if now is not Health.OFFLINE:
                    distance = float(view.distance_m[i]) if spot.at else None
                    reasons = (Reason(ReasonCode.BEYOND),)
                    return Choice(camera, Tier.NEAR, reasons, distance, None, None, "", now)
        return None


def _walls(site: Site) -> Mapping[Floor, Sightlines]:
    """Sight lines of every floor with walls; the walls of the open ground are the footprints of the buildings."""
    lines: dict[Floor, list[tuple[XY, ...]]] = defaultdict(list)
    for wall in site.walls:
        lines[wall.building, wall.floor].append(wall.line)
    lines[GROUND] = [(*building.ring, building.ring[0]) for building in site.buildings if building.ring]
    return {floor: Sightlines(found) for floor, found in lines.items()}


def _bindings(site: Site) -> Mapping[str, tuple[Binding, ...]]:
    found: dict[str, list[Binding]] = defaultdict(list)
    for binding in site.bindings:
        found[binding.target].append(binding)
    return {target: tuple(sorted(group, key=lambda b: (b.order, b.camera))) for target, group in found.items()}
