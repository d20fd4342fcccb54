"""The ways through a building: corridor, stairwell, lift lobby, lift."""

from __future__ import annotations

import random

from console.sim.scenes import fittings as fit
from console.sim.scenes.figures import CLOTHES, person
from console.sim.scenes.geometry import Vec
from console.sim.scenes.hours import indoors
from console.sim.scenes.place import Hour, Place
from console.sim.scenes.surface import paint, ribs, rough, slats, tiles
from console.sim.scenes.view import View, stand


def corridor(seed: int, hour: Hour) -> Place:
    """A long passage with doors, a hose cabinet and an exit at the end."""
    half, long, high = (1.15, 1.7, 1.35)[seed % 3], (24.0, 18.0, 30.0)[seed // 2 % 3], 2.75
    side = 1 if seed % 2 else -1
    eye: Vec = (side * (half - 0.4), -0.6, high - 0.15)
    place = Place(View(eye, (-side * 0.25, 7.5, 0.55), (78, 70, 86)[seed % 3]), indoors(hour, eye, 0.9, 3))
    wall = fit.WALL_COLOURS[seed % len(fit.WALL_COLOURS)]
    floor = paint((0.42, 0.41, 0.38), tiles(0.6, 0.012, 0.07, seed), gloss=0.13)
    fit.room(
        place,
        (-half, -1.5, 0),
        (half, long, high),
        floor,
        paint(wall, fit.PLASTER),
        paint((0.7, 0.7, 0.68), tiles(0.6)),
    )
    dado = paint((wall[0] * 0.55, wall[1] * 0.6, wall[2] * 0.62))
    for s in (-1, 1):
        place.box((s * half, -1.5, 0), (s * (half - 0.015), long, 0.95 if seed % 2 else 0.12), dado)
    leaf = paint(fit.DOOR_COLOURS[seed % len(fit.DOOR_COLOURS)], rough(0.8, 0.12, seed))
    for i in range(int(long / 4)):
        for s in (-1, 1):
            y = 1.6 + 4 * i + (1.3 if s > 0 else 0)
            fit.door(place, (s * half, y, 0), (s * (half - 0.05), y + 1.0, 2.1), leaf)
            fit.board(
                place,
                f"{seed % 9 + 1}{i * 2 + (s > 0):02d}",
                (0.9, 0.9, 0.9),
                (0.05, 0.12, 0.25),
                (s * (half - 0.15) - 0.1, y + 0.4, 2.25),
                0.2,
            )
    for i in range(int(long / 4.5)):
        fit.ceiling_lamp(place, (0, 2 + 4.5 * i, high), (0.6, 1.2), 2.3, hour, flickers=i == 2)
        fit.detector(place, (0, 4.2 + 4.5 * i, high))
    fit.hydrant_cabinet(place, (-side * half, 5.9, 0.8), (-side * (half - 0.09), 6.6, 1.6))
    fit.extinguishers(place, (-side * (half - 0.14), 7.0, 0))
    fit.door(place, (-0.9, long - 0.06, 0), (0.9, long, 2.1), paint((0.3, 0.36, 0.38)))
    fit.exit_sign(place, (0, long - 0.1, 2.25))
    fit.exit_sign(place, (0, 11.0, 2.42))
    x = half * 0.45
    place.walk((-x, 7.2, 0), (-x, 11.2, 0), (x, 11.2, 0), (x, 7.2, 0))
    place.smoke_at, place.ceiling = (0, 8.5, 0), high
    return place


def stairwell(seed: int, hour: Hour) -> Place:
    """A landing with a fire door, a flight up along the wall, hose cabinet and floor number."""
    dice = random.Random(seed)
    eye, look = stand(
        seed,
        ((1.65, -1.5, 2.75), (-0.55, 3.2, 0.9)),
        ((-1.75, -1.7, 3.0), (0.75, 3.6, 0.7)),
        ((0.55, -1.8, 3.05), (-0.3, 3.4, 0.7)),
    )
    place = Place(View(eye, look, 80), indoors(hour, eye, 0.8, 9))
    green = seed % 2 == 0
    wall = paint((0.63, 0.66, 0.6) if green else (0.65, 0.63, 0.6), fit.PLASTER)
    fit.room(
        place,
        (-2.1, -2, 0),
        (2.1, 5.2, 3.3),
        paint((0.37, 0.37, 0.36), fit.CONCRETE, gloss=0.05),
        wall,
        paint((0.66, 0.66, 0.66)),
    )
    place.box((-2.1, -2, 0), (-2.085, 5.2, 1.1), paint((0.22, 0.36, 0.3) if green else (0.3, 0.34, 0.4)))
    step = paint((0.44, 0.44, 0.43), fit.CONCRETE)
    for i in range(12):
        place.box((-2.1, 0.6 + i * 0.3, 0), (-0.75, 4.9, 0.17 * (i + 1)), step)
        place.box(
            (-2.1, 0.6 + i * 0.3, 0.17 * (i + 1) - 0.03), (-0.75, 0.64 + i * 0.3, 0.17 * (i + 1) + 0.004), fit.YELLOW
        )
    for i in range(13):
        y, z = 0.6 + i * 0.3, 0.17 * (i + 0.3)
        place.tube((-0.8, y, z), (-0.8, y, z + 0.95), 0.018, fit.DARK)
    place.tube((-0.8, 0.5, 1.02), (-0.8, 4.2, 3.1), 0.035, paint((0.3, 0.16, 0.08)))
    leaf = paint((0.42, 0.1, 0.07) if not green else (0.3, 0.34, 0.35))
    fit.door(place, (-0.35, 5.12, 0), (0.6, 5.2, 2.15), leaf)
    fit.door(place, (0.6, 5.12, 0), (1.55, 5.2, 2.15), leaf)
    for x in (0.0, 0.95):
        place.box((x, 5.08, 1.15), (x + 0.22, 5.1, 1.75), paint((0.07, 0.09, 0.1), gloss=0.3))
    fit.exit_sign(place, (0.6, 5.1, 2.35))
    fit.board(place, f"{dice.randint(2, 18)}F", (0.85, 0.05, 0.04), (0.68, 0.67, 0.62), (1.62, 5.14, 1.55), 0.4)
    fit.hydrant_cabinet(place, (2.1, 2.4, 0.8), (1.98, 3.2, 1.7))
    fit.extinguishers(place, (1.9, 3.6, 0))
    fit.ceiling_lamp(place, (0.3, 0.8, 3.3), (0.5, 0.5), 4.2, hour, flickers=True)
    fit.ceiling_lamp(place, (0.3, 3.8, 3.3), (0.5, 0.5), 3.0, hour)
    fit.detector(place, (0.7, 2.4, 3.3))
    place.walk((0.2, 2.2, 0), (0.4, 4.4, 0), (1.2, 4.4, 0), (1.1, 2.2, 0))
    place.smoke_at, place.ceiling = (0.6, 3.6, 0), 3.3
    return place


def lobby(seed: int, hour: Hour) -> Place:
    """A lift lobby: three lifts, a desk or seats, plants."""
    dice = random.Random(seed)
    eye, look = stand(
        seed,
        ((3.7, -1.6, 3.0), (-0.7, 5.2, 0.7)),
        ((-2.9, -1.7, 3.0), (1.6, 5.4, 0.6)),
        ((0.4, -1.8, 3.05), (0.2, 5.6, 0.6)),
    )
    place = Place(View(eye, look, 82), indoors(hour, eye, 0.95))
    stone = paint(
        dice.choice(((0.5, 0.45, 0.38), (0.46, 0.47, 0.48), (0.55, 0.5, 0.42))),
        tiles(1.2, 0.01, 0.12, seed),
        gloss=0.06,
    )
    floor = paint((0.47, 0.44, 0.39), tiles(0.8, 0.008, 0.06, seed + 1), gloss=0.17)
    fit.room(
        place, (-3.4, -2, 0), (4.2, 8, 3.3), floor, paint((0.63, 0.61, 0.56), fit.PLASTER), paint((0.72, 0.72, 0.7))
    )
    place.box((-3.4, 7.9, 0), (4.2, 8, 3.3), stone)
    _lift_doors(place, seed)
    for y in (0.6, 3.4, 6.2):
        fit.ceiling_lamp(place, (0.2, y, 3.3), (2.4, 0.5), 4.0, hour, flickers=y < 1)
    if seed % 2:
        place.box((-3.2, 2.4, 0), (-2.2, 5.2, 1.05), paint((0.25, 0.15, 0.08), slats(0.3, 0.1)))
        place.box((-3.3, 2.3, 1.05), (-2.1, 5.3, 1.1), paint((0.5, 0.5, 0.48), gloss=0.15))
        place.put(person(CLOTHES[seed % 9]), (-2.9, 3.6, 0), -1.57)
    else:
        place.box((-3.3, 2.6, 0), (-2.6, 5.0, 0.45), paint((0.13, 0.18, 0.22)))
        place.box((-3.4, 2.6, 0.45), (-3.2, 5.0, 0.95), paint((0.13, 0.18, 0.22)))
    for x, y in ((-3.0, 7.3), (3.8, 7.3)):
        place.tube((x, y, 0), (x, y, 0.5), 0.22, paint((0.32, 0.3, 0.27)))
        for i in range(14):
            r = random.Random(seed * 31 + i)
            at = (x + r.gauss(0, 0.2), y + r.gauss(0, 0.15), 0.8 + 0.6 * r.random())
            place.ball(at, (0.16, 0.13, 0.22), paint((0.05, 0.16 + 0.08 * r.random(), 0.05)))
    fit.board(
        place,
        dice.choice(("电梯厅 LIFT LOBBY", "欢迎光临 WELCOME")),
        (0.75, 0.62, 0.35),
        (0.1, 0.09, 0.08),
        (-0.6, 7.84, 2.85),
        2.0,
    )
    place.walk((-0.9, 3.6, 0), (-0.4, 6.6, 0), (1.4, 6.6, 0), (0.9, 3.6, 0))
    place.walk((1.9, 5.4, 0), (2.7, 6.9, 0), (3.3, 6.2, 0), (2.6, 4.6, 0))
    place.smoke_at, place.ceiling = (0.3, 6.6, 0), 3.3
    return place


def lift(seed: int, hour: Hour) -> Place:
    """A lift car from its upper corner: steel walls, closed doors, panel, handrail."""
    dice = random.Random(seed)
    side = 1 if seed % 2 else -1
    eye: Vec = (side * 0.82, -0.86, 2.36)
    place = Place(View(eye, (-side * 0.22, 0.45, 0.62), 100), indoors(hour, eye, 1.0))
    panel = paint(dice.choice(((0.5, 0.5, 0.5), (0.45, 0.38, 0.28), (0.38, 0.42, 0.44))), ribs(0.55, 0.05), gloss=0.22)
    floor = paint(dice.choice(((0.2, 0.19, 0.18), (0.3, 0.24, 0.18))), tiles(0.35, 0.008, 0.1, seed), gloss=0.08)
    fit.room(place, (-0.95, -1.0, 0), (0.95, 0.95, 2.5), floor, panel, paint((0.7, 0.7, 0.7)))
    place.box((-0.62, 0.9, 0), (0.62, 0.96, 2.15), paint((0.55, 0.55, 0.55), gloss=0.24))
    place.box((-0.006, 0.88, 0), (0.006, 0.91, 2.15), fit.DARK)
    place.box((-0.7, 0.885, 0), (-0.62, 0.96, 2.2), fit.DARK)
    place.box((0.62, 0.885, 0), (0.7, 0.96, 2.2), fit.DARK)
    fit.board(
        place, f"▲{dice.randint(2, 17)}", (1.0, 0.3, 0.04), (0.02, 0.02, 0.02), (-0.16, 0.87, 2.24), 0.32, glow=1.3
    )
    place.box((-side * 0.95, 0.35, 0.85), (-side * 0.92, 0.62, 1.6), paint((0.14, 0.14, 0.15), gloss=0.1))
    for i in range(6):
        z = 0.95 + 0.1 * i
        place.box((-side * 0.93, 0.42, z), (-side * 0.905, 0.47, z + 0.05), paint((0.85, 0.8, 0.6), glow=0.6))
        place.box((-side * 0.93, 0.51, z), (-side * 0.905, 0.56, z + 0.05), paint((0.8, 0.8, 0.8)))
    place.tube((-side * 0.9, -0.9, 0.9), (-side * 0.9, 0.25, 0.9), 0.025, fit.STEEL)
    place.box(
        (-side * 0.945, -0.6, 1.1), (-side * 0.94, 0.05, 1.9), paint((0.12, 0.2, 0.4), tiles(0.32, 0.03, 0.6, seed))
    )
    fit.ceiling_lamp(place, (0, 0, 2.5), (1.1, 1.1), 1.5, hour, flickers=True)
    place.put(person(CLOTHES[(seed + 2) % 9], tall=1.6), (-side * 0.45, 0.2, 0), dice.uniform(-0.6, 0.6))
    place.walk((side * 0.05, -0.05, 0), (-side * 0.05, 0.35, 0), (side * 0.3, 0.5, 0), (side * 0.38, 0.15, 0))
    place.smoke_at, place.ceiling = (0.1, 0.3, 0), 2.5
    return place


def _lift_doors(place: Place, seed: int) -> None:
    """Three lifts side by side, the floor they are at above them."""
    for i, x in enumerate((-2.6, -0.3, 2.0)):
        place.box((x - 0.12, 7.82, 0), (x + 1.42, 7.92, 2.4), paint((0.2, 0.2, 0.21), gloss=0.1))
        place.box((x, 7.8, 0), (x + 1.3, 7.9, 2.25), paint((0.5, 0.5, 0.51), ribs(1.4, 0.06), gloss=0.2))
        place.box((x + 0.64, 7.79, 0), (x + 0.66, 7.81, 2.25), fit.DARK)
        fit.board(
            place,
            str((seed + 5 * i) % 17 + 1),
            (1.0, 0.35, 0.05),
            (0.01, 0.01, 0.01),
            (x + 0.5, 7.78, 2.45),
            0.3,
            glow=1.2,
        )
        place.box((x + 1.5, 7.86, 1.0), (x + 1.6, 7.9, 1.25), fit.STEEL)
