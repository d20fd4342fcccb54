"""The video process as a whole: every fault has its name, and it may be killed, frozen or orphaned."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from console.backends.video.process import VideoProcess
from console.lines import Quit
from console.model import CameraId, LinkDown, LinkUp, Quality, Site
from console.ports import CameraChanged, CameraState, Detail
from console.videod.control import Hide, encode
from console.videod.slots import Arena
from tests.servers.ports import free_port
from tests.servers.rtsp import Behaviour
from tests.sources import ROOT
from tests.system.watching import SUB, Console, console, new_frame
from tests.waiting import wait_until

__all__ = ["console"]

EXPECTED: dict[str, tuple[Behaviour, CameraState]] = {
    "basic": (Behaviour(auth="basic"), CameraState.LIVE),
    "digest": (Behaviour(auth="md5"), CameraState.LIVE),
    "sha": (Behaviour(auth="sha256"), CameraState.LIVE),
    "stale-nonce": (Behaviour(auth="sha256", nonce_uses=2), CameraState.LIVE),
    "late": (Behaviour(joins_late=True), CameraState.LIVE),
    "elsewhere": (Behaviour(location="rtsp://127.0.0.1:{port}/late"), CameraState.LIVE),
    "circle": (Behaviour(location="rtsp://127.0.0.1:{port}/circle"), CameraState.REFUSED),
    "absent": (Behaviour(status="404 Not Found"), CameraState.NOT_FOUND),
    "full": (Behaviour(status="453 Not Enough Bandwidth"), CameraState.REFUSED),
    "new-codec": (Behaviour(codec="MP4V-ES"), CameraState.UNSUPPORTED),
    "keyless": (Behaviour(no_key=True), CameraState.WAITING_KEY),
    "babble": (Behaviour(garbage=b"\x00\xffnot a camera" * 100), CameraState.NO_SIGNAL),
    "silent": (Behaviour(silent=True), CameraState.NO_SIGNAL),
    "mute": (Behaviour(mute=True), CameraState.NO_SIGNAL),
}


def test_every_fault_of_a_camera_has_its_own_name(console: Console) -> None:
    cameras = {name: console.add(name) for name in EXPECTED}
    for name, (behaviour, _) in EXPECTED.items():
        behaviour.location = behaviour.location.format(port=console.server.port)
        console.server.behaviours[name] = behaviour
    refused = console.add("refused", url=f"rtsp://127.0.0.1:{free_port()}/x")
    console.server.of("locked").auth = "sha256"
    locked = console.add("locked", password="wrong")
    nonsense = console.add("nonsense", url="gopher://127.0.0.1/x")
    console.server.of("alive").session_timeout = 1
    console.add("alive")
    console.start()
    wanted = {cameras[name]: state for name, (_, state) in EXPECTED.items()}
    wanted |= {
        refused: CameraState.REFUSED, locked: CameraState.WRONG_PASSWORD, nonsense: CameraState.UNSUPPORTED,
    }  # fmt: skip

    def wrong() -> dict[str, list[CameraChanged]]:
        return {id_: found for id_, state in wanted.items() if not (found := console.changes(id_)) or not any(
            item.state is state for item in found[-2:])}  # fmt: skip

    console.wait_for(locked, CameraState.WRONG_PASSWORD)
    assert console.server.asked("OPTIONS", "locked") == 2  # once without and once with the password, then a long pause
    assert console.changes(locked)[-1].retry_in_s >= 7
    wait_until(lambda: not wrong(), 12, "every camera in its state")
    wait_until(lambda: console.server.asked("GET_PARAMETER", "alive"), 8, "a sign of life before the session ends")


def test_a_camera_that_says_it_is_starting_up_has_not_failed_and_is_live_when_it_is_ready(console: Console) -> None:
    camera = console.add("booting")
    console.server.of("booting").status = "503 Service Unavailable"
    console.start()
    wait_until(lambda: any("503" in change.about for change in console.changes(camera)), 8, "the camera's answer")
    assert {change.state for change in console.changes(camera)} <= {CameraState.QUEUED, CameraState.CONNECTING}
    console.server.of("booting").status = ""
    console.wait_for(camera, CameraState.LIVE, 10)


def test_missing_key_frames_are_named_within_two_seconds(console: Console) -> None:
    console.server.of("keyless").no_key = True
    camera = console.add("keyless")
    console.start()
    console.wait_for(camera, CameraState.CONNECTING)
    begin = time.monotonic()
    console.wait_for(camera, CameraState.WAITING_KEY)
    assert time.monotonic() - begin <= 2.0


def test_a_stalled_camera_is_stale_within_the_rule_and_live_again_with_its_next_picture(console: Console) -> None:
    camera = console.add("gate")
    video = console.start()
    video.show(0, camera, SUB, 160, 90)
    console.wait_for(camera, CameraState.LIVE)
    console.server.of("gate").stalled = True
    begin = time.monotonic()
    console.wait_for(camera, CameraState.STALE)
    assert 1.0 <= time.monotonic() - begin <= 1.8
    console.server.of("gate").stalled = False
    console.wait_for(camera, CameraState.LIVE)
    assert new_frame(video, 0, since_ns=time.monotonic_ns()).camera == camera


def test_a_cut_connection_is_named_at_once_and_comes_back_by_itself(console: Console) -> None:
    camera = console.add("gate")
    console.start()
    console.wait_for(camera, CameraState.LIVE)
    console.server.abort("gate")
    lost = console.wait_for(camera, CameraState.NO_SIGNAL, 1)
    assert 0 < lost.retry_in_s <= 1
    console.wait_for(camera, CameraState.LIVE, 3)


def test_a_new_site_dials_what_is_new_or_moved_leaves_what_is_gone_and_lets_the_others_go_on(console: Console) -> None:
    kept, moved, gone = console.add("kept"), console.add("moved"), console.add("gone")
    video = console.start()
    video.show(0, kept, SUB, 160, 90)
    video.show(1, moved, SUB, 160, 90)
    for camera in (kept, moved, gone):
        console.wait_for(camera, CameraState.LIVE)
    said_of_kept = len(console.changes(kept))
    renamed, elsewhere = (
        replace(console.cameras[0], name="renamed"),
        replace(console.cameras[1], sub_url="{base}/moved2"),
    )
    fresh = console.add("fresh")
    site = Site("", "", "UTC", (0, 0), console.server.base, cameras=(renamed, elsewhere, console.cameras[-1]))
    video.take_site(site)
    console.wait_for(fresh, CameraState.LIVE)
    wait_until(lambda: console.server.watching("moved2") and not console.server.watching("gone"), 5, "the new streams")
    assert new_frame(video, 1, since_ns=time.monotonic_ns()).camera == moved
    assert new_frame(video, 0, since_ns=time.monotonic_ns()).camera == kept
    assert console.server.watching("moved") == 0
    assert console.server.asked("DESCRIBE", "kept") == 1
    assert len(console.changes(kept)) == said_of_kept

    before = len(console.changes(fresh))
    os.kill(video.pid, signal.SIGKILL)  # the next process hears the new site
    wait_until(lambda: CameraState.LIVE in {c.state for c in console.changes(fresh)[before:]}, 10, "a new process")
    wait_until(lambda: console.server.asked("DESCRIBE", "kept") == 2, 5, "every camera dialled by the new process")
    assert console.server.asked("DESCRIBE", "gone") == 1


def test_lost_packets_are_counted_and_the_pictures_go_on(console: Console) -> None:
    console.server.of("gate").lossy = True
    camera = console.add("gate")
    video = console.start()
    video.show(0, camera, SUB, 160, 90)
    wait_until(lambda: video.last_beat is not None and video.last_beat.lost > 0, 10, "losses")
    assert new_frame(video, 0, since_ns=time.monotonic_ns()).camera == camera


def test_pictures_of_damaged_bytes_harm_neither_the_process_nor_the_other_cameras(console: Console) -> None:
    console.server.of("broken").corrupt = True
    cameras = console.add("broken"), console.add("gate")
    video = console.start()
    for slot, camera in enumerate(cameras):
        video.show(slot, camera, SUB, 160, 90)
    named = console.wait_for(cameras[0], CameraState.UNSUPPORTED)
    assert named.detail is Detail.UNDECODABLE
    console.wait_for(cameras[1], CameraState.LIVE)
    pid, units = video.pid, 0 if video.last_beat is None else video.last_beat.units
    wait_until(lambda: video.last_beat is not None and video.last_beat.units > units + 60, 10, "60 units more")
    assert new_frame(video, 1, since_ns=time.monotonic_ns()).camera == cameras[1]
    assert (video.pid, console.links(LinkDown)) == (pid, [])
    assert CameraState.LIVE not in {change.state for change in console.changes(cameras[0])}


def test_only_hot_and_shown_streams_are_connected(console: Console) -> None:
    hot, cold = console.add("hot", main="{base}/hot-main"), console.add("cold", hot="no")
    video = console.start()
    console.wait_for(hot, CameraState.LIVE)
    assert [console.server.asked("OPTIONS", name) for name in ("hot", "hot-main", "cold")] == [1, 0, 0]
    video.show(0, cold, SUB, 160, 90)
    video.show(1, hot, Quality.MAIN, 160, 90)
    wait_until(lambda: console.server.watching("cold") and console.server.watching("hot-main"), 5, "both are watched")
    video.show(0, None, SUB, 0, 0)
    video.show(1, None, SUB, 0, 0)
    wait_until(lambda: console.server.asked("TEARDOWN", "cold") == 1, 5, "a goodbye to the cold camera")
    wait_until(lambda: console.server.asked("TEARDOWN", "hot-main") == 1, 5, "a goodbye to the main stream")
    assert console.server.watching("hot") == 1


def test_the_sub_stream_fills_the_slot_while_the_main_stream_is_away(console: Console) -> None:
    camera = console.add("gate", main="{base}/gate-main")
    video = console.start()
    console.wait_for(camera, CameraState.LIVE)
    console.server.of("gate-main").status = "503 Service Unavailable"
    video.show(0, camera, Quality.MAIN, 160, 90)
    assert new_frame(video, 0).quality is SUB
    console.server.of("gate-main").status = ""
    wait_until(lambda: new_frame(video, 0).quality is Quality.MAIN, 12, "the main stream")
    console.server.of("gate-main").stalled = True
    wait_until(lambda: new_frame(video, 0).quality is SUB, 5, "the sub-stream again")


def test_a_camera_with_key_frames_in_memory_only_is_shown_from_its_key_frame(console: Console) -> None:
    camera = console.add("gate", hot="keyframes")
    video = console.start()
    console.wait_for(camera, CameraState.LIVE)
    video.show(0, camera, SUB, 160, 90)
    assert new_frame(video, 0, 0.5).from_memory
    assert not new_frame(video, 0, since_ns=time.monotonic_ns()).from_memory


def test_leaving_says_goodbye_to_every_camera(console: Console) -> None:
    cameras = [console.add(f"c{number}") for number in range(5)]
    video = console.start()
    for camera in cameras:
        console.wait_for(camera, CameraState.LIVE)
    video.stop()
    console.video = None
    wait_until(lambda: all(console.server.asked("TEARDOWN", camera) == 1 for camera in cameras), 2, "goodbyes")


# ---- the process itself ------------------------------------------------------------------------------------------


def running(console: Console) -> tuple[VideoProcess, CameraId]:
    camera = console.add("gate")
    video = console.start()
    video.show(0, camera, SUB, 160, 90)
    new_frame(video, 0)
    return video, camera


def test_a_killed_process_is_back_with_pictures_within_three_seconds(console: Console) -> None:
    video, camera = running(console)
    before, begin = new_frame(video, 0).sequence, time.monotonic()
    os.kill(video.pid, signal.SIGKILL)
    wait_until(lambda: console.links(LinkDown), 1, "the link is lost")
    frame = new_frame(video, 0, 3, since_ns=time.monotonic_ns())
    assert time.monotonic() - begin <= 3.0
    assert (frame.camera, frame.sequence > before) == (camera, True)
    (down,) = console.links(LinkDown)
    assert isinstance(down, LinkDown)
    assert (down.kind, down.reason) == ("video", "died")
    assert len(console.links(LinkUp)) == 2


def test_a_frozen_process_is_killed_and_replaced(console: Console) -> None:
    video, _ = running(console)
    frozen = psutil.Process(video.pid)
    frozen.suspend()
    wait_until(lambda: console.links(LinkDown), 2.5, "the silence is noticed")
    new_frame(video, 0, 3, since_ns=time.monotonic_ns())
    assert not frozen.is_running()


def test_a_process_that_is_killed_again_and_again_is_always_replaced(console: Console) -> None:
    video, _ = running(console)
    for times in range(1, 4):
        os.kill(video.pid, signal.SIGKILL)
        wait_until(lambda times=times: len(console.links(LinkDown)) == times, 2, "the link is lost")
        new_frame(video, 0, 5, since_ns=time.monotonic_ns())


def test_nothing_is_left_behind(console: Console) -> None:
    before = set(Path("/dev/shm").iterdir())
    video, _ = running(console)
    os.kill(video.pid, signal.SIGKILL)
    wait_until(lambda: console.links(LinkDown), 1, "the link is lost")
    new_frame(video, 0, 3, since_ns=time.monotonic_ns())
    child = psutil.Process(video.pid)
    video.stop()
    console.video = None
    assert not child.is_running()
    assert set(Path("/dev/shm").iterdir()) <= before


def test_no_password_is_seen_from_outside(console: Console, capfd: pytest.CaptureFixture[str]) -> None:
    console.server.of("locked").auth = "sha256"
    camera = console.add("locked", password="s3cret-of-ours")
    video = console.start()
    console.wait_for(camera, CameraState.WRONG_PASSWORD)
    child = psutil.Process(video.pid)
    seen = [*child.cmdline(), *child.environ().values(), str(console.posted)]
    video.stop()
    console.video = None
    assert not any("s3cret" in text for text in (*seen, *capfd.readouterr()))


ORPHAN = """
    import sys, threading
    from console.backends.video.process import VideoProcess
    from console.clock import Clock
    from console.config.schema import VideoConfig
    from console.inbox import Inbox
    from tests.waiting import wait_until

    video = VideoProcess(VideoConfig(), [], "", resolve=str, inbox=Inbox(), clock=Clock())
    video.start()
    wait_until(lambda: video.last_beat, 10)
    print(video.pid, flush=True)
    threading.Event().wait()
