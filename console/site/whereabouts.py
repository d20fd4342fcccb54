"""Where a device of a table is: building, floor, zone and spot, and whether these agree with each other."""

from __future__ import annotations

from dataclasses import dataclass

from console.model import XY, BuildingId, ZoneId
from console.site.areas import MAX_FLOOR, MIN_FLOOR
from console.site.cells import Record
from console.site.placing import Ground
from console.site.position import Spot, spot
from console.site.survey import Survey


@dataclass(frozen=True, slots=True)
class Whereabouts:
    building: BuildingId | None
    floor: int | None
    zone: ZoneId | None
    spot: Spot | None

    @property
    def at(self) -> XY | None:
        return self.spot.at if self.spot else None


def whereabouts(record: Record, survey: Survey, ground: Ground) -> Whereabouts:
    """Read and judge `building`, `floor`, `zone`, `lat`, `lon` and `datum` of a row."""
    building = survey.building(record)
    floor = record.integer("floor", MIN_FLOOR, MAX_FLOOR)
    zone = survey.zone(record, record.text("zone"))
    place = spot(record, survey)
    _judge_floor(record, building, floor, place, survey)
    if zone is not None:
        _judge_zone(record, building, floor, zone, survey)
    if place is not None and not record.broken:
        ground.judge(record, place, building, floor, zone)
    return Whereabouts(building, floor, zone, place)


def _judge_floor(
    record: Record, building: BuildingId | None, floor: int | None, place: Spot | None, survey: Survey
) -> None:
    if floor is not None and not record.has("building"):
        record.error("floor", "is given without a building", "name the building, or leave the floor empty outdoors")
    elif floor is not None and building is not None:
        survey.has_floor(record, "floor", building, floor)
    elif building is not None and place is not None and not record.has("floor"):
        record.error("floor", "is missing though the device is placed in a building", "give the floor's ordinal")


def _judge_zone(record: Record, building: BuildingId | None, floor: int | None, zone: ZoneId, survey: Survey) -> None:
    known = survey.zones.get(zone) if survey.zones else None
    if known is None or record.broken:
        return
    if known.building != building:
        owner = f"belongs to building '{known.building}'" if known.building else "is outdoors"
        record.error("zone", f"zone '{zone}' {owner}", "correct the zone or the building")
    elif floor is not None and floor not in known.floors:
        record.error("zone", f"zone '{zone}' is not on floor {floor}", "correct the zone or the floor")
