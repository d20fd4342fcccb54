"""Where a moment and a value lie in a box of pixels. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from widgets.trends.ticks import Scale


@dataclass(frozen=True, slots=True)
class Frame:
    """A box that shows `start_ms` at its left, `end_ms` at its right and the scale from bottom to top."""

    box: QRectF
    start_ms: int
    end_ms: int
    scale: Scale

    def x(self, at_ms: float) -> float:
        """px; may lie outside."""
        return self.box.left() + (at_ms - self.start_ms) / (self.end_ms - self.start_ms) * self.box.width()

    def y(self, value: float) -> float:
        """px; may lie outside."""
        return self.box.bottom() - self.scale.share(value) * self.box.height()

    def at_ms(self, x: float) -> float:
        """The moment under a pixel."""
        return self.start_ms + (x - self.box.left()) / self.box.width() * (self.end_ms - self.start_ms)

    @property
    def columns(self) -> int:
        """Whole columns of pixels: more values than that cannot be seen."""
        return max(1, int(self.box.width()))
