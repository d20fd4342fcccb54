"""A real mosquitto broker of the test's own: loopback, a free port, persistence in the test's folder."""

from __future__ import annotations

import getpass
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from paho.mqtt import publish
from paho.mqtt.client import MQTTv5

from tests.servers.ports import free_port, is_listening
from tests.waiting import wait_until

CONFIG = """\
listener {port} 127.0.0.1
allow_anonymous true
user {user}
persistence true
persistence_location {folder}/
max_queued_messages 0
max_inflight_messages 1000
log_dest file {folder}/mosquitto.log
log_type all
"""


class Broker:
    """Starts, stops, kills, freezes and restarts one broker; the port stays the same over restarts."""

    def __init__(self, folder: Path, port: int | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.host = "127.0.0.1"
        self.port = port or free_port()
        self.url = f"mqtt://{self.host}:{self.port}"
        self.log = folder / "mosquitto.log"
        self._config = folder / "mosquitto.conf"
        # Started by root it would drop to a user of its own, who may not write into the test's folder.
        self._config.write_text(CONFIG.format(port=self.port, folder=folder, user=getpass.getuser()))
        self._child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start and wait until the port accepts connections."""
        self._child = subprocess.Popen(["mosquitto", "-c", str(self._config)], stderr=subprocess.DEVNULL)
        wait_until(self._is_up, 10, f"mosquitto on port {self.port}")

    def _is_up(self) -> bool:
        assert self._child is not None
        status = self._child.poll()
        assert status is None, f"mosquitto ended with status {status}: {self._last_words()}"
        return is_listening(self.port)

    def _last_words(self) -> str:
        return self.log.read_text()[-2000:] if self.log.exists() else "it wrote no log"

    @property
    def pid(self) -> int:
        assert self._child is not None, "the broker has not been started"
        return self._child.pid

    def stop(self) -> None:
        """SIGTERM: the broker saves its state and ends. Harmless when it has ended before."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """SIGKILL: what was not saved is lost."""
        self._end(signal.SIGKILL)

    def freeze(self) -> None:
        """SIGSTOP: connections stay open, nothing answers."""
        self._send(signal.SIGSTOP)

    def thaw(self) -> None:
        self._send(signal.SIGCONT)

    def publish(self, topic: str, payload: str | bytes, *, retain: bool = False) -> None:
        """One QoS 1 message from a client of its own; returns after the broker has acknowledged it."""
        publish.single(topic, payload, 1, retain, self.host, self.port, protocol=MQTTv5)

    def _send(self, number: signal.Signals) -> None:
        assert self._child is not None, "the broker has not been started"
        self._child.send_signal(number)

    def _end(self, number: signal.Signals) -> None:
        if self._child is None:
            return
        self._child.send_signal(number)
        self._child.send_signal(signal.SIGCONT)  # a frozen broker must hear the first signal
        self._child.wait(10)
        self._child = None


@pytest.fixture
def mosquitto(tmp_path: Path) -> Iterator[Broker]:
    """A running broker of this test's own."""
    broker = Broker(tmp_path / "mosquitto")
    broker.start()
    yield broker
    broker.stop()
