"""Signing in, the lock that hides no fire, relief without losing anything, who sits where, and what counts as seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.announce import AlarmDisplayed, AlarmEscalated
from console.model import AlarmClass, AlarmId, LinkDown, Tone
from console.people import Seating
from console.screens import Box, Connector, Display, Powered
from tests.unit.people_room import LI, NG, PASSWORDS
from tests.widgets.desk import EARS, LEAKAGE, SECOND, heard, run_events, texts
from tests.widgets.seated import SeatedDesk
from tests.widgets.wall import Room
from widgets.application import Languages
from widgets.lower_panel import WALL
from widgets.people.entrance import Entrance
from widgets.screens.displayed import DARK, UNATTENDED

Key = Qt.Key


@pytest.fixture
def open_seat(languages: Languages) -> Iterator[Callable[..., SeatedDesk]]:
    """Call it for a desk nobody is signed in at; keyword arguments as of `Desk`."""
    desks: list[SeatedDesk] = []

    def opened(**how: object) -> SeatedDesk:
        languages.choose(str(how.get("language", "en")))
        desks.append(SeatedDesk(**how).sit())  # type: ignore[arg-type]
        return desks[-1]

    yield opened
    for desk in desks:
        desk.close()
    EARS.clear()


@pytest.fixture
def empty(open_seat: Callable[..., SeatedDesk]) -> SeatedDesk:
    return open_seat()


@pytest.fixture
def desk(empty: SeatedDesk) -> SeatedDesk:
    """Li sits at it."""
    empty.sign_in("li")
    return empty


def alarms_told(desk: SeatedDesk) -> list[str]:
    return [name for name in desk.event_names() if name in ("AlarmAcknowledged", "AlarmDisplayed")]


# ---- signing in ----


def test_nothing_can_be_done_before_somebody_has_signed_in(empty: SeatedDesk) -> None:
    empty.change()
    assert empty.lock.isVisible() and empty.lock.geometry() == empty.window.rect()
    empty.press(Key.Key_F2)
    QTest.mouseClick(empty.window.banner, Qt.MouseButton.LeftButton, pos=empty.window.banner.rect().center())
    assert "AlarmAcknowledged" not in empty.event_names()
    empty.sign_in("li")
    assert not empty.lock.isVisible() and empty.seat.person == "li"
    empty.press(Key.Key_F2)
    assert "AlarmAcknowledged" in empty.event_names()


def test_the_keys_are_in_the_form_and_tab_does_not_leave_it(empty: SeatedDesk) -> None:
    form = empty.lock.form
    reached = []
    form.take_keys()
    for _ in range(4):
        reached.append(QApplication.focusWidget() or form)
        QTest.keyClick(reached[-1], Key.Key_Tab)
    assert set(reached) <= {form.person, form.secret, form.enter, form}


def test_a_wrong_password_is_said_and_after_three_the_form_waits(empty: SeatedDesk) -> None:
    form = empty.lock.form
    empty.sign_in("li", "wrong")
    assert form.said() == "Name or password wrong" and form.secret.text() == ""
    for _ in range(2):
        empty.sign_in("li", "wrong")
    assert form.said() == "Name or password wrong · Wait 2 s" and not form.enter.isEnabled()
    empty.clock.advance(2_000)
    form.refresh()
    assert form.enter.isEnabled()
    empty.sign_in("li")
    assert empty.seat.person == "li"


def test_what_is_typed_as_a_password_is_never_painted(empty: SeatedDesk) -> None:
    QTest.keyClicks(empty.lock.form.secret, "quiet-night")
    assert empty.lock.form.secret.displayText() != "quiet-night"
    empty.lock.lift()
    assert empty.lock.form.secret.text() == ""


# ---- the lock ----


def test_a_locked_desk_shows_every_fire_with_its_place_and_it_sounds(desk: SeatedDesk) -> None:
    desk.ctrl(Key.Key_L)
    assert desk.console.people.seating is Seating.LOCKED
    desk.change()
    desk.change(SECOND)
    desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    said = texts(desk.lock)
    assert "Fire alarms: 2" in said
    assert {"Smoke, Smoke detector hall east", "Smoke, Smoke detector hall west"} <= set(said)
    assert "Other alarms: 1, not acknowledged: 1" in said
    assert desk.console.sounding.tone is Tone.FIRE


def test_more_fires_than_there_is_room_for_are_counted(open_seat: Callable[..., SeatedDesk]) -> None:
    desk = open_seat(size=(1280, 480))
    for point in (SECOND, *(p.id for p in desk.console.site.points[:3])):
        desk.change(point)
    said = texts(desk.lock)
    shown = sum(text.startswith("Smoke, ") for text in said)
    fires = len([alarm for alarm in desk.console.alarms if alarm.priority == 1])
    assert f"Fire alarms: {fires}" in said
    assert shown == fires or f"{fires - shown} more, as urgent" in said


def test_a_lost_link_is_seen_on_the_lock_screen(desk: SeatedDesk) -> None:
    desk.ctrl(Key.Key_L)
    desk.take(LinkDown("broker", "broker", "refused", desk.clock.now_ms()))
    broker = next(lamp for lamp in desk.window.header.lamps() if lamp.name == "Broker")
    assert broker.state == "lost" and broker.word in texts(desk.lock)


def test_no_key_no_wheel_and_no_shortcut_reaches_a_locked_desk(desk: SeatedDesk) -> None:
    desk.change()
    desk.ctrl(Key.Key_L)
    before = desk.event_names()
    for key in (Key.Key_F2, Key.Key_F5, Key.Key_F10, Key.Key_F11, Key.Key_Escape, Key.Key_1, Key.Key_Return):
        desk.press(key)
        QTest.keyClick(desk.window.table, key)
    for key in (Key.Key_W, Key.Key_B, Key.Key_N, Key.Key_U):
        desk.ctrl(key)
    assert [name for name in desk.event_names()[len(before) :] if name not in ("WallChanged", "CameraShown")] == []
    assert desk.entrance.panel is None


def test_an_idle_desk_locks_itself_and_a_hand_on_it_keeps_it_open(desk: SeatedDesk) -> None:
    for _ in range(3):
        desk.clock.advance(9 * 60_000)
        QTest.mouseMove(desk.window.windowHandle(), QPoint(30, 30))
        QTest.keyClick(desk.window.windowHandle(), Key.Key_Shift)
    assert desk.console.people.seating is Seating.TAKEN
    desk.clock.advance(10 * 60_000)
    run_events()
    assert desk.lock.isVisible()
    assert "Locked: nobody was at this position" in texts(desk.lock)


def test_the_same_person_goes_on_where_he_was(desk: SeatedDesk) -> None:
    first = desk.change()
    desk.change(SECOND)
    desk.window.table.choose(first)
    desk.ctrl(Key.Key_W)
    desk.window.table.setFocus()
    page = desk.window.lower_panel.page
    desk.ctrl(Key.Key_L)
    assert desk.lock.form.person.text() == "li"
    desk.sign_in("li")
    assert (desk.window.table.selected(), desk.window.lower_panel.page, page) == (first, WALL, WALL)
    assert desk.window.focusWidget() is desk.window.table


def test_another_person_relieves_him_and_finds_everything_as_it_stands(desk: SeatedDesk) -> None:
    first = desk.change()
    desk.press(Key.Key_F2)
    desk.ctrl(Key.Key_L)
    desk.sign_in("ng")
    assert desk.seat.person == "ng" and desk.window.table.selected() == first
    acknowledged = desk.alarm(first).acknowledged
    assert acknowledged is not None and acknowledged.by.person == "li"
    assert any("ng · " in text for text in texts(desk.window.header))


def test_a_refused_act_is_said_in_words_at_the_desk(desk: SeatedDesk) -> None:
    desk.console.people.sign_in("ma", PASSWORDS["ma"])
    run_events()
    desk.change()
    desk.press(Key.Key_F2)
    assert "AlarmAcknowledged" not in desk.event_names()
    assert "Your role does not allow this" in desk.said()


# ---- who sits where ----


def test_the_list_says_who_sits_here_and_opens_from_the_name_in_the_header(desk: SeatedDesk) -> None:
    header = desk.window.header
    header.grab()
    QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=header._seat_box.center())
    labels = [child.text() for child in desk.panel.findChildren(QWidget) if hasattr(child, "text")]
    assert {"desk-1", f"{LI.name} (li)", "Dispatcher"} <= set(labels)
    desk.ctrl(Key.Key_U)
    assert desk.entrance.panel is None


def test_the_list_leaves_the_alarms_in_sight_and_gives_the_keys_back(desk: SeatedDesk) -> None:
    desk.window.table.setFocus()
    desk.ctrl(Key.Key_U)
    table = desk.window.table
    place = table.rect().translated(table.mapTo(desk.window, QPoint(0, 0)))
    assert not place.intersects(desk.panel.geometry())
    QTest.keyClick(desk.panel, Key.Key_Escape)
    run_events()
    assert desk.entrance.panel is None and desk.window.focusWidget() is table


def test_the_operator_changes_and_signs_out_from_the_list(desk: SeatedDesk) -> None:
    desk.ctrl(Key.Key_U)
    desk.panel.operator.click()
    desk.sign_in("chan", form=desk.panel.operator_form)
    assert desk.seat.person == "chan" and not desk.panel.operator_form.isVisible()
    desk.panel.leave.click()
    run_events()
    assert desk.lock.isVisible() and desk.lock.state() == "Nobody is signed in"


def test_the_lock_button_locks(desk: SeatedDesk) -> None:
    desk.ctrl(Key.Key_U)
    desk.panel.lock.click()
    run_events()
    assert desk.lock.isVisible() and desk.entrance.panel is None


def test_a_dispatcher_stands_in_when_a_supervisor_consents_at_his_desk(desk: SeatedDesk) -> None:
    desk.ctrl(Key.Key_U)
    desk.panel.stand_in.click()
    form = desk.panel.stand_in_form
    assert not form.name_him.isVisible()
    form.person.setCurrentIndex(form.person.findData("li"))
    desk.sign_in("ma", form=form.consent)
    assert form.said() == "Your role does not allow this"
    desk.sign_in("ng", form=form.consent)
    assert [(one.person, one.by.person) for one in desk.console.people.acting()] == [("li", "ng")]
    assert any("acting supervisor" in text for text in texts(desk.window.header))
    form.end("li")
    assert desk.console.people.acting() == ()


def test_a_supervisor_names_him_with_one_button(desk: SeatedDesk) -> None:
    desk.console.people.sign_in("ng", PASSWORDS["ng"])
    run_events()
    desk.ctrl(Key.Key_U)
    desk.panel.stand_in.click()
    form = desk.panel.stand_in_form
    assert not form.consent.isVisible()
    form.person.setCurrentIndex(form.person.findData("chan"))
    form.name_him.click()
    assert [one.person for one in desk.console.people.acting()] == ["chan"]
    form.name_him.click()
    assert form.said() == "Stands in already"


def test_without_accounts_the_list_and_the_header_say_so(languages: Languages) -> None:
    class Free(SeatedDesk):
        def before_window(self) -> None: ...

    desk = Free().sit()
    try:
        assert "Li · no sign-in" in texts(desk.window.header)
        desk.ctrl(Key.Key_L)
        said = [child.text() for child in desk.panel.findChildren(QWidget) if hasattr(child, "text")]
        assert any("There are no accounts: everybody here is Li" in text for text in said)
        assert not desk.panel.lock.isVisible()
    finally:
        desk.close()


# ---- at a wall ----


def test_a_wall_keeps_its_pictures_and_asks_who_it_is_when_somebody_touches_it(languages: Languages) -> None:
    room = Room()
    window = room.wall()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    entrance = Entrance(room.console, app)
    try:
        room.console.people.connect(_Mute(), (NG,))
        entrance.attach(window, is_main=True, is_desk=False)
        entrance.shown(window)
        form = entrance.wall_form
        assert form is not None and not form.isVisible() and entrance.lock_screen is None
        QTest.keyClick(window, Key.Key_Plus)
        assert form.isVisible() and "WallAct" not in room.log.getvalue()
        QTest.keyClick(form.form.person, Key.Key_Escape)
        assert not form.isVisible()
    finally:
        entrance.close()
        entrance.setParent(None)
        entrance.deleteLater()
        room.close()


class _Mute:
    def identify(self, _claim: object) -> None: ...

    def stop(self) -> None: ...


# ---- displayed ----


def test_an_alarm_counts_as_displayed_once_its_row_is_painted(desk: SeatedDesk) -> None:
    displayed = heard(desk.console, AlarmDisplayed)
    fire = desk.change()
    assert desk.alarm(fire).displayed_ms == 0
    desk.settle()
    desk.settle()
    assert [one.alarm for one in displayed] == [fire]  # type: ignore[attr-defined]
    assert desk.alarm(fire).displayed_ms == desk.clock.now_ms()


def test_behind_the_lock_nothing_counts_as_displayed_until_somebody_unlocks(desk: SeatedDesk) -> None:
    desk.ctrl(Key.Key_L)
    fire = desk.change()
    desk.settle()
    assert desk.alarm(fire).displayed_ms == 0
    desk.sign_in("li")
    desk.settle()
    assert desk.alarm(fire).displayed_ms > 0


def test_a_fire_nobody_could_have_seen_is_told_to_every_position(desk: SeatedDesk) -> None:
    told = heard(desk.console, AlarmEscalated)
    seen = desk.change()
    desk.settle()
    desk.ctrl(Key.Key_L)
    unseen = desk.change(SECOND)
    desk.settle()
    desk.clock.advance(10_500)
    levels = {AlarmId(one.alarm): one.level for one in told}  # type: ignore[attr-defined]
    assert levels == {unseen: 2} and desk.alarm(seen).escalation == 0


def test_what_a_window_of_ours_covers_does_not_count(desk: SeatedDesk) -> None:
    above = QWidget()
    above.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
    above.setGeometry(desk.window.geometry())
    above.show()
    run_events()
    fire = desk.change()
    desk.settle()
    assert desk.alarm(fire).displayed_ms == 0
    above.close()
    above.deleteLater()
    run_events()
    desk.settle()
    assert desk.alarm(fire).displayed_ms > 0


def test_a_row_that_is_scrolled_out_of_sight_does_not_count(open_seat: Callable[..., SeatedDesk]) -> None:
    desk = open_seat()
    desk.sign_in("li")
    desk.window.table.setFixedHeight(60)
    run_events()
    first, second = desk.change(), desk.change(SECOND)
    desk.settle()
    assert desk.alarm(first).displayed_ms > 0 and desk.alarm(second).displayed_ms == 0


def test_a_screen_that_is_off_shows_nobody_anything(desk: SeatedDesk) -> None:
    screen = QGuiApplication.primaryScreen()
    screen.setProperty(DARK, True)
    try:
        fire = desk.change()
        desk.settle()
        assert desk.alarm(fire).displayed_ms == 0
    finally:
        screen.setProperty(DARK, False)
    desk.settle()
    assert desk.alarm(fire).displayed_ms > 0


def test_the_entrance_leaves_nothing_behind(desk: SeatedDesk) -> None:
    desk.ctrl(Key.Key_L)
    app = QApplication.instance()
    assert app is not None and app.property(UNATTENDED)
    desk.entrance.close()
    assert not app.property(UNATTENDED)


def test_a_screen_that_goes_dark_is_told_and_remembered() -> None:
    room = Room()
    try:
        room.console.screens.take([Display("HDMI-1", "", Box(0, 0, 1920, 1080), 600, 340, True)])
        room.console.handle(Powered((Connector("card0-HDMI-A-1", is_on=False),)))
        assert room.console.screens.dark == {"HDMI-1"}
        room.console.handle(Powered((Connector("card0-HDMI-A-1", is_on=True),)))
        told = [line for line in room.log.getvalue().splitlines() if "ScreenDark" in line or "ScreenLit" in line]
        assert len(told) == 2 and room.console.screens.dark == frozenset()
    finally:
        room.close()


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_the_lock_screen_follows_the_language(open_seat: Callable[..., SeatedDesk], language: str) -> None:
    desk = open_seat(language=language)
    QApplication.sendEvent(desk.lock, QEvent(QEvent.Type.LanguageChange))
    name = "Smoke detector hall east" if language == "en" else "大厅东侧烟感"
    desk.change()
    assert any(name in text for text in texts(desk.lock))


def test_a_desk_that_opens_after_its_walls_is_covered_too(languages: Languages) -> None:
    room = Room()
    wall, desk = room.wall(), QWidget()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    entrance = Entrance(room.console, app)
    try:
        room.console.people.connect(_Mute(), (NG,))
        entrance.attach(wall, is_main=False, is_desk=False)
        entrance.shown(wall)
        entrance.attach(desk, is_main=True, is_desk=True)
        desk.resize(1280, 720)
        desk.show()
        entrance.shown(desk)
        run_events()
        assert entrance.lock_screen is not None and entrance.lock_screen.isVisible()
        QTest.keyClicks(entrance.lock_screen.form.person, "ng")
        assert entrance.lock_screen.form.person.text() == "ng"
    finally:
        entrance.close()
        entrance.setParent(None)
        entrance.deleteLater()
        desk.close()
        desk.deleteLater()
        room.close()


def test_a_fire_that_a_wall_names_counts_as_displayed(languages: Languages) -> None:
    room = Room()
    try:
        window = room.wall()
        fire = room.fire()
        room.settle()
        window.grab()
        run_events()
        found = room.console.alarms.get(fire)
        assert found is not None and found.displayed_ms > 0
    finally:
        room.close()
