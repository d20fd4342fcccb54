"""The watermark of a drill on every picture, plan and print while the room sees it. GUI thread.

One window process has one view: whether it is a drill's is known here, so that no painter can forget it.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap

from widgets import theme

TEXT = "演练 DRILL"  # in both scripts whatever the language: whoever sees a picture of it elsewhere has to know
TEXT_TW = "演練 DRILL"
TURN = -14.0  # degrees
SHARE = 0.72  # of the width
LEAST = 60  # px; no picture is narrower that says anything
INK, EDGE = QColor(255, 255, 255, 105), QColor(11, 13, 15, 130)
PAPER_INK = QColor(228, 220, 245)  # below the text: PDF viewers differ in how they mix colours
_shown = False


def show(on: bool) -> None:
    """From now on the room sees a drill, or the live state."""
    global _shown  # noqa: PLW0603  # one window process has one view
    _shown = on


def is_shown() -> bool:
    return _shown


def text() -> str:
    """The word of a drill, in the Chinese characters of the operator's language."""
    return TEXT_TW if theme.language() == "zh_TW" else TEXT


def paint(painter: QPainter, box: QRect) -> None:
    """Across the middle of the box, while a drill is shown."""
    if _shown and box.width() >= LEAST:
        mark = _mark(text(), box.width(), box.height())
        size = mark.size()
        painter.drawPixmap(
            box.x() + (box.width() - size.width()) // 2, box.y() + (box.height() - size.height()) // 2, mark
        )


def print_on(painter: QPainter, box: QRect) -> None:
    """The same on paper, whether or not a drill is shown now: what is printed belongs to one."""
    _draw(painter, box.size(), box.center().x(), box.center().y(), PAPER_INK, PAPER_INK)


@lru_cache(maxsize=128)
def _mark(_text: str, width: int, height: int) -> QPixmap:
    mark = QPixmap(width, height)
    mark.fill(Qt.GlobalColor.transparent)
    painter = QPainter(mark)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(painter, QSize(width, height), width // 2, height // 2, INK, EDGE)
    painter.end()
    return mark


def _draw(painter: QPainter, size: QSize, x: int, y: int, ink: QColor, edge: QColor) -> None:
    font = QFont(theme.font("title"))
    font.setPixelSize(100)
    path = QPainterPath()
    path.addText(0, 0, font, text())
    bounds: QRectF = path.boundingRect()
    factor = min(size.width() * SHARE / bounds.width(), size.height() * 0.5 / bounds.height())
    painter.save()
    painter.translate(x, y)
    painter.rotate(TURN)
    painter.scale(factor, factor)
    painter.translate(-bounds.center())
    painter.setPen(QPen(edge, 3))
    painter.setBrush(ink)
    painter.drawPath(path)
    painter.restore()
