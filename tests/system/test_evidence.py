"""A fire alarm keeps its pictures: ordered, saved, vouched for, also when the video process or the console dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import av
import psutil
import pytest

from tests.servers.mosquitto import Broker
from tests.servers.rtsp import RtspServer
from tests.sources import ROOT
from tests.system.journal import entries
from tests.system.process import Event, Running
from tests.system.small_site import point, smoke, write_config
from tests.unit.site_folder import CAMERA_HEAD, POINT_HEAD, lat_lon
from tests.waiting import wait_until

LONG_S = 25.0


def configured(folder: Path, broker: Broker, server: RtspServer, after_s: int) -> Path:
    """A site with one detector and the camera that is bound to it, at servers of the test's own."""
    config = write_config(folder, broker.url)
    site = folder / "site"
    text = (site / "site.toml").read_text(encoding="utf-8")
    (site / "site.toml").write_text(text.replace("rtsp://127.0.0.1:8554", server.base), encoding="utf-8")
    camera = f"C-1,1,西区,West,fixed,{lat_lon(5, 5)},A,0,A-W,90,90,,,,,{{base}}/gate,,"
    (site / "cameras.csv").write_text(f"{CAMERA_HEAD}\n{camera}\n", encoding="utf-8")
    room = f"site/room#smoke,烟感,Smoke,{lat_lon(6, 6)},,A,0,A-W,,,"
    (site / "points.csv").write_text(f"{POINT_HEAD}\n{room}\n", encoding="utf-8")
    bound = "target,camera,order,preset\nsite/room#smoke,C-1,1,\n"
    (site / "bindings.csv").write_text(bound, encoding="utf-8")
    wanted = config.read_text(encoding="utf-8").replace("before_s = 30", "before_s = 2")
    config.write_text(wanted.replace("after_s = 60", f"after_s = {after_s}"), encoding="utf-8")
    return config


@pytest.fixture
def after_s() -> int:
    return 2


@pytest.fixture
def running(mosquitto: Broker, rtsp_server: RtspServer, tmp_path: Path, after_s: int) -> Iterator[Running]:
    config = configured(tmp_path / "site", mosquitto, rtsp_server, after_s)
    with Running(tmp_path / "console", "--headless", "--config", str(config)) as console:
        console.start("run")
        console.wait_for("PictureChanged", camera="C-1", state="live")
        yield console


def verdict(console: Running) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "main.py", "verify", "--data", str(console.data)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def raise_alarm(console: Running, broker: Broker) -> Event:
    broker.publish(*smoke("room"))
    return console.wait_for("EvidenceOrdered", camera="C-1")


def recording(console: Running, ordered: Event) -> None:
    """Wait until some of the clip is on disk."""
    file = (console.data / ordered["path"]).with_suffix(".recording.mp4")
    wait_until(lambda: file.is_file() and file.stat().st_size > 20_000, 10, "the recording")


def video_process(console: Running) -> psutil.Process:
    children = psutil.Process(console.child.pid).children()
    return next(child for child in children if "console.videod" in child.cmdline())


def pictures(console: Running, saved: Event) -> int:
    with av.open(str(console.data / saved["path"])) as file:
        return sum(1 for _ in file.decode(video=0))


def test_a_fire_alarms_clip_is_saved_vouched_for_and_found_out_when_it_was_changed(
    mosquitto: Broker, running: Running
) -> None:
    ordered = raise_alarm(running, mosquitto)
    assert ordered["alarm"] == f"{point('room')}/1"
    saved = running.wait_for("EvidenceSaved", camera="C-1", path=ordered["path"])
    assert saved["frames"] == pictures(running, saved) > 20
    wait_until(lambda: [e for e in entries(running.data) if e.kind == "EvidenceSaved"], 5, "the journal")
    whole = verdict(running)
    assert (whole.returncode, "1 recordings, 1 as they were recorded" in whole.stdout) == (0, True)

    clip = running.data / saved["path"]
    content = clip.read_bytes()
    clip.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    changed = verdict(running)
    assert (changed.returncode, f"RECORDING CHANGED: {saved['path']}" in changed.stdout) == (1, True)
    clip.unlink()
    missing = verdict(running)
    assert (missing.returncode, f"RECORDING MISSING: {saved['path']}" in missing.stdout) == (1, True)


@pytest.mark.parametrize("after_s", [12])
def test_a_video_process_that_dies_while_it_records_costs_the_seconds_until_the_next_one(
    mosquitto: Broker, running: Running
) -> None:
    first = raise_alarm(running, mosquitto)
    recording(running, first)
    video_process(running).kill()
    kept = running.wait_for("EvidenceSaved", LONG_S, path=first["path"])
    assert kept["partial"]
    assert kept["frames"] == pictures(running, kept)
    rest = wait_until(
        lambda: next((e for e in running.named("EvidenceOrdered") if e["path"] != first["path"]), None), 5, "the rest"
    )
    assert rest is not None
    saved = running.wait_for("EvidenceSaved", LONG_S, path=rest["path"])
    assert pictures(running, saved) > 15


@pytest.mark.parametrize("after_s", [30])
def test_a_console_that_is_killed_while_a_clip_runs_settles_it_when_it_is_back(
    mosquitto: Broker, running: Running
) -> None:
    first = raise_alarm(running, mosquitto)
    recording(running, first)
    wait_until(lambda: [e for e in entries(running.data) if e.kind == "EvidenceOrdered"], 5, "the journal")
    running.kill()
    before = len(running.events())
    running.start("run")
    kept = running.wait_for("EvidenceSaved", LONG_S, after=before, path=first["path"])
    assert (kept["partial"], kept["alarm"]) == (True, f"{point('room')}/1")
    assert kept["frames"] == pictures(running, kept) >= 15
    running.wait_for("EvidenceOrdered", after=before, camera="C-1")
    assert verdict(running).returncode == 0


@pytest.mark.parametrize("after_s", [20])
def test_an_evidence_folder_that_cannot_be_written_is_a_trouble_and_alarms_go_on(
    mosquitto: Broker, running: Running
) -> None:
    (running.data / "evidence").mkdir()
    (running.data / "evidence").chmod(0o500)
    probe = running.data / "evidence" / "probe"
    try:
        probe.mkdir()  # root may write anywhere: then a file stands where the folder should be
        probe.rmdir()
        (running.data / "evidence").rmdir()
        (running.data / "evidence").write_text("")
    except PermissionError:
        assert os.geteuid() != 0
    raise_alarm(running, mosquitto)
    failed = running.wait_for("EvidenceFailed", LONG_S, camera="C-1")
    assert failed["code"] == "unwritable"
    running.wait_for("AlarmRaised", point="link/desk-1#evidence", **{"class": "T"})
    mosquitto.publish(*smoke("other"))
    running.wait_for("AlarmRaised", point=point("other"))


def test_stopping_in_order_keeps_what_was_recorded(mosquitto: Broker, running: Running) -> None:
    ordered = raise_alarm(running, mosquitto)
    recording(running, ordered)
    running.child.send_signal(signal.SIGTERM)
    assert running.child.wait(15) == 0
    clip = running.data / ordered["path"]
    assert clip.is_file()
    assert clip.with_suffix(".json").is_file()
