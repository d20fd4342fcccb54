"""Up to four plots in one column or two, the times below the lowest ones; what a hand does there. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from widgets import theme
from widgets.trends.box import AXIS, PlotBox
from widgets.trends.head import HEIGHT, Tag

LEAST = 76  # px of a plot's lines: below that two stand beside each other


class Board(QWidget):
    """Makes the plots when they are needed and keeps them."""

    zoomed = Signal(float, float)
    dragged = Signal(float)
    restore_asked = Signal()
    painted = Signal()
    pointed = Signal(object)  # float (epoch ms) or None
    chosen = Signal(int)
    remove_asked = Signal(object)  # PointId

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: list[PlotBox] = []
        self._shown = 0

    def boxes(self, count: int) -> Sequence[PlotBox]:
        """So many plots are shown from now on."""
        while len(self._boxes) < count:
            self._boxes.append(self._make(len(self._boxes)))
        if count != self._shown:
            self._shown = count
            self._arrange()
        return self._boxes[:count]

    def tags(self) -> Sequence[Tag]:
        """What is said of every line."""
        return [tag for box in self._boxes[: self._shown] for tag in box.head.tags]

    def show_cursor(self, at_ms: float | None, text: str) -> None:
        """The cross-hair goes through all plots."""
        for box in self._boxes:
            box.show_cursor(at_ms, text)

    def _make(self, at: int) -> PlotBox:
        box = PlotBox(self)
        box.plot.zoomed.connect(self.zoomed)
        box.plot.dragged.connect(self.dragged)
        box.plot.restore_asked.connect(self.restore_asked)
        box.plot.painted.connect(self.painted)
        box.plot.pointed.connect(self.pointed)
        box.plot.chosen.connect(lambda: self.chosen.emit(at))
        box.head.remove_asked.connect(self.remove_asked)
        return box

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = self._columns()
        rows = -(-self._shown // columns)
        for at, box in enumerate(self._boxes):
            if at >= self._shown:
                box.hide()
                continue
            row, column = divmod(at, columns)
            is_lowest = at + columns >= self._shown
            box.axis.setVisible(is_lowest)
            box.setGeometry(self._place(row, column, rows, columns))
            box.show()

    def _columns(self) -> int:
        """One below the other shares the times best; two columns where that makes them too low."""
        if self._shown < 2:
            return 1
        height = (self.height() - AXIS) / self._shown - HEIGHT
        return 1 if self._shown == 2 and height >= LEAST else 2

    def _place(self, row: int, column: int, rows: int, columns: int) -> QRect:
        """The lines of all plots are equally high: the lowest boxes have the times besides."""
        height = (self.height() - AXIS - theme.GUTTER * (rows - 1)) // rows
        width = (self.width() - theme.GUTTER * (columns - 1)) // columns
        left, top = column * (width + theme.GUTTER), row * (height + theme.GUTTER)
        is_lowest = row * columns + column + columns >= self._shown
        return QRect(left, top, width, self.height() - top if row == rows - 1 else height + (AXIS if is_lowest else 0))
