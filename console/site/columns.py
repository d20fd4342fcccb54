"""The files of a site folder and the columns, keys and properties each may have; the manual says the same."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table, key of a TOML table or property of a GeoJSON feature."""

    name: str
    required: bool = False  # the column must be there and no row may leave it empty


@dataclass(frozen=True, slots=True)
class FileShape:
    name: str
    columns: tuple[Column, ...]
    required: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def is_required(self, name: str) -> bool:
        return any(column.name == name and column.required for column in self.columns)


def _shape(name: str, columns: str, *, required: bool = True) -> FileShape:
    """Columns as words; a `*` behind one means required."""
    return FileShape(name, tuple(Column(c.rstrip("*"), c.endswith("*")) for c in columns.split()), required)


SITE = _shape("site.toml", "name* name_en* time_zone* datum* origin.lon* origin.lat* video.base video.onvif")
BUILDINGS = _shape("buildings.geojson", "id* name* name_en*")
ZONES = _shape("zones.geojson", "id* name* name_en* building floors use")
WALLS = _shape("walls.geojson", "building* floors*", required=False)
DOORS = _shape("doors.geojson", "building* floors* zones*", required=False)
FLOORS = _shape("floors.csv", "building* ordinal* label* walls")
CAMERAS = _shape(
    "cameras.csv",
    "id* number* name* name_en* kind* lat lon datum building floor zone azimuth fov range_m width_px"
    " pan_from pan_to presets presets_en sees transport sub_url main_url user secret hot onvif_url",
)
HUBS = _shape("hubs.csv", "id* template* address* main sub", required=False)
POINTS = _shape("points.csv", "id* name* name_en* lat lon datum building floor zone alias alarm_class stale_after_s")
BINDINGS = _shape("bindings.csv", "target* camera* order* preset", required=False)
PLACES = _shape("places.csv", "id* kind* name* name_en* lat* lon* datum capacity phone building", required=False)
GUIDANCE = _shape(
    "guidance.csv",
    "kind* alarm_class zone building respond_s* consequence_s cause_en* cause_zh_cn* cause_zh_tw*"
    " consequence_en* consequence_zh_cn* consequence_zh_tw* steps_en* steps_zh_cn* steps_zh_tw*"
    " whom_en* whom_zh_cn* whom_zh_tw*",
    required=False,
)
UNITS = _shape("units.csv", "id* kind* name* name_en* lat lon datum building people phone skills group", required=False)
RESPONSES = _shape("responses.csv", "kind* alarm_class zone building skills units", required=False)
GROUPS = _shape("groups.csv", "id* name* name_en* channel kind chosen", required=False)

SHAPES = (
    SITE,
    BUILDINGS,
    ZONES,
    WALLS,
    DOORS,
    FLOORS,
    CAMERAS,
    HUBS,
    POINTS,
    BINDINGS,
    PLACES,
    GUIDANCE,
    GROUPS,
    UNITS,
    RESPONSES,
)
