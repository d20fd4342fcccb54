"""What surfaces look like: noise, patterns and the materials made of them. Pure numpy, any thread.

A pattern maps surface coordinates (u, v in metres, shape (n,)) to factors on the material's colour, (n,) or (3, n).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Colour = tuple[float, float, float]
Pattern = Callable[[Array, Array], Array]


@dataclass(frozen=True, slots=True)
class Material:
    """Colour 0…1 linear, an optional pattern, how much it mirrors (0…1) and how much it shines by itself."""

    colour: Colour
    pattern: Pattern | None = None
    gloss: float = 0.0
    glow: float = 0.0


def paint(colour: Colour, pattern: Pattern | None = None, gloss: float = 0.0, glow: float = 0.0) -> Material:
    return Material(colour, pattern, gloss, glow)


def lattice(i: Array, j: Array, seed: int = 0) -> Array:
    """A repeatable random number 0…1 for each pair of whole numbers."""
    a = i.astype(np.int64).astype(np.uint32)
    b = j.astype(np.int64).astype(np.uint32)
    h = a * np.uint32(374761393) + b * np.uint32(668265263) + np.uint32((seed * 2246822519 + 3266489917) & 0xFFFFFFFF)
    h = (h ^ (h >> np.uint32(13))) * np.uint32(1274126177)
    h ^= h >> np.uint32(16)
    return (h & np.uint32(0xFFFF)).astype(np.float32) * np.float32(1 / 65535)


def noise(x: Array, y: Array, seed: int = 0) -> Array:
    """Smooth noise 0…1 with one bump per unit."""
    xi, yi = np.floor(x), np.floor(y)
    fx, fy = x - xi, y - yi
    fx, fy = fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)
    near = lattice(xi, yi, seed) * (1 - fx) + lattice(xi + 1, yi, seed) * fx
    far = lattice(xi, yi + 1, seed) * (1 - fx) + lattice(xi + 1, yi + 1, seed) * fx
    return np.asarray(near * (1 - fy) + far * fy, np.float32)


def clouds(x: Array, y: Array, seed: int = 0, octaves: int = 4) -> Array:
    """Noise in several sizes, about 0…1 around 0.47."""
    total, weight = np.zeros_like(x), 0.5
    for octave in range(octaves):
        total += np.float32(weight) * noise(x, y, seed + octave)
        x, y, weight = x * 2.03, y * 2.03, weight / 2
    return total


def _line(u: Array, pitch: float, width: float) -> NDArray[np.bool_]:
    """True within `width` metres of a line every `pitch` metres."""
    return np.asarray(np.abs((u / pitch) % 1 - 0.5) > 0.5 - width / pitch / 2)


def tiles(pitch: float, joint: float = 0.015, spread: float = 0.1, seed: int = 0) -> Pattern:
    """Square tiles with darker joints."""

    def pattern(u: Array, v: Array) -> Array:
        tone = 1 - spread / 2 + spread * lattice(np.floor(u / pitch + 0.5), np.floor(v / pitch + 0.5), seed)
        return np.where(_line(u, pitch, joint) | _line(v, pitch, joint), np.float32(0.68), tone)

    return pattern


def blocks(width: float, height: float, joint: float = 0.012, seed: int = 0) -> Pattern:
    """Bricks or paving in running bond."""

    def pattern(u: Array, v: Array) -> Array:
        row = np.floor(v / height + 0.5)
        shifted = u + width / 2 * (row % 2)
        tone = 0.82 + 0.3 * lattice(np.floor(shifted / width + 0.5), row, seed)
        return np.where(_line(shifted, width, joint) | _line(v, height, joint), np.float32(1.18), tone)

    return pattern


def rough(size: float = 1.2, depth: float = 0.3, seed: int = 0) -> Pattern:
    """Concrete, plaster, asphalt: stains of about `size` metres and a fine grain."""

    def pattern(u: Array, v: Array) -> Array:
        stains = clouds(u / size, v / size, seed) - 0.47
        grain = noise(u * 9, v * 9, seed + 7) - 0.5
        return np.asarray(1 + depth * stains * 2 + depth * 0.25 * grain, np.float32)

    return pattern


def ribs(pitch: float, depth: float = 0.14) -> Pattern:
    """Corrugated sheet or shutter slats across u."""

    def pattern(u: Array, v: Array) -> Array:
        return np.asarray(1 - depth + depth * np.sin(u / pitch * 6.2832) + 0.06 * (noise(u, v, 3) - 0.5), np.float32)

    return pattern


def slats(pitch: float, depth: float = 0.2) -> Pattern:
    """The same along v: roller doors, louvres."""
    along = ribs(pitch, depth)
    return lambda u, v: along(v, u)


def grass(seed: int = 4) -> Pattern:
    def pattern(u: Array, v: Array) -> Array:
        return np.asarray(
            0.55 + 0.5 * clouds(u * 3, v * 3, seed) + 0.4 * clouds(u * 0.3, v * 0.3, seed + 9), np.float32
        )

    return pattern


def water(seed: int = 8) -> Pattern:
    def pattern(u: Array, v: Array) -> Array:
        return np.asarray(0.7 + 0.6 * clouds(u * 0.45, v * 2.1, seed), np.float32)

    return pattern


def cartons(width: float, height: float, seed: int = 0) -> Pattern:
    """Stacked cardboard boxes with tape."""

    def pattern(u: Array, v: Array) -> Array:
        tone = 0.72 + 0.5 * lattice(np.floor(u / width + 0.5), np.floor(v / height + 0.5), seed)
        tape = np.abs(u / width - np.floor(u / width + 0.5)) < 0.05
        gap = _line(u, width, 0.03) | _line(v, height, 0.03)
        return np.where(gap, np.float32(0.4), np.where(tape, np.float32(1.2), tone))

    return pattern


def facade(bay: float, storey: float, lit: float = 0.0, seed: int = 0) -> Pattern:
    """A front with windows: a frame, a cross bar, blinds; a share `lit` of the windows glows (values above 1)."""

    def pattern(u: Array, v: Array) -> Array:
        column, floor = np.floor(u / bay), np.floor(v / storey)
        a, b = u / bay - column, v / storey - floor
        window = (a > 0.16) & (a < 0.84) & (b > 0.3) & (b < 0.84)
        glass = window & (a > 0.19) & (a < 0.81) & (b > 0.33) & (b < 0.81) & (np.abs(a - 0.5) > 0.02)
        dice = lattice(column, floor, seed)
        blind = glass & (b > 0.45 + 0.5 * lattice(column, floor, seed + 1))
        pane = np.stack([0.16 + 0.2 * dice, 0.21 + 0.22 * dice, 0.27 + 0.24 * dice])
        pane = np.where(blind, np.float32(0.62), pane)
        warm = np.array([2.1, 1.85, 1.5], np.float32)[:, None] * (0.55 + 0.6 * lattice(column, floor, seed + 2))
        pane = np.where(lattice(column, floor, seed + 3) < lit, warm * (0.7 + 0.3 * (b > 0.5)), pane)
        wall = 0.9 + 0.16 * clouds(u * 0.6, v * 0.6, seed) - 0.05 * (b < 0.05)
        wall = np.where(window, np.float32(1.25), wall)
        return np.asarray(np.where(glass, pane, wall), np.float32)

    return pattern


def stripes(pitch: float, other: float = 0.12) -> Pattern:
    """Diagonal warning stripes: the colour and a dark band in turn."""

    def pattern(u: Array, v: Array) -> Array:
        return np.where(((u + v) / pitch) % 1 < 0.5, np.float32(1), np.float32(other))

    return pattern


def picture(pixels: Array, left: float, bottom: float, width: float, height: float) -> Pattern:
    """A picture (h, w, 3) pasted on the surface from (left, bottom), for signs and road lettering."""
    rows, columns = pixels.shape[:2]

    def pattern(u: Array, v: Array) -> Array:
        x = np.clip((u - left) / width * columns, 0, columns - 1).astype(np.int32)
        y = np.clip((1 - (v - bottom) / height) * rows, 0, rows - 1).astype(np.int32)
        return np.ascontiguousarray(pixels[y, x].T)

    return pattern
