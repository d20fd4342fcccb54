"""The cameras in memory, one line each: seconds held of each, as a bar and in figures, and why not more. GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from console.model import CameraId
from widgets import lettering, theme
from widgets.line_list import ROW, LineList, Manner

GAP = 8
NUMBER, SECONDS, SIZE = 44, 64, 76  # px of the columns of figures
BAR_SHARE, WHY_SHARE = 5, 4  # the bar is a fifth of the width, the reason a quarter


@dataclass(frozen=True, slots=True)
class Line:
    """One camera in words; `share` of what is wanted is held, 0…1."""

    camera: CameraId
    number: str
    name: str
    seconds: str
    size: str
    why: str
    share: float

    def in_words(self) -> str:
        return " · ".join(filter(None, (self.number, self.name, self.seconds, self.size, self.why)))


class MemoryList(LineList[Line]):
    """Enter or a double click asks for the picture."""

    by_click = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Manner(lambda line: line.camera, Line.in_words, _draw), parent)


def _draw(painter: QPainter, box: QRect, line: Line) -> None:
    bar, why = box.width() // BAR_SHARE, box.width() // WHY_SHARE
    name = box.width() - NUMBER - bar - SECONDS - SIZE - why - 6 * GAP
    x = box.x() + GAP
    for text, width, align, token in (
        (line.number, NUMBER, lettering.RIGHT, "text.hi"), (line.name, name, lettering.LEFT, "text"),
    ):  # fmt: skip
        lettering.draw(painter, QRect(x, box.y(), width, ROW), "list", text, theme.colour(token), align=align)
        x += width + GAP
    groove = QRect(x, box.y() + 8, bar, ROW - 15)
    painter.fillRect(groove, theme.colour("line"))
    groove.setWidth(round(bar * line.share))
    painter.fillRect(groove, theme.colour("text.dim" if line.why else "text"))
    x += bar + GAP
    for text, width, align, token in (
        (line.seconds, SECONDS, lettering.RIGHT, "text.hi"), (line.size, SIZE, lettering.RIGHT, "text.dim"),
        (line.why, why, lettering.LEFT, "text"),
    ):  # fmt: skip
        lettering.draw(painter, QRect(x, box.y(), width, ROW), "list", text, theme.colour(token), align=align)
        x += width + GAP
