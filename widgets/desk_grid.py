"""The fixed places of the desk below header and banner: three columns, what lies in them, and the splitters between.

The gutters are the splitters. A column or panel that was moved by hand keeps its size; a double click gives it back to
the measures of the window.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QSplitterHandle, QWidget

from widgets import measures, theme

LEFT, RIGHT, TILE, JOURNAL = "left", "right", "tile", "journal"  # what the splitters decide: widths and heights
MOST = 16_384  # a kept size beyond any screen is no size


class Handle(QSplitterHandle):
    """A gutter that can be dragged; a double click restores."""

    restore_asked = Signal()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour("bg.void"))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.restore_asked.emit()
        event.accept()


class Split(QSplitter):
    """Two or three panels with gutters; `restored` names the gutter that was double-clicked, from 1."""

    restored = Signal(int)

    def __init__(self, orientation: Qt.Orientation, *panels: QWidget) -> None:
        super().__init__(orientation)
        self.setHandleWidth(theme.GUTTER)
        self.setChildrenCollapsible(False)
        for panel in panels:
            self.addWidget(panel)

    def createHandle(self) -> QSplitterHandle:
        handle = Handle(self.orientation(), self)
        at = self.count()
        handle.restore_asked.connect(lambda: self.restored.emit(at))
        return handle


class DeskGrid(QWidget):
    """`moved` is emitted when the operator moved or restored a splitter: `kept()` then says what to keep."""

    moved = Signal()

    def __init__(
        self, alarms: QWidget, journal: QWidget, pictures: QWidget, lower: QWidget, side: QWidget,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._by_hand: dict[str, int] = {}
        self.left = Split(Qt.Orientation.Vertical, alarms, journal)
        self.centre = Split(Qt.Orientation.Vertical, pictures, lower)
        self.columns = Split(Qt.Orientation.Horizontal, self.left, self.centre, side)
        self._lower = lower
        for panel, width in ((self.left, measures.LEFT_LEAST), (self.centre, measures.CENTRE_LEAST)):
            panel.setMinimumWidth(width)
        side.setMinimumWidth(measures.RIGHT_LEAST)
        alarms.setMinimumHeight(measures.ALARMS_LEAST)
        pictures.setMinimumHeight(measures.PICTURES_LEAST)
        lower.setMinimumHeight(measures.LOWER_LEAST)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, theme.GUTTER, 0, 0)
        layout.addWidget(self.columns)
        self._connect()

    def _connect(self) -> None:
        self.columns.splitterMoved.connect(self.on_column_moved)
        self.columns.restored.connect(lambda at: self._restore(LEFT if at == 1 else RIGHT))
        self.left.splitterMoved.connect(lambda: self._take(JOURNAL, self.left.sizes()[1]))
        self.left.restored.connect(lambda: self._restore(JOURNAL))
        self.centre.splitterMoved.connect(lambda: self._take(TILE, self.centre.sizes()[0]))
        self.centre.restored.connect(lambda: self._restore(TILE))

    # ---- by hand ----

    def on_column_moved(self, _position: int, at: int) -> None:
        sizes = self.columns.sizes()
        self._take(LEFT if at == 1 else RIGHT, sizes[0] if at == 1 else sizes[2])

    def _take(self, name: str, size: int) -> None:
        self._by_hand[name] = size
        self.moved.emit()
        self.arrange()

    def _restore(self, name: str) -> None:
        self._by_hand.pop(name, None)
        self.arrange()
        self.moved.emit()

    def kept(self) -> dict[str, int]:
        """The sizes chosen by hand, px."""
        return dict(self._by_hand)

    def restore(self, kept: Mapping[str, object]) -> None:
        """Sizes as `kept` gave them; anything else in there is passed over."""
        names = (LEFT, RIGHT, TILE, JOURNAL)
        sizes = {name: size for name in names if isinstance(size := kept.get(name), int) and 0 < size < MOST}
        self._by_hand = sizes
        self.arrange()

    # ---- places ----

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Every panel gets its size: by hand where it was moved, else as measured."""
        height = self.height() + theme.HEADER + theme.BANNER
        sizes = measures.measure(self.width(), height)
        left, right = self._by_hand.get(LEFT, sizes.left), self._by_hand.get(RIGHT, sizes.right)
        body = self.height() - 2 * theme.GUTTER
        centre = max(measures.CENTRE_LEAST, self.width() - left - right - 2 * theme.GUTTER)
        self.columns.setSizes([left, centre, right])
        journal = self._by_hand.get(JOURNAL, sizes.journal)
        self.left.setSizes([body - journal, journal])
        tile = self._by_hand.get(TILE, min(measures.tile_height(centre), body - measures.LOWER_LEAST))
        self.centre.setSizes([tile, body - tile])
