"""From alarm to unit: joins the desks of incidents and units, the clocks, the timelines and the outbox. Desk thread.

Belongs to the console like a hand to an arm: a second instance with `domain="drill:<id>"` and a carrier of its own is
the dispatch of a drill.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from console import announce
from console.alarms import Alarm, Alarms
from console.announce import Announcement
from console.clock import Clock
from console.config.schema import DispatchConfig
from console.dispatching.clocks import ResponseClock, StopEvent, clocks_before, rule_of
from console.dispatching.orders import Letterhead
from console.dispatching.outbox import Carrier, Outbox
from console.dispatching.overruling import Overruling
from console.dispatching.recommending import Recommendation, Wanted, recommend
from console.dispatching.scenes import asked_at, camera_of, link_of, scene_at, scene_of
from console.dispatching.telling import Telling
from console.dispatching.timekeeping import Timekeeping
from console.dispatching.timeline import KINDS, Line, Timelines
from console.errors import CommandRefused
from console.incidents import Change as IncidentChange
from console.incidents import Closed, Disposition, Incident, Incidents, Opened, sketch
from console.journal import Conflict, Entry, Recorded
from console.model import (
    LIVE,
    AlarmClass,
    AlarmId,
    By,
    CameraId,
    Domain,
    IncidentId,
    PointId,
    Right,
    Seat,
    Site,
    UnitId,
    UnitMoved,
    UnitSaid,
    UnitStatus,
)
from console.model.ids import is_own_part
from console.outgoing import Published, Unpublished
from console.points import Points
from console.site import frame_of
from console.units import Change as UnitChange
from console.units import Patience, Unit, Units, may_be_ordered

Since = Callable[[Domain, int, Collection[str]], Iterable[Recorded]]
NOTHING: Mapping[UnitId, IncidentId] = {}


@dataclass(frozen=True, slots=True)
class Eyes:
    """What it has to know of the alarms of its domain: the desks, and which cameras see one, best first."""

    alarms: Alarms
    points: Points
    cameras: Callable[[Alarm], Sequence[CameraId]]


class Dispatching:
    """Incidents, units, orders, clocks and timelines of one domain. Acts raise CommandRefused with a code."""

    def __init__(
        self, site: Site, clock: Clock, eyes: Eyes, config: DispatchConfig,
        append: Callable[[Sequence[Entry], Sequence[int]], None], seat: Seat,
        announce_it: Callable[[Announcement], None], domain: Domain = LIVE,
    ) -> None:  # fmt: skip
        self.domain = domain
        self._site, self._frame = site, frame_of(site.origin)
        self._clock = clock
        self._eyes = eyes
        self._preset = config.clocks
        self._seat = seat
        self._announce = announce_it
        patience = Patience(config.answer_s, config.expiry_s)
        self._incidents = Incidents(clock, append, self._incident_changed, domain)
        self._units = Units(clock, site.units, patience, append, self._unit_changed, domain)
        self._outbox = Outbox(clock, self._units, self._incidents, patience)
        self._times = Timekeeping(
            clock, self._incidents, self._units, tuple(AlarmClass(each) for each in config.clock_classes)
        )
        self._timelines = Timelines(domain, self._incidents.of)
        self._telling = Telling(announce_it, domain)
        self._overruling = Overruling(
            domain, seat.position, self._incidents, self._units, self._times, self._outbox, announce_it
        )
        self.when_closed: Callable[[IncidentId], None] = lambda _incident: None  # whoever keeps something for it
        self.when_changed: Callable[[Incident], None] = lambda _incident: None  # whoever waits for what is done

    def post_for(self, is_ours: Callable[[str], bool]) -> None:
        """From now on orders of these positions leave here: our own, and those whose console is gone."""
        self._outbox.is_ours = is_ours
        self._outbox.post()

    def connect(self, carrier: Carrier, root: str) -> None:
        """From now on orders leave there, on topics that begin with `root`; without it none do."""
        self._outbox.connect(carrier, Letterhead(root, self.domain, self._frame))

    # ---- start, site ----

    def load(self, recorded: Sequence[Recorded], episodes: Mapping[PointId, int], since: Since) -> None:
        """Rebuild the desks from the entries of every open stream, and the timelines of what else happened since the
        first open incident began.
        """
        self._incidents.load(recorded, episodes)
        self._units.load(recorded, episodes)
        began_ms = min((incident.began_ms for incident in self._incidents.open()), default=None)
        earlier = since(self.domain, began_ms, KINDS) if began_ms is not None else ()
        self._timelines.load((*earlier, *recorded))

    def count(self, episodes: Mapping[PointId, int]) -> None:
        """Numbers of incidents and of the units' turns that were not known at the start."""
        self._incidents.count(episodes)
        self._units.count(episodes)

    def resume(self) -> None:
        """After the load: clocks run on, and orders that are in the journal and have not left, leave."""
        for incident in self._incidents.open():
            self._times.look(incident.id)
        self._outbox.post()

    def take_site(self, site: Site) -> None:
        """Another site: its units and what kinds of alarms ask for."""
        self._site, self._frame = site, frame_of(site.origin)
        self._units.take_site(site.units)

    # ---- reading ----

    def incidents(self) -> tuple[Incident, ...]:
        """Open ones first, then the newest closed ones of this run; the newest first in each half."""
        return self._incidents.all()

    def incident(self, incident: IncidentId) -> Incident | None:
        return self._incidents.find(incident)

    def incident_of(self, alarm: AlarmId) -> Incident | None:
        """The open incident an alarm belongs to."""
        return self._incidents.of(alarm)

    def is_open(self, incident: IncidentId) -> bool:
        """Whether there is such an incident and it is not closed."""
        found = self._incidents.find(incident)
        return found is not None and not found.is_closed

    def is_minded(self, alarm: AlarmId) -> bool:
        """Whether a person owns the open incident it belongs to."""
        incident = self._incidents.of(alarm)
        return incident is not None and incident.owner.is_person

    def units(self) -> tuple[Unit, ...]:
        """Every unit in the order of the site."""
        return self._units.all()

    def unit(self, unit: UnitId) -> Unit:
        """Raises CommandRefused(no_unit)."""
        return self._units.get(unit)

    def units_of(self, incident: IncidentId) -> tuple[Unit, ...]:
        """Those bound to it, in the order in which they were sent."""
        return self._units.of(incident)

    def clocks(self, incident: IncidentId) -> tuple[ResponseClock, ...]:
        """Its response clocks; none when only alarms of other classes belong to it."""
        found = self._incidents.find(incident)
        return self._times.clocks(found) if found is not None else ()

    def clocks_of_alarm(self, alarm: AlarmId) -> tuple[ResponseClock, ...]:
        """Those of its incident; without one those that run already because it was raised."""
        if (incident := self._incidents.of(alarm)) is not None:
            return self._times.clocks(incident)
        found = self._eyes.alarms.get(alarm)
        if found is None or not self._times.counts(found.alarm_class):
            return ()
        return clocks_before(self._preset, found.last.raised_ms)

    def timeline(self, incident: IncidentId) -> tuple[Line, ...]:
        """What happened, in order of time."""
        found = self._incidents.find(incident)
        return self._timelines.of(found) if found is not None else ()

    def recommended(self, incident: IncidentId) -> tuple[Recommendation, ...]:
        """Every unit, best first; those that cannot be offered last, with the reason. None for a part of our own."""
        return self._recommend(self._incidents.get(incident))

    def recommended_for(self, alarm: AlarmId) -> tuple[Recommendation, ...]:
        """The same for an alarm: as its incident would be if it were opened now."""
        if (incident := self._incidents.of(alarm)) is not None:
            return self._recommend(incident)
        found = self._eyes.alarms.get(alarm)
        return self._recommend(sketch(self._scene(found), link_of(found))) if found is not None else ()

    def _recommend(self, incident: Incident) -> tuple[Recommendation, ...]:
        if incident.scene.point is not None and is_own_part(incident.scene.point):
            return ()
        asked = asked_at(self._site, incident)
        wanted = Wanted(asked.skills, asked.units) if asked is not None else Wanted()
        return recommend(incident, self._units.all(), wanted, self._clock.now_ms())

    # ---- what the person here does with incidents ----

    def open_from(self, alarm: AlarmId) -> IncidentId:
        """Place, cameras and kind are those of the alarm. Codes: no_alarm, already_linked."""
        known = self._known(alarm)
        opened = self._scene(known, self._eyes.cameras(known))
        return self._incidents.open_it(opened, link_of(known), self._seat.by_right(Right.DISPATCH)).id

    def open_at(self, place: str) -> IncidentId:
        """Somebody told us; `place` in words, measured to when it is the name of something. Code: no_place."""
        scene = scene_at(place, self._site, self._preset)
        return self._incidents.open_it(scene, None, self._seat.by_right(Right.DISPATCH)).id

    def link(self, alarm: AlarmId, incident: IncidentId) -> None:
        """The alarm is about the same. Codes: no_alarm, no_incident, incident_closed, already_linked."""
        self._incidents.link(incident, link_of(self._known(alarm)), self._seat.by_right(Right.DISPATCH))

    def take(self, incident: IncidentId) -> None:
        """Codes: no_incident, incident_closed, already_owner."""
        self._incidents.take(incident, self._seat.by_right(Right.DISPATCH))

    def take_for(self, incident: IncidentId, comer: By) -> None:
        """At a change of shift the comer owns it. Codes: no_incident, incident_closed, already_owner."""
        self._incidents.take(incident, comer)

    def hand_over(self, incident: IncidentId, position: str) -> None:
        """Whoever sits there owns it. Codes: no_incident, incident_closed, no_position, already_owner."""
        self._incidents.hand_over(incident, position, self._seat.by_right(Right.DISPATCH))

    def note(self, incident: IncidentId, text: str) -> None:
        """Codes: no_incident, incident_closed, empty_note, long_note."""
        self._incidents.note(incident, text, self._seat.by_right(Right.DISPATCH))

    def stop_clock(self, incident: IncidentId, clock: str) -> None:
        """What only a person can know has happened: the brigade is there.

        Codes: no_incident, incident_closed, clock_stops_itself, clock_stopped.
        """
        found = self._incidents.get(incident)
        rule = rule_of(found.preset, clock)
        if rule is None or rule.stop is not StopEvent.SAID:
            raise CommandRefused("clock_stops_itself", clock)
        if found.stop_of(clock) is not None:
            raise CommandRefused("clock_stopped", clock)
        self._incidents.stop_clock(incident, clock, self._clock.now_ms(), self._seat.by_right(Right.DISPATCH))

    def close(self, incident: IncidentId, disposition: Disposition, note: str = "") -> None:
        """It is over, and its units are released. Codes: no_incident, incident_closed, long_note."""
        self._incidents.close(incident, disposition, note, self._seat.by_right(Right.CLOSE_INCIDENT))
        for unit in self._units.of(incident):
            self._units.release(unit.id, self._seat.by)

    def wind_up(self, by: By) -> None:
        """The drill is over, whoever sits here and whatever he may do: incidents closed as tests, units back."""
        assert self.domain != LIVE, "a live incident is closed by a person"
        for incident in self._incidents.open():
            self._incidents.close(incident.id, Disposition.TEST, "", by)
            for unit in self._units.of(incident.id):
                self._units.release(unit.id, by)
        for unit in self._units.all():
            if unit.must_be_sent and unit.order is not None:
                self._units.sent(unit.order.id, heard=True)
            if self._units.get(unit.id).status is not UnitStatus.AVAILABLE:
                self._units.enter(unit.id, UnitStatus.AVAILABLE, by)

    def _known(self, alarm: AlarmId) -> Alarm:
        found = self._eyes.alarms.get(alarm)
        if found is None:
            raise CommandRefused("no_alarm", alarm)
        return found

    # ---- and with units ----

    def dispatch(
        self, incident: IncidentId, units: Iterable[UnitId], leaving: Mapping[UnitId, IncidentId] = NOTHING
    ) -> None:
        """Order these to go, all of them or none; a busy one only when `leaving` names the incident it leaves.

        Codes: no_incident, incident_closed, no_unit, unit_busy, unit_out_of_service, already_ordered.
        """
        if self._incidents.get(incident).is_closed:
            raise CommandRefused("incident_closed", incident)
        chosen = tuple(dict.fromkeys(units))
        for unit in chosen:
            may_be_ordered(self._units.get(unit), incident, leaving.get(unit))
        for unit in chosen:
            self._units.order(unit, incident, self._seat.by_right(Right.DISPATCH), leaving.get(unit))

    def stand_down(self, unit: UnitId) -> None:
        """It is not needed any more, and is told so. Codes: no_unit, no_order."""
        self._units.release(unit, self._seat.by_right(Right.DISPATCH))

    def set_status(self, unit: UnitId, status: UnitStatus, reason: str = "") -> None:
        """Heard by voice, entered by hand. Codes: no_unit, unknown_status, already_so, no_order."""
        self._units.enter(unit, status, self._seat.by_right(Right.DISPATCH), reason)

    # ---- what comes in ----

    def takers(self) -> dict[type, Callable[[Any], None]]:
        """Who takes what comes in."""
        return {
            UnitSaid: self.said,
            UnitMoved: self.moved,
            Published: self.published,
            Unpublished: self.unpublished,
        }

    def said(self, said: UnitSaid) -> None:
        """A unit's own device reports its status."""
        ignored = self._units.said(said)
        if ignored is not None:
            self._announce(
                announce.AnswerIgnored(
                    domain=self.domain, unit=said.unit, order=said.order, status=said.status, code=ignored
                )
            )

    def moved(self, moved: UnitMoved) -> None:
        """A unit's device says where it is; kept in memory only."""
        at = self._frame.to_local((moved.lon, moved.lat))
        if self._units.moved(moved.unit, at, moved.received_ms) is not None:
            self._announce(announce.UnitStirred(domain=self.domain, unit=moved.unit))

    def published(self, published: Published) -> None:
        """The broker has confirmed an order."""
        self._outbox.published(published)

    def unpublished(self, refused: Unpublished) -> None:
        """The broker refuses an order: it stays unsent, and the log says why."""
        unit = self._units.waiting(refused.id)
        if unit is not None and unit.order is not None:
            self._telling.not_sent(unit, unit.order, "refused")

    # ---- what the journal says ----

    def recorded(self, entries: Iterable[Entry]) -> None:
        """Entries of whatever desk were appended: the timelines write themselves."""
        for entry in entries:
            for incident in self._timelines.take(entry):
                self._announce(announce.IncidentStirred(domain=self.domain, incident=incident))

    def saved(self, versions: Mapping[tuple[Domain, str], int]) -> None:
        """Committed: marks go, and orders may leave."""
        for incident in self._incidents.saved(versions):
            self._announce(announce.IncidentStirred(domain=self.domain, incident=incident.id))
        for unit in self._units.saved(versions):
            self._announce(announce.UnitStirred(domain=self.domain, unit=unit.id))
        self._outbox.post()

    def learn(self, record: Recorded) -> bool:
        """What another console wrote. False: it has to wait for what comes before it."""
        if not (self._incidents.learn(record) and self._units.learn(record)):
            return False
        self.recorded((record.entry,))
        return True

    def overruled(self, conflict: Conflict) -> bool:
        """Another console was first; whether it was with something of ours."""
        self._timelines.overruled(conflict.entry, conflict.stream)
        return self._overruling.take(conflict)

    # ---- inside ----

    def _scene(self, alarm: Alarm, cameras: Sequence[CameraId] = ()) -> Opened:
        thing = self._eyes.points.get(alarm.point) or camera_of(alarm, self._site)
        return scene_of(alarm, thing, cameras, self._preset)

    def _incident_changed(self, change: IncidentChange) -> None:
        self._telling.incident(change)
        self._times.look(change.incident.id)
        self.when_changed(change.incident)
        if any(isinstance(fact, Closed) for fact in change.facts):
            self.when_closed(change.incident.id)
            self._timelines.keep({incident.id for incident in self._incidents.all()})

    def _unit_changed(self, change: UnitChange) -> None:
        self._outbox.follow(change.unit)
        self._telling.unit(change)
        for incident in {change.before.incident, change.unit.incident}:
            if incident is not None:
                self._times.look(incident)
