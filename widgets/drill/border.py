"""The hatched border of a drill around a whole window; also the one place that tells the watermark. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QLayout, QWidget

from console import announce
from console.app import Console
from widgets import lettering, theme
from widgets.drill import veil

INSET, WIDTH, STRIPE = 12, 10, 10
LETTERS = 0.7  # of the reader's: the word in the border of a wall


def hatch(stripe: int = STRIPE) -> QBrush:
    """Stripes at 45°, violet on dark, as wide as asked for."""
    side = 2 * stripe
    tile = QPixmap(side, side)
    tile.fill(theme.colour("bg.void"))
    painter = QPainter(tile)
    colour = theme.colour("drill")
    for y in range(side):
        for x in range(side):
            if (x + y) % side < stripe:
                painter.fillRect(x, y, 1, 1, colour)
    painter.end()
    return QBrush(tile)


class Frame(QWidget):
    """Lies over the window and is as thin as the border: the mouse and every picture go by it.

    `px`: letters of the word at the middle of its upper edge, 0 = no word.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._window = window
        self.px = 0
        self._brush = hatch()
        self.hide()

    def fit(self) -> None:
        """As large as the window, above everything in it."""
        self.setGeometry(self._window.rect())
        inner = self.rect().adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH)
        self.setMask((QRegion(self.rect()) - QRegion(inner)) + QRegion(self.word_box()))
        self.raise_()

    def word_box(self) -> QRect:
        """Where the word stands; empty without one."""
        if not self.px:
            return QRect()
        step = theme.wall_type(self.px, strong=True)
        width = lettering.width(step, veil.text()) + 2 * self.px
        return QRect((self.width() - width) // 2, 0, width, round(1.5 * self.px))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._brush)
        painter.setPen(QColor("white"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.drawRect(self.rect().adjusted(WIDTH - 1, WIDTH - 1, -WIDTH, -WIDTH))
        if self.px:
            box = self.word_box()
            painter.fillRect(box, theme.colour("drill"))
            ink = theme.colour("on.alarm")
            step = theme.wall_type(self.px, strong=True)
            lettering.draw(painter, box, step, veil.text(), ink, align=lettering.CENTRE)
        painter.end()


class Border(QObject):
    """There while the room sees a drill. A window with a `layout` is laid out inside it; else the frame covers it."""

    def __init__(self, window: QWidget, console: Console, layout: QLayout | None = None) -> None:
        super().__init__(window)
        self._window, self._console, self._layout = window, console, layout
        self.frame = Frame(window)
        window.installEventFilter(self)
        console.announcer.subscribe(announce.DrillChanged, self.on_drill)
        self.follow()

    @property
    def is_shown(self) -> bool:
        return not self.frame.isHidden()

    def on_drill(self, _announced: announce.DrillChanged) -> None:
        self.follow()

    def follow(self) -> None:
        """As the room sees it now, and every picture with it."""
        on = self._console.drilling.is_shown
        veil.show(on)
        if on == self.is_shown:
            return
        if self._layout is not None:
            inset = INSET if on else 0
            self._layout.setContentsMargins(inset, inset, inset, inset)
        self.frame.setVisible(on)
        self.frame.fit()
        for widget in self._window.findChildren(QWidget):
            widget.update()

    def read_from(self, reader_px: int) -> None:
        """A wall says the word in its border, in letters for its farthest reader; 0: it stands elsewhere."""
        self.frame.px = round(LETTERS * reader_px)
        self.frame.fit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.is_shown:
            self.frame.fit()
        return False
