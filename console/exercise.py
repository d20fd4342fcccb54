"""The desks of one drill: alarms, dispatch and talk of its domain, joined as the live ones are. Desk thread.

They share the site, the cameras and the journal with the live room, and nothing else: whatever would leave the room
hangs on the phone wall.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from console import announce
from console.alarms import Alarm, Alarms
from console.alarms import Room as AlarmRoom
from console.announce import Announcement
from console.clock import Clock
from console.config.schema import DispatchConfig, SourceConfig
from console.delays import Delays
from console.dispatching import Dispatching, Eyes, Line
from console.drill import Drill, NoAir, PhoneWall
from console.drill.result import ClockResult, Happened, ResultRow, row_of
from console.following import learn_alarm
from console.incidents import Incident
from console.journal import Conflict, Entry, Recorded, Saved
from console.logbook import Logbook
from console.model import (
    Act,
    AlarmId,
    By,
    CameraId,
    ConditionChanged,
    Deed,
    Domain,
    IncidentId,
    PointId,
    Reading,
    Scenario,
    Seat,
    Site,
    State,
    UnitSaid,
)
from console.model.ids import in_domain, of_site
from console.outgoing import Published
from console.points import Points
from console.ports import Store
from console.rules import Conditions
from console.talking import Matter, Talking


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a drill borrows from the live room. `alarm_room`: what its alarms have to know, and whom they tell."""

    clock: Clock
    store: Store
    logbook: Logbook
    seat: Seat
    append: Callable[[Sequence[Entry], Sequence[int]], None]
    announce_it: Callable[[Announcement], None]
    points: Points
    cameras: Callable[[Alarm], Sequence[CameraId]]
    alarm_room: Callable[[Domain, Callable[[AlarmId], bool]], AlarmRoom]
    matter: Callable[[], Matter]
    talking: Talking
    dispatch: DispatchConfig
    sources: Sequence[SourceConfig]


