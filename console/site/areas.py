"""Buildings and zones: closed rings that do not cross themselves, zones inside their building."""

from __future__ import annotations

from pathlib import Path

import shapely

from console.model import XY, Building, BuildingId, Zone, ZoneId, ZoneUse
from console.site.cells import Record
from console.site.columns import BUILDINGS, ZONES
from console.site.features import Feature, read_features
from console.site.position import line
from console.site.survey import Survey, claim

OUTSIDE_M = 5.0  # how far a thing may lie outside its building before it is an error: drawing tolerance
MIN_FLOOR, MAX_FLOOR = -20, 200


def read_buildings(folder: Path, survey: Survey) -> None:
    """Fill the survey's register of buildings."""
    features = read_features(folder, BUILDINGS, ("Polygon",), survey.findings)
    if features is None:
        return
    survey.buildings = {}
    taken: dict[str, int] = {}
    for feature in features:
        record = feature.record
        if not record.has("id"):
            continue
        ident = BuildingId(record.text("id"))
        if ident and claim(record, "id", ident, taken):
            ring = _ring(feature, survey)
            survey.buildings[ident] = Building(ident, record.text("name"), record.text("name_en"), ring)


def read_zones(folder: Path, survey: Survey) -> None:
    """Fill the survey's register of zones."""
    features = read_features(folder, ZONES, ("Polygon",), survey.findings)
    if features is None:
        return
    survey.zones = {}
    taken: dict[str, int] = {}
    for feature in features:
        record = feature.record
        ident = ZoneId(record.text("id"))
        if ident and claim(record, "id", ident, taken):
            survey.zones[ident] = _zone(ident, feature, survey)


def _zone(ident: ZoneId, feature: Feature, survey: Survey) -> Zone:
    record = feature.record
    building = survey.building(record)
    floors = ordinals(record, building, survey)
    if building is not None and not record.has("floors"):
        record.error(
            "floors", "is missing though the zone has a building", "give the floors it lies on, such as [0, 1]"
        )
    use = record.choice("use", ZoneUse, ZoneUse.FIRE_ZONE) or ZoneUse.FIRE_ZONE
    ring = _ring(feature, survey)
    if building is not None:
        inside_building(record, building, shapely.Polygon(ring) if ring else None, survey)
    return Zone(ident, record.text("name"), record.text("name_en"), building, floors, ring, use)


def ordinals(record: Record, building: BuildingId | None, survey: Survey) -> tuple[int, ...]:
    """The floor ordinals of a `floors` property: one whole number or a list of them, all floors of the building."""
    value = record.cells.get("floors")
    given = value if isinstance(value, list) else [] if value is None else [value]
    found: list[int] = []
    for item in given:
        if isinstance(item, bool) or not isinstance(item, int):
            record.error("floors", "is not a list of whole numbers", "write floor ordinals such as [0, 1] (0 = ground)")
            break
        if not MIN_FLOOR <= item <= MAX_FLOOR:
            record.error("floors", f"{item} is out of range", f"give ordinals from {MIN_FLOOR} to {MAX_FLOOR}")
        elif building is None or survey.has_floor(record, "floors", building, item):
            found.append(item)
    return tuple(found)


def inside_building(
    record: Record, building: BuildingId, shape: shapely.Geometry | None, survey: Survey, key: str = "geometry"
) -> None:
    """Report a zone, wall or door that reaches more than five metres out of its building."""
    owner = survey.buildings.get(building) if survey.buildings else None
    if shape is None or owner is None or not owner.ring:
        return
    reach = shapely.Polygon(owner.ring).buffer(OUTSIDE_M)
    if not reach.covers(shape):
        what = f"reaches more than {OUTSIDE_M:g} m out of building '{building}'"
        record.error(key, what, "check the coordinates, their datum and the building it names")


def _ring(feature: Feature, survey: Survey) -> tuple[XY, ...]:
    """The outer ring in local metres; empty when it is wrong."""
    record = feature.record
    if not feature.lines:
        return ()
    if len(feature.lines) > 1:
        record.error("geometry", "the polygon has holes", "draw the outline only; a courtyard is left out")
        return ()
    pairs = feature.lines[0]
    if len(pairs) < 2 or pairs[0] != pairs[-1]:
        record.error("geometry", "the ring is not closed", "repeat the first position at the end")
        return ()
    if len(set(pairs)) < 3:
        record.error("geometry", "the ring has fewer than three corners", "draw the outline again")
        return ()
    ring = line(record, pairs, survey)
    if ring and not shapely.Polygon(ring).is_valid:
        record.error("geometry", "the outline crosses itself", "put the corners in order, once around")
        return ()
    return ring
