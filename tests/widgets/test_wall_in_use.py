"""Fires and the tiles somebody works on: the region of a wall leaves them in sight, whatever its screen looks like."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from console.wall import Use
from tests.widgets.desk import CAMERAS, EARS, FAR_AWAY, SMOKE
from tests.widgets.wall import Room, centre, said_by, tile
from widgets.wall import WallWindow, region
from widgets.wall.surface_canvas import SurfaceCanvas

pytestmark = pytest.mark.usefixtures("languages")


@pytest.fixture
def room() -> Iterator[Room]:
    room = Room()
    yield room
    room.close()
    EARS.clear()


def rects(canvas: SurfaceCanvas) -> dict[str, QRect]:
    """Where every visible tile is."""
    places = (canvas.place(name) for name in canvas.names())
    return {place.name: place.rect for place in places if place.rect.isValid()}


def over(wall: WallWindow, rect: QRect) -> list[object]:
    """Whatever of the alarm region lies over this rectangle of the wall."""
    panels = [part for part in (wall.band, wall.block, wall.plan) if part.isVisible()]
    pictures = [name for name, other in rects(wall.canvas).items() if "wall" not in name and other.intersects(rect)]
    return [*(part for part in panels if part.geometry().intersects(rect)), *pictures]


@pytest.mark.parametrize("use", list(Use))
@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_a_fire_leaves_the_tile_in_use_where_it_is(room: Room, use: Use, n: int) -> None:
    wall = room.wall("4")
    before = rects(wall.canvas)[tile(n)]
    room.console.seeing.wall.hold(tile(n), use)
    room.fire(SMOKE)
    assert rects(wall.canvas)[tile(n)] == before and not over(wall, before)
    assert "region/1" in rects(wall.canvas) or (n == 1 and "region/2" in rects(wall.canvas))
    assert "FIRE" in said_by(wall)


def test_the_tile_under_the_pointer_stays_in_sight_when_two_fires_come(room: Room) -> None:
    wall = room.wall("16")
    before = rects(wall.canvas)[tile(6)]
    QTest.mouseMove(wall.canvas, centre(wall.canvas, 6))
    room.fire(SMOKE)
    room.fire(FAR_AWAY)
    assert rects(wall.canvas)[tile(6)] == before and not over(wall, before)
    assert {"region/2", "region/3"} <= set(rects(wall.canvas))


def test_a_pinned_tile_stays_in_sight_on_an_only_upright_screen(room: Room) -> None:
    wall = room.wall("16", (720, 1280), is_alarm_screen=False)
    room.console.steering.toggle_pin(tile(16))
    before = rects(wall.canvas)[tile(16)]
    room.fire(SMOKE)
    assert before.top() > wall.height() // 2 and rects(wall.canvas)[tile(16)] == before and not over(wall, before)


def test_on_an_upright_screen_a_hand_on_the_upper_half_does_not_concern_the_region(room: Room) -> None:
    wall = room.wall("16", (720, 1280), is_alarm_screen=False)
    room.console.seeing.wall.hold(tile(4), Use.TALK)
    room.fire(SMOKE)
    assert not room.console.seeing.wall.region_clear and wall.block.isVisible() and wall.clocks.isVisible()


def test_when_the_hand_leaves_the_fire_takes_the_whole_region(room: Room) -> None:
    wall = room.wall("4")
    room.console.seeing.wall.hold(tile(4), Use.TALK)
    room.fire(SMOKE)
    assert tile(4) in rects(wall.canvas) and not wall.plan.isVisible()
    room.console.seeing.wall.release(tile(4), Use.TALK)
    room.settle()
    assert tile(4) not in rects(wall.canvas) and wall.plan.isVisible()


def test_a_fire_over_a_full_screen_in_use_has_its_band_above_the_picture(room: Room) -> None:
    wall = room.wall("4")
    QTest.mouseDClick(wall.canvas, Qt.MouseButton.LeftButton, pos=centre(wall.canvas, 2))
    room.console.seeing.wall.hold(tile(2), Use.PTZ)
    room.fire(SMOKE)
    left = rects(wall.canvas)
    assert set(left) == {tile(2)} and wall.band.isVisible() and not left[tile(2)].intersects(wall.band.geometry())
    assert left[tile(2)].bottom() == wall.canvas.rect().bottom()
    assert any("Smoke detector hall east" in text for text in said_by(wall))


def test_a_tile_that_the_region_half_covers_shows_its_larger_part(room: Room) -> None:
    wall = room.wall("1", is_alarm_screen=False)
    room.fire(SMOKE)
    assert rects(wall.canvas)[tile(1)].right() < wall.width() // 2
    assert wall.canvas.place(tile(1)).camera == CAMERAS[0]


@pytest.mark.parametrize("clear", [{1}, {2}, {3}, {4}, {1, 2}, {1, 3}, {2, 4}, {1, 4}, {2, 3}, {1, 2, 3}, {2, 3, 4}])
@pytest.mark.parametrize("area", [QRect(0, 0, 1920, 1080), QRect(960, 0, 960, 1080), QRect(0, 960, 1080, 960)])
def test_quarters_in_use_are_left_alone_and_the_others_are_covered(area: QRect, clear: set[int]) -> None:
    parts = region.for_some(area, 40, clear)
    middle = QPoint(area.left() + area.width() // 2, area.top() + area.height() // 2)
    quarters = [QRect(area.topLeft(), middle), QRect(QPoint(middle.x(), area.top()), QPoint(area.right(), middle.y()))]
    quarters += [
        QRect(QPoint(area.left(), middle.y()), QPoint(middle.x(), area.bottom())),
        QRect(middle, area.bottomRight()),
    ]
    for n, quarter in enumerate(quarters, start=1):
        inside = quarter.adjusted(2, 2, -2, -2)
        drawn = [part for part in (parts.band, *parts.pictures, *parts.covered) if part.intersects(inside)]
        assert bool(drawn) == (n not in clear)
    assert sum(picture.isValid() for picture in parts.pictures) == 4 - len(clear)
    assert not any(parts.band.intersects(picture) for picture in parts.pictures)
