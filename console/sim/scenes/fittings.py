"""Things that belong to buildings and streets: doors, signs, lamps, extinguishers, racks, railings."""

from __future__ import annotations

import numpy as np

from console.sim.lettering import sign
from console.sim.scenes.geometry import Array, Vec
from console.sim.scenes.light import Lamp
from console.sim.scenes.place import Hour, Place
from console.sim.scenes.surface import Colour, Material, cartons, paint, picture, rough, slats

RED = paint((0.5, 0.03, 0.025), gloss=0.06)
STEEL = paint((0.42, 0.43, 0.44), gloss=0.18)
DARK = paint((0.05, 0.052, 0.055))
WHITE = paint((0.74, 0.74, 0.71))
YELLOW = paint((0.72, 0.5, 0.03))
GREEN_SIGN: tuple[Colour, Colour] = ((0.9, 1.0, 0.92), (0.01, 0.3, 0.1))


def board(place: Place, text: str, ink: Colour, ground: Colour, left: Vec, wide: float, glow: float = 0.0) -> None:
    """A sign with lettering that faces the camera (towards −y), its left bottom corner at `left`, `wide` metres."""
    pixels = sign(text, ink, ground)
    high = wide * pixels.shape[0] / pixels.shape[1]
    material = paint((1, 1, 1), picture(pixels, left[0], left[2], wide, high), glow=glow)
    place.box(left, (left[0] + wide, left[1] + 0.05, left[2] + high), material)
    place.mirrors = False


def road_lettering(place: Place, text: str, left: float, near: float, wide: float, deep: float, colour: Colour) -> None:
    """Lettering painted on the ground at (left, near), read from −y; dark asphalt shows through."""
    pixels = sign(text, colour, (0.075, 0.076, 0.08))
    worn = 0.8 + 0.35 * np.random.default_rng(5).random(pixels.shape[:2], np.float32)[..., None]
    ink: Array = np.asarray(pixels * worn, np.float32)
    place.box(
        (left, near, 0.0), (left + wide, near + deep, 0.011), paint((1, 1, 1), picture(ink, left, near, wide, deep))
    )
    place.mirrors = False


def exit_sign(place: Place, at: Vec) -> None:
    """A green exit sign, its middle at `at`, that shines."""
    board(place, "安全出口 EXIT", *GREEN_SIGN, (at[0] - 0.36, at[1], at[2]), 0.72, glow=0.9)


def door(place: Place, lo: Vec, hi: Vec, leaf: Material, frame: Material = STEEL) -> None:
    """A door in a wall: two corners of its front; a frame, a leaf and a handle."""
    place.box(lo, hi, frame)
    thick_x = abs(hi[0] - lo[0]) < abs(hi[1] - lo[1])
    inset = 0.07
    if thick_x:
        place.box((lo[0] - 0.01, lo[1] + inset, lo[2]), (hi[0] + 0.01, hi[1] - inset, hi[2] - inset), leaf)
        place.box((lo[0] - 0.05, hi[1] - 0.22, 1.0), (hi[0] + 0.05, hi[1] - 0.16, 1.05), DARK)
    else:
        place.box((lo[0] + inset, lo[1] - 0.01, lo[2]), (hi[0] - inset, hi[1] + 0.01, hi[2] - inset), leaf)
        place.box((hi[0] - 0.22, lo[1] - 0.05, 1.0), (hi[0] - 0.16, hi[1] + 0.05, 1.05), DARK)


def ceiling_lamp(
    place: Place, at: Vec, size: tuple[float, float], power: float, hour: Hour, flickers: bool = False
) -> None:
    """A light panel under the ceiling; at night only a faint one, by infra-red none."""
    share = {Hour.NIGHT: 0.16, Hour.INFRARED: 0.0}.get(hour, 1.0)
    x, y = size[0] / 2, size[1] / 2
    glow = 1.6 * share if share else 0.0
    place.box((at[0] - x, at[1] - y, at[2] - 0.03), (at[0] + x, at[1] + y, at[2]), paint((0.9, 0.9, 0.88), glow=glow))
    if share:
        place.lamp(Lamp((at[0], at[1], at[2] - 0.25), power * share), flickers)


