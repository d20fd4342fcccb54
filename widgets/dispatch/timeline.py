"""The timeline of an incident, oldest first: time, what happened, who; what was spoken can be played again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPolygon, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from widgets import lettering, theme
from widgets.line_list import ENTER, ROW, SPOKEN, Index, KeyList, draw_ring

LINE = Qt.ItemDataRole.UserRole
PAD = 3
TIME = 72  # px of the column of times
WHO_MOST = 0.34  # of the width
PLAY = 20


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line in words. `ink` is a colour token; `plays` names what can be heard again, "" for nothing."""

    time: str
    text: str
    who: str
    ink: str = "text"
    plays: str = ""

    @property
    def words(self) -> str:
        return " · ".join(filter(None, (self.time, self.text, self.who)))


class Lines(QAbstractListModel):
    """The lines of the incident that is shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.all: tuple[TimelineEntry, ...] = ()

    def show(self, lines: Sequence[TimelineEntry]) -> None:
        """These from now on; new ones at the end leave the others where they are."""
        lines = tuple(lines)
        kept = len(self.all)
        if lines == self.all:
            return
        if lines[:kept] == self.all:
            self.beginInsertRows(QModelIndex(), kept, len(lines) - 1)
            self.all = lines
            self.endInsertRows()
            return
        self.beginResetModel()
        self.all = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.all)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.all[index.row()]
        if role == LINE:
            return line
        return line.words if role in SPOKEN else None


class _Delegate(QStyledItemDelegate):
    """As high as the text needs in the width there is."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line: TimelineEntry = index.data(LINE)
        width = self._view.viewport().width()
        room = _text_box(QRect(0, 0, width, ROW), line).width()
        return QSize(width, max(ROW, lettering.paragraph_height("body", line.text, room) + 2 * PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: TimelineEntry = index.data(LINE)
        box: QRect = option.rect
        painter.save()
        painter.fillRect(box.x(), box.bottom(), box.width(), 1, theme.colour("line"))
        time = QRect(box.x() + theme.SIDE, box.y() + PAD, TIME, ROW - 2 * PAD)
        lettering.draw(painter, time, "list", line.time, theme.colour("text.dim"))
        text = _text_box(box, line)
        lettering.draw_paragraph(painter, text, "body", line.text, theme.colour(line.ink))
        who = QRect(text.right() + theme.SPACE, time.y(), box.right() - theme.SIDE - text.right() - theme.SPACE, 18)
        lettering.draw(painter, who, "note", line.who, theme.colour("text.dim"), align=lettering.RIGHT)
        if line.plays:
            _play_sign(painter, QRect(text.x() - PLAY, time.y(), PLAY, 18))
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, box)
        painter.restore()


def _text_box(box: QRect, line: TimelineEntry) -> QRect:
    """Between the time and whoever did it."""
    left = box.x() + theme.SIDE + TIME + (PLAY if line.plays else 0)
    wanted = lettering.width("note", line.who) + 2 if line.who else 0
    who = min(wanted, int(WHO_MOST * box.width()))
    right = box.right() - theme.SIDE - who - theme.SPACE
    return QRect(left, box.y() + PAD, max(80, right - left), box.height() - 2 * PAD + 1)


def _play_sign(painter: QPainter, box: QRect) -> None:
    middle, left = box.center().y(), box.x() + 2
    painter.setBrush(theme.colour("text.hi"))
    painter.setPen(theme.colour("text.hi"))
    painter.drawPolygon(QPolygon([QPoint(left, middle - 5), QPoint(left + 9, middle), QPoint(left, middle + 5)]))


class Timeline(KeyList):
    """Stays at its end while new lines come, unless somebody has scrolled up. `play_asked` carries what to play."""

    play_asked = Signal(str)
    acting = ENTER | {Qt.Key.Key_Space}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = Lines(self)
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_lines(self, lines: Sequence[TimelineEntry]) -> None:
        """These from now on."""
        bar = self.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - ROW
        self.lines.show(lines)
        if at_end:
            self.scrollToBottom()

    def act(self) -> None:
        """What was spoken is heard again."""
        line: TimelineEntry | None = self.currentIndex().data(LINE)
        if line is not None and line.plays:
            self.play_asked.emit(line.plays)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
