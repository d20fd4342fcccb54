"""Lines with columns: how wide each is, a head with their names that may sort, and a list of such lines. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets import lettering, theme
from widgets.line_list import ENTER, ROW, LineList, Manner, draw_ring

Row = TypeVar("Row")
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
GAP = 8  # px before each text
SCROLL = 10  # px of the scroll bar, as the style sheet has it: columns stand still whether it is there or not


@dataclass(frozen=True, slots=True)
class Column:
    """`width` px; with a `share` the least, and it takes its share of what is left. Where there is no room the one of
    the highest `gives_way` is left out first, one of 0 never.
    """

    width: int
    share: int = 0
    is_right: bool = False
    gives_way: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in an ink of the theme."""

    text: str
    ink: str = "text"


def layout(columns: Sequence[Column], width: int) -> dict[int, tuple[int, int]]:
    """Left edge and width, px, of each column there is room for, by its number."""
    shown = dict(enumerate(columns))
    for at in sorted(shown, key=lambda at: -columns[at].gives_way):
        if not columns[at].gives_way or sum(column.width for column in shown.values()) <= width:
            break
        del shown[at]
    rest = max(0, width - sum(column.width for column in shown.values()))
    shares = sum(column.share for column in shown.values())
    places, x = {}, 0
    for at, column in shown.items():
        wide = column.width + (rest * column.share // shares if column.share else 0)
        places[at] = (x, wide)
        x += wide
    return places


def text_boxes(columns: Sequence[Column], box: QRect) -> dict[int, QRect]:
    """Where the texts of a line stand, by the number of their column."""
    places = layout(columns, box.width()).items()
    return {at: QRect(box.x() + left + GAP, box.y(), width - GAP, box.height()) for at, (left, width) in places}


class ColumnNames(QWidget):
    """The head of a list. One that is sorted `by` a column takes another at a press or with ← →, and is turned round
    by another press or Enter.
    """

    sorted = Signal()

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None, *, by: int | None = None) -> None:
        super().__init__(parent)
        self.texts: Sequence[str] = ()
        self.by, self.is_turned = by, False
        self._columns = columns
        self.setFixedHeight(theme.COLUMN_HEAD)
        if by is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sort(self, by: int) -> None:
        """By this column; again, the other way round."""
        self.is_turned = by == self.by and not self.is_turned
        self.by = by
        self.update()
        self.sorted.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        x = round(event.position().x())
        places = layout(self._columns, self._room()).items()
        at = next((at for at, (left, width) in places if left <= x < left + width), None)
        if self.by is not None and at is not None:
            self.sort(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = list(layout(self._columns, self._room()))
        if self.by is not None and event.key() in ENTER:
            self.sort(self.by)
        elif self.by is not None and event.key() in STEPS:
            at = shown.index(self.by) if self.by in shown else 0
            self.sort(shown[(at + STEPS[Qt.Key(event.key())]) % len(shown)])
        else:
            event.ignore()

    def _room(self) -> int:
        return self.width() - SCROLL

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("bg.raise"))
            for at, box in text_boxes(self._columns, QRect(0, 0, self._room(), self.height())).items():
                is_sorted = at == self.by
                text = self.texts[at] + (" ▴" if self.is_turned else " ▾") * is_sorted
                ink = theme.colour("text.hi" if is_sorted else "text.dim")
                lettering.draw(painter, box, "note", text, ink, align=_side(self._columns[at]))
                if is_sorted and self.hasFocus():
                    draw_ring(painter, box.adjusted(-GAP, 0, 0, 0))


class ColumnList(LineList[Row]):
    """`cells` are those of a row, one for each column. What has no room is said while the pointer rests on it."""

    def __init__(
        self, columns: Sequence[Column], key: Callable[[Row], str], cells: Callable[[Row], Sequence[Cell]],
        parent: QWidget | None = None, *, begins: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(Manner(key, self._in_words, self._draw, self._tip, begins=begins), parent)
        self._columns = columns
        self._cells = cells

    def _in_words(self, row: Row) -> str:
        return " · ".join(cell.text for cell in self._cells(row) if cell.text)

    def _boxes(self, y: int) -> dict[int, QRect]:
        return text_boxes(self._columns, QRect(0, y, self.width() - SCROLL, ROW))

    def _draw(self, painter: QPainter, box: QRect, row: Row) -> None:
        cells = self._cells(row)
        for at, place in self._boxes(box.y()).items():
            ink, align = theme.colour(cells[at].ink), _side(self._columns[at])
            lettering.draw(painter, place, "list", cells[at].text, ink, align=align)

    def _tip(self, row: Row) -> str:
        """A line for each text, when one of them is cut or left out."""
        texts, boxes = [cell.text for cell in self._cells(row)], self._boxes(0)
        rooms = [boxes[at].width() if at in boxes else 0 for at in range(len(texts))]
        is_cut = any(text and lettering.width("list", text) >= room for text, room in zip(texts, rooms, strict=True))
        return "\n".join(filter(None, texts)) if is_cut else ""


def _side(column: Column) -> Qt.AlignmentFlag:
    return lettering.RIGHT if column.is_right else lettering.LEFT
