"""One test of some detectors: who tests which of them until when, and how far each has come. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from console.facts import Facts
from console.journal import Entry
from console.model import LIVE, AlarmId, By, PointId

STREAM = "trial/"


class Ending(StrEnum):
    """Why a test is over."""

    PERSON = "person"
    TIME = "time"


class Step(StrEnum):
    """How far a detector has come in the test."""

    WAITING = "waiting"  # nothing has arrived yet
    ARRIVED = "arrived"  # raised, and not yet painted where somebody sees it
    PROVEN = "proven"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class TrialBegun:
    points: tuple[str, ...]
    until_ms: int


@dataclass(frozen=True, slots=True)
class TrialEnded:
    cause: Ending


Fact = TrialBegun | TrialEnded
FACTS: Facts[Fact] = Facts({"TrialBegun": TrialBegun, "TrialEnded": TrialEnded})


@dataclass(frozen=True, slots=True)
class Course:
    """One detector's way through the test; `alarm` once its signal has arrived."""

    step: Step = Step.WAITING
    alarm: AlarmId | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """A test that was asked for; `courses` in the order in which the detectors were chosen."""

    id: str
    version: int
    by: By
    begun_ms: int
    until_ms: int
    courses: dict[PointId, Course] = field(default_factory=dict)
    ending: Ending | None = None

    @property
    def is_over(self) -> bool:
        return self.ending is not None

    def open(self) -> tuple[PointId, ...]:
        """Detectors that have neither proven themselves nor failed."""
        return tuple(p for p, course in self.courses.items() if course.step in (Step.WAITING, Step.ARRIVED))

    def count(self, step: Step) -> int:
        return sum(course.step is step for course in self.courses.values())

    def moved(self, point: PointId, step: Step, alarm: AlarmId | None = None) -> Trial:
        """The same with this detector so far."""
        course = self.courses[point]
        return replace(self, courses={**self.courses, point: Course(step, alarm or course.alarm)})


def id_of(stream: str) -> str:
    return stream.removeprefix(STREAM)


def is_trial(entry: Entry) -> bool:
    return entry.domain == LIVE and entry.stream.startswith(STREAM) and entry.kind in FACTS


def apply(trial: Trial | None, id_: str, fact: Fact, entry: Entry) -> Trial:
    """Fold one fact into the test; the entry gives person and time."""
    if isinstance(fact, TrialBegun):
        courses = {PointId(point): Course() for point in fact.points}
        return Trial(id_, 1, entry.by, entry.t_ms, fact.until_ms, courses)
    assert trial is not None, f"{entry.kind} before TrialBegun in {entry.stream}"
    return replace(trial, version=trial.version + 1, ending=fact.cause)


def to_entry(fact: Fact, trial: Trial, entry: Entry) -> Entry:
    """Complete an entry (who, when) with the fact it records; `trial` is the state after it."""
    return replace(
        entry, stream=STREAM + trial.id, version=trial.version, kind=FACTS.name(fact), data=FACTS.data(fact),
        open=not trial.is_over,
    )  # fmt: skip
