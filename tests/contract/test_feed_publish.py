"""What leaves the room by the feed, on a real broker: confirmed at least once, under one name, or honestly not."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from paho.mqtt.client import Client, ConnectFlags, MQTTMessage, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties

from console.backends.feed import tray
from console.backends.feed.mqtt import MqttFeed
from console.backends.feed.receipts import Receipts
from console.backends.feed.topics import Seat
from console.clock import Clock
from console.config.schema import BrokerConfig, SourceConfig
from console.outgoing import Outgoing, Published
from tests.feeding import Desk, running
from tests.servers.mosquitto import Broker
from tests.waiting import wait_until

SOURCES = (SourceConfig("rules", "site", "site/{device}/{kind}"),)
ORDER = Outgoing("M1-7", "watchroom/park/unit/M1/order", b'{"order": "M1-7"}', 600)


@pytest.fixture
def make(mosquitto: Broker, tmp_path: Path) -> Callable[[Desk], MqttFeed]:
    return lambda desk: MqttFeed(
        BrokerConfig(url=mosquitto.url), SOURCES, Seat("park", "desk-1"),
        receipts=Receipts(tmp_path / "spool" / "receipts.sqlite"), parse=desk.parse, inbox=desk.inbox, clock=Clock(),
    )  # fmt: skip


class Unit:
    """A unit's device: a session that outlives its connection."""

    def __init__(self, broker: Broker) -> None:
        self.broker = broker
        self.heard: list[MQTTMessage] = []

    @contextmanager
    def listening(self) -> Iterator[None]:
        ready, gone = threading.Event(), threading.Event()
        client = Client(CallbackAPIVersion.VERSION2, client_id="unit-M1", protocol=MQTTv5)
        client.on_message = lambda _client, _data, message: self.heard.append(message)
        client.on_subscribe = lambda *_: ready.set()
        client.on_disconnect = lambda *_: gone.set()

        def on_connect(client: Client, _data: object, _flags: ConnectFlags, *_more: object) -> None:
            client.subscribe(ORDER.topic, 1)

        client.on_connect = on_connect
        properties = Properties(PacketTypes.CONNECT)
        properties.SessionExpiryInterval = 600
        client.connect(self.broker.host, self.broker.port, clean_start=False, properties=properties)
        client.loop_start()
        assert ready.wait(5)
        yield
        client.disconnect()
        assert gone.wait(5)
        client.loop_stop()

    @property
    def payloads(self) -> list[bytes]:
        return [message.payload for message in list(self.heard)]


@pytest.fixture
def unit(mosquitto: Broker) -> Unit:
    return Unit(mosquitto)


def published(desk: Desk) -> list[Published]:
    return [post for post in desk.posted if isinstance(post, Published)]


def test_an_order_is_confirmed_by_the_broker_and_expires_there(make: Callable[[Desk], MqttFeed], unit: Unit) -> None:
    with unit.listening(), running(make) as desk:
        desk.feed.publish(ORDER)  # type: ignore[union-attr]
        wait_until(lambda: published(desk) == [Published("M1-7", heard=True)], 10, "the confirmation")
        wait_until(lambda: unit.payloads == [ORDER.payload], 10, "the order")
        (message,) = unit.heard
        assert (message.qos, message.retain) == (1, False)
        assert 590 <= message.properties.MessageExpiryInterval <= 600


def test_while_the_broker_is_away_nothing_is_confirmed_and_then_it_goes_once(
    make: Callable[[Desk], MqttFeed], mosquitto: Broker, unit: Unit
) -> None:
    with unit.listening():
        pass
    with running(make) as desk:
        desk.wait_up()
        mosquitto.stop()
        wait_until(lambda: desk.downs("broker"), 10, "the loss of the broker")
        desk.feed.publish(ORDER)  # type: ignore[union-attr]
        desk.feed.publish(ORDER)  # type: ignore[union-attr]
        assert published(desk) == []
        mosquitto.start()
        wait_until(lambda: published(desk) == [Published("M1-7", heard=True)], 15, "the confirmation")
        with unit.listening():
            wait_until(lambda: unit.payloads, 10, "the order")
            desk.feed.publish(replace(ORDER, id="M1-8", payload=b"next"))  # type: ignore[union-attr]
            wait_until(lambda: unit.payloads[-1] == b"next", 10, "the next one")
    assert unit.payloads == [ORDER.payload, b"next"]


def test_an_order_that_finds_nobody_says_so_and_is_offered_again(
    make: Callable[[Desk], MqttFeed], unit: Unit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tray, "AGAIN_S", 0.05)
    with running(make) as desk:
        desk.feed.publish(ORDER)  # type: ignore[union-attr]
        wait_until(lambda: Published("M1-7", heard=False) in published(desk), 10, "that nobody is there")
        assert not any(post.heard for post in published(desk))
        with unit.listening():
            wait_until(lambda: Published("M1-7", heard=True) in published(desk), 10, "that somebody is")
            wait_until(lambda: unit.payloads == [ORDER.payload], 10, "the order")


def test_an_order_that_was_taken_back_never_leaves(
    make: Callable[[Desk], MqttFeed], mosquitto: Broker, unit: Unit
) -> None:
    with unit.listening(), running(make) as desk:
        desk.wait_up()
        mosquitto.stop()
        wait_until(lambda: desk.downs("broker"), 10, "the loss of the broker")
        desk.feed.publish(ORDER)  # type: ignore[union-attr]
        desk.feed.publish(replace(ORDER, id="M1-8", payload=b"other"))  # type: ignore[union-attr]
        desk.feed.retract("M1-7")  # type: ignore[union-attr]
        mosquitto.start()
        wait_until(lambda: Published("M1-8", heard=True) in published(desk), 15, "the confirmation of the other")
        wait_until(lambda: unit.payloads, 10, "the other order")
    assert unit.payloads == [b"other"]


def test_units_are_listened_to_without_a_source_of_their_own(
    make: Callable[[Desk], MqttFeed], mosquitto: Broker
) -> None:
    with running(make) as desk:
        desk.wait_up()
        mosquitto.publish("watchroom/park/unit/M1/status", b"said")
        mosquitto.publish("watchroom/park/unit/M1/position", b"there")
        mosquitto.publish("watchroom/other/unit/M1/status", b"elsewhere")
        desk.wait_for(b"said", b"there")
