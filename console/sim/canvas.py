"""One picture in the encoder's own format (planar YUV 4:2:0, BT.601, studio range), with what is laid over it.

Working on the planes saves a colour conversion per frame. Used by one thread at a time.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from console import framecode
from console.sim.scenes.geometry import Array

Plane = NDArray[np.uint8]
_TO_YUV = np.array(
    [[65.481, 128.553, 24.966], [-37.797, -74.203, 112.0], [112.0, -93.786, -18.214]], np.float32
)  # fmt: skip
_ZERO = np.array([16, 128, 128], np.float32)
_LUMA_DARK, _LUMA_LIGHT = (round(16 + level * 219 / 255) for level in (framecode.DARK, framecode.LIGHT))


@dataclass(frozen=True, slots=True)
class Layer:
    """Something to blend: colour as YUV planes (chroma at half size) already times coverage, and 1 − coverage."""

    luma: Array
    chroma: tuple[Array, Array]
    keep: Array
    keep_half: Array


def layer(colour: Array, cover: Array) -> Layer:
    """From RGB 0…1 (h, w, 3) and coverage 0…1 (h, w), both of even size."""
    yuv = colour @ _TO_YUV.T + _ZERO
    half_cover = _halve(cover)
    chroma = (_halve(yuv[..., 1] * cover), _halve(yuv[..., 2] * cover))
    return Layer(yuv[..., 0] * cover, chroma, 1 - cover, 1 - half_cover)


def _halve(plane: Array) -> Array:
    return np.asarray((plane[::2, ::2] + plane[1::2, ::2] + plane[::2, 1::2] + plane[1::2, 1::2]) / 4, np.float32)


class Canvas:
    """A buffer (height × 3/2, width) with views on its planes; width and height are multiples of 4."""

    def __init__(self, buffer: Plane) -> None:
        self.buffer = buffer
        width, height = buffer.shape[1], buffer.shape[0] * 2 // 3
        self.width, self.height = width, height
        self.luma = buffer[:height]
        quarter = height // 4
        self.chroma = (
            buffer[height : height + quarter].reshape(height // 2, width // 2),
            buffer[height + quarter :].reshape(height // 2, width // 2),
        )

    @classmethod
    def from_rgb(cls, pixels: Plane) -> Canvas:
        """From an RGB picture (h, w, 3)."""
        height, width = pixels.shape[:2]
        canvas = cls(np.empty((height * 3 // 2, width), np.uint8))
        yuv = pixels.astype(np.float32) / 255 @ _TO_YUV.T + _ZERO
        canvas.luma[:] = yuv[..., 0].round()
        for plane, channel in zip(canvas.chroma, (1, 2), strict=True):
            plane[:] = _halve(np.ascontiguousarray(yuv[..., channel])).round()
        return canvas

    def copy(self) -> Canvas:
        return Canvas(self.buffer.copy())

    def blend(self, over: Layer, left: int = 0, top: int = 0) -> None:
        """Lay a layer over the picture, its corner at even (left, top); what sticks out is cut off."""
        high, wide = over.luma.shape
        y0, x0 = max(0, -top), max(0, -left)
        y1, x1 = min(high, self.height - top), min(wide, self.width - left)
        if y1 <= y0 or x1 <= x0:
            return
        target = self.luma[top + y0 : top + y1, left + x0 : left + x1]
        target[:] = target * over.keep[y0:y1, x0:x1] + over.luma[y0:y1, x0:x1]
        for plane, colour in zip(self.chroma, over.chroma, strict=True):
            part = plane[(top + y0) // 2 : (top + y1) // 2, (left + x0) // 2 : (left + x1) // 2]
            rows, columns = slice(y0 // 2, y1 // 2), slice(x0 // 2, x1 // 2)
            part[:] = part * over.keep_half[rows, columns] + colour[rows, columns]

    def grain(self, noise: NDArray[np.int16]) -> None:
        """Add sensor noise (h, w) to the brightness."""
        self.luma[:] = np.clip(self.luma + noise, 16, 235)

    def code(self, number: int, frame: int) -> None:
        """Write the frame code along the bottom edge."""
        framecode.draw(self.luma, number, frame, _LUMA_DARK, _LUMA_LIGHT)
        rows = (framecode.strip_height(self.height) + 1) // 2
        for plane in self.chroma:
            plane[-rows:] = 128
