"""The head of the page of clips: whose they are, and the desk's buttons at the right end."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets import lettering, theme


class PlayerBar(QWidget):
    """The head of the page; `add` puts a button of the desk at its right end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ""
        self.setFixedHeight(theme.PANEL_HEAD)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.SIDE, 0, theme.SPACE, 0)
        self._row.addStretch(1)
        self._buttons: QWidget | None = None

    def add(self, buttons: QWidget) -> None:
        self._buttons = buttons
        self._row.addWidget(buttons)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:  # ended whatever happens
            painter.fillRect(self.rect(), theme.colour("bg.raise"))
            right = self._buttons.x() if self._buttons is not None else self.width()
            box = QRect(theme.SIDE, 0, right - 2 * theme.SIDE, self.height())
            lettering.draw(painter, box, "body.strong", self.title, theme.colour("text.hi"))
