"""While a drill runs the whole desk shows it and says so; a live fire, a pause or its end bring the live room back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from console.model import AlarmClass, UnitStatus
from console.model.ids import domain_of, of_site
from tests.widgets.desk import LEAKAGE, SECOND, SMOKE, Desk, Handed, pixels, texts
from tests.widgets.drilling import DRILL_SITE, SCENARIO, begin, broken_in, ordered, press_for, status
from tests.widgets.sending import NEAR, click_row, entries_of
from tests.widgets.talk_desk import TALKING_SITE, TalkDesk
from tests.widgets.wall import Room
from widgets import theme
from widgets.alarm_table import AlarmTable
from widgets.application import Languages
from widgets.drill import veil
from widgets.drill.border import WIDTH

OpenDesk = Callable[..., Desk]


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    opened = open_desk(site=DRILL_SITE)
    opened.hear_all()
    opened.settle()
    return opened


def rows_of(table: AlarmTable) -> list[str]:
    return [str(table.rows.data(table.rows.index(row))) for row in range(table.rows.rowCount())]


def is_drill_violet(image: QImage) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    violet = QColor(theme.TOKENS["drill"])
    return np.all(pixels(image) == (violet.red(), violet.green(), violet.blue()), axis=2)


def edge_share(window: QWidget) -> float:
    """How much of the outermost pixels is of the border's violet."""
    shown = is_drill_violet(window.grab().toImage())
    edge = np.concatenate([shown[3], shown[-4], shown[:, 3], shown[:, -4]])
    return float(edge.mean())


# ---- the view ----


def test_table_details_column_banner_and_counts_show_the_drill_and_afterwards_the_live_room(desk: Desk) -> None:
    live = desk.change(LEAKAGE, alarm_class=AlarmClass.TROUBLE)
    window = desk.window
    before = rows_of(window.table)
    ordered(desk)
    (row,) = rows_of(window.table)
    assert row.startswith("DRILL · ") and row != before[0]
    chosen = window.table.selected()
    assert chosen is not None and domain_of(chosen) != "live" and window.details._alarm == chosen
    assert of_site(desk.alarm(chosen).point) == SMOKE
    assert "Incident D-0001" in window.details._head(None) and status(desk) is UnitStatus.ACCEPTED
    worst = window.banner.worst()
    assert worst is not None and worst.id == chosen
    assert any(text.startswith("DRILL · ") for text in texts(window.banner))
    press_for(desk, window.drill.control.end)
    assert rows_of(window.table) == before and window.table.selected() == live
    assert status(desk) is UnitStatus.AVAILABLE and desk.console.dispatching.incidents() == ()
    window.drill.on_put_away()
    assert "D-0001" not in " ".join(desk.said())


def test_a_paused_drill_leaves_the_desk_to_the_live_room_and_comes_back_when_it_goes_on(desk: Desk) -> None:
    alarm = begin(desk)
    desk.window.drill.control.pause.click()
    desk.settle()
    assert rows_of(desk.window.table) == [] and desk.window.table.selected() is None
    assert desk.console.seeing.wall.current is None
    desk.window.drill.control.pause.click()
    desk.settle()
    assert desk.window.table.selected() == alarm.id
    current = desk.console.seeing.wall.current
    assert current is not None and current.alarm == alarm.id


def test_a_live_fire_breaks_in_is_said_and_is_what_f2_acknowledges(desk: Desk) -> None:
    live = broken_in(desk)
    assert live.point == SECOND and desk.window.table.selected() == live.id
    assert "PAUSED by a live alarm" in texts(desk.window.strip)
    desk.press(Qt.Key.Key_F2)
    assert desk.alarm(live.id).acknowledged is not None
    assert desk.console.drilling.exercise is not None
    assert all(alarm.acknowledged is None for alarm in desk.console.drilling.exercise.alarms.rows())


def test_a_live_trouble_that_may_wait_is_counted_below_the_alarms_and_not_among_them(desk: Desk) -> None:
    begin(desk)
    desk.change(LEAKAGE, alarm_class=AlarmClass.TROUBLE)
    assert len(rows_of(desk.window.table)) == 1
    assert any("1 active, 1 unack" in text for text in texts(desk.window.live_line))


