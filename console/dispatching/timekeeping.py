"""Keeps the response clocks: stops each when what it waits for has happened, records its breach when it runs out.

Desk thread. What it decides is in the journal; deadlines are set again after a start. To an incident that is closed
nobody is on the way: a unit that another console sent to it in the same blink is released.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from console.clock import Clock, Deadline
from console.dispatching.clocks import ResponseClock, clocks_of, reached, rule_of
from console.incidents import Incident, Incidents
from console.model import AlarmClass, By, IncidentId
from console.units import Units

MACHINE = By(machine="dispatch")
LEFT_MS = 2_000  # whoever closed it has released by then everybody he knew of


class Timekeeping:
    """One deadline for each incident: that of its next clock, or when it is closed that of who is left there."""

    def __init__(self, clock: Clock, incidents: Incidents, units: Units, classes: Collection[AlarmClass]) -> None:
        self._clock = clock
        self._incidents = incidents
        self._units = units
        self._classes = frozenset(classes)
        self._due: dict[IncidentId, Deadline] = {}

    def clocks(self, incident: Incident) -> tuple[ResponseClock, ...]:
        """The clocks of an incident as they stand."""
        return clocks_of(incident, self._units.of(incident.id), self._classes)

    def counts(self, alarm_class: AlarmClass) -> bool:
        """Whether alarms of that class set clocks running."""
        return alarm_class in self._classes

    def look(self, id_: IncidentId) -> None:
        """Something about the incident or its units changed, or time has passed."""
        incident = self._incidents.find(id_)
        if incident is None or incident.is_closed:
            self._forget(id_)
            if incident is not None and self._units.of(id_):
                self._due[id_] = self._clock.after(LEFT_MS, partial(self._free, id_))
            return
        self._stop_what_is_done(incident)
        self._record_breaches(self._incidents.get(id_))
        self._arm(self._incidents.get(id_))

    def _stop_what_is_done(self, incident: Incident) -> None:
        units = self._units.of(incident.id)
        for clock in self.clocks(incident):
            rule = rule_of(incident.preset, clock.name)
            done = reached(rule, units) if rule is not None and clock.stopped_ms is None else None
            if done is not None:
                self._incidents.stop_clock(incident.id, clock.name, done.at_ms, unit=done.unit)

    def _record_breaches(self, incident: Incident) -> None:
        now = self._clock.now_ms()
        for clock in self.clocks(incident):
            if clock.is_late(now) and not clock.breached:
                unit = clock.stopped_by or clock.responsible
                self._incidents.breach_clock(incident.id, clock.name, clock.due_ms, *([unit] if unit else []))

    def _arm(self, incident: Incident) -> None:
        self._forget(incident.id)
        running = [clock.due_ms for clock in self.clocks(incident) if clock.stopped_ms is None and not clock.breached]
        if running:
            wait_ms = min(running) - self._clock.now_ms()
            self._due[incident.id] = self._clock.after(wait_ms, partial(self.look, incident.id))

    def _free(self, id_: IncidentId) -> None:
        incident = self._incidents.find(id_)
        if incident is not None and incident.is_closed:
            for unit in self._units.of(id_):
                self._units.release(unit.id, MACHINE)

    def _forget(self, id_: IncidentId) -> None:
        if (deadline := self._due.pop(id_, None)) is not None:
            deadline.cancel()
