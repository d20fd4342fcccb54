"""What the window says becomes true by itself: ages go on, counts follow, the ledger waits for nothing else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from console.ports import Painted
from tests.widgets.desk import CAMERAS, Desk, listening, run_events

SOON_MS = 5_000


def test_the_ledger_is_painted_anew_when_the_picture_has_come(desk: Desk) -> None:
    alarm = desk.change()
    desk.settle()
    run_events()
    now = desk.clock.now_ms()
    with listening() as said:
        desk.console.seeing.painted(Painted(alarm, CAMERAS[0], "desk-1", "alarm", now, "live", 0))
        run_events()
    assert "picture" in [one.text for one in said]


def test_the_age_of_the_chosen_alarm_goes_on_while_nothing_happens(desk: Desk, qtbot: QtBot) -> None:
    desk.change()
    desk.settle()
    desk.clock.advance(7_000)
    with listening() as said:
        qtbot.waitUntil(lambda: any(one.text.endswith(" · 7 s") for one in said), timeout=SOON_MS)


def test_the_quiet_window_counts_points_that_are_heard_after_it_was_opened(
    open_desk: Callable[..., Desk], qtbot: QtBot
) -> None:
    desk = open_desk()
    desk.hear_all()
    told = desk.window.findChildren(QLabel)
    with listening() as said:
        qtbot.waitUntil(lambda: any("4 of 4 points heard" in label.text() for label in told), timeout=SOON_MS)
        qtbot.waitUntil(lambda: "0 / 4" in [one.text for one in said], timeout=SOON_MS)
