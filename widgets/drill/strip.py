"""The strip under the banner while a drill is on: the word, how it stands, who controls it, what it hides."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console import announce
from console.announce import Announcement
from console.app import Console
from widgets import lettering, theme
from widgets.drill import veil
from widgets.drill.border import hatch
from widgets.drill.drill_words import DrillWords

HEIGHT = 32
BLOCK = 24  # px of stripes on both sides of the word


class Strip(QWidget):
    """Takes no room without a drill. Striped while the room sees it; plain while it is paused."""

    def __init__(self, console: Console, words: DrillWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._words = words
        self._brush = hatch()
        self.setFixedHeight(HEIGHT)
        self._timer = QTimer(self)
        self._timer.setInterval(1_000)
        self._timer.timeout.connect(self.refresh)
        for kind in (announce.DrillChanged, announce.DrillEndsSoon, announce.SiteApplied):
            console.announcer.subscribe(kind, self.on_announced)
        self.hide()
        self.look()

    def on_announced(self, _announced: Announcement) -> None:
        self.look()

    def look(self) -> None:
        """A drill began, ended, or stands otherwise."""
        on = self._console.drilling.drill is not None
        self.setVisible(on)
        (self._timer.start if on else self._timer.stop)()
        self.refresh()

    def refresh(self) -> None:
        """The words of this moment."""
        self.setAccessibleName(" · ".join(self.texts()))
        self.update()

    def texts(self) -> tuple[str, ...]:
        """The word, the state, the facts, and what is hidden; the last is empty while nothing is."""
        drill = self._console.drilling.drill
        if drill is None:
            return ()
        hidden = self._words.live() if self._console.drilling.is_shown else ""
        return veil.TEXT, self._words.state(drill), self._words.facts(drill), hidden

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
        word, state, facts, hidden = texts
        left = self._word(painter, word)
        right = self.width() - theme.SIDE
        if hidden:
            width = lettering.width("body.strong", hidden) + 2
            place = QRect(right - width, 0, width, HEIGHT)
            lettering.draw(painter, place, "body.strong", hidden, theme.colour("text.hi"), align=lettering.RIGHT)
            right = place.left() - 2 * theme.SIDE
        for name, text, ink in (("body.strong", state, "text.hi"), ("body", facts, "text")):
            lettering.draw(painter, QRect(left, 0, max(0, right - left), HEIGHT), name, text, theme.colour(ink))
            left += lettering.width(name, text) + 2 * theme.SIDE
        painter.fillRect(0, HEIGHT - 1, self.width(), 1, theme.colour("drill"))
        painter.end()

    def _word(self, painter: QPainter, word: str) -> int:
        """In its striped block, or plain; where the texts begin, px."""
        width = lettering.width("head", word) + 2 * theme.SPACE
        block = BLOCK if self._console.drilling.is_shown else 0
        painter.fillRect(QRect(0, 0, width + 2 * block, HEIGHT), self._brush if block else theme.colour("bg.raise"))
        box = QRect(block, 0, width, HEIGHT)
        if block:
            painter.fillRect(box, theme.colour("bg.void"))
        lettering.draw(painter, box, "head", word, theme.colour("text.hi"), align=lettering.CENTRE)
        return box.right() + block + theme.SIDE
