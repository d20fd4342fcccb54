"""What the view of a camera covers on the plan: its field of view as a fan, cut off by the walls of its level. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from console.cameras.sight import nudged
from console.model import XY, Camera, CameraKind
from console.plan.levels import Level, Levels

Floats = npt.NDArray[np.float64]
Outline = tuple[XY, ...]

STEP_DEG = 4.0  # between rays where no wall ends
BESIDE_RAD = 1e-4  # a ray to each side of a wall's end: past it, and onto it
FULL_DEG = 359.0


class Fans:
    """The fans of one site, reckoned when they are first asked for."""

    def __init__(self, levels: Levels) -> None:
        self._levels = levels
        self._segments: dict[Level, Floats] = {}
        self._outlines: dict[tuple[Camera, Level], Outline] = {}

    def known(self, camera: Camera, level: Level) -> Outline | None:
        """The fan if it has been reckoned already."""
        return self._outlines.get((camera, level))

    def outline(self, camera: Camera, level: Level) -> Outline:
        """The corners of the fan in local metres; empty for a camera without a place. Well under a millisecond."""
        if (found := self._outlines.get((camera, level))) is None:
            found = self._outlines[camera, level] = fan(camera, self._walls(level))
        return found

    def _walls(self, level: Level) -> Floats:
        if (found := self._segments.get(level)) is None:
            rings = (building.ring for building in self._levels.buildings.values())
            lines = rings if level.is_site else (wall.line for wall in self._levels.sheet(level).walls)
            found = self._segments[level] = segments(lines)
        return found


def segments(lines: Iterable[tuple[XY, ...]]) -> Floats:
    """Every straight piece of these lines, (n, 2, 2)."""
    return np.array([p for line in lines for p in pairwise(line) if p[0] != p[1]], dtype=np.float64).reshape(-1, 2, 2)


def fan(camera: Camera, walls: Floats) -> Outline:
    """The region the camera overlooks, past these walls (n, 2, 2), as a ring of corners that begins at the camera."""
    if camera.at is None or camera.range_m <= 0:
        return ()
    eye = nudged(np.array([camera.at]), np.array([camera.azimuth]))[0]
    near = _within(walls, eye, camera.range_m)
    all_round = camera.fov >= FULL_DEG or camera.kind is CameraKind.FISHEYE
    half = np.pi if all_round else np.radians(camera.fov) / 2
    turns = _turns(near, eye, np.radians(camera.azimuth), half)
    angles = np.radians(camera.azimuth) + turns
    rays = np.stack((np.sin(angles), np.cos(angles)), axis=1)
    ends = eye + rays * _reach(near - eye, rays, camera.range_m)[:, None]
    corners = [(float(x), float(y)) for x, y in ends]
    return tuple(corners if all_round else [camera.at, *corners])


def _within(walls: Floats, eye: Floats, range_m: float) -> Floats:
    low, high = walls.min(axis=1), walls.max(axis=1)
    near: Floats = walls[((low <= eye + range_m) & (high >= eye - range_m)).all(axis=1)]
    return near


def _turns(walls: Floats, eye: Floats, azimuth: float, half: float) -> Floats:
    """Angles off the axis, rising: evenly spread, and one on either side of each wall's end within the fan."""
    count = max(2, int(np.degrees(2 * half) / STEP_DEG) + 1)
    dx, dy = (walls.reshape(-1, 2) - eye).T
    off = (np.arctan2(dx, dy) - azimuth + np.pi) % (2 * np.pi) - np.pi
    off = np.concatenate((off - BESIDE_RAD, off + BESIDE_RAD))
    found: Floats = np.unique(np.concatenate((np.linspace(-half, half, count), off[np.abs(off) <= half])))
    return found


def _reach(walls: Floats, rays: Floats, range_m: float) -> Floats:
    """How far each ray (n, 2) gets before a wall (m, 2, 2, relative to the eye) or the range ends it, metres."""
    if not len(walls):
        return np.full(len(rays), range_m)
    start, along = walls[:, 0], walls[:, 1] - walls[:, 0]
    across = rays[:, None, 0] * along[None, :, 1] - rays[:, None, 1] * along[None, :, 0]
    with np.errstate(divide="ignore", invalid="ignore"):
        far = (start[None, :, 0] * along[None, :, 1] - start[None, :, 1] * along[None, :, 0]) / across
        part = (start[None, :, 0] * rays[:, None, 1] - start[None, :, 1] * rays[:, None, 0]) / across
    met = (far >= 0) & (part >= -1e-9) & (part <= 1 + 1e-9)
    reach: Floats = np.minimum(np.where(met, far, np.inf).min(axis=1), range_m)
    return reach