"""


def test_the_process_does_not_outlive_a_killed_window() -> None:
    window = subprocess.Popen([sys.executable, "-c", textwrap.dedent(ORPHAN)], stdout=subprocess.PIPE, cwd=ROOT)
    assert window.stdout is not None
    with window.stdout:
        child = psutil.Process(int(window.stdout.readline()))
        window.kill()
        window.wait()
        assert psutil.wait_procs([child], timeout=2)[1] == []


def alone(arena: Arena) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "console.videod", f"--slots-fd={arena.fd}"]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, pass_fds=[arena.fd], cwd=ROOT
    )


@pytest.mark.parametrize("last_words", [b"", b"not ours\n" + b"x" * 100_000 + b"\n" + encode(Hide(1)) + encode(Quit())])
def test_it_ends_when_told_and_when_nobody_is_there_to_tell_it(last_words: bytes) -> None:
    arena = Arena()
    process = alone(arena)
    _, errors = process.communicate(last_words, timeout=10)
    arena.close()
    assert process.returncode == 0
    assert (b"cannot be read" in errors and b"too long" in errors) is bool(last_words)


def test_a_window_that_does_not_read_costs_no_memory_and_no_life(console: Console) -> None:
    """The pipe fills up; the process goes on and ends when told."""
    arena = Arena()
    process = alone(arena)
    assert process.stdin is not None
    process.stdin.write(b'{"is":"Hide","slot":1}\n' * 20_000)
    process.stdin.close()
    assert process.wait(10) == 0
    for pipe in (process.stdout, process.stderr):
        assert pipe is not None
        pipe.close()
    arena.close()


def test_help_says_what_it_is() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "console.videod", "--help"], capture_output=True, text=True, cwd=ROOT
    )
    assert answer.returncode == 0
    assert "shared memory" in " ".join(answer.stdout.split())
