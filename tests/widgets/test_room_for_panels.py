"""The room for trends and talk bar on the desk: the sizes of the design, what gives way, what was moved by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from widgets import measures, theme
from widgets.desk_grid import JOURNAL, TILE, TRENDS, DeskGrid

# window: left, centre, right, alarm tile height, map height, talk height; alarms, journal, trends
DESIGN = {
    (1366, 768): ((344, 678, 336), (286, 262, 112), (476, 32, 152)),
    (1600, 900): ((400, 832, 360), (351, 313, 128), (464, 112, 216)),
    (1920, 1080): ((480, 1000, 432), (422, 422, 128), (496, 160, 316)),
    (2560, 1440): ((560, 1480, 512), (624, 580, 128), (656, 232, 444)),
    (3840, 2160): ((640, 2632, 560), (1110, 814, 128), (976, 376, 700)),
}
REFERENCE = (1920, 1080)


class Room:
    """A grid of plain panels in a window of a given size."""

    def __init__(self, size: tuple[int, int], *, trends: bool = True, talk: bool = True) -> None:
        panels = [QWidget() for _ in range(7)]
        self.alarms, self.journal, self.pictures, self.lower, self.side, self.trends, self.talk = panels
        self.grid = DeskGrid(
            self.alarms, self.journal, self.pictures, self.lower, self.side,
            trends=self.trends if trends else None, talk=self.talk if talk else None,
        )  # fmt: skip
        self.resize(size)
        self.grid.show()

    def resize(self, size: tuple[int, int]) -> None:
        self.grid.resize(size[0], size[1] - theme.HEADER - theme.BANNER)

    def heights(self, *panels: QWidget) -> tuple[int, ...]:
        return tuple(panel.height() for panel in panels)

    def left(self) -> tuple[int, ...]:
        return self.heights(self.alarms, self.journal, self.trends)

    def centre(self) -> tuple[int, ...]:
        return self.heights(self.pictures, self.lower, self.talk)

    def drag(self, at: int, by: int) -> None:
        """The gutter of the left column with this number, from 1, by so many px."""
        bar = self.grid.left.handle(at)
        start = bar.rect().center()
        QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(bar, start + QPoint(0, by))
        QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=start + QPoint(0, by))


@pytest.fixture
def room(qapp: object) -> Iterator[Callable[..., Room]]:
    rooms: list[Room] = []

    def made(size: tuple[int, int] = REFERENCE, **which: bool) -> Room:
        rooms.append(Room(size, **which))
        return rooms[-1]

    yield made
    for one in rooms:
        one.grid.close()
        one.grid.deleteLater()


MakeRoom = Callable[..., Room]


@pytest.mark.parametrize("size", list(DESIGN), ids=lambda size: f"{size[0]}x{size[1]}")
def test_trends_and_talk_bar_have_the_room_of_the_design(room: MakeRoom, size: tuple[int, int]) -> None:
    columns, centre, left = DESIGN[size]
    made = room(size)
    assert (made.alarms.width(), made.pictures.width(), made.side.width()) == columns
    assert (made.talk.width(), made.trends.width()) == (columns[1], columns[0])
    assert made.centre() == centre
    assert made.left() == left


@pytest.mark.parametrize("size", list(DESIGN), ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_panels_end_where_the_window_ends(room: MakeRoom, size: tuple[int, int]) -> None:
    made = room(size)
    for panel in (made.trends, made.talk, made.side):
        assert panel.mapTo(made.grid, QPoint(0, panel.height())).y() == made.grid.height()


def test_without_trends_and_talk_bar_their_room_belongs_to_the_panels_above(room: MakeRoom) -> None:
    made = room(trends=False, talk=False)
    assert made.heights(made.pictures, made.lower) == (422, 554)
    assert made.heights(made.alarms, made.journal) == (652, 324)
    only_talk = room(trends=False)
    assert only_talk.centre() == DESIGN[REFERENCE][1] and only_talk.alarms.height() == 652


def test_in_a_low_window_the_pictures_give_way_to_map_and_talk_bar(room: MakeRoom) -> None:
    made = room((1920, 700))
    assert made.heights(made.lower, made.talk) == (measures.LOWER_LEAST, measures.TALK_LOW)
    assert measures.PICTURES_LEAST <= made.pictures.height() < 422


def test_the_lower_gutter_moves_journal_and_trends_and_leaves_the_alarms(room: MakeRoom) -> None:
    made = room()
    made.drag(2, -60)
    assert made.left() == (496, 100, 376)
    assert made.grid.kept() == {JOURNAL: 100, TRENDS: 376}
    QTest.mouseDClick(made.grid.left.handle(2), Qt.MouseButton.LeftButton)
    assert made.left() == DESIGN[REFERENCE][2] and made.grid.kept() == {}


def test_the_upper_gutter_leaves_the_trends(room: MakeRoom) -> None:
    made = room()
    made.drag(1, -60)
    assert made.left() == (436, 220, 316) and set(made.grid.kept()) == {JOURNAL}


def test_no_gutter_makes_a_panel_smaller_than_its_least(room: MakeRoom) -> None:
    made = room()
    made.drag(2, 900)
    made.drag(1, 900)
    assert made.heights(made.journal, made.trends) == (theme.PANEL_HEAD, measures.TRENDS_LEAST)
    made.drag(1, -900)
    assert made.alarms.height() == measures.ALARMS_LEAST


def test_sizes_kept_before_there_were_trends_leave_the_alarms_their_least(room: MakeRoom) -> None:
    made = room()
    made.grid.restore({JOURNAL: 600, TILE: 700})
    assert made.alarms.height() == measures.ALARMS_LEAST and made.trends.height() == 316
    assert made.heights(made.lower, made.talk) == (measures.LOWER_LEAST, measures.TALK)


def test_trends_kept_in_a_high_window_fit_into_a_low_one_and_come_back(room: MakeRoom) -> None:
    made = room((1920, 2160))
    made.grid.restore({TRENDS: 1200})
    made.resize((1366, 768))
    assert made.heights(made.alarms, made.journal) == (measures.ALARMS_LEAST, theme.PANEL_HEAD)
    made.resize((1920, 2160))
    assert made.trends.height() == 1200
