"""The pictures of the desk: the alarm tile and the strip of the next best."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect

from console.wall import ALARM_TILE, STRIP
from widgets import measures, theme
from widgets.canvas import Canvas
from widgets.place import Place

EDGES = {str(ALARM_TILE): 4} | dict.fromkeys(map(str, STRIP), 2)  # px of the edge: nothing moves when it appears


class DeskCanvas(Canvas):
    """Both share the width so that all four pictures are 16:9; where the height does not allow that they are boxed."""

    def make_places(self) -> Sequence[Place]:
        return [Place(name, frame=EDGES[name]) for name in map(str, (ALARM_TILE, *STRIP))]

    is_full = False  # the alarm tile has the room of all four

    def show_full(self, on: bool) -> None:
        """The alarm tile alone, or all four."""
        if on != self.is_full:
            self.is_full = on
            self.arrange(self.room())

    def arrange(self, area: QRect) -> None:
        if self.is_full:
            for name in map(str, (ALARM_TILE, *STRIP)):
                self.move_place(name, area if name == ALARM_TILE else QRect())
            return
        gap, width = theme.GUTTER, measures.tile_width(area.width())
        self.move_place(ALARM_TILE, QRect(area.x(), area.y(), width, area.height()))
        left = area.x() + width + gap
        height = (area.height() - gap * (len(STRIP) - 1)) / len(STRIP)
        for i, name in enumerate(STRIP):
            top = area.y() + round(i * (height + gap))
            bottom = area.y() + round(i * (height + gap) + height)
            self.move_place(name, QRect(left, top, area.right() + 1 - left, bottom - top))
