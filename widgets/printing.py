"""Type on sheets of A4: set in blocks, broken over pages, printed as PDF. Called on the thread that writes files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRect
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextLayout,
    QTextOption,
)

DPI = 150
MARGIN_MM, GAP_MM, PAD_MM = 15.0, 2.0, 0.6  # around the page, between columns, above and below a row
CELL = 8.5  # points
PORTRAIT, LANDSCAPE = QPageLayout.Orientation.Portrait, QPageLayout.Orientation.Landscape
BLACK, GREY = QColor("black"), QColor("#bbbbbb")


def mm(length: float) -> int:
    """Millimetres on the paper in its own units."""
    return round(length / 25.4 * DPI)


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Set type, never broken over two pages; `draw` puts it at a height of the page, both px of the paper.

    `over` stands above it once more where it begins a page.
    """

    height: int
    draw: Callable[[QPainter, int], object]
    over: tuple[Block, ...] = ()


def stacked(blocks: Sequence[Block], over: tuple[Block, ...] = ()) -> Block:
    """Blocks that stay together, one below the other."""

    def draw(painter: QPainter, y: int) -> None:
        for block in blocks:
            block.draw(painter, y)
            y += block.height

    return Block(sum(block.height for block in blocks), draw, over)


def beside(*blocks: Block) -> Block:
    """Blocks at the same height."""

    def draw(painter: QPainter, y: int) -> None:
        for block in blocks:
            block.draw(painter, y)

    return Block(max(block.height for block in blocks), draw)


def space(length_mm: float) -> Block:
    return Block(mm(length_mm), lambda _painter, _y: None)


def paged(blocks: Iterable[Block], room: int) -> list[list[Block]]:
    """Pages that hold `room` px each; at least one."""
    pages: list[list[Block]] = [[]]
    y = 0
    for block in blocks:
        if y and y + block.height > room:
            pages.append([*block.over])
            y = sum(each.height for each in block.over)
        pages[-1].append(block)
        y += block.height
    return pages


class Press:
    """Sets type for the paper of one writer; `width` and `height` px are what its margins leave."""

    def __init__(self, writer: QPdfWriter, family: str) -> None:
        self._writer = writer
        self._family = family
        self.width, self.height = writer.width(), writer.height()

    def text(self, text: str, points: float, *, bold: bool = False) -> Block:
        """A paragraph over the whole width."""
        layout = self._laid(text, points, self.width, bold=bold)
        return Block(_height(layout) + mm(PAD_MM), lambda painter, y: layout.draw(painter, QPointF(0, y)))

    def cells(
        self, cells: Sequence[str], shares: Sequence[float], points: float = CELL, *, bold: bool = False
    ) -> Block:
        """One beside the other on one base line, each wrapped within its share of the width; 0: not on paper."""
        columns, x = [], 0
        for cell, share in zip(cells, shares, strict=True):
            room = round(share * self.width)
            if room:
                columns.append((x, self._laid(cell, points, room - mm(GAP_MM), bold=bold)))
            x += room
        ascent = max(layout.lineAt(0).ascent() for _, layout in columns)
        set_ = [(x, mm(PAD_MM) + ascent - layout.lineAt(0).ascent(), layout) for x, layout in columns]

        def draw(painter: QPainter, y: int) -> None:
            for left, down, layout in set_:
                layout.draw(painter, QPointF(left, y + down))

        return Block(round(max(down + _height(layout) for _, down, layout in set_)) + mm(PAD_MM), draw)

    def right(self, text: str, points: float) -> Block:
        """A line that ends where the paper ends."""
        layout = self._laid(text, points, self.width, bold=True)
        left = self.width - layout.lineAt(0).naturalTextWidth()
        return Block(_height(layout), lambda painter, y: layout.draw(painter, QPointF(left, y + mm(PAD_MM))))

    def rule(self, colour: QColor = GREY, thick: int = 1) -> Block:
        """A line over the whole width, px thick."""
        return Block(thick, lambda painter, y: painter.fillRect(QRect(0, y, self.width, thick), colour))

    def _laid(self, text: str, points: float, width: int, *, bold: bool) -> QTextLayout:
        font = QFont(self._family)
        font.setPointSizeF(points)
        font.setBold(bold)
        font.setFeature(QFont.Tag("calt"), 0)  # a colon between digits is raised by it, and not found again in the file
        layout = QTextLayout(text.replace("\n", "\u2028"), font, self._writer)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout


def _height(layout: QTextLayout) -> int:
    return round(layout.boundingRect().height())


def pdf(
    title: str, orientation: QPageLayout.Orientation, pages: Callable[[QPdfWriter], Iterable[Sequence[Block]]]
) -> bytes:
    """A4 with the same margin on all sides; `pages` gives what stands on each, from its top."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(DPI)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, orientation, margins, QPageLayout.Unit.Millimeter))
    with QPainter(writer) as painter:  # ended whatever happens: Qt ends the process with a writer that is painted on
        for number, blocks in enumerate(pages(writer)):
            if number:
                writer.newPage()
            stacked(blocks).draw(painter, 0)
    buffer.close()
    return bytes(data.data())
