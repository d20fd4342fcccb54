"""Instant replay in the real video process: what memory has of cameras, shown again, together, kept, photographed.

The cameras of the test's server send the same picture at the same time: two tiles of one moment are equal.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import av
import numpy as np
import pytest
from PIL import Image

from console.clock import Clock
from console.model import CameraId, Quality
from console.ports import CameraState, ClipTrouble, Frame
from console.rewinds import (
    AskMemory,
    BeginRewind,
    EndRewind,
    KeepRewind,
    MemoryTold,
    PaceRewind,
    PauseRewind,
    PictureSnapped,
    RewindAt,
    RewindEnded,
    RewindHolds,
    RewindKept,
    RewindTrouble,
    RewindUnkept,
    SeekRewind,
    Shortage,
    SnapFailed,
    SnapPicture,
    StepRewind,
)
from tests.servers.rtsp import FPS, RtspServer
from tests.system.watching import Console
from tests.waiting import wait_until

Word = TypeVar("Word")

SECOND = 1_000_000_000
GATE, HALL = CameraId("gate"), CameraId("hall")
SPARSE, COLD = CameraId("sparse"), CameraId("cold")
CLIP = "evidence/2026/11/21/replay/gate_20261121T101530000Z.mp4"
PHOTO = "evidence/2026/11/21/snapshots/gate"


@dataclass
class Room:
    """Four cameras whose pictures are in memory, and one rewind at a time."""

    console: Console
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    rewind: int = 0
    shown: dict[int, Frame] = field(default_factory=dict)

    @property
    def video(self):  # type: ignore[no-untyped-def]  # started by the fixture
        assert self.console.video is not None
        return self.console.video

    def words(self, kind: type[Word]) -> list[Word]:
        return [item for item in self.console.everything() if isinstance(item, kind)]

    def begin(self, *cameras: CameraId, back_s: float = 2.0, paused: bool = True) -> RewindAt:
        """Look back at these, in the slots 0, 1, …"""
        self.rewind = next(self.numbers)
        self.shown.clear()
        self.video.rewind(BeginRewind(self.rewind, cameras, time.monotonic_ns() - round(back_s * SECOND)))
        for slot, camera in enumerate(cameras):
            self.video.show(slot, camera, Quality.SUB, 160, 90, self.rewind)
        if paused:
            self.video.rewind(PauseRewind(self.rewind, is_paused=True))
        return self.at(paused=paused)

    def at(self, *, paused: bool | None = None) -> RewindAt:
        def look() -> RewindAt | None:
            said = [word for word in self.words(RewindAt) if word.rewind == self.rewind]
            is_so = bool(said) and (paused is None or said[-1].is_paused is paused)
            return said[-1] if is_so else None

        found = wait_until(look, 20, "where it is")
        assert found is not None
        return found

    def picture(self, slot: int) -> Frame:
        """What the slot shows: a picture is there before it is said where it is."""
        while (frame := self.video.frame(slot)) is not None:
            self.shown[slot] = frame
        return self.shown[slot]

    def seek(self, at_ns: int) -> None:
        """Go there, and wait until that is said."""
        number = next(self.numbers)
        self.video.rewind(SeekRewind(self.rewind, at_ns, number))
        wait_until(lambda: self.at().seek == number, 20, "the moment that was sought")


@pytest.fixture(scope="module")
def server(h264_clip: list[list[bytes]]) -> Iterator[RtspServer]:
    server = RtspServer(h264_clip)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def room(server: RtspServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """Two and a half seconds of every camera are in memory."""
    console = Console(server)
    for camera, hot in ((GATE, "yes"), (HALL, "yes"), (SPARSE, "keyframes"), (COLD, "no")):
        console.add(camera, hot=hot)
    console.data = tmp_path_factory.mktemp("data")
    video = console.start()
    console.wait_for(GATE, CameraState.LIVE, 20)
    wait_until(lambda: video.last_beat is not None and video.last_beat.ring_min_s >= 2.5, 20, "filled rings")
    yield Room(console)
    video.stop()


def brightness(frame: Frame) -> int:
    """Tells which picture of the loop it is."""
    rows = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.stride)
    return round(float(rows[: frame.height // 3, : frame.width * 4 : 4].mean()))


def test_what_is_looked_back_at_says_in_every_picture_that_it_is_a_replay_and_when_it_was(room: Room) -> None:
    said = room.begin(GATE)
    frame = room.picture(0)
    assert (frame.camera, frame.is_replay, frame.from_memory) == (GATE, True, True)
    assert time.monotonic_ns() - frame.arrived_ns > 1.8 * SECOND
    assert said.from_ns <= said.at_ns <= said.until_ns


def test_all_cameras_of_a_rewind_show_the_same_moment(room: Room) -> None:
    said = room.begin(GATE, HALL)
    for back_s in (1.5, 0.7, 1.1):
        moment = said.until_ns - round(back_s * SECOND)
        room.seek(moment)
        pictures = [room.picture(slot) for slot in (0, 1)]
        apart = (brightness(pictures[0]) - brightness(pictures[1])) % 210  # one picture of the loop is 7 brighter
        assert min(apart, 210 - apart) <= 8, "at most one picture"
        assert all(picture.arrived_ns <= moment for picture in pictures)


def test_a_step_goes_to_the_very_next_picture_and_back_to_the_same(room: Room) -> None:
    said = room.begin(GATE)
    first = room.picture(0)
    was, here = brightness(first), first.arrived_ns
    room.video.rewind(StepRewind(room.rewind, 1))
    wait_until(lambda: room.at(paused=True).at_ns > said.at_ns, 20, "the step")
    after = room.picture(0)
    assert after.arrived_ns == room.at().at_ns
    assert (brightness(after) - was) % 210 in range(5, 10)  # one picture of the loop is 7 brighter
    room.video.rewind(StepRewind(room.rewind, -1))
    wait_until(lambda: room.at(paused=True).at_ns == here, 20, "the step back")
    assert abs(brightness(room.picture(0)) - was) <= 1


def test_it_plays_on_at_the_speed_that_was_asked_for_and_follows_what_comes_meanwhile(room: Room) -> None:
    said = room.begin(GATE, back_s=1.0)
    room.seek(said.from_ns)
    room.video.rewind(PaceRewind(room.rewind, 4.0))
    room.video.rewind(PauseRewind(room.rewind, is_paused=False))
    begun = time.monotonic_ns()
    wait_until(lambda: room.at().at_ns - said.from_ns > 2 * SECOND, 20, "two seconds of pictures")
    assert time.monotonic_ns() - begun < 2 * SECOND
    newest = said.until_ns
    wait_until(lambda: room.at().at_ns > newest + SECOND // 2, 20, "pictures that came meanwhile")
    assert room.at().rate == 4.0


def test_a_slot_that_shows_the_live_camera_again_has_its_picture_at_once(room: Room) -> None:
    room.begin(GATE)
    assert room.picture(0).is_replay
    room.video.show(0, GATE, Quality.SUB, 160, 90)
    room.video.rewind(EndRewind(room.rewind))
    asked = time.monotonic_ns()
    frames = []

    def is_live() -> bool:
        if (frame := room.video.frame(0)) is not None:
            frames.append((frame.is_replay, frame.arrived_ns))
        return bool(frames) and not frames[-1][0]

    wait_until(is_live, 20, "a live picture")
    assert frames[-1][1] > asked - SECOND
    assert not any(is_replay for is_replay, _ in frames[1:])


def test_it_is_said_how_much_memory_has_of_each_camera_and_why_one_has_less(room: Room) -> None:
    room.begin(GATE, SPARSE, COLD)
    held = {word.camera: word for word in room.words(RewindHolds) if word.rewind == room.rewind}
    wait_until(lambda: GATE in {w.camera for w in room.words(RewindHolds) if w.rewind == room.rewind}, 20)
    held = {word.camera: word for word in room.words(RewindHolds) if word.rewind == room.rewind}
    assert held[SPARSE].shortage is Shortage.KEYFRAMES
    assert held[COLD].shortage is Shortage.NOT_HOT
    assert held[COLD].frames == 0
    assert 0 < held[SPARSE].frames < held[GATE].frames / 4
    room.video.rewind(AskMemory())
    told = wait_until(lambda: room.words(MemoryTold), 20, "what all cameras have")[-1]
    assert {memory.camera: memory.shortage for memory in told.cameras}[COLD] is Shortage.NOT_HOT
    by_name = {memory.camera: memory for memory in told.cameras}
    assert by_name[GATE].seconds > 2
    assert told.used == sum(memory.size for memory in told.cameras)
    assert told.held > 0
    assert told.budget == 1024 * 1024 * 1024


def test_a_camera_nothing_is_held_of_ends_the_rewind_with_the_reason(room: Room) -> None:
    rewind = next(room.numbers)
    room.video.rewind(BeginRewind(rewind, (COLD,), time.monotonic_ns()))
    ended = wait_until(lambda: [word for word in room.words(RewindEnded) if word.rewind == rewind], 20, "its end")
    assert ended[0].code is RewindTrouble.NOTHING_HELD


def test_the_range_that_was_looked_at_becomes_a_clip_whose_pictures_play(room: Room) -> None:
    said = room.begin(GATE)
    clock = Clock()
    at_ns, at_ms = clock.monotonic_ns(), clock.now_ms()
    until_ns = said.from_ns + 2 * SECOND
    order = KeepRewind(room.rewind, GATE, 7, CLIP, "", said.from_ns, until_ns, at_ns, at_ms)
    room.video.rewind(order)
    kept = wait_until(lambda: room.words(RewindKept), 20, "the clip")[0].clip
    assert room.console.data is not None
    file = room.console.data / kept.path
    assert hashlib.sha256(file.read_bytes()).hexdigest() == kept.sha256
    with av.open(str(file)) as clip:
        frames = sum(1 for _ in clip.decode(video=0))
    assert frames == kept.frames
    assert 1.5 * FPS < frames <= 2.2 * FPS
    assert abs(kept.start_ms - (at_ms - (at_ns - said.from_ns) // 1_000_000)) <= 1
    nothing = KeepRewind(room.rewind, COLD, 9, CLIP.replace("gate", "cold"), "", 0, until_ns, at_ns, at_ms)
    room.video.rewind(nothing)
    assert wait_until(lambda: room.words(RewindUnkept), 20, "the refusal")[0].code is ClipTrouble.NO_PICTURES


def snap(room: Room, rewind: int, arrived_ns: int, path: str = PHOTO) -> PictureSnapped | SnapFailed:
    """Photograph the gate."""
    number, clock = next(room.numbers), Clock()
    texts = ("7  Gate  ·  REPLAY", "{time}", "Li · desk-1")
    room.video.rewind(
        SnapPicture(
            number, GATE, Quality.SUB, rewind, arrived_ns, clock.monotonic_ns(), clock.now_ms(), path,
            "Asia/Shanghai", texts,
        )
    )  # fmt: skip

    def look() -> PictureSnapped | SnapFailed | None:
        words = (*room.words(PictureSnapped), *room.words(SnapFailed))
        return next((word for word in words if word.snap == number), None)

    found = wait_until(look, 20, "the photograph")
    assert found is not None
    return found


def test_a_snapshot_is_the_very_picture_that_was_seen_live_or_replayed_with_a_strip_below_it(room: Room) -> None:
    room.begin(GATE)
    frame = room.picture(0)
    taken = snap(room, room.rewind, frame.arrived_ns)
    assert isinstance(taken, PictureSnapped)
    assert room.console.data is not None
    file = room.console.data / taken.path
    assert hashlib.sha256(file.read_bytes()).hexdigest() == taken.sha256
    with Image.open(file) as image:
        pixels = np.asarray(image)
    assert pixels.shape[1] == 320  # as it was sent, not as the tile shows it
    assert pixels.shape[0] > 180
    assert abs(pixels[:60].mean() - brightness(frame)) <= 2
    live = snap(room, 0, time.monotonic_ns())
    assert isinstance(live, PictureSnapped)
    assert abs(live.at_ms - Clock().now_ms()) < 5_000
    refused = snap(room, 0, time.monotonic_ns(), path="evidence/../../gate")
    assert isinstance(refused, SnapFailed)
    assert refused.code is ClipTrouble.BAD_PATH


def test_a_killed_video_process_takes_the_rewind_with_it_and_says_so(room: Room) -> None:
    room.begin(GATE)
    os.kill(room.video.pid, signal.SIGKILL)
    ended = wait_until(lambda: [w for w in room.words(RewindEnded) if w.rewind == room.rewind], 20, "its end")
    assert ended[0].code is RewindTrouble.STOPPED
