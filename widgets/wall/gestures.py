"""The hand on a canvas: select, full screen, swap, drop, zoom, pan, empty. All of it is told to the steering."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from console.app import Console
from console.errors import CommandRefused
from console.model import CameraId
from console.wall import SurfaceId, TileId, Use, Zoom, surface_of
from widgets.canvas import Canvas
from widgets.wall import zooming

CAMERA_MIME = "application/x-watchroom-camera"  # its data: the camera's id
NOTCH = 120  # eighths of a degree of the wheel


def attempt(act: Callable[[], None]) -> None:
    """A gesture that means nothing here (full screen of an empty tile) changes nothing."""
    with contextlib.suppress(CommandRefused):
        act()


class Gestures(QObject):
    """Watches one canvas. Only tiles of its surface obey; on the alarm region the pointer holds what it rests on."""

    def __init__(self, console: Console, canvas: Canvas, surface: SurfaceId) -> None:
        super().__init__(canvas)
        self._console = console
        self._canvas = canvas
        self._surface = surface
        self._from = ""  # tile on which the left button went down
        self._last = QPoint()
        self._moved = False
        self._held = ""  # tile under the pointer: no alarm may take it
        canvas.setAcceptDrops(True)
        canvas.installEventFilter(self)
        canvas.pointed.connect(self.on_pointed)

    def eventFilter(self, _canvas: QObject, event: QEvent) -> bool:
        match event:
            case QMouseEvent():
                self._mouse(event)
            case QWheelEvent():
                self._wheel(event)
            case QDragEnterEvent() if event.mimeData().hasFormat(CAMERA_MIME):
                event.acceptProposedAction()
                return True
            case QDropEvent() if event.type() == QEvent.Type.Drop:
                self._drop(event)
                return True
        return False

    # ---- mouse ----

    def _mouse(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        name, steering = self._tile_at(at), self._console.steering
        match event.type(), event.button():
            case QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton:
                self._from, self._last, self._moved = name, at, False
                if name:
                    attempt(lambda: steering.select(TileId(name)))
            case QEvent.Type.MouseButtonPress, Qt.MouseButton.MiddleButton if name:
                attempt(lambda: steering.put(TileId(name), None))
            case QEvent.Type.MouseButtonDblClick, Qt.MouseButton.LeftButton if name:
                attempt(lambda: steering.toggle_full(TileId(name)))
                self._from = ""
            case QEvent.Type.MouseMove, _ if self._from:
                self._drag(at)
            case QEvent.Type.MouseButtonRelease, Qt.MouseButton.LeftButton:
                self._release(name)

    def _drag(self, at: QPoint) -> None:
        """A zoomed picture follows the hand; any other tile is carried to where the hand lets go."""
        step = at - self._last
        if not self._moved and step.manhattanLength() < QApplication.startDragDistance():
            return
        self._moved = True
        place = self._canvas.place(self._from)
        zoom = self._zoom(self._from)
        if zoom is None:
            self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        self._last = at
        pushed = zooming.moved(zoom, step.x() / place.rect.width(), step.y() / place.rect.height())
        attempt(lambda: self._console.steering.zoom(TileId(self._from), pushed))

    def _release(self, name: str) -> None:
        carried = self._from if self._moved else ""
        self._from = ""
        self._canvas.unsetCursor()
        if carried and name and name != carried and self._zoom(carried) is None:
            attempt(lambda: self._console.steering.swap(TileId(carried), TileId(name)))

    def _wheel(self, event: QWheelEvent) -> None:
        name = self._tile_at(event.position().toPoint())
        if not name or self._canvas.place(name).camera is None:
            return
        at = self._fraction(name, event.position())
        zoom = zooming.zoomed(self._zoom(name), at.x(), at.y(), event.angleDelta().y() / NOTCH)
        if zoom != self._zoom(name):
            attempt(lambda: self._console.steering.zoom(TileId(name), zoom))

    def _drop(self, event: QDropEvent) -> None:
        name = self._tile_at(event.position().toPoint())
        camera = CameraId(bytes(event.mimeData().data(CAMERA_MIME).data()).decode(errors="replace"))
        if name and camera in self._console.cameras:
            attempt(lambda: self._console.steering.put(TileId(name), camera))
            event.acceptProposedAction()

    def _tile_at(self, point: QPoint) -> str:
        """The tile of the surface under a point; "" where there is none, and on the alarm region."""
        name = self._canvas.at(point)
        return name if surface_of(TileId(name)) == self._surface else ""

    def _zoom(self, name: str) -> Zoom | None:
        return self._console.steering.surface(self._surface).zooms.get(TileId(name))

    def _fraction(self, name: str, point: QPointF) -> QPointF:
        rect = self._canvas.place(name).inner
        x, y = (point.x() - rect.x()) / rect.width(), (point.y() - rect.y()) / rect.height()
        return QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))

    # ---- pointer ----

    def on_pointed(self, name: str) -> None:
        """No alarm replaces the tile under the pointer."""
        wall = self._console.seeing.wall
        if self._held and self._held != name:
            wall.release(TileId(self._held), Use.POINTER)
        self._held = name
        if name:
            wall.hold(TileId(name), Use.POINTER)
