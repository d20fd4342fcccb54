"""Makes a base picture move: walkers, vehicles, flickering lamps, smoke or flames, captions, frame code. Any thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from console.sim.canvas import Canvas, Layer, layer
from console.sim.captions import caption
from console.sim.coding import Coding
from console.sim.movers import Stage, cast
from console.sim.scenes.guide import Guide, read_depth, read_guide
from console.sim.scenes.place import Hour
from console.sim.scenes.view import View
from console.sim.smoke import Fire, Smoke
from console.sim.spoiling import KNOCKED, cover, darken, defocus

FPS = 10
SECONDS = 8
FRAMES = FPS * SECONDS
_FLICKERS = frozenset({7, 9, 10, 31, 52, 53, 55, 71})  # frames in which a bad lamp is low
_WINDOWS = ((0.0, 0.0, 1.0), (0.0, 0.03, 0.9), (0.1, 0.05, 0.9), (0.06, 0.08, 0.86))


class Effect(StrEnum):
    """What is drawn into a camera's picture: the alarm of its detector, or what happened to the camera itself."""

    SMOKE = "smoke"
    FIRE = "fire"
    MOVED = "moved"  # knocked aside: it sees another part of the place
    COVERED = "covered"
    DARK = "dark"
    DEFOCUSED = "defocused"


Window = tuple[float, float, float]  # left, top and size, as fractions of the scene
_SPOILS = {Effect.COVERED: cover, Effect.DARK: darken, Effect.DEFOCUSED: defocus}


@dataclass(frozen=True, slots=True)
class Shot:
    """What one camera sees: a base picture, its own part of it, its own people, its name."""

    scene: str
    number: int
    name: str
    size: tuple[int, int]
    effect: Effect | None = None
    window: Window | None = None  # of a camera that turns: the part of its scene it looks at
    coding: Coding = Coding.H264
    fps: int = FPS

    @property
    def frames(self) -> int:
        """Of its loop."""
        return self.fps * SECONDS


class Marks:
    """What stands on every picture of a shot: grain, the camera's number and name, the seconds, the frame code."""

    def __init__(self, shot: Shot, guide: Guide) -> None:
        self._shot = shot
        self._noise = _noise(guide, shot)
        self._title, self._size = _title(shot)

    def put(self, canvas: Canvas, index: int) -> None:
        """Onto frame `index` of the loop."""
        canvas.grain(_shifted(self._noise, index, canvas))
        seconds = caption(f"{index / self._shot.fps:05.2f}", self._size, round(self._size * 0.62))
        margin, top = self._size // 2 & ~1, _title_top(canvas.height, self._title)
        canvas.blend(self._title, margin, top)
        canvas.blend(seconds, (canvas.width - margin - seconds.luma.shape[1]) & ~1, top)
        canvas.code(self._shot.number, index)


class Reel:
    """The loop of one shot, frame by frame. `folder` holds the base pictures; raises OSError or ValueError."""

    def __init__(self, shot: Shot, folder: Path) -> None:
        self._shot = shot
        self._guide = read_guide(folder / f"{shot.scene}.json")
        self._depth = read_depth(folder / f"{shot.scene}.depth.png")
        self._view = _own_view(self._guide, shot)
        self._base = Canvas.from_rgb(_cut(folder / f"{shot.scene}.jpg", self._view, shot.size))
        self._dimmed = _dimmed(self._base, self._view, self._guide)
        self._marks = Marks(shot, self._guide)

    def frames(self) -> Iterator[Canvas]:
        """All frames of the loop in order; the canvas yielded belongs to the caller."""
        shot = self._shot
        stage = Stage(self._guide, self._view, self._depth, shot.size)
        acts = [stage.patches(actor, shot.frames) for actor in cast(self._guide, shot.number)]
        overlay = _Overlay(shot, self._guide, self._view, self._depth)
        for index in range(shot.frames):
            canvas = (self._dimmed if index in _FLICKERS else self._base).copy()
            for act in acts:
                patch = next(act)
                if patch is not None:
                    canvas.blend(layer(patch.colour, patch.cover), patch.left, patch.top)
            overlay.draw(canvas, index / shot.frames)
            if shot.effect in _SPOILS:
                _SPOILS[shot.effect](canvas)
            self._marks.put(canvas, index)
            yield canvas


