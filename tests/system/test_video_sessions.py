"""Recorders that allow few sessions: who is connected, who waits and says why, and that nothing comes and goes."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from console.config.schema import VideoConfig, VideoHost
from console.model import AlarmId, CameraId, Point, PointId, Quality
from console.ports import CameraState, ClipOrder, ClipSaved, Detail
from tests.system.watching import SUB, Console, console, new_frame
from tests.waiting import wait_until

__all__ = ["console"]

HOST = "127.0.0.1"


def capped(console: Console, sessions: int, *names: str) -> list[CameraId]:
    """Hot cameras at one recorder, the first one nearest to a detector."""
    console.config = VideoConfig(hosts=(VideoHost(HOST, sessions),))
    cameras = [console.add(name, main=f"{{base}}/{name}-main") for name in names]
    console.cameras = [replace(camera, at=(100.0 * camera.number, 0.0)) for camera in console.cameras]
    console.points = [Point(PointId("z2m/a#smoke"), "", "", "smoke", (0.0, 0.0))]
    return cameras


def watched(console: Console, *names: str) -> bool:
    return all(console.server.watching(name) == 1 for name in names)


def connections(console: Console) -> int:
    return len({client for client in list(console.server.clients) if client.playing})


def test_the_nearest_cameras_are_connected_and_the_others_wait_and_say_why(console: Console) -> None:
    near, next_, far = capped(console, 2, "near", "next", "far")
    video = console.start()
    for camera in (near, next_):
        console.wait_for(camera, CameraState.LIVE)
    waiting = console.wait_for(far, CameraState.QUEUED)
    assert (waiting.detail, waiting.about) == (Detail.SESSION_CAP, HOST)
    assert console.server.asked("OPTIONS", "far") == 0
    wait_until(lambda: video.last_beat is not None and video.last_beat.without_session == 1, 3, "the beat says so")


def test_a_shown_camera_takes_the_session_of_the_farthest_one(console: Console) -> None:
    near, next_, far = capped(console, 2, "near", "next", "far")
    video = console.start()
    for camera in (near, next_):
        console.wait_for(camera, CameraState.LIVE)
    video.show(0, far, SUB, 160, 90)
    assert new_frame(video, 0).camera == far
    assert console.wait_for(next_, CameraState.QUEUED).detail is Detail.SESSION_CAP
    assert watched(console, "near", "far")
    assert connections(console) == 2


def test_the_main_stream_of_a_shown_camera_takes_a_session_too(console: Console) -> None:
    near, next_ = capped(console, 2, "near", "next")
    video = console.start()
    for camera in (near, next_):
        console.wait_for(camera, CameraState.LIVE)
    video.show(0, near, Quality.MAIN, 160, 90)
    wait_until(lambda: new_frame(video, 0).quality is Quality.MAIN, 5, "the main stream")
    assert console.wait_for(next_, CameraState.QUEUED).detail is Detail.SESSION_CAP
    assert watched(console, "near", "near-main")


def test_with_one_session_a_shown_camera_keeps_its_sub_stream(console: Console) -> None:
    (near,) = capped(console, 1, "near")
    video = console.start()
    console.wait_for(near, CameraState.LIVE)
    video.show(0, near, Quality.MAIN, 160, 90)
    assert new_frame(video, 0).quality is SUB
    assert new_frame(video, 0, since_ns=time.monotonic_ns()).quality is SUB
    assert console.server.asked("OPTIONS", "near-main") == 0


def test_paging_dials_what_is_shown_and_leaves_the_other_hot_cameras_alone(console: Console) -> None:
    near, *others = capped(console, 2, "near", "b", "c", "d")
    video = console.start()
    console.wait_for(near, CameraState.LIVE)
    for camera in (*others, *others):
        video.show(0, camera, SUB, 160, 90)
        assert new_frame(video, 0, 5, since_ns=time.monotonic_ns()).arrived_ns > 0
        wait_until(lambda: new_frame(video, 0).camera == camera, 5, f"{camera} shown")  # noqa: B023
        assert connections(console) <= 2
    assert console.server.asked("DESCRIBE", "near") == 1
    assert {change.state for change in console.changes(near)[3:]} <= {CameraState.LIVE}


def test_a_camera_whose_clip_is_being_recorded_is_not_cut_off_for_a_hot_one(console: Console, tmp_path: Path) -> None:
    near, far = capped(console, 1, "near", "far")
    console.data = tmp_path
    video = console.start()
    console.wait_for(near, CameraState.LIVE)
    now = console.now_ms()
    path = "evidence/2026/11/21/a/far_20261121T101530000Z.mp4"
    video.record(ClipOrder(AlarmId("a"), far, 2, path, now, now + 3_000))
    console.wait_for(far, CameraState.LIVE)
    assert console.wait_for(near, CameraState.QUEUED).detail is Detail.SESSION_CAP
    saved = wait_until(lambda: next((item for item in console.everything() if isinstance(item, ClipSaved)), None), 10)
    assert saved is not None
    assert saved.frames > 15
