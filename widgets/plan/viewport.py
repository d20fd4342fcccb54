"""Which part of a level is seen, and how large: metres to pixels and back, within limits. No widget."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QTransform

from console.model import XY
from console.plan import Box

Floats = npt.NDArray[np.float64]

CLOSEST = 60.0  # px per metre
FARTHEST = 0.5  # of the scale at which everything fits
SIDES, BELOW = 20, 44  # px kept free around a fitted level; the scale bar stands below it
STEP = 1.25  # one notch of the wheel, one press of a key


@dataclass(frozen=True, slots=True)
class Viewport:
    """The middle of the view in metres and the scale in px per metre; `bounds` is what may be looked at at all."""

    size: QSize
    bounds: Box
    x: float
    y: float
    scale: float

    def transform(self) -> QTransform:
        """From metres (north up) to pixels of the view (down)."""
        return QTransform(
            self.scale, 0, 0, -self.scale,
            self.size.width() / 2 - self.x * self.scale, self.size.height() / 2 + self.y * self.scale,
        )  # fmt: skip

    def point(self, at: XY) -> QPointF:
        return QPointF(
            self.size.width() / 2 + (at[0] - self.x) * self.scale,
            self.size.height() / 2 - (at[1] - self.y) * self.scale,
        )

    def points(self, places: Floats) -> Floats:
        """The same for many places at once, (n, 2)."""
        middle = np.array((self.size.width() / 2, self.size.height() / 2))
        found: Floats = (places - (self.x, self.y)) * (self.scale, -self.scale) + middle
        return found

    def metres(self, at: QPointF) -> XY:
        return (
            self.x + (at.x() - self.size.width() / 2) / self.scale,
            self.y - (at.y() - self.size.height() / 2) / self.scale,
        )

    def panned(self, dx: float, dy: float) -> Viewport:
        """What is drawn moves by so many pixels."""
        return self._within(self.x - dx / self.scale, self.y + dy / self.scale, self.scale)

    def zoomed(self, factor: float, about: QPointF | None = None) -> Viewport:
        """Larger by this factor; the place under `about`, by default the middle, stays where it is."""
        about = about or QPointF(self.size.width() / 2, self.size.height() / 2)
        there = self.metres(about)
        scale = self._held(self.scale * factor)
        dx, dy = about.x() - self.size.width() / 2, about.y() - self.size.height() / 2
        return self._within(there[0] - dx / scale, there[1] + dy / scale, scale)

    def _held(self, scale: float) -> float:
        return min(CLOSEST, max(FARTHEST * fitting(self.size, self.bounds), scale))

    def _within(self, x: float, y: float, scale: float) -> Viewport:
        """The middle of the view stays on the plan: it cannot be lost."""
        box = self.bounds
        x, y = min(max(x, box.x0), box.x1), min(max(y, box.y0), box.y1)
        return Viewport(self.size, box, x, y, scale)


def fitting(size: QSize, box: Box, above: int = SIDES) -> float:
    """The scale at which the box just fits, px per metre; `above` px stay free over it."""
    room_x, room_y = max(40, size.width() - 2 * SIDES), max(40, size.height() - above - BELOW)
    return min(room_x / max(box.width, 1.0), room_y / max(box.height, 1.0))


def fit(size: QSize, box: Box, bounds: Box, most: float = CLOSEST, above: int = SIDES) -> Viewport:
    """The view of a whole box, no larger than `most` px per metre."""
    scale = min(fitting(size, box, above), most)
    x, y = box.centre
    return Viewport(size, bounds, x, y - (BELOW - above) / 2 / scale, scale)
