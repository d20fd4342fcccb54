"""The strip under the banner while a drill is paused: the word, why, who controls it and until when."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console import announce
from console.announce import Announcement
from console.app import Console
from widgets import lettering, theme
from widgets.drill import veil
from widgets.drill.drill_words import DrillWords
from widgets.pace import Steady

HEIGHT = 32


class Strip(QWidget):
    """Takes no room unless a drill is paused: then the room sees the live state, and must know that one waits."""

    def __init__(self, console: Console, words: DrillWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._words = words
        self.setFixedHeight(HEIGHT)
        self._timer = Steady(1_000, self.refresh, self)
        for kind in (announce.DrillChanged, announce.DrillEndsSoon, announce.SiteApplied):
            console.announcer.subscribe(kind, self.on_announced)
        self.hide()
        self.look()

    def on_announced(self, _announced: Announcement) -> None:
        self.look()

    def look(self) -> None:
        """A drill began, ended, or stands otherwise."""
        on = self._console.drilling.drill is not None and not self._console.drilling.is_shown
        self.setVisible(on)
        (self._timer.begin if on else self._timer.stop)()
        self.refresh()

    def refresh(self) -> None:
        """The words of this moment."""
        self.setAccessibleName(" · ".join(self.texts()))
        self.update()

    def texts(self) -> tuple[str, ...]:
        """The word, the state and the facts; nothing without a drill."""
        drill = self._console.drilling.drill
        return () if drill is None else (veil.text(), self._words.state(drill), self._words.facts(drill))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        texts = self.texts()
        if not texts:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        word, state, facts = texts
        left = self._word(painter, word)
        right = self.width() - theme.SIDE
        for name, text, ink in (("body.strong", state, "text.hi"), ("body", facts, "text")):
            lettering.draw(painter, QRect(left, 0, max(0, right - left), HEIGHT), name, text, theme.colour(ink))
            left += lettering.width(name, text) + 2 * theme.SIDE
        painter.fillRect(0, HEIGHT - 1, self.width(), 1, theme.colour("drill"))
        painter.end()

    def _word(self, painter: QPainter, word: str) -> int:
        """Where the texts begin, px."""
        box = QRect(0, 0, lettering.width("head", word) + 2 * theme.SPACE, HEIGHT)
        painter.fillRect(box, theme.colour("bg.raise"))
        lettering.draw(painter, box, "head", word, theme.colour("text.hi"), align=lettering.CENTRE)
        return box.right() + theme.SIDE
