"""What a test does on the pages of the proofs and of the change of shift."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.model import AlarmClass, PointId
from tests.widgets.desk import LEAKAGE, SECOND, SMOKE, Desk
from tests.widgets.drilling import press_for
from widgets.checklist import Checklist, Item

Key = Qt.Key


def listed(rows: Checklist) -> tuple[Item, ...]:
    """Every row in words."""
    return tuple(rows.items.item(row) for row in range(rows.items.rowCount()))


def open_proofs(desk: Desk) -> None:
    QTest.keyClick(desk.window, Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    desk.settle()


def open_sheet(desk: Desk) -> None:
    QTest.keyClick(desk.window, Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    desk.settle()


def ticked(desk: Desk, *points: PointId) -> None:
    open_proofs(desk)
    for point in points or (SMOKE,):
        desk.window.proofs.list.acted.emit(point)
    desk.settle()


def tested(desk: Desk, *points: PointId) -> None:
    """A test of these is on."""
    ticked(desk, *(points or (SMOKE, SECOND)))
    QTest.mouseClick(desk.window.proofs.control.begin, Qt.MouseButton.LeftButton)
    desk.settle()


def note(desk: Desk, text: str) -> None:
    desk.window.handover.control.text.setText(text)
    QTest.mouseClick(desk.window.handover.control.note, Qt.MouseButton.LeftButton)
    desk.settle()


def noted(desk: Desk) -> None:
    open_sheet(desk)
    note(desk, "lift 3 is out")


def handed_over(desk: Desk) -> None:
    """A fire and a leakage are open, and Li hands over to Chan."""
    desk.change(SMOKE)
    desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD, value=512.0, unit="mA")
    noted(desk)
    desk.window.handover.control.comer.setText("Chan")
    press_for(desk, desk.window.handover.control.begin)


def taken(desk: Desk) -> None:
    """Chan has accepted everything and signed."""
    handed_over(desk)
    for _ in range(3):
        desk.window.handover.list.act()
    press_for(desk, desk.window.handover.control.take)
