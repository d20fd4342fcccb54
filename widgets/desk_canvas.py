"""The pictures of the desk: the alarm tile, the strip of the next best, and the 2×2 wall below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect

from console.wall import ALARM_TILE, STRIP, WALL
from widgets import theme
from widgets.canvas import Canvas, Place

EDGES = {str(ALARM_TILE): 4} | dict.fromkeys(map(str, WALL), 2)  # px an edge may take: nothing moves when it appears
LEAST_WALL = 240  # below this the alarm tile gives way


class DeskCanvas(Canvas):
    """Alarm tile and strip share the width so that all four pictures are 16:9; the wall takes what is left."""

    def make_places(self) -> Sequence[Place]:
        names = (ALARM_TILE, *STRIP, *WALL)
        return [Place(name, slot, frame=EDGES.get(name, 0)) for slot, name in enumerate(names)]

    def arrange(self, area: QRect) -> None:
        gap = theme.GUTTER
        height = min(int((area.width() + 0.74) / 2.3704), max(120, area.height() - gap - LEAST_WALL))
        width = round(4 * height / 9) * 4
        self.move_place(ALARM_TILE, QRect(area.x(), area.y(), width, height))
        column = QRect(area.x() + width + gap, area.y(), area.width() - width - gap, height)
        self._stack(STRIP, column)
        self._grid(QRect(area.x(), area.y() + height + gap, area.width(), area.height() - height - gap))

    def _stack(self, names: Sequence[str], area: QRect) -> None:
        gap = theme.GUTTER
        height = (area.height() - gap * (len(names) - 1)) / len(names)
        for i, name in enumerate(names):
            top = area.y() + round(i * (height + gap))
            bottom = area.y() + round(i * (height + gap) + height)
            self.move_place(name, QRect(area.x(), top, area.width(), bottom - top))

    def _grid(self, area: QRect) -> None:
        gap = theme.GUTTER
        width, height = (area.width() - gap) // 2, (area.height() - gap) // 2
        for i, name in enumerate(WALL):
            left, top = area.x() + (i % 2) * (width + gap), area.y() + (i // 2) * (height + gap)
            self.move_place(name, QRect(left, top, width, height))
