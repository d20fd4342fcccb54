"""The Qt binding gives back what it borrows: PySide6 6.12.0 took one reference from None on every void call.

On CPython 3.11 that ends the interpreter after seconds of painting ("deallocating None"); since 3.12 None is immortal.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

CALLS = 200
SLACK = 20  # references that come and go with the test's own frames


def fill(painter: QPainter, image: QImage) -> None:
    painter.fillRect(0, 0, 4, 4, QColor("red"))


def draw_line(painter: QPainter, image: QImage) -> None:
    painter.drawLine(0, 0, 3, 3)


def draw_image(painter: QPainter, image: QImage) -> None:
    painter.drawImage(0, 0, image)


def set_pen(painter: QPainter, image: QImage) -> None:
    painter.setPen(QColor("blue"))


@pytest.mark.parametrize("call", [fill, draw_line, draw_image, set_pen])
def test_painting_takes_no_reference_from_none(qapp: object, call: Callable[[QPainter, QImage], None]) -> None:
    canvas, stamp = QImage(8, 8, QImage.Format.Format_RGB32), QImage(4, 4, QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call(painter, stamp)
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < SLACK
