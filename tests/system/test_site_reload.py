"""The site folder is edited while the real console runs: read when asked, shown, applied, and nothing else moves."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from console import errands
from console.backends.site.work import WorkingReader
from console.commands.reload import running
from console.errors import BackendError
from console.inbox import Inbox
from console.model import Site
from console.revising import FolderRead, FolderRefused
from console.site import load
from tests.servers.mosquitto import Broker
from tests.servers.rtsp import RtspServer
from tests.servers.xvfb import Screen
from tests.sources import ROOT
from tests.system.journal import assert_verifies, entries
from tests.system.operator import press
from tests.system.process import Running
from tests.system.small_site import point, smoke
from tests.unit.site_folder import CAMERA, CAMERA_HEAD, POINT_HEAD, lat_lon, write
from tests.waiting import wait_until

SMOKE = f"site/dev-1#smoke,烟感,Smoke,{lat_lon(6, 6)},,A,0,A-W,,,"
FRESH = f"C-3,3,新,Fresh,fixed,{lat_lon(30, 15)},A,0,A-E,270,90,,,,,{{base}}/C-3/sub,,"
BINDING = "target,camera,order,preset\n"


@pytest.fixture
def folder(config: Path, rtsp_server: RtspServer) -> Path:
    """One detector and one camera of the test's own RTSP server."""
    folder = config.parent / "site"
    toml = (folder / "site.toml").read_text(encoding="utf-8")
    put(folder, "site.toml", toml.replace("rtsp://127.0.0.1:8554", rtsp_server.base))
    put(folder, "cameras.csv", f"{CAMERA_HEAD}\n{CAMERA}\n")
    put(folder, "points.csv", f"{POINT_HEAD}\n{SMOKE}\n")
    return folder


def put(folder: Path, file: str, text: str) -> None:
    (folder / file).write_text(text, encoding="utf-8")


def add_camera(folder: Path) -> None:
    """A new camera, bound to the detector, which has another name now."""
    put(folder, "cameras.csv", f"{CAMERA_HEAD}\n{CAMERA}\n{FRESH}\n")
    put(folder, "bindings.csv", f"{BINDING}site/dev-1#smoke,C-3,1,\n")
    put(folder, "points.csv", f"{POINT_HEAD}\n{SMOKE.replace('烟感', '新烟感')}\n")


def reload(console: Running, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "main.py", "reload", "--data", str(console.data), *more]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30)


def test_a_new_camera_is_shown_applied_and_chosen_while_the_others_go_on(
    mosquitto: Broker, folder: Path, console: Running, rtsp_server: RtspServer
) -> None:
    console.start("run")
    console.wait_for("PictureChanged", camera="C-1", state="live")
    mosquitto.publish(*smoke("dev-1"))
    alarm = console.wait_for("AlarmRaised", point=point("dev-1"))["alarm"]
    assert console.wait_for("CamerasRanked", alarm=alarm)["cameras"] == ["C-1"]

    add_camera(folder)
    before = len(console.events())
    assert reload(console).returncode == 0
    told = console.wait_for("SiteChangePending")
    assert told["kinds"] == {"cameras": [1, 0, 0], "points": [0, 0, 1], "bindings": [1, 0, 0]}
    assert reload(console, "--apply").returncode == 0
    applied = console.wait_for("SiteApplied")
    assert (applied["by"], applied["added"], applied["removed"], applied["changed"]) == ("Li", 2, 0, 1)
    assert console.wait_for("CamerasRanked", alarm=alarm, after=before)["cameras"] == ["C-3", "C-1"]
    console.wait_for("PictureChanged", camera="C-3", state="live")

    put(folder, "cameras.csv", f"{CAMERA_HEAD}\n{CAMERA}\n{FRESH}\n{FRESH}\n")
    assert reload(console).returncode == 0
    problems = console.wait_for("SiteRefused")["problems"]
    assert any(p.startswith("cameras.csv:4: error: id") and "Cure: " in p for p in problems)
    mosquitto.publish("site/dev-1/smoke", json.dumps({"v": False}))
    console.wait_for("AlarmCleared", alarm=alarm)
    again = len(console.events())
    mosquitto.publish(*smoke("dev-1"))
    assert console.wait_for("CamerasRanked", alarm=alarm, after=again)["cameras"] == ["C-3", "C-1"]

    assert console.named("PictureChanged", after=before, camera="C-1") == []
    assert rtsp_server.asked("DESCRIBE", "C-1/sub") == 1
    assert console.stop() == 0
    written = [entry for entry in entries(console.data) if entry.kind == "SiteApplied"]
    assert [(entry.by.person, entry.data["asked"]) for entry in written] == [("Li", "command")]
    assert_verifies(console.data)


