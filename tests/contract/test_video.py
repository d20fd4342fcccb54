"""What every Video backend promises the window, asked of the real video process and of the drawn one alike."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from console.backends.video.drawn import DrawnVideo
from console.backends.video.process import VideoProcess
from console.clock import Clock
from console.config.schema import VideoConfig
from console.inbox import Inbox
from console.model import Camera, CameraId, CameraKind, LinkUp, Quality
from console.ports import CameraChanged, CameraState, Frame, Video
from tests.servers.rtsp import RtspServer
from tests.waiting import wait_until

NAMES = [CameraId(name) for name in ("gate", "hall", "厨房")]
HOT_MS = 100  # a camera whose pictures are in memory is on the screen within this time


@dataclass
class Rig:
    """A running backend and what it posted."""

    video: Video
    inbox: Inbox
    posted: list[object] = field(default_factory=list)

    def state(self, camera: CameraId) -> CameraState | None:
        self.inbox.drain(self.posted.append, lambda item, error: None)
        states = [item.state for item in self.posted if isinstance(item, CameraChanged) and item.camera == camera]
        return states[-1] if states else None

    def next_frame(self, slot: int, is_it: Callable[[Frame], bool] = lambda frame: True) -> Frame:
        def look() -> Frame | None:
            frame = self.video.frame(slot)
            return frame if frame is not None and is_it(frame) else None

        frame = wait_until(look, 5, f"a picture in slot {slot}")
        assert frame is not None
        return frame


def camera(number: int, name: CameraId) -> Camera:
    urls = (f"{{base}}/{number}s", f"{{base}}/{number}m")
    return Camera(name, number, name, name, CameraKind.FIXED, None, sub_url=urls[0], main_url=urls[1])


@pytest.fixture(params=["process", "drawn"])
def rig(request: pytest.FixtureRequest, rtsp_server: RtspServer) -> Iterator[Rig]:
    cameras = [camera(number, name) for number, name in enumerate(NAMES, 1)]
    inbox, clock = Inbox(), Clock()
    video: Video = (
        DrawnVideo(cameras, inbox, clock)
        if request.param == "drawn"
        else VideoProcess(VideoConfig(), cameras, rtsp_server.base, resolve=str, inbox=inbox, clock=clock)
    )
    rig = Rig(video, inbox)
    video.start()
    wait_until(lambda: all(rig.state(name) is CameraState.LIVE for name in NAMES), 10, "every camera live")
    yield rig
    video.stop()


def test_a_link_that_works_is_said_to_be_up(rig: Rig) -> None:
    assert any(isinstance(item, LinkUp) and item.kind == "video" for item in rig.posted)


def test_a_hot_camera_is_on_the_screen_at_once(rig: Rig) -> None:
    asked = time.monotonic()
    rig.video.show(0, NAMES[0], Quality.SUB, 320, 240)
    first = rig.next_frame(0)
    assert (time.monotonic() - asked) * 1000 <= HOT_MS
    assert first.from_memory
    assert not rig.next_frame(0).from_memory


def test_a_picture_says_whose_it_is_and_fits_its_box_in_its_own_shape(rig: Rig) -> None:
    rig.video.show(0, NAMES[2], Quality.SUB, 320, 240)
    frame = rig.next_frame(0)
    assert frame.camera == NAMES[2]
    assert (frame.width, frame.height) == (320, 180)
    assert frame.stride >= frame.width * 4
    assert frame.pixels.nbytes == frame.stride * frame.height
    assert frame.pixels.readonly
    assert 0 <= time.monotonic_ns() - frame.arrived_ns < 2e9


def test_sequences_only_grow_and_no_picture_comes_twice(rig: Rig) -> None:
    rig.video.show(0, NAMES[0], Quality.SUB, 160, 90)
    first = [rig.next_frame(0) for _ in range(5)]
    rig.video.show(0, NAMES[1], Quality.SUB, 320, 180)
    second = [rig.next_frame(0, lambda frame: frame.camera == NAMES[1]) for _ in range(5)]
    numbers = [frame.sequence for frame in (*first, *second)]
    assert numbers == sorted(set(numbers))


def test_another_camera_in_the_same_slot_brings_its_own_pictures_only(rig: Rig) -> None:
    rig.video.show(0, NAMES[0], Quality.SUB, 160, 90)
    rig.next_frame(0)
    rig.video.show(0, NAMES[1], Quality.SUB, 160, 90)
    rig.next_frame(0, lambda frame: frame.camera == NAMES[1])
    assert {rig.next_frame(0).camera for _ in range(5)} == {NAMES[1]}


def test_one_camera_may_fill_several_slots_each_in_its_size(rig: Rig) -> None:
    rig.video.show(0, NAMES[0], Quality.SUB, 160, 90)
    rig.next_frame(0)
    rig.video.show(1, NAMES[0], Quality.SUB, 640, 360)
    assert rig.next_frame(1).width == 640
    assert rig.next_frame(0).width == 160


def test_a_new_size_is_served_at_once(rig: Rig) -> None:
    rig.video.show(0, NAMES[0], Quality.SUB, 160, 90)
    rig.next_frame(0)
    rig.video.show(0, NAMES[0], Quality.SUB, 480, 270)
    assert rig.next_frame(0, lambda frame: frame.width == 480).height == 270


def test_the_main_stream_takes_the_slot_over(rig: Rig) -> None:
    rig.video.show(0, NAMES[0], Quality.MAIN, 320, 180)
    rig.next_frame(0, lambda frame: frame.quality is Quality.MAIN)
    assert {rig.next_frame(0).quality for _ in range(5)} == {Quality.MAIN}


def test_a_freed_slot_gives_no_pictures(rig: Rig) -> None:
    rig.video.show(0, NAMES[0], Quality.SUB, 160, 90)
    rig.next_frame(0)
    rig.video.show(0, None, Quality.SUB, 0, 0)
    rig.video.show(1, NAMES[0], Quality.SUB, 160, 90)
    for _ in range(3):
        rig.next_frame(1)
        assert rig.video.frame(0) is None


def test_a_slot_nobody_asked_for_is_empty(rig: Rig) -> None:
    assert rig.video.frame(77) is None


def test_a_camera_nobody_knows_gives_no_pictures_and_harms_nobody(rig: Rig) -> None:
    rig.video.show(0, CameraId("nowhere"), Quality.SUB, 160, 90)
    rig.video.show(1, NAMES[0], Quality.SUB, 160, 90)
    rig.next_frame(1)
    assert rig.video.frame(0) is None
