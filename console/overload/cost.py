"""What pictures cost the video process, in cores: decoding by the pixels sent, scaling by the pixels shown. Pure.

The figures are of one core of the machine this was built on; `Scale` learns by how much others differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from console.model import CameraId, Quality
from console.wall import TileId

DECODE_S, DECODE_PER_MPX_S = 0.25e-3, 1.45e-3  # of one picture, and of each million pixels it was sent with
SCALE_S, SCALE_PER_MPX_S = 0.05e-3, 0.9e-3  # of one picture, and of each million pixels it is shown with
STANDBY = 0.0005  # cores: a camera that is connected and not shown
SUB_MPX, MAIN_MPX = 640 * 360 / 1e6, 1920 * 1080 / 1e6  # what the two streams are taken for
SUB_FPS, MAIN_FPS = 15, 25
LEARNS, LEAST_CORES = 0.2, 0.05  # weight of a new measurement; less work than this says nothing
NARROWEST, WIDEST = 0.25, 4.0  # how far the machine may be from the one the figures are of
PAUSED = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """One tile that asks for pictures. `slot` names its place in shared memory, the size is in device pixels.

    `guarded`: an alarm's, or somebody looks at it with intent: it is never the one that gives way.
    """

    slot: int
    tile: TileId
    camera: CameraId
    quality: Quality
    width: int
    height: int
    guarded: bool = False

    @property
    def area(self) -> int:
        return self.width * self.height


def cores(shown: Iterable[Shown], every: Mapping[int, int]) -> float:
    """What these cost when a slot takes every n-th picture, 0 none; a stream shown twice is decoded once."""
    pictures = [one for one in shown if every.get(one.slot, 1) != PAUSED]
    decoded = {(one.camera, one.quality) for one in pictures}
    return sum(_decoding(quality) for _, quality in decoded) + sum(
        _scaling(one) / every.get(one.slot, 1) for one in pictures
    )


def _decoding(quality: Quality) -> float:
    if quality is Quality.MAIN:
        return MAIN_FPS * (DECODE_S + DECODE_PER_MPX_S * MAIN_MPX)
    return SUB_FPS * (DECODE_S + DECODE_PER_MPX_S * SUB_MPX)


def _scaling(one: Shown) -> float:
    fps = MAIN_FPS if one.quality is Quality.MAIN else SUB_FPS
    return fps * (SCALE_S + SCALE_PER_MPX_S * one.area / 1e6)


class Scale:
    """How many times as much it really costs here, from what was measured while something was shown."""

    def __init__(self) -> None:
        self.factor = 1.0

    def learn(self, measured: float, cameras: int, said: float) -> None:
        """`measured` cores of the process with so many cameras, where the figures say `said`."""
        if said < LEAST_CORES:
            return
        found = min(WIDEST, max(NARROWEST, (measured - cameras * STANDBY) / said))
        self.factor += LEARNS * (found - self.factor)
