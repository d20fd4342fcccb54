"""A desk whose page of closed incidents has found some, with a child in the test's hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.casebook import CasesFound, Order, StoryTold
from console.casebook.telling import timelines
from console.incidents import FACTS, AlarmLinked, Closed, Disposition, Noted, Opened
from console.incidents.search import Asked, Past, look
from console.journal import Entry
from console.model import LIVE, AlarmClass, AlarmId, By, IncidentId
from console.units import FACTS as UNIT_FACTS
from console.units.facts import Ordered
from tests.widgets.desk import SMOKE, Desk
from tests.widgets.errand_child import Child
from widgets.casebook.page import CasebookPage

LI, WANG = By(person="Li", position="desk-1"), By(person="Wang", position="desk-2")
BEGAN = 1_795_233_600_000  # 2026-11-21 12:00 in Shanghai
FIRE = AlarmId(f"{SMOKE}/7")
FIRST, SECOND = IncidentId("E-0001"), IncidentId("E-0002")
MINUTE = 60_000


def entries(fire: AlarmId = FIRE) -> list[Entry]:
    """A false alarm that a unit was sent to, and something at the gate an hour later."""
    raised = Entry(LIVE, f"alarm/{fire}", 1, "AlarmRaised", BEGAN - 5_000, By(machine="rule"), {"alarm_class": "F"})
    ordered = Ordered("M1-1", FIRST)
    sent = Entry(LIVE, "unit/M1/1", 1, UNIT_FACTS.name(ordered), BEGAN + MINUTE, LI, UNIT_FACTS.data(ordered))
    first = (
        (Opened("1-3-5", "大厅", "Hall"), LI), (AlarmLinked(fire, AlarmClass.FIRE, "smoke", BEGAN - 5_000), LI),
        (Noted("Somebody was welding"), WANG), (Closed(Disposition.FALSE_ALARM, "welding without a permit"), WANG),
    )  # fmt: skip
    second = (Opened("1-3-5", "北门", "North gate"), WANG), (Closed(Disposition.RESOLVED), LI)
    told = [
        Entry(LIVE, f"incident/E/{number}", n, FACTS.name(fact), at + n * MINUTE, by, FACTS.data(fact))
        for number, facts, at in ((1, first, BEGAN), (2, second, BEGAN + 60 * MINUTE))
        for n, (fact, by) in enumerate(facts, 1)
    ]
    return [raised, *told[:2], sent, *told[2:]]


def cases(fire: AlarmId = FIRE) -> tuple[Past, ...]:
    """The newest first."""
    return tuple(look(entries(fire), LIVE, Asked()))


def story(number: int, fire: AlarmId = FIRE) -> StoryTold:
    """Of the false alarm."""
    case = next(past for past in cases(fire) if past.incident.id == FIRST)
    lines = timelines(LIVE, case)
    for entry in entries(fire):
        lines.take(entry)
    return StoryTold(number, case, lines.of(case.incident))


def found(desk: Desk, total: int = 2, fire: AlarmId = FIRE) -> tuple[CasebookPage, Child[Order]]:
    """Ctrl+F, and the child has answered."""
    child = Child[Order]()
    desk.console.casebook.connect(child)
    QTest.keyClick(desk.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    desk.console.handle(CasesFound(child.orders[-1].number, cases(fire), total))
    desk.settle()
    page = desk.window.lower_panel.currentWidget()
    assert isinstance(page, CasebookPage)
    return page, child


def opened(desk: Desk, fire: AlarmId = FIRE) -> tuple[CasebookPage, Child[Order]]:
    """The story of the false alarm is shown."""
    page, child = found(desk, fire=fire)
    page.on_opened(FIRST)
    desk.console.handle(story(child.orders[-1].number, fire))
    desk.settle()
    return page, child
