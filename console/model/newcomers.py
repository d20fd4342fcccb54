"""Devices that come by themselves: what is told of one that is none of the site's, and the place a person gives it."""

from __future__ import annotations

from dataclasses import dataclass

from console.model.ids import XY, BuildingId, CameraId, PointId, ZoneId, point_id
from console.model.readings import AlarmClass


@dataclass(frozen=True, slots=True)
class Introduced:
    """A device as its messages, its bridge or a discovery tell of it; the newest word replaces the one before.

    `formerly`: it was heard under this name until its id was known. `is_gone`: whoever announced it took it back.
    """

    source: str
    device: str
    name: str = ""  # what it is called there
    maker: str = ""
    model: str = ""
    kinds: tuple[str, ...] = ()  # what it measures or detects, as far as known
    is_announced: bool = False  # a discovery told of it; otherwise it was only heard
    is_gone: bool = False
    formerly: str = ""
    at_ms: int = 0


@dataclass(frozen=True, slots=True)
class Placement:
    """What a person wrote down of a new device: a point of the site for each kind. `at`: local metres."""

    source: str
    device: str
    kinds: tuple[str, ...]
    name: str
    name_en: str
    at: XY | None = None
    building: BuildingId | None = None
    floor: int | None = None
    zone: ZoneId | None = None
    alias: str = ""
    alarm_class: AlarmClass | None = None
    cameras: tuple[CameraId, ...] = ()  # those that show it, the best first

    @property
    def points(self) -> tuple[PointId, ...]:
        return tuple(point_id(self.source, self.device, kind) for kind in self.kinds)
