"""Who has a head and what became of it: the facts, folded into what a camera's head is now. Pure.

A head has a stream of the journal for each day in which it was idle before. Of two positions that reach for it at
once the first one's word stands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from console.facts import Facts
from console.journal import Entry
from console.model import LIVE, AlarmId, By, CameraId
from console.ptz.port import Aim

STREAM = "ptz/"  # ptz/<camera>/<day UTC>


class Level(StrEnum):
    """What somebody turns a camera for; a higher one takes it from a lower one."""

    OPERATOR = "operator"
    SUPERVISOR = "supervisor"
    ALARM = "alarm"  # the camera shows an open alarm

    def outranks(self, other: Level) -> bool:
        order = tuple(Level)
        return order.index(self) > order.index(other)


class Act(StrEnum):
    """What was done with a head."""

    DRIVE = "drive"  # turned by hand
    CENTRE = "centre"
    PRESET = "preset"
    STORE = "store"  # where it looks is the preset now
    HOME = "home"
    RESTORE = "restore"  # back to where it looked before the alarm


class Why(StrEnum):
    """Why a head is nobody's any more."""

    HAND = "hand"  # the person let go
    IDLE = "idle"  # nobody moved it for so long
    LEFT = "left"  # the person is gone: signed out, locked, another picture on the tile
    RESTART = "restart"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Taken:
    """`alarm`: the open alarm it is turned for, at level `alarm`."""

    level: Level
    alarm: str = ""


@dataclass(frozen=True, slots=True)
class Turned:
    """`alarm`: by itself, for this alarm, or back because of it. `point`: of `centre`, per cent from the middle."""

    act: Act
    preset: str = ""
    alarm: str = ""
    point: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Freed:
    why: Why


@dataclass(frozen=True, slots=True)
class Refused:
    """The camera did not do what it was told: `act` is an `Act` or `halt`, `code` a `PtzTrouble`."""

    act: str
    code: str
    about: str = ""


Fact = Taken | Turned | Freed | Refused
FACTS: Facts[Fact] = Facts({"PtzTaken": Taken, "PtzTurned": Turned, "PtzFreed": Freed, "PtzRefused": Refused})
BACK = (Act.HOME, Act.RESTORE)


@dataclass(frozen=True, slots=True)
class Hold:
    """A person who has the head."""

    by: By
    level: Level
    since_ms: int
    alarm: AlarmId | None = None


@dataclass(frozen=True, slots=True)
class Errand:
    """An alarm turned it to a preset: it goes back when the alarm and its incident are over.

    `before`: where it looked until then, None: it did not say.
    """

    alarm: AlarmId
    preset: str
    before: Aim | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """A camera's head as the journal tells it."""

    camera: CameraId
    stream: str = ""  # "" idle: the next entry begins the stream of its day
    version: int = 0
    hold: Hold | None = None
    errand: Errand | None = None

    @property
    def is_idle(self) -> bool:
        return self.hold is None and self.errand is None


def is_ptz(entry: Entry) -> bool:
    return entry.domain == LIVE and entry.stream.startswith(STREAM) and entry.kind in FACTS


def camera_of(entry: Entry) -> CameraId:
    return CameraId(entry.stream.removeprefix(STREAM).rpartition("/")[0])


def stream_of(camera: CameraId, day: str) -> str:
    return f"{STREAM}{camera}/{day}"


def apply(head: Head, fact: Fact, entry: Entry) -> Head:
    """Fold one fact into the head; the entry gives stream, version, who and when."""
    head = replace(head, stream=entry.stream, version=entry.version)
    match fact:
        case Taken():
            alarm = AlarmId(fact.alarm) if fact.alarm else None
            return replace(head, hold=Hold(entry.by, fact.level, entry.t_ms, alarm))
        case Freed():
            return replace(head, hold=None)
        case Turned() if fact.act in BACK:
            return replace(head, errand=None)
        case Turned() if fact.alarm:
            before = head.errand.before if head.errand is not None else None
            return replace(head, errand=Errand(AlarmId(fact.alarm), fact.preset, before))
    return head


def to_entry(head: Head, fact: Fact, by: By, t_ms: int) -> Entry:
    """The entry that records the fact; `head` is the state before it, with its stream named."""
    bare = Entry(LIVE, head.stream, head.version + 1, FACTS.name(fact), t_ms, by, FACTS.data(fact))
    return replace(bare, open=not apply(head, fact, bare).is_idle)
