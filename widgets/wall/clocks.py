"""The response clocks beside a wall's alarm picture, in letters for the farthest reader."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets import lettering, theme
from widgets.dispatch import clock_strip
from widgets.dispatch.entries import ClockFace

NUMBER = 1.5  # size over the reader's letters
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
        height, step = self.height() / max(1, len(self.faces)), self._step()
        for i, face in enumerate(self.faces):
            top = round(i * height)
            row = QRect(self.px // 2, top, self.width() - self.px, round((i + 1) * height) - top)
            self._paint(painter, row, face, step)
            if i:
                painter.fillRect(0, top, self.width(), 1, theme.colour("line"))
        painter.end()

    def _beside(self) -> int:
        """Where the names begin: behind the widest number, px."""
        return self.px // 2 + lettering.width(self._number(), WIDEST) + self.px // 3

    def _number(self) -> str:
        return theme.wall_type(round(self.px * NUMBER), strong=True)

    def _step(self) -> str:
        """One size for every name: the largest in which the longest fits."""
        room = self.width() - self.px // 2 - self._beside()
        sizes = [theme.wall_type(round(self.px * size)) for size in NAMES]
        fits = (size for size in sizes if all(lettering.width(size, face.name) <= room for face in self.faces))
        return next(fits, sizes[-1])

    def _paint(self, painter: QPainter, row: QRect, face: ClockFace, step: str) -> None:
        thick = max(4, self.px // BAR)
        clock_strip.bar(painter, QRect(row.x(), row.bottom() - 2 * thick, row.width(), thick), face)
        text = row.adjusted(0, 0, 0, -3 * thick)
        ink = "alarm.urgent" if face.is_breached else "text.dim" if face.is_stopped else "text.hi"
        lettering.draw(painter, text, self._number(), face.number, theme.colour(ink))
        left = self._beside()
        beside = QRect(left, text.y(), text.right() - left, text.height())
        second = theme.wall_type(round(self.px * SECOND))
        upper = beside.adjusted(0, 0, 0, -beside.height() // 2)
        lettering.draw(painter, upper, step, face.name, theme.colour("text.hi"))
        lower = beside.adjusted(0, beside.height() // 2, 0, 0)
        lettering.draw(painter, lower, second, self.tr("of %1").replace("%1", face.limit), theme.colour("text.dim"))
