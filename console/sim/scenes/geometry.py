"""The solids a scene is built of, and where a ray meets them. Pure numpy, any thread.

Points, directions and normals are float32 arrays of shape (3, n); lengths are metres, x right, y ahead, z up.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from console.sim.scenes.surface import Material

Array = NDArray[np.float32]
Vec = tuple[float, float, float]
Rect = tuple[float, float, float, float]  # x0, y0, x1, y1

FAR = np.float32(1e6)  # the distance of a ray that meets nothing
_TINY = np.float32(1e-7)


class Solid(Protocol):
    """Something a ray can hit. `centre` and `reach` are its bounding sphere, used to skip it early."""

    @property
    def centre(self) -> Vec: ...

    @property
    def reach(self) -> float: ...

    @property
    def material(self) -> Material: ...

    def near(self, origin: Array, direction: Array) -> Array:
        """Distance along each ray to the first point of the surface, `FAR` where the ray misses. Shape (n,)."""

    def normal(self, points: Array) -> Array:
        """Outward unit normals at points on the surface, shape (3, n)."""

    def moved(self, to: Vec, yaw: float) -> Solid:
        """The solid turned `yaw` radians counter-clockwise about z, then shifted."""


def turn(points: Array, yaw: float) -> Array:
    """Rotate (3, n) counter-clockwise about z by `yaw` radians."""
    c, s = np.float32(math.cos(yaw)), np.float32(math.sin(yaw))
    return np.stack([points[0] * c - points[1] * s, points[0] * s + points[1] * c, points[2]])


def _column(v: Vec) -> Array:
    return np.array(v, np.float32)[:, None]


def _move_point(v: Vec, to: Vec, yaw: float) -> Vec:
    p = turn(_column(v), yaw)[:, 0]
    return (float(p[0]) + to[0], float(p[1]) + to[1], float(p[2]) + to[2])


@dataclass(frozen=True, slots=True)
class Box:
    """An axis-aligned box between two corners."""

    lo: Vec
    hi: Vec
    material: Material

    @property
    def centre(self) -> Vec:
        return ((self.lo[0] + self.hi[0]) / 2, (self.lo[1] + self.hi[1]) / 2, (self.lo[2] + self.hi[2]) / 2)

    @property
    def reach(self) -> float:
        return math.dist(self.lo, self.hi) / 2

    def near(self, origin: Array, direction: Array) -> Array:
        enter = np.full(origin.shape[1], -FAR, np.float32)
        leave = np.full(origin.shape[1], FAR, np.float32)
        for axis in range(3):
            inverse = 1 / np.where(np.abs(direction[axis]) < _TINY, _TINY, direction[axis])
            a = (np.float32(self.lo[axis]) - origin[axis]) * inverse
            b = (np.float32(self.hi[axis]) - origin[axis]) * inverse
            np.maximum(enter, np.minimum(a, b), out=enter)
            np.minimum(leave, np.maximum(a, b), out=leave)
        return np.where((enter <= leave) & (enter > 1e-3), enter, FAR)

    def normal(self, points: Array) -> Array:
        faces = np.concatenate([np.abs(points - _column(self.lo)), np.abs(points - _column(self.hi))])
        face = faces.argmin(0)
        out = np.zeros_like(points)
        out[face % 3, np.arange(points.shape[1])] = np.where(face < 3, -1, 1)
        return out

    def moved(self, to: Vec, yaw: float) -> Solid:
        if yaw == 0:
            lo = (self.lo[0] + to[0], self.lo[1] + to[1], self.lo[2] + to[2])
            return Box(lo, (self.hi[0] + to[0], self.hi[1] + to[1], self.hi[2] + to[2]), self.material)
        rect = (self.lo[0], self.lo[1], self.hi[0], self.hi[1])
        return frustum(rect, self.lo[2], rect, self.hi[2], self.material).moved(to, yaw)


@dataclass(frozen=True, slots=True)
class Hull:
    """A convex body: the points inside all planes (normal, offset)."""

    planes: tuple[tuple[Vec, float], ...]
    centre: Vec
    reach: float
    material: Material

    def near(self, origin: Array, direction: Array) -> Array:
        enter = np.full(origin.shape[1], -FAR, np.float32)
        leave = np.full(origin.shape[1], FAR, np.float32)
        for (a, b, c), offset in self.planes:
            a32, b32, c32 = np.float32(a), np.float32(b), np.float32(c)
            slope = a32 * direction[0] + b32 * direction[1] + c32 * direction[2]
            slope = np.where(np.abs(slope) < _TINY, _TINY, slope)
            at = (np.float32(offset) - (a32 * origin[0] + b32 * origin[1] + c32 * origin[2])) / slope
            inward = slope < 0
            np.maximum(enter, np.where(inward, at, -FAR), out=enter)
            np.minimum(leave, np.where(inward, FAR, at), out=leave)
        return np.where((enter <= leave) & (enter > 1e-3), enter, FAR)

    def normal(self, points: Array) -> Array:
        normals = np.array([n for n, _ in self.planes], np.float32)
        offsets = np.array([o for _, o in self.planes], np.float32)
        nearest = (normals @ points - offsets[:, None]).argmax(0)
        return np.ascontiguousarray(normals[nearest].T)

    def moved(self, to: Vec, yaw: float) -> Hull:
        planes = []
        for n, offset in self.planes:
            m = _move_point(n, (0, 0, 0), yaw)
            planes.append((m, offset + m[0] * to[0] + m[1] * to[1] + m[2] * to[2]))
        return replace(self, planes=tuple(planes), centre=_move_point(self.centre, to, yaw))


def hull(corners: Sequence[Vec], faces: Sequence[tuple[int, int, int]], material: Material) -> Hull:
    """The convex body with these corners; each face is three corner numbers in any winding."""
    points = np.array(corners, np.float64)
    middle = points.mean(0)
    planes = []
    for i, j, k in faces:
        n = np.cross(points[j] - points[i], points[k] - points[i])
        n /= np.linalg.norm(n)
        if n @ (middle - points[i]) > 0:
            n = -n
        planes.append(((float(n[0]), float(n[1]), float(n[2])), float(n @ points[i])))
    reach = float(np.linalg.norm(points - middle, axis=1).max())
    return Hull(tuple(planes), (float(middle[0]), float(middle[1]), float(middle[2])), reach, material)


_SIX = ((0, 1, 2), (4, 5, 6), (0, 1, 5), (1, 2, 6), (2, 3, 7), (3, 0, 4))


def frustum(bottom: Rect, z0: float, top: Rect, z1: float, material: Material) -> Hull:
    """A body between two rectangles: a wedge, a ramp, a car's cabin, a turned box."""
    corners = [(x, y, z) for rect, z in ((bottom, z0), (top, z1)) for x, y in _corners(rect)]
    return hull(corners, _SIX, material)


