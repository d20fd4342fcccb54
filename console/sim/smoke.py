"""Smoke and flames drawn into a base picture while its detector is in alarm. Any thread.

Smoke is a fixed thickness of haze per pixel (a plume from the source, a layer under the ceiling) that churning
noise makes denser and thinner; it swells and thins once per loop so that the loop has no seam.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PIL import Image

from console.sim.scenes.geometry import Array
from console.sim.scenes.guide import Guide
from console.sim.scenes.place import Hour
from console.sim.scenes.view import View

_W, _H = 160, 90  # the haze is drawn at this size and enlarged
_STEPS = 28
_POWER = 1.4  # steps lie closer near the camera
_AROUND_M = 7.0
_FLAME_W, _FLAME_H = 40, 56


@dataclass(frozen=True, slots=True)
class Veil:
    """Something half transparent over the whole picture: coverage 0…1 (h, w) and RGB 0…1 (h, w, 3), small size."""

    cover: Array
    colour: Array

    def enlarged(self, size: tuple[int, int]) -> Veil:
        return Veil(enlarge(self.cover, size), np.stack([enlarge(self.colour[..., i], size) for i in range(3)], 2))


def enlarge(plane: Array, size: tuple[int, int]) -> Array:
    """Bilinear enlargement of a float plane to (width, height)."""
    return np.asarray(Image.fromarray(plane).resize(size, Image.Resampling.BILINEAR), np.float32)


def _loop_noise(rng: np.random.Generator, rows: int, columns: int, cells: int) -> Array:
    """Smooth noise 0…1 of (rows, columns) that repeats at its edges."""
    total, weight = np.zeros((rows, columns), np.float32), 0.5
    for _ in range(4):
        grid = np.pad(rng.random((cells, cells), np.float32), 2, mode="wrap")
        scale_x, scale_y = columns / cells, rows / cells
        big = Image.fromarray(grid).resize(
            (round(scale_x * (cells + 4)), round(scale_y * (cells + 4))), Image.Resampling.BICUBIC
        )
        cut = np.asarray(big, np.float32)[round(2 * scale_y) :, round(2 * scale_x) :][:rows, :columns]
        total += weight * cut
        weight, cells = weight / 2, cells * 2
    return total


class Smoke:
    """The haze of one view; `frame(share)` gives it at `share` 0…1 of the loop."""

    def __init__(self, guide: Guide, view: View, depth: Array, seed: int, strength: float = 1.0) -> None:
        rng = np.random.default_rng(seed)
        self._slow, self._fast = _loop_noise(rng, _H, _W, 4), _loop_noise(rng, _H, _W, 7)
        self._thickness = _thickness(guide, view, depth) * strength
        level = {Hour.DAY: 0.5, Hour.DULL: 0.52, Hour.DUSK: 0.3, Hour.NIGHT: 0.2, Hour.INFRARED: 0.62}[guide.hour]
        self._tone = level * (0.55 if guide.ceiling is None else 0.85)

    def frame(self, share: float) -> Veil:
        swell = 0.55 + 0.45 * math.sin(math.pi * share) ** 2
        up = -round(share * _H)
        churn = np.roll(self._slow, up, 0) + np.roll(self._fast, (2 * up, round(share * _W)), (0, 1))
        cover = 1 - np.exp(-self._thickness * swell * np.clip(churn * 2.6 - 1.35, 0.12, 2.2))
        tone = np.float32(self._tone) * (0.72 + 0.5 * np.roll(self._fast, 2 * up, 0))
        return Veil(cover.astype(np.float32), np.repeat(tone[..., None], 3, 2).astype(np.float32))


def _grid() -> tuple[Array, Array]:
    y, x = np.mgrid[0:_H, 0:_W].astype(np.float32)
    return (x.ravel() + 0.5) / _W, (y.ravel() + 0.5) / _H


def _thickness(guide: Guide, view: View, depth: Array) -> Array:
    u, v = _grid()
    d = view.rays(u, v)
    left, top, size = view.window
    x = 1 - u if view.mirrored else u
    rows, columns = depth.shape
    row = ((top + v * size) * (rows - 1)).astype(np.intp)
    far = np.minimum(depth[row, ((left + x * size) * (columns - 1)).astype(np.intp)], 60)
    total = np.zeros_like(u)
    eye = np.array(view.eye, np.float32)[:, None]
    near = np.zeros_like(far)
    if guide.ceiling is None:  # a plume in the open is narrow: look for it only where it is
        source = float(np.linalg.norm(np.array(guide.smoke_at) - np.array(view.eye)))
        near, far = np.minimum(far, max(0.0, source - _AROUND_M)), np.minimum(far, source + _AROUND_M)
    for step in range(_STEPS):
        share = np.float32(((step + 0.5) / _STEPS) ** _POWER)
        width = np.float32(_POWER * share ** (1 - 1 / _POWER) / _STEPS)  # the stretch this step stands for
        total += _density(guide, eye + d * (near + (far - near) * share)) * (far - near) * width
    return total.reshape(_H, _W)


def _density(guide: Guide, p: Array) -> Array:
    x, y, z = guide.smoke_at
    high = np.maximum(p[2] - z, 0)
    if guide.ceiling is None:
        drift = 0.3 * high
        wide = 0.7 + 0.34 * high
        aside = ((p[0] - x - drift) ** 2 + (p[1] - y) ** 2) / wide**2
        return np.asarray(np.exp(-aside) * np.exp(-high / 10.0) * (p[2] > z - 0.3) * 2.0, np.float32)
    base = guide.ceiling * 0.42
    layer = np.clip((p[2] - base) / (guide.ceiling - base), 0, 1) ** 1.3
    spread = np.exp(-(((p[0] - x) ** 2 + (p[1] - y) ** 2) / (2.4 * guide.ceiling) ** 2))
    wide = 0.28 + 0.13 * high
    plume = np.exp(-((p[0] - x) ** 2 + (p[1] - y) ** 2) / wide**2) * (p[2] > z)
    return np.asarray((layer * spread * 0.75 + plume * 2.2) * (p[2] < guide.ceiling + 0.05), np.float32)


class Fire:
    """Flames at the source with the light they throw, and some smoke above them."""

    def __init__(self, guide: Guide, view: View, depth: Array, seed: int) -> None:
        self._smoke = Smoke(guide, view, depth, seed, strength=0.6)
        self._noise = _loop_noise(np.random.default_rng(seed + 1), _FLAME_H, _FLAME_W, 4)
        tall = 1.5 if guide.ceiling is not None else 2.4
        x, y, z = guide.smoke_at
        foot = np.array([[x, x], [y, y], [z, z + tall]], np.float32)
        u, v, _ = view.project(foot)
        self._at = (float(u[0]), float(v[0]))
        self._tall = max(0.05, float(v[0] - v[1]))
        self._grey = guide.hour is Hour.INFRARED

    def frame(self, share: float) -> Veil:
        veil = self._smoke.frame(share)
        u, v = (a.reshape(_H, _W) for a in _grid())
        away = ((u - self._at[0]) * 1.78) ** 2 + (v - self._at[1] + self._tall / 2) ** 2
        flicker = 0.8 + 0.2 * math.sin(share * math.tau * 17) * math.sin(share * math.tau * 5)
        glow = 0.5 * flicker * np.exp(-away / (2.2 * self._tall) ** 2)
        cover = veil.cover * (1 - glow) + glow
        warm = np.array((0.8, 0.8, 0.8) if self._grey else (1.0, 0.5, 0.16), np.float32)
        mix = (glow / np.maximum(cover, 1e-3))[..., None]
        return Veil(cover.astype(np.float32), np.asarray(veil.colour * (1 - mix) + warm * mix, np.float32))

    def flames(self, share: float, size: tuple[int, int]) -> tuple[int, int, Array, Array]:
        """The flames themselves: left, top, RGB 0…1 (h, w, 3) and coverage (h, w) in a picture of that size."""
        y, x = np.mgrid[0:_FLAME_H, 0:_FLAME_W].astype(np.float32)
        up, aside = 1 - y / _FLAME_H, np.abs(x / _FLAME_W * 2 - 1)
        churn = np.roll(self._noise, -round(share * 5 * _FLAME_H), 0)
        heat = 1.15 - aside / (0.25 + 0.75 * (1 - up) ** 0.6) - up * 0.9 + (churn - 0.47) * 2.6 * (0.35 + up)
        heat -= np.clip(0.14 - up, 0, 1) * 5 * aside  # a rounded foot
        heat = np.clip(heat, 0, 1).astype(np.float32)
        high = max(8, int(self._tall * size[1]) & ~1)
        wide = max(8, int(high * 0.75) & ~1)
        heat = enlarge(heat, (wide, high))
        colour = np.stack(
            [np.clip(heat * 4, 0, 1), np.clip(heat * 1.7 - 0.15, 0, 1), np.clip(heat * 2.2 - 1.2, 0, 1)], 2
        )
        if self._grey:
            colour = np.repeat(colour[..., :1], 3, 2)
        left = round(self._at[0] * size[0]) - wide // 2
        top = round(self._at[1] * size[1]) - high
        return left & ~1, top & ~1, colour.astype(np.float32), np.clip(heat * 3.2, 0, 1)
