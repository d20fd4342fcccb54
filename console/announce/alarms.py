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
