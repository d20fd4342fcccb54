"""Calls per ten minutes as bars, amber in a flood, with a line where a flood begins. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.performance.rates import FLOOD_STARTS_ABOVE, INTERVAL_MS, Rates
from widgets import lettering, theme
from widgets.trends.ticks import Tick

LEFT, TOP, BOTTOM = 34, 8, 20
RIGHT_LEAST = 24  # half a time below the bars
LEAST_TOP = 12  # calls the scale shows at least: the line of the flood is always in sight
BAR = 0.8

pg.setConfigOptions(antialias=False, exitCleanup=False)


def gathered(counts: Sequence[int], most: int) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], int]:
    """At most `most` bars, each the worst of so many intervals: no peak is drawn away."""
    width = max(1, -(-len(counts) // max(1, most)))
    padded = np.zeros(-(-len(counts) // width) * width, np.int64)
    padded[: len(counts)] = counts
    return padded.reshape(-1, width).max(axis=1), width


class RateChart(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """`show_rates` says what is drawn; white bars, amber where a flood was."""

    _rates: Rates | None = None  # pyqtgraph resizes it before it is made

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        item = self.plotItem
        for axis in ("left", "bottom"):
            item.hideAxis(axis)
        item.hideButtons()
        item.setMenuEnabled(False)
        item.setMouseEnabled(False, False)
        item.vb.disableAutoRange()
        self._calm = pg.BarGraphItem(x=[], height=[], width=BAR, brush=theme.colour("text"), pen=None)
        self._flooded = pg.BarGraphItem(x=[], height=[], width=BAR, brush=theme.colour("alarm.high"), pen=None)
        item.addItem(self._calm)
        item.addItem(self._flooded)
        self.setCacheMode(RateChart.CacheModeFlag.CacheNone)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(RateChart.Shape.NoFrame)
        self._ticks: Sequence[Tick] = ()
        self._high = float(LEAST_TOP)
        self.flood_word = ""
        self._leave_room()

    def show_rates(self, rates: Rates | None, ticks: Sequence[Tick], flood_word: str) -> None:
        """Draw these from now on; `ticks` are times of the site."""
        self._rates, self._ticks, self.flood_word = rates, ticks, flood_word
        self._leave_room()
        self._draw()

    def _leave_room(self) -> None:
        """Beside the bars, for the word at the line of the flood in the language of now."""
        self._right = max(RIGHT_LEAST, lettering.width("note", self.flood_word) + 10)
        self.plotItem.layout.setContentsMargins(LEFT, TOP, self._right, BOTTOM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._rates is not None:
            self._draw()

    def _draw(self) -> None:
        rates = self._rates
        if rates is None:
            for bars in (self._calm, self._flooded):
                bars.setOpts(x=[], height=[], width=BAR)
            self.update()
            return
        heights, width = gathered(rates.counts, max(1, self.width() - LEFT - self._right) // 2)
        at = (np.arange(len(heights)) + 0.5) * width
        flooded = np.array([self._is_flooded(rates, n * width, width) for n in range(len(heights))], np.bool_)
        self._calm.setOpts(x=at[~flooded], height=heights[~flooded], width=BAR * width)
        self._flooded.setOpts(x=at[flooded], height=heights[flooded], width=BAR * width)
        self._high = max(float(LEAST_TOP), 1.1 * float(heights.max(initial=0)))
        self.plotItem.vb.setRange(xRange=(0, self._length()), yRange=(0, self._high), padding=0, disableAutoRange=True)
        self.viewport().update()

    def _is_flooded(self, rates: Rates, first: int, width: int) -> bool:
        start = rates.start_ms + first * INTERVAL_MS
        end = start + width * INTERVAL_MS
        return any(one.start_ms < end and (one.end_ms is None or one.end_ms > start) for one in rates.floods)

    def _length(self) -> float:
        """In intervals; the last one may be shorter."""
        assert self._rates is not None
        return max(1.0, (self._rates.end_ms - self._rates.start_ms) / INTERVAL_MS)

    # ---- what stands around the bars ----

    def _box(self) -> QRectF:
        """Where pyqtgraph draws."""
        return QRectF(self.plotItem.vb.sceneBoundingRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), theme.colour("bg.panel"))
            if self._rates is not None:
                self._ground(painter, self._box())
        super().paintEvent(event)

    def _ground(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(theme.colour("line.strong"), 1))
        painter.drawLine(QLineF(box.left(), box.bottom(), box.right(), box.bottom()))
        self._level(painter, box, FLOOD_STARTS_ABOVE, self.flood_word)
        top = int(self._high / 1.1) if self._high > LEAST_TOP else 5
        if abs(self._y(box, top) - self._y(box, FLOOD_STARTS_ABOVE)) >= 14:
            self._level(painter, box, top, "")
        for tick in self._ticks:
            self._time(painter, box, tick)

    def _y(self, box: QRectF, calls: float) -> float:
        return box.bottom() - box.height() * calls / self._high

    def _level(self, painter: QPainter, box: QRectF, calls: int, word: str) -> None:
        """A line at so many calls, its number at the left and its word at the right."""
        y, is_flood = self._y(box, calls), bool(word)
        ink = theme.colour("alarm.high" if is_flood else "text.dim")
        style = Qt.PenStyle.DashLine if is_flood else Qt.PenStyle.SolidLine
        painter.setPen(QPen(ink if is_flood else theme.colour("line"), 1, style))
        painter.drawLine(QLineF(box.left(), y, box.right(), y))
        number = QRect(0, round(y) - 8, LEFT - 4, 16)
        lettering.draw(painter, number, "note", str(calls), ink, align=lettering.RIGHT)
        if word:
            beside = QRect(round(box.right()) + 4, round(y) - 8, self._right - 4, 16)
            lettering.draw(painter, beside, "note", word, ink)

    def _time(self, painter: QPainter, box: QRectF, tick: Tick) -> None:
        assert self._rates is not None
        x = box.left() + box.width() * (tick.at - self._rates.start_ms) / (self._rates.end_ms - self._rates.start_ms)
        text = QRect(round(x) - 40, round(box.bottom()) + 2, 80, 16)
        lettering.draw(painter, text, "note", tick.text, theme.colour("text.dim"), align=lettering.CENTRE)
