"""Joins the change of shift and the proofs of the alarm paths with the desks they read and the acts they ask for.

Desk thread. Both are of the live room, whatever a drill shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from console.alarm_path import AlarmPath
from console.alarming import Alarming
from console.alarms import Alarms, Change, Displayed, Raised
from console.announce import Announcement
from console.clock import Clock
from console.config.schema import HandoverConfig, ProvingConfig
from console.dispatching import Dispatching
from console.drilling import Drilling
from console.errors import CommandRefused
from console.handover import Handovers, Leaving, Notes, Room, Sources, Taking
from console.journal import Conflict, Entry, Recorded
from console.model import LIVE, AlarmId, By, ConditionChanged, IncidentId, Point, Seat, Site
from console.model.ids import domain_of
from console.people import People, Seating
from console.proving import Owing, Proving


@dataclass(frozen=True, slots=True)
class ShiftConfig:
    """What the configuration says of both."""

    proving: ProvingConfig = field(default_factory=ProvingConfig)
    handover: HandoverConfig = field(default_factory=HandoverConfig)


@dataclass(frozen=True, slots=True)
class ShiftDesks:
    """Of the live room."""

    alarms: Alarms
    path: AlarmPath
    alarming: Alarming
    dispatching: Dispatching
    drilling: Drilling
    people: People


class Shifts:
    """`proving` and `handovers` are the desks the windows ask."""

    def __init__(
        self, seat: Seat, clock: Clock, points: Iterable[Point], desks: ShiftDesks, config: ShiftConfig,
        append: Callable[[Sequence[Entry]], None],
        condition: Callable[[ConditionChanged], None], publish: Callable[[Announcement], None],
    ) -> None:  # fmt: skip
        self._seat = seat
        self._desks = desks
        owing = Owing(clock, condition)
        self.proving = Proving(clock, seat, config.proving, points, append, publish, desks.alarms.of, owing)
        self.proving.connect(desks.alarming)
        desks.path.followed = self.followed
        notes = Notes(clock, seat.position, append)
        room = Room(lambda: tuple(desks.alarms), self._present, desks.alarming.left_behind)
        self.handovers = Handovers(
            clock, seat, self._sources(notes), notes, Taking(self._give_alarm, self._give_incident),
            Leaving(clock, seat, room, config.handover.unowned_min, publish), append, publish, self._has_accounts,
        )  # fmt: skip

    def _sources(self, notes: Notes) -> Sources:
        desks = self._desks
        return Sources(
            alarms=lambda: (*desks.alarms.rows(), *(alarm for alarm in desks.alarms if alarm.aside is not None)),
            duties=lambda: tuple(desks.alarms.service),
            incidents=lambda: (each for each in desks.dispatching.incidents() if not each.is_closed),
            units=desks.dispatching.units, drill=lambda: desks.drilling.drill, proving=self.proving, notes=notes.all,
        )  # fmt: skip

    # ---- start, site, journal ----

    def load(self, recorded: Sequence[Recorded]) -> None:
        """Rebuild both from the entries of the open streams."""
        self.proving.load(recorded)
        self.handovers.load(recorded)

    def resume(self) -> None:
        """Everything else is loaded."""
        self.proving.resume()

    def take_site(self, site: Site) -> None:
        """Another site: its detectors have to be proven from now on."""
        self.proving.take_site(site.points)

    def learn(self, record: Recorded) -> bool:
        """Another console wrote it; nothing of it has to wait."""
        self.proving.learn(record.entry)
        self.handovers.learn(record.entry)
        return True

    def overruled(self, conflict: Conflict) -> bool:
        """Another console was first; whether it was with something of ours."""
        return self.proving.overruled(conflict) or self.handovers.overruled(conflict)

    # ---- from the alarms ----

    def followed(self, change: Change) -> None:
        """A fact about an alarm: one of a detector under test may prove its path."""
        alarm = change.alarm
        if domain_of(alarm.id) != LIVE:
            return
        match change.fact:
            case Raised():
                self.proving.raised(alarm)
            case Displayed(position):
                self.proving.displayed(alarm, alarm.displayed_ms, position or self._seat.position)

    # ---- who is here, who gets what ----

    def _has_accounts(self) -> bool:
        return self._desks.people.seating is not Seating.FREE

    def _present(self) -> frozenset[str] | None:
        """Everybody who sits anywhere in the room; locked positions, too."""
        if not self._has_accounts():
            return None
        return frozenset(session.person for session in self._desks.people.present())

    def _give_alarm(self, alarm: AlarmId, leaver: By, comer: By) -> None:
        """What the leaver or nobody owned is the comer's."""
        known = self._desks.alarms.get(alarm)
        if known is None or known.acknowledged is None or known.aside is not None:
            return
        if known.owner is None or known.owner.person == leaver.person:
            self._desks.alarms.take(alarm, comer)

    def _give_incident(self, incident: IncidentId, leaver: By, comer: By) -> None:
        """So is an incident of the leaver, or one that waits at this position."""
        known = self._desks.dispatching.incident(incident)
        if known is None or known.is_closed:
            return
        waits_here = not known.owner.person and known.owner.position == self._seat.position
        if waits_here or known.owner.person == leaver.person:
            try:
                self._desks.dispatching.take_for(incident, comer)
            except CommandRefused:
                return  # somebody took it meanwhile
