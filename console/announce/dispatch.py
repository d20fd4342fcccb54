"""What happened to incidents, to the units sent to them, and to the orders on their way."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement
from console.model import AlarmId, IncidentId, UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentOpened(Announcement):
    incident: IncidentId
    alarms: tuple[AlarmId, ...]
    place: str
    by: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentChanged(Announcement):
    """An alarm linked, another owner, a note, a clock stopped; `what` is the kind of the newest journal entry."""

    incident: IncidentId
    what: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentClosed(Announcement):
    incident: IncidentId
    disposition: str
    by: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentStirred(Announcement):
    """Its timeline has a line more, or its journal entry is saved: repaint it. Not an event of its own."""

    incident: IncidentId


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSent(Announcement):
    """The broker has confirmed an order. Whether it was read, only the unit's answer tells."""

    order: str
    unit: UnitId
    incident: IncidentId


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderNotSent(Announcement):
    """An order has not left the room: `unheard` (the broker has nobody to give it to; it is tried again), `refused` by
    the broker, or `lapsed`: given up.
    """

    order: str
    unit: UnitId
    incident: IncidentId
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderAnswered(Announcement):
    """A unit answered, by its device or by voice, or did not (`no_answer`)."""

    order: str
    unit: UnitId
    incident: IncidentId
    status: str
    answered_by: str  # device, voice or console (nobody did)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerIgnored(Announcement):
    """A unit's word that changed nothing, and why (`units.Ignored`)."""

    unit: UnitId
    order: str
    status: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitChanged(Announcement):
    """A unit has this status from now on; `incident` is what it is bound to, "" when nothing."""

    unit: UnitId
    status: str
    incident: IncidentId
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitStirred(Announcement):
    """A unit's device is elsewhere, or its entry is saved: repaint it. Not an event of its own."""

    unit: UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockBreached(Announcement):
    """A response clock has run out; `unit` was to stop it, "" when none had been sent."""

    incident: IncidentId
    clock: str
    due_ms: int
    unit: UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchOverruled(Announcement):
    """Another console was first with this incident or unit (`about`); `by` and `position` say who."""

    about: str
    by: str
    position: str
