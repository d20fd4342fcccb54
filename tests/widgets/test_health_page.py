"""The page of the cameras' health: who needs somebody stands first, and what can be done is done there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.excerpts import Excerpt
from console.looks import Survey
from console.truth.glimpse import Glimpse
from console.truth.judge import Stillness
from console.truth.reference import view_of
from console.wall import ALARM_TILE
from tests.widgets.desk import CAMERAS, Desk, texts
from tests.widgets.examining import DARK, FAR_KEYS, LOOK_MS, MOVED, WRONG_CLOCK, examined, page_of, view
from widgets.columns import SCROLL, layout
from widgets.health.order import COLUMNS, Column
from widgets.health.page import HealthPage
from widgets.paper import as_csv, as_pdf

Key = Qt.Key


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    assert qapp is not None
    desk = Desk()
    yield desk
    desk.close()


def listed(page: HealthPage) -> list[str]:
    return [row.camera.id for row in page.table.lines.rows]


def press_head(page: HealthPage, column: Column) -> None:
    left, width = layout(COLUMNS, page.head.width() - SCROLL)[column]
    QTest.mouseClick(page.head, Qt.MouseButton.LeftButton, pos=QPoint(left + width // 2, 10))


def test_cameras_that_need_somebody_stand_first_with_the_reason(desk: Desk) -> None:
    page = examined(desk)
    assert listed(page)[:4] == [DARK, MOVED, WRONG_CLOCK, FAR_KEYS]
    said = desk.said()
    for words in ("no picture", "moved", "clock wrong", "key frames too far apart", "9.0 s", "H.264 640×360"):
        assert words in said
    assert "Camera moved, 1 Camera 1" in said
    assert any("4" in text and "to see to" in text for text in said)


def test_what_needs_nobody_can_be_left_out_and_words_narrow_the_list(desk: Desk) -> None:
    page = examined(desk)
    QTest.mouseClick(page.ill, Qt.MouseButton.LeftButton)
    assert listed(page) == [DARK, MOVED, WRONG_CLOCK, FAR_KEYS]
    page.sought.setText("3号机")
    assert listed(page) == [FAR_KEYS]


def test_a_press_on_a_column_sorts_by_it_and_another_turns_it_round(desk: Desk) -> None:
    page = examined(desk)
    press_head(page, Column.KEY)
    assert listed(page)[-1] == FAR_KEYS
    press_head(page, Column.KEY)
    assert listed(page)[0] == FAR_KEYS
    press_head(page, Column.NUMBER)
    assert listed(page) == list(CAMERAS)


def test_the_chosen_camera_stays_chosen_while_the_order_changes_and_says_what_to_do(desk: Desk) -> None:
    page = examined(desk)
    page.table.choose(FAR_KEYS)
    press_head(page, Column.NUMBER)
    chosen = page.table.chosen()
    assert chosen is not None and chosen.camera.id == FAR_KEYS
    assert any(text.startswith("Set the key frame interval (GOP) to 2 s") for text in desk.said())


def test_enter_shows_the_picture_of_the_chosen_camera(desk: Desk) -> None:
    page = examined(desk)
    page.table.choose(FAR_KEYS)
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_Return)
    assert FAR_KEYS in desk.console.seeing.wall.tiles.values()


def test_a_view_is_right_because_a_person_says_so_and_the_trouble_ends(desk: Desk) -> None:
    page = examined(desk)
    page.table.choose(MOVED)
    QTest.mouseClick(page.right, Qt.MouseButton.LeftButton)
    assert MOVED not in listed(page)[:3]
    assert "Its view is right from now on: Camera 1" in desk.said()
    assert not any(alarm.is_active for alarm in desk.console.alarms if alarm.kind == "camera_moved")


def test_figures_are_asked_for_every_second_while_the_page_is_seen(desk: Desk) -> None:
    orders: list[Survey] = []
    desk.console.sight.health.connect(orders.append)
    examined(desk)
    desk.press(Key.Key_F8)
    assert [order.figures_s for order in orders] == [10.0, 1.0, 10.0]


def test_the_list_as_it_stands_is_a_table_and_a_sheet(desk: Desk) -> None:
    page = examined(desk)
    paper = page.paper()
    lines = as_csv(paper).decode("utf-8-sig").splitlines()
    assert sum("H.264 640×360" in line for line in lines) == len(CAMERAS)
    assert any("C-1" in line and "moved" in line for line in lines)
    assert as_pdf(paper).startswith(b"%PDF")


def test_what_was_kept_is_ordered_as_a_file_of_the_room(desk: Desk, tmp_path: Path) -> None:
    page = examined(desk)
    ordered: list[Excerpt] = []
    desk.console.exporting.connect(ordered.append)
    page.saving.order_paper(tmp_path / "cameras.csv", "csv", page.paper())
    assert [(one.what, one.path.name) for one in ordered] == [("health", "cameras.csv")]
    assert b"moved" in b"".join(ordered[0].content())


@pytest.mark.parametrize("width", [420, 700, 1200])
def test_columns_that_have_no_room_give_way_and_the_others_do_not_overlap(width: int) -> None:
    places = sorted(layout(COLUMNS, width).values())
    assert all(left + wide == following for (left, wide), (following, _) in pairwise(places))
    assert {Column.NUMBER, Column.NAME, Column.STATE, Column.CARE} <= layout(COLUMNS, width).keys()
    assert sum(wide for _, wide in places) <= width


def test_the_page_is_found_by_its_name(desk: Desk) -> None:
    examined(desk)
    assert any(found.name == "Health of the cameras" for found in desk.window.header.command_line.search("health"))
    assert page_of(desk).isVisible()


def test_a_picture_of_the_wrong_thing_says_so_on_its_tile_and_a_frozen_one_is_never_live(desk: Desk) -> None:
    examined(desk)
    desk.console.steering.put(ALARM_TILE, MOVED)
    desk.pass_time(400)
    before = texts(desk.window.canvas)
    assert "moved" in before
    for _ in range(8):
        desk.clock.advance(LOOK_MS)
        desk.take(Glimpse(MOVED, view_of(view(99), 8.0), Stillness(9, 90.0)))
    desk.pass_time(400)
    said = texts(desk.window.canvas)
    assert {"encoder frozen", "NOT LIVE"} <= set(said)
    assert said.count("LIVE") == before.count("LIVE") - 1
