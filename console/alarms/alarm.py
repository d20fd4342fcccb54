"""One alarm as parallel facts, never one enum: what the source says and what the operator still owes are apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.alarms.marks import (
    NO_GROUNDS,
    NO_VERIFY,
    Acknowledgement,
    Aside,
    Grounds,
    Heightening,
    Occurrence,
    OnTest,
    Outcome,
    OutOfService,
    Reopened,
    Shelf,
    Suppression,
    Verify,
)
from console.model import AlarmClass, AlarmId, By, Condition, PointId

CLASS_ORDER = {
    AlarmClass.FIRE: 0,
    AlarmClass.PRE: 1,
    AlarmClass.SUPERVISORY: 3,
    AlarmClass.TROUBLE: 4,
    AlarmClass.WARNING: 5,
    AlarmClass.HAZARD: 6,
    AlarmClass.EVENT: 7,
}
RED_WARNING_ORDER = 2  # a red warning for the area stands between P and S, and what a fire makes graver
GRAVE = 2  # the priority of what is heightened
FLEETING_MS = 60_000  # active for less than that
NEVER = 1 << 62  # later than any clock that runs

SortKey = tuple[int, bool, int, int, int, str]


def graver(one: AlarmClass, other: AlarmClass) -> AlarmClass:
    """Of two classes the one that stands higher in the list."""
    return min(one, other, key=CLASS_ORDER.__getitem__)


class Shown(StrEnum):
    """The one state an operator sees, derived from the facts; each says what the operator has to do."""

    UNACKNOWLEDGED = "unacknowledged"  # active, nobody has seen it: look and acknowledge
    ACKNOWLEDGED = "acknowledged"  # active and owned: act
    CLEARED = "cleared"  # back to normal before anyone saw it: look and acknowledge
    LATCHED = "latched"  # normal and seen, but held: verify on site and reset
    UNKNOWN = "unknown"  # the source is lost: the last state is kept, its age is shown
    OUT_OF_SERVICE = "out_of_service"  # its detector is not relied on: mind what is done instead
    ON_TEST = "on_test"  # somebody tests the detector: nothing
    SHELVED = "shelved"  # put aside for a while by a person: nothing until it is over
    SUPPRESSED = "suppressed"  # explained by another alarm: see to that one
    CLOSED = "closed"  # nothing is owed any more


@dataclass(frozen=True, slots=True)
class Alarm:
    """An episode of one point: opens from fully normal, closes when normal, acknowledged and reset.

    `version` is the number of journal entries folded in. `lost` means the source is gone: `condition` then is the
    last one known. `unsaved` is true until the journal has committed the newest entry. What is true of the point and
    not of the alarm (`out_of_service`, `on_test`) and what only time makes true (`is_stale`, `is_chattering`) is set
    by the desk and stands in no entry of the alarm.
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
    outcome: Outcome | None = None  # of the reset
    unit: str | None = None
    limit: float | None = None
    label: str = ""
    red: bool = False  # a red warning (class W only)
    peak: int = 1  # the gravest it has been, 1 or 2 (beyond the second limit)
    live: int = 1  # how grave it is now, 0 while normal
    verify: Verify = NO_VERIFY
    shelved: Shelf | None = None
    suppressed: Suppression | None = None
    escalation: int = 0  # steps taken since nobody acknowledges it, 0 to 4
    owed_ms: int = 0  # since when somebody has to see it
    minded_ms: int = 0  # when a person last did something about it
    displayed_ms: int = 0  # when its newest occurrence was first painted where somebody could see it
    reopened: Reopened | None = None  # why the last acknowledgement no longer covers it
    grounds: Grounds = NO_GROUNDS  # of its newest occurrence
    heightened: Heightening | None = None
    promoted_by: str = ""  # what made a fire alarm of the pre-alarm
    unowned_ms: int = 0  # since when whoever acknowledged it is gone, and nobody took it over
    out_of_service: OutOfService | None = None
    on_test: OnTest | None = None
    is_stale: bool = False  # has stood for more than a day
    is_chattering: bool = False  # came three times within a minute
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
    def is_quiet(self) -> bool:
        """The source says normal, and is heard."""
        return not self.is_active and not self.lost

    @property
    def is_fleeting(self) -> bool:
        """Its newest occurrence was over within a minute."""
        return self.is_quiet and 0 <= self.cleared_ms - self.last.raised_ms < FLEETING_MS

    @property
    def is_closed(self) -> bool:
        """What a rule suppressed leaves by itself when it is over; everything else has to be seen by a person."""
        seen = self.acknowledged is not None or self.suppressed is not None
        return self.is_quiet and seen and not self.latched and self.shelved is None

    @property
    def aside(self) -> Aside | None:
        """Why it is not in the list; None: it is."""
        if self.out_of_service is not None:
            return Aside.OUT_OF_SERVICE
        if self.on_test is not None:
            return Aside.ON_TEST
        if self.shelved is not None:
            return Aside.SHELVED
        return Aside.SUPPRESSED if self.suppressed is not None else None

    @property
    def is_owed(self) -> bool:
        """Somebody has to look at it: it is in the list, and nobody has acknowledged it."""
        return self.acknowledged is None and self.aside is None

    @property
    def is_pressing(self) -> bool:
        """Nobody knows yet that it is not real: its detector is not taken away."""
        checked = self.verify.outcome not in (None, Outcome.REAL)
        return self.alarm_class in (AlarmClass.FIRE, AlarmClass.PRE) and not (self.acknowledged and checked)

    @property
    def owner(self) -> By | None:
        """Who has acknowledged it and is still here."""
        return self.acknowledged.by if self.acknowledged is not None and not self.unowned_ms else None

    @property
    def shown(self) -> Shown:
        if self.is_closed:
            return Shown.CLOSED
        if self.aside is not None:
            return Shown(self.aside.value)
        if self.acknowledged is None:
            return Shown.UNACKNOWLEDGED if self.is_active or self.lost else Shown.CLEARED
        if self.lost:
            return Shown.UNKNOWN
        return Shown.ACKNOWLEDGED if self.is_active else Shown.LATCHED

    @property
    def priority(self) -> int:
        """1 urgent, 2 high, 3 medium, 4 low, 0 fault: colour and sound follow it."""
        return GRAVE if self.heightened is not None else self._priority

    @property
    def _priority(self) -> int:
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
    def sort_key(self) -> SortKey:
        """Class, unacknowledged first, the verify clock that runs out first, gravest, oldest; the id makes it total."""
        rank = RED_WARNING_ORDER if self.red or self.heightened is not None else CLASS_ORDER[self.alarm_class]
        clock = self.verify.until_ms if self.verify.is_running else NEVER
        return rank, self.acknowledged is not None, clock, -self.peak, self.raised_ms, self.id