def street_lamp(place: Place, at: Vec, arm: float, hour: Hour, tall: float = 6.5, power: float = 17.0) -> None:
    """A mast with an arm along x; burns at dusk and by night."""
    on = hour in (Hour.DUSK, Hour.NIGHT)
    mast = paint((0.2, 0.21, 0.22), gloss=0.05)
    head = (at[0] + arm, at[1], at[2] + tall)
    place.tube(at, (at[0], at[1], at[2] + tall), 0.07, mast)
    place.tube((at[0], at[1], at[2] + tall), head, 0.04, mast)
    place.box((head[0] - 0.3, head[1] - 0.1, head[2] - 0.08), (head[0] + 0.3, head[1] + 0.1, head[2] + 0.02), mast)
    bulb = paint((0.9, 0.82, 0.62), glow=5.0 if on else 0.0)
    place.box((head[0] - 0.26, head[1] - 0.08, head[2] - 0.1), (head[0] + 0.26, head[1] + 0.08, head[2] - 0.07), bulb)
    if on:
        share = 1.0 if hour is Hour.NIGHT else 0.55
        place.lamp(Lamp((head[0], head[1], head[2] - 0.5), power * share, (1.0, 0.82, 0.55)))


def extinguishers(place: Place, at: Vec, count: int = 2) -> None:
    """Red bottles standing on the floor."""
    for i in range(count):
        x, y, z = at[0], at[1] + 0.2 * i, at[2]
        place.tube((x, y, z), (x, y, z + 0.45), 0.075, RED)
        place.ball((x, y, z + 0.46), (0.07, 0.07, 0.06), RED)
        place.tube((x, y, z + 0.5), (x, y, z + 0.58), 0.022, DARK)


def hydrant_cabinet(place: Place, lo: Vec, hi: Vec) -> None:
    """The red fire hose cabinet of a corridor wall, with a white field."""
    place.box(lo, hi, RED)
    x = lo[0] if abs(lo[0]) < abs(hi[0]) else hi[0]
    step = -0.012 if x > 0 else 0.012
    mid_y, mid_z = (lo[1] + hi[1]) / 2, (lo[2] + hi[2]) / 2
    place.box((x, mid_y - 0.2, mid_z + 0.02), (x + step, mid_y + 0.2, mid_z + 0.22), WHITE)


def detector(place: Place, at: Vec) -> None:
    """A smoke detector under the ceiling."""
    place.tube((at[0], at[1], at[2] - 0.05), at, 0.06, WHITE)
    place.ball((at[0], at[1], at[2] - 0.05), (0.045, 0.045, 0.03), WHITE)


def pipe(place: Place, start: Vec, end: Vec, radius: float, material: Material = RED) -> None:
    """A pipe with a flange at both ends."""
    place.tube(start, end, radius, material)
    for at, other in ((start, end), (end, start)):
        way = tuple((b - a) for a, b in zip(at, other, strict=True))
        length = max(1e-6, sum(w * w for w in way) ** 0.5)
        tip = (at[0] + way[0] / length * 0.06, at[1] + way[1] / length * 0.06, at[2] + way[2] / length * 0.06)
        place.tube(at, tip, radius * 1.6, STEEL)


def railing(
    place: Place, start: Vec, end: Vec, tall: float = 1.1, gap: float = 1.6, material: Material = STEEL
) -> None:
    """Posts and two rails between two points at the same height."""
    span = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
    posts = max(1, round(span / gap))
    for i in range(posts + 1):
        x = start[0] + (end[0] - start[0]) * i / posts
        y = start[1] + (end[1] - start[1]) * i / posts
        place.tube((x, y, start[2]), (x, y, start[2] + tall), 0.028, material)
    for share in (1.0, 0.55):
        place.tube(
            (start[0], start[1], start[2] + tall * share), (end[0], end[1], end[2] + tall * share), 0.024, material
        )


