"""The head of an incident in the column: what and where, its number and owner; or that there is none yet."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets import lettering, theme

HEIGHT = 68


class IncidentHead(QWidget):
    """A title on one line, or on two smaller ones, over a second line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ""
        self.line = ""
        self.setFixedHeight(HEIGHT)
        self.hide()

    def say(self, title: str, line: str) -> None:
        """These words from now on; without a title it is not there."""
        if (title, line) != (self.title, self.line):
            self.title, self.line = title, line
            self.setAccessibleName(f"{title} · {line}")
            self.update()
        self.setVisible(bool(title))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
        inner = self.rect().adjusted(theme.SIDE, 6, -theme.SIDE, -5)
        if lettering.width("title", self.title) <= inner.width():
            title = QRect(inner.x(), inner.y() + 4, inner.width(), 24)
            lettering.draw(painter, title, "title", self.title, theme.colour("text.hi"))
            below = title.bottom() + 3
        else:
            block = QRect(inner.x(), inner.y() - 2, inner.width(), 40)
            below = block.y() + lettering.draw_block(painter, block, "head", self.title, 20)
        line = QRect(inner.x(), below, inner.width(), 18)
        lettering.draw(painter, line, "note", self.line, theme.colour("text.dim"))
        painter.end()
