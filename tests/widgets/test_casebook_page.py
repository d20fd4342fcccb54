"""The page of closed incidents: found by whatever somebody remembers, told line by line, kept on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console import announce
from console.casebook import CasesFailed, CasesFound, Quest
from console.casebook.quest import DAY_MS
from console.excerpts import Excerpt
from console.incidents import Disposition
from console.model import AlarmClass
from tests.widgets.casekeeping import FIRST, SECOND, found, opened, story
from tests.widgets.desk import Desk, heard
from widgets.casebook.filters import Choice
from widgets.casebook.listing import COLUMNS, ENDED, NUMBER, OPENED, WHAT
from widgets.columns import layout
from widgets.paper import Table, as_csv, as_pdf

Key = Qt.Key


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    assert qapp is not None
    desk = Desk()
    yield desk
    desk.close()


def choose(choice: Choice, key: str) -> None:
    """As a hand in the list does."""
    row = choice.findData(key)
    assert row >= 0
    choice.setCurrentIndex(row)
    choice.activated.emit(row)


def test_ctrl_f_shows_what_was_closed_in_the_last_days_the_newest_first(desk: Desk) -> None:
    page, child = found(desk)
    assert child.orders[-1].quest == Quest(span_ms=30 * DAY_MS)
    assert [case.incident.id for case in page.list.lines.rows] == [SECOND, FIRST]
    said = desk.said()
    for words in ("E-0002", "North gate", "Resolved", "2026-11-21 12:01", "False alarm"):
        assert words in said
    assert any(text.startswith("2 found") and "closed by Li, desk-1" in text for text in said)


def test_enter_tells_what_happened_line_by_line_and_the_journal_who_read_it(desk: Desk) -> None:
    told = heard(desk.console, announce.CaseRead)
    page, child = found(desk)
    page.list.setFocus()
    QTest.keyClick(page.list, Key.Key_Down)
    QTest.keyClick(page.list, Key.Key_Return)
    assert child.orders[-1].incident == FIRST
    desk.console.handle(story(child.orders[-1].number))
    desk.settle()
    lines = [line.text for line in page.timeline.lines.all]
    assert lines == [
        "Alarm: Smoke, Smoke detector hall east", "Incident opened: Hall", "Ordered to go: M1",
        "Alarm joined the incident", "Note: Somebody was welding",
        "Incident closed · False alarm · welding without a permit",
    ]  # fmt: skip
    assert page.bar.title.startswith("E-0001 · 2026-11-21 12:01 · ")
    (read,) = told
    assert isinstance(read, announce.CaseRead)
    assert (read.incident, read.by, read.lines) == (FIRST, desk.console.seat.person, 6)


def test_words_time_ending_class_and_unit_narrow_the_search(desk: Desk) -> None:
    page, child = found(desk)
    QTest.keyClicks(page.filters.sought, "welding Wang")
    QTest.keyClick(page.filters.sought, Key.Key_Return)
    assert child.orders[-1].quest == Quest("welding Wang")
    choose(page.filters.ending, "false_alarm")
    choose(page.filters.letter, "F")
    QTest.mouseClick(page.filters.spans[0], Qt.MouseButton.LeftButton)
    asked = child.orders[-1].quest
    assert asked == Quest("welding Wang", 0, Disposition.FALSE_ALARM, AlarmClass.FIRE)
    assert child.cancelled == 3, "what was still being looked for is given up"


def test_digits_that_are_looked_for_are_no_camera_and_typing_is_no_act_of_the_desk(desk: Desk) -> None:
    page, _ = found(desk)
    QTest.keyClicks(page.filters.sought, "17")
    assert page.filters.sought.text() == "17"
    assert desk.window.acts.entry.text == ""


def test_an_answer_to_what_is_no_longer_asked_is_not_shown(desk: Desk) -> None:
    page, child = found(desk)
    page.ask()
    page.ask()
    desk.console.handle(CasesFound(child.orders[-2].number, (), 0))
    assert len(page.list.lines.rows) == 2
    desk.console.handle(CasesFound(child.orders[-1].number, (), 0))
    desk.settle()
    assert not page.list.lines.rows
    assert "Nothing was found." in desk.said()
    assert page.pdf.isHidden() and page.csv.isHidden()


def test_that_only_the_newest_are_listed_is_said(desk: Desk) -> None:
    found(desk, total=340)
    assert any(text.startswith("The newest 2 of 340") for text in desk.said())


def test_a_journal_that_cannot_be_read_and_a_room_without_one_are_said(desk: Desk) -> None:
    page, child = found(desk)
    page.ask()
    desk.console.handle(CasesFailed(child.orders[-1].number, "store"))
    desk.settle()
    assert "The journal cannot be read." in desk.said()
    page.ask()
    desk.console.handle(CasesFailed(child.orders[-1].number, "broken"))
    desk.settle()
    assert "The search ended without answer." in desk.said()


def test_who_goes_to_another_page_gives_the_search_up(desk: Desk) -> None:
    page, child = found(desk)
    page.ask()
    desk.press(Key.Key_F8)
    assert child.cancelled == 1
    assert desk.console.casebook.running is None


def test_the_list_is_kept_as_a_table_and_a_story_on_paper(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ordered: list[Excerpt] = []
    desk.console.exporting.connect(ordered.append)
    page, _ = opened(desk)
    monkeypatch.setattr(page.saving, "ask", lambda _title, name, ending, order: order(tmp_path / f"{name}.{ending}"))
    QTest.mouseClick(page.csv, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.pdf, Qt.MouseButton.LeftButton)
    assert [(one.what, one.path.suffix) for one in ordered] == [("cases", ".csv"), ("cases", ".pdf")]
    table = b"".join(ordered[0].content()).decode("utf-8-sig")
    assert "2026-11-21 13:01,E-0002,North gate,,1:00,Resolved" in table
    assert ordered[1].path.name == "incident_E-0001.pdf"
    assert b"".join(ordered[1].content()).startswith(b"%PDF")
    told = as_csv(page.told(story(1))).decode("utf-8-sig")
    assert '12:03:00,Note: Somebody was welding,"Wang, desk-2"' in told


def test_a_story_of_many_lines_needs_more_than_a_page_and_loses_none(desk: Desk) -> None:
    page, _ = opened(desk)
    paper = page.told(story(1))
    (table,) = paper.parts
    assert isinstance(table, Table)
    long = replace(paper, parts=[replace(table, lines=[*table.lines] * 40)])
    assert as_pdf(long).count(b"/Type /Page\n") >= 4


def test_a_narrow_panel_keeps_day_place_and_ending(desk: Desk) -> None:
    page, _ = found(desk)
    assert set(layout(COLUMNS, 1_200)) == set(range(6))
    assert set(layout(COLUMNS, 400)) >= {OPENED, WHAT, ENDED}
    assert NUMBER in layout(COLUMNS, 520)
    assert page.list.width() >= 400


def test_the_command_line_knows_the_page(desk: Desk) -> None:
    for typed in ("closed", "cases", "已结", "結案"):
        assert any(each.name == "Closed incidents" for each in desk.window.header.command_line.search(typed)), typed
