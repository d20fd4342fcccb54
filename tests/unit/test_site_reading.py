"""Reading a site folder: whole files that are wrong, encodings, passwords, datums, and what a good folder gives."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from console.errors import ConfigError
from console.site import check, load
from console.site.datum import Datum, from_wgs84
from tests.unit.site_folder import FRAME, GOOD, ORIGIN, POINT, POINT_HEAD, SITE, collection, feature, lat_lon, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path)


def test_a_good_folder_has_no_problem(folder: Path) -> None:
    assert check(folder) == ()


@pytest.mark.parametrize(
    "name", sorted({"site.toml", *GOOD} - {"walls.geojson", "doors.geojson", "bindings.csv", "places.csv"})
)
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    found = check(folder)
    assert [(p.file, p.what) for p in found if not p.line] == [(name, "the file is missing")]


@pytest.mark.parametrize("name", ["walls.geojson", "doors.geojson", "bindings.csv", "places.csv"])
def test_an_optional_file_may_be_missing(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert check(folder) == ()


def test_a_misspelt_file_is_offered_as_the_cure(folder: Path) -> None:
    (folder / "points.csv").rename(folder / "point.csv")
    assert "'point.csv'" in next(p.cure for p in check(folder) if p.file == "points.csv")


@pytest.mark.parametrize(
    ("encode", "says"),
    [(lambda text: text.encode("gb18030"), "GB18030"), (lambda text: text.encode("utf-16"), "UTF-16")],
    ids=["gb18030", "utf-16"],
)
def test_another_encoding_is_named(folder: Path, encode: Callable[[str], bytes], says: str) -> None:
    (folder / "places.csv").write_bytes(encode(GOOD["places.csv"]))
    (problem,) = check(folder)
    assert problem.file == "places.csv"
    assert says in problem.what


@pytest.mark.parametrize("name", sorted(GOOD))
def test_a_byte_order_mark_changes_nothing(folder: Path, name: str) -> None:
    plain = load(folder)
    (folder / name).write_text(GOOD[name], encoding="utf-8-sig")
    assert load(folder) == plain


def test_windows_line_ends_and_blank_lines_change_nothing_but_are_counted(folder: Path) -> None:
    text = GOOD["bindings.csv"].replace("A-W,C-1", "\nA-W,C-9").replace("\n", "\r\n")
    (folder / "bindings.csv").write_bytes(text.encode())
    (problem,) = check(folder)
    assert (problem.line, problem.key) == (4, "camera")


def test_a_file_over_64_mib_is_refused_unread(folder: Path) -> None:
    with (folder / "points.csv").open("r+b") as file:
        os.truncate(file.fileno(), 65 * 1024 * 1024)
    found = [p for p in check(folder) if p.file == "points.csv"]
    assert [p.what for p in found] == ["the file has 65 MiB"]


def test_a_folder_where_a_file_should_be_is_no_traceback(folder: Path) -> None:
    (folder / "bindings.csv").unlink()
    (folder / "bindings.csv").mkdir()
    (problem,) = check(folder)
    assert "cannot be read" in problem.what


def test_all_mistakes_are_found_in_one_go(folder: Path) -> None:
    (folder / "site.toml").write_text(SITE + 'bass = "x"\n', encoding="utf-8")
    (folder / "cameras.csv").write_text(GOOD["cameras.csv"].replace("C-2,2", "C-2,119"), encoding="utf-8")
    (folder / "bindings.csv").write_text(GOOD["bindings.csv"].replace("A-W,C-1", "A-Q,C-1"), encoding="utf-8")
    found = [(p.file, p.line, p.key) for p in check(folder)]
    assert found == [("bindings.csv", 3, "target"), ("cameras.csv", 3, "number"), ("site.toml", 12, "video.bass")]
    with pytest.raises(ConfigError) as raised:
        load(folder)
    assert [(p.file, p.line, p.key) for p in raised.value.problems] == found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{base}/C-1/sub", "rtsp://admin:hunter2@10.0.0.5/1"),
        ("{base}/C-1/sub", "rtsp://10.0.0.5/1?user=a&password=hunter2"),
        ("env:DEMO", "hunter2"),
        ("{base}/C-1/sub", "rtsp://admin:hunter2@[/1"),
    ],
)
def test_a_password_in_a_file_is_an_error_that_does_not_repeat_it(folder: Path, old: str, new: str) -> None:
    text = GOOD["cameras.csv"]
    assert old in text
    (folder / "cameras.csv").write_text(text.replace(old, new, 1), encoding="utf-8")
    (problem,) = check(folder)
    assert problem.key in ("sub_url", "secret")
    assert "hunter2" not in str(problem)


def test_a_point_of_another_datum_lands_where_it_belongs_when_the_row_says_so(folder: Path) -> None:
    row = POINT.replace(f"{lat_lon(6, 6)},", f"{lat_lon(6, 6, Datum.GCJ02)},gcj02")
    (folder / "points.csv").write_text(f"{POINT_HEAD}\n{row}\n", encoding="utf-8")
    site, _warnings = load(folder)
    assert site.points[0].at == pytest.approx((6, 6), abs=0.01)


def test_a_whole_site_in_gcj02_is_read_in_its_own_metres(folder: Path) -> None:
    lon, lat = from_wgs84(ORIGIN, Datum.GCJ02)
    toml = SITE.replace("wgs84", "gcj02").replace(str(ORIGIN[0]), str(lon)).replace(str(ORIGIN[1]), str(lat))
    (folder / "site.toml").write_text(toml, encoding="utf-8")
    ring = [
        [round(part, 8) for part in from_wgs84(FRAME.to_lonlat(at), Datum.GCJ02)] for at in ((0, 0), (40, 0), (40, 20))
    ]
    house = feature("Polygon", [[*ring, ring[0]]], id="A", name="甲楼", name_en="House A")
    (folder / "buildings.geojson").write_text(collection(house), encoding="utf-8")
    for name in ("zones.geojson", "walls.geojson", "doors.geojson"):
        (folder / name).write_text(collection(), encoding="utf-8")
    for name in ("cameras.csv", "points.csv", "bindings.csv", "places.csv"):
        (folder / name).write_text(GOOD[name].splitlines()[0] + "\n", encoding="utf-8")
    site, _warnings = load(folder)
    assert [pytest.approx(at, abs=0.01) for at in site.buildings[0].ring[:3]] == [(0, 0), (40, 0), (40, 20)]
    assert site.origin == pytest.approx(ORIGIN, abs=1e-8)


def test_a_floor_whose_walls_are_all_drawn_is_known_even_without_any(folder: Path) -> None:
    site, _warnings = load(folder)
    assert site.floors_with_walls == {("A", 0), ("A", 1)}
