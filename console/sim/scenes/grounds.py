"""Open places: forecourt, parking, lakeside, playground."""

from __future__ import annotations

import random

from console.sim.scenes import fittings as fit
from console.sim.scenes.figures import CAR_COLOURS, CLOTHES, bush, car, person, tree, van
from console.sim.scenes.ground import ASPHALT, LAWN, LINE, PAVING, ground, house, traffic
from console.sim.scenes.hours import lamps_on, outdoors
from console.sim.scenes.place import Hour, Mover, Place
from console.sim.scenes.surface import grass, paint, rough, stripes, tiles, water
from console.sim.scenes.view import View, stand


def forecourt(seed: int, hour: Hour) -> Place:
    """The square before a public building with a canopy over the entrance."""
    dice = random.Random(seed)
    eye, look = stand(seed, ((-11, -15, 6.8), (2.2, 9, 3.0)), ((13, -13, 5.6), (-1.5, 9, 2.4)))
    place = Place(View(eye, look, 72), outdoors(hour, eye, (-0.6, -0.5, 0.5)))
    ground(place)
    place.box((-60, -40, -0.1), (60, 80, 0), paint((0.36, 0.35, 0.33), tiles(1.2, 0.02, 0.12, seed)))
    house(place, (-13, 14, 0), (17, 32, 16), seed, hour, bay=2.2)
    house(place, (21, 18, 0), (44, 40, 25.6), seed + 2, hour)
    house(place, (-46, 20, 0), (-19, 44, 12.8), seed + 3, hour)
    place.box((-3.2, 9, 3.3), (6.2, 14, 3.65), paint((0.3, 0.31, 0.33)))
    for x in (-2.9, 5.6):
        place.tube((x, 9.4, 0), (x, 9.4, 3.3), 0.18, fit.STEEL)
    place.box(
        (-2.2, 13.9, 0),
        (5.2, 14.05, 2.9),
        paint((0.08, 0.11, 0.13), tiles(1.2, 0.06, 0), gloss=0.3, glow=3 if lamps_on(hour) else 0),
    )
    name = dice.choice(("社区服务中心 COMMUNITY CENTRE", "科创大厦 INNOVATION TOWER", "第三小学 PRIMARY SCHOOL"))
    fit.board(
        place, name, (0.75, 0.08, 0.04), (0.6, 0.6, 0.57), (-2.4, 8.92, 3.7), 7.8, glow=0.5 if lamps_on(hour) else 0
    )
    for x in (-16.0, 9.0):
        place.box((x, -2, 0), (x + 9, 5, 0.35), paint((0.4, 0.38, 0.35)))
        place.box((x + 0.2, -1.8, 0.3), (x + 8.8, 4.8, 0.4), LAWN)
        place.put(tree(seed + int(x), 6, 2.0), (x + 2.5, 1.5, 0.3))
        place.put(tree(seed + int(x) + 3, 5.4, 1.7), (x + 6.4, 2.5, 0.3))
    for x in (-5.0, -3.6, -2.2):
        place.tube((x, 6.8, 0), (x, 6.8, 9.0), 0.05, fit.STEEL)
    place.box((-3.6, 6.78, 7.6), (-1.9, 6.82, 8.8), paint((0.6, 0.03, 0.03)))
    fit.bench(place, (-6.2, 1.5, 0))
    fit.bench(place, (8.2, 1.5, 0))
    fit.street_lamp(place, (-5.6, -2, 0), 1.2, hour, 5.0, 18)
    fit.street_lamp(place, (7.6, 6.5, 0), -1.2, hour, 5.0, 18)
    traffic(place, dice, ((4.5, -8.5, 1.57), (10.5, -8.3, 1.57)), hour)
    for i in range(5):
        place.put(
            person(CLOTHES[dice.randrange(9)], step=dice.uniform(-0.8, 0.8)),
            (dice.uniform(-2, 6), 2.0 + 2.3 * i, 0),
            dice.uniform(0, 6),
        )
    place.walk((-1.0, -1.0, 0), (1.6, 3.6, 0), (2.4, 3.4, 0), (0.0, -1.3, 0))
    place.walk((3.4, 6.8, 0), (-1.6, 7.6, 0), (-1.6, 7.0, 0), (3.3, 6.2, 0))
    place.smoke_at = (8.5, 13.8, 7.0)
    return place