def test_the_operator_reads_and_applies_with_one_key_and_a_signal_reaches_the_window_too(
    config: Path, folder: Path, xvfb: Screen, tmp_path: Path
) -> None:
    with Running(tmp_path / "window", "--config", str(config), env=xvfb.env()) as window:
        window.start("run")
        window.wait_for("PictureChanged", camera="C-1", state="live")
        add_camera(folder)
        press(xvfb, window.child.pid, "ctrl+r")
        window.wait_for("SiteChangePending")

        def applied() -> bool:
            """Not obeyed until the change could be read: a second."""
            press(xvfb, window.child.pid, "ctrl+r")
            return bool(window.named("SiteApplied", by="Li"))

        wait_until(applied, 15, "the change to be applied by key")
        window.wait_for("PictureChanged", camera="C-3", state="live")
        before = len(window.events())
        assert reload(window).returncode == 0
        window.wait_for("SiteUnchanged", after=before)
        assert window.stop() == 0


def test_nothing_is_applied_that_was_not_shown_before(config: Path, folder: Path, console: Running) -> None:
    console.start("run")
    add_camera(folder)
    assert reload(console, "--apply").returncode == 0
    wait_until(lambda: "SIGUSR1 refused: no_site_change" in console.last_words(), 10, "the refusal in the log")
    assert console.named("SiteApplied") == []


def test_no_process_but_a_console_is_ever_signalled(tmp_path: Path) -> None:
    stranger = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        facts = {"pid": stranger.pid, "position": "desk-1"}
        (tmp_path / "runtime.json").write_text(json.dumps(facts), encoding="utf-8")
        (tmp_path / "desk-1.lock").touch()
        with pytest.raises(BackendError, match="no console runs on"):
            running(tmp_path)
    finally:
        stranger.communicate(b"\n", timeout=10)
    assert stranger.returncode == 0


# ---- the child that reads ----


def answer(reader: WorkingReader, inbox: Inbox, known: Site) -> object:
    posted: list[object] = []
    reader.read(known)
    wait_until(lambda: not inbox.drain(posted.append, lambda item, error: None) and posted, 30, "the child's answer")
    return posted[0]


def test_the_child_brings_the_whole_site_and_its_index_ready_to_be_asked(tmp_path: Path) -> None:
    inbox, folder = Inbox(), write(tmp_path)
    known, _ = load(folder)
    put(folder, "cameras.csv", f"{CAMERA_HEAD}\n{CAMERA}\n")
    put(folder, "bindings.csv", BINDING)
    read = answer(WorkingReader(folder, inbox, "rtsp://elsewhere"), inbox, known)
    assert isinstance(read, FolderRead)
    assert read.site.video_base == "rtsp://elsewhere" and read.difference.settings == ("video_base",)
    assert [camera.id for camera in read.difference.cameras.removed] == ["C-2"]
    assert [c.camera.id for c in read.index.rank(read.site.points[0], {}).chosen] == ["C-1"]


def test_a_child_that_ends_without_an_answer_is_a_problem_with_a_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox, folder = Inbox(), write(tmp_path)
    monkeypatch.setattr(errands, "MAIN", tmp_path / "absent.py")
    refused = answer(WorkingReader(folder, inbox), inbox, load(folder)[0])
    assert isinstance(refused, FolderRefused)
    assert "main.py check" in refused.problems[0].cure


def test_stopped_while_it_reads_it_posts_nothing_and_leaves_no_child(tmp_path: Path) -> None:
    inbox, folder = Inbox(), write(tmp_path)
    reader = WorkingReader(folder, inbox)
    reader.read(load(folder)[0])
    reader.stop()
    assert inbox.waiting == 0
