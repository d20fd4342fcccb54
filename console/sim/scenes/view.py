"""Where a camera stands and what it sees: pixels to rays and points to pixels. Pure numpy, any thread.

Picture coordinates are (u, v), 0…1 from the left top corner; the lens bends straight lines a little, as cheap ones do.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from console.sim.scenes.geometry import Array, Vec

ASPECT = 16 / 9


def stand(seed: int, *places: tuple[Vec, Vec]) -> tuple[Vec, Vec]:
    """Where a picture is taken from and where it looks, by seed from 1: (eye, look)."""
    return places[(seed - 1) % len(places)]


@lru_cache(maxsize=64)
def _axes(eye: Vec, look: Vec) -> tuple[Array, Array, Array]:
    """Unit vectors ahead, to the right and up of a camera."""
    ahead = np.array(look, np.float64) - np.array(eye, np.float64)
    ahead /= np.linalg.norm(ahead)
    right = np.cross(ahead, (0.0, 0.0, 1.0))
    right /= np.linalg.norm(right)
    up = np.cross(right, ahead)
    return ahead.astype(np.float32), right.astype(np.float32), up.astype(np.float32)


@dataclass(frozen=True, slots=True)
class View:
    """A camera at `eye` looking at `look` with a horizontal `fov` in degrees.

    `window` is the part of the whole picture that is used (left, top, size), `mirrored` swaps left and right: both
    make another camera out of the same drawing.
    """

    eye: Vec
    look: Vec
    fov: float = 70.0
    bend: float = 0.09
    window: tuple[float, float, float] = (0.0, 0.0, 1.0)
    mirrored: bool = False

    def rays(self, u: Array, v: Array) -> Array:
        """Unit directions (3, n) through picture coordinates (n,)."""
        ahead, right, up = _axes(self.eye, self.look)
        left, top, size = self.window
        if self.mirrored:
            u = 1 - u
        x, y = (left + u * size) * 2 - 1, 1 - (top + v * size) * 2
        bent = 1 + self.bend * (x * x + y * y * np.float32(0.32) - np.float32(0.6))
        half = math.tan(math.radians(self.fov / 2))
        a, b = x * bent * np.float32(half), y * bent * np.float32(half / ASPECT)
        d = ahead[:, None] + right[:, None] * a + up[:, None] * b
        return np.asarray(d / np.sqrt((d * d).sum(0)), np.float32)

    def project(self, points: Array) -> tuple[Array, Array, Array]:
        """Picture coordinates u, v and distance from the eye of points (3, n); the distance is −1 behind the camera."""
        ahead, right, up = _axes(self.eye, self.look)
        p = points - np.array(self.eye, np.float32)[:, None]
        depth = ahead @ p
        half = math.tan(math.radians(self.fov / 2))
        safe = np.maximum(depth, 1e-3)
        a, b = (right @ p) / safe / half, (up @ p) / safe / half * ASPECT
        x, y = a, b
        for _ in range(4):  # the bend has no closed inverse; it is small, so this settles quickly
            bent = 1 + self.bend * (np.minimum(x * x + y * y * 0.32, 2) - 0.6)
            x, y = a / bent, b / bent
        left, top, size = self.window
        u, v = ((x + 1) / 2 - left) / size, ((1 - y) / 2 - top) / size
        if self.mirrored:
            u = 1 - u
        distance = np.where(depth > 0, np.sqrt((p * p).sum(0)), -1)
        return u.astype(np.float32), v.astype(np.float32), distance.astype(np.float32)
