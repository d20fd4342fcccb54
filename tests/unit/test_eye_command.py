"""`main.py eye`: what stood on a screen at a second, as a table and as JSON; holes, drills and nonsense in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import main
from console.eye import Glimpse, Picture, View
from console.model import AlarmId, By, CameraId, Domain
from tests.unit.eye_room import QUARTER, Room, glimpse, running

ZONE = ZoneInfo("Asia/Shanghai")  # the demo site's, whose configuration is the default


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with running(tmp_path) as made:
        yield made


def clock(t_s: int) -> list[str]:
    at = datetime.fromtimestamp(t_s, ZONE)
    return [at.strftime("%H:%M:%S"), "--date", at.strftime("%Y-%m-%d")]


def asked(room: Room, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Exit code and what was printed."""
    status = main.main(["eye", "--data", str(room.folder), *arguments])
    return status, capsys.readouterr().out


def test_a_second_is_told_tile_by_tile_with_what_was_stale_and_who_changed_it(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    room.second(glimpse("wall-1/1", 17), glimpse("wall-1/2", 18))
    room.eye.acted(By(person="Li", position="desk-1"), "put", {"surface": "wall-1", "tile": "wall-1/2"})
    fire = View(Picture.LIVE, CameraId("c3"), 3, "Camera 3", "main", alarm=AlarmId("site/d1#smoke/1"))
    dead = View(Picture.NONE, CameraId("c4"), 4, "Camera 4", state="no_signal")
    at = room.second(
        glimpse("wall-1/1", 17, Picture.STALE, 4_200), glimpse("wall-1/2", 19),
        Glimpse("wall-1", "region/1", QUARTER, fire, 40), Glimpse("wall-1", "wall-1/3", QUARTER, dead),
    )  # fmt: skip
    room.settle()
    status, text = asked(room, capsys, "wall-1", *clock(at))
    assert status == 0
    rows = {line.split()[0]: " ".join(line.split()) for line in text.splitlines() if line}
    assert rows["wall-1/1"] == "wall-1/1 17 Camera 17 sub NOT LIVE, 4.2 s old"
    assert rows["wall-1/2"] == "wall-1/2 19 Camera 19 sub LIVE, at most 0.5 s old"
    assert rows["wall-1/3"] == "wall-1/3 4 Camera 4 no picture: no_signal"
    assert rows["region/1"].endswith("main LIVE, at most 0.5 s old, for alarm site/d1#smoke/1")
    assert "Li (desk-1) put surface=wall-1 tile=wall-1/2" in text and "wall-1/2: 19 Camera 19 live" in text


def test_the_same_as_json_for_programs_and_a_drill_is_marked_in_both(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    room.domain = Domain("drill:7")
    at = room.second(glimpse("wall-1/1", 17))
    room.settle()
    status, text = asked(room, capsys, "wall-1", *clock(at), "--json")
    told = json.loads(text)
    assert (status, told["domain"], told["position"]) == (0, "drill:7", "desk-1")
    assert told["tiles"] == [
        {
            "tile": "wall-1/1", "camera": "c17", "number": 17, "name": "Camera 17", "stream": "sub",
            "picture": "live", "age_ms": 500, "state": "", "alarm": None,
        }
    ]  # fmt: skip
    assert "DRILL 7" in asked(room, capsys, "wall-1", *clock(at))[1]


def test_a_hole_names_the_nearest_seconds_and_another_window_those_there_were(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    at = room.second(glimpse("wall-1/1", 17))
    room.settle()
    status, text = asked(room, capsys, "wall-1", *clock(at + 60))
    assert status == 1 and f"nothing was recorded. The nearest seconds: {' '.join(clock(at)[::-2])}" in text
    status, text = asked(room, capsys, "wall-9", *clock(at))
    assert status == 0 and "there were: wall-1" in text


def test_without_a_time_the_records_are_listed_with_what_they_take(
    room: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(5):
        room.second(glimpse("wall-1/1", 17))
    room.settle()
    status, text = asked(room, capsys)
    assert status == 0 and text.startswith("desk-1: 5 s recorded, ") and "1 changes, less than an hour yet" in text


def test_nonsense_is_refused_in_words(room: Room, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (
        ["wall-1", "14:99"],
        ["wall-1", "14:03:20", "--date", "soon"],
        ["wall-1", "14:03", "--position", "x"],
    ):
        status = main.main(["eye", "--data", str(room.folder), *words])
        assert status == 1
    said = capsys.readouterr()
    assert "14:99  is no time: give it as HH:MM:SS" in said.err and "Traceback" not in said.err
