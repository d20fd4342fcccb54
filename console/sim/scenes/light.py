"""The light of a scene and what it does to a surface: sky, sun, lamps, haze and the film. Pure numpy, any thread."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from console.sim.scenes.geometry import Array, Vec
from console.sim.scenes.surface import Colour


@dataclass(frozen=True, slots=True)
class Lamp:
    """A lamp at a place; `power` is its brightness at one metre. `reach` 0 means it shines everywhere."""

    at: Vec
    power: float
    colour: Colour = (1.0, 0.96, 0.88)


@dataclass(frozen=True, slots=True)
class Light:
    """Everything that shines in a scene. Colours are linear and may exceed 1.

    `ambient` comes from above, `bounce` from below; `sun` points to the sun. An infra-red picture is grey and lit
    from the camera itself.
    """

    ambient: Colour
    bounce: Colour = (0.12, 0.12, 0.11)
    sky: Colour = (0.62, 0.72, 0.86)
    horizon: Colour = (0.84, 0.87, 0.9)
    sun: Vec | None = None
    sun_colour: Colour = (1.5, 1.36, 1.15)
    lamps: tuple[Lamp, ...] = ()
    fog: float = 0.0
    exposure: float = 1.0
    tint: Colour = (1.0, 1.0, 1.0)
    infrared: bool = False

    def with_lamps(self, lamps: tuple[Lamp, ...]) -> Light:
        return replace(self, lamps=self.lamps + lamps)


def column(colour: Colour | Vec) -> Array:
    return np.array(colour, np.float32)[:, None]


def sun_direction(light: Light) -> Array | None:
    """Unit vector to the sun, (3,)."""
    if light.sun is None:
        return None
    sun = np.array(light.sun, np.float32)
    return np.asarray(sun / np.linalg.norm(sun), np.float32)


def ambient(light: Light, normals: Array) -> Array:
    """Light from the sky above and the ground below, (3, n), before anything stands in its way."""
    share = 0.5 + 0.5 * normals[2]
    return np.asarray(column(light.ambient) * share + column(light.bounce) * (1 - share), np.float32)


def lamp_light(lamp: Lamp, points: Array, normals: Array) -> tuple[Array, Array, Array]:
    """Direction to the lamp (3, n), distance (n,) and the brightness it gives there (n,), before shadows."""
    way = column(lamp.at) - points
    distance = np.sqrt((way * way).sum(0))
    way = way / np.maximum(distance, 1e-4)
    facing = np.clip((normals * way).sum(0), 0, 1)
    return way, distance, np.asarray(lamp.power * facing / (1 + distance * distance), np.float32)


def unshadowed(light: Light, points: Array, normals: Array) -> Array:
    """All light that reaches points with these normals if nothing stood in the way, (3, n)."""
    total = ambient(light, normals) * np.float32(0.85)
    sun = sun_direction(light)
    if sun is not None:
        total = total + column(light.sun_colour) * np.clip(sun @ normals, 0, 1)
    for lamp in light.lamps:
        _, _, strength = lamp_light(lamp, points, normals)
        total = total + column(lamp.colour) * strength
    return np.asarray(total, np.float32)


def haze(light: Light, colour: Array, distance: Array) -> Array:
    """Colour (3, n) seen through the scene's fog over a distance (n,) in metres."""
    if light.fog == 0:
        return colour
    thick = 1 - np.exp(-np.minimum(distance, 4000) * np.float32(light.fog))
    return np.asarray(colour * (1 - thick) + column(light.horizon) * thick, np.float32)


def develop(light: Light, colour: Array) -> Array:
    """Linear light (3, n) to the camera's picture 0…1 (3, n): exposure, soft highlights, gamma, grey when infra-red."""
    c = colour * np.float32(light.exposure) * column(light.tint)
    c = c * (2.51 * c + 0.03) / (c * (2.43 * c + 0.59) + 0.14)  # the usual filmic curve (Narkowicz)
    c = np.clip(c, 0, 1) ** np.float32(1 / 2.2)
    grey = 0.3 * c[0] + 0.59 * c[1] + 0.11 * c[2]
    return np.asarray(grey + (c - grey) * np.float32(0 if light.infrared else 0.94), np.float32)
