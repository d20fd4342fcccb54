"""One alarm as parallel facts, never one enum: what the source says and what the operator still owes are apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.model import AlarmClass, AlarmId, By, Condition, PointId, Value

CLASS_ORDER = {
    AlarmClass.FIRE: 0,
    AlarmClass.PRE: 1,
    AlarmClass.SUPERVISORY: 3,
    AlarmClass.TROUBLE: 4,
    AlarmClass.WARNING: 5,
    AlarmClass.HAZARD: 6,
    AlarmClass.EVENT: 7,
}
RED_WARNING_ORDER = 2  # a red warning for the area stands between P and S


class Outcome(StrEnum):
    """What a person found out before the reset."""

    REAL = "real"
    FALSE = "false"
    TEST = "test"
    UNDETERMINED = "undetermined"


class Shown(StrEnum):
    """The one state an operator sees, derived from the facts; each says what the operator has to do."""

    UNACKNOWLEDGED = "unacknowledged"  # active, nobody has seen it: look and acknowledge
    ACKNOWLEDGED = "acknowledged"  # active and owned: act
    CLEARED = "cleared"  # back to normal before anyone saw it: look and acknowledge
    LATCHED = "latched"  # normal and seen, but held: verify on site and reset
    UNKNOWN = "unknown"  # the source is lost: the last state is kept, its age is shown
    CLOSED = "closed"  # nothing is owed any more


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time the condition became active within the episode."""

    source_ms: int
    received_ms: int
    raised_ms: int  # when the console decided
    value: Value = None
    retained: bool = False


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    by: By
    at_ms: int


@dataclass(frozen=True, slots=True)
class Alarm:
    """An episode of one point: opens from fully normal, closes when normal, acknowledged and reset.

    `version` is the number of journal entries folded in. `lost` means the source is gone: `condition` then is the
    last one known. `unsaved` is true until the journal has committed the newest entry.
    """

    id: AlarmId
    point: PointId
    alarm_class: AlarmClass
    kind: str
    cause: str
    version: int
    condition: Condition
    occurrences: tuple[Occurrence, ...]
    latched: bool
    acknowledged: Acknowledgement | None = None
    lost: bool = False
    lost_ms: int = 0
    cleared_ms: int = 0
    outcome: Outcome | None = None
    unit: str | None = None
    limit: float | None = None
    label: str = ""
    red: bool = False  # a red warning (class W only)
    unsaved: bool = True

    @property
    def raised_ms(self) -> int:
        return self.occurrences[0].raised_ms

    @property
    def last(self) -> Occurrence:
        return self.occurrences[-1]

    @property
    def late_ms(self) -> int:
        """How late the newest occurrence reached us, by the device's own clock."""
        return max(0, self.last.received_ms - self.last.source_ms)

    @property
    def is_active(self) -> bool:
        return self.condition is Condition.ACTIVE

    @property
    def is_closed(self) -> bool:
        return not self.lost and not self.is_active and self.acknowledged is not None and not self.latched

    @property
    def shown(self) -> Shown:
        if self.is_closed:
            return Shown.CLOSED
        if self.acknowledged is None:
            return Shown.UNACKNOWLEDGED if self.is_active or self.lost else Shown.CLEARED
        if self.lost:
            return Shown.UNKNOWN
        return Shown.ACKNOWLEDGED if self.is_active else Shown.LATCHED

    @property
    def priority(self) -> int:
        """1 urgent, 2 high, 3 medium, 4 low, 0 fault: colour and sound follow it."""
        match self.alarm_class:
            case AlarmClass.FIRE:
                return 1
            case AlarmClass.PRE:
                return 2
            case AlarmClass.WARNING:
                return 2 if self.red else 4
            case AlarmClass.SUPERVISORY | AlarmClass.HAZARD:
                return 3
            case AlarmClass.TROUBLE:
                return 0
            case AlarmClass.EVENT:
                return 4

    @property
    def sort_key(self) -> tuple[int, bool, int, str]:
        """Class, then unacknowledged first, then oldest; the id makes the order total."""
        rank = RED_WARNING_ORDER if self.red else CLASS_ORDER[self.alarm_class]
        return rank, self.acknowledged is not None, self.raised_ms, self.id
