"""Joins the desks about pictures with those they read and the acts they ask for. Desk thread.

Belongs to the console like a hand to an arm: it decides nothing they decide.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from console.alarms import Alarms
from console.announce import Announcement
from console.clock import Clock
from console.config.schema import TruthConfig
from console.eye import Eye
from console.health import Health
from console.journal import Conflict, Entry, Json, Recorded
from console.logbook import Logbook
from console.looks import CameraClock, StreamMeasured
from console.model import LIVE, AlarmId, Camera, CameraId, ConditionChanged, Role, Seat
from console.model.ids import domain_of
from console.overload import Overload
from console.people import People
from console.pictures import Pictures
from console.ports import CameraChanged
from console.ptz import Duties, Surroundings, Turning
from console.ptz import Room as HeadRoom
from console.remote import Remote, Sending
from console.replays import REPLAY_WORDS
from console.reviewing import Reviewing
from console.rewinding import Rewinding
from console.seeing import Seeing
from console.steering import Steering
from console.truth.desk import Truth
from console.truth.glimpse import Glimpse
from console.wall import TileId, Use, surface_of
from console.wall.boards import is_board_name


@dataclass(frozen=True, slots=True)
class SightConfig:
    """What the configuration says of them."""

    truth: TruthConfig = TruthConfig()  # noqa: RUF009  # frozen
    load_percent: int = 85
    ptz_hold_s: int = 60


@dataclass(frozen=True, slots=True)
class SightDesks:
    """The desks they read. `alarms` and `cameras` are those the room sees now."""

    pictures: Pictures
    seeing: Seeing
    steering: Steering
    people: People
    alarms: Callable[[], Alarms]
    cameras: Callable[[], Mapping[CameraId, Camera]]
    has_incident: Callable[[AlarmId], bool]  # one that is open


@dataclass(frozen=True, slots=True)
class SightHands:
    """What they do outside: entries in the journal, conditions of points, words to the windows."""

    logbook: Logbook
    append: Callable[[Sequence[Entry]], None]
    condition: Callable[[ConditionChanged], None]
    announce_it: Callable[[Announcement], None]


class Sight:
    """Its desks are attributes; the windows ask them."""

    def __init__(self, clock: Clock, seat: Seat, desks: SightDesks, hands: SightHands, config: SightConfig) -> None:
        self._desks = desks
        self._config = config
        self.reviewing = Reviewing(clock, hands.logbook, seat, hands.announce_it)
        wall = desks.seeing.wall
        self.rewinding = Rewinding(clock, hands.logbook, seat, hands.announce_it, wall.hold, wall.release)
        self.remote = Remote(clock, seat, desks.steering.receiving, hands.append, hands.announce_it)
        desks.steering.when_changed = self.remote.look
        self.eye = Eye(clock, seat, lambda: desks.alarms().domain, hands.announce_it)
        desks.steering.when_acted = lambda act, data: self.eye.acted(seat.by, act, data)
        self.remote.when_hung = self._hung
        self.overload = _load(clock, seat, desks, hands, config.load_percent)
        self.ptz = _turning(clock, seat, desks, hands, config.ptz_hold_s)
        book, truth = hands.logbook, config.truth
        self.truth = Truth(clock, seat, desks.cameras, book, hands.condition, hands.announce_it, truth)
        self.health = Health(clock, desks.pictures, desks.cameras, self.truth, truth)

    def _hung(self, sending: Sending) -> None:
        """Another position changed a wall here."""
        if (order := sending.order) is not None:
            data: dict[str, Json] = {"surface": order.surface, "tile": sending.tile, "camera": order.camera}
            self.eye.acted(sending.by, "remote", {key: value for key, value in data.items() if value})

    def load(self, recorded: Sequence[Recorded]) -> None:
        """Rebuild from the entries of the open streams, in order."""
        self.remote.load(recorded)
        self.ptz.load(recorded)

    def start(self) -> None:
        """The journal is open and every desk has loaded."""
        self.remote.start()
        self.ptz.start()
        self.truth.start()

    def stop(self) -> None:
        """The console ends; the ports are still there."""
        self.remote.stop()
        self.ptz.stop()

    def takers(self) -> dict[type, Callable[[Any], None]]:
        """Who takes what comes in."""
        return {
            CameraChanged: self._desks.seeing.camera_changed,
            **dict.fromkeys(REPLAY_WORDS, self.reviewing.heard),
            **self.rewinding.takers(),
            **self.eye.takers(),
            **self.ptz.takers(),
            StreamMeasured: self.health.measured,
            Glimpse: self.truth.saw,
            CameraClock: lambda read: self.truth.clocks.told(read.camera, read.offset_ms, "onvif"),
        }

    def learn(self, record: Recorded) -> bool:
        """What another console wrote; False: it has to wait for what comes before it."""
        self.remote.learn(record.entry)
        self.truth.learn(record)
        return self.ptz.learn(record)

    def overruled(self, conflict: Conflict) -> bool:
        """Another console was first; whether it was with something of ours."""
        return self.remote.overruled(conflict) or self.ptz.overruled(conflict)


def _load(clock: Clock, seat: Seat, desks: SightDesks, hands: SightHands, percent: int) -> Overload:
    """What pictures cost, joined with whoever looks at one with intent."""
    wall, steering = desks.seeing.wall, desks.steering

    def is_guarded(tile: TileId) -> bool:
        is_alarms = not is_board_name(surface_of(tile))
        return is_alarms or tile == steering.selected or wall.is_in_use(tile)

    overload = Overload(
        clock, hands.logbook, seat, hands.announce_it, limit=percent / 100, processors=os.cpu_count() or 1,
        is_guarded=is_guarded,
    )  # fmt: skip
    steering.weigh = overload.weigh
    return overload


def _turning(clock: Clock, seat: Seat, desks: SightDesks, hands: SightHands, hold_s: int) -> Turning:
    """The heads of cameras, joined with alarms, people and Esc."""
    rankings, people = desks.seeing.rankings, desks.people

    def alarm_of(camera: CameraId) -> AlarmId | None:
        live = ((alarm, ranking.chosen) for alarm, ranking in rankings.items() if domain_of(alarm) == LIVE)
        return next((alarm for alarm, chosen in live if any(one.camera.id == camera for one in chosen)), None)

    def is_supervisor() -> bool:
        acting = {acting.person for acting in people.acting()}
        return people.session is not None and (people.session.role is Role.SUPERVISOR or seat.person in acting)

    duties = Duties(lambda: rankings, lambda alarm: desks.alarms().get(alarm),
                    lambda alarm: alarm in rankings or desks.has_incident(alarm))  # fmt: skip
    room = HeadRoom(desks.cameras, alarm_of, is_supervisor)
    wall, steering = desks.seeing.wall, desks.steering
    around = Surroundings(
        steering.camera_on, lambda tile, on: wall.hold(tile, Use.PTZ) if on else wall.release(tile, Use.PTZ)
    )
    turning = Turning(clock, seat, room, duties, around, hands.append, hands.announce_it, hold_s * 1_000)
    desks.seeing.wall.follow(turning.errands.look)
    desks.steering.when_restored = turning.errands.restore
    left = people.when_left

    def hands_off() -> None:
        left()
        turning.left()

    people.when_left = hands_off
    changed = steering.when_changed

    def tiles_changed() -> None:
        changed()
        turning.grip.look()

    steering.when_changed = tiles_changed
    wall.follow(turning.grip.look)
    return turning
