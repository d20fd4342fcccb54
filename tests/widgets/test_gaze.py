"""What the record is told of the screens: what was painted, how old it was, and where nobody could see it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication

from console.eye import Glimpse, Picture, Second, View
from console.wall import PANEL, tile_id
from tests.widgets.desk import CAMERAS, Desk, Handed
from tests.widgets.wall import Room, hand, tile
from widgets.application import Languages
from widgets.eye.gaze import Gaze
from widgets.screens.displayed import DARK, UNATTENDED


class Seconds:
    """A keeper that remembers what it was given."""

    def __init__(self) -> None:
        self.taken: list[Second] = []

    def take(self, second: Second) -> None:
        self.taken.append(second)

    def ask(self, _asked: object) -> None: ...


@pytest.fixture
def room(languages: Languages, handed: Handed) -> Iterator[Room]:
    opened = Room(handed)
    yield opened
    opened.close()


def by_tile(gaze: Gaze) -> dict[str, Glimpse]:
    return {one.tile: one for one in gaze.glimpses()}


def test_the_record_is_told_what_was_painted_not_what_was_asked_for(room: Room, handed: Handed) -> None:
    wall = room.wall("4")
    gaze = Gaze(room.console, lambda: {"wall-1": wall})
    hand(room, handed, wall.canvas, tile(1), (200, 0, 0))
    told = by_tile(gaze)
    assert told["wall-1/1"].view == View(Picture.LIVE, CAMERAS[0], 1, "Camera 1", "sub")
    assert told["wall-1/1"].box == (0, 0, 499, 498) and told["wall-1/2"].view.picture is Picture.NONE
    assert (told["wall-1/2"].view.number, told["wall-1/2"].view.state) == (2, "")
    room.console.steering.put(tile(1), CAMERAS[4])
    room.settle()
    assert by_tile(gaze)["wall-1/1"].view.camera == CAMERAS[0]  # its picture stays until the new one is there


def test_a_picture_that_stands_still_is_stale_in_the_record_with_its_age(room: Room, handed: Handed) -> None:
    wall = room.wall("4")
    gaze = Gaze(room.console, lambda: {"wall-1": wall})
    hand(room, handed, wall.canvas, tile(1), (200, 0, 0))
    room.pass_time(4_000)
    stale = by_tile(gaze)["wall-1/1"]
    assert stale.view.picture is Picture.STALE and 3_900 <= stale.age_ms <= 4_200


def test_what_stands_on_a_dark_screen_was_seen_by_nobody_but_a_locked_position_shows_its_walls(
    room: Room, handed: Handed, request: pytest.FixtureRequest
) -> None:
    wall = room.wall("4")
    gaze = Gaze(room.console, lambda: {"wall-1": wall})
    hand(room, handed, wall.canvas, tile(1), (200, 0, 0))
    app = QGuiApplication.instance()
    assert app is not None
    app.setProperty(UNATTENDED, True)
    request.addfinalizer(lambda: app.setProperty(UNATTENDED, False))
    assert by_tile(gaze)["wall-1/1"].view.picture is Picture.LIVE
    for screen in QGuiApplication.screens():
        screen.setProperty(DARK, True)
    request.addfinalizer(lambda: [screen.setProperty(DARK, False) for screen in QGuiApplication.screens()])
    assert by_tile(gaze)["wall-1/1"].view.picture is Picture.HIDDEN
    wall.hide()
    assert by_tile(gaze) == {}


def test_an_alarms_pictures_say_for_which_alarm_and_covered_tiles_are_not_there(room: Room) -> None:
    wall = room.wall("4", is_alarm_screen=False)
    gaze = Gaze(room.console, lambda: {"wall-1": wall})
    assert "wall-1/2" in by_tile(gaze)
    fire = room.fire()
    told = by_tile(gaze)
    assert told["region/1"].view.alarm == fire and "wall-1/2" not in told
    assert told["wall-1/1"].view.alarm is None


def test_once_a_second_the_desk_is_told_and_who_changed_it_beside_it(desk: Desk) -> None:
    keeper = Seconds()
    desk.console.sight.eye.connect(keeper)
    gaze = Gaze(desk.console, lambda: {"desk": desk.window})
    gaze.on_look()
    gaze.on_look()  # the same second
    (first,) = keeper.taken
    assert first.begins and {change.place.tile for change in first.changes} >= {"alarm", "strip-1"}
    desk.console.steering.put(tile_id(PANEL, 1), CAMERAS[4])
    desk.clock.advance(1_000)
    gaze.on_look()
    (act,) = keeper.taken[1].acts
    assert (act.act, act.by.person, act.data["camera"]) == ("put", desk.console.seat.person, CAMERAS[4])
    assert not keeper.taken[1].begins


def test_without_a_keeper_nobody_looks(desk: Desk) -> None:
    gaze = Gaze(desk.console, lambda: {"desk": desk.window})
    gaze.start()
    assert not gaze._timer.isActive()
    desk.console.sight.eye.connect(Seconds())
    gaze.start()
    assert gaze._timer.isActive() and gaze._timer.every_ms == 1_000
    gaze.stop()
