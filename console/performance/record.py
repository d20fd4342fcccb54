"""What the journal tells of each alarm: when it was raised, how long it stood, who answered it, whether it was real."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from console.alarms import (
    Alarm,
    Fact,
    Outcome,
    Raised,
    Reset,
    Verified,
    VerifyExpired,
    alarm_of,
    apply,
    from_entry,
)
from console.incidents import Disposition
from console.journal import Entry
from console.model import AlarmClass, AlarmId, PointId

NOT_REAL = {Disposition.FALSE_ALARM, Disposition.TEST, Disposition.NOTHING_FOUND, Disposition.DUPLICATE}
LINKED, CLOSED = "IncidentAlarmLinked", "IncidentClosed"


@dataclass(frozen=True, slots=True)
class Raise:
    """One time the operator was called: first, again, worse than before, or as a higher class; not while put aside."""

    t_ms: int
    alarm_class: AlarmClass
    priority: int


@dataclass(frozen=True, slots=True)
class Run:
    """One time the condition was active; `end_ms` None: it still is."""

    start_ms: int
    end_ms: int | None

    def length_ms(self, now_ms: int) -> int:
        return (now_ms if self.end_ms is None else self.end_ms) - self.start_ms


@dataclass(frozen=True, slots=True)
class Answer:
    """A person acknowledged what had called since `t_ms`."""

    t_ms: int
    waited_ms: int
    alarm_class: AlarmClass
    position: str


@dataclass(frozen=True, slots=True)
class Story:
    """One alarm from its first raise on. `waiting_ms`: since then it has called and nobody answered; None: answered."""

    alarm: AlarmId
    point: PointId
    kind: str
    alarm_class: AlarmClass
    label: str
    raises: tuple[Raise, ...]
    runs: tuple[Run, ...]
    answers: tuple[Answer, ...]
    waiting_ms: int | None
    outcome: Outcome | None  # what people found; real once is real, whatever came after it on the same row
    was_unverified: bool = False  # its check ran out: it counts as real until a person says otherwise
    has_incident: bool = False  # one that was not closed as false, as a test or with nothing found

    @property
    def is_real(self) -> bool:
        """Verified as real, or with an incident, or what nobody found to be none of a fire or of an unchecked alarm."""
        if self.outcome is not None and self.outcome is not Outcome.UNDETERMINED:
            return self.outcome is Outcome.REAL
        return self.has_incident or self.was_unverified or self.alarm_class is AlarmClass.FIRE


@dataclass(slots=True)
class _Telling:
    """A story while its entries are read."""

    alarm: Alarm | None = None
    raises: list[Raise] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    waiting_ms: int | None = None
    outcome: Outcome | None = None
    was_unverified: bool = False

    def take(self, entry: Entry) -> None:
        """The next entry of the stream, in order of version."""
        fact, before = from_entry(entry), self.alarm
        after = self.alarm = apply(before, alarm_of(entry), fact, entry)
        is_promoted = before is not None and before.alarm_class is not after.alarm_class
        if (isinstance(fact, Raised) or is_promoted) and after.is_owed:
            self.raises.append(Raise(entry.t_ms, after.alarm_class, after.priority))
        self._found(fact)
        self._run(before, after, entry.t_ms)
        self._wait(before, after, entry)

    def _found(self, fact: Fact) -> None:
        if isinstance(fact, Verified | Reset) and self.outcome is not Outcome.REAL:
            self.outcome = fact.outcome
        self.was_unverified = self.was_unverified or isinstance(fact, VerifyExpired)

    def _run(self, before: Alarm | None, after: Alarm, t_ms: int) -> None:
        was_active = before is not None and before.is_active
        if after.is_active and not was_active:
            self.runs.append(Run(t_ms, None))
        elif was_active and not after.is_active and self.runs:
            self.runs[-1] = Run(self.runs[-1].start_ms, t_ms)

    def _wait(self, before: Alarm | None, after: Alarm, entry: Entry) -> None:
        """It waits from its first call until a person has seen it; what is put aside waits for nobody."""
        if after.is_owed:
            if self.waiting_ms is None:
                self.waiting_ms = entry.t_ms
            return
        is_seen = after.acknowledged is not None and (before is None or before.acknowledged is None)
        if is_seen and self.waiting_ms is not None and entry.by.is_person:
            waited = max(0, entry.t_ms - self.waiting_ms)
            self.answers.append(Answer(self.waiting_ms, waited, after.alarm_class, entry.by.position))
        self.waiting_ms = None

    def told(self, *, has_incident: bool) -> Story:
        alarm = self.alarm
        assert alarm is not None, "a story has at least one entry"
        return Story(
            alarm.id, alarm.point, alarm.kind, alarm.alarm_class, alarm.label, tuple(self.raises), tuple(self.runs),
            tuple(self.answers), self.waiting_ms, self.outcome, self.was_unverified, has_incident,
        )  # fmt: skip


def stories(streams: Iterable[Iterable[Entry]], incidents: Iterable[Entry]) -> Iterator[Story]:
    """One story for each stream of an alarm, whose entries are all there, in order of version."""
    linked = with_incident(incidents)
    for stream in streams:
        telling = _Telling()
        for entry in stream:
            telling.take(entry)
        if telling.alarm is not None:
            yield telling.told(has_incident=telling.alarm.id in linked)


def with_incident(entries: Iterable[Entry]) -> set[AlarmId]:
    """Alarms that belong to an incident which was not closed as nothing."""
    alarms: dict[str, set[AlarmId]] = {}
    nothing: set[str] = set()
    for entry in entries:
        if entry.kind == LINKED:
            alarms.setdefault(entry.stream, set()).add(AlarmId(str(entry.data.get("alarm", ""))))
        elif entry.kind == CLOSED and entry.data.get("disposition") in NOT_REAL:
            nothing.add(entry.stream)
    return {alarm for stream, those in alarms.items() if stream not in nothing for alarm in those}
