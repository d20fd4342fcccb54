"""The plan under the operator's hands: pan, zoom, point, choose, drag a camera away. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QDrag, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from console.model import BuildingId, CameraId
from widgets.plan.marks import Mark
from widgets.plan.picture import PlanPicture
from widgets.plan.plan_words import PlanWords
from widgets.plan.situation import Situation
from widgets.plan.viewport import STEP, Viewport

CAMERA_MIME = "application/x-watchroom-camera"
PAN_PX = 64
NOTCH = 120  # of the wheel, in eighths of a degree
WAYS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
LARGER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlanView(PlanPicture):
    """`moved` when the operator pans, zooms or fits by hand; the others say what was chosen."""

    camera_asked = Signal(object)  # CameraId
    alarm_asked = Signal(object)  # AlarmId
    unit_asked = Signal(object)  # UnitId
    building_asked = Signal(object)  # BuildingId
    moved = Signal()

    def __init__(self, situation: Situation, words: PlanWords, parent: QWidget | None = None) -> None:
        super().__init__(situation, words, parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the alarm table
        self._pressed: QPoint | None = None
        self._last = QPoint()
        self._dragging = False

    # ---- what is asked ----

    def act_on(self, mark: Mark) -> None:
        """A camera is asked for, the alarm of a point, or a unit."""
        if mark.camera is not None:
            self.camera_asked.emit(mark.camera.id)
        elif mark.unit is not None:
            self.unit_asked.emit(mark.unit.id)
        elif mark.alarm is not None:
            self.alarm_asked.emit(mark.alarm.id)

    def building_at(self, place: QPoint) -> BuildingId | None:
        """The building under a pixel of the site plan."""
        if not self.level.is_site:
            return None
        at = QPointF(*self.view.metres(place.toPointF()))
        found = (
            id_ for id_, (_, ring) in self._ink.buildings.items() if ring.containsPoint(at, Qt.FillRule.OddEvenFill)
        )
        return next(found, None)

    def _move(self, view: Viewport) -> None:
        self.by_hand = True
        self.look(view)
        self.moved.emit()

    # ---- pointer ----

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self._last = event.position().toPoint()
            self._dragging = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._pressed is None:
            self._point_at(here)
            return
        if not self._dragging and (here - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        mark = self.mark_at(self._pressed) if not self._dragging else None
        if mark is not None and mark.camera is not None:
            self._pressed = None
            self.drag_of(mark.camera.id).exec(Qt.DropAction.CopyAction)
            return
        self._dragging = True
        way, self._last = here - self._last, here
        self._move(self.view.panned(way.x(), way.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if event.button() is not Qt.MouseButton.LeftButton or pressed is None or self._dragging:
            return
        here = event.position().toPoint()
        mark = self.mark_at(here)
        if mark is not None and mark.is_asked_for:
            self.act_on(mark)
        elif (building := self.building_at(here)) is not None:
            self.building_asked.emit(building)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self.mark_at(here) is None and self.building_at(here) is None:
            self._fit_by_hand()

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / NOTCH
        if notches:
            self._move(self.view.zoomed(STEP**notches, event.position()))
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._point_at(event.position().toPoint())

    def leaveEvent(self, _event: object) -> None:
        self._tell("")

    def _point_at(self, place: QPoint) -> None:
        mark = self.mark_at(place)
        key = mark.key if mark is not None else self.building_at(place) or ""
        self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
        self._tell(key)

    def _tell(self, key: str) -> None:
        if key != self.hovered:
            self.hovered = key
            self.update()

    def drag_of(self, camera: CameraId) -> QDrag:
        """A drag that carries the camera to a tile."""
        data = QMimeData()
        data.setData(CAMERA_MIME, QByteArray(camera.encode()))
        data.setText(camera)
        drag = QDrag(self)
        drag.setMimeData(data)
        return drag

    # ---- keyboard ----

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows pan, with Shift they step from symbol to symbol; + and − zoom, Home fits, Enter chooses."""
        key = Qt.Key(event.key())
        if key in WAYS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._step(WAYS[key])
        elif key in WAYS:
            dx, dy = WAYS[key]
            self._move(self.view.panned(-dx * PAN_PX, -dy * PAN_PX))
        elif key in LARGER or key is Qt.Key.Key_Minus:
            self._move(self.view.zoomed(STEP if key in LARGER else 1 / STEP))
        elif key is Qt.Key.Key_Home:
            self._fit_by_hand()
        elif key in ENTER and (mark := self.marks().find(self.focused)) is not None:
            self.act_on(mark)
        else:
            super().keyPressEvent(event)

    def _fit_by_hand(self) -> None:
        self.fit()
        self.moved.emit()

    def _step(self, way: tuple[int, int]) -> None:
        """The ring goes to the next symbol that way, which is read out and brought into view."""
        marks = self.marks()
        mark = marks.beside(self.view, marks.find(self.focused), way)
        if mark is None:
            return
        self.focused = mark.key
        self.setAccessibleDescription(" · ".join(self.told(mark)))
        if not self.rect().contains(self.view.point(mark.at).toPoint()):
            middle = QPointF(self.width() / 2, self.height() / 2)
            way_there = middle - self.view.point(mark.at)
            self._move(self.view.panned(way_there.x(), way_there.y()))
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
