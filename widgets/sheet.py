"""Rows of facts one below the other, each as high as its text needs; scrolled where they do not all fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from widgets import lettering, theme

HEAD, FACT, TWO_LINES = 28, 28, 40
NUMBER, CAMERA_NUMBER = 24, 52  # px of the column before a step and before a camera
SIDE = theme.SIDE


class Row(Protocol):
    """One row of a sheet."""

    def height(self, width: int) -> int:
        """px it needs in a sheet of this width."""
        ...

    def paint(self, painter: QPainter, box: QRect) -> None:
        """Draw it into its box, which is as wide as the sheet."""
        ...


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a section; `more` stands at its right."""

    text: str
    more: str = ""

    def height(self, _width: int) -> int:
        return HEAD + 4

    def paint(self, painter: QPainter, box: QRect) -> None:
        bar = QRect(box.x(), box.y(), box.width(), HEAD)
        painter.fillRect(bar, theme.colour("bg.raise"))
        inner = bar.adjusted(SIDE, 0, -SIDE, 0)
        room = lettering.width("note", self.more) + SIDE if self.more else 0
        left = inner.adjusted(0, 0, -room, 0)
        lettering.draw(painter, left, "body.strong", self.text, theme.colour("text.hi"))
        lettering.draw(painter, inner, "note", self.more, theme.colour("text.dim"), align=lettering.RIGHT)


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph in one step of the type scale."""

    text: str
    name: str = "body"
    ink: str = "text"
    below: int = 6

    def height(self, width: int) -> int:
        return lettering.paragraph_height(self.name, self.text, width - 2 * SIDE) + self.below

    def paint(self, painter: QPainter, box: QRect) -> None:
        inner = box.adjusted(SIDE, 0, -SIDE, 0)
        lettering.draw_paragraph(painter, inner, self.name, self.text, theme.colour(self.ink))


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what is known of it; `column` px belong to the names of all facts around it."""

    name: str
    value: str
    column: int

    def height(self, width: int) -> int:
        return max(FACT, lettering.paragraph_height("body", self.value, self._room(width)) + 8)

    def _room(self, width: int) -> int:
        return width - 2 * SIDE - self.column

    def paint(self, painter: QPainter, box: QRect) -> None:
        painter.fillRect(box.x(), box.y(), box.width(), 1, theme.colour("line"))
        name = QRect(box.x() + SIDE, box.y() + 4, self.column - 4, 20)
        lettering.draw(painter, name, "note", self.name, theme.colour("text.dim"))
        value = box.adjusted(SIDE + self.column, 4, -SIDE, 0)
        lettering.draw_paragraph(painter, value, "body", self.value, theme.colour("text"))


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, with its number."""

    number: int
    text: str

    def height(self, width: int) -> int:
        return max(20, lettering.paragraph_height("body", self.text, width - 2 * SIDE - NUMBER)) + 6

    def paint(self, painter: QPainter, box: QRect) -> None:
        number = QRect(box.x() + SIDE, box.y(), NUMBER, 20)
        lettering.draw(painter, number, "body.strong", str(self.number), theme.colour("text.hi"))
        text = box.adjusted(SIDE + NUMBER, 0, -SIDE, 0)
        lettering.draw_paragraph(painter, text, "body", self.text, theme.colour("text"))


@dataclass(frozen=True, slots=True)
class Boxed:
    """What is missing and must be seen to be missing."""

    text: str

    def height(self, width: int) -> int:
        return lettering.paragraph_height("body", self.text, width - 4 * SIDE) + 24

    def paint(self, painter: QPainter, box: QRect) -> None:
        frame = box.adjusted(SIDE, 2, -SIDE, -6)
        painter.setPen(QPen(theme.colour("ctl.edge"), 1, Qt.PenStyle.DashLine))
        painter.drawRect(frame)
        inner = frame.adjusted(SIDE, 6, -SIDE, 0)
        lettering.draw_paragraph(painter, inner, "body", self.text, theme.colour("text.hi"))


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number or time, a name, and a line below: a camera with its reason, an act with its person."""

    number: str
    name: str
    line: str
    ink: str = "text.hi"
    column: int = CAMERA_NUMBER

    def height(self, width: int) -> int:
        return TWO_LINES + lettering.paragraph_height("note", self.line, width - 2 * SIDE - self.column) - 16

    def paint(self, painter: QPainter, box: QRect) -> None:
        number = QRect(box.x() + SIDE, box.y(), self.column - 4, 20)
        lettering.draw(painter, number, "body.strong", self.number, theme.colour(self.ink))
        right = QRect(box.x() + SIDE + self.column, box.y(), box.width() - 2 * SIDE - self.column, 20)
        lettering.draw(painter, right, "body", self.name, theme.colour("text"))
        below = QRect(right.x(), box.y() + 20, right.width(), box.height() - 20)
        lettering.draw_paragraph(painter, below, "note", self.line, theme.colour("text.dim"))


Compose = Callable[[], Sequence[Row]]


class _Paper(QWidget):
    def __init__(self, compose: Compose) -> None:
        super().__init__()
        self._compose = compose
        self._rows: Sequence[Row] = ()

    def refresh(self, width: int) -> None:
        self._rows = self._compose()
        self.setMinimumHeight(sum(row.height(width) for row in self._rows) + theme.SPACE)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        y = 0
        for row in self._rows:
            height = row.height(self.width())
            row.paint(painter, QRect(0, y, self.width(), height))
            y += height
        painter.end()


def _below(above: QWidget, paper: QWidget) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(above)
    column.addWidget(paper, 1)
    return both


class Sheet(QScrollArea):
    """`compose` is asked for the rows at every refresh, so that no word is older than its refresh.

    `above`: a widget that lies over the rows and scrolls with them.
    """

    def __init__(self, compose: Compose, parent: QWidget | None = None, above: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = _Paper(compose)
        self.setWidget(self._paper if above is None else _below(above, self._paper))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def refresh(self) -> None:
        """Every row anew: facts, ages, words."""
        self._paper.refresh(self.viewport().width())

    def top(self) -> None:
        """Another thing is shown: from its beginning."""
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()
