"""Figures that stand or move in a scene: people, vehicles, trees. Made at the origin, facing +y, metres."""

from __future__ import annotations

import math
import random

from console.sim.scenes.geometry import Ball, Box, Solid, Tube, frustum
from console.sim.scenes.surface import Colour, Material, paint, rough

GLASS = paint((0.045, 0.055, 0.07), gloss=0.28)
TYRE = paint((0.025, 0.025, 0.027))
RIM = paint((0.45, 0.46, 0.48), gloss=0.1)
SKIN = paint((0.52, 0.36, 0.27))
HAIR = paint((0.035, 0.03, 0.03))
SHOE = paint((0.05, 0.05, 0.05))
HIGH_VIS = (0.78, 0.62, 0.05)
_leaves = rough(0.14, 0.55, 21)

CLOTHES: tuple[Colour, ...] = (
    (0.10, 0.13, 0.22), (0.42, 0.08, 0.07), (0.55, 0.54, 0.5), (0.08, 0.2, 0.14), (0.3, 0.3, 0.33),
    (0.5, 0.36, 0.16), (0.15, 0.28, 0.42), (0.33, 0.15, 0.3), (0.72, 0.72, 0.7), HIGH_VIS,
)  # fmt: skip
CAR_COLOURS: tuple[Colour, ...] = (
    (0.66, 0.67, 0.68), (0.035, 0.038, 0.045), (0.3, 0.31, 0.33), (0.34, 0.03, 0.03), (0.07, 0.12, 0.24),
    (0.8, 0.8, 0.78), (0.42, 0.38, 0.3), (0.1, 0.19, 0.16),
)  # fmt: skip


def person(top: Colour, bottom: Colour = (0.05, 0.055, 0.07), step: float = 0.0, tall: float = 1.72) -> list[Solid]:
    """Someone walking; `step` −1…1 is how far the legs are apart."""
    k = tall / 1.72
    coat, trousers = paint(top), paint(bottom)
    lean, arm = 0.42 * step, -0.34 * step
    return [
        Ball((0, 0.02, 1.60 * k), (0.095, 0.11, 0.13), SKIN),
        Ball((0, -0.015, 1.645 * k), (0.105, 0.12, 0.11), HAIR),
        Ball((0, 0, 1.2 * k), (0.215, 0.13, 0.31 * k), coat),
        Ball((0, 0, 0.93 * k), (0.175, 0.125, 0.18 * k), trousers),
        Ball((-0.09, -lean * 0.42, 0.47 * k), (0.085, 0.095, 0.47 * k), trousers, (0, -lean)),
        Ball((0.09, lean * 0.42, 0.47 * k), (0.085, 0.095, 0.47 * k), trousers, (0, lean)),
        Ball((-0.25, arm * 0.3 + 0.02, 1.13 * k), (0.06, 0.065, 0.32 * k), coat, (0.06, arm)),
        Ball((0.25, -arm * 0.3 + 0.02, 1.13 * k), (0.06, 0.065, 0.32 * k), coat, (-0.06, -arm)),
        Ball((-0.09, lean * 0.36 + 0.05, 0.05), (0.05, 0.13, 0.05), SHOE),
        Ball((0.09, -lean * 0.36 + 0.05, 0.05), (0.05, 0.13, 0.05), SHOE),
    ]


def _wheels(half: float, ahead: float, behind: float, radius: float) -> list[Solid]:
    out: list[Solid] = []
    for side in (-1, 1):
        for y in (ahead, behind):
            a, b = side * (half - 0.2), side * half
            out.append(Tube((a, y, radius), (b, y, radius), radius, TYRE))
            out.append(Tube((b, y, radius), (b + side * 0.012, y, radius), radius * 0.6, RIM))
    return out


def _lights(half: float, front: float, back: float, height: float, on: bool) -> list[Solid]:
    white, red = paint((0.85, 0.85, 0.8), glow=9.0 if on else 0.0), paint((0.4, 0.02, 0.02), glow=3.0 if on else 0.0)
    out: list[Solid] = []
    for side in (-1, 1):
        x0, x1 = side * (half - 0.42), side * (half - 0.1)
        lo, hi = min(x0, x1), max(x0, x1)
        out.append(Box((lo, front - 0.06, height), (hi, front + 0.012, height + 0.13), white))
        out.append(Box((lo, back - 0.012, height + 0.06), (hi, back + 0.06, height + 0.22), red))
    return out


