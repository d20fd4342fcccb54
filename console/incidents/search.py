"""Looks for incidents in what the journal told of them, those that were closed long ago, too. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from console.incidents.facts import FACTS, Closed, Fact, apply, id_of, is_incident
from console.incidents.incident import Disposition, Incident
from console.journal import Entry
from console.model import AlarmClass, BuildingId, Domain, IncidentId, UnitId

ORDERED = "UnitOrdered"


@dataclass(frozen=True, slots=True)
class Past:
    """An incident as the journal tells it: who was sent, and what was written down when it was closed."""

    incident: Incident
    units: tuple[UnitId, ...] = ()
    closing: str = ""

    @property
    def text(self) -> str:
        """Everything in it that somebody may remember."""
        found, scene = self.incident, self.incident.scene
        people = (found.opened_by, found.owner, found.closed_by, *(note.by for note in found.notes))
        parts = [
            found.id, scene.name, scene.name_en, scene.point or "", scene.building or "", scene.zone or "",
            self.closing, *found.alarms, *found.cameras, *(link.kind for link in found.links),
            *(note.text for note in found.notes), *(by.person for by in people if by is not None), *self.units,
        ]  # fmt: skip
        return "\n".join(parts).casefold()


@dataclass(frozen=True, slots=True)
class Asked:
    """Which ones: every word has to be in it somewhere, whatever its case. Times are epoch ms, 0 = no bound.

    None is any; of the class one of its alarms has to be, in the building it was opened, and the unit was sent there.
    """

    words: tuple[str, ...] = ()
    since_ms: int = 0
    until_ms: int = 0
    disposition: Disposition | None = None
    alarm_class: AlarmClass | None = None
    building: BuildingId | None = None
    unit: UnitId | None = None
    is_closed: bool = False  # no open ones

    def takes(self, past: Past) -> bool:
        """Whether it is one of those that are looked for."""
        found = past.incident
        if found.opened_ms < self.since_ms or (self.until_ms and found.began_ms >= self.until_ms):
            return False
        if self.disposition is not None and found.disposition is not self.disposition:
            return False
        if not self._is_of_kind(past):
            return False
        text = past.text
        return all(word.casefold() in text for word in self.words)

    def _is_of_kind(self, past: Past) -> bool:
        found = past.incident
        return not (
            (self.is_closed and not found.is_closed)
            or (self.alarm_class is not None and self.alarm_class not in {link.alarm_class for link in found.links})
            or (self.building is not None and found.scene.building != self.building)
            or (self.unit is not None and self.unit not in past.units)
        )


def look(entries: Iterable[Entry], domain: Domain, asked: Asked) -> list[Past]:
    """Those that are looked for, the newest first. `entries` are those of incidents and units in order of commit."""
    known: dict[IncidentId, Past] = {}
    for entry in entries:
        if is_incident(entry, domain):
            _take(known, entry)
        elif entry.kind == ORDERED and entry.domain == domain:
            _send(known, entry)
    return sorted(filter(asked.takes, known.values()), key=lambda past: -past.incident.opened_ms)


def _take(known: dict[IncidentId, Past], entry: Entry) -> None:
    id_, fact = id_of(entry.stream), FACTS.read(entry.kind, entry.data)
    past = known.get(id_)
    if past is None and entry.version > 1:
        return  # its beginning was let go with the retention
    known[id_] = _grown(past, id_, fact, entry)


def _grown(past: Past | None, id_: IncidentId, fact: Fact, entry: Entry) -> Past:
    incident = replace(apply(past.incident if past is not None else None, id_, fact, entry), unsaved=False)
    if past is None:
        return Past(incident)
    return replace(past, incident=incident, closing=fact.note if isinstance(fact, Closed) else past.closing)


def _send(known: dict[IncidentId, Past], entry: Entry) -> None:
    incident, unit = entry.data.get("incident"), UnitId(entry.stream.split("/")[1])
    past = known.get(IncidentId(str(incident)))
    if past is not None and unit not in past.units:
        known[past.incident.id] = replace(past, units=(*past.units, unit))
