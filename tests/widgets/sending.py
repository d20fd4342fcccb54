"""A desk whose site has units, and what a test does with them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from console.incidents import Incident
from console.model import Crew, IncidentId, Response, UnitId, UnitKind, UnitSaid, UnitStatus, Zone
from console.units import Unit
from tests.widgets.desk import HALL, SITE, Desk
from widgets.dispatch.row_list import RowList

NEAR, SQUAD, GRID, FAR = (UnitId(name) for name in ("M1", "S2", "G3", "P4"))
UNITS = (
    Crew(NEAR, UnitKind.MICRO_STATION, "一号微站", "Micro fire station 1", (60.0, 0.0), ("fire", "scba"), people=6),
    Crew(SQUAD, UnitKind.SQUAD, "二小队", "Response squad 2", (0.0, 200.0), ("fire", "first_aid"), people=4),
    Crew(GRID, UnitKind.GRID, "网格员林芳", "Grid officer Lin Fang", (300.0, 0.0), ("keys",)),
    Crew(FAR, UnitKind.PROPERTY, "物业", "Property guards", None, ("fire",), people=3),
)  # fmt: skip
GROUND = Zone(HALL, "大厅", "Hall", None, (), ((0.0, 0.0), (20.0, 0.0), (20.0, 20.0)))
SENDING_SITE = replace(SITE, zones=(GROUND,), units=UNITS, responses=(Response("*", ("fire",), 2),))


def only_incident(desk: Desk) -> Incident:
    """The one incident there is."""
    incidents = desk.console.dispatching.incidents()
    assert len(incidents) == 1
    return incidents[0]


def unit(desk: Desk, name: UnitId) -> Unit:
    return desk.console.dispatching.unit(name)


def bound(desk: Desk, incident: IncidentId) -> list[UnitId]:
    """Who has been sent to it."""
    return [one.id for one in desk.console.dispatching.units_of(incident)]


def says(desk: Desk, name: UnitId, status: UnitStatus) -> None:
    """The unit's own device answers its order."""
    order = unit(desk, name).order
    assert order is not None
    now = desk.clock.now_ms()
    desk.take(UnitSaid(name, status, order.id, now, now))
    desk.settle()


def click_row(
    rows: RowList, key: str, x: int | None = None, button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> None:
    """A click into a row, at its middle or `x` px from the left."""
    box = rows.row_box(key)
    at = QPoint(x, box.center().y()) if x is not None else box.center()
    QTest.mouseClick(rows.viewport(), button, pos=at)


def choose_in(menu: QMenu | None, text: str) -> None:
    """Press the entry of a menu that says this."""
    assert menu is not None
    action = next(action for action in menu.actions() if action.text() == text)
    action.trigger()
    menu.close()


def entries_of(menu: QMenu | None) -> list[str]:
    """What can be pressed in a menu."""
    assert menu is not None
    return [action.text() for action in menu.actions() if action.isEnabled() and not action.isSeparator()]
