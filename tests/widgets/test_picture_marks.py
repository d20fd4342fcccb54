"""What a tile, the health page, the screen record and the journal say of pictures that are not simply live."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from console import announce
from console.eye import Picture, View
from console.model import AlarmId, CameraId
from console.ports import CameraChanged, CameraState, Detail
from tests.widgets.desk import CAMERAS, Desk, Handed, texts
from tests.widgets.wall import Room, said_by, tile
from widgets.alarms.line_words import countdown, until_next
from widgets.application import Languages
from widgets.canvas import Canvas
from widgets.eye.gaze import Gaze
from widgets.health.health_words import HealthWords
from widgets.placing import Placing
from widgets.words import Words

OpenDesk = Callable[..., Desk]
GATE = CAMERAS[0]


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk()


@pytest.fixture
def room(languages: Languages, handed: Handed) -> Iterator[Room]:
    opened = Room(handed)
    yield opened
    opened.close()


def become(opened: Desk | Room, detail: Detail, state: CameraState = CameraState.LIVE) -> None:
    opened.take(CameraChanged(GATE, state, opened.console.clock.now_ms(), detail))
    opened.settle()


def show(room: Room, handed: Handed, canvas: Canvas, *, is_delayed: bool = False) -> None:
    """The first tile of the wall gets a picture of this moment."""
    place = canvas.place(tile(1))
    assert place.slot is not None
    now_ns = room.clock.monotonic_ns()
    handed.hand(place.slot, GATE, now_ns // 1_000_000, now_ns, (90, 90, 90), is_delayed=is_delayed)
    room.settle()


def test_a_live_camera_whose_picture_has_not_come_yet_is_not_called_live(room: Room) -> None:
    wall = room.wall("4")
    become(room, Detail.NONE)
    assert "PICTURE FOLLOWS" in said_by(wall.canvas)
    assert "LIVE" not in said_by(wall.canvas)


def test_a_picture_whose_certificate_nobody_looks_at_says_so_beside_live(room: Room, handed: Handed) -> None:
    wall = room.wall("4")
    become(room, Detail.UNVERIFIED)
    show(room, handed, wall.canvas)
    assert {"LIVE", "NOT VERIFIED"} <= set(said_by(wall.canvas))
    become(room, Detail.NONE)
    show(room, handed, wall.canvas)
    assert "NOT VERIFIED" not in said_by(wall.canvas)


def test_the_record_of_the_screens_keeps_that_a_picture_was_delayed(room: Room, handed: Handed) -> None:
    wall = room.wall("4")
    gaze = Gaze(room.console, lambda: {"wall-1": wall})
    show(room, handed, wall.canvas, is_delayed=True)
    seen = next(one.view for one in gaze.glimpses() if one.tile == tile(1))
    assert seen == View(Picture.DELAYED, GATE, 1, "Camera 1", "sub")


def test_the_health_page_says_that_a_picture_is_delayed(desk: Desk, qapp: QApplication) -> None:
    assert qapp is not None
    words = Words()
    health = HealthWords(Placing(desk.console, words), words)

    def said() -> str:
        return next(health.state(row) for row in desk.console.sight.health.rows() if row.camera.id == GATE)

    become(desk, Detail.DELAYED)
    assert said() == "delayed"
    become(desk, Detail.NONE)
    assert said() == "live"


def test_the_journal_tells_who_looked_back_at_what_and_why_it_ended(desk: Desk) -> None:
    tell = desk.console.announcer.publish
    tell(announce.ReplayBegun(cameras=CAMERAS[:4], surface="desk", alarm=AlarmId(""), by="Li"))
    tell(announce.ReplayKept(camera=GATE, path="evidence/a/b.mp4", sha256="0", alarm=AlarmId(""), by="Li"))
    tell(announce.ReplayUnkept(camera=CameraId("gone"), code="no_pictures"))
    tell(announce.ReplayEnded(cameras=(GATE,), why="idle"))
    desk.settle()
    said = "\n".join(texts(desk.window.journal))
    assert "Li looks back at 1 Camera 1, 2 Camera 2, 3 Camera 3 +1" in said
    assert "Li kept a replay of 1 Camera 1 · b.mp4" in said
    assert "Not saved: " in said
    assert "Replay of 1 Camera 1 is over · Live again: nobody touched the replay for two minutes" in said


@given(st.integers(1, 10_000_000))
def test_a_clock_is_painted_again_exactly_when_it_says_another_second(left_ms: int) -> None:
    pause_ms = until_next(left_ms)
    assert 1 <= pause_ms <= 1_000
    assert countdown(left_ms - pause_ms + 1) == countdown(left_ms) != countdown(left_ms - pause_ms)
