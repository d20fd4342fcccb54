"""The panels beside the table follow the chosen alarm: at once for what somebody did, together for what follows."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from console import announce
from console.alarms import Outcome
from console.model import AlarmId
from tests.waiting import wait_until
from tests.widgets.desk import SMOKE, Desk
from widgets.pace import Soon


class Looks:
    """How often the details were asked to show an alarm."""

    def __init__(self, desk: Desk) -> None:
        self.seen: list[AlarmId | None] = []
        chosen = desk.window._chosen
        chosen._about = (*chosen._about, self.seen.append)


def test_what_follows_from_an_alarm_costs_the_panels_one_look(desk: Desk, qtbot: QtBot) -> None:
    alarm = desk.change(SMOKE)
    wait_until(lambda: not desk.window._chosen._changed._timer.isActive(), 5, "the first look")
    looks = Looks(desk)
    for _ in range(4):
        desk.console.announcer.publish(announce.AlarmChanged(alarm=alarm))
    assert looks.seen == []
    wait_until(lambda: looks.seen, 5, "the look")
    assert looks.seen == [alarm]


def test_what_a_person_says_of_it_is_shown_at_once(desk: Desk) -> None:
    alarm = desk.change(SMOKE)
    looks = Looks(desk)
    desk.console.alarming.verify(alarm, Outcome.FALSE)
    assert looks.seen == [alarm]


def test_who_asks_again_waits_a_tenth_of_a_second(qtbot: QtBot) -> None:
    owner, calls = QObject(), list[int]()
    soon = Soon(lambda: calls.append(1), owner)
    soon.ask()
    soon.ask()
    assert not calls
    wait_until(lambda: calls, 5, "the next turn")
    soon.ask()
    assert soon._timer.remainingTime() > 10
    wait_until(lambda: len(calls) == 2, 5, "the second one")
