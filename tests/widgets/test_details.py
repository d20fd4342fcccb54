"""The right column: what to do, in numbered steps, or that nobody wrote it down; and a useful room at rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from console.alarms import Outcome
from console.model import AlarmClass, Condition, Guidance, Wording
from console.ports import CameraState
from tests.widgets.desk import CAMERAS, HALL, LEAKAGE, SITE, SMOKE, Desk, texts

OpenDesk = Callable[..., Desk]


def told(text: str) -> Wording:
    return Wording(text, f"{text}（简）", f"{text}（繁）")


ROW = Guidance(
    "smoke", 60, told("Steam from the kitchen"), told("The stairs fill with smoke"),
    (told("Look at the picture"), told("Send the station")), told("Station 1: 555-0111"),
)  # fmt: skip
AT_HALL = replace(ROW, zone=HALL, steps=(told("Stop the show"), told("Open every door"), told("Call 119")))


@pytest.fixture
def guided(open_desk: OpenDesk) -> Desk:
    return open_desk(site=replace(SITE, guidance=(ROW, AT_HALL)))


def test_the_steps_are_numbered_and_those_of_the_zone_come_before_the_general_ones(guided: Desk) -> None:
    guided.change(SMOKE)
    said = texts(guided.window.details)
    at = said.index("What to do")
    assert said[at + 2 : at + 8] == ["1", "Stop the show", "2", "Open every door", "3", "Call 119"]
    assert {"Station 1: 555-0111", "Steam from the kitchen", "The stairs fill with smoke"} <= set(said)


def test_how_soon_it_gets_bad_is_said_where_the_site_knows_it(open_desk: OpenDesk) -> None:
    desk = open_desk(site=replace(SITE, guidance=(replace(ROW, consequence_s=150),)))
    desk.change(SMOKE)
    assert "after 2:30, if nobody acts" in texts(desk.window.details)


def test_the_time_to_act_runs_down_until_somebody_acknowledges(guided: Desk) -> None:
    guided.change(SMOKE)
    guided.clock.advance(20_000)
    guided.window.details.refresh()
    assert "40 s left" in texts(guided.window.details)
    guided.clock.advance(50_000)
    guided.window.details.refresh()
    assert "overdue by 10 s" in texts(guided.window.details)
    guided.press(Qt.Key.Key_F2)
    assert "within 1:00" in texts(guided.window.details)


@pytest.mark.parametrize(("language", "mark"), [("zh_CN", "（简）"), ("zh_TW", "（繁）")])
def test_each_language_has_its_own_text(open_desk: OpenDesk, language: str, mark: str) -> None:
    desk = open_desk(language=language, site=replace(SITE, guidance=(ROW,)))
    desk.change(SMOKE)
    said = texts(desk.window.details)
    assert f"Look at the picture{mark}" in said and f"Station 1: 555-0111{mark}" in said


def test_an_alarm_nobody_wrote_about_says_so(guided: Desk) -> None:
    guided.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    assert any(text.startswith("Not rationalised: ") for text in texts(guided.window.details))


def test_in_a_low_window_the_sheet_scrolls_and_the_buttons_stay(open_desk: OpenDesk) -> None:
    desk = open_desk(site=replace(SITE, guidance=(AT_HALL,)), size=(1366, 640))
    desk.change(SMOKE)
    desk.settle()
    details = desk.window.details
    assert details.sheet.verticalScrollBar().maximum() > 0
    assert details.acknowledge.isVisible() and details.sheet.geometry().bottom() < details.refusal_box().y() + 1


def test_at_rest_the_room_says_what_is_open_dark_and_done(desk: Desk) -> None:
    desk.window.details.refresh()
    said = set(texts(desk.window.details))
    assert {"No alarm is open.", "Every camera shows a live picture.", "Every point was heard in its time."} <= said
    assert {"desk-1", "Li", "Nobody has acted since the start."} <= said
    desk.drawn.darken(CAMERAS[1], CameraState.NO_SIGNAL)
    desk.take()
    desk.clock.advance(3_700_000)
    desk.window.table.choose(None)
    desk.window.details.refresh()
    said = texts(desk.window.details)
    assert "1 / 6" in said and any(text.startswith("no signal · since ") for text in said)
    assert "Panel 1" in said


def test_the_last_acts_name_who_did_what(desk: Desk) -> None:
    alarm = desk.change(SMOKE)
    desk.press(Qt.Key.Key_F2)
    desk.clear(SMOKE)
    desk.window.acts.deeds.reset(alarm, Outcome.FALSE)
    desk.window.details.refresh()
    said = texts(desk.window.details)
    assert "Li reset it" in said and "Li acknowledged it" in said
    assert said.index("Li reset it") < said.index("Li acknowledged it")


def test_the_last_fire_stands_in_the_quiet_banner(desk: Desk) -> None:
    alarm = desk.change(SMOKE)
    desk.press(Qt.Key.Key_F2)
    desk.clear(SMOKE)
    desk.window.acts.deeds.reset(alarm, Outcome.FALSE)
    assert any("Smoke detector hall east: false, closed" in text for text in texts(desk.window.banner))


def test_an_alarm_that_came_again_is_not_said_to_be_normal(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.change(SMOKE, Condition.NORMAL)
    desk.window.details.refresh()
    assert "normal since" in texts(desk.window.details)
    desk.change(SMOKE)
    desk.window.details.refresh()
    assert "normal since" not in texts(desk.window.details)
