"""The places of the desk: the numbers of the design, splitters that are kept, and what the lower panel shows when."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from console.clock import FakeClock
from console.inbox import Inbox
from console.keeping import Keeping
from console.model import AlarmClass
from console.wall import ALARM_TILE, PANEL, STRIP
from tests.widgets.desk import LEAKAGE, SMOKE, Desk
from widgets import measures
from widgets.desk_grid import JOURNAL, LEFT, RIGHT, TILE
from widgets.lower_panel import PLAN, WALL
from widgets.page_buttons import PageButtons

Key = Qt.Key
OpenDesk = Callable[..., Desk]
# window: left, centre, right, alarm tile (width, height), strip (width, height)
DESIGN = {
    (1366, 768): (344, 678, 336, (508, 286), (166, 93)),
    (1600, 900): (400, 832, 360, (624, 351), (204, 114)),
    (1920, 1080): (480, 1000, 432, (752, 422), (244, 138)),
    (2560, 1440): (560, 1480, 512, (1108, 624), (368, 205)),
    (3840, 2160): (640, 2632, 560, (1972, 1110), (656, 367)),
}


def box(desk: Desk, panel: QWidget) -> tuple[int, int, int, int]:
    at = panel.mapTo(desk.window, QPoint(0, 0))
    return at.x(), at.y(), panel.width(), panel.height()


@pytest.mark.parametrize("size", list(DESIGN), ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_panel_has_the_place_of_the_design(open_desk: OpenDesk, size: tuple[int, int]) -> None:
    left, centre, right, tile, strip = DESIGN[size]
    desk = open_desk(size=size)
    window, canvas = desk.window, desk.window.canvas
    assert box(desk, window.header) == (0, 0, size[0], 56)
    assert box(desk, window.banner) == (0, 56, size[0], 40)
    assert box(desk, canvas) == (left + 4, 100, centre, tile[1])
    assert box(desk, window.lower_panel) == (left + 4, 104 + tile[1], centre, size[1] - 104 - tile[1])
    assert box(desk, window.details) == (size[0] - right, 100, right, size[1] - 100)
    assert canvas.place(ALARM_TILE).rect.size().toTuple() == tile
    for name in STRIP:
        width, height = canvas.place(name).rect.size().toTuple()
        assert (width, abs(height - strip[1]) <= 1) == (strip[0], True)


def test_in_a_low_window_the_pictures_give_way_and_the_panel_below_keeps_its_height() -> None:
    low = measures.measure(1920, 700)
    assert low.lower == measures.LOWER_LEAST and low.tile < measures.tile_height(low.centre)


def test_the_alarms_always_have_more_room_than_the_journal(open_desk: OpenDesk) -> None:
    for size in DESIGN:
        desk = open_desk(size=size)
        assert desk.window.alarms.height() >= measures.ALARMS_LEAST
        assert desk.window.alarms.height() > desk.window.journal.height()


# ---- splitters ----


def drag(desk: Desk, name: str, by: int) -> None:
    grid = desk.window.grid
    split, handle = {
        LEFT: (grid.columns, 1), RIGHT: (grid.columns, 2), TILE: (grid.centre, 1), JOURNAL: (grid.left, 1),
    }[name]  # fmt: skip
    bar = split.handle(handle)
    along = QPoint(by, 0) if split.orientation() is Qt.Orientation.Horizontal else QPoint(0, by)
    start = bar.rect().center()
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(bar, start + along)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=start + along)
    desk.settle()


@pytest.mark.parametrize(("name", "by"), [(LEFT, 60), (RIGHT, -60), (TILE, -80), (JOURNAL, -60)])
def test_a_splitter_moves_its_panels_and_a_double_click_restores(desk: Desk, name: str, by: int) -> None:
    window = desk.window

    def sizes() -> list[int]:
        panels = (window.alarms.width(), window.details.width(), window.canvas.height(), window.journal.height())
        return [*panels]

    before = sizes()
    drag(desk, name, by)
    at = (LEFT, RIGHT, TILE, JOURNAL).index(name)
    assert abs(abs(sizes()[at] - before[at]) - abs(by)) <= 2
    assert set(window.grid.kept()) == {name}
    grid = window.grid
    split, handle = {
        LEFT: (grid.columns, 1), RIGHT: (grid.columns, 2), TILE: (grid.centre, 1), JOURNAL: (grid.left, 1),
    }[name]  # fmt: skip
    QTest.mouseDClick(split.handle(handle), Qt.MouseButton.LeftButton)
    assert sizes() == before and window.grid.kept() == {}


def test_no_splitter_makes_a_panel_smaller_than_its_least(desk: Desk) -> None:
    drag(desk, LEFT, -400)
    drag(desk, RIGHT, 400)
    drag(desk, JOURNAL, -900)
    assert desk.window.alarms.width() == measures.LEFT_LEAST
    assert desk.window.details.width() == measures.RIGHT_LEAST
    assert desk.window.alarms.parentWidget().height() >= measures.ALARMS_LEAST


def test_what_was_moved_is_there_again_after_a_restart(open_desk: OpenDesk, tmp_path: Path) -> None:
    first = open_desk(keeping=(folder := tmp_path / "kept"))
    drag(first, LEFT, 72)
    width = first.window.alarms.width()
    first.close()
    second = open_desk(keeping=folder)
    assert second.window.alarms.width() == width == 552


def test_a_kept_file_of_nonsense_leaves_the_measures(open_desk: OpenDesk, tmp_path: Path) -> None:
    keeping = Keeping(tmp_path, Inbox(), FakeClock())
    keeping.keep("splitters-desk-1", {"left": -5, "right": "wide", "tile": 10**9, "journal": None})
    keeping.close()
    desk = open_desk(keeping=tmp_path)
    assert (desk.window.alarms.width(), desk.window.details.width()) == (480, 432)


# ---- the lower panel ----


def test_the_plan_is_there_at_rest_and_ctrl_w_brings_the_wall(desk: Desk) -> None:
    assert desk.window.lower_panel.page == PLAN and desk.window.plan.isVisible()
    QTest.keyClick(desk.window, Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.lower_panel.page == WALL and desk.window.wall.isVisible()
    desk.press(Key.Key_F6)
    assert desk.window.lower_panel.page == PLAN and desk.window.plan.level.is_site


def test_an_alarm_brings_the_plan_and_escape_the_page_that_was_there(desk: Desk) -> None:
    desk.window.acts.show_wall()
    desk.change(SMOKE)
    assert desk.window.lower_panel.page == PLAN
    current = desk.console.seeing.wall.current
    desk.press(Key.Key_Escape)
    assert desk.window.lower_panel.page == WALL and desk.console.seeing.wall.current == current


def test_an_alarm_without_pictures_leaves_the_page_alone(desk: Desk) -> None:
    desk.window.acts.show_wall()
    desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    assert desk.window.lower_panel.page == WALL


def test_a_pinned_page_stays_and_so_does_one_that_has_the_keys(desk: Desk) -> None:
    panel = desk.window.lower_panel
    desk.window.acts.show_wall()
    panel.pin(True)
    first = desk.change(SMOKE)
    assert panel.page == WALL
    panel.pin(False)
    desk.window.wall.setFocus()
    desk.console.acknowledge(first)
    desk.clear(SMOKE)
    desk.change(SMOKE)
    assert panel.page == WALL


def test_the_page_that_is_shown_is_pressed_on_every_bar(desk: Desk) -> None:
    sets = desk.window.findChildren(PageButtons)
    assert len(sets) == len(desk.window.lower_panel.names)
    for name in (WALL, PLAN):
        sets[0].pages[name].click()
        assert all(one.pages[name].isChecked() for one in sets)
        assert desk.window.lower_panel.page == name


def test_the_keys_go_to_the_alarms_when_the_page_that_had_them_is_left(desk: Desk) -> None:
    """Else a button of the new page has them: Space presses it, and no alarm brings the plan any more."""
    desk.window.activateWindow()
    desk.window.acts.show_wall()
    desk.window.wall.setFocus()
    assert desk.window.wall.hasFocus()
    desk.press(Qt.Key.Key_F6)
    assert desk.window.table.hasFocus() and not desk.window.lower_panel.is_in_hand()


def test_a_name_that_is_typed_takes_enter_and_escape_and_gives_the_keys_back(desk: Desk) -> None:
    alarm = desk.change()
    desk.window.activateWindow()
    desk.window.acts.show_wall()
    desk.window.table.setFocus()
    bar = desk.window.wall.bar
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        entry = next(one for one in bar.salvo_menu().actions() if one.text() == "Keep as…")
        entry.trigger()
        QTest.keyClicks(bar.name, "Gates & doors")
        QTest.keyClick(bar.name, key)
        current = desk.console.seeing.wall.current
        assert bar.name.isHidden() and desk.window.table.hasFocus()
        assert current is not None and current.alarm == alarm
    assert [salvo.name for salvo in desk.console.steering.salvos()] == ["Gates & doors"]
    assert "Gates && doors" in [one.text() for one in bar.salvo_menu().actions()]


def test_a_name_that_is_refused_says_why(desk: Desk) -> None:
    desk.window.acts.show_wall()
    bar = desk.window.wall.bar
    bar.name.ask()
    bar._keep = lambda _name: desk.console.steering.show_salvo("nowhere", PANEL)
    QTest.keyClicks(bar.name, "x")
    QTest.keyClick(bar.name, Qt.Key.Key_Return)
    assert bar.name.isVisible() and bar.name.placeholderText() == "There is no such arrangement"
