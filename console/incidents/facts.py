"""What can happen to an incident, past tense: each fact is one journal entry; only `apply` moves an incident."""

from __future__ import annotations

from dataclasses import dataclass, replace

from console.facts import Facts
from console.incidents.incident import Disposition, Incident, Link, Note, Scene, Stop
from console.journal import Entry
from console.model import (
    LIVE,
    NO_INCIDENT,
    AlarmClass,
    AlarmId,
    BuildingId,
    By,
    CameraId,
    Domain,
    IncidentId,
    PointId,
    UnitId,
    ZoneId,
)

NO_ALARM = AlarmId("")
NO_UNIT = UnitId("")


@dataclass(frozen=True, slots=True)
class Opened:
    """A person opened it: with the alarm it is about, or with a place alone."""

    preset: str
    name: str
    name_en: str = ""
    point: str = ""
    building: str = ""
    floor: int | None = None
    zone: str = ""
    x: float | None = None
    y: float | None = None
    cameras: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AlarmLinked:
    """An alarm belongs to it from now on."""

    alarm: AlarmId
    alarm_class: AlarmClass
    alarm_kind: str
    raised_ms: int


@dataclass(frozen=True, slots=True)
class Taken:
    """The person of the entry's `by` owns it from now on."""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Another position owns it from now on, whoever sits there."""

    position: str


@dataclass(frozen=True, slots=True)
class Noted:
    text: str


@dataclass(frozen=True, slots=True)
class ClockStopped:
    """What the clock waited for has happened; `unit` "" when a person said so."""

    clock: str
    at_ms: int
    unit: UnitId = NO_UNIT


@dataclass(frozen=True, slots=True)
class ClockBreached:
    """The clock ran out at `due_ms`; `unit` was to stop it, "" when none had been sent."""

    clock: str
    due_ms: int
    unit: UnitId = NO_UNIT


@dataclass(frozen=True, slots=True)
class Closed:
    disposition: Disposition
    note: str = ""


Fact = Opened | AlarmLinked | Taken | HandedOver | Noted | ClockStopped | ClockBreached | Closed

FACTS: Facts[Fact] = Facts(
    {
        "IncidentOpened": Opened,
        "IncidentAlarmLinked": AlarmLinked,
        "IncidentTaken": Taken,
        "IncidentHandedOver": HandedOver,
        "IncidentNoted": Noted,
        "ClockStopped": ClockStopped,
        "ClockBreached": ClockBreached,
        "IncidentClosed": Closed,
    }
)
STREAM = "incident/"


def series(domain: Domain) -> str:
    """The letter before the number: an incident of a drill is never called like a live one."""
    return "E" if domain == LIVE else "D"


def id_of(stream: str) -> IncidentId:
    """E-0007 for the stream incident/E/7."""
    letter, _, number = stream.removeprefix(STREAM).rpartition("/")
    return IncidentId(f"{letter}-{int(number):04d}")


def stream_of(incident: IncidentId) -> str:
    letter, _, number = incident.partition("-")
    return f"{STREAM}{letter}/{int(number)}"


def is_incident(entry: Entry, domain: Domain) -> bool:
    return entry.domain == domain and entry.stream.startswith(STREAM) and entry.kind in FACTS


def to_entry(fact: Fact, incident: Incident, entry: Entry) -> Entry:
    """Complete an entry (who, when) with the fact it records; `incident` is the state after it."""
    return replace(
        entry, stream=stream_of(incident.id), version=incident.version, kind=FACTS.name(fact),
        data=FACTS.data(fact), open=not incident.is_closed,
    )  # fmt: skip


def apply(incident: Incident | None, id_: IncidentId, fact: Fact, entry: Entry) -> Incident:
    """Fold one fact into the incident; the entry gives time and person."""
    if isinstance(fact, Opened):
        return _opened(id_, fact, entry)
    assert incident is not None, f"{entry.kind} before IncidentOpened in {entry.stream}"
    incident = replace(incident, version=incident.version + 1, unsaved=True)
    match fact:
        case AlarmLinked():
            link = Link(fact.alarm, fact.alarm_class, fact.alarm_kind, fact.raised_ms, entry.t_ms)
            changed = replace(incident, links=(*incident.links, link))
        case Taken():
            changed = replace(incident, owner=entry.by)
        case HandedOver():
            changed = replace(incident, owner=By(position=fact.position))
        case Noted():
            changed = replace(incident, notes=(*incident.notes, Note(entry.t_ms, entry.by, fact.text)))
        case ClockStopped():
            changed = replace(incident, stops=(*incident.stops, Stop(fact.clock, fact.at_ms, fact.unit)))
        case ClockBreached():
            changed = replace(incident, breaches=(*incident.breaches, fact.clock))
        case Closed():
            changed = replace(
                incident, closed_ms=entry.t_ms, closed_by=entry.by, disposition=fact.disposition
            )  # fmt: skip
    return changed


def sketch(opened: Opened, link: AlarmLinked) -> Incident:
    """An incident that nobody has opened: what it would be."""
    nowhere = Entry(LIVE, "", 0, "", link.raised_ms, By())
    return apply(_opened(NO_INCIDENT, opened, nowhere), NO_INCIDENT, link, nowhere)


def _opened(id_: IncidentId, fact: Opened, entry: Entry) -> Incident:
    at = (fact.x, fact.y) if fact.x is not None and fact.y is not None else None
    scene = Scene(
        fact.name, fact.name_en, PointId(fact.point) if fact.point else None,
        BuildingId(fact.building) if fact.building else None, fact.floor, ZoneId(fact.zone) if fact.zone else None, at,
    )  # fmt: skip
    cameras = tuple(CameraId(camera) for camera in fact.cameras)
    return Incident(id_, 1, entry.t_ms, entry.by, scene, fact.preset, entry.by, cameras)
