"""How trends are drawn: limit bands and lines, hatched gaps, alarm marks, lines with their envelope. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from console.histories import Numbers, Series
from console.model import AlarmClass
from console.trends import Limit
from widgets import lettering, shapes, theme
from widgets.trends.frame import Frame
from widgets.trends.marks import Mark
from widgets.trends.strokes import Gap, middles, runs, strokes
from widgets.trends.ticks import Tick, figure

PRIORITIES = {
    AlarmClass.FIRE: 1, AlarmClass.PRE: 2, AlarmClass.SUPERVISORY: 3, AlarmClass.HAZARD: 3, AlarmClass.TROUBLE: 0,
    AlarmClass.WARNING: 4, AlarmClass.EVENT: 4,
}  # fmt: skip
ENVELOPE = 0.16
BAND, WORST_BAND = 0.07, 0.10
LABEL = 16
SYMBOL = 12
TICK = 6
HATCH_LABEL_LEAST = 24  # px: a narrower gap says nothing of its length
SHADES = ("text.hi", "text.dim", "ctl.edge", "text.off")  # of the pens of one plot: no colour is free for them


def shade(pen: int) -> QColor:
    """The line of the pen with this number, from 0."""
    return theme.colour(SHADES[pen % len(SHADES)])


def limit_colour(limit: Limit) -> QColor:
    return theme.alarm_colour(PRIORITIES[limit.alarm_class])


def limit_text(limit: Limit) -> str:
    """Class letter and figure, as the label says it."""
    return f"{limit.alarm_class.value} {figure(limit.value)}"


def crossed(limits: Sequence[Limit], value: float) -> Limit | None:
    """The worst limit this value is beyond."""
    for limit in (*(one for one in limits if one.name == "lolo"), *(one for one in limits if one.name == "hihi"),
                  *limits):  # fmt: skip
        if (value < limit.value) if limit.name.startswith("lo") else (value > limit.value):
            return limit
    return None


# ---- what lies behind the lines ----


def grid(painter: QPainter, frame: Frame, ticks: Iterable[Tick]) -> None:
    """A hairline for each round value and each round time."""
    painter.setPen(QPen(theme.colour("line"), 1))
    box = frame.box
    for tick in frame.scale.ticks:
        painter.drawLine(QLineF(box.left(), round(frame.y(tick.at)), box.right(), round(frame.y(tick.at))))
    for tick in ticks:
        painter.drawLine(QLineF(round(frame.x(tick.at)), box.top(), round(frame.x(tick.at)), box.bottom()))


def bands(painter: QPainter, frame: Frame, limits: Sequence[Limit]) -> None:
    """Beyond each limit the ground is tinted, up to the next one."""
    for limit in limits:
        worst = limit.name in ("lolo", "hihi")
        edge = frame.y(limit.value)
        top, bottom = (edge, frame.box.bottom()) if limit.name.startswith("lo") else (frame.box.top(), edge)
        area = QRectF(QPointF(frame.box.left(), top), QPointF(frame.box.right(), bottom)) & frame.box
        if bottom > top and not area.isEmpty():
            colour = QColor(limit_colour(limit))
            colour.setAlphaF(WORST_BAND if worst else BAND)
            painter.fillRect(area, colour)


def hatched(painter: QPainter, frame: Frame, gaps: Iterable[Gap], describe: Callable[[Gap], str] | None) -> None:
    """Gaps as diagonals; `describe` gives the words at the top, where there is room for them."""
    for gap in gaps:
        area = QRectF(QPointF(frame.x(gap.start_ms), frame.box.top()), QPointF(frame.x(gap.end_ms), frame.box.bottom()))
        area &= frame.box
        if area.width() < 1:
            continue
        painter.fillRect(area, QBrush(theme.colour("line.strong"), Qt.BrushStyle.BDiagPattern))
        if describe is not None and area.width() >= HATCH_LABEL_LEAST:
            _gap_label(painter, frame, area, describe(gap))


def _gap_label(painter: QPainter, frame: Frame, area: QRectF, text: str) -> None:
    width = lettering.width("note", text) + 8
    if width > frame.box.width():
        return
    left = min(max(area.center().x() - width / 2, frame.box.left()), frame.box.right() - width)
    box = QRect(round(left), round(frame.box.top()) + 2, width, LABEL)
    painter.fillRect(box, theme.colour("bg.panel"))
    lettering.draw(painter, box, "note", text, theme.colour("text.dim"), align=lettering.CENTRE)


# ---- the lines ----


def line(painter: QPainter, frame: Frame, series: Series, colour: QColor, *, envelope: bool = True) -> None:
    """The mean as a line a pixel wide, lowest to highest as a veil behind it, bad quality dashed."""
    painter.save()
    painter.setClipRect(frame.box)
    if envelope and series.step_ms:
        veil(painter, frame, series, colour)
    drawn = strokes(series)
    painter.setPen(QPen(theme.colour("text.dim"), 1, Qt.PenStyle.DashLine))
    _polylines(painter, frame, drawn.x, drawn.doubtful)
    painter.setPen(QPen(colour, 1))
    _polylines(painter, frame, drawn.x, drawn.good)
    painter.restore()


def veil(painter: QPainter, frame: Frame, series: Series, colour: QColor) -> None:
    """From the lowest to the highest value of each step."""
    ground = QColor(colour)
    ground.setAlphaF(ENVELOPE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    x = middles(series)
    for first, last in runs(~np.isnan(series.low)):
        upper = _points(frame, x[first:last], series.high[first:last])
        lower = _points(frame, x[first:last], series.low[first:last])
        painter.drawPolygon(arrayToQPolygonF(*np.hstack((upper, lower[:, ::-1]))))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _polylines(painter: QPainter, frame: Frame, x: Numbers, y: Numbers) -> None:
    for first, last in runs(~np.isnan(y)):
        painter.drawPolyline(arrayToQPolygonF(*_points(frame, x[first:last], y[first:last])))


def _points(frame: Frame, x: Numbers, y: Numbers) -> Numbers:
    """Two rows, px: where these moments lie from the left, and these values from the top."""
    across = frame.box.left() + (x - frame.start_ms) * (frame.box.width() / (frame.end_ms - frame.start_ms))
    up = frame.box.height() / (frame.scale.high - frame.scale.low)
    down = frame.box.bottom() - (y - frame.scale.low) * up
    return np.stack((across, down))


def dot(painter: QPainter, frame: Frame, series: Series, colour: QColor) -> None:
    """The newest value, where it is not old."""
    present = np.flatnonzero(~np.isnan(series.mean))
    if len(present):
        at = present[-1]
        middle = QPointF(frame.x(series.t_ms[at] + series.step_ms / 2), frame.y(series.mean[at]))
        if frame.box.adjusted(-1, -1, 1, 1).contains(middle):
            disc(painter, middle, colour, filled=True)


def disc(painter: QPainter, middle: QPointF, colour: QColor, *, filled: bool) -> None:
    """A small round mark on a line."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(colour if filled else theme.colour("bg.void"))
    painter.drawEllipse(middle, 3, 3)
    painter.restore()


