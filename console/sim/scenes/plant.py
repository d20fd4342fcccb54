"""Technical places: garage, e-bike shed, pump house, switch room, servers."""

from __future__ import annotations

import random

from console.sim.scenes import fittings as fit
from console.sim.scenes.figures import CAR_COLOURS, CLOTHES, car, person, scooter, tree
from console.sim.scenes.geometry import Vec
from console.sim.scenes.ground import LINE, house
from console.sim.scenes.hours import indoors, lamps_on, outdoors
from console.sim.scenes.place import Hour, Mover, Place
from console.sim.scenes.surface import Colour, blocks, paint, ribs, rough, slats, stripes, tiles
from console.sim.scenes.view import View, stand


def garage(seed: int, hour: Hour) -> Place:
    """An underground car park with pillars, pipes and bays."""
    dice = random.Random(seed)
    eye, look = stand(seed, ((-5.2, -5, 2.75), (1.8, 8, 0.3)), ((10.4, -3.0, 2.75), (1.0, 9, 0.2)))
    place = Place(View(eye, look, 78), indoors(hour, eye, 0.75, 34))
    green = paint((0.14, 0.34, 0.24), rough(3, 0.08, 5), gloss=0.12)
    grey = paint((0.4, 0.4, 0.4), fit.CONCRETE)
    fit.room(place, (-20, -8, 0), (22, 34, 3.1), green if seed % 2 else fit.HALL_FLOOR, grey, grey)
    band = paint((0.75, 0.55, 0.03), stripes(0.5))
    for x in (-8.2, -1.6, 6.6, 14.8):
        for y in (3, 11, 19, 27):
            place.box((x - 0.35, y - 0.35, 0), (x + 0.35, y + 0.35, 3.1), paint((0.62, 0.62, 0.6)))
            place.box((x - 0.36, y - 0.36, 0.15), (x + 0.36, y + 0.36, 1.0), band)
            fit.board(
                place,
                f"{chr(65 + int(y) % 5)}{int(x) + 20:02d}",
                (0.9, 0.9, 0.9),
                (0.04, 0.2, 0.45),
                (x - 0.3, y - 0.42, 1.7),
                0.6,
            )
    for row, y in enumerate((7, 15, 23)):
        for i in range(9):
            x = -0.2 + 2.65 * i
            place.box((x - 1.35, y - 2.6, 0), (x - 1.26, y + 2.6, 0.011), LINE)
            if dice.random() < (0.8 if row else 0.66):
                place.put(car(CAR_COLOURS[dice.randrange(8)]), (x, y, 0), dice.choice((0.0, 3.14)))
    for i in range(4):
        place.put(car(CAR_COLOURS[dice.randrange(8)]), (-12.6, 4 + 6.2 * i, 0), 1.57)
    fit.pipe(place, (-6.6, -8, 2.8), (-6.6, 33, 2.8), 0.09)
    fit.pipe(place, (-3.2, -8, 2.85), (-3.2, 33, 2.85), 0.14, paint((0.55, 0.56, 0.57)))
    place.box((2.6, -6, 2.7), (3.2, 33, 2.85), paint((0.5, 0.5, 0.5), slats(0.4)))
    for y in (0, 7, 14, 21):
        fit.ceiling_lamp(place, (-4.6, y, 2.72), (0.15, 1.3), 2.8, hour, flickers=y == 7)
        fit.ceiling_lamp(place, (5.0, y + 3, 3.1), (0.15, 1.3), 2.8, hour)
    place.walk((-3.6, 3.4, 0), (-3.4, 8.2, 0), (-2.6, 8.2, 0), (-2.8, 3.4, 0))
    place.drive(Mover.CAR, (-5.6, 44, 0), (-5.6, -14, 0))
    place.smoke_at, place.ceiling = (2.4, 7.0, 0.9), 3.1
    return place


