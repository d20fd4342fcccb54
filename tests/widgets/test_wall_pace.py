"""What a wall does for each picture: it paints it, and asks what stands beside it only as often as that can change."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.widgets.desk import CAMERAS, Handed, run_events
from tests.widgets.wall import Room, hand, tile
from widgets.canvas import Canvas
from widgets.place import Place
from widgets.tile import View

GREY = (90, 90, 90)

pytestmark = pytest.mark.usefixtures("languages")


class Wall:
    """A wall of four with a picture on its second tile, and how often each tile was described since."""

    def __init__(self, handed: Handed) -> None:
        self.room, self.handed = Room(handed), handed
        self.window = self.room.wall("4")
        self.canvas: Canvas = self.window.canvas
        self.described: list[str] = []
        describe = self.canvas._describe

        def counted(place: Place) -> View:
            self.described.append(place.name)
            return describe(place)

        self.canvas._describe = counted
        for sequence in range(1, 10):  # every turn of the LIVE ring has been drawn once
            hand(self.room, handed, self.canvas, tile(2), GREY, sequence)
        self.sequence = 9
        self.picture()
        self.described.clear()

    def picture(self, camera: int | None = None) -> None:
        """The next picture of the second tile comes and is painted, with nothing else to paint."""
        place = self.canvas.place(tile(2))
        assert place.slot is not None and place.camera is not None
        self.sequence += 1
        shown = place.camera if camera is None else CAMERAS[camera]
        self.handed.hand(place.slot, shown, self.sequence, self.room.clock.monotonic_ns(), GREY)
        self.canvas.on_frame_time()
        run_events()
        assert place.painted == self.sequence

    def pass_ms(self, ms: int) -> None:
        self.room.clock.advance(ms)


@pytest.fixture
def wall(handed: Handed) -> Iterator[Wall]:
    wall = Wall(handed)
    yield wall
    wall.room.close()


def test_pictures_in_quick_succession_are_all_painted_and_described_a_few_times_a_second(wall: Wall) -> None:
    for _ in range(30):
        wall.pass_ms(33)
        wall.picture()
    assert 1 <= wall.described.count(tile(2)) <= 4


def test_a_chosen_tile_is_described_no_more_often_and_keeps_its_frame(wall: Wall) -> None:
    wall.room.console.steering.select(tile(2))
    for _ in range(9):  # every turn of the LIVE ring once more
        wall.picture()
    wall.described.clear()
    for _ in range(30):
        wall.pass_ms(33)
        wall.picture()
    assert 1 <= wall.described.count(tile(2)) <= 4
    laid, frame = wall.canvas.grab().toImage(), wall.canvas.place(tile(2)).rect
    wall.canvas.update()  # all of it is described and drawn
    assert laid.copy(frame) == wall.canvas.grab().toImage().copy(frame)


def test_a_tile_that_is_chosen_shows_it_with_its_next_picture_however_soon_that_comes(wall: Wall) -> None:
    wall.pass_ms(10)
    wall.room.console.steering.select(tile(2))
    wall.picture()
    assert tile(2) in wall.described


def test_another_cameras_picture_never_stands_under_the_name_of_the_one_before(wall: Wall) -> None:
    other = next(n for n, camera in enumerate(CAMERAS) if camera != wall.canvas.place(tile(2)).camera)
    wall.pass_ms(10)
    wall.picture(other)
    assert tile(2) in wall.described
