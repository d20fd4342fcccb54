"""The striped block with the word of a drill, at the left of the banner. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console import announce
from console.app import Console
from widgets import lettering, theme
from widgets.drill import veil
from widgets.drill.border import hatch

STRIPES = 24  # px on both sides of the word


class Block(QWidget):
    """There while the room sees a drill."""

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._brush = hatch()
        self.setAccessibleName(veil.text())
        console.announcer.subscribe(announce.DrillChanged, self.on_drill)
        self.follow()

    def on_drill(self, _announced: announce.DrillChanged) -> None:
        self.follow()

    def follow(self) -> None:
        self.setFixedSize(self._word_width() + 2 * STRIPES, theme.BANNER)
        self.setVisible(self._console.drilling.is_shown)

    def _word_width(self) -> int:
        return lettering.width("head", veil.text()) + 2 * theme.SPACE

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._brush)
        box = QRect(STRIPES, 0, self._word_width(), self.height())
        painter.fillRect(box, theme.colour("bg.void"))
        lettering.draw(painter, box, "head", veil.text(), theme.colour("text.hi"), align=lettering.CENTRE)
        painter.end()
