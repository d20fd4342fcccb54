"""How one row of a unit or an incident is painted: mark, name over its line, value over its state."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPen, QPolygonF

from widgets import lettering, theme
from widgets.dispatch import unit_mark
from widgets.dispatch.entries import IncidentEntry, UnitEntry
from widgets.dispatch.unit_mark import Face

HEIGHT = 48
BOX = 18  # of the tick
TICK = theme.SIDE + BOX + 8  # px from the left that belong to the tick
UPPER, LOWER = (4, 20), (25, 18)  # top and height of the two lines


def paint_row(painter: QPainter, box: QRect, entry: UnitEntry | IncidentEntry) -> None:
    """Into a box `HEIGHT` high."""
    is_shown = isinstance(entry, IncidentEntry) and entry.is_shown
    painter.fillRect(box, theme.colour("bg.select" if is_shown else "bg.panel"))
    painter.fillRect(box.x(), box.bottom(), box.width(), 1, theme.colour("line"))
    if isinstance(entry, UnitEntry):
        _unit(painter, box, entry)
    else:
        _incident(painter, box, entry)


def _unit(painter: QPainter, box: QRect, entry: UnitEntry) -> None:
    left = box.x() + theme.SIDE
    if entry.ticked is not None:
        tick_box(painter, QRectF(left, box.y() + (HEIGHT - BOX) / 2, BOX, BOX), entry.ticked)
        left = box.x() + TICK
    mark = QRectF(left, box.y() + (HEIGHT - unit_mark.SIDE) / 2, unit_mark.SIDE, unit_mark.SIDE)
    unit_mark.draw(painter, mark, entry.letter, entry.face)
    left += unit_mark.SIDE + theme.SPACE
    if entry.face is Face.MOVING:
        unit_mark.arrow(painter, QRectF(left, box.y() + UPPER[0], 16, UPPER[1]), theme.colour("text.hi"))
        left += 16 + 6
    away = entry.face is Face.AWAY
    _lines(painter, box, left, entry, "text" if away else "text.hi", "alarm.high" if entry.is_late else "text.dim")


def _incident(painter: QPainter, box: QRect, entry: IncidentEntry) -> None:
    if entry.is_open:
        ink = theme.colour("alarm.urgent" if entry.is_breached else "text.hi")
        painter.fillRect(box.x(), box.y(), 4, HEIGHT - 1, ink)
    state = "alarm.urgent" if entry.is_breached else "text.dim"
    _lines(painter, box, box.x() + theme.SIDE, entry, "text.hi" if entry.is_open else "text", state)


def _lines(
    painter: QPainter, box: QRect, left: int, entry: UnitEntry | IncidentEntry, name_ink: str, state_ink: str
) -> None:
    """Name and value above, what is behind them below; the right side is never cut."""
    pairs = (
        (UPPER, "body", entry.name, name_ink, "body.strong", entry.value, "text.hi"),
        (LOWER, "note", entry.line, "text.dim", "note", entry.state, state_ink),
    )
    for (top, height), step, text, ink, right_step, right_text, right_ink in pairs:
        width = lettering.width(right_step, right_text) + 2 if right_text else 0
        end = QRect(box.right() + 1 - theme.SIDE - width, box.y() + top, width, height)
        lettering.draw(painter, end, right_step, right_text, theme.colour(right_ink), align=lettering.RIGHT)
        room = end.x() - left - (theme.SPACE if right_text else 0)
        place = QRect(left, box.y() + top, room, height)
        lettering.draw(painter, place, step, text, theme.colour(ink))


def tick_box(painter: QPainter, box: QRectF, ticked: bool) -> None:
    """White with a dark tick, or empty."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("text.hi" if ticked else "ctl.edge"), 1))
    painter.setBrush(theme.colour("text.hi" if ticked else "bg.panel"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    if ticked:
        painter.setPen(QPen(theme.colour("bg.void"), 2))
        spots = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31))
        points = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in spots]
        painter.drawPolyline(QPolygonF(points))
    painter.restore()
