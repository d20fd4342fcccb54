"""How one point looks in the left column: large with its limits and alarms, or small. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from console.histories import Series
from console.model import PointId
from console.trends import Limit
from widgets import lettering, theme
from widgets.trends import ink
from widgets.trends.frame import Frame
from widgets.trends.marks import Mark
from widgets.trends.strokes import gaps
from widgets.trends.telling import Said
from widgets.trends.ticks import Scale

COLUMN = 0.36  # of the width: name and value of a small one
LINE, SIDE = 20, theme.SIDE


@dataclass(frozen=True, slots=True, eq=False)
class TrendRow:
    """One point as it is painted; `note` stands beside its name, `age` beside its value, "" where there is none."""

    point: PointId
    box: QRect
    said: Said
    note: str
    age: str
    series: Series | None
    scale: Scale
    limits: Sequence[Limit]
    marks: Sequence[Mark]
    start_ms: int
    end_ms: int
    is_large: bool = False
    waiting: str = ""  # said in place of the line while there is no series

    @property
    def words(self) -> str:
        """All of it in one line, for whoever cannot see it."""
        parts = (self.said.name, self.note, f"{self.said.value} {self.said.unit}", self.age)
        return " ".join(part for part in parts if part)

    @property
    def area(self) -> QRect:
        """Where its line is drawn."""
        if self.is_large:
            return self.box.adjusted(SIDE, 46 if self.note else 32, -SIDE, -6)
        return self.box.adjusted(SIDE + round(COLUMN * self.box.width()), 8, -SIDE - 4, -8)

    def paint(self, painter: QPainter) -> None:
        painter.fillRect(self.box.x(), self.box.bottom(), self.box.width(), 1, theme.colour("line"))
        self._say_large(painter) if self.is_large else self._say_small(painter)
        frame = Frame(QRectF(self.area), self.start_ms, self.end_ms, self.scale)
        if self.is_large:
            ink.bands(painter, frame, self.limits)
        if self.series is not None:
            ink.hatched(painter, frame, gaps(self.series, self.start_ms, self.end_ms), None)
            ink.line(painter, frame, self.series, theme.colour("text.hi"))
        else:
            lettering.draw(painter, self.area, "note", self.waiting, theme.colour("text.dim"), align=lettering.CENTRE)
        ink.limit_lines(painter, frame, self.limits)
        if self.is_large:
            ink.limit_labels(painter, frame, self.limits, frame.box.left() + 2, 60, lift=ink.LABEL + 1)
        for mark in self.marks:
            ink.alarm_mark(painter, frame, mark, frame.box.top())
        if self.series is not None and not self.said.is_old:
            ink.dot(painter, frame, self.series, self.said.colour)

    def _say_large(self, painter: QPainter) -> None:
        box = QRect(self.box.x() + SIDE, self.box.y() + 6, self.box.width() - 2 * SIDE, 24)
        dim = theme.colour("text.dim")
        right = box.right()
        for text, name, colour in (
            (self.age, "note", dim), (self.said.unit, "note", dim), (self.said.value, "value", self.said.colour),
        ):  # fmt: skip
            width = lettering.width(name, text) + 4 if text else 0
            lettering.draw(painter, QRect(right - width, box.y(), width, 24), name, text, colour)
            right -= width + (4 if text else 0)
        room = right - box.x() - 8
        title = QRect(box.x(), box.y(), room, 24)
        lettering.draw(painter, title, "body.strong", self.said.name, theme.colour("text.hi"))
        lettering.draw(painter, QRect(box.x(), box.y() + 22, room, 16), "note", self.note, dim)

    def _say_small(self, painter: QPainter) -> None:
        column = round(COLUMN * self.box.width()) - 8
        top = self.box.y() + (self.box.height() - LINE - 24) // 2
        name = QRect(self.box.x() + SIDE, top, column, LINE)
        lettering.draw(painter, name, "list", self.said.name, theme.colour("text"))
        width = lettering.width("value", self.said.value) + 4
        value = QRect(name.x(), top + LINE, width, 24)
        lettering.draw(painter, value, "value", self.said.value, self.said.colour)
        rest = QRect(value.right() + 2, top + LINE + 2, column - width - 2, 22)
        text = f"{self.said.unit} · {self.age}" if self.age and self.said.unit else self.age or self.said.unit
        lettering.draw(painter, rest, "note", text, theme.colour("text.dim"))
