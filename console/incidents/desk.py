"""The desk that owns every incident: decides, applies at once, hands the entries to the journal. Desk thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from console.clock import Clock
from console.errors import CommandRefused
from console.incidents.facts import (
    FACTS,
    NO_UNIT,
    STREAM,
    AlarmLinked,
    ClockBreached,
    ClockStopped,
    Closed,
    Fact,
    HandedOver,
    Noted,
    Opened,
    Taken,
    apply,
    id_of,
    is_incident,
    series,
    to_entry,
)
from console.incidents.incident import Disposition, Incident
from console.journal import Entry, Recorded
from console.model import LIVE, AlarmId, By, Domain, IncidentId, PointId, UnitId

Append = Callable[[Sequence[Entry], Sequence[int]], None]

MACHINE = By(machine="clocks")
CLOSED_KEPT = 100  # closed incidents that can still be looked at in this run
TEXT_MOST = 2_000  # characters of a note


@dataclass(frozen=True, slots=True)
class Change:
    """Facts that have been applied together, with the incident as it is now."""

    incident: Incident
    facts: tuple[Fact, ...]
    by: By


class Incidents:
    """All open incidents of one domain, and the newest closed ones. `changed` is told of everything."""

    def __init__(self, clock: Clock, append: Append, changed: Callable[[Change], None], domain: Domain = LIVE) -> None:
        self._clock = clock
        self._append = append
        self._changed = changed
        self.domain = domain
        self._all: dict[IncidentId, Incident] = {}
        self._number = 0

    # ---- reading ----

    def all(self) -> tuple[Incident, ...]:
        """Open ones first, the newest first in each half."""
        newest = sorted(self._all.values(), key=lambda incident: (incident.opened_ms, incident.id), reverse=True)
        return tuple(sorted(newest, key=lambda incident: incident.is_closed))

    def open(self) -> tuple[Incident, ...]:
        return tuple(incident for incident in self._all.values() if not incident.is_closed)

    def find(self, incident: IncidentId) -> Incident | None:
        return self._all.get(incident)

    def get(self, incident: IncidentId) -> Incident:
        """Raises CommandRefused when there is no such incident, or it is forgotten."""
        found = self._all.get(incident)
        if found is None:
            raise CommandRefused("no_incident", incident)
        return found

    def of(self, alarm: AlarmId) -> Incident | None:
        """The open incident an alarm belongs to."""
        return next((incident for incident in self.open() if alarm in incident.alarms), None)

    # ---- start ----

    def load(self, recorded: Iterable[Recorded], numbers: Mapping[PointId, int]) -> None:
        """Rebuild the open incidents from their entries; `numbers`: how far the numbering has come."""
        self.count(numbers)
        for record in recorded:
            if is_incident(record.entry, self.domain):
                self._fold(record.entry)

    def count(self, numbers: Mapping[PointId, int]) -> None:
        """How far the numbering has come."""
        self._number = max(self._number, numbers.get(PointId(f"{STREAM}{series(self.domain)}"), 0))

    # ---- what a person does: every act raises CommandRefused ----

    def open_it(self, opened: Opened, link: AlarmLinked | None, by: By) -> Incident:
        """Codes: already_linked (the alarm belongs to another incident), no_place."""
        if not opened.name.strip():
            raise CommandRefused("no_place")
        if link is not None:
            self._must_be_free(link.alarm)
        self._number += 1
        id_ = IncidentId(f"{series(self.domain)}-{self._number:04d}")
        return self._apply(id_, (opened,) if link is None else (opened, link), by)

    def link(self, incident: IncidentId, link: AlarmLinked, by: By) -> Incident:
        """Codes: no_incident, incident_closed, already_linked."""
        self._must_be_open(incident)
        self._must_be_free(link.alarm)
        return self._apply(incident, (link,), by)

    def take(self, incident: IncidentId, by: By) -> Incident:
        """Codes: no_incident, incident_closed, already_owner."""
        if self._must_be_open(incident).owner == by:
            raise CommandRefused("already_owner", incident)
        return self._apply(incident, (Taken(),), by)

    def hand_over(self, incident: IncidentId, position: str, by: By) -> Incident:
        """Codes: no_incident, incident_closed, no_position, already_owner."""
        owner = self._must_be_open(incident).owner
        position = one_line(position)
        if not position:
            raise CommandRefused("no_position", incident)
        if owner.position == position:
            raise CommandRefused("already_owner", position)
        return self._apply(incident, (HandedOver(position),), by)

    def note(self, incident: IncidentId, text: str, by: By) -> Incident:
        """Codes: no_incident, incident_closed, empty_note, long_note."""
        self._must_be_open(incident)
        return self._apply(incident, (Noted(_note(text, incident)),), by)

    def close(self, incident: IncidentId, disposition: Disposition, note: str, by: By) -> Incident:
        """Codes: no_incident, incident_closed, long_note."""
        self._must_be_open(incident)
        text = _note(note, incident) if note.strip() else ""
        return self._apply(incident, (Closed(disposition, text),), by)

    def do_again(self, lost: Entry) -> None:
        """What a person did, after what was written first. Codes: no_incident, incident_closed, already_linked,
        clock_stopped.
        """
        id_, fact = id_of(lost.stream), FACTS.read(lost.kind, lost.data)
        found = self._must_be_open(id_)
        if isinstance(fact, AlarmLinked):
            self._must_be_free(fact.alarm)
        if isinstance(fact, ClockStopped) and found.stop_of(fact.clock) is not None:
            raise CommandRefused("clock_stopped", fact.clock)
        self._apply(id_, (fact,), lost.by)

    # ---- clocks ----

    def stop_clock(
        self, incident: IncidentId, clock: str, at_ms: int, by: By = MACHINE, unit: UnitId = NO_UNIT
    ) -> None:
        """What the clock waited for has happened; once for each clock."""
        if self._must_be_open(incident).stop_of(clock) is None:
            self._apply(incident, (ClockStopped(clock, at_ms, unit),), by)

    def breach_clock(self, incident: IncidentId, clock: str, due_ms: int, unit: UnitId = NO_UNIT) -> None:
        """The clock has run out; recorded once."""
        if clock not in self._must_be_open(incident).breaches:
            self._apply(incident, (ClockBreached(clock, due_ms, unit),), MACHINE)

    # ---- what the journal answers ----

    def saved(self, versions: Mapping[tuple[Domain, str], int]) -> list[Incident]:
        """Committed up to these versions: those incidents lose their "unsaved" mark."""
        done: list[Incident] = []
        for (domain, stream), version in versions.items():
            if domain != self.domain or not stream.startswith(STREAM):
                continue
            incident = self._all.get(id_of(stream))
            if incident is not None and incident.unsaved and version >= incident.version:
                self._all[incident.id] = replace(incident, unsaved=False)
                done.append(self._all[incident.id])
        return done

    def learn(self, record: Recorded) -> bool:
        """An entry of another console. False: one of ours to that incident is on its way, or one before it missing."""
        entry = record.entry
        if not is_incident(entry, self.domain):
            return True
        id_ = id_of(entry.stream)
        known = self._all.get(id_)
        if known is not None and known.unsaved:
            return False
        version = known.version if known is not None else 0
        if entry.version <= version or (known is None and int(id_.rpartition("-")[2]) <= self._number):
            return True  # of one that is closed and forgotten, too
        if entry.version > version + 1:
            return False
        self._fold(entry)
        self._forget_old()
        self._changed(Change(self._all[id_], (FACTS.read(entry.kind, entry.data),), entry.by))
        return True

    def overruled(self, entry: Entry, stream: Sequence[Recorded]) -> IncidentId | None:
        """Another console was first: forget what we applied and fold what really happened."""
        if not is_incident(entry, self.domain):
            return None
        id_ = id_of(entry.stream)
        self._all.pop(id_, None)
        for record in stream:
            self._fold(record.entry)
        return id_

    # ---- inside ----

    def _must_be_open(self, incident: IncidentId) -> Incident:
        found = self.get(incident)
        if found.is_closed:
            raise CommandRefused("incident_closed", incident)
        return found

    def _must_be_free(self, alarm: AlarmId) -> None:
        if (owner := self.of(alarm)) is not None:
            raise CommandRefused("already_linked", owner.id)

    def _apply(self, id_: IncidentId, facts: tuple[Fact, ...], by: By) -> Incident:
        entries: list[Entry] = []
        incident = self._all.get(id_)
        for fact in facts:
            blank = Entry(self.domain, "", 0, "", self._clock.now_ms(), by)
            incident = apply(incident, id_, fact, blank)
            entries.append(to_entry(fact, incident, blank))
        assert incident is not None
        self._all[id_] = incident
        self._append(entries, ())
        self._forget_old()
        self._changed(Change(incident, facts, by))
        return self._all[id_]

    def _fold(self, entry: Entry) -> None:
        id_ = id_of(entry.stream)
        incident = apply(self._all.get(id_), id_, FACTS.read(entry.kind, entry.data), entry)
        self._all[id_] = replace(incident, unsaved=False)
        self._number = max(self._number, int(id_.rpartition("-")[2]))

    def _forget_old(self) -> None:
        closed = sorted((i for i in self._all.values() if i.is_closed), key=lambda i: i.closed_ms)
        for incident in closed[:-CLOSED_KEPT]:
            del self._all[incident.id]


def one_line(text: str) -> str:
    """A name that somebody gave, as it is kept and sent to others: one line of what can be read, as it stands there.

    Neither a NUL nor half a character, which no journal takes, nor a mark that turns what stands behind it around.
    """
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _note(text: str, incident: IncidentId) -> str:
    """A note as it is kept. Raises CommandRefused."""
    text = text.strip().replace("\0", "").encode("utf-8", "replace").decode()  # half a character is none
    if not text:
        raise CommandRefused("empty_note", incident)
    if len(text) > TEXT_MOST:
        raise CommandRefused("long_note", incident)
    return text
