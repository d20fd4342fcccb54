"""What a reload of the site folder would change, so that it can be shown before it is applied. Pure."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from console.model import (
    Binding,
    Building,
    Camera,
    Crew,
    Door,
    Floor,
    Group,
    Guidance,
    Place,
    Point,
    Response,
    Site,
    Wall,
    Zone,
)

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Changes(Generic[T_co]):
    """Changes of one kind of thing; `changed` holds (old, new) of things that kept their identity."""

    added: tuple[T_co, ...] = ()
    removed: tuple[T_co, ...] = ()
    changed: tuple[tuple[T_co, T_co], ...] = ()

    def __len__(self) -> int:
        return len(self.added) + len(self.removed) + len(self.changed)


@dataclass(frozen=True, slots=True)
class SiteDifference:
    """From the old site to the new one. `settings` names the keys of site.toml that changed."""

    settings: tuple[str, ...]
    buildings: Changes[Building]
    floors: Changes[Floor]
    zones: Changes[Zone]
    walls: Changes[Wall]
    doors: Changes[Door]
    cameras: Changes[Camera]
    points: Changes[Point]
    bindings: Changes[Binding]
    places: Changes[Place]
    guidance: Changes[Guidance]
    groups: Changes[Group]
    units: Changes[Crew]
    responses: Changes[Response]

    @property
    def counts(self) -> dict[str, tuple[int, int, int]]:
        """Added, removed, changed per kind of thing that changed at all."""
        kinds: dict[str, Changes[object]] = {
            name: getattr(self, name) for name in self.__dataclass_fields__ if name != "settings"
        }
        return {
            name: (len(found.added), len(found.removed), len(found.changed))
            for name, found in kinds.items()
            if len(found)
        }

    def __bool__(self) -> bool:
        return bool(self.settings or self.counts)


def difference(old: Site, new: Site) -> SiteDifference:
    """What has to be added, removed and changed to make the new site of the old one."""
    return SiteDifference(
        settings=tuple(
            key
            for key in ("name", "name_en", "time_zone", "origin", "video_base", "onvif_base")
            if getattr(old, key) != getattr(new, key)
        ),
        buildings=_changes(old.buildings, new.buildings, lambda building: building.id),
        floors=_changes(old.floors, new.floors, lambda floor: (floor.building, floor.ordinal)),
        zones=_changes(old.zones, new.zones, lambda zone: zone.id),
        walls=_changes(old.walls, new.walls, lambda wall: wall),
        doors=_changes(old.doors, new.doors, lambda door: door),
        cameras=_changes(old.cameras, new.cameras, lambda camera: camera.id),
        points=_changes(old.points, new.points, lambda point: point.id),
        bindings=_changes(old.bindings, new.bindings, lambda binding: (binding.target, binding.camera)),
        places=_changes(old.places, new.places, lambda place: place.id),
        guidance=_changes(old.guidance, new.guidance, _scope),
        groups=_changes(old.groups, new.groups, lambda group: group.id),
        units=_changes(old.units, new.units, lambda crew: crew.id),
        responses=_changes(old.responses, new.responses, _scope),
    )


def _scope(row: Guidance | Response) -> Hashable:
    return row.kind, row.alarm_class, row.zone, row.building


def _changes(old: Iterable[T], new: Iterable[T], identity: Callable[[T], Hashable]) -> Changes[T]:
    """Compare by identity; things without one (walls, doors) are their own and can only come and go."""
    before = {identity(thing): thing for thing in old}
    after = {identity(thing): thing for thing in new}
    return Changes(
        added=tuple(thing for key, thing in after.items() if key not in before),
        removed=tuple(thing for key, thing in before.items() if key not in after),
        changed=tuple((before[key], thing) for key, thing in after.items() if key in before and before[key] != thing),
    )
