"""What is painted into a tile, as numbers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from console.videod.slots import Picture

Rows = npt.NDArray[np.uint8]


def rows_of(picture: Picture) -> Rows:
    """Its height × the bytes of a row, as a slot gets them."""
    return painted(picture.pixels, picture.height, picture.stride)


def painted(pixels: memoryview | Callable[[int], None], height: int, stride: int) -> Rows:
    """The rows, or what is written by whoever writes them."""
    out = np.zeros((height, stride), np.uint8)
    if isinstance(pixels, memoryview):
        out[:] = np.frombuffer(pixels, np.uint8)[: out.size].reshape(out.shape)
    else:
        pixels(out.ctypes.data)
    return out
