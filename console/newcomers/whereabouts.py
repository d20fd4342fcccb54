"""What a spot on the plan tells of a new device before a person says more: zone and kinds that become points. Pure."""

from __future__ import annotations

from collections.abc import Iterable

import shapely

from console.kinds import kind_of
from console.model import XY, AlarmClass, BuildingId, Site, Zone, ZoneUse

ALARMING = frozenset({AlarmClass.FIRE, AlarmClass.PRE, AlarmClass.SUPERVISORY, AlarmClass.HAZARD})


def zones_of(site: Site, building: BuildingId | None, floor: int | None) -> tuple[Zone, ...]:
    """The zones of a level, in the order of the site."""
    return tuple(zone for zone in site.zones if zone.building == building and (floor is None or floor in zone.floors))


def zone_at(zones: Iterable[Zone], at: XY) -> Zone | None:
    """The zone a spot lies in: a fire zone before a stair or a lift that is drawn within it."""
    spot = shapely.Point(at)
    around = [zone for zone in zones if zone.ring and shapely.Polygon(zone.ring).covers(spot)]
    return min(around, key=lambda zone: zone.use is not ZoneUse.FIRE_ZONE, default=None)


def chief(kinds: Iterable[str]) -> tuple[str, ...]:
    """Those that call somebody; all of them where none does."""
    all_ = tuple(kinds)
    return tuple(kind for kind in all_ if kind_of(kind).alarm_class in ALARMING) or all_
