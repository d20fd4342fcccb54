"""`main.py bench wall`: what a wall of 4 to 64 cameras costs, beside as many mpv and as many decoders to nowhere."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections.abc import Generator, Sequence
from dataclasses import asdict, dataclass, field

import psutil

from console import announce
from console.bench import peers, stage
from console.room import Room
from console.wall import LAYOUTS, SurfaceId

SURFACE = SurfaceId("wall-1")
TILES = (4, 9, 16, 36, 64)
SETTLE_S, PEERS_SETTLE_S, MEASURE_S, LATE_S = 4.0, 8.0, 10.0, 2.0
WIDTH, HEIGHT = 1920, 1080
ALONE = "1"  # the wall while peers are measured
PROMISED = {"64_to_mpv": 0.6, "36_to_floor": 1.3, "window_late_p99_ms": 16.0}


@dataclass(slots=True)
class Run:
    """One measurement of one number of tiles; CPU in percent of one core, memory in bytes per tile."""

    tiles: int
    ours_cpu: float = 0.0
    delivered_fps: float = 0.0
    painted_fps: float = 0.0
    dropped_share: float = 0.0
    late_p99_ms: float = 0.0
    late_max_ms: float = 0.0
    ours_memory: float = 0.0
    mpv_cpu: float = 0.0
    mpv_memory: float = 0.0
    floor_cpu: float = 0.0


@dataclass(slots=True)
class Late:
    """How late the window's loop was while somebody looked."""

    p99_ms: list[float] = field(default_factory=list)
    max_ms: list[float] = field(default_factory=list)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--tiles", type=int, nargs="+", choices=TILES, default=list(TILES), help="sizes of the wall")
    parser.add_argument("--runs", type=int, default=3, choices=range(1, 11), help="measurements of each (%(default)s)")


def run(args: argparse.Namespace) -> int:
    """Print one JSON document; 0 when every wall was measured."""
    peers.check_tools("mpv", "ffmpeg")
    args.load_windows()  # before any thread is there
    with stage.demo_room(SURFACE, late_s=LATE_S) as room:
        wall = Wall(room, args.tiles, args.runs)
        args.windows(room)
    json.dump(report(wall.runs), sys.stdout, indent=2)
    print()
    return 0 if len(wall.runs) == len(args.tiles) * args.runs else 1


def report(runs: Sequence[Run]) -> dict[str, object]:
    """Medians of each number of tiles with their spread, ratios to the peers of the same run, every single run."""
    sizes = sorted({run.tiles for run in runs})
    return {
        "bench": "wall",
        "unit": "percent of one core; bytes per tile; frames per second and tile",
        "promised": PROMISED,
        "sizes": [_size([run for run in runs if run.tiles == size]) for size in sizes],
        "runs": [{name: round(value, 3) for name, value in asdict(run).items()} for run in runs],
    }


def _size(runs: Sequence[Run]) -> dict[str, object]:
    to_mpv = [run.ours_cpu / run.mpv_cpu for run in runs if run.mpv_cpu]
    to_floor = [run.ours_cpu / run.floor_cpu for run in runs if run.floor_cpu]
    memory = [run.ours_memory / run.mpv_memory for run in runs if run.mpv_memory]
    return {
        "tiles": runs[0].tiles,
        "ours_cpu": _spread([run.ours_cpu for run in runs]),
        "mpv_cpu": _spread([run.mpv_cpu for run in runs]),
        "floor_cpu": _spread([run.floor_cpu for run in runs]),
        "to_mpv": _spread(to_mpv),
        "to_floor": _spread(to_floor),
        "memory_to_mpv": _spread(memory),
        "delivered_fps": _spread([run.delivered_fps for run in runs]),
        "painted_fps": _spread([run.painted_fps for run in runs]),
        "dropped_share": _spread([run.dropped_share for run in runs]),
        "window_late_p99_ms": _spread([run.late_p99_ms for run in runs]),
    }


