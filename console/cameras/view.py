"""What a camera could show of a target before any wall is asked: distance, bearing, field of view, pan limits. Pure."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from console.cameras.table import Floats, Mask, Rows, Table
from console.model import XY

SAME_SPOT_M = 0.3  # nearer than this on the plan a bearing means nothing: the camera is above the target
NEAREST_M = 0.5  # the pixel density is not reckoned nearer than this
SLACK = 1e-6  # metres and degrees: a target exactly on the edge counts as inside, wherever the origin lies


@dataclass(frozen=True, slots=True)
class Views:
    """One entry per camera; distance and bearing are NaN when one of the two has no place on the plan."""

    distance_m: Floats
    bearing: Floats  # degrees from the camera to the target; NaN at the same spot
    off_axis: Floats  # degrees between the camera's axis and the target
    px_per_m: Floats  # at the target, if the camera looks at it
    in_range: Mask
    in_sector: Mask
    can_turn: Mask  # a PTZ that may pan there

    def only(self, keep: Mask) -> Views:
        return Views(*(getattr(self, field.name)[keep] for field in fields(self)))


def views(table: Table, rows: Rows, at: XY | None) -> Views:
    """How each of these cameras stands to the target; all false when the target is not placed."""
    dx, dy = (np.array(at or (np.nan, np.nan)) - table.at[rows]).T
    distance = np.hypot(dx, dy)
    spot = distance < SAME_SPOT_M
    bearing = np.where(spot, np.nan, np.degrees(np.arctan2(dx, dy)) % 360)
    off = np.abs((bearing - table.azimuth[rows] + 180) % 360 - 180)
    pan = (bearing - table.pan_from[rows] + SLACK) % 360
    return Views(
        distance_m=distance,
        bearing=bearing,
        off_axis=off,
        px_per_m=table.px_at_1m[rows] / np.maximum(distance, NEAREST_M),
        in_range=distance <= table.range_m[rows] + SLACK,
        in_sector=np.where(spot, table.downward[rows], off <= table.fov[rows] / 2 + SLACK),
        can_turn=table.ptz[rows] & (spot | (pan <= table.pan_span[rows] + 2 * SLACK)),
    )
