"""Makes another place out of a builder's: moved camera, other light, other colours, other things standing about.

Pure. The builders know a handful of viewpoints each; a site has dozens of corridors and no two look alike.
"""

from __future__ import annotations

import colorsys
import math
import random
from dataclasses import replace

from console.sim.scenes.clutter import INDOORS, OUTDOORS, WORKS, scatter
from console.sim.scenes.geometry import Solid, Vec
from console.sim.scenes.place import Hour, Place
from console.sim.scenes.surface import Colour, Material
from console.sim.scenes.view import View

WORK_PLACES = {"warehouse", "workshop", "dock", "garage", "pump-house", "switch-room", "ebike-shed"}
NARROW = {"lift"}  # nothing stands about there
SIGN_WHITE, FIRE_RED, YELLOW = 0.98, (0.35, 0.12), (0.55, 0.14)  # colours that mean something keep their meaning
GREY = 0.12  # saturation below which a colour only becomes lighter or darker


def vary(place: Place, scene: str, hour: Hour, dice: random.Random) -> None:
    """Change the place in its own spirit; the same dice give the same place."""
    place.view = _elsewhere(place.view, dice)
    _repaint(place, dice)
    _relight(place, hour, dice)
    if scene not in NARROW:
        indoors = WORKS if scene in WORK_PLACES else INDOORS
        scatter(place, OUTDOORS if place.ceiling is None else indoors, dice.randint(2, 5), dice)


def _elsewhere(view: View, dice: random.Random) -> View:
    """The camera a little further in, higher or lower, turned and with another lens."""
    ahead = math.dist(view.eye[:2], view.look[:2])
    step = dice.uniform(0.0, 0.16)
    eye = tuple(e + (look - e) * step for e, look in zip(view.eye[:2], view.look[:2], strict=True))
    side = dice.uniform(-0.16, 0.16) * ahead
    across = (-(view.look[1] - view.eye[1]) / ahead, (view.look[0] - view.eye[0]) / ahead)
    look: Vec = (
        view.look[0] + across[0] * side,
        view.look[1] + across[1] * side,
        view.look[2] + dice.uniform(-0.03, 0.05) * ahead,
    )
    stands: Vec = (eye[0], eye[1], view.eye[2] * dice.uniform(0.9, 1.0))
    return replace(view, eye=stands, look=look, fov=min(98.0, view.fov * dice.uniform(0.86, 1.16)))


def _relight(place: Place, hour: Hour, dice: random.Random) -> None:
    light = place.light
    warm = dice.uniform(-0.07, 0.07)
    tint = (light.tint[0] * (1 + warm), light.tint[1], light.tint[2] * (1 - warm))
    place.light = replace(light, exposure=light.exposure * dice.uniform(0.86, 1.16), tint=tint)
    if hour is Hour.DAY and light.sun is not None:
        turn, (x, y, z) = dice.uniform(-0.9, 0.9), light.sun
        sun = (
            x * math.cos(turn) - y * math.sin(turn),
            x * math.sin(turn) + y * math.cos(turn),
            z * dice.uniform(0.75, 1.2),
        )
        place.light = replace(place.light, sun=sun)


def _repaint(place: Place, dice: random.Random) -> None:
    """Every colour of the place gets another one, the same everywhere."""
    swatch: dict[Colour, Colour] = {}
    place.solids[:] = [_repainted(solid, swatch, dice) for solid in place.solids]


def _repainted(solid: Solid, swatch: dict[Colour, Colour], dice: random.Random) -> Solid:
    old = solid.material
    if old.glow or _means_something(old.colour):
        return solid
    if old.colour not in swatch:
        swatch[old.colour] = _another(old.colour, dice)
    fresh = Material(swatch[old.colour], old.pattern, old.gloss, old.glow)
    return replace(solid, material=fresh)  # type: ignore[type-var]  # every solid is a dataclass


def _means_something(colour: Colour) -> bool:
    red, green, blue = colour
    is_red = red > FIRE_RED[0] and max(green, blue) < FIRE_RED[1]
    is_yellow = red > YELLOW[0] and green > red / 2 and blue < YELLOW[1]
    return min(colour) > SIGN_WHITE or is_red or is_yellow


def _another(colour: Colour, dice: random.Random) -> Colour:
    hue, saturation, value = colorsys.rgb_to_hsv(*colour)
    if saturation < GREY:
        tone = colorsys.hsv_to_rgb(dice.random(), dice.uniform(0.0, 0.09), value * dice.uniform(0.8, 1.15))
    else:
        turned = (hue + dice.uniform(-0.07, 0.07)) % 1.0
        tone = colorsys.hsv_to_rgb(
            turned, min(1.0, saturation * dice.uniform(0.6, 1.05)), value * dice.uniform(0.75, 1.25)
        )
    return min(tone[0], 0.95), min(tone[1], 0.95), min(tone[2], 0.95)
