"""The page of the proofs: worst first, tested from there, and what came of it is seen where it was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.widgets.desk import SECOND, SMOKE, Desk
from tests.widgets.shifting import listed, open_proofs, tested
from widgets.checklist import Box

DAY_MS = 86_400_000
Key = Qt.Key


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    assert qapp is not None
    desk = Desk()
    yield desk
    desk.close()


def show_owed(desk: Desk) -> None:
    desk.window.proofs.control.which.setCurrentIndex(1)
    desk.settle()


def rows(desk: Desk) -> dict[str, tuple[Box, str]]:
    """Box and state of each row, by the key."""
    return {item.key: (item.box, item.state) for item in listed(desk.window.proofs.list)}


def test_a_new_site_owes_nothing_and_the_page_says_so(desk: Desk) -> None:
    open_proofs(desk)
    show_owed(desk)
    assert listed(desk.window.proofs.list) == ()
    assert any("not yet due" in text for text in desk.said())
    desk.window.proofs.control.which.setCurrentIndex(0)
    desk.settle()
    assert {key: state for key, (_, state) in rows(desk).items()}[SMOKE] == "not proven yet"


def test_overdue_detectors_stand_first_and_are_counted(desk: Desk) -> None:
    desk.clock.advance(31_000)
    desk.clock.step(366 * DAY_MS)
    open_proofs(desk)
    assert {state for _, state in rows(desk).values()} == {"OVERDUE"}
    assert "4 owed" in desk.window.proofs.control.facts.text()


def test_ticked_detectors_are_tested_together_and_their_steps_are_seen(desk: Desk) -> None:
    tested(desk, SMOKE, SECOND)
    assert rows(desk) == {SMOKE: (Box.EMPTY, "waiting"), SECOND: (Box.EMPTY, "waiting")}
    assert desk.window.proofs.control.begin.isHidden()
    desk.window.activateWindow()
    desk.change(SMOKE)
    desk.settle()
    assert rows(desk)[SMOKE] == (Box.TICKED, "PROVEN")
    assert "Alarm path proven: Smoke detector hall east" in desk.said()
    assert "1 proven" in desk.window.proofs.control.facts.text()


def test_a_detector_that_does_not_answer_is_named_with_the_remark(desk: Desk) -> None:
    tested(desk, SMOKE)
    desk.window.proofs.control.why.setText("painted over")
    QTest.mouseClick(desk.window.proofs.control.fail, Qt.MouseButton.LeftButton)
    desk.settle()
    assert rows(desk)[SMOKE] == (Box.CROSSED, "FAILED")
    QTest.mouseClick(desk.window.proofs.control.end, Qt.MouseButton.LeftButton)
    show_owed(desk)
    assert rows(desk) == {SMOKE: (Box.EMPTY, "FAILED")}
    assert any("painted over" in text for text in desk.said())


def test_a_detector_in_alarm_cannot_be_tested_and_is_named(desk: Desk) -> None:
    desk.change(SMOKE)
    tested(desk, SMOKE)
    assert "Smoke detector hall east" in desk.window.proofs.control.said.text()
    assert desk.console.shifts.proving.trial is None


def test_space_ticks_the_chosen_row_and_a_search_never_loses_what_was_ticked(desk: Desk) -> None:
    open_proofs(desk)
    page = desk.window.proofs
    page.list.setFocus()
    QTest.keyClick(page.list, Key.Key_Space)
    ticked = [key for key, (box, _) in rows(desk).items() if box is Box.TICKED]
    assert len(ticked) == 1
    page.control.words.setText("far away")
    desk.settle()
    assert page.control.begin.text() == "Test 1"


def test_the_list_is_written_as_a_file_of_every_detector(desk: Desk, tmp_path: Path) -> None:
    written = []
    desk.console.exporting.connect(written.append)
    desk.window.proofs._order(tmp_path / "proofs.csv")
    (excerpt,) = written
    text = b"".join(excerpt.content()).decode("utf-8-sig")
    assert excerpt.what == "proofs"
    assert text.count("\r\n") == 5  # a head and four detectors


@pytest.mark.parametrize("typed", ["proof", "报警测试", "警報測試"])
def test_the_command_line_finds_the_page_in_every_language(desk: Desk, typed: str) -> None:
    (found, *_) = desk.window.header.command_line.search(typed)
    desk.window.acts.on_found(found)
    assert desk.window.lower_panel.page == "proofs"
