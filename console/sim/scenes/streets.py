"""Where vehicles go: street, crossing, gate, fire lane."""

from __future__ import annotations

import random

from console.sim.scenes import fittings as fit
from console.sim.scenes.figures import CAR_COLOURS, CLOTHES, bush, car, person, tree, van
from console.sim.scenes.geometry import Vec
from console.sim.scenes.ground import ASPHALT, LAWN, LINE, PAVING, YELLOW_LINE, ground, house, traffic
from console.sim.scenes.hours import lamps_on, outdoors
from console.sim.scenes.place import Hour, Mover, Place
from console.sim.scenes.surface import blocks, paint, slats, stripes, tiles
from console.sim.scenes.view import View, stand


def street(seed: int, hour: Hour) -> Place:
    """A two-lane street with shops, parked cars, trees and street lamps."""
    dice = random.Random(seed)
    side = -1 if seed % 2 else 1
    eye: Vec = (side * dice.uniform(7.0, 9.2), -9, dice.uniform(5.2, 8.4))
    place = Place(
        View(eye, (-side * dice.uniform(1.0, 4.0), 14, 0), dice.uniform(60, 72)),
        outdoors(hour, eye, (side * 0.6, -0.3, 0.55)),
    )
    ground(place)
    place.box((-5, -60, -0.1), (5, 200, 0), ASPHALT)
    for i in range(25):
        place.box((-0.07, -14 + 5 * i, 0), (0.07, -11.6 + 5 * i, 0.01), LINE)
    for x in (-4.7, 4.6):
        place.box((x, -40, 0), (x + 0.12, 150, 0.01), LINE)
    for s in (-1, 1):
        place.box((s * 5.0, -40, 0), (s * 10, 150, 0.15), PAVING)
        place.box((s * 5.0, -40, 0), (s * 5.25, 150, 0.17), paint((0.4, 0.4, 0.39)))
    _shops(place, dice, hour)
    for i in range(9):
        place.put(tree(seed + i, dice.uniform(4.6, 6.0), 1.5), (side * -6.4, 3 + 9.0 * i, 0.15))
        place.put(tree(seed + 40 + i, dice.uniform(4.6, 6.0), 1.5), (side * 6.4, 9 + 9.0 * i, 0.15))
    for i in range(3):
        fit.street_lamp(place, (-side * 5.7, 1 + 15.0 * i, 0.15), side * 1.6, hour)
    traffic(
        place,
        dice,
        (
            (side * 3.9, 8, 0),
            (side * 3.9, 14.2, 0),
            (-side * 3.9, 24, 3.14),
            (side * 3.9, 31, 0),
            (-side * 3.9, 40, 3.14),
        ),
        hour,
    )
    for i in range(4):
        place.put(
            person(CLOTHES[dice.randrange(9)], step=dice.uniform(-0.8, 0.8)),
            (-side * dice.uniform(6.9, 9.3), 3 + 5.5 * i, 0.15),
            dice.choice((0.0, 3.1)),
        )
    place.drive(Mover.CAR, (1.7, -16, 0), (1.7, 70, 0))
    place.drive(Mover.SCOOTER, (-3.2, 46, 0), (-3.2, -14, 0))
    place.walk((-side * 8.3, 4, 0.15), (-side * 8.2, 9, 0.15), (-side * 8.7, 9, 0.15), (-side * 8.8, 4, 0.15))
    place.smoke_at = (-side * 9, 12, 2.5)
    return place


