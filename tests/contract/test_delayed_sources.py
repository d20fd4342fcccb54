"""Sources that are no RTSP, through libvlc: real servers, the real video process; said to be delayed, never live."""

from __future__ import annotations

import itertools
import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import psutil
import pytest

from console.backends.video.process import VideoProcess
from console.clock import Clock
from console.config.schema import VideoConfig
from console.inbox import Inbox
from console.model import AlarmId, Camera, CameraId, CameraKind, Quality
from console.ports import CameraChanged, CameraState, ClipFailed, ClipOrder, Detail, Frame
from tests.servers.ports import free_port
from tests.servers.web_video import PASSWORD, SIZE, USER, WebCameras, make_hls, rtmp_camera
from tests.waiting import wait_until

PATIENCE_S = 60.0
MJPEG, HLS, RTMP, GONE = (CameraId(name) for name in ("mjpeg", "hls", "rtmp", "gone"))


@dataclass
class Rig:
    """The video process with cameras that speak no RTSP."""

    video: VideoProcess
    web: WebCameras
    inbox: Inbox
    posted: list[object] = field(default_factory=list)
    slots: itertools.count[int] = field(default_factory=itertools.count)

    def show(self, camera: CameraId, width: int = 320, height: int = 180) -> int:
        slot = next(self.slots)
        self.video.show(slot, camera, Quality.SUB, width, height)
        return slot

    def frame(self, slot: int) -> Frame:
        return wait_until(lambda: self.video.frame(slot), PATIENCE_S)

    def last(self, camera: CameraId) -> CameraChanged | None:
        self.inbox.drain(self.posted.append, lambda item, error: None)
        said = [item for item in self.posted if isinstance(item, CameraChanged) and item.camera == camera]
        return said[-1] if said else None

    def stands(self, camera: CameraId, state: CameraState, detail: Detail) -> bool:
        said = self.last(camera)
        return said is not None and (said.state, said.detail) == (state, detail)

    def players(self) -> list[psutil.Process]:
        """The processes with libvlc in them."""
        children = psutil.Process(self.video.pid).children() if self.video.pid else []
        return [child for child in children if "console.videod.delayed" in self.words(child)]

    @staticmethod
    def words(process: psutil.Process) -> list[str]:
        """Its command line; one that has just ended has none."""
        try:
            return process.cmdline()
        except psutil.Error:
            return []


def camera(id_: CameraId, url: str, secret: str = "") -> Camera:
    return Camera(id_, 1, id_, id_, CameraKind.FIXED, None, sub_url=url, user=USER if secret else "", secret=secret)


@pytest.fixture(scope="module")
def rig(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rig]:
    folder = tmp_path_factory.mktemp("hls")
    make_hls(folder)
    web, inbox = WebCameras(folder), Inbox()
    with rtmp_camera() as rtmp:
        cameras = [
            camera(MJPEG, f"{web.base}/mjpeg", "env:YARD"),
            camera(HLS, f"{web.base}/film.m3u8"),
            camera(RTMP, rtmp),
            camera(GONE, f"http://127.0.0.1:{free_port()}/mjpeg"),
        ]
        video = VideoProcess(
            VideoConfig(workers=1), cameras, "", resolve=lambda _reference: PASSWORD, inbox=inbox, clock=Clock(),
            data=folder,
        )  # fmt: skip
        video.start()
        yield Rig(video, web, inbox)
        video.stop()
    web.close()


