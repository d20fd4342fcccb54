"""What stands for the window in tests of the video process: starts it, shows cameras, collects what it posts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from console.backends.video.process import VideoProcess
from console.clock import Clock
from console.config.schema import VideoConfig
from console.inbox import Inbox
from console.model import Camera, CameraId, CameraKind, LinkDown, LinkUp, Point, Quality
from console.ports import CameraChanged, CameraState, Frame
from tests.servers.rtsp import PASSWORD, USER, RtspServer
from tests.waiting import wait_until

SUB = Quality.SUB


@dataclass
class Console:
    """What stands for the window: starts the process, collects what it posts."""

    server: RtspServer
    cameras: list[Camera] = field(default_factory=list)
    config: VideoConfig = field(default_factory=VideoConfig)
    inbox: Inbox = field(default_factory=Inbox)
    posted: list[object] = field(default_factory=list)
    video: VideoProcess | None = None
    points: list[Point] = field(default_factory=list)
    data: Path | None = None

    def add(self, name: str, *, url: str = "", main: str = "", hot: str = "yes", password: str = PASSWORD) -> CameraId:
        id_ = CameraId(name)
        address, number = url or f"{{base}}/{name}", len(self.cameras) + 1
        self.cameras.append(
            Camera(
                id_, number, name, name, CameraKind.FIXED, None,
                sub_url=address, main_url=main, hot=hot, user=USER, secret=password,
            )
        )  # fmt: skip
        return id_

    def start(self) -> VideoProcess:
        base, clock = self.server.base, Clock()
        self.video = VideoProcess(
            self.config, self.cameras, base,
            resolve=str, inbox=self.inbox, clock=clock, points=self.points, data=self.data,
        )  # fmt: skip
        self.video.start()
        return self.video

    @staticmethod
    def now_ms() -> int:
        return Clock().now_ms()

    def everything(self) -> list[object]:
        """All that was posted so far."""
        self.inbox.drain(self.posted.append, lambda item, error: None)
        return self.posted

    def changes(self, camera: CameraId) -> list[CameraChanged]:
        return [item for item in self.everything() if isinstance(item, CameraChanged) and item.camera == camera]

    def wait_for(self, camera: CameraId, state: CameraState, timeout: float = 10) -> CameraChanged:
        return wait_until(
            lambda: next((item for item in self.changes(camera)[-1:] if item.state is state), None),
            timeout,
            f"{camera} {state}",
        )

    def links(self, kind: type[LinkUp] | type[LinkDown]) -> list[object]:
        return [item for item in self.everything() if isinstance(item, kind)]


@pytest.fixture
def console(rtsp_server: RtspServer) -> Iterator[Console]:
    rig = Console(rtsp_server)
    yield rig
    if rig.video is not None:
        rig.video.stop()


def new_frame(video: VideoProcess, slot: int, timeout: float = 5, *, since_ns: int = 0) -> Frame:
    """The next picture of the slot that arrived after `since_ns`."""

    def look() -> Frame | None:
        frame = video.frame(slot)
        return frame if frame is not None and frame.arrived_ns >= since_ns else None

    return wait_until(look, timeout, f"a new picture in slot {slot}")
