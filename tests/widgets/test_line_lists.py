"""Every list of lines of the window: a click does what Enter does, and the keys that move go where they are used to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.widgets.desk import texts
from widgets.columns import SCROLL, Cell, Column, ColumnList, ColumnNames, layout
from widgets.line_list import ROW

Key, Role = Qt.Key, Qt.ItemDataRole
COLUMNS = (Column(60), Column(80, share=1), Column(90, is_right=True, gives_way=2), Column(70, gives_way=1))
NAMES = tuple(f"line {at:02}" for at in range(40))
SEEN = 10  # lines at once


def cells(name: str) -> Sequence[Cell]:
    return Cell(name), Cell("" if name == NAMES[0] else "something long"), Cell("1"), Cell("end")


class Room:
    """A list with its head in a window that has a use for the page keys itself."""

    def __init__(self, width: int = 500) -> None:
        self.window = QWidget()
        self.paged: list[int] = []
        for key in (Key.Key_PageDown, Key.Key_PageUp):
            QShortcut(QKeySequence(key), self.window, lambda: self.paged.append(1))
        self.head = ColumnNames(COLUMNS, self.window, by=0)
        self.head.texts = ("name", "what", "count", "ended")
        self.list: ColumnList[str] = ColumnList(COLUMNS, str, cells, self.window)
        self.head.setGeometry(0, 0, width, self.head.height())
        self.list.setGeometry(0, 30, width, SEEN * ROW)
        self.window.resize(width, 30 + SEEN * ROW)
        self.opened: list[str] = []
        self.moved: list[str | None] = []
        self.list.opened.connect(self.opened.append)
        self.list.moved.connect(lambda: self.moved.append(self.list.chosen()))
        self.window.show()
        self.window.activateWindow()
        self.list.setFocus()

    def press(self, key: Qt.Key) -> str | None:
        """Who is chosen then."""
        QTest.keyClick(self.list, key)
        return self.list.chosen()

    def click(self, name: str) -> None:
        box = self.list.visualRect(self.list.lines.find(name))
        QTest.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())

    def sees(self, name: str) -> bool:
        return self.list.viewport().rect().contains(self.list.visualRect(self.list.lines.find(name)))

    def bar(self) -> bool:
        return self.list.verticalScrollBar().isVisible()


@pytest.fixture
def room(qapp: QApplication) -> Iterator[Room]:
    assert qapp is not None
    room = Room()
    yield room
    room.window.close()


def test_the_first_is_chosen_as_the_lines_come_and_nobody_has_moved(room: Room) -> None:
    room.list.show_rows(NAMES)
    assert (room.list.chosen(), room.moved) == (NAMES[0], [])
    room.press(Key.Key_Down)
    assert room.moved == [NAMES[1]]


def test_a_click_opens_what_enter_opens(room: Room) -> None:
    room.list.show_rows(NAMES)
    room.press(Key.Key_Return)
    room.press(Key.Key_Enter)
    room.click(NAMES[3])
    assert room.opened == [NAMES[0], NAMES[0], NAMES[3]]
    assert room.list.chosen() == NAMES[3]


class Careful(ColumnList[str]):
    by_click = False


def test_where_opening_takes_a_picture_away_a_click_only_chooses(qapp: QApplication) -> None:
    assert qapp is not None
    lines, opened = Careful(COLUMNS, str, cells), list[str]()
    lines.opened.connect(opened.append)
    lines.resize(500, SEEN * ROW)
    lines.show_rows(NAMES)
    lines.show()
    place = lines.visualRect(lines.lines.find(NAMES[3])).center()
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (lines.chosen(), opened) == (NAMES[3], [])
    QTest.mouseDClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [NAMES[3]]
    lines.close()


def test_enter_that_is_held_down_opens_once(room: Room) -> None:
    room.list.show_rows(NAMES)
    room.press(Key.Key_Return)
    for _ in range(3):
        again = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
        QApplication.sendEvent(room.list, again)
    assert room.opened == [NAMES[0]]


def test_page_keys_home_and_end_move_here_and_do_not_page_the_wall(room: Room) -> None:
    room.list.show_rows(NAMES)
    first, page = room.press(Key.Key_Home), room.press(Key.Key_PageDown)
    assert (first, page) == (NAMES[0], NAMES[SEEN]) or page == NAMES[SEEN - 1]
    assert room.press(Key.Key_PageUp) == NAMES[0]
    assert room.press(Key.Key_End) == NAMES[-1] and room.sees(NAMES[-1])
    assert room.paged == []
    room.head.setFocus()
    QTest.keyClick(room.head, Key.Key_PageDown)
    assert room.paged == [1], "elsewhere they are the desk's"


def test_a_key_that_means_nothing_here_goes_on_to_the_desk(room: Room) -> None:
    room.list.show_rows(NAMES)
    for key in (Key.Key_F2, Key.Key_1, Key.Key_Escape, Key.Key_Space, Key.Key_Left):
        pressed = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(room.list, pressed)
        assert not pressed.isAccepted(), key


def test_who_is_chosen_stays_so_and_in_sight_while_others_come(room: Room) -> None:
    room.list.show_rows(NAMES[5:])
    room.list.choose(NAMES[8])
    room.moved.clear()
    room.list.show_rows(tuple(reversed(NAMES)))
    assert (room.list.chosen(), room.moved) == (NAMES[8], [])
    assert room.sees(NAMES[8])


def test_a_list_that_somebody_scrolled_stays_where_it_is(room: Room) -> None:
    room.list.show_rows(NAMES)
    room.list.verticalScrollBar().setValue(20 * ROW)
    room.list.show_rows((*NAMES, "one more"))
    assert room.list.verticalScrollBar().value() == 20 * ROW
    assert room.list.chosen() == NAMES[0]


def test_when_the_chosen_one_is_gone_the_first_takes_its_place(room: Room) -> None:
    room.list.show_rows(NAMES)
    room.press(Key.Key_End)
    room.list.show_rows(NAMES[:-1])
    assert room.list.chosen() == NAMES[0] and room.sees(NAMES[0])
    room.list.show_rows(())
    assert room.list.chosen() is None
    assert room.press(Key.Key_Return) is None and room.opened == []


def test_the_scroll_bar_is_there_only_when_needed_and_the_columns_stand_still(room: Room) -> None:
    room.list.show_rows(NAMES[: SEEN - 1])
    QApplication.processEvents()
    assert not room.bar()
    before = room.list._boxes(0)
    room.list.show_rows(NAMES)
    QApplication.processEvents()
    assert room.bar()
    assert room.list._boxes(0) == before
    assert before[3].right() < room.list.width() - SCROLL


def test_what_has_no_room_is_said_while_the_pointer_rests_on_it(room: Room) -> None:
    room.list.show_rows(NAMES)
    first, second = (room.list.lines.index(at) for at in range(2))
    assert first.data(Role.ToolTipRole) == ""
    room.list.resize(170, room.list.height())
    assert second.data(Role.ToolTipRole) == "line 01\nsomething long\n1\nend"


def test_a_line_is_read_out_in_full(room: Room) -> None:
    room.list.show_rows(NAMES)
    assert room.list.lines.index(1).data(Role.AccessibleTextRole) == "line 01 · something long · 1 · end"


def test_the_wheel_scrolls_and_takes_no_keys(room: Room) -> None:
    assert room.list.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_the_head_sorts_with_the_keys_too(room: Room) -> None:
    asked: list[tuple[int | None, bool]] = []
    room.head.sorted.connect(lambda: asked.append((room.head.by, room.head.is_turned)))
    room.head.setFocus()
    for key in (Key.Key_Right, Key.Key_Return, Key.Key_Left, Key.Key_Left):
        QTest.keyClick(room.head, key)
    assert asked == [(1, False), (1, True), (0, False), (3, False)]
    assert "ended ▾" in texts(room.head)


@pytest.mark.parametrize("width", [140, 210, 300, 500, 501])
def test_columns_never_overlap_and_those_without_room_give_way_in_their_order(width: int) -> None:
    places = layout(COLUMNS, width)
    assert {0, 1} <= places.keys() and (2 not in places or 3 in places)
    assert all(left + wide == following for (left, wide), (following, _) in pairwise(places.values()))
    assert sum(wide for _, wide in places.values()) == width if 3 in places else width < 210
