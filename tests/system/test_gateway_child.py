"""The gateway as the console's child: a panel's fire is an alarm, the child's death a trouble that ends by itself."""

from __future__ import annotations

import os
import signal
from contextlib import closing
from pathlib import Path

import psutil

from console.gb26875 import NOBODY, About, Command, made, moment, source_of
from tests.gateways import ADDRESS, AT, Device, state
from tests.servers.ports import free_port, is_listening
from tests.system.process import Running
from tests.system.small_site import write_config
from tests.waiting import wait_until

WAIT_S = 30.0
SECRET = "of-a-cloud-and-nobody-else"
PART = b"\1\1\x28\1\0\1\0"  # system 1, address 1, smoke detector 1 of loop 1


def fire(sequence: int) -> bytes:
    """A smoke detector behind the panel burns: state bits fire and in normal operation."""
    text = "3号楼2层烟感".encode("gb18030").ljust(31, b"\0")
    data = bytes((About.PART_STATE, 1)) + PART + (3).to_bytes(2, "little") + text + moment(AT)
    return made(Command.SEND, sequence, source_of(ADDRESS), NOBODY, AT, data)


def test_a_panels_fire_raises_an_alarm_and_a_killed_gateway_is_back_by_itself(tmp_path: Path) -> None:
    port = free_port()
    with running(tmp_path, port) as console:
        wait_until(lambda: is_listening(port), WAIT_S, "the gateway's port")
        with closing(Device(port)) as panel:
            assert panel.insist(state(1)).sequence == 1
            panel.insist(fire(2))
        raised = console.wait_for("AlarmRaised", WAIT_S, **{"class": "F"})
        assert raised["point"] == f"panels/{ADDRESS}/1/1/00010001#smoke"
        child = gateway_of(console)
        assert SECRET not in child.environ().values() and SECRET not in " ".join(child.cmdline())
        before = len(console.events())
        os.kill(child.pid, signal.SIGKILL)
        console.wait_for("LinkDown", WAIT_S, after=before, kind="gateway")
        console.wait_for("LinkUp", WAIT_S, after=before, kind="gateway")
        with closing(Device(port)) as panel:
            assert panel.insist(state(3)).command == Command.CONFIRM


def gateway_of(console: Running) -> psutil.Process:
    children = psutil.Process(console.child.pid).children(recursive=True)
    return next(child for child in children if "console.gatewayd" in child.cmdline())


def running(folder: Path, port: int) -> Running:
    """The real program with a broker and a gateway of its own."""
    config = write_config(folder / "site", "mqtt://127.0.0.1:1883")
    text = config.read_text(encoding="utf-8").replace("embedded = false", "embedded = true", 1)
    begin = text.index("[gateway]")
    gateway = text[begin:].replace("embedded = false", "embedded = true", 1)
    gateway = gateway.replace("env:WATCHROOM_PUSH", "env:CLOUD_SECRET", 1)
    gateway = gateway.replace("set_clocks = true", "set_clocks = false", 1)
    gateway = gateway.replace('gb26875 = ""', f'gb26875 = "127.0.0.1:{port}"', 1)
    text = text[:begin] + gateway.replace('http = ""', f'http = "127.0.0.1:{free_port()}"', 1)
    panels = '\n[[source]]\nname = "panels"\necosystem = "gbt26875.3"\n'
    config.write_text(text + ("" if 'name = "panels"' in text else panels), encoding="utf-8")
    console = Running(folder / "console", "--headless", "--config", str(config), env={"CLOUD_SECRET": SECRET})
    return console.start("run")
