"""Where an incident is: from the alarm's point, or from what a person wrote. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from console.alarms import Alarm
from console.incidents import AlarmLinked, Incident, Opened, one_line
from console.model import (
    XY,
    AlarmClass,
    BuildingId,
    Camera,
    CameraId,
    Case,
    Point,
    Response,
    Site,
    ZoneId,
    response_for,
)
from console.model.ids import of_site

ANY = "*"


@dataclass(frozen=True, slots=True)
class Spot:
    """A named place of the site."""

    names: tuple[str, ...]
    at: XY | None
    building: BuildingId | None = None
    floor: int | None = None
    zone: ZoneId | None = None


def camera_of(alarm: Alarm, site: Site) -> Camera | None:
    """The camera this alarm is about, if it is about one."""
    about = of_site(alarm.point)
    return next((camera for camera in site.cameras if about.startswith(f"camera/{camera.id}#")), None)


def scene_of(alarm: Alarm, point: Point | Camera | None, cameras: Sequence[CameraId], preset: str) -> Opened:
    """Of an alarm; a point the site does not know has its label or its id for a name."""
    if point is None:
        return Opened(preset, alarm.label or alarm.point, point=alarm.point, cameras=tuple(cameras))
    x, y = point.at if point.at is not None else (None, None)
    return Opened(
        preset, point.name, point.name_en, of_site(alarm.point), point.building or "", point.floor, point.zone or "",
        x, y, tuple(cameras),
    )  # fmt: skip


def scene_at(text: str, site: Site, preset: str) -> Opened:
    """Of a place a person wrote: where it is, when that is the name of something the site knows."""
    name = one_line(text)
    spot = next((spot for spot in _spots(site) if name.casefold() in spot.names), None)
    if spot is None:
        return Opened(preset, name)
    x, y = spot.at if spot.at is not None else (None, None)
    return Opened(preset, name, building=spot.building or "", floor=spot.floor, zone=spot.zone or "", x=x, y=y)


def link_of(alarm: Alarm) -> AlarmLinked:
    """The alarm's newest occurrence counts: an episode may be days old."""
    return AlarmLinked(alarm.id, alarm.alarm_class, alarm.kind, alarm.last.raised_ms)


def asked_at(site: Site, incident: Incident) -> Response | None:
    """What the site wrote down for such an incident; one without an alarm is taken for a fire."""
    scene, first = incident.scene, incident.first
    kind, alarm_class = (first.kind, first.alarm_class) if first is not None else (ANY, AlarmClass.FIRE)
    return response_for(site.responses, Case(kind, alarm_class, scene.zone, scene.building))


def _spots(site: Site) -> Iterable[Spot]:
    for building in site.buildings:
        yield Spot(_names(building.name, building.name_en, building.id), _middle(building.ring), building.id)
    for zone in site.zones:
        floor = zone.floors[0] if len(zone.floors) == 1 else None
        yield Spot(_names(zone.name, zone.name_en, zone.id), _middle(zone.ring), zone.building, floor, zone.id)
    for place in site.places:
        yield Spot(_names(place.name, place.name_en, place.id), place.at, place.building)
    things: list[Point | Camera] = [*site.points, *site.cameras]
    for thing in things:
        if thing.at is not None:
            names = _names(thing.name, thing.name_en, thing.id)
            yield Spot(names, thing.at, thing.building, thing.floor, thing.zone)


def _names(*names: str) -> tuple[str, ...]:
    return tuple(name.casefold() for name in names if name)


def _middle(ring: Sequence[XY]) -> XY | None:
    """The middle of the corners, good enough to measure distances to a building; None of what is not drawn."""
    corners = ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring
    if not corners:
        return None
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return sum(xs) / len(xs), sum(ys) / len(ys)
