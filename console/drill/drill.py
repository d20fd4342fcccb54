"""One drill: which scenario, who controls it, when it ends, how far it has come; and what can happen to it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from console.facts import Facts
from console.journal import Entry
from console.model import LIVE, AlarmId, Domain, ScenarioId
from console.model.ids import DRILL

STREAM = "drill/"
NO_ALARM = AlarmId("")


class Phase(StrEnum):
    RUNNING = "running"
    PAUSED = "paused"  # the room sees the live state; nothing is injected
    ENDED = "ended"


class Cause(StrEnum):
    """Why a drill was paused or ended."""

    CONTROLLER = "controller"
    LIVE_ALARM = "live_alarm"  # something real happened
    RESTART = "restart"  # the console was away
    TIME = "time"  # its end time has come


@dataclass(frozen=True, slots=True)
class Started:
    scenario: ScenarioId
    controller: str
    ends_ms: int


@dataclass(frozen=True, slots=True)
class Injected:
    """An act of the scenario, counted from 0, has happened."""

    act: int


@dataclass(frozen=True, slots=True)
class Paused:
    cause: Cause
    alarm: AlarmId = NO_ALARM  # the live one that broke in


@dataclass(frozen=True, slots=True)
class Resumed:
    """The person of the entry's `by` says it goes on."""


@dataclass(frozen=True, slots=True)
class Ended:
    cause: Cause


Fact = Started | Injected | Paused | Resumed | Ended
FACTS: Facts[Fact] = Facts(
    {
        "DrillStarted": Started,
        "DrillInjected": Injected,
        "DrillPaused": Paused,
        "DrillResumed": Resumed,
        "DrillEnded": Ended,
    }
)


@dataclass(frozen=True, slots=True)
class Drill:
    """`id` names its domain; times are epoch ms. `waited_ms`: how long it was paused before the pause that lasts."""

    id: str
    version: int
    scenario: ScenarioId
    controller: str
    started_ms: int
    ends_ms: int
    phase: Phase = Phase.RUNNING
    cause: Cause | None = None  # of the pause or the end
    alarm: AlarmId = NO_ALARM  # the live one that broke in
    since_ms: int = 0  # of the phase
    waited_ms: int = 0
    injected: tuple[int, ...] = ()

    @property
    def domain(self) -> Domain:
        return Domain(DRILL + self.id)

    @property
    def is_over(self) -> bool:
        return self.phase is Phase.ENDED

    def elapsed_ms(self, now_ms: int) -> int:
        """How long it has run, pauses left out."""
        until = now_ms if self.phase is Phase.RUNNING else self.since_ms
        return max(0, until - self.started_ms - self.waited_ms)


def id_of(stream: str) -> str:
    return stream.removeprefix(STREAM)


def is_drill(entry: Entry) -> bool:
    """Whether a live reader is told of a drill by it."""
    return entry.domain == LIVE and entry.stream.startswith(STREAM) and entry.kind in FACTS


def to_entry(fact: Fact, drill: Drill, entry: Entry) -> Entry:
    """Complete an entry (who, when) with the fact it records; `drill` is the state after it."""
    return replace(
        entry, stream=STREAM + drill.id, version=drill.version, kind=FACTS.name(fact), data=FACTS.data(fact),
        open=not drill.is_over,
    )  # fmt: skip


def apply(drill: Drill | None, id_: str, fact: Fact, entry: Entry) -> Drill:
    """Fold one fact into the drill; the entry gives the time."""
    now = entry.t_ms
    if isinstance(fact, Started):
        return Drill(id_, 1, fact.scenario, fact.controller, now, fact.ends_ms, since_ms=now)
    assert drill is not None, f"{entry.kind} before DrillStarted in {entry.stream}"
    drill = replace(drill, version=drill.version + 1)
    match fact:
        case Injected():
            changed = replace(drill, injected=(*drill.injected, fact.act))
        case Paused():
            changed = replace(drill, phase=Phase.PAUSED, cause=fact.cause, alarm=fact.alarm, since_ms=now)
        case Resumed():
            waited = drill.waited_ms + now - drill.since_ms
            changed = replace(drill, phase=Phase.RUNNING, cause=None, alarm=NO_ALARM, since_ms=now, waited_ms=waited)
        case Ended():
            changed = replace(drill, phase=Phase.ENDED, cause=fact.cause, since_ms=now)
    return changed