def parking(seed: int, hour: Hour) -> Place:
    """An open car park with three rows."""
    dice = random.Random(seed)
    eye, look = stand(seed, ((-12, -14, 9.5), (4, 6, 0)), ((19, -13, 8.0), (3, 8, 0)), ((1.0, -13, 6.5), (2.5, 9, 0)))
    place = Place(View(eye, look, 68), outdoors(hour, eye, (0.55, -0.4, 0.6)))
    ground(place)
    place.box((-60, -60, -0.1), (80, 27, 0), ASPHALT)
    place.box((-60, 27, 0), (80, 31, 0.15), LAWN)
    house(place, (-26, 38, 0), (4, 54, 16), seed, hour)
    house(place, (10, 36, 0), (44, 56, 22.4), seed + 1, hour)
    for row, y in enumerate((-4.0, 7.0, 18.0)):
        for i in range(14):
            x = -18 + 2.7 * i
            place.box((x - 1.41, y - 2.6, 0), (x - 1.31, y + 2.6, 0.011), LINE)
            if dice.random() < 0.62 and not (row == 1 and i == 6):
                body = CAR_COLOURS[dice.randrange(8)]
                place.put(
                    (van if dice.random() < 0.1 else car)(body),
                    (x, y + dice.uniform(-0.2, 0.2), 0),
                    dice.choice((0.0, 3.14)),
                )
    for x in (-15, -7, 1, 9, 17, 25):
        place.put(tree(seed + x, 5.4, 1.8), (x, 29, 0.1))
    for x, y in ((-9.5, 1.5), (7.0, 12.5)):
        fit.street_lamp(place, (x, y, 0), 1.4, hour, 7.0, 30)
    place.put(person(CLOTHES[seed % 9]), (3.4, 2.2, 0), 1.2)
    place.walk((-3.2, 1.0, 0), (1.9, 1.3, 0), (1.9, 2.0, 0), (-3.2, 1.8, 0))
    place.drive(Mover.CAR, (-46, 12.6, 0), (46, 12.6, 0))
    place.smoke_at = (3.6, 7.0, 1.0)
    return place


def lakeside(seed: int, hour: Hour) -> Place:
    """An embankment with a railing, water, a level staff and a skyline."""
    dice = random.Random(seed)
    eye, look = stand(seed, ((-7, -9, 5.2), (3.2, 13, 0.6)), ((14, -10, 5.6), (4, 13, 0.4)))
    place = Place(View(eye, look, 70), outdoors(hour, eye, (-0.5, 0.25, 0.4)))
    place.box((-120, -60, -0.6), (120, 3, 0), paint((0.36, 0.34, 0.31), tiles(0.9, 0.015, 0.12, seed)))
    place.box((-300, 3, -3), (300, 400, -1.1), paint((0.08, 0.12, 0.12), water(), gloss=0.32))
    place.box((-120, 2.6, -1.2), (120, 3.05, 0.22), paint((0.42, 0.41, 0.39), fit.CONCRETE))
    fit.railing(place, (-30, 2.8, 0.2), (40, 2.8, 0.2), 1.05, 2.2)
    place.box((4.2, 3.05, -1.2), (4.5, 3.2, 2.4), paint((0.8, 0.8, 0.8), stripes(0.28, 0.2)))
    place.box((-70, 84, -1.2), (90, 96, 1.2), paint((0.09, 0.14, 0.06), grass(3)))
    for i in range(9):
        x = -60 + 17 * i + dice.uniform(-3, 3)
        house(place, (x, 104, 0), (x + dice.uniform(9, 14), 118, 3.2 * dice.randint(4, 13)), seed + i, hour)
    for i in range(18):
        place.put(tree(seed + i, 7, 2.6), (-58 + 8 * i, 88, 1))
    place.put(tree(seed + 90, 6, 2.1), (12.5, -1.0, 0))
    place.put(tree(seed + 91, 5.6, 1.9), (21, -1.5, 0))
    fit.bench(place, (5.5, -2.2, 0))
    for x in (-2.0, 9.5):
        fit.street_lamp(place, (x, 1.6, 0), 0.9, hour, 4.4, 18)
    place.put(person(CLOTHES[seed % 9]), (6.6, 2.2, 0), 0.2)
    place.walk((-0.8, 0.6, 0), (4.2, 1.2, 0), (4.2, 1.8, 0), (-0.8, 1.2, 0))
    place.drive(Mover.SCOOTER, (-34, -2.2, 0), (34, -1.8, 0))
    place.smoke_at = (9, 86, 1)
    return place


