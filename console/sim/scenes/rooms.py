"""Rooms where people stay: canteen, office."""

from __future__ import annotations

import random

from console.sim.scenes import fittings as fit
from console.sim.scenes.figures import CLOTHES, person
from console.sim.scenes.hours import indoors
from console.sim.scenes.place import Hour, Place
from console.sim.scenes.surface import blocks, paint, rough, tiles
from console.sim.scenes.view import View, stand


def canteen(seed: int, hour: Hour) -> Place:
    """Rows of tables with seats before a serving counter."""
    dice = random.Random(seed)
    eye, look = stand(seed, ((-5.2, -3.6, 3.2), (1.2, 4.6, 0.2)), ((5.8, -3.6, 3.2), (-1.4, 4.8, 0.2)))
    place = Place(View(eye, look, 76), indoors(hour, eye, 1.0))
    floor = paint((0.5, 0.47, 0.42), tiles(0.6, 0.01, 0.08, seed), gloss=0.11)
    fit.room(
        place,
        (-6, -4.5, 0),
        (6.5, 11, 3.4),
        floor,
        paint((0.66, 0.63, 0.56), fit.PLASTER),
        paint((0.7, 0.7, 0.68), tiles(0.6)),
    )
    top, seat = (
        paint((0.52, 0.37, 0.2), gloss=0.05),
        paint(dice.choice(((0.75, 0.3, 0.03), (0.08, 0.25, 0.4), (0.12, 0.34, 0.16)))),
    )
    for x in (-3.6, -0.6, 2.4):
        for y in (-0.6, 2.0, 4.6, 7.0):
            place.box((x, y, 0.71), (x + 1.9, y + 0.8, 0.75), top)
            place.tube((x + 0.95, y + 0.4, 0), (x + 0.95, y + 0.4, 0.71), 0.06, fit.STEEL)
            for sx in (0.35, 1.3):
                for sy in (-0.45, 1.05):
                    place.box((x + sx, y + sy, 0.42), (x + sx + 0.38, y + sy + 0.36, 0.46), seat)
                    back = y + sy + (0.0 if sy < 0 else 0.33)
                    place.box((x + sx, back, 0.46), (x + sx + 0.38, back + 0.03, 0.82), seat)
    place.box((-4.5, 9.2, 0), (5.0, 9.9, 1.0), paint((0.5, 0.5, 0.5), gloss=0.18))
    place.box((-4.5, 9.3, 1.0), (5.0, 9.35, 1.4), paint((0.4, 0.45, 0.46), gloss=0.3))
    place.box((-5, 10.85, 0), (5.4, 11, 3.4), paint((0.6, 0.6, 0.56), blocks(0.3, 0.15, 0.01)))
    fit.board(place, "文明就餐 节约粮食 CANTEEN", (0.85, 0.08, 0.03), (0.78, 0.72, 0.55), (-2.6, 10.75, 2.3), 5.2)
    for x in (-3.2, 0.2, 3.6):
        for y in (0.0, 4.0, 8.0):
            fit.ceiling_lamp(place, (x, y, 3.4), (1.2, 0.3), 2.4, hour, flickers=x < -3 and y == 4.0)
    for i in range(3):
        place.put(person((0.75, 0.75, 0.74), (0.75, 0.75, 0.74)), (-2.4 + 2.6 * i, 10.3, 0), 3.14)
    place.walk((1.75, 1.4, 0), (1.85, 6.4, 0), (1.55, 8.5, 0), (1.5, 5.0, 0))
    place.walk((-1.3, 3.2, 0), (-1.2, 8.0, 0), (-0.9, 8.3, 0), (-0.95, 4.0, 0))
    place.smoke_at, place.ceiling = (1.5, 9.6, 0.9), 3.4
    return place


def office(seed: int, hour: Hour) -> Place:
    """Desks with screens in rows, windows on one side."""
    eye, look = stand(seed, ((-4.4, -3.2, 2.85), (0.9, 4.5, 0.3)), ((4.3, -3.2, 2.85), (-1.0, 4.6, 0.3)))
    place = Place(View(eye, look, 78), indoors(hour, eye, 1.0, 20))
    carpet = paint((0.2, 0.23, 0.27), tiles(0.5, 0.01, 0.12, seed))
    fit.room(
        place,
        (-5, -4, 0),
        (5, 10, 3.1),
        carpet,
        paint(fit.WALL_COLOURS[seed % 4], fit.PLASTER),
        paint((0.7, 0.7, 0.69), tiles(0.6)),
    )
    light = 1.5 if hour is Hour.DAY else 0.05
    for i in range(5):
        y = -3 + 2.6 * i
        place.box((4.95, y, 0.9), (5.0, y + 1.9, 2.7), paint((0.62, 0.72, 0.82), tiles(0.95, 0.06), glow=light))
    wood, seat = paint((0.5, 0.4, 0.28), rough(1.2, 0.08, seed)), paint((0.06, 0.07, 0.09))
    for row in range(4):
        for x in (-4.0, -1.2, 1.6):
            y = 0.2 + 2.3 * row
            place.box((x, y, 0.7), (x + 2.0, y + 0.8, 0.75), wood)
            place.box((x, y + 0.78, 0), (x + 2.0, y + 0.82, 1.2), paint((0.35, 0.42, 0.5)))
            for dx in (0.25, 1.2):
                place.box((x + dx, y + 0.5, 0.85), (x + dx + 0.55, y + 0.54, 1.18), fit.DARK)
                screen = paint((0.25, 0.4, 0.6), tiles(0.13, 0.02, 0.8, row), glow=0.9)
                place.box((x + dx + 0.02, y + 0.49, 0.87), (x + dx + 0.53, y + 0.5, 1.16), screen)
                place.ball((x + dx + 0.3, y - 0.4, 0.5), (0.26, 0.26, 0.07), seat)
                place.box((x + dx + 0.06, y - 0.68, 0.55), (x + dx + 0.54, y - 0.62, 1.05), seat)
    for i, (x, y) in enumerate(((-3.6, 2.0), (2.0, 2.0), (-0.8, 4.3))):
        place.put(person(CLOTHES[(seed + i) % 9], tall=1.5), (x, y + 0.05, -0.25))
    for x in (-2.6, 2.2):
        for y in (0.0, 4.0, 8.0):
            fit.ceiling_lamp(place, (x, y, 3.1), (0.6, 1.2), 2.6, hour, flickers=x < 0 and y == 4.0)
            fit.detector(place, (x + 0.9, y + 1.6, 3.1))
    fit.exit_sign(place, (-3.4, 9.9, 2.4))
    fit.door(place, (-4.0, 9.92, 0), (-2.9, 10, 2.1), paint(fit.DOOR_COLOURS[seed % 4]))
    place.walk((1.2, 1.4, 0), (1.2, 6.6, 0), (1.45, 6.6, 0), (1.45, 1.4, 0))
    place.smoke_at, place.ceiling = (-0.4, 5.2, 0.9), 3.1
    return place
