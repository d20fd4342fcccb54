"""The picture of a simulated camera while its head turns: drawn and encoded frame by frame, one ahead. Own thread.

A head at rest plays a loop like every other camera; until the loop of where it looks now is made the single frames go
on. Everything stands on them that stands on a loop, so that nobody can tell which of the two he sees.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.video.codeccontext import VideoCodecContext
from av.video.frame import PictureType
from numpy.typing import NDArray
from PIL import Image

from console.sim.animation import Effect, Marks, Shot, Window
from console.sim.canvas import Canvas, layer
from console.sim.clips import SCENES, encoder_of, nals_of
from console.sim.head import Head, window_at
from console.sim.rtsp.packets import Packets, packetise
from console.sim.scenes.guide import read_depth, read_guide
from console.sim.smoke import Smoke

_SENT = (7, 8, 1, 5)  # parameter sets and slices
_DIGITS = 3  # a window to the thousandth of the scene is the same window


@dataclass(frozen=True, slots=True)
class Drawn:
    """One frame, ready to be sent."""

    packets: Packets
    is_key: bool


def looked_at(head: Head) -> Window:
    """The part of the scene a head looks at now."""
    left, top, size = window_at(head.aim())
    return round(left, _DIGITS), round(top, _DIGITS), round(size, _DIGITS)


class Easel:
    """Draws the scene of a shot through any window. One thread at a time; raises OSError without the picture."""

    def __init__(self, shot: Shot, folder: Path = SCENES) -> None:
        guide = read_guide(folder / f"{shot.scene}.json")
        self._shot = shot
        self._marks = Marks(shot, guide)
        with Image.open(folder / f"{shot.scene}.jpg") as image:
            whole = Canvas.from_rgb(np.asarray(image.convert("RGB"), np.uint8))
        self._planes = [Image.fromarray(plane) for plane in (whole.luma, *whole.chroma)]
        depth = read_depth(folder / f"{shot.scene}.depth.png")
        burning = shot.effect in (Effect.SMOKE, Effect.FIRE)
        self._smoke = Smoke(guide, guide.view, depth, shot.number) if burning else None

    def draw(self, window: Window, index: int) -> Canvas:
        width, height = self._shot.size
        canvas = Canvas(np.empty((height * 3 // 2, width), np.uint8))
        canvas.luma[:] = _cut(self._planes[0], window, (width, height))
        for plane, source in zip(canvas.chroma, self._planes[1:], strict=True):
            plane[:] = _cut(source, window, (width // 2, height // 2))
        if self._smoke is not None:
            veil = self._smoke.frame(index / self._shot.frames)
            cover = _cut(Image.fromarray(veil.cover), window, (width, height))
            tone = _cut(Image.fromarray(np.ascontiguousarray(veil.colour[..., 0])), window, (width, height))
            canvas.blend(layer(np.repeat(tone[..., None], 3, 2), cover))
        self._marks.put(canvas, index)
        return canvas


def _cut(image: Image.Image, window: Window, size: tuple[int, int]) -> NDArray[Any]:
    left, top, share = window
    w, h = image.size
    box = (left * w, top * h, (left + share) * w, (top + share) * h)
    return np.asarray(image.resize(size, Image.Resampling.BILINEAR, box=box))


class Turning:
    """The frames of one stream while its head turns. Event loop thread, but for what the worker draws."""

    def __init__(self, folder: Path = SCENES) -> None:
        self._folder = folder
        self._worker = ThreadPoolExecutor(1, "head")
        self._shot: Shot | None = None
        self._easel: Easel | None = None
        self._codec: VideoCodecContext | None = None
        self._next: Future[Drawn] | None = None

    def frame(self, shot: Shot, window: Window, next_index: int) -> Drawn | None:
        """The frame that was begun the last time, None: it is not ready; the next one is begun for `next_index`.

        The first one after a pause is a key frame.
        """
        ready, drawn = self._next, None
        if ready is not None:
            if not ready.done():
                return None
            drawn = ready.result()
        self._next = self._worker.submit(self._draw, shot, window, next_index)
        return drawn

    def rest(self) -> None:
        """The loop is played again: the next turn begins with a key frame."""
        self._next = None
        self._worker.submit(self._forget)

    def close(self) -> None:
        """What is being drawn is the last."""
        self._worker.shutdown(wait=False, cancel_futures=True)

    @property
    def is_on(self) -> bool:
        return self._next is not None

    def _forget(self) -> None:
        self._codec = None

    def _draw(self, shot: Shot, window: Window, index: int) -> Drawn:
        if self._easel is None or shot != self._shot:
            self._easel, self._shot, self._codec = Easel(shot, self._folder), shot, None
        begins = self._codec is None
        self._codec = self._codec or encoder_of(shot, "superfast")
        frame = av.VideoFrame.from_ndarray(self._easel.draw(window, index).buffer, format="yuv420p")
        frame.pict_type = PictureType.I if begins else PictureType.NONE
        nals = [nal for packet in self._codec.encode(frame) for nal in nals_of(bytes(packet)) if nal[0] & 31 in _SENT]
        return Drawn(packetise(nals), any(nal[0] & 31 == 5 for nal in nals))
