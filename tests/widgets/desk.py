"""A desk window on a small site: a real console, a clock that only moves when told to, pictures drawn or handed in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from console.alarms import Alarm
from console.announce import Announcement, Announcer
from console.app import Console
from console.backends.video.drawn import DrawnVideo
from console.clock import FakeClock
from console.config.schema import AlarmsConfig, DispatchConfig, SourceConfig
from console.inbox import Inbox
from console.keeping import Keeping
from console.model import (
    AlarmClass,
    AlarmId,
    Camera,
    CameraId,
    CameraKind,
    Condition,
    ConditionChanged,
    Heard,
    LinkUp,
    Point,
    PointId,
    Quality,
    Sample,
    Site,
    State,
    Value,
    Zone,
    ZoneId,
    point_id,
)  # fmt: skip
from console.model.people import Seat
from console.ports import Frame, Video
from tests.unit.test_console import ListStore
from widgets import lettering, tile
from widgets.alarm_table import AlarmTable
from widgets.desk_window import DeskWindow
from widgets.tile import View, stamps
from widgets.words import Words

CAMERAS = tuple(CameraId(f"C-{n}") for n in range(1, 7))
SMOKE, SECOND, FAR_AWAY = (point_id("z2m", name, "smoke") for name in ("0x01", "0x02", "0x03"))
LEAKAGE = point_id("site", "panel-1", "leakage_current")
FRAME_MS = 70  # longer than a frame period of the drawn video
HALL = ZoneId("hall")


def _camera(number: int, at: tuple[float, float], azimuth: float) -> Camera:
    return Camera(
        CameraId(f"C-{number}"), number, f"{number}号机", f"Camera {number}", CameraKind.FIXED, at,
        azimuth=azimuth, fov=90, range_m=40,
    )  # fmt: skip


SITE = Site(
    "测试园区", "Test park", "Asia/Shanghai", (120.0, 30.0),
    zones=(Zone(HALL, "大厅", "Hall", None, (), ()),),
    cameras=(
        _camera(1, (0.0, 0.0), 90), _camera(2, (-15.0, 0.0), 90), _camera(3, (10.0, -20.0), 0),
        _camera(4, (10.0, 30.0), 180), _camera(5, (500.0, 500.0), 0), _camera(6, (520.0, 500.0), 0),
    ),
    points=(
        Point(SMOKE, "大厅东侧烟感", "Smoke detector hall east", "smoke", (10.0, 0.0), zone=HALL),
        Point(SECOND, "大厅西侧烟感", "Smoke detector hall west", "smoke", (11.0, 0.0), zone=HALL),
        Point(FAR_AWAY, "远处烟感", "Smoke detector far away", "smoke", (90_000.0, 0.0)),
        Point(LEAKAGE, "一号配电柜", "Panel 1", "leakage_current", (0.0, 5.0)),
    ),
)  # fmt: skip


class Handed:
    """A Video that gives exactly the frames it was handed."""

    def __init__(self) -> None:
        self.shown: dict[int, CameraId | None] = {}
        self.sizes: dict[int, tuple[int, int]] = {}
        self.rewinds: dict[int, int] = {}
        self._next: dict[int, Frame] = {}

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def show(
        self, slot: int, camera: CameraId | None, _quality: Quality, width: int, height: int, rewind: int = 0
    ) -> None:  # fmt: skip
        self.shown[slot], self.sizes[slot], self.rewinds[slot] = camera, (width, height), rewind

    def frame(self, slot: int) -> Frame | None:
        return self._next.pop(slot, None)

    def hand(
        self, slot: int, camera: CameraId, sequence: int, arrived_ns: int, colour: tuple[int, int, int],
        *, is_replay: bool = False, is_delayed: bool = False,
    ) -> None:  # fmt: skip
        """The next frame of a slot: one colour (red, green, blue) all over, of the size the slot asked for."""
        width, height = self.sizes[slot]
        pixels = np.full((height, width, 4), (*reversed(colour), 255), np.uint8)
        self._next[slot] = Frame(
            camera,
            Quality.SUB,
            sequence,
            arrived_ns,
            width,
            height,
            width * 4,
            memoryview(pixels.tobytes()),
            False,
            is_replay=is_replay,
            is_delayed=is_delayed,
        )


@dataclass(frozen=True, slots=True)
class Said:
    """One text as it was painted: in full, and as much of it as fitted."""

    text: str
    painted: str

    @property
    def is_whole(self) -> bool:
        return self.text == self.painted


@contextmanager
def listening() -> Iterator[list[Said]]:
    """Collects every text painted meanwhile."""
    said: list[Said] = []
    line, wrapped, paragraph = lettering.draw, lettering.draw_wrapped, lettering.draw_paragraph

    def draw(painter: QPainter, box: QRect, name: str, text: str, colour: QColor, **how: Qt.AlignmentFlag) -> None:
        said.append(Said(text, lettering.elided(name, text, box.width())))
        line(painter, box, name, text, colour, **how)

    def draw_wrapped(painter: QPainter, box: QRect, name: str, text: str, colour: QColor) -> None:
        said.append(Said(text, text))
        wrapped(painter, box, name, text, colour)

    def draw_paragraph(painter: QPainter, box: QRect, name: str, text: str, colour: QColor) -> None:
        fits = lettering.paragraph_height(name, text, box.width()) <= box.height()
        said.append(Said(text, text if fits else ""))
        paragraph(painter, box, name, text, colour)

    stamps.forget()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lettering, "draw", draw)
        patch.setattr(lettering, "draw_wrapped", draw_wrapped)
        patch.setattr(lettering, "draw_paragraph", draw_paragraph)
        yield said


def said_by(widget: QWidget) -> list[Said]:
    """Every text the widget paints now, also what it would show from a print."""
    for table in (*widget.findChildren(AlarmTable), *((widget,) if isinstance(widget, AlarmTable) else ())):
        table.paint_anew()
    with listening() as said:
        widget.grab()
    return said


def texts(widget: QWidget) -> list[str]:
    return [one.text for one in said_by(widget)]


class Desk:
    """The window and what a test does to it. Nothing happens by itself but Qt's own timers."""

    def __init__(
        self, video: Video | None = None, language: str = "en", size: tuple[int, int] = (1920, 1080),
        with_links: bool = True, stale_ms: int = 1_500, keeping: Path | None = None, site: Site = SITE,
        sources: Sequence[SourceConfig] = (),
        dispatch: DispatchConfig = DispatchConfig(),  # noqa: B008  # frozen
        alarms: AlarmsConfig = AlarmsConfig(),  # noqa: B008  # frozen
        position: str = "desk-1", person: str = "Li",
    ) -> None:  # fmt: skip
        self.clock, self.inbox, self.log, self.store = FakeClock(), Inbox(), StringIO(), ListStore()
        self.clock.advance(1000)
        self.console = Console(
            seat=Seat(position, person), site=site, clock=self.clock, announcer=Announcer(self.clock, self.log),
            store=self.store, stale_after_s=lambda _point: 3600, sources=sources, dispatch=dispatch,
            alarms=alarms,
        )  # fmt: skip
        self.console.start()
        self.drawn = DrawnVideo(site.cameras, self.inbox, self.clock)
        self.drawn.start()
        self.keeping = Keeping(keeping, self.inbox, self.clock) if keeping is not None else None
        self.before_window()
        self.window = DeskWindow(self.console, video or self.drawn, language, stale_ms, keeping=self.keeping)
        self.window.resize(*size)
        self.window.show()
        if with_links:
            self.take(LinkUp("broker", "broker", self.clock.now_ms()))
        self.settle()

    def before_window(self) -> None:
        """What a position has that the small one has not."""

    # ---- what comes in ----

    def take(self, *items: object) -> None:
        for item in items:
            self.inbox.post(item)
        self.inbox.drain(self.console.handle, self.console.failed, 1000)

    def change(
        self, point: PointId = SMOKE, condition: Condition = Condition.ACTIVE,
        alarm_class: AlarmClass = AlarmClass.FIRE, value: Value = True, unit: str | None = None,
    ) -> AlarmId:  # fmt: skip
        """The point changes its condition; gives the newest alarm of the point, open or not."""
        now = self.clock.now_ms()
        kind = point.partition("#")[2]
        self.take(Heard((ConditionChanged(point, alarm_class, kind, condition, "alarm", now - 200, now, value, unit),)))
        return next((alarm.id for alarm in self.console.alarms if alarm.point == point), AlarmId(""))

    def clear(self, point: PointId = SMOKE) -> None:
        self.change(point, Condition.NORMAL)

    def hear_all(self) -> None:
        now = self.clock.now_ms()
        self.take(*(Sample(point.id, False, None, State.NORMAL, now, now) for point in self.console.site.points))

    # ---- what is seen ----

    def settle(self) -> None:
        """Newest frames taken, everything painted, everything reported."""
        self.window.canvas.on_frame_time()
        self.window.grab()
        run_events()

    def pass_time(self, ms: int) -> None:
        """The clock moves in frame periods, and the window paints."""
        for _ in range(max(1, ms // FRAME_MS)):
            self.clock.advance(FRAME_MS)
            self.window.canvas.on_frame_time()
        self.settle()

    def alarm(self, alarm: AlarmId) -> Alarm:
        found = self.console.alarms.get(alarm)
        assert found is not None
        return found

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window, key)
        self.settle()

    def said(self) -> list[str]:
        """Every text painted anywhere in the window now."""
        with listening() as said:
            self.window.grab()
        return [one.text for one in said]

    def close(self) -> None:
        """Close the window and let go of it, as the program does; may be called twice."""
        window = self.__dict__.pop("window", None)
        if window is not None:
            window.close()
            window.deleteLater()
            del window
            run_events()
        if self.keeping is not None:
            self.keeping.close()


def run_events() -> None:
    """Every posted event, those that delete objects too."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def heard(console: Console, kind: type[Announcement]) -> list[Announcement]:
    """A list that grows with every announcement of that kind."""
    ear = _Ear()
    console.announcer.subscribe(kind, ear.on_announced)
    EARS.append(ear)
    return ear.announced


class _Ear:
    def __init__(self) -> None:
        self.announced: list[Announcement] = []

    def on_announced(self, announcement: Announcement) -> None:
        self.announced.append(announcement)


EARS: list[_Ear] = []  # the announcer holds its listeners weakly


def pixels(image: QImage) -> npt.NDArray[np.uint8]:
    """Red, green, blue of every pixel, (height, width, 3)."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()


def tile_image(view: View, now_ns: int = 0, size: tuple[int, int] = (480, 270), frame: int = 0) -> QImage:
    """One tile painted by itself."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    tile.paint(painter, QRect(0, 0, *size), view, Words(), now_ns, frame=frame)
    painter.end()
    return image
