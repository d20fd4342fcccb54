"""What alarms do with heads: turn them to the bound preset, and back when it is over or the operator steps back.

Desk thread. A hand on a head goes first: the preset waits until it rests. In a drill no camera is turned by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from console import announce
from console.alarms import Alarm
from console.announce import Announcement
from console.cameras import Ranking
from console.clock import Clock, Deadline
from console.model import LIVE, AlarmId, By, CameraId
from console.model.ids import domain_of
from console.ptz.desk import MACHINE, Heads
from console.ptz.hold import Act, Level, Turned
from console.ptz.orders import Orders
from console.ptz.port import Skill
from console.ptz.record import Record

LOOK_MS = 2_000  # how often it is looked whether an incident is over
Occurrence = tuple[AlarmId, int]


@dataclass(frozen=True, slots=True)
class Duties:
    """What is asked of other desks. `rankings`: of the open alarms with pictures; `is_open`: alarm or incident."""

    rankings: Callable[[], Mapping[AlarmId, Ranking]]
    alarm: Callable[[AlarmId], Alarm | None]
    is_open: Callable[[AlarmId], bool]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A preset that waits for a hand to rest."""

    alarm: AlarmId
    preset: str


class Errands:
    """`look` is called whenever an alarm comes, changes or goes."""

    def __init__(
        self, clock: Clock, heads: Heads, record: Record, orders: Orders, duties: Duties,
        announce_it: Callable[[Announcement], None],
    ) -> None:  # fmt: skip
        self._clock = clock
        self._heads = heads
        self._record = record
        self._orders = orders
        self._duties = duties
        self._announce = announce_it
        self._seen: set[Occurrence] = set()
        self._waiting: dict[CameraId, Waiting] = {}
        self._due: Deadline | None = None
        self._is_started = False
        heads.when_free = self._free
        orders.when_looked = record.looked

    def waiting(self, camera: CameraId) -> Waiting | None:
        """The preset that an alarm would turn this camera to if nobody had a hand on it."""
        return self._waiting.get(camera)

    def start(self) -> None:
        """What is open now was seen to by an earlier run."""
        self._seen = set(self._occurrences())
        self._is_started = True
        self._look_again()

    def look(self) -> None:
        """New occurrences turn their cameras."""
        if not (self._is_started and self._orders.is_on):
            return
        now = list(self._occurrences())
        new = [occurrence for occurrence in now if occurrence not in self._seen]
        self._seen = set(now)
        for alarm, _ in new:
            self._send(alarm)
        rankings = self._duties.rankings()
        self._waiting = {camera: waits for camera, waits in self._waiting.items() if waits.alarm in rankings}

    def restore(self, alarms: Collection[AlarmId]) -> None:
        """Esc: the cameras that these alarms have turned look again where they looked before."""
        for head in self._record.errands():
            if head.errand is None or head.errand.alarm not in alarms:
                continue
            if head.hold is not None and not self._heads.is_ours(head.camera):
                continue  # somebody else works with it
            before = head.errand.before
            if before is not None and Skill.AIM in self._orders.skills(head.camera):
                self._orders.aim(head.camera, before)
                self._did(head.camera, Turned(Act.RESTORE, alarm=head.errand.alarm), self._heads.by)
            else:
                self._go_home(head.camera, head.errand.alarm, self._heads.by)
            self._heads.free(head.camera)

    # ---- inside ----

    def _occurrences(self) -> Iterator[Occurrence]:
        known = dict(self._seen)
        for alarm_id in self._duties.rankings():
            if domain_of(alarm_id) == LIVE:
                alarm = self._duties.alarm(alarm_id)  # while a drill is shown the room does not see it
                yield alarm_id, alarm.last.raised_ms if alarm is not None else known.get(alarm_id, 0)

    def _send(self, alarm: AlarmId) -> None:
        for choice in self._duties.rankings()[alarm].chosen:
            if choice.preset and self._heads.can_turn(choice.camera.id):
                self._turn(choice.camera.id, Waiting(alarm, choice.preset))

    def _turn(self, camera: CameraId, wanted: Waiting) -> None:
        held, head = self._heads.hold(camera), self._record.head(camera)
        if head.errand is not None and (head.errand.alarm, head.errand.preset) == (wanted.alarm, wanted.preset):
            return  # another position has done it
        if held is not None and (held.level is Level.ALARM or not self._heads.is_at_rest(camera)):
            self._waiting[camera] = wanted
            self._announce(
                announce.PtzWaits(camera=camera, preset=wanted.preset, alarm=wanted.alarm, by=held.by.person)
            )
            return
        self._waiting.pop(camera, None)
        self._orders.ask(camera)
        self._orders.recall(camera, wanted.preset)
        self._did(camera, Turned(Act.PRESET, wanted.preset, wanted.alarm), MACHINE)

    def _free(self, camera: CameraId) -> None:
        """The hand rests: an alarm that waits has its turn."""
        waits = self._waiting.get(camera)
        held = self._heads.hold(camera)
        if waits is not None and (held is None or held.level is not Level.ALARM):
            self._turn(camera, waits)

    def _look_again(self) -> None:
        """Cameras go home when their alarm and its incident are over, and nobody has them."""
        self._due = self._clock.after(LOOK_MS, self._look_again)
        if not self._orders.is_on:
            return  # a console that turns nothing says nothing of it
        for head in self._record.errands():
            if head.errand is not None and head.hold is None and not self._duties.is_open(head.errand.alarm):
                self._go_home(head.camera, head.errand.alarm, MACHINE)

    def stop(self) -> None:
        if self._due is not None:
            self._due.cancel()

    def _go_home(self, camera: CameraId, alarm: AlarmId, by: By) -> None:
        self._orders.go_home(camera)
        self._did(camera, Turned(Act.HOME, alarm=alarm), by)

    def _did(self, camera: CameraId, turned: Turned, by: By) -> None:
        self._record.write(camera, turned, by)
        self._announce(
            announce.PtzTurned(
                camera=camera, act=turned.act.value, preset=turned.preset, alarm=turned.alarm,
                by=by.person or by.machine,
            )
        )  # fmt: skip
        self._announce(announce.PtzChanged(camera=camera))
