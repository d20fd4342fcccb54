"""The result of a drill on paper (by Qt) and as a table (CSV). Called on the thread that writes files."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from console.excerpts import plain
from widgets.drill import veil

DPI = 150
MARGIN_MM, ROW_MM = 18.0, 9.0


WRAPPED = int(Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class Paper:
    """The result in words: made on the GUI thread, painted elsewhere. Every row has as many cells as `heads`."""

    title: str
    lines: Sequence[str]
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    family: str


def as_csv(paper: Paper) -> bytes:
    """UTF-8 with a mark, so that every spreadsheet reads the Chinese."""
    text = io.StringIO()
    rows = ([veil.TEXT, paper.title], *([line] for line in paper.lines), paper.heads, *paper.rows)
    csv.writer(text, lineterminator="\r\n").writerows([plain(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_pdf(paper: Paper) -> bytes:
    """A4, landscape; as many pages as the rows need, the word across each."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(paper.title)
    writer.setResolution(DPI)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Landscape, margins, QPageLayout.Unit.Millimeter))
    painter = QPainter(writer)
    page = QRect(0, 0, writer.width(), writer.height())
    y = _head(painter, page, paper)
    for row in paper.rows:
        if y + _mm(ROW_MM) > page.height():
            writer.newPage()
            y = _head(painter, page, paper)
        y = _row(painter, y, page.width(), row, paper.family)
    painter.end()
    buffer.close()
    return bytes(data.data())


def _head(painter: QPainter, page: QRect, paper: Paper) -> int:
    """The watermark, what it is, and the names of the columns; where the rows begin."""
    veil.print_on(painter, page)
    y = _line(painter, page, 0, veil.TEXT, paper.family, 15, bold=True)
    y = _line(painter, page, y, paper.title, paper.family, 18, bold=True)
    for line in paper.lines:
        y = _line(painter, page, y, line, paper.family, 10)
    y = _row(painter, y + _mm(6), page.width(), paper.heads, paper.family, bold=True)
    painter.fillRect(0, y, page.width(), 2, QColor("black"))
    return y + _mm(1)


def _line(painter: QPainter, page: QRect, y: int, text: str, family: str, points: int, *, bold: bool = False) -> int:
    painter.setFont(_font(family, points, bold))
    height = painter.fontMetrics().lineSpacing()
    painter.drawText(QRect(0, y, page.width(), height), text)
    return y + height


def _row(painter: QPainter, y: int, width: int, cells: Sequence[str], family: str, *, bold: bool = False) -> int:
    """One cell beside the other, on two lines where the words need them; where the next row begins."""
    painter.setFont(_font(family, 8 if bold else 9, bold))
    height, x = _mm(ROW_MM), 0
    for room, cell in zip(_widths(width, len(cells)), cells, strict=True):
        painter.drawText(QRect(x, y, room - _mm(2), height), WRAPPED, cell)
        x += room
    return y + height + _mm(1)


def _widths(total: int, count: int) -> list[int]:
    """The first column holds the place: twice as wide as the others."""
    part = total // (count + 1)
    return [2 * part, *([part] * (count - 1))]


def _font(family: str, points: int, bold: bool) -> QFont:
    font = QFont(family)
    font.setPointSize(points)
    font.setBold(bold)
    return font


def _mm(length: float) -> int:
    return round(length / 25.4 * DPI)
