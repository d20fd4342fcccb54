"""What one console sends to the other one's wall: shown by whom, refused where somebody works, withdrawn in time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from console.errors import CommandRefused
from console.journal import Entry, Recorded
from console.model import LIVE, By, CameraId
from console.remote import Outcome, Sending, Target
from console.wall import Step, SurfaceId, Use, Zoom, tile_id
from tests.contract.test_following_desks import FIRE, Position
from tests.contract.test_following_desks import Room as SharedRoom
from tests.waiting import wait_until

WALL = SurfaceId("wall-1")
C1, C2, C3 = (CameraId(f"C-{n}") for n in (1, 2, 3))


class Room(SharedRoom):
    """desk-2 has a wall of four tiles; desk-1 sends."""

    def __init__(self, journal: Path | str) -> None:
        super().__init__(journal)  # type: ignore[arg-type]  # a store takes either
        self.second.console.steering.open(WALL, "4")
        self.until(lambda: bool(self.targets()), "the wall to be known at desk-1")

    def targets(self) -> tuple[Target, ...]:
        return self.first.console.sight.remote.targets()

    def shown(self) -> list[CameraId | None]:
        return [self.second.console.steering.camera_on(tile_id(WALL, n)) for n in range(1, 5)]

    def camera(self, camera: CameraId, place: int = 0) -> Sending:
        return self.answered(self.first.console.sight.remote.send_camera("desk-2", WALL, camera, place))

    def answered(self, sending: Sending) -> Sending:
        """The sending once desk-1 knows what became of it."""

        def found() -> Sending:
            return next(one for one in self.first.console.sight.remote.sent() if one.id == sending.id)

        self.until(lambda: found().outcome is not Outcome.WAITING, "an answer")
        return found()

    def events(self, position: Position, name: str) -> list[dict[str, Any]]:
        lines = [json.loads(line) for line in position.log.getvalue().splitlines()]
        return [line for line in lines if line["event"] == name]


@pytest.fixture(params=["file", "server"])
def room(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Room]:
    is_file = request.param == "file"
    opened = Room(tmp_path / "journal.sqlite" if is_file else request.getfixturevalue("postgresql"))
    yield opened
    for position in opened.both:
        position.store.stop()


@pytest.fixture
def on_file(tmp_path: Path) -> Iterator[Room]:
    opened = Room(tmp_path / "journal.sqlite")
    yield opened
    for position in opened.both:
        position.store.stop()


def whole(room: Room) -> list[Recorded]:
    return [record for chunk in room.first.store.reader.chunks() for record in chunk]


def story(room: Room, sending: Sending) -> list[Recorded]:
    return list(room.first.store.reader.stream(LIVE, f"remote/{sending.id}"))


def test_a_camera_is_on_the_other_wall_and_both_sides_and_the_journal_know_who_did_it(room: Room) -> None:
    answer = room.camera(C3, 2)
    assert (answer.outcome, answer.tile) == (Outcome.SHOWN, tile_id(WALL, 2))
    assert room.shown() == [C1, C3, C3, CameraId("C-4")]
    (taken,) = room.events(room.second, "RemoteTaken")
    assert (taken["by"], taken["position"], taken["tile"], taken["code"]) == ("Li", "desk-1", "wall-1/2", "")
    hung = room.second.console.sight.remote.hung(WALL)
    assert hung is not None and hung.by == By(person="Li", position="desk-1")
    (told,) = room.events(room.first, "RemoteAnswered")
    assert (told["to"], told["outcome"]) == ("desk-2", "shown")
    sent, shown = (record.entry for record in story(room, answer))
    assert (sent.kind, sent.by.person, sent.data["camera"]) == ("RemoteSent", "Li", C3)
    assert (shown.kind, shown.data["before"], shown.data["tile"]) == ("RemoteShown", C2, "wall-1/2")
    assert not any(record.entry.kind == "WallAct" for record in whole(room))  # it is no act of who sits there


def test_a_salvo_goes_with_its_cameras_though_the_other_has_never_heard_of_it_and_a_layout_keeps_them(
    on_file: Room,
) -> None:
    steering, remote = on_file.first.console.steering, on_file.first.console.sight.remote
    steering.open(WALL, "6")
    steering.zoom(tile_id(WALL, 1), Zoom(0.25, 0.25, 0.5))
    steering.save_salvo("Gates", WALL)
    (salvo,) = steering.salvos()
    answer = on_file.answered(remote.send_salvo("desk-2", WALL, salvo))
    shown = on_file.second.console.steering.surface(WALL)
    assert answer.outcome is Outcome.SHOWN
    assert (shown.layout, shown.title, shown.zooms[tile_id(WALL, 1)]) == ("6", "Gates", Zoom(0.25, 0.25, 0.5))
    on_file.answered(remote.send_layout("desk-2", WALL, "4"))
    assert on_file.second.console.steering.surface(WALL).layout == "4"
    assert on_file.shown()[:3] == [C1, C2, C3]
    on_file.until(lambda: on_file.targets()[0].layout == "4", "the layout to be known at desk-1")


def test_a_tile_somebody_works_on_is_never_taken(on_file: Room) -> None:
    steering, wall = on_file.second.console.steering, on_file.second.console.seeing.wall
    for use in Use:
        wall.hold(tile_id(WALL, 2), use)
        assert on_file.camera(C3, 2).code == "tile_in_use"
        wall.release(tile_id(WALL, 2), use)
    steering.toggle_pin(tile_id(WALL, 2))
    assert on_file.camera(C3, 2).code == "tile_in_use"
    steering.save_salvo("Any", WALL)
    (salvo,) = steering.salvos()
    remote = on_file.first.console.sight.remote
    assert on_file.answered(remote.send_salvo("desk-2", WALL, salvo)).code == "tile_in_use"
    steering.toggle_pin(tile_id(WALL, 2))
    steering.zoom(tile_id(WALL, 2), Zoom(0.0, 0.0, 0.5))
    assert on_file.camera(C3, 2).code == "tile_in_use"
    steering.zoom(tile_id(WALL, 2), None)
    steering.toggle_full(tile_id(WALL, 1))
    assert on_file.camera(C3, 2).code == "tile_in_use"
    assert on_file.shown() == [C1, C2, C3, CameraId("C-4")]


def test_where_an_alarm_stands_nothing_is_put_and_beside_it_it_is_and_the_incident_tells_it(on_file: Room) -> None:
    on_file.second.fire()
    on_file.until(lambda: len(on_file.first.console.alarms) == 1, "the fire at both")
    incident = on_file.first.console.dispatching.open_from(FIRE)
    assert on_file.camera(C3, 2).code == "alarm_region"  # the only wall gives its right half to the fire
    assert on_file.camera(C3, 1).outcome is Outcome.SHOWN
    assert on_file.shown()[1] == C2
    for position in on_file.both:
        lines = [line for line in position.console.dispatching.timeline(incident) if line.kind == "RemoteSent"]
        assert [(line.camera, line.who, line.by.person) for line in lines] == [(C3, "desk-2 · wall-1", "Li")] * 2


def test_a_camera_without_a_place_takes_the_empty_tile_then_the_last_free_one_and_a_tour_there_ends(
    on_file: Room,
) -> None:
    steering = on_file.second.console.steering
    steering.put(tile_id(WALL, 3), None)
    steering.save_salvo("A", WALL)
    steering.save_tour("Round", [Step(salvo="A")], 10)
    steering.start_tour("Round", WALL)
    first = on_file.camera(CameraId("C-5"))
    assert first.tile == tile_id(WALL, 3) and steering.surface(WALL).tour == ""
    assert story(on_file, first)[1].entry.data["tour"] == "Round"
    on_file.second.console.seeing.wall.hold(tile_id(WALL, 4), Use.TALK)
    assert on_file.camera(CameraId("C-6")).tile == tile_id(WALL, 3)
    assert on_file.camera(C1).tile == tile_id(WALL, 1)  # it is there already


def test_there_must_be_such_a_wall_at_another_position_and_the_right(on_file: Room) -> None:
    remote, seat = on_file.first.console.sight.remote, on_file.first.console.seat

    def refused(to: str, surface: str) -> str:
        with pytest.raises(CommandRefused) as caught:
            remote.send_camera(to, SurfaceId(surface), C1)
        return caught.value.code

    assert refused("desk-2", "wall-2") == refused("desk-9", "wall-1") == refused("desk-2", "panel") == "no_such_wall"
    assert refused("desk-1", "wall-1") == "own_wall"
    assert on_file.camera(C1, 9).code == "unknown_tile"
    seat.rule = no_right
    assert refused("desk-2", "wall-1") == "no_right"
    on_file.second.console.steering.close(WALL)
    on_file.until(lambda: not on_file.targets(), "the closed wall to be gone")


def no_right(right: object, *_more: object) -> None:
    raise CommandRefused("no_right", str(right))


def test_what_nobody_answers_is_withdrawn_and_never_shown_late(on_file: Room) -> None:
    """desk-2 looks after the order was withdrawn: what it shows in that blink goes again."""
    remote = on_file.first.console.sight.remote
    sending = remote.send_camera("desk-2", WALL, C3, 1)
    on_file.clock.advance(10_100)
    on_file.first.look()
    assert remote.sent()[0].outcome is Outcome.UNANSWERED
    wait_until(lambda: on_file.first.store.unsaved == 0, 20, "order and withdrawal to be committed")
    on_file.until(lambda: on_file.second.store.unsaved == 0, "desk-2 to have looked")
    late = Entry(LIVE, "remote/desk-1-7", 1, "RemoteSent", sending.at_ms, sending.by, {
        "to": "desk-2", "surface": "wall-1", "what": "camera", "camera": "C-3", "place": 1,
    }, open=True)  # fmt: skip
    on_file.second.console.sight.remote.learn(late)
    assert on_file.events(on_file.second, "RemoteTaken")[-1]["code"] == "too_late"
    assert on_file.shown()[0] == C1
    assert [record.entry.kind for record in story(on_file, sending)] == ["RemoteSent", "RemoteUnanswered"]
