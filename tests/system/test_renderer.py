"""Pictures drawn by OpenGL are those that are painted by hand, seen on a software OpenGL in a real X server."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.servers.xvfb import MID, Screen
from tests.sources import ROOT
from tests.system.showing import Stage
from tests.waiting import wait_until


def figures(xvfb: Screen, width: int, height: int) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.system.drawing_pictures", str(width), str(height)],
        env=xvfb.env(), cwd=ROOT, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return dict(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(("width", "height"), [(640, 360), (450, 251)])
def test_a_picture_drawn_by_opengl_has_the_colours_of_the_painted_one(xvfb: Screen, width: int, height: int) -> None:
    found = figures(xvfb, width, height)
    assert found["can_draw"], found["card"]
    for kind in ("colours", "code", "corner"):
        assert found[kind]["mean"] < 2.5, found
        assert found[kind]["p99"] < 16, found


def test_an_opengl_that_the_processor_works_out_is_not_taken_for_a_card(xvfb: Screen) -> None:
    assert not figures(xvfb, 64, 48)["is_real"]


@pytest.mark.long
def test_a_whole_room_drawn_by_opengl_shows_every_camera_where_it_belongs_and_an_old_picture_as_old(
    stage: Stage, tmp_path: Path
) -> None:
    config = tmp_path / "park" / "config.toml"
    text = config.read_text(encoding="utf-8")
    text = text.replace('renderer = "auto"', 'renderer = "opengl"').replace("load_percent = 85", "load_percent = 0")
    config.write_text(text, encoding="utf-8")
    show = stage.start()
    show.settled(timeout=60)
    show.cameras.fault(5, "stall")
    wait_until(lambda: 5 in [one.number for one in show.eyes.old_pictures(MID)], 20, "camera 5 under its veil")
    assert 5 not in show.numbers(MID)
    show.cameras.fault(5, "none")
    show.shows(MID, *range(1, 17), timeout=60)
