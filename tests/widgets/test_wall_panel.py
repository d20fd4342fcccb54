"""The camera wall inside the desk: the same tiles under a bar of pages, layouts, salvos and tours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from console.wall import PANEL, tile_id
from tests.widgets.desk import CAMERAS, EARS
from tests.widgets.wall import WALL_1, Room, said_by
from widgets.wall import WallPanel

pytestmark = pytest.mark.usefixtures("languages")


@pytest.fixture
def room() -> Iterator[Room]:
    opened = Room()
    yield opened
    opened.close()
    EARS.clear()


def choose(menu: QMenu, text: str) -> None:
    """Trigger the entry of that name, in the menu or in one of its submenus."""
    entries = [*menu.actions(), *(entry for sub in menu.findChildren(QMenu) for entry in sub.actions())]
    next(entry for entry in entries if entry.text() == text).trigger()


def cameras(panel: WallPanel) -> list[object]:
    return [panel.canvas.place(name).camera for name in panel.canvas.names()]


def keep(panel: WallPanel, entry: str, name: str, menu: QMenu) -> None:
    """Choose an entry that asks for a name, and type it."""
    choose(menu, entry)
    assert panel.bar.name.isVisible()
    QTest.keyClicks(panel.bar.name, name)
    QTest.keyClick(panel.bar.name, Qt.Key.Key_Return)


def test_the_panel_shows_its_page_and_turns_it(room: Room) -> None:
    panel = room.panel()
    assert cameras(panel) == list(CAMERAS[:4]) and panel.bar.page.text() == "1/2"
    QTest.mouseClick(panel.bar.forth, Qt.MouseButton.LeftButton)
    assert cameras(panel)[:2] == list(CAMERAS[4:]) and panel.bar.page.text() == "2/2"
    QTest.mouseClick(panel.bar.back, Qt.MouseButton.LeftButton)
    assert panel.bar.page.text() == "1/2"


def test_only_layouts_whose_tiles_still_show_something_are_offered(room: Room) -> None:
    large, small = room.panel((1000, 422)), room.panel((400, 200))
    assert "4" in large.bar.sensible_layouts() and "64" not in large.bar.sensible_layouts()
    assert len(small.bar.sensible_layouts()) < len(large.bar.sensible_layouts())


def test_a_layout_is_chosen_from_the_menu(room: Room) -> None:
    panel = room.panel()
    choose(panel.bar.layout_menu(), "9 tiles")
    assert len(panel.canvas.names()) == 9 and panel.bar.layouts.text() == "9 tiles"


def test_a_salvo_is_kept_under_a_name_shown_again_and_removed(room: Room) -> None:
    panel = room.panel()
    keep(panel, "Keep as…", "Gates", panel.bar.salvo_menu())
    room.console.steering.turn_page(PANEL, 1)
    choose(panel.bar.salvo_menu(), "Gates")
    assert cameras(panel) == list(CAMERAS[:4]) and panel.bar.salvos.text() == "Salvo: Gates"
    menu = panel.bar.salvo_menu()
    submenu = next(sub for sub in menu.findChildren(QMenu))
    choose(submenu, "Gates")
    assert room.console.steering.salvos() == ()


def test_a_tour_of_the_cameras_shown_is_kept_started_and_stopped(room: Room) -> None:
    panel = room.panel()
    keep(panel, "Keep these cameras as a tour…", "Round", panel.bar.tour_menu())
    choose(panel.bar.tour_menu(), "Round")
    assert panel.bar.tours.isChecked() and panel.bar.tours.text() == "■ Round"
    QTest.mouseClick(panel.bar.tours, Qt.MouseButton.LeftButton)
    assert not panel.bar.tours.isChecked() and room.console.steering.surface(PANEL).tour == ""


def test_a_refused_act_says_why(room: Room) -> None:
    panel = room.panel()
    keep(panel, "Keep as…", "Gates", panel.bar.salvo_menu())
    menu = panel.bar.salvo_menu()
    room.console.steering.remove_salvo("Gates")
    choose(menu, "Gates")
    assert panel.bar.name.isVisible() and panel.bar.name.placeholderText() != "Name, then Enter"


def test_the_selection_is_strong_while_the_panel_has_the_keyboard(room: Room) -> None:
    panel = room.panel()
    panel.activateWindow()
    QTest.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=panel.canvas.place(tile_id(PANEL, 2)).rect.center())
    corner = panel.canvas.place(tile_id(PANEL, 2)).rect.topLeft()
    room.settle()
    assert panel.hasFocus() and panel.canvas.grab().toImage().pixelColor(corner).name() == "#f2f5f7"
    panel.bar.forth.setFocus()
    assert panel.canvas.grab().toImage().pixelColor(corner).name() == "#6b7884"


def test_every_button_can_be_reached_with_tab_and_has_a_name(room: Room) -> None:
    bar = room.panel().bar
    for button in (bar.back, bar.forth, bar.layouts, bar.salvos, bar.tours):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus and button.accessibleName()


def test_a_panel_that_is_not_shown_asks_for_no_picture(room: Room) -> None:
    panel = room.panel()
    assert room.slots.taken == 4
    panel.hide()
    assert room.slots.taken == 0
    assert "Camera 1" not in said_by(panel.bar)


def test_a_wall_window_is_steered_from_the_desk_and_shows_it_at_once(room: Room) -> None:
    wall, panel = room.wall("4"), room.panel()
    assert panel.bar.target.isVisible() and panel.bar.target.text().startswith("This panel")
    choose(panel.bar.target_menu(), "Wall 1")
    assert panel.surface == WALL_1 and panel.bar.target.text().startswith("Wall 1")
    assert cameras(panel) == [wall.canvas.place(name).camera for name in wall.canvas.names()]
    choose(panel.bar.layout_menu(), "64 tiles")
    room.settle()
    assert len(wall.canvas.names()) == len(panel.canvas.names()) == 64
    panel.canvas.pressed.emit(tile_id(WALL_1, 1))
    QTest.keyClick(panel, Qt.Key.Key_Delete)
    assert wall.canvas.place(tile_id(WALL_1, 1)).camera is None


def test_only_the_tiles_that_are_shown_take_pictures(room: Room) -> None:
    room.wall("4")
    panel = room.panel()
    taken = room.slots.taken
    choose(panel.bar.target_menu(), "Wall 1")
    room.settle()
    assert room.slots.taken == taken


def test_when_the_walls_window_goes_the_panel_is_itself_again(room: Room) -> None:
    room.wall("4")
    panel = room.panel()
    choose(panel.bar.target_menu(), "Wall 1")
    room.console.steering.close(WALL_1)
    assert panel.surface == PANEL and not panel.bar.target.isVisible()


def test_plus_and_minus_choose_layouts_with_more_and_fewer_tiles(room: Room) -> None:
    wall = room.wall("4")
    for key, tiles in ((Qt.Key.Key_Plus, 6), (Qt.Key.Key_Plus, 8), (Qt.Key.Key_Minus, 6)):
        QTest.keyClick(wall, key)
        assert len(wall.canvas.names()) == tiles
    for _ in range(12):
        QTest.keyClick(wall, Qt.Key.Key_Minus)
    assert len(wall.canvas.names()) == 1
