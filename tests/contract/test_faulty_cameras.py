"""What goes wrong with a camera is named on its tile, heals by itself, and no other tile waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import av
import numpy as np
import numpy.typing as npt
import pytest

from console import framecode
from console.backends.video.process import VideoProcess
from console.clock import Clock
from console.config.schema import VideoConfig
from console.inbox import Inbox
from console.model import Camera, CameraId, CameraKind, Quality
from console.ports import CameraChanged, CameraState, Detail, Frame
from console.sim.cameras import CameraSim, Fault
from console.sim.clips import Rendition
from console.sim.coding import Coding
from console.sim.timing import sent_ms
from console.videod.control import Beat
from tests.servers.camera_sim import CAMERAS
from tests.servers.certificates import Authority
from tests.waiting import wait_until

Pixels = npt.NDArray[np.uint8]
WITNESS = "tcp"  # the camera nothing ever happens to
NUMBERS = {camera.id: camera.number for camera in CAMERAS}
WIDTH, HEIGHT = 640, 360  # as it is sent: pixels can be compared
SLOW_S = 60.0  # the machine may be busy
STILL = 10  # beats of the process, ten a second


def pixels_of(frame: Frame) -> Pixels:
    rows = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.stride)
    return rows[:, : frame.width * 4].reshape(frame.height, frame.width, 4).copy()


@dataclass
class Wall:
    """The video process with a tile for each camera, and what it posted."""

    sim: CameraSim
    video: VideoProcess
    inbox: Inbox
    slots: dict[str, int]
    posted: list[object] = field(default_factory=list)

    def said(self, camera: str) -> list[CameraChanged]:
        self.inbox.drain(self.posted.append, lambda item, error: None)
        return [item for item in self.posted if isinstance(item, CameraChanged) and item.camera == camera]

    def wait_for(self, camera: str, *states: CameraState, since: int = 0) -> CameraChanged:
        def look() -> CameraChanged | None:
            return next((item for item in self.said(camera)[since:] if item.state in states), None)

        return wait_until(look, SLOW_S, f"{camera} to be {' or '.join(states)}")

    def wait_until_live(self, camera: str) -> None:
        wait_until(lambda: self.said(camera)[-1].state is CameraState.LIVE, SLOW_S, f"{camera} to be live")

    def losses(self) -> int:
        """Losses so far, as soon as none has been added for a second: the last ones are still waited for."""
        seen: list[Beat] = []

        def settled() -> bool:
            beat = self.video.last_beat
            if beat is not None and beat not in seen[-1:]:
                seen.append(beat)
            return len(seen) > STILL and seen[-1].lost == seen[-STILL].lost

        wait_until(settled, SLOW_S, "a second without a loss")
        return seen[-1].lost

    def picture(self, camera: str) -> Pixels:
        """The next picture on its tile."""
        return pixels_of(wait_until(lambda: self.video.frame(self.slots[camera]), SLOW_S, f"a picture of {camera}"))

    def numbers(self, camera: str, count: int) -> list[int]:
        """Which frames of its loop are on its tile, one after the other."""
        found: list[int] = []
        while len(found) < count:
            code = framecode.read(self.picture(camera))
            assert code is not None and code.number == NUMBERS[camera], "another camera's picture, or a broken one"
            found.append(code.frame)
        return found


@pytest.fixture(scope="module")
def wall(camera_sim: CameraSim, sim_authority: Authority) -> Iterator[Wall]:
    names = ("C-001", "udp", "h265", WITNESS)
    cameras = [
        Camera(CameraId(name), number, name, name, CameraKind.FIXED, None, sub_url=f"{{base}}/{name}/sub")
        for number, name in enumerate(names, 1)
    ]
    secure = f"{camera_sim.secure_base}/h265/sub"
    cameras.append(Camera(CameraId("secure"), 5, "secure", "secure", CameraKind.FIXED, None, sub_url=secure))
    inbox, config = Inbox(), VideoConfig(tls_ca=str(sim_authority.certificate))
    video = VideoProcess(config, cameras, camera_sim.base, resolve=str, inbox=inbox, clock=Clock())
    video.start()
    wall = Wall(camera_sim, video, inbox, {camera.id: slot for slot, camera in enumerate(cameras)})
    for camera in cameras:
        video.show(wall.slots[camera.id], camera.id, Quality.SUB, WIDTH, HEIGHT)
    for camera in cameras:
        wall.wait_for(camera.id, CameraState.LIVE)
    yield wall
    video.stop()


@pytest.fixture
def fault(wall: Wall) -> Iterator[None]:
    """Whatever the test broke is whole again after it."""
    yield
    for camera in ("C-001", "udp", "h265"):
        wall.sim.fault(camera, None)
    for camera in ("C-001", "udp", "h265"):
        wall.wait_until_live(camera)


def lateness_ms(wall: Wall) -> float:
    """How old the picture on the witness's tile is, by the number in it."""
    now = Clock().now_ms()
    (frame,) = wall.numbers(WITNESS, 1)
    return Clock().now_ms() - sent_ms(NUMBERS[WITNESS], frame, now)


