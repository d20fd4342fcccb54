"""Lists of lines that draw themselves: the keys that move are theirs, and Enter does what a click does. GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
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

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
ROW = 24  # px
RING = 2  # px
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
PAGES = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
MOVES = PAGES | {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}
SPOKEN = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})


class KeyList(QListView):
    """`act` is what a click does, and one of the keys `acting`. Keys that mean nothing here belong to the desk."""

    acting: ClassVar[frozenset[Qt.Key]] = ENTER
    by_click: ClassVar[bool] = True  # else by a double click: where it takes a picture off a tile, choosing must not

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel only scrolls
        (self.clicked if self.by_click else self.doubleClicked).connect(self.on_clicked)

    def act(self) -> None:
        """On the line the keys are on; where there is no more to do, a click only chooses it."""

    def on_clicked(self, index: QModelIndex) -> None:
        if index == self.currentIndex():  # not a head between the lines
            self.act()

    def event(self, event: QEvent) -> bool:
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() in PAGES:
            event.accept()  # else they would page the wall
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in MOVES:
            super().keyPressEvent(event)
        elif event.key() not in self.acting:
            event.ignore()
        elif not event.isAutoRepeat():
            self.act()


def draw_ring(painter: QPainter, box: QRect) -> None:
    """Round the line the keys are on."""
    painter.setPen(theme.colour("text.hi"))
    for inset in range(RING):
        painter.drawRect(box.adjusted(inset, inset, -1 - inset, -1 - inset))


@dataclass(frozen=True, slots=True)
class Manner(Generic[Row]):
    """What makes a row the same row, what it says to those who cannot see it, and how it is drawn into its box.

    `tip` is said while the pointer rests on it; `height` px of a line; with `begins` the first is chosen when none is.
    """

    key: Callable[[Row], str]
    in_words: Callable[[Row], str]
    draw: Callable[[QPainter, QRect, Row], None]
    tip: Callable[[Row], str] | None = None
    height: int = ROW
    begins: bool = True


class Lines(QAbstractListModel, Generic[Row]):
    """The rows that are listed, in their order."""

    def __init__(self, manner: Manner[Row], parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self._manner = manner

    def show(self, rows: Sequence[Row]) -> bool:
        """Whether other rows stand there than before, or in another order."""
        key = self._manner.key
        if [key(row) for row in rows] == [key(row) for row in self.rows]:
            self.rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return False
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()
        return True

    def find(self, key: str | None) -> QModelIndex:
        """Where it stands; an invalid index when it does not."""
        at = next((at for at, row in enumerate(self.rows) if self._manner.key(row) == key), -1)
        return self.index(at) if at >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and self._manner.tip is not None:
            return self._manner.tip(row)
        return self._manner.in_words(row) if role in SPOKEN else None


class _Line(QStyledItemDelegate, Generic[Row]):
    def __init__(self, lines: Lines[Row], manner: Manner[Row], parent: QObject) -> None:
        super().__init__(parent)
        self._lines = lines
        self._manner = manner

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, self._manner.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, theme.colour("bg.select" if is_chosen else "bg.panel"))
        painter.fillRect(box.x(), box.y(), box.width(), 1, theme.colour("line"))
        self._manner.draw(painter, box, self._lines.rows[index.row()])
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, box)
        painter.restore()


class LineList(KeyList, Generic[Row]):
    """`opened` carries the key of a row that was clicked, or where Enter was pressed; `moved` when a person chose
    another one.
    """

    opened = Signal(str)
    moved = Signal()

    def __init__(self, manner: Manner[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._manner = manner
        self.lines: Lines[Row] = Lines(manner, self)
        self.setModel(self.lines)
        self.setItemDelegate(_Line(self.lines, manner, self))
        self.setUniformItemSizes(True)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.moved.emit())

    def chosen(self) -> Row | None:
        """The one the keys are on."""
        at = self.currentIndex().row()
        return self.lines.rows[at] if 0 <= at < len(self.lines.rows) else None

    def chosen_key(self) -> str | None:
        row = self.chosen()
        return self._manner.key(row) if row is not None else None

    def choose(self, key: str | None) -> None:
        """The row of this key is the chosen one; none when there is no such row."""
        self.setCurrentIndex(self.lines.find(key))

    def act(self) -> None:
        if (key := self.chosen_key()) is not None:
            self.opened.emit(key)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """These from now on. Whoever was chosen stays so, and in sight if he was; nobody has moved."""
        kept, top = self.chosen_key(), self.verticalScrollBar().value()
        was_seen = self.viewport().rect().intersects(self.visualRect(self.currentIndex()))
        self.blockSignals(True)
        if self.lines.show(rows):
            again = self.lines.find(kept)
            self.setCurrentIndex(self.lines.index(0) if self._manner.begins and not again.isValid() else again)
            self.verticalScrollBar().setValue(top)
            if was_seen or self.chosen_key() != kept:
                self.scrollTo(self.currentIndex())
        self.blockSignals(False)
