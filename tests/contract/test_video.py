"""What every Video backend promises the window, asked of the real video process and of the drawn one alike."""

from __future__ import annotations

import itertools
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pytest

from console import framecode
from console.backends.video.drawn import DrawnVideo
from console.backends.video.process import VideoProcess
from console.clock import Clock
from console.config.schema import VideoConfig
from console.inbox import Inbox
from console.model import AlarmId, Camera, CameraId, CameraKind, LinkUp, Quality, Site
from console.ports import CameraChanged, CameraState, ClipFailed, ClipOrder, ClipSaved, Frame, Video
from console.sim.cameras import Auth, CameraSim, SimCamera, scene_names
from tests.waiting import wait_until

NAMES = [CameraId(name) for name in ("gate", "hall", "厨房")]
HOT_MS = 100  # a camera whose pictures are in memory is on the screen within this time
USER, PASSWORD = "viewer", "gate-7"

Pixels = npt.NDArray[np.uint8]


@dataclass
class Rig:
    """A running backend and what it posted."""

    video: Video
    inbox: Inbox
    posted: list[object] = field(default_factory=list)
    slots: itertools.count[int] = field(default_factory=itertools.count)
    base: str = ""

    def live_since(self, said: int) -> set[CameraId]:
        """Cameras that became live after so many posts."""
        self.inbox.drain(self.posted.append, lambda item, error: None)
        changes = [item for item in self.posted[said:] if isinstance(item, CameraChanged)]
        return {change.camera for change in changes if change.state is CameraState.LIVE}

    def answered(self) -> set[str]:
        """The clips of which word came."""
        self.inbox.drain(self.posted.append, lambda item, error: None)
        return {item.path for item in self.posted if isinstance(item, ClipSaved | ClipFailed)}

    def state(self, camera: CameraId) -> CameraState | None:
        self.inbox.drain(self.posted.append, lambda item, error: None)
        states = [item.state for item in self.posted if isinstance(item, CameraChanged) and item.camera == camera]
        return states[-1] if states else None

    def show(self, camera: CameraId, width: int = 160, height: int = 90, quality: Quality = Quality.SUB) -> int:
        """Show it in a slot that no test has used."""
        slot = next(self.slots)
        self.video.show(slot, camera, quality, width, height)
        return slot

    def next_frame(self, slot: int, is_it: Callable[[Frame], bool] = lambda frame: True) -> Frame:
        def look() -> Frame | None:
            frame = self.video.frame(slot)
            return frame if frame is not None and is_it(frame) else None

        frame = wait_until(look, 40, f"a picture in slot {slot}")
        assert frame is not None
        return frame


def camera(number: int, name: CameraId) -> Camera:
    urls = (f"{{base}}/{number}/sub", f"{{base}}/{number}/main")
    return Camera(
        name, number, name, name, CameraKind.FIXED, None, sub_url=urls[0], main_url=urls[1], user=USER, secret=PASSWORD
    )


@pytest.fixture(scope="module")
def simulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CameraSim]:
    scenes, kinds = scene_names(), (Auth.NONE, Auth.BASIC, Auth.DIGEST_SHA256)
    cameras = [
        SimCamera(str(number), number, name, scenes[number], kinds[number - 1], USER, PASSWORD)
        for number, name in enumerate(NAMES, 1)
    ]
    sim = CameraSim(cameras, cache=tmp_path_factory.mktemp("clips"))
    sim.start()
    yield sim
    sim.stop()


@pytest.fixture(scope="module", params=["process", "drawn"])
def rig(request: pytest.FixtureRequest) -> Iterator[Rig]:
    cameras = [camera(number, name) for number, name in enumerate(NAMES, 1)]
    inbox, clock = Inbox(), Clock()
    if request.param == "drawn":
        rig = Rig(DrawnVideo(cameras, inbox, clock), inbox)
    else:
        base = request.getfixturevalue("simulator").base
        data = request.getfixturevalue("tmp_path_factory").mktemp("data")
        video = VideoProcess(VideoConfig(), cameras, base, resolve=str, inbox=inbox, clock=clock, data=data)
        rig = Rig(video, inbox, base=base)
    rig.video.start()
    wait_until(lambda: all(rig.state(name) is CameraState.LIVE for name in NAMES), 90, "every camera live")
    yield rig
    rig.video.stop()


