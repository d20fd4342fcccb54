"""Places of work: warehouse, workshop, loading dock, rooftop."""

from __future__ import annotations

import random

from console.sim.scenes import fittings as fit
from console.sim.scenes.figures import CAR_COLOURS, HIGH_VIS, forklift, person, truck
from console.sim.scenes.geometry import Vec
from console.sim.scenes.ground import ASPHALT, LINE, YELLOW_LINE, house
from console.sim.scenes.hours import indoors, lamps_on, outdoors
from console.sim.scenes.place import Hour, Mover, Path, Place
from console.sim.scenes.surface import cartons, paint, ribs, rough, slats, stripes, tiles
from console.sim.scenes.view import View, stand


def warehouse(seed: int, hour: Hour) -> Place:
    """Racks on both sides of an aisle, lamps under a sheet roof, a forklift."""
    dice = random.Random(seed)
    side = -1 if seed % 2 else 1
    eye: Vec = (side * 1.5, -3.5, 5.4)
    place = Place(View(eye, (-side * 0.5, 11, 0.6), 72), indoors(hour, eye, 0.9, 60))
    sheet = paint((0.45, 0.48, 0.5), ribs(0.5))
    fit.room(place, (-13, -5, 0), (13, 36, 9.0), fit.HALL_FLOOR, sheet, paint((0.35, 0.37, 0.38), ribs(0.9)))
    for i, x in enumerate((-6.4, -3.6, 2.4, 5.2)):
        fit.rack(place, (x, 0, 0), 1.2, 32, 4, seed * 10 + i)
    for x in (-2.3, 2.2):
        place.box((x, -5, 0), (x + 0.1, 36, 0.01), YELLOW_LINE)
    for i in range(4):
        y = 2 + 9.0 * i
        place.tube((0, y, 8.2), (0, y, 9.0), 0.02, fit.DARK)
        fit.ceiling_lamp(place, (0, y, 8.2), (0.6, 1.6), 20, hour, flickers=i == 1)
        place.box((-13, y - 0.12, 8.55), (13, y + 0.12, 8.95), paint((0.3, 0.14, 0.06)))
    for i in range(6):
        place.tube((1.2, 1 + 6 * i, 8.3), (1.2, 7 + 6 * i, 8.3), 0.05, fit.RED)
    fit.board(place, f"{chr(65 + seed % 4)}区 严禁烟火", (0.85, 0.06, 0.04), (0.75, 0.75, 0.7), (-1.6, 35.9, 4.2), 3.2)
    fit.extinguishers(place, (-2.05, 2.4, 0), 3)
    place.put(forklift(), (0.2 * side, 15.5, 0), dice.uniform(2.9, 3.4))
    place.walk((-side * 1.5, 5.2, 0), (-side * 1.5, 10.0, 0), (-side * 1.0, 10.0, 0), (-side * 1.0, 5.2, 0))
    place.paths.append(Path(Mover.FORKLIFT, ((side * 1.0, 11.5, 0), (side * 1.0, 19.5, 0))))
    place.smoke_at, place.ceiling = (-side * 3.0, 12, 0.4), 9.0
    return place


