"""Hands on the desk's own pictures: zoom, full screen, a camera carried onto the alarm tile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest

from console.wall import ALARM_TILE, DESK, STRIP
from tests.widgets.desk import CAMERAS, FAR_AWAY, FRAME_MS, SMOKE, Desk, said_by, texts
from widgets.wall.gestures import CAMERA_MIME

OpenDesk = Callable[..., Desk]


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


def test_the_alarm_tile_names_the_alarm_it_shows_whichever_is_chosen(desk: Desk) -> None:
    """The zones take turns on the tile while details and F2 stay with the chosen alarm: nobody may mix them up."""
    first, second = desk.change(SMOKE), desk.change(FAR_AWAY)
    desk.window.table.choose(first)
    desk.console.seeing.show_alarm(second)
    assert any(text.endswith("Smoke detector far away") for text in texts(desk.window.canvas))
    desk.console.seeing.show_alarm(first)
    said = texts(desk.window.canvas)
    assert any(text.endswith("Smoke detector hall east") for text in said)
    assert not any("Smoke detector far away" in text for text in said)


def test_the_name_of_the_alarm_stays_whole_on_the_smallest_desk_under_a_long_camera_name(open_desk: OpenDesk) -> None:
    desk = open_desk(size=(1366, 768))
    desk.change(SMOKE)
    desk.pass_time(3 * FRAME_MS)
    named = (one for one in said_by(desk.window.canvas) if one.text.endswith("Smoke detector hall east"))
    assert next(named).is_whole


def test_at_rest_the_large_picture_names_no_alarm(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.press(Qt.Key.Key_F2)
    desk.press(Qt.Key.Key_Escape)
    assert "Smoke detector hall east" not in texts(desk.window.canvas)
