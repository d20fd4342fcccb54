"""Everything found out about the cameras that come into question for one target, before they are put in order. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from console.cameras.choice import Choice, Reason, ReasonCode, Tier
from console.cameras.order import Keys
from console.cameras.places import Places, Spot
from console.cameras.table import Mask, Rows, Table
from console.cameras.view import Views
from console.model import Binding, Camera, Health

HEALTH_ORDER = {Health.OK: 0, Health.UNKNOWN: 1, Health.DEGRADED: 2, Health.OFFLINE: 3}
OFFLINE = HEALTH_ORDER[Health.OFFLINE]

PLAIN = {
    Tier.SEES: ReasonCode.SEES_IT,
    Tier.DOOR: ReasonCode.ACCESS_DOOR,
    Tier.FLOOR: ReasonCode.SAME_FLOOR,
    Tier.OUTSIDE: ReasonCode.OUTSIDE_VIEW,
    Tier.NEAR: ReasonCode.SAME_SITE,
}


@dataclass(frozen=True, slots=True)
class Bound:
    """What the site has signed for one target: positions from 1, the target's own before its zone's."""

    binding: Binding
    position: int
    by_zone: bool


@dataclass(frozen=True, slots=True)
class Candidates:
    """Arrays run parallel to `rows`, the rows of the camera table in ascending order."""

    table: Table
    places: Places
    spot: Spot
    rows: Rows
    tier: Rows
    views: Views
    on_plane: Mask  # sight lines between camera and target can be drawn
    seen: Mask  # … and none is crossed by a wall, and the camera looks there or can turn there
    walls_known: bool
    door: Mask  # in a zone that shares a door with the target's zone
    bound: Mapping[int, Bound]  # by row
    health: Sequence[Health]

    def keys(self) -> Keys:
        order = np.zeros(len(self.rows), dtype=np.intp)
        for row, bound in self.bound.items():
            order[np.searchsorted(self.rows, row)] = bound.position
        return Keys(
            tier=self.tier,
            sight_unknown=self.seen & (not self.walls_known),
            bound_order=order,
            health=np.array([HEALTH_ORDER[health] for health in self.health], dtype=np.intp),
            px_per_m=np.where(self.seen, self.views.px_per_m, 0.0),
            distance_m=self.views.distance_m,
            ptz=self.table.ptz[self.rows],
        )

    def without(self, tier: int) -> Candidates:
        """The same without the candidates of one tier."""
        keep = self.tier != tier
        if keep.all():
            return self
        return replace(
            self,
            rows=self.rows[keep],
            tier=self.tier[keep],
            views=self.views.only(keep),
            on_plane=self.on_plane[keep],
            seen=self.seen[keep],
            door=self.door[keep],
            health=[health for health, kept in zip(self.health, keep, strict=True) if kept],
        )

    def choice(self, i: int) -> Choice:
        """The i-th candidate with its reasons."""
        row = int(self.rows[i])
        bound = self.bound.get(row)
        distance, bearing = float(self.views.distance_m[i]), float(self.views.bearing[i])
        return Choice(
            camera=self.table.cameras[row],
            tier=Tier(int(self.tier[i])),
            reasons=tuple(self._reasons(i, bound)),
            distance_m=None if np.isnan(distance) else distance,
            bearing=None if np.isnan(bearing) else bearing,
            px_per_m=float(self.views.px_per_m[i]) if self.seen[i] else None,
            preset=bound.binding.preset if bound else "",
            health=self.health[i],
        )

    def _reasons(self, i: int, bound: Bound | None) -> list[Reason]:
        found = [Reason(ReasonCode.OFFLINE)] if self.health[i] is Health.OFFLINE else []
        if bound:
            code = ReasonCode.BOUND_ZONE if bound.by_zone else ReasonCode.BOUND
            found.append(Reason(code, (bound.binding.order,)))
        else:
            found.append(self._tier_reason(i))
        if self.on_plane[i]:
            found += self._sight_reasons(i, bound)
        if self.spot.at is None:
            found.append(Reason(ReasonCode.TARGET_NOT_PLACED))
        elif self.table.cameras[self.rows[i]].at is None:
            found.append(Reason(ReasonCode.CAMERA_NOT_PLACED))
        return found

    def _tier_reason(self, i: int) -> Reason:
        tier, camera = Tier(int(self.tier[i])), self.table.cameras[self.rows[i]]
        if tier is Tier.TURNS:
            return Reason(ReasonCode.CAN_TURN, self._turn(i))
        if tier is Tier.ZONE:
            floors = self._floors_up(camera)
            return Reason(ReasonCode.SAME_ZONE, (floors,) if floors else ())
        return Reason(PLAIN[tier]) if tier in PLAIN else self._stair_reason(camera)

    def _stair_reason(self, camera: Camera) -> Reason:
        floors = self._floors_up(camera)
        if floors is None:
            stair = self.places.reaches(camera, self.spot)
            return Reason(ReasonCode.STAIR if stair else ReasonCode.FLOOR_UNKNOWN)
        code = ReasonCode.STAIR if self.places.reaches(camera, self.spot) else ReasonCode.ADJACENT_FLOOR
        return Reason(code, (floors,))

    def _floors_up(self, camera: Camera) -> int | None:
        """Floors from the target up to the camera, from the nearest floor the target may be on."""
        ordinals = [floor for _, floor in self.spot.floors if floor is not None]
        if camera.floor is None or not ordinals:
            return None
        return min((camera.floor - floor for floor in ordinals), key=abs)

    def _sight_reasons(self, i: int, bound: Bound | None) -> list[Reason]:
        if not self.seen[i]:
            return [self._why_not_seen(i)]
        found = []
        if bound and self.views.in_sector[i]:
            found.append(Reason(ReasonCode.SEES_IT))
        elif bound:
            found.append(Reason(ReasonCode.CAN_TURN, self._turn(i)))
        if not self.walls_known:
            found.append(Reason(ReasonCode.SIGHT_UNKNOWN))
        return found

    def _why_not_seen(self, i: int) -> Reason:
        row, view = self.rows[i], self.views
        looks = bool(view.in_sector[i] or view.can_turn[i])
        if np.isnan(view.bearing[i]) and not looks:
            return Reason(ReasonCode.RIGHT_ABOVE)
        if not view.in_range[i]:
            return Reason(ReasonCode.BEYOND_RANGE, (float(self.table.range_m[row]),))
        if looks:
            return Reason(ReasonCode.BEHIND_WALL)
        if self.table.ptz[row]:
            return Reason(ReasonCode.BEYOND_PAN)
        return Reason(ReasonCode.OUT_OF_VIEW, (round(float(view.off_axis[i] - self.table.fov[row] / 2), 1),))

    def _turn(self, i: int) -> tuple[float, ...]:
        off = float(self.views.off_axis[i])
        return () if np.isnan(off) else (round(off, 1),)
