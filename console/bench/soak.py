"""A soak: the demo with its windows, used at random for a long time; whether it grows, leaks or slows down.

Memory, threads and descriptors are read by a thread of their own, so that reading them is not what they show.
"""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import psutil

from console import announce
from console.bench import stage
from console.bench.soaking import Soaking
from console.bench.streams import Streams
from console.config.schema import Config
from console.room import Room

SAMPLE_S, LATE_S = 10.0, 10.0
WARM_SHARE = 1 / 3  # of the time is warming up: caches fill, rings fill
RING_S = 60
MB = 1024 * 1024
BROKEN = 24  # cameras that faults may befall


@dataclass(frozen=True, slots=True)
class Look:
    """What the two processes held at a moment, seconds since the start.

    `rings_mb` is part of `video_mb`, `trends_mb` of `window_mb`: both fill up to a budget, and then no further.
    """

    at_s: float
    window_mb: float
    window_threads: int
    window_fds: int
    video_pid: int
    video_mb: float
    video_threads: int
    video_fds: int
    rings_mb: float
    live: int
    trends_mb: float = 0.0


@dataclass(slots=True)
class Looks:
    """Everything that was seen."""

    looks: list[Look] = field(default_factory=list)
    late_p99_ms: list[tuple[float, float]] = field(default_factory=list)
    late_max_ms: float = 0.0


def broken_ones(served: Streams) -> Callable[[Config, Path], Config]:
    """The demo's site, some of whose cameras come from a server that can be told to misbehave."""

    def renamed(rows: list[stage.Row]) -> list[stage.Row]:
        ours = (row for row in rows if not row["user"])
        for at, row in zip(range(BROKEN), ours, strict=False):
            row.update(sub_url=served.url(at), main_url=served.url(at).replace("/sub", "/main"))
        return rows

    return lambda config, folder: stage.with_rows(config, folder, "cameras.csv", renamed)


class Soak:
    """Plays on the desk thread once the cameras are there; then the windows are closed."""

    def __init__(self, room: Room, served: Streams, minutes: int, seed: int) -> None:
        self._room = room
        self._until_s = minutes * 60.0
        self.seen = Looks()
        self.hands = Soaking(room, served, seed)
        self._started = 0.0
        self._sampler = Sampler(self._look)
        room.announcer.subscribe(announce.WindowLate, self._on_late)
        stage.when_hot(room, self._begin)

    def close(self) -> None:
        self._sampler.close()
        self.hands.close()

    def _begin(self) -> None:
        self._started = time.monotonic()
        self._sampler.start()
        stage.play(self._room, self._until_over())

    def _until_over(self) -> Generator[float, None, None]:
        for pause_s in self.hands.acts():
            if time.monotonic() - self._started > self._until_s:
                return
            yield pause_s

    def _on_late(self, late: announce.WindowLate) -> None:
        if not self._started:
            return
        self.seen.late_max_ms = max(self.seen.late_max_ms, late.max_ms)
        if late.is_of_span:
            self.seen.late_p99_ms.append((time.monotonic() - self._started, late.p99_ms))

    def _look(self) -> None:
        """On the sampler's thread."""
        beat, pid = self._room.video.last_beat, self._room.video.pid
        window = psutil.Process()
        try:
            video = psutil.Process(pid)
            of_video = (pid, video.memory_full_info().uss / MB, video.num_threads(), video.num_fds())
        except psutil.Error:
            return  # between two lives of it
        self.seen.looks.append(
            Look(
                time.monotonic() - self._started, window.memory_full_info().uss / MB, window.num_threads(),
                window.num_fds(), *of_video, beat.rings / MB if beat else 0.0, beat.live if beat else 0,
                self._room.console.trends.held_bytes / MB,
            )
        )  # fmt: skip


class Sampler(threading.Thread):
    """Looks every ten seconds until it is closed."""

    def __init__(self, look: Callable[[], None]) -> None:
        super().__init__(name="soak-sampler", daemon=True)
        self._look = look
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(SAMPLE_S):
            self._look()

    def close(self) -> None:
        self._over.set()
        if self.is_alive():
            self.join()


def report(seen: Looks, hands: Soaking, seconds: float) -> dict[str, object]:
    """Slopes after the time of warming up, of the video process within its last life, and what was done meanwhile."""
    warm = [look for look in seen.looks if look.at_s > seconds * WARM_SHARE]
    last = [look for look in warm if look.video_pid == seen.looks[-1].video_pid and _is_full(look, seen.looks)]
    late = [p99 for at_s, p99 in seen.late_p99_ms if at_s > seconds * WARM_SHARE]
    early = [p99 for at_s, p99 in seen.late_p99_ms if at_s <= seconds * WARM_SHARE]
    return {
        "bench": "soak",
        "seconds": round(seconds),
        "done": dict(hands.done),
        "refused": dict(hands.refused),
        "cameras_live": _first_last(seen.looks, lambda look: look.live),
        "window": {
            "mb": _first_last(warm, lambda look: look.window_mb),
            "mb_per_hour": slope(warm, lambda look: look.window_mb),
            "trends_mb": _first_last(warm, lambda look: look.trends_mb),
            "mb_without_trends_per_hour": slope(warm, lambda look: look.window_mb - look.trends_mb),
            "threads": _first_last(warm, lambda look: look.window_threads),
            "descriptors": _first_last(warm, lambda look: look.window_fds),
            "descriptors_per_hour": slope(warm, lambda look: look.window_fds),
        },
        "video": {
            "lives": len({look.video_pid for look in seen.looks}),
            "mb_without_rings": _first_last(last, lambda look: look.video_mb - look.rings_mb),
            "mb_without_rings_per_hour": slope(last, lambda look: look.video_mb - look.rings_mb),
            "threads": _first_last(warm, lambda look: look.video_threads),
            "descriptors": _first_last(warm, lambda look: look.video_fds),
        },
        "window_late_p99_ms": {"before": _median(early), "after": _median(late), "max": round(seen.late_max_ms, 1)},
        "looks": [
            {name: round(value, 1) for name, value in asdict(look).items()} for look in seen.looks[:: _thin(seen)]
        ],
    }


def _thin(seen: Looks) -> int:
    return max(1, len(seen.looks) // 60)


def _is_full(look: Look, looks: Sequence[Look]) -> bool:
    """Its process has lived long enough for every ring to be full."""
    born = next(other.at_s for other in looks if other.video_pid == look.video_pid)
    return look.at_s - born > 2 * RING_S


def slope(looks: Sequence[Look], of: Callable[[Look], float]) -> float | None:
    """Growth an hour: the median of the slopes between all pairs, which one odd look does not move; None: too few."""
    if len(looks) < 3:
        return None
    pairs = ((a, b) for n, a in enumerate(looks) for b in looks[n + 1 :])
    return round(statistics.median((of(b) - of(a)) / (b.at_s - a.at_s) for a, b in pairs) * 3_600, 2)


def _first_last(looks: Sequence[Look], of: Callable[[Look], float]) -> dict[str, float]:
    if not looks:
        return {}
    values = [round(of(look), 1) for look in looks]
    return {"first": values[0], "least": min(values), "most": max(values), "last": values[-1]}


def _median(values: Sequence[float]) -> float | None:
    return round(statistics.median(values), 1) if values else None
