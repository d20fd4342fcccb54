"""Publishes the bench's messages from a process of its own: `python -m console.bench.load URL USER SECRET COUNT RATE`.

Sensor messages of the site rule, QoS 1, each with the monotonic time at which it was written. RATE 0 is as fast as the
broker takes them; a sixth argument is the first level of the topics. Ends when the broker has acknowledged all.

A site's sensors are machines of their own, so what stands for them must not use up this one: paho connects and signs
in, then packets are laid onto its socket many at a time, at a tenth of what its client needs for each.
"""

from __future__ import annotations

import socket
import struct
import sys
import time
from collections.abc import Iterator

from paho.mqtt.client import Client, MQTTv311
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode

from console.backends.feed.dial import address
from console.clock import Clock
from console.config import secrets
from console.errors import BackendError

DEVICES = 5_000
IN_FLIGHT = 500
TURN_S = 0.005  # so often what is due is written
PATIENCE_S = 120.0
_PUBLISH, _PUBACK = 0x32, 4  # QoS 1; bytes of an acknowledgement
_IDS = 0xFFFF


def topic(number: int, root: str) -> str:
    return f"{root}/bench-{number % DEVICES}/temperature"


def payload(number: int, now_ms: int) -> str:
    """A plain reading of the demo's kind, padded to what sensors send (152 bytes on average in the reference)."""
    value = 20 + number % 97 / 10
    text = f'{{"v": {value}, "t": {now_ms}, "n": {number}, "sent_ns": {time.monotonic_ns()}, "pad": "'
    return f'{text:.<150}"}}'


def packet(number: int, name: str, body: str) -> bytes:
    """PUBLISH of MQTT 3.1.1 with QoS 1; its identifier follows from `number`."""
    head, content = name.encode(), body.encode()
    rest = struct.pack(f"!H{len(head)}sH", len(head), head, number % _IDS + 1) + content
    return bytes((_PUBLISH, *_length(len(rest)))) + rest


def _length(left: int) -> Iterator[int]:
    """Seven bits a byte, the lowest first."""
    while left > 0x7F:
        yield left & 0x7F | 0x80
        left >>= 7
    yield left


def main(url: str, user: str, secret: str, count: str, rate: str, root: str = "site") -> None:
    """Publish `count` readings, `rate` a second (0 = as fast as they go) below the topic `root`, and wait until the
    broker has them; `secret` is a reference to the password. Raises BackendError when it does not take them.
    """
    _, host, port = address(url)
    client = Client(CallbackAPIVersion.VERSION2, client_id="bench-load", protocol=MQTTv311)
    client.username_pw_set(user, secrets.resolve(secret))
    client.connect(host, port)
    while not client.is_connected():
        if client.loop(1.0) is not MQTTErrorCode.MQTT_ERR_SUCCESS:
            raise BackendError("the broker does not let the bench's publisher in")
    wire = client.socket()
    assert isinstance(wire, socket.socket)
    wire.settimeout(PATIENCE_S)
    Publisher(wire, root).publish(int(count), float(rate))
    client.disconnect()


class Publisher:
    """Writes what is due, then reads acknowledgements."""

    def __init__(self, wire: socket.socket, root: str) -> None:
        self._wire, self._root = wire, root
        self._clock = Clock()
        self._acknowledged = 0  # bytes

    def publish(self, count: int, rate: float) -> None:
        begun, sent = time.monotonic(), 0
        while sent < count:
            due = min(count, int((time.monotonic() - begun) * rate) + 1 if rate else sent + IN_FLIGHT)
            self._write(range(sent, due))
            sent = max(sent, due)
            self._await(sent - IN_FLIGHT)
            if rate:
                time.sleep(TURN_S)
        self._await(count)

    def _write(self, numbers: range) -> None:
        now_ms = self._clock.now_ms()
        self._wire.sendall(b"".join(packet(n, topic(n, self._root), payload(n, now_ms)) for n in numbers))

    def _await(self, least: int) -> None:
        """Until the broker has so many. Only acknowledgements come: nothing was subscribed to."""
        while self._acknowledged < least * _PUBACK:
            got = self._wire.recv(65_536)
            if not got:
                raise BackendError("the broker has cut the connection of the bench's publisher")
            self._acknowledged += len(got)


if __name__ == "__main__":
    main(*sys.argv[1:])
