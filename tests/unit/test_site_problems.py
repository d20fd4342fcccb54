"""A broken site folder: every mistake is named with its file, line and column, and nothing else is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from console.site import check
from console.site.datum import Datum
from tests.unit.site_folder import (
    CAMERA,
    CAMERA_HEAD,
    DOME,
    EAST,
    HOUSE,
    ORIGIN,
    POINT,
    POINT_HEAD,
    WEST,
    collection,
    feature,
    lat_lon,
    place,
    square,
    write,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path)


@dataclass(frozen=True)
class Case:
    """Replace `old` by `new` in `file` (no `old`: the whole file) and expect one problem there."""

    name: str
    file: str
    old: str
    new: str
    line: int
    key: str
    says: str
    warning: bool = False


def cameras(row: str) -> str:
    return f"{CAMERA_HEAD}\n{row}\n{DOME}\n"


def points(row: str) -> str:
    return f"{POINT_HEAD}\n{row}\n{POINT}\n"


OUTLINE = json.dumps(square(0, 0, 40, 20))
BOW = json.dumps([[place(0, 0), place(40, 20), place(40, 0), place(0, 20), place(0, 0)]])
OPEN = json.dumps([square(0, 0, 40, 20)[0][:-1]])
SWAPPED_RING = json.dumps([[[lat, lon] for lon, lat in square(0, 0, 40, 20)[0]]])
LON_LAT = ",".join(reversed(lat_lon(5, 5).split(",")))
EMERGENCY = (110, 112, 119, 120, 122)
AGAIN = CAMERA.replace(",1,", ",9,", 1)
LOST = feature("Polygon", square(20, 0, 40, 20), id="X", name="x", name_en="x", building="B", floors=[0])
OUTSIDE = feature("Polygon", square(30, 0, 60, 20), id="X", name="x", name_en="x", building="A", floors=[0])
ORIGIN_TOML = f"lon = {ORIGIN[0]}\nlat = {ORIGIN[1]}"
SWAPPED_TOML = f"lon = {ORIGIN[1]}\nlat = {ORIGIN[0]}"
VIDEO_TOML = '[video]\nbase = "rtsp://127.0.0.1:8554"\n'
HERE = lat_lon(6, 6)
GCJ = lat_lon(6, 6, Datum.GCJ02)
BD = lat_lon(6, 6, Datum.BD09)

CASES = [
    # whole files
    Case("empty file", "cameras.csv", "", " \n", 0, "", "empty"),
    Case("empty optional file", "bindings.csv", "", "", 0, "", "empty"),
    Case("NUL bytes", "points.csv", POINT, POINT + "\0", 2, "", "NUL"),
    Case("broken JSON", "zones.geojson", '"features": [', '"features": [,', 1, "", "JSON"),
    Case("NaN in JSON", "walls.geojson", '"floors": [0]', '"floors": [NaN]', 0, "", "NaN"),
    Case("nesting bomb", "walls.geojson", "", "[" * 200_000, 0, "", "nested too deeply"),
    Case("no features", "doors.geojson", "", '{"type": "FeatureCollection"}', 0, "features", "no list of features"),
    Case("feature without properties", "doors.geojson", "", '{"features": [\n7]}', 2, "properties", "not a feature"),
    Case("broken TOML", "site.toml", 'datum = "wgs84"', "datum = wgs84", 4, "", "TOML"),
    Case("semicolons", "bindings.csv", "", "target;camera;order\nA-W;C-1;1\n", 1, "", "semicolons"),
    Case("open quote", "bindings.csv", "A-W,C-1", '"A-W,C-1', 3, "", "CSV"),
    Case("ragged row", "bindings.csv", "A-W,C-1,1,", "A-W,C-1,1", 3, "", "3 cells, the header has 4"),
    # columns and keys
    Case("unknown column", "floors.csv", "ordinal,label,walls", "ordinal,label,wals", 1, "wals", "not known"),
    Case("missing column", "bindings.csv", "", "target,camera\nA-W,C-1\n", 1, "order", "missing"),
    Case("column twice", "bindings.csv", "", "target,camera,order,order\nA-W,C-1,1,1\n", 1, "order", "twice"),
    Case("unknown key", "site.toml", "[video]\n", "[video]\nbass = 1\n", 11, "video.bass", "not known"),
    Case("missing key", "site.toml", 'name_en = "Test Park"\n', "", 0, "name_en", "missing"),
    Case("key of the wrong type", "site.toml", '"试验园"', "7", 1, "name", "not text"),
    Case("unknown time zone", "site.toml", "Asia/Shanghai", "Asia/Shanghay", 3, "time_zone", "not known"),
    Case("unknown datum", "site.toml", '"wgs84"', '"gcj2"', 4, "datum", "not known"),
    Case("swapped origin", "site.toml", ORIGIN_TOML, SWAPPED_TOML, 8, "origin.lat", "swapped"),
    Case("unknown property", "walls.geojson", '"floors"', '"hight": 3, "floors"', 2, "hight", "not known"),
    # buildings, zones, walls, doors, floors
    Case("ring not closed", "buildings.geojson", OUTLINE, OPEN, 2, "geometry", "not closed"),
    Case("ring crosses itself", "buildings.geojson", OUTLINE, BOW, 2, "geometry", "crosses itself"),
    Case("swapped ring", "buildings.geojson", OUTLINE, SWAPPED_RING, 2, "geometry", "swapped"),
    Case("wrong geometry", "walls.geojson", '"LineString"', '"Point"', 2, "geometry", "LineString"),
    Case("coordinates of text", "doors.geojson", json.dumps(place(20, 9)), '["a", "b"]', 2, "geometry", "not numbers"),
    Case("building twice", "buildings.geojson", "", collection(HOUSE, HOUSE), 3, "id", "line 2"),
    Case("zone on no floor", "zones.geojson", "[0, 1]", "[0, 7]", 3, "floors", "no floor 7"),
    Case("zone in no building", "zones.geojson", "", collection(WEST, EAST, LOST), 4, "building", "no building 'B'"),
    Case("zone outside", "zones.geojson", "", collection(WEST, EAST, OUTSIDE), 4, "geometry", "out of building 'A'"),
    Case("door to one zone", "doors.geojson", '"A-W", "A-E"', '"A-W"', 2, "zones", "two zones"),
    Case("door to no zone", "doors.geojson", '"A-W", "A-E"', '"A-W", "A-X"', 2, "zones", "no zone 'A-X'"),
    Case("floor twice", "floors.csv", "A,1,2F,yes\n", "A,1,2F,yes\nA,0,3F,\n", 4, "ordinal", "line 2"),
    Case("label twice", "floors.csv", "A,1,2F", "A,1,1F", 3, "label", "line 2"),
    Case("floor in words", "floors.csv", "A,1,2F,yes\n", "A,1,2F,yes\nA,二,3F,\n", 4, "ordinal", "whole number"),
    # cameras
    Case("empty id", "cameras.csv", f"{CAMERA}\n", f"{CAMERA}\n{CAMERA.replace('C-1,1', ',9', 1)}\n", 3, "id", "empty"),
    Case("camera number twice", "cameras.csv", "C-2,2", "C-2,1", 3, "number", "already used in line 2"),
    Case("camera id twice", "cameras.csv", f"{CAMERA}\n", f"{CAMERA}\n{AGAIN}\n", 3, "id", "line 2"),
    Case("number too large", "cameras.csv", "C-2,2", "C-2,10000", 3, "number", "out of range"),
    Case("number that is text", "cameras.csv", "C-2,2", "C-2,two", 3, "number", "whole number"),
    *(Case(f"number {n}", "cameras.csv", "C-2,2", f"C-2,{n}", 3, "number", "emergency") for n in EMERGENCY),
    Case("unknown kind", "cameras.csv", ",ptz,", ",ptzz,", 3, "kind", "not known"),
    Case("azimuth out of range", "cameras.csv", "A-W,90,90", "A-W,361,90", 2, "azimuth", "out of range"),
    Case("azimuth not a number", "cameras.csv", "A-W,90,90", "A-W,nan,90", 2, "azimuth", "not a number"),
    Case("fov out of range", "cameras.csv", "A-W,90,90", "A-W,90,0", 2, "fov", "out of range"),
    Case("unknown building", "cameras.csv", ",A,0,A-W", ",AA,,", 2, "building", "no building 'AA'"),
    Case("unknown floor", "cameras.csv", ",A,0,A-W", ",A,5,", 2, "floor", "no floor 5"),
    Case("floor without building", "cameras.csv", ",A,0,A-W", ",,0,", 2, "floor", "without a building"),
    Case("placed but no floor", "cameras.csv", ",A,0,A-W", ",A,,A-W", 2, "floor", "is missing"),
    Case("unknown zone", "cameras.csv", ",A,0,A-W", ",A,0,A-V", 2, "zone", "no zone 'A-V'"),
    Case("zone of another floor", "cameras.csv", ",A,0,A-W", ",A,1,A-W", 2, "zone", "not on floor 1"),
    Case("zone of another building", "cameras.csv", ",A,0,A-W", ",,,A-W", 2, "zone", "belongs to building 'A'"),
    Case("zone next door", "cameras.csv", ",A,0,A-W", ",A,0,A-E", 2, "zone", "in zone 'A-W', not in its zone", True),
    Case("latitude only", "cameras.csv", lat_lon(5, 5), "30.8,", 2, "lon", "empty but 'lat'"),
    Case("swapped latitude and longitude", "cameras.csv", lat_lon(5, 5), LON_LAT, 2, "lat", "swapped"),
    Case("nought, nought", "cameras.csv", lat_lon(5, 5), "0,0", 2, "lat", "not a place"),
    Case("another town", "cameras.csv", lat_lon(5, 5), "39.9,116.4", 2, "lat", "km from the origin"),
    Case("fixed camera that pans", "cameras.csv", "A-W,90,90,,", "A-W,90,90,10,20", 2, "pan_from", "cannot pan"),
    Case("one pan limit", "cameras.csv", "350,170", "350,", 3, "pan_to", "empty but 'pan_from'"),
    Case("presets and their English names", "cameras.csv", ",secret", ",presets_en", 3, "presets_en", "1 names for"),
    Case("fixed camera with presets", "cameras.csv", "90,90,,,,", "90,90,,,门,", 2, "presets", "no presets"),
    Case("sees no building", "cameras.csv", "90,90,,,,,", "90,90,,,,B,", 2, "sees", "no building 'B'"),
    Case("base without video", "site.toml", VIDEO_TOML, "", 2, "sub_url", "no [video] base"),
    Case("not an address", "cameras.csv", "{base}/C-1/sub", "camera one", 2, "sub_url", "not an address"),
    # points
    Case("id without kind", "points.csv", "", points(POINT.replace("0x01#smoke", "0x02")), 2, "id", "not a point id"),
    Case("point twice", "points.csv", f"{POINT}\n", f"{POINT}\n{POINT}\n", 3, "id", "line 2"),
    Case("unknown class", "points.csv", ",S,900", ",X,900", 3, "alarm_class", "not known"),
    Case("silence out of range", "points.csv", ",S,900", ",S,0", 3, "stale_after_s", "out of range"),
    Case("point in the yard", "points.csv", lat_lon(6, 6), lat_lon(6, -9), 2, "lat", "9 m outside building 'A'"),
    Case("GCJ-02 taken for WGS-84", "points.csv", lat_lon(6, 6), GCJ, 2, "lat", "looks like GCJ-02"),
    Case("BD-09 taken for WGS-84", "points.csv", lat_lon(6, 6), BD, 2, "lat", "looks like BD-09"),
    Case("WGS-84 taken for GCJ-02", "points.csv", f"{HERE},", f"{HERE},gcj02", 2, "lat", "looks like WGS-84"),
    Case("GCJ-02 outdoors", "points.csv", lat_lon(-5, 5), lat_lon(5, 5, Datum.GCJ02), 3, "lat", "looks like GCJ-02"),
    Case("far from everything", "points.csv", lat_lon(-5, 5), lat_lon(-300, 5), 3, "lat", "300 m away", True),
    # bindings and places
    Case("unknown target", "bindings.csv", "A-W,C-1", "A-Q,C-1", 3, "target", "no point or zone"),
    Case("unknown camera", "bindings.csv", "A-W,C-1", "A-W,C-9", 3, "camera", "no camera 'C-9'"),
    Case("order twice", "bindings.csv", "A-W,C-1,1,", "A-W,C-1,1,\nA-W,C-2,1,", 4, "order", "line 3"),
    Case("camera bound twice", "bindings.csv", "A-W,C-1,1,", "A-W,C-1,1,\nA-W,C-1,2,", 4, "camera", "line 3"),
    Case("order of nought", "bindings.csv", "A-W,C-1,1,", "A-W,C-1,0,", 3, "order", "out of range"),
    Case("unknown preset", "bindings.csv", "C-2,1,门", "C-2,1,们", 2, "preset", "no preset"),
    Case("preset of a fixed camera", "bindings.csv", "A-W,C-1,1,", "A-W,C-1,1,门", 3, "preset", "has no presets"),
    Case("unknown kind of place", "places.csv", ",shelter,", ",sheltr,", 2, "kind", "not known"),
    Case("place without position", "places.csv", lat_lon(9, 9), ",", 2, "lat", "empty"),
]  # fmt: skip
ELSEWHERE = {"base without video": "cameras.csv", "place without position": "places.csv"}
TWICE = {"place without position"}  # latitude and longitude are both missing


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_is_named_with_its_line_and_column_and_raises_no_other_problem(folder: Path, case: Case) -> None:
    path = folder / case.file
    text = path.read_text(encoding="utf-8")
    assert case.old in text
    path.write_text(text.replace(case.old, case.new, 1) if case.old else case.new, encoding="utf-8")
    found = check(folder)
    assert len(found) == (2 if case.name in TWICE else 1), "\n".join(map(str, found))
    problem = found[0]
    assert (problem.file, problem.line, problem.key) == (ELSEWHERE.get(case.name, case.file), case.line, case.key)
    assert case.says in problem.what
    assert problem.warning is case.warning
    assert problem.cure
