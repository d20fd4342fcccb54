"""The second part of `bench ingest`: the whole console with its windows while so many points report each second.

A desk and a wall of 16, the demo's cameras, journal and history, and the bench's points beside the demo's. A process
of its own publishes; what the windows were late meanwhile is set beside what they were late before. Desk thread.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from console import announce
from console.bench import stage
from console.bench.late import Late
from console.bench.load import DEVICES
from console.config.schema import Config, Limits, SignalConfig, SourceConfig
from console.leash import leashed
from console.room import Room
from console.wall import SurfaceId

SOURCE, KIND = "load", "temperature"
LOOK_S, PATIENCE_S = 0.25, 60.0
WALL, TILES = SurfaceId("wall-1"), "16"
PROMISED = {"window_late_p99_ms": 16.0, "behind": 0}


def measure(args: argparse.Namespace) -> dict[str, object]:
    """Needs a screen. Raises BackendError without one."""
    args.load_windows()  # before any thread is there
    with stage.demo_room("desk-1", late_s=args.seconds, arrange=crowded) as room:
        intaking = Intaking(room, args.rate, args.seconds)
        args.windows(room)
        return intaking.figures()


def crowded(config: Config, folder: Path) -> Config:
    """The demo's site with the points of the bench, at the places of the others."""

    def more(rows: list[stage.Row]) -> list[stage.Row]:
        placed = [row for row in rows if row["building"]]
        plain = {"alias": "", "alarm_class": ""}
        names = (f"{SOURCE}/bench-{n}#{KIND}" for n in range(DEVICES))
        added = [{**placed[n % len(placed)], **plain, "id": name} for n, name in enumerate(names)]
        return [*rows, *added]

    limits = Limits(hi=60.0, hihi=80.0, hysteresis=2.0)
    signals = (SignalConfig(kind=KIND, unit="°C", limits=limits),)
    source = SourceConfig(name=SOURCE, ecosystem="site", topic=SOURCE + "/{device}/{kind}", signals=signals)
    changed = stage.with_rows(config, folder, "points.csv", more)
    return replace(changed, sources=(*config.sources, source))


class Intaking:
    """Rest, load, and what came of it; then the windows are closed. Each is one span of the windows' lateness."""

    def __init__(self, room: Room, rate: int, seconds: int) -> None:
        self._room = room
        self._rate, self._count = rate, rate * seconds
        self._seconds = seconds
        self._rest, self._load = Late(), Late()
        self._late = Late()
        self._behind = 0
        self._received = self._took_s = 0.0
        room.announcer.subscribe(announce.WindowLate, self.on_late)
        room.announcer.subscribe(announce.LinkLost, self.on_lost)
        room.console.steering.set_layout(WALL, TILES)
        stage.when_hot(room, lambda: stage.play(room, self._play()))

    def figures(self) -> dict[str, object]:
        return {
            "points": DEVICES, "promised": PROMISED, "sent_per_s": self._rate, "messages": self._count,
            "received": int(self._received), "received_per_s": round(self._received / max(self._took_s, 0.001)),
            "behind": self._behind, "window_late_ms": {"rest": self._rest.figures(), "load": self._load.figures()},
        }  # fmt: skip

    def on_late(self, late: announce.WindowLate) -> None:
        self._late.take(late)

    def on_lost(self, lost: announce.LinkLost) -> None:
        self._behind += lost.kind == "intake"

    def _play(self) -> Generator[float, None, None]:
        """Yields how many seconds to wait before it goes on."""
        yield from self._span(Late())  # it had begun before the room was ready
        yield from self._span(self._rest)
        self._late = self._load
        before, begun = self._room.feed.figures().received, self._room.clock.monotonic_ns()
        publisher = self._publisher()
        deadline = begun + int((self._seconds + PATIENCE_S) * 1e9)
        while self._received < self._count and self._room.clock.monotonic_ns() < deadline:
            yield LOOK_S
            self._received = self._room.feed.figures().received - before
        self._took_s = (self._room.clock.monotonic_ns() - begun) / 1e9
        yield from self._span(self._load)
        if publisher.poll() is None:
            publisher.terminate()

    def _span(self, late: Late) -> Generator[float, None, None]:
        """What is told goes there until the span is over."""
        self._late = late
        while not late.p99_ms:
            yield LOOK_S

    def _publisher(self) -> subprocess.Popen[bytes]:
        broker = self._room.sensors_config()
        arguments = (broker.url, broker.user, broker.password, str(self._count), str(self._rate), SOURCE)
        command = [sys.executable, "-m", "console.bench.load", *arguments]
        return subprocess.Popen(leashed(command), cwd=stage.ROOT)