def pixels_of(frame: Frame) -> Pixels:
    rows = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.stride)
    return rows[:, : frame.width * 4].reshape(frame.height, frame.width, 4)


def number_in(frame: Frame) -> int | None:
    """Whose picture it is, by its pixels."""
    code = framecode.read(pixels_of(frame))
    return code.number if code is not None else None


def test_a_link_that_works_is_said_to_be_up(rig: Rig) -> None:
    assert any(isinstance(item, LinkUp) and item.kind == "video" for item in rig.posted)


def test_a_hot_camera_is_on_the_screen_at_once(rig: Rig) -> None:
    took = []
    for name in (*NAMES, *NAMES):
        asked = time.monotonic()
        slot = rig.show(name, 320, 240)
        assert rig.next_frame(slot).from_memory
        took.append((time.monotonic() - asked) * 1000)
        assert not rig.next_frame(slot).from_memory
        rig.video.show(slot, None, Quality.SUB, 0, 0)
    assert statistics.median(took) <= HOT_MS


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_picture_says_whose_it_is_and_its_pixels_agree(rig: Rig, number: int) -> None:
    frame = rig.next_frame(rig.show(NAMES[number - 1], 320, 180))
    assert frame.camera == NAMES[number - 1]
    assert number_in(frame) == number


def test_a_picture_fits_its_box_in_its_own_shape(rig: Rig) -> None:
    frame = rig.next_frame(rig.show(NAMES[2], 320, 240))
    assert (frame.width, frame.height) == (320, 180)
    assert frame.stride >= frame.width * 4
    assert frame.pixels.nbytes == frame.stride * frame.height
    assert frame.pixels.readonly
    assert 0 <= time.monotonic_ns() - frame.arrived_ns < 2e9


def test_sequences_only_grow_and_no_picture_comes_twice(rig: Rig) -> None:
    slot = rig.show(NAMES[0])
    first = [rig.next_frame(slot) for _ in range(4)]
    rig.video.show(slot, NAMES[1], Quality.SUB, 320, 180)
    second = [rig.next_frame(slot, lambda frame: frame.camera == NAMES[1]) for _ in range(4)]
    numbers = [frame.sequence for frame in (*first, *second)]
    assert numbers == sorted(set(numbers))


def test_another_camera_in_the_same_slot_brings_its_own_pictures_only(rig: Rig) -> None:
    slot = rig.show(NAMES[0])
    rig.next_frame(slot)
    rig.video.show(slot, NAMES[1], Quality.SUB, 160, 90)
    rig.next_frame(slot, lambda frame: frame.camera == NAMES[1])
    assert {rig.next_frame(slot).camera for _ in range(4)} == {NAMES[1]}


def test_one_camera_may_fill_several_slots_each_in_its_size(rig: Rig) -> None:
    small = rig.show(NAMES[0])
    rig.next_frame(small)
    large = rig.show(NAMES[0], 640, 360)
    assert rig.next_frame(large).width == 640
    assert rig.next_frame(small).width == 160


def test_a_new_size_is_served_at_once(rig: Rig) -> None:
    slot = rig.show(NAMES[0])
    rig.next_frame(slot)
    rig.video.show(slot, NAMES[0], Quality.SUB, 480, 270)
    assert rig.next_frame(slot, lambda frame: frame.width == 480).height == 270


