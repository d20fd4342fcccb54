"""The page of the change of shift: the comer works down the sheet with the keys, and both names stand below it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.excerpts import Excerpt
from console.model import AlarmClass
from tests.widgets.desk import LEAKAGE, SMOKE, Desk
from tests.widgets.drilling import press_for
from tests.widgets.shifting import handed_over, listed, note, open_sheet, taken
from widgets.checklist import Box

Key = Qt.Key


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    assert qapp is not None
    desk = Desk()
    yield desk
    desk.close()


def boxes(desk: Desk) -> list[Box]:
    return [item.box for item in listed(desk.window.handover.list) if not item.is_head]


def test_a_quiet_room_says_that_nothing_waits(desk: Desk) -> None:
    open_sheet(desk)
    assert any("Nothing is open" in text for text in desk.said())


def test_the_sheet_lists_what_is_open_under_its_heads(desk: Desk) -> None:
    desk.change(SMOKE)
    open_sheet(desk)
    note(desk, "lift 3 is out")
    items = listed(desk.window.handover.list)
    assert [item.name for item in items if item.is_head] == ["Open alarms", "Notes"]
    assert [item.name for item in items if not item.is_head][1] == "lift 3 is out"


def test_the_comer_works_down_the_sheet_with_the_space_bar_and_signs(desk: Desk) -> None:
    handed_over(desk)
    control, sheet = desk.window.handover.control, desk.window.handover.list
    assert boxes(desk) == [Box.EMPTY] * 3
    assert not control.take.isEnabled()
    for _ in range(3):
        QTest.keyClick(sheet, Key.Key_Space)
    desk.settle()
    assert boxes(desk) == [Box.TICKED] * 3
    press_for(desk, control.take)
    last = desk.console.shifts.handovers.last_taken
    assert last is not None and last.taker is not None and last.taker.person == "Chan"
    assert "Chan took over from Li" in control.facts.text()
    assert "Chan took over from Li" in desk.said()
    assert desk.window.table.hasFocus()


def test_an_alarm_during_the_handover_stands_on_the_sheet_unaccepted(desk: Desk) -> None:
    desk.change(SMOKE)
    open_sheet(desk)
    desk.window.handover.control.comer.setText("Chan")
    press_for(desk, desk.window.handover.control.begin)
    desk.window.handover.list.act()
    desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD, value=512.0, unit="mA")
    desk.window.lower_panel.show_page("handover")
    desk.window.handover.look()  # once a second
    assert boxes(desk) == [Box.TICKED, Box.EMPTY]


def test_a_line_that_changed_under_the_key_is_not_accepted_unread(desk: Desk) -> None:
    """The page looks once a second: what came in between nobody has read."""
    desk.change(SMOKE)
    incident = desk.console.dispatching.open_from(desk.console.alarms.rows()[0].id)
    open_sheet(desk)
    desk.window.handover.control.comer.setText("Chan")
    press_for(desk, desk.window.handover.control.begin)
    page, sheet = desk.window.handover, desk.console.shifts.handovers
    desk.console.dispatching.note(incident, "acid in the cellar")
    page.on_acted(f"incident:{incident}")
    assert sheet.current is not None and f"incident:{incident}" not in sheet.current.accepted
    assert page.control.said.text() == "This line has just changed: read it again."
    assert any("acid in the cellar" in item.line for item in listed(page.list))
    page.on_acted(f"incident:{incident}")
    assert f"incident:{incident}" in sheet.current.accepted


def test_a_refusal_is_said_beside_the_buttons(desk: Desk) -> None:
    open_sheet(desk)
    press_for(desk, desk.window.handover.control.begin)
    assert desk.window.handover.control.said.text() == "Name who takes over."


def test_a_struck_note_is_gone(desk: Desk) -> None:
    open_sheet(desk)
    note(desk, "lift 3 is out")
    assert not desk.window.handover.control.strike.isHidden()
    QTest.mouseClick(desk.window.handover.control.strike, Qt.MouseButton.LeftButton)
    desk.settle()
    assert boxes(desk) == []


def written(desk: Desk, path: Path, ending: str) -> bytes:
    files: list[Excerpt] = []
    desk.console.exporting.connect(files.append)
    page = desk.window.handover
    page.saving.order_paper(path, ending, page.paper(desk.console.shifts.handovers.last_taken))
    return b"".join(files[0].content())


def test_the_signed_sheet_holds_every_accepted_line_and_both_names(desk: Desk, tmp_path: Path) -> None:
    taken(desk)
    assert not desk.window.handover.control.signed.isHidden()
    desk.clear(SMOKE)  # what was signed stays as it was signed
    text = written(desk, tmp_path / "sheet.csv", "csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert [row[-1] for row in rows[5:8]] == ["accepted"] * 3
    assert rows[8][0].startswith("Handed over by Li, desk-1") and rows[9][0].startswith("Taken over by Chan, desk-1")
    assert written(desk, tmp_path / "sheet.pdf", "pdf").startswith(b"%PDF")


def test_what_somebody_wrote_is_no_formula_in_a_table(desk: Desk, tmp_path: Path) -> None:
    open_sheet(desk)
    note(desk, "=1+1")
    assert "'=1+1" in written(desk, tmp_path / "sheet.csv", "csv").decode("utf-8-sig")


@pytest.mark.parametrize("typed", ["shift", "交接班", "交班"])
def test_the_command_line_finds_the_page_in_every_language(desk: Desk, typed: str) -> None:
    (found, *_) = desk.window.header.command_line.search(typed)
    desk.window.acts.on_found(found)
    assert desk.window.lower_panel.page == "handover"
