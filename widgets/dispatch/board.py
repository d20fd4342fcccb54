"""Reads incidents and their clocks and says them in the operator's words: for the column, the pages, rows and walls."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.app import Console
from console.dispatching import ClockName, Dispatching
from console.incidents import Disposition, Incident
from console.model import AlarmId, By, IncidentId
from widgets.dispatch.clock_faces import ClockFaces
from widgets.dispatch.entries import ClockFace, IncidentEntry
from widgets.dispatch.incident_words import IncidentWords
from widgets.dispatch.roster import Roster
from widgets.placing import Placing, joined, span
from widgets.words import Words

CLOSED_SHOWN = 20


class Board(QObject):
    """Asked at every refresh; keeps nothing. What it says of units is in its `roster`."""

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self.incident_words = IncidentWords(self)
        self.roster = Roster(console, placing, self)
        self._faces = ClockFaces(console, self.roster.words, self)

    @property
    def _desk(self) -> Dispatching:
        """Of what the room sees: in a drill another one."""
        return self._console.dispatching

    # ---- which ----

    def find(self, incident: IncidentId | None) -> Incident | None:
        """The incident, also for a while after it was closed."""
        return self._desk.incident(incident) if incident is not None else None

    def is_open(self, incident: IncidentId | None) -> bool:
        found = self.find(incident)
        return found is not None and not found.is_closed

    def is_mine(self, incident: IncidentId | None) -> bool:
        """Whether its owner is the person at this position."""
        found = self.find(incident)
        return found is not None and found.owner == self._console.seat.by

    def incident_of(self, alarm: AlarmId | None) -> IncidentId | None:
        """The open incident an alarm belongs to."""
        found = self._desk.incident_of(alarm) if alarm is not None else None
        return found.id if found is not None else None

    def alarm_of(self, incident: IncidentId | None) -> AlarmId | None:
        """The first alarm of an incident that is still open."""
        found = self.find(incident)
        alarms = found.alarms if found is not None else ()
        return next((alarm for alarm in alarms if self._console.alarms.get(alarm) is not None), None)

    def joinable(self, alarm: AlarmId | None) -> tuple[Incident, ...]:
        """The open incidents an alarm that has none could be about, those of its building first."""
        row = self._console.alarms.get(alarm) if alarm is not None else None
        if row is None or self.incident_of(alarm) is not None:
            return ()
        building = self._placing.case(row).building
        still_open = (one for one in self._desk.incidents() if not one.is_closed)
        return tuple(sorted(still_open, key=lambda one: building is None or one.scene.building != building))

    # ---- one of them ----

    def number(self, incident: IncidentId) -> str:
        return self.tr("Incident %1").replace("%1", incident)

    def head(self, incident: IncidentId | None, alarm: AlarmId | None) -> tuple[str, str]:
        """What and where, and below it who has it since when; or that F5 would open one."""
        if (found := self.find(incident)) is not None:
            return self.title(found), self._who(found)
        row = self._console.alarms.get(alarm) if alarm is not None else None
        if row is None:
            return "", ""
        return self._placing.title(row), self.tr("No incident yet: F5 opens one and dispatches")

    def title(self, incident: Incident) -> str:
        """What happened and where."""
        where = self._placing.pick(incident.scene.name, incident.scene.name_en)
        return joined(self._words.kind(incident.first.kind), where) if incident.first is not None else where

    def _who(self, incident: Incident) -> str:
        if incident.is_closed:
            parts = [self._ended(incident), self._placing.clock(incident.closed_ms), person(incident.closed_by)]
        else:
            age = span(self._console.clock.now_ms() - incident.opened_ms)
            parts = [self.owner(incident), self.tr("open for %1").replace("%1", age)]
        if len(incident.links) > 1:
            parts.append(self.tr("%n alarm(s)", "", len(incident.links)))
        return " · ".join(filter(None, parts))

    def owner(self, incident: Incident) -> str:
        """Who answers for it; a position that was given it and has not taken it says so."""
        if incident.owner.is_person:
            return person(incident.owner)
        return self.tr("%1, not taken yet").replace("%1", incident.owner.position)

    def _ended(self, incident: Incident) -> str:
        return self.incident_words.disposition(incident.disposition) if incident.disposition is not None else ""

    # ---- all of them ----

    def open_incidents(self) -> tuple[IncidentEntry, ...]:
        return tuple(self._entry(one) for one in self._desk.incidents() if not one.is_closed)

    def incidents(self) -> tuple[IncidentEntry, ...]:
        """Open ones, then those closed lately."""
        closed = [one for one in self._desk.incidents() if one.is_closed][:CLOSED_SHOWN]
        return (*self.open_incidents(), *(self._entry(one) for one in closed))

    def _entry(self, incident: Incident) -> IncidentEntry:
        if incident.is_closed:
            value, state = self._placing.clock(incident.closed_ms), self._ended(incident)
            line = f"{incident.id} · {person(incident.closed_by)}"
            return IncidentEntry(incident.id, self.title(incident), line, value, state, is_open=False)
        clock = self._faces.next_of(incident.id)
        state = f"{clock.number} / {clock.limit}" if clock is not None else ""
        line = " · ".join([incident.id, self.owner(incident), self.roster.how_many(incident.id)])
        age = span(self._console.clock.now_ms() - incident.opened_ms)
        breached = clock is not None and clock.is_breached
        return IncidentEntry(incident.id, self.title(incident), line, age, state, is_breached=breached)

    def checked(self) -> str:
        """What is said while none is open: what was looked at, and when."""
        text = self.tr("No incident is open. Looked at %1; %2 closed in this run.")
        closed = sum(one.is_closed for one in self._desk.incidents())
        now = self._placing.clock(self._console.clock.now_ms())
        return text.replace("%1", now).replace("%2", str(closed))

    # ---- clocks ----

    def clocks(self, incident: IncidentId | None, alarm: AlarmId | None) -> tuple[ClockFace, ...]:
        """The response clocks, the shortest first; of an alarm they run before anybody has opened an incident."""
        if incident is not None:
            return self._faces.of(incident)
        return self._faces.of_alarm(alarm) if alarm is not None else ()

    def row_clock(self, alarm: AlarmId) -> ClockFace | None:
        """The clock that matters next for an alarm: one that has run out, else the one that runs out first."""
        return self._faces.next_of_alarm(alarm)

    def by_word(self, incident: IncidentId | None) -> ClockName | None:
        """A running clock that only a person can stop."""
        return self._faces.by_word(incident) if incident is not None and self.is_open(incident) else None

    def clock_name(self, name: ClockName) -> str:
        """What a clock is for."""
        return self._faces.name(name)

    # ---- words ----

    def dispositions(self) -> tuple[str, ...]:
        return tuple(disposition.value for disposition in Disposition)

    def disposition_words(self) -> dict[str, str]:
        return {disposition.value: self.incident_words.disposition(disposition) for disposition in Disposition}


def person(by: By | None) -> str:
    """Name and position, as far as there are any."""
    return ", ".join(filter(None, (by.person, by.position))) if by is not None else ""