def crossing(seed: int, hour: Hour) -> Place:
    """A junction with zebra crossings and traffic lights seen from a high corner."""
    dice = random.Random(seed)
    eye, look = stand(
        seed, ((-13, -12, 9.5), (2.5, 7, 0)), ((13.2, -12.5, 9.0), (-3.0, 7.5, 0)), ((-2.0, -19, 8.0), (1.0, 6, 0))
    )
    place = Place(View(eye, look, 70), outdoors(hour, eye, (-0.4, -0.55, 0.6)))
    ground(place)
    place.box((-6, -60, -0.1), (6, 200, 0), ASPHALT)
    place.box((-120, -6, -0.1), (120, 6, 0.001), ASPHALT)
    for sx in (-1, 1):
        for sy in (-1, 1):
            place.box((sx * 6.5, sy * 6.5, 0), (sx * 90, sy * 90, 0.14), PAVING)
    for i in range(10):
        x = -5.4 + 1.1 * i
        for y in (-10.0, 7.2):
            place.box((x, y, 0), (x + 0.55, y + 2.8, 0.012), LINE)
        for y in (-10.2, 7.2):
            place.box((y, x, 0), (y + 2.8, x + 0.55, 0.012), LINE)
    for i in range(16):
        place.box((-0.07, 12 + 4.5 * i, 0), (0.07, 14.2 + 4.5 * i, 0.01), YELLOW_LINE)
        place.box((12 + 4.5 * i, -0.07, 0), (14.2 + 4.5 * i, 0.07, 0.01), YELLOW_LINE)
    house(place, (13, 14, 0), (36, 34, 19.2), seed + 1, hour)
    house(place, (-38, 16, 0), (-14, 36, 12.8), seed + 2, hour)
    house(place, (42, 14, 0), (60, 40, 28.8), seed + 3, hour)
    house(place, (14, 42, 0), (30, 60, 22.4), seed + 4, hour)
    house(place, (15, -40, 0), (40, -14, 9.6), seed + 5, hour)
    _traffic_lights(place, dice.random() < 0.5)
    for x, y in ((9.5, 11), (9.8, 18), (-10, 12), (12, 9.4), (20, 9.4)):
        place.put(tree(seed + int(10 * x), 5.4, 1.8), (x, y, 0.14))
    fit.street_lamp(place, (8.2, 12, 0.14), -2.4, hour, 7.5, 26)
    fit.street_lamp(place, (-8, -8, 0.14), 2.0, hour, 7.5, 26)
    traffic(
        place,
        dice,
        ((1.8, -16, 0), (4.2, -13.4, 0), (-2, 22, 3.14), (18, 2.2, 1.57), (-4.2, 15.6, 3.14), (26, 4.4, 1.57)),
        hour,
    )
    for i in range(4):
        place.put(
            person(CLOTHES[dice.randrange(9)], step=dice.uniform(-0.9, 0.9)),
            (-4.5 + 2.7 * i, 8.4 + 0.4 * (i % 2), 0),
            1.57,
        )
    place.drive(Mover.CAR, (-70, -2.2, 0), (60, -2.2, 0))
    place.drive(Mover.SCOOTER, (44, 4.8, 0), (-36, 4.8, 0))
    place.walk((-4.6, 8.2, 0), (0.4, 8.1, 0), (0.4, 9.0, 0), (-4.6, 9.1, 0))
    place.smoke_at = (8.8, 12.6, 0.3)
    return place