def test_l_shows_the_live_alarms_for_ten_seconds_and_then_the_drill_is_back(desk: Desk) -> None:
    begin(desk)
    desk.change(LEAKAGE, alarm_class=AlarmClass.TROUBLE)
    rows = desk.window.live_rows
    desk.window.table.setFocus()
    QTest.keyClick(desk.window.table, Qt.Key.Key_L)
    desk.settle()
    (alarm,) = desk.console.live.rows()
    shown = texts(rows)
    assert rows.isVisible() and any("back in 10 s" in text for text in shown)
    assert any(desk.window._placing.title(alarm) in text for text in shown)
    desk.clock.advance(9_000)
    assert rows.isVisible() and any("back in 1 s" in text for text in texts(rows))
    desk.clock.advance(1_000)
    assert rows.isHidden() and desk.console.drilling.is_shown


def test_the_live_alarms_go_at_once_by_l_by_escape_and_when_the_drill_is_paused(desk: Desk) -> None:
    begin(desk)
    rows, table = desk.window.live_rows, desk.window.table
    for away in (
        lambda: QTest.keyClick(rows, Qt.Key.Key_Escape),
        lambda: QTest.mouseClick(desk.window.live_line, Qt.MouseButton.LeftButton),
        desk.console.drilling.pause,
    ):
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_L)
        assert rows.isVisible()
        away()
        assert rows.isHidden()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_L)
    assert rows.isHidden()  # the room sees the live alarms as it is


def test_the_header_names_drill_controller_and_end_and_keeps_voice_and_cameras(desk: Desk) -> None:
    header = desk.window.header
    assert header.drill.isHidden()
    begin(desk)
    word, name, terms = header.drill.texts()
    assert (word, name) == (veil.TEXT, "Smoke in the hall")
    assert "controller Li" in terms and "ends " in terms and "live figures kept apart" in terms
    painted = texts(header)
    assert any("cameras" in text.lower() for text in painted) and not any("broker" in text.lower() for text in painted)
    desk.console.drilling.pause()
    desk.settle()
    assert header.drill.isHidden() and any("broker" in text.lower() for text in texts(header))


def test_the_journal_panel_tells_of_the_drill_and_keeps_its_alarms_out_of_the_live_day(desk: Desk) -> None:
    begin(desk)
    running = texts(desk.window.journal)
    assert any(text.startswith("Raised: DRILL · ") for text in running)
    press_for(desk, desk.window.drill.control.end)
    live = texts(desk.window.journal)
    assert not any("DRILL" in text for text in live) and any("Drill ended" in text for text in live)


def test_the_plan_marks_the_alarm_of_the_drill_only_while_it_is_seen(desk: Desk) -> None:
    situation = desk.window.plan.situation
    alarm = begin(desk)
    assert situation.alarm_at(alarm.point) is not None or situation.alarm_at(SMOKE) is not None
    desk.console.drilling.pause()
    assert situation.alarms() == () and situation.alarm_at(SMOKE) is None


# ---- border, word, watermark ----


def test_border_and_watermark_are_there_while_it_runs_and_not_a_pixel_of_them_afterwards(
    open_desk: OpenDesk, handed: Handed
) -> None:
    desk = open_desk(site=DRILL_SITE, video=handed)
    desk.hear_all()
    desk.settle()
    assert edge_share(desk.window) == 0
    ordered(desk)
    assert 0.3 < edge_share(desk.window) < 0.7 and veil.is_shown()
    desk.console.drilling.pause()
    desk.settle()
    assert edge_share(desk.window) < 0.01 and not veil.is_shown()  # what is left is the line of the strip
    desk.console.drilling.resume()
    desk.console.drilling.end()
    desk.window.drill.on_put_away()
    desk.settle()
    assert not is_drill_violet(desk.window.grab().toImage()).any()


