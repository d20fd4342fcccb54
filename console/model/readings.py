"""What comes in: a message, what it says, and what it changes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.model.ids import AlarmId, PointId, Value, point_id


class AlarmClass(StrEnum):
    """What kind of trouble it is; decides order, sound and what may be done with it."""

    FIRE = "F"  # life and fire: smoke, heat, manual call point, water flow, gas leak, panic
    PRE = "P"  # pre-alarm: first detector of a pair, rising trend
    SUPERVISORY = "S"  # hydrant pressure low, valve shut, detector on test or removed
    TROUBLE = "T"  # device, path, camera or broker lost; battery low; tamper; clock wrong
    HAZARD = "H"  # 隐患: e-bike in a lift, fire lane blocked, leakage current, charging overheat
    WARNING = "W"  # external warning: weather, CAP
    EVENT = "E"  # trend threshold


class State(StrEnum):
    """What one reading says, before any alarm logic."""

    ALARM = "alarm"
    NORMAL = "normal"
    TROUBLE = "trouble"
    SUPERVISORY = "supervisory"
    OFFLINE = "offline"
    READING = "reading"  # a plain number without a limit crossed
    IGNORE = "ignore"  # known and deliberately without effect on live state


class Condition(StrEnum):
    """What the source says now about one point; `UNKNOWN` is never read as normal."""

    NORMAL = "normal"
    ACTIVE = "active"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Message:
    """One message as the broker delivered it, before parsing."""

    topic: str
    payload: bytes
    received_ms: int
    retained: bool = False
    dup: bool = False
    receipt: int = 0  # row of the receipt spool; 0 when the message was not spooled (explain, tests)


@dataclass(frozen=True, slots=True)
class Reading:
    """One signal out of one message: condition, quality and time are three facts.

    `value` is in the canonical unit of its kind (MPa, mA, °C, %LEL, ppm, %, kW, mm/h, m) and None when the quality
    is bad. `ts_ms` is the device's time when it can be trusted, else the arrival time (`clock_fault` says which).
    """

    source: str
    device: str
    kind: str
    value: Value
    unit: str | None
    state: State
    ts_ms: int
    received_ms: int
    history: bool = False  # belongs to history only: older than the live sample, or marked historical
    clock_fault: bool = False
    retained: bool = False
    label: str = ""  # the device's friendly name, when the message gives one
    reason: str = ""  # code: why it is trouble, supervisory or ignored; "" when plain
    receipt: int = 0
    reach: str = ""  # availability only: who is lost with it: "" itself, "*" all of the source, "x/" all that begin so
    device_ms: int | None = None  # the device's own time as it was said, believed or not

    @property
    def point(self) -> PointId:
        return point_id(self.source, self.device, self.kind)

    @property
    def late_ms(self) -> int:
        return max(0, self.received_ms - self.ts_ms)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A message the console refuses: counted and shown, never silently dropped. `reason` is a code."""

    reason: str
    topic: str
    source: str
    received_ms: int
    detail: str = ""
    receipt: int = 0


COUNTED = "count"  # the cause of what was raised because it came so often


@dataclass(frozen=True, slots=True)
class ConditionChanged:
    """A point changed its condition: the only thing that moves an alarm. Never coalesced.

    `cause` is a code: alarm, trouble, supervisory, offline, limit_low, limit_high, limit_worse (active already, and
    now beyond the next limit), rate_high, rate_low, count (it came so often), rule, stale, link_down, clock_step.
    """

    point: PointId
    alarm_class: AlarmClass
    kind: str
    condition: Condition
    cause: str
    source_ms: int
    received_ms: int
    value: Value = None
    unit: str | None = None
    limit: float | None = None
    retained: bool = False
    label: str = ""
    receipt: int = 0
    delay_ms: int = 0  # the desk waits so long, from `received_ms`; taken back meanwhile, it never happened
    count: int = 0  # it is decided sooner when it comes so often within `within_ms`; without a delay only then
    within_ms: int = 0
    severity: int = 1  # 2: beyond the second limit, or a red warning
    red: bool = False  # a red warning (class W only)
    rule: str = ""  # the rule of the site that says it, where no device does
    because: tuple[AlarmId, ...] = ()  # the alarms it says it of

    @property
    def late_ms(self) -> int:
        return max(0, self.received_ms - self.source_ms)


@dataclass(frozen=True, slots=True)
class Sample:
    """The newest reading of a point: what was said and when; plain numbers go on to the trends."""

    point: PointId
    value: Value
    unit: str | None
    state: State
    ts_ms: int
    received_ms: int
    reach: str = ""  # as of a reading


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything one message changed, in order. Its receipt is handled when all of it is in the journal.

    Without changes: the message was heard before it had a receipt, and what it changed was posted then.
    """

    changes: tuple[ConditionChanged, ...]
    receipt: int = 0
