"""Rows of a flood that are shown again from a print: never an old look, and not painted twice for nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from widgets.alarms.prints import Prints

BOX = QRect(10, 20, 80, 24)
RED, GREEN = QColor("red"), QColor("green")

pytestmark = pytest.mark.usefixtures("qapp")


def shown(prints: Prints, line: object, look: object, colour: QColor, box: QRect = BOX) -> QColor:
    """What stands in the middle of the row afterwards."""
    page = QImage(120, 80, QImage.Format.Format_RGB32)
    with QPainter(page) as painter:
        prints.show(painter, box, line, look, lambda paper, sheet: paper.fillRect(sheet, colour))
    return page.pixelColor(box.center())


def test_a_row_that_looks_the_same_is_painted_once_wherever_it_stands() -> None:
    prints, line = Prints(), object()
    assert shown(prints, line, "on", RED) == RED
    assert shown(prints, line, "on", GREEN, BOX.translated(QPoint(15, 30))) == RED, "it was not painted again"
    assert prints.made == 1


@pytest.mark.parametrize("change", ["line", "look", "size", "forgotten"])
def test_a_row_that_looks_otherwise_is_painted_anew(change: str) -> None:
    prints, line = Prints(), object()
    shown(prints, line, "on", RED)
    if change == "forgotten":
        prints.forget()
    box = BOX.adjusted(0, 0, 8, 0) if change == "size" else BOX
    other = object() if change == "line" else line
    assert shown(prints, other, "off" if change == "look" else "on", GREEN, box) == GREEN


def test_no_more_prints_are_kept_than_a_screen_needs() -> None:
    prints = Prints(most=3)
    lines = [object() for _ in range(4)]
    for line in lines:
        shown(prints, line, "on", RED)
    assert shown(prints, lines[3], "on", GREEN) == RED
    assert shown(prints, lines[0], "on", GREEN) == GREEN, "the oldest gave way"
