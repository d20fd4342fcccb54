"""What a small grey picture of a camera holds, in a few numbers that can be compared. Pure, any thread."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 160, 90  # px of the small picture
_BLOCK = 10  # px; the picture is judged by blocks, so that a clock or a passer-by spoils only some of them
_ROWS, _COLUMNS = HEIGHT // _BLOCK, WIDTH // _BLOCK
TEXTURED = 5.0  # least deviation of a block's brightness for there to be something to be recognised
_ALIKE = 0.6  # correlation from which a block shows the same thing
_EMPTY = 0.25  # a block that keeps less of its deviation has lost what was in it
MONO = 1.2  # mean distance of the colours from grey below which a picture has none

Luma = NDArray[np.uint8]
Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """`luma` is HEIGHT × WIDTH, 0 black; `colour` the mean distance of its colours from grey, 0…128.

    Hundreds of cameras have several each: what is kept of one is as small as can be, 30 kB.
    """

    luma: Luma
    colour: float
    blocks: Luma = field(init=False, repr=False)  # smoothed: (blocks, pixels)
    means: Numbers = field(init=False, repr=False)  # of each block
    norms: Numbers = field(init=False, repr=False)  # … and of its pixels around zero
    detail: Numbers = field(init=False, repr=False)  # mean step from pixel to pixel, by blocks
    low: float = field(init=False)
    high: float = field(init=False)  # brightness that a twentieth of the picture is below, or above

    def __post_init__(self) -> None:
        luma = self.luma.astype(np.float32)
        steps = np.zeros_like(luma)
        steps[:, :-1] += np.abs(luma[:, 1:] - luma[:, :-1])
        steps[:-1] += np.abs(luma[1:] - luma[:-1])
        blocks = _blocks(_smooth(luma))
        means = blocks.mean(1)
        norms = np.sqrt(((blocks - means[:, None]) ** 2).sum(1))
        low, high = np.partition(self.luma.ravel(), (720, 13_680))[[720, 13_680]]
        for name, value in (
            ("blocks", np.rint(blocks).astype(np.uint8)), ("means", means), ("norms", norms),
            ("detail", _blocks(steps).mean(1)), ("low", float(low)), ("high", float(high)),
        ):  # fmt: skip
            object.__setattr__(self, name, value)

    @property
    def is_mono(self) -> bool:
        """Whether it has no colours, as at night by infrared light."""
        return self.colour < MONO

    @property
    def textured(self) -> NDArray[np.bool_]:
        """The blocks in which something can be recognised."""
        return np.asarray(self.norms > TEXTURED * _BLOCK)

    def likeness(self, other: View) -> float:
        """Share of the blocks with something in them that show the same in `other`, 0…1; brightness does not count."""
        there = self.textured
        if not there.any():
            return 1.0 if not other.textured.any() else 0.0
        products = (self._around_zero(there) * other._around_zero(there)).sum(1)
        alike = products > _ALIKE * self.norms[there] * np.maximum(other.norms[there], 1e-3)
        return float((alike & (other.norms[there] > _BLOCK)).mean())

    def _around_zero(self, which: NDArray[np.bool_]) -> Numbers:
        return self.blocks[which].astype(np.float32) - self.means[which, None]

    def emptied(self, other: View) -> float:
        """Share of the blocks with something in them that have hardly anything in `other`, 0…1."""
        there = self.textured
        return float((other.norms[there] < _EMPTY * self.norms[there]).mean()) if there.any() else 0.0

    def sharpness(self, other: View) -> float:
        """How much of this view's small detail `other` has, also when it is darker or flatter; 1 = as sharp as this."""
        there = self.textured
        if not there.any():
            return 1.0
        mine = self.detail[there] / self.norms[there]
        theirs = other.detail[there] / np.maximum(other.norms[there], 1e-3)
        return float(np.median(theirs / np.maximum(mine, 1e-6)))


def _blocks(picture: Numbers) -> Numbers:
    parts = picture.reshape(_ROWS, _BLOCK, _COLUMNS, _BLOCK).swapaxes(1, 2)
    return np.ascontiguousarray(parts).reshape(_ROWS * _COLUMNS, _BLOCK * _BLOCK)


def _smooth(picture: Numbers) -> Numbers:
    """Means of three by three: what a mast in the wind moves, or an encoder coarsens, makes little difference."""
    padded = np.pad(picture, 1, mode="edge")
    rows = padded[:-2] + padded[1:-1] + padded[2:]
    return np.asarray((rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]) / 9, np.float32)
