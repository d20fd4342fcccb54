"""The timelines: every incident's story, which writes itself from the entries of the journal. Desk thread.

Fed with every entry that is appended, and after a start with those since the oldest open incident began; nothing is
written for its sake.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from console import incidents, units
from console.journal import Entry, Json, Recorded
from console.model import AlarmId, By, CameraId, Domain, IncidentId, UnitId

ALARM_KINDS = (
    "AlarmRaised", "AlarmAcknowledged", "AlarmCleared", "AlarmReset", "AlarmSourceLost", "AlarmSourceReturned",
    "AlarmDisplayed", "AlarmUnacknowledged", "AlarmVerified", "AlarmVerifyExpired", "AlarmPromoted",
    "AlarmHeightened", "AlarmLowered", "AlarmEscalated", "AlarmShelved", "AlarmUnshelved", "AlarmTaken", "AlarmUnowned",
)  # fmt: skip
CLIP_KINDS = ("EvidenceSaved", "EvidenceFailed", "ClipOpened", "SnapshotTaken")
TALK_KINDS = ("TalkSent", "TalkHeard")
PICTURE_KINDS = ("CameraShown", "RemoteSent")
KINDS = frozenset({*ALARM_KINDS, *PICTURE_KINDS, *CLIP_KINDS, *TALK_KINDS, *incidents.FACTS.kinds, *units.FACTS.kinds})
ALARMS_KEPT = 2_000  # alarms whose lines are kept for the case that an incident is opened

Told = tuple[int, str, int, "Line"]  # its place in the order of the journal, its stream and version, the line

ALARM = "alarm/"
CAUSE = "alarm:"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened. `kind` is the journal's; the other fields are filled as far as the kind has them.

    `code` is the status, disposition, outcome or clock meant; `text` what a person wrote or said in words; `path` the
    clip or the recorded speech. `t_ms` is when it happened, for speech when it began.
    """

    t_ms: int
    kind: str
    by: By
    alarm: AlarmId | None = None
    unit: UnitId | None = None
    camera: CameraId | None = None
    order: str = ""
    code: str = ""
    text: str = ""
    path: str = ""
    length_ms: int = 0
    who: str = ""  # who spoke, to which position it was handed
    source: str = ""  # of a status: device, voice or console
    leaves: str = ""  # the incident a unit was taken away from


class Timelines:
    """Lines by alarm and by incident; an incident's timeline is its own lines and those of its alarms."""

    def __init__(self, domain: Domain, incident_of: Callable[[AlarmId], incidents.Incident | None]) -> None:
        self._domain = domain
        self._incident_of = incident_of
        self._by_alarm: dict[AlarmId, list[Told]] = {}
        self._by_incident: dict[IncidentId, list[Told]] = {}
        self._count = 0

    def load(self, recorded: Iterable[Recorded]) -> None:
        """Take the entries of earlier runs, some of which come twice."""
        seen: set[tuple[str, int]] = set()
        for record in recorded:
            key = record.entry.stream, record.entry.version
            if key not in seen:
                seen.add(key)
                self.take(record.entry)

    def take(self, entry: Entry) -> tuple[IncidentId, ...]:
        """Note an entry that was appended; the incidents whose timelines tell it."""
        if entry.domain != self._domain or entry.kind not in KINDS:
            return ()
        self._count += 1
        told = self._count, entry.stream, entry.version, line_of(entry)
        named = _incidents_of(entry)
        for incident in named:
            _add(self._by_incident.setdefault(incident, []), told)
        alarm = told[3].alarm
        if alarm is not None and not named:
            _add(self._by_alarm.setdefault(alarm, []), told)
            if len(self._by_alarm) > ALARMS_KEPT:
                self._forget_one()
            about = self._incident_of(alarm)
            return (about.id,) if about is not None else ()
        return named

    def of(self, incident: incidents.Incident) -> tuple[Line, ...]:
        """What happened, in order of time."""
        told = list(self._by_incident.get(incident.id, ()))
        for alarm in incident.alarms:
            told += self._by_alarm.get(alarm, ())
        return tuple(each[3] for each in sorted(told, key=lambda each: (each[3].t_ms, each[0])))

    def _forget_one(self) -> None:
        """The alarm heard of first that belongs to no open incident."""
        free = (alarm for alarm in self._by_alarm if self._incident_of(alarm) is None)
        if (oldest := next(free, None)) is not None:
            del self._by_alarm[oldest]

    def keep(self, those: Collection[IncidentId]) -> None:
        """The others are forgotten."""
        for incident in self._by_incident.keys() - those:
            del self._by_incident[incident]

    def overruled(self, lost: Entry, stream: Iterable[Recorded]) -> None:
        """Another console was first: what we noted of this stream did not happen, this did."""
        for lines in (*self._by_alarm.values(), *self._by_incident.values()):
            lines[:] = [told for told in lines if told[1] != lost.stream]
        for record in stream:
            self.take(record.entry)


