"""One alarm all the way: broker, receipt, alarm, camera, pixels on a real screen, the operator's key, the journal."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

from console.backends.store.database import JOURNAL_FILE
from console.backends.store.read import JournalReader
from console.sim import framecode
from console.sim.framecode import FrameCode
from tests.servers.xvfb import Screen
from tests.sources import ROOT
from tests.system.operator import look, press
from tests.system.process import Running, publish_to_demo
from tests.waiting import wait_until

DETECTOR = "zigbee2mqtt/东厂房/3F/走廊C/电梯厅侧烟感"
CAMERA, NUMBER = "C-117", 117  # the site binds it to that detector
ALARM_TILE = (484, 100, 752, 422)  # left, top, width, height of the large picture in a window of 1920 × 1080
TIMES = ("source_ms", "received_ms", "decided_ms", "painted_ms", "acknowledged_ms")


def test_a_smoke_message_becomes_an_alarm_the_picture_of_its_camera_and_a_record_that_holds(
    xvfb: Screen, tmp_path: Path
) -> None:
    with Running(tmp_path, "--quiet", "--language", "en", env=xvfb.env()) as console:
        console.start("demo")
        console.wait_for("PictureChanged", 60, camera=CAMERA, state="live")
        publish_to_demo(console, [(DETECTOR, '{"smoke": true, "battery": 90}')])

        raised = console.wait_for("AlarmRaised", **{"class": "F"})
        ranked = console.wait_for("CamerasRanked", alarm=raised["alarm"])
        assert ranked["cameras"][0] == CAMERA
        console.wait_for("CameraShown", alarm=raised["alarm"], camera=CAMERA, tier=1)

        first = wait_until(lambda: code_on_alarm_tile(xvfb), 10, "the frame code of a picture on the alarm tile")
        later = wait_until(lambda: newer_than(first, code_on_alarm_tile(xvfb)), 10, "the next picture")
        assert (first.number, later.number) == (NUMBER, NUMBER)

        press(xvfb, console.child.pid, "F2")
        console.wait_for("AlarmAcknowledged", alarm=raised["alarm"], position="desk-1")
        assert console.stop() == 0
    assert_recorded(console.data, raised["alarm"])


def code_on_alarm_tile(screen: Screen) -> FrameCode | None:
    return framecode.read(look(screen), ALARM_TILE)


def newer_than(before: FrameCode, now: FrameCode | None) -> FrameCode | None:
    return now if now is not None and now.frame != before.frame else None


def assert_recorded(data: Path, alarm: str) -> None:
    entries = [recorded.entry for chunk in JournalReader(data / JOURNAL_FILE).chunks() for recorded in chunk]
    about = [entry for entry in entries if entry.data.get("alarm") == alarm or entry.stream == f"alarm/{alarm}"]
    kinds = [entry.kind for entry in about]
    for kind in ("AlarmRaised", "CamerasRanked", "CameraShown", "AlarmAcknowledged", "LatencyLedger"):
        assert kinds.count(kind) == 1, kinds
    ledger = about[kinds.index("LatencyLedger")].data
    assert all(0 < ledger[early] <= ledger[late] for early, late in pairwise(TIMES)), ledger
    verdict = subprocess.run(
        [sys.executable, "main.py", "verify", "--data", str(data)], cwd=ROOT, capture_output=True, text=True
    )
    assert verdict.returncode == 0, verdict.stdout + verdict.stderr
