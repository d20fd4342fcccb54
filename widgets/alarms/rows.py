"""One row of the alarm table as it is painted: an alarm in two lines, or in one while a flood is grouped by place."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QModelIndex as Single
from PySide6.QtCore import QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from console.alarms import Alarm, Shown
from console.app import Console
from console.areas import is_made
from widgets import lettering, theme
from widgets.alarms.block import UNSEEN, symbol
from widgets.alarms.flood_rows import FloodRows
from widgets.alarms.line_words import LineWords
from widgets.alarms.lines import AlarmLine, Line, PointLine
from widgets.alarms.model import LINE, AlarmModel
from widgets.alarms.prints import Prints
from widgets.dispatch.board import Board
from widgets.placing import Placing
from widgets.words import Words

Index = Single | QPersistentModelIndex
Part = tuple[str, str, QColor]  # step of the type scale, text, colour
CLASS_LEFT, CLASS_LEAST, TIME_WIDTH = 48, 68, 104  # the fixed columns, px


def text_left(words: Words) -> int:
    """Where what and where begin: behind the widest word of a priority, px."""
    return CLASS_LEFT + _class_width(theme.language(), tuple(words.priority(p) for p in range(5)))


@cache
def _class_width(_language: str, texts: tuple[str, ...]) -> int:
    return max(CLASS_LEAST, *(lettering.width("note", text) + 8 for text in texts))


class AlarmRow(QStyledItemDelegate):
    """`blink_on` is the phase of the blinking symbol. `board` knows the response clocks."""

    def __init__(
        self, console: Console, placing: Placing, words: Words, board: Board, model: AlarmModel,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._board = board
        self._placing = placing
        self._words = words
        self._model = model
        self._said = LineWords(console, placing, self)
        self._flood = FloodRows(placing, self._said)
        self._console = console
        self._prints = Prints()
        self._printed_for = (console.site, theme.language())
        self.blink_on = True
        self.is_dense = False  # more fires that nobody has seen than rows of the usual height

    def forget(self) -> None:
        """Paint every row anew, whatever was printed."""
        self._prints.forget()

    def height(self) -> int:
        """All rows are equally high: that is what keeps ten thousand of them quick."""
        if not self._model.is_by_place:
            return theme.ALARM_ROW
        return theme.DENSE_ROW if self.is_dense else theme.FLOOD_ROW

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, box = index.data(LINE), QRect(option.rect)
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if isinstance(line, PointLine):
            self._point(painter, box, line, selected)
        elif self._model.is_by_place and line is not None:
            self._low(painter, box, line, selected)
        elif isinstance(line, AlarmLine):
            self._ground(painter, box, line.alarm, selected)
            symbol(painter, QRect(box.x() + 8, box.y() + 12, 32, 32), line.alarm, self.blink_on)
            self._text(painter, box, line.alarm)
        if selected:
            _ring(painter, box, bool(state & QStyle.StateFlag.State_HasFocus))
        painter.restore()

    def _low(self, painter: QPainter, box: QRect, line: Line, selected: bool) -> None:
        """A row of a flood: printed, and shown from the print until it looks otherwise."""
        site, language = self._console.site, theme.language()
        if self._printed_for[0] is not site or self._printed_for[1] != language:
            self._prints.forget()
            self._printed_for = site, language
        state = self._said.short_state(line.alarm) if isinstance(line, AlarmLine) else ""
        blink_on = self.blink_on or not isinstance(line, AlarmLine) or line.alarm.shown is not Shown.UNACKNOWLEDGED

        def draw(paper: QPainter, sheet: QRect) -> None:
            if isinstance(line, AlarmLine):
                self._ground(paper, sheet, line.alarm, selected)
            self._flood.paint(paper, sheet, line, selected, blink_on)

        self._prints.show(painter, box, line, (selected, blink_on, state), draw)

    def _ground(self, painter: QPainter, box: QRect, alarm: Alarm, selected: bool) -> None:
        tinted = alarm.shown is Shown.UNACKNOWLEDGED
        ground = theme.alarm_tint(alarm.priority) if tinted else theme.colour("bg.panel")
        painter.fillRect(box, theme.colour("bg.select") if selected and not tinted else ground)
        painter.fillRect(box.x(), box.bottom(), box.width(), 1, theme.colour("line"))
        if alarm.shown in UNSEEN:
            painter.fillRect(box.x(), box.y(), 4, box.height(), theme.alarm_colour(alarm.priority))

    def _point(self, painter: QPainter, box: QRect, line: PointLine, selected: bool) -> None:
        """A detector that is not relied on; in a flood, where rows are low, its name and its clock alone."""
        painter.fillRect(box, theme.colour("bg.select" if selected else "bg.panel"))
        painter.fillRect(box.x(), box.bottom(), box.width(), 1, theme.colour("line"))
        plain, dim, start = theme.colour("text"), theme.colour("text.dim"), text_left(self._words)
        is_low = box.height() < theme.ALARM_ROW
        upper = QRect(box.x(), box.y() + (5 if is_low else 7), box.width(), 22)
        clock = _at_right(painter, upper, ("note", self._said.duty_clock(line.duty), plain))
        room = QRect(box.x() + start, upper.y(), clock.left() - box.x() - start - theme.SPACE, upper.height())
        lettering.draw(painter, room, "row", self._said.point(line.point), dim)
        if not is_low:
            below = QRect(room.x(), box.y() + 30, box.width() - start - theme.SIDE, 18)
            lettering.draw(painter, below, "note", self._said.duty(line.duty), dim)

    # ---- two lines ----

    def _text(self, painter: QPainter, box: QRect, alarm: Alarm) -> None:
        upper, lower = QRect(box.x(), box.y() + 7, box.width(), 22), QRect(box.x(), box.y() + 30, box.width(), 18)
        strong = "row.strong" if alarm.shown in UNSEEN else "row"
        times = f" ×{len(alarm.occurrences)}" if len(alarm.occurrences) > 1 else ""
        when = self._placing.clock(alarm.last.source_ms) + times
        title, more, state = self._wording(alarm, box.width())
        hi, plain, dim = (theme.colour(token) for token in ("text.hi", "text", "text.dim"))
        ink = dim if alarm.aside is not None or alarm.is_closed else hi
        klass = ("head", alarm.alarm_class.value, ink)
        priority = ("note", self._words.priority(alarm.priority), dim)
        self._line(painter, upper, klass, (strong, title, ink), (strong, when, ink))
        at_right = ("note.strong", state, hi) if alarm.verify.is_running else ("note", state, plain)
        left = self._clock(painter, lower, at_right, alarm)
        self._second(painter, left, priority, alarm, more)

    def _second(self, painter: QPainter, line: QRect, priority: Part, alarm: Alarm, more: str) -> None:
        """Below the title: that nobody has written down what to do, what is odd about it, device, value, owner."""
        start, dim = text_left(self._words), theme.colour("text.dim")
        shift = 0
        if self._placing.guidance(alarm) is None:
            shift = self._unguided(painter, QRect(line.x() + start, line.y(), line.width() - start, line.height()))
        marks = " · ".join(self._said.marks(alarm))
        if marks:
            room = QRect(line.x() + start + shift, line.y(), line.right() - line.x() - start - shift - 8, line.height())
            lettering.draw(painter, room, "note.strong", marks, theme.colour("text.hi"))
            shift += min(room.width(), lettering.width("note.strong", marks) + 10)
        self._line(painter, line, priority, ("note", more, dim), ("", "", dim), shift)

    def _unguided(self, painter: QPainter, room: QRect) -> int:
        """A dashed box; how much of the line it takes, px."""
        word = self._words.not_rationalised()
        box = QRect(room.x(), room.y() + 1, lettering.width("note", word) + 8, room.height() - 1)
        if box.width() > room.width():
            return 0
        painter.setPen(QPen(theme.colour("ctl.edge"), 1, Qt.PenStyle.DashLine))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        lettering.draw(painter, box, "note", word, theme.colour("text"), align=lettering.CENTRE)
        return box.width() + 8

    def _clock(self, painter: QPainter, line: QRect, state: Part, alarm: Alarm) -> QRect:
        """The state at the right, before it the response clock that matters next; gives what is left of the line."""
        place = _at_right(painter, line, state)
        is_other = alarm.verify.is_running or alarm.aside is not None  # a clock of its own stands there
        clock = self._board.row_clock(alarm.id) if not is_other else None
        if clock is not None:
            ink = theme.colour("alarm.urgent" if clock.is_breached else "text.hi")
            place = _at_right(painter, QRect(line.topLeft(), place.bottomLeft()), ("note", clock.number, ink))
        return QRect(line.topLeft(), place.bottomLeft())

    def _wording(self, alarm: Alarm, width: int) -> tuple[str, str, str]:
        """Title, second line, state. Where the title is too long: what above where, the rest is in the details."""
        title, state = self._placing.title(alarm), self._said.state(alarm)
        if aside := self._said.aside(alarm):
            return title, aside, state
        if is_made(alarm.point):  # what it is made of says more than where it is
            return title, self._placing.second_line(alarm), state
        if lettering.width("row.strong", title) <= width - text_left(self._words) - TIME_WIDTH:
            return title, self._placing.second_line(alarm), state
        what = self._placing.what(alarm)
        where = " · ".join(filter(None, (self._placing.value(alarm), self._placing.where(alarm))))
        return what, where, self._said.short_state(alarm)

    def _line(self, painter: QPainter, line: QRect, left: Part, middle: Part, right: Part, shift: int = 0) -> None:
        """Class column, text, and what stands at the right: the text gets whatever the right leaves."""
        start = text_left(self._words)
        lettering.draw(painter, QRect(line.x() + CLASS_LEFT, line.y(), start - CLASS_LEFT - 2, line.height()), *left)
        end = _at_right(painter, line, right).left() if right[1] else line.right()
        room = end - line.x() - start - theme.SPACE - shift
        if room > 0:
            lettering.draw(painter, QRect(line.x() + start + shift, line.y(), room, line.height()), *middle)


def _at_right(painter: QPainter, line: QRect, part: Part) -> QRect:
    width = lettering.width(part[0], part[1]) + 2
    place = QRect(line.right() - width - theme.SIDE + 4, line.y(), width, line.height())
    lettering.draw(painter, place, *part, align=lettering.RIGHT)
    return place


def _ring(painter: QPainter, box: QRect, focused: bool) -> None:
    """Which alarm F2 acts on; drawn inside the row."""
    painter.setPen(theme.colour("text.hi" if focused else "ctl.edge"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for inset in range(2 if focused else 1):
        painter.drawRect(box.adjusted(inset, inset, -1 - inset, -1 - inset))