def gate(seed: int, hour: Hour) -> Place:
    """The vehicle gate of an estate or works: guard box, boom, portal with its name."""
    dice = random.Random(seed)
    eye, look = stand(
        seed,
        ((-5.4, -9.5, 4.8), (1.4, 6.5, 1.2)),
        ((6.6, -8.0, 5.2), (-1.6, 6.0, 1.4)),
        ((0.4, -12.5, 6.0), (0.2, 6.5, 2.0)),
    )
    place = Place(View(eye, look, 70), outdoors(hour, eye, (-0.35, -0.7, 0.5)))
    ground(place)
    place.box((-9, -40, -0.1), (9, 90, 0), ASPHALT)
    place.box((-1.3, -6, 0), (1.3, 13, 0.16), paint((0.4, 0.39, 0.37)))
    place.box((-1.1, 3.4, 0.16), (1.1, 7.2, 2.9), paint((0.58, 0.57, 0.53)))
    for lo, hi in (((-1.13, 3.7, 1.15), (1.13, 6.9, 2.3)), ((-0.8, 3.37, 1.15), (0.8, 7.23, 2.3))):
        place.box(lo, hi, paint((0.08, 0.1, 0.12), gloss=0.25, glow=4.0 if lamps_on(hour) else 0))
    place.box((-1.6, 2.9, 2.9), (1.6, 7.7, 3.1), paint((0.2, 0.22, 0.24)))
    stone = paint((0.42, 0.37, 0.32), blocks(0.6, 0.3, 0.012, seed))
    for x in (-9.2, 8.0):
        place.box((x, 9, 0), (x + 1.2, 10.2, 5.2), stone)
    place.box((-9.6, 8.9, 5.2), (9.6, 10.3, 6.3), paint((0.3, 0.31, 0.33)))
    name = dice.choice(("云溪产业园 YUNXI PARK", "锦澜苑 JINLAN ESTATE", "禾丰工业园 HEFENG WORKS", "东门 EAST GATE"))
    fit.board(
        place, name, (0.85, 0.66, 0.2), (0.2, 0.03, 0.03), (-4.6, 8.82, 5.3), 9.2, glow=0.7 if lamps_on(hour) else 0
    )
    for s in (-1, 1):
        place.box((s * 1.35, 3.1, 0), (s * 1.7, 3.5, 1.1), fit.YELLOW)
        place.box((s * 1.7, 3.22, 0.92), (s * 7.4, 3.3, 1.05), paint((0.7, 0.05, 0.04), stripes(0.9, 1.3)))
        place.box((s * 9.2, 9.4, 0), (s * 40, 9.7, 2.4), paint((0.5, 0.48, 0.44), blocks(0.5, 0.25)))
        for i in range(4):
            place.put(tree(seed + i + 7 * s, 5.6, 1.8), (s * 11.5, 13 + 8 * i, 0))
        for i in range(3):
            place.box(
                (s * (2.0 + 1.6 * i), 0.6, 0), (s * (2.9 + 1.6 * i), 0.95, 0.06), paint((0.7, 0.5, 0.03), stripes(0.4))
            )
    house(place, (-34, 36, 0), (-10, 50, 16), seed + 1, hour)
    house(place, (10, 30, 0), (34, 46, 22.4), seed + 2, hour)
    fit.street_lamp(place, (-1.0, 8.2, 0.16), 1.8, hour, 5.6, 20)
    fit.street_lamp(place, (8.6, 2.0, 0), -1.4, hour, 6.2, 20)
    traffic(place, dice, ((4.4, -1.4, 0), (-4.6, 13.5, 3.14)), hour)
    place.put(person((0.07, 0.1, 0.2)), (-1.75, 1.7, 0), 3.0)
    place.drive(Mover.CAR, (-4.4, 60, 0), (-4.4, 12, 0), (-4.4, -20, 0))
    place.walk((2.3, 5.2, 0), (2.4, 9.4, 0), (3.1, 9.4, 0), (3.0, 5.2, 0))
    place.smoke_at = (0.0, 5.2, 2.9)
    return place


