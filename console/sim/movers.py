"""People and vehicles that walk through a base picture: traced in its own perspective, light and depth. Any thread."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from console.sim.scenes import figures
from console.sim.scenes.geometry import FAR, Array, Solid, turn
from console.sim.scenes.guide import Guide
from console.sim.scenes.light import Light, column, develop, unshadowed
from console.sim.scenes.place import Hour, Mover, Path
from console.sim.scenes.view import View

_SIZE: dict[Mover, tuple[float, float, float]] = {  # half width, half length, height in metres
    Mover.PERSON: (0.42, 0.55, 1.85),
    Mover.CAR: (0.95, 2.35, 1.5),
    Mover.VAN: (1.0, 2.6, 2.15),
    Mover.FORKLIFT: (0.65, 2.05, 2.35),
    Mover.SCOOTER: (0.4, 1.05, 1.8),
}
_RAYS = 3600  # above this many pixels a figure is traced at half the resolution
_LAMPS = 3  # only the lamps that matter light a moving figure
_STRIDE = 1.45  # metres per two steps


@dataclass(frozen=True, slots=True)
class Patch:
    """A rectangle to blend over a picture at (left, top): RGB 0…1 (h, w, 3) with coverage 0…1 (h, w)."""

    left: int
    top: int
    colour: Array
    cover: Array


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody on a path: what they look like, where they start and which way round they go."""

    path: Path
    top: tuple[float, float, float]
    bottom: tuple[float, float, float]
    start: float
    backwards: bool

    def solids(self, share: float, lights: bool) -> list[Solid]:
        match self.path.mover:
            case Mover.PERSON:
                strides = max(1, round(_length(self.path) / _STRIDE))
                return figures.person(self.top, self.bottom, math.sin(share * strides * math.tau))
            case Mover.CAR:
                return figures.car(self.top, lights)
            case Mover.VAN:
                return figures.van(self.top, lights)
            case Mover.SCOOTER:
                return figures.scooter(self.bottom, self.top)
            case Mover.FORKLIFT:
                return figures.forklift()

    def stand(self, share: float) -> tuple[Array, float]:
        """Where the actor is (3,) and which way it faces, radians, at `share` 0…1 of the loop."""
        s = (self.start + (-share if self.backwards else share)) % 1
        at = _along(self.path, s)
        if self.path.closed and len(self.path.points) == 2:  # a shuttle drives back in reverse
            way = _along(self.path, 0.3) - _along(self.path, 0.2)
        elif self.path.closed:
            way = _along(self.path, (s + 0.02) % 1) - _along(self.path, (s - 0.02) % 1)
        else:
            way = _along(self.path, min(1.0, s + 0.02)) - _along(self.path, max(0.0, s - 0.02))
        if self.backwards and not (self.path.closed and len(self.path.points) == 2):
            way = -way
        return at, math.atan2(-float(way[0]), float(way[1]))


@lru_cache(maxsize=64)
def _legs(path: Path) -> tuple[Array, Array]:
    points = np.array(path.points + (path.points[:1] if path.closed else ()), np.float32)
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    return points, np.concatenate([[0], np.cumsum(steps)]).astype(np.float32)


def _length(path: Path) -> float:
    return float(_legs(path)[1][-1])


def _along(path: Path, share: float) -> Array:
    points, marks = _legs(path)
    at = share * marks[-1]
    return np.array([np.interp(at, marks, points[:, axis]) for axis in range(3)], np.float32)


def cast(guide: Guide, seed: int) -> list[Actor]:
    """Who moves in this camera's picture: one or two on every path, dressed and timed by `seed`."""
    dice = random.Random(seed)
    out = []
    for path in guide.paths:
        start, back = dice.random(), path.closed and dice.random() < 0.5
        walkers = 2 if path.closed and _length(path) > 8 and dice.random() < 0.35 else 1
        for i in range(walkers):
            wardrobe = figures.CLOTHES if path.mover in (Mover.PERSON, Mover.SCOOTER) else figures.CAR_COLOURS
            top, bottom = dice.choice(wardrobe), dice.choice(figures.CLOTHES[:6])
            out.append(Actor(path, top, bottom, start + i / walkers, back))
    return out