def car(colour: Colour, lights: bool = False) -> list[Solid]:
    """A saloon, 4.5 m long."""
    body = paint(colour, gloss=0.1)
    out: list[Solid] = [
        frustum((-0.86, -2.2, 0.86, 2.2), 0.2, (-0.9, -2.25, 0.9, 2.25), 0.55, body),
        frustum((-0.9, -2.25, 0.9, 2.25), 0.55, (-0.8, -2.12, 0.8, 2.02), 0.9, body),
        frustum((-0.8, -1.85, 0.8, 1.08), 0.88, (-0.6, -1.25, 0.6, 0.28), 1.42, GLASS),
        frustum((-0.6, -1.25, 0.6, 0.28), 1.41, (-0.52, -1.1, 0.52, 0.16), 1.475, body),
        Box((-0.71, -0.53, 0.88), (0.71, -0.44, 1.38), body),
        Box((-0.4, 2.2, 0.33), (0.4, 2.262, 0.5), paint((0.03, 0.03, 0.03))),
        Box((-0.24, -2.262, 0.6), (0.24, -2.2, 0.72), paint((0.08, 0.14, 0.45))),
    ]
    return out + _wheels(0.88, 1.38, -1.35, 0.32) + _lights(0.86, 2.2, -2.2, 0.6, lights)


def van(colour: Colour, lights: bool = False) -> list[Solid]:
    """A delivery van, 5 m long."""
    body = paint(colour, gloss=0.08)
    out: list[Solid] = [
        frustum((-0.92, -2.5, 0.92, 2.4), 0.25, (-0.95, -2.5, 0.95, 2.5), 0.95, body),
        frustum((-0.95, -2.5, 0.95, 1.75), 0.95, (-0.86, -2.46, 0.86, 1.05), 2.1, body),
        frustum((-0.96, 0.2, 0.96, 1.78), 1.05, (-0.88, 0.2, 0.88, 1.15), 1.85, GLASS),
        frustum((-0.94, 1.6, 0.94, 2.45), 0.95, (-0.86, 1.6, 0.86, 2.2), 1.06, body),
    ]
    return out + _wheels(0.94, 1.55, -1.6, 0.34) + _lights(0.9, 2.46, -2.5, 0.72, lights)


def truck(colour: Colour, load: Material) -> list[Solid]:
    """A box truck, 8 m long."""
    cab = paint(colour, gloss=0.08)
    out: list[Solid] = [
        Box((-1.2, -4.0, 1.05), (1.2, 2.1, 3.6), load),
        Box((-0.5, -4.0, 0.6), (0.5, 2.4, 1.05), paint((0.08, 0.08, 0.085))),
        frustum((-1.15, 2.3, 1.15, 4.0), 0.5, (-1.1, 2.3, 1.1, 3.85), 2.75, cab),
        frustum((-1.02, 3.4, 1.02, 4.03), 1.55, (-0.98, 3.4, 0.98, 3.93), 2.5, GLASS),
    ]
    return out + _wheels(1.15, 3.1, -2.6, 0.5) + _lights(1.1, 3.96, -4.0, 0.7, False)


def forklift(colour: Colour = (0.72, 0.42, 0.03)) -> list[Solid]:
    """A forklift with its driver, forks ahead."""
    body, dark = paint(colour, gloss=0.05), paint((0.05, 0.05, 0.055))
    out: list[Solid] = [
        frustum((-0.55, -1.2, 0.55, 0.9), 0.2, (-0.52, -1.1, 0.52, 0.6), 0.85, body),
        frustum((-0.52, -1.15, 0.52, -0.4), 0.85, (-0.45, -1.0, 0.45, -0.45), 1.15, dark),
        Box((-0.5, -0.95, 2.05), (0.5, 0.45, 2.1), dark),
        Box((-0.42, 0.92, 0.1), (-0.3, 1.04, 2.3), dark), Box((0.3, 0.92, 0.1), (0.42, 1.04, 2.3), dark),
        Box((-0.35, 1.04, 0.08), (-0.2, 2.0, 0.14), dark), Box((0.2, 1.04, 0.08), (0.35, 2.0, 0.14), dark),
        Box((-0.42, 1.1, 0.15), (0.42, 1.95, 0.95), paint((0.42, 0.29, 0.16))),
        Ball((0, -0.15, 1.35), (0.2, 0.16, 0.33), paint(HIGH_VIS)),
        Ball((0, -0.1, 1.78), (0.1, 0.11, 0.13), paint((0.75, 0.75, 0.1))),
    ]  # fmt: skip
    for x in (-0.47, 0.45):
        out.append(Box((x, -0.95, 0.85), (x + 0.04, -0.91, 2.06), dark))
        out.append(Box((x, 0.4, 0.85), (x + 0.04, 0.44, 2.06), dark))
    return out + _wheels(0.58, 0.6, -0.85, 0.27)