def _add(lines: list[Told], told: Told) -> None:
    """What another console wrote may be told twice: by itself, and in the story of a stream where ours lost."""
    if all(other[1:3] != told[1:3] for other in lines):
        lines.append(told)


def _incidents_of(entry: Entry) -> tuple[IncidentId, ...]:
    """The incidents an entry belongs to by itself."""
    if entry.stream.startswith(incidents.STREAM):
        return (incidents.id_of(entry.stream),)
    named = (entry.data.get("incident"), entry.data.get("leaves"))
    return tuple(IncidentId(str(one)) for one in named if one)


def line_of(entry: Entry) -> Line:
    """The line that tells an entry."""
    data = entry.data
    line = Line(
        entry.t_ms, entry.kind, entry.by, alarm=_alarm(entry),
        camera=CameraId(_text(data, "camera")) if "camera" in data else None,
        order=_text(data, "order"), path=_text(data, "path"), leaves=_text(data, "leaves"),
    )  # fmt: skip
    if entry.stream.startswith(units.STREAM):
        name = entry.stream.removeprefix(units.STREAM).rpartition("/")[0]
        line = replace(line, unit=UnitId(name), source=_text(data, "source"), text=_text(data, "reason"))
    more = FURTHER.get(entry.kind)
    return more(line, data) if more is not None else line


def _alarm(entry: Entry) -> AlarmId | None:
    """The alarm an entry is about, also of a clip, which stands in a stream of its own."""
    if entry.stream.startswith(ALARM):
        return AlarmId(entry.stream.removeprefix(ALARM))
    named = entry.data.get("alarm") or (entry.cause.removeprefix(CAUSE) if entry.cause.startswith(CAUSE) else "")
    return AlarmId(str(named)) if named else None


def _coded(key: str) -> Callable[[Line, Mapping[str, Json]], Line]:
    return lambda line, data: replace(line, code=_text(data, key))


def _clock(line: Line, data: Mapping[str, Json]) -> Line:
    unit = _text(data, "unit")
    at_ms = _whole(data, "at_ms") or line.t_ms
    return replace(line, code=_text(data, "clock"), unit=UnitId(unit) if unit else None, t_ms=at_ms)


def _closed(line: Line, data: Mapping[str, Json]) -> Line:
    return replace(line, code=_text(data, "disposition"), text=_text(data, "note"))


def _spoken(line: Line, data: Mapping[str, Json]) -> Line:
    groups = data.get("groups")
    to = ", ".join(str(group) for group in groups) if isinstance(groups, list) else ""
    t_ms = _whole(data, "start_ms") or line.t_ms
    return replace(line, t_ms=t_ms, length_ms=_whole(data, "length_ms"), who=_text(data, "who"), text=to)


def _hung(line: Line, data: Mapping[str, Json]) -> Line:
    """Pictures sent to another position's wall: `who` has the wall, `text` what it was when it was no camera."""
    salvo = data.get("salvo")
    name = salvo.get("name") if isinstance(salvo, dict) else None
    where = f"{_text(data, 'to')} · {_text(data, 'surface')}"
    return replace(line, who=where, text=str(name or _text(data, "layout")))


FURTHER: dict[str, Callable[[Line, Mapping[str, Json]], Line]] = {
    "AlarmReset": lambda line, data: replace(line, code=_text(data, "outcome"), text=_text(data, "note")),
    "AlarmVerified": _coded("outcome"),
    "AlarmUnacknowledged": _coded("reason"),
    "AlarmEscalated": _coded("level"),
    "AlarmShelved": lambda line, data: replace(line, text=_text(data, "reason")),
    "EvidenceFailed": _coded("code"),
    "RemoteSent": _hung,
    "UnitReported": _coded("status"),
    "UnitReleased": _coded("status"),
    "IncidentOpened": lambda line, data: replace(line, text=_text(data, "name")),
    "IncidentNoted": lambda line, data: replace(line, text=_text(data, "text")),
    "IncidentHandedOver": lambda line, data: replace(line, who=_text(data, "position")),
    "IncidentClosed": _closed,
    "ClockStopped": _clock,
    "ClockBreached": _clock,
    "TalkSent": _spoken,
    "TalkHeard": _spoken,
}


def _text(data: Mapping[str, Json], key: str) -> str:
    value = data.get(key)
    return "" if value is None else str(value)


def _whole(data: Mapping[str, Json], key: str) -> int:
    value = data.get(key)
    return value if isinstance(value, int) else 0
