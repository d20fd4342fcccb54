"""The page of the alarm performance: it shows what was counted, tries what is asked for, and all of it prints."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Callable, Iterator
from io import StringIO
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog

from console.announce import Announcer
from console.app import Console
from console.clock import FakeClock
from console.errors import CommandRefused
from console.excerpts import Excerpt, ExcerptFailed, ExcerptSaved
from console.model import Seat, Site
from console.performance import PerformanceFailed, PerformanceProgress, PerformanceRead, Report
from console.performance.audit import trial
from console.performance.desk import DAY_MS, SPANS_MS
from console.performance.rulebook import Setting
from console.performance.study import Study
from tests.unit.performance_record import POINTS, SMOKE, SOURCES, Past
from tests.unit.test_console import ListStore
from tests.widgets import performing
from tests.widgets.desk import Desk, Said, run_events, said_by, texts
from widgets import lettering, theme
from widgets.application import Languages
from widgets.lower_panel import PERFORMANCE
from widgets.page_buttons import PageButtons
from widgets.paper import Table, as_csv, as_pdf
from widgets.performance.chart import gathered
from widgets.performance.page import PerformancePage
from widgets.performance.performance_words import percent
from widgets.placing import Placing
from widgets.words import Words

SITE = Site("测试园区", "Test park", "Asia/Shanghai", (120.0, 30.0), points=POINTS)
WORD = re.compile("[A-Za-z]{3}")
NAMED = ("Pump", "kind =", "hysteresis", "on_delay", "off_delay", "[", "site/")  # called so in every language
SIZES = [(1000, 422), (678, 262), (1480, 580)]


@pytest.fixture
def past() -> Past:
    return performing.past()


@pytest.fixture
def report() -> Report:
    return performing.report()


class Room:
    """A console with the page, and the child's side in the test's hand."""

    def __init__(self, past: Past, size: tuple[int, int] = (1000, 422)) -> None:
        self.clock, self.log, self.store = FakeClock(past.clock.now_ms()), StringIO(), ListStore()
        self.console = Console(
            seat=Seat("desk-1", "Li"), site=SITE, clock=self.clock, announcer=Announcer(self.clock, self.log),
            store=self.store, stale_after_s=lambda _point: 3600, sources=SOURCES,
        )  # fmt: skip
        self.child = performing.Child()
        self.console.performance.connect(self.child)
        self.words = Words()
        self.page = PerformancePage(self.console, Placing(self.console, self.words), self.words)
        self.page.resize(*size)
        self.page.show()
        run_events()

    def answer(self, answer: Report | Study) -> None:
        self.console.handle(PerformanceRead(self.child.orders[-1].number, answer))

    def choose(self, place: int) -> None:
        """A hand chooses this place of the list."""
        top = self.page.top
        box = top.visualRect(top.lines.index(place))
        QTest.mouseClick(top.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
        run_events()

    def press(self, button: QAbstractButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        run_events()

    def close(self) -> None:
        self.page.close()
        self.page.deleteLater()
        run_events()


@pytest.fixture
def open_room(languages: Languages, past: Past) -> Iterator[Callable[..., Room]]:
    assert languages is not None
    rooms: list[Room] = []

    def opened(size: tuple[int, int] = (1000, 422)) -> Room:
        rooms.append(Room(past, size))
        return rooms[-1]

    yield opened
    for room in rooms:
        room.close()


@pytest.fixture
def room(open_room: Callable[..., Room]) -> Room:
    return open_room()


@pytest.fixture
def counted(room: Room, report: Report) -> Room:
    """The figures are there."""
    room.page.open()
    room.answer(report)
    return room


def cut(said: list[Said]) -> list[str]:
    return [one.text for one in said if not one.is_whole]


# ---- asking ----


def test_opening_the_page_asks_for_the_figures_of_a_day_once(room: Room) -> None:
    room.page.open()
    room.page.open()
    assert [(order.span_ms, order.signal) for order in room.child.orders] == [(DAY_MS, None)]
    assert "working: 0 %" in texts(room.page)


def test_each_span_asks_for_its_own_time_and_gives_up_what_was_under_way(room: Room) -> None:
    room.page.open()
    for chip in room.page.bar.spans.values():
        room.press(chip)
    assert [order.span_ms for order in room.child.orders] == [DAY_MS, *SPANS_MS]
    assert room.child.cancelled == len(SPANS_MS)
    assert room.page.bar.spans[SPANS_MS[-1]].isChecked()


def test_how_far_it_is_is_said_and_a_word_of_an_order_given_up_means_nothing(room: Room, report: Report) -> None:
    room.page.open()
    room.console.handle(PerformanceProgress(1, 0.34, "site/water_pressure"))
    assert "working: 34 % · site/water_pressure" in texts(room.page)
    room.press(room.page.bar.cancel)
    room.console.handle(PerformanceRead(1, report))
    assert (room.child.cancelled, room.page.report) == (1, None)
    assert room.page.bar.cancel.isHidden()


@pytest.mark.parametrize(
    ("code", "words"), [("store", "Journal or history cannot be read."), ("config", "config.toml or the site folder")]
)
def test_why_there_are_no_figures_is_said_in_words(room: Room, code: str, words: str) -> None:
    room.page.open()
    room.console.handle(PerformanceFailed(1, code))
    assert any(words in one for one in texts(room.page))
    assert '"event": "PerformanceFailed"' in room.log.getvalue()


def test_a_console_without_a_worker_says_so(room: Room) -> None:
    room.console.performance._worker = None
    room.page.open()
    assert "This console cannot work it out." in texts(room.page)
    with pytest.raises(CommandRefused):
        room.console.performance.ask(DAY_MS)


# ---- what is shown ----


def test_the_figures_are_those_that_were_counted(counted: Room, report: Report) -> None:
    found, said = report.figures, texts(counted.page)
    assert f"{found.calls} · {found.alarms}" in said
    assert f"▲ {found.rates.peak}" in said, "what is not as it should be carries a mark"
    assert "0 · 0" in said, "nothing stands, nothing is stale"
    assert '"event": "PerformanceCounted"' in counted.log.getvalue()


def test_the_list_has_the_busiest_points_with_what_would_help(counted: Room, report: Report) -> None:
    entries = counted.page.top.lines.rows
    assert [entry.calls for entry in entries] == [str(busy.calls) for busy in report.figures.top]
    assert entries[0].title == "Pump 1 · Hydrant pressure"
    assert entries[0].help.startswith("deadband ")
    assert entries[0].less.startswith("−9")
    fire = next(entry for entry, busy in zip(entries, report.figures.top, strict=True) if busy.point == SMOKE)
    assert (fire.help, fire.less, fire.is_proposed) == ("fire: look at the detector", "", False)


def test_choosing_a_point_shows_its_rule_and_what_it_would_mean_for_real_alarms(counted: Room) -> None:
    counted.choose(0)
    said = texts(counted.page.study)
    assert any("Calls that would vanish: " in one for one in said)
    assert "The one real alarm would neither be missed nor late." in said
    first = said.index("[[source.signal]]")
    lines = "\n".join(said[first : first + 6])
    assert tomllib.loads(lines)["source"]["signal"][0]["limits"]["hysteresis"] == 0.012, "can be pasted as it stands"
    counted.press(counted.page.to_figures)
    assert (counted.page.figures.isVisible(), counted.page.study.isVisible()) == (True, False)


def test_without_a_real_alarm_it_is_said_that_nothing_is_proven(counted: Room) -> None:
    counted.choose(1)
    assert any("nothing shows that none would be missed" in one for one in texts(counted.page.study))


def test_a_fire_has_no_form_to_try_a_delay(counted: Room, report: Report) -> None:
    place = report.place_of(SMOKE)
    assert place is not None
    counted.choose(place)
    assert not counted.page.form.isVisible()
    assert any("A fire waits for nothing" in one for one in texts(counted.page.study))


def test_the_arrows_go_through_the_list_and_other_keys_belong_to_the_desk(counted: Room) -> None:
    top = counted.page.top
    counted.page.activateWindow()
    top.setFocus()
    QTest.keyClick(top, Qt.Key.Key_Home)
    QTest.keyClick(top, Qt.Key.Key_Down)
    assert top.currentIndex().row() == 1
    assert counted.page.study.isVisible()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_1, Qt.Key.Key_Escape):
        pressed = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(top, pressed)
        assert not pressed.isAccepted()


# ---- trying ----


def test_a_setting_of_ones_own_is_replayed_over_the_same_time_and_kept_in_the_journal(
    counted: Room, past: Past
) -> None:
    counted.choose(0)
    counted.page.form.band.setValue(0.03)
    counted.page.form.on_delay.setValue(10)
    counted.press(counted.page.form.try_it)
    order = counted.child.orders[-1]
    assert (str(order.signal), order.setting) == ("site/water_pressure", Setting(10, 0, 0.03))
    assert order.signal is not None
    tried = trial(order.signal, order.setting, past.matter(), past.stories(), past.samples, lambda *_: None)
    counted.answer(tried)
    said = texts(counted.page.study)
    assert "As you set it" in said
    assert any("would come up to 10 s later" in one for one in said)
    (entry,) = [one for one in counted.store.entries if one.kind == "RuleReplayed"]
    assert (entry.by.person, entry.data["rule"], entry.data["missed"]) == ("Li", "site/water_pressure", 0)
    assert entry.data["then"] == {"hysteresis": 0.03, "on_delay_s": 10.0, "off_delay_s": 0.0}
    assert '"event": "RuleReplayed"' in counted.log.getvalue()


def test_a_real_alarm_that_would_be_missed_is_said_loudly(counted: Room, past: Past, report: Report) -> None:
    counted.choose(0)
    counted.page.form.on_delay.setValue(3_600)
    counted.press(counted.page.form.try_it)
    order = counted.child.orders[-1]
    assert order.signal is not None
    counted.answer(trial(order.signal, order.setting, past.matter(), past.stories(), past.samples, lambda *_: None))
    said = texts(counted.page.study)
    assert "The one real alarm would be MISSED." in said
    assert "MISSED" in said
    assert report.studies[0].chosen is not None, "the proposal itself misses none"


def test_a_replay_before_there_are_figures_is_refused(room: Room, report: Report) -> None:
    with pytest.raises(CommandRefused, match="no_report"):
        room.console.performance.attempt(report.studies[0].signal, Setting())


def test_a_trial_is_forgotten_with_the_next_figures(counted: Room, past: Past, report: Report) -> None:
    counted.choose(0)
    counted.press(counted.page.form.try_it)
    order = counted.child.orders[-1]
    assert order.signal is not None
    counted.answer(trial(order.signal, order.setting, past.matter(), past.stories(), past.samples, lambda *_: None))
    counted.page.on_span(DAY_MS)
    counted.answer(report)
    assert counted.console.performance.tried is None


# ---- the chart ----


def test_no_peak_is_drawn_away_when_many_intervals_share_a_bar() -> None:
    counts = [0] * 1_000
    counts[137] = 40
    heights, width = gathered(counts, 100)
    assert (len(heights), width, int(heights.max()), int(heights.sum())) == (100, 10, 40, 40)


def test_floods_are_drawn_in_their_own_colour(counted: Room, report: Report) -> None:
    assert report.figures.rates.floods
    picture = counted.page.chart.grab().toImage()
    amber = theme.colour("alarm.high").rgb()
    found = {picture.pixel(x, y) for x in range(picture.width()) for y in range(0, picture.height(), 3)}
    assert amber in found
    assert theme.colour("text").rgb() in found


# ---- room for words, languages ----


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_no_figure_is_cut_off_in_any_window_and_language(
    size: tuple[int, int], language: str, open_room: Callable[..., Room], report: Report, languages: Languages
) -> None:
    languages.choose(language)
    room = open_room(size)
    room.page.open()
    room.answer(report)
    run_events()
    assert cut(said_by(room.page.figures)) == []
    room.choose(0)
    assert cut(said_by(room.page.study)) == []
    assert [one for one in cut(said_by(room.page.top)) if one.endswith("%") or one.isdigit()] == []
    assert cut(said_by(room.page.chart)) == []
    for field in (room.page.form.on_delay, room.page.form.off_delay):
        assert field.fontMetrics().horizontalAdvance(field.text()) < field.lineEdit().width()


def test_another_language_changes_every_word_of_the_page(counted: Room, languages: Languages) -> None:
    counted.choose(0)
    before = set(texts(counted.page))
    languages.choose("qps")
    run_events()
    same = {one for one in before & set(texts(counted.page)) if WORD.search(one)}
    assert {one for one in same if not one.startswith(NAMED)} == set()


# ---- on the desk ----


def test_the_key_opens_the_page_and_its_button_is_there_while_it_is_shown(desk: Desk) -> None:
    performing.counted(desk)
    assert desk.window.lower_panel.page == PERFORMANCE
    assert "Ten busiest points" in desk.said()
    buttons = desk.window.performance.findChild(PageButtons)
    assert buttons.pages[PERFORMANCE].isVisible()
    desk.press(Qt.Key.Key_F8)
    assert not desk.window.plan.findChild(PageButtons).pages[PERFORMANCE].isVisible()


@pytest.mark.parametrize("typed", ["perf", "绩效", "績效"])
def test_the_command_line_finds_the_page_in_every_language(desk: Desk, typed: str) -> None:
    (found, *_) = desk.window.header.command_line.search(typed)
    desk.console.performance.connect(performing.Child())
    desk.window.acts.on_found(found)
    assert desk.window.lower_panel.page == PERFORMANCE


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)], ids=str)
def test_the_bar_has_room_for_the_page_buttons_in_every_window(
    open_desk: Callable[..., Desk], size: tuple[int, int]
) -> None:
    desk = open_desk(size=size)
    performing.counted(desk)
    bar = desk.window.performance.bar
    shown = sorted(
        (one.geometry() for one in bar.findChildren(QAbstractButton) if one.parent() is bar and one.isVisible()),
        key=lambda box: box.x(),
    )
    title = lettering.width("body.strong", "Alarm performance") if size[0] >= 1920 else 0
    assert shown[0].x() >= theme.SIDE + title
    assert all(one.right() < other.x() for one, other in pairwise(shown))
    assert shown[-1].right() < bar.findChild(PageButtons).x()


# ---- paper ----


def test_the_print_holds_every_table_and_every_rule(counted: Room, report: Report) -> None:
    paper = counted.page.export.paper(report)
    tables = [part for part in paper.parts if isinstance(part, Table)]
    titles = [table.title for table in tables]
    assert titles[:4] == ["Figures", "Priorities", "Time to acknowledge", "Ten busiest points"]
    assert titles[-2:] == ["Rule site/water_pressure", "Rule site/fire_door_open"]
    for table in tables:
        assert all(len(line) == len(table.heads) == len(table.shares) for line in table.lines), table.title
    pdf = as_pdf(paper)
    assert pdf.startswith(b"%PDF")
    assert len(pdf) > 10_000


def test_the_table_opens_in_a_spreadsheet_with_every_figure(counted: Room, report: Report) -> None:
    data = as_csv(counted.page.export.paper(report))
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert ["calls · alarms", f"{report.figures.calls} · {report.figures.alarms}", ""] in rows
    assert any(row[:3] == ["S", "Hydrant pressure, Pump 1", str(report.figures.top[0].calls)] for row in rows)


def test_a_file_is_ordered_and_what_became_of_it_is_said(counted: Room, report: Report, tmp_path: Path) -> None:
    orders: list[Excerpt] = []
    counted.console.exporting.connect(orders.append)
    for ending in ("pdf", "csv"):
        export = counted.page.export
        export.saving.order_paper(tmp_path / f"a.{ending}", ending, export.paper(report))
    assert [order.what for order in orders] == ["performance", "performance"]
    assert all(b"".join(order.content()) for order in orders)
    counted.console.handle(ExcerptSaved(tmp_path / "a.pdf", (), 0, 1, 5, "0" * 64, "performance"))
    assert "Saved: a.pdf" in texts(counted.page.bar)
    counted.console.handle(ExcerptFailed(tmp_path / "a.csv", "disk_full", "performance"))
    assert "Not saved: a.csv (the disk is full)" in texts(counted.page.bar)


def test_printing_asks_for_a_name_beside_everything_else(counted: Room) -> None:
    counted.press(counted.page.bar.pdf)
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()]
    assert not dialog.isModal()
    dialog.close()
    run_events()


def test_shares_are_written_with_the_digits_that_mean_something() -> None:
    assert [percent(share) for share in (0, 0.002, 0.0149, 0.25, 1)] == ["0 %", "0.2 %", "1.5 %", "25 %", "100 %"]


def test_bars_of_one_interval_are_not_gathered() -> None:
    heights, width = gathered([1, 2, 3], 100)
    assert (np.array_equal(heights, [1, 2, 3]), width) == (True, 1)
