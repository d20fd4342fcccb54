"""The square with a letter that stands for a unit, in rows and on the plan: how it looks says how the unit is."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from widgets import lettering, theme

SIDE = 22
CORNER = 2


class Face(StrEnum):
    """What the square tells; the word beside it says it too."""

    READY = "ready"  # outline
    MOVING = "moving"  # outline with an arrow: on its way
    ON_SCENE = "on_scene"  # filled white
    NO_ANSWER = "no_answer"  # amber edge
    UNKNOWN = "unknown"  # dashed: its position is old or was never heard
    AWAY = "away"  # dim: not to be had


def draw(painter: QPainter, box: QRectF, letter: str, face: Face, *, filled: bool = False) -> None:
    """`filled`: white whatever the face, as on the plan while it moves to you."""
    white = filled or face is Face.ON_SCENE
    edge, style = _edge(face)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 2 if face is Face.NO_ANSWER else 1.5, style))
    painter.setBrush(theme.colour("text.hi" if white else "bg.void"))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), CORNER, CORNER)
    ink = theme.colour("bg.void") if white else edge
    lettering.draw(painter, box.toRect(), "body.strong", letter, ink, align=lettering.CENTRE)
    painter.restore()


def arrow(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """On its way: a short arrow to the right, in the middle of the box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5))
    middle = box.center().y()
    tip = QPointF(box.right() - 1, middle)
    painter.drawLine(QPointF(box.left() + 1, middle), tip)
    painter.drawPolyline(QPolygonF([tip + QPointF(-4, -4), tip, tip + QPointF(-4, 4)]))
    painter.restore()


def _edge(face: Face) -> tuple[QColor, Qt.PenStyle]:
    match face:
        case Face.NO_ANSWER:
            return theme.colour("alarm.high"), Qt.PenStyle.SolidLine
        case Face.UNKNOWN:
            return theme.colour("text.dim"), Qt.PenStyle.DashLine
        case Face.AWAY:
            return theme.colour("text.dim"), Qt.PenStyle.SolidLine
        case _:
            return theme.colour("text.hi"), Qt.PenStyle.SolidLine
