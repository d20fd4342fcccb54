"""Writes down what a broker delivers, a line a message, until somebody or a limit ends it. Runs on the caller's thread.

A guest at the broker: a client id of its own and no session, so it takes nothing from any console.
"""

from __future__ import annotations

import secrets
import ssl
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import IO, Any

from paho.mqtt.client import Client, ConnectFlags, MQTTMessage, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from console.arrivals import as_case
from console.backends.feed.dial import Dial
from console.backends.feed.trouble import BY_CONNACK, of_error
from console.clock import Clock
from console.errors import BackendError
from console.model import Message

CONNECT_S = 5.0
KEEPALIVE_S = 30
TURN_S = 0.1
MOST_BYTES = 1 << 20  # of one message: a larger one is a picture, and none of a detector's


@dataclass(frozen=True, slots=True)
class Limit:
    """Where a recording ends; 0 = nowhere."""

    seconds: float = 0.0
    messages: int = 0
    bytes: int = 0


@dataclass(slots=True)
class Recorded:
    """What was written so far. `ended` is a code: asked, seconds, messages, bytes."""

    messages: int = 0
    bytes: int = 0
    left_out: int = 0  # larger than `MOST_BYTES`, or on a topic that is no text
    seconds: float = 0.0
    ended: str = "asked"
    by_source: Counter[str] = field(default_factory=Counter)


class Recorder:
    """`source_of` tells whose message a topic is."""

    def __init__(self, dial: Dial, filters: Sequence[str], clock: Clock, source_of: Callable[[str], str]) -> None:
        self._dial = dial
        self._filters = filters
        self._clock = clock
        self._source_of = source_of
        self._client = Client(
            CallbackAPIVersion.VERSION2, client_id=f"watchroom-record-{secrets.token_hex(6)}", protocol=MQTTv5,
            reconnect_on_failure=False,
        )  # fmt: skip
        self._client.connect_timeout = CONNECT_S
        self._waiting: list[Message] = []
        self._left_out = 0
        self._granted = False
        self._refusal = ""
        dial.introduce(self._client)
        self._client.on_connect = self._on_connect
        self._client.on_subscribe = self._on_subscribe
        self._client.on_message = self._on_message

    def run(self, file: IO[str], limit: Limit, is_ended: Callable[[], bool], ready: Callable[[], None]) -> Recorded:
        """Record until `is_ended` or a limit; `ready` is called once the broker has granted the topics.

        Raises BackendError when the broker cannot be reached, refuses, or is lost on the way: what came until then is
        in the file.
        """
        self._open()
        recorded, began, told = Recorded(), time.monotonic(), False
        try:
            while not is_ended():
                self._turn(began if not self._granted else None)
                if self._granted and not told:
                    told, began = True, time.monotonic()
                    ready()
                if self._write(file, recorded, limit) or self._is_over(recorded, began, limit):
                    break
        finally:
            recorded.seconds = time.monotonic() - began
            recorded.left_out = self._left_out
            file.flush()
            self._client.disconnect()
        return recorded

    def _open(self) -> None:
        try:
            self._client.connect(self._dial.host, self._dial.port, KEEPALIVE_S, clean_start=True)
        except (OSError, ValueError, ssl.SSLError) as error:
            raise BackendError(f"no recording: {_where(self._dial)}: {of_error(error).reason}") from error

    def _turn(self, opened: float | None) -> None:
        """Whatever the network has; `opened` while the broker has not granted anything yet."""
        code = self._client.loop(TURN_S)
        if self._refusal:
            raise BackendError(f"no recording: {_where(self._dial)}: {self._refusal}")
        if code != MQTTErrorCode.MQTT_ERR_SUCCESS:
            raise BackendError(f"{_where(self._dial)}: connection lost")
        if opened is not None and time.monotonic() - opened > CONNECT_S:
            raise BackendError(f"no recording: {_where(self._dial)}: no answer")

    def _write(self, file: IO[str], recorded: Recorded, limit: Limit) -> bool:
        """Whether a limit was reached."""
        waiting, self._waiting = self._waiting, []
        for message in waiting:
            line = as_case(message) + "\n"
            size = len(line.encode())
            if limit.bytes and recorded.bytes + size > limit.bytes:
                recorded.ended = "bytes"
                return True
            file.write(line)
            recorded.messages += 1
            recorded.bytes += size
            recorded.by_source[self._source_of(message.topic)] += 1
            if limit.messages and recorded.messages >= limit.messages:
                recorded.ended = "messages"
                return True
        return False

    def _is_over(self, recorded: Recorded, began: float, limit: Limit) -> bool:
        if limit.seconds and time.monotonic() - began >= limit.seconds:
            recorded.ended = "seconds"
            return True
        return False

    # ---- called by paho from `loop` ----

    def _on_connect(
        self, client: Client, _data: Any, _flags: ConnectFlags, code: ReasonCode, _properties: Properties | None
    ) -> None:
        if code.is_failure:
            self._refusal = BY_CONNACK.get(code.value, str(code))
            return
        client.subscribe([(each, 1) for each in self._filters])

    def _on_subscribe(
        self, _client: Client, _data: Any, _mid: int, codes: list[ReasonCode], _properties: Properties | None
    ) -> None:
        refused = [each for each, code in zip(self._filters, codes, strict=False) if code.is_failure]
        if refused:
            self._refusal = f"this user may not read {', '.join(refused)}"
        self._granted = not refused

    def _on_message(self, _client: Client, _data: Any, message: MQTTMessage) -> None:
        try:
            topic = message.topic
        except UnicodeDecodeError:
            self._left_out += 1
            return
        if len(message.payload) > MOST_BYTES:
            self._left_out += 1
            return
        now_ms = self._clock.now_ms()
        self._waiting.append(Message(topic, bytes(message.payload), now_ms, message.retain, message.dup))


def _where(dial: Dial) -> str:
    return f"broker {dial.host}:{dial.port}"
