"""Rows of units or incidents in the column: reached with Tab, ticked with Space, opened with Enter, acted on by menu.

As high as its rows: the sheet around it scrolls.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from widgets.dispatch.entries import IncidentEntry, UnitEntry
from widgets.dispatch.rows import HEIGHT, TICK, paint_row
from widgets.line_list import LineList, Manner

Entry = UnitEntry | IncidentEntry
MANNER: Manner[Entry] = Manner(lambda entry: entry.key, lambda entry: entry.words, paint_row, height=HEIGHT)


class RowList(LineList[Entry]):
    """`opened` by Enter or a click beside the tick box, `ticked` by Space or a click on it, `menu_asked` with where."""

    ticked = Signal(str)
    menu_asked = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(MANNER, parent)
        self._on_tick = False  # the pointer, as it was let go
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the alarm table
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_rows(())

    def show_rows(self, rows: Sequence[Entry]) -> None:
        super().show_rows(rows)
        self.setFixedHeight(len(rows) * HEIGHT)
        self.setVisible(bool(rows))

    def row_box(self, key: str) -> QRect:
        """Where the row of that key is, in the list."""
        return self.visualRect(self.lines.find(key))

    # ---- hands ----

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys are here now: on this row and no more on one of another list."""
        super().focusInEvent(event)
        self.moved.emit()

    def _tick(self) -> bool:
        """Tick the current row, or not; whether that can be."""
        entry = self.chosen()
        can_tick = isinstance(entry, UnitEntry) and entry.ticked is not None
        if entry is not None and can_tick:
            self.ticked.emit(entry.key)
        return can_tick

    def act(self) -> None:
        if not (self._on_tick and self._tick()):
            super().act()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._on_tick = event.position().x() < TICK
        super().mouseReleaseEvent(event)
        self._on_tick = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            at = event.pos() if by_mouse else self.visualRect(index).center()
            self.menu_asked.emit(self.lines.rows[index.row()].key, self.mapToGlobal(at))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the sheet scrolls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or self.chosen() is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and not self._tick():
            self.act()