def workshop(seed: int, hour: Hour) -> Place:
    """A production hall with two lines of machines and marked walkways."""
    dice = random.Random(seed)
    eye, look = stand(seed, ((-7.2, -4.5, 5.0), (1.5, 7.5, 0.4)), ((7.6, -4.8, 5.4), (-1.5, 7.5, 0.2)))
    place = Place(View(eye, look, 74), indoors(hour, eye, 1.0, 50))
    floor = paint((0.12, 0.3, 0.22), rough(3, 0.1, 5), gloss=0.1)
    fit.room(
        place,
        (-9, -6, 0),
        (9, 26, 7),
        floor,
        paint((0.6, 0.62, 0.62), ribs(0.6, 0.08)),
        paint((0.45, 0.47, 0.5), ribs(0.9)),
    )
    for x in (-1.2, 1.1):
        place.box((x, -6, 0), (x + 0.12, 26, 0.01), YELLOW_LINE)
    for i in range(5):
        y = -0.5 + 4.6 * i
        for x in (-5.4, 3.4):
            tint = dice.choice(((0.55, 0.57, 0.55), (0.1, 0.3, 0.36), (0.62, 0.6, 0.5)))
            place.box((x, y, 0), (x + 2.2, y + 2.6, 1.7), paint(tint, rough(1, 0.06, i)))
            place.box((x + 0.3, y - 0.02, 0.85), (x + 1.5, y + 0.1, 1.5), paint((0.05, 0.07, 0.08), gloss=0.25))
            place.box((x + 1.65, y - 0.04, 1.1), (x + 2.0, y, 1.5), paint((0.05, 0.2, 0.25), glow=1.2))
            place.tube(
                (x + 1.9, y + 0.4, 1.7),
                (x + 1.9, y + 0.4, 2.1),
                0.05,
                paint((0.05, 0.7, 0.2), glow=1.0 if i % 3 else 0.2),
            )
        place.box((-8.6, y, 0), (-7.4, y + 1.6, 0.9), paint((0.45, 0.32, 0.18), cartons(0.6, 0.45, seed + i)))
    for y in (1, 7, 13, 19):
        fit.ceiling_lamp(place, (0, y, 6.4), (0.4, 2.4), 11, hour, flickers=y == 7)
        place.box((-9, y + 3, 6.5), (9, y + 3.25, 6.95), paint((0.35, 0.36, 0.38)))
    fit.pipe(place, (-8.7, -5, 5.4), (-8.7, 25, 5.4), 0.16, paint((0.5, 0.5, 0.52)))
    fit.pipe(place, (8.7, -5, 5.6), (8.7, 25, 5.6), 0.1)
    fit.board(place, "安全生产 SAFETY FIRST", (0.85, 0.85, 0.8), (0.05, 0.2, 0.42), (-3.4, 25.9, 4.4), 6.8)
    place.put(person((0.06, 0.12, 0.3)), (-2.2, 8.2, 0), 1.5)
    place.put(person((0.06, 0.12, 0.3)), (2.7, 13.0, 0), -1.5)
    place.walk((-0.6, 3.2, 0), (-0.5, 8.2, 0), (0.5, 8.2, 0), (0.4, 3.2, 0))
    place.smoke_at, place.ceiling = (4.4, 8.8, 1.7), 7.0
    return place


