"""What editors, converters and attackers leave in a site folder: named like every other mistake, and never a crash."""

from __future__ import annotations

import json
import os
import stat
import time
from pathlib import Path

import pytest

from console.errors import ConfigError, Problem
from console.model import Site
from console.site import check, load
from console.site.adding import add_device
from console.site.drills import read_scenarios
from console.site.findings import Findings
from tests.unit.site_folder import CAMERA, POINT_HEAD, SITE, WEST, collection, feature, place, square, write
from tests.unit.test_placing_devices import LOFT
from tests.unit.test_site_drills import ACT, HEAD, TEXT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path)


def one_error(folder: Path, file: str, text: str) -> Problem:
    (folder / file).write_text(text, encoding="utf-8")
    (found,) = [problem for problem in check(folder) if problem.file == file]
    assert not found.warning
    return found


# ---- shapes ----


def test_a_building_without_an_outline_is_named(folder: Path) -> None:
    nothing = feature("Polygon", [], id="B", name="乙楼", name_en="House B")
    house = feature("Polygon", square(0, 0, 40, 20), id="A", name="甲楼", name_en="House A")
    found = one_error(folder, "buildings.geojson", collection(house, nothing))
    assert (found.line, found.key) == (3, "geometry")


def test_a_wall_of_no_lines_is_named(folder: Path) -> None:
    found = one_error(folder, "walls.geojson", collection(feature("MultiLineString", [], building="A", floors=[0])))
    assert (found.line, found.key) == (2, "geometry")


@pytest.mark.parametrize("number", ["1e400", "1" + "0" * 400])
def test_a_coordinate_beyond_all_numbers_is_named(folder: Path, number: str) -> None:
    door = json.dumps(feature("Point", place(20, 9), building="A", floors=[0], zones=["A-W", "A-E"]))
    lon = json.dumps(place(20, 9)[0])
    found = one_error(folder, "doors.geojson", '{"features": [\n' + door.replace(lon, number, 1) + "\n]}")
    assert (found.line, found.key) == (2, "geometry")


@pytest.mark.parametrize("first", ["7", "{}", "[]"])
def test_two_lists_of_features_are_one_too_many(folder: Path, first: str) -> None:
    text = collection(WEST).replace('"features"', f'"features": {first}, "features"', 1)
    assert one_error(folder, "zones.geojson", text).key == "features"


# ---- site.toml and scenarios ----


@pytest.mark.parametrize("value", ["1" * 5_000, "[" * 5_000 + "]" * 5_000])
def test_a_value_no_parser_takes_is_no_crash(folder: Path, value: str) -> None:
    assert "not readable as TOML" in one_error(folder, "site.toml", f"{SITE}x = {value}\n").what


@pytest.mark.parametrize("key", ["base", "onvif"])
def test_a_password_in_the_address_of_all_cameras_is_refused_and_not_repeated(folder: Path, key: str) -> None:
    scheme = "rtsp" if key == "base" else "http"
    text = SITE.replace('base = "rtsp://127.0.0.1:8554"', f'{key} = "{scheme}://admin:hunter2@nvr:554"')
    (folder / "cameras.csv").write_text((folder / "cameras.csv").read_text().replace("{base}/C-1/sub", ""))
    found = one_error(folder, "site.toml", text)
    assert (found.key, found.line) == (f"video.{key}", 11)
    assert "hunter2" not in str(found)


def test_a_password_behind_the_base_of_a_camera_s_address_is_refused(folder: Path) -> None:
    rows = (folder / "cameras.csv").read_text(encoding="utf-8")
    hidden = CAMERA.replace("{base}/C-1/sub", "{base}/C-1/sub?user=a&password=hunter2")
    found = one_error(folder, "cameras.csv", rows.replace(CAMERA, hidden))
    assert (found.line, found.key) == (2, "sub_url")
    assert "hunter2" not in str(found)


def scenario(folder: Path, text: str) -> tuple[Problem, ...]:
    (folder / "drills").mkdir(exist_ok=True)
    (folder / "drills" / "smoke.toml").write_text(text, encoding="utf-8")
    findings = Findings()
    read_scenarios(folder, Site("a", "a", "UTC", (0.0, 0.0)), findings)
    return findings.problems


def test_a_scenario_with_a_byte_order_mark_is_read(folder: Path) -> None:
    assert scenario(folder, "\ufeff" + HEAD + ACT) == ()


@pytest.mark.parametrize("at_s", ["nan", "inf", "1" + "0" * 400])
def test_a_moment_no_clock_will_ever_show_is_named(folder: Path, at_s: str) -> None:
    (found,) = scenario(folder, f"{HEAD}[[act]]\nat_s = {at_s}\ndeed = 'say'\n{TEXT}")
    assert found.key == "act 1.at_s"


# ---- tables ----


def test_a_table_with_an_open_quote_takes_nothing_new_and_is_no_crash(folder: Path) -> None:
    with (folder / "points.csv").open("a", encoding="utf-8") as table:
        table.write('"open\n')
    with pytest.raises(ValueError, match=r"points\.csv"):
        add_device(folder, LOFT)


def test_a_table_that_lies_elsewhere_is_written_there_and_keeps_its_rights(folder: Path) -> None:
    shared = folder.parent / f"{folder.name}-shared.csv"
    (folder / "points.csv").replace(shared)
    (folder / "points.csv").symlink_to(shared)
    shared.chmod(0o640)
    add_device(folder, LOFT).write()
    assert (folder / "points.csv").is_symlink()
    assert "z2m/0x99#smoke" in shared.read_text(encoding="utf-8")
    assert stat.S_IMODE(shared.stat().st_mode) == 0o640


def test_a_pipe_in_place_of_a_table_holds_nobody_up(folder: Path) -> None:
    (folder / "places.csv").unlink()
    os.mkfifo(folder / "places.csv")
    (found,) = check(folder)
    assert (found.file, found.warning) == ("places.csv", False)


def test_a_folder_where_every_binding_is_wrong_is_judged_in_seconds(folder: Path) -> None:
    """One prefix forgotten in an export: thousands of rows that name no point, among thousands of points."""
    points = "".join(f"site/pump-{n:05d}#water_pressure,泵,Pump,,,,,,,,,\n" for n in range(5_000))
    (folder / "points.csv").write_text(f"{POINT_HEAD}\n{points}", encoding="utf-8")
    wrong = "".join(f"site/pmp-{n:05d}#water_pressure,C-1,1,\n" for n in range(5_000))
    (folder / "bindings.csv").write_text(f"target,camera,order,preset\n{wrong}", encoding="utf-8")
    began = time.process_time()
    with pytest.raises(ConfigError) as caught:
        load(folder)
    errors = [problem for problem in caught.value.problems if problem.key == "target"]
    assert len(errors) == 5_000, "each is named"
    assert "did you mean 'site/pump-00000#water_pressure'?" in errors[0].cure
    assert time.process_time() - began < 20, "two minutes when each is compared with all"
