"""Every button anybody can see does something: each is pressed once, in each state of the desk, and leaves a trace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from console.model import AlarmClass
from tests.widgets import arriving, casekeeping, drilling, performing, replaying, seated, settling, shifting
from tests.widgets.desk import LEAKAGE, Desk, pixels, run_events
from tests.widgets.drilling import DRILL_SITE
from tests.widgets.examining import MOVED, examined
from tests.widgets.sending_walls import has_wall
from tests.widgets.test_gaze import Seconds
from widgets.alarms.alarm_acts import Deed
from widgets.alarms.listing import Listing
from widgets.eye.page import EyePage

Key = Qt.Key


def quiet(_desk: Desk) -> None:
    """Nothing has happened."""


def alarm(desk: Desk) -> None:
    desk.change()


def acknowledged(desk: Desk) -> None:
    desk.change()
    desk.press(Key.Key_F2)


def latched(desk: Desk) -> None:
    acknowledged(desk)
    desk.clear()


def set_aside(desk: Desk) -> None:
    """What is out of service is listed, and the keys are on a detector of it."""
    until_ms = desk.clock.now_ms() + 3_600_000
    desk.console.alarming.take_out_of_service(LEAKAGE, "P-7", until_ms, "guard")
    desk.window.acts.show_listing(Listing.OUT_OF_SERVICE)
    QTest.keyClick(desk.window.table, Key.Key_Down)


def shelving(desk: Desk) -> None:
    """A hazard is about to be shelved, with a reason."""
    desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    desk.window.details.on_deed(Deed.SHELVE)
    desk.window.details.aside.text.setText("measuring")


def wall(desk: Desk) -> None:
    """Another position has one, too: something can be sent there."""
    has_wall(desk.console)
    QTest.keyClick(desk.window, Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    desk.settle()


def screens(desk: Desk) -> None:
    """The page of the screen record, at a second a minute ago: its fields say which one is asked for."""
    desk.console.sight.eye.connect(Seconds())
    QTest.keyClick(desk.window, Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    page = desk.window.lower_panel.currentWidget()
    assert isinstance(page, EyePage)
    page.ask(desk.clock.now_ms() // 1000 - 60)
    desk.settle()


def clips(desk: Desk) -> None:
    """The page of clips, and the large picture is a replay."""
    desk.change()
    replaying.looked_back(desk)
    QTest.keyClick(desk.window, Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    desk.settle()


def incident(desk: Desk) -> None:
    """Units were sent, and the page of incidents is shown."""
    desk.change()
    desk.press(Key.Key_F5)
    desk.press(Key.Key_F9)


def closing(desk: Desk) -> None:
    """The incident is about to be closed."""
    incident(desk)
    desk.window.details.dispatch.acts.begin_closing()
    desk.settle()


def trends(desk: Desk) -> None:
    desk.press(Key.Key_F7)
    desk.window.trends.add(LEAKAGE)
    desk.settle()


def performance(desk: Desk) -> None:
    """The figures are there, and a rule is looked at."""
    performing.counted(desk)


def health(desk: Desk) -> None:
    """A camera is chosen whose view is not right."""
    examined(desk).table.choose(MOVED)
    desk.settle()


def newcomers(desk: Desk) -> None:
    """A device without a place is being placed."""
    settling.placing(desk)


def rejected(desk: Desk) -> None:
    """A device was rejected and is the chosen one."""
    settling.rejected(desk)


def closed_incidents(desk: Desk) -> None:
    """The story of one of them is shown."""
    casekeeping.opened(desk)


def arrivals(desk: Desk) -> None:
    """A message of the source is chosen."""
    page = arriving.opened(desk)
    page.messages.choose(str(page.messages.lines.rows[1].number))
    desk.settle()


def proofs(desk: Desk) -> None:
    """A detector is ticked."""
    shifting.ticked(desk)


def shift_handed_over(desk: Desk) -> None:
    shifting.handed_over(desk)


def drill_planned(desk: Desk) -> None:
    drilling.open_page(desk)


def drill_runs(desk: Desk) -> None:
    drilling.ordered(desk)


def drill_paused(desk: Desk) -> None:
    drilling.broken_in(desk)


def drill_ended(desk: Desk) -> None:
    drilling.ended(desk)


def people(desk: Desk) -> None:
    """Somebody has signed in and opened the list of people."""
    seated.open_list(desk)


STATES: tuple[Callable[[Desk], None], ...] = (
    quiet, alarm, acknowledged, latched, set_aside, shelving, wall, screens, clips, incident, closing, trends,
    performance, health, newcomers, rejected, arrivals, closed_incidents, drill_planned, drill_runs,
    drill_paused, drill_ended, proofs, shift_handed_over, people,
)  # fmt: skip


def name_of(button: QAbstractButton) -> str:
    """How a person would find it again."""
    words = button.accessibleName() or button.text() or getattr(button, "words", "") or button.toolTip()
    return f"{type(button.parent()).__name__}/{type(button).__name__} {words!r} at {button.pos().toTuple()}"


def buttons(root: QWidget) -> list[QAbstractButton]:
    """Those that can be seen and pressed now."""
    found = [one for one in root.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
    return [one for one in found if not one.visibleRegion().isEmpty()]


class Trace:
    """What could have changed: what was said, how the window looks, what has the keyboard, which windows stand."""

    def __init__(self, desk: Desk) -> None:
        self.events = desk.log.getvalue()
        self.look = pixels(desk.window.grab().toImage())
        self.windows = sorted(type(one).__name__ for one in QApplication.topLevelWidgets() if one.isVisible())

    def differs(self, other: Trace) -> bool:
        same_look = self.look.shape == other.look.shape and np.array_equal(self.look, other.look)
        return not (same_look and self.events == other.events and self.windows == other.windows)


class PressedDesk(Desk):
    """Hundreds are set up here: only what has changed is painted, the whole window when its look is taken."""

    def settle(self) -> None:
        self.window.canvas.on_frame_time()
        run_events()


@contextmanager
def at_a_desk(prepare: Callable[[Desk], None], keeping: Path) -> Iterator[Desk]:
    desk = PressedDesk(keeping=keeping, site=DRILL_SITE)
    try:
        prepare(desk)
        desk.settle()
        yield desk
    finally:
        desk.close()


def opened_menus() -> list[QMenu]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible()]


def press(desk: Desk, button: QAbstractButton) -> list[str]:
    """Press it; a menu or a dialog that opens is an effect, is named, and is closed again."""
    opened: list[str] = []

    def close_what_opened() -> None:
        for one in (*opened_menus(), QApplication.activeModalWidget()):
            if one is not None:
                opened.append(type(one).__name__)
                one.close()

    watch = QTimer()
    watch.timeout.connect(close_what_opened)
    watch.start(0)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()
    watch.stop()
    run_events()
    return opened


@pytest.mark.parametrize("prepare", STATES, ids=lambda state: state.__name__)
def test_every_button_has_an_effect(prepare: Callable[[Desk], None], qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    with at_a_desk(prepare, tmp_path / "count") as desk:
        count = len(buttons(desk.window))
        assert not Trace(desk).differs(Trace(desk)), "the desk moves by itself: nothing can be proven"
    assert count > 5
    dead: list[str] = []
    for index in range(count):
        with at_a_desk(prepare, tmp_path / str(index)) as desk:
            button = buttons(desk.window)[index]
            name, was_chosen, before = name_of(button), button.isChecked(), Trace(desk)
            opened = press(desk, button)
            stays_chosen = was_chosen and button.isChecked()  # one of a set, and it was the one
            if not opened and not stays_chosen and not before.differs(Trace(desk)):
                dead.append(name)
    assert dead == []
