"""Ctrl+K: one box for everything, by keyboard alone, and the camera number that is being typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.finding import Sought
from console.wall import ALARM_TILE
from tests.widgets.desk import LEAKAGE, SMOKE, Desk, texts

Key = Qt.Key
OpenDesk = Callable[..., Desk]


def ask(desk: Desk, text: str) -> None:
    """Ctrl+K and the text; nothing is entered yet."""
    QTest.keyClick(desk.window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(desk.window.header.command_line, text)
    desk.settle()


def enter(desk: Desk) -> None:
    QTest.keyClick(desk.window.header.command_line, Key.Key_Return)
    desk.settle()


def test_ctrl_k_takes_the_keys_and_escape_gives_them_back(desk: Desk) -> None:
    ask(desk, "cam")
    line = desk.window.header.command_line
    assert line.hasFocus() and line.results.isVisible()
    desk.press(Key.Key_Escape)
    assert desk.window.table.hasFocus()
    assert line.text() == "" and not line.results.isVisible()


def test_enter_puts_the_camera_into_the_selected_tile(desk: Desk) -> None:
    ask(desk, "camera 5")
    enter(desk)
    assert desk.console.seeing.wall.tiles[ALARM_TILE] == "C-5"
    assert desk.window.table.hasFocus()


def test_arrow_keys_choose_another_line_and_come_round(desk: Desk) -> None:
    ask(desk, "camera")
    results = desk.window.header.command_line.results
    last = results.count() - 1
    assert last >= 5 and results.currentRow() == 0
    QTest.keyClick(desk.window.header.command_line, Key.Key_Up)
    assert results.currentRow() == last
    for _ in range(3):  # round to the page of the cameras, to the first camera, to the second
        QTest.keyClick(desk.window.header.command_line, Key.Key_Down)
    enter(desk)
    assert desk.console.seeing.wall.tiles[ALARM_TILE] == "C-2"


def test_an_alarm_is_chosen_by_its_place(desk: Desk) -> None:
    desk.change(SMOKE)
    leak = desk.change(LEAKAGE)
    ask(desk, "panel")
    enter(desk)
    assert desk.window.table.selected() == leak and desk.window.table.hasFocus()


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_both_names_are_found_in_every_language(open_desk: OpenDesk, language: str) -> None:
    desk = open_desk(language=language)
    line = desk.window.header.command_line
    for text in ("5号机", "camera 5"):
        assert [(one.kind, one.key) for one in line.search(text)] == [(Sought.CAMERA, "C-5")]


def test_cameras_near_a_detector_are_listed_with_their_distance(desk: Desk) -> None:
    ask(desk, "cameras near hall east")
    results = desk.window.header.command_line.results
    assert "1 Camera 1" in results.item(0).text() and results.item(0).text().endswith("10 m")


def test_what_is_not_there_is_said_and_enter_does_nothing(desk: Desk) -> None:
    before = dict(desk.console.seeing.wall.tiles)
    ask(desk, "swimming pool")
    assert desk.window.header.command_line.results.item(0).text() == "Nothing is called so"
    enter(desk)
    assert dict(desk.console.seeing.wall.tiles) == before


def test_the_number_that_is_typed_on_the_desk_is_shown_and_entered(desk: Desk) -> None:
    line = desk.window.header.command_line
    for key in (Key.Key_4, Key.Key_5):
        desk.press(key)
    assert line.text() == "45"
    desk.press(Key.Key_Backspace)
    assert line.text() == "4"
    desk.press(Key.Key_Return)
    assert line.text() == "" and desk.console.seeing.wall.tiles[ALARM_TILE] == "C-4"


def test_escape_clears_a_typed_number_before_it_does_anything_else(desk: Desk) -> None:
    desk.change()
    with_alarm = dict(desk.console.seeing.wall.tiles)
    desk.press(Key.Key_7)
    desk.press(Key.Key_Escape)
    assert desk.window.acts.entry.text == "" and dict(desk.console.seeing.wall.tiles) == with_alarm
    desk.press(Key.Key_Escape)
    assert dict(desk.console.seeing.wall.tiles) != with_alarm


def test_a_number_nobody_has_is_refused_in_words(desk: Desk) -> None:
    for key in (Key.Key_9, Key.Key_9, Key.Key_Return):
        desk.press(key)
    assert "No camera has this number" in texts(desk.window.details)


def test_digits_in_the_box_stay_in_the_box(desk: Desk) -> None:
    ask(desk, "5")
    assert desk.window.header.command_line.text() == "5" and desk.window.acts.entry.text == ""


def test_the_key_of_the_line_is_told_whole_or_not_begun(desk: Desk) -> None:
    line = desk.window.header.command_line
    line.setMinimumWidth(0)
    told = []
    for width in (320, 190, 100):
        line.resize(width, 32)
        told.append(line.placeholderText())
        assert line.fontMetrics().horizontalAdvance(told[-1]) < width - 16
    assert told == ["number, place, alarm  Ctrl+K", "number, place, alarm", "Ctrl+K"]
