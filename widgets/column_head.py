"""The head of the alarm table: names of the fixed columns."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets import lettering, theme
from widgets.alarm_table import CLASS_LEFT, text_left
from widgets.words import Words


class ColumnHead(QWidget):
    """Painted over the same columns as the rows."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setFixedHeight(theme.COLUMN_HEAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line.strong"))
        dim, height, start = theme.colour("text.dim"), self.height(), text_left(self._words)
        lettering.draw(painter, QRect(CLASS_LEFT, 0, start - CLASS_LEFT, height), "note", self.tr("class"), dim)
        room = self.width() - start - theme.SIDE
        middle, right = next((pair for pair in self._names() if _width(*pair) <= room), self._names()[-1])
        box = QRect(start, 0, room, height)
        lettering.draw(painter, box, "note", middle, dim)
        lettering.draw(painter, box, "note", right, dim, align=lettering.RIGHT)
        painter.end()

    def _names(self) -> list[tuple[str, str]]:
        """What stands in the rows, in full and shorter."""
        return [
            (self.tr("what · where"), self.tr("raised · state")),
            (self.tr("what"), self.tr("raised · state")),
            (self.tr("what"), self.tr("raised")),
        ]


def _width(middle: str, right: str) -> int:
    return lettering.width("note", middle) + theme.SIDE + lettering.width("note", right)
