"""One plot: pyqtgraph draws the lines, the ground and the marks are ours. GUI thread.

The series come reduced to what the pixels can show: no more is drawn, and nothing is smoothed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from console.histories import Series
from console.model import PointId
from console.trends import Limit
from widgets import lettering, theme
from widgets.trends import ink
from widgets.trends.frame import Frame
from widgets.trends.marks import Mark
from widgets.trends.strokes import Gap, gaps, strokes, value_at
from widgets.trends.ticks import Scale, Tick, figure

LEFT, RIGHT, TOP, BOTTOM = 52, 56, 18, 6
NARROW, NARROW_LEFT, NARROW_RIGHT = 480, 42, 48
NOTCH = 120  # of the wheel
NO_SCALE = Scale(0.0, 1.0)
VALUE_BOX = 18

pg.setConfigOptions(antialias=False, exitCleanup=False)


@dataclass(frozen=True, slots=True, eq=False)
class Pen:
    """One line of a plot; `series` None while it is being read, `before` that of the day before."""

    point: PointId
    series: Series | None
    before: Series | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """Everything one plot shows."""

    start_ms: int
    end_ms: int
    now_ms: int
    pens: Sequence[Pen] = ()
    scale: Scale = NO_SCALE
    times: Sequence[Tick] = ()
    limits: Sequence[Limit] = ()
    marks: Sequence[Mark] = ()
    is_live: bool = True
    describe: Callable[[Gap], str] = field(default=lambda _gap: "")
    reading: str = ""  # said while the first answer is on its way


class Plot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """`pointed` carries the moment under the pointer, None when it left."""

    zoomed = Signal(float, float)  # notches, where: 0 left … 1 right
    dragged = Signal(float)  # share of the length to go on by
    pointed = Signal(object)  # float (epoch ms) or None
    restore_asked = Signal()
    painted = Signal()
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self.drawing = Drawing(0, 1, 1)
        self.cursor_ms: float | None = None
        self._grabbed: float | None = None
        self._pressed = 0.0
        item = self.plotItem
        for axis in ("left", "bottom"):
            item.hideAxis(axis)
        item.hideButtons()
        item.setMenuEnabled(False)
        item.setMouseEnabled(False, False)
        item.vb.disableAutoRange()
        self._good = [self._curve(pen) for pen in range(len(ink.SHADES))]
        self._doubtful = [self._curve(None) for _ in ink.SHADES]
        self._before = [self._curve(pen, Qt.PenStyle.DotLine) for pen in range(len(ink.SHADES))]
        self.setCacheMode(Plot.CacheModeFlag.CacheNone)  # the ground moves with the time
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._give_room()

    def _curve(self, pen: int | None, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> pg.PlotCurveItem:
        if pen is None:
            line = pg.mkPen(theme.colour("text.dim"), width=1, style=Qt.PenStyle.DashLine)
        else:
            line = pg.mkPen(ink.shade(pen), width=1, style=style)
        curve = pg.PlotCurveItem(pen=line, connect="finite")
        self.plotItem.addItem(curve)
        return curve

    # ---- what it shows ----

    @property
    def frame(self) -> Frame:
        """The box of the lines, in pixels of this widget."""
        drawing = self.drawing
        box = QRectF(self.rect()).adjusted(self._left, TOP, -self._right, -BOTTOM)
        return Frame(box, drawing.start_ms, max(drawing.start_ms + 1, drawing.end_ms), drawing.scale)

    def show_drawing(self, drawing: Drawing) -> None:
        """Draw this from now on."""
        self.drawing = drawing
        for at, (good, doubtful) in enumerate(zip(self._good, self._doubtful, strict=True)):
            series = drawing.pens[at].series if at < len(drawing.pens) else None
            if series is None:
                good.clear()
                doubtful.clear()
                continue
            lines = strokes(series)
            seconds = (lines.x - drawing.start_ms) / 1000
            good.setData(seconds, lines.good)
            doubtful.setData(seconds, lines.doubtful)
        for at, curve in enumerate(self._before):
            series = drawing.pens[at].before if at < len(drawing.pens) else None
            if series is None:
                curve.clear()
                continue
            lines = strokes(series)
            curve.setData((lines.x - drawing.start_ms) / 1000, lines.good)
        length = max(1, drawing.end_ms - drawing.start_ms) / 1000
        self.plotItem.vb.setRange(
            xRange=(0, length), yRange=(drawing.scale.low, drawing.scale.high), padding=0, disableAutoRange=True
        )
        self.viewport().update()

    def show_cursor(self, at_ms: float | None) -> None:
        """The cross-hair stands at this moment in every plot."""
        if at_ms != self.cursor_ms:
            self.cursor_ms = at_ms
            self.viewport().update()

    # ---- room ----

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Without an event pyqtgraph calls it itself, before there is anything to resize."""
        super().resizeEvent(event)
        if event is not None:
            self._give_room()

    def _give_room(self) -> None:
        narrow = self.width() < NARROW
        self._left, self._right = (NARROW_LEFT, NARROW_RIGHT) if narrow else (LEFT, RIGHT)
        self.plotItem.layout.setContentsMargins(self._left, TOP, self._right, BOTTOM)

    @property
    def margins(self) -> tuple[int, int]:
        """px beside the lines, left and right."""
        return self._left, self._right

    # ---- painting: behind the lines and before them ----

    def drawBackground(self, painter: QPainter, _rect: QRectF) -> None:
        drawing, frame = self.drawing, self.frame
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        ink.grid(painter, frame, drawing.times)
        ink.bands(painter, frame, drawing.limits)
        until = min(drawing.end_ms, drawing.now_ms)
        pens = [pen.series for pen in drawing.pens if pen.series is not None]
        if pens:
            ink.hatched(painter, frame, gaps(pens[0], drawing.start_ms, until), drawing.describe)
        painter.save()
        painter.setClipRect(frame.box)
        for at, pen in enumerate(drawing.pens):
            if pen.series is not None and pen.series.step_ms:
                ink.veil(painter, frame, pen.series, ink.shade(at))
        painter.restore()

    def drawForeground(self, painter: QPainter, _rect: QRectF) -> None:
        drawing, frame = self.drawing, self.frame
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        ink.limit_lines(painter, frame, drawing.limits)
        ink.limit_labels(painter, frame, drawing.limits, frame.box.right() + 6, self._right - 6)
        self._values(painter, frame)
        for mark in drawing.marks:
            ink.alarm_mark(painter, frame, mark, frame.box.top() - ink.SYMBOL - 2)
        self._ends(painter, frame)
        if drawing.reading and all(pen.series is None for pen in drawing.pens):
            lettering.draw_wrapped(painter, frame.box.toRect(), "body", drawing.reading, theme.colour("text.dim"))
        if self.cursor_ms is not None and frame.start_ms <= self.cursor_ms <= frame.end_ms:
            self._cross_hair(painter, frame, self.cursor_ms)

    def _values(self, painter: QPainter, frame: Frame) -> None:
        """The round values at the left."""
        for tick in frame.scale.ticks:
            box = QRect(0, round(frame.y(tick.at)) - 8, self._left - 8, 16)
            if box.top() >= TOP - 10 and box.bottom() <= self.height() + 2:
                lettering.draw(painter, box, "note", tick.text, theme.colour("text.dim"), align=lettering.RIGHT)

    def _ends(self, painter: QPainter, frame: Frame) -> None:
        """A dot at the newest value while it is live; the number of the pen where there are several."""
        for at, pen in enumerate(self.drawing.pens):
            if pen.series is not None and self.drawing.is_live:
                ink.dot(painter, frame, pen.series, ink.shade(at))
            if len(self.drawing.pens) > 1 and pen.series is not None:
                self._number(painter, frame, at, pen.series)

    def _number(self, painter: QPainter, frame: Frame, at: int, series: Series) -> None:
        where = frame.at_ms(frame.box.left() + (at + 1) * frame.box.width() / 6)
        found = value_at(series, where)
        if found is not None:
            box = QRect(round(frame.x(found.at_ms)) - 7, round(frame.y(found.value)) - 8, 14, 16)
            painter.fillRect(box, theme.colour("bg.panel"))
            lettering.draw(painter, box, "note", str(at + 1), ink.shade(at), align=lettering.CENTRE)

    def _cross_hair(self, painter: QPainter, frame: Frame, at_ms: float) -> None:
        """A white line, a ring on each curve, and its value in a white box that covers no ring."""
        x, white = round(frame.x(at_ms)), theme.colour("text.hi")
        painter.setPen(QPen(white, 1))
        painter.drawLine(QLineF(x, frame.box.top(), x, frame.box.bottom()))
        taken: list[QRect] = []
        for pen in self.drawing.pens:
            found = value_at(pen.series, at_ms) if pen.series is not None else None
            if found is None:
                continue
            ink.disc(painter, QPointF(x, frame.y(found.value)), white, filled=False)
            text = f"{figure(found.value)} ?" if found.bad else figure(found.value)
            before = value_at(pen.before, at_ms) if pen.before is not None else None
            text = f"{text}  ⋯ {figure(before.value)}" if before is not None else text
            box = self._value_box(text, x, round(frame.y(found.value)), frame, taken)
            taken.append(box)
            painter.fillRect(box, white)
            lettering.draw(painter, box, "note", text, theme.colour("on.alarm"), align=lettering.CENTRE)

    def _value_box(self, text: str, x: int, y: int, frame: Frame, taken: Sequence[QRect]) -> QRect:
        width = lettering.width("note", text) + 12
        left = x - width - 8 if x - width - 8 > frame.box.left() else x + 8
        box = QRect(left, y - VALUE_BOX - 2, width, VALUE_BOX)
        box.moveTop(max(round(frame.box.top()), min(box.top(), round(frame.box.bottom()) - VALUE_BOX)))
        while any(box.intersects(other) for other in taken):
            box.moveTop(box.top() + VALUE_BOX + 1)
        return box

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()

    # ---- hand ----

    def wheelEvent(self, event: QWheelEvent) -> None:
        frame = self.frame
        about = (event.position().x() - frame.box.left()) / max(1.0, frame.box.width())
        self.zoomed.emit(event.angleDelta().y() / NOTCH, min(1.0, max(0.0, about)))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = self._pressed = event.position().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x, frame = event.position().x(), self.frame
        if self._grabbed is not None and x != self._grabbed:
            self.dragged.emit((self._grabbed - x) / max(1.0, frame.box.width()))
            self._grabbed = x
        inside = frame.box.left() <= x <= frame.box.right()
        self.pointed.emit(frame.at_ms(x) if inside else None)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """A press that did not move chooses the plot."""
        if self._grabbed is not None and self._grabbed == self._pressed:
            self.chosen.emit()
        self._grabbed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None
        self.restore_asked.emit()
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(None)
        super().leaveEvent(event)
