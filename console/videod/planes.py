"""A decoded picture as it is: grey and colour planes, for windows whose graphics card mixes them. Decoder worker."""

from __future__ import annotations

from dataclasses import dataclass

from av.video.frame import VideoFrame
from av.video.reformatter import VideoReformatter

from console.videod import yuv
from console.videod.sizes import MAX_HEIGHT, MAX_WIDTH, fit


@dataclass(frozen=True, slots=True)
class Planes:
    """Grey rows of `stride` bytes, then the two colour planes of half the size with rows of `chroma` bytes."""

    width: int
    height: int
    stride: int
    chroma: int
    parts: tuple[memoryview, memoryview, memoryview]
    is_709: bool
    is_full_range: bool


class Planar:
    """Leaves a picture as it was sent; only one that is too large, or whose pixels are not square, is scaled."""

    def __init__(self, box: tuple[int, int]) -> None:
        self._box = box
        self._reformatter = VideoReformatter()

    def planes(self, frame: VideoFrame, pixel_aspect: float) -> Planes:
        """Of one picture; they are good as long as it is."""
        is_709, is_full = yuv.is_709(frame), yuv.is_full(frame)
        is_fitting = frame.width <= MAX_WIDTH and frame.height <= MAX_HEIGHT and pixel_aspect == 1.0
        if not (is_fitting and frame.format.name in yuv.SAME):
            width, height = (frame.width, frame.height) if is_fitting else _even(frame, pixel_aspect, self._box)
            frame = self._reformatter.reformat(frame, width, height, yuv.PLANAR, threads=1)
        luma, blue, red = frame.planes
        return Planes(
            frame.width, frame.height, luma.line_size, blue.line_size,
            (memoryview(luma), memoryview(blue), memoryview(red)), is_709, is_full,
        )  # fmt: skip


def _even(frame: VideoFrame, pixel_aspect: float, box: tuple[int, int]) -> tuple[int, int]:
    width, height = fit(frame.width, frame.height, pixel_aspect, *box)
    return max(2, width & ~1), max(2, height & ~1)
