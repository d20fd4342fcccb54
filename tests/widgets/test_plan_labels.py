"""What is written on the site plan: no label and no unit over an alarm, no label over a road's name, no name abroad."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import cos, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication

from console.model import (
    XY,
    AlarmClass,
    Building,
    BuildingId,
    Floor,
    UnitId,
    UnitMoved,
    UnitStatus,
    Zone,
    ZoneId,
    ZoneUse,
)  # fmt: skip
from tests.widgets.desk import SMOKE as HALL_SMOKE
from tests.widgets.desk import Desk
from tests.widgets.plans import SITE, SMOKE, YARD, Plan
from tests.widgets.sending import NEAR, SENDING_SITE, SQUAD, says
from widgets import theme
from widgets.plan import labels
from widgets.plan.labels import Label, Put
from widgets.plan.names import site_names

OpenDesk = Callable[..., Desk]
ROOM = QRectF(0, 0, 400, 300)


def ring(x: float, y: float, width: float, depth: float) -> tuple[XY, ...]:
    return (x, y), (x + width, y), (x + width, y + depth), (x, y + depth), (x, y)


def place(wanted: list[Label], symbols: list[QRectF], room: QRectF, **others: list[QRectF]) -> list[Put]:
    """Those that found a box."""
    return [put for put in labels.place(wanted, symbols, room, **others) if put is not None]


# ---- alarms ----


def label(x: float, y: float, *, must: bool, text: str = "Response squad 1 · en route 12 s", short: str = "") -> Label:
    return Label(QPointF(x, y), 12, text, theme.colour("bg.void"), theme.colour("text.hi"), must=must, short=short)


@given(
    alarms=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 300)), max_size=60),
    wanted=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 300), st.booleans()), max_size=12),
)
def test_no_label_covers_an_alarm_however_many_there_are(
    qapp: QApplication, alarms: list[tuple[int, int]], wanted: list[tuple[int, int, bool]]
) -> None:
    boxes = [QRectF(x - 12, y - 12, 24, 24) for x, y in alarms]
    put = place([label(x, y, must=must) for x, y, must in wanted], [], ROOM, alarms=boxes)
    assert not [one for one in put if any(one.box.intersects(box) for box in boxes)]
    assert all(ROOM.contains(one.box) for one in put)


def test_a_label_that_must_be_shown_rather_lies_over_a_name_than_over_a_symbol(qapp: QApplication) -> None:
    symbols = [QRectF(x, y, 8, 8) for x in range(0, 400, 10) for y in range(0, 300, 10) if y < 140]
    (put,) = place([label(200, 150, must=True)], symbols, ROOM, names=[QRectF(0, 140, 400, 160)])
    assert not any(put.box.intersects(symbol) for symbol in symbols)


def test_where_not_all_of_it_has_room_only_the_name_of_a_unit_is_said(qapp: QApplication) -> None:
    narrow = QRectF(0, 0, 150, 40)
    wide, *_ = place([label(10, 20, must=False, short="Squad 1")], [], ROOM)
    (put,) = place([label(10, 20, must=False, short="Squad 1")], [], narrow)
    assert (wide.label.text, put.label.text) == ("Response squad 1 · en route 12 s", "Squad 1")


# ---- units ----

ROAD = Zone(ZoneId("ROAD"), "芦苇路", "Reed Road", None, (), ring(-60.0, -14.0, 160.0, 12.0), ZoneUse.ROAD)
LON_M, LAT_M = 111_320.0 * cos(radians(30.0)), 111_320.0  # metres in a degree at the origin of the site


@pytest.fixture
def sent(open_desk: OpenDesk) -> Desk:
    """A fire beside a road; two units were sent to it."""
    desk = open_desk(site=replace(SENDING_SITE, zones=(*SENDING_SITE.zones, ROAD)))
    desk.hear_all()
    desk.window.activateWindow()
    desk.change(HALL_SMOKE)
    desk.press(Qt.Key.Key_F5)
    return desk


def moved(desk: Desk, unit: UnitId, at: XY) -> None:
    """Its device says where it is."""
    now = desk.clock.now_ms()
    desk.take(UnitMoved(unit, 120.0 + at[0] / LON_M, 30.0 + at[1] / LAT_M, now, now))
    desk.settle()


@pytest.mark.parametrize("at", [(10.0, 0.0), (9.0, 1.5), (12.0, -1.0)])
def test_a_unit_that_is_there_lies_beside_the_symbol_of_the_alarm(sent: Desk, at: XY) -> None:
    says(sent, NEAR, UnitStatus.ACCEPTED)
    moved(sent, NEAR, at)
    main = sent.window.plan.main
    middle = main.view.point((10.0, 0.0))
    symbol = QRectF(middle.x() - 10, middle.y() - 10, 20, 20)
    squares = main.overlay()._units.boxes()
    assert len(squares) >= 2 and not any(square.intersects(symbol) for square in squares)


@pytest.mark.parametrize("x", [-20.0, 0.0, 20.0, 40.0])
def test_what_a_unit_does_is_not_written_over_the_name_of_a_road(sent: Desk, x: float) -> None:
    moved(sent, NEAR, (x, -8.0))
    moved(sent, SQUAD, (x - 5.0, -20.0))
    main = sent.window.plan.main
    road = [name for name in site_names(main._ink, main.view, main._words, main._situation) if name.rows[0].text]
    assert [name.rows[0].text for name in road] == ["Reed Road"]
    units = [put for put in main.overlay().placed if put.label.from_afar]
    assert len(units) == 2
    assert not [put.label.text for put in units if put.box.intersects(QRectF(road[0].box))]


# ---- buildings ----


def test_the_symbol_of_a_building_gives_way_to_an_alarm_outdoors(make_plan: Callable[..., Plan]) -> None:
    outdoors = tuple(replace(point, at=(30.0, -1.0)) if point.id == YARD else point for point in SITE.points)
    plan = make_plan(site=replace(SITE, points=outdoors), size=(500, 300))
    plan.alarm(YARD, AlarmClass.HAZARD)
    plan.alarm(SMOKE)
    plan.panel.show_site()
    plan.settle()
    main = plan.panel.main
    ((_, toll),) = main.overlay()._tolls
    assert abs(main.view.point(toll.at).x() - main.view.point((30.0, -1.0)).x()) >= 20


def test_the_number_of_floors_does_not_run_over_the_building_next_door(make_plan: Callable[..., Plan]) -> None:
    tower, hall = BuildingId("T"), BuildingId("H")
    plan = make_plan(site=replace(
        SITE, zones=(), points=(), cameras=(), walls=(),
        buildings=(
            Building(tower, "塔", "T", ring(0, 0, 3, 40)), Building(hall, "大厅", "Hall", ring(4, 0, 60, 40)),
        ),
        floors=tuple(Floor(tower, at, f"{at + 1}F") for at in range(12)),
    ))  # fmt: skip
    main = plan.panel.main
    shown = {name.rows[0].text: name for name in site_names(main._ink, main.view, main._words, main._situation)}
    hall_box = main.view.transform().map(main._ink.ring(hall)).boundingRect()
    assert set(shown) == {"T", "Hall"}
    assert not QRectF(shown["T"].box).intersects(hall_box)
