"""Rows of a flood: the head of a place with its counts, a fire in one line, the alarms of one class folded into one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPolygonF

from console.alarms import Alarm
from widgets import lettering, shapes, theme
from widgets.alarms.block import UNSEEN, symbol
from widgets.alarms.grouping import is_first_of_all
from widgets.alarms.line_words import LineWords
from widgets.alarms.lines import AlarmLine, FoldLine, Line, PlaceLine
from widgets.placing import Placing

LETTER, TEXT, BLOCK = 36, 56, 24  # px: class letter, text, edge of the symbol's block
MARGIN = 4  # px above and below a chip
STATE_LEAST = 64  # px of the column of states where there is room for it


class FloodRows:
    """Painted by the table's delegate, on the ground it has laid."""

    def __init__(self, placing: Placing, said: LineWords) -> None:
        self._placing = placing
        self._said = said

    def paint(self, painter: QPainter, box: QRect, line: Line, selected: bool, blink_on: bool) -> None:
        match line:
            case AlarmLine():
                self._alarm(painter, box, line, blink_on)
            case FoldLine():
                self._fold(painter, box, line, selected)
            case PlaceLine():
                self._place(painter, box, line)

    def _alarm(self, painter: QPainter, box: QRect, line: AlarmLine, blink_on: bool) -> None:
        alarm = line.alarm
        edge = min(BLOCK, box.height() - 2)
        block = QRect(box.x() + 8, box.y() + (box.height() - edge) // 2, edge, edge)
        symbol(painter, block, alarm, blink_on)
        hi = theme.colour("text.hi")
        letter = QRect(box.x() + LETTER, box.y(), TEXT - LETTER, box.height())
        lettering.draw(painter, letter, "body.strong", alarm.alarm_class.value, hi)
        right = self._when(painter, box, alarm)
        left = box.x() + TEXT + (self._first(painter, box) if line.is_first else 0)
        name = "body.strong" if alarm.shown in UNSEEN else "body"
        room = QRect(left, box.y(), right - left - theme.SPACE, box.height())
        if is_first_of_all(alarm):  # under no place that says where it is
            title = self._placing.title(alarm)
        else:
            title = self._said.short_title(alarm, self._placing.place_of(alarm))
        lettering.draw(painter, room, name, title, hi)

    def _first(self, painter: QPainter, box: QRect) -> int:
        """A white chip; how much of the line it takes, px."""
        word = self._said.first()
        chip = QRect(
            box.x() + TEXT, box.y() + MARGIN, lettering.width("note.strong", word) + 12, box.height() - 2 * MARGIN
        )
        painter.fillRect(chip, theme.colour("text.hi"))
        lettering.draw(painter, chip, "note.strong", word, theme.colour("bg.void"), align=lettering.CENTRE)
        return chip.width() + theme.SPACE

    def _when(self, painter: QPainter, box: QRect, alarm: Alarm) -> int:
        """Time and state at the right; where they begin."""
        state = self._said.short_state(alarm)
        name = "note.strong" if alarm.verify.is_running else "note"
        width = max(STATE_LEAST, lettering.width(name, state) + 4) if box.width() >= 400 else 0
        right = box.right() - theme.SIDE + 4
        if width:
            place = QRect(right - width, box.y(), width, box.height())
            lettering.draw(painter, place, name, state, theme.colour("text"), align=lettering.RIGHT)
            right -= width + theme.SPACE
        elif alarm.verify.is_running:
            return self._at_right(painter, box, right, "body.strong", state)
        return self._at_right(painter, box, right, "body", self._placing.clock(alarm.last.source_ms))

    def _at_right(self, painter: QPainter, box: QRect, right: int, name: str, text: str) -> int:
        width = lettering.width(name, text) + 2
        place = QRect(right - width, box.y(), width, box.height())
        lettering.draw(painter, place, name, text, theme.colour("text.hi"), align=lettering.RIGHT)
        return place.left()

    def _fold(self, painter: QPainter, box: QRect, line: FoldLine, selected: bool) -> None:
        painter.fillRect(box, theme.colour("bg.select" if selected else "bg.panel"))
        painter.fillRect(box.x(), box.bottom(), box.width(), 1, theme.colour("line"))
        colour = theme.alarm_colour(line.priority)
        if line.unseen:
            painter.fillRect(box.x(), box.y(), 4, box.height(), colour)
        drawn = QRectF(box.x() + 12, box.center().y() - 7, 16, 16)
        shapes.alarm_symbol(painter, drawn, line.priority, colour, filled=bool(line.unseen))
        letter = QRect(box.x() + LETTER, box.y(), TEXT - LETTER, box.height())
        lettering.draw(painter, letter, "body", line.alarm_class.value, theme.colour("text"))
        right = box.right() - theme.SIDE + 4
        self._arrow(painter, QRectF(right - 8, box.center().y() - 4, 8, 8), line.is_open)
        count = self._said.fold_count(line)
        left = self._at_right(painter, box, right - 16, "body.strong", count)
        room = QRect(box.x() + TEXT, box.y(), left - box.x() - TEXT - theme.SPACE, box.height())
        lettering.draw(painter, room, "body", self._said.kinds(line), theme.colour("text"))

    def _arrow(self, painter: QPainter, box: QRectF, is_open: bool) -> None:
        painter.setPen(theme.colour("text.dim"))
        painter.setBrush(theme.colour("text.dim"))
        corners = [box.topLeft(), box.topRight(), QRectF(box).center()]
        if is_open:
            corners[2].setY(box.bottom())
        else:
            corners = [box.topLeft(), box.bottomLeft(), QRectF(box).center()]
            corners[2].setX(box.right())
        painter.drawPolygon(QPolygonF(corners))

    def _place(self, painter: QPainter, box: QRect, line: PlaceLine) -> None:
        painter.fillRect(box, theme.colour("bg.raise"))
        hi, dim = theme.colour("text.hi"), theme.colour("text.dim")
        right = self._counts(painter, box, line)
        name, total = self._said.place(line.place), str(line.total)
        chip = lettering.width("body.strong", total) + 12
        room = max(0, min(lettering.width("body.strong", name) + 4, right - box.x() - theme.SIDE - chip - theme.SPACE))
        lettering.draw(painter, QRect(box.x() + theme.SIDE, box.y(), room, box.height()), "body.strong", name, hi)
        square = QRect(box.x() + theme.SIDE + room + 4, box.y() + MARGIN, chip, box.height() - 2 * MARGIN)
        painter.fillRect(square, theme.colour("line.strong"))
        lettering.draw(painter, square, "body.strong", total, hi, align=lettering.CENTRE)
        painter.setPen(dim)

    def _counts(self, painter: QPainter, box: QRect, line: PlaceLine) -> int:
        """How many of each class, and when the first came; where they begin."""
        right = box.right() - theme.SIDE + 4
        if box.width() >= 400:
            right = self._dim(painter, box, right, self._placing.clock(line.first_ms)) - theme.SIDE
        for alarm_class, count in reversed(line.counts):
            text = f"{alarm_class.value} {count}"
            ink = "alarm.urgent" if alarm_class.value == "F" else "text"
            width = lettering.width("note.strong", text) + 2
            place = QRect(right - width, box.y(), width, box.height())
            lettering.draw(painter, place, "note.strong", text, theme.colour(ink), align=lettering.RIGHT)
            right -= width + theme.SPACE
        return right

    def _dim(self, painter: QPainter, box: QRect, right: int, text: str) -> int:
        width = lettering.width("note", text) + 2
        place = QRect(right - width, box.y(), width, box.height())
        lettering.draw(painter, place, "note", text, theme.colour("text.dim"), align=lettering.RIGHT)
        return place.left()
