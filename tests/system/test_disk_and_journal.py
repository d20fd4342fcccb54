"""The journal is locked, the disk is full, the folder cannot be written: said plainly; no alarm waits or is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.servers.mosquitto import Broker
from tests.sources import ROOT
from tests.system.journal import assert_verifies, locked, raised
from tests.system.process import Running
from tests.system.small_disk import SmallDisk
from tests.system.small_site import point, smoke
from tests.waiting import wait_until

pytestmark = pytest.mark.alone

AT_ONCE_S = 1.0
MOST = 400  # messages after which a full disk must have been noticed


def stream(device: str) -> str:
    return f"alarm/{point(device)}/1"


def wait_until_recorded(console: Running, *devices: str) -> None:
    wanted = {stream(device): 1 for device in devices}
    wait_until(lambda: raised(console.data) == wanted, 15, f"{len(devices)} alarms in the journal, once each")


# ---- locked ------------------------------------------------------------------------------------------------------


def test_a_locked_journal_delays_the_record_and_nothing_else(mosquitto: Broker, serving: Running) -> None:
    with locked(serving.data, 3):
        mosquitto.publish(*smoke("meanwhile"))
        serving.wait_for("AlarmRaised", AT_ONCE_S, point=point("meanwhile"))
        serving.wait_for("LinkDown", kind="store", reason="locked")
        assert raised(serving.data) == {}
        before = len(serving.events())
    serving.wait_for("LinkUp", after=before, kind="store")
    wait_until_recorded(serving, "meanwhile")
    assert serving.stop() == 0
    assert_verifies(serving.data)


def test_a_console_starts_while_the_journal_is_locked(mosquitto: Broker, serving: Running) -> None:
    serving.kill()
    before = len(serving.events())
    with locked(serving.data, 4):
        serving.start("run")
        mosquitto.publish(*smoke("early"))
        serving.wait_for("AlarmRaised", after=before, point=point("early"))
        assert raised(serving.data) == {}
    wait_until_recorded(serving, "early")


# ---- full --------------------------------------------------------------------------------------------------------


def test_a_disk_that_fills_up_stops_no_alarm_and_loses_none(
    mosquitto: Broker, small_disk: SmallDisk, serving: Running
) -> None:
    small_disk.fill(serving.child.pid)
    devices = publish_until_noticed(mosquitto, serving, small_disk)
    small_disk.free(serving.child.pid)
    wait_until(lambda: is_up(serving, "spool") and is_up(serving, "store"), 30, "spool and journal to be written again")
    wait_until_recorded(serving, *devices)
    assert serving.stop() == 0
    assert_verifies(serving.data)


def test_a_console_killed_on_a_full_disk_loses_none_either(
    mosquitto: Broker, small_disk: SmallDisk, serving: Running
) -> None:
    small_disk.fill(serving.child.pid)
    devices = publish_until_noticed(mosquitto, serving, small_disk)
    serving.kill()
    small_disk.free(serving.child.pid)
    serving.start("run")
    wait_until_recorded(serving, *devices)
    assert serving.stop() == 0
    assert_verifies(serving.data)


def is_up(console: Running, kind: str) -> bool:
    """What the console said last about that link."""
    said = [e["event"] for e in console.events() if e["event"] in {"LinkUp", "LinkDown"} and e["kind"] == kind]
    return said[-1:] == ["LinkUp"]


def publish_until_noticed(broker: Broker, console: Running, disk: SmallDisk) -> list[str]:
    """Alarm after alarm until both the spool and the journal have no room; the devices that alarmed."""
    devices: list[str] = []
    for number in count():
        devices.append(f"dev-{number:03d}")
        broker.publish(*smoke(devices[-1]))
        console.wait_for("AlarmRaised", 5, point=point(devices[-1]))
        down = {e["kind"] for e in console.named("LinkDown") if e["reason"] in disk.reasons}
        if down >= {"spool", "store"}:
            return devices
        assert number < MOST, f"only {down} noticed that the disk is full"
    raise AssertionError


def test_a_start_on_a_full_disk_says_so(config: Path, small_disk: SmallDisk) -> None:
    with small_disk.full_for_children(limit=4096):
        refused = start(config, small_disk.folder)
    assert_refused(refused, small_disk.folder)
    assert "disk" in refused.stderr


# ---- not writable ------------------------------------------------------------------------------------------------


@pytest.fixture(params=["a file is in the way", "the system allows nobody to write there"])
def unusable(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A folder that not even root can make."""
    (tmp_path / "file").write_text("in the way")
    yield tmp_path / "file" / "data" if "file" in request.param else Path("/sys/kernel/watchroom")


def test_a_data_folder_that_cannot_be_used_is_named_with_the_cure(config: Path, unusable: Path) -> None:
    refused = start(config, unusable)
    assert_refused(refused, unusable)
    assert "--data" in refused.stderr


def start(config: Path, data: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "main.py", "run", "--headless", "--config", str(config), "--data", str(data)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)


def assert_refused(refused: subprocess.CompletedProcess[str], folder: Path) -> None:
    assert refused.returncode == 1
    assert str(folder) in refused.stderr
    assert "Traceback" not in refused.stderr
