"""Nothing is lost and nothing stored twice, whatever is killed: real broker, real process, real kills."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.backends.feed.mqtt import MqttFeed
from console.backends.feed.receipts import Receipts
from console.backends.feed.topics import Seat
from console.clock import Clock
from console.config.schema import BrokerConfig, SourceConfig
from console.inbox import Inbox
from console.intake import Intake
from console.model import Heard, Message
from console.parse.decoder import Decoder
from console.rules import Conditions
from tests.servers.mosquitto import Broker
from tests.servers.publisher import Publisher
from tests.sources import ROOT
from tests.waiting import wait_until


class Console:
    """The feed in a process of its own."""

    def __init__(self, url: str, folder: Path) -> None:
        self.spool = folder / "receipts.sqlite"
        self._command = [sys.executable, "-m", "tests.system.drive_feed", url, str(folder)]
        self._child: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start and wait until it is subscribed."""
        self._child = subprocess.Popen(self._command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self._child.stdout is not None
        assert self._child.stdout.readline() == "up\n"

    def freeze(self) -> None:
        """SIGSTOP: what the broker sends lies unread in the socket."""
        assert self._child is not None
        self._child.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        assert self._child is not None
        self._child.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        assert self._child is not None
        self._child.kill()
        self._reap()

    def stop(self) -> None:
        if self._child is not None:
            self._child.terminate()
            self._reap()

    def _reap(self) -> None:
        assert self._child is not None and self._child.stdout is not None
        self._child.wait(10)
        self._child.stdout.close()
        self._child = None

    def stored(self) -> Counter[str]:
        """How often each payload is in the spool."""
        with closing(sqlite3.connect(f"file:{self.spool}?mode=ro", uri=True, timeout=5)) as db:
            return Counter(bytes(row[0]).decode() for row in db.execute("SELECT payload FROM receipt"))


class Numbered(Publisher):
    """Publishes numbered messages on one topic."""

    def publish_numbers(self, numbers: range) -> list[str]:
        """Hand them to the client; returns their payloads."""
        payloads = [f"message {n:05d}" for n in numbers]
        self.publish(("load/a/smoke", payload) for payload in payloads)
        return payloads


@pytest.fixture
def console(mosquitto: Broker, tmp_path: Path) -> Iterator[Console]:
    console = Console(mosquitto.url, tmp_path)
    console.start()
    yield console
    console.stop()


@pytest.fixture
def publisher(mosquitto: Broker) -> Iterator[Numbered]:
    with Numbered(mosquitto) as publisher:
        yield publisher


def kill_in_the_middle(console: Console, sent: int) -> None:
    """Kill the console while messages are on their way to it, and start it again."""
    wait_until(lambda: len(console.stored()) >= sent - 400, 30, "the console to be in the middle of it")
    console.kill()
    console.start()


def restart_the_broker_in_the_middle(mosquitto: Broker, console: Console, publisher: Numbered, sent: int) -> None:
    """SIGTERM the broker while messages it has taken and sent lie unread and unacknowledged at the console.

    Only when it has taken all of them: a publisher that is cut off before its PUBACK rightly publishes again, and the
    broker then has two messages, with packet ids of their own. Those are told apart by their content, not here.
    """
    publisher.wait_for_acknowledgement(sent)
    mosquitto.stop()
    console.thaw()
    mosquitto.start()


def assert_all_there_once(console: Console, sent: list[str]) -> None:
    wait_until(lambda: len(console.stored()) >= len(sent), 30, f"{len(sent)} messages in the spool")
    stored = console.stored()
    assert set(sent) == set(stored)
    assert {payload: n for payload, n in stored.items() if n > 1} == {}


def test_three_kills_of_the_console_and_a_restart_of_the_broker_lose_nothing_and_store_nothing_twice(
    mosquitto: Broker, console: Console, publisher: Numbered
) -> None:
    sent: list[str] = []
    for first in range(0, 1_500, 500):
        sent += publisher.publish_numbers(range(first, first + 500))
        kill_in_the_middle(console, len(sent))
    console.freeze()
    sent += publisher.publish_numbers(range(1_500, 2_500))
    restart_the_broker_in_the_middle(mosquitto, console, publisher, len(sent))
    sent += publisher.publish_numbers(range(2_500, 3_000))
    assert_all_there_once(console, sent)


@pytest.mark.long
def test_fifty_kills_of_the_console_and_five_restarts_of_the_broker_lose_nothing_and_store_nothing_twice(
    mosquitto: Broker, console: Console, publisher: Numbered
) -> None:
    sent: list[str] = []
    for round_ in range(50):
        sent += publisher.publish_numbers(range(len(sent), len(sent) + 600))
        kill_in_the_middle(console, len(sent))
        if round_ % 10 == 5:
            console.freeze()
            sent += publisher.publish_numbers(range(len(sent), len(sent) + 600))
            restart_the_broker_in_the_middle(mosquitto, console, publisher, len(sent))
    assert_all_there_once(console, sent)


SMOKE = (SourceConfig("site", "site", "site/{device}/{kind}"),)


def test_a_message_its_sender_publishes_twice_is_kept_twice_and_changes_nothing_twice(
    mosquitto: Broker, tmp_path: Path
) -> None:
    """What a publisher does that was cut off before its PUBACK: the contents are equal, and only they."""
    told: list[Heard] = []
    parsed: list[int] = []
    inbox = Inbox()

    def parse(message: Message) -> None:
        intake(message)
        parsed.append(message.receipt)

    feed = MqttFeed(
        BrokerConfig(url=mosquitto.url), SMOKE, Seat("park", "desk-1"), receipts=Receipts(tmp_path / "receipts.sqlite"),
        parse=parse, inbox=inbox, clock=Clock(),
    )  # fmt: skip
    intake = Intake(Decoder(SMOKE), Conditions(SMOKE), inbox, feed.handled)
    payload = json.dumps({"v": True, "t": Clock().now_ms()})
    mosquitto.publish("site/a/smoke", payload, retain=True)
    feed.start()
    wait_until(lambda: len(parsed) == 1, 10, "the first")
    mosquitto.publish("site/a/smoke", payload)
    wait_until(lambda: len(parsed) == 2, 10, "the same once more")
    feed.stop()
    inbox.drain(
        lambda item: told.append(item) if isinstance(item, Heard) else None, lambda _, error: pytest.fail(str(error))
    )
    assert len(set(parsed)) == 2
    assert len([change for heard in told for change in heard.changes]) == 1
