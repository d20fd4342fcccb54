"""Devices that come by themselves, over a real broker to two real consoles on one journal, until the site has them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.servers.mosquitto import Broker
from tests.sources import ROOT
from tests.system.pairs import running_pair
from tests.system.process import Running
from tests.system.small_site import point, smoke
from tests.waiting import wait_until

LOFT, PUMP = "z2m/0x0099", "site/pump-9"
BRIDGE = "zigbee2mqtt/bridge/devices"
WAIT_S = 40.0


def listed(*names: str) -> str:
    """The bridge's list: its coordinator and smoke detectors of these names, all of them the same device."""
    return json.dumps(
        [{"ieee_address": "0x0000", "friendly_name": "Coordinator", "type": "Coordinator", "definition": None}]
        + [
            {
                "ieee_address": "0x0099", "friendly_name": name, "type": "EndDevice",
                "definition": {"vendor": "Luting", "model": "LT-SMOKE-2", "exposes": [{"name": "smoke"}]},
            }
            for name in names
        ]
    )  # fmt: skip


def told(console: Running, what: str, device: str) -> None:
    source, _, name = device.partition("/")
    console.wait_for("NewcomerTold", what=what, device=name, timeout=WAIT_S, **{"from": source})


@pytest.mark.long
def test_two_consoles_list_the_same_devices_and_one_places_what_both_then_have(
    tmp_path: Path, mosquitto: Broker
) -> None:
    journal = str(tmp_path / "shared.sqlite")
    with running_pair(tmp_path, mosquitto, journal) as pair:
        first, second = pair.first, pair.second
        mosquitto.publish(BRIDGE, listed("loft"), retain=True)
        mosquitto.publish("site/pump-9/water_pressure", json.dumps({"v": 0.31}))
        for console in pair.consoles:
            told(console, "appeared", LOFT)
            told(console, "appeared", PUMP)
        # renamed, it is the same device: its alarm is raised under its address
        mosquitto.publish(BRIDGE, listed("roof"), retain=True)
        mosquitto.publish("zigbee2mqtt/roof", json.dumps({"smoke": True}))
        for console in pair.consoles:
            console.wait_for("AlarmRaised", alarm=f"{LOFT}#smoke/1", timeout=WAIT_S)
            wait_until(lambda c=console: [LOFT, "waiting", "roof"] in c.do("newcomers"), WAIT_S, "the new name")
        first.do("reject", PUMP, "of the neighbour")
        told(second, "rejected", PUMP)
        assert second.do("recall", PUMP) is None
        told(first, "recalled", PUMP)
        # placed by the one: written, shown, applied; the other reads its own folder and is asked, too
        first.do("place", LOFT, "smoke", "Loft", 5.0, 5.0)
        told(first, "signed", LOFT)
        first.wait_for("SiteChangePending", timeout=WAIT_S)
        told(second, "signed", LOFT)
        first.do("apply site")
        told(first, "placed", LOFT)
        told(second, "placed", LOFT)
        for console in pair.consoles:
            wait_until(lambda c=console: [one[0] for one in c.do("newcomers")] == [PUMP], WAIT_S, "only the pump")
        pair.assert_sound()
        kinds = [entry.kind for entry in pair.entries() if entry.stream == f"newcomer/{LOFT}"]
        assert kinds == ["NewcomerAppeared", "NewcomerDescribed", "NewcomerSigned", "NewcomerPlaced"]
        site = tmp_path / "desk-1" / "site"
    assert f"{LOFT}#smoke" in (site / "site" / "points.csv").read_text(encoding="utf-8")
    arguments = ("points", "new", "--journal", journal, "--config", str(site / "config.toml"), "--json")
    said = subprocess.run([sys.executable, "main.py", *arguments], cwd=ROOT, capture_output=True, text=True)
    assert [json.loads(line)["device"] for line in said.stdout.splitlines()] == [PUMP], said.stderr


def test_a_fire_of_a_device_nobody_knew_survives_a_kill_and_the_device_is_listed_still(
    tmp_path: Path, mosquitto: Broker
) -> None:
    with running_pair(tmp_path, mosquitto, str(tmp_path / "shared.sqlite")) as pair:
        mosquitto.publish(*smoke("stranger"))
        for console in pair.consoles:
            console.wait_for("AlarmRaised", alarm=f"{point('stranger')}/1", timeout=WAIT_S)
            told(console, "appeared", "site/stranger")
        pair.wait_until_recorded({f"alarm/{point('stranger')}/1"})
        wait_until(lambda: any(e.stream == "newcomer/site/stranger" for e in pair.entries()), WAIT_S, "it is kept")
        pair.second.kill()
        pair.second.start("run")
        assert pair.second.do("newcomers") == [["site/stranger", "waiting", "stranger"]]
        assert f"{point('stranger')}/1" in pair.second.do("alarms")