class Stage:
    """Traces actors into one view; `depth` is the distance of what stands there (metres, any resolution)."""

    def __init__(self, guide: Guide, view: View, depth: Array, size: tuple[int, int]) -> None:
        self._view = view
        self._light = guide.light
        self._depth = depth
        self._width, self._height = size
        self._headlamps = guide.hour in (Hour.DUSK, Hour.NIGHT)

    def patches(self, actor: Actor, frames: int) -> Iterator[Patch | None]:
        """One patch per frame of the loop, None while the actor is out of sight."""
        rigid = None if actor.path.mover is Mover.PERSON else actor.solids(0, self._headlamps)
        for index in range(frames):
            share = index / frames
            at, yaw = actor.stand(share)
            frame = self._frame(actor.path.mover, at, yaw)
            if frame is None:
                yield None
            else:
                yield self._trace(rigid or actor.solids(share, self._headlamps), actor.path.mover, at, yaw, frame)

    def _frame(self, mover: Mover, at: Array, yaw: float) -> tuple[int, int, int, int] | None:
        """Pixel bounds (left, top, right, bottom) of the figure, None when it cannot be seen."""
        wide, long, high = _SIZE[mover]
        corners = [(x, y, z) for x in (-wide, wide) for y in (-long, long) for z in (0.0, high)]
        u, v, distance = self._view.project(turn(np.array(corners, np.float32).T, yaw) + at[:, None])
        if distance.min() < 0.6:
            return None
        left, right = max(0, int(u.min() * self._width) - 2), min(self._width, int(u.max() * self._width) + 3)
        top, bottom = max(0, int(v.min() * self._height) - 2), min(self._height, int(v.max() * self._height) + 3)
        if right - left < 4 or bottom - top < 4:
            return None
        left, top = left & ~1, top & ~1  # chroma is stored for pairs of pixels
        return left, top, right - (right - left) % 2, bottom - (bottom - top) % 2

    def _trace(
        self, solids: list[Solid], mover: Mover, at: Array, yaw: float, frame: tuple[int, int, int, int]
    ) -> Patch:
        left, top, right, bottom = frame
        step = 1 if (right - left) * (bottom - top) <= _RAYS else 2
        y, x = np.mgrid[top:bottom:step, left:right:step].astype(np.float32)
        u, v = (x.ravel() + step / 2) / self._width, (y.ravel() + step / 2) / self._height
        d = self._view.rays(u, v)
        eye = np.array(self._view.eye, np.float32) - at
        local_d = turn(d, -yaw)
        local_o = np.broadcast_to(turn(eye[:, None], -yaw), d.shape)
        behind = self._depth_at(u, v)
        far, which = _first(solids, local_o, local_d)
        hit = (which >= 0) & (far < behind * np.float32(1.05) + np.float32(0.15))
        cover = self._shadow(mover, local_o, local_d, behind)
        colour = np.zeros((3, u.size), np.float32)
        if hit.any():
            points = local_o[:, hit] + local_d[:, hit] * far[hit]
            colour[:, hit] = self._shade(solids, points, which[hit], at, yaw)
            cover[hit] = 1
        return _patch(colour, cover, x.shape, step, (left, top))

    def _depth_at(self, u: Array, v: Array) -> Array:
        left, top, size = self._view.window
        if self._view.mirrored:
            u = 1 - u
        rows, columns = self._depth.shape
        i = np.clip((top + v * size) * rows, 0, rows - 1).astype(np.intp)
        j = np.clip((left + u * size) * columns, 0, columns - 1).astype(np.intp)
        return np.asarray(self._depth[i, j], np.float32)

    def _shadow(self, mover: Mover, o: Array, d: Array, behind: Array) -> Array:
        """Contact shadow where the ground right under the figure can be seen, 0…1."""
        ground = np.where(d[2] < -1e-3, -o[2] / np.minimum(d[2], -1e-3), FAR)
        wide, long, _ = _SIZE[mover]
        x, y = (o[0] + d[0] * ground) / (wide * 1.15), (o[1] + d[1] * ground) / (long * 1.1)
        seen = np.abs(ground - behind) < 0.08 * behind + 0.1
        return np.asarray(np.clip(1 - x * x - y * y, 0, 0.6) * 0.7 * seen, np.float32)

    def _shade(self, solids: list[Solid], points: Array, which: NDArray[np.intp], at: Array, yaw: float) -> Array:
        normals, base, glow = np.empty_like(points), np.empty_like(points), np.zeros(points.shape[1], np.float32)
        for index in np.unique(which):
            mine = which == index
            normals[:, mine] = solids[index].normal(points[:, mine])
            base[:, mine] = column(solids[index].material.colour)
            glow[mine] = solids[index].material.glow
        world = turn(points, yaw) + at[:, None]
        light = _nearby(self._light, at)
        return develop(self._light, base * (unshadowed(light, world, turn(normals, yaw)) + glow))


def _first(solids: list[Solid], o: Array, d: Array) -> tuple[Array, NDArray[np.intp]]:
    near = np.stack([s.near(o, d) for s in solids])
    which = near.argmin(0)
    far = near[which, np.arange(near.shape[1])]
    return far, np.where(far < FAR, which, -1)


def _nearby(light: Light, at: Array) -> Light:
    """The same light with only the lamps that are strongest at a place."""
    brightest = sorted(light.lamps, key=lambda m: -m.power / (1 + float(((np.array(m.at) - at) ** 2).sum())))
    return replace(light, lamps=tuple(brightest[:_LAMPS]))


def _patch(colour: Array, cover: Array, shape: tuple[int, ...], step: int, corner: tuple[int, int]) -> Patch:
    pixels = colour.T.reshape(*shape, 3)
    alpha = cover.reshape(shape)
    if step > 1:
        pixels, alpha = (np.repeat(np.repeat(a, step, 0), step, 1) for a in (pixels, alpha))
    return Patch(corner[0], corner[1], np.ascontiguousarray(pixels), np.ascontiguousarray(_soften(alpha)))


def _soften(alpha: Array) -> Array:
    """Take the jagged edge off a silhouette."""
    soft = alpha.copy()
    soft[1:-1, 1:-1] = (
        alpha[1:-1, 1:-1] * 4 + alpha[:-2, 1:-1] + alpha[2:, 1:-1] + alpha[1:-1, :-2] + alpha[1:-1, 2:]
    ) / 8
    return soft
