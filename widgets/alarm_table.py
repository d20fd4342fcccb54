"""The alarm table: every open alarm as one row of fixed form. Cannot be closed or filtered."""

from __future__ import annotations

import bisect
from functools import cache
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from console.alarms import Alarm, Shown
from console.app import Console
from console.model import AlarmId
from widgets import lettering, shapes, theme
from widgets.dispatch.board import Board
from widgets.placing import Placing, span
from widgets.words import Words

Index = QModelIndex | QPersistentModelIndex
Part = tuple[str, str, QColor]  # step of the type scale, text, colour
ALARM = Qt.ItemDataRole.UserRole
CLASS_LEFT, CLASS_LEAST, TIME_WIDTH = 48, 68, 104  # the fixed columns, px


def text_left(words: Words) -> int:
    """Where what and where begin: behind the widest word of a priority, px."""
    return CLASS_LEFT + _class_width(theme.language(), tuple(words.priority(p) for p in range(5)))


@cache
def _class_width(_language: str, texts: tuple[str, ...]) -> int:
    return max(CLASS_LEAST, *(lettering.width("note", text) + 8 for text in texts))


class AlarmModel(QAbstractListModel):
    """The open alarms in their order; each change moves one row, nothing is sorted again as a whole."""

    def __init__(self, console: Console, placing: Placing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._rows: list[Alarm] = console.alarms.rows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        alarm = self._rows[index.row()]
        if role == ALARM:
            return alarm
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._placing.title(alarm)
        return None

    def alarm(self, row: int) -> Alarm | None:
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, alarm_id: AlarmId) -> int:
        return next((i for i, alarm in enumerate(self._rows) if alarm.id == alarm_id), -1)

    def read_again(self) -> None:
        """Other alarms than before are shown: those of a drill, or the live ones again."""
        self.beginResetModel()
        self._rows = self._console.alarms.rows()
        self.endResetModel()

    def refresh(self, alarm_id: AlarmId) -> None:
        """The alarm changed, came or went."""
        row = self.row_of(alarm_id)
        alarm = self._console.alarms.get(alarm_id)
        if row >= 0 and alarm is not None and alarm.sort_key == self._rows[row].sort_key:
            self._rows[row] = alarm
            self.dataChanged.emit(self.index(row), self.index(row))
            return
        if row >= 0 and alarm is not None:
            self._move(row, alarm)
        elif row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()
        elif alarm is not None:
            at = self._place(self._rows, alarm)
            self.beginInsertRows(QModelIndex(), at, at)
            self._rows.insert(at, alarm)
            self.endInsertRows()

    def _move(self, row: int, alarm: Alarm) -> None:
        """A move, not a removal and an insertion: whoever has chosen this row keeps it."""
        others = self._rows[:row] + self._rows[row + 1 :]
        at = self._place(others, alarm)
        if at != row:
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), at + (at > row))
        self._rows = [*others[:at], alarm, *others[at:]]
        if at != row:
            self.endMoveRows()
        self.dataChanged.emit(self.index(at), self.index(at))

    @staticmethod
    def _place(rows: list[Alarm], alarm: Alarm) -> int:
        return bisect.bisect_left(rows, alarm.sort_key, key=lambda a: a.sort_key)


