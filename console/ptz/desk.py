"""The desk of the heads: who turns a camera, what it is told, when it is let go. Desk thread.

A head belongs to one person at a time; who holds it longest without moving it loses it. Nobody turns a camera without
being told to stop: the desk says `drive` again while the hand is on it, and the backend stops what it hears no more of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from console import announce
from console.announce import Announcement
from console.clock import Clock, Deadline
from console.errors import CommandRefused
from console.model import AlarmId, By, Camera, CameraId, CameraKind, Right, Seat
from console.ptz.hand import Hand
from console.ptz.hold import Act, Fact, Freed, Hold, Level, Refused, Taken, Turned, Why
from console.ptz.orders import Orders
from console.ptz.port import PtzFailed, Skill, Velocity
from console.ptz.record import Record

HOLD_MS = 60_000  # a head nobody moves for so long is free again
GRACE_MS = 10_000  # what another position holds and does not let go: it is dead
MACHINE = By(machine="ptz")


@dataclass(frozen=True, slots=True)
class Room:
    """What the desk asks of the others. `alarm_of`: the open alarm whose pictures include this camera."""

    cameras: Callable[[], Mapping[CameraId, Camera]]
    alarm_of: Callable[[CameraId], AlarmId | None]
    is_supervisor: Callable[[], bool]


class Heads:
    """Acts raise CommandRefused: no_ptz, in_use, no_right and what `people` refuses. `hold_ms`: see `HOLD_MS`."""

    def __init__(
        self, clock: Clock, seat: Seat, record: Record, orders: Orders, room: Room,
        announce_it: Callable[[Announcement], None], hold_ms: int = HOLD_MS,
    ) -> None:  # fmt: skip
        self._clock = clock
        self._seat = seat
        self._record = record
        self._orders = orders
        self._room = room
        self._announce = announce_it
        self._hold_ms = hold_ms
        self._hand = Hand(clock, orders)
        self._hand.may, self._hand.when_changed, self._hand.when_rested = self.is_ours, self._changed, self._rested
        self._ends: dict[CameraId, Deadline] = {}
        self._ours: set[CameraId] = set()
        self.when_free: Callable[[CameraId], None] = lambda _: None  # nobody has it, or the hand rests
        self.when_gone: Callable[[CameraId], None] = lambda _: None  # it is ours no more
        record.when_others = self._others
        orders.when_changed, orders.when_failed = self._changed, self._failed

    # ---- what the windows show ----

    def can_turn(self, camera: CameraId) -> bool:
        """Whether there is anything to steer."""
        known = self._room.cameras().get(camera)
        return self._orders.is_on and known is not None and known.kind is CameraKind.PTZ

    def hold(self, camera: CameraId) -> Hold | None:
        """Who has it."""
        return self._record.head(camera).hold

    def is_ours(self, camera: CameraId) -> bool:
        held = self.hold(camera)
        return held is not None and held.by == self._seat.by

    def is_turning(self, camera: CameraId) -> bool:
        """A hand at this position turns it now."""
        return self._hand.is_turning(camera)

    def is_at_rest(self, camera: CameraId) -> bool:
        """Nobody turns it, as far as this position knows: what others do is known a moment after they have done it."""
        held = self.hold(camera)
        if held is None or held.by.position != self._seat.position:
            return held is None
        return not self._hand.is_on(camera)

    @property
    def by(self) -> By:
        """Who acts here now."""
        return self._seat.by

    def trouble(self, camera: CameraId) -> PtzFailed | None:
        """Why it did not obey the last order."""
        return self._orders.troubles.get(camera)

    def errand(self, camera: CameraId) -> AlarmId | None:
        """The alarm that has turned it."""
        found = self._record.head(camera).errand
        return found.alarm if found is not None else None

    def skills(self, camera: CameraId) -> frozenset[Skill]:
        """What the camera says it can do beside turning; empty until it has answered."""
        return self._orders.skills(camera)

    def presets(self, camera: CameraId) -> tuple[str, ...]:
        """Those of the site, then what else the camera knows."""
        known = self._room.cameras().get(camera)
        names = known.presets if known is not None else ()
        return tuple(dict.fromkeys((*names, *self._orders.presets(camera))))

    # ---- what a person does ----

    def take(self, camera: CameraId) -> None:
        """This head is ours until we let go, leave it alone for long, or somebody of a higher level needs it."""
        self._seat.check(Right.STEER)
        if not self.can_turn(camera):
            raise CommandRefused("no_ptz", camera)
        self._orders.ask(camera)
        if self.is_ours(camera):
            self._keep(camera)
            return
        held, alarm = self.hold(camera), self._room.alarm_of(camera)
        level = self._level(alarm)
        if held is not None and not level.outranks(held.level):
            raise CommandRefused("in_use", held.by.person or held.by.machine)
        self._write(camera, Taken(level, alarm or "" if level is Level.ALARM else ""))
        by = self._seat.by
        self._announce(announce.PtzTaken(camera=camera, level=level.value, by=by.person, position=by.position))
        self._ours.add(camera)
        self._keep(camera)
        self._changed(camera)

    def drive(self, camera: CameraId, velocity: Velocity) -> None:
        """Turn like this until another word; to be said at least every 20 s while a hand is on it."""
        if velocity.is_still:
            self.halt(camera)
            return
        self.take(camera)
        self._hand.drive(camera, velocity)

    def halt(self, camera: CameraId) -> None:
        """Stand still. Harmless when it does."""
        self._hand.halt(camera)

    def centre(self, camera: CameraId, x: float, y: float) -> None:
        """Bring this point of the picture into its middle: −1…1 from there, right and up positive."""
        self._once(camera)
        self._orders.centre(camera, x, y)
        self._did(camera, Turned(Act.CENTRE, point=(round(x * 100), round(y * 100))))

    def recall(self, camera: CameraId, preset: str) -> None:
        """Go to a stored position."""
        self._once(camera)
        self._orders.recall(camera, preset)
        self._did(camera, Turned(Act.PRESET, preset))

    def go_home(self, camera: CameraId) -> None:
        self._once(camera)
        self._orders.go_home(camera)
        self._did(camera, Turned(Act.HOME))

    def store(self, camera: CameraId, preset: str) -> None:
        """Alarms recall where it looks now by this name from now on: the right of whoever keeps the site."""
        self._seat.check(Right.SITE)
        if preset not in self.presets(camera):
            raise CommandRefused("no_preset", preset)
        self._once(camera)
        self._orders.store(camera, preset)
        self._did(camera, Turned(Act.STORE, preset))

    def free(self, camera: CameraId, why: Why = Why.HAND) -> None:
        """Stand still and let go. Harmless when it is not ours."""
        self._hand.drop(camera)
        held = self.hold(camera)
        if held is None or held.by.position != self._seat.position:
            return
        self._end(camera, why, held.by)

    def free_all(self, why: Why) -> None:
        """Nobody acts here any more."""
        for head in self._record.held():
            self.free(head.camera, why)

    def resume(self) -> None:
        """After a start: what was ours is free, what others have ends unless they show that they live."""
        for head in self._record.held():
            if head.hold is not None and head.hold.by.position == self._seat.position:
                self._end(head.camera, Why.RESTART, MACHINE)
            else:
                self._end_after(head.camera, self._hold_ms + GRACE_MS)

    # ---- inside ----

    def _level(self, alarm: AlarmId | None) -> Level:
        if alarm is not None:
            return Level.ALARM
        return Level.SUPERVISOR if self._room.is_supervisor() else Level.OPERATOR

    def _once(self, camera: CameraId) -> None:
        """An order that is not a turn by hand: the head is ours, and stands still before."""
        self.take(camera)
        self.halt(camera)

    def _did(self, camera: CameraId, turned: Turned) -> None:
        self._write(camera, turned)
        self._announce(
            announce.PtzTurned(
                camera=camera, act=turned.act.value, preset=turned.preset, alarm="", by=self._seat.by.person
            )
        )
        self._changed(camera)

    def _rested(self, camera: CameraId) -> None:
        """One line in the journal for a turn by hand, however many keys it took."""
        if self.is_ours(camera):
            self._did(camera, Turned(Act.DRIVE))
        self.when_free(camera)

    def _keep(self, camera: CameraId) -> None:
        self._end_after(camera, self._hold_ms)

    def _end_after(self, camera: CameraId, ms: int) -> None:
        if camera in self._ends:
            self._ends[camera].cancel()
        self._ends[camera] = self._clock.after(ms, lambda: self._idle(camera))

    def _idle(self, camera: CameraId) -> None:
        self._ends.pop(camera, None)
        if self.is_turning(camera):
            self._keep(camera)
            return
        held = self.hold(camera)
        if held is not None:
            if held.by.position == self._seat.position:
                self.free(camera, Why.IDLE)
            else:
                self._end(camera, Why.IDLE, MACHINE)

    def _end(self, camera: CameraId, why: Why, by: By) -> None:
        if camera in self._ends:
            self._ends.pop(camera).cancel()
        self._ours.discard(camera)
        self._record.write(camera, Freed(why), by)
        self._announce(announce.PtzFreed(camera=camera, why=why.value, by=by.person or by.machine))
        self.when_gone(camera)
        self.when_free(camera)
        self._changed(camera)

    def _write(self, camera: CameraId, fact: Fact) -> None:
        self._record.write(camera, fact, self._seat.by)

    def _others(self, camera: CameraId) -> None:
        """Another position has taken, turned or freed it."""
        held = self.hold(camera)
        if held is None:
            if camera in self._ends:
                self._ends.pop(camera).cancel()
            self.when_free(camera)
        elif held.by.position != self._seat.position:
            self._end_after(camera, self._hold_ms + GRACE_MS)
        if camera in self._ours and not self.is_ours(camera):
            self._ours.discard(camera)
            self._hand.drop(camera)
            if held is not None:
                self._announce(announce.PtzLost(camera=camera, by=held.by.person, position=held.by.position))
            self.when_gone(camera)
        self._changed(camera)

    def _failed(self, camera: CameraId, act: str, failed: PtzFailed) -> None:
        """What stands in the journal as done was not."""
        self._record.write(camera, Refused(act, failed.code.value, failed.about), MACHINE)

    def _changed(self, camera: CameraId) -> None:
        self._announce(announce.PtzChanged(camera=camera))
