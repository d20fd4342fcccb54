"""A plot with its head, and below the lowest ones the times. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets import lettering, theme
from widgets.trends.head import PlotHead, Tag
from widgets.trends.plot import Drawing, Plot

AXIS = 22
TIME_WIDTH = 84  # px of one time, with its distance to the next


class TimeAxis(QWidget):
    """The times below a plot; the cross-hair's own in a white box."""

    def __init__(self, plot: Plot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot = plot
        self.cursor_text = ""
        self.setFixedHeight(AXIS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:  # ended whatever happens
            painter.fillRect(self.rect(), theme.colour("bg.panel"))
            frame = self._plot.frame
            for tick in self._plot.drawing.times:
                self._time(painter, round(frame.x(tick.at)), tick.text, "text.dim")
            cursor = self._plot.cursor_ms
            if self.cursor_text and cursor is not None and frame.start_ms <= cursor <= frame.end_ms:
                x = round(frame.x(cursor))
                width = lettering.width("note", self.cursor_text) + 12
                box = QRect(min(max(0, x - width // 2), self.width() - width), 2, width, AXIS - 4)
                painter.fillRect(box, theme.colour("text.hi"))
                colour = theme.colour("on.alarm")
                lettering.draw(painter, box, "note", self.cursor_text, colour, align=lettering.CENTRE)

    def _time(self, painter: QPainter, x: int, text: str, token: str) -> None:
        left = min(max(0, x - TIME_WIDTH // 2), self.width() - TIME_WIDTH)
        box = QRect(left, 0, TIME_WIDTH, AXIS)
        lettering.draw(painter, box, "note", text, theme.colour(token), align=lettering.CENTRE)


class PlotBox(QWidget):
    """One of up to four."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.plot = PlotHead(self), Plot(self)
        self.axis = TimeAxis(self.plot, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.axis)

    def show_all(self, drawing: Drawing, tags: Sequence[Tag], *, chosen: bool) -> None:
        self.head.show_tags(tags, chosen=chosen)
        self.plot.show_drawing(drawing)
        self.axis.update()

    def show_cursor(self, at_ms: float | None, text: str) -> None:
        """The cross-hair of all plots stands here."""
        self.plot.show_cursor(at_ms)
        self.axis.cursor_text = text
        self.axis.update()

    @property
    def times_wanted(self) -> int:
        """How many times have room below it."""
        return max(1, int(self.plot.frame.box.width()) // TIME_WIDTH)

    @property
    def values_wanted(self) -> int:
        """How many round values have room beside it."""
        return max(2, int(self.plot.frame.box.height()) // 32)
