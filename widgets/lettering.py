"""Text in the type scale: drawn elided into its box, never clipped."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from widgets import theme

LEFT, RIGHT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter

_MIDDLE = Qt.AlignmentFlag.AlignVCenter.value  # the flags themselves are joined in Python, many times a second
_PARAGRAPH = int(LEFT | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


def draw(
    painter: QPainter, box: QRect, name: str, text: str, colour: QColor, *, align: Qt.AlignmentFlag = LEFT
) -> None:
    """One line, vertically centred; `name` is a step of the type scale."""
    font = theme.font(name)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, _MIDDLE | align.value, elided(name, text, box.width()))


def draw_wrapped(painter: QPainter, box: QRect, name: str, text: str, colour: QColor) -> None:
    """A sentence in the middle of its box, on as many lines as it needs."""
    painter.setFont(theme.font(name))
    painter.setPen(colour)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), text)


def draw_paragraph(painter: QPainter, box: QRect, name: str, text: str, colour: QColor) -> None:
    """A text from the top left, on as many lines as it needs; `paragraph_height` says how high that is."""
    painter.setFont(theme.font(name))
    painter.setPen(colour)
    painter.drawText(box, _PARAGRAPH, text)


def paragraph_height(name: str, text: str, room: int) -> int:
    """px that `draw_paragraph` needs in this width."""
    metrics = QFontMetrics(theme.font(name))
    return metrics.boundingRect(QRect(0, 0, max(1, room), 10_000), _PARAGRAPH, text).height()


def elided(name: str, text: str, room: int) -> str:
    """The text, or its beginning and an ellipsis where it does not fit."""
    if width(name, text) <= room:  # not asked of Qt: where it fits exactly, a fraction of a pixel makes it an ellipsis
        return text
    return QFontMetrics(theme.font(name)).elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))


def ending(name: str, text: str, room: int) -> str:
    """The text, or an ellipsis and its end where it does not fit: places of one building differ there.

    Whole words are left out, and where it is only the first that does not fit, a part of it.
    """
    if width(name, text) < room:
        return text
    words = text.split(" ")
    ends = (f"… {' '.join(words[first:])}" for first in range(1, len(words)))
    at, end = next(((at, end) for at, end in enumerate(ends) if width(name, end) < room), (0, ""))
    return end if at else QFontMetrics(theme.font(name)).elidedText(text, Qt.TextElideMode.ElideLeft, max(0, room))


def width(name: str, text: str) -> int:
    return _width(theme.language(), name, text)


def height(name: str) -> int:
    return _height(theme.language(), name)


@lru_cache(maxsize=4096)
def _width(_language: str, name: str, text: str) -> int:
    """Measured once in each language's font: a wall asks for the same few hundred words many times a second."""
    return QFontMetrics(theme.font(name)).horizontalAdvance(text)


@lru_cache(maxsize=256)
def _height(_language: str, name: str) -> int:
    return QFontMetrics(theme.font(name)).height()


def draw_block(painter: QPainter, box: QRect, name: str, text: str, line: int) -> int:
    """Up to two lines of `line` px, broken at a space or between Chinese characters; returns the height used."""
    first = _fitting(name, text, box.width())
    rest = text[len(first) :].lstrip()
    for i, part in enumerate(filter(None, (first.rstrip(), rest))):
        draw(painter, QRect(box.x(), box.y() + i * line, box.width(), line), name, part, theme.colour("text.hi"))
    return 2 * line if rest else line


def _fitting(name: str, text: str, room: int) -> str:
    """The longest beginning that fits, ended at a place where a line may break."""
    if width(name, text) <= room:
        return text
    end = next(i for i in range(len(text), 0, -1) if width(name, text[:i]) <= room)
    space = text.rfind(" ", 0, end + 1)
    return text[: space + 1] if space > end // 2 else text[:end]
