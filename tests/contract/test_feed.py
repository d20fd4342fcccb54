"""What every Feed promises, tried on the real MQTT feed with a real broker and on the replay that ships."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from console.backends.feed.mqtt import MqttFeed
from console.backends.feed.receipts import Receipts
from console.backends.feed.replay import ReplayFeed
from console.backends.feed.topics import Seat
from console.clock import Clock
from console.config.schema import BrokerConfig, SourceConfig
from console.ports import Feed
from tests.feeding import Desk, running
from tests.servers.mosquitto import Broker
from tests.waiting import wait_until

SOURCES = (SourceConfig("rules", "site", "site/{device}/{kind}"),)


class Rig(Protocol):
    """The outside of a feed."""

    def feed(self, desk: Desk) -> Feed: ...

    def send(self, payload: bytes) -> None: ...

    def go_away(self) -> None: ...

    def come_back(self) -> None: ...


class Mqtt:
    def __init__(self, folder: Path) -> None:
        self._spool = folder / "spool" / "receipts.sqlite"
        self._broker = Broker(folder / "broker")
        self._broker.start()

    def feed(self, desk: Desk) -> Feed:
        return MqttFeed(
            BrokerConfig(url=self._broker.url), SOURCES, Seat("park", "desk-1"), receipts=Receipts(self._spool),
            parse=desk.parse, inbox=desk.inbox, clock=Clock(),
        )  # fmt: skip

    def send(self, payload: bytes) -> None:
        self._broker.publish("site/a/smoke", payload)

    def go_away(self) -> None:
        self._broker.stop()

    def come_back(self) -> None:
        self._broker.start()

    def close(self) -> None:
        self._broker.stop()


class Replay:
    def __init__(self, folder: Path) -> None:
        self._spool = folder / "spool" / "receipts.sqlite"
        self._recording = folder / "recording.jsonl"
        self._recording.touch()

    def feed(self, desk: Desk) -> Feed:
        return ReplayFeed(
            self._recording, receipts=Receipts(self._spool), parse=desk.parse, inbox=desk.inbox, clock=Clock()
        )

    def send(self, payload: bytes) -> None:
        with self._recording.open("a") as lines:
            lines.write(json.dumps({"topic": "site/a/smoke", "payload": payload.decode()}) + "\n")

    def go_away(self) -> None:
        self._recording.rename(self._recording.with_suffix(".away"))

    def come_back(self) -> None:
        self._recording.with_suffix(".away").rename(self._recording)

    def close(self) -> None:
        pass


@pytest.fixture(params=[Mqtt, Replay])
def rig(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Rig]:
    made = request.param(tmp_path)
    yield made
    made.close()


def test_messages_are_parsed_in_order_each_with_its_receipt_on_the_feeds_own_thread(rig: Rig) -> None:
    with running(rig.feed) as desk:
        desk.wait_up()
        sent = [b"%d" % i for i in range(20)]
        for payload in sent:
            rig.send(payload)
        desk.wait_for(*sent)
    receipts = [message.receipt for message in desk.messages]
    assert receipts == sorted(set(receipts)) and receipts[0] > 0
    assert desk.messages[0].topic == "site/a/smoke"
    assert len(desk.threads) == 1 and "MainThread" not in desk.threads


def test_what_nobody_finished_is_fed_first_at_the_next_start_and_before_anything_new(rig: Rig) -> None:
    with running(rig.feed, finish=False) as desk:
        desk.wait_up()
        for payload in (b"1", b"2", b"3"):
            rig.send(payload)
        desk.wait_for(b"1", b"2", b"3")
        assert desk.feed is not None
        desk.feed.handled([desk.messages[1].receipt])
    rig.send(b"4")
    with running(rig.feed) as desk:
        desk.wait_for(b"1", b"3", b"4")


def test_what_was_finished_is_never_fed_again(rig: Rig) -> None:
    with running(rig.feed) as desk:
        desk.wait_up()
        rig.send(b"done")
        desk.wait_for(b"done")
    with running(rig.feed) as desk:
        desk.wait_up()
        rig.send(b"new")
        desk.wait_for(b"new")


def test_a_message_that_makes_parsing_raise_is_set_aside_announced_and_does_not_block_the_next(rig: Rig) -> None:
    with running(rig.feed, poison=frozenset({b"poison"})) as desk:
        desk.wait_up()
        rig.send(b"poison")
        rig.send(b"good")
        desk.wait_for(b"poison", b"good")
        (aside,) = desk.aside
        assert aside.receipt == desk.messages[0].receipt
        assert "cannot parse" in aside.error
    with running(rig.feed) as desk:
        desk.wait_up()
        rig.send(b"later")
        desk.wait_for(b"later")


def test_what_the_core_sets_aside_is_never_fed_again(rig: Rig) -> None:
    with running(rig.feed, finish=False) as desk:
        desk.wait_up()
        rig.send(b"bad for the core")
        desk.wait_for(b"bad for the core")
        assert desk.feed is not None
        desk.feed.set_aside(desk.messages[0].receipt, "KeyError('x')")
    with running(rig.feed) as desk:
        desk.wait_up()
        rig.send(b"later")
        desk.wait_for(b"later")


def test_what_comes_while_the_console_is_off_is_parsed_when_it_is_back(rig: Rig) -> None:
    with running(rig.feed) as desk:
        desk.wait_up()
    rig.send(b"meanwhile")
    with running(rig.feed) as desk:
        desk.wait_for(b"meanwhile")


def test_a_lost_peer_is_a_state_and_the_feed_recovers_by_itself(rig: Rig) -> None:
    with running(rig.feed) as desk:
        desk.wait_up()
    rig.go_away()
    with running(rig.feed) as desk:
        wait_until(lambda: desk.downs("broker"), 10, "the link to be reported lost")
        rig.come_back()
        desk.wait_up()
        rig.send(b"after")
        desk.wait_for(b"after")


@pytest.mark.alone
def test_start_returns_at_once_and_stop_takes_less_than_two_seconds(rig: Rig) -> None:
    desk = Desk()
    desk.feed = rig.feed(desk)
    begun = time.monotonic()
    desk.feed.start()
    assert time.monotonic() - begun < 0.5
    desk.wait_up()
    begun = time.monotonic()
    desk.feed.stop()
    assert time.monotonic() - begun < 2.0
