"""The broker, seen by the doctor: is it reachable, does it deliver, and which of its settings can lose messages."""

from __future__ import annotations

import re
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from paho.mqtt.client import Client, MQTTMessage, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from console.backends.feed.broker import EmbeddedBroker, find_mosquitto
from console.backends.feed.dial import Dial, dial
from console.backends.feed.housing import AUTOSAVE_S
from console.backends.feed.trouble import BY_CONNACK, Reason, of_error
from console.clock import Clock
from console.commands.doctor.finding import Finding, error, ok, warning
from console.config.schema import BrokerConfig, Config
from console.errors import BackendError, WatchroomError
from console.inbox import Inbox
from console.topics import slug

ANSWER_S = 5.0
SAVED_EVERY_S = AUTOSAVE_S + 1  # it looks at its clock once a second: 1.96 s were lost when measured
WEBSOCKET_FIXED = (2, 0, 12)
DROPPED = "$SYS/broker/publish/messages/dropped"
VERSION = "$SYS/broker/version"

CURES = {
    Reason.REFUSED: "start the broker, or correct [broker] url",
    Reason.NAME_UNKNOWN: "correct the host in [broker] url, or the machine's name server",
    Reason.TLS_FAILED: "set [broker] ca_file to the authority that signed the broker's certificate",
    Reason.WRONG_PASSWORD: "correct [broker] user and password",
    Reason.CONFIGURATION: "correct the [broker] table of the configuration",
}


def embedded(folder: Path) -> Iterator[Finding]:
    """Start our own broker for a moment: it proves that it saves, or says why not."""
    broker = EmbeddedBroker(folder, Inbox(), Clock())
    try:
        program = find_mosquitto()
        yield from _version(_asked(program))
        broker.start()
    except BackendError as refused:
        yield error("broker", str(refused), "install the package mosquitto, or set [broker] url to the site's broker")
        return
    try:
        yield from _reached(broker.console_config(), "doctor", "doctor")
    finally:
        broker.stop()
    yield ok(
        "persistence",
        "real: ended or restarted, the broker loses nothing; killed (SIGKILL, power cut) it can lose what came in its"
        f" last {SAVED_EVERY_S} s and had not yet reached a console. 100,000 messages wait for a console that is away",
    )


def of_the_site(config: Config) -> Iterator[Finding]:
    """The broker of the site: what can be seen from here, and what only its administrator can tell."""
    yield from _reached(config.broker, config.site.name, config.console.position)
    yield warning(
        "persistence",
        "whether this broker keeps messages over its own end cannot be seen from here",
        "mosquitto: persistence true, autosave_interval of a few seconds (a SIGKILL loses what came since),"
        " max_queued_messages 100000 (the default 1000 drops alarms in a long absence)",
    )


def _reached(config: BrokerConfig, site: str, position: str) -> Iterator[Finding]:
    try:
        visit = Visit(dial(config), f"watchroom/{slug(site)}/{slug(position)}/doctor")
        visit.make()
    except (OSError, ValueError, WatchroomError) as failed:
        trouble = of_error(failed)
        cure = next((cure for reason, cure in CURES.items() if reason == trouble.reason), "see [broker] in config.toml")
        yield error("broker", f"{config.url}: {trouble.reason} {trouble.detail}", cure)
        return
    if visit.refused is not None:
        yield error("broker", f"{config.url}: {visit.refused}", CURES[Reason.WRONG_PASSWORD])
        return
    if not visit.delivered:
        yield error(
            "broker", f"{config.url}: a message of our own did not come back",
            "let the console's user read everything and write watchroom/#",
        )  # fmt: skip
        return
    yield ok("broker", f"{config.url} {visit.version}".strip())
    if config.url.startswith("mqtts") or not config.embedded:
        yield from _version(visit.version)
    if visit.dropped:
        yield warning(
            "broker queue", f"the broker has dropped {visit.dropped} messages since its start",
            "raise max_queued_messages; see which client is away or slow",
        )  # fmt: skip


class Visit:
    """One short connection of our own client id: no session is touched."""

    def __init__(self, target: Dial, topic: str) -> None:
        self.delivered = False
        self.refused: str | None = None
        self.version = ""
        self.dropped = 0
        self._dial = target
        self._topic = topic
        self._done = threading.Event()

    def make(self) -> None:
        """Connect, send a message to ourselves, leave. Raises OSError or ValueError."""
        client = Client(CallbackAPIVersion.VERSION2, client_id="", protocol=MQTTv5)
        client.connect_timeout = ANSWER_S
        self._dial.introduce(client)
        client.on_connect = self._on_connect
        client.on_subscribe = self._on_subscribe
        client.on_message = self._on_message
        client.connect(self._dial.host, self._dial.port)
        client.loop_start()
        self._done.wait(ANSWER_S)
        client.disconnect()
        client.loop_stop()

    def _on_connect(self, client: Client, _: Any, __: Any, code: ReasonCode, ___: Properties | None) -> None:
        if code.is_failure:
            self.refused = f"{BY_CONNACK.get(code.value, Reason.NOT_ACCEPTED)} ({code})"
            self._done.set()
            return
        client.subscribe([(topic, 0) for topic in (VERSION, DROPPED, self._topic)])

    def _on_subscribe(self, client: Client, *_: Any) -> None:
        client.publish(self._topic, b"doctor")

    def _on_message(self, _: Client, __: Any, message: MQTTMessage) -> None:
        text = message.payload.decode(errors="replace")
        if message.topic == VERSION:
            self.version = text
        elif message.topic == DROPPED and text.isdigit():
            self.dropped = int(text)
        elif message.topic == self._topic:
            self.delivered = True
            self._done.set()


def _asked(program: Path) -> str:
    """The first line mosquitto prints about itself."""
    said = subprocess.run([str(program), "-h"], capture_output=True, text=True, timeout=ANSWER_S, check=False).stdout
    return said.partition("\n")[0]


def _version(said: str) -> Iterator[Finding]:
    """mosquitto before 2.0.12 has a trap that opens a broker to the network."""
    found = re.search(r"mosquitto version (\d+)\.(\d+)\.(\d+)", said)
    if found is None:
        return
    number = tuple(int(part) for part in found.groups())
    if number < WEBSOCKET_FIXED:
        yield warning(
            "mosquitto", f"{'.'.join(found.groups())} opens WebSocket listeners on all addresses, whatever their bind",
            "the console's own broker has none; give none to the site's, or use 2.0.18 or newer",
        )  # fmt: skip
    else:
        yield ok("mosquitto", ".".join(found.groups()))
