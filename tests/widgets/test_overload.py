"""What a wall says of too many pictures: what is held back and why, why a tile is grey, what a layout would cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from console.errors import CommandRefused
from console.model import CameraId
from console.ports import VideoLoad
from console.wall import TileId, tile_id
from tests.widgets.wall import WALL_1, Room, tile
from widgets.slots import Slots

pytestmark = pytest.mark.usefixtures("languages")


class Loaded(Room):
    """A room whose machine is as busy as the test says; decoders are late by so many pictures a second."""

    def __init__(self) -> None:
        super().__init__()
        self.slots = Slots(self.console.painting, self.console.sight.overload)
        self.load = VideoLoad(0.0, 0, 0, 20)
        self.console.sight.overload.connect(lambda: self.load, self.drawn.pace)

    def work(self, seconds: int, late: int = 0, cpu_s: float = 0.2) -> None:
        for _ in range(seconds):
            load = self.load
            self.load = replace(load, cpu_s=load.cpu_s + cpu_s, decoded=load.decoded + 300, late=load.late + late)
            self.clock.advance(1_000)
            self.clock.run_due()
        self.settle()

    def drown(self, levels: int) -> None:
        self.work(4)
        self.work(3 * levels, late=60)


@pytest.fixture
def room() -> Iterator[Loaded]:
    made = Loaded()
    yield made
    made.close()


def test_a_machine_that_keeps_up_says_nothing(room: Loaded) -> None:
    wall = room.wall("9")
    room.work(10)
    assert not wall.load.isVisible() and wall.load.text() == ""


def test_what_is_held_back_stands_on_the_wall_with_its_reason_until_it_is_lifted(room: Loaded) -> None:
    wall = room.wall("9")
    room.console.steering.select(tile_id(WALL_1, 1))
    room.drown(2)
    said = wall.load.text()
    assert wall.load.isVisible() and "slowed to half" in said and "17 % of the pictures came late" in said
    room.work(20)
    assert not wall.load.isVisible()


def test_a_slowed_tile_carries_the_mark_of_a_late_one_and_the_selected_tile_does_not(room: Loaded) -> None:
    wall = room.wall("4", size=(640, 360))
    room.console.steering.select(tile_id(WALL_1, 1))
    room.drown(3)
    room.pass_time(1_000)
    slowed = {name: wall.tiles.describe(wall.canvas.place(name)).late for name in wall.canvas.names()}
    shown = {name for name in slowed if wall.canvas.place(name).camera is not None}
    assert not slowed[tile(1)]
    assert all(slowed[name] for name in shown - {tile(1)})


def test_a_paused_tile_turns_grey_and_says_why(room: Loaded) -> None:
    wall = room.wall("4", size=(640, 360))
    room.console.steering.select(tile_id(WALL_1, 1))
    room.drown(7)
    room.pass_time(3_000)
    views = {name: wall.tiles.describe(wall.canvas.place(name)) for name in wall.canvas.names()}
    paused = {name for name, view in views.items() if view.held}
    assert paused and tile(1) not in paused
    now = room.clock.monotonic_ns()
    for name in paused:
        shot = views[name].shot
        assert views[name].held == "Paused: overload" and shot is not None and not shot.is_live(now)
    assert views[tile(1)].shot.is_live(now)  # type: ignore[union-attr]


def test_a_layout_that_would_be_too_much_says_what_it_costs_and_comes_when_asked_for_again(room: Loaded) -> None:
    wall = room.wall("9")
    room.work(60, cpu_s=1.9)
    cameras = tuple(CameraId(f"D-{n}") for n in range(64))
    with pytest.raises(CommandRefused, match="layout_heavy"):
        room.console.sight.overload.weigh(WALL_1, "64", cameras)
    room.settle()
    assert "64 tiles would need about" in wall.load.text() and "Once more" in wall.load.text()
    room.console.sight.overload.weigh(WALL_1, "64", cameras)
    assert "64 tiles would need" not in wall.load.text()


def test_the_words_never_lie_over_an_alarm(room: Loaded) -> None:
    wall = room.wall("9")
    room.drown(3)
    room.fire()
    parts = [place.rect for name in wall.canvas.names() if TileId(name) and (place := wall.canvas.place(name)).frame]
    assert parts and not any(wall.load.isVisible() and wall.load.geometry().intersects(rect) for rect in parts)
