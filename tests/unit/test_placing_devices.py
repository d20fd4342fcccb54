"""A new device goes into the tables of the site: in the file's own columns and datum, judged first, in one piece."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import main
from console.backends.site import placing
from console.backends.site.work import WorkingReader
from console.inbox import Inbox
from console.model import BuildingId, CameraId, Placement, ZoneId
from console.newcomers import PlacementRefused, PlacementWritten
from console.site import load
from console.site.adding import add_device, local_place
from tests.sources import ROOT
from tests.unit.site_folder import SITE, write
from tests.waiting import wait_until

LOFT = Placement(
    "z2m", "0x99", ("smoke", "heat"), "阁楼,北", "Loft north", (5.0, 6.0), BuildingId("A"), 0, ZoneId("A-W"),
    "loft", cameras=(CameraId("C-1"),),
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    return write(tmp_path / "site")


def test_a_device_becomes_a_point_for_each_kind_and_a_binding_for_each_camera(folder: Path) -> None:
    added = add_device(folder, LOFT)
    assert added.is_sound and not added.problems
    added.write()
    site, _warnings = load(folder)
    points = {point.id: point for point in site.points if point.id.startswith("z2m/0x99")}
    assert set(points) == {"z2m/0x99#smoke", "z2m/0x99#heat"}
    loft = points[LOFT.points[0]]
    assert (loft.name, loft.building, loft.floor, loft.zone, loft.alias) == ("阁楼,北", "A", 0, "A-W", "loft")
    assert loft.at is not None and abs(loft.at[0] - 5.0) < 0.02 and abs(loft.at[1] - 6.0) < 0.02
    bound = [(b.target, b.camera, b.order) for b in site.bindings if b.target.startswith("z2m/0x99")]
    assert bound == [("z2m/0x99#smoke", "C-1", 1), ("z2m/0x99#heat", "C-1", 1)]


@pytest.mark.parametrize("datum", ["gcj02", "bd09", "cgcs2000"])
def test_the_spot_is_written_in_the_datum_of_the_sites_files(folder: Path, datum: str) -> None:
    (folder / "site.toml").write_text(SITE.replace('datum = "wgs84"', f'datum = "{datum}"'), encoding="utf-8")
    sheet = add_device(folder, LOFT).sheets[0]
    cells = next(row for row in csv.DictReader(io.StringIO(sheet.text)) if row["id"] == LOFT.points[0])
    x, y = local_place(folder, (float(cells["lon"]), float(cells["lat"])))
    assert abs(x - 5.0) < 0.02 and abs(y - 6.0) < 0.02


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"zone": ZoneId("nowhere")}, "there is no zone"),
        ({"floor": 9}, "no floor 9"),
        ({"cameras": (CameraId("C-77"),)}, "there is no camera"),
        ({"at": (400.0, 400.0)}, "outside building"),
        ({"device": "0x9#9"}, "is not a point id"),
    ],
)
def test_what_check_would_refuse_is_refused_and_nothing_is_written(
    folder: Path, change: dict[str, object], word: str
) -> None:
    before = {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}
    problems = placing.place(folder, None, replace(LOFT, **change))
    assert any(word in str(problem) for problem in problems), problems
    assert {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()} == before


def test_the_same_device_twice_is_refused(folder: Path) -> None:
    assert placing.place(folder, None, LOFT) == ()
    assert any("already used" in str(problem) for problem in placing.place(folder, None, LOFT))


def test_a_folder_that_is_not_to_be_written_is_copied_once_and_the_copy_grows(folder: Path, tmp_path: Path) -> None:
    before, copy = (folder / "points.csv").read_bytes(), tmp_path / "data" / "site"
    copy.parent.mkdir()
    assert placing.place(folder, copy, LOFT) == ()
    assert placing.place(folder, copy, replace(LOFT, device="0x98", cameras=())) == ()
    assert (folder / "points.csv").read_bytes() == before
    assert {"z2m/0x99#smoke", "z2m/0x98#heat"} <= {point.id for point in load(copy)[0].points}


def test_a_file_with_a_mark_and_windows_lines_keeps_them(folder: Path) -> None:
    path = folder / "points.csv"
    text = path.read_text(encoding="utf-8")
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert placing.place(folder, None, LOFT) == ()
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\n") == data.count(b"\r\n")


def test_an_order_survives_the_pipe(folder: Path) -> None:
    assert placing.read_order(placing.order(LOFT)) == LOFT
    problems = placing.place(folder, None, Placement("z2m", "0x1", ("smoke",), "", "", None))
    assert problems and placing.read_answer(placing.answer(problems)) == problems


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"source": 1}', b"x" * 200_000])
def test_an_order_that_cannot_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(placing.BadOrder):
        placing.read_order(data)


def test_the_child_writes_what_the_console_orders_and_says_what_is_wrong(folder: Path) -> None:
    inbox, posted = Inbox(), list[object]()
    writer = WorkingReader(folder, inbox)
    for _ in range(2):
        before = len(posted)
        writer.add(LOFT)
        wait_until(
            lambda n=before: not inbox.drain(posted.append, lambda item, error: None) and len(posted) > n, 60,
            "the child's answer",
        )  # fmt: skip
    written, refused = posted
    assert written == PlacementWritten(LOFT)
    assert isinstance(refused, PlacementRefused) and "already used" in str(refused.problems[0])
    writer.stop()


# ---- main.py points ----


def points(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    status = main.main(["points", *arguments])
    return status, capsys.readouterr().out


def test_the_command_lists_the_points_that_hold_every_word(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    placing.place(folder, None, LOFT)
    status, out = points(capsys, "list", "--site", str(folder), "loft", "smoke")
    assert status == 0 and out.splitlines() == ["z2m/0x99#smoke · 阁楼,北 / Loft north · A 0 A-W"]
    assert points(capsys, "list", "--site", str(folder), "nobody") == (1, "")


def test_the_command_writes_a_device_only_when_it_is_told_to(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lon, lat = 120.7300523, 30.8000541
    order = ("place", "z2m/0x77", "--site", str(folder), "--kind", "smoke", "--name", "阁楼", "--name-en", "Loft",
             "--lat", str(lat), "--lon", str(lon), "--building", "A", "--floor", "0", "--zone", "A-W")  # fmt: skip
    assert points(capsys, *order)[0] == 0
    assert all(point.id != "z2m/0x77#smoke" for point in load(folder)[0].points)
    status, out = points(capsys, *order, "--write")
    assert status == 0 and "reload" in out
    assert any(point.id == "z2m/0x77#smoke" for point in load(folder)[0].points)


def test_the_command_writes_nothing_that_would_break_the_site(folder: Path) -> None:
    order = ["points", "place", "z2m/0x77", "--site", str(folder), "--kind", "smoke", "--name", "阁楼", "--name-en",
             "Loft", "--building", "NONE", "--write"]  # fmt: skip
    ran = subprocess.run([sys.executable, "main.py", *order], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 1 and "there is no building 'NONE'" in ran.stdout
    assert all(point.id != "z2m/0x77#smoke" for point in load(folder)[0].points)


def test_a_point_as_json_has_what_the_site_says_of_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    placing.place(folder, None, LOFT)
    _status, out = points(capsys, "list", "--site", str(folder), "--json", "0x99", "heat")
    told = json.loads(out)
    assert (told["id"], told["kind"], told["zone"]) == ("z2m/0x99#heat", "heat", "A-W")
