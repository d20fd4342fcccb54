"""`main.py bench jump`: smoke message → picture painted, and opening any camera, beside mpv opening the same ones."""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
from collections import deque
from collections.abc import Callable, Sequence

from console import announce
from console.bench import stage
from console.bench.amount import amount
from console.bench.peers import Mpv, check_tools
from console.model import AlarmId, Camera, PointId
from console.room import Room
from console.wall import ALARM_TILE

LOST_MS = 5_000  # an alarm or a camera without a picture for so long counts as lost
PAUSE_MS = (200, 700)  # between two openings: not in step with the key frames
PAINTED_MS, RATIO = 300, 1 / 50  # what the product promises


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--alarms", type=amount, default=100, help="smoke messages (%(default)s)")
    parser.add_argument("--openings", type=amount, default=100, help="cameras opened by us (%(default)s)")
    parser.add_argument("--mpv", type=amount, default=20, help="cameras opened by mpv (%(default)s)")
    stage.add_seed(parser)


def run(args: argparse.Namespace) -> int:
    """Print one JSON document; 0 when no alarm and no camera was lost."""
    check_tools("mpv")
    args.load_windows()  # before any thread is there
    with stage.demo_room("desk-1", late_s=60.0) as room:
        jump = Jump(room, args)
        args.windows(room)
        jump.close()
        result = jump.result()
        room.video.stop()  # what comes now is mpv's alone
        result |= _compared(jump.openings.taken, _mpv(room, jump.opened[: args.mpv]))
    json.dump(result, sys.stdout, indent=2)
    print()
    return 0 if not (jump.alarms.lost or jump.openings.lost) else 1


def _mpv(room: Room, cameras: Sequence[Camera]) -> list[float]:
    mpv = Mpv()
    try:
        return [mpv.open_ms(stage.url_of(room, camera)) for camera in cameras]
    finally:
        mpv.close()


def _compared(ours: Sequence[float], theirs: Sequence[float]) -> dict[str, object]:
    ratio = at(ours, 0.95) / at(theirs, 0.95)
    return {"mpv_opening_ms": figures(theirs), "opening_p95_to_mpv": round(ratio, 4), "promised_ratio": RATIO}


def figures(values: Sequence[float]) -> dict[str, float]:
    if not values:
        return {"n": 0}
    p50, p95 = statistics.median(values), at(values, 0.95)
    return {"n": len(values), "p50": round(p50, 1), "p95": round(p95, 1), "max": round(max(values), 1)}


def at(values: Sequence[float], share: float) -> float:
    """The value that this share of all does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


class Turns:
    """One thing after the other, each timed from its start until it is seen; a pause between them."""

    def __init__(self, room: Room, dice: random.Random, done: Callable[[], None]) -> None:
        self._clock = room.clock
        self._dice = dice
        self._done = done
        self._left: deque[Callable[[], None]] = deque()
        self._started = self._turn = 0
        self.taken: list[float] = []
        self.lost = 0

    def begin(self, starts: Sequence[Callable[[], None]]) -> None:
        self._left.extend(starts)
        self._pause()

    def _pause(self) -> None:
        self._clock.after(self._dice.randint(*PAUSE_MS), self._next)

    def _next(self) -> None:
        if not self._left:
            self._done()
            return
        self._turn += 1
        turn = self._turn
        self._clock.after(LOST_MS, lambda: self._give_up(turn))
        self._started = self._clock.monotonic_ns()
        self._left.popleft()()

    def seen(self) -> None:
        """What was started last is on the screen."""
        if self._started:
            self.taken.append((self._clock.monotonic_ns() - self._started) / 1e6)
            self._started = 0
            self._pause()

    def _give_up(self, turn: int) -> None:
        if turn == self._turn and self._started:
            self.lost += 1
            self._started = 0
            self._pause()


class Jump:
    """Drives the room on the desk thread: first the openings, then the alarms; then the windows are closed.

    In this order because every fire alarm records clips of three cameras for a minute and a half after it.
    """

    def __init__(self, room: Room, args: argparse.Namespace) -> None:
        self._room = room
        self._args = args
        self._dice = random.Random(args.seed)
        self._detectors = stage.Detectors(room, room.sensors_config(), args.seed)
        self.openings = Turns(room, self._dice, self._raise_alarms)
        self.alarms = Turns(room, self._dice, stage.end)
        self._waited: PointId | None = None
        self.opened: list[Camera] = []
        self._hot = 0
        room.announcer.subscribe(announce.CameraShown, self.on_shown)
        room.announcer.subscribe(announce.CameraOpened, self.on_opened)
        stage.when_hot(room, self._open_cameras)

    def close(self) -> None:
        self._detectors.close()

    def _raise_alarms(self) -> None:
        points = stage.smoke_points(self._room, self._dice, self._args.alarms)
        self.alarms.begin([lambda point=point: self._raise(point) for point in points])  # type: ignore[misc]

    def _raise(self, point: PointId) -> None:
        self._waited = point
        self._detectors.say(point, alarm=True)

    def on_shown(self, shown: announce.CameraShown) -> None:
        """The alarm's picture was painted: acknowledge it, let its detector be quiet again."""
        alarm = self._room.console.alarms.get(shown.alarm)
        if alarm is None or alarm.point != self._waited:
            return
        self._waited = None
        self.alarms.seen()
        self._settle(alarm.id, alarm.point)

    def _settle(self, alarm: AlarmId, point: PointId) -> None:
        self._room.console.acknowledge(alarm)
        self._detectors.say(point, alarm=False)

    def _open_cameras(self) -> None:
        self._hot = len(stage.live_cameras(self._room))
        cameras = stage.open_cameras(self._room)
        for _ in range(self._args.openings):
            self.opened.append(self._dice.choice([camera for camera in cameras if camera not in self.opened[-1:]]))
        self.openings.begin([lambda camera=camera: self._open(camera) for camera in self.opened])  # type: ignore[misc]

    def _open(self, camera: Camera) -> None:
        self._room.console.steering.put(ALARM_TILE, camera.id)

    def on_opened(self, opened: announce.CameraOpened) -> None:
        if opened.tile == str(ALARM_TILE):
            self.openings.seen()

    def result(self) -> dict[str, object]:
        return {
            "bench": "jump",
            "cameras_hot": self._hot,
            "message_to_painted_ms": figures(self.alarms.taken),
            "alarms_lost": self.alarms.lost,
            "promised_p95_ms": PAINTED_MS,
            "opening_ms": figures(self.openings.taken),
            "openings_lost": self.openings.lost,
        }