def ebike_shed(seed: int, hour: Hour) -> Place:
    """Charging places for electric scooters under a sheet roof."""
    dice = random.Random(seed)
    eye, look = stand(seed, ((-4.2, -3.6, 3.3), (1.3, 3.4, 0.3)), ((6.8, -3.8, 3.4), (1.2, 3.4, 0.3)))
    place = Place(View(eye, look, 78), outdoors(hour, eye, (-0.3, -0.6, 0.5), 20))
    place.box((-60, -30, -0.1), (60, 60, 0), paint((0.34, 0.33, 0.31), blocks(0.4, 0.2, 0.012, 3)))
    place.box((-9, 4.7, 0), (16, 4.95, 2.9), paint((0.46, 0.3, 0.24), blocks(0.24, 0.09, 0.014, seed)))
    place.box((-9, 1.2, 2.75), (16, 5.0, 2.85), paint((0.08, 0.2, 0.36), ribs(0.3)))
    for x in (-6, -1.6, 2.8, 7.2, 11.6):
        place.tube((x, 1.5, 0), (x, 1.5, 2.75), 0.06, fit.STEEL)
    colours: tuple[Colour, ...] = (
        (0.5, 0.05, 0.04),
        (0.06, 0.07, 0.09),
        (0.08, 0.2, 0.42),
        (0.66, 0.66, 0.62),
        (0.06, 0.26, 0.14),
        (0.7, 0.45, 0.05),
    )
    for i in range(14):
        x = -5.2 + 0.95 * i
        place.box((x - 0.5, 1.6, 0), (x - 0.45, 4.6, 0.011), LINE)
        if dice.random() < 0.8:
            place.put(
                scooter(colours[dice.randrange(6)]), (x, 3.5 + dice.uniform(-0.15, 0.15), 0), dice.uniform(-0.15, 0.15)
            )
        if i % 2 == 0:
            place.box((x - 0.18, 4.55, 1.25), (x + 0.18, 4.72, 1.8), paint((0.7, 0.71, 0.7)))
            place.box(
                (x - 0.1, 4.53, 1.55),
                (x + 0.1, 4.56, 1.7),
                paint((0.1, 0.7, 0.3) if i % 4 else (0.8, 0.2, 0.04), glow=1.5),
            )
    fit.board(place, "电动自行车充电区 E-BIKE CHARGING", (0.95, 0.95, 0.9), (0.03, 0.3, 0.14), (-1.2, 4.6, 2.2), 5.4)
    fit.extinguishers(place, (-2.2, 1.7, 0))
    house(place, (-30, 12, 0), (30, 26, 16), seed, hour)
    if lamps_on(hour):
        for x in (-3.8, 0.6, 5.0):
            fit.ceiling_lamp(place, (x, 3.0, 2.75), (1.2, 0.12), 3.4, Hour.DAY, flickers=x < 0)
    place.put(tree(seed, 5.4, 1.8), (-7.5, 8, 0))
    place.walk((0.6, 1.0, 0), (4.6, 1.1, 0), (4.6, 0.6, 0), (0.6, 0.4, 0))
    place.drive(Mover.SCOOTER, (22, -0.6, 0), (-12, -0.6, 0))
    place.smoke_at = (1.4, 3.6, 0.5)
    return place