class Exercise:
    """One drill's desks, from its start to its end."""

    def __init__(self, drill: Drill, scenario: Scenario | None, site: Site, room: Surroundings) -> None:
        self.drill = drill
        self.domain = domain = drill.domain
        self._room = room
        clock, append, tell = room.clock, room.append, room.announce_it
        self.alarms = Alarms(clock, append, domain, room.alarm_room(domain, self._is_minded))
        self.dispatching = Dispatching(
            site, clock, Eyes(self.alarms, room.points, room.cameras), room.dispatch, append, room.seat, tell, domain
        )
        self.talking = Talking(
            clock, room.seat, site.groups, room.logbook.of(domain),
            lambda entries: append(entries, ()), tell, room.matter, domain,
        )  # fmt: skip
        self.phones = PhoneWall(
            clock, scenario.reply_of if scenario is not None else lambda _unit: None, self._deliver, self._stirred
        )
        self._air = NoAir(clock, self.talking.heard, self.phones.spoke, room.talking.sound)
        self._conditions = Conditions(room.sources, site.points)
        self._delays = Delays(clock, self._decide)
        self.dispatching.connect(self.phones, domain.replace(":", "/"))
        self.talking.connect(self._air, room.talking.limit_s)
        self.dispatching.when_closed = self.talking.closed
        self.dispatching.when_changed = lambda incident: self.alarms.minded_again(incident.alarms)

    # ---- life ----

    def load(self) -> None:
        """Rebuild the desks from the journal. Before the store has started only."""
        store = self._room.store
        recorded: tuple[Recorded, ...] = tuple(store.open_streams(self.domain))
        episodes = store.episodes(self.domain)
        self.alarms.load(recorded, episodes, store.since)
        self.dispatching.load(recorded, episodes, store.since)
        known = self.alarms.conditions()
        self._conditions.restore({of_site(point): what for point, what in known.items()})

    def resume(self) -> None:
        """What was ordered and not confirmed is ordered again, on the phone wall."""
        self.dispatching.resume()

    def reconcile(self, by: By) -> None:
        """Nothing of it stays open: incidents closed, units back, alarms withdrawn."""
        self._air.stop()
        self.dispatching.wind_up(by)
        self.phones.tear_down()
        self.alarms.withdraw(by)

    # ---- what happens in it ----

    def happen(self, act: Act) -> None:
        """An act of the scenario: a reading of the drill's own domain, or words."""
        if act.deed is Deed.CALL:
            self.phones.rang(act)
        elif act.point is not None:
            for change in self._conditions.apply(self._reading(act, act.point)):
                self._delays.take(replace(change, point=in_domain(change.point, self.domain)))

    def _reading(self, act: Act, point: PointId) -> Reading:
        """What the device would have said. A number that is let go is what it is on the live day."""
        source, _, rest = point.partition("/")
        device, _, kind = rest.rpartition("#")
        now = self._room.clock.now_ms()
        state = {Deed.ALARM: State.ALARM, Deed.CLEAR: State.NORMAL}.get(act.deed, State.READING)
        value = act.value
        if act.deed is Deed.VALUE and value is None:
            live = self._room.points.newest(point)
            value = live.value if live is not None and isinstance(live.value, float) else None
            state = State.NORMAL if value is None else State.READING
        return Reading(source, device, kind, value if state is State.READING else None, None, state, now, now)

    def _decide(self, change: ConditionChanged, _receipts: Sequence[int]) -> None:
        self.alarms.condition(change)

    def _is_minded(self, alarm: AlarmId) -> bool:
        return self.dispatching.is_minded(alarm)

    def _deliver(self, word: Published | UnitSaid) -> None:
        if isinstance(word, Published):
            self.dispatching.published(word)
        else:
            self.dispatching.said(word)

    def _stirred(self) -> None:
        self._room.announce_it(announce.PhonesChanged(domain=self.domain))

    # ---- what the journal says ----

    def recorded(self, entries: Sequence[Entry]) -> None:
        self.dispatching.recorded(entries)

    def saved(self, saved: Saved) -> None:
        """Committed: orders may go to the wall."""
        for alarm in self.alarms.saved(saved.versions):
            self._room.announce_it(announce.AlarmChanged(domain=self.domain, alarm=alarm.id))
        self.dispatching.saved(saved.versions)

    def learn(self, record: Recorded) -> bool:
        """What another console wrote. False: it has to wait for what comes before it."""
        if record.entry.domain != self.domain:
            return True
        return learn_alarm(self.alarms, record) and self.dispatching.learn(record)

    def leave(self) -> None:
        """Another console ended it."""
        self._air.stop()
        self.phones.tear_down()

    def overruled(self, conflict: Conflict) -> bool:
        """Another console was first; whether it was with something of the drill."""
        return conflict.entry.domain == self.domain and self.dispatching.overruled(conflict)

    # ---- what it showed ----

    def result(self) -> tuple[ResultRow, ...]:
        """One row for each alarm of an incident, then one for each that led to none."""
        rows = [row for incident in self.dispatching.incidents() for row in self._rows(incident)]
        told = {row.alarm for row in rows}
        return (*rows, *(self._lonely(alarm) for alarm in self.alarms if alarm.id not in told))

    def _rows(self, incident: Incident) -> list[ResultRow]:
        lines = [_happened(line) for line in self.dispatching.timeline(incident.id)]
        clocks = tuple(
            ClockResult(
                clock.name.value, clock.limit_ms,
                clock.stopped_ms - clock.start_ms if clock.stopped_ms is not None else None, clock.breached,
            )
            for clock in self.dispatching.clocks(incident.id)
        )  # fmt: skip
        return [
            row_of(ResultRow(link.alarm, incident.id, incident.scene.name, link.raised_ms, clocks=clocks), lines)
            for link in incident.links
        ]

    def _lonely(self, alarm: Alarm) -> ResultRow:
        seen = alarm.acknowledged.at_ms - alarm.raised_ms if alarm.acknowledged is not None else None
        point = self._room.points.get(alarm.point)
        place = point.name if point is not None else alarm.point
        return ResultRow(alarm.id, IncidentId(""), place, alarm.raised_ms, acknowledged=seen)


def _happened(line: Line) -> Happened:
    return Happened(line.t_ms, line.kind, line.code, line.alarm)
