"""What all places in the open share: the ground, house fronts, standing traffic."""

from __future__ import annotations

import random

from console.sim.scenes.figures import CAR_COLOURS, car, van
from console.sim.scenes.geometry import Vec
from console.sim.scenes.hours import lamps_on, lit_windows
from console.sim.scenes.place import Hour, Place
from console.sim.scenes.surface import Colour, blocks, facade, grass, paint, rough, slats

ASPHALT = paint((0.075, 0.076, 0.08), rough(1.6, 0.22, 2))
PAVING = paint((0.33, 0.32, 0.3), blocks(0.4, 0.2, 0.012, 6))
LINE = paint((0.62, 0.62, 0.59), rough(0.5, 0.2, 3))
YELLOW_LINE = paint((0.62, 0.43, 0.03), rough(0.5, 0.2, 3))
LAWN = paint((0.11, 0.18, 0.055), grass())
_FRONTS: tuple[Colour, ...] = (
    (0.5, 0.46, 0.4),
    (0.42, 0.45, 0.48),
    (0.52, 0.42, 0.34),
    (0.46, 0.47, 0.45),
    (0.55, 0.52, 0.46),
)


def house(place: Place, lo: Vec, hi: Vec, seed: int, hour: Hour, storey: float = 3.2, bay: float = 2.6) -> None:
    """A block with windows, a parapet and a darker ground floor; some air conditioners outside."""
    front = paint(_FRONTS[seed % len(_FRONTS)], facade(bay, storey, lit_windows(hour), seed))
    place.box(lo, hi, front)
    place.box((lo[0] - 0.15, lo[1] - 0.15, hi[2]), (hi[0] + 0.15, hi[1] + 0.15, hi[2] + 0.6), paint((0.33, 0.33, 0.32)))
    dice = random.Random(seed)
    for _ in range(8):
        x = lo[0] + bay * (int(dice.random() * (hi[0] - lo[0]) / bay) + 0.02)
        z = storey * (1 + int(dice.random() * max(1, (hi[2] - storey) / storey))) + 0.35
        if z < hi[2] - 1:
            place.box((x, lo[1] - 0.35, z), (x + 0.8, lo[1], z + 0.6), paint((0.6, 0.6, 0.58), slats(0.1, 0.15)))


def ground(place: Place) -> None:
    place.box((-120, -60, -0.3), (120, 220, -0.03), paint((0.22, 0.22, 0.21), rough(6, 0.2, 9)))


def traffic(place: Place, dice: random.Random, spots: tuple[tuple[float, float, float], ...], hour: Hour) -> None:
    for x, y, yaw in spots:
        body = CAR_COLOURS[dice.randrange(len(CAR_COLOURS))]
        place.put((van if dice.random() < 0.2 else car)(body, lamps_on(hour)), (x, y, 0), yaw)
