"""Detectors that all speak at once, in a process of their own: `python -m console.bench.flood_source URL USER SECRET`.

Reads one JSON line, a list of [seconds from now, device, kind, value], publishes each at its time (QoS 1, with the
device's own clock in it) and waits until the broker has acknowledged all; then the next one, until input ends.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable

from paho.mqtt.client import Client, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion

from console.backends.feed.dial import address
from console.clock import Clock
from console.config import secrets

SOURCE = "flood"
IN_FLIGHT = 500
ACKNOWLEDGED_S = 60.0

Said = tuple[float, str, str, bool]


def main(url: str, user: str, secret: str) -> None:
    """`secret` is a reference to the password."""
    _, host, port = address(url)
    client = Client(CallbackAPIVersion.VERSION2, client_id="bench-flood", protocol=MQTTv5)
    client.username_pw_set(user, secrets.resolve(secret))
    client.max_inflight_messages_set(IN_FLIGHT)
    client.max_queued_messages_set(0)
    client.connect(host, port)
    client.loop_start()
    for line in sys.stdin:
        _play(client, json.loads(line))
    client.disconnect()
    client.loop_stop()


def _play(client: Client, plan: Iterable[Said]) -> None:
    clock, started = Clock(), time.monotonic()
    sent = []
    for at_s, device, kind, value in plan:
        time.sleep(max(0.0, started + at_s - time.monotonic()))
        body = json.dumps({"v": value, "t": clock.now_ms()})
        sent.append(client.publish(f"{SOURCE}/{device}/{kind}", body, qos=1))
    for message in sent:
        message.wait_for_publish(ACKNOWLEDGED_S)


if __name__ == "__main__":
    main(*sys.argv[1:])
