"""Rows of units or incidents in the column: reached with Tab, ticked with Space, opened with Enter, acted on by menu.

As high as its rows: the sheet around it scrolls.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from widgets import theme
from widgets.dispatch.entries import IncidentEntry, UnitEntry
from widgets.dispatch.rows import HEIGHT, TICK, paint_row

Index = QModelIndex | QPersistentModelIndex
Entry = UnitEntry | IncidentEntry
ENTRY = Qt.ItemDataRole.UserRole
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}


class Entries(QAbstractListModel):
    """What is listed now; the words of each row are its accessible text."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.all: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """These from now on; the same ones in new words are only painted anew."""
        before, after = [entry.key for entry in self.all], [entry.key for entry in entries]
        if before != after:
            self.beginResetModel()
        changed = self.all != tuple(entries)
        self.all = tuple(entries)
        if before != after:
            self.endResetModel()
        elif changed:
            self.dataChanged.emit(self.index(0), self.index(len(self.all) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.all)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.all[index.row()]
        if role == ENTRY:
            return entry
        return entry.words if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        painter.save()
        paint_row(painter, box, index.data(ENTRY))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("text.hi"))
            for inset in range(2):
                painter.drawRect(box.adjusted(inset, inset, -1 - inset, -1 - inset))
        painter.restore()


class RowList(QListView):
    """`opened` by Enter or a click beside the tick box, `ticked` by Space or a click on it, `menu_asked` with where."""

    opened = Signal(str)
    ticked = Signal(str)
    menu_asked = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = Entries(self)
        self.setModel(self.entries)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the alarm table
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_entries(())

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """These from now on; the row that was current stays current."""
        current = self.current()
        self.entries.show(entries)
        keys = [entry.key for entry in entries]
        if keys and self.current() is None:
            row = keys.index(current.key) if current is not None and current.key in keys else 0
            self.setCurrentIndex(self.entries.index(row))
        self.setFixedHeight(len(entries) * HEIGHT)
        self.setVisible(bool(entries))

    def current(self) -> Entry | None:
        row = self.currentIndex().row()
        return self.entries.all[row] if 0 <= row < len(self.entries.all) else None

    def row_box(self, key: str) -> QRect:
        """Where the row of that key is, in the list."""
        row = next(i for i, entry in enumerate(self.entries.all) if entry.key == key)
        return self.visualRect(self.entries.index(row))

    # ---- hands ----

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        entry = self.entries.all[index.row()]
        if isinstance(entry, UnitEntry) and entry.ticked is not None and event.position().x() < TICK:
            self.ticked.emit(entry.key)
        else:
            self.opened.emit(entry.key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            at = event.pos() if by_mouse else self.visualRect(index).center()
            self.menu_asked.emit(self.entries.all[index.row()].key, self.mapToGlobal(at))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the sheet scrolls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry, key = self.current(), Qt.Key(event.key())
        if entry is None or (event.isAutoRepeat() and key not in MOVES):
            event.ignore()
        elif key is Qt.Key.Key_Space and isinstance(entry, UnitEntry) and entry.ticked is not None:
            self.ticked.emit(entry.key)
        elif key in ENTER or key is Qt.Key.Key_Space:
            self.opened.emit(entry.key)
        elif key in MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()
