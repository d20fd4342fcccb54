"""The response clocks of an incident side by side: what is left of how much, what for, and who answers for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets import lettering, theme
from widgets.dispatch.entries import ClockFace

HEIGHT = 88
BAR = 4
PAD = 6


class ClockStrip(QWidget):
    """Never folds; without clocks it is not there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.faces: tuple[ClockFace, ...] = ()
        self.setFixedHeight(HEIGHT)
        self.hide()

    def show_faces(self, faces: Sequence[ClockFace]) -> None:
        """These from now on."""
        self.faces = tuple(faces)
        told = (f"{f.name} {f.number} / {f.limit} {f.who}" for f in self.faces)
        self.setAccessibleName(" · ".join(told))
        self.setVisible(bool(faces))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
        side = theme.SIDE - PAD
        width = (self.width() - 2 * side) / max(1, len(self.faces))
        for i, face in enumerate(self.faces):
            left = side + round(i * width)
            if i:
                painter.fillRect(left, 0, 1, self.height(), theme.colour("line"))
            inner = QRect(left + PAD, 4, side + round((i + 1) * width) - left - 2 * PAD, self.height() - 8)
            _paint(painter, inner, face)
        painter.end()


def _paint(painter: QPainter, box: QRect, face: ClockFace) -> None:
    ink = theme.colour("alarm.urgent" if face.is_breached else "text.dim" if face.is_stopped else "text.hi")
    number = QRect(box.x(), box.y(), box.width(), 28)
    lettering.draw(painter, number, "clock3", face.number, ink)
    beside = number.adjusted(lettering.width("clock3", face.number) + 5, 5, 0, 0)
    limit = f"/ {face.limit}"
    if lettering.width("note", limit) < beside.width():
        lettering.draw(painter, beside, "note", limit, theme.colour("text.dim"))
    lettering.draw(painter, QRect(box.x(), box.y() + 28, box.width(), 20), "list", face.name, theme.colour("text"))
    who = face.who if lettering.width("note", face.who) < box.width() else face.who.rpartition(" · ")[2]  # the name
    lettering.draw(painter, QRect(box.x(), box.y() + 48, box.width(), 18), "note", who, theme.colour("text.dim"))
    bar(painter, QRect(box.x(), box.bottom() - BAR - 1, box.width(), BAR), face)


def bar(painter: QPainter, box: QRect, face: ClockFace) -> None:
    """How much of the limit has run; full and red when it is breached."""
    painter.fillRect(box, theme.colour("line"))
    run = QRect(box.x(), box.y(), round(box.width() * min(1.0, max(0.0, face.share))), box.height())
    token = "alarm.urgent" if face.is_breached else "text.dim" if face.is_stopped else "text.hi"
    painter.fillRect(run, theme.colour(token))
