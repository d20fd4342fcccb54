"""A part of a view painted once into a pixmap, and used again until it would look different."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap, Qt

from widgets.plan.viewport import Viewport

MARGIN = 96  # px painted beyond each side: so far the view moves without painting anew


class Cached:
    """One such pixmap; `renders` counts how often it was painted."""

    def __init__(self, ground: QColor | Qt.GlobalColor = Qt.GlobalColor.transparent) -> None:
        self._ground = ground
        self._pixmap: QPixmap | None = None
        self._view: Viewport | None = None
        self._key: Hashable = None
        self.renders = 0

    def draw(
        self, painter: QPainter, view: Viewport, key: Hashable, paint: Callable[[QPainter, Viewport], None]
    ) -> None:
        """Show it where the view is now; `paint` is called when the key, the scale or the size is another."""
        dpr = painter.device().devicePixelRatioF()
        if self._pixmap is None or self._key != (key, dpr) or not self._covers(view):
            self._render(view, dpr, paint)
            self._key = (key, dpr)
        assert self._pixmap is not None and self._view is not None
        moved = view.point((self._view.x, self._view.y)) - QPointF(view.size.width() / 2, view.size.height() / 2)
        painter.drawPixmap(moved - QPointF(MARGIN, MARGIN), self._pixmap)

    def _covers(self, view: Viewport) -> bool:
        mine = self._view
        if mine is None or mine.scale != view.scale or mine.size != view.size:
            return False
        return abs(mine.x - view.x) * view.scale <= MARGIN and abs(mine.y - view.y) * view.scale <= MARGIN

    def _render(self, view: Viewport, dpr: float, paint: Callable[[QPainter, Viewport], None]) -> None:
        size = QSize(view.size.width() + 2 * MARGIN, view.size.height() + 2 * MARGIN)
        pixmap = QPixmap(size * dpr)
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(self._ground)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, replace(view, size=size))
        painter.end()
        self._pixmap, self._view = pixmap, view
        self.renders += 1
