"""The head of the alarm table: names of the fixed columns."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets import lettering, theme
from widgets.alarm_table import CLASS_LEFT, ROOMY, TEXT_LEFT, TIME_WIDTH


class ColumnHead(QWidget):
    """Painted over the same columns as the rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.COLUMN_HEAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line.strong"))
        dim = theme.colour("text.dim")
        height = self.height()
        lettering.draw(painter, QRect(CLASS_LEFT, 0, 72, height), "note", self.tr("class"), dim)
        room = self.width() - TEXT_LEFT - TIME_WIDTH - 16
        what = self.tr("what · where · device") if self.width() >= ROOMY else self.tr("what · where")
        lettering.draw(painter, QRect(TEXT_LEFT, 0, room, height), "note", what, dim)
        right = QRect(self.width() - TIME_WIDTH - theme.SIDE, 0, TIME_WIDTH, height)
        lettering.draw(painter, right, "note", self.tr("raised · state"), dim, align=lettering.RIGHT)
        painter.end()