def test_every_picture_carries_the_word_while_the_drill_is_seen(desk: Desk) -> None:
    plan = desk.window.plan
    quiet = pixels(desk.window.canvas.grab().toImage())
    veil.show(True)
    marked, plan_marked = pixels(desk.window.canvas.grab().toImage()), pixels(plan.grab().toImage())
    veil.show(False)
    again, plan_again = pixels(desk.window.canvas.grab().toImage()), pixels(plan.grab().toImage())
    assert (quiet != marked).any(axis=2).mean() > 0.03 and (plan_again != plan_marked).any(axis=2).mean() > 0.03
    assert np.array_equal(quiet, again)


def test_the_border_covers_no_panel_of_the_desk(desk: Desk) -> None:
    begin(desk)
    window = desk.window
    for panel in (window.header, window.banner, window.live_line, window.grid):
        box = panel.rect().translated(panel.mapTo(window, panel.rect().topLeft()))
        assert window.rect().adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH).contains(box)


def test_a_wall_shows_border_word_and_region_of_the_drill_and_loses_them_with_it(qapp: QApplication) -> None:
    assert qapp is not None
    room = Room(site=DRILL_SITE)
    wall = room.wall()
    room.console.drilling.start(SCENARIO.id, "Gao Lei", 20)
    room.settle()
    assert edge_share(wall) > 0.3 and veil.TEXT in texts(wall.border.frame)
    room.clock.advance(5_000)
    room.settle()
    assert edge_share(wall) > 0.3 and wall.band.isVisible() and texts(wall.border.frame) == []
    assert any("DRILL · " in text for text in texts(wall.band))
    room.console.drilling.pause()
    room.settle()
    assert edge_share(wall) == 0 and not wall.band.isVisible() and not veil.is_shown()
    room.close()


def test_the_talk_bar_says_that_nothing_goes_on_the_air(languages: Languages) -> None:
    assert languages is not None
    desk = TalkDesk(site=replace(TALKING_SITE, scenarios=(SCENARIO,)))
    assert "Who spoke" in texts(desk.bar.spoke)
    begin(desk)
    assert "Sandbox: not on the air" in texts(desk.bar.spoke)
    desk.console.drilling.pause()
    assert "Who spoke" in texts(desk.bar.spoke)
    desk.close()


@pytest.mark.parametrize(("language", "word"), [("en", "演练 DRILL"), ("zh_CN", "演练 DRILL"), ("zh_TW", "演練 DRILL")])
def test_the_word_of_a_drill_is_written_in_the_characters_of_the_reader(
    open_desk: Callable[..., Desk], language: str, word: str
) -> None:
    desk = open_desk(site=DRILL_SITE, language=language)
    begin(desk)
    assert desk.window.header.drill.texts()[0] == word
    assert word in texts(desk.window)


def test_what_was_asked_of_a_unit_in_a_drill_is_not_answered_with_the_live_one(desk: Desk) -> None:
    """A unit of a drill has the name of a live one. A menu that is open when a live fire breaks in goes away."""
    begin(desk)
    desk.window.table.choose(None)
    desk.settle()
    rows = desk.window.details.dispatch.units.rows
    click_row(rows, NEAR)
    menu = desk.window.dispatch.acts.menu
    assert menu is not None and menu.isVisible() and "out of service" in entries_of(menu)
    desk.change(SECOND)
    assert not isValid(menu) or not menu.isVisible()
    assert status(desk) is UnitStatus.AVAILABLE


def test_a_place_asked_for_in_a_drill_opens_no_live_incident(desk: Desk) -> None:
    begin(desk)
    desk.window.table.choose(None)
    desk.settle()
    ask = desk.window.details.dispatch.acts.ask
    QTest.keyClick(desk.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(ask.field, "Hall")
    desk.console.drilling.end()
    desk.settle()
    assert not ask.is_asking and desk.console.dispatching.incidents() == ()


def test_an_act_of_the_scenario_takes_no_question_away(desk: Desk) -> None:
    begin(desk)
    desk.window.table.choose(None)
    desk.settle()
    ask = desk.window.details.dispatch.acts.ask
    QTest.keyClick(desk.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(ask.field, "Hall")
    desk.console.drilling.inject(1)
    desk.settle()
    assert ask.is_asking and ask.field.text() == "Hall"
