"""The light of each hour, outdoors and indoors."""

from __future__ import annotations

from dataclasses import replace

from console.sim.scenes.geometry import Vec
from console.sim.scenes.light import Lamp, Light
from console.sim.scenes.place import Hour

_DAY = Light(
    (0.38, 0.44, 0.55), (0.15, 0.14, 0.12), sun=(-0.5, -0.35, 0.62), sun_colour=(1.75, 1.58, 1.3),
    fog=0.0012, exposure=0.7,
)  # fmt: skip
_DULL = Light(
    (0.7, 0.74, 0.78), (0.17, 0.17, 0.16), sky=(0.66, 0.7, 0.74), horizon=(0.78, 0.8, 0.82),
    sun=(-0.2, -0.3, 0.9), sun_colour=(0.28, 0.28, 0.27), fog=0.003, exposure=0.56,
)  # fmt: skip
_DUSK = Light(
    (0.2, 0.24, 0.36), (0.06, 0.055, 0.06), sky=(0.13, 0.2, 0.42), horizon=(0.85, 0.5, 0.32),
    sun=(0.85, 0.5, 0.14), sun_colour=(0.42, 0.2, 0.09), fog=0.002, exposure=1.05,
)  # fmt: skip
_NIGHT = Light(
    (0.028, 0.033, 0.052), (0.016, 0.015, 0.014), sky=(0.008, 0.011, 0.024), horizon=(0.055, 0.045, 0.04),
    fog=0.001, exposure=2.0,
)  # fmt: skip
_INFRARED = Light(
    (0.06, 0.06, 0.06), (0.03, 0.03, 0.03), sky=(0.01, 0.01, 0.01), horizon=(0.03, 0.03, 0.03),
    exposure=1.15, infrared=True,
)  # fmt: skip
_OUTDOORS = {Hour.DAY: _DAY, Hour.DULL: _DULL, Hour.DUSK: _DUSK, Hour.NIGHT: _NIGHT, Hour.INFRARED: _INFRARED}
_INDOORS = Light((0.3, 0.3, 0.3), (0.2, 0.195, 0.185), sky=(0.5, 0.5, 0.5), horizon=(0.5, 0.5, 0.5))


def outdoors(hour: Hour, eye: Vec, sun: Vec | None = None, glow: float = 60.0) -> Light:
    """Light under the open sky; by infra-red the camera's own lamp shines from `eye` with power `glow`."""
    light = _OUTDOORS[hour]
    if hour is Hour.INFRARED:
        return light.with_lamps((Lamp(eye, glow, (1, 1, 1)),))
    if sun is not None and hour is Hour.DAY:
        light = replace(light, sun=sun)
    return light


def indoors(hour: Hour, eye: Vec, bright: float = 1.0, glow: float = 26.0) -> Light:
    """Light in a room whose lamps the builder adds; after hours only emergency lamps, by infra-red the camera's."""
    if hour is Hour.INFRARED:
        return replace(_INFRARED, ambient=(0.1, 0.1, 0.1)).with_lamps(
            (Lamp((eye[0], eye[1], eye[2] - 0.7), glow, (1, 1, 1)),)
        )
    dim = 0.22 if hour is Hour.NIGHT else 1.0
    r, g, b = _INDOORS.ambient
    x, y, z = _INDOORS.bounce
    k = bright * dim
    return replace(
        _INDOORS, ambient=(r * k, g * k, b * k), bounce=(x * k, y * k, z * k), exposure=1.25 if dim < 1 else 0.66
    )


def lamps_on(hour: Hour) -> bool:
    """Whether street lamps and headlamps burn."""
    return hour in (Hour.DUSK, Hour.NIGHT)


def lit_windows(hour: Hour) -> float:
    """Share of windows with light behind them."""
    return {Hour.DUSK: 0.4, Hour.NIGHT: 0.3}.get(hour, 0.0)
