"""One incident: where it is, what led to it, who owns it, which clocks have stopped or were breached, how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.model import XY, AlarmClass, AlarmId, BuildingId, By, CameraId, IncidentId, PointId, UnitId, ZoneId


class Disposition(StrEnum):
    """How an incident ended, in the words of the record."""

    RESOLVED = "resolved"  # it was real and is dealt with
    NOTHING_FOUND = "nothing_found"  # somebody was there and found nothing
    FALSE_ALARM = "false_alarm"
    TEST = "test"
    DUPLICATE = "duplicate"  # another incident is about the same
    HANDED_TO_BRIGADE = "handed_to_brigade"  # 119 has taken it over


@dataclass(frozen=True, slots=True)
class Scene:
    """Where it is, as known when it was opened: a point of the site, or what a person wrote."""

    name: str
    name_en: str = ""
    point: PointId | None = None
    building: BuildingId | None = None
    floor: int | None = None
    zone: ZoneId | None = None
    at: XY | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An alarm that belongs to the incident; `raised_ms` of the occurrence it was linked with."""

    alarm: AlarmId
    alarm_class: AlarmClass
    kind: str
    raised_ms: int
    linked_ms: int


@dataclass(frozen=True, slots=True)
class Stop:
    """A response clock that stopped: when, and by which unit, "" when a person said so."""

    clock: str
    at_ms: int
    unit: UnitId


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote down."""

    at_ms: int
    by: By
    text: str


@dataclass(frozen=True, slots=True)
class Incident:
    """`owner` is who answers for it: a person at a position, or after a hand-over a position that has not taken it."""

    id: IncidentId
    version: int
    opened_ms: int
    opened_by: By
    scene: Scene
    preset: str  # of the response clocks
    owner: By
    cameras: tuple[CameraId, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[Note, ...] = ()
    stops: tuple[Stop, ...] = ()
    breaches: tuple[str, ...] = ()  # clocks whose breach is in the record
    closed_ms: int = 0
    closed_by: By | None = None
    disposition: Disposition | None = None
    unsaved: bool = True

    @property
    def is_closed(self) -> bool:
        return self.closed_ms > 0

    @property
    def alarms(self) -> tuple[AlarmId, ...]:
        return tuple(link.alarm for link in self.links)

    @property
    def first(self) -> Link | None:
        """The alarm it was opened from, None when a person opened it without one."""
        return self.links[0] if self.links else None

    @property
    def began_ms(self) -> int:
        """When the first of it happened."""
        return min((self.opened_ms, *(link.raised_ms for link in self.links)))

    def stop_of(self, clock: str) -> Stop | None:
        return next((stop for stop in self.stops if stop.clock == clock), None)
