"""Whether a device lies where its record says: inside its building, inside its zone, on the site's ground.

A device 300–700 m off is nearly always a datum taken for another, and sends a team to the wrong block. So every
misplaced device is tried in the other datums; the one that puts it in the right place is named.
"""

from __future__ import annotations

import shapely

from console.model import XY, BuildingId, Zone, ZoneId
from console.site.areas import OUTSIDE_M
from console.site.cells import Record
from console.site.datum import TITLES, Datum
from console.site.position import Spot
from console.site.survey import Survey

GROUND_M = 100.0  # how far outdoors a device may stand from everything drawn
ZONE_EDGE_M = 0.5  # drawing tolerance at the edge of a zone
TWINS = {Datum.WGS84, Datum.CGCS2000}  # the same place within a decimetre: one cannot be taken for the other


class Ground:
    """The drawn shapes of a site, ready to be asked what lies where."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        buildings, zones = survey.buildings or {}, survey.zones or {}
        self._buildings = {key: shapely.Polygon(b.ring) for key, b in buildings.items() if b.ring}
        self._zones = {key: shapely.Polygon(z.ring) for key, z in zones.items() if z.ring}
        shapes = [*self._buildings.values(), *self._zones.values()]
        self._all = shapely.convex_hull(shapely.MultiPolygon(shapes)) if shapes else None

    def judge(
        self, record: Record, spot: Spot, building: BuildingId | None, floor: int | None, zone: ZoneId | None
    ) -> None:
        """Report what is wrong with the place of one device."""
        if building is not None:
            shape = self._buildings.get(building)
            if shape is not None and self._outside(record, spot, shape, f"building '{building}'", OUTSIDE_M):
                return
        elif self._all is not None and self._off_ground(record, spot):
            return
        self._judge_zone(record, spot.at, building, floor, zone)

    def _outside(self, record: Record, spot: Spot, shape: shapely.Polygon, name: str, tolerance_m: float) -> bool:
        away = shape.distance(shapely.Point(spot.at))
        if away <= tolerance_m:
            return False
        datum = self._better_datum(spot, shape, tolerance_m)
        what = f"lies {away:.0f} m outside {name}"
        if datum is None:
            record.error("lat", what, "check the coordinates, their datum and the building it names")
        else:
            self._suspect(record, what, datum)
        return True

    def _off_ground(self, record: Record, spot: Spot) -> bool:
        away = self._all.distance(shapely.Point(spot.at)) if self._all is not None else 0.0
        if away <= GROUND_M:
            return False
        what = f"lies {away:.0f} m away from everything drawn"
        datum = self._better_datum(spot, self._all, 0.0) if self._all is not None else None
        if datum is None:
            record.warn("lat", what, "check the coordinates and their datum")
        else:
            self._suspect(record, what, datum)
        return True

    def _suspect(self, record: Record, what: str, datum: Datum) -> None:
        title = TITLES[datum]
        record.error("lat", f"{what}; looks like {title}", f"write '{datum}' in the column 'datum', then check the map")

    def _better_datum(self, spot: Spot, shape: shapely.Geometry, tolerance_m: float) -> Datum | None:
        """The datum in which the written numbers fall on the shape."""
        for datum in (Datum.GCJ02, Datum.BD09, Datum.WGS84):
            if datum is spot.datum or {datum, spot.datum} <= TWINS:
                continue
            at = self._survey.to_local(spot.written, datum)
            if at is not None and shape.distance(shapely.Point(at)) <= tolerance_m:
                return datum
        return None

    def _judge_zone(
        self, record: Record, at: XY, building: BuildingId | None, floor: int | None, zone: ZoneId | None
    ) -> None:
        shape = self._zones.get(zone) if zone is not None else None
        if shape is None:
            return
        away = shape.distance(shapely.Point(at))
        if away <= ZONE_EDGE_M:
            return
        others = [key for key in self._at(at, building, floor) if key != zone]
        if others:
            what = f"lies in zone '{others[0]}', not in its zone '{zone}'"
        else:
            what = f"lies {away:.0f} m outside its zone '{zone}'"
        record.warn("zone", what, "correct the zone or the position")

    def _at(self, at: XY, building: BuildingId | None, floor: int | None) -> list[ZoneId]:
        point = shapely.Point(at)
        zones = self._survey.zones or {}
        return sorted(
            key
            for key, shape in self._zones.items()
            if _same_level(zones[key], building, floor) and shape.covers(point)
        )


def _same_level(zone: Zone, building: BuildingId | None, floor: int | None) -> bool:
    return zone.building == building and (floor is None or floor in zone.floors)
