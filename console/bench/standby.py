"""`main.py bench standby`: what it costs to keep 48 to 400 cameras ready, beside libavformat receiving as many.

Nobody looks: every camera is connected, its pictures since the last key frame and its ring are in memory, clips could
be recorded, states are watched, streams measured, and views looked at as often as they are by default. The video
process itself, without windows.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from console.backends.video.process import VideoProcess
from console.bench import peers
from console.bench.amount import amount
from console.bench.streams import Streams, streams
from console.clock import Clock
from console.config.schema import TruthConfig, VideoConfig
from console.errors import BackendError
from console.health import FAR_S
from console.inbox import Inbox
from console.looks import Survey
from console.model import Camera

SIZES = (48, 96, 192, 400)
STREAMS = 24  # pictures; every camera has a connection of its own
SETTLE_S, OPEN_S, LOOK_S = 5.0, 180.0, 0.1
MEMORY_MB = 4096  # no ring is cut short: what is promised is said without them
PROMISED = {"192_cpu": 10.0, "192_mb_without_rings": 60.0}
MB = 1024 * 1024


@dataclass(slots=True)
class Standby:
    """One number of cameras. CPU in percent of one core; memory is what would be free if the process ended."""

    cameras: int
    live: int = 0
    cpu: float = 0.0
    mb_without_rings: float = 0.0
    rings_mb: float = 0.0
    threads: int = 0
    opened_s: float = 0.0
    mbit_s: float = 0.0
    peer_cpu: float = 0.0
    peer_mb: float = 0.0
    peer_threads: int = 0
    to_peer: float = 0.0  # our CPU over the peer's


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--cameras", type=amount, nargs="+", default=list(SIZES), help="how many (%(default)s)")
    parser.add_argument("--seconds", type=amount, default=20, help="how long each is measured (%(default)s)")


def run(args: argparse.Namespace) -> int:
    """Print one JSON document; 0 when every camera was live each time."""
    with streams(STREAMS) as served:
        runs = [_measured(served, count, args.seconds) for count in args.cameras]
    document = {
        "bench": "standby",
        "unit": "percent of one core; MB",
        "promised": PROMISED,
        "streams": STREAMS,
        "sizes": [{name: round(value, 2) for name, value in asdict(one).items()} for one in runs],
    }
    json.dump(document, sys.stdout, indent=2)
    print()
    return 0 if all(one.live == one.cameras for one in runs) else 1


def _measured(served: Streams, count: int, seconds: int) -> Standby:
    result = Standby(count)
    _ours(result, served.cameras(count), seconds)
    _peer(result, [served.url(at) for at in range(count)], seconds)
    result.to_peer = result.cpu / result.peer_cpu if result.peer_cpu else 0.0
    return result


def _ours(result: Standby, cameras: Sequence[Camera], seconds: int) -> None:
    with _video(cameras) as video:
        started = time.monotonic()
        _wait(lambda: _live(video) == len(cameras), OPEN_S)
        result.opened_s = time.monotonic() - started
        process = psutil.Process(video.pid)
        result.cpu = _cpu([process], seconds, settle_s=SETTLE_S)
        if (beat := video.last_beat) is not None:
            result.live, result.rings_mb = beat.live, beat.rings / MB
            result.mbit_s = beat.received * 8 / 1e6 / (time.monotonic() - started)
        result.threads = process.num_threads()
        result.mb_without_rings = peers.own_memory([process]) / MB - result.rings_mb


@contextmanager
def _video(cameras: Sequence[Camera]) -> Iterator[VideoProcess]:
    with TemporaryDirectory(prefix="bench-") as folder:
        config = VideoConfig(memory_mb=MEMORY_MB, dial_per_s=256, max_per_host=64)
        video = VideoProcess(
            config, cameras, "", resolve=lambda _secret: "", inbox=Inbox(), clock=Clock(), data=Path(folder)
        )
        video.survey(Survey(FAR_S, TruthConfig().every_s))
        video.start()
        try:
            yield video
        finally:
            video.stop()


def _live(video: VideoProcess) -> int:
    beat = video.last_beat
    return beat.live if beat is not None else 0


def _peer(result: Standby, urls: Sequence[str], seconds: int) -> None:
    words = [sys.executable, "-m", "console.bench.demuxers"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write("\n".join([*urls, "", ""]))
        child.stdin.flush()
        received = _Count(iter(child.stdout))
        _wait(lambda: received.newest == len(urls), OPEN_S)
        process = psutil.Process(child.pid)
        result.peer_cpu = _cpu([process], seconds, settle_s=SETTLE_S)
        result.peer_mb, result.peer_threads = peers.own_memory([process]) / MB, process.num_threads()
        child.kill()


class _Count(threading.Thread):
    """The newest number a peer has printed."""

    def __init__(self, lines: Iterator[str]) -> None:
        super().__init__(daemon=True)
        self._lines = lines
        self.newest = 0
        self.start()

    def run(self) -> None:
        for line in self._lines:
            self.newest = int(line)


def _cpu(processes: Sequence[psutil.Process], seconds: float, *, settle_s: float) -> float:
    _pause(settle_s)
    before, started = peers.cpu_s(processes), time.monotonic()
    _pause(seconds)
    return (peers.cpu_s(processes) - before) / (time.monotonic() - started) * 100


def _wait(is_there: Callable[[], bool], limit_s: float) -> None:
    """Raises BackendError when it takes too long."""
    deadline = time.monotonic() + limit_s
    while not is_there():
        if time.monotonic() > deadline:
            raise BackendError("not all cameras could be opened in time")
        _pause(LOOK_S)


def _pause(seconds: float) -> None:
    threading.Event().wait(seconds)