def dock(seed: int, hour: Hour) -> Place:
    """Loading bays of a store with trucks backed to the doors."""
    dice = random.Random(seed)
    eye, look = stand(seed, ((-10, -8.5, 6.2), (2.6, 8.5, 1.2)), ((15, -8.0, 5.2), (2.5, 9, 1.0)))
    place = Place(View(eye, look, 70), outdoors(hour, eye, (-0.45, -0.6, 0.55)))
    place.box((-120, -60, -0.2), (120, 120, 0), ASPHALT)
    place.box((-30, 13, 0), (60, 60, 9.5), paint((0.5, 0.54, 0.57), ribs(0.45, 0.1)))
    place.box((-30, 12.9, 7.6), (60, 13.02, 8.6), paint((0.05, 0.2, 0.42)))
    place.box((-30, 11.5, 0), (60, 13, 1.1), paint((0.34, 0.34, 0.33), fit.CONCRETE))
    for i in range(8):
        x = -13.5 + 6 * i
        opened = dice.random() < 0.35
        place.box(
            (x, 12.88, 1.1),
            (x + 3.4, 13.02, 4.7),
            paint((0.04, 0.04, 0.045)) if opened else paint((0.32, 0.36, 0.42), slats(0.3, 0.12)),
        )
        place.box((x - 0.35, 12.7, 1.1), (x, 13, 4.9), paint((0.72, 0.5, 0.03), stripes(0.5)))
        place.box((x + 3.4, 12.7, 1.1), (x + 3.75, 13, 4.9), paint((0.72, 0.5, 0.03), stripes(0.5)))
        fit.board(place, str(i + 1), (0.85, 0.85, 0.82), (0.08, 0.09, 0.1), (x + 1.3, 12.84, 5.2), 0.75)
        place.box((x - 1.1, -2, 0), (x - 1.0, 11.4, 0.011), LINE)
        if lamps_on(hour) and i % 2:
            fit.street_lamp(place, (x - 1.3, 12.8, 3.4), 0.01, hour, 2.6, 18)
    loads = (
        paint((0.7, 0.71, 0.7), ribs(0.6, 0.05)),
        paint((0.42, 0.08, 0.05), ribs(0.5)),
        paint((0.1, 0.22, 0.36), ribs(0.5)),
    )
    for i, x in enumerate((-5.8, 0.2, 12.2)):
        if dice.random() < 0.9:
            place.put(truck(CAR_COLOURS[dice.randrange(8)], loads[(seed + i) % 3]), (x, 7.3, 0), 3.14159)
    for i in range(6):
        at = (4.6 + 1.0 * (i % 3), 8.4 + 1.0 * (i // 3))
        place.box(
            (at[0], at[1], 0),
            (at[0] + 0.85, at[1] + 0.85, dice.uniform(0.7, 1.5)),
            paint((0.44, 0.3, 0.16), cartons(0.45, 0.4, i)),
        )
    place.put(person(HIGH_VIS), (4.0, 6.6, 0), 0.8)
    place.walk((3.0, 3.0, 0), (7.2, 5.2, 0), (7.0, 6.0, 0), (2.8, 4.0, 0))
    place.paths.append(Path(Mover.FORKLIFT, ((8.2, 1.6, 0), (8.2, 9.6, 0))))
    place.smoke_at = (6.2, 12.6, 1.2)
    return place


def rooftop(seed: int, hour: Hour) -> Place:
    """A flat roof with cooling units, a tank and a parapet over the city."""
    dice = random.Random(seed)
    eye, look = stand(seed, ((-7, -7, 4.2), (2, 7.5, 0.4)), ((10, -6, 4.0), (-1.5, 8, 0.4)))
    place = Place(View(eye, look, 72), outdoors(hour, eye, (-0.5, -0.4, 0.5)))
    place.box((-14, -20, -0.2), (14, 16, 0), paint((0.3, 0.31, 0.31), tiles(1.0, 0.03, 0.14, seed)))
    place.box((-14, 15.7, 0), (14, 16, 1.1), paint((0.5, 0.49, 0.46), fit.CONCRETE))
    place.box((13.7, -20, 0), (14, 16, 1.1), paint((0.5, 0.49, 0.46), fit.CONCRETE))
    white = paint((0.62, 0.63, 0.62), slats(0.16, 0.12))
    for i in range(4):
        x, y = 0.5 + 3.0 * (i % 2), 3.0 + 4.4 * (i // 2)
        place.box((x, y, 0.25), (x + 2.2, y + 2.4, 1.9), white)
        for dx in (0.6, 1.6):
            place.tube((x + dx, y + 1.2, 1.9), (x + dx, y + 1.2, 2.0), 0.44, fit.DARK)
    fit.pipe(place, (-0.4, -6, 0.3), (-0.4, 14, 0.3), 0.12, paint((0.55, 0.55, 0.56)))
    fit.pipe(place, (-0.9, -6, 0.3), (-0.9, 14, 0.3), 0.08)
    place.tube((-7.5, 9.5, 0.5), (-7.5, 9.5, 3.4), 1.6, paint((0.55, 0.58, 0.6), ribs(0.5, 0.05), gloss=0.1))
    place.box((-4.6, 11.5, 0), (-1.4, 15, 2.8), paint((0.55, 0.52, 0.46), fit.PLASTER))
    fit.door(place, (-3.5, 11.44, 0), (-2.5, 11.5, 2.1), paint((0.35, 0.38, 0.36)))
    for i in range(16):
        x, y = dice.uniform(-70, 80), dice.uniform(40, 120)
        house(place, (x, y, -40), (x + dice.uniform(10, 18), y + 14, dice.uniform(-14, 16)), seed + i, hour)
    place.box((-200, 20, -42), (200, 400, -40), paint((0.25, 0.26, 0.25)))
    if lamps_on(hour):
        fit.street_lamp(place, (-1.2, 11.3, 0), -0.5, hour, 3.2, 9)
    place.walk((-3.6, 3.0, 0), (-3.2, 7.6, 0), (-2.4, 7.6, 0), (-2.8, 3.0, 0))
    place.smoke_at = (4.6, 8.6, 1.9)
    return place
