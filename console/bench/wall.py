"""`main.py bench wall`: what a wall of 4 to 64 cameras costs, beside as many mpv and as many decoders to nowhere."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import threading
from collections.abc import Generator, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import psutil

from console import announce
from console.bench import peers, stage
from console.bench.late import Late
from console.config.schema import Config
from console.model import Camera, CameraId
from console.room import Room
from console.wall import LAYOUTS, SurfaceId

SURFACE = SurfaceId("wall-1")
TILES = (4, 9, 16, 36, 64)
SETTLE_S, PEERS_SETTLE_S, MEASURE_S, LATE_S = 4.0, 8.0, 10.0, 2.0
LOOK_S = 0.1
WIDTH, HEIGHT = 1920, 1080
FPS = 15
ALONE = "1"  # the wall while peers are measured
PROMISED = {"64_to_mpv": 0.55, "36_to_floor": 1.2, "memory_to_mpv": 0.2, "window_late_p99_ms": 16.0}


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
    bare_mpv_cpu: float = 0.0
    floor_cpu: float = 0.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--tiles", type=int, nargs="+", choices=TILES, default=list(TILES), help="sizes of the wall")
    parser.add_argument("--show", type=int, choices=TILES, help="measure nothing: show it until standard input ends")
    parser.add_argument("--hot", action="store_true", help="all cameras of the demo stay connected, shown or not")
    parser.add_argument("--runs", type=int, default=3, choices=range(1, 11), help="measurements of each (%(default)s)")


def _arranged(config: Config, folder: Path, *, is_hot: bool) -> Config:
    """The demo with the streams that cameras usually have for a wall: 640 × 360, H.264, 15 pictures a second.

    Unless all are to be hot, a camera is connected only while it is shown, as a peer connects its own.
    """
    changes: dict[str, stage.Change] = {
        "simulator.csv": lambda rows: [{**row, "codec": "h264", "ways": "both", "fps": str(FPS)} for row in rows]
    }
    if not is_hot:
        changes["cameras.csv"] = lambda rows: [{**row, "hot": "no"} for row in rows]
    return stage.with_tables(config, folder, changes)


def run(args: argparse.Namespace) -> int:
    """Print one JSON document; 0 when every wall was measured."""
    if args.show is not None:
        return _show(args)
    peers.check_tools("mpv", "ffmpeg")
    args.load_windows()  # before any thread is there
    with stage.demo_room(SURFACE, late_s=LATE_S, arrange=partial(_arranged, is_hot=args.hot)) as room:
        wall = Wall(room, args.tiles, args.runs)
        args.windows(room)
    json.dump({"all_hot": args.hot, **report(wall.runs)}, sys.stdout, indent=2)
    print()
    return 0 if len(wall.runs) == len(args.tiles) * args.runs else 1


def _show(args: argparse.Namespace) -> int:
    """A line with the number of tiles once their pictures come."""
    args.load_windows()
    with stage.demo_room(SURFACE, late_s=LATE_S, arrange=partial(_arranged, is_hot=args.hot)) as room:
        room.console.steering.set_layout(SURFACE, str(args.show))
        stage.when_hot(room, lambda: print(args.show, flush=True))
        threading.Thread(target=_end_with_input, daemon=True).start()
        args.windows(room)
    return 0


def _end_with_input() -> None:
    sys.stdin.read()
    stage.end()


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
    ours, mpv = [run.ours_cpu for run in runs], [run.mpv_cpu for run in runs]
    bare, floor = [run.bare_mpv_cpu for run in runs], [run.floor_cpu for run in runs]
    return {
        "tiles": runs[0].tiles,
        "ours_cpu": _spread(ours),
        "mpv_cpu": _spread(mpv),
        "bare_mpv_cpu": _spread(bare),
        "floor_cpu": _spread(floor),
        "to_mpv": _ratio(ours, mpv),
        "to_bare_mpv": _ratio(ours, bare),
        "to_floor": _ratio(ours, floor),
        "memory_to_mpv": _ratio([run.ours_memory for run in runs], [run.mpv_memory for run in runs]),
        "delivered_fps": _spread([run.delivered_fps for run in runs]),
        "painted_fps": _spread([run.painted_fps for run in runs]),
        "dropped_share": _spread([run.dropped_share for run in runs]),
        "window_late_p99_ms": _spread([run.late_p99_ms for run in runs]),
    }


def _ratio(ours: Sequence[float], theirs: Sequence[float]) -> dict[str, float]:
    """Run by run, of those in which the peer was measured."""
    return _spread([one / other for one, other in zip(ours, theirs, strict=True) if other])


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
        self._urls: list[str] = []
        self.runs: list[Run] = []
        room.announcer.subscribe(announce.WindowLate, self.on_late)
        stage.when_hot(room, lambda: stage.play(room, self._play()))

    def on_late(self, late: announce.WindowLate) -> None:
        self._late.take(late)

    def _play(self) -> Generator[float, None, None]:
        """Yields how many seconds to wait before it goes on."""
        self._show(ALONE)
        yield SETTLE_S
        alone = peers.own_memory(stage.our_processes(self._room))
        for tiles in self._sizes:
            for _ in range(self._times):
                measured = Run(tiles)
                yield from self._ours(measured, alone)
                yield from self._peers(measured, (self._urls * tiles)[:tiles])
                self.runs.append(measured)

    def _show(self, layout: str) -> None:
        self._room.console.steering.set_layout(SURFACE, layout)

    def _ours(self, measured: Run, alone: int) -> Generator[float, None, None]:
        """Measured again when a process was replaced meanwhile: what the old one had used would count as saved."""
        self._show(str(measured.tiles))
        yield from self._until_live()
        processes: list[psutil.Process] = []
        while processes != (processes := stage.our_processes(self._room)):
            yield from self._measure(measured, processes, alone)
        self._show(ALONE)

    def _until_live(self) -> Generator[float, None, None]:
        """Every tile shows a camera that works: a dead one would cost nothing and its peer would.

        Once live is enough: a large tile goes on to the main stream, and the sub-stream is let go.
        """
        live: set[Camera] = set()
        steering, others = self._room.console.steering, self._others()
        deadline = self._room.clock.monotonic_ns() + stage.HOT_S * 1_000_000_000
        while self._room.clock.monotonic_ns() < deadline:
            yield LOOK_S
            tiles = {tile: camera for tile, camera in steering.surface(SURFACE).tiles.items() if camera is not None}
            shown = {tile: self._room.console.cameras[camera] for tile, camera in tiles.items()}
            live |= set(stage.live_cameras(self._room))
            if all(camera in live for camera in shown.values()):
                self._urls = [stage.url_of(self._room, camera) for camera in shown.values() if not camera.user]
                return
            for tile, camera in shown.items():
                if camera not in live and not stage.is_coming(self._room, camera):
                    steering.put(tile, next(others))

    def _others(self) -> Iterator[CameraId]:
        """Cameras that are on no tile of the largest wall."""
        cameras = sorted(self._room.site.cameras, key=lambda camera: camera.number)
        return iter([camera.id for camera in cameras[max(TILES) :]])

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
        measured.late_p99_ms, measured.late_max_ms = self._late.worst_p99_ms, self._late.max_ms
        measured.ours_memory = (peers.own_memory(processes) - alone) / max(1, measured.tiles - 1)

    def _peers(self, measured: Run, urls: Sequence[str]) -> Generator[float, None, None]:
        columns = LAYOUTS[str(measured.tiles)].columns
        size = WIDTH // columns, HEIGHT // columns
        with peers.running(peers.mpv_wall(urls, *size, columns)) as processes:
            measured.mpv_cpu = yield from self._cpu(processes)
            measured.mpv_memory = peers.own_memory(processes) / measured.tiles
        with peers.running(peers.mpv_wall(urls, *size, columns, is_bare=True)) as processes:
            measured.bare_mpv_cpu = yield from self._cpu(processes)
        with peers.running(peers.ffmpeg_floor(urls)) as processes:
            measured.floor_cpu = yield from self._cpu(processes)

    def _cpu(self, processes: Sequence[psutil.Process]) -> Generator[float, None, float]:
        yield PEERS_SETTLE_S
        before, started = peers.cpu_s(processes), self._room.clock.monotonic_ns()
        yield MEASURE_S
        seconds = (self._room.clock.monotonic_ns() - started) / 1e9
        return (peers.cpu_s(processes) - before) / seconds * 100
