"""The response clocks beside a wall's alarm picture, in letters for the farthest reader."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets import lettering, theme
from widgets.dispatch import clock_strip
from widgets.dispatch.entries import ClockFace

NUMBER = 1.6  # size over the reader's letters
NAMES = (1.0, 0.85, 0.7)  # of what a clock is for: the largest that fits
SECOND = 0.8
BAR = 6  # the letters are so many times as high as the bar
WIDEST = "+00:00"


class ClockBox(QWidget):
    """One below the other: what is left, what for, of how much."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.faces: tuple[ClockFace, ...] = ()
        self.px = 40

    def show_faces(self, faces: Sequence[ClockFace]) -> None:
        """These from now on."""
        self.faces = tuple(faces)
        self.setAccessibleName(" · ".join(f"{face.name} {face.number}" for face in faces))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        height = self.height() / max(1, len(self.faces))
        for i, face in enumerate(self.faces):
            top = round(i * height)
            row = QRect(self.px // 2, top, self.width() - self.px, round((i + 1) * height) - top)
            self._paint(painter, row, face)
            if i:
                painter.fillRect(0, top, self.width(), 1, theme.colour("line"))
        painter.end()

    def _paint(self, painter: QPainter, row: QRect, face: ClockFace) -> None:
        thick = max(4, self.px // BAR)
        clock_strip.bar(painter, QRect(row.x(), row.bottom() - 2 * thick, row.width(), thick), face)
        text = row.adjusted(0, 0, 0, -3 * thick)
        number = theme.wall_type(round(self.px * NUMBER), strong=True)
        ink = "alarm.urgent" if face.is_breached else "text.dim" if face.is_stopped else "text.hi"
        lettering.draw(painter, text, number, face.number, theme.colour(ink))
        left = text.x() + lettering.width(number, WIDEST) + self.px // 3
        beside = QRect(left, text.y(), text.right() - left, text.height())
        second = theme.wall_type(round(self.px * SECOND))
        upper = beside.adjusted(0, 0, 0, -beside.height() // 2)
        sizes = [theme.wall_type(round(self.px * size)) for size in NAMES]
        name = next((size for size in sizes if lettering.width(size, face.name) <= upper.width()), sizes[-1])
        lettering.draw(painter, upper, name, face.name, theme.colour("text.hi"))
        lower = beside.adjusted(0, beside.height() // 2, 0, 0)
        lettering.draw(painter, lower, second, self.tr("of %1").replace("%1", face.limit), theme.colour("text.dim"))
