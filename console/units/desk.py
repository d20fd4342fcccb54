"""The desk that owns every unit: decides with `step`, applies at once, hands the entries to the journal. Desk thread.

Every turn of a unit, from plain readiness until it is ready again, is one stream of the journal. An order leaves the
room only after its commit: `outgoing` says what waits; whoever sends it reports `sent`, `unheard`, or lets it lapse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from console.clock import Clock, Deadline
from console.errors import CommandRefused
from console.journal import Entry, Recorded
from console.model import (
    LIVE,
    NO_INCIDENT,
    XY,
    By,
    Crew,
    Domain,
    IncidentId,
    PointId,
    UnitId,
    UnitKind,
    UnitSaid,
    UnitStatus,
)
from console.units.facts import (
    FACTS,
    STREAM,
    Fact,
    Lapsed,
    Ordered,
    Released,
    Sent,
    Unanswered,
    Unheard,
    apply,
    is_unit,
    to_entry,
    unit_of,
)
from console.units.step import Ignored, enter, judge
from console.units.unit import Act, Fix, Sending, Unit

Append = Callable[[Sequence[Entry], Sequence[int]], None]

MACHINE = By(machine="units")
UNDER_WAY = frozenset({UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE})  # released from there it has a way home
STAND_DOWN_KEPT_S = 86_400  # a unit that was stood down is told so within a day, or not at all


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited, seconds: for an answer to an order that was sent, and for an order that cannot be sent."""

    answer_s: int = 60
    expiry_s: int = 600


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that has been applied, with the unit before it and as it is now."""

    before: Unit
    unit: Unit
    fact: Fact
    by: By


class Units:
    """All units of one domain. `changed` is told of everything that happens to one, timers included."""

    def __init__(
        self, clock: Clock, crews: Iterable[Crew], patience: Patience, append: Append,
        changed: Callable[[Change], None], domain: Domain = LIVE,
    ) -> None:  # fmt: skip
        self._clock = clock
        self._patience = patience
        self._append = append
        self._changed = changed
        self.domain = domain
        self._units: dict[UnitId, Unit] = {crew.id: Unit(crew) for crew in crews}
        self._timers: dict[UnitId, Deadline] = {}

    # ---- reading ----

    def all(self) -> tuple[Unit, ...]:
        """Every unit in the order of the site."""
        return tuple(self._units.values())

    def get(self, unit: UnitId) -> Unit:
        """Raises CommandRefused when the site has no such unit."""
        found = self._units.get(unit)
        if found is None:
            raise CommandRefused("no_unit", unit)
        return found

    def of(self, incident: IncidentId) -> tuple[Unit, ...]:
        """The units bound to an incident, in the order in which they were sent."""
        bound = [unit for unit in self._units.values() if unit.incident == incident]
        return tuple(sorted(bound, key=lambda unit: (unit.order.ordered_ms if unit.order else 0, unit.id)))

    def outgoing(self) -> tuple[Unit, ...]:
        """Units whose newest order is committed and has still to leave the room."""
        return tuple(unit for unit in self._units.values() if unit.must_be_sent and not unit.unsaved)

    # ---- start and site ----

    def load(self, recorded: Iterable[Recorded], turns: Mapping[PointId, int]) -> None:
        """Rebuild the units from the entries of every turn that is not over; `turns`: the number of each last one."""
        self.count(turns)
        for record in recorded:
            if is_unit(record.entry, self.domain):
                self._fold(record.entry)
        for unit in self._units.values():
            self._arm(unit)

    def count(self, turns: Mapping[PointId, int]) -> None:
        """The number of each unit's last turn; whoever is in one has its number."""
        for id_, unit in self._units.items():
            self._units[id_] = replace(unit, turn=max(unit.turn, turns.get(PointId(f"{STREAM}{id_}"), 0)))

    def take_site(self, crews: Iterable[Crew]) -> None:
        """These are the units from now on; one that is gone stays while it has an order or is off duty."""
        before, self._units = self._units, {}
        for crew in crews:
            known = before.pop(crew.id, None)
            self._units[crew.id] = replace(known, crew=crew) if known is not None else Unit(crew)
        self._units.update((id_, unit) for id_, unit in before.items() if not unit.is_plain)

    # ---- what a person does ----

    def order(self, unit: UnitId, incident: IncidentId, by: By, leaves: IncidentId | None = None) -> Unit:
        """Tell it to go. Raises CommandRefused: unit_out_of_service, already_ordered, unit_busy (without naming in
        `leaves` what it is taken away from).
        """
        known = self.get(unit)
        may_be_ordered(known, incident, leaves)
        taken = known.incident if known.is_busy and known.incident is not None else NO_INCIDENT
        return self._apply(known, Ordered(self._order_id(unit), incident, taken), by)

    def release(self, unit: UnitId, by: By, *, tell: bool = True) -> Unit:
        """It is not needed any more; it is told so when it was told to go. Raises CommandRefused: no_order."""
        known = self.get(unit)
        if known.incident is None:
            raise CommandRefused("no_order", unit)
        status = UnitStatus.RETURNING if known.status in UNDER_WAY else UnitStatus.AVAILABLE
        order = self._order_id(unit) if tell and known.is_busy and _may_have_it(known) else ""
        return self._apply(known, Released(known.incident, status, order), by)

    def enter(self, unit: UnitId, status: UnitStatus, by: By, reason: str = "") -> Unit:
        """A status that was heard by voice. Raises CommandRefused; see `step.enter`."""
        known = self.get(unit)
        return self._apply(known, enter(known, status, reason), by)

    # ---- what a unit's device says ----

    def said(self, said: UnitSaid) -> Ignored | None:
        """A unit's own word; why it changed nothing, None when it did. Its receipt is handled either way."""
        receipts = (said.receipt,) if said.receipt else ()
        known = self._units.get(said.unit)
        fact = judge(known, said) if known is not None else Ignored.OTHER_ORDER
        if known is None or isinstance(fact, Ignored):
            if receipts:
                self._append((), receipts)
            return Ignored(str(fact))
        self._apply(known, fact, By(machine=f"{STREAM}{said.unit}"), receipts)
        return None

    def moved(self, unit: UnitId, at: XY, at_ms: int) -> Unit | None:
        """Where its device is; the unit when it is one of ours and this is newer than what was known."""
        known = self._units.get(unit)
        if known is None or (known.fix is not None and known.fix.at_ms > at_ms):
            return None
        self._units[unit] = replace(known, fix=Fix(at, at_ms))
        return self._units[unit]

    # ---- what became of an order ----

    def sent(self, order: str, *, heard: bool) -> None:
        """The broker has confirmed this order; `heard`: and there is somebody it will give it to."""
        unit = self.waiting(order)
        if unit is None or unit.order is None:
            return
        if heard:
            self._apply(unit, Sent(order, unit.order.incident), MACHINE)
        elif unit.order.sending is not Sending.UNHEARD:
            self._apply(unit, Unheard(order, unit.order.incident), MACHINE)

    def waiting(self, order: str) -> Unit | None:
        """The unit whose order this is, while it has not left."""
        return next((u for u in self._units.values() if u.must_be_sent and u.order and u.order.id == order), None)

    # ---- what the journal answers ----

    def saved(self, versions: Mapping[tuple[Domain, str], int]) -> list[Unit]:
        """Committed up to these versions: those units lose their "unsaved" mark, and their orders may leave."""
        done: list[Unit] = []
        for (domain, stream), version in versions.items():
            if domain != self.domain or not stream.startswith(STREAM):
                continue
            id_, turn = unit_of(stream)
            unit = self._units.get(id_)
            if unit is not None and unit.unsaved and (unit.turn, unit.version) == (turn, version):
                self._units[id_] = replace(unit, unsaved=False)
                done.append(self._units[id_])
        return done

    def learn(self, record: Recorded) -> bool:
        """An entry of another console. False: one of ours to that unit is on its way, or one before it missing."""
        entry = record.entry
        if not is_unit(entry, self.domain):
            return True
        id_, turn = unit_of(entry.stream)
        known = self._units.get(id_) or _lost(id_)
        if known.unsaved:
            return False
        version = known.version if known.turn == turn else 0
        if turn < known.turn or entry.version <= version:
            return True
        if entry.version > version + 1 or (known.turn != turn and not known.is_plain):
            return False
        self._fold(entry)
        self._arm(self._units[id_])
        self._changed(Change(known, self._units[id_], FACTS.read(entry.kind, entry.data), entry.by))
        return True

    def overruled(self, entry: Entry, stream: Sequence[Recorded]) -> Unit | None:
        """Another console was first: forget what we applied and fold what really happened."""
        if not is_unit(entry, self.domain):
            return None
        id_, turn = unit_of(entry.stream)
        known = self._units.get(id_)
        if known is None or known.turn > turn:
            return known
        self._units[id_] = Unit(known.crew, turn=turn - 1, fix=known.fix)
        for record in stream:
            self._fold(record.entry)
        self._arm(self._units[id_])
        return self._units[id_]

    # ---- timers ----

    def _arm(self, unit: Unit) -> None:
        """The next thing that happens to it by time alone."""
        if (timer := self._timers.pop(unit.id, None)) is not None:
            timer.cancel()
        order, now = unit.order, self._clock.now_ms()
        if order is None:
            return
        if unit.must_be_sent:
            kept_s = self._patience.expiry_s if order.act is Act.GO else STAND_DOWN_KEPT_S
            due_ms = order.ordered_ms + kept_s * 1000
            fact: Fact = Lapsed(order.id, order.incident)
        elif unit.status is UnitStatus.ORDERED:
            due_ms = (order.sent_ms or order.ordered_ms) + self._patience.answer_s * 1000
            fact = Unanswered(order.id, order.incident, self._patience.answer_s)
        else:
            return
        self._timers[unit.id] = self._clock.after(due_ms - now, partial(self._due, unit.id, fact))

    def _due(self, unit: UnitId, fact: Fact) -> None:
        known = self._units.get(unit)
        if known is not None:
            self._apply(known, fact, MACHINE)

    # ---- inside ----

    def _order_id(self, unit: UnitId) -> str:
        """Never the same again, not even with a journal that begins anew: a device remembers what it has seen."""
        drill = "" if self.domain == LIVE else f"{self.domain.replace(':', '-')}-"
        return f"{drill}{unit}-{self._clock.now_ms()}"

    def _apply(self, before: Unit, fact: Fact, by: By, receipts: Sequence[int] = ()) -> Unit:
        blank = Entry(self.domain, "", 0, "", self._clock.now_ms(), by)
        unit = self._units[before.id] = apply(before, fact, blank)
        self._append((to_entry(fact, unit, blank),), receipts)
        self._arm(unit)
        self._changed(Change(before, unit, fact, by))
        return self._units[before.id]

    def _fold(self, entry: Entry) -> None:
        id_, turn = unit_of(entry.stream)
        unit = self._units.get(id_) or _lost(id_)
        if entry.version == 1:
            unit = Unit(unit.crew, turn=turn - 1, fix=unit.fix)
        self._units[id_] = replace(apply(unit, FACTS.read(entry.kind, entry.data), entry), unsaved=False)


def _lost(unit: UnitId) -> Unit:
    """One the site does not have, or no longer."""
    return Unit(Crew(unit, UnitKind.SQUAD, unit, unit))


def _may_have_it(unit: Unit) -> bool:
    """Whether its order went, or may have gone, to its device; one that was answered by voice before did not."""
    return unit.order is not None and unit.order.sending not in {Sending.NONE, Sending.LAPSED}


def may_be_ordered(unit: Unit, incident: IncidentId, leaves: IncidentId | None) -> None:
    """Raises CommandRefused when the unit cannot be sent to this incident; see `Units.order`."""
    if unit.status is UnitStatus.OUT_OF_SERVICE:
        raise CommandRefused("unit_out_of_service", unit.id)
    if unit.is_busy and unit.incident == incident and unit.status is not UnitStatus.NO_ANSWER:
        raise CommandRefused("already_ordered", unit.id)
    if unit.is_busy and unit.incident not in {incident, leaves}:
        raise CommandRefused("unit_busy", unit.id)
