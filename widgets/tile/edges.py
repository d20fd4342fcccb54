"""The frame round a tile: whose alarm it is, or that it is the chosen one. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from widgets import theme
from widgets.tile.view import Edge, View

Side = tuple[QRect, str]  # and the token of its colour


def paint(painter: QPainter, rect: QRect, view: View) -> None:
    lay(painter, sides(rect, view))


def lay(painter: QPainter, drawn: Sequence[Side]) -> None:
    for side, token in drawn:
        painter.fillRect(side, theme.colour(token))


def sides(rect: QRect, view: View) -> Sequence[Side]:
    """Top, bottom, left and right; none of a tile without a frame."""
    width, token = {
        Edge.PLAIN: (0, "line"),
        Edge.ALARM: (view.manner.alarm_edge, f"alarm.{theme.PRIORITY_TOKENS[view.priority]}"),
        Edge.SELECTED: (2, "text.hi"),
        Edge.SELECTED_ELSEWHERE: (1, "ctl.edge"),
    }[view.edge]
    if not width:
        return ()
    height = rect.height() - 2 * width
    return (
        (QRect(rect.left(), rect.top(), rect.width(), width), token),
        (QRect(rect.left(), rect.bottom() + 1 - width, rect.width(), width), token),
        (QRect(rect.left(), rect.top() + width, width, height), token),
        (QRect(rect.right() + 1 - width, rect.top() + width, width, height), token),
    )
