"""The gateway as a child: up when it listens, down with a reason when it cannot, told its secrets by a pipe."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from console.clock import Clock
from console.config.gateway import CloudConfig, GatewayConfig
from console.config.schema import BrokerConfig, Config
from console.gatehouse import Gatehouse
from console.gb26875 import Command
from console.model import LinkDown, LinkUp
from tests.gateways import WAIT_S, Device, Ear, state
from tests.servers.mosquitto import Broker
from tests.servers.ports import free_port, is_listening
from tests.waiting import wait_until

Told = queue.Queue[LinkDown | LinkUp]


@contextmanager
def gatehouse(folder: Path, broker: Broker, gateway: GatewayConfig) -> Iterator[Told]:
    told: Told = queue.Queue()
    config = Config(folder / "config.toml", folder, gateway=gateway)
    house = Gatehouse(config, BrokerConfig(broker.url), "Asia/Shanghai", told.put, Clock())
    house.start()
    try:
        yield told
    finally:
        house.stop()
        assert house.pid == 0


def test_it_is_up_when_it_listens_and_gone_when_it_is_stopped(tmp_path: Path, mosquitto: Broker) -> None:
    port = free_port()
    config = GatewayConfig(gb26875=f"127.0.0.1:{port}", set_clocks=False)
    with Ear(mosquitto.port) as ear, gatehouse(tmp_path, mosquitto, config) as told:
        assert isinstance(told.get(timeout=WAIT_S), LinkUp)
        with closing(Device(port)) as device:
            assert device.insist(state(1)).command == Command.CONFIRM
        assert ear.next("gb26875/gateway") == b"online"
    wait_until(lambda: not is_listening(port), WAIT_S, "the port free again")


@pytest.mark.parametrize("what", ["a port that is taken", "a secret that is not there"])
def test_what_it_cannot_do_is_a_trouble_with_a_reason_and_no_endless_starting(
    tmp_path: Path, mosquitto: Broker, what: str
) -> None:
    config = GatewayConfig(gb26875=f"127.0.0.1:{free_port()}", http="127.0.0.1:0")
    if what == "a port that is taken":
        config = replace(config, gb26875=f"127.0.0.1:{mosquitto.port}")
    else:
        config = replace(config, clouds=(CloudConfig("json", "env:NO_SUCH_SECRET", topic="push/x"),))
    with gatehouse(tmp_path, mosquitto, config) as told:
        down = told.get(timeout=WAIT_S)
        assert isinstance(down, LinkDown) and down.reason == "configuration"
        assert ("cannot be listened on" in down.detail) or ("NO_SUCH_SECRET" in down.detail)
    assert told.empty()
