"""The mouse on the tile whose camera is turned: drag a vector, click what belongs into the middle, wheel to zoom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from console import announce
from console.app import Console
from console.clock import Deadline
from console.errors import CommandRefused
from console.ptz import Gripped, Skill, Velocity
from console.wall import TileId
from widgets.canvas import Canvas
from widgets.ptz.menu import PtzMenu
from widgets.tile import letterbox

BEAT_MS = 200  # a mouse that is held still is said again
WHEEL_MS = 250  # one notch zooms so long
NOTCH = 120


def _unsaid(_code: str) -> None:
    """A wall has no place for refusals: the tile says who has the camera."""


class PtzMouse(QObject):
    """Watches one canvas, before its own gestures: what is done on the gripped tile is no gesture."""

    def __init__(self, console: Console, canvas: Canvas, refused: Callable[[str], None] = _unsaid) -> None:
        super().__init__(canvas)
        self._console = console
        self._canvas = canvas
        self._refused = refused
        self._menu = PtzMenu(console, self._do, canvas)
        self._from: QPoint | None = None  # where the button went down
        self._at = QPoint()
        self._is_drag = False
        self._beat: Deadline | None = None
        self._wheel: Deadline | None = None
        canvas.installEventFilter(self)
        console.announcer.subscribe(announce.PtzChanged, self.on_changed)

    def on_changed(self, changed: announce.PtzChanged) -> None:
        """What the tiles of this camera say is new."""
        self._canvas.update_camera(changed.camera)

    def eventFilter(self, _canvas: QObject, event: QEvent) -> bool:
        match event:
            case QContextMenuEvent():
                return self._open_menu(event)
            case QMouseEvent():
                return self._mouse(event)
            case QWheelEvent():
                return self._zoom(event)
        if event.type() in (QEvent.Type.Hide, QEvent.Type.Leave, QEvent.Type.WindowDeactivate):
            self._let_go()
        return False

    def _gripped(self, at: QPoint) -> Gripped | None:
        held = self._console.sight.ptz.grip.at
        return held if held is not None and self._canvas.at(at) == str(held.tile) else None

    # ---- drag and click ----

    def _mouse(self, event: QMouseEvent) -> bool:
        at = event.position().toPoint()
        match event.type(), event.button():
            case QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton if self._gripped(at):
                self._from, self._at, self._is_drag = at, at, False
            case QEvent.Type.MouseMove, _ if self._from is not None:
                self._drag(at)
            case QEvent.Type.MouseMove, _:
                self._show_hand(at)
                return False
            case QEvent.Type.MouseButtonRelease, Qt.MouseButton.LeftButton if self._from is not None:
                self._release(at)
            case QEvent.Type.MouseButtonDblClick, _ if self._gripped(at):
                return True
            case _:
                return False
        return True

    def _show_hand(self, at: QPoint) -> None:
        if self._gripped(at):
            self._canvas.setCursor(Qt.CursorShape.CrossCursor)
        elif self._canvas.cursor().shape() == Qt.CursorShape.CrossCursor:
            self._canvas.unsetCursor()

    def _drag(self, at: QPoint) -> None:
        self._at = at
        far = (at - (self._from or at)).manhattanLength()
        if self._is_drag or far >= QApplication.startDragDistance():
            self._is_drag = True
            self._canvas.setCursor(Qt.CursorShape.SizeAllCursor)
            self._turn()

    def _turn(self) -> None:
        """Said again while the button is down, however still the mouse is."""
        if self._beat is not None:
            self._beat.cancel()
            self._beat = None
        if self._from is None:
            return
        if self._do(lambda: self._console.sight.ptz.grip.drive(self.velocity())):
            self._beat = self._console.clock.after(BEAT_MS, self._turn)

    def velocity(self) -> Velocity:
        """The vector from where the button went down: half the picture's height is full speed."""
        held = self._console.sight.ptz.grip.at
        if self._from is None or held is None or str(held.tile) not in self._canvas.names():
            return Velocity()
        full = max(1, self._canvas.place(str(held.tile)).rect.height() // 2)
        step = self._at - self._from
        return Velocity(_within(step.x() / full), _within(-step.y() / full))

    def _release(self, at: QPoint) -> None:
        was_drag = self._is_drag
        self._let_go()
        held = self._gripped(at)
        if held is None or was_drag:
            return
        heads = self._console.sight.ptz.heads
        if Skill.CENTRE in heads.skills(held.camera):
            point = self._in_picture(held.tile, at)
            self._do(lambda: heads.centre(held.camera, point.x(), point.y()))

    def _let_go(self) -> None:
        if self._from is not None:
            self._from = None
            if self._beat is not None:
                self._beat.cancel()
                self._beat = None
            self._canvas.unsetCursor()
            if self._is_drag:
                self._do(lambda: self._console.sight.ptz.grip.drive(Velocity()))

    def _in_picture(self, tile: TileId, at: QPoint) -> QPointF:
        """−1…1 from the middle of the picture, right and up positive."""
        place = self._canvas.place(str(tile))
        picture = letterbox(place.inner, place.shot.image.size()) if place.shot is not None else place.inner
        x = (at.x() - picture.x()) / max(1, picture.width()) * 2 - 1
        y = 1 - (at.y() - picture.y()) / max(1, picture.height()) * 2
        return QPointF(_within(x), _within(y))

    # ---- wheel ----

    def _zoom(self, event: QWheelEvent) -> bool:
        if not self._gripped(event.position().toPoint()):
            return False
        notches = _within(event.angleDelta().y() / NOTCH)
        if notches and self._do(lambda: self._console.sight.ptz.grip.drive(Velocity(zoom=notches))):
            if self._wheel is not None:
                self._wheel.cancel()
            self._wheel = self._console.clock.after(WHEEL_MS, self._wheel_rests)
        return True

    def _wheel_rests(self) -> None:
        self._wheel = None
        if self._from is None:
            self._do(lambda: self._console.sight.ptz.grip.drive(Velocity()))

    # ---- menu ----

    def _open_menu(self, event: QContextMenuEvent) -> bool:
        name = self._canvas.at(event.pos())
        menu = self._menu.menu(TileId(name)) if name else None
        if menu is None:
            return False
        menu.popup(event.globalPos())
        return True

    def _do(self, act: Callable[[], None]) -> bool:
        try:
            act()
        except CommandRefused as refused:
            self._refused(refused.code)
            return False
        self._refused("")
        return True


def _within(value: float) -> float:
    return min(1.0, max(-1.0, value))