# ---- what lies before the lines ----


def limit_lines(painter: QPainter, frame: Frame, limits: Iterable[Limit]) -> None:
    """A dashed line for each limit that is in sight."""
    for limit in limits:
        y = round(frame.y(limit.value))
        if frame.box.top() <= y <= frame.box.bottom():
            painter.setPen(QPen(limit_colour(limit), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(frame.box.left(), y, frame.box.right(), y))


def limit_labels(
    painter: QPainter, frame: Frame, limits: Iterable[Limit], left: float, width: int, *, lift: float = LABEL / 2
) -> None:
    """Each limit in words beside its line, or `lift` px above it where there is room; none over another."""
    below = frame.box.bottom() + LABEL
    for limit in sorted(limits, key=lambda one: one.value):
        y = frame.y(limit.value)
        if frame.box.top() - 1 <= y <= frame.box.bottom() + 1:
            has_room = lift <= LABEL / 2 or y - lift >= frame.box.top()
            top = min(y - lift if has_room else y + 1, below - LABEL)
            box = QRect(round(left), round(top), width, LABEL)
            lettering.draw(painter, box, "note", limit_text(limit), limit_colour(limit))
            below = top


def alarm_mark(painter: QPainter, frame: Frame, mark: Mark, top: float) -> None:
    """The alarm's symbol over its line; a short white tick where it was acknowledged."""
    x = round(frame.x(mark.raised_ms))
    colour = theme.alarm_colour(mark.priority)
    if frame.box.left() <= x <= frame.box.right():
        painter.setPen(QPen(colour, 1))
        painter.drawLine(QLineF(x, top + SYMBOL, x, frame.box.bottom()))
        shapes.alarm_symbol(painter, QRectF(x - SYMBOL / 2, top, SYMBOL, SYMBOL), mark.priority, colour)
    if mark.acknowledged_ms is not None:
        seen = round(frame.x(mark.acknowledged_ms))
        if frame.box.left() <= seen <= frame.box.right():
            painter.setPen(QPen(theme.colour("text.hi"), 2))
            painter.drawLine(QLineF(seen, top + SYMBOL, seen, top + SYMBOL + TICK))
