"""The console and its children: video killed, a second console refused, and nothing left behind whatever ends it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from console.videod.control import Know, encode
from console.videod.settings import Settings
from console.videod.slots import Arena
from tests.servers.mosquitto import Broker
from tests.servers.xvfb import Screen
from tests.sources import ROOT
from tests.system.process import Running, publish_to_demo
from tests.system.small_site import point, smoke
from tests.waiting import wait_until

SHARED = Path("/dev/shm")
GONE_S = 10.0
BACK_S = 5.0
DRAWN_S = 180.0  # on a machine that has never drawn the demo's pictures; else 5
CAMERA = "C-117"  # the story's first camera: its picture is there first
PROGRAMS = ("mosquitto", "murmurd", "console.videod", "console.talkd", "console.gatewayd", "simulate")


def children(console: Running) -> list[psutil.Process]:
    """Every process below the console."""
    return psutil.Process(console.child.pid).children(recursive=True)


def child(console: Running, word: str) -> psutil.Process:
    """The child with this word in its command line."""
    return next(each for each in children(console) if word in words(each))


def words(process: psutil.Process) -> str:
    """Its command line, "" when it has just ended."""
    try:
        return " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return ""


def assert_all_end(processes: list[psutil.Process]) -> None:
    _, alive = psutil.wait_procs(processes, timeout=GONE_S)
    assert [words(each) for each in alive] == []


def ours(shared: Path = SHARED) -> set[str]:
    return {path.name for path in shared.iterdir()}


def test_a_killed_video_process_takes_no_alarm_with_it_and_is_back_with_pictures(tmp_path: Path) -> None:
    with Running(tmp_path, "--headless", "--quiet") as console:
        console.start("demo")
        console.wait_for("PictureChanged", DRAWN_S, camera=CAMERA, state="live")
        before = len(console.events())
        child(console, "console.videod").kill()
        publish_to_demo(console, [smoke("meanwhile")])
        console.wait_for("AlarmRaised", 1, after=before, point=point("meanwhile"))
        console.wait_for("LinkDown", BACK_S, after=before, kind="video", reason="died")
        console.wait_for("LinkUp", BACK_S, after=before, kind="video")
        console.wait_for("PictureChanged", BACK_S, after=before, camera=CAMERA, state="live")


@pytest.mark.alone
def test_a_demo_ends_by_itself_and_leaves_nothing_behind(tmp_path: Path) -> None:
    shared = ours()
    with Running(tmp_path, "--headless", "--seconds", "4") as console:
        console.start("demo")
        console.wait_for("LinkUp", kind="video")
        started = children(console)
        assert all(any(program in words(each) for each in started) for program in PROGRAMS)
        assert console.child.wait(30) == 0
        assert_all_end(started)
        assert console.runtime() == {}
        assert console.named("Stopped")[0]["unsaved"] == 0
    assert ours() <= shared


def test_a_killed_demo_leaves_no_child_behind(tmp_path: Path) -> None:
    shared = ours()
    with Running(tmp_path, "--headless") as console:
        console.start("demo")
        started = children(console)
        console.kill()
        assert_all_end(started)
        assert "Traceback" not in console.last_words()
    assert ours() <= shared


def test_a_second_console_of_the_position_is_refused_and_the_first_goes_on(
    mosquitto: Broker, serving: Running, config: Path
) -> None:
    command = [sys.executable, "main.py", "run", "--headless", "--config", str(config), "--data", str(serving.data)]
    second = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30)
    assert second.returncode == 1
    assert f"position desk-1 is already running on {serving.data}" in second.stderr
    assert "Traceback" not in second.stderr
    assert serving.runtime()["pid"] == serving.child.pid
    mosquitto.publish(*smoke("after"))
    serving.wait_for("AlarmRaised", point=point("after"))
    assert serving.named("LinkDown") == []


def test_a_video_process_ends_with_its_window_even_while_it_dials_every_camera() -> None:
    with closing(Arena()) as arena, socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # and does not listen: every camera refuses
        base = f"rtsp://127.0.0.1:{nobody.getsockname()[1]}"
        cameras = [Know(f"C-{n:03d}", f"{base}/{n}/sub", f"{base}/{n}/main", "", "", "yes") for n in range(200)]
        arguments = [sys.executable, "-m", "console.videod", *Settings(arena.fd).arguments()]
        pipe = subprocess.PIPE
        with subprocess.Popen(arguments, cwd=ROOT, stdin=pipe, stdout=pipe, pass_fds=(arena.fd,)) as videod:
            assert videod.stdin is not None and videod.stdout is not None
            videod.stdin.write(b"".join(encode(camera) for camera in cameras))
            videod.stdin.close()
            videod.stdout.close()
            try:
                assert videod.wait(5) == 0
            finally:
                videod.kill()


class InTerminal(Running):
    """A console with a process group of its own, as a shell gives it: Ctrl-C comes to the whole group."""

    def launch(self, command: str, *more: str) -> None:
        with self.stderr.open("ab") as stderr:
            words = [sys.executable, "main.py", command, *self._arguments, *more]
            self._child = subprocess.Popen(words, cwd=ROOT, env=self._env, stderr=stderr, process_group=0)

    def signal_group(self, number: signal.Signals) -> None:
        os.killpg(self.child.pid, number)


def locked(console: Running) -> bool:
    """It has just begun to open."""
    return (console.data / "desk-1.lock").exists()


def simulating(console: Running) -> bool:
    return any("simulate" in words(each) for each in children(console))


def ready(console: Running) -> bool:
    """All is open; it may not be listening to anybody yet."""
    return bool(console.runtime())


@pytest.mark.parametrize(
    ("number", "moment"),
    [
        (signal.SIGTERM, locked), (signal.SIGTERM, simulating), (signal.SIGTERM, ready), (signal.SIGINT, simulating),
    ],
)  # fmt: skip
@pytest.mark.alone
def test_a_demo_told_to_end_while_it_starts_ends_in_order_and_leaves_no_child_behind(
    number: signal.Signals, moment: Callable[[Running], bool], tmp_path: Path
) -> None:
    with InTerminal(tmp_path, "--headless") as console:
        console.launch("demo")
        wait_until(lambda: moment(console), 20, f"the console to be {moment.__name__}")
        started = children(console)
        console.signal_group(number)
        assert console.child.wait(30) == 0
        assert_all_end(started)
        assert "Traceback" not in console.last_words()


@pytest.mark.parametrize("moment", [locked, ready])
def test_windows_told_to_end_while_they_open_end_in_order(
    moment: Callable[[Running], bool], config: Path, xvfb: Screen, tmp_path: Path
) -> None:
    with Running(tmp_path / "window", "--config", str(config), env=xvfb.env()) as console:
        console.launch("run")
        wait_until(lambda: moment(console), 20, f"the console to be {moment.__name__}")
        assert console.stop() == 0
        assert console.named("Stopped")[0]["unsaved"] == 0
