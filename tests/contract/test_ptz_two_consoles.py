"""Two whole consoles reach for the heads of the same cameras through one journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.errors import CommandRefused
from console.model import Binding, CameraKind
from console.ptz import Velocity
from tests.contract import test_following_desks as desks
from tests.contract.test_following_desks import Position, Room
from tests.unit.ptz_room import Heads
from tests.widgets.desk import CAMERAS, SMOKE
from tests.widgets.drilling import DRILL_SITE

DOME = CAMERAS[0]
LEFT = Velocity(pan=-1.0)
TURNS = replace(
    DRILL_SITE,
    cameras=tuple(
        replace(camera, kind=CameraKind.PTZ, presets=("hall",)) if camera.id == DOME else camera
        for camera in DRILL_SITE.cameras
    ),
    bindings=(Binding(str(SMOKE), DOME, 1, "hall"),),
)


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(desks, "SITE", TURNS)
    return tmp_path / "journal.sqlite"


@pytest.fixture
def room(journal: Path) -> Iterator[Room]:
    room = Room(journal)
    yield room
    for position in room.both:
        position.store.stop()


def turned_by(position: Position) -> Heads:
    """The heads as this position turns them."""
    heads = Heads()
    position.console.sight.ptz.connect(heads)
    return heads


def holder(position: Position) -> str:
    held = position.console.sight.ptz.heads.hold(DOME)
    return held.by.person if held is not None else ""


def test_a_camera_in_use_at_one_console_is_refused_at_the_other_until_it_is_let_go(room: Room) -> None:
    turned_by(room.first)
    other = turned_by(room.second)
    li, wang = (position.console.sight.ptz.heads for position in room.both)
    li.drive(DOME, LEFT)
    room.until(lambda: holder(room.second) == "Li", "desk-2 to know who turns it")
    with pytest.raises(CommandRefused, match="in_use: Li"):
        wang.drive(DOME, LEFT)
    assert not other.acts()
    li.free(DOME)
    room.until(lambda: not holder(room.second), "desk-2 to know that it is free")
    wang.drive(DOME, LEFT)
    room.until(lambda: holder(room.first) == "Wang", "desk-1 to know who turns it now")


def test_of_two_who_reach_for_it_in_the_same_moment_one_has_it_and_the_other_is_told(room: Room) -> None:
    heads = [turned_by(position) for position in room.both]
    for position in room.both:
        position.console.sight.ptz.heads.drive(DOME, LEFT)
    room.until(lambda: holder(room.first) == holder(room.second), "one holder at both")
    winner = [holder(position) == position.console.seat.person for position in room.both]
    assert sorted(winner) == [False, True]
    loser = winner.index(False)
    room.until(lambda: '"PtzLost"' in room.both[loser].log.getvalue(), "the other to be told")
    assert heads[loser].acts()[-1] == ("halt", DOME)


def test_a_fire_both_hear_turns_the_camera_and_is_written_once(room: Room) -> None:
    for position in room.both:
        turned_by(position)
    room.first.fire()
    room.second.fire()
    room.until(lambda: all(p.console.sight.ptz.heads.errand(DOME) is not None for p in room.both), "the errand at both")
    room.until(lambda: not any(position.store.unsaved for position in room.both), "everything written")
    kinds = [r.entry.kind for c in room.first.store.reader.chunks() for r in c if r.entry.stream.startswith("ptz/")]
    assert kinds == ["PtzTurned"]
    assert not any("PtzLost" in position.log.getvalue() for position in room.both)
