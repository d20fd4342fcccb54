"""Things that stand about in a place: cartons, trolleys, bins, plants, cones, people who wait. Pure, any thread."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from console.sim.scenes import fittings as fit
from console.sim.scenes.figures import CLOTHES, person, scooter
from console.sim.scenes.geometry import Array, Ball, Box, Solid, Tube, Vec
from console.sim.scenes.light import column
from console.sim.scenes.place import Path, Place
from console.sim.scenes.surface import Colour, cartons, paint, slats

ROUND = 10  # directions in which a thing looks for room
FLOOR_OFF = 0.06  # metres the ground may lie above or below zero
APART = 0.45  # metres from where people walk
TRIES = 40  # spots looked at for one thing
FARTHEST = 26.0  # metres; what stands beyond is too small to tell two pictures apart

Thing = Callable[[random.Random], Sequence[Solid]]


def _shade(dice: random.Random) -> Colour:
    """A colour of everyday things, never the red of fire equipment."""
    return dice.choice(
        (
            (0.08, 0.2, 0.42),
            (0.1, 0.32, 0.18),
            (0.6, 0.42, 0.08),
            (0.3, 0.3, 0.32),
            (0.42, 0.22, 0.1),
            (0.55, 0.55, 0.5),
        )
    )


def _cartons(dice: random.Random) -> list[Solid]:
    board = paint((0.46, 0.32, 0.17), cartons(0.45, 0.38, dice.randint(1, 99)))
    out: list[Solid] = []
    for at in range(dice.randint(1, 3)):
        wide, slip = 0.5 - 0.07 * at, dice.uniform(-0.05, 0.05)
        low = (slip - wide / 2, slip - wide / 2, 0.38 * at)
        out.append(Box(low, (slip + wide / 2, slip + wide / 2, 0.38 * at + 0.37), board))
    return out


def _trolley(dice: random.Random) -> list[Solid]:
    body = paint(_shade(dice), gloss=0.06)
    rails: list[Solid] = [Tube((x, -0.4, 0.2), (x, -0.4, 0.95), 0.02, fit.STEEL) for x in (-0.28, 0.28)]
    load = Box((-0.26, -0.3, 0.24), (0.24, 0.36, dice.uniform(0.4, 0.8)), paint(_shade(dice)))
    return [Box((-0.3, -0.42, 0.16), (0.3, 0.42, 0.22), body), load, *rails]


def _bin(dice: random.Random) -> list[Solid]:
    return [
        Tube((0, 0, 0.02), (0, 0, 0.7), 0.24, paint(_shade(dice), gloss=0.05)),
        Tube((0, 0, 0.7), (0, 0, 0.75), 0.26, fit.DARK),
    ]


def _plant(dice: random.Random) -> list[Solid]:
    pot: list[Solid] = [Tube((0, 0, 0), (0, 0, 0.42), 0.21, paint((0.5, 0.48, 0.45)))]
    leaf = paint((0.06, 0.2 + dice.random() * 0.1, 0.05))
    for _ in range(7):
        at = (dice.uniform(-0.2, 0.2), dice.uniform(-0.2, 0.2), dice.uniform(0.6, 1.35))
        pot.append(Ball(at, (0.17, 0.17, 0.3), leaf))
    return pot


def _crates(dice: random.Random) -> list[Solid]:
    wood = paint((0.42, 0.29, 0.14), slats(0.11))
    high = dice.choice((0.16, 0.55, 0.95))
    return [
        Box((-0.5, -0.4, 0), (0.5, 0.4, 0.14), wood),
        Box((-0.44, -0.36, 0.14), (0.44, 0.36, high), paint(_shade(dice))),
    ]


def _chair(dice: random.Random) -> list[Solid]:
    seat = paint(_shade(dice))
    legs: list[Solid] = [Tube((x, y, 0), (x, y, 0.43), 0.02, fit.STEEL) for x in (-0.2, 0.2) for y in (-0.2, 0.2)]
    return [
        Box((-0.23, -0.23, 0.43), (0.23, 0.23, 0.48), seat),
        Box((-0.23, 0.2, 0.48), (0.23, 0.24, 0.9), seat),
        *legs,
    ]


def _cone(_dice: random.Random) -> list[Solid]:
    orange = paint((0.75, 0.2, 0.02))
    rings: list[Solid] = [
        Tube((0, 0, z), (0, 0, z + 0.12), 0.16 - z * 0.2, orange) for z in (0.03, 0.15, 0.27, 0.39, 0.51)
    ]
    return [Box((-0.2, -0.2, 0), (0.2, 0.2, 0.03), fit.DARK), *rings]


def _notice(dice: random.Random) -> list[Solid]:
    yellow = paint((0.78, 0.58, 0.03))
    sides: list[Solid] = [
        Box((-0.16, -0.13, 0), (0.16, -0.1, 0.62), yellow),
        Box((-0.16, 0.1, 0), (0.16, 0.13, 0.6), yellow),
    ]
    return sides[: dice.randint(1, 2)]


def _waiting(dice: random.Random) -> list[Solid]:
    return person(dice.choice(CLOTHES), dice.choice(CLOTHES), 0.0, dice.uniform(1.58, 1.86))


def _scooter(dice: random.Random) -> list[Solid]:
    return scooter(_shade(dice))


INDOORS: Sequence[tuple[Thing, float]] = (  # thing, radius in metres
    (_cartons, 0.4), (_trolley, 0.55), (_bin, 0.3), (_plant, 0.4), (_chair, 0.35), (_notice, 0.25), (_waiting, 0.35),
)  # fmt: skip
WORKS: Sequence[tuple[Thing, float]] = (
    (_crates, 0.65), (_cartons, 0.4), (_trolley, 0.55), (_bin, 0.3), (_cone, 0.25), (_waiting, 0.35),
)  # fmt: skip
OUTDOORS: Sequence[tuple[Thing, float]] = ((_scooter, 1.0), (_cone, 0.3), (_waiting, 0.4))


def scatter(place: Place, things: Sequence[tuple[Thing, float]], count: int, dice: random.Random) -> None:
    """Put up to `count` things where there is room on the ground the camera sees, clear of the ways people walk."""
    for _ in range(count):
        thing, radius = dice.choice(things)
        spot = next((s for s in (_spot(place, dice) for _ in range(TRIES)) if s and _is_free(place, s, radius)), None)
        if spot is not None:
            place.put(thing(dice), (spot[0], spot[1], 0.0), dice.uniform(-math.pi, math.pi))


def _spot(place: Place, dice: random.Random) -> tuple[float, float] | None:
    """A point on the ground somewhere in the picture."""
    u, v = _row(dice.uniform(0.05, 0.95)), _row(dice.uniform(0.42, 0.9))
    way = place.view.rays(u, v)[:, 0]
    if way[2] > -0.02:
        return None
    far = -place.view.eye[2] / float(way[2])
    if far > FARTHEST:
        return None
    return place.view.eye[0] + far * float(way[0]), place.view.eye[1] + far * float(way[1])


def _is_free(place: Place, spot: tuple[float, float], radius: float) -> bool:
    x, y = spot
    if any(_distance(path, spot) < radius + APART for path in place.paths):
        return False
    turns = np.arange(ROUND, dtype=np.float32) * np.float32(2 * math.pi / ROUND)
    level = np.stack([np.cos(turns), np.sin(turns), np.zeros_like(turns)]).astype(np.float32)
    for height in (0.12, 0.7, 1.4):
        if _reach(place.solids, (x, y, height), level).min() < radius + 0.08:
            return False
    down = _reach(place.solids, (x, y, 0.5), column((0.0, 0.0, -1.0)))[0]
    return abs(float(down) - 0.5) < FLOOR_OFF and _is_seen(place, (x, y, 0.5))


def _is_seen(place: Place, at: Vec) -> bool:
    way = column(at) - column(place.view.eye)
    far = float(np.linalg.norm(way))
    return float(_reach(place.solids, place.view.eye, way / np.float32(far))[0]) > far - 0.05


def _reach(solids: Sequence[Solid], start: Vec, ways: Array) -> Array:
    """How far one sees from a point in these directions (3, n), in metres (n,)."""
    origin = np.repeat(column(start), ways.shape[1], 1)
    return np.asarray(np.min([solid.near(origin, ways) for solid in solids], 0), np.float32)


def _row(value: float) -> Array:
    return np.array([value], np.float32)


def _distance(path: Path, spot: tuple[float, float]) -> float:
    """Metres from a spot to the way somebody or something moves along."""
    points = [*path.points, path.points[0]] if path.closed else list(path.points)
    return min(_to_line(a, b, spot) for a, b in pairwise(points))


def _to_line(a: Vec, b: Vec, spot: tuple[float, float]) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    long = dx * dx + dy * dy
    t = 0.0 if long == 0 else max(0.0, min(1.0, ((spot[0] - a[0]) * dx + (spot[1] - a[1]) * dy) / long))
    return math.hypot(spot[0] - a[0] - t * dx, spot[1] - a[1] - t * dy)