class AlarmRow(QStyledItemDelegate):
    """Draws one row; `blink_on` is the phase of the blinking symbol. `board` knows the response clocks."""

    def __init__(
        self, console: Console, placing: Placing, words: Words, board: Board, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._board = board
        self._console = console
        self._placing = placing
        self._words = words
        self.blink_on = True

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, theme.ALARM_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        alarm: Alarm = index.data(ALARM)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        unseen = alarm.shown in {Shown.UNACKNOWLEDGED, Shown.CLEARED}
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._ground(painter, box, alarm, unseen, selected)
        self._symbol(painter, QRect(box.x() + 8, box.y() + 12, 32, 32), alarm)
        self._text(painter, box, alarm, unseen)
        if selected:
            self._ring(painter, box, bool(state & QStyle.StateFlag.State_HasFocus))
        painter.restore()

    def _ring(self, painter: QPainter, box: QRect, focused: bool) -> None:
        """Which alarm F2 acts on; drawn inside the row."""
        painter.setPen(theme.colour("text.hi" if focused else "ctl.edge"))
        for inset in range(2 if focused else 1):
            painter.drawRect(box.adjusted(inset, inset, -1 - inset, -1 - inset))

    def _ground(self, painter: QPainter, box: QRect, alarm: Alarm, unseen: bool, selected: bool) -> None:
        tinted = unseen and alarm.shown is Shown.UNACKNOWLEDGED
        ground = theme.alarm_tint(alarm.priority) if tinted else theme.colour("bg.panel")
        painter.fillRect(box, theme.colour("bg.select") if selected and not tinted else ground)
        painter.fillRect(box.x(), box.bottom(), box.width(), 1, theme.colour("line"))
        if unseen:
            painter.fillRect(box.x(), box.y(), 4, box.height(), theme.alarm_colour(alarm.priority))

    def _symbol(self, painter: QPainter, block: QRect, alarm: Alarm) -> None:
        colour = theme.alarm_colour(alarm.priority)
        symbol = QRectF(block).adjusted(6, 6, -6, -6)
        if alarm.lost:
            mark = QRect(block.right() + 1, block.y(), 8, 16)  # its state is the last one known
            lettering.draw(painter, mark, "body.strong", "?", theme.colour("text.hi"))
        if alarm.shown is Shown.UNACKNOWLEDGED:
            if self.blink_on:
                painter.fillRect(block, colour)
                shapes.alarm_symbol(painter, symbol, alarm.priority, theme.colour("on.alarm"))
            else:
                shapes.alarm_symbol(painter, symbol, alarm.priority, colour)
            return
        filled = alarm.is_active and not alarm.lost
        shapes.alarm_symbol(painter, symbol, alarm.priority, colour, filled)
        if alarm.shown is Shown.LATCHED:
            shapes.padlock(painter, QRectF(block.right() - 11, block.bottom() - 13, 11, 13), theme.colour("text.hi"))

    def _text(self, painter: QPainter, box: QRect, alarm: Alarm, unseen: bool) -> None:
        upper, lower = QRect(box.x(), box.y() + 7, box.width(), 22), QRect(box.x(), box.y() + 30, box.width(), 18)
        strong = "row.strong" if unseen else "row"
        times = f" ×{len(alarm.occurrences)}" if len(alarm.occurrences) > 1 else ""
        when = self._placing.clock(alarm.last.source_ms) + times
        title, more, state = self._wording(alarm, box.width())
        hi, plain, dim = (theme.colour(token) for token in ("text.hi", "text", "text.dim"))
        klass = ("head", alarm.alarm_class.value, hi)
        priority = ("note", self._words.priority(alarm.priority), dim)
        self._line(painter, upper, klass, (strong, title, hi), (strong, when, hi))
        lower = self._clock(painter, lower, ("note", state, plain), alarm)
        self._line(painter, lower, priority, ("note", more, dim), ("", "", plain))

    def _clock(self, painter: QPainter, line: QRect, state: Part, alarm: Alarm) -> QRect:
        """The state at the right, before it the response clock that matters next; gives what is left of the line."""
        place = self._at_right(painter, line, state)
        clock = self._board.row_clock(alarm.id)
        if clock is not None:
            ink = theme.colour("alarm.urgent" if clock.is_breached else "text.hi")
            place = self._at_right(painter, QRect(line.topLeft(), place.bottomLeft()), ("note", clock.number, ink))
        return QRect(line.topLeft(), place.bottomLeft())

    def _at_right(self, painter: QPainter, line: QRect, part: Part) -> QRect:
        width = lettering.width(part[0], part[1]) + 2
        place = QRect(line.right() - width - theme.SIDE + 4, line.y(), width, line.height())
        lettering.draw(painter, place, *part, align=lettering.RIGHT)
        return place

    def _wording(self, alarm: Alarm, width: int) -> tuple[str, str, str]:
        """Title, second line, state. Where the title is too long: what above where, the rest is in the details."""
        age = f" {span(self._console.clock.now_ms() - alarm.lost_ms)}" if alarm.lost else ""
        tail = age + (" *" if alarm.unsaved else "")
        title, state = self._placing.title(alarm), self._words.shown(alarm.shown) + tail
        if lettering.width("row.strong", title) <= width - text_left(self._words) - TIME_WIDTH:
            return title, self._placing.second_line(alarm), state
        what = self._placing.what(alarm)
        where = " · ".join(filter(None, (self._placing.value(alarm), self._placing.where(alarm))))
        return what, where, self._words.row_state(alarm.shown) + tail

    def _line(self, painter: QPainter, line: QRect, left: Part, middle: Part, right: Part) -> None:
        """Class column, text, and what stands at the right: the text gets whatever the right leaves."""
        start = text_left(self._words)
        lettering.draw(painter, QRect(line.x() + CLASS_LEFT, line.y(), start - CLASS_LEFT - 2, line.height()), *left)
        end = self._at_right(painter, line, right).left() if right[1] else line.right()
        room = end - line.x() - start - theme.SPACE
        lettering.draw(painter, QRect(line.x() + start, line.y(), room, line.height()), *middle)


class AlarmTable(QListView):
    """The table with its blinking clock; `chosen` follows the selection."""

    chosen = Signal(object)  # AlarmId | None

    def __init__(
        self, console: Console, placing: Placing, words: Words, board: Board, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows = AlarmModel(console, placing, self)
        self._delegate = AlarmRow(console, placing, words, board, self)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self.on_current_changed)
        self._blink = QTimer(self)
        self._blink.setInterval(theme.BLINK_MS)
        self._blink.timeout.connect(self.on_blink)
        self._blink.start()

    def refresh(self, alarm_id: AlarmId) -> None:
        """The selection stays with its alarm while rows move, and goes to nobody when it is closed."""
        keep = self.selected()
        self.rows.refresh(alarm_id)
        if keep != self.selected():
            self.choose(keep)

    def selected(self) -> AlarmId | None:
        alarm = self.rows.alarm(self.currentIndex().row())
        return alarm.id if alarm is not None else None

    def choose(self, alarm_id: AlarmId | None) -> None:
        row = self.rows.row_of(alarm_id) if alarm_id is not None else -1
        self.setCurrentIndex(self.rows.index(row) if row >= 0 else QModelIndex())

    @Slot()
    def on_blink(self) -> None:
        self._delegate.blink_on = theme.is_motion_reduced() or not self._delegate.blink_on
        for row in range(self.rows.rowCount()):
            alarm = self.rows.alarm(row)
            if alarm is not None and alarm.shown is Shown.UNACKNOWLEDGED:
                self.update(self.rows.index(row))

    @Slot()
    def on_current_changed(self) -> None:
        self.chosen.emit(self.selected())