LONG = pytest.mark.long
NAMED = [
    (Fault.STALL, "udp", {CameraState.STALE}),
    (Fault.ABORT, "h265", {CameraState.NO_SIGNAL}),
    pytest.param(Fault.STALL, "C-001", {CameraState.STALE}, marks=LONG),
    pytest.param(Fault.STALL, "h265", {CameraState.STALE}, marks=LONG),
    pytest.param(Fault.SILENT, "C-001", {CameraState.STALE}, marks=LONG),
    pytest.param(Fault.SILENT, "udp", {CameraState.STALE}, marks=LONG),
    pytest.param(Fault.ABORT, "C-001", {CameraState.NO_SIGNAL}, marks=LONG),
    pytest.param(Fault.ABORT, "udp", {CameraState.NO_SIGNAL}, marks=LONG),
    pytest.param(Fault.NO_KEY_FRAME, "C-001", {CameraState.WAITING_KEY}, marks=LONG),
    pytest.param(Fault.NO_KEY_FRAME, "h265", {CameraState.WAITING_KEY}, marks=LONG),
    pytest.param(Fault.SLOW_LINK, "C-001", {CameraState.WAITING_KEY, CameraState.STALE}, marks=LONG),
    pytest.param(Fault.SLOW_LINK, "udp", {CameraState.WAITING_KEY, CameraState.STALE}, marks=LONG),
]


@pytest.mark.parametrize(("broken", "camera", "states"), NAMED)
@pytest.mark.usefixtures("fault")
def test_a_fault_is_named_heals_by_itself_and_delays_no_other_tile(
    wall: Wall, broken: Fault, camera: str, states: set[CameraState]
) -> None:
    before = len(wall.said(camera))
    wall.sim.fault(camera, broken)
    wall.wait_for(camera, *states, since=before)
    assert lateness_ms(wall) < 4_000  # half a loop: on a machine this busy a delay by a camera would be more
    wall.sim.fault(camera, None)
    wall.wait_until_live(camera)
    wall.numbers(camera, 3)


@pytest.mark.parametrize(
    ("broken", "state", "detail"),
    [
        (Fault.UNAUTHORISED, CameraState.WRONG_PASSWORD, Detail.STATUS),
        (Fault.SILENT, CameraState.CONNECTING, Detail.NO_ANSWER),  # said long before it is given up
        (Fault.PLAY_SILENCE, CameraState.CONNECTING, Detail.NOTHING_SENT),
        pytest.param(Fault.NOT_FOUND, CameraState.NOT_FOUND, Detail.STATUS, marks=LONG),
        pytest.param(Fault.PLAY_SILENCE, CameraState.NO_SIGNAL, Detail.NOTHING_SENT, marks=LONG),
        pytest.param(Fault.SILENT, CameraState.NO_SIGNAL, Detail.NO_ANSWER, marks=LONG),
        pytest.param(Fault.ABORT, CameraState.NO_SIGNAL, Detail.CONNECTION_LOST, marks=LONG),
        pytest.param(Fault.NO_KEY_FRAME, CameraState.WAITING_KEY, Detail.NONE, marks=LONG),
    ],
)
def test_what_a_camera_answers_to_a_new_visit_is_named(
    wall: Wall, broken: Fault, state: CameraState, detail: Detail
) -> None:
    camera = CameraId("C-003")
    inbox = Inbox()
    posted: list[CameraChanged] = []
    known = Camera(camera, 3, camera, camera, CameraKind.FIXED, None, sub_url="{base}/C-001/sub")
    wall.sim.fault("C-001", broken)
    video = VideoProcess(VideoConfig(), [known], wall.sim.base, resolve=str, inbox=inbox, clock=Clock())
    video.start()

    def states() -> set[tuple[CameraState, Detail]]:
        inbox.drain(lambda item: posted.append(item) if isinstance(item, CameraChanged) else None, lambda i, e: None)
        return {(item.state, item.detail) for item in posted}

    try:
        wait_until(lambda: (state, detail) in states(), SLOW_S, f"{broken} to be named")
        assert CameraState.LIVE not in {named for named, _ in states()}
    finally:
        wall.sim.fault("C-001", None)
        video.stop()
    wall.wait_until_live("C-001")