class _Overlay:
    """Smoke or flames over the picture, or nothing."""

    def __init__(self, shot: Shot, guide: Guide, view: View, depth: NDArray[np.float32]) -> None:
        self._size = shot.size
        self._smoke = Smoke(guide, view, depth, shot.number) if shot.effect is Effect.SMOKE else None
        self._fire = Fire(guide, view, depth, shot.number) if shot.effect is Effect.FIRE else None

    def draw(self, canvas: Canvas, share: float) -> None:
        source = self._smoke or self._fire
        if source is None:
            return
        veil = source.frame(share).enlarged(self._size)
        canvas.blend(layer(veil.colour, veil.cover))
        if self._fire is not None:
            left, top, colour, cover = self._fire.flames(share, self._size)
            canvas.blend(layer(colour, cover), left, top)


def _own_view(guide: Guide, shot: Shot) -> View:
    """The camera's own part of the drawing, so that cameras that share one still differ."""
    view = guide.view
    mirrored = guide.mirrors and shot.number % 2 == 1 and shot.window is None
    own = shot.window or _WINDOWS[shot.number // 2 % len(_WINDOWS)]
    window = KNOCKED if shot.effect is Effect.MOVED else own
    return View(view.eye, view.look, view.fov, view.bend, window, mirrored)


def _cut(file: Path, view: View, size: tuple[int, int]) -> NDArray[np.uint8]:
    with Image.open(file) as image:
        left, top, share = view.window
        w, h = image.size
        box = (left * w, top * h, (left + share) * w, (top + share) * h)
        picture = image.convert("RGB").resize(size, Image.Resampling.BICUBIC, box=box)
    if view.mirrored:
        picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    return np.asarray(picture, np.uint8)


def _dimmed(base: Canvas, view: View, guide: Guide) -> Canvas:
    """The same picture while the bad lamp is low."""
    out = base.copy()
    if not guide.flicker:
        return out
    u, v, distance = view.project(np.array(guide.flicker, np.float32).T)
    y, x = np.mgrid[0 : base.height, 0 : base.width].astype(np.float32)
    gain = np.ones((base.height, base.width), np.float32)
    for lamp_u, lamp_v, far in zip(u, v, distance, strict=True):
        if far > 0:
            reach = 0.55 / max(1.0, float(far) / 3)
            away = ((x / base.width - lamp_u) * 1.78) ** 2 + (y / base.height - lamp_v) ** 2
            gain *= 1 - np.float32(0.3) * np.exp(-away / reach**2)
    out.luma[:] = (out.luma - np.float32(16)) * gain + 16
    return out


def _noise(guide: Guide, shot: Shot) -> NDArray[np.int16]:
    dark = guide.hour in (Hour.NIGHT, Hour.INFRARED)
    rng = np.random.default_rng(shot.number)
    width, height = shot.size
    grain = rng.normal(0, 1.7 if dark else 1.0, (height + 32, width + 32))
    return grain.round().astype(np.int16)


def _shifted(noise: NDArray[np.int16], index: int, canvas: Canvas) -> NDArray[np.int16]:
    y, x = index * 7 % 32, index * 13 % 32
    return noise[y : y + canvas.height, x : x + canvas.width]


def _title_top(height: int, title: Layer) -> int:
    """Just above the frame code: a console's own captions stand at the top of a picture."""
    return int(height - height // 45 - title.luma.shape[0] - 2) & ~1


def _title(shot: Shot) -> tuple[Layer, int]:
    """The camera's name and number, small enough to leave room for the seconds; and the size of the letters."""
    width, height = shot.size
    size = max(12, height // 24)
    text = caption(f"{shot.number:04d}  {shot.name}", size)
    room = round(width * 0.84)
    while text.luma.shape[1] > room and size > 10:
        size -= 2
        text = caption(f"{shot.number:04d}  {shot.name}", size)
    return text, max(12, height // 24)
