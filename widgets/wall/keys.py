"""Keys on a wall or panel: page, layout, full screen, empty, arrows that move the selection. Told to the steering."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent

from console.app import Console
from console.wall import LAYOUTS, SurfaceId, TileId, tile_id
from widgets.canvas import Canvas
from widgets.wall.gestures import attempt

ARROWS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class Keys:
    """Of one surface; `press` says whether the key meant something here."""

    def __init__(self, console: Console, canvas: Canvas, surface: SurfaceId) -> None:
        self._console = console
        self._canvas = canvas
        self._surface = surface

    def press(self, event: QKeyEvent) -> bool:
        steering, tile = self._console.steering, self.selected()
        match Qt.Key(event.key()):
            case Qt.Key.Key_PageUp:
                attempt(lambda: steering.turn_page(self._surface, -1))
            case Qt.Key.Key_PageDown:
                attempt(lambda: steering.turn_page(self._surface, 1))
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Up | Qt.Key.Key_Down as arrow:
                attempt(lambda: steering.select(self._beside(tile, ARROWS[arrow])))
            case Qt.Key.Key_Plus:
                attempt(lambda: steering.set_layout(self._surface, self._beside_layout(1)))
            case Qt.Key.Key_Minus:
                attempt(lambda: steering.set_layout(self._surface, self._beside_layout(-1)))
            case Qt.Key.Key_F11:
                attempt(lambda: steering.toggle_full(tile))
            case Qt.Key.Key_Delete:
                attempt(lambda: steering.put(tile, None))
            case _:
                return False
        return True

    def selected(self) -> TileId:
        """The chosen tile of this surface, its first one when the choice is elsewhere."""
        selected = self._console.steering.selected
        return selected if selected is not None and selected in self._canvas.names() else tile_id(self._surface, 1)

    def _beside_layout(self, by: int) -> str:
        """The layout with the next more or fewer tiles, the same one at the end."""
        names = list(LAYOUTS)
        at = names.index(self._console.steering.surface(self._surface).layout)
        return names[max(0, min(len(names) - 1, at + by))]

    def _beside(self, tile: TileId, way: QPoint) -> TileId:
        """The nearest tile that way, the same one at the edge."""
        here = self._canvas.place(tile).rect
        others = [TileId(name) for name in self._canvas.names() if name.startswith(f"{self._surface}/")]
        ahead = [other for other in others if _ahead(here, self._canvas.place(other).rect, way)]
        return min(ahead, key=lambda other: _far(here, self._canvas.place(other).rect), default=tile)


def _ahead(here: QRect, there: QRect, way: QPoint) -> bool:
    step = there.center() - here.center()
    along, across = QPoint.dotProduct(step, way), abs(step.x() * way.y()) + abs(step.y() * way.x())
    return there.isValid() and along > 0 and across <= along


def _far(here: QRect, there: QRect) -> int:
    return (there.center() - here.center()).manhattanLength()
