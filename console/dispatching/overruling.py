"""Another console was first with an incident or a unit of ours: its word stands, a person is told. Desk thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from console import announce
from console.announce import Announcement
from console.dispatching.outbox import Outbox
from console.dispatching.timekeeping import MACHINE, Timekeeping
from console.errors import CommandRefused
from console.incidents import Incidents, is_incident
from console.journal import Conflict, Entry
from console.model import Domain, IncidentId
from console.units import Units, is_unit

NOTED = "IncidentNoted"


@dataclass(frozen=True, slots=True)
class Overruling:
    """Sets the desks right again after a lost entry."""

    domain: Domain
    position: str
    incidents: Incidents
    units: Units
    times: Timekeeping
    outbox: Outbox
    announce_it: Callable[[Announcement], None]

    def take(self, conflict: Conflict) -> bool:
        """Whether the lost entry was about an incident or a unit."""
        if is_incident(conflict.entry, self.domain):
            about = self._incident(conflict)
        elif is_unit(conflict.entry, self.domain):
            about = self._unit(conflict)
        else:
            return False
        self.outbox.post()
        if about:
            self._tell_who_won(conflict, about)
        return True

    def _incident(self, conflict: Conflict) -> str:
        incident = self.incidents.overruled(conflict.entry, conflict.stream)
        if incident is None:
            return ""
        if conflict.entry.version == 1:
            self._withdraw(incident)
        self.times.look(incident)
        self.announce_it(announce.IncidentStirred(domain=self.domain, incident=incident))
        is_done = self._is_noted_again(conflict.entry, incident) or self._is_done_again(conflict)
        return "" if is_done else incident

    def _is_noted_again(self, lost: Entry, incident: IncidentId) -> bool:
        """What a person wrote down takes nothing away from anybody: it is kept, after what was first."""
        now = self.incidents.find(incident)
        if lost.kind != NOTED or now is None or now.is_closed:
            return False
        self.incidents.note(incident, str(lost.data["text"]), lost.by)
        return True

    def _is_done_again(self, conflict: Conflict) -> bool:
        """A clock, a unit or a note that another console wrote down first takes nothing from a person: his act counts.

        Else a closing that met a note would leave an incident open whose units have been stood down.
        """
        lost = conflict.entry
        first = [record.entry for record in conflict.stream if record.entry.version >= lost.version]
        if not lost.by.is_person or not first or any(entry.by.is_person and entry.kind != NOTED for entry in first):
            return False
        try:
            self.incidents.do_again(lost)
        except CommandRefused:
            return False  # there is nothing left of it to do
        return True

    def _withdraw(self, incident: IncidentId) -> None:
        """Our incident of that number never was: what we wanted to send to it has not left, and does not.

        What the console that was first sends to its own is its own, even when it is gone and we send that for it.
        """
        for unit in self.units.of(incident):
            if unit.order is not None and unit.must_be_sent and unit.order.position == self.position:
                self.units.release(unit.id, MACHINE, tell=False)

    def _unit(self, conflict: Conflict) -> str:
        unit = self.units.overruled(conflict.entry, conflict.stream)
        if unit is None:
            return ""
        self.outbox.follow(unit)
        if unit.incident is not None:
            self.times.look(unit.incident)
        self.announce_it(announce.UnitStirred(domain=self.domain, unit=unit.id))
        return unit.id

    def _tell_who_won(self, conflict: Conflict, about: str) -> None:
        """A person is told; a machine's loss is silent."""
        lost: Entry = conflict.entry
        if not lost.by.is_person or not conflict.stream:
            return
        same = (record.entry for record in conflict.stream if record.entry.version == lost.version)
        first = next(same, conflict.stream[-1].entry)
        self.announce_it(
            announce.DispatchOverruled(domain=self.domain, about=about, by=first.by.person, position=first.by.position)
        )
