"""A new camera for `cameras.csv`, a new device for `points.csv` and `bindings.csv`: judged, then written.

Reads and writes files: for the command line and `work` children, never on the desk thread.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from console.errors import ConfigError, Problem
from console.model import XY, Placement
from console.site.columns import BINDINGS, CAMERAS, POINTS
from console.site.datum import LonLat, from_wgs84, to_wgs84
from console.site.findings import Findings
from console.site.frame import Frame
from console.site.settings import Settings, read_settings
from console.site.sheets import Sheet, extended, judged

DIGITS = 7  # of a degree: a centimetre


@dataclass(frozen=True, slots=True)
class Addition:
    """The files with their new rows in them. `problems` are those of the new rows."""

    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...]

    @property
    def rows(self) -> str:
        return "\n".join(sheet.rows for sheet in self.sheets)

    @property
    def new_columns(self) -> tuple[str, ...]:
        """Had to be added for the new rows."""
        return tuple(name for sheet in self.sheets for name in sheet.new_columns)

    @property
    def is_sound(self) -> bool:
        return not any(not problem.warning for problem in self.problems)

    def write(self) -> None:
        """Each file in one piece, what others refer to first."""
        for sheet in self.sheets:
            sheet.write()


def add_camera(folder: Path, cells: Mapping[str, str]) -> Addition:
    """What the folder would be with this camera; nothing is written. Raises OSError, ValueError (no readable file)."""
    return _addition(folder, extended(folder, CAMERAS, [cells]))


def add_device(folder: Path, placed: Placement) -> Addition:
    """What the folder would be with the points of this device and their cameras; nothing is written.

    Raises OSError, ValueError (no readable file), ConfigError (site.toml cannot be used).
    """
    where = _coordinates(folder, placed)
    points = [_point(placed, point, where) for point in placed.points]
    bindings = [
        {"target": point, "camera": camera, "order": str(order)}
        for point in placed.points for order, camera in enumerate(placed.cameras, start=1)
    ]  # fmt: skip
    sheets = [extended(folder, POINTS, points)]
    return _addition(folder, *sheets, *([extended(folder, BINDINGS, bindings)] if bindings else []))


def _addition(folder: Path, *sheets: Sheet) -> Addition:
    return Addition(sheets, judged(folder, sheets))


def local_place(folder: Path, at: LonLat) -> XY:
    """Local metres of a place in the datum of the site's files. Raises ConfigError."""
    settings = _settings(folder)
    return Frame(settings.origin).to_local(to_wgs84(at, settings.datum))


def _coordinates(folder: Path, placed: Placement) -> dict[str, str]:
    """Latitude and longitude in the datum of the site's files."""
    if placed.at is None:
        return {}
    settings = _settings(folder)
    lon, lat = from_wgs84(Frame(settings.origin).to_lonlat(placed.at), settings.datum)
    return {"lat": f"{lat:.{DIGITS}f}", "lon": f"{lon:.{DIGITS}f}"}


def _settings(folder: Path) -> Settings:
    findings = Findings()
    settings = read_settings(folder, findings)
    if settings is None:
        raise ConfigError(findings.problems)
    return settings


def _point(placed: Placement, point: str, where: Mapping[str, str]) -> dict[str, str]:
    return {
        "id": point, "name": placed.name, "name_en": placed.name_en, **where,
        "building": placed.building or "", "floor": "" if placed.floor is None else str(placed.floor),
        "zone": placed.zone or "", "alias": placed.alias,
        "alarm_class": placed.alarm_class.value if placed.alarm_class is not None else "",
    }  # fmt: skip
