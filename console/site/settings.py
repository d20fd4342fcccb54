"""`site.toml`: the name, the time zone, the datum and the origin of a site."""

from __future__ import annotations

import re
import tomllib
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from console.config.lines import Lines
from console.site.cells import Cell, Record
from console.site.columns import SITE
from console.site.credentials import judge_base
from console.site.datum import Datum, LonLat, to_wgs84
from console.site.findings import Findings, nearest
from console.site.frame import on_globe
from console.site.text import read_text


@dataclass(frozen=True, slots=True)
class Settings:
    """What every other file of the folder needs to be read. `origin` is WGS-84."""

    name: str
    name_en: str
    time_zone: str
    datum: Datum
    origin: LonLat
    video_base: str
    onvif_base: str


def read_settings(folder: Path, findings: Findings) -> Settings | None:
    """The settings, None when they cannot be used; the reasons are among the findings."""
    text = read_text(folder, SITE, findings)
    if text is None:
        return None
    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # bad TOML is a ValueError; so is a number of five thousand digits
        line = re.search(r"line (\d+)", str(error))
        number = int(line.group(1)) if line else 0
        findings.error(
            SITE.name, number, "", f"not readable as TOML: {error}", "see docs/site-folder.md for an example"
        )
        return None
    reader = _Reader(_flat(tables), Lines(text), findings)
    reader.judge_keys()
    return reader.settings()


def _flat(table: Mapping[str, object], prefix: str = "") -> dict[str, Cell]:
    flat: dict[str, Cell] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat.update(_flat(value, f"{prefix}{key}."))
        else:
            flat[prefix + key] = cast(Cell, value)
    return flat


class _Reader:
    """Reads the flat keys, one record per key so that every problem carries the key's own line."""

    def __init__(self, cells: Mapping[str, Cell], lines: Lines, findings: Findings) -> None:
        self._cells, self._lines, self._findings = cells, lines, findings
        self._broken = False

    def judge_keys(self) -> None:
        for key in self._cells:
            if key not in SITE.names:
                free = [known for known in SITE.names if known not in self._cells]
                cure = nearest(key, free, f"known keys: {', '.join(SITE.names)}")
                self._findings.error(SITE.name, self._line(key), key, "the key is not known", cure)
        for column in SITE.columns:
            if column.required and column.name not in self._cells:
                self._broken = True
                what = "the key is missing"
                self._findings.error(SITE.name, 0, column.name, what, "see docs/site-folder.md for an example")

    def settings(self) -> Settings | None:
        datum = self._datum()
        lon, lat = self._degrees("origin.lon"), self._degrees("origin.lat")
        origin = self._origin(lon, lat, datum)
        texts = {key: self._text(key) for key in ("name", "name_en")}
        bases = self._base("video.base"), self._base("video.onvif")
        zone = self._time_zone()
        if self._broken or datum is None or origin is None:
            return None
        return Settings(texts["name"], texts["name_en"], zone, datum, origin, *bases)

    def _record(self, key: str) -> Record:
        return Record(SITE.name, self._line(key), self._cells, self._findings)

    def _line(self, key: str) -> int:
        return self._lines.of(tuple(key.split(".")))

    def _text(self, key: str) -> str:
        record = self._record(key)
        text = record.text(key)
        if SITE.is_required(key) and key in self._cells and not record.has(key):
            record.error(key, "is empty", f"give '{key}' a value")
        self._broken |= record.broken
        return text

    def _base(self, key: str) -> str:
        record = self._record(key)
        base = judge_base(record, key)
        self._broken |= record.broken
        return base

    def _datum(self) -> Datum | None:
        record = self._record("datum")
        datum = record.choice("datum", Datum, None)
        self._broken |= record.broken
        return datum

    def _degrees(self, key: str) -> float:
        record = self._record(key)
        value = record.number(key, 0.0, -360.0, 360.0)
        self._broken |= record.broken
        return value

    def _origin(self, lon: float, lat: float, datum: Datum | None) -> LonLat | None:
        if self._broken or datum is None:
            return None
        record = self._record("origin.lat")
        if not on_globe((lon, lat)):
            swapped = on_globe((lat, lon))
            what = "longitude and latitude look swapped" if swapped else "the origin is not on the globe"
            record.error("origin.lat", what, "latitude is north (-90 to 90), longitude is east (-180 to 180)")
            self._broken = True
            return None
        return to_wgs84((lon, lat), datum)

    def _time_zone(self) -> str:
        zone = self._text("time_zone")
        if zone and not _is_zone(zone):
            known = sorted(zoneinfo.available_timezones())
            record = self._record("time_zone")
            cure = nearest(zone, known, "use an IANA name such as Asia/Shanghai")
            record.error("time_zone", f"'{zone[:40]}' is not known", cure)
            self._broken = True
        return zone


def _is_zone(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
