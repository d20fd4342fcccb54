"""`main.py gateway` as it is run: killed between a report and the broker's word on it, it loses nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.gb26875 import Command
from tests.gateways import ADDRESS, WAIT_S, Device, Ear, state
from tests.servers.mosquitto import Broker
from tests.servers.ports import free_port, is_listening
from tests.sources import ROOT
from tests.waiting import wait_until

UP = f"gb26875/up/{ADDRESS}"


class Program:
    """The gateway as a process of its own."""

    def __init__(self, folder: Path, broker: Broker) -> None:
        self.port = free_port()
        self.log = folder / "gateway.log"
        self._config = folder / "config.toml"
        self._config.write_text(
            f'site = "{ROOT}/resources/demo"\n[broker]\nurl = "{broker.url}"\n'
            f'[[source]]\nname = "gb"\necosystem = "gbt26875.3"\n[gateway]\ngb26875 = "127.0.0.1:{self.port}"\n'
            "set_clocks = false\n"
        )

    def start(self) -> None:
        with self.log.open("a") as log:
            command = [sys.executable, "main.py", "gateway", "--config", str(self._config)]
            self.child = subprocess.Popen(command, cwd=ROOT, stderr=log)
        wait_until(lambda: is_listening(self.port), WAIT_S, "the gateway's port")

    def wait_up(self) -> None:
        wait_until(lambda: self.log.read_text().count("broker is up"), WAIT_S, "the broker reached")

    def end(self, number: signal.Signals) -> int:
        self.child.send_signal(number)
        return self.child.wait(WAIT_S)


@pytest.fixture
def program(tmp_path: Path, mosquitto: Broker) -> Iterator[Program]:
    program = Program(tmp_path, mosquitto)
    program.start()
    yield program
    program.child.kill()
    program.child.wait()


def test_a_gateway_killed_before_the_broker_answered_has_confirmed_nothing_and_the_repeat_arrives(
    program: Program, mosquitto: Broker
) -> None:
    program.wait_up()
    with Ear(mosquitto.port) as ear:
        with closing(Device(program.port)) as device:
            assert device.insist(state(1)).command == Command.CONFIRM
            mosquitto.freeze()
            device.send(state(2))
            assert device.hears_nothing_for(0.3)  # received, and no word of the broker
            program.end(signal.SIGKILL)
            assert device.is_hung_up_on()
        mosquitto.thaw()
        program.start()
        with closing(Device(program.port)) as device:
            assert device.insist(state(2)).command == Command.CONFIRM
        assert ear.next(UP) == state(1)
        assert ear.next(UP) == state(2)


def test_told_to_end_it_says_goodbye_to_the_broker_and_ends_well(program: Program, mosquitto: Broker) -> None:
    program.wait_up()
    with Ear(mosquitto.port, "gb26875/gateway") as ear:
        assert ear.next("gb26875/gateway") == b"online"
        assert program.end(signal.SIGTERM) == 0
        assert ear.next("gb26875/gateway") == b"offline"
    assert "Traceback" not in program.log.read_text()


def test_without_anything_to_listen_for_it_says_so(tmp_path: Path, mosquitto: Broker) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f'site = "{ROOT}/resources/demo"\n[broker]\nurl = "{mosquitto.url}"\n')
    command = [sys.executable, "main.py", "gateway", "--config", str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "has nothing to listen for" in done.stderr
