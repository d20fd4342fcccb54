"""The page of drills: started, led and ended by its buttons, every refusal in words, the result kept as a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from console.announce import FileExported
from console.drill import Cause, Phase
from console.excerpts import DRILL, Excerpt, ExcerptFailed, ExcerptSaved
from console.model import UnitStatus
from tests.widgets.desk import SECOND, Desk, heard, said_by, texts
from tests.widgets.drilling import (
    DRILL_SITE,
    HOLD_MS,
    begin,
    broken_in,
    ended,
    open_page,
    ordered,
    press_for,
    status,
)  # fmt: skip
from tests.widgets.test_room_for_dispatch import too_narrow
from tests.widgets.test_room_for_words import Longer
from widgets import lower_panel
from widgets.drill import veil
from widgets.drill.page import DrillPage
from widgets.drill.phone_list import PhoneRow
from widgets.paper import Table, as_csv, as_pdf

OpenDesk = Callable[..., Desk]


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    opened = open_desk(site=DRILL_SITE)
    opened.hear_all()
    open_page(opened)
    return opened


def page(desk: Desk) -> DrillPage:
    return desk.window.drill


def phase(desk: Desk) -> Phase | None:
    drill = desk.console.drilling.drill
    return drill.phase if drill is not None else None


# ---- before ----


def test_the_page_says_what_will_happen_and_proposes_who_and_how_long(desk: Desk) -> None:
    form = page(desk).form
    assert (form.scenario.currentText(), form.controller.text(), form.length.value()) == ("Smoke in the hall", "Li", 17)
    told = texts(page(desk).sheet)
    assert {"0:05", "0:30", "5:00", "alarm", "call from 312", "Which stair do we take?", "12 min"} <= set(told)


def test_a_start_that_is_let_go_too_early_starts_nothing(desk: Desk) -> None:
    press_for(desk, page(desk).form.start, HOLD_MS // 2)
    assert phase(desk) is None
    press_for(desk, page(desk).form.start)
    assert phase(desk) is Phase.RUNNING and page(desk).control.isVisible()


def test_why_a_drill_does_not_begin_is_said_beside_the_button(desk: Desk) -> None:
    form = page(desk).form
    form.controller.clear()
    press_for(desk, form.start)
    assert form.note.text() == "Name the controller of the drill."
    form.controller.setText("Gao Lei")
    desk.change(SECOND)
    press_for(desk, form.start)
    assert form.note.text() == "A live alarm waits: acknowledge it first." and phase(desk) is None


def test_a_site_without_scenarios_says_so_and_offers_no_start(open_desk: OpenDesk) -> None:
    desk = open_desk()
    open_page(desk)
    assert not page(desk).form.start.isEnabled()
    assert any("holds no scenario" in text for text in texts(page(desk).sheet))


def test_the_command_line_finds_the_page(desk: Desk) -> None:
    lower = desk.window.lower_panel
    lower.show_page(lower_panel.PLAN)
    line = desk.window.header.command_line
    line.begin()
    QTest.keyClicks(line, "drill")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert lower.page == lower_panel.DRILL


# ---- while it is on ----


def test_the_next_act_happens_when_the_controller_says_so(desk: Desk) -> None:
    begin(desk)
    page(desk).control.next.click()
    desk.settle()
    assert "✓ call from 312" in texts(page(desk).sheet)
    assert any(text == "2 of 3" for text in texts(page(desk).sheet))
    assert "Which stair do we take?" in [label.text() for label in page(desk).phones.findChildren(QLabel)]


def order_of(desk: Desk, unit: str) -> PhoneRow:
    """What hangs on the phone wall for this unit."""
    return next(row for row in page(desk).phones.rows if unit in row.accessibleName())


def test_the_controller_answers_for_a_unit_on_the_phone_wall(desk: Desk) -> None:
    ordered(desk)
    row = order_of(desk, "Micro fire station 1")
    assert status(desk) is UnitStatus.ACCEPTED and [one.text() for one in row.buttons] == ["en route", "on scene"]
    row.buttons[1].click()
    desk.settle()
    assert status(desk) is UnitStatus.ON_SCENE and order_of(desk, "Micro fire station 1").buttons == []


def test_a_drill_that_a_live_fire_paused_goes_on_only_after_that_was_seen(desk: Desk) -> None:
    broken_in(desk)
    control = page(desk).control
    assert control.pause.text() == "Go on" and "PAUSED by a live alarm" in control.state.text()
    control.pause.click()
    desk.settle()
    assert control.note.text() == "A live alarm waits: acknowledge it first." and phase(desk) is Phase.PAUSED
    desk.press(Qt.Key.Key_F2)
    control.pause.click()
    assert phase(desk) is Phase.RUNNING


def test_in_the_last_five_minutes_the_header_counts_down_and_then_the_drill_ends_by_itself(desk: Desk) -> None:
    begin(desk)
    box = desk.window.header.drill
    assert " · ends 1" in box.texts()[2] or " · ends 0" in box.texts()[2]
    desk.clock.advance(13 * 60_000)
    assert " · ends in 3:5" in box.texts()[2]
    desk.clock.advance(4 * 60_000)
    result = desk.console.drilling.result
    assert phase(desk) is None and result is not None and result.drill.cause is Cause.TIME
    assert box.isHidden() and page(desk).outcome.isVisible()


# ---- afterwards ----


def test_the_result_shows_each_step_and_whether_the_clocks_were_kept(desk: Desk) -> None:
    ended(desk)
    told = texts(page(desk).sheet)
    assert {"Seen", "Acknowledged", "Dispatched", "Accepted", "On scene"} <= set(told)
    assert told[told.index("Accepted") + 1] == "0:08" and told[told.index("On scene") + 1] == "–"
    page(desk).outcome.next.click()
    desk.settle()
    assert page(desk).form.isVisible()


def test_pdf_and_csv_are_ordered_with_their_bytes_and_what_became_of_them_is_said(desk: Desk, tmp_path: Path) -> None:
    ended(desk)
    orders: list[Excerpt] = []
    desk.console.exporting.connect(orders.append)
    for ending, button in (("pdf", page(desk).outcome.pdf), ("csv", page(desk).outcome.csv)):
        button.click()
        dialog = next(one for one in desk.window.findChildren(QFileDialog) if one.isVisible())
        dialog.fileSelected.emit(str(tmp_path / f"x.{ending}"))
        dialog.close()
    pdf, csv = (b"".join(order.content()) for order in orders)
    assert pdf.startswith(b"%PDF-") and [order.what for order in orders] == [DRILL, DRILL]
    table = csv.decode("utf-8-sig").splitlines()
    assert table[0].startswith(f"{veil.TEXT},Smoke in the hall") and any("D-0001" in line for line in table)
    said = heard(desk.console, FileExported)
    desk.take(ExcerptSaved(tmp_path / "x.pdf", (), 0, 1, 7, "ab", DRILL))
    assert page(desk).outcome.note.text() == "Saved: x.pdf" and len(said) == 1
    desk.take(ExcerptFailed(tmp_path / "x.csv", "disk_full", DRILL))
    assert page(desk).outcome.note.text() == "Not saved: x.csv (the disk is full)"


def test_a_result_of_many_alarms_goes_on_to_a_second_page_and_no_cell_is_a_formula(desk: Desk) -> None:
    ended(desk)
    result = desk.console.drilling.result
    assert result is not None
    paper = page(desk).export.paper(result)
    (table,) = paper.parts
    assert isinstance(table, Table)
    long = replace(paper, parts=[replace(table, lines=[("=1+1", *table.lines[0][1:])] * 60)])
    assert as_pdf(paper).count(b"/Type /Page\n") == 1 < as_pdf(long).count(b"/Type /Page\n")
    assert "\r\n'=1+1," in as_csv(long).decode("utf-8-sig")


# ---- room ----


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", [open_page, ordered, broken_in, ended], ids=lambda state: state.__name__)
def test_buttons_and_words_have_their_room(open_desk: OpenDesk, size: tuple[int, int], state: object) -> None:
    desk = open_desk(site=DRILL_SITE, size=size)
    desk.hear_all()
    translator = Longer()
    QCoreApplication.installTranslator(translator)
    try:
        state(desk)  # type: ignore[operator]
        desk.settle()
        assert too_narrow(page(desk)) == [] and desk.window.width() == size[0] and desk.window.height() == size[1]
        word, state_ = (*desk.window.strip.texts(), "", "")[:2]
        cut = [one.text for one in said_by(desk.window.strip) if not one.is_whole]
        assert not {word, state_} & set(cut)
        assert [one.text for one in said_by(desk.window.live_line) if not one.is_whole] == []
    finally:
        QCoreApplication.removeTranslator(translator)
