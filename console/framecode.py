"""The machine-readable strip along the bottom edge of every picture we draw ourselves. Pure numpy, any thread.

40 cells over the full width, 1/45 of the height: cell 1 light and cell 2 dark mark the strip, 14 bits carry the
camera number (most significant first), 12 bits the index of the frame in its loop, one bit makes the parity of
number and index even, the rest is dark. Reads back after H.264, scaling to 240 pixels and colour conversion.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CELLS = 40
HEIGHT_SHARE = 45  # the strip is 1/45 of the picture's height
DARK, LIGHT = 24, 210
NUMBER_BITS, FRAME_BITS = 14, 12
FRAMES = 1 << FRAME_BITS  # frame numbers below this fit
_USED = 2 + NUMBER_BITS + FRAME_BITS + 1
_CONTRAST = 60  # sync cells closer than this are no strip

Pixels = NDArray[np.uint8]
Box = tuple[int, int, int, int]  # left, top, width, height


@dataclass(frozen=True, slots=True)
class FrameCode:
    """Which camera a picture comes from and which frame of its loop it is."""

    number: int
    frame: int


def _cells(number: int, frame: int) -> NDArray[np.bool_]:
    if not 0 <= number < 1 << NUMBER_BITS or not 0 <= frame < FRAMES:
        raise ValueError(f"camera number {number} or frame {frame} does not fit the frame code")
    bits = [number >> i & 1 for i in reversed(range(NUMBER_BITS))]
    bits += [frame >> i & 1 for i in reversed(range(FRAME_BITS))]
    cells = np.zeros(CELLS, np.bool_)
    cells[:_USED] = [1, 0, *bits, sum(bits) & 1]
    return cells


def strip_height(height: int) -> int:
    """Rows of the strip in a picture of that height."""
    return max(1, round(height / HEIGHT_SHARE))


def draw(image: Pixels, number: int, frame: int, dark: int = DARK, light: int = LIGHT) -> None:
    """Write the strip into an image (h, w) or (h, w, channels) in place; raises ValueError when it does not fit."""
    height, width = image.shape[:2]
    cell_of_column = np.minimum((np.arange(width) + 0.5) / width * CELLS, CELLS - 1).astype(np.intp)
    line = np.where(_cells(number, frame)[cell_of_column], np.uint8(light), np.uint8(dark))
    rows = image[height - strip_height(height) :]
    if image.ndim == 3:
        rows[..., :3] = line[:, None]
    else:
        rows[:] = line


def read(image: Pixels, box: Box | None = None) -> FrameCode | None:
    """The code of a picture (h, w), (h, w, 3) or (h, w, 4), or of the part `box` of it; None when unreadable."""
    if box is not None:
        left, top, wide, high = box
        image = image[max(0, top) : top + high, max(0, left) : left + wide]
    if image.size == 0 or image.shape[1] < CELLS or image.shape[0] < HEIGHT_SHARE:
        return None
    levels = _levels(image)
    low, high_level = float(levels[1]), float(levels[0])
    if high_level - low < _CONTRAST:
        return None
    bits = levels > (low + high_level) / 2
    return _decode(bits)


def _levels(image: Pixels) -> NDArray[np.float32]:
    """Brightness of the middle of each cell, (40,)."""
    height, width = image.shape[:2]
    exact = height / HEIGHT_SHARE
    middle, half = height - exact / 2, max(0.5, exact / 4)
    rows = image[int(middle - half) : max(int(middle + half), int(middle - half) + 1)]
    gray = rows.astype(np.float32)
    if gray.ndim == 3:
        gray = gray[..., :3].mean(2)
    line = gray.mean(0)
    cell = width / CELLS
    starts = (np.arange(CELLS) * cell + cell * 0.3).astype(np.intp)
    ends = np.maximum(starts + 1, (np.arange(CELLS) * cell + cell * 0.7).astype(np.intp))
    return np.array([line[a:b].mean() for a, b in zip(starts, ends, strict=True)], np.float32)


def _decode(bits: NDArray[np.bool_]) -> FrameCode | None:
    if not bits[0] or bits[1] or bits[_USED:].any() or bits[2:_USED].sum() % 2:
        return None
    word = 0
    for bit in bits[2 : 2 + NUMBER_BITS + FRAME_BITS]:
        word = word << 1 | int(bit)
    return FrameCode(word >> FRAME_BITS, word & FRAMES - 1)
