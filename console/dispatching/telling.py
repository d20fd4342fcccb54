"""What the windows and the event log are told when an incident or a unit has changed. Pure but for the telling."""

from __future__ import annotations

from collections.abc import Callable

from console import announce
from console.announce import Announcement
from console.incidents import FACTS, AlarmLinked, ClockBreached, Closed, Incident, Opened
from console.incidents import Change as IncidentChange
from console.model import NO_INCIDENT, Domain, IncidentId, UnitId
from console.units import Change as UnitChange
from console.units import Fact, Lapsed, Order, Reported, Sent, Source, Unanswered, Unheard, Unit


class Telling:
    """Turns changes into announcements of their domain."""

    def __init__(self, announce_it: Callable[[Announcement], None], domain: Domain) -> None:
        self._announce = announce_it
        self._domain = domain

    # ---- incidents ----

    def incident(self, change: IncidentChange) -> None:
        first, incident, by = change.facts[0], change.incident, change.by
        match first:
            case Opened():
                self._announce(
                    announce.IncidentOpened(
                        domain=self._domain, incident=incident.id, alarms=incident.alarms, place=incident.scene.name,
                        by=by.person, position=by.position,
                    )
                )  # fmt: skip
            case Closed():
                self._announce(
                    announce.IncidentClosed(
                        domain=self._domain, incident=incident.id, disposition=first.disposition, by=by.person,
                        position=by.position,
                    )
                )  # fmt: skip
            case ClockBreached():
                self._announce(
                    announce.ClockBreached(
                        domain=self._domain, incident=incident.id, clock=first.clock, due_ms=first.due_ms,
                        unit=first.unit,
                    )
                )  # fmt: skip
            case _:
                self._changed(incident, FACTS.name(first), by.person)
        self._alarms_changed(change)

    def _changed(self, incident: Incident, what: str, by: str) -> None:
        self._announce(announce.IncidentChanged(domain=self._domain, incident=incident.id, what=what, by=by))

    def _alarms_changed(self, change: IncidentChange) -> None:
        """The row of an alarm shows the incident it belongs to and its clocks."""
        if any(isinstance(fact, Opened | AlarmLinked | Closed | ClockBreached) for fact in change.facts):
            for alarm in change.incident.alarms:
                self._announce(announce.AlarmChanged(domain=self._domain, alarm=alarm))

    # ---- units ----

    def unit(self, change: UnitChange) -> None:
        unit, fact = change.unit, change.fact
        if unit.status is not change.before.status or unit.incident != change.before.incident:
            self._announce(
                announce.UnitChanged(
                    domain=self._domain, unit=unit.id, status=unit.status, incident=unit.incident or NO_INCIDENT,
                    by=change.by.person or change.by.machine,
                )
            )  # fmt: skip
        self._order(change, fact)

    def _order(self, change: UnitChange, fact: Fact) -> None:
        unit = change.unit.id
        match fact:
            case Sent():
                self._announce(
                    announce.OrderSent(domain=self._domain, order=fact.order, unit=unit, incident=fact.incident)
                )
            case Unheard() | Lapsed():
                code = "unheard" if isinstance(fact, Unheard) else "lapsed"
                self._not_sent(unit, fact.order, fact.incident, code)
            case Reported() if fact.incident:
                self._answered(change, fact.order, fact.source)
            case Unanswered():
                self._answered(change, fact.order, Source.CONSOLE)

    def not_sent(self, unit: Unit, order: Order, code: str) -> None:
        """The order is still here, and why."""
        self._not_sent(unit.id, order.id, order.incident, code)

    def _not_sent(self, unit: UnitId, order: str, incident: IncidentId, code: str) -> None:
        self._announce(announce.OrderNotSent(domain=self._domain, order=order, unit=unit, incident=incident, code=code))

    def _answered(self, change: UnitChange, order: str, source: Source) -> None:
        unit = change.unit
        about = unit.incident or (change.before.incident or NO_INCIDENT)
        self._announce(
            announce.OrderAnswered(
                domain=self._domain, order=order, unit=unit.id, incident=about, status=unit.status, answered_by=source
            )
        )