def playground(seed: int, hour: Hour) -> Place:
    """The yard of a housing block: slide, swings, benches, coloured floor."""
    eye, look = stand(seed, ((-8.5, -8, 5.6), (1.5, 6.5, 0.3)), ((9.5, -6.5, 5.0), (0, 7, 0.6)))
    place = Place(View(eye, look, 70), outdoors(hour, eye, (-0.4, -0.6, 0.6)))
    ground(place)
    place.box((-60, -40, -0.1), (60, 80, 0), PAVING)
    place.tube((1, 5, 0), (1, 5, 0.03), 6.2, paint((0.42, 0.12, 0.06), rough(0.8, 0.12)))
    place.tube((2.2, 5.4, 0.03), (2.2, 5.4, 0.05), 3.4, paint((0.05, 0.25, 0.36), rough(0.8, 0.12)))
    blue, yellow = paint((0.04, 0.2, 0.5), gloss=0.06), paint((0.75, 0.5, 0.02), gloss=0.06)
    for x in (1.2, 3.2):
        for y in (5, 7):
            place.tube((x, y, 0), (x, y, 3.0), 0.08, blue)
    place.box((1.1, 4.9, 1.5), (3.3, 7.1, 1.6), yellow)
    for i in range(14):
        place.box((1.5, 4.9 - 0.22 * i, 1.5 - 0.1 * i), (2.3, 4.7 - 0.22 * i, 1.56 - 0.1 * i), fit.RED)
    place.box((1.0, 4.8, 2.95), (3.4, 7.2, 3.1), fit.RED)
    for x in (-3.6, -0.4):
        place.tube((x, 7.5, 0), (x, 7.5, 2.5), 0.06, fit.RED)
    place.tube((-3.6, 7.5, 2.5), (-0.4, 7.5, 2.5), 0.06, fit.RED)
    for x in (-2.7, -1.3):
        for dx in (0, 0.5):
            place.tube((x + dx - 0.2, 7.5, 0.5), (x + dx - 0.2, 7.5, 2.5), 0.015, fit.DARK)
        place.box((x - 0.25, 7.4, 0.45), (x + 0.35, 7.65, 0.5), blue)
    house(place, (-30, 20, 0), (2, 34, 19.2), seed, hour)
    house(place, (8, 18, 0), (40, 34, 19.2), seed + 1, hour)
    for i in range(5):
        place.put(tree(seed + i, 5.6, 1.8), (-12 + 6 * i, 14.5, 0))
        place.put(bush(seed + i, 5), (-12 + 6 * i, 13, 0), 1.57)
    fit.bench(place, (-5.4, 3.5, 0))
    fit.bench(place, (7.6, 4.5, 0))
    fit.street_lamp(place, (-4.8, 9.5, 0), 1.0, hour, 4.6, 20)
    fit.street_lamp(place, (7.4, 9.0, 0), -1.0, hour, 4.6, 20)
    place.put(person(CLOTHES[(seed + 3) % 9]), (6.6, 2.2, 0), 1.0)
    place.walk((-2.2, 3.2, 0), (0.4, 1.4, 0), (3.8, 2.6, 0), (0.6, 3.6, 0))
    place.walk((4.8, 8.6, 0), (5.6, 6.4, 0), (6.4, 8.4, 0))
    place.smoke_at = (12, 17.8, 9.5)
    return place
