"""A sheet of paper, whatever is on it: in words from the desk thread; as PDF or table (CSV) on the thread that writes.

On every page stand its title, whose it is, when and by whom it was printed, and which page of how many it is.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPdfWriter

from console.excerpts import plain
from widgets.drill import veil
from widgets.printing import BLACK, LANDSCAPE, PORTRAIT, Block, Press, beside, paged, pdf, space, stacked

TITLE, HEADING, LINE = 14.0, 10.5, 9.0  # points
TITLE_SHARE = 0.88  # of the width; beside it stands the number of the page
BELOW_MM, BETWEEN_MM = 1.5, 4.0  # the head of a page, two parts


class Part(Protocol):
    """One thing below the other on the paper."""

    def blocks(self, press: Press) -> Iterator[Block]:
        """As it is printed."""
        ...

    def rows(self) -> Iterator[Sequence[str]]:
        """As it stands in a spreadsheet."""
        ...


@dataclass(frozen=True, slots=True)
class Table:
    """Each line has as many cells as `heads`, and `shares` of the width; 0 is a column for spreadsheets alone.

    `is_grouped`: on paper the first column is a heading wherever it changes. Heads are repeated on every page.
    """

    heads: Sequence[str]
    lines: Sequence[Sequence[str]]
    shares: Sequence[float]
    title: str = ""
    is_grouped: bool = False

    def blocks(self, press: Press) -> Iterator[Block]:
        heads = self._head(press)
        group, heading = "", space(0)
        for number, line in enumerate(self.lines):
            is_first = self.is_grouped and line[0] != group
            if is_first:
                group = line[0]
                heading = stacked([space(2), press.text(group, HEADING, bold=True)])
            above = [heads] if number == 0 else []
            above += [heading] if is_first else []
            over = () if number == 0 else (heads,) if is_first else (heads, heading)
            yield stacked([*above, press.cells(line, self.shares), press.rule()], over)

    def _head(self, press: Press) -> Block:
        title = [press.text(self.title, HEADING, bold=True)] if self.title else []
        return stacked([*title, press.cells(self.heads, self.shares, bold=True), press.rule(BLACK, 2)])

    def rows(self) -> Iterator[Sequence[str]]:
        if self.lines:
            yield from ((), *([(self.title,)] if self.title else []), self.heads, *self.lines)


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who stands for it, each above a line."""

    names: Sequence[str]

    def blocks(self, press: Press) -> Iterator[Block]:
        for name in self.names:
            yield stacked([space(6), press.text(name, LINE), press.rule()])

    def rows(self) -> Iterator[Sequence[str]]:
        yield from ((name,) for name in self.names)


@dataclass(frozen=True, slots=True)
class Paper:
    """`stamp`: whose it is, when and by whom it was printed; `lines` stand on the first page only."""

    title: str
    stamp: str
    lines: Sequence[str]
    parts: Sequence[Part]
    family: str
    is_wide: bool = False  # printed on its side
    is_drill: bool = False  # the word across each page


def as_csv(paper: Paper) -> bytes:
    """One part below the other."""
    title = [veil.TEXT, paper.title] if paper.is_drill else [paper.title]
    rows: list[Sequence[str]] = [title, [paper.stamp], *([line] for line in paper.lines)]
    return spreadsheet([*rows, *(row for part in paper.parts for row in part.rows())])


def spreadsheet(rows: Iterable[Sequence[str]]) -> bytes:
    """CSV in UTF-8 with a mark, so that every spreadsheet reads the Chinese."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([plain(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_pdf(paper: Paper) -> bytes:
    """A4; as many pages as it needs."""
    return pdf(paper.title, LANDSCAPE if paper.is_wide else PORTRAIT, lambda writer: _pages(writer, paper))


MAKERS: dict[str, Callable[[Paper], bytes]] = {"pdf": as_pdf, "csv": as_csv}


def _pages(writer: QPdfWriter, paper: Paper) -> Iterator[list[Block]]:
    press = Press(writer, paper.family)
    pages = paged(_body(press, paper), press.height - stacked([*_head(press, paper, "")]).height)
    for number, blocks in enumerate(pages, start=1):
        yield [*_head(press, paper, f"{number} / {len(pages)}"), *blocks]


def _head(press: Press, paper: Paper, number: str) -> Iterator[Block]:
    """What stands at the top of every page."""
    if paper.is_drill:
        yield Block(0, lambda painter, _y: _watermark(painter, press))
        yield press.text(veil.TEXT, TITLE, bold=True)
    yield beside(press.cells((paper.title,), (TITLE_SHARE,), TITLE, bold=True), press.right(number, LINE))
    yield press.text(paper.stamp, LINE)
    yield space(BELOW_MM)


def _watermark(painter: QPainter, press: Press) -> None:
    veil.print_on(painter, QRect(0, 0, press.width, press.height))


def _body(press: Press, paper: Paper) -> Iterator[Block]:
    yield from (press.text(line, LINE) for line in paper.lines)
    for part in paper.parts:
        yield space(BETWEEN_MM)
        yield from part.blocks(press)
