"""`main.py bench ingest`: messages through broker, receipts, decoder and rules, beside a bare paho subscriber.

Both take the same queue from the same broker in the same run, each with a session of its own that was away while
the messages were published; so no publisher competes with what is measured. Rates depend on what else the machine
does; processor time per message does not. `--whole` measures the whole console besides (`ingest_room.py`).
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from paho.mqtt.client import Client, MQTTMessage, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties

from console.backends.feed.broker import EmbeddedBroker
from console.backends.feed.mqtt import MqttFeed
from console.backends.feed.receipts import RECEIVE_MAXIMUM, Receipts
from console.backends.feed.topics import Seat, subscriptions
from console.bench import ingest_room
from console.bench.amount import amount
from console.bench.load import DEVICES
from console.clock import Clock
from console.collecting import Collecting
from console.config import secrets
from console.config.schema import Limits, SignalConfig, SourceConfig
from console.errors import BackendError
from console.inbox import Inbox
from console.intake import Intake
from console.leash import leashed
from console.model import LinkUp, Message, Point, PointId
from console.parse.decoder import Decoder
from console.rules import Conditions
from console.trends import Capture

SOURCES = (
    SourceConfig(
        name="site",
        ecosystem="site",
        topic="site/{device}/{kind}",
        signals=(SignalConfig(kind="temperature", unit="°C", limits=Limits(hi=60.0, hihi=80.0, hysteresis=2.0)),),
    ),
)
POINTS = tuple(Point(PointId(f"site/bench-{n}#temperature"), str(n), "", "temperature") for n in range(DEVICES))
SENT = re.compile(rb'"sent_ns": (\d+)')
LONGEST_S = 120.0
LATE_MESSAGES = 5_000  # at most so many are sent at `RATE` to see how late they are
RATE = 1_000
ROOT = Path(__file__).resolve().parents[2]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--messages", type=amount, default=20_000, help="messages queued for each (at most 100,000)")
    parser.add_argument("--whole", action="store_true", help="and the whole console with its windows: needs a screen")
    parser.add_argument("--rate", type=amount, default=5_000, help="messages a second for the whole (%(default)s)")
    parser.add_argument("--seconds", type=amount, default=30, help="how long so many (%(default)s)")


def run(args: argparse.Namespace) -> int:
    """Print one JSON document; 0 when both received everything (anything else is a bug, not a slow machine)."""
    whole = ingest_room.measure(args) if args.whole else None
    with tempfile.TemporaryDirectory(prefix="bench-ingest-") as folder:
        broker = EmbeddedBroker(Path(folder) / "broker", Inbox(), Clock())
        broker.start()
        try:
            result = _measure(broker, Path(folder), min(args.messages, 100_000))
        finally:
            broker.stop()
    if whole is not None:
        result["whole_console"] = whole
    json.dump(result, sys.stdout, indent=2)
    print()
    return 0


def _measure(broker: EmbeddedBroker, folder: Path, count: int) -> dict[str, object]:
    bare, chain = Bare(broker), Chain(broker, folder)
    bare.take(0)
    chain.take(0)
    _load(broker, count, 0)
    bare_per_s, bare_us = _rates(bare, count)
    chain_per_s, chain_us = _rates(chain, count)
    timed = min(count, LATE_MESSAGES)
    late = chain.late_ms(lambda: _load(broker, timed, RATE), timed)
    percent = statistics.quantiles(late, n=100)
    return {
        "bench": "ingest",
        "messages": count,
        "bare_paho_per_s": round(bare_per_s),
        "console_per_s": round(chain_per_s),
        "ratio_to_floor": round(chain_per_s / bare_per_s, 3),
        "processor_us_per_message": {"bare_paho": round(bare_us, 1), "console": round(chain_us, 1)},
        "points": DEVICES,
        "publish_to_parsed_ms": {
            "at_messages_per_s": RATE,
            "p50": round(percent[49], 2),
            "p99": round(percent[98], 2),
            "max": round(max(late), 2),
        },
    }


def _rates(taker: Bare | Chain, count: int) -> tuple[float, float]:
    """Messages a second, and microseconds of processor time for each, connection and all."""
    before = time.process_time()
    spent_s = taker.take(count)
    return count / spent_s, (time.process_time() - before) / count * 1e6


def _load(broker: EmbeddedBroker, count: int, rate: int) -> None:
    """Publish from a process of its own; returns when the broker has everything. Raises BackendError."""
    config = broker.sensors_config()
    arguments = (config.url, config.user, config.password, str(count), str(rate))
    command = [sys.executable, "-m", "console.bench.load", *arguments]
    done = subprocess.run(leashed(command), check=False, cwd=ROOT)
    if done.returncode:
        raise BackendError("the bench's publisher failed")


class Count:
    """Waits until so many have come; seconds from the first to the last."""

    def __init__(self, expected: int) -> None:
        self._expected = expected
        self._came = 0
        self._first = self._last = time.perf_counter()
        self._all = threading.Event()

    def one(self) -> None:
        self._last = time.perf_counter()
        self._came += 1
        if self._came == 1:
            self._first = self._last
        if self._came == self._expected:
            self._all.set()

    def wait_s(self) -> float:
        """Raises BackendError when they do not all come."""
        if not self._all.wait(LONGEST_S):
            raise BackendError(f"only {self._came} of {self._expected} messages came")
        return self._last - self._first


class Bare:
    """The floor: paho with a session, acknowledging by hand, doing nothing else."""

    def __init__(self, broker: EmbeddedBroker) -> None:
        self._broker = broker

    def take(self, expected: int) -> float:
        """Connect, take that many messages, leave; seconds from the first to the last. 0 only makes the session."""
        count, subscribed = Count(expected), threading.Event()
        client = Client(CallbackAPIVersion.VERSION2, client_id="bench-bare", protocol=MQTTv5, manual_ack=True)
        config = self._broker.console_config()
        client.username_pw_set(config.user, secrets.resolve(config.password))

        def on_message(_client: Client, _data: object, message: MQTTMessage) -> None:
            client.ack(message.mid, message.qos)
            count.one()

        def on_connect(*_: object) -> None:
            client.subscribe([(f, 1) for f in subscriptions(SOURCES)])

        client.on_message = on_message
        client.on_connect = on_connect
        client.on_subscribe = lambda *_: subscribed.set()
        properties = Properties(PacketTypes.CONNECT)  # type: ignore[no-untyped-call]
        properties.SessionExpiryInterval = 3_600
        properties.ReceiveMaximum = RECEIVE_MAXIMUM
        client.connect(self._broker.host, self._broker.port, clean_start=False, properties=properties)
        client.loop_start()
        if not subscribed.wait(LONGEST_S):
            raise BackendError("the bare subscriber got no answer")
        spent = count.wait_s() if expected else 0.0
        client.disconnect()
        client.loop_stop()
        return spent


class Chain:
    """What the console does with every message: spool, acknowledge, decode, rules."""

    def __init__(self, broker: EmbeddedBroker, folder: Path) -> None:
        self._broker = broker
        self._spool = folder / "receipts.sqlite"
        self._arrived: list[tuple[int, bytes]] = []

    def take(self, expected: int) -> float:
        """Like `Bare.take`, through the whole chain."""
        count = Count(expected)
        feed, up = self._feed(count)
        feed.start()
        try:
            if not up.wait(LONGEST_S):
                raise BackendError("the feed got no answer")
            return count.wait_s() if expected else 0.0
        finally:
            feed.stop()

    def late_ms(self, load: Callable[[], None], expected: int) -> list[float]:
        """Milliseconds from publishing to parsed, of each message that `load` publishes meanwhile."""
        self._arrived.clear()
        count = Count(expected)
        feed, up = self._feed(count)
        collecting = Collecting(Clock(), lambda: False)  # as in the console: no message waits for a full collection
        collecting.begin()
        feed.start()
        try:
            up.wait(LONGEST_S)
            load()
            count.wait_s()
        finally:
            feed.stop()
            collecting.end()
        return [(at_ns - int(found[1])) / 1e6 for at_ns, payload in self._arrived if (found := SENT.search(payload))]

    def _feed(self, count: Count) -> tuple[MqttFeed, threading.Event]:
        inbox, clock, up = Inbox(), Clock(), threading.Event()

        def watch() -> None:
            inbox.drain(lambda item: up.set() if isinstance(item, LinkUp) and item.kind == "broker" else None, _raise)

        def parse(message: Message) -> None:
            intake(message)
            self._arrived.append((time.monotonic_ns(), message.payload))
            count.one()

        feed = MqttFeed(
            self._broker.console_config(), SOURCES, Seat("bench", "desk-1"), receipts=Receipts(self._spool),
            parse=parse, inbox=inbox, clock=clock,
        )  # fmt: skip
        capture = Capture(inbox, lambda _measured: None)
        intake = Intake(Decoder(SOURCES, POINTS), Conditions(SOURCES, POINTS), inbox, feed.handled, capture)
        inbox.on_wake(watch)
        return feed, up


def _raise(_item: object, error: Exception) -> None:
    raise error