def pump_house(seed: int, hour: Hour) -> Place:
    """Fire pumps with red pipes, gauges and a control cabinet."""
    eye, look = stand(seed, ((2.9, -2.2, 2.7), (-0.6, 3.6, 0.6)), ((-3.8, -2.2, 2.8), (-0.2, 3.8, 0.6)))
    place = Place(View(eye, look, 78), indoors(hour, eye, 0.9, 15))
    floor = paint((0.14, 0.32, 0.26), rough(2, 0.12, 5), gloss=0.1)
    fit.room(
        place, (-4.4, -3, 0), (3.6, 6.4, 3.2), floor, paint((0.62, 0.63, 0.6), fit.PLASTER), paint((0.6, 0.6, 0.6))
    )
    blue = paint((0.04, 0.16, 0.38), gloss=0.08)
    for i, x in enumerate((-3.2, -1.4, 0.4)):
        place.box((x - 0.45, 2.8, 0), (x + 0.45, 4.7, 0.22), paint((0.38, 0.38, 0.37), fit.CONCRETE))
        place.tube((x, 2.9, 0.62), (x, 3.7, 0.62), 0.27, blue)
        place.tube((x, 3.7, 0.62), (x, 4.0, 0.62), 0.12, fit.STEEL)
        place.ball((x, 4.3, 0.62), (0.3, 0.28, 0.36), fit.RED)
        fit.pipe(place, (x, 4.3, 0.9), (x, 4.3, 2.5), 0.09)
        place.tube((x - 0.18, 4.3, 1.7), (x + 0.18, 4.3, 1.7), 0.035, fit.STEEL)
        place.tube((x, 4.1, 1.5), (x, 4.06, 1.5), 0.17, fit.RED)
        place.tube((x, 4.16, 2.1), (x, 4.1, 2.1), 0.1, paint((0.85, 0.85, 0.82)))
        fit.board(place, f"{i + 1}#", (0.9, 0.9, 0.9), (0.04, 0.16, 0.38), (x - 0.15, 2.86, 0.5), 0.3)
    fit.pipe(place, (-4.2, 4.3, 2.5), (2.0, 4.3, 2.5), 0.13)
    fit.pipe(place, (-4.2, 5.6, 0.5), (2.0, 5.6, 0.5), 0.16, paint((0.05, 0.3, 0.14)))
    fit.pipe(place, (1.9, 4.3, 0), (1.9, 4.3, 2.5), 0.13)
    place.box((2.6, 3.4, 0), (3.5, 5.6, 2.1), paint((0.62, 0.63, 0.62)))
    for i in range(3):
        y = 3.6 + 0.7 * i
        place.box((2.57, y, 1.25), (2.6, y + 0.5, 1.75), paint((0.08, 0.1, 0.12), gloss=0.2))
        place.ball((2.58, y + 0.12, 1.05), (0.03, 0.04, 0.04), paint((0.05, 0.8, 0.25), glow=2.0))
        place.ball((2.58, y + 0.34, 1.05), (0.03, 0.04, 0.04), paint((0.8, 0.08, 0.05), glow=1.5 if seed % 2 else 0.1))
    fit.board(place, "消防泵房 FIRE PUMPS", (0.9, 0.9, 0.85), (0.45, 0.03, 0.03), (-2.4, 6.34, 2.3), 2.8)
    fit.extinguishers(place, (-4.1, 1.6, 0))
    fit.ceiling_lamp(place, (-0.6, 1.2, 3.2), (0.3, 1.3), 5.5, hour, flickers=True)
    fit.ceiling_lamp(place, (-0.6, 4.9, 3.2), (0.3, 1.3), 4.0, hour)
    place.walk((-2.2, 1.2, 0), (1.4, 1.6, 0), (1.4, 2.2, 0), (-2.2, 2.0, 0))
    place.smoke_at, place.ceiling = (3.0, 4.4, 2.1), 3.2
    return place


