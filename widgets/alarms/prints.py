"""Rows that were painted once and are shown again: most of what a flood paints anew looks as it did. GUI thread."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

MOST = 160  # a tall screen full of rows in both phases of the blinking; about 10 MB

Draw = Callable[[QPainter, QRect], None]


class Prints:
    """The newest of them; `made` counts how often one had to be painted."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, tuple[object, QPixmap]] = OrderedDict()
        self.made = 0

    def show(self, painter: QPainter, box: QRect, line: object, look: Hashable, draw: Draw) -> None:
        """Put the row there; `draw` is called unless this very `line` was printed with the same `look` and size.

        `draw` has to cover the whole box it is given.
        """
        if box.isEmpty():
            return  # a table without room
        ratio = painter.device().devicePixelRatioF()
        key = (id(line), look, box.width(), box.height(), ratio)
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = line, self._print(box, ratio, draw)  # the line lives as long: ids are not reused
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        painter.drawPixmap(box.topLeft(), kept[1])

    def forget(self) -> None:
        """Other words, another font or another site: nothing looks as before."""
        self._kept.clear()

    def _print(self, box: QRect, ratio: float, draw: Draw) -> QPixmap:
        self.made += 1
        pixmap = QPixmap(box.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        with QPainter(pixmap) as painter:
            draw(painter, QRect(0, 0, box.width(), box.height()))
        return pixmap
