"""What a soak does to a room by dice: opens and drops pictures, raises alarms, breaks cameras. Desk thread."""

from __future__ import annotations

import os
import random
import signal
from collections import Counter
from collections.abc import Callable, Generator, Sequence
from functools import partial

from console.alarms import Outcome
from console.bench import stage
from console.bench.streams import Streams
from console.errors import CommandRefused
from console.model import AlarmId, PointId
from console.room import Room
from console.wall import LAYOUTS, PANEL, SurfaceId, TileId, Zoom, tile_id

PAUSE_S = (0.2, 3.0)  # between two acts
ALARM_S, FAULT_S, KILL_S = (
    60.0,
    20.0,
    420.0,
)  # one alarm, one broken camera, one killed video process in so many seconds
FAULTS = ("stall", "abort", "unauthorised", "silent", "no-key-frame", "resolution-change", "slow-link")
NO_FAULT = "none"
MAY_RESET_MS = 30_000


class Soaking:
    """Goes on until nobody asks for the next act; `done` counts what was done, `refused` what the console refused."""

    def __init__(self, room: Room, served: Streams, seed: int) -> None:
        self._room = room
        self._served = served
        self._dice = random.Random(seed)
        self._detectors = stage.Detectors(room, room.sensors_config(), seed)
        self._points: Sequence[PointId] = ()
        self._broken = ""
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()

    def acts(self) -> Generator[float, None, None]:
        """Each `next` does one thing; what it yields are the seconds to wait before the next one."""
        self._points = stage.smoke_points(self._room, self._dice, 1_000)
        elapsed = 0.0
        every = {self.raise_alarm: ALARM_S, self.break_camera: FAULT_S, self.kill_video: KILL_S}
        due = dict(every)
        hands = (self.layout, self.page, self.put, self.put, self.drop, self.swap, self.full, self.zoom, self.escape)
        while True:
            act = next((act for act, at_s in due.items() if elapsed >= at_s), None)
            if act is not None:
                due[act] += every[act]
            act = act or self._dice.choice(hands)
            self._do(act.__name__, act)
            pause_s = self._dice.uniform(*PAUSE_S)
            elapsed += pause_s
            yield pause_s

    def close(self) -> None:
        self._detectors.close()

    def _do(self, name: str, act: Callable[[], None]) -> None:
        try:
            act()
            self.done[name] += 1
        except CommandRefused as refused:
            self.refused[refused.code] += 1

    # ---- hands ----

    def layout(self) -> None:
        self._room.console.steering.set_layout(self._surface(), self._dice.choice(list(LAYOUTS)))

    def page(self) -> None:
        self._room.console.steering.turn_page(self._surface(), self._dice.choice((-1, 1)))

    def put(self) -> None:
        self._room.console.steering.put(self._tile(), self._dice.choice(self._room.site.cameras).id)

    def drop(self) -> None:
        self._room.console.steering.put(self._tile(), None)

    def swap(self) -> None:
        self._room.console.steering.swap(self._tile(), self._tile())

    def full(self) -> None:
        self._room.console.steering.toggle_full(self._tile())

    def zoom(self) -> None:
        at = self._dice.uniform(0.0, 0.5)
        self._room.console.steering.zoom(self._tile(), self._dice.choice((None, Zoom(at, at, 0.4))))

    def escape(self) -> None:
        self._room.console.steering.escape()

    def _surface(self) -> SurfaceId:
        return self._dice.choice((PANEL, *self._room.console.steering.walls))

    def _tile(self) -> TileId:
        surface = self._surface()
        places = LAYOUTS[self._room.console.steering.surface(surface).layout].places
        return tile_id(surface, self._dice.randint(1, places))

    # ---- what happens to it ----

    def raise_alarm(self) -> None:
        """A detector speaks, is answered after a while, is quiet again and is reset."""
        point, clock = self._points[self.done["raise_alarm"] % len(self._points)], self._room.clock
        self._detectors.say(point, alarm=True)
        clock.after(self._dice.randint(2_000, 10_000), lambda: self._answer(point))
        clock.after(15_000, lambda: self._detectors.say(point, alarm=False))
        clock.after(MAY_RESET_MS, lambda: self._reset(point))

    def _answer(self, point: PointId) -> None:
        for alarm in self._of(point):
            self._do("acknowledge", partial(self._room.console.acknowledge, alarm))

    def _reset(self, point: PointId) -> None:
        for alarm in self._of(point):
            self._do("reset", partial(self._room.console.reset, alarm, Outcome.TEST))

    def _of(self, point: PointId) -> list[AlarmId]:
        return [alarm.id for alarm in self._room.console.alarms.rows() if alarm.point == point]

    def break_camera(self) -> None:
        """Another camera has a fault, the one before it is well again."""
        if self._broken:
            self._served.fault(self._broken, NO_FAULT)
        self._broken = self._dice.choice(self._served.names)
        self._served.fault(self._broken, self._dice.choice(FAULTS))

    def kill_video(self) -> None:
        if self._room.video.pid:
            os.kill(self._room.video.pid, signal.SIGKILL)
