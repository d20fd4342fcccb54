"""A plan panel on a small site: two floors of one building, a yard with a camera, a detector nobody placed."""

from __future__ import annotations

from io import StringIO

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from console.announce import Announcer
from console.app import Console
from console.clock import FakeClock
from console.model import (
    XY,
    AlarmClass,
    AlarmId,
    Building,
    BuildingId,
    Camera,
    CameraId,
    CameraKind,
    Condition,
    ConditionChanged,
    Floor,
    Heard,
    Point,
    PointId,
    Sample,
    Site,
    State,
    Wall,
    Zone,
    ZoneId,
    ZoneUse,
    point_id,
)
from console.model.people import Seat
from console.plan import Level
from console.ports import CameraChanged, CameraState
from tests.unit.test_console import ListStore
from tests.widgets.desk import run_events
from widgets.placing import Placing
from widgets.plan import PlanPanel
from widgets.plan.view import PlanView
from widgets.words import Words

MILL, SHED = BuildingId("MILL"), BuildingId("SHED")
FIRST, SECOND = Level(MILL, 0), Level(MILL, 1)
WEST, EAST = ZoneId("MILL-W"), ZoneId("MILL-E")
SMOKE, UPSTAIRS, LOST, YARD, HYDRANT = (
    point_id("z2m", name, kind)
    for name, kind in (
        ("low", "smoke"), ("high", "smoke"), ("lost", "smoke"), ("yard", "fire_lane_occupied"),
        ("hyd", "water_pressure"),
    )
)  # fmt: skip
DOWN, UP, OUT = CameraId("C-1"), CameraId("C-2"), CameraId("C-3")


def _ring(x: float, y: float, width: float, depth: float) -> tuple[XY, ...]:
    return (x, y), (x + width, y), (x + width, y + depth), (x, y + depth), (x, y)


def _camera(id_: CameraId, name: str, at: XY, building: BuildingId | None, floor: int | None) -> Camera:
    number = int(id_.removeprefix("C-"))
    return Camera(id_, number, f"{name}机", name, CameraKind.FIXED, at, building, floor, azimuth=90, fov=90, range_m=30)


SITE = Site(
    "磨坊园区", "Mill park", "Asia/Shanghai", (120.0, 30.0),
    buildings=(
        Building(MILL, "磨坊", "Mill", _ring(0, 0, 60, 30)), Building(SHED, "车棚", "Shed", _ring(100, 0, 30, 20)),
    ),
    floors=(Floor(MILL, 0, "1F"), Floor(MILL, 1, "2F"), Floor(MILL, 2, "3F"), Floor(SHED, 0, "1F")),
    zones=(
        Zone(WEST, "磨坊2F西区", "Mill 2F west", MILL, (1,), _ring(0, 0, 30, 30)),
        Zone(EAST, "磨坊2F东区", "Mill 2F east", MILL, (1,), _ring(30, 0, 30, 30)),
        Zone(ZoneId("GREEN"), "绿地", "Green", None, (), _ring(0, 40, 60, 20), ZoneUse.GREEN),
    ),
    walls=(Wall(MILL, 1, ((30.0, 0.0), (30.0, 20.0))), Wall(MILL, 0, _ring(0, 0, 60, 30))),
    cameras=(
        _camera(DOWN, "Entrance", (5.0, 5.0), MILL, 0), _camera(UP, "Upper hall", (5.0, 15.0), MILL, 1),
        _camera(OUT, "Yard", (70.0, 10.0), None, None),
    ),
    points=(
        Point(SMOKE, "一层烟感", "Smoke detector first floor", "smoke", (20.0, 10.0), MILL, 0),
        Point(UPSTAIRS, "二层烟感", "Smoke detector upper hall", "smoke", (15.0, 15.0), MILL, 1, WEST),
        Point(LOST, "未定位烟感", "Smoke detector somewhere", "smoke", None, MILL, 1, EAST),
        Point(YARD, "院内车道", "Yard lane", "fire_lane_occupied", (85.0, 12.0)),
        Point(HYDRANT, "院内消火栓", "Yard hydrant", "water_pressure", (80.0, 20.0)),
    ),
)  # fmt: skip


class Plan:
    """The panel and what a test does to it; the clock only moves when told to."""

    def __init__(self, site: Site = SITE, size: tuple[int, int] = (1000, 422)) -> None:
        self.clock = FakeClock()
        self.clock.advance(1000)
        self.console = Console(
            seat=Seat("desk-1", "Li"), site=site, clock=self.clock, announcer=Announcer(self.clock, StringIO()),
            store=ListStore(), stale_after_s=lambda _point: 3600,
        )  # fmt: skip
        self.console.start()
        self.words = Words()
        self.placing = Placing(self.console, self.words)
        self.panel = PlanPanel(self.console, self.placing, self.words)
        self.panel.resize(*size)
        self.panel.show()
        self.asked: list[object] = []
        self.panel.camera_asked.connect(self.asked.append)
        self.panel.alarm_asked.connect(self.asked.append)
        self.settle()

    def settle(self) -> None:
        run_events()
        self.panel.grab()

    def alarm(self, point: PointId = UPSTAIRS, alarm_class: AlarmClass = AlarmClass.FIRE) -> AlarmId:
        """The point goes into alarm."""
        now, kind = self.clock.now_ms(), point.partition("#")[2]
        change = ConditionChanged(point, alarm_class, kind, Condition.ACTIVE, "alarm", now, now, True)
        self.console.handle(Heard((change,)))
        return next(alarm.id for alarm in self.console.alarms if alarm.point == point)

    def camera(self, camera: CameraId, state: CameraState) -> None:
        self.console.handle(CameraChanged(camera, state, self.clock.now_ms()))

    def hear(self, point: PointId) -> None:
        now = self.clock.now_ms()
        self.console.handle(Sample(point, False, None, State.NORMAL, now, now))

    def lines(self, view: PlanView | None = None) -> list[str]:
        """What a screen reader is told of a view, the main one unless another is named."""
        shown = view or self.panel.main
        shown.grab()
        return shown.listing.lines()

    def pixel(self, at: XY, view: PlanView | None = None) -> QPoint:
        return (view or self.panel.main).view.point(at).toPoint()

    def sees(self, at: XY) -> bool:
        """Whether that place lies within the main view."""
        return self.panel.main.rect().contains(self.pixel(at))

    def move(self, start: QPoint, end: QPoint) -> None:
        """Press, move and release the left button on the main view."""
        view, kinds = self.panel.main, QMouseEvent.Type
        for kind, at, buttons in (
            (kinds.MouseButtonPress, start, Qt.MouseButton.LeftButton),
            (kinds.MouseMove, end, Qt.MouseButton.LeftButton),
            (kinds.MouseButtonRelease, end, Qt.MouseButton.NoButton),
        ):
            button = Qt.MouseButton.NoButton if kind is kinds.MouseMove else Qt.MouseButton.LeftButton
            place = QPointF(at)
            event = QMouseEvent(kind, place, place, button, buttons, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(view, event)

    def close(self) -> None:
        panel = self.__dict__.pop("panel", None)
        if panel is not None:
            panel.close()
            panel.deleteLater()
            del panel
            run_events()
