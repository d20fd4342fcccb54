"""A second console of the demo: it has no servers of its own, shares the journal, and both show the same fire."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sources import ROOT
from tests.system.journal import assert_verifies, raised
from tests.system.process import Running, publish_to_demo
from tests.waiting import wait_until

DETECTOR = "0x00158d00bc72e7c1"
POINT = f"z2m/{DETECTOR}#smoke"


@pytest.mark.long
def test_a_console_that_joins_the_demo_shows_what_the_first_one_shows(tmp_path: Path) -> None:
    with Running(tmp_path / "one", "--headless", "--quiet") as first:
        first.start("demo")
        joined = ("--headless", "--join", str(first.data), "--position", "desk-2")
        with Running(tmp_path / "two", *joined) as second:
            second.start("demo")
            second.wait_for("LinkUp", 60, kind="broker")
            first.wait_for("PositionSeen", 60, position="desk-2")
            assert second.runtime()["broker"] == first.runtime()["broker"]
            assert not (second.data / "broker").exists() and not (second.data / "journal.sqlite").exists()
            publish_to_demo(first, [(f"zigbee2mqtt/{DETECTOR}", '{"smoke": true}')])
            for console in (first, second):
                console.wait_for("AlarmRaised", 60, point=POINT)
            wait_until(lambda: raised(first.data)[f"alarm/{POINT}/1"] == 1, 60, "one alarm in the journal")
            assert second.stop() == 0
            first.wait_for("PositionLeft", 60, position="desk-2")
        assert first.stop() == 0
        assert_verifies(first.data)


def told(*arguments: str) -> str:
    """What `demo` says when it refuses to start."""
    command = [sys.executable, "main.py", "demo", "--headless", *arguments]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 1
    return ended.stderr


def test_who_joins_where_no_demo_runs_is_told_what_to_do(tmp_path: Path) -> None:
    said = told("--join", str(tmp_path), "--position", "desk-2", "--data", str(tmp_path / "two"))
    assert "no demo runs on" in said and f"demo --data {tmp_path}" in said
