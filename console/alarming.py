"""What a person does about alarms, and what the journal answers: rights, the right desk, the refusal. Desk thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from console import announce
from console.alarm_path import AlarmPath
from console.alarms import (
    Alarm,
    Alarms,
    Outcome,
    PointOutOfService,
    Rules,
    alarm_of,
    class_of,
    graver,
    point_of,
    rules,
)
from console.announce import Announcement
from console.areas import is_made
from console.config.schema import AlarmsConfig
from console.drilling import Drilling
from console.errors import CommandRefused
from console.journal import Conflict, Entry, Saved
from console.model import LIVE, AlarmClass, AlarmId, By, Point, PointId, Right, Seat
from console.model.ids import domain_of, of_site
from console.overtaken import is_done_again, is_of_alarm, may_be_done_again
from console.points import Points

DISPLAY, HANDOVER = By(machine="display"), By(machine="handover")


@dataclass(frozen=True, slots=True)
class Refusal:
    """An alarm of many that was left out, and why."""

    alarm: AlarmId
    code: str


class Alarming:
    """The acts. Each raises CommandRefused: `no_right` and its like from the seat, other codes from the desk."""

    def __init__(
        self, seat: Seat, config: AlarmsConfig, live: Alarms, drilling: Drilling, points: Points, path: AlarmPath,
        announce_it: Callable[[Announcement], None],
    ) -> None:  # fmt: skip
        self._seat = seat
        self._rules: Rules = rules(config)
        self._live = live
        self._drilling = drilling
        self._points = points
        self._path = path
        self._announce = announce_it

    # ---- reading ----

    def desk_of(self, name: AlarmId | PointId) -> Alarms:
        """The desk of the domain an alarm or a point belongs to."""
        exercise = self._drilling.exercise
        return self._live if domain_of(name) == LIVE or exercise is None else exercise.alarms

    def alarm(self, alarm: AlarmId) -> Alarm | None:
        """An open alarm of whatever domain."""
        return self.desk_of(alarm).get(alarm)

    def class_of(self, point: PointId) -> AlarmClass:
        """The class of a point's alarms: of the open one, or what the site or its kind says where that is graver."""
        alarm, known = self.desk_of(point).of(point), self._points.get(point)
        said = class_of(point, known)
        if alarm is None:
            return said
        is_itself = known is not None and known.id == of_site(point)  # of a companion the alarm alone knows
        return graver(alarm.alarm_class, said) if is_itself else alarm.alarm_class

    # ---- acts about one alarm ----

    def acknowledge(self, alarm: AlarmId) -> None:
        """The person here has seen it. Codes: no_alarm, already_acknowledged."""
        self._check(Right.ACKNOWLEDGE, alarm)
        self.desk_of(alarm).acknowledge(alarm, self._seat.by)

    def acknowledge_many(self, alarms: Iterable[AlarmId]) -> list[Refusal]:
        """Those that may be acknowledged together; returns the others: a fire is acknowledged one at a time."""
        refused: list[Refusal] = []
        for alarm in alarms:
            found = self.alarm(alarm)
            try:
                if found is not None and found.alarm_class is AlarmClass.FIRE:
                    raise CommandRefused("one_at_a_time", alarm)
                self.acknowledge(alarm)
            except CommandRefused as refusal:
                refused.append(Refusal(alarm, refusal.code))
        return refused

    def verify(self, alarm: AlarmId, outcome: Outcome) -> None:
        """The person here knows what it is. Codes: no_alarm, not_verified_on_site, already_verified."""
        self._check(Right.VERIFY, alarm)
        self._check_outcome(outcome, alarm)
        self.desk_of(alarm).verify(alarm, self._seat.by, outcome)

    def reset(self, alarm: AlarmId, outcome: Outcome, cause_code: str = "", note: str = "") -> None:
        """The person here verified and releases the latch. Codes: no_alarm, source_lost, still_active,
        not_acknowledged, not_latched, unknown_cause, long_note.
        """
        self._check(Right.RESET, alarm)
        self._check_outcome(outcome, alarm)
        self.desk_of(alarm).reset(alarm, self._seat.by, outcome, cause_code, note)

    def shelve(self, alarm: AlarmId, minutes: int, reason: str) -> None:
        """Out of the list for a while. Codes: no_alarm, never_shelved, pair_active, verify_expired, already_shelved,
        no_reason, long_note, no_end, too_long.
        """
        found = self.alarm(alarm)
        self._check(self._rules[found.alarm_class].shelf_right if found is not None else Right.SHELVE, alarm)
        self.desk_of(alarm).shelve(alarm, self._seat.by, minutes, reason)

    def unshelve(self, alarm: AlarmId) -> None:
        """Back into the list, seen by the person here. Codes: no_alarm, not_shelved."""
        self._check(Right.SHELVE, alarm)
        self.desk_of(alarm).unshelve(alarm, self._seat.by)

    def take(self, alarm: AlarmId) -> None:
        """The person here owns it. Codes: no_alarm, not_acknowledged, already_owner."""
        self._check(Right.ACKNOWLEDGE, alarm)
        self.desk_of(alarm).take(alarm, self._seat.by)

    # ---- acts about points ----

    def take_out_of_service(
        self, point: PointId, permit: str, until_ms: int, measure: str, second: By | None = None
    ) -> None:
        """Nobody relies on the point until then. Life and fire need a second person who has shown who he is.

        Codes: no_point, alarm_open, no_permit, no_measure, long_note, no_end, too_long, two_people, already_out.
        """
        alarm_class = self._may_be_away(point, Right.OUT_OF_SERVICE)
        witness = second if second is not None else By()
        word = PointOutOfService(permit.strip(), until_ms, measure.strip(), witness.person, witness.position)
        self.desk_of(point).service.take_out(point, alarm_class, word, self._seat.by)

    def put_back(self, point: PointId) -> None:
        """It is relied on again. Code: not_out."""
        self._seat.check(Right.OUT_OF_SERVICE, self.class_of(point), of_site(point))
        self.desk_of(point).service.put_back(point, self._seat.by)

    def put_on_test(self, points: Sequence[PointId], until_ms: int) -> None:
        """What they signal until then is a test; all of them or none. Codes: no_point, alarm_open, no_end, too_long."""
        for point in points:
            self._may_be_away(point, Right.TEST)
        for point in points:
            self.desk_of(point).service.put_on_test(point, until_ms, self._seat.by)

    def end_test(self, point: PointId) -> None:
        """Its signals count again; what it signalled was a test, says the person here. Code: not_on_test."""
        self._seat.check(Right.TEST, self.class_of(point), of_site(point))
        self.desk_of(point).service.end_test(point, self._seat.by)

    # ---- from the windows, from the handover ----

    def displayed(self, alarm: AlarmId, position: str = "") -> None:
        """It was painted where somebody could see it: here, unless another position is named."""
        self.desk_of(alarm).displayed(alarm, DISPLAY, position or self._seat.position)

    def left_behind(self, alarm: AlarmId) -> None:
        """Whoever acknowledged it has left, and nobody took it over."""
        self.desk_of(alarm).left_behind(alarm, HANDOVER)

    # ---- what the journal answers ----

    def saved(self, saved: Saved) -> None:
        """Committed: those rows lose their mark."""
        for alarm in self._live.saved(saved.versions):
            self._announce(announce.AlarmChanged(alarm=alarm.id))

    def overruled(self, conflict: Conflict) -> None:
        """Another console was first: its word stands. A person is told who won, a machine's loss is silent."""
        entry, alarm_id = conflict.entry, alarm_of(conflict.entry)
        desk = self._desk_in(entry)
        if not desk.service.overruled(entry, conflict.stream):
            before = desk.of(point_of(alarm_id))
            alarm = desk.overruled(conflict.stream)
            if alarm is not None:
                if before is not None and before.id != alarm.id:
                    self._path.gone(before.id)
                self._path.stands(alarm)
            elif is_of_alarm(entry):
                self._path.gone(alarm_id)
        if may_be_done_again(conflict):
            desk.afterwards.add(entry.stream, partial(self._do_again, desk, conflict))
        elif entry.by.is_person:
            self._tell_overruled(conflict)

    # ---- inside ----

    def _do_again(self, desk: Alarms, conflict: Conflict) -> None:
        if not is_done_again(desk, conflict):
            self._tell_overruled(conflict)

    def _tell_overruled(self, conflict: Conflict) -> None:
        entry, alarm_id = conflict.entry, alarm_of(conflict.entry)
        if conflict.stream:
            same = (record.entry for record in conflict.stream if record.entry.version == entry.version)
            first = next(same, conflict.stream[-1].entry)
            self._announce(announce.ActOverruled(alarm=alarm_id, by=first.by.person, position=first.by.position))

    def _desk_in(self, entry: Entry) -> Alarms:
        exercise = self._drilling.exercise
        return exercise.alarms if exercise is not None and entry.domain == exercise.domain else self._live

    def _check(self, right: Right, alarm: AlarmId) -> None:
        found = self.alarm(alarm)
        if found is None:
            raise CommandRefused("no_alarm", alarm)
        self._seat.check(right, found.alarm_class, of_site(found.point))

    def _check_outcome(self, outcome: Outcome, alarm: AlarmId) -> None:
        if outcome is Outcome.UNDETERMINED:
            self._check(Right.UNDETERMINED, alarm)

    def _may_be_away(self, point: PointId, right: Right) -> AlarmClass:
        """The class of a point that may be taken away now. A fire nobody has looked into is never taken away."""
        known: Point | None = self._points.get(point)
        alarm = self.desk_of(point).of(point)
        if (known is None and alarm is None) or is_made(point):
            raise CommandRefused("no_point", point)
        alarm_class = self.class_of(point)
        self._seat.check(right, alarm_class, of_site(point))
        if alarm is not None and alarm.is_pressing:
            raise CommandRefused("alarm_open", alarm.id)
        return alarm_class