def _spread(values: Sequence[float]) -> dict[str, float]:
    if not values:
        return {}
    median = statistics.median(values)
    return {"median": round(median, 3), "least": round(min(values), 3), "most": round(max(values), 3)}


class Wall:
    """Drives the room on the desk thread through every size and every peer; then the windows are closed."""

    def __init__(self, room: Room, sizes: Sequence[int], times: int) -> None:
        self._room = room
        self._sizes, self._times = sizes, times
        self._late = Late()
        self.runs: list[Run] = []
        room.announcer.subscribe(announce.WindowLate, self.on_late)
        self._script = self._play()
        stage.when_hot(room, self._step)

    def on_late(self, late: announce.WindowLate) -> None:
        self._late.p99_ms.append(late.p99_ms)
        self._late.max_ms.append(late.max_ms)

    def _step(self) -> None:
        """On to the next pause of the script."""
        pause_s = next(self._script, None)
        if pause_s is None:
            stage.end()
        else:
            self._room.clock.after(int(pause_s * 1000), self._step)

    def _play(self) -> Generator[float, None, None]:
        """Yields how many seconds to wait before it goes on."""
        self._show(ALONE)
        yield SETTLE_S
        alone = peers.own_memory(stage.our_processes(self._room))
        urls = [stage.url_of(self._room, camera) for camera in stage.open_cameras(self._room)]
        for tiles in self._sizes:
            for _ in range(self._times):
                measured = Run(tiles)
                yield from self._ours(measured, alone)
                yield from self._peers(measured, (urls * tiles)[:tiles])
                self.runs.append(measured)

    def _show(self, layout: str) -> None:
        self._room.console.steering.set_layout(SURFACE, layout)

    def _ours(self, measured: Run, alone: int) -> Generator[float, None, None]:
        """Measured again when a process was replaced meanwhile: what the old one had used would count as saved."""
        self._show(str(measured.tiles))
        processes: list[psutil.Process] = []
        while processes != (processes := stage.our_processes(self._room)):
            yield from self._measure(measured, processes, alone)
        self._show(ALONE)

    def _measure(self, measured: Run, processes: Sequence[psutil.Process], alone: int) -> Generator[float, None, None]:
        yield SETTLE_S
        self._late = Late()
        before, counted = peers.cpu_s(processes), self._room.console.painting.counts()
        started = self._room.clock.monotonic_ns()
        yield MEASURE_S
        seconds = (self._room.clock.monotonic_ns() - started) / 1e9
        counts = self._room.console.painting.counts() - counted
        measured.ours_cpu = (peers.cpu_s(processes) - before) / seconds * 100
        measured.painted_fps = counts.painted / seconds / measured.tiles
        measured.delivered_fps = (counts.painted + counts.dropped) / seconds / measured.tiles
        measured.dropped_share = counts.dropped / max(1, counts.painted + counts.dropped)
        measured.late_p99_ms = max(self._late.p99_ms, default=0.0)
        measured.late_max_ms = max(self._late.max_ms, default=0.0)
        measured.ours_memory = (peers.own_memory(processes) - alone) / max(1, measured.tiles - 1)

    def _peers(self, measured: Run, urls: Sequence[str]) -> Generator[float, None, None]:
        columns = LAYOUTS[str(measured.tiles)].columns
        size = WIDTH // columns, HEIGHT // columns
        with peers.running(peers.mpv_wall(urls, *size, columns)) as processes:
            measured.mpv_cpu = yield from self._cpu(processes)
            measured.mpv_memory = peers.own_memory(processes) / measured.tiles
        with peers.running(peers.ffmpeg_floor(urls)) as processes:
            measured.floor_cpu = yield from self._cpu(processes)

    def _cpu(self, processes: Sequence[psutil.Process]) -> Generator[float, None, float]:
        yield PEERS_SETTLE_S
        before, started = peers.cpu_s(processes), self._room.clock.monotonic_ns()
        yield MEASURE_S
        seconds = (self._room.clock.monotonic_ns() - started) / 1e9
        return (peers.cpu_s(processes) - before) / seconds * 100
