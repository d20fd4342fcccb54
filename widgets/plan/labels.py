"""Where the label boxes of a plan go: beside what they name, never over an alarm, never over each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from widgets import lettering, theme

Boxes = npt.NDArray[np.float64]  # left, top, right, bottom, px

HEIGHT = 20
PAD = 6
AWAY = (4.0, 18.0, 36.0, 60.0, 90.0)  # px between a symbol and its label, tried in this order
AFAR = 36.0  # farther away only what is said of units that were sent
SIDES = ((1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1), (0, -1), (0, 1))  # right first, then left, then the rest
OFF, DX, DY = np.array([(away, *side) for away in AWAY for side in SIDES], dtype=float).T  # of each place that is tried
SOFT = 0.25  # how much less it disturbs to lie over a name than over a symbol or another label
LEADER_PX = 12.0  # a label farther away is joined to its symbol by a line


@dataclass(frozen=True, slots=True)
class Label:
    """A text that belongs to a symbol. `short`: what is said where there is no room for all of it.

    `from_afar`: said at the edge of the room when the symbol is outside, and farther away than other labels.
    `must`: shown wherever it disturbs least when there is no free place; even so it covers no alarm.
    """

    at: QPointF
    radius: float
    text: str
    ground: QColor
    ink: QColor
    strong: bool = False
    must: bool = False
    short: str = ""
    from_afar: bool = False

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


def place(
    labels: Sequence[Label], symbols: Iterable[QRectF], room: QRectF, *, alarms: Iterable[QRectF] = (),
    names: Iterable[QRectF] = (),
) -> Iterator[Put | None]:  # fmt: skip
    """Give each label a free box inside `room`, one after the other, the first labels first; None: it found none.

    Nothing ever covers one of `alarms`; a label that must be shown rather covers one of `names` than of `symbols`.
    """
    never = _boxes(alarms)
    soft, hard = _boxes(names), np.concatenate((never, _boxes(symbols)))
    taken = np.concatenate((soft, hard, np.zeros((len(labels), 4))))
    weight, count = np.ones(len(taken)), len(soft) + len(hard)
    weight[: len(soft)] = SOFT
    for label in labels:
        put = _free(label, taken[:count], room) or _least(label, taken[:count], weight[:count], never, room)
        if put is not None:
            taken[count] = _edges(put.box)
            count += 1
        yield put


def _free(label: Label, taken: Boxes, room: QRectF) -> Put | None:
    """At the first place that is free; in its short form where there is no room for all of it."""
    tried, edges = _candidates(label, room), _edges(room)
    is_inside = (tried[:, :2] >= edges[:2]).all(axis=1) & (tried[:, 2:] <= edges[2:]).all(axis=1)
    free = np.flatnonzero(is_inside & ~_meets(tried, taken).any(axis=1))
    if free.size:
        return Put(label, _box(tried[free[0]]))
    return _free(replace(label, text=label.short, short=""), taken, room) if label.short else None


def _least(
    label: Label, taken: Boxes, weight: npt.NDArray[np.float64], never: Boxes, room: QRectF
) -> Put | None:  # fmt: skip
    """A label that must be shown goes where it disturbs least."""
    if not label.must:
        return None
    held = np.array([_edges(_inside(_box(edges), room)) for edges in _candidates(label, room)])
    held = held[~_meets(held, never).any(axis=1)]
    if not len(held):
        return None
    return Put(label, _box(held[int(np.argmin((_overlaps(held, taken) * weight).sum(axis=1)))]))


def _boxes(boxes: Iterable[QRectF]) -> Boxes:
    return np.array([_edges(box) for box in boxes], dtype=float).reshape(-1, 4)


def _candidates(label: Label, room: QRectF) -> Boxes:
    width, at = label.width, _held(label.at, room) if label.from_afar else label.at
    x = at.x() + DX * (label.radius + OFF + width / 2) * np.where(DY == 0, 1.0, 0.7)
    y = at.y() + DY * (label.radius + OFF + HEIGHT / 2)
    tried = slice(None) if label.from_afar else OFF <= AFAR
    x, y = x[tried], y[tried]
    return np.stack((x - width / 2, y - HEIGHT / 2, x + width / 2, y + HEIGHT / 2), axis=1)


def _meets(boxes: Boxes, others: Boxes) -> npt.NDArray[np.bool_]:
    """Which of the others each box lies over in part; a row for each box."""
    left, top, right, bottom = boxes.T[:, :, None]
    meets: npt.NDArray[np.bool_] = (left < others[:, 2]) & (right > others[:, 0])
    meets &= (top < others[:, 3]) & (bottom > others[:, 1])
    return meets


def _overlaps(boxes: Boxes, others: Boxes) -> Boxes:
    """How much of each box lies over each of the others, square px; a row for each box."""
    least = np.minimum(boxes[:, None, 2:], others[None, :, 2:])
    most = np.maximum(boxes[:, None, :2], others[None, :, :2])
    overlap: Boxes = np.clip(least - most, 0.0, None).prod(axis=2)
    return overlap


def _edges(box: QRectF) -> tuple[float, float, float, float]:
    return box.left(), box.top(), box.right(), box.bottom()


def _box(edges: Boxes) -> QRectF:
    left, top, right, bottom = edges.tolist()
    return QRectF(left, top, right - left, bottom - top)


def _held(at: QPointF, room: QRectF) -> QPointF:
    """The nearest place in the room."""
    return QPointF(min(max(at.x(), room.left()), room.right()), min(max(at.y(), room.top()), room.bottom()))


def _inside(box: QRectF, room: QRectF) -> QRectF:
    left = min(max(box.left(), room.left()), max(room.left(), room.right() - box.width()))
    top = min(max(box.top(), room.top()), max(room.top(), room.bottom() - box.height()))
    return QRectF(left, top, box.width(), box.height())


def draw_leader(painter: QPainter, put: Put) -> None:
    """The line to its symbol, when the box stands apart."""
    label, box = put.label, put.box
    near = _held(label.at, box)
    way = near - label.at
    length = (way.x() ** 2 + way.y() ** 2) ** 0.5
    if length - label.radius > LEADER_PX:
        painter.setPen(QPen(label.ground if label.ground.value() > label.ink.value() else label.ink, 1))
        painter.drawLine(label.at + way * (label.radius / length), near)


def draw(painter: QPainter, put: Put) -> None:
    """The box with its text."""
    label, box = put.label, put.box
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
