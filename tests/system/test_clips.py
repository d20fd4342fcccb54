"""Clips from the memory and the wire of real streams: whole, playable, hashed, whatever befalls the process."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import av
import pytest

from console.backends.video.process import VideoProcess
from console.clock import Clock
from console.model import AlarmId, CameraId, Quality
from console.ports import CameraState, ClipFailed, ClipOrder, ClipSaved, ClipTrouble
from tests.system.watching import Console, console, new_frame
from tests.waiting import wait_until

__all__ = ["console"]

FPS = 15
PATH = "evidence/2026/11/21/smoke_1/gate_20261121T101530000Z.mp4"


def order(camera: CameraId, before_s: float, after_s: float, path: str = PATH, settling: bool = False) -> ClipOrder:
    now = Clock().now_ms()
    window = (now - round(before_s * 1000), now + round(after_s * 1000))
    return ClipOrder(AlarmId("z2m/a#smoke/1"), camera, 7, path, *window, is_settling=settling)


def told(console: Console, path: str = PATH, timeout: float = 15) -> ClipSaved | ClipFailed:
    """The word on this clip."""

    def look() -> ClipSaved | ClipFailed | None:
        console.inbox.drain(console.posted.append, lambda item, error: None)
        clips = [item for item in console.posted if isinstance(item, ClipSaved | ClipFailed) and item.path == path]
        assert len(clips) <= 1, "one answer for each order"
        return clips[0] if clips else None

    found = wait_until(look, timeout, f"word on {path}")
    assert found is not None
    return found


def saved(console: Console, path: str = PATH, timeout: float = 15) -> ClipSaved:
    found = told(console, path, timeout)
    assert isinstance(found, ClipSaved), found
    return found


def failure(console: Console, path: str = PATH) -> ClipTrouble:
    found = told(console, path)
    assert isinstance(found, ClipFailed), found
    return found.code


def remembering(console: Console, camera: CameraId, seconds: float) -> VideoProcess:
    """A running process that has so many seconds of the camera in memory."""
    video = console.start()
    console.wait_for(camera, CameraState.LIVE)
    wait_until(lambda: video.last_beat is not None and video.last_beat.ring_max_s >= seconds, 15, "a filled ring")
    return video


def pictures(clip: Path) -> list[float]:
    """When each picture of the file is shown, in seconds; every one of them decoded."""
    with av.open(str(clip)) as file:
        return [float(frame.time or 0.0) for frame in file.decode(video=0)]


@pytest.fixture
def data(console: Console, tmp_path: Path) -> Path:
    console.data = tmp_path / "data"
    console.data.mkdir()
    return console.data


def test_a_clip_begins_before_the_alarm_with_a_key_frame_and_ends_after_it(console: Console, data: Path) -> None:
    camera = console.add("gate")
    video = remembering(console, camera, 2.5)
    asked = order(camera, 2, 2)
    video.record(asked)
    clip = saved(console)
    shown = pictures(data / PATH)
    assert (clip.camera, clip.frames, clip.gaps, clip.is_partial) == (camera, len(shown), 0, False)
    assert asked.from_ms - 1_200 <= clip.start_ms <= asked.from_ms  # at a key frame, one a second
    assert asked.until_ms - 200 <= clip.end_ms <= asked.until_ms
    assert {round(b - a, 2) for a, b in pairwise(shown)} == {round(1 / FPS, 2)}


def test_the_facts_beside_a_clip_are_those_of_the_file_and_no_other_file_is_left(console: Console, data: Path) -> None:
    camera = console.add("gate")
    video = remembering(console, camera, 1)
    video.record(order(camera, 1, 1))
    clip = saved(console)
    facts = json.loads((data / PATH).with_suffix(".json").read_bytes())
    content = (data / PATH).read_bytes()
    assert clip.sha256 == facts["sha256"] == hashlib.sha256(content).hexdigest()
    assert clip.size == facts["size"] == len(content)
    assert (facts["alarm"], facts["camera"], facts["number"]) == ("z2m/a#smoke/1", "gate", 7)
    assert (facts["codec"], facts["width"], facts["height"], facts["gaps"]) == ("h264", 320, 180, [])
    assert facts["start"].endswith("Z")
    assert (facts["start_ms"], facts["end_ms"]) == (clip.start_ms, clip.end_ms)
    assert {path.suffix for path in (data / PATH).parent.iterdir()} == {".mp4", ".json"}
    assert len(list((data / PATH).parent.iterdir())) == 2
    assert (data / PATH).stat().st_mode & 0o077 == 0


def test_a_standard_player_finds_no_fault_in_a_clip(console: Console, data: Path) -> None:
    camera = console.add("gate")
    video = remembering(console, camera, 1)
    video.record(order(camera, 1, 1))
    saved(console)
    judged = subprocess.run(
        ["ffmpeg", "-v", "error", "-xerror", "-i", str(data / PATH), "-f", "null", "-"], capture_output=True, text=True
    )
    assert (judged.returncode, judged.stderr) == (0, "")


def test_pictures_go_on_while_clips_are_recorded(console: Console, data: Path) -> None:
    cameras = [console.add(f"c{number}") for number in range(8)]
    video = remembering(console, cameras[0], 1)
    paths = [PATH.replace("gate", camera) for camera in cameras]
    video.show(0, cameras[0], Quality.SUB, 160, 90)
    for camera, path in zip(cameras, paths, strict=True):
        console.wait_for(camera, CameraState.LIVE)
        video.record(order(camera, 1, 1, path))
    wait_until(lambda: video.last_beat is not None and video.last_beat.recording == 8, 5, "eight clips")
    assert new_frame(video, 0, 1, since_ns=time.monotonic_ns()).camera == cameras[0]
    assert {saved(console, path).camera for path in paths} == set(cameras)


def test_a_camera_that_is_not_hot_is_connected_for_its_clip_and_left_again(console: Console, data: Path) -> None:
    camera = console.add("cold", hot="no")
    video = console.start()
    video.record(order(camera, 5, 3))
    clip = saved(console)
    assert clip.is_partial
    assert clip.frames >= FPS
    wait_until(lambda: console.server.asked("TEARDOWN", "cold") == 1, 5, "a goodbye")


def test_of_a_camera_with_key_frames_in_memory_the_past_has_one_picture_a_group(console: Console, data: Path) -> None:
    camera = console.add("gate", hot="keyframes")
    video = remembering(console, camera, 2)
    video.record(order(camera, 2, 2.5))
    saved(console)
    shown = pictures(data / PATH)
    assert [round(b - a) for a, b in pairwise(shown)][:2] == [1, 1]
    assert {round(b - a, 2) for a, b in list(pairwise(shown))[-FPS:]} == {round(1 / FPS, 2)}
    judged = subprocess.run(
        ["ffmpeg", "-v", "error", "-xerror", "-i", str(data / PATH), "-f", "null", "-"], capture_output=True, text=True
    )
    assert (judged.returncode, judged.stderr) == (0, "")


def test_a_break_in_the_stream_is_a_gap_with_its_place_and_length(console: Console, data: Path) -> None:
    camera = console.add("gate")
    video = remembering(console, camera, 1)
    video.record(order(camera, 1, 6))
    wait_until(lambda: video.last_beat is not None and video.last_beat.recording == 1, 5, "the clip")
    console.server.of("gate").stalled = True
    console.wait_for(camera, CameraState.STALE)
    console.server.of("gate").stalled = False
    clip = saved(console)
    ((at, lasted),) = json.loads((data / PATH).with_suffix(".json").read_bytes())["gaps"]
    assert clip.gaps == 1
    assert at > 0
    assert 1.4 <= lasted <= 4
    assert max(b - a for a, b in pairwise(pictures(data / PATH))) >= 1.4


def test_a_connection_that_was_lost_and_came_back_is_one_clip_in_the_right_time(console: Console, data: Path) -> None:
    camera = console.add("gate")
    video = remembering(console, camera, 1)
    asked = order(camera, 1, 5)
    video.record(asked)
    wait_until(lambda: video.last_beat is not None and video.last_beat.recording == 1, 5, "the clip")
    console.server.abort("gate")
    clip = saved(console)
    shown = pictures(data / PATH)
    assert shown[-1] == pytest.approx((clip.end_ms - clip.start_ms) / 1000, abs=0.2)
    assert shown == sorted(set(shown))


# ---- what may go wrong ---------------------------------------------------------------------------------------------


def test_what_a_killed_process_had_recorded_is_finished_by_the_next_one(console: Console, data: Path) -> None:
    camera = console.add("gate")
    video = remembering(console, camera, 2)
    video.record(order(camera, 2, 30))
    recording = (data / PATH).with_suffix(".recording.mp4")
    wait_until(lambda: recording.is_file() and recording.stat().st_size > 40_000, 10, "something on disk")
    os.kill(video.pid, signal.SIGKILL)
    clip = saved(console)
    assert clip.is_partial
    assert clip.frames == len(pictures(data / PATH)) >= FPS
    assert hashlib.sha256((data / PATH).read_bytes()).hexdigest() == clip.sha256
    assert not recording.exists()
    console.wait_for(camera, CameraState.LIVE)


def test_what_an_earlier_run_left_is_settled_without_recording_anything(console: Console, data: Path) -> None:
    camera = console.add("gate")
    video = remembering(console, camera, 1)
    asked = order(camera, 1, 1)
    video.record(asked)
    first = saved(console)
    video.stop()
    console.posted.clear()
    again = console.start()
    again.record(replace(asked, is_settling=True))
    assert saved(console) == first
    again.record(replace(asked, is_settling=True, path=PATH.replace("gate", "hall")))
    assert failure(console, PATH.replace("gate", "hall")) is ClipTrouble.NOTHING_LEFT


def test_an_orderly_end_saves_what_there_is(console: Console, data: Path) -> None:
    camera = console.add("gate")
    video = remembering(console, camera, 2)
    video.record(order(camera, 2, 30))
    wait_until(lambda: (data / PATH).with_suffix(".recording.mp4").is_file(), 10, "the recording")
    video.stop()
    assert len(pictures(data / PATH)) >= FPS
    assert json.loads((data / PATH).with_suffix(".json").read_bytes())["is_partial"]


def test_a_camera_without_pictures_gives_no_clip_and_says_so(console: Console, data: Path) -> None:
    console.server.of("mute").mute = True
    camera = console.add("mute")
    video = console.start()
    video.record(order(camera, 1, 1))
    assert failure(console) is ClipTrouble.NO_PICTURES
    assert not (data / "evidence").exists()


def test_a_camera_nobody_knows_gives_no_clip(console: Console, data: Path) -> None:
    video = console.start()
    video.record(order(CameraId("nowhere"), 1, 1))
    assert failure(console) is ClipTrouble.UNKNOWN_CAMERA


@pytest.mark.parametrize(
    "path",
    ["../x.mp4", "evidence/../../a/b/c/x.mp4", "/etc/a/b/c/d/x.mp4", "evidence/2026/11/21/a/x.sh", "evidence/x.mp4"],
)
def test_no_path_leads_out_of_the_evidence_folder(console: Console, data: Path, path: str) -> None:
    camera = console.add("gate")
    video = console.start()
    video.record(order(camera, 1, 1, path))
    assert failure(console, path) is ClipTrouble.BAD_PATH
    assert list(data.iterdir()) == []


def test_a_link_that_leads_out_of_the_data_folder_is_not_followed(console: Console, data: Path) -> None:
    elsewhere = data.parent / "elsewhere"
    elsewhere.mkdir()
    (data / "evidence").mkdir()
    (data / "evidence" / "2026").symlink_to(elsewhere)
    camera = console.add("gate")
    video = console.start()
    video.record(order(camera, 1, 1))
    assert failure(console) is ClipTrouble.BAD_PATH
    assert list(elsewhere.iterdir()) == []


def test_a_folder_that_cannot_be_written_fails_the_clip_and_nothing_else(console: Console, data: Path) -> None:
    (data / "evidence").write_text("a file where the folder should be")
    camera = console.add("gate")
    video = remembering(console, camera, 1)
    video.show(0, camera, Quality.SUB, 160, 90)
    video.record(order(camera, 1, 1))
    assert failure(console) in (ClipTrouble.UNWRITABLE, ClipTrouble.BAD_PATH)
    assert new_frame(video, 0, 1, since_ns=time.monotonic_ns()).camera == camera