def colour(frame: Frame) -> tuple[int, int, int]:
    """Red, green and blue of its middle."""
    rows = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.stride)
    blue, green, red = (int(part) for part in rows[frame.height // 2, frame.width // 2 * 4 :][:3])
    return red, green, blue


def test_mjpeg_with_a_password_is_shown_in_its_true_shape_and_said_to_be_delayed(rig: Rig) -> None:
    slot = rig.show(MJPEG)
    frame = rig.frame(slot)
    wait_until(lambda: rig.stands(MJPEG, CameraState.LIVE, Detail.DELAYED), PATIENCE_S)
    assert frame.is_delayed and not frame.is_replay
    assert frame.camera == MJPEG

    def is_true() -> bool:
        newest = rig.video.frame(slot)
        return newest is not None and (newest.width, newest.height) == (180 * SIZE[0] // SIZE[1], 180)

    wait_until(is_true, PATIENCE_S)
    seen: set[str] = set()

    def has_seen_both() -> bool:
        newest = rig.video.frame(slot)
        if newest is not None:
            red, green, _ = colour(newest)
            seen.add("red" if red > green else "green")
        return seen == {"red", "green"}

    wait_until(has_seen_both, PATIENCE_S)


def test_a_password_is_on_no_command_line(rig: Rig) -> None:
    rig.frame(rig.show(MJPEG))
    assert rig.players()
    assert not any(PASSWORD in part for player in rig.players() for part in player.cmdline())


def test_hls_is_shown(rig: Rig) -> None:
    red, green, blue = colour(rig.frame(rig.show(HLS)))
    assert blue > red and blue > green


def test_rtmp_is_shown(rig: Rig) -> None:
    red, green, blue = colour(rig.frame(rig.show(RTMP)))
    assert green > red and green > blue


def test_a_source_that_nobody_serves_says_so(rig: Rig) -> None:
    rig.show(GONE)
    wait_until(lambda: rig.stands(GONE, CameraState.NO_SIGNAL, Detail.NO_CONNECTION), PATIENCE_S)


def test_a_source_that_freezes_is_stale_and_comes_back(rig: Rig) -> None:
    slot = rig.show(MJPEG)
    rig.frame(slot)
    wait_until(lambda: rig.stands(MJPEG, CameraState.LIVE, Detail.DELAYED), PATIENCE_S)
    rig.web.freeze(is_frozen=True)
    try:
        wait_until(lambda: rig.stands(MJPEG, CameraState.STALE, Detail.NONE), PATIENCE_S)
    finally:
        rig.web.freeze(is_frozen=False)
    wait_until(lambda: rig.stands(MJPEG, CameraState.LIVE, Detail.DELAYED), PATIENCE_S)


@pytest.mark.long
def test_a_player_that_hangs_is_replaced_and_holds_up_nobody(rig: Rig) -> None:
    slot = rig.show(MJPEG)
    rig.frame(slot)
    pid = rig.video.pid
    stopped = rig.players()
    for player in stopped:
        os.kill(player.pid, signal.SIGSTOP)
    wait_until(lambda: not {one.pid for one in stopped} & {one.pid for one in rig.players()}, PATIENCE_S)
    wait_until(lambda: rig.stands(MJPEG, CameraState.LIVE, Detail.DELAYED), PATIENCE_S)
    assert rig.video.pid == pid


def test_what_is_not_shown_is_not_played(rig: Rig) -> None:
    slot = rig.show(HLS)
    rig.frame(slot)
    for shown in range(slot + 1):
        rig.video.show(shown, None, Quality.SUB, 0, 0)
    wait_until(lambda: not rig.players(), PATIENCE_S)
    wait_until(lambda: rig.stands(HLS, CameraState.QUEUED, Detail.NONE), PATIENCE_S)


def test_a_clip_of_it_is_refused_and_not_promised(rig: Rig) -> None:
    path = "evidence/2026/01/01/a-1/mjpeg.mp4"
    now = Clock().now_ms()
    rig.video.record(ClipOrder(AlarmId("a/1"), MJPEG, 1, path, now, now + 1_000))

    def is_refused() -> bool:
        rig.inbox.drain(rig.posted.append, lambda item, error: None)
        return any(isinstance(item, ClipFailed) and item.path == path for item in rig.posted)

    wait_until(is_refused, PATIENCE_S)
