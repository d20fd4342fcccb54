"""Hands on the desk's own pictures: zoom, full screen, a camera carried onto the alarm tile."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest

from console.wall import ALARM_TILE, DESK, STRIP
from tests.widgets.desk import CAMERAS, FRAME_MS, Desk, texts
from widgets.wall.gestures import CAMERA_MIME


def middle(desk: Desk, name: str = ALARM_TILE) -> QPoint:
    return desk.window.canvas.place(name).rect.center()


def test_the_wheel_zooms_into_the_alarms_picture_and_escape_gives_it_back_whole(desk: Desk) -> None:
    desk.change()
    desk.pass_time(3 * FRAME_MS)
    at = QPointF(middle(desk))
    wheel = QWheelEvent(
        at, QPointF(desk.window.canvas.mapToGlobal(middle(desk))), QPoint(), QPoint(0, 360), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(desk.window.canvas, wheel)
    desk.settle()
    zoom = desk.console.steering.surface(DESK).zooms[ALARM_TILE]
    assert f"{zoom.factor:.1f}×" in texts(desk.window.canvas)
    desk.console.steering.select(ALARM_TILE)
    desk.console.steering.escape()
    desk.settle()
    assert f"{zoom.factor:.1f}×" not in texts(desk.window.canvas)


def test_a_double_click_gives_the_alarm_tile_the_room_of_the_strip_and_takes_it_back(desk: Desk) -> None:
    canvas = desk.window.canvas
    desk.change()
    before = canvas.place(ALARM_TILE).rect
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=middle(desk))
    desk.settle()
    assert canvas.place(ALARM_TILE).rect == canvas.rect() and canvas.at(canvas.rect().topRight()) == ALARM_TILE
    assert all(not canvas.place(name).rect.isValid() for name in map(str, STRIP))
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=middle(desk))
    desk.settle()
    assert canvas.place(ALARM_TILE).rect == before and canvas.place(STRIP[0]).rect.isValid()


def test_a_camera_carried_onto_the_alarm_tile_is_shown_there(desk: Desk) -> None:
    data, button, keys = QMimeData(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    data.setData(CAMERA_MIME, str(CAMERAS[4]).encode())
    copy = Qt.DropAction.CopyAction
    QCoreApplication.sendEvent(desk.window.canvas, QDragEnterEvent(middle(desk), copy, data, button, keys))
    QCoreApplication.sendEvent(desk.window.canvas, QDropEvent(QPointF(middle(desk)), copy, data, button, keys))
    desk.settle()
    assert desk.window.canvas.place(ALARM_TILE).camera == CAMERAS[4]
