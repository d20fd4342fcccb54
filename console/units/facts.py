"""What can happen to a unit, past tense: each fact is one journal entry of its turn; only `apply` moves a unit."""

from __future__ import annotations

from dataclasses import dataclass, replace

from console.facts import Facts
from console.journal import Entry
from console.model import NO_INCIDENT, Domain, IncidentId, UnitId, UnitStatus
from console.units.unit import Act, Order, Sending, Source, Unit


@dataclass(frozen=True, slots=True)
class Ordered:
    """A person told it to go. `leaves`: the incident it was taken away from, with that person's knowledge."""

    order: str
    incident: IncidentId
    leaves: IncidentId = NO_INCIDENT


@dataclass(frozen=True, slots=True)
class Reported:
    """Its status changed: by its own device (`said_ms` its time), or heard by voice and entered by a person."""

    status: UnitStatus
    source: Source
    incident: IncidentId = NO_INCIDENT
    order: str = ""
    said_ms: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Released:
    """It is not needed any more: stood down by a person, or the incident was closed.

    `order` tells the unit so; "" when there is nothing to tell it.
    """

    incident: IncidentId
    status: UnitStatus
    order: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """The broker has confirmed the order. That nobody has read it yet goes without saying."""

    order: str
    incident: IncidentId


@dataclass(frozen=True, slots=True)
class Unheard:
    """The broker took the order and had nobody to give it to."""

    order: str
    incident: IncidentId


@dataclass(frozen=True, slots=True)
class Lapsed:
    """The order could not be sent in time; it will not be sent any more."""

    order: str
    incident: IncidentId


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The order was sent and the unit said nothing for `after_s` seconds."""

    order: str
    incident: IncidentId
    after_s: int


Fact = Ordered | Reported | Released | Sent | Unheard | Lapsed | Unanswered

FACTS: Facts[Fact] = Facts(
    {
        "UnitOrdered": Ordered,
        "UnitReported": Reported,
        "UnitReleased": Released,
        "OrderSent": Sent,
        "OrderUnheard": Unheard,
        "OrderLapsed": Lapsed,
        "OrderUnanswered": Unanswered,
    }
)
STREAM = "unit/"


def stream_of(unit: UnitId, turn: int) -> str:
    return f"{STREAM}{unit}/{turn}"


def unit_of(stream: str) -> tuple[UnitId, int]:
    """The unit and the turn of a stream."""
    unit, _, turn = stream.removeprefix(STREAM).rpartition("/")
    return UnitId(unit), int(turn)


def is_unit(entry: Entry, domain: Domain) -> bool:
    return entry.domain == domain and entry.stream.startswith(STREAM) and entry.kind in FACTS


def to_entry(fact: Fact, unit: Unit, entry: Entry) -> Entry:
    """Complete an entry (who, when) with the fact it records; `unit` is the state after it."""
    return replace(
        entry, stream=stream_of(unit.id, unit.turn), version=unit.version, kind=FACTS.name(fact),
        data=FACTS.data(fact), open=not unit.is_plain,
    )  # fmt: skip


def apply(unit: Unit, fact: Fact, entry: Entry) -> Unit:
    """Fold one fact into the unit; the entry gives the time. A plain unit begins its next turn."""
    if unit.is_plain:
        unit = replace(unit, turn=unit.turn + 1, version=0, said_ms=0, order=None, incident=None, reason="")
    unit = replace(unit, version=unit.version + 1, unsaved=True)
    match fact:
        case Ordered():
            order = Order(fact.order, Act.GO, fact.incident, entry.t_ms, position=entry.by.position)
            ordered = _status(unit, UnitStatus.ORDERED, Source.CONSOLE, entry.t_ms)
            return replace(ordered, order=order, incident=fact.incident, said_ms=0)
        case Released():
            free = _bound(_status(unit, fact.status, Source.CONSOLE, entry.t_ms))
            if not fact.order:
                return _sending(free, Sending.NONE) if free.must_be_sent else free
            told = Order(fact.order, Act.STAND_DOWN, fact.incident, entry.t_ms, position=entry.by.position)
            return replace(free, order=told, said_ms=0)
        case Reported():
            said = _status(unit, fact.status, fact.source, entry.t_ms, fact.reason)
            return _settled(_bound(replace(said, said_ms=max(unit.said_ms, fact.said_ms))), entry.t_ms)
        case _:
            return _on_its_way(unit, fact, entry.t_ms)


def _on_its_way(unit: Unit, fact: Sent | Unheard | Lapsed | Unanswered, t_ms: int) -> Unit:
    """What became of the order between here and the unit."""
    match fact:
        case Sent():
            return _sending(unit, Sending.SENT, t_ms)
        case Unheard():
            return _sending(unit, Sending.UNHEARD)
        case Lapsed():
            unit = _sending(unit, Sending.LAPSED)
    waits = unit.status is UnitStatus.ORDERED
    return _status(unit, UnitStatus.NO_ANSWER, Source.CONSOLE, t_ms) if waits else unit


def _status(unit: Unit, status: UnitStatus, source: Source, t_ms: int, reason: str = "") -> Unit:
    return replace(unit, status=status, source=source, since_ms=t_ms, reason=reason)


def _bound(unit: Unit) -> Unit:
    """A unit that is back, or out of service, is bound to nothing."""
    is_off = unit.status in {UnitStatus.AVAILABLE, UnitStatus.RETURNING, UnitStatus.OUT_OF_SERVICE}
    return replace(unit, incident=None) if is_off else unit


def _settled(unit: Unit, t_ms: int) -> Unit:
    """Who answers an order has it: by device it has arrived, by voice it need not be sent any more."""
    if unit.order is None or not unit.must_be_sent or unit.order.act is not Act.GO:
        return unit
    return _sending(unit, Sending.SENT, t_ms) if unit.source is Source.DEVICE else _sending(unit, Sending.NONE)


def _sending(unit: Unit, sending: Sending, sent_ms: int = 0) -> Unit:
    if unit.order is None:
        return unit
    return replace(unit, order=replace(unit.order, sending=sending, sent_ms=sent_ms or unit.order.sent_ms))
