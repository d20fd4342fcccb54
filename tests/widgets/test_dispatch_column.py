"""The right column with units: one key opens the incident and sends who is ticked; every click has its effect."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.alarms import Outcome
from console.announce import DispatchOverruled
from console.config.schema import DispatchConfig
from console.dispatching import ClockName, Reason, ReasonCode, Recommendation
from console.incidents import FACTS, Closed, Disposition
from console.journal import Recorded, Saved
from console.model import AlarmClass, By, IncidentId, LinkDown, LinkUp, UnitId, UnitStatus
from console.model.ids import is_own_part
from console.ports import CameraChanged, CameraState
from console.units import Source
from tests.unit.test_console import ListStore
from tests.widgets.desk import LEAKAGE, SECOND, SMOKE, Desk, texts
from tests.widgets.sending import (
    FAR,
    GRID,
    NEAR,
    SENDING_SITE,
    SQUAD,
    bound,
    choose_in,
    click_row,
    entries_of,
    only_incident,
    says,
    unit,
)
from widgets.dispatch.reason_words import ReasonWords
from widgets.dispatch.rows import TICK
from widgets.dispatch.unit_mark import Face
from widgets.dispatch.unit_words import UnitWords

Key = Qt.Key
OpenDesk = Callable[..., Desk]


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    """A desk whose site has four units; every point heard."""
    opened = open_desk(site=SENDING_SITE)
    opened.hear_all()
    opened.settle()
    return opened


def said(desk: Desk) -> set[str]:
    desk.window.details.refresh()
    return set(texts(desk.window.details))


# ---- at rest ----


def test_at_rest_every_unit_says_how_it_is_and_how_many_are_free(desk: Desk) -> None:
    desk.window.table.choose(None)
    shown = said(desk)
    assert {"4 of 4 free", "Micro fire station 1", "Response squad 2", "ready"} <= shown
    assert any(text.startswith("micro fire station · 6 persons · fire · ") for text in shown)


def test_at_rest_it_says_what_was_looked_at_and_when(desk: Desk) -> None:
    desk.window.details.refresh()
    told = desk.window.details.dispatch.open.empty_text()
    now = desk.window._placing.clock(desk.clock.now_ms())
    assert told == f"No incident is open. Looked at {now}; 0 closed in this run."


def test_at_rest_a_unit_is_entered_out_of_service_from_its_row(desk: Desk) -> None:
    column = desk.window.details.dispatch
    click_row(column.units.rows, SQUAD)
    menu = desk.window.dispatch.acts.menu
    assert entries_of(menu) == ["out of service"]
    choose_in(menu, "out of service")
    assert unit(desk, SQUAD).status is UnitStatus.OUT_OF_SERVICE and unit(desk, SQUAD).source is Source.VOICE
    assert "3 of 4 free" in said(desk)


def test_an_incident_no_detector_told_of_is_opened_with_its_place(desk: Desk) -> None:
    acts = desk.window.details.dispatch.acts
    desk.window.activateWindow()
    QTest.keyClick(desk.window, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert acts.ask.field.hasFocus()
    QTest.keyClicks(acts.ask.field, "Hall")
    QTest.keyClick(acts.ask.field, Key.Key_Return)
    incident = only_incident(desk)
    assert (incident.scene.name, incident.alarms) == ("Hall", ()) and desk.window.table.hasFocus()
    assert desk.window.details.dispatch.incident == incident.id and "Hall" in said(desk)


def test_escape_takes_a_question_back_and_gives_the_keys_to_the_alarms(desk: Desk) -> None:
    acts = desk.window.details.dispatch.acts
    desk.window.activateWindow()
    QTest.mouseClick(acts.new, Qt.MouseButton.LeftButton)
    QTest.keyClicks(acts.ask.field, "Somewhere")
    QTest.keyClick(acts.ask.field, Key.Key_Escape)
    assert desk.console.dispatching.incidents() == () and acts.ask.isHidden() and desk.window.table.hasFocus()


# ---- F5 ----


def test_before_an_incident_the_column_says_that_f5_opens_it_and_whom_it_would_send(desk: Desk) -> None:
    desk.change(SMOKE)
    shown = said(desk)
    assert {
        "No incident yet: F5 opens one and dispatches",
        "Recommended",
        "50 m",
        "straight line · 2 left out",
    } <= shown
    assert desk.window.details.dispatch.ticked() == (NEAR, SQUAD)
    assert desk.window.details.dispatch.acts.main.text() == "Dispatch 2 units  F5"
    assert any("nearest free" in text and "has fire" in text for text in shown)


def test_what_a_unit_cannot_do_is_read_before_what_it_can(desk: Desk) -> None:
    words = ReasonWords(UnitWords())
    skills = Reason(ReasonCode.SKILL, "evacuation"), Reason(ReasonCode.LACKS_SKILL, "fire")
    unit = desk.console.dispatching.units()[0]
    one = Recommendation(unit, (Reason(ReasonCode.NEAREST), *skills), None, is_free=True)
    assert words.line(one) == "lacks fire · nearest free · has evacuation"


def test_who_is_left_out_is_named_with_the_reason(desk: Desk) -> None:
    desk.change(SMOKE)
    tip = desk.window.details.dispatch.units.toolTip().splitlines()
    assert sorted(tip) == ["Grid officer Lin Fang: none of the skills", "Property guards: no position"]


def test_f5_opens_the_incident_of_the_chosen_alarm_and_sends_the_ticked_units(desk: Desk) -> None:
    alarm = desk.change(SMOKE)
    desk.press(Key.Key_F5)
    incident = only_incident(desk)
    assert incident.alarms == (alarm,) and bound(desk, incident.id) == [NEAR, SQUAD]
    assert {"Units sent", "More units", f"Incident {incident.id}"} <= {
        *said(desk),
        desk.window.details.dispatch.title(),
    }


def test_f5_pressed_again_sends_nobody_twice_and_goes_to_the_other_units(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.window.activateWindow()
    for _ in range(3):
        desk.press(Key.Key_F5)
    assert bound(desk, only_incident(desk).id) == [NEAR, SQUAD]
    assert desk.window.details.dispatch.acts.main.text() == "Add units  F5"


def test_a_key_held_down_dispatches_once(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.press(Key.Key_F5)
    orders = unit(desk, NEAR).order
    for _ in range(5):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_F5, Qt.KeyboardModifier.NoModifier, "", True)
        QApplication.sendEvent(desk.window, event)
    assert unit(desk, NEAR).order == orders and len(desk.console.dispatching.incidents()) == 1


def test_the_main_button_does_what_f5_does(desk: Desk) -> None:
    desk.change(SMOKE)
    QTest.mouseClick(desk.window.details.dispatch.acts.main, Qt.MouseButton.LeftButton)
    assert bound(desk, only_incident(desk).id) == [NEAR, SQUAD]


def test_with_nobody_ticked_f5_opens_the_incident_alone(desk: Desk) -> None:
    desk.change(SMOKE)
    rows = desk.window.details.dispatch.units.rows
    for name in (NEAR, SQUAD):
        click_row(rows, name, TICK - 10)
    assert desk.window.details.dispatch.acts.main.text() == "Open an incident  F5"
    desk.press(Key.Key_F5)
    assert bound(desk, only_incident(desk).id) == []


def test_f5_without_an_alarm_says_what_is_missing(desk: Desk) -> None:
    desk.window.table.choose(None)
    desk.press(Key.Key_F5)
    assert "Choose an alarm or an incident first" in said(desk)


def test_when_nobody_else_can_be_sent_f5_says_so(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.press(Key.Key_F5)
    desk.press(Key.Key_F5)
    assert "Nobody else can be sent" in said(desk)


def test_what_was_ticked_for_one_alarm_is_not_ticked_for_another(desk: Desk) -> None:
    first, other = desk.change(SMOKE), desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    desk.window.table.choose(first)
    click_row(desk.window.details.dispatch.units.rows, NEAR, TICK - 10)
    assert desk.window.details.dispatch.ticked() == (SQUAD,)
    desk.window.table.choose(other)
    desk.window.table.choose(first)
    assert desk.window.details.dispatch.ticked() == (NEAR, SQUAD)


def test_space_ticks_the_row_the_keys_are_at_and_f5_sends_it(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.window.activateWindow()
    rows = desk.window.details.dispatch.units.rows
    rows.setFocus()
    QTest.keyClick(rows, Key.Key_Space)
    QTest.keyClick(rows, Key.Key_Down)
    assert desk.window.details.dispatch.ticked() == (SQUAD,)
    QTest.keyClick(rows, Key.Key_Return)
    assert desk.window.details.dispatch.ticked() == ()


def test_a_unit_at_another_incident_is_sent_only_when_it_is_ticked_by_hand_and_its_row_says_so(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.press(Key.Key_F5)
    first = only_incident(desk).id
    second = desk.change(SECOND)
    desk.window.table.choose(second)
    column = desk.window.details.dispatch
    assert column.ticked() == ()
    click_row(column.units.rows, NEAR, TICK - 10)
    assert f"leaves {first}" in said(desk)
    desk.press(Key.Key_F5)
    assert unit(desk, NEAR).incident == desk.console.dispatching.incident_of(second).id  # type: ignore[union-attr]


def test_a_second_alarm_about_the_same_joins_the_incident_with_one_press(desk: Desk) -> None:
    first = desk.change(SMOKE)
    desk.press(Key.Key_F5)
    incident = only_incident(desk).id
    second = desk.change(SECOND)
    desk.window.table.choose(second)
    join = desk.window.details.dispatch.acts.join
    assert join.text() == f"Join {incident}"
    QTest.mouseClick(join, Qt.MouseButton.LeftButton)
    assert only_incident(desk).alarms == (first, second)
    assert desk.window.details.dispatch.incident == incident and join.isHidden()


def test_of_several_open_incidents_a_menu_asks_which_one_the_alarm_joins(desk: Desk) -> None:
    desk.window.dispatch.acts.open_at("Gate")
    desk.window.dispatch.acts.open_at("Yard")
    alarm = desk.change(SMOKE)
    QTest.mouseClick(desk.window.details.dispatch.acts.join, Qt.MouseButton.LeftButton)
    choose_in(desk.window.dispatch.acts.menu, "E-0001 · Gate")
    incident = desk.console.dispatching.incident_of(alarm)
    assert incident is not None and incident.scene.name == "Gate"


def test_only_the_best_units_are_offered_until_somebody_asks_for_more(open_desk: OpenDesk) -> None:
    many = tuple(
        replace(SENDING_SITE.units[0], id=UnitId(f"M{n}"), station=(10.0 * n, 0.0)) for n in range(2, 9)
    )  # fmt: skip
    desk = open_desk(site=replace(SENDING_SITE, units=many))
    desk.change(SMOKE)
    section = desk.window.details.dispatch.units
    assert len(section.rows.lines.rows) == 4 and section.more.text() == "3 more units"
    QTest.mouseClick(section.more, Qt.MouseButton.LeftButton)
    assert len(section.rows.lines.rows) == 7 and section.more.isHidden()
    desk.press(Key.Key_F5)
    assert section.rows.lines.rows == () and section.more.text() == "5 more units"
    desk.press(Key.Key_F5)
    assert len(section.rows.lines.rows) == 5


# ---- units that were sent ----


def test_a_unit_that_does_not_answer_is_amber_with_the_seconds(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.press(Key.Key_F5)
    desk.clock.advance(11_000)
    shown = said(desk)
    assert "no answer 11 s" in shown
    late = [row for row in desk.window.details.dispatch.sent.rows.lines.rows if row.is_late]  # type: ignore[union-attr]
    assert [row.face for row in late] == [Face.NO_ANSWER, Face.NO_ANSWER]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("status", "word"), [(UnitStatus.EN_ROUTE, "en route"), (UnitStatus.ON_SCENE, "on scene")], ids=["way", "scene"]
)
def test_what_a_unit_answers_stands_in_its_row(desk: Desk, status: UnitStatus, word: str) -> None:
    desk.change(SMOKE)
    desk.press(Key.Key_F5)
    says(desk, NEAR, UnitStatus.ACCEPTED)
    desk.clock.advance(5_000)
    says(desk, NEAR, status)
    assert word in said(desk)


def test_a_status_heard_by_voice_is_entered_from_the_row_and_says_so(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.press(Key.Key_F5)
    click_row(desk.window.details.dispatch.sent.rows, NEAR)
    menu = desk.window.dispatch.acts.menu
    assert "Stand down" in entries_of(menu)
    choose_in(menu, "on scene")
    assert (unit(desk, NEAR).status, unit(desk, NEAR).source) == (UnitStatus.ON_SCENE, Source.VOICE)
    assert any("by voice" in text for text in said(desk))


def test_the_menu_key_opens_the_menu_of_the_row_and_stands_the_unit_down(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.press(Key.Key_F5)
    desk.window.activateWindow()
    rows = desk.window.details.dispatch.sent.rows
    rows.setFocus()
    QTest.keyClick(rows, Key.Key_Return)
    choose_in(desk.window.dispatch.acts.menu, "Stand down")
    assert unit(desk, NEAR).incident is None and bound(desk, only_incident(desk).id) == [SQUAD]


# ---- owner, notes, closing ----


def opened(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.press(Key.Key_F5)
    desk.window.activateWindow()


def test_a_note_is_written_and_enter_keeps_it(desk: Desk) -> None:
    opened(desk)
    acts = desk.window.details.dispatch.acts
    QTest.mouseClick(acts.note, Qt.MouseButton.LeftButton)
    QTest.keyClicks(acts.ask.field, "Lift stands at 3F")
    QTest.keyClick(acts.ask.field, Key.Key_Return)
    assert [note.text for note in only_incident(desk).notes] == ["Lift stands at 3F"]
    assert desk.window.table.hasFocus()


def test_digits_in_a_note_are_no_camera(desk: Desk) -> None:
    opened(desk)
    before = dict(desk.console.seeing.wall.tiles)
    acts = desk.window.details.dispatch.acts
    QTest.mouseClick(acts.note, Qt.MouseButton.LeftButton)
    QTest.keyClicks(acts.ask.field, "5")
    QTest.keyClick(acts.ask.field, Key.Key_Return)
    assert [note.text for note in only_incident(desk).notes] == ["5"]
    assert dict(desk.console.seeing.wall.tiles) == before


def closed_elsewhere(desk: Desk, and_opened_anew: bool) -> None:
    """Another console has closed the incident, and opened a second one for the same alarm."""
    opened, linked = (e for e in desk.store.entries if e.stream == "incident/E/1")
    wang = By(person="Wang", position="desk-2")
    closed = Closed(Disposition.DUPLICATE)
    entries = [
        replace(linked, version=3, kind=FACTS.name(closed), data=FACTS.data(closed), by=wang, open=False)
    ]  # fmt: skip
    if and_opened_anew:
        entries += [replace(entry, stream="incident/E/2", by=wang) for entry in (opened, linked)]
    for seq, entry in enumerate(entries, 1):
        desk.console.dispatching.learn(Recorded(entry, "desk-2/1", seq, "", ""))
    desk.settle()


def saved(desk: Desk) -> None:
    """Everything appended so far is in the journal."""
    assert isinstance(desk.store, ListStore)
    desk.take(Saved({(entry.domain, entry.stream): entry.version for entry in desk.store.entries}))


@pytest.mark.parametrize("and_opened_anew", [False, True])
def test_a_note_about_an_incident_that_was_closed_meanwhile_is_refused_in_words(
    desk: Desk, and_opened_anew: bool
) -> None:
    """It is neither lost without a word nor kept with another incident."""
    opened(desk)
    saved(desk)
    acts = desk.window.details.dispatch.acts
    QTest.mouseClick(acts.note, Qt.MouseButton.LeftButton)
    QTest.keyClicks(acts.ask.field, "nobody there")
    closed_elsewhere(desk, and_opened_anew)
    QTest.keyClick(acts.ask.field, Key.Key_Return)
    assert not [entry for entry in desk.store.entries if entry.kind == "IncidentNoted"]
    assert "This incident is closed" in said(desk)


def test_the_button_that_closes_an_incident_closes_no_other(desk: Desk) -> None:
    opened(desk)
    saved(desk)
    close_with(desk, Disposition.FALSE_ALARM)
    hold = desk.window.details.dispatch.acts.closing.hold
    QTest.mousePress(hold, Qt.MouseButton.LeftButton)
    closed_elsewhere(desk, and_opened_anew=True)
    desk.clock.advance(1_000)
    QTest.mouseRelease(hold, Qt.MouseButton.LeftButton)
    assert desk.console.dispatching.is_open(IncidentId("E-0002"))


def test_handed_over_it_waits_until_it_is_taken_and_can_be_taken_back(desk: Desk) -> None:
    opened(desk)
    acts = desk.window.details.dispatch.acts
    assert acts.take.isHidden()
    QTest.mouseClick(acts.hand_over, Qt.MouseButton.LeftButton)
    QTest.keyClicks(acts.ask.field, "desk-2")
    QTest.keyClick(acts.ask.field, Key.Key_Return)
    assert only_incident(desk).owner.position == "desk-2"
    assert any("desk-2, not taken yet" in text for text in said(desk))
    QTest.mouseClick(acts.take, Qt.MouseButton.LeftButton)
    assert only_incident(desk).owner == desk.console.seat.by


def test_a_refused_act_on_an_incident_is_told_in_words(desk: Desk) -> None:
    opened(desk)
    desk.window.dispatch.acts.hand_over("desk-1")
    assert "It is yours already" in said(desk)


def test_the_other_console_that_was_first_is_named(desk: Desk) -> None:
    opened(desk)
    incident = only_incident(desk).id
    desk.console.announcer.publish(DispatchOverruled(about=incident, by="Wang", position="desk-2"))
    assert "Wang, desk-2 was first" in said(desk)


def close_with(desk: Desk, disposition: Disposition) -> None:
    acts = desk.window.details.dispatch.acts
    QTest.mouseClick(acts.close_it, Qt.MouseButton.LeftButton)
    QTest.mouseClick(acts.closing.choices[disposition], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("disposition", list(Disposition))
def test_held_for_a_second_the_button_closes_it_and_releases_its_units(desk: Desk, disposition: Disposition) -> None:
    opened(desk)
    close_with(desk, disposition)
    closing = desk.window.details.dispatch.acts.closing
    QTest.keyClicks(closing.note, "burnt toast")
    QTest.mousePress(closing.hold, Qt.MouseButton.LeftButton)
    desk.clock.advance(1_000)
    incident = only_incident(desk)
    assert incident.is_closed and incident.disposition is disposition
    assert bound(desk, incident.id) == [] and closing.isHidden()
    QTest.mouseRelease(closing.hold, Qt.MouseButton.LeftButton)


def test_let_go_too_early_nothing_is_closed(desk: Desk) -> None:
    opened(desk)
    close_with(desk, Disposition.TEST)
    hold = desk.window.details.dispatch.acts.closing.hold
    QTest.mousePress(hold, Qt.MouseButton.LeftButton)
    desk.clock.advance(900)
    assert 0.8 < hold.share() < 1
    QTest.mouseRelease(hold, Qt.MouseButton.LeftButton)
    desk.clock.advance(5_000)
    assert not only_incident(desk).is_closed and hold.share() == 0
    assert "Not closed: hold the button for a second" in texts(desk.window.details)


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return], ids=["space", "enter"])
def test_a_key_held_for_a_second_closes_it_too(desk: Desk, key: Qt.Key) -> None:
    opened(desk)
    close_with(desk, Disposition.FALSE_ALARM)
    hold = desk.window.details.dispatch.acts.closing.hold
    hold.setFocus()
    QTest.keyPress(hold, key)
    desk.clock.advance(1_000)
    assert only_incident(desk).disposition is Disposition.FALSE_ALARM


def test_without_a_disposition_nothing_can_be_held(desk: Desk) -> None:
    opened(desk)
    acts = desk.window.details.dispatch.acts
    QTest.mouseClick(acts.close_it, Qt.MouseButton.LeftButton)
    assert not acts.closing.hold.isEnabled()
    QTest.mouseClick(acts.closing.back, Qt.MouseButton.LeftButton)
    assert acts.closing.isHidden() and acts.main.isVisible() and desk.window.table.hasFocus()


# ---- clocks ----


def clocks(desk: Desk) -> list[tuple[str, str, bool]]:
    desk.window.details.refresh()
    faces = desk.window.details.dispatch.clocks.faces
    return [(face.number, face.limit, face.is_breached) for face in faces]


def test_the_three_clocks_run_from_the_alarm_before_anybody_has_opened_an_incident(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.clock.advance(16_000)
    assert clocks(desk) == [("0:44", "1:00", False), ("2:44", "3:00", False), ("4:44", "5:00", False)]


def test_a_clock_that_has_run_out_counts_up_in_red_and_stays(desk: Desk) -> None:
    opened(desk)
    desk.clock.advance(82_000)
    assert clocks(desk)[0] == ("+0:22", "1:00", True)
    says(desk, NEAR, UnitStatus.ACCEPTED)
    says(desk, NEAR, UnitStatus.ON_SCENE)
    desk.clock.advance(30_000)
    assert clocks(desk)[0] == ("+0:22", "1:00", True)


def test_the_clock_of_the_brigade_is_stopped_by_a_person_who_says_it_is_there(open_desk: OpenDesk) -> None:
    desk = open_desk(site=SENDING_SITE, dispatch=DispatchConfig(clocks="b"))
    opened(desk)
    acts = desk.window.details.dispatch.acts
    assert acts.brigade.isVisible()
    QTest.mouseClick(acts.brigade, Qt.MouseButton.LeftButton)
    assert only_incident(desk).stop_of(ClockName.FIRE_BRIGADE) is not None
    assert acts.brigade.isHidden()


def test_an_alarm_that_is_no_fire_has_no_clocks(desk: Desk) -> None:
    alarm = desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    desk.window.table.choose(alarm)
    assert clocks(desk) == [] and desk.window.details.dispatch.clocks.isHidden()


def test_a_closed_incident_keeps_its_clocks_as_they_were_and_its_alarm_has_none_any_more(desk: Desk) -> None:
    opened(desk)
    desk.clock.advance(20_000)
    incident = only_incident(desk).id
    desk.console.dispatching.close(incident, Disposition.NOTHING_FOUND)
    desk.clock.advance(500_000)
    assert clocks(desk) == [] and not any(text.startswith("+") for text in texts(desk.window.table))
    desk.window.dispatch.show_incident(incident)
    assert clocks(desk) == [("0:40", "1:00", False), ("2:40", "3:00", False), ("4:40", "5:00", False)]


def test_an_alarm_that_was_seen_and_is_normal_again_has_no_clock(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.press(Key.Key_F2)
    desk.clear(SMOKE)
    assert clocks(desk) == []


def test_the_clock_stands_on_the_row_of_the_alarm(desk: Desk) -> None:
    fire = desk.change(SMOKE)
    desk.clock.advance(16_000)
    assert "0:44" not in texts(desk.window.table)  # the clock of the check stands there
    desk.console.alarming.verify(fire, Outcome.REAL)
    assert "0:44" in texts(desk.window.table)
    desk.clock.advance(60_000)
    assert "+0:16" in texts(desk.window.table)


# ---- the head ----


def test_the_head_says_who_has_it_and_for_how_long(desk: Desk) -> None:
    opened(desk)
    desk.clock.advance(130_000)
    assert "Li, desk-1 · open for 2:10" in said(desk)


def test_a_chosen_incident_is_left_with_escape_for_the_alarm_that_is_chosen(desk: Desk) -> None:
    desk.window.dispatch.acts.open_at("Gate")
    incident = only_incident(desk).id
    alarm = desk.change(SMOKE)
    desk.window.dispatch.show_incident(incident)
    assert desk.window.details.dispatch.incident == incident
    desk.press(Key.Key_Escape)
    assert desk.window.details.dispatch.incident is None and desk.window.table.selected() == alarm


def test_a_site_without_units_says_so(open_desk: OpenDesk) -> None:
    desk = open_desk(site=replace(SENDING_SITE, units=()))
    desk.window.table.choose(None)
    assert desk.window.details.dispatch.units.empty_text() == "The site folder names no units."
    desk.change(SMOKE)
    assert desk.window.details.dispatch.units.empty_text() == "Nobody else can be sent."


def test_names_are_in_the_operators_language(open_desk: OpenDesk) -> None:
    desk = open_desk(site=SENDING_SITE, language="zh_CN")
    desk.change(SMOKE)
    assert "一号微站" in said(desk) and "Micro fire station 1" not in said(desk)


def test_the_unit_that_has_no_order_says_only_whether_it_can_be_had(desk: Desk) -> None:
    desk.window.table.choose(None)
    for name in (GRID, FAR):
        click_row(desk.window.details.dispatch.units.rows, name, button=Qt.MouseButton.LeftButton)
        assert entries_of(desk.window.dispatch.acts.menu) == ["out of service"]
        desk.window.dispatch.acts.menu.close()  # type: ignore[union-attr]


# ---- what is not for units ----


def test_for_a_trouble_of_our_own_parts_no_unit_is_offered_and_who_is_responsible_is_said(desk: Desk) -> None:
    desk.take(LinkUp("history", "history", 0), LinkDown("history", "history", "disk_full", desk.clock.now_ms()))
    desk.settle()
    (alarm,) = (one for one in desk.console.alarms.rows() if is_own_part(one.point))
    desk.window.table.choose(alarm.id)
    desk.settle()
    assert desk.console.dispatching.recommended_for(alarm.id) == ()
    words = texts(desk.window.details) + [
        text for part in desk.window.details.findChildren(QWidget) for text in texts(part)
    ]
    assert any("engineer on duty or IT" in text for text in words) and "?" not in words
    incident = desk.console.dispatching.open_from(alarm.id)
    assert desk.console.dispatching.recommended(incident) == ()


def test_where_a_camera_has_failed_units_are_measured_to_the_camera(desk: Desk) -> None:
    camera = desk.console.site.cameras[0]
    for state in (CameraState.LIVE, CameraState.NO_SIGNAL):
        desk.take(CameraChanged(camera.id, state, desk.clock.now_ms()))
    desk.clock.advance(120_000)
    (alarm,) = (one for one in desk.console.alarms.rows() if one.point == f"camera/{camera.id}#picture")
    offered = [one for one in desk.console.dispatching.recommended_for(alarm.id) if not one.left_out]
    assert offered and all(one.distance_m is not None for one in offered)