def _corners(rect: Rect) -> tuple[tuple[float, float], ...]:
    x0, y0, x1, y1 = rect
    return ((x0, y0), (x1, y0), (x1, y1), (x0, y1))


@dataclass(frozen=True, slots=True)
class Ball:
    """An ellipsoid; `shear` leans it: x and y grow by that much per metre of height above `centre`."""

    centre: Vec
    radii: Vec
    material: Material
    shear: tuple[float, float] = (0.0, 0.0)
    yaw: float = 0.0

    @property
    def reach(self) -> float:
        return max(self.radii) + self.radii[2] * math.hypot(*self.shear)

    def _local(self, vectors: Array) -> Array:
        v = turn(vectors, -self.yaw) if self.yaw else vectors
        if self.shear != (0.0, 0.0):
            v = np.stack([v[0] - np.float32(self.shear[0]) * v[2], v[1] - np.float32(self.shear[1]) * v[2], v[2]])
        return v / _column(self.radii)

    def near(self, origin: Array, direction: Array) -> Array:
        o, d = self._local(origin - _column(self.centre)), self._local(direction)
        a = d[0] * d[0] + d[1] * d[1] + d[2] * d[2]
        b = o[0] * d[0] + o[1] * d[1] + o[2] * d[2]
        c = o[0] * o[0] + o[1] * o[1] + o[2] * o[2] - 1
        root = b * b - a * c
        at = (-b - np.sqrt(np.maximum(root, 0))) / a
        return np.where((root > 0) & (at > 1e-3), at, FAR)

    def normal(self, points: Array) -> Array:
        n = self._local(points - _column(self.centre)) / _column(self.radii)
        if self.shear != (0.0, 0.0):
            n[2] -= self.shear[0] * n[0] + self.shear[1] * n[1]
        if self.yaw:
            n = turn(n, self.yaw)
        return np.asarray(n / np.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]), np.float32)

    def moved(self, to: Vec, yaw: float) -> Ball:
        return replace(self, centre=_move_point(self.centre, to, yaw), yaw=self.yaw + yaw)


@dataclass(frozen=True, slots=True)
class Tube:
    """A solid cylinder from `start` to `end`: poles, pipes, wheels, bottles."""

    start: Vec
    end: Vec
    radius: float
    material: Material

    @property
    def centre(self) -> Vec:
        a, b = self.start, self.end
        return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2)

    @property
    def reach(self) -> float:
        return math.dist(self.start, self.end) / 2 + self.radius

    def _axis(self) -> tuple[Array, np.float32]:
        span = _column(self.end) - _column(self.start)
        length = np.sqrt((span * span).sum())
        return span / length, length

    def near(self, origin: Array, direction: Array) -> Array:
        axis, length = self._axis()
        o = origin - _column(self.start)
        oh, dh = (o * axis).sum(0), (direction * axis).sum(0)
        op, dp = o - axis * oh, direction - axis * dh
        a = np.maximum((dp * dp).sum(0), 1e-9)
        b = (op * dp).sum(0)
        root = b * b - a * ((op * op).sum(0) - np.float32(self.radius) ** 2)
        half = np.sqrt(np.maximum(root, 0))
        steady = np.where(np.abs(dh) < _TINY, _TINY, dh)
        low, high = -oh / steady, (length - oh) / steady
        enter = np.maximum((-b - half) / a, np.minimum(low, high))
        leave = np.minimum((-b + half) / a, np.maximum(low, high))
        return np.where((root > 0) & (enter <= leave) & (enter > 1e-3), enter, FAR).astype(np.float32)

    def normal(self, points: Array) -> Array:
        axis, length = self._axis()
        p = points - _column(self.start)
        along = (p * axis).sum(0)
        out = p - axis * along
        size = np.sqrt((out * out).sum(0))
        cap = np.where(along < length / 2, -1, 1) * (size < self.radius * 0.985)
        return np.asarray(np.where(cap != 0, axis * cap, out / np.maximum(size, _TINY)), np.float32)

    def moved(self, to: Vec, yaw: float) -> Tube:
        return replace(self, start=_move_point(self.start, to, yaw), end=_move_point(self.end, to, yaw))
