"""Marks of the talk bar, drawn in code: microphone, people, and the lamp of a target."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from console.talk_words import TalkState
from widgets import theme
from widgets.talk.ink import Ink

LOST = frozenset({TalkState.NOT_CONNECTED, TalkState.REFUSED, TalkState.DEVICE_LOST, TalkState.NO_MICROPHONE})


def microphone(painter: QPainter, box: QRectF, colour: QColor, *, is_crossed: bool = False) -> None:
    """Capsule, bow and stand; crossed when there is none."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, max(1.5, box.width() / 11))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    x, w, h = box.center().x(), box.width(), box.height()
    capsule = QRectF(x - w * 0.15, box.top() + h * 0.06, w * 0.3, h * 0.5)
    painter.drawRoundedRect(capsule, w * 0.15, w * 0.15)
    bow = QRectF(x - w * 0.29, box.top() + h * 0.18, w * 0.58, h * 0.56)
    painter.drawArc(bow, 180 * 16, 180 * 16)
    painter.drawLine(QPointF(x, box.top() + h * 0.74), QPointF(x, box.top() + h * 0.94))
    if is_crossed:
        painter.drawLine(box.bottomLeft(), box.topRight())
    painter.restore()


def people(painter: QPainter, box: QRectF, colour: QColor, count: int = 2) -> None:
    """One head with shoulders, or three for everybody."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.4))
    for i in reversed(range(count)):
        left = box.left() + i * box.width() * 0.3
        painter.drawEllipse(QRectF(left + box.width() * 0.1, box.top() + 1, box.width() * 0.34, box.width() * 0.34))
        shoulders = QRectF(left, box.top() + box.height() * 0.5, box.width() * 0.54, box.height() * 0.8)
        painter.drawArc(shoulders, 10 * 16, 160 * 16)
    painter.restore()


def lamp(painter: QPainter, box: QRectF, state: TalkState, ink: Ink, *, is_part: bool = False) -> None:
    """On air a full disc, ready a ticked ring, opening an empty ring, busy or part a half disc, lost a crossed box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = box.adjusted(1.5, 1.5, -1.5, -1.5)
    if is_part or state is TalkState.BUSY:
        painter.setPen(QPen(ink("part"), 1.5))
        painter.drawEllipse(ring)
        painter.setBrush(ink("part"))
        painter.drawPie(ring, 90 * 16, 180 * 16)
    elif state is TalkState.ON_AIR:
        painter.setPen(QPen(ink("high"), 1.5))
        painter.setBrush(ink("high"))
        painter.drawEllipse(ring)
    elif state in LOST:
        painter.setPen(QPen(fault(ink), 1.5, Qt.PenStyle.DashLine))
        painter.drawRect(ring)
        painter.setPen(QPen(fault(ink), 1.5))
        inner = ring.adjusted(3.5, 3.5, -3.5, -3.5)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
    else:
        painter.setPen(QPen(ink("dim"), 1.5))
        painter.drawEllipse(ring)
        if state is TalkState.READY:
            tick = [(0.3, 0.52), (0.45, 0.68), (0.72, 0.36)]
            points = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in tick]
            painter.drawPolyline(QPolygonF(points))
    painter.restore()


def fault(ink: Ink) -> QColor:
    """The colour of a device's fault on this coat."""
    return theme.colour("alarm.fault" if ink.ground == "bg.panel" else "air.fault")