def scooter(colour: Colour, rider: Colour | None = None) -> list[Solid]:
    """An electric scooter, parked, or ridden by someone in a coat of the colour `rider`."""
    body, dark = paint(colour, gloss=0.08), paint((0.035, 0.035, 0.04))
    out: list[Solid] = [
        Tube((-0.05, 0.62, 0.24), (0.05, 0.62, 0.24), 0.24, TYRE),
        Tube((-0.05, -0.62, 0.24), (0.05, -0.62, 0.24), 0.24, TYRE),
        frustum((-0.14, -0.75, 0.14, -0.05), 0.3, (-0.12, -0.7, 0.12, -0.1), 0.66, body),
        Box((-0.13, -0.78, 0.66), (0.13, -0.02, 0.76), dark),
        Box((-0.13, -0.1, 0.24), (0.13, 0.4, 0.3), body),
        frustum((-0.17, 0.3, 0.17, 0.5), 0.24, (-0.13, 0.36, 0.13, 0.44), 0.92, body),
        Tube((0, 0.62, 0.26), (0, 0.4, 1.0), 0.03, dark),
        Tube((-0.3, 0.38, 1.02), (0.3, 0.38, 1.02), 0.022, dark),
        Box((-0.18, -1.0, 0.72), (0.18, -0.72, 1.0), dark),
    ]
    if rider is None:
        return out
    coat, trousers = paint(rider), paint((0.05, 0.055, 0.07))
    return [
        *out,
        Ball((0, -0.3, 1.12), (0.2, 0.14, 0.32), coat, (0, 0.18)),
        Ball((0, -0.18, 1.58), (0.12, 0.13, 0.14), paint((0.7, 0.55, 0.08))),
        Ball((-0.15, -0.02, 0.72), (0.09, 0.28, 0.1), trousers),
        Ball((0.15, -0.02, 0.72), (0.09, 0.28, 0.1), trousers),
        Ball((-0.22, 0.1, 1.12), (0.055, 0.3, 0.07), coat),
        Ball((0.22, 0.1, 1.12), (0.055, 0.3, 0.07), coat),
    ]


def tree(seed: int, tall: float = 5.5, wide: float = 1.7, leaf: Colour = (0.09, 0.17, 0.05)) -> list[Solid]:
    """A street tree with a loose crown."""
    dice = random.Random(seed)
    bark = paint((0.13, 0.1, 0.075))
    out: list[Solid] = [Tube((0, 0, 0), (0, 0, tall * 0.62), 0.07 + 0.012 * tall, bark)]
    for _ in range(30):
        a, r, h = dice.random() * math.tau, math.sqrt(dice.random()) * wide, dice.gauss(0, 0.34)
        size = wide * dice.uniform(0.22, 0.42)
        tone = dice.uniform(0.6, 1.35) * (1 + 0.25 * h)
        colour = (leaf[0] * tone * dice.uniform(0.85, 1.25), leaf[1] * tone, leaf[2] * tone)
        at = (r * math.cos(a), r * math.sin(a), tall * 0.74 + h * wide * (1.1 - 0.5 * r / wide))
        out.append(Ball(at, (size, size, size * 0.8), paint(colour, _leaves)))
    return out


def bush(seed: int, long: float, colour: Colour = (0.07, 0.14, 0.045)) -> list[Solid]:
    """A clipped hedge along y, 0.9 m high."""
    dice = random.Random(seed)
    out: list[Solid] = []
    for i in range(max(1, int(long / 0.5))):
        tone = dice.uniform(0.75, 1.2)
        y = -long / 2 + 0.25 + 0.5 * i
        shade = (colour[0] * tone, colour[1] * tone, colour[2] * tone)
        out.append(Ball((dice.uniform(-0.05, 0.05), y, 0.45), (0.42, 0.4, 0.5), paint(shade, _leaves)))
    return out