def fire_lane(seed: int, hour: Hour) -> Place:
    """The lane kept free for fire engines between two blocks, its words on the ground; one car stands in it."""
    dice = random.Random(seed)
    eye, look = stand(seed, ((-4.2, -8.5, 5.4), (0.9, 8, 0)), ((3.9, -9.5, 6.2), (-0.4, 8, 0)))
    place = Place(View(eye, look, 66), outdoors(hour, eye, (0.5, -0.35, 0.7)))
    ground(place)
    place.box((-6, -40, -0.1), (7, 120, 0), ASPHALT)
    house(place, (-20, -24, 0), (-6.4, 30, 19.2), seed, hour)
    house(place, (7.2, -24, 0), (20, 60, 19.2), seed + 1, hour)
    house(place, (-20, 40, 0), (-6.4, 70, 12.8), seed + 3, hour)
    house(place, (-14, 84, 0), (26, 96, 25.6), seed + 2, hour)
    for x in (-2.6, 3.0):
        place.box((x, -40, 0), (x + 0.15, 80, 0.011), YELLOW_LINE)
    for i in range(5):
        near = -2.5 + 11.0 * i
        fit.road_lettering(place, "消防通道", -2.2, near, 4.9, 3.2, (0.62, 0.43, 0.03))
        fit.road_lettering(place, "禁止停车", -2.2, near + 4.6, 4.9, 2.6, (0.62, 0.43, 0.03))
    place.box((-6.4, -40, 0), (-4.4, 80, 0.14), PAVING)
    place.box((4.4, -40, 0), (7.2, 80, 0.14), LAWN)
    for i in range(5):
        place.put(tree(seed + i, 5.2, 1.5), (5.8, 6 + 8 * i, 0.1))
        place.put(bush(seed + i, 4.0), (4.9, 2 + 8 * i, 0.1))
    place.tube((-4.8, 6.4, 0.1), (-4.8, 6.4, 0.75), 0.13, fit.RED)
    place.ball((-4.8, 6.4, 0.78), (0.15, 0.15, 0.12), fit.RED)
    place.tube((-5.02, 6.4, 0.5), (-4.58, 6.4, 0.5), 0.07, fit.RED)
    fit.street_lamp(place, (4.7, 3.0, 0.1), -1.4, hour, 5.2, 18)
    fit.street_lamp(place, (4.7, 22.0, 0.1), -1.4, hour, 5.2, 18)
    if seed % 2:
        place.put(car(CAR_COLOURS[dice.randrange(8)], False), (1.6, 9.5, 0), 0.1)
    place.put(van((0.7, 0.7, 0.68)), (-3.7, 26, 0), 3.14)
    place.walk((3.7, 4.6, 0), (3.6, 9.8, 0), (3.95, 9.8, 0), (4.05, 4.6, 0))
    place.drive(Mover.SCOOTER, (-1.5, 60, 0), (-1.2, 20, 0), (-1.2, -14, 0))
    place.smoke_at = (7.0, 14, 6.6)
    return place


def _shops(place: Place, dice: random.Random, hour: Hour) -> None:
    """Houses with shop signs and shutters along both sides."""
    y = -14.0
    while y < 95:
        deep, tall = dice.uniform(11, 19), 3.2 * dice.randint(3, 9)
        for s in (-1, 1):
            kind = dice.randrange(999)
            near, far = (10.0, 24.0) if s > 0 else (-24.0, -10.0)
            house(
                place, (near, y, 0), (far, y + deep - (1.5 if s > 0 else 0.4), tall * (1 if s > 0 else 0.8)), kind, hour
            )
            sign = paint(
                dice.choice(((0.5, 0.05, 0.04), (0.04, 0.2, 0.4), (0.05, 0.3, 0.12), (0.6, 0.4, 0.04))),
                tiles(0.8, 0.3, 0.9, kind),
                glow=1.0 if lamps_on(hour) else 0.0,
            )
            place.box((s * 9.8, y + 0.6, 2.9), (s * 10, y + deep - 2, 3.6), sign)
            place.box(
                (s * 9.95, y + 0.8, 0.3),
                (s * 10, y + deep - 2.2, 2.7),
                paint((0.12, 0.14, 0.16), slats(1.3, 0.3), gloss=0.2, glow=1.6 if lamps_on(hour) else 0.0),
            )
        y += deep


def _traffic_lights(place: Place, green: bool) -> None:
    """Three masts with a light over the lane."""
    for x, y in ((7.2, 7.2), (-7.2, 7.2), (7.2, -7.2)):
        place.tube((x, y, 0), (x, y, 5.4), 0.09, fit.STEEL)
        place.tube((x, y, 5.3), (x - 3.4 if x > 0 else x + 3.4, y, 5.3), 0.06, fit.STEEL)
        at = x - 3.2 if x > 0 else x + 3.2
        place.box((at - 0.18, y - 0.18, 4.7), (at + 0.18, y + 0.1, 5.75), fit.DARK)
        for i, (colour, on) in enumerate(
            (((0.05, 0.8, 0.3), green), ((0.8, 0.6, 0.05), False), ((0.9, 0.06, 0.04), not green))
        ):
            place.ball(
                (at, y - 0.2, 4.88 + 0.34 * i),
                (0.12, 0.05, 0.12),
                paint(colour if on else (0.05, 0.05, 0.05), glow=4.0 if on else 0),
            )
