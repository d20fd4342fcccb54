"""A long list of things to be ticked one by one: heads between them, a box, two lines, what stands at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets import lettering, theme
from widgets.dispatch.rows import tick_box
from widgets.line_list import ENTER, SPOKEN, Index, KeyList, draw_ring

ITEM = Qt.ItemDataRole.UserRole
ROW, HEAD, BOX = 48, 28, 18
UPPER, LOWER = (4, 20), (25, 18)  # top and height of the two lines


class Box(Enum):
    """What stands before a row."""

    NONE = "none"  # nothing can be ticked
    EMPTY = "empty"
    TICKED = "ticked"
    CROSSED = "crossed"  # it failed


@dataclass(frozen=True, slots=True)
class Item:
    """One row in words; `line` is its second line, `value` over `state` stand at the right. A head has `name`, `value`.

    `ink` of the state, `name_ink` of the name: colour tokens.
    """

    key: str
    name: str
    line: str = ""
    value: str = ""
    state: str = ""
    box: Box = Box.NONE
    ink: str = "text.dim"
    name_ink: str = "text.hi"
    is_head: bool = False

    @property
    def words(self) -> str:
        """The whole row for those who hear it."""
        mark = {Box.TICKED: "✓", Box.CROSSED: "✕"}.get(self.box, "")
        return " · ".join(filter(None, (mark, self.name, self.state, self.value, self.line)))


Describe = Callable[[str], Item]


class Items(QAbstractListModel):
    """What is listed now, by key; a row gets its words when it is painted or read out, so that a long list costs
    nothing. The words of each row are its accessible text.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.keys: tuple[str, ...] = ()
        self._heads: frozenset[str] = frozenset()
        self._describe: Describe = _nothing

    def show(self, keys: Sequence[str], describe: Describe, heads: frozenset[str]) -> None:
        """These from now on; the same ones in new words are only painted anew."""
        self._describe, self._heads = describe, heads
        if self.keys != tuple(keys):
            self.beginResetModel()
            self.keys = tuple(keys)
            self.endResetModel()
        elif keys:
            self.dataChanged.emit(self.index(0), self.index(len(self.keys) - 1))

    def item(self, row: int) -> Item:
        """A row in words."""
        return self._describe(self.keys[row])

    def is_head(self, row: int) -> bool:
        return self.keys[row] in self._heads

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == ITEM:
            return self.item(index.row())
        if role in SPOKEN:
            return self.item(index.row()).words
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.is_head(index.row()):
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _nothing(key: str) -> Item:
    return Item(key, key)


class _Delegate(QStyledItemDelegate):
    def __init__(self, items: Items, parent: QObject) -> None:
        super().__init__(parent)
        self._items = items

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, HEAD if self._items.is_head(index.row()) else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        item: Item = index.data(ITEM)
        painter.save()
        if item.is_head:
            _head(painter, box, item)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            _row(painter, box, item, chosen=chosen)
            if option.state & QStyle.StateFlag.State_HasFocus:
                draw_ring(painter, box.adjusted(0, 0, 0, -1))
        painter.restore()


def _head(painter: QPainter, box: QRect, item: Item) -> None:
    painter.fillRect(box, theme.colour("bg.raise"))
    inner = box.adjusted(theme.SIDE, 0, -theme.SIDE, 0)
    lettering.draw(painter, inner, "note", item.value, theme.colour("text.dim"), align=lettering.RIGHT)
    room = lettering.width("note", item.value) + theme.SIDE if item.value else 0
    lettering.draw(painter, inner.adjusted(0, 0, -room, 0), "body.strong", item.name, theme.colour("text.hi"))


def _row(painter: QPainter, box: QRect, item: Item, *, chosen: bool) -> None:
    painter.fillRect(box, theme.colour("bg.select" if chosen else "bg.panel"))
    painter.fillRect(box.x(), box.bottom(), box.width(), 1, theme.colour("line"))
    left = box.x() + theme.SIDE
    if item.box is not Box.NONE:
        mark = QRectF(left, box.y() + (ROW - BOX) / 2, BOX, BOX)
        if item.box is Box.CROSSED:
            _cross(painter, mark)
        else:
            tick_box(painter, mark, item.box is Box.TICKED)
        left += BOX + theme.SPACE
    pairs = (
        (UPPER, "body", item.name, item.name_ink, "body.strong", item.value, "text.hi"),
        (LOWER, "note", item.line, "text.dim", "note.strong", item.state, item.ink),
    )
    for (top, height), step, text, ink, right_step, right_text, right_ink in pairs:
        width = lettering.width(right_step, right_text) + 2 if right_text else 0
        end = QRect(box.right() + 1 - theme.SIDE - width, box.y() + top, width, height)
        lettering.draw(painter, end, right_step, right_text, theme.colour(right_ink), align=lettering.RIGHT)
        room = end.x() - left - (theme.SPACE if right_text else 0)
        lettering.draw(painter, QRect(left, box.y() + top, room, height), step, text, theme.colour(ink))


def _cross(painter: QPainter, box: QRectF) -> None:
    """A cross in a dashed box: the mark of a fault."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("alarm.fault"), 1, Qt.PenStyle.DashLine))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(QPen(theme.colour("alarm.fault"), 2))
    inner = box.adjusted(5, 5, -5, -5)
    painter.drawLine(inner.topLeft(), inner.bottomRight())
    painter.drawLine(inner.topRight(), inner.bottomLeft())
    painter.restore()


class Checklist(KeyList):
    """`acted` carries the key of the row that was clicked, or where Space or Enter was pressed; heads are passed over.

    `moved` when another row is the current one. With `advances` the keys go on to the next row by themselves.
    """

    acted = Signal(str)
    moved = Signal()
    acting = ENTER | {Qt.Key.Key_Space}

    def __init__(self, parent: QWidget | None = None, *, advances: bool = False) -> None:
        super().__init__(parent)
        self.items = Items(self)
        self._advances = advances
        self.setModel(self.items)
        self.setItemDelegate(_Delegate(self.items, self))
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())

    def show_items(self, keys: Sequence[str], describe: Describe, heads: frozenset[str] = frozenset()) -> None:
        """These rows from now on, put into words by `describe`; the current one stays current, and in its place."""
        current, row, at = self.current(), self.currentIndex().row(), self.verticalScrollBar().value()
        self.items.show(keys, describe, heads)
        if keys and not self.current():
            wanted = keys.index(current) if current in keys else max(0, row)
            self._go(min(wanted, len(keys) - 1))
            self.verticalScrollBar().setValue(at)

    def current(self) -> str:
        """Key of the row the keys are on, "" for none; never a head."""
        row = self.currentIndex().row()
        is_row = 0 <= row < len(self.items.keys) and not self.items.is_head(row)
        return self.items.keys[row] if is_row else ""

    def _go(self, row: int) -> None:
        """To this row, or the next that is no head."""
        rows = [i for i in range(len(self.items.keys)) if not self.items.is_head(i)]
        after = [i for i in rows if i >= row] or rows[-1:]
        if after:
            self.setCurrentIndex(self.items.index(after[0]))

    def act(self) -> None:
        """What a click on the current row does; the keys go on."""
        if key := self.current():
            row = self.currentIndex().row()
            self.acted.emit(key)
            if self._advances and self.currentIndex().row() == row:
                self._go(row + 1)

    def on_clicked(self, index: QModelIndex) -> None:
        """The pointer stays where it is, and so does the current row."""
        if index == self.currentIndex() and (key := self.current()):
            self.acted.emit(key)
