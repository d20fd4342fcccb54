"""How large the pictures of delayed sources are painted, and how they come into a slot in their true shape. Pure."""

from __future__ import annotations

import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter

from console.ports import Frame
from console.videod.picture import Target
from console.videod.sizes import fit
from console.videod.slots import Picture

WIDTH, HEIGHT = 1280, 720  # libvlc brings every source to this size
STRIDE = WIDTH * 4
_BGRA = "bgra"


class Shaper:
    """Scales what libvlc painted into targets; belongs to one thread."""

    def __init__(self) -> None:
        self._reformatter = VideoReformatter()

    def fill(self, frame: Frame, true_size: tuple[int, int], targets: tuple[Target, ...]) -> None:
        """`true_size` of the source, px; (0, 0) while it is not known."""
        width, height = true_size if all(true_size) else (WIDTH, HEIGHT)
        pixels = np.frombuffer(frame.pixels, np.uint8).reshape(HEIGHT, WIDTH, 4)
        whole = VideoFrame.from_ndarray(pixels, format=_BGRA)
        aspect = (width / height) / (WIDTH / HEIGHT)
        for target in targets:
            self._write(frame, whole, fit(WIDTH, HEIGHT, aspect, target.width, target.height), target)

    def _write(self, frame: Frame, whole: VideoFrame, size: tuple[int, int], target: Target) -> None:
        scaled = self._reformatter.reformat(whole, *size, _BGRA, interpolation=Interpolation.FAST_BILINEAR, threads=1)
        plane = scaled.planes[0]
        picture = Picture(
            camera=frame.camera, quality=frame.quality, arrived_ns=frame.arrived_ns, width=size[0], height=size[1],
            stride=plane.line_size, pixels=memoryview(plane), from_memory=False, is_delayed=True,
        )  # fmt: skip
        target.outlet.write(target.generation, picture)
