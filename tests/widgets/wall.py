"""A wall window or the desk's camera wall on the small site: a real console, pictures drawn or handed in."""

from __future__ import annotations

from io import StringIO
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from console.announce import Announcer
from console.app import Console
from console.backends.video.drawn import DrawnVideo
from console.clock import FakeClock
from console.inbox import Inbox
from console.model import AlarmClass, AlarmId, Condition, ConditionChanged, Heard, PointId, Site
from console.model.people import Seat
from console.ports import Video
from console.wall import SurfaceId, TileId, tile_id
from tests.unit.test_console import ListStore
from tests.widgets.desk import FRAME_MS, SITE, SMOKE, Handed, listening, run_events
from widgets.canvas import Canvas
from widgets.slots import Slots
from widgets.wall import WallPanel, WallWindow
from widgets.wall.clock import Corner

WALL_1 = SurfaceId("wall-1")
W = TypeVar("W", bound=QWidget)


class Room:
    """Console, clock and pictures; windows are opened on it."""

    def __init__(self, video: Video | None = None, site: Site = SITE) -> None:
        self.clock, self.inbox, self.log = FakeClock(), Inbox(), StringIO()
        self.clock.advance(1000)
        self.console = Console(
            seat=Seat("desk-1", "Li"), site=site, clock=self.clock, announcer=Announcer(self.clock, self.log),
            store=ListStore(), stale_after_s=lambda _point: 3600,
        )  # fmt: skip
        self.console.start()
        self.drawn = DrawnVideo(SITE.cameras, self.inbox, self.clock)
        self.drawn.start()
        self.video: Video = video or self.drawn
        self.slots = Slots()
        self._open: list[QWidget] = []
        self.take()

    # ---- windows ----

    def wall(
        self, layout: str = "4", size: tuple[int, int] = (1280, 720), *, is_alarm_screen: bool = True,
        has_region: bool = True, reader_m: float = 1.0,
    ) -> WallWindow:  # fmt: skip
        self.console.steering.open(WALL_1, layout)
        window = WallWindow(
            self.console, self.video, self.slots, WALL_1, reader_m=reader_m, is_alarm_screen=is_alarm_screen,
            has_region=has_region,
        )  # fmt: skip
        return self._show(window, size)

    def panel(self, size: tuple[int, int] = (1000, 422)) -> WallPanel:
        return self._show(WallPanel(self.console, self.video, self.slots), size)

    def _show(self, window: W, size: tuple[int, int]) -> W:
        window.resize(*size)
        window.show()
        self._open.append(window)
        self.settle()
        return window

    def close(self) -> None:
        while self._open:
            window = self._open.pop()
            window.close()
            window.deleteLater()
        run_events()

    # ---- what comes in ----

    def take(self, *items: object) -> None:
        for item in items:
            self.inbox.post(item)
        self.inbox.drain(self.console.handle, self.console.failed, 1000)

    def fire(self, point: PointId = SMOKE) -> AlarmId:
        """A fire alarm of this point."""
        now = self.clock.now_ms()
        kind = point.partition("#")[2]
        self.take(
            Heard((ConditionChanged(point, AlarmClass.FIRE, kind, Condition.ACTIVE, "alarm", now - 200, now, True),))
        )
        self.settle()
        return next(alarm.id for alarm in self.console.alarms if alarm.point == point)

    # ---- what is seen ----

    def settle(self) -> None:
        for window in self._open:
            for canvas in window.findChildren(Canvas):
                canvas.on_frame_time()
            window.grab()
        run_events()

    def pass_time(self, ms: int) -> None:
        for _ in range(max(1, ms // FRAME_MS)):
            self.clock.advance(FRAME_MS)
            self.clock.run_due()
            self.settle()


def hand(
    room: Room, handed: Handed, canvas: Canvas, tile: str, colour: tuple[int, int, int], sequence: int = 1
) -> None:
    """A fresh one-coloured frame of the camera that the tile asked for, painted."""
    place = canvas.place(tile)
    assert place.slot is not None and place.camera is not None
    handed.hand(place.slot, place.camera, sequence, room.clock.monotonic_ns(), colour)
    room.settle()


def colour_at(canvas: Canvas, tile: str, x: float = 0.5, y: float = 0.35) -> str:
    """Colour of a tile at these fractions, where nothing of ours is written."""
    rect = canvas.place(tile).rect
    return (
        canvas.grab().toImage().pixelColor(rect.x() + int(rect.width() * x), rect.y() + int(rect.height() * y)).name()
    )


def centre(canvas: Canvas, n: int) -> QPoint:
    return canvas.place(tile_id(WALL_1, n)).rect.center()


def tile(n: int) -> TileId:
    return tile_id(WALL_1, n)


def drag(canvas: Canvas, start: QPoint, end: QPoint) -> None:
    """The left button goes down, the pointer moves, the button goes up."""
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, (start + end) / 2)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)


def said_by(widget: QWidget) -> list[str]:
    """Every text painted in it now, also what a canvas would have laid down again."""
    for canvas in (*widget.findChildren(Canvas), *((widget,) if isinstance(widget, Canvas) else ())):
        for place in canvas._all_places():
            place.laid = None
    for corner in (*widget.findChildren(Corner), *((widget,) if isinstance(widget, Corner) else ())):
        corner._says = ()
    with listening() as said:
        widget.grab()
    return [one.text for one in said]
