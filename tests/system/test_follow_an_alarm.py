"""One alarm all the way: broker, receipt, alarm, camera, pixels on a real screen, the operator's key, the journal."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from console import framecode
from console.framecode import Box, FrameCode
from tests.servers.xvfb import Screen
from tests.system.journal import assert_verifies, entries
from tests.system.operator import look, press
from tests.system.process import Running, publish_to_demo
from tests.waiting import wait_until

DETECTOR = "zigbee2mqtt/东厂房/3F/走廊C/电梯厅侧烟感"
CAMERA, NUMBER = "C-117", 117  # the site binds it to that detector
ALARM_TILE = (484, 100, 752, 422)  # left, top, width, height of the large picture in a window of 1920 × 1080
DRAWN_S = 180.0  # on a machine that has never drawn the demo's pictures; else 5
EDGE = 12  # pixels round the picture that belong to the window, at most
TIMES = ("source_ms", "received_ms", "decided_ms", "painted_ms", "acknowledged_ms")


def test_a_smoke_message_becomes_an_alarm_the_picture_of_its_camera_and_a_record_that_holds(
    xvfb: Screen, tmp_path: Path
) -> None:
    with Running(tmp_path, "--quiet", "--language", "en", env=xvfb.env()) as console:
        console.start("demo")
        console.wait_for("PictureChanged", DRAWN_S, camera=CAMERA, state="live")
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
    """Read from the picture inside the tile's edge; how wide that edge is, is the window's business."""
    seen = look(screen)
    codes = (framecode.read(seen, picture_in(ALARM_TILE, edge)) for edge in range(EDGE + 1))
    return next((code for code in codes if code is not None), None)


def picture_in(tile: Box, edge: int) -> Box:
    """Where a 16:9 picture stands in a tile with so many pixels of edge."""
    left, top, width, height = tile[0] + edge, tile[1] + edge, tile[2] - 2 * edge, tile[3] - 2 * edge
    wide, high = min(width, round(height * 16 / 9)), min(height, round(width * 9 / 16))
    return left + (width - wide) // 2, top + (height - high) // 2, wide, high


def newer_than(before: FrameCode, now: FrameCode | None) -> FrameCode | None:
    return now if now is not None and now.frame != before.frame else None


def assert_recorded(data: Path, alarm: str) -> None:
    about = [e for e in entries(data) if e.data.get("alarm") == alarm or e.stream == f"alarm/{alarm}"]
    kinds = [entry.kind for entry in about]
    for kind in ("AlarmRaised", "CamerasRanked", "CameraShown", "AlarmAcknowledged", "LatencyLedger"):
        assert kinds.count(kind) == 1, kinds
    ledger = about[kinds.index("LatencyLedger")].data
    assert all(0 < ledger[early] <= ledger[late] for early, late in pairwise(TIMES)), ledger
    assert_verifies(data)
