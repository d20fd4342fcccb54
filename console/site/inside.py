"""Floors, walls and doors: what divides a building."""

from __future__ import annotations

from pathlib import Path

import shapely

from console.model import Door, Floor, Wall, ZoneId
from console.site.areas import MAX_FLOOR, MIN_FLOOR, inside_building, ordinals
from console.site.cells import Record
from console.site.columns import DOORS, FLOORS, WALLS
from console.site.features import Feature, read_features
from console.site.position import line
from console.site.survey import Survey, claim
from console.site.tables import read_table


def read_floors(folder: Path, survey: Survey) -> None:
    """Fill the survey's register of floors."""
    rows = read_table(folder, FLOORS, survey.findings)
    if rows is None:
        return
    survey.floors = {}
    ordinals_taken: dict[str, int] = {}
    labels_taken: dict[str, int] = {}
    for row in rows:
        floor = _floor(row, survey)
        if floor is None or not claim(row, "ordinal", f"{floor.building} {floor.ordinal}", ordinals_taken):
            continue
        claim(row, "label", f"{floor.building} {floor.label}", labels_taken)
        survey.floors[floor.building, floor.ordinal] = floor
        if _is_traced(row):
            survey.traced.add((floor.building, floor.ordinal))


def _floor(row: Record, survey: Survey) -> Floor | None:
    label = row.required("label")
    row.required("building")
    row.required("ordinal")
    building = survey.building(row)
    ordinal = row.integer("ordinal", MIN_FLOOR, MAX_FLOOR)
    return None if building is None or ordinal is None else Floor(building, ordinal, label)


def _is_traced(row: Record) -> bool:
    word = row.text("walls")
    if word not in ("", "yes", "no"):
        row.error("walls", f"'{word[:40]}' is not known", "use yes, no or leave it empty")
    return word == "yes"


def read_walls(folder: Path, survey: Survey) -> tuple[Wall, ...]:
    """One wall per line and floor."""
    features = read_features(folder, WALLS, ("LineString", "MultiLineString"), survey.findings)
    return tuple(wall for feature in features or () for wall in _walls(feature, survey))


def _walls(feature: Feature, survey: Survey) -> list[Wall]:
    record = feature.record
    building = survey.building(record)
    floors = ordinals(record, building, survey)
    walls: list[Wall] = []
    for pairs in feature.lines:
        if len(pairs) < 2:
            record.error("geometry", "a wall has fewer than two positions", "draw it as a line")
            continue
        local = line(record, pairs, survey)
        if building is not None and local:
            inside_building(record, building, shapely.LineString(local), survey)
            walls += [Wall(building, floor, local) for floor in floors]
    return walls


def read_doors(folder: Path, survey: Survey) -> tuple[Door, ...]:
    """One door per opening and floor."""
    features = read_features(folder, DOORS, ("Point",), survey.findings)
    return tuple(door for feature in features or () for door in _doors(feature, survey))


def _doors(feature: Feature, survey: Survey) -> list[Door]:
    record = feature.record
    building = survey.building(record)
    floors = ordinals(record, building, survey)
    zones = _zone_pair(record, survey)
    local = line(record, feature.lines[0], survey) if feature.lines else ()
    if building is None or zones is None or not local:
        return []
    inside_building(record, building, shapely.Point(local[0]), survey)
    return [Door(building, floor, zones, local[0]) for floor in floors]


def _zone_pair(record: Record, survey: Survey) -> tuple[ZoneId, ZoneId] | None:
    words = record.words("zones")
    if len(words) != 2 or words[0] == words[1]:
        if record.has("zones"):
            record.error("zones", "must name the two zones the door joins", 'write ["one", "other"]')
        return None
    first, second = (survey.zone(record, word, "zones") for word in words)
    return None if first is None or second is None else (first, second)
