"""What stands beside an alarm's condition: seen, verified, shelved, suppressed, out of service, on test. Values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.model import AlarmId, By, PointId, Value


class Outcome(StrEnum):
    """What a person found out."""

    REAL = "real"
    FALSE = "false"
    TEST = "test"
    UNDETERMINED = "undetermined"  # a supervisor's word only


class CauseCode(StrEnum):
    """What had set the detector off, in the words of the statistics."""

    FIRE = "fire"
    SMOULDERING = "smouldering"
    COOKING = "cooking"
    STEAM = "steam"
    DUST = "dust"
    SMOKING = "smoking"
    HOT_WORK = "hot_work"
    EXHAUST = "exhaust"
    INSECT = "insect"
    WATER = "water"
    WEATHER = "weather"
    MISUSE = "misuse"  # by mistake or on purpose
    FAULT = "fault"  # of the detector or its wires
    MAINTENANCE = "maintenance"
    NOTHING_FOUND = "nothing_found"
    OTHER = "other"


class VerifyState(StrEnum):
    """How far the check on site is; the last four are an `Outcome`."""

    NONE = "none"
    RUNNING = "running"
    REAL = "real"  # a person said so, or nobody said anything in time
    FALSE = "false"
    TEST = "test"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class Verify:
    """`until_ms`: when the running clock runs out. `is_expired`: nobody said anything in time, it counts as real."""

    state: VerifyState = VerifyState.NONE
    until_ms: int = 0
    is_expired: bool = False
    by: By | None = None
    at_ms: int = 0

    @property
    def is_running(self) -> bool:
        return self.state is VerifyState.RUNNING

    @property
    def is_real(self) -> bool:
        return self.state is VerifyState.REAL

    @property
    def outcome(self) -> Outcome | None:
        """What a person found out; None while nobody said anything."""
        return Outcome(self.state.value) if self.by is not None else None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time the condition became active within the episode."""

    source_ms: int
    received_ms: int
    raised_ms: int  # when the console decided
    value: Value = None
    retained: bool = False
    aside: str = ""  # the `Aside` it stood in at that moment


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    by: By
    at_ms: int


class Reopening(StrEnum):
    """Why an alarm somebody had seen asks to be seen again."""

    RERAISED = "reraised"
    WORSE = "worse"
    DECAY = "decay"  # acknowledged, and then nothing was done
    PROMOTED = "promoted"
    SHELF_ENDED = "shelf_ended"
    UNSUPPRESSED = "unsuppressed"
    BACK_IN_SERVICE = "back_in_service"
    TEST_ENDED = "test_ended"
    HEIGHTENED = "heightened"  # a fire near it makes it graver


@dataclass(frozen=True, slots=True)
class Reopened:
    reason: Reopening
    at_ms: int


class Aside(StrEnum):
    """Why an open alarm is not in the list but in one of its own, counted in the header. In order of precedence."""

    OUT_OF_SERVICE = "out_of_service"
    ON_TEST = "on_test"
    SHELVED = "shelved"
    SUPPRESSED = "suppressed"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A person put it aside for a while."""

    until_ms: int
    by: By
    reason: str
    since_ms: int


@dataclass(frozen=True, slots=True)
class Suppression:
    """A rule put it aside as long as another alarm, that everybody sees, explains it."""

    rule: str
    cause: AlarmId
    since_ms: int


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why it was raised, where no single message did it: so often within so long, or what a rule says of others."""

    rule: str = ""
    because: tuple[AlarmId, ...] = ()
    count: int = 0
    within_ms: int = 0


@dataclass(frozen=True, slots=True)
class Heightening:
    """A rule makes it graver as long as another alarm stands near it."""

    rule: str
    cause: AlarmId
    since_ms: int


@dataclass(frozen=True, slots=True)
class OutOfService:
    """The point is not relied on: by whose permit, until when, and what is done instead."""

    permit: str
    until_ms: int
    measure: str
    by: By
    second: By | None
    since_ms: int


@dataclass(frozen=True, slots=True)
class OnTest:
    """Signals of the point are tests until then."""

    until_ms: int
    by: By
    since_ms: int


NO_VERIFY = Verify()
NO_GROUNDS = Grounds()


def mark(points: dict[PointId, None], point: PointId, holds: bool) -> bool:
    """Put the point among these, or take it away; whether that changed anything."""
    if holds == (point in points):
        return False
    if holds:
        points[point] = None
    else:
        del points[point]
    return True
