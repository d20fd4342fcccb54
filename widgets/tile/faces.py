"""A tile without a picture: why there is none, as a symbol and a word of its own, since when and what happens next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from console.ports import CameraState
from widgets import lettering, theme
from widgets.tile import stamps
from widgets.tile.manner import Manner
from widgets.tile.view import MISSING_STEPS, Edge, View
from widgets.words import Words

AIR = 8  # px between the symbol and the word
PART = " · "  # between what can stand on lines of its own


def paint(painter: QPainter, rect: QRect, view: View, words: Words) -> None:
    """Draw the face into the room that the caption leaves."""
    if view.empty:
        name, token = ("head", "text.hi") if view.edge is Edge.ALARM else ("list", "text.dim")
        name = view.manner.note if view.manner.at_bottom else name
        lettering.draw_wrapped(painter, rect.adjusted(8, 4, -8, -4), name, view.empty, theme.colour(token))
    elif view.number:
        _state(painter, rect, view, words)


def _state(painter: QPainter, rect: QRect, view: View, words: Words) -> None:
    manner = view.manner
    lines = _lines(rect, view, words)
    symbol = _symbol_height(view.state, manner)
    height = symbol + AIR + sum(lettering.height(name) for name, _, _ in lines)
    top = rect.top() + max(0, (rect.height() - height) // 2)
    draw_symbol(painter, QRect(rect.left(), top, rect.width(), symbol), view.state)
    stack(painter, rect, top + symbol + AIR, lines)


def _lines(rect: QRect, view: View, words: Words) -> list[tuple[str, str, str]]:
    """Word, since when, why: as many of them as there is height for, the word first, on two lines if it must."""
    manner = view.manner
    room = rect.width() - 24
    word = (view.held or words.without_picture(view.state)).upper()
    first, rest = word, ""
    if lettering.width(manner.word, word) > room:
        first, rest = _halves(word)
    lines = [(manner.word, first, "text.hi")] + ([(manner.word, rest, "text.hi")] if rest else [])
    free = rect.height() - _symbol_height(view.state, manner) - AIR - len(lines) * lettering.height(manner.word)
    parts = [view.since] if lettering.width(manner.note, view.since) <= room else view.since.split(PART)
    notes = [text for text in (*parts, view.detail) if text]
    fitting = max(0, free // lettering.height(manner.note))
    return lines + [(manner.note, text, "text.dim") for text in notes[:fitting]]


def _halves(word: str) -> tuple[str, str]:
    """Broken at the space nearest to its middle, or in the middle where a script has none."""
    spaces = [i for i, letter in enumerate(word) if letter == " "]
    at = min(spaces, key=lambda i: abs(i - len(word) // 2), default=len(word) // 2)
    return word[:at], word[at:].lstrip()


def stack(painter: QPainter, rect: QRect, top: int, lines: list[tuple[str, str, str]]) -> None:
    """Centred lines (font, text, colour) from `top` downwards."""
    for name, text, token in lines:
        height = lettering.height(name)
        line = QRect(rect.left() + 8, top, rect.width() - 16, height)
        draw = partial(_line, name=name, text=text, token=token)
        if any(letter.isdigit() for letter in text):  # it counts: next time it is another text
            draw(painter, line)
        else:
            stamps.lay(painter, line, ("line", name, text, token), draw)
        top += height


def _line(painter: QPainter, line: QRect, *, name: str, text: str, token: str) -> None:
    lettering.draw(painter, line, name, text, theme.colour(token), align=lettering.CENTRE)


# ---- symbols ----


def _symbol_height(state: CameraState, manner: Manner) -> int:
    return max(6, manner.symbol * 2 // 5) if state in MISSING_STEPS else manner.symbol


def draw_symbol(painter: QPainter, box: QRect, state: CameraState) -> None:
    """In the middle of the box: boxes that fill while a picture is on its way, else what is wrong."""
    painter.save()
    if state in MISSING_STEPS:
        _progress(painter, box, MISSING_STEPS.index(state))
    else:
        side = box.height()
        square = QRectF(box.center().x() - side / 2, box.top(), side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state is CameraState.WRONG_PASSWORD:
            _padlock(painter, square)
        else:
            _fault(painter, square, state)
    painter.restore()


def _progress(painter: QPainter, box: QRect, step: int) -> None:
    """Dialled, answered, key frame there: the filled ones are done."""
    height = box.height()
    width, gap = height * 4, max(4, height)
    left = box.center().x() - (3 * width + 2 * gap) // 2
    for i in range(3):
        one = QRect(left + i * (width + gap), box.top(), width, height)
        if i < step:
            painter.fillRect(one, theme.colour("text"))
        else:
            painter.setPen(QPen(theme.colour("ctl.edge" if i == step else "line.strong"), max(1, height // 8)))
            painter.drawRect(one.adjusted(0, 0, -1, -1))


def _padlock(painter: QPainter, square: QRectF) -> None:
    """A shut lock with its keyhole."""
    line, side = max(1.5, square.width() / 12), square.width()
    painter.setPen(QPen(theme.colour("alarm.fault"), line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    body = QRectF(square.left() + side * 0.14, square.top() + side * 0.44, side * 0.72, side * 0.5)
    painter.drawRect(body)
    bow = QRectF(square.left() + side * 0.28, square.top() + side * 0.06, side * 0.44, side * 0.6)
    painter.drawArc(bow, 0, 180 * 16)
    for x in (bow.left(), bow.right()):
        painter.drawLine(QPointF(x, bow.center().y()), QPointF(x, body.top()))
    middle = body.center()
    painter.drawLine(QPointF(middle.x(), middle.y() - side * 0.07), QPointF(middle.x(), middle.y() + side * 0.07))


def _fault(painter: QPainter, square: QRectF, state: CameraState) -> None:
    """A dashed box: crossed when nothing comes, "?" not found, a bar refused, one stroke not understood."""
    line = max(1.5, square.width() / 14)
    colour = theme.colour("alarm.fault")
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, line, Qt.PenStyle.DashLine))
    painter.drawRect(square.adjusted(line, line, -line, -line))
    painter.setPen(QPen(colour, line))
    inner = square.adjusted(*(sign * square.width() * 0.3 for sign in (1, 1, -1, -1)))
    match state:
        case CameraState.NOT_FOUND:
            painter.drawArc(QRectF(inner.left(), inner.top(), inner.width(), inner.height() * 0.7), 210 * 16, -250 * 16)
            painter.drawLine(QPointF(inner.center().x(), inner.bottom() - line), inner.center() + QPointF(0, line))
            painter.drawPoint(QPointF(inner.center().x(), inner.bottom() + line))
        case CameraState.REFUSED:
            painter.drawLine(QPointF(inner.left(), inner.center().y()), QPointF(inner.right(), inner.center().y()))
        case CameraState.UNSUPPORTED:
            painter.drawLine(inner.bottomLeft(), inner.topRight())
        case CameraState.STALE:
            painter.drawLine(QPointF(inner.left(), inner.top()), QPointF(inner.left(), inner.bottom()))
            painter.drawLine(QPointF(inner.right(), inner.top()), QPointF(inner.right(), inner.bottom()))
        case _:
            painter.drawLine(inner.topLeft(), inner.bottomRight())
            painter.drawLine(inner.topRight(), inner.bottomLeft())
