"""GeoJSON files of a site folder as records with line numbers and checked coordinates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from console.site.cells import Cell, Record
from console.site.columns import FileShape
from console.site.datum import LonLat
from console.site.findings import Findings, nearest
from console.site.text import read_text

BLANK = re.compile(r"\s*")
TWICE = "\0"  # no file holds it


@dataclass(slots=True)
class Feature:
    """One GeoJSON feature: its properties and its lines of longitude/latitude pairs (a point is one pair)."""

    record: Record
    geometry: str
    lines: tuple[tuple[LonLat, ...], ...]


def read_features(
    folder: Path, shape: FileShape, geometries: tuple[str, ...], findings: Findings
) -> list[Feature] | None:
    """The features; None when the file is absent or unreadable. Other geometries than the allowed ones are problems."""
    text = read_text(folder, shape, findings)
    if text is None or not _is_collection(text, shape.name, findings):
        return None
    found: list[Feature] = []
    for line, value in _members(text, _list_start(text)):
        record = _record(value, line, shape, findings)
        if record is not None:
            found.append(_feature(cast("dict[str, Cell]", value), record, geometries))
    return found


def _is_collection(text: str, name: str, findings: Findings) -> bool:
    cure = "export the layer again as a GeoJSON FeatureCollection"
    try:
        whole = json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        findings.error(name, error.lineno, "", f"not readable as JSON: {error.msg}", cure)
        return False
    except (ValueError, RecursionError) as error:
        what = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        findings.error(name, 0, "", f"not readable as JSON: {what}", cure)
        return False
    if not isinstance(whole, dict) or not isinstance(whole.get("features"), list):
        findings.error(name, 0, "features", "there is no list of features", cure)
        return False
    if TWICE in whole:
        findings.error(name, 0, "features", "there are two lists of features", "keep one of them")
        return False
    return True


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object; one with a second list of features, of which nobody knows which one is meant, is marked."""
    told = dict(pairs)
    if len(told) < len(pairs) and sum(key == "features" for key, _ in pairs) > 1:
        told[TWICE] = True
    return told


def _refuse_constant(word: str) -> float:
    raise ValueError(f"{word} is not a number of JSON")


def _list_start(text: str) -> int:
    """Where the first member of the top-level `features` list can start. The text is known to be good JSON."""
    decoder = json.JSONDecoder()
    at = text.index("{") + 1
    while True:
        key, at = decoder.raw_decode(text, _skip(text, at, ","))
        at = _skip(text, at, ":")
        if key == "features":
            return at + 1
        _, at = decoder.raw_decode(text, at)


def _members(text: str, at: int) -> Iterator[tuple[int, Cell]]:
    decoder = json.JSONDecoder()
    line, counted = 1, 0
    while text[at := _skip(text, at, ",")] != "]":
        line, counted = line + text.count("\n", counted, at), at
        value, at = decoder.raw_decode(text, at)
        yield line, value


def _skip(text: str, at: int, mark: str) -> int:
    """The next position that is neither blank nor the mark between values."""
    at = _blank_end(text, at)
    return _blank_end(text, at + 1) if text.startswith(mark, at) else at


def _blank_end(text: str, at: int) -> int:
    blank = BLANK.match(text, at)
    return blank.end() if blank else at


def _record(value: Cell, line: int, shape: FileShape, findings: Findings) -> Record | None:
    properties = value.get("properties") if isinstance(value, dict) else None
    if not isinstance(properties, dict):
        what = "is not a feature with properties"
        findings.error(shape.name, line, "properties", what, f"give it properties: {', '.join(shape.names)}")
        return None
    record = Record(shape.name, line, properties, findings)
    for key in properties:
        if key not in shape.names:
            free = [known for known in shape.names if known not in properties]
            cure = nearest(key, free, f"known properties: {', '.join(shape.names)}")
            record.error(key, "the property is not known", cure)
    for column in shape.columns:
        if column.required and not record.has(column.name):
            record.error(column.name, "the property is missing or empty", f"give the feature a '{column.name}'")
    return record


def _feature(value: dict[str, Cell], record: Record, geometries: tuple[str, ...]) -> Feature:
    geometry = value.get("geometry")
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or not isinstance(kind, str) or kind not in geometries:
        record.error("geometry", f"must be a {' or '.join(geometries)}", "draw it again with that geometry")
        return Feature(record, "", ())
    lines = _lines(kind, geometry.get("coordinates"))
    if lines is None:
        record.error("geometry", "holds coordinates that are not numbers", "export the layer again")
        return Feature(record, "", ())
    if not lines:
        record.error("geometry", "holds no coordinates", "draw it again, or delete the feature")
    return Feature(record, kind, lines)


def _lines(kind: str, value: Cell) -> tuple[tuple[LonLat, ...], ...] | None:
    """The coordinates of any geometry as a tuple of lines; None when they are not what the type promises."""
    if kind == "Point":
        value = [[value]]
    elif kind == "LineString":
        value = [value]
    if not isinstance(value, list):
        return None
    lines = [_line(part) for part in value]
    return None if None in lines else tuple(line for line in lines if line is not None)


def _line(value: Cell) -> tuple[LonLat, ...] | None:
    if not isinstance(value, list):
        return None
    pairs = [_pair(item) for item in value]
    return None if None in pairs else tuple(pair for pair in pairs if pair is not None)


def _pair(value: Cell) -> LonLat | None:
    """Longitude and latitude; a third number, the height, is left out."""
    if not isinstance(value, list) or len(value) not in (2, 3):
        return None
    if any(isinstance(part, bool) or not isinstance(part, int | float) for part in value):
        return None
    try:
        return float(cast(float, value[0])), float(cast(float, value[1]))
    except OverflowError:  # a whole number of four hundred digits
        return None