def test_the_main_stream_takes_the_slot_over(rig: Rig) -> None:
    slot = rig.show(NAMES[0], 320, 180, Quality.MAIN)
    frame = rig.next_frame(slot, lambda frame: frame.quality is Quality.MAIN)
    assert number_in(frame) == 1
    assert {rig.next_frame(slot).quality for _ in range(4)} == {Quality.MAIN}


def test_a_freed_slot_gives_no_pictures(rig: Rig) -> None:
    freed, kept = rig.show(NAMES[0]), rig.show(NAMES[0])
    rig.next_frame(freed)
    rig.video.show(freed, None, Quality.SUB, 0, 0)
    for _ in range(3):
        rig.next_frame(kept)
        assert rig.video.frame(freed) is None


def test_a_slot_that_takes_every_fourth_picture_leaves_the_others_out_and_says_so(rig: Rig) -> None:
    slow, whole = rig.show(NAMES[0]), rig.show(NAMES[0], 320, 180)
    rig.video.pace({slow: 4}, is_sparing=True)
    rig.next_frame(slow, lambda frame: frame.is_late)
    arrivals = [rig.next_frame(slow).arrived_ns for _ in range(4)]
    assert all(later - earlier > 0.2e9 for earlier, later in itertools.pairwise(arrivals))
    assert not rig.next_frame(whole).is_late
    rig.video.pace({}, is_sparing=False)
    assert not rig.next_frame(slow, lambda frame: not frame.is_late).is_late


def test_a_paused_slot_keeps_its_picture_and_goes_on_when_it_may(rig: Rig) -> None:
    slot, other = rig.show(NAMES[0]), rig.show(NAMES[1])
    rig.next_frame(slot)
    rig.video.pace({slot: 0}, is_sparing=False)
    seen = rig.next_frame(other).arrived_ns
    rig.next_frame(other, lambda frame: frame.arrived_ns > seen + 500_000_000)
    rig.video.frame(slot)  # one may have been on its way
    last = rig.next_frame(other).arrived_ns
    rig.next_frame(other, lambda frame: frame.arrived_ns > last + 500_000_000)
    assert rig.video.frame(slot) is None
    rig.video.pace({}, is_sparing=False)
    assert rig.next_frame(slot).arrived_ns > last


def test_a_new_site_brings_its_cameras_and_takes_others_away(rig: Rig) -> None:
    cameras = [camera(number, name) for number, name in enumerate(NAMES, 1)]
    base = rig.base
    kept = rig.show(NAMES[0])
    rig.next_frame(kept)
    rig.video.take_site(Site("", "", "UTC", (0, 0), base, cameras=tuple(cameras[:1])))
    gone = rig.show(NAMES[2])
    for _ in range(3):
        rig.next_frame(kept)
        assert rig.video.frame(gone) is None
    said = len(rig.posted)
    rig.video.take_site(Site("", "", "UTC", (0, 0), base, cameras=tuple(cameras)))
    rig.next_frame(gone, lambda frame: frame.arrived_ns > 0)
    wait_until(lambda: rig.live_since(said) == set(NAMES[1:]), 10, "the cameras that came, and no other, to be live")


def test_every_order_for_a_clip_is_answered_once(rig: Rig) -> None:
    clock = Clock()
    paths = [f"evidence/2026/11/21/a/{number}.mp4" for number in range(3)]
    for path in (*paths, *paths):
        until = clock.now_ms() + 500
        rig.video.record(ClipOrder(AlarmId("z2m/a#smoke/1"), NAMES[0], 1, path, until - 1_000, until))
    wait_until(lambda: rig.answered() >= set(paths), 15, "an answer to each order")
    assert rig.answered() == set(paths)


def test_a_slot_nobody_asked_for_is_empty(rig: Rig) -> None:
    assert rig.video.frame(777) is None


def test_a_camera_nobody_knows_gives_no_pictures_and_harms_nobody(rig: Rig) -> None:
    empty, other = rig.show(CameraId("nowhere")), rig.show(NAMES[0])
    rig.next_frame(other)
    assert rig.video.frame(empty) is None