def switch_room(seed: int, hour: Hour) -> Place:
    """Rows of electrical cabinets with instruments and rubber mats."""
    eye, look = stand(seed, ((-1.4, -2.4, 2.9), (0.6, 4.5, 0.7)), ((1.5, -2.4, 2.9), (-0.7, 4.5, 0.6)))
    place = Place(View(eye, look, 78), indoors(hour, eye, 0.95))
    fit.room(
        place,
        (-2.9, -3, 0),
        (3.2, 12, 3.3),
        paint((0.38, 0.38, 0.37), tiles(0.8), gloss=0.1),
        paint((0.64, 0.64, 0.61), fit.PLASTER),
        paint((0.66, 0.66, 0.66)),
    )
    body = paint((0.5, 0.53, 0.5) if seed % 2 else (0.34, 0.4, 0.42))
    for i in range(10):
        y = -0.6 + 1.05 * i
        for s, x0, x1 in ((-1, -2.9, -2.0), (1, 2.1, 3.2)):
            place.box((x0, y, 0), (x1, y + 1.0, 2.3), body)
            x = x1 if s < 0 else x0
            place.box((x - 0.02, y + 0.15, 1.6), (x + 0.02, y + 0.85, 2.1), paint((0.09, 0.11, 0.12), gloss=0.2))
            place.box((x - 0.03, y + 0.22, 1.72), (x + 0.03, y + 0.44, 1.94), paint((0.8, 0.8, 0.75)))
            place.box((x - 0.03, y + 0.8, 0.9), (x + 0.03, y + 0.84, 1.15), fit.DARK)
            colour = (0.05, 0.8, 0.2) if (i + seed) % 4 else (0.85, 0.5, 0.03)
            place.ball((x, y + 0.65, 1.4), (0.04, 0.04, 0.04), paint(colour, glow=2.0))
            place.box((x - 0.015, y + 0.2, 0.45), (x + 0.015, y + 0.5, 0.7), paint((0.8, 0.6, 0.03)))
    for x in (-1.9, 1.1):
        place.box((x, -1, 0), (x + 0.9, 10, 0.015), paint((0.12, 0.28, 0.16), ribs(0.1, 0.1)))
    fit.board(place, "配电室 高压危险 DANGER", (0.05, 0.05, 0.05), (0.8, 0.58, 0.03), (-1.2, 11.9, 2.4), 2.8)
    fit.exit_sign(place, (1.5, 11.92, 2.95))
    fit.door(place, (-0.6, 11.92, 0), (0.6, 12, 2.2), paint((0.4, 0.42, 0.43)))
    for y in (0.5, 4.5, 8.5):
        fit.ceiling_lamp(place, (0.1, y, 3.3), (0.25, 1.4), 4.2, hour, flickers=y == 4.5)
    place.walk((-0.5, 3.4, 0), (-0.4, 7.4, 0), (0.6, 7.4, 0), (0.5, 3.4, 0))
    place.smoke_at, place.ceiling = (2.4, 5.0, 2.0), 3.3
    return place


def server_room(seed: int, hour: Hour) -> Place:
    """A cold aisle between black racks full of lights."""
    dice = random.Random(seed)
    eye: Vec = (0.7, -1.8, 2.55)
    place = Place(View(eye, (-0.15, 5.5, 0.85), 74), indoors(hour, eye, 0.75))
    floor = paint((0.5, 0.52, 0.54), tiles(0.6, 0.012, 0.05), gloss=0.14)
    fit.room(place, (-3, -3, 0), (3, 12, 2.9), floor, paint((0.5, 0.52, 0.55)), paint((0.6, 0.62, 0.64), tiles(0.6)))
    black = paint((0.03, 0.032, 0.036), slats(0.09, 0.35), gloss=0.05)
    for i in range(14):
        y = -0.8 + 0.82 * i
        for s in (-1, 1):
            place.box((s * 0.95, y, 0), (s * 2.0, y + 0.79, 2.15), black)
            for _ in range(5):
                z = 0.25 + 0.12 * dice.randrange(15)
                colour = dice.choice(((0.05, 0.9, 0.35), (0.05, 0.4, 0.95), (0.95, 0.55, 0.05), (0.05, 0.9, 0.35)))
                place.box(
                    (s * 0.935, y + 0.12, z),
                    (s * 0.955, y + dice.uniform(0.2, 0.6), z + 0.022),
                    paint(colour, glow=2.2),
                )
    for y in (0.4, 4.4, 8.4):
        fit.ceiling_lamp(place, (0, y, 2.9), (0.3, 1.2), 2.6, hour, flickers=y == 4.4)
    place.box((-0.9, -3, 2.55), (-0.5, 12, 2.65), paint((0.75, 0.6, 0.05), slats(0.3, 0.3)))
    fit.exit_sign(place, (0, 11.92, 2.3))
    fit.door(place, (-0.6, 11.92, 0), (0.6, 12, 2.15), paint((0.35, 0.38, 0.42)))
    place.walk((-0.35, 4.0, 0), (-0.35, 8.4, 0), (0.35, 8.4, 0), (0.35, 4.0, 0))
    place.put(person(CLOTHES[seed % 9]), (0.5, 9.6, 0), -1.4)
    place.smoke_at, place.ceiling = (1.2, 5.5, 1.6), 2.9
    return place
