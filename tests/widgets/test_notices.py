"""Notices under the banner: a restart is told until a person has read it, and that is on the record."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from console import announce
from console.mishaps import Cause, Reported, Restart
from console.model import LinkDown, LinkUp
from tests.unit.test_console import ListStore
from tests.widgets.desk import Desk, heard, said_by, texts

REPORT = "crashes/2026-11-21T06-03-07.120Z_desk-1.txt"


def restarted(desk: Desk, cause: Cause = Cause.HUNG, figure: str = "6", report: str = REPORT) -> None:
    desk.console.mishaps.restarted(Restart(cause, figure, report, desk.clock.monotonic_ns() - 9_000_000_000))
    desk.settle()


def test_nothing_to_say_takes_no_room(desk: Desk) -> None:
    assert not desk.window.notices.isVisibleTo(desk.window)


def test_a_restart_is_told_with_time_cause_and_report(desk: Desk) -> None:
    restarted(desk)
    at = desk.window._placing.clock(desk.clock.now_ms())
    assert desk.window.notices.isVisibleTo(desk.window)
    assert f"The console was restarted at {at} after it hung for 6 s. Report: {REPORT}" in texts(desk.window.notices)


def test_each_cause_has_its_own_words(desk: Desk) -> None:
    said = set()
    for cause in Cause:
        restarted(desk, cause, "17", report="")
        said.add(desk.window.notices.shown())
    assert len(said) == len(Cause)
    assert all("17" in text and text.endswith("No report could be written.") for text in said)


def test_it_stays_until_the_person_presses_the_key_and_that_is_journalled(desk: Desk) -> None:
    dismissed = heard(desk.console, announce.NoticeDismissed)
    restarted(desk)
    desk.pass_time(60_000)
    assert desk.window.notices.isVisibleTo(desk.window)
    desk.window.activateWindow()
    QTest.keyClick(desk.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert not desk.window.notices.isVisibleTo(desk.window)
    assert dismissed == [announce.NoticeDismissed(code="console_restarted", by="Li")]
    store = desk.console._store
    assert isinstance(store, ListStore)
    (entry,) = [each for each in store.entries if each.kind == "NoticeDismissed"]
    assert (entry.by.person, entry.data["code"], entry.data["report"]) == ("Li", "console_restarted", REPORT)


def test_a_click_beside_the_button_dismisses_nothing(desk: Desk) -> None:
    restarted(desk)
    notices = desk.window.notices
    QTest.mouseClick(notices, Qt.MouseButton.LeftButton, pos=QPoint(200, 16))
    assert notices.isVisibleTo(desk.window)
    QTest.mouseClick(notices, Qt.MouseButton.LeftButton, pos=QPoint(notices.width() - 40, 16))
    assert not notices.isVisibleTo(desk.window)


def test_an_exception_that_was_reported_is_told_and_is_a_trouble(desk: Desk) -> None:
    desk.take(Reported("ZeroDivisionError('division by zero')", REPORT))
    assert f"A part of the program failed: ZeroDivisionError('division by zero'). Report: {REPORT}" in texts(
        desk.window.notices
    )
    assert any(alarm.point == "link/desk-1#program" for alarm in desk.console.alarms)


def test_the_newest_notice_is_shown_and_the_others_are_counted(desk: Desk) -> None:
    notices = desk.window.notices
    notices.say("one", lambda: "first")
    notices.say("two", lambda: "second")
    assert {"second", "1 more"} <= set(texts(notices))
    notices.dismiss()
    assert "first" in texts(notices)
    notices.withdraw("one")
    assert not notices.isVisibleTo(desk.window)


def test_the_words_are_asked_for_at_every_paint_so_a_language_switch_rewords_them(desk: Desk) -> None:
    words = ["Screen gone"]
    desk.window.notices.say("screen_gone", lambda: words[0])
    assert "Screen gone" in texts(desk.window.notices)
    words[0] = "屏幕已断开"
    assert "屏幕已断开" in texts(desk.window.notices)


def test_a_restart_fits_on_the_smallest_desk(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(size=(1366, 768))
    restarted(desk, Cause.START_HUNG, "120")
    assert [one.text for one in said_by(desk.window.notices) if not one.is_whole] == []


def test_an_alarm_that_cannot_be_heard_is_said_until_it_can_or_somebody_has_seen_it(desk: Desk) -> None:
    mute = "No sound: look at the screen. An alarm is due that nobody can hear."
    desk.take(LinkDown("audio", "audio", "no_device", desk.clock.now_ms()))
    assert desk.window.notices.shown() == ""
    fire = desk.change()
    assert desk.window.notices.shown() == mute
    desk.take(LinkUp("audio", "audio", desk.clock.now_ms()))
    assert desk.window.notices.shown() == ""
    desk.take(LinkDown("audio", "audio", "device_gone", desk.clock.now_ms()))
    assert desk.window.notices.shown() == mute
    desk.console.acknowledge(fire)
    assert desk.window.notices.shown() == ""
