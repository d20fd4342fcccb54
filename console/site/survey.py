"""What is known of a site while its folder is read: the frame, the findings and the things references may name.

A register that is None belongs to a file that could not be read: nobody is judged by it, so that one broken file
does not raise a problem in every row of the others.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from console.model import Building, BuildingId, Camera, CameraId, Floor, Point, PointId, Zone, ZoneId
from console.site.cells import Record
from console.site.datum import Datum, LonLat, to_wgs84
from console.site.findings import Findings
from console.site.frame import Frame
from console.site.templates import Hub

FloorKey = tuple[BuildingId, int]


@dataclass(slots=True)
class Survey:
    """The state of one reading of one folder."""

    findings: Findings
    datum: Datum = Datum.WGS84
    origin: LonLat | None = None  # WGS-84; None when site.toml could not be used
    frame: Frame | None = None
    video_base: str | None = None  # None when site.toml could not be used
    onvif_base: str | None = None
    buildings: dict[BuildingId, Building] | None = None
    floors: dict[FloorKey, Floor] | None = None
    traced: set[FloorKey] = field(default_factory=set)  # floors whose row says that all their walls are drawn
    zones: dict[ZoneId, Zone] | None = None
    hubs: dict[str, Hub | None] | None = None
    cameras: dict[CameraId, Camera] | None = None
    points: dict[PointId, Point] | None = None

    def to_local(self, at: LonLat, datum: Datum) -> tuple[float, float] | None:
        """Local metres of a place given in a datum; None while there is no frame."""
        return self.frame.to_local(to_wgs84(at, datum)) if self.frame else None

    def building(self, record: Record, key: str = "building") -> BuildingId | None:
        """The building a record names, None when it names none or an unknown one."""
        word = record.text(key)
        if word and self.buildings is not None and word not in self.buildings:
            cure = record.findings.nearest(word, self.buildings, "add it to buildings.geojson")
            record.error(key, f"there is no building '{word[:40]}'", cure)
            return None
        return BuildingId(word) if word else None

    def has_floor(self, record: Record, key: str, building: BuildingId, ordinal: int) -> bool:
        """Whether the building has that floor; reported when not."""
        if self.floors is None or (building, ordinal) in self.floors:
            return True
        there = sorted(floor for owner, floor in self.floors if owner == building)
        cure = f"use one of {', '.join(map(str, there))} (0 is the ground floor)" if there else "add it to floors.csv"
        record.error(key, f"building '{building}' has no floor {ordinal}", cure)
        return False

    def zone(self, record: Record, word: str, key: str = "zone") -> ZoneId | None:
        """The zone a record names, None when it names none or an unknown one."""
        if word and self.zones is not None and word not in self.zones:
            record.error(
                key,
                f"there is no zone '{word[:40]}'",
                record.findings.nearest(word, self.zones, "add it to zones.geojson"),
            )
            return None
        return ZoneId(word) if word else None


def claim(record: Record, key: str, value: str, taken: dict[str, int]) -> bool:
    """Whether a value that must be unique is still free; the second claim is reported with the line of the first."""
    if value in taken:
        record.error(
            key, f"'{value[:40]}' is already used in line {taken[value]}", f"give every record its own '{key}'"
        )
        return False
    taken[value] = record.line
    return True
