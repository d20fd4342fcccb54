"""Trends on the desk: what the left column, the page and the details show of what was measured; what a hand does."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from console import announce
from console.excerpts import Excerpt, ExcerptFailed, ExcerptSaved
from console.histories import Series
from console.journal import Entry, Recorded
from console.model import LIVE, AlarmClass, AlarmId, By, Domain, LinkDown, LinkUp, PointId, Sample, State
from console.model.ids import in_domain
from console.trends import Handover, Measured
from tests.widgets.desk import LEAKAGE, Desk, heard, pixels, run_events, said_by, texts
from tests.widgets.measuring import HEAT, HOUR, HYDRANT, MEASURED, MINUTE, OUTSIDE, SMOKE, SOURCES, look, measure
from widgets import theme
from widgets.lower_panel import PLAN, TRENDS
from widgets.plan.chips import Chip
from widgets.trends.marks import Mark
from widgets.trends.page import TrendPage
from widgets.trends.panel import TrendPanel
from widgets.trends.plot import Plot
from widgets.trends.span import DAY
from widgets.trends.strokes import gaps
from widgets.trends.telling import base
from widgets.trends.ticks import figure

Key = Qt.Key
OpenDesk = Callable[..., Desk]
SIZES = ((1366, 768), (1600, 900), (1920, 1080), (2560, 1440), (3840, 2160))


@pytest.fixture
def room(open_desk: OpenDesk) -> Desk:
    """A desk that has run for more than an hour and measured for nearly one."""
    return measured(open_desk())


@pytest.fixture
def open_desk(open_desk: OpenDesk) -> OpenDesk:
    return lambda **how: open_desk(site=MEASURED, sources=SOURCES, **how)


def measured(desk: Desk, values: int = 340) -> Desk:
    desk.clock.advance(40 * MINUTE)
    now = desk.clock.now_ms()
    desk.take(*(Sample(point.id, False, None, State.NORMAL, now, now) for point in MEASURED.points))  # none is silent
    desk.clock.advance(30 * MINUTE)
    for point, level in ((LEAKAGE, 180.0), (HYDRANT, 0.32), (HEAT, 21.5), (OUTSIDE, 0.41)):
        measure(desk, point, [level + level * 0.01 * math.sin(i / 9) for i in range(values)])
    look(desk)
    return desk


def panel(desk: Desk) -> TrendPanel:
    return desk.window.trend_panel


def page(desk: Desk) -> TrendPage:
    """The page, shown."""
    desk.window.lower_panel.show_page(TRENDS)
    look(desk)
    return desk.window.trends


def plot(desk: Desk, at: int = 0) -> Plot:
    found = page(desk)
    return found.board.boxes(len(found.plots))[at].plot


def noted(desk: Desk) -> str:
    """What the page has to say, in its bar or below it."""
    return desk.window.trends.bar.note


def names(desk: Desk) -> list[str]:
    return [row.said.name for row in panel(desk).rows]


# ---- the left column ----


def test_at_rest_the_column_shows_one_point_of_each_kind_with_value_and_unit(room: Desk) -> None:
    assert names(room)[:3] == ["Panel 1", "Hall hydrant", "Upstairs heat"]
    said = texts(panel(room))
    assert {"Trends", "2 h", "F7", "Panel 1", "mA", "Hall hydrant", "MPa"} <= set(said)
    assert all(not row.is_large for row in panel(room).rows)


def test_the_point_of_the_alarm_is_large_and_the_others_are_those_around_it(room: Desk) -> None:
    room.change(LEAKAGE, alarm_class=AlarmClass.HAZARD, value=430.0, unit="mA")
    look(room)
    first = panel(room).rows[0]
    assert (first.point, first.is_large, first.note) == (LEAKAGE, True, "")
    assert first.marks and first.box.height() == 120
    assert "the large one 10 min, others 2 h" in texts(panel(room))


def test_an_alarm_that_measures_nothing_shows_the_nearest_point_of_its_zone_and_says_so(room: Desk) -> None:
    room.change(SMOKE)
    look(room)
    first = panel(room).rows[0]
    assert (first.point, first.note) == (HYDRANT, "nearest in the zone")
    assert "nearest in the zone" in texts(panel(room))
    assert names(room)[1] == "Upstairs heat"  # in the building; before what is nearer and outside


def test_an_alarm_far_from_everything_measured_shows_nothing_large(room: Desk) -> None:
    room.take(LinkDown("broker", "broker", "connection_refused", room.clock.now_ms()))
    look(room)
    assert room.window.table.selected() is not None
    assert all(not row.is_large for row in panel(room).rows)


@pytest.mark.parametrize(
    ("value", "token"), [(180.0, "text.hi"), (310.0, "alarm.medium"), (-1.0, "text.hi"), (2_000.0, "alarm.medium")]
)
def test_a_value_beyond_its_limit_has_the_colour_of_the_alarm(room: Desk, value: float, token: str) -> None:
    measure(room, LEAKAGE, [value])
    look(room)
    assert panel(room).rows[0].said.colour == theme.colour(token)


def test_a_value_that_is_old_says_so_and_is_grey(room: Desk) -> None:
    room.clock.advance(4 * MINUTE)
    look(room)
    first = panel(room).rows[0]
    assert first.said.is_old and first.age == "read 4:00 ago" and first.said.colour == theme.colour("text.dim")


def test_a_point_that_was_never_heard_says_so(open_desk: OpenDesk) -> None:
    desk = open_desk()
    look(desk)
    assert panel(desk).rows[0].said.value == "–"
    said = [one for one in said_by(panel(desk)) if "not heard yet" in one.text]
    assert said and all(one.is_whole for one in said)


def test_a_site_that_measures_nothing_says_so(languages: object) -> None:
    from tests.widgets.desk import SITE, Desk

    bare = Desk(site=type(SITE)(SITE.name, SITE.name_en, SITE.time_zone, SITE.origin))
    try:
        assert "No point of this site measures a number." in texts(bare.window.trend_panel)
    finally:
        bare.close()


@pytest.mark.parametrize(("size", "rest", "alarm"), [
    ((1366, 768), 1, 1), ((1600, 900), 2, 2), ((1920, 1080), 4, 3), ((2560, 1440), 4, 4),
])  # fmt: skip
def test_there_are_as_many_trends_as_the_design_has_room_for(
    open_desk: OpenDesk, size: tuple[int, int], rest: int, alarm: int
) -> None:
    desk = measured(open_desk(size=size))
    assert len(panel(desk).rows) == rest
    desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD, value=430.0, unit="mA")
    look(desk)
    rows = panel(desk).rows
    assert len(rows) == alarm and rows[0].is_large
    assert all(row.box.bottom() <= panel(desk).height() - 28 for row in rows)


def test_until_the_history_answers_what_memory_has_is_drawn_and_else_it_says_that_it_reads(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.clock.advance(HOUR)
    measure(desk, LEAKAGE, [100.0 + n for n in range(60)])
    desk.console.trends.ask = lambda *_about: -1  # type: ignore[method-assign]  # a history that is slow
    panel(desk)._reading.forget()
    panel(desk).refresh()
    rows = {row.point: row for row in panel(desk).rows}
    drawn = rows[LEAKAGE].series
    assert drawn is not None and drawn.mean[-1] == 159.0 and drawn.start_ms > rows[LEAKAGE].start_ms
    (gap,) = gaps(drawn, rows[LEAKAGE].start_ms, rows[LEAKAGE].end_ms)
    assert gap.start_ms == drawn.start_ms, "what is asked for is not silence"
    assert rows[HYDRANT].series is None and "reading the history …" in texts(panel(desk))


def test_a_pressed_trend_is_shown_in_the_page_and_not_kept(room: Desk) -> None:
    row = panel(room).rows[1]
    QTest.mouseClick(panel(room), Qt.MouseButton.LeftButton, pos=row.box.center())
    look(room)
    assert room.window.lower_panel.page == TRENDS and room.window.trends.points == (HYDRANT,)
    assert room.window.trends.arrangement.plots == ()


# ---- the details ----


def test_the_details_show_ten_minutes_before_the_alarm_and_five_after(room: Desk) -> None:
    room.change(SMOKE)
    look(room)
    assert {"Trend −10 to +5 min", "nearest in the zone", "Hall hydrant"} <= set(
        texts(room.window.details.sheet.widget())
    )


def test_without_anything_measured_near_it_the_details_show_no_line(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.take(LinkDown("broker", "broker", "connection_refused", desk.clock.now_ms()))
    look(desk)
    assert "Trend −10 to +5 min" not in texts(desk.window.details.sheet.widget())


# ---- the page: which points ----


def test_f7_shows_what_is_measured_where_the_alarm_is_around_its_time(room: Desk) -> None:
    room.change(SMOKE)
    raised = room.clock.now_ms()
    room.clock.advance(20 * MINUTE)
    room.press(Key.Key_F7)
    look(room)
    shown = room.window.trends
    assert room.window.lower_panel.page == TRENDS and shown.points == (HYDRANT,)
    assert shown.span.at(room.clock.now_ms()) == (raised - 10 * MINUTE, raised + 5 * MINUTE)
    assert shown.board.tags()[0].note.startswith("nearest in the zone")
    assert [mark.priority for mark in plot(room).drawing.marks] == [1]


def test_the_keys_stay_with_the_alarms_so_that_the_next_alarm_brings_its_plan(room: Desk) -> None:
    room.window.activateWindow()
    room.window.table.setFocus()
    room.press(Key.Key_F7)
    assert room.window.table.hasFocus()
    room.change(SMOKE)
    assert room.window.lower_panel.page == PLAN


def test_an_alarm_with_nothing_measured_near_it_says_so(room: Desk) -> None:
    room.take(LinkDown("broker", "broker", "connection_refused", room.clock.now_ms()))
    room.press(Key.Key_F7)
    look(room)
    assert noted(room) == "Nothing is measured near this alarm"


def test_without_a_point_the_page_says_how_to_get_one(room: Desk) -> None:
    assert any("F7 shows the chosen alarm's" in text for text in texts(page(room)))


def test_a_point_is_found_by_name_in_either_language_by_kind_and_by_id(room: Desk) -> None:
    picker = page(room).picker
    picker.read_points()
    for typed in ("hall hyd", "大厅", "hyd-1"):
        assert [point for point, _ in picker.found(typed)] == [HYDRANT]
    assert {point for point, _ in picker.found("pressure")} == {HYDRANT, OUTSIDE}
    assert picker.found("nobody") == []


def test_a_point_is_added_with_keys_alone_and_the_keys_go_back(room: Desk) -> None:
    room.window.activateWindow()
    shown = page(room)
    shown.setFocus()
    QTest.keyClick(shown, Key.Key_A)
    QTest.keyClicks(shown.picker.field, "hydrant")
    QTest.keyClick(shown.picker.field, Key.Key_Down)
    QTest.keyClick(shown.picker.field, Key.Key_Return)
    assert shown.points == (OUTSIDE,) and shown.picker.isHidden() and shown.hasFocus()


def test_escape_leaves_the_list_and_not_the_alarm(room: Desk) -> None:
    room.change(SMOKE)
    current = room.console.seeing.wall.current
    room.window.activateWindow()
    shown = page(room)
    shown.ask_for_point()
    assert shown.picker.field.hasFocus()
    QTest.keyClick(shown.picker.field, Key.Key_Escape)
    assert shown.picker.isHidden() and room.console.seeing.wall.current == current


def test_four_plots_and_a_fifth_unit_is_refused_in_words(room: Desk) -> None:
    shown = page(room)
    other = PointId("site/x#humidity")
    handover = Handover()
    for at, unit in enumerate(("kW", "mm/h", "V", "A", "%")):
        point = PointId(f"site/m{at}#x") if at < 4 else other
        handover.waiting.append(Measured(point, room.clock.now_ms(), 1.0, False, unit))
    room.take(handover)
    for at in range(4):
        shown.add(PointId(f"site/m{at}#x"))
    shown.add(other)
    look(room)
    assert len(shown.plots) == 4 and noted(room) == "Four plots are full: remove a line first"
    assert shown.line.isVisible() and shown.line.text() == noted(room)  # the bar itself has no room for it


def test_a_chosen_plot_takes_the_next_line_and_its_button_removes_it(room: Desk) -> None:
    shown = page(room)
    shown.add(HYDRANT)
    first = plot(room)
    QTest.mouseClick(first.viewport(), Qt.MouseButton.LeftButton, pos=first.rect().center())
    shown.add(OUTSIDE)
    look(room)
    assert shown.plots == ((HYDRANT, OUTSIDE),)
    head = shown.board.boxes(1)[0].head
    assert head.removes[0].toolTip() == "Remove Hall hydrant"
    QTest.mouseClick(head.removes[0], Qt.MouseButton.LeftButton)
    run_events()
    assert shown.plots == ((OUTSIDE,),)


def test_the_arrangement_is_there_again_after_a_restart(open_desk: OpenDesk, tmp_path: Path) -> None:
    first = measured(open_desk(keeping=tmp_path))
    shown = page(first)
    shown.add(HEAT)
    shown.show_length(8 * HOUR)
    shown.keep_for_desk()
    assert noted(first) == "The left column shows these points at rest from now on"
    look(first)
    assert names(first) == ["Upstairs heat"]
    first.close()
    second = measured(open_desk(keeping=tmp_path))
    assert second.window.trends.plots == ((HEAT,),) and second.window.trends.span.length_ms == 8 * HOUR
    assert names(second) == ["Upstairs heat"]


# ---- the page: what is drawn ----


def drawn(room: Desk, *points: PointId) -> Plot:
    shown = page(room)
    for point in points:
        shown.add(point)
    look(room)
    return plot(room)


def colours(widget: Plot, token: str) -> int:
    """Pixels of exactly this colour."""
    wanted = theme.colour(token).getRgb()[:3]
    return int((pixels(widget.grab().toImage()) == np.array(wanted)).all(axis=2).sum())


def test_no_more_is_drawn_than_the_pixels_can_show(room: Desk) -> None:
    found = drawn(room, LEAKAGE)
    for second in range(9):  # ten readings a second
        measure(room, LEAKAGE, [float(second)] * 340, ago_ms=1_000 * (second + 1))
    look(room)
    series = found.drawing.pens[0].series
    assert series is not None and 100 < len(series) <= found.frame.columns + 2
    assert (series.high - series.low).max() > 0


def test_the_line_a_limit_and_its_label_can_be_seen(room: Desk) -> None:
    found = drawn(room, LEAKAGE)
    assert "H 300" in [one.text for one in said_by(found)]
    assert colours(found, "text.hi") > 200 and colours(found, "alarm.medium") > 100


def test_a_gap_is_hatched_with_its_length_and_no_line_crosses_it(room: Desk) -> None:
    found = drawn(room, LEAKAGE)
    before = colours(found, "line.strong")
    room.clock.advance(5 * MINUTE)
    measure(room, LEAKAGE, [300.0, 301.0])
    look(room)
    assert any(text.startswith("no data 4:") for text in texts(found))
    assert colours(found, "line.strong") > before
    series = found.drawing.pens[0].series
    assert series is not None and np.isnan(series.mean).sum() == 1


def test_bad_quality_is_dashed_and_said_at_the_cross_hair(room: Desk) -> None:
    found = drawn(room, LEAKAGE)
    room.clock.advance(5 * MINUTE)
    measure(room, LEAKAGE, [math.nan] * 30)
    look(room)
    held = found._doubtful[0].yData[-30:]
    assert np.isfinite(held).all() and held.min() == held.max()  # the last value that could be used
    page(room).on_pointed(room.clock.now_ms() - 100_000)
    assert f"{figure(held[0])} ?" in texts(found)


def test_the_cross_hair_goes_through_all_plots_with_their_values_and_the_time(room: Desk) -> None:
    shown = page(room)
    for point in (LEAKAGE, HYDRANT):
        shown.add(point)
    look(room)
    first = plot(room)
    middle = first.frame.box.center().toPoint()
    QTest.mouseMove(first.viewport(), middle)
    for at in (0, 1):
        found = plot(room, at)
        assert found.cursor_ms is not None and abs(found.frame.x(found.cursor_ms) - middle.x()) < 1
    said = texts(shown)
    assert any(text.startswith("0.3") for text in said) and any(text.startswith("18") for text in said)
    shown.on_pointed(None)
    assert plot(room).cursor_ms is None


def test_an_alarm_is_marked_with_its_symbol_and_where_it_was_seen(room: Desk) -> None:
    alarm = room.change(LEAKAGE, alarm_class=AlarmClass.HAZARD, value=430.0, unit="mA")
    raised = room.clock.now_ms()
    found = drawn(room, LEAKAGE)
    assert [(mark.raised_ms, mark.acknowledged_ms) for mark in found.drawing.marks] == [(raised, None)]
    room.clock.advance(30_000)
    room.console.acknowledge(alarm)
    look(room)
    seen = room.clock.now_ms()
    assert found.drawing.marks[0].acknowledged_ms is not None and seen - found.drawing.marks[0].acknowledged_ms < 1000
    room.clear(LEAKAGE)
    look(room)
    assert room.console.alarms.get(alarm) is None and len(found.drawing.marks) == 1  # closed, and still on the line


def test_a_history_that_cannot_be_read_is_said_and_not_taken_for_silence(room: Desk) -> None:
    shown = page(room)
    shown.add(LEAKAGE)
    shown.show_length(DAY)
    look(room)
    assert any(text.startswith("no data 23 h") for text in texts(plot(room)))
    room.take(LinkUp("history", "history", 0), LinkDown("history", "history", "disk_full", room.clock.now_ms()))
    look(room)
    said = texts(shown)
    assert "history cannot be read" in said and not any(text.startswith("no data") for text in said)
    assert noted(room) == "The history cannot be read: what is older than memory is missing"


# ---- the page: time ----


def test_a_day_is_asked_for_at_the_key_drawn_when_it_is_there_and_kept_up_to_date(room: Desk) -> None:
    """The steps of the 150 ms: nothing is waited for, one question for each line, drawn with its answer."""
    shown = page(room)
    shown.add(LEAKAGE)
    asked: list[int] = []
    ask = room.console.trends.ask
    room.console.trends.ask = lambda *about: asked.append(number := ask(*about)) or number  # type: ignore[method-assign,func-returns-value]
    shown.bar.ranges[DAY].click()
    assert len(asked) == 1 and plot_series(shown) is None
    room.clock.advance(1)
    run_events()
    assert plot_series(shown) is not None  # by the answer itself: it does not wait for the next turn of the timer
    room.clock.advance(2_000)
    measure(room, LEAKAGE, [222.0])
    shown.refresh()
    series = plot_series(shown)
    assert series is not None and series.mean[-1] == 222.0 and len(asked) == 1


def test_the_same_hours_of_the_day_before_are_drawn_dotted_and_said_at_the_cross_hair(room: Desk) -> None:
    shown = page(room)
    shown.add(LEAKAGE)
    look(room)
    asked: list[tuple[int, int]] = []

    def yesterday(point: PointId, start_ms: int, end_ms: int, _most: int) -> Series:
        """What a history of a day and more would answer: it rises by one a minute."""
        asked.append((start_ms, end_ms))
        t_ms = np.arange(start_ms, end_ms, MINUTE, dtype=np.int64)
        values = 100.0 + np.arange(len(t_ms), dtype=np.float64)
        good = np.zeros(len(t_ms), dtype=np.bool_)
        return Series(point, start_ms, end_ms, 0, t_ms, values, values, values, good)

    shown._scene.earlier.series = yesterday  # type: ignore[method-assign]
    assert plot(room).drawing.pens[0].before is None
    shown.setFocus()
    QTest.keyClick(shown, Key.Key_Y)
    look(room)
    drawing = plot(room).drawing
    before = drawing.pens[0].before
    assert before is not None and shown.bar.compare.isChecked() and "the day before" in noted(room)
    start, end = asked[-1]
    assert start <= drawing.start_ms - DAY and end >= drawing.end_ms - DAY and end - start < 1.2 * HOUR
    assert before.t_ms[0] == start + DAY and drawing.scale.low <= 100
    plot(room).show_cursor(float(before.t_ms[20]))
    assert any(text.startswith("18") and text.endswith("⋯ 120") for text in texts(plot(room)))
    shown.show_length(7 * DAY)
    look(room)
    assert plot(room).drawing.pens[0].before is None and not shown.bar.compare.isEnabled()


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
@pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_button_of_the_bar_is_whole_and_none_lies_over_another(
    open_desk: OpenDesk, size: tuple[int, int], language: str
) -> None:
    bar = page(open_desk(size=size, language=language)).bar
    chips = bar.findChildren(Chip, options=Qt.FindChildOption.FindDirectChildrenOnly)
    seen = [one for one in chips if one.isVisible()]
    assert {bar.live, bar.add_point, bar.export} <= set(seen) and (bar.length in seen) != (bar.ranges[DAY] in seen)
    assert all(bar.rect().contains(one.geometry()) and one.width() >= one.sizeHint().width() for one in seen)
    assert not any(a.geometry().intersects(b.geometry()) for a in seen for b in seen if a is not b)
    bar.on_export()
    offered = [action.text() for menu in bar.findChildren(QMenu) for action in menu.actions()]
    assert (bar.desk.text() in offered) == (bar.compare.text() in offered) == bar.desk.isHidden()


def test_every_range_of_the_bar_is_shown_from_a_quarter_of_an_hour_to_thirty_days(room: Desk) -> None:
    shown = page(room)
    shown.add(LEAKAGE)
    for length, chip in shown.bar.ranges.items():
        chip.click()
        look(room)
        drawing = shown.board.boxes(1)[0].plot.drawing
        assert drawing.end_ms - drawing.start_ms == length and chip.isChecked()
        assert 2 <= len(drawing.times) <= 14
    assert [chip.text() for chip in shown.bar.ranges.values()] == ["15 min", "1 h", "8 h", "24 h", "7 d", "30 d"]


def test_how_long_a_key_waited_for_its_trends_is_told_once_after_the_paint(room: Desk) -> None:
    shown = page(room)
    shown.add(LEAKAGE)
    look(room)
    told = heard(room.console, announce.TrendsShown)
    shown.bar.ranges[DAY].click()
    room.settle()
    assert told == []  # the answer is not there yet
    room.clock.advance(70)
    look(room)
    look(room)
    assert [(one.points, one.span_ms) for one in told] == [(1, DAY)] and told[0].after_ms >= 70


def plot_series(shown: TrendPage):  # type: ignore[no-untyped-def]
    return shown.board.boxes(1)[0].plot.drawing.pens[0].series


def wheel(over: Plot, notches: int) -> None:
    at = QPointF(over.frame.box.center())
    event = QWheelEvent(
        at, QPointF(over.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(over.viewport(), event)


def test_the_wheel_zooms_and_pauses_and_a_double_click_is_live_again(room: Desk) -> None:
    found = drawn(room, LEAKAGE)
    shown = page(room)
    wheel(found, 2)
    assert not shown.span.is_live and shown.span.length_ms == round(HOUR / 1.25**2)
    end = shown.span.at(room.clock.now_ms())[1]
    room.clock.advance(MINUTE)
    look(room)
    assert found.drawing.end_ms == end and not found.drawing.is_live and shown.bar.live.text() == "paused"
    QTest.mouseDClick(found.viewport(), Qt.MouseButton.LeftButton, pos=found.rect().center())
    assert shown.span.is_live and shown.span.length_ms == HOUR


def test_a_drag_goes_back_in_time_and_says_which_time_it_is(room: Desk) -> None:
    found = drawn(room, LEAKAGE)
    start = found.rect().center()
    now = room.clock.now_ms()
    QTest.mousePress(found.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(found.viewport(), start + QPoint(100, 0))
    QTest.mouseRelease(found.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(100, 0))
    shown = page(room)
    moved = now - shown.span.at(now)[1]
    assert moved == pytest.approx(100 / found.frame.box.width() * HOUR, rel=0.01)
    assert " – " in noted(room) and shown.line.text() == noted(room)
    assert shown._chosen is None


def test_keys_move_zoom_and_pause_while_they_are_on_the_page(room: Desk) -> None:
    room.window.activateWindow()
    drawn(room, LEAKAGE)
    shown = page(room)
    shown.setFocus()
    QTest.keyClick(shown, Key.Key_Left)
    now = room.clock.now_ms()
    assert now - shown.span.at(now)[1] == pytest.approx(HOUR / 4, abs=3_000)
    QTest.keyClick(shown, Key.Key_Plus)
    assert shown.span.length_ms < HOUR
    QTest.keyClick(shown, Key.Key_L)
    assert shown.span.is_live
    QTest.keyClick(shown, Key.Key_L)
    assert not shown.span.is_live


def test_nothing_is_looked_up_while_nobody_can_see_it(room: Desk) -> None:
    drawn(room, LEAKAGE)
    shown = page(room)
    room.window.lower_panel.show_page(PLAN)
    assert not shown._timer.isActive() and panel(room)._timer.isActive()
    before = plot_series(shown)
    room.clock.advance(MINUTE)
    shown.refresh()
    assert plot_series(shown) is before


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_plots_fill_their_panel_and_the_lines_of_all_are_equally_high(
    open_desk: OpenDesk, size: tuple[int, int]
) -> None:
    desk = open_desk(size=size)
    for count, point in enumerate((LEAKAGE, HYDRANT, HEAT, OUTSIDE), 1):
        page(desk).add(point)
        look(desk)
        stands_well(page(desk), count)


def stands_well(shown: TrendPage, count: int) -> None:
    boxes = shown.board.boxes(count)
    heights = {round(box.plot.frame.box.height()) for box in boxes}
    assert max(heights) - min(heights) <= 2 and min(heights) >= 50
    assert all(shown.board.rect().contains(box.geometry()) for box in boxes)
    assert not any(a.geometry().intersects(b.geometry()) for a in boxes for b in boxes if a is not b)
    frame = boxes[0].plot.frame.box
    lines = boxes[0].plot.plotItem.vb.sceneBoundingRect()
    assert abs(lines.left() - frame.left()) < 2 and abs(lines.right() - frame.right()) < 2
    assert abs(lines.top() - frame.top()) < 2 and abs(lines.bottom() - frame.bottom()) < 2


# ---- export ----


def test_values_and_picture_go_to_the_file_that_was_named(room: Desk, tmp_path: Path) -> None:
    ordered: list[Excerpt] = []
    room.console.exporting.connect(ordered.append)
    shown = page(room)
    for point in (LEAKAGE, HYDRANT):
        shown.add(point)
    look(room)
    start, end = shown.span.at(room.clock.now_ms())
    shown.export.values(tmp_path / "x.csv", shown.points, start, end)
    assert noted(room) == "Exporting x.csv…"
    look(room)
    lines = b"".join(ordered[0].content()).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("time_utc,site,point,name,unit") and len(lines) > 600
    assert {line.split(",")[3] for line in lines[1:]} == {"Panel 1", "Hall hydrant"}
    shown.export.picture(tmp_path / "x.png", shown.board.grab().toImage(), shown.points, start, end)
    assert b"".join(ordered[1].content()).startswith(b"\x89PNG")


def test_the_window_for_the_name_holds_nothing_up(room: Desk) -> None:
    drawn(room, LEAKAGE)
    shown = page(room)
    shown.bar.csv_asked.emit()
    dialog = next(one for one in room.window.findChildren(QFileDialog) if one.isVisible())
    assert not dialog.isModal() and dialog.selectedFiles()[0].endswith("Z.csv")
    room.change(SMOKE)
    QTest.keyClick(room.window, Key.Key_F2)
    assert all(alarm.acknowledged is not None for alarm in room.console.alarms.rows())
    dialog.close()
    run_events()


def test_how_an_export_ended_is_said_in_the_bar(room: Desk, tmp_path: Path) -> None:
    drawn(room, LEAKAGE)
    room.take(ExcerptSaved(tmp_path / "x.csv", (LEAKAGE,), 0, 1, 7, "e" * 64))
    assert noted(room) == "Saved: x.csv"
    room.take(ExcerptFailed(tmp_path / "x.csv", "disk_full"))
    assert noted(room) == "Not saved: x.csv (the disk is full)"


def test_what_is_shown_can_be_read_without_seeing_it(room: Desk) -> None:
    drawn(room, LEAKAGE, HYDRANT)
    said = page(room).accessibleDescription()
    assert "Panel 1" in said and "mA" in said
    assert "Hall hydrant" in panel(room).accessibleDescription()


def test_an_answer_for_somebody_else_is_left_alone(room: Desk) -> None:
    ask = room.console.trends.ask(LEAKAGE, 0, room.clock.now_ms(), 10)
    ready: list[announce.Announcement] = []

    class Ear:
        def on(self, what: announce.SeriesReady) -> None:
            ready.append(what)

    ear = Ear()
    room.console.announcer.subscribe(announce.SeriesReady, ear.on)
    page(room)
    room.clock.advance(1)
    assert any(one.ask == ask for one in ready) and room.console.trends.take_answer(ask) is not None


def test_an_open_alarm_keeps_its_mark_however_many_others_come_and_go(
    room: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("widgets.trends.marks.REMEMBERED", 2)
    room.change(LEAKAGE, alarm_class=AlarmClass.HAZARD, value=430.0, unit="mA")
    for _ in range(4):
        room.console.acknowledge(room.change(HYDRANT, alarm_class=AlarmClass.HAZARD, value=0.1, unit="MPa"))
        room.clear(HYDRANT)
        room.clock.advance(1_000)
    marks = room.window.marks
    assert len(marks.of(LEAKAGE)) == 1 and len(marks.of(HYDRANT)) == 2, "of those that are over the newest"
    leaking = room.console.alarms.of(LEAKAGE)
    assert leaking is not None
    marks._closed[leaking.id] = None  # it was believed to be over, until the journal told otherwise
    marks.on_alarm(announce.AlarmChanged(domain=LIVE, alarm=leaking.id))
    for _ in range(4):
        room.console.acknowledge(room.change(HYDRANT, alarm_class=AlarmClass.HAZARD, value=0.1, unit="MPa"))
        room.clear(HYDRANT)
    assert len(marks.of(LEAKAGE)) == 1


def test_an_alarm_of_a_drill_shows_what_is_measured_there_and_leaves_no_mark_on_the_real_line(room: Desk) -> None:
    found = drawn(room, LEAKAGE)
    marks = room.window.marks
    real = room.change(LEAKAGE, alarm_class=AlarmClass.HAZARD, value=430.0, unit="mA")
    alarm = room.console.alarm(real)
    assert alarm is not None
    drill = Domain("drill:1")
    played = replace(alarm, id=AlarmId(f"{drill}/{real}"), point=in_domain(LEAKAGE, drill))
    marks._keep(played)
    look(room)
    assert len(found.drawing.marks) == 1
    assert base(played.point) == LEAKAGE


def test_an_alarm_that_was_closed_before_the_start_is_marked_and_one_that_is_open_only_once(room: Desk) -> None:
    now = room.clock.now_ms()
    stream, data = f"alarm/{LEAKAGE}/7", {"point": LEAKAGE, "alarm_class": "H"}
    entries = [
        Entry(LIVE, stream, 1, "AlarmRaised", now - 20 * MINUTE, By(machine="console"), data),
        Entry(LIVE, stream, 2, "AlarmAcknowledged", now - 19 * MINUTE, By("Li", "desk-1")),
    ]
    room.console.trends.load(
        lambda *_: [Recorded(entry, "desk-1", number, "", "") for number, entry in enumerate(entries)]
    )
    shown = page(room)
    shown.add(LEAKAGE)
    look(room)
    assert plot(room).drawing.marks == [Mark(now - 20 * MINUTE, now - 19 * MINUTE, 3)]
    room.change(LEAKAGE, alarm_class=AlarmClass.HAZARD, value=430.0, unit="mA")
    look(room)
    assert len(plot(room).drawing.marks) == 2
