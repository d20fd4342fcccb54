"""A desk whose page of the alarm performance has its figures, with a child in the test's hand."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.performance import Order, PerformanceRead, Report
from console.performance.audit import audit
from tests.unit.performance_record import Past, noisy_week
from tests.widgets.desk import Desk
from tests.widgets.errand_child import Child


@cache
def past() -> Past:
    """Two days; nobody changes them."""
    return noisy_week()


@cache
def report() -> Report:
    return audit(past().matter(), past().stories(), past().samples, lambda _done, _what: None)


def counted(desk: Desk) -> None:
    """Ctrl+P, and the figures came; the rule of the busiest point is looked at."""
    child = Child[Order]()
    desk.console.performance.connect(child)
    QTest.keyClick(desk.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    desk.console.handle(PerformanceRead(child.orders[-1].number, report()))
    desk.window.performance.on_chosen(0)
    desk.settle()
