"""What is real and has no incident, and what comes back into the list soon, is said until it is done."""

from __future__ import annotations

from console.alarms import Outcome
from console.model import AlarmClass
from tests.widgets.desk import LEAKAGE, SMOKE, Desk

MINUTE_MS = 60_000


def shown(desk: Desk) -> str:
    desk.settle()
    return desk.window.notices.shown()


def test_a_real_fire_asks_for_an_incident_until_there_is_one(desk: Desk) -> None:
    fire = desk.change(SMOKE)
    desk.console.acknowledge(fire)
    desk.console.alarming.verify(fire, Outcome.REAL)
    assert shown(desk).startswith("It is real, or counts as real, and has no incident: ")
    assert "F5" in shown(desk)
    desk.console.dispatching.open_from(fire)
    assert shown(desk) == ""


def test_a_check_that_ran_out_asks_for_one_too_and_no_more_once_somebody_says_it_is_false(desk: Desk) -> None:
    fire = desk.change(SMOKE)
    desk.console.acknowledge(fire)
    desk.clock.advance(91_000)
    desk.settle()
    desk.window.notices.dismiss()  # that the supervisor is called
    assert "has no incident" in shown(desk)
    desk.console.alarming.verify(fire, Outcome.FALSE)
    assert shown(desk) == ""


def test_a_shelf_that_ends_soon_is_said_with_its_time_until_it_has_ended(desk: Desk) -> None:
    leak = desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    desk.console.acknowledge(leak)
    desk.console.alarming.shelve(leak, 30, "being repaired")
    assert shown(desk) == ""
    alarm = desk.alarm(leak)
    assert alarm.shelved is not None
    while not shown(desk) and desk.clock.now_ms() < alarm.shelved.until_ms:
        desk.clock.advance(MINUTE_MS)
    assert shown(desk).startswith("The shelf ends at ")
    left_ms = alarm.shelved.until_ms - desk.clock.now_ms()
    assert 0 < left_ms <= 10 * MINUTE_MS
    desk.clock.advance(left_ms + 1_000)
    desk.window.reminders.on_look()
    assert shown(desk) == ""


def test_who_takes_it_out_of_the_shelf_beforehand_is_reminded_no_more(desk: Desk) -> None:
    leak = desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    desk.console.acknowledge(leak)
    desk.console.alarming.shelve(leak, 30, "being repaired")
    alarm = desk.alarm(leak)
    assert alarm.shelved is not None
    while not shown(desk) and desk.clock.now_ms() < alarm.shelved.until_ms:
        desk.clock.advance(MINUTE_MS)
    desk.console.alarming.unshelve(leak)
    assert shown(desk) == ""
