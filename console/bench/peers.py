"""What our pictures are measured against: mpv opening a camera, N × mpv showing them, N × ffmpeg only decoding."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil

from console.errors import BackendError
from console.leash import leashed

START_S, OPEN_S = 10.0, 20.0
QUIET = ("--no-config", "--no-audio", "--really-quiet", "--hwdec=no", "--profile=low-latency", "--rtsp-transport=tcp")
ONE_THREAD = ("--vd-lavc-threads=1",)


def check_tools(*names: str) -> None:
    """Raises BackendError naming what has to be installed."""
    if missing := [name for name in names if shutil.which(name) is None]:
        raise BackendError(
            f"the bench compares with {', '.join(missing)}, which is not installed: apt install mpv ffmpeg"
        )


def output() -> str:
    """mpv's video output that draws where we draw."""
    return "--vo=x11" if os.environ.get("DISPLAY") else "--vo=null"


class Mpv:
    """One mpv that runs all the time and is told over its socket what to open: its own start is not counted."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="bench-mpv-")
        path = Path(self._folder.name) / "ipc"
        more = ("--idle", "--force-window=yes", output(), f"--input-ipc-server={path}")
        self._process = _spawn(["mpv", *QUIET, *ONE_THREAD, *more])
        self._socket = _connected(path)
        self._lines = self._socket.makefile("r", encoding="utf-8")

    def open_ms(self, url: str) -> float:
        """Milliseconds from the command to mpv's first picture of this stream. Raises BackendError."""
        started = time.perf_counter()
        self._socket.sendall(json.dumps({"command": ["loadfile", url]}).encode() + b"\n")
        is_ours = False
        for line in self._lines:
            event = json.loads(line).get("event")
            is_ours = is_ours or event == "start-file"
            if is_ours and event == "playback-restart":
                return (time.perf_counter() - started) * 1000
            if is_ours and event == "end-file":
                break
        raise BackendError(f"mpv could not open {url}")

    def close(self) -> None:
        self._lines.close()
        self._socket.close()
        _end([self._process])
        self._folder.cleanup()


def _connected(path: Path) -> socket.socket:
    """mpv's socket, as soon as it is there. Raises BackendError."""
    client = socket.socket(socket.AF_UNIX)
    client.settimeout(OPEN_S)
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            client.connect(str(path))
            return client
    raise BackendError("mpv did not start")


def mpv_wall(
    urls: Sequence[str], width: int, height: int, columns: int, *, is_bare: bool = False
) -> Sequence[Sequence[str]]:
    """Commands of one mpv per camera, side by side like our tiles.

    As somebody would start them for a wall, and as the figures that are promised were measured; `is_bare`: without the
    controls mpv draws over a picture, which saves it a seventh.
    """
    each = ("mpv", *QUIET, *ONE_THREAD, output(), "--no-border", *(("--no-osc",) if is_bare else ()))
    return [
        (*each, f"--geometry={width}x{height}+{at % columns * width}+{at // columns * height}", url)
        for at, url in enumerate(urls)
    ]


def ffmpeg_floor(urls: Sequence[str]) -> Sequence[Sequence[str]]:
    """Commands of one ffmpeg per camera that only decodes."""
    head = ("ffmpeg", "-nostdin", "-loglevel", "quiet", "-threads", "1", "-rtsp_transport", "tcp", "-i")
    return [(*head, url, "-an", "-f", "null", "-") for url in urls]


@contextlib.contextmanager
def running(commands: Sequence[Sequence[str]]) -> Iterator[list[psutil.Process]]:
    """These programs, ended at the end."""
    started = [_spawn(command) for command in commands]
    try:
        yield [psutil.Process(process.pid) for process in started]
    finally:
        _end(started)


def _spawn(command: Sequence[str]) -> subprocess.Popen[bytes]:
    nothing = subprocess.DEVNULL
    return subprocess.Popen(leashed(command), stdin=nothing, stdout=nothing, stderr=nothing)


def _end(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.kill()
    for process in processes:
        process.wait()


def cpu_s(processes: Sequence[psutil.Process]) -> float:
    """Seconds of processor time these have used so far; one that has ended counts for nothing."""
    total = 0.0
    for process in processes:
        with contextlib.suppress(psutil.Error):
            times = process.cpu_times()
            total += times.user + times.system
    return total


def own_memory(processes: Sequence[psutil.Process]) -> int:
    """Bytes that would be free if these ended (unique set size)."""
    total = 0
    for process in processes:
        with contextlib.suppress(psutil.Error):
            total += process.memory_full_info().uss
    return total
