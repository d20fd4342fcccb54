"""The alarm table: every open alarm as one row of fixed form. Cannot be closed or filtered."""

from __future__ import annotations

import bisect
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
from widgets.placing import Placing
from widgets.words import Words

Index = QModelIndex | QPersistentModelIndex
Part = tuple[str, str, QColor]  # step of the type scale, text, colour
ALARM = Qt.ItemDataRole.UserRole
CLASS_LEFT, TEXT_LEFT, TIME_WIDTH = 48, 116, 104  # the fixed columns, px


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

    def refresh(self, alarm_id: AlarmId) -> None:
        """The alarm changed, came or went."""
        row = self.row_of(alarm_id)
        alarm = self._console.alarms.get(alarm_id)
        if row >= 0 and alarm is not None and alarm.sort_key == self._rows[row].sort_key:
            self._rows[row] = alarm
            self.dataChanged.emit(self.index(row), self.index(row))
            return
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()
        if alarm is not None:
            at = bisect.bisect_left(self._rows, alarm.sort_key, key=lambda a: a.sort_key)
            self.beginInsertRows(QModelIndex(), at, at)
            self._rows.insert(at, alarm)
            self.endInsertRows()


class AlarmRow(QStyledItemDelegate):
    """Draws one row; `blink_on` is the phase of the blinking symbol."""

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
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
            painter.setPen(theme.colour("text.hi" if state & QStyle.StateFlag.State_HasFocus else "ctl.edge"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()

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
        state = self._words.shown(alarm.shown) + (" *" if alarm.unsaved else "")
        title, more = self._placing.title(alarm), self._placing.second_line(alarm)
        hi, plain, dim = (theme.colour(token) for token in ("text.hi", "text", "text.dim"))
        klass = ("head", alarm.alarm_class.value, theme.alarm_colour(alarm.priority))
        priority = ("note", self._words.priority(alarm.priority), dim)
        self._line(painter, upper, klass, (strong, title, hi), (strong, when, hi))
        self._line(painter, lower, priority, ("note", more, dim), ("note", state, plain))

    def _line(self, painter: QPainter, line: QRect, left: Part, middle: Part, right: Part) -> None:
        """Class column, text, and what stands at the right: the text gets whatever the right leaves."""
        lettering.draw(
            painter, QRect(line.x() + CLASS_LEFT, line.y(), TEXT_LEFT - CLASS_LEFT - 2, line.height()), *left
        )
        width = lettering.width(right[0], right[1]) + 2
        place = QRect(line.right() - width - theme.SIDE + 4, line.y(), width, line.height())
        lettering.draw(painter, place, *right, align=lettering.RIGHT)
        room = place.left() - line.x() - TEXT_LEFT - theme.SPACE
        lettering.draw(painter, QRect(line.x() + TEXT_LEFT, line.y(), room, line.height()), *middle)


class AlarmTable(QListView):
    """The table with its blinking clock; `chosen` follows the selection."""

    chosen = Signal(object)  # AlarmId | None

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = AlarmModel(console, placing, self)
        self._delegate = AlarmRow(console, placing, words, self)
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
        """Keeps the selection on the same alarm while rows move."""
        keep = self.selected()
        self.rows.refresh(alarm_id)
        if keep is not None and keep != self.selected():
            self.choose(keep)

    def selected(self) -> AlarmId | None:
        alarm = self.rows.alarm(self.currentIndex().row())
        return alarm.id if alarm is not None else None

    def choose(self, alarm_id: AlarmId | None) -> None:
        row = self.rows.row_of(alarm_id) if alarm_id is not None else -1
        self.setCurrentIndex(self.rows.index(row) if row >= 0 else QModelIndex())

    @Slot()
    def on_blink(self) -> None:
        self._delegate.blink_on = not self._delegate.blink_on
        for row in range(self.rows.rowCount()):
            alarm = self.rows.alarm(row)
            if alarm is not None and alarm.shown is Shown.UNACKNOWLEDGED:
                self.update(self.rows.index(row))

    @Slot()
    def on_current_changed(self) -> None:
        self.chosen.emit(self.selected())
