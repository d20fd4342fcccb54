"""The box of a drill in the header: which, by whom, until when; it stands where the lamps of the links are else."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from console import announce
from console.app import Console
from widgets import lettering, theme
from widgets.drill import veil
from widgets.drill.drill_words import DrillWords
from widgets.pace import Steady

EDGE = 2
FILL = 40  # of 255
NARROW = 280  # px: less than this and the banner alone has the word


class DrillBox(QWidget):
    """There while the room sees a drill; whoever owns the header gives it its place."""

    def __init__(self, console: Console, words: DrillWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._words = words
        self._timer = Steady(1_000, self.refresh, self)
        for kind in (announce.DrillChanged, announce.DrillEndsSoon):
            console.announcer.subscribe(kind, self.on_announced)
        self.follow()

    def on_announced(self, _announced: announce.Announcement) -> None:
        self.follow()

    def follow(self) -> None:
        on = self._console.drilling.is_shown
        self.setVisible(on)
        (self._timer.begin if on else self._timer.stop)()
        self.refresh()

    def refresh(self) -> None:
        """The words of this moment."""
        said = " · ".join(self.texts())
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def texts(self) -> tuple[str, ...]:
        """The word, which drill it is, and its facts: where there is little room its end alone."""
        drill = self._console.drilling.drill
        if drill is None:
            return ()
        terms = self._words.terms(drill) if self.width() >= NARROW else self._words.end(drill)
        return veil.text(), self._words.name(drill.scenario), terms

    def paintEvent(self, _event: QPaintEvent) -> None:
        texts = self.texts()
        if not texts:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        edge = theme.colour("drill")
        painter.fillRect(self.rect(), QColor(edge.red(), edge.green(), edge.blue(), FILL))
        painter.setPen(QPen(edge, EDGE))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        word, name, terms = texts
        left = theme.SPACE
        if self.width() >= NARROW:
            width = lettering.width("head", word)
            box = QRect(theme.SIDE, 0, width + 2, self.height())
            lettering.draw(painter, box, "head", word, theme.colour("text.hi"))
            left = theme.SIDE + width + theme.SIDE
        upper = QRect(left, 2, self.width() - left - theme.SPACE, self.height() // 2)
        lettering.draw(painter, upper, "note", name, theme.colour("text"))
        lower = upper.translated(0, self.height() // 2 - 4)
        lettering.draw(painter, lower, "note", terms, theme.colour("text.dim"))
        painter.end()
