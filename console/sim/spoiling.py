"""What goes wrong with a simulated camera itself: knocked aside, covered, in the dark, out of focus. Any thread."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from console.sim.canvas import Canvas

KNOCKED = (0.36, 0.34, 0.58)  # left, top and share of the drawing a camera sees once it was knocked aside
_CLOTH = (92, 126, 133)  # luma and chroma of what is hung over it
_LEFT = 0.03  # of the light
_BLUR = 90  # a part of the picture's width


def cover(canvas: Canvas) -> None:
    """Something hangs right before the lens: a little lighter at its top, and nothing else to be seen."""
    fall = np.linspace(14, -14, canvas.height, dtype=np.float32)[:, None]
    canvas.luma[:] = np.clip(_CLOTH[0] + fall, 16, 235).astype(np.uint8)
    for plane, tint in zip(canvas.chroma, _CLOTH[1:], strict=True):
        plane[:] = tint


def darken(canvas: Canvas) -> None:
    """The light is gone, and the camera has none of its own."""
    canvas.luma[:] = ((canvas.luma.astype(np.float32) - 16) * _LEFT + 16).astype(np.uint8)
    for plane in canvas.chroma:
        plane[:] = 128


def defocus(canvas: Canvas) -> None:
    """Large things can still be told apart, small ones cannot."""
    radius = canvas.width / _BLUR
    canvas.luma[:] = _blurred(canvas.luma, radius)
    for plane in canvas.chroma:
        plane[:] = _blurred(plane, radius / 2)


def _blurred(plane: NDArray[np.uint8], radius: float) -> NDArray[np.uint8]:
    return np.asarray(Image.fromarray(plane).filter(ImageFilter.GaussianBlur(radius)), np.uint8)
