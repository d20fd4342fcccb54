"""Publishes the bench's messages from a process of its own: `python -m console.bench.load URL USER SECRET COUNT RATE`.

Sensor messages of the site rule, QoS 1, each with the monotonic time at which it was handed to the client. RATE 0 is
as fast as the broker takes them. Ends when the broker has acknowledged all.
"""

from __future__ import annotations

import sys
import threading
import time

from paho.mqtt.client import Client, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion

from console.backends.feed.dial import address
from console.clock import Clock
from console.config import secrets

DEVICES = 200
IN_FLIGHT = 500


def topic(number: int) -> str:
    return f"site/bench-{number % DEVICES}/temperature"


def payload(number: int, now_ms: int) -> str:
    """A plain reading of the demo's kind, padded to what sensors send (152 bytes on average in the reference)."""
    value = 20 + number % 97 / 10
    text = f'{{"v": {value}, "t": {now_ms}, "n": {number}, "sent_ns": {time.monotonic_ns()}, "pad": "'
    return f'{text:.<150}"}}'


def main(url: str, user: str, secret: str, count: str, rate: str) -> None:
    """Publish `count` messages at `rate` per second and wait until the broker has them; `secret` is a reference."""
    """Publish `count` readings, `rate` a second (0 = as fast as they go); `secret` is a reference to the password."""
    _, host, port = address(url)
    client = Client(CallbackAPIVersion.VERSION2, client_id="bench-load", protocol=MQTTv5)
    client.username_pw_set(user, secrets.resolve(secret))
    client.max_inflight_messages_set(IN_FLIGHT)
    client.max_queued_messages_set(0)
    done = threading.Event()
    open_ = set(range(1, int(count) + 1))

    def on_publish(_client: Client, _data: object, mid: int, *_rest: object) -> None:
        open_.discard(mid)
        if not open_:
            done.set()

    client.on_publish = on_publish
    client.connect(host, port)
    client.loop_start()
    _publish(client, int(count), float(rate))
    done.wait(120)
    client.disconnect()
    client.loop_stop()


def _publish(client: Client, count: int, rate: float) -> None:
    clock, pause = Clock(), threading.Event()
    begun = time.monotonic()
    for number in range(count):
        if rate:
            pause.wait(max(0.0, begun + number / rate - time.monotonic()))
        client.publish(topic(number), payload(number, clock.now_ms()), 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
