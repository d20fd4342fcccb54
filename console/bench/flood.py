"""`main.py bench flood`: a desk and a wall of 16 while alarms pour in: what is painted when, and whether any is lost.

Four parts in one run: fire alarms one by one (the floor), so many raises a minute for some minutes, a thousand at
once, thirty fires within a second. Real broker, real journal, real windows; what comes after the first part is not
acknowledged.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from console import announce
from console.bench import stage
from console.bench.amount import amount
from console.bench.flood_source import SOURCE, Said
from console.bench.jump import at, figures
from console.bench.late import Late
from console.config.schema import Config, SignalConfig, SourceConfig
from console.errors import BackendError
from console.leash import leashed
from console.model import AlarmClass, AlarmId, PointId
from console.room import Room
from console.wall import SurfaceId

DEVICES, FIRES, FIRST_FIRES = 1_000, 30, 10
LASTS_S, LATE_S, LOOK_S, PATIENCE_S = 30.0, 20.0, 0.25, 60.0
ONE_BY_ONE = "one_by_one"
WALL, TILES = SurfaceId("wall-1"), "16"
PROMISED = {"painted_p99_ms": 1_000, "window_late_over_16_ms_percent": 1.0, "lost": 0}


@dataclass(slots=True)
class Part:
    """One part of the run: what was said, and what the console made of it."""

    name: str
    plan: list[Said]
    raised: Counter[PointId] = field(default_factory=Counter)
    painted_ms: list[float] = field(default_factory=list)  # fires: from the detector's clock to the paint
    late: Late = field(default_factory=Late)

    @property
    def expected(self) -> Counter[PointId]:
        """How often each point is raised."""
        return Counter(_point(device, kind) for _, device, kind, value in self.plan if value)

    @property
    def fires(self) -> int:
        return sum(kind == "smoke" for _, _, kind, value in self.plan if value)

    def is_over(self) -> bool:
        return self.raised == self.expected and len(self.painted_ms) >= self.fires

    def figures(self) -> dict[str, object]:
        lost = self.expected - self.raised
        found: dict[str, object] = {"raises": self.expected.total(), "lost": lost.total()}
        if self.fires:
            found["fires"] = self.fires
            found["fires_not_painted"] = self.fires - len(self.painted_ms)
            found["painted_ms"] = figures(self.painted_ms)
            if self.painted_ms:
                found["painted_p99_ms"] = round(at(self.painted_ms, 0.99), 1)
        return found | {"window_late_ms": self.late.figures()}


def _point(device: str, kind: str) -> PointId:
    return PointId(f"{SOURCE}/{device}#{kind}")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--minutes", type=amount, default=5, help="how long it pours (%(default)s)")
    parser.add_argument("--per-minute", type=amount, default=1_000, help="raises a minute meanwhile (%(default)s)")


def run(args: argparse.Namespace) -> int:
    """Print one JSON document; 0 when no alarm was lost."""
    args.load_windows()  # before any thread is there
    with stage.demo_room("desk-1", late_s=LATE_S, arrange=crowded) as room:
        flood = Flood(room, args.minutes, args.per_minute)
        args.windows(room)
        flood.close()
    json.dump(report(flood.parts), sys.stdout, indent=2)
    print()
    return 0 if all(part.is_over() for part in flood.parts) and len(flood.parts) == len(flood.wanted) else 1


def crowded(config: Config, folder: Path) -> Config:
    """The demo's site with a thousand valves and forty smoke detectors more, spread over the places of the others."""

    def more(rows: list[stage.Row]) -> list[stage.Row]:
        placed = [row for row in rows if row["building"] and row["id"].endswith("#smoke")]
        added = [
            {**placed[n % len(placed)], "id": _point(device, kind), "alias": "", "alarm_class": ""}
            for n, (device, kind) in enumerate([*valves(), *detectors()])
        ]
        return [*rows, *added]

    signals = tuple(SignalConfig(kind=kind) for kind in ("smoke", "valve_shut"))
    source = SourceConfig(name=SOURCE, ecosystem="site", topic=SOURCE + "/{device}/{kind}", signals=signals)
    changed = stage.with_rows(config, folder, "points.csv", more)
    return replace(changed, sources=(*config.sources, source))


def valves() -> list[tuple[str, str]]:
    return [(f"v-{n:04}", "valve_shut") for n in range(DEVICES)]


def detectors() -> list[tuple[str, str]]:
    return [(f"s-{n:02}", "smoke") for n in range(FIRST_FIRES + FIRES)]


