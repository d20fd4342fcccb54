"""What happened to alarms."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement
from console.model import AlarmClass, AlarmId, PointId


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmRaised(Announcement):
    alarm: AlarmId
    point: PointId
    alarm_class: AlarmClass
    occurrence: int
    source_ms: int
    received_ms: int
    late_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmAcknowledged(Announcement):
    alarm: AlarmId
    by: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmCleared(Announcement):
    alarm: AlarmId


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmReset(Announcement):
    alarm: AlarmId
    by: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmDisplayed(Announcement):
    """Its newest occurrence was painted where somebody could see it."""

    alarm: AlarmId
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmUnacknowledged(Announcement):
    """It has to be seen again."""

    alarm: AlarmId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmVerified(Announcement):
    alarm: AlarmId
    outcome: str
    by: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmVerifyExpired(Announcement):
    """Nobody said in time what it is: it counts as real."""

    alarm: AlarmId


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmPromoted(Announcement):
    """A pre-alarm became a fire alarm; `cause` is the alarm of the second detector, or a code."""

    alarm: AlarmId
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmHeightened(Announcement):
    """A rule of the site makes it graver while `cause` stands near it."""

    alarm: AlarmId
    rule: str
    cause: AlarmId


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmLowered(Announcement):
    """What made it graver is over."""

    alarm: AlarmId


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmEscalated(Announcement):
    """Nobody acknowledges a fire. `unseen`: no screen shows it where somebody could see it."""

    alarm: AlarmId
    level: int
    unseen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisorCalled(Announcement):
    """Somebody above has to look: `reason` unacknowledged or verify_expired."""

    alarm: AlarmId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentProposed(Announcement):
    """It is real, or counts as real, and belongs to no incident: `reason` real or verify_expired."""

    alarm: AlarmId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmShelved(Announcement):
    alarm: AlarmId
    until_ms: int
    reason: str
    by: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmUnshelved(Announcement):
    """`how`: timer or person."""

    alarm: AlarmId
    how: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmSuppressed(Announcement):
    """A rule of the site put it aside while `cause` stands."""

    alarm: AlarmId
    rule: str
    cause: AlarmId


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmUnsuppressed(Announcement):
    alarm: AlarmId


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmTaken(Announcement):
    """A person owns it from now on."""

    alarm: AlarmId
    by: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmUnowned(Announcement):
    """Whoever acknowledged it has left."""

    alarm: AlarmId


@dataclass(frozen=True, slots=True, kw_only=True)
class PointOutOfService(Announcement):
    point: PointId
    until_ms: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointBack(Announcement):
    """`by` empty: its time was over."""

    point: PointId
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointOnTest(Announcement):
    point: PointId
    until_ms: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointTestEnded(Announcement):
    """`by` empty: its time was over."""

    point: PointId
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AsideEndsSoon(Announcement):
    """A shelf, a test or a time out of service is over at `until_ms`, soon; `about` is an alarm or a point."""

    aside: str
    about: str
    until_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FloodBegan(Announcement):
    """More raises in ten minutes than a person can take in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FloodEnded(Announcement):
    lasted_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmUnknown(Announcement):
    """The source is lost: the last state is kept and marked with its age."""

    alarm: AlarmId


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmChanged(Announcement):
    """Anything else about an alarm changed (saved, cameras ranked again): repaint its row. Not an event of its own."""

    alarm: AlarmId


@dataclass(frozen=True, slots=True, kw_only=True)
class ActOverruled(Announcement):
    """Another console was first; `by` and `position` say who."""

    alarm: AlarmId
    by: str
    position: str
