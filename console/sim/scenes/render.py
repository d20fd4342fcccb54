"""Draws a place: rays from the camera, soft shadows, contact shading, mirrors, fog. Pure numpy, any thread; slow."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from console.sim.scenes.geometry import FAR, Array, Solid
from console.sim.scenes.light import Lamp, Light, ambient, column, develop, haze, lamp_light, sun_direction
from console.sim.scenes.surface import clouds
from console.sim.scenes.view import View

TILE = 72  # pixels a side: small enough to skip solids, large enough for numpy
AO_REACH = 2.4  # metres within which neighbours darken a surface
AO_RAYS = 5


class Renderer:
    """Draws one scene; `rng` makes the grain of soft shadows repeatable."""

    def __init__(self, solids: Sequence[Solid], light: Light, view: View, rng: np.random.Generator) -> None:
        self.solids = solids
        self.light = light
        self.view = view
        self.rng = rng
        self._bounds = _Bounds(solids)

    def draw(self, width: int, height: int) -> tuple[Array, Array]:
        """The picture (height, width, 3) 0…1 and the distance of each pixel (height, width) in metres."""
        picture = np.zeros((3, height, width), np.float32)
        distance = np.zeros((height, width), np.float32)
        for top in range(0, height, TILE):
            for left in range(0, width, TILE):
                rows, columns = slice(top, min(top + TILE, height)), slice(left, min(left + TILE, width))
                y, x = np.mgrid[rows, columns].astype(np.float32)
                jitter = self.rng.random((2, *x.shape), np.float32)
                d = self.view.rays(((x + jitter[0]) / width).ravel(), ((y + jitter[1]) / height).ravel())
                o = np.repeat(column(self.view.eye), d.shape[1], 1)
                colour, far = self._look(o, d, self._bounds.in_cone(o[:, 0], d))
                picture[:, rows, columns] = colour.reshape(3, *x.shape)
                distance[rows, columns] = far.reshape(x.shape)
        flat = develop(self.light, picture.reshape(3, -1))
        return np.ascontiguousarray(flat.reshape(3, height, width).transpose(1, 2, 0)), distance

    def _look(self, o: Array, d: Array, candidates: Sequence[int], depth: int = 0) -> tuple[Array, Array]:
        far, which = self._first(o, d, candidates)
        colour = _sky(self.light, d)
        seen = which >= 0
        if seen.any():
            colour[:, seen] = self._surface(o[:, seen] + d[:, seen] * far[seen], d[:, seen], which[seen], depth)
            colour[:, seen] = haze(self.light, colour[:, seen], far[seen])
        return colour, far

    def _first(self, o: Array, d: Array, candidates: Sequence[int]) -> tuple[Array, NDArray[np.int32]]:
        far = np.full(o.shape[1], FAR, np.float32)
        which = np.full(o.shape[1], -1, np.int32)
        for index in candidates:
            near = self.solids[index].near(o, d)
            closer = near < far
            far[closer], which[closer] = near[closer], index
        return far, which

    def _blocked(self, o: Array, d: Array, reach: Array, candidates: Sequence[int]) -> NDArray[np.bool_]:
        out = np.zeros(o.shape[1], np.bool_)
        for index in candidates:
            out |= self.solids[index].near(o, d) < reach
        return out

    def _surface(self, points: Array, d: Array, which: NDArray[np.int32], depth: int) -> Array:
        normals, colour, glow, gloss = self._materials(points, which)
        lifted = points + normals * np.float32(2e-3)
        got = ambient(self.light, normals) * self._openness(lifted, normals, AO_RAYS if depth == 0 else 1)
        got += self._sunshine(lifted, normals)
        for lamp in self.light.lamps:
            got += self._lamplight(lamp, lifted, normals)
        out = colour * got + glow
        mirror = gloss > 0
        if depth == 0 and mirror.any():
            out[:, mirror] = self._mirrored(
                lifted[:, mirror], d[:, mirror], normals[:, mirror], out[:, mirror], gloss[mirror]
            )
        return np.asarray(out, np.float32)

    def _materials(self, points: Array, which: NDArray[np.int32]) -> tuple[Array, Array, Array, Array]:
        normals, colour, glow = np.zeros_like(points), np.zeros_like(points), np.zeros_like(points)
        gloss = np.zeros(points.shape[1], np.float32)
        for index in np.unique(which):
            mine = which == index
            solid = self.solids[index]
            p = points[:, mine]
            n = solid.normal(p)
            tone = np.ones_like(p)
            if solid.material.pattern is not None:
                tone = tone * solid.material.pattern(*_unfold(p, n))
            base = column(solid.material.colour) * np.minimum(tone, 1.3)
            normals[:, mine], colour[:, mine], gloss[mine] = n, base, solid.material.gloss
            glow[:, mine] = base * np.float32(solid.material.glow) + np.maximum(tone - 1.3, 0)
        return normals, colour, glow, gloss

    def _openness(self, points: Array, normals: Array, rays: int) -> Array:
        near = self._bounds.near(points, AO_REACH)
        total = np.zeros(points.shape[1], np.float32)
        for _ in range(rays):
            d = self.rng.standard_normal(points.shape, np.float32)
            d = d / np.sqrt((d * d).sum(0)) + normals * np.float32(1.02)
            d = d / np.sqrt((d * d).sum(0))
            far, _which = self._first(points, d, near)
            total += np.minimum(far / AO_REACH, 1)
        return np.asarray(total / rays, np.float32)

    def _sunshine(self, points: Array, normals: Array) -> Array:
        sun = sun_direction(self.light)
        if sun is None:
            return np.zeros_like(points)
        facing = np.clip(sun @ normals, 0, 1)
        lit = facing > 0
        d = sun[:, None] + self.rng.standard_normal(points[:, lit].shape, np.float32) * np.float32(0.018)
        reach = np.full(d.shape[1], FAR, np.float32)
        facing[lit] *= ~self._blocked(points[:, lit], d, reach, self._bounds.along(points, sun))
        return np.asarray(column(self.light.sun_colour) * facing, np.float32)

    def _lamplight(self, lamp: Lamp, points: Array, normals: Array) -> Array:
        soft = self.rng.standard_normal(points.shape, np.float32) * column((0.2, 0.2, 0.03))
        way, distance, strength = lamp_light(lamp, points - soft, normals)
        lit = strength > 2e-3
        if lit.any():
            candidates = self._bounds.between(points[:, lit], np.array(lamp.at, np.float32))
            blocked = self._blocked(points[:, lit], way[:, lit], distance[lit] - np.float32(0.3), candidates)
            strength[lit] *= np.where(blocked, np.float32(0.12), np.float32(1))
        return np.asarray(column(lamp.colour) * strength, np.float32)

    def _mirrored(self, points: Array, d: Array, normals: Array, own: Array, gloss: Array) -> Array:
        cosine = -(d * normals).sum(0)
        away = d + normals * (2 * cosine) + self.rng.standard_normal(d.shape, np.float32) * np.float32(0.012)
        other, _ = self._look(points, away, range(len(self.solids)), 1)
        share = gloss + (1 - gloss) * (1 - np.clip(cosine, 0, 1)) ** 5 * np.float32(0.6)
        return np.asarray(own * (1 - share) + other * share, np.float32)


class _Bounds:
    """Bounding spheres of all solids, to pass over those that a bundle of rays cannot touch."""

    def __init__(self, solids: Sequence[Solid]) -> None:
        self.centres = np.array([s.centre for s in solids], np.float32).reshape(-1, 3)
        self.reach = np.array([s.reach for s in solids], np.float32)

    def in_cone(self, eye: Array, d: Array) -> list[int]:
        axis = d.mean(1)
        axis /= np.linalg.norm(axis)
        half = np.arccos(np.clip((axis @ d).min(), -1, 1))
        way = self.centres - eye
        distance = np.maximum(np.linalg.norm(way, axis=1), 1e-6)
        angle = np.arccos(np.clip(way @ axis / distance, -1, 1))
        size = np.arcsin(np.clip(self.reach / distance, 0, 1))
        return self._pick((distance <= self.reach) | (angle <= half + size))

    def near(self, points: Array, reach: float) -> list[int]:
        middle, radius = _sphere(points)
        return self._pick(np.linalg.norm(self.centres - middle, axis=1) <= self.reach + radius + np.float32(reach))

    def along(self, points: Array, direction: Array) -> list[int]:
        middle, radius = _sphere(points)
        way = self.centres - middle
        ahead = way @ direction
        aside = np.linalg.norm(way - ahead[:, None] * direction, axis=1)
        return self._pick((aside <= self.reach + radius) & (ahead >= -self.reach - radius))

    def between(self, points: Array, target: Array) -> list[int]:
        middle, radius = _sphere(points)
        span = target - middle
        share = np.clip((self.centres - middle) @ span / max(float(span @ span), 1e-6), 0, 1)
        aside = np.linalg.norm(self.centres - middle - share[:, None] * span, axis=1)
        return self._pick(aside <= self.reach + radius)

    @staticmethod
    def _pick(mask: NDArray[np.bool_]) -> list[int]:
        return [int(i) for i in np.flatnonzero(mask)]


def _sphere(points: Array) -> tuple[Array, np.float32]:
    lo, hi = points.min(1), points.max(1)
    return (lo + hi) / 2, np.float32(np.linalg.norm(hi - lo) / 2)


def _unfold(points: Array, normals: Array) -> tuple[Array, Array]:
    """Surface coordinates in metres: the two axes the face runs along."""
    size = np.abs(normals)
    sideways = size[0] > size[1]
    flat = size[2] >= np.maximum(size[0], size[1])
    u = np.where(flat, points[0], np.where(sideways, points[1], points[0]))
    return u, np.where(flat, points[1], points[2])


def _sky(light: Light, d: Array) -> Array:
    up = np.clip(d[2], 0, 1)
    colour = column(light.horizon) + (column(light.sky) - column(light.horizon)) * np.sqrt(up)
    flat = np.maximum(up, 0.03)
    veil = np.clip(clouds(d[0] / flat * 0.9, d[1] / flat * 0.9, 11) * 2.4 - 1.0, 0, 1) * np.clip(up * 5, 0, 1)
    return np.asarray(colour + (column(light.horizon) * np.float32(1.12) - colour) * veil * np.float32(0.7), np.float32)