def steady(minutes: int, per_minute: int) -> list[Said]:
    """Each valve shuts in turn and opens again after half a minute."""
    gap = 60 / per_minute
    shut = [(n * gap, *valves()[n % DEVICES], True) for n in range(minutes * per_minute)]
    opened = [(at_s + min(LASTS_S, DEVICES * gap / 2), device, kind, False) for at_s, device, kind, _ in shut]
    return sorted([*shut, *opened])


def parts(minutes: int, per_minute: int) -> list[Part]:
    """What is played, in this order."""
    first, rest = detectors()[:FIRST_FIRES], detectors()[FIRST_FIRES:]
    return [
        Part(ONE_BY_ONE, [(n * 2.0, *detector, True) for n, detector in enumerate(first)]),
        Part("pouring", steady(minutes, per_minute)),
        Part("burst", [(n * 2 / DEVICES, *valve, True) for n, valve in enumerate(valves())]),
        Part("fires", [(n / FIRES, *detector, True) for n, detector in enumerate(rest)]),
    ]


def report(played: Sequence[Part]) -> dict[str, object]:
    """Every part; the fires of the flood beside those at rest; how late the window was in all of it.

    At most one beat of a hundred later than 16 ms is what a p99 of 16 ms means.
    """
    found = {part.name: part.figures() for part in played}
    by_name = {part.name: part.painted_ms for part in played}
    rest, flood = by_name.get(ONE_BY_ONE, []), by_name.get("fires", [])
    ratio = round(at(flood, 0.99) / at(rest, 0.99), 2) if rest and flood else None
    whole = Late.of([part.late for part in played]).figures()
    return {"bench": "flood", "promised": PROMISED, "parts": found, "fires_p99_to_rest": ratio, "window_late_ms": whole}


class Flood:
    """Plays the parts on the desk thread; then the windows are closed."""

    def __init__(self, room: Room, minutes: int, per_minute: int) -> None:
        self._room = room
        self.wanted = parts(minutes, per_minute)
        self.parts: list[Part] = []
        self._waiting: dict[AlarmId, int] = {}  # fires not painted yet: the detector's time
        broker = room.sensors_config()
        command = [sys.executable, "-m", "console.bench.flood_source", broker.url, broker.user, broker.password]
        self._source = subprocess.Popen(leashed(command), stdin=subprocess.PIPE, text=True, cwd=stage.ROOT)
        room.announcer.subscribe(announce.AlarmRaised, self.on_raised)
        room.announcer.subscribe(announce.AlarmDisplayed, self.on_displayed)
        room.announcer.subscribe(announce.WindowLate, self.on_late)
        room.console.steering.set_layout(WALL, TILES)
        stage.when_hot(room, lambda: stage.play(room, self._play()))

    def close(self) -> None:
        assert self._source.stdin is not None
        self._source.stdin.close()
        self._source.wait()

    def on_raised(self, raised: announce.AlarmRaised) -> None:
        if self.parts and raised.point.startswith(f"{SOURCE}/"):
            self.parts[-1].raised[raised.point] += 1
            if raised.alarm_class is AlarmClass.FIRE:
                self._waiting[raised.alarm] = raised.source_ms

    def on_displayed(self, displayed: announce.AlarmDisplayed) -> None:
        since_ms = self._waiting.pop(displayed.alarm, None)
        if since_ms is not None:
            self.parts[-1].painted_ms.append(float(self._room.clock.now_ms() - since_ms))
            if self.parts[-1].name == ONE_BY_ONE:
                self._room.console.acknowledge(displayed.alarm)

    def on_late(self, late: announce.WindowLate) -> None:
        if self.parts:
            self.parts[-1].late.take(late)

    def _play(self) -> Generator[float, None, None]:
        """Yields how many seconds to wait before it goes on."""
        yield LATE_S
        for part in self.wanted:
            self.parts.append(part)
            self._say(part.plan)
            yield part.plan[-1][0]
            deadline = self._room.clock.monotonic_ns() + int(PATIENCE_S * 1e9)
            while not part.is_over() and self._room.clock.monotonic_ns() < deadline:
                yield LOOK_S
            yield LATE_S

    def _say(self, plan: Sequence[Said]) -> None:
        if self._source.poll() is not None:
            raise BackendError("the bench's publisher ended")
        assert self._source.stdin is not None
        self._source.stdin.write(json.dumps(plan) + "\n")
        self._source.stdin.flush()
