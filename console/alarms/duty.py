"""What is said of one point that is not relied on: facts, their fold, and the value they make. Pure.

Every turn of a point, from the first such word until it is relied on again, is one stream of the journal.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from console.alarms.marks import Aside, OnTest, OutOfService
from console.facts import Facts
from console.journal import Entry
from console.model import By, PointId

STREAM = "point/"


@dataclass(frozen=True, slots=True)
class PointOutOfService:
    """A person took it out of service; `second`: who agreed, needed for life and fire."""

    permit: str
    until_ms: int
    measure: str
    second: str = ""
    second_position: str = ""


@dataclass(frozen=True, slots=True)
class PointBack:
    """It is relied on again: by a person, or because its time was over (the entry's `by`)."""


@dataclass(frozen=True, slots=True)
class PointOnTest:
    """A person put it on test."""

    until_ms: int


@dataclass(frozen=True, slots=True)
class PointTestEnded:
    """Its signals count again: by a person, or because its time was over (the entry's `by`)."""


PointFact = PointOutOfService | PointBack | PointOnTest | PointTestEnded

POINT_FACTS: Facts[PointFact] = Facts(
    {
        "PointOutOfService": PointOutOfService,
        "PointBack": PointBack,
        "PointOnTest": PointOnTest,
        "PointTestEnded": PointTestEnded,
    }
)


@dataclass(frozen=True, slots=True)
class Duty:
    """What is said of one point in this turn; both None: it is relied on, and the turn is over."""

    point: PointId
    turn: int
    version: int = 0
    out_of_service: OutOfService | None = None
    on_test: OnTest | None = None

    @property
    def is_over(self) -> bool:
        return self.out_of_service is None and self.on_test is None

    @property
    def aside(self) -> Aside:
        """Which of the two ends first."""
        out, test = self.out_of_service, self.on_test
        is_test = test is not None and (out is None or test.until_ms <= out.until_ms)
        return Aside.ON_TEST if is_test else Aside.OUT_OF_SERVICE

    @property
    def until_ms(self) -> int:
        """When the first of the two ends by itself."""
        return min(held.until_ms for held in (self.out_of_service, self.on_test) if held is not None)


@dataclass(frozen=True, slots=True)
class DutyChange:
    """One fact that has been applied. `is_ours`: this console decided it; else it was read from the journal."""

    before: Duty
    duty: Duty
    fact: PointFact
    by: By
    is_ours: bool = True


def apply_to(duty: Duty, fact: PointFact, entry: Entry) -> Duty:
    """Fold one fact into what is said of its point; the entry gives time and person."""
    duty = replace(duty, version=entry.version)
    match fact:
        case PointOutOfService():
            second = By(person=fact.second, position=fact.second_position) if fact.second else None
            held = OutOfService(fact.permit, fact.until_ms, fact.measure, entry.by, second, entry.t_ms)
            return replace(duty, out_of_service=held)
        case PointBack():
            return replace(duty, out_of_service=None)
        case PointOnTest():
            return replace(duty, on_test=OnTest(fact.until_ms, entry.by, entry.t_ms))
        case PointTestEnded():
            return replace(duty, on_test=None)


def point_of_turn(stream: str) -> PointId:
    return PointId(stream.removeprefix(STREAM).rpartition("/")[0])


def turn_of(stream: str) -> int:
    return int(stream.rpartition("/")[2])