def clean_loop(sim: CameraSim, camera: str) -> list[Pixels]:
    """What the camera sends, decoded without any network between."""
    loop = sim._served.states[camera].tracks[Rendition.SUB].loop
    assert loop is not None
    codec = av.VideoCodecContext.create(loop.clip.coding.value, "r")
    start, frames = b"\0\0\0\1", []
    for number, nals in enumerate(loop.clip.frames):
        whole = (*loop.clip.sets, *nals) if loop.keys[number] else nals
        frames += codec.decode(av.Packet(b"".join(start + nal for nal in whole)))
    return [frame.to_ndarray(format="bgra") for frame in [*frames, *codec.decode(None)]]


@pytest.mark.usefixtures("fault")
def test_of_a_lossy_network_no_broken_picture_is_ever_shown_and_the_loss_is_named(wall: Wall) -> None:
    clean = clean_loop(wall.sim, "udp")
    before = len(wall.said("udp"))
    wall.sim.fault("udp", Fault.LOSSY)

    def is_named() -> bool:
        return any(item.detail is Detail.PACKETS_LOST for item in wall.said("udp")[before:])

    shown: list[int] = []
    while len(shown) < 25 or not is_named():
        picture = wall.picture("udp")
        code = framecode.read(picture)
        assert code is not None and code.number == NUMBERS["udp"]
        assert np.abs(picture[..., :3].astype(np.int16) - clean[code.frame][..., :3]).mean() < 3
        shown.append(code.frame)
        assert len(shown) < 600, "twenty seconds of losses have not been named"
    assert {item.state for item in wall.said("udp")[before:]} <= {CameraState.WAITING_KEY, CameraState.LIVE}
    beat = wall.video.last_beat
    assert beat is not None and beat.lost > 0


@pytest.mark.usefixtures("fault")
def test_packets_that_overtake_each_other_cost_no_picture(wall: Wall) -> None:
    lost = wall.losses()  # also what the fault before it cost
    said = len(wall.said("udp"))
    wall.sim.fault("udp", Fault.REORDER)
    wall.numbers("udp", 25)  # more than a group of pictures
    assert wall.losses() == lost
    assert wall.said("udp")[said:] == []


@LONG
@pytest.mark.parametrize("camera", ["C-001", "h265"])
@pytest.mark.usefixtures("fault")
def test_a_camera_that_changes_its_codec_while_it_runs_is_followed(wall: Wall, camera: str) -> None:
    track = wall.sim._served.states[camera].tracks[Rendition.SUB]
    usual = next(each.coding for each in CAMERAS if each.id == camera)
    for fault in (Fault.CODEC_CHANGE, None):
        wall.sim.fault(camera, fault)
        wanted = usual if fault is None else next(each for each in Coding if each is not usual)
        wait_until(
            lambda wanted=wanted: track.loop is not None and track.loop.clip.coding is wanted, SLOW_S, "the new loop"
        )
        wall.numbers(camera, 25)  # more than a group of pictures
        wall.wait_until_live(camera)


@LONG
@pytest.mark.usefixtures("fault")
def test_a_camera_that_changes_its_resolution_while_it_runs_is_followed(wall: Wall) -> None:
    wall.sim.fault("C-001", Fault.RESOLUTION_CHANGE)
    track = wall.sim._served.states["C-001"].tracks[Rendition.SUB]
    wait_until(lambda: track.loop is not None and track.loop.clip.width == 448, SLOW_S, "the new loop")
    wall.numbers("C-001", 5)
    wall.wait_until_live("C-001")


@LONG
@pytest.mark.usefixtures("fault")
def test_a_cameras_wrong_clock_disturbs_nothing(wall: Wall) -> None:
    said = len(wall.said("C-001"))
    wall.sim.fault("C-001", Fault.WRONG_CLOCK)
    wall.numbers("C-001", 55)  # a report of its clock came in between
    assert wall.said("C-001")[said:] == []


def test_encrypted_pictures_are_those_of_the_camera(wall: Wall) -> None:
    code = framecode.read(wall.picture("secure"))
    assert code is not None
    assert code.number == NUMBERS["h265"]
