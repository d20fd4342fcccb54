"""The broker of a room that has none: private, supervised, really saving, and gone when the console is gone."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from paho.mqtt import publish, subscribe
from paho.mqtt.client import MQTTv5

from console.backends.feed.broker import EmbeddedBroker
from console.backends.feed.mqtt import MqttFeed
from console.backends.feed.receipts import Receipts
from console.backends.feed.topics import Seat
from console.clock import Clock
from console.config import secrets
from console.config.schema import BrokerConfig, SourceConfig
from console.errors import BackendError
from tests.feeding import Desk, running
from tests.servers.ports import free_port, is_listening
from tests.sources import ROOT
from tests.waiting import wait_until

SOURCES = (SourceConfig("rules", "site", "site/{device}/{kind}"),)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def broker(tmp_path: Path, desk: Desk) -> Iterator[EmbeddedBroker]:
    made = EmbeddedBroker(tmp_path / "the broker 中", desk.inbox, Clock())
    made.start()
    yield made
    made.stop()


def send(broker: EmbeddedBroker, config: BrokerConfig, topic: str, payload: bytes, *, retain: bool = False) -> None:
    auth: publish.AuthParameter = {"username": config.user, "password": secrets.resolve(config.password)}
    publish.single(topic, payload, 1, retain, broker.host, broker.port, auth=auth, protocol=MQTTv5)


def retained(broker: EmbeddedBroker, topic: str) -> bytes:
    config = broker.console_config()
    auth: publish.AuthParameter = {"username": config.user, "password": secrets.resolve(config.password)}
    message = subscribe.simple(topic, hostname=broker.host, port=broker.port, auth=auth, protocol=MQTTv5, keepalive=5)
    return bytes(message.payload)


def feed(desk: Desk, broker: EmbeddedBroker, folder: Path) -> MqttFeed:
    return MqttFeed(
        broker.console_config(), SOURCES, Seat("park", "desk-1"), receipts=Receipts(folder / "receipts.sqlite"),
        parse=desk.parse, inbox=desk.inbox, clock=Clock(),
    )  # fmt: skip


def test_it_listens_on_loopback_only(broker: EmbeddedBroker) -> None:
    listening = [c for c in psutil.Process(broker.pid).net_connections() if c.status == psutil.CONN_LISTEN]
    assert [(c.laddr.ip, c.laddr.port) for c in listening] == [("127.0.0.1", broker.port)]


def test_nobody_gets_in_without_a_password_and_no_password_stands_on_a_command_line(broker: EmbeddedBroker) -> None:
    with socket.create_connection((broker.host, broker.port), 5) as wire:
        wire.sendall(bytes.fromhex("100e 0004 4d515454 05 02 003c 00 0001 78".replace(" ", "")))
        assert wire.recv(4)[3] == 0x87
    command = " ".join(psutil.Process(broker.pid).cmdline())
    for config in (broker.console_config(), broker.sensors_config()):
        assert secrets.resolve(config.password) not in command
        assert Path(config.password.removeprefix("file:")).stat().st_mode & 0o077 == 0


def test_sensors_cannot_speak_as_the_console_nor_the_console_as_a_sensor(
    broker: EmbeddedBroker, tmp_path: Path
) -> None:
    everything = (SourceConfig("all", "site", "#"),)
    desk = Desk()
    made = MqttFeed(
        broker.console_config(), everything, Seat("park", "desk-1"), receipts=Receipts(tmp_path / "receipts.sqlite"),
        parse=desk.parse, inbox=desk.inbox, clock=Clock(),
    )  # fmt: skip
    with running(lambda _: made):
        desk.wait_up()
        send(broker, broker.sensors_config(), "watchroom/park/desk-1/order", b"forged")
        send(broker, broker.console_config(), "site/a/smoke", b"forged")
        send(broker, broker.console_config(), "watchroom/park/desk-1/order", b"order")
        send(broker, broker.sensors_config(), "site/a/smoke", b"smoke")
        desk.wait_for(b"order", b"smoke")


def test_killed_it_comes_back_on_the_same_port_and_the_desk_is_told(broker: EmbeddedBroker, desk: Desk) -> None:
    first = broker.pid
    os.kill(first, signal.SIGKILL)
    desk.wait_down("died")
    desk.wait_up(times=2)
    assert broker.pid not in {0, first}
    assert is_listening(broker.port)


def test_what_was_saved_outlives_a_kill_of_the_broker(broker: EmbeddedBroker, desk: Desk, tmp_path: Path) -> None:
    database = tmp_path / "the broker 中" / "state" / "mosquitto.db"
    send(broker, broker.sensors_config(), "site/a/smoke", b"kept", retain=True)
    wait_until(lambda: database.exists() and b"kept" in database.read_bytes(), 10, "the broker to save by itself")
    os.kill(broker.pid, signal.SIGKILL)
    desk.wait_up(times=2)
    assert retained(broker, "site/a/smoke") == b"kept"


def test_queued_messages_outlive_the_end_of_the_whole_room(tmp_path: Path) -> None:
    folder = tmp_path / "broker"
    first = EmbeddedBroker(folder, Desk().inbox, Clock())
    first.start()
    with running(lambda desk: feed(desk, first, tmp_path)) as desk:
        desk.wait_up()
    send(first, first.sensors_config(), "site/a/smoke", b"waiting")
    first.stop()
    second = EmbeddedBroker(folder, Desk().inbox, Clock())
    second.start()
    with running(lambda desk: feed(desk, second, tmp_path)) as desk:
        desk.wait_for(b"waiting")
    second.stop()


STARTS_A_BROKER = """
import sys, threading
from pathlib import Path
from console.backends.feed.broker import EmbeddedBroker
from console.clock import Clock
from console.inbox import Inbox
broker = EmbeddedBroker(Path(sys.argv[1]), Inbox(), Clock())
broker.start()
print(broker.pid, broker.port, flush=True)
threading.Event().wait()
"""


def test_a_killed_console_leaves_no_broker_behind_and_the_next_one_takes_its_place(tmp_path: Path) -> None:
    command = [sys.executable, "-c", STARTS_A_BROKER, str(tmp_path / "broker")]
    console = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    with console:
        assert console.stdout is not None
        pid, port = (int(word) for word in console.stdout.readline().split())
        assert is_listening(port)
        console.kill()
    next_console = EmbeddedBroker(tmp_path / "broker", Desk().inbox, Clock(), port)
    next_console.start()  # waits until the old one has saved its state and is gone
    assert not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    assert next_console.port == port
    next_console.stop()
    assert not is_listening(port)


def test_stopped_nothing_listens_any_more_and_nothing_is_reported(broker: EmbeddedBroker, desk: Desk) -> None:
    broker.stop()
    assert not is_listening(broker.port)
    assert broker.pid == 0
    assert desk.downs("broker") == []


def test_a_port_that_is_taken_is_refused(tmp_path: Path) -> None:
    port = free_port()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        broker = EmbeddedBroker(tmp_path / "broker", Desk().inbox, Clock(), port)
        with pytest.raises(BackendError, match=f"port {port} is in use"):
            broker.start()


def test_a_machine_without_mosquitto_is_told_which_package_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda *_, **__: None)
    with pytest.raises(BackendError, match="install the package mosquitto"):
        EmbeddedBroker(tmp_path / "broker", Desk().inbox, Clock()).start()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BackendError, match="cannot be used"):
        EmbeddedBroker(tmp_path / "file" / "broker", Desk().inbox, Clock()).start()
