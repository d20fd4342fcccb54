"""The plan on which a new device is given its place: a click says where it hangs. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from console.model import XY
from widgets import theme
from widgets.plan.plan_words import PlanWords
from widgets.plan.situation import Situation
from widgets.plan.view import PlanView

ARM, RING = 16.0, 7.0  # px of the mark
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SpotPlan(PlanView):
    """`spotted` carries local metres. Symbols are only looked at here; a building is entered by a click on it."""

    spotted = Signal(float, float)

    def __init__(self, situation: Situation, words: PlanWords, parent: QWidget | None = None) -> None:
        super().__init__(situation, words, parent)
        self.at: XY | None = None

    def mark_spot(self, at: XY | None) -> None:
        """Here it hangs; None: nobody has said so yet."""
        self.at = at
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if event.button() is not Qt.MouseButton.LeftButton or pressed is None or self._dragging:
            return
        here = event.position().toPoint()
        if (building := self.building_at(here)) is not None:
            self.building_asked.emit(building)
        else:
            self.spotted.emit(*self.view.metres(QPointF(here)))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first click has said it."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, + and − as on every plan; Enter: in the middle of what is shown."""
        if event.key() in ENTER:
            self.spotted.emit(*self.view.metres(QPointF(self.width() / 2, self.height() / 2)))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                self._cross(painter, QPointF(self.width() / 2, self.height() / 2), "text.dim", 1)
            if self.at is not None:
                middle = self.view.point(self.at)
                self._cross(painter, middle, "bg.void", 5)
                self._cross(painter, middle, "text.hi", 2)

    def _cross(self, painter: QPainter, middle: QPointF, ink: str, width: int) -> None:
        painter.setPen(QPen(theme.colour(ink), width))
        painter.drawEllipse(middle, RING, RING)
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            inner = middle + QPointF(dx, dy) * RING
            painter.drawLine(inner, middle + QPointF(dx, dy) * ARM)
