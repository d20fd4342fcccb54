"""Units and incidents where they are looked for: on the plan, in the command line, on the page with the timeline."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from console.incidents import Disposition
from console.model import UnitMoved, UnitStatus
from console.talk_words import Burst, Direction
from tests.widgets.desk import SECOND, SMOKE, Desk, texts
from tests.widgets.sending import (
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
from widgets.lower_panel import INCIDENT
from widgets.plan.marks import Layer, Mark

Key = Qt.Key
OpenDesk = Callable[..., Desk]


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    """A desk whose site has four units, and an incident to which two of them were sent."""
    opened = open_desk(site=SENDING_SITE)
    opened.hear_all()
    opened.window.activateWindow()
    opened.change(SMOKE)
    opened.press(Key.Key_F5)
    return opened


# ---- the page ----


def shown(desk: Desk) -> list[str]:
    return [line.text for line in desk.window.dispatch.page.timeline.lines.all]


def test_f9_shows_the_incidents_and_the_story_of_the_one_that_is_chosen(desk: Desk) -> None:
    desk.press(Key.Key_F9)
    page = desk.window.dispatch.page
    assert desk.window.lower_panel.page == INCIDENT and page.open.rows.hasFocus()
    assert [entry.key for entry in page.open.rows.lines.rows] == [only_incident(desk).id]
    told = shown(desk)
    assert told[0] == "Alarm: Smoke, Smoke detector hall east"
    assert "Incident opened: Smoke detector hall east" in told
    ordered = [line for line in told if line.startswith("Ordered")]
    assert ordered == ["Ordered to go: Micro fire station 1", "Ordered to go: Response squad 2"]


def test_the_story_writes_itself_while_it_is_looked_at(desk: Desk) -> None:
    desk.press(Key.Key_F9)
    says(desk, NEAR, UnitStatus.ACCEPTED)
    desk.clock.advance(20_000)
    desk.console.dispatching.set_status(NEAR, UnitStatus.ON_SCENE)
    desk.console.dispatching.note(only_incident(desk).id, "Two people out")
    desk.window.dispatch.refresh()
    told = shown(desk)
    assert "Micro fire station 1: accepted" in told and "Note: Two people out" in told
    assert "Micro fire station 1: on scene · by voice" in told
    assert "Clock stopped: on scene · Micro fire station 1" in told
    who = {line.text: line.who for line in desk.window.dispatch.page.timeline.lines.all}
    assert who["Note: Two people out"] == "Li, desk-1"
    assert who["Micro fire station 1: accepted"] == "Micro fire station 1"


def test_a_breached_clock_is_red_in_the_story(desk: Desk) -> None:
    desk.press(Key.Key_F9)
    desk.clock.advance(61_000)
    desk.window.dispatch.refresh()
    loud = [line.text for line in desk.window.dispatch.page.timeline.lines.all if line.ink == "alarm.urgent"]
    assert loud and all(text.startswith("Time is up: accepted") for text in loud)


def test_a_closed_incident_stays_in_the_list_with_how_it_ended(desk: Desk) -> None:
    incident = only_incident(desk).id
    desk.console.dispatching.close(incident, Disposition.NOTHING_FOUND, "steam")
    desk.press(Key.Key_F9)
    page = desk.window.dispatch.page
    assert [entry.key for entry in page.closed.rows.lines.rows] == [incident]
    assert page.open.empty_text().startswith("No incident is open. Looked at ")
    click_row(page.closed.rows, incident)
    assert "Incident closed · Nothing found · steam" in shown(desk)
    assert desk.window.details.dispatch.acts.main.isHidden()


def test_an_incident_chosen_from_the_list_brings_its_alarm(desk: Desk) -> None:
    first = only_incident(desk)
    desk.window.table.choose(desk.change(SECOND))
    desk.press(Key.Key_F9)
    rows = desk.window.dispatch.page.open.rows
    QTest.keyClick(rows, Key.Key_Return)
    assert desk.window.table.selected() == first.alarms[0]
    assert desk.window.details.dispatch.incident == first.id


def test_what_was_said_is_heard_again_from_the_story(desk: Desk) -> None:
    start = desk.clock.now_ms()
    desk.take(Burst(Direction.HEARD, (), "Squad 2", start, 4_100, 0, "voice/one.opus", "ab" * 32))
    incident = only_incident(desk).id
    played: list[str] = []
    desk.console.talking.play = lambda kept: played.append(kept.burst.path)  # type: ignore[method-assign]
    desk.press(Key.Key_F9)
    timeline = desk.window.dispatch.page.timeline
    row = next(i for i, line in enumerate(timeline.lines.all) if line.plays)
    assert timeline.lines.all[row].text.endswith("4.1 s")
    timeline.scrollTo(timeline.lines.index(row))
    QTest.mouseClick(
        timeline.viewport(), Qt.MouseButton.LeftButton, pos=timeline.visualRect(timeline.lines.index(row)).center()
    )
    assert played == ["voice/one.opus"] and desk.console.talking.bursts(incident)
    timeline.setCurrentIndex(timeline.lines.index(row))
    QTest.keyClick(timeline, Key.Key_Return)
    assert played == ["voice/one.opus"] * 2


def marked(desk: Desk) -> list[str]:
    """The rows that look chosen, and then the row the keys are on."""
    page = desk.window.dispatch.page
    lists = (page.open.rows, page.closed.rows)
    found = [entry.key for rows in lists for entry in rows.lines.rows if entry.is_shown]
    return found + [str(rows.chosen_key()) for rows in lists if rows.hasFocus()]


def test_the_story_beside_the_list_is_always_that_of_the_row_that_is_marked(desk: Desk) -> None:
    """Also when no incident belongs to the alarm that is chosen."""
    desk.console.dispatching.open_at("Gate")
    first, second = (entry.key for entry in desk.window.dispatch._board.incidents())
    desk.change(SECOND)
    desk.window.table.choose(next(alarm.id for alarm in desk.console.alarms.rows() if alarm.point == SECOND))
    desk.press(Key.Key_F9)
    desk.settle()
    page, rows = desk.window.dispatch.page, desk.window.dispatch.page.open.rows
    assert marked(desk) == [first, first] and first in page.bar.title and not page.empty
    QTest.keyClick(rows, Key.Key_Down)
    assert marked(desk) == [second, second] and second in page.bar.title
    assert desk.window.details.dispatch.incident is None, "looking at a story chooses nothing"
    QTest.keyClick(rows, Key.Key_Return)
    assert desk.window.details.dispatch.incident == second and marked(desk) == [second, second]


def test_a_story_that_is_closed_while_the_keys_are_on_it_stays_in_view(desk: Desk) -> None:
    incident = only_incident(desk).id
    desk.press(Key.Key_F9)
    desk.console.dispatching.close(incident, Disposition.TEST)
    desk.settle()
    page = desk.window.dispatch.page
    assert page.closed.rows.hasFocus() and marked(desk) == [incident, incident] and incident in page.bar.title


def test_without_any_incident_no_row_is_marked_and_the_page_says_why(open_desk: OpenDesk) -> None:
    desk = open_desk(site=SENDING_SITE)
    desk.window.activateWindow()
    desk.press(Key.Key_F9)
    page = desk.window.dispatch.page
    assert marked(desk) in ([], ["None"])
    assert "No incident is open and none was closed in this run: there is no timeline." in texts(page)


def test_digits_on_the_page_are_still_cameras(desk: Desk) -> None:
    desk.press(Key.Key_F9)
    for widget in (desk.window.dispatch.page.open.rows, desk.window.dispatch.page.timeline):
        widget.setFocus()
        QTest.keyClick(widget, Key.Key_5)
        assert desk.window.header.command_line.text() == "5"
        desk.press(Key.Key_Escape)


def test_the_newest_line_is_in_view_unless_somebody_has_scrolled_up(open_desk: OpenDesk) -> None:
    desk = open_desk(site=SENDING_SITE, size=(1366, 768))
    desk.change(SMOKE)
    desk.press(Key.Key_F5)
    desk.press(Key.Key_F9)
    timeline, bar = desk.window.dispatch.page.timeline, desk.window.dispatch.page.timeline.verticalScrollBar()
    for n in range(30):
        desk.console.dispatching.note(only_incident(desk).id, f"note {n}")
    desk.window.dispatch.refresh()
    desk.settle()
    assert bar.maximum() > 0 and bar.value() == bar.maximum()
    bar.setValue(0)
    desk.console.dispatching.note(only_incident(desk).id, "one more")
    desk.window.dispatch.refresh()
    desk.settle()
    assert bar.value() == 0 and timeline.lines.all[-1].text == "Note: one more"


def test_the_open_incidents_are_one_key_away_and_a_closed_one_is_not_among_them(desk: Desk) -> None:
    desk.press(Key.Key_F9)
    assert desk.window.lower_panel.page == INCIDENT
    desk.console.dispatching.close(only_incident(desk).id, Disposition.TEST)
    desk.settle()
    desk.window.table.choose(None)
    assert "No incident is open." in " ".join(desk.said())


# ---- the plan ----


def unit_mark(desk: Desk, name: str) -> Mark:
    desk.settle()
    found = desk.window.plan.main.marks().find(f"unit {name}")
    assert found is not None
    return found


def test_a_unit_stands_at_its_station_until_its_device_says_otherwise(desk: Desk) -> None:
    assert unit_mark(desk, GRID).at == (300.0, 0.0)
    now = desk.clock.now_ms()
    desk.take(UnitMoved(GRID, 120.0, 30.0, now, now))
    x, y = unit_mark(desk, GRID).at
    assert abs(x) < 1 and abs(y) < 1
    desk.clock.advance(40_000)
    assert "unit Grid officer Lin Fang: ready · last heard 40 s ago" in desk.window.plan.main.listing.lines()


def test_a_unit_that_was_sent_is_labelled_with_what_it_does(desk: Desk) -> None:
    says(desk, NEAR, UnitStatus.ACCEPTED)
    says(desk, NEAR, UnitStatus.EN_ROUTE)
    desk.clock.advance(48_000)
    unit_mark(desk, NEAR)
    desk.window.plan.main.on_look()
    assert "Micro fire station 1 · en route 48 s" in texts(desk.window.plan.main)


def test_no_label_lies_over_the_square_of_a_unit(desk: Desk) -> None:
    unit_mark(desk, NEAR)
    overlay = desk.window.plan.main.overlay()
    named = {put.label.text.partition(" · ")[0]: put.box for put in overlay.placed}
    assert {"Micro fire station 1", "Response squad 2"} <= set(named)
    squares = overlay._units.boxes()
    assert not any(named["Micro fire station 1"].intersects(square) for square in squares)


def test_the_layer_of_units_hides_those_nobody_has_sent(desk: Desk) -> None:
    unit_mark(desk, GRID)
    desk.window.plan.bar.layers[Layer.UNITS].click()
    keys = {mark.key for mark in desk.window.plan.main.marks().all}
    assert f"unit {NEAR}" in keys and f"unit {GRID}" not in keys


def test_a_click_on_a_unit_asks_what_it_says(desk: Desk) -> None:
    now = desk.clock.now_ms()
    desk.take(UnitMoved(NEAR, 120.0, 29.9999, now, now))
    mark = unit_mark(desk, NEAR)
    view = desk.window.plan.main
    at = view.view.point(mark.at).toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(at))
    choose_in(desk.window.dispatch.acts.menu, "on scene")
    assert unit(desk, NEAR).status is UnitStatus.ON_SCENE


# ---- the command line ----


def typed(desk: Desk, text: str) -> list[str]:
    """What the list offers for a text."""
    line = desk.window.header.command_line
    QTest.keyClick(desk.window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, text)
    return [line.results.item(row).text() for row in range(line.results.count())]


def enter(desk: Desk) -> None:
    QTest.keyClick(desk.window.header.command_line, Key.Key_Return)


def test_m1_on_scene_is_entered_with_the_keyboard_alone(desk: Desk) -> None:
    assert typed(desk, "M1 on scene")[0] == "Unit says Micro fire station 1 on scene"
    enter(desk)
    assert unit(desk, NEAR).status is UnitStatus.ON_SCENE


def test_a_unit_by_name_offers_what_it_can_say(desk: Desk) -> None:
    assert typed(desk, "squad")[0] == "Unit S2 Response squad 2 ordered"
    enter(desk)
    assert "Stand down" in entries_of(desk.window.dispatch.acts.menu)
    choose_in(desk.window.dispatch.acts.menu, "Stand down")
    assert bound(desk, only_incident(desk).id) == [NEAR] and unit(desk, SQUAD).incident is None


def test_an_incident_by_its_number_is_shown(desk: Desk) -> None:
    incident = only_incident(desk)
    desk.window.table.choose(desk.change(SECOND))
    assert any(text.startswith(f"Incident {incident.id}") for text in typed(desk, incident.id))
    enter(desk)
    assert desk.window.details.dispatch.incident == incident.id


def test_a_number_is_still_a_camera(desk: Desk) -> None:
    assert typed(desk, "3")[0].startswith("Camera 3")
