"""The order of the candidates: the keys within a tier, and which few pictures are shown together. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

import numpy as np

from console.cameras.choice import Tier
from console.cameras.table import Floats, Mask, Rows

OBSERVE_PX_PER_M = 62.0  # EN 62676-4: observe
DETECT_PX_PER_M = 25.0  # EN 62676-4: detect
SAME_SIDE_DEG = 30.0  # two views nearer than this show the same side
DOOR_VIEW_FROM = 3  # so many pictures, and one of them shows the access door


@dataclass(frozen=True, slots=True)
class Keys:
    """What orders the candidates, one entry per candidate, in the order of the camera numbers."""

    tier: Rows
    sight_unknown: Mask
    bound_order: Rows  # 0 where not bound
    health: Rows  # 0 ok, 1 unknown, 2 degraded, 3 offline
    px_per_m: Floats  # 0 where the camera does not show the target
    distance_m: Floats  # NaN where unknown
    ptz: Mask


def ranked(keys: Keys) -> Rows:
    """Positions of the candidates, best first; the camera number decides what is left."""
    detail = np.where(keys.px_per_m >= OBSERVE_PX_PER_M, 0, np.where(keys.px_per_m >= DETECT_PX_PER_M, 1, 2))
    metres = np.where(np.isnan(keys.distance_m), np.inf, np.rint(keys.distance_m + 1e-6))
    doubt = keys.sight_unknown & (keys.tier != Tier.BOUND)
    order: Rows = np.lexsort((keys.ptz, metres, detail, keys.health, keys.bound_order, doubt, keys.tier))
    return order


def pick(order: Sequence[int], tier: Rows, bearing: Floats, door: Mask, limit: int) -> list[int]:
    """The pictures to show together: of each tier first those from different sides, and one door view.

    What the site has bound is shown in the order it was bound, whatever side it shows.
    """
    left, picked = list(order), list[int]()
    while left and len(picked) < limit:
        best = next((c for c in _of_best_tier(left, tier) if _from_new_side(c, picked, tier, bearing)), left[0])
        picked.append(best)
        left.remove(best)
    if limit >= DOOR_VIEW_FROM and len(picked) == limit and not door[picked].any():
        _swap_in_door_view(picked, left, tier, door)
    return picked


def _of_best_tier(left: Sequence[int], tier: Rows) -> Iterator[int]:
    return takewhile(lambda candidate: tier[candidate] == tier[left[0]], left)


def _from_new_side(candidate: int, picked: Sequence[int], tier: Rows, bearing: Floats) -> bool:
    if tier[candidate] == Tier.BOUND:
        return True
    same_tier = [other for other in picked if tier[other] == tier[candidate]]
    return not any(abs((bearing[other] - bearing[candidate] + 180) % 360 - 180) < SAME_SIDE_DEG for other in same_tier)


def _swap_in_door_view(picked: list[int], left: Sequence[int], tier: Rows, door: Mask) -> None:
    view = next((candidate for candidate in left if door[candidate]), None)
    if view is not None and tier[picked[-1]] != Tier.BOUND:
        picked[-1] = view
