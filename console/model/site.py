"""The site as a whole: the ground, its cameras, its points, and which camera belongs to which point."""

from __future__ import annotations

from dataclasses import dataclass, field

from console.model.acts import Scenario
from console.model.cameras import Camera
from console.model.guidance import Guidance
from console.model.ids import XY, BuildingId, CameraId, PointId, ZoneId
from console.model.places import Building, Door, Floor, Place, Wall, Zone
from console.model.readings import AlarmClass
from console.model.talk import Group
from console.model.units import Crew, Response


@dataclass(frozen=True, slots=True)
class Point:
    """A place where something is measured or detected, as the site describes it."""

    id: PointId
    name: str
    name_en: str
    kind: str
    at: XY | None = None
    building: BuildingId | None = None
    floor: int | None = None
    zone: ZoneId | None = None
    alias: str = ""  # the name its messages may carry before discovery tells the id
    alarm_class: AlarmClass | None = None  # overrides the class of its kind
    stale_after_s: int | None = None  # overrides the supervision time of its ecosystem


@dataclass(frozen=True, slots=True)
class Binding:
    """A person's word on which camera belongs to a point or a zone; `order` is 1-based."""

    target: str  # point id or zone id
    camera: CameraId
    order: int
    preset: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """Everything the site folder says, in the local metric frame around `origin` (longitude, latitude, WGS-84)."""

    name: str
    name_en: str
    time_zone: str  # IANA name
    origin: tuple[float, float]
    video_base: str = ""  # what {base} in camera URLs stands for: a hub, an NVR, the demo's simulator
    onvif_base: str = ""  # what {onvif} in the addresses of their control stands for
    buildings: tuple[Building, ...] = ()
    floors: tuple[Floor, ...] = ()
    zones: tuple[Zone, ...] = ()
    walls: tuple[Wall, ...] = ()
    doors: tuple[Door, ...] = ()
    cameras: tuple[Camera, ...] = ()
    points: tuple[Point, ...] = ()
    bindings: tuple[Binding, ...] = ()
    places: tuple[Place, ...] = ()
    guidance: tuple[Guidance, ...] = ()
    groups: tuple[Group, ...] = ()
    units: tuple[Crew, ...] = ()
    responses: tuple[Response, ...] = ()
    scenarios: tuple[Scenario, ...] = ()  # what can be drilled
    floors_with_walls: frozenset[tuple[BuildingId, int]] = field(default=frozenset())
