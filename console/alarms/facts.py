"""What can happen to an alarm, past tense: each fact is one journal entry; only `apply` moves an alarm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import cast

from console.alarms.alarm import Acknowledgement, Alarm, Occurrence, Outcome
from console.journal import Entry, Json
from console.model import AlarmClass, AlarmId, Condition, Domain, PointId, Value


@dataclass(frozen=True, slots=True)
class Raised:
    """The condition became active: a new episode, or (occurrence > 1) again within one that is not closed."""

    point: PointId
    alarm_class: AlarmClass
    kind: str
    cause: str
    occurrence: int
    source_ms: int
    received_ms: int
    latches: bool
    value: Value = None
    unit: str | None = None
    limit: float | None = None
    label: str = ""
    retained: bool = False
    red: bool = False


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A person has seen it; who and where stands in the entry's `by`."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """The source says normal again."""

    source_ms: int
    received_ms: int


@dataclass(frozen=True, slots=True)
class SourceLost:
    """The source is gone: the last state is frozen, never cleared."""

    received_ms: int


@dataclass(frozen=True, slots=True)
class SourceReturned:
    """The source is back and still says active."""

    received_ms: int


@dataclass(frozen=True, slots=True)
class Reset:
    """A person verified on site and released the latch."""

    outcome: Outcome
    cause_code: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The drill it belonged to is over: nobody owes it anything. Never in the live domain."""


Fact = Raised | Acknowledged | Cleared | SourceLost | SourceReturned | Reset | Withdrawn

KINDS: dict[str, type[Fact]] = {
    "AlarmRaised": Raised,
    "AlarmAcknowledged": Acknowledged,
    "AlarmCleared": Cleared,
    "AlarmSourceLost": SourceLost,
    "AlarmSourceReturned": SourceReturned,
    "AlarmReset": Reset,
    "AlarmWithdrawn": Withdrawn,
}
NAMES = {kind: name for name, kind in KINDS.items()}
STREAM = "alarm/"


def stream_of(alarm: AlarmId) -> str:
    return STREAM + alarm


def to_entry(fact: Fact, alarm: Alarm, entry: Entry) -> Entry:
    """Complete an entry (who, when, cause) with the fact it records; `alarm` is the state after it."""
    data = cast("dict[str, Json]", {k: v for k, v in asdict(fact).items() if v not in (None, "")})
    return replace(
        entry, stream=stream_of(alarm.id), version=alarm.version, kind=NAMES[type(fact)], data=data,
        open=not alarm.is_closed,
    )  # fmt: skip


def from_entry(entry: Entry) -> Fact:
    """The fact an entry records, whatever schema version (`kv`) it was written with."""
    data = dict(entry.data)
    kind = KINDS[entry.kind]
    if kind is Raised:
        data["alarm_class"] = AlarmClass(str(data["alarm_class"]))
    if kind is Reset:
        data["outcome"] = Outcome(str(data["outcome"]))
    return _build(kind, data)


def _build(kind: type[Fact], data: Mapping[str, Json]) -> Fact:
    return kind(**data)  # type: ignore[arg-type]  # the journal's data is what `to_entry` wrote


def apply(alarm: Alarm | None, alarm_id: AlarmId, fact: Fact, entry: Entry) -> Alarm:
    """Fold one fact into the alarm; the entry gives time and person."""
    if isinstance(fact, Raised):
        return _raised(alarm, alarm_id, fact, entry)
    assert alarm is not None, f"{entry.kind} before AlarmRaised in {entry.stream}"
    alarm = replace(alarm, version=alarm.version + 1, unsaved=True)
    changes: dict[str, object]
    match fact:
        case Acknowledged():
            changes = {"acknowledged": Acknowledgement(entry.by, entry.t_ms)}
        case Cleared():
            changes = {"condition": Condition.NORMAL, "cleared_ms": entry.t_ms, "lost": False}
        case SourceLost():
            changes = {"lost": True, "lost_ms": entry.t_ms}
        case SourceReturned():
            changes = {"lost": False}
        case Reset():
            changes = {"latched": False, "outcome": fact.outcome}
        case Withdrawn():
            seen = alarm.acknowledged or Acknowledgement(entry.by, entry.t_ms)
            changes = {"condition": Condition.NORMAL, "lost": False, "latched": False, "acknowledged": seen}
    return replace(alarm, **changes)  # type: ignore[arg-type]  # fields of the alarm


def _raised(alarm: Alarm | None, alarm_id: AlarmId, fact: Raised, entry: Entry) -> Alarm:
    occurrence = Occurrence(fact.source_ms, fact.received_ms, entry.t_ms, fact.value, fact.retained)
    if alarm is None:
        return Alarm(
            id=alarm_id, point=fact.point, alarm_class=fact.alarm_class, kind=fact.kind, cause=fact.cause, version=1,
            condition=Condition.ACTIVE, occurrences=(occurrence,), latched=fact.latches, unit=fact.unit,
            limit=fact.limit, label=fact.label, red=fact.red,
        )  # fmt: skip
    return replace(
        alarm, version=alarm.version + 1, condition=Condition.ACTIVE, lost=False, acknowledged=None, outcome=None,
        cause=fact.cause, occurrences=(*alarm.occurrences, occurrence), latched=alarm.latched or fact.latches,
        unit=fact.unit, limit=fact.limit, red=fact.red, unsaved=True,
    )  # fmt: skip


def alarm_of(entry: Entry) -> AlarmId:
    return AlarmId(entry.stream.removeprefix(STREAM))


def is_alarm(entry: Entry, domain: Domain) -> bool:
    return entry.domain == domain and entry.stream.startswith(STREAM) and entry.kind in KINDS
