"""Where the label boxes of a plan go: beside what they name, never over a symbol, never over each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from widgets import lettering, theme

HEIGHT = 20
PAD = 6
AWAY = (4.0, 18.0, 36.0)  # px between a symbol and its label, tried in this order
SIDES = ((1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1), (0, -1), (0, 1))  # right first, then left, then the rest
LEADER_PX = 12.0  # a label farther away is joined to its symbol by a line


@dataclass(frozen=True, slots=True)
class Label:
    """A text that belongs to a symbol. `must`: shown wherever it disturbs least when there is no free place."""

    at: QPointF
    radius: float
    text: str
    ground: QColor
    ink: QColor
    strong: bool = False
    must: bool = False

    @property
    def type(self) -> str:
        return "body.strong" if self.strong else "note"

    @property
    def width(self) -> int:
        return lettering.width(self.type, self.text) + 2 * PAD


@dataclass(frozen=True, slots=True)
class Put:
    """A label with the box it got."""

    label: Label
    box: QRectF


def place(labels: Sequence[Label], symbols: Iterable[QRectF], room: QRectF) -> list[Put]:
    """Give each label a free box inside `room`, the first labels first; those that find none are left out."""
    taken = list(symbols)
    found: list[Put] = []
    for label in labels:
        boxes = _candidates(label)
        box = next((b for b in boxes if room.contains(b) and not any(b.intersects(other) for other in taken)), None)
        if box is None and label.must:
            box = _inside(min(boxes, key=lambda b: _covered(b, taken, room)), room)
        if box is not None:
            found.append(Put(label, box))
            taken.append(box)
    return found


def _candidates(label: Label) -> list[QRectF]:
    width, height = float(label.width), float(HEIGHT)
    boxes = []
    for away in AWAY:
        for dx, dy in SIDES:
            x = label.at.x() + dx * (label.radius + away + width / 2) * (1 if dy == 0 else 0.7)
            y = label.at.y() + dy * (label.radius + away + height / 2)
            boxes.append(QRectF(x - width / 2, y - height / 2, width, height))
    return boxes


def _covered(box: QRectF, taken: Iterable[QRectF], room: QRectF) -> float:
    """How much of a box lies over what is there or outside, square px."""
    outside = box.width() * box.height() - _area(box.intersected(room))
    return outside + sum(_area(box.intersected(other)) for other in taken if box.intersects(other))


def _area(box: QRectF) -> float:
    return box.width() * box.height()


def _inside(box: QRectF, room: QRectF) -> QRectF:
    left = min(max(box.left(), room.left()), max(room.left(), room.right() - box.width()))
    top = min(max(box.top(), room.top()), max(room.top(), room.bottom() - box.height()))
    return QRectF(left, top, box.width(), box.height())


def draw(painter: QPainter, put: Put) -> None:
    """The box, and a line to its symbol when it stands apart."""
    label, box = put.label, put.box
    near = QPointF(
        min(max(label.at.x(), box.left()), box.right()), min(max(label.at.y(), box.top()), box.bottom())
    )  # fmt: skip
    way = near - label.at
    length = (way.x() ** 2 + way.y() ** 2) ** 0.5
    if length - label.radius > LEADER_PX:
        painter.setPen(QPen(label.ground if label.ground.value() > label.ink.value() else label.ink, 1))
        painter.drawLine(label.at + way * (label.radius / length), near)
    painter.fillRect(box, label.ground)
    room = box.toRect().adjusted(PAD - 2, 0, 2 - PAD, 0)
    lettering.draw(painter, room, label.type, label.text, label.ink, align=lettering.CENTRE)


def plate(painter: QPainter, at: QPointF, lines: Sequence[str], room: QRectF) -> None:
    """The box that tells more about one symbol: name, then state."""
    width = (
        max(lettering.width("body.strong" if i == 0 else "note", line) for i, line in enumerate(lines)) + 2 * PAD + 4
    )
    size = QRectF(0, 0, min(width, int(room.width()) - 8), HEIGHT * len(lines) + 4)
    box = _inside(size.translated(at.x() + 14, at.y() + 14), room)
    if box.contains(at):
        box = _inside(size.translated(at.x() + 14, at.y() - 14 - size.height()), room)
    painter.fillRect(box, theme.colour("bg.void"))
    painter.setPen(QPen(theme.colour("line.strong"), 1))
    painter.drawRect(box)
    for i, line in enumerate(lines):
        place_ = QRect(int(box.left()) + PAD, int(box.top()) + 2 + i * HEIGHT, int(box.width()) - 2 * PAD, HEIGHT)
        name, token = ("body.strong", "text.hi") if i == 0 else ("note", "text")
        lettering.draw(painter, place_, name, line, theme.colour(token))