def rack(place: Place, lo: Vec, deep: float, long: float, levels: int, seed: int) -> None:
    """A pallet rack along y with cartons; `lo` is its near corner, `deep` its width along +x."""
    dice = np.random.default_rng(seed)
    upright, beam = paint((0.06, 0.13, 0.32)), paint((0.72, 0.26, 0.03))
    tints: tuple[Colour, ...] = ((0.46, 0.31, 0.17), (0.4, 0.27, 0.14), (0.52, 0.37, 0.22), (0.26, 0.32, 0.38))
    x0, y0, _ = lo
    bay, storey = 2.9, 1.9
    bays = max(1, round(long / bay))
    for i in range(bays + 1):
        for x in (x0, x0 + deep - 0.08):
            place.box((x, y0 + i * bay - 0.05, 0), (x + 0.08, y0 + i * bay + 0.05, levels * storey + 0.6), upright)
    for level in range(levels):
        z = 0.12 + level * storey
        for x in (x0 - 0.02, x0 + deep - 0.03):
            place.box((x, y0, z), (x + 0.05, y0 + bays * bay, z + 0.12), beam)
        for i in range(bays):
            if dice.random() < 0.13:
                continue
            tint = tints[int(dice.integers(len(tints)))]
            tall = float(dice.uniform(0.8, 1.6))
            y = y0 + i * bay
            pattern = cartons(float(dice.uniform(0.45, 0.75)), float(dice.uniform(0.35, 0.6)), int(dice.integers(999)))
            place.box(
                (x0 + 0.1, y + 0.2, z + 0.24), (x0 + deep - 0.1, y + bay - 0.2, z + 0.24 + tall), paint(tint, pattern)
            )
            place.box(
                (x0 + 0.05, y + 0.15, z + 0.12), (x0 + deep - 0.05, y + bay - 0.15, z + 0.24), paint((0.3, 0.2, 0.1))
            )


def bench(place: Place, at: Vec) -> None:
    """A seat along y."""
    wood = paint((0.28, 0.17, 0.09), slats(0.12))
    place.box((at[0] - 0.22, at[1] - 0.8, at[2] + 0.4), (at[0] + 0.22, at[1] + 0.8, at[2] + 0.46), wood)
    for y in (-0.7, 0.66):
        place.box((at[0] - 0.2, at[1] + y, at[2]), (at[0] + 0.2, at[1] + y + 0.05, at[2] + 0.4), DARK)


def room(place: Place, lo: Vec, hi: Vec, floor: Material, walls: Material, top: Material) -> None:
    """Floor, ceiling and four walls seen from inside."""
    t = 0.2
    place.box((lo[0] - t, lo[1] - t, lo[2] - t), (hi[0] + t, hi[1] + t, lo[2]), floor)
    place.box((lo[0] - t, lo[1] - t, hi[2]), (hi[0] + t, hi[1] + t, hi[2] + t), top)
    place.box((lo[0] - t, lo[1], lo[2]), (lo[0], hi[1], hi[2]), walls)
    place.box((hi[0], lo[1], lo[2]), (hi[0] + t, hi[1], hi[2]), walls)
    place.box((lo[0] - t, lo[1] - t, lo[2]), (hi[0] + t, lo[1], hi[2]), walls)
    place.box((lo[0] - t, hi[1], lo[2]), (hi[0] + t, hi[1] + t, hi[2]), walls)


PLASTER = rough(2.2, 0.1, 3)
CONCRETE = rough(1.5, 0.26, 4)
HALL_FLOOR = paint((0.36, 0.37, 0.36), rough(2.5, 0.14, 5), gloss=0.07)
WALL_COLOURS: tuple[Colour, ...] = ((0.66, 0.64, 0.57), (0.58, 0.63, 0.6), (0.64, 0.6, 0.55), (0.6, 0.62, 0.66))
DOOR_COLOURS: tuple[Colour, ...] = ((0.26, 0.14, 0.07), (0.18, 0.24, 0.28), (0.4, 0.36, 0.3), (0.14, 0.22, 0.17))
