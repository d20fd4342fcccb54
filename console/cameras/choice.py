"""The values a ranking is made of: targets, tiers, reasons, choices. Pure; nothing here knows geometry."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from console.model import XY, BuildingId, Camera, Health, ZoneId


class Tier(IntEnum):
    """How good a camera's view of a target can be; a lower tier is never outbid by distance."""

    BOUND = 0  # 人工绑定: a person of the site said so
    SEES = 1  # 可见: same plane, in range, inside the field of view, no wall between
    TURNS = 2  # 云台可转向: as above once the PTZ has turned
    ZONE = 3  # 同防火分区
    DOOR = 4  # 出入口: the zone on the other side of a door
    FLOOR = 5  # 同层
    STAIR = 6  # 相邻楼层: one floor up or down, or a stair, lift or atrium that reaches the floor
    OUTSIDE = 7  # 室外可见本楼
    NEAR = 8  # 同园区: outdoors, within the radius


class ReasonCode(StrEnum):
    """Why a camera stands where it stands; the numbers that belong to a code are named behind it."""

    BOUND = "bound"  # order, from 1
    BOUND_ZONE = "bound_zone"  # order, from 1: bound to the target's zone, not to the target itself
    SEES_IT = "sees_it"
    CAN_TURN = "can_turn"  # degrees it has to turn
    SAME_ZONE = "same_zone"  # floors between camera and target, only when the zone spans floors
    ACCESS_DOOR = "access_door"
    SAME_FLOOR = "same_floor"
    ADJACENT_FLOOR = "adjacent_floor"  # floors from the target to the camera, up is positive
    STAIR = "stair"  # the same, when a stair, lift or atrium joins them
    FLOOR_UNKNOWN = "floor_unknown"  # same building; the floor of one of the two is not known
    OUTSIDE_VIEW = "outside_view"
    SAME_SITE = "same_site"
    BEYOND = "beyond"  # no tier at all: only offered as the nearest one
    OFFLINE = "offline"
    SIGHT_UNKNOWN = "sight_unknown"  # the walls of this floor are not known
    BEHIND_WALL = "behind_wall"
    BEYOND_RANGE = "beyond_range"  # its range in metres
    OUT_OF_VIEW = "out_of_view"  # degrees outside its field of view
    BEYOND_PAN = "beyond_pan"  # a PTZ whose pan limits keep it from turning there
    RIGHT_ABOVE = "right_above"  # at the same spot of the plan: a fixed camera cannot be proven to see it
    TARGET_NOT_PLACED = "target_not_placed"
    CAMERA_NOT_PLACED = "camera_not_placed"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason as a code and its numbers; widgets translate it, `reasons.short` writes it into logs."""

    code: ReasonCode
    params: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedTarget:
    """A place without a point of its own: a click on the plan, an incident, a caller's address."""

    at: XY | None = None
    building: BuildingId | None = None
    floor: int | None = None
    zone: ZoneId | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One camera for one target. `tier` of an offline camera is what it would have been.

    `distance_m` and `bearing` (from the camera to the target, degrees) are None when one of the two is not placed;
    `px_per_m` is the pixel density at the target and None when the camera cannot show it.
    """

    camera: Camera
    tier: Tier
    reasons: tuple[Reason, ...]
    distance_m: float | None
    bearing: float | None
    px_per_m: float | None
    preset: str
    health: Health

    @property
    def has(self) -> frozenset[ReasonCode]:
        return frozenset(reason.code for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Ranking:
    """What to show for one target, best first.

    `chosen` may be opened by itself. `skipped` are offline, best first, the few that would have mattered most.
    `nearest_beyond` is set only when nothing could be chosen: offer it as a button, never open it by itself.
    """

    chosen: tuple[Choice, ...]
    skipped: tuple[Choice, ...] = ()
    nearest_beyond: Choice | None = None
