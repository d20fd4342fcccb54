"""A desk whose site has a scenario, and what a test does with a drill there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from console.alarms import Alarm
from console.journal import Saved
from console.model import Act, Deed, Reply, Scenario, ScenarioId, UnitStatus
from tests.unit.test_console import ListStore
from tests.widgets.desk import SECOND, SMOKE, Desk
from tests.widgets.sending import NEAR, SENDING_SITE

WORDS = {"en": "Smoke in the hall", "zh_CN": "大厅冒烟", "zh_TW": "大廳冒煙"}
CALL = {"en": "Which stair do we take?", "zh_CN": "走哪个楼梯？", "zh_TW": "走哪個樓梯？"}
SCENARIO = Scenario(
    ScenarioId("hall"), WORDS, 12,
    (
        Act(5, Deed.ALARM, SMOKE, text=WORDS), Act(30, Deed.CALL, text=CALL, caller="312"),
        Act(300, Deed.CLEAR, SMOKE, text=WORDS),
    ),
    (Reply(NEAR, 8, None, None),),
)  # fmt: skip
DRILL_SITE = replace(SENDING_SITE, scenarios=(SCENARIO,))
HOLD_MS = 1_000


def press_for(desk: Desk, button: QAbstractButton, ms: int = HOLD_MS) -> None:
    """The mouse holds the button for so long."""
    QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    desk.clock.advance(ms)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    desk.settle()


def save(desk: Desk) -> None:
    """Everything appended so far is committed: orders may go."""
    store = desk.console._store
    assert isinstance(store, ListStore)
    desk.take(Saved({(entry.domain, entry.stream): entry.version for entry in store.entries}))


def open_page(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    desk.settle()


def begin(desk: Desk) -> Alarm:
    """By the page, as a controller does; the detector of the drill has alarmed."""
    open_page(desk)
    press_for(desk, desk.window.drill.form.start)
    desk.clock.advance(5_000)
    desk.settle()
    (alarm,) = desk.console.alarms.rows()
    return alarm


def ordered(desk: Desk) -> None:
    """The drill's incident has a unit that was ordered and has accepted."""
    begin(desk)
    desk.press(Qt.Key.Key_F2)
    desk.press(Qt.Key.Key_F5)
    save(desk)
    desk.clock.advance(1)
    save(desk)
    desk.clock.advance(9_000)
    desk.settle()


def broken_in(desk: Desk) -> Alarm:
    """A live fire has paused it."""
    begin(desk)
    desk.change(SECOND)
    desk.settle()
    (alarm,) = desk.console.alarms.rows()
    return alarm


def ended(desk: Desk) -> None:
    ordered(desk)
    press_for(desk, desk.window.drill.control.end)


def status(desk: Desk) -> UnitStatus:
    return desk.console.dispatching.unit(NEAR).status
