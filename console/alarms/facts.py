"""What can happen to an alarm, past tense: each fact is one journal entry; only `apply` (fold.py) moves an alarm."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from console.alarms.alarm import Alarm
from console.alarms.marks import Outcome, Reopening
from console.facts import Facts
from console.journal import Entry
from console.model import AlarmClass, AlarmId, Domain, PointId, Value


@dataclass(frozen=True, slots=True)
class Raised:
    """The condition became active: a new episode, or (occurrence > 1) again or worse within one that is not closed.

    `verify_until_ms`: the check on site is due by then, 0: none is asked for. `aside`: it is not in the list.
    """

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
    severity: int = 1
    verify_until_ms: int = 0
    aside: str = ""
    rule: str = ""  # of the site, that says it of the alarms in `because`
    because: tuple[str, ...] = ()
    count: int | None = None  # it came, or they came, so often within `within_ms`
    within_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Eased:
    """Still active, and less grave than before."""

    severity: int
    value: Value = None
    limit: float | None = None
    red: bool = False


@dataclass(frozen=True, slots=True)
class Displayed:
    """Its newest occurrence was painted where somebody could see it, at this position."""

    position: str = ""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A person has seen it; who and where stands in the entry's `by`."""


@dataclass(frozen=True, slots=True)
class Unacknowledged:
    """It has to be seen again."""

    reason: Reopening
    verify_until_ms: int = 0


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
class Verified:
    """A person says what it is."""

    outcome: Outcome


@dataclass(frozen=True, slots=True)
class VerifyExpired:
    """Nobody said in time what it is: it counts as real."""


@dataclass(frozen=True, slots=True)
class Reset:
    """A person verified on site and released the latch."""

    outcome: Outcome
    cause_code: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A person put it aside until then."""

    until_ms: int
    reason: str


class UnshelvedBy(StrEnum):
    TIMER = "timer"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Unshelved:
    """It is in the list again."""

    how: UnshelvedBy


@dataclass(frozen=True, slots=True)
class Suppressed:
    """This rule of the site puts it aside while that alarm stands."""

    rule: str
    cause: AlarmId


@dataclass(frozen=True, slots=True)
class Unsuppressed:
    """Its cause is gone or itself not seen any more: it is in the list again."""


@dataclass(frozen=True, slots=True)
class Promoted:
    """A pre-alarm became a fire alarm: `by` the alarm of the second detector, `person` or `pair_not_in_service`."""

    by: str
    verify_until_ms: int = 0


@dataclass(frozen=True, slots=True)
class Heightened:
    """This rule of the site makes it graver while that alarm stands near it."""

    rule: str
    cause: AlarmId


@dataclass(frozen=True, slots=True)
class Lowered:
    """What made it graver is over."""


@dataclass(frozen=True, slots=True)
class Escalated:
    """Nobody acknowledges a fire: 1 second tone, 2 every position and the walls, 3 the supervisor, 4 overdue.

    `unseen`: because no screen shows it where somebody could see it.
    """

    level: int
    unseen: bool = False


@dataclass(frozen=True, slots=True)
class Unowned:
    """Whoever acknowledged it has left, and nobody has taken it over."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A person owns it from now on; who stands in the entry's `by`."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The drill it belonged to is over: nobody owes it anything. Never in the live domain."""


Fact = (
    Raised | Eased | Displayed | Acknowledged | Unacknowledged | Cleared | SourceLost | SourceReturned | Verified
    | VerifyExpired | Reset | Shelved | Unshelved | Suppressed | Unsuppressed | Promoted | Escalated | Unowned | Taken
    | Withdrawn | Heightened | Lowered
)  # fmt: skip

FACTS: Facts[Fact] = Facts(
    {
        "AlarmRaised": Raised,
        "AlarmEased": Eased,
        "AlarmDisplayed": Displayed,
        "AlarmAcknowledged": Acknowledged,
        "AlarmUnacknowledged": Unacknowledged,
        "AlarmCleared": Cleared,
        "AlarmSourceLost": SourceLost,
        "AlarmSourceReturned": SourceReturned,
        "AlarmVerified": Verified,
        "AlarmVerifyExpired": VerifyExpired,
        "AlarmReset": Reset,
        "AlarmShelved": Shelved,
        "AlarmUnshelved": Unshelved,
        "AlarmSuppressed": Suppressed,
        "AlarmUnsuppressed": Unsuppressed,
        "AlarmPromoted": Promoted,
        "AlarmHeightened": Heightened,
        "AlarmLowered": Lowered,
        "AlarmEscalated": Escalated,
        "AlarmUnowned": Unowned,
        "AlarmTaken": Taken,
        "AlarmWithdrawn": Withdrawn,
    }
)
STREAM = "alarm/"


def stream_of(alarm: AlarmId) -> str:
    return STREAM + alarm


def alarm_of(entry: Entry) -> AlarmId:
    return AlarmId(entry.stream.removeprefix(STREAM))


def point_of(alarm: AlarmId) -> PointId:
    """What an alarm is about, by its id alone."""
    return PointId(alarm.rpartition("/")[0])


def is_alarm(entry: Entry, domain: Domain) -> bool:
    return entry.domain == domain and entry.stream.startswith(STREAM) and entry.kind in FACTS


def to_entry(fact: Fact, alarm: Alarm, entry: Entry) -> Entry:
    """Complete an entry (who, when, cause) with the fact it records; `alarm` is the state after it."""
    return replace(
        entry, stream=stream_of(alarm.id), version=alarm.version, kind=FACTS.name(fact), data=FACTS.data(fact),
        open=not alarm.is_closed,
    )  # fmt: skip


def from_entry(entry: Entry) -> Fact:
    """The fact an entry records, whatever schema version (`kv`) it was written with."""
    return FACTS.read(entry.kind, entry.data)
