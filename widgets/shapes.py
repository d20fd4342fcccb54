"""Shapes with a meaning, drawn in code: alarm symbols, padlock, the LIVE ring, link lamps. Colour is never alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from widgets import theme

RING_STEPS = 12  # the ring turns 30° for each decoded frame, so it stops when the picture stops


def alarm_symbol(painter: QPainter, box: QRectF, priority: int, colour: QColor, filled: bool = True) -> None:
    """1 ▼, 2 ◆, 3 ● with a bar, 4 ■ outline, 0 ✕ in a dashed box. `filled=False` is "cleared, not seen"."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(QBrush(colour) if filled else Qt.BrushStyle.NoBrush)
    _SYMBOLS[priority](painter, box.adjusted(2, 2, -2, -2))
    painter.restore()


def _triangle(painter: QPainter, box: QRectF) -> None:
    painter.drawPolygon(QPolygonF([box.topLeft(), box.topRight(), QPointF(box.center().x(), box.bottom())]))


def _diamond(painter: QPainter, box: QRectF) -> None:
    c = box.center()
    corners = [QPointF(c.x(), box.top()), QPointF(box.right(), c.y()), QPointF(c.x(), box.bottom())]
    painter.drawPolygon(QPolygonF([*corners, QPointF(box.left(), c.y())]))


def _disc(painter: QPainter, box: QRectF) -> None:
    painter.drawEllipse(box.adjusted(2, 0, -2, -4))
    painter.drawLine(box.bottomLeft(), box.bottomRight())


def _square(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)


def _crossed(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = painter.pen()
    painter.setPen(QPen(pen.color(), 1.5, Qt.PenStyle.DashLine))
    painter.drawRect(box)
    painter.setPen(pen)
    inner = box.adjusted(4, 4, -4, -4)
    painter.drawLine(inner.topLeft(), inner.bottomRight())
    painter.drawLine(inner.topRight(), inner.bottomLeft())


_SYMBOLS = {1: _triangle, 2: _diamond, 3: _disc, 4: _square, 0: _crossed}


def padlock(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Latched: normal again, but held until somebody verified and reset it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    body = QRectF(box.left() + 1, box.center().y(), box.width() - 2, box.height() / 2 - 1)
    arch = QRectF(box.left() + 3, box.top() + 1, box.width() - 6, box.height() - 2)
    painter.drawArc(arch, 0, 180 * 16)
    painter.fillRect(body, colour)
    painter.restore()


def live_ring(painter: QPainter, box: QRectF, sequence: int, colour: QColor) -> None:
    """Three quarters of a ring whose opening moves with the frame number."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(2.0, box.width() / 8)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    start = -(sequence % RING_STEPS) * (360 // RING_STEPS)
    painter.drawArc(box.adjusted(1, 1, -1, -1), start * 16, 280 * 16)
    painter.restore()


def lamp(painter: QPainter, box: QRectF, state: str) -> None:
    """`up` ring with tick, `part` half disc, `lost` crossed dashed box, `unused` dashed ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = box.adjusted(1, 1, -1, -1)
    match state:
        case "up":
            painter.setPen(QPen(theme.colour("text.dim"), 1.5))
            painter.drawEllipse(ring)
            tick = [(0.3, 0.52), (0.45, 0.68), (0.72, 0.36)]
            points = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in tick]
            painter.drawPolyline(QPolygonF(points))
        case "part":
            painter.setPen(QPen(theme.colour("alarm.high"), 1.5))
            painter.drawEllipse(ring)
            painter.setBrush(theme.colour("alarm.high"))
            painter.drawPie(ring, 90 * 16, 180 * 16)
        case "lost":
            painter.setPen(QPen(theme.colour("alarm.fault"), 1.5))
            _crossed(painter, ring)
        case _:
            painter.setPen(QPen(theme.colour("text.off"), 1.5, Qt.PenStyle.DashLine))
            painter.drawEllipse(ring)
    painter.restore()
