"""The clips of an alarm, one below the other: camera and reason, beginning and length, what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from console.evidence import Clip, ClipState
from widgets import lettering, theme

ROW, LINE = 64, 18
NUMBER = 44
KEYS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row in words."""

    clip: Clip
    camera: str  # its name
    reason: str
    when: str  # beginning and length
    state: str
    is_playing: bool

    def in_words(self) -> str:
        short = f"SHA-256 {self.clip.sha256[:8]}" if self.clip.sha256 else ""
        texts = (str(self.clip.number), self.camera, self.reason, self.when, self.state, short)
        return " · ".join(filter(None, texts))


class ClipList(QListWidget):
    """Enter or a click on a row plays it; all other keys are the panel's."""

    chosen = Signal(object)  # Clip

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()
        self.setItemDelegate(_Rows(self))
        self.setStyleSheet(f"QListWidget {{ background: {theme.PANEL}; border: none; }}")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_row)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """These from now on; the row that was current stays current."""
        if entries == self.entries:
            return
        row, self.entries = self.currentRow(), entries
        while self.count() > len(entries):
            self.takeItem(self.count() - 1)
        for number, entry in enumerate(entries):
            if number >= self.count():
                self.addItem(QListWidgetItem())
            self.item(number).setText(entry.in_words())
        self.setCurrentRow(min(max(0, row), self.count() - 1))
        self.viewport().update()

    def current(self) -> Clip | None:
        row = self.currentRow()
        return self.entries[row].clip if 0 <= row < len(self.entries) else None

    def _on_row(self, _item: QListWidgetItem) -> None:
        if (clip := self.current()) is not None:
            self.chosen.emit(clip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if (clip := self.current()) is not None:
                self.chosen.emit(clip)
        elif event.key() in KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()


class _Rows(QStyledItemDelegate):
    def __init__(self, listing: ClipList) -> None:
        super().__init__(listing)
        self._list = listing

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = self._list.entries[index.row()]
        box: QRect = option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, theme.colour("bg.select" if is_current else "bg.panel"))
        painter.fillRect(QRect(box.x(), box.bottom(), box.width(), 1), theme.colour("line"))
        if entry.is_playing:
            painter.fillRect(QRect(box.x(), box.y(), 4, box.height()), theme.colour("text.hi"))
        number = QRect(box.x() + theme.SIDE, box.y() + 4, NUMBER, LINE)
        lettering.draw(painter, number, "body.strong", str(entry.clip.number), theme.colour("text.hi"))
        left = box.x() + theme.SIDE + NUMBER
        width = box.right() - left - theme.SPACE
        self._line(painter, QRect(left, box.y() + 4, width, LINE), "body", entry.camera, "text", entry.reason)
        self._line(painter, QRect(left, box.y() + 4 + LINE, width, LINE), "note", entry.when, "text.dim", "")
        ink = "alarm.fault" if entry.clip.state is ClipState.FAILED else "text.dim"
        short = entry.clip.sha256[:8]
        self._line(painter, QRect(left, box.y() + 4 + 2 * LINE, width, LINE), "note", entry.state, ink, short)

    @staticmethod
    def _line(painter: QPainter, box: QRect, name: str, text: str, ink: str, right: str) -> None:
        """A text, and a smaller one at the right end as far as there is room."""
        room = min(lettering.width("note", right) + 2, box.width() // 2) if right else 0
        lettering.draw(painter, box.adjusted(0, 0, -room - 4, 0), name, text, theme.colour(ink))
        if right:
            end = QRect(box.right() - room, box.y(), room, box.height())
            lettering.draw(painter, end, "note", right, theme.colour("text.dim"), align=lettering.RIGHT)
