"""A device side that loses nothing: QoS 1, and what the broker has not acknowledged is sent again."""

from __future__ import annotations

import threading
from collections.abc import Iterable

from paho.mqtt.client import Client, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion

from tests.servers.mosquitto import Broker
from tests.waiting import wait_until


class Publisher:
    """Connected from the start; reconnects within a second. Use as a context manager."""

    def __init__(self, broker: Broker) -> None:
        self._client = Client(CallbackAPIVersion.VERSION2, client_id="publisher", protocol=MQTTv5, clean_session=None)
        self._client.max_inflight_messages_set(50)
        self._client.max_queued_messages_set(0)
        self._client.reconnect_delay_set(1, 1)
        self._connected = threading.Event()
        self.sent = 0
        self.acknowledged = 0
        self._client.on_connect = lambda *_: self._connected.set()
        self._client.on_publish = self._on_publish
        self._client.connect(broker.host, broker.port, clean_start=False)
        self._client.loop_start()
        assert self._connected.wait(5)

    def __enter__(self) -> Publisher:
        return self

    def __exit__(self, *_error: object) -> None:
        self._client.disconnect()
        self._client.loop_stop()

    def _on_publish(self, *_: object) -> None:
        self.acknowledged += 1

    def publish(self, messages: Iterable[tuple[str, str]]) -> None:
        """Hand topics with payloads to the client; returns at once."""
        for topic, payload in messages:
            self._client.publish(topic, payload, 1)
            self.sent += 1

    def wait_for_acknowledgement(self, of: int | None = None) -> None:
        """Wait until the broker has so many of them, else all."""
        count = self.sent if of is None else of
        wait_until(lambda: self.acknowledged >= count, 60, f"{count} messages to be with the broker")
