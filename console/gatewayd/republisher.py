"""The gateway's connection to the broker: a message counts as delivered when the broker says that somebody gets it.

Loop thread. Every connection is a client of its own: what one had not delivered is forgotten with it, because whoever
sent it sends it again.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from paho.mqtt.client import Client, ConnectFlags, DisconnectFlags, MQTTMessage, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode
from paho.mqtt.subscribeoptions import SubscribeOptions

from console.backends.feed.dial import Dial
from console.backends.feed.trouble import BY_CONNACK, BackOff, Reason, Trouble, of_error
from console.errors import WatchroomError

log = logging.getLogger(__name__)

CONNECT_S = 3.0
HANDSHAKE_S = 5.0
KEEPALIVE_S = 10
ANSWER_S = 5.0  # from a message to the broker's word on it
MOST_WAITING = 1_024  # messages without that word
TURN_S = 0.2
ONLINE, OFFLINE = b"online", b"offline"
NOBODY_LISTENS = 0x10  # the broker took the message and has nobody to keep it for


class NotTaken(Exception):
    """The broker does not have the message; `reason` is a code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Presence:
    """Where the gateway says that it is there, and what it wants to be told of its earlier runs; "" = nothing."""

    topic: str = ""
    remembered: str = ""  # a topic filter of retained messages


class Republisher:
    """Connects again and again until it is cancelled. `dial` may block: it runs beside the loop."""

    def __init__(self, dial: Callable[[], Dial], presence: Presence) -> None:
        self._dial = dial
        self._presence = presence
        self.on_up: Callable[[], None] = lambda: None
        self.on_remembered: Callable[[str, bytes], None] = lambda _topic, _payload: None
        self._client: Client | None = None
        self._waiting: dict[int, asyncio.Future[ReasonCode]] = {}
        self._lost = asyncio.Event()
        self._trouble: Trouble | None = None
        self._writing = False
        self._fd = -1  # of the connection
        self.is_up = False

    async def run(self) -> None:
        back_off, said = BackOff(), ""
        try:
            while True:
                trouble = await self._one_connection()
                if self._trouble is None:
                    back_off.reset()
                if trouble.reason != said:
                    log.warning("broker lost: %s %s", trouble.reason, trouble.detail)
                said = trouble.reason
                await asyncio.sleep(back_off.wait_s())
        finally:
            self._drop()

    async def deliver(self, topic: str, payload: bytes) -> None:
        """Returns when the broker has the message and somebody it is kept for. Raises NotTaken."""
        code = await self._publish(topic, payload, retain=False)
        if code.value == NOBODY_LISTENS:
            raise NotTaken("nobody_listens")

    async def state(self, topic: str, payload: bytes) -> None:
        """Publish what stays true until it is said anew. Raises NotTaken."""
        await self._publish(topic, payload, retain=True)

    async def leave(self) -> None:
        """Say that the gateway is gone, as it does itself when it is killed."""
        if self._presence.topic:
            with contextlib.suppress(NotTaken):
                await self.state(self._presence.topic, OFFLINE)
        if self._client is not None:
            self._client.disconnect()

    # ---- one connection ------------------------------------------------------------------------------------------

    async def _one_connection(self) -> Trouble:
        self._lost.clear()
        self._trouble = Trouble(Reason.NO_ANSWER)  # until the broker has accepted us
        client = self._make_client()
        try:
            dial = await asyncio.to_thread(self._dial)
            dial.introduce(client)
            await asyncio.to_thread(client.connect, dial.host, dial.port, KEEPALIVE_S)
            self._client = client
            return await self._serve(client)
        except (OSError, ValueError, WatchroomError) as error:
            self._trouble = of_error(error)
            return self._trouble
        finally:
            self._drop()

    def _make_client(self) -> Client:
        client = Client(CallbackAPIVersion.VERSION2, client_id="", protocol=MQTTv5, reconnect_on_failure=False)
        client.connect_timeout = CONNECT_S
        client.on_connect = self._on_connect
        client.on_disconnect = self._on_disconnect
        client.on_publish = self._on_publish
        client.on_message = self._on_message
        if self._presence.topic:
            client.will_set(self._presence.topic, OFFLINE, 1, retain=True)
        return client

    async def _serve(self, client: Client) -> Trouble:
        loop, sock = asyncio.get_running_loop(), client.socket()
        if sock is None:
            return Trouble(Reason.CONNECTION_LOST)
        self._fd = sock.fileno()  # its number outlives its closing, and has to be let go of after it
        loop.add_reader(self._fd, self._read)
        opened = loop.time()
        try:
            while not self._lost.is_set():
                self._check(client.loop_misc())
                self._arm()
                if not self.is_up and loop.time() - opened > HANDSHAKE_S:
                    return self._trouble or Trouble(Reason.NO_ANSWER)
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(TURN_S):  # not wait_for: before Python 3.12 it may eat our own end
                        await self._lost.wait()
        finally:
            loop.remove_reader(self._fd)
            loop.remove_writer(self._fd)
            self._writing = False
        return self._trouble or Trouble(Reason.CONNECTION_LOST)

    def _read(self) -> None:
        client = self._client
        sock: Any = client.socket() if client is not None else None
        if client is None or sock is None:
            self._lost.set()
            return
        self._check(client.loop_read())
        while not self._lost.is_set() and getattr(sock, "pending", int)():  # TLS has read ahead
            self._check(client.loop_read())
        self._arm()

    def _arm(self) -> None:
        """Let the loop call when there is room for what waits to be written."""
        client = self._client
        if client is None or client.socket() is None or client.want_write() == self._writing:
            return
        self._writing = not self._writing
        if self._writing:
            asyncio.get_running_loop().add_writer(self._fd, self._write)
        else:
            asyncio.get_running_loop().remove_writer(self._fd)

    def _write(self) -> None:
        if self._client is not None:
            self._check(self._client.loop_write())
            self._arm()

    def _check(self, code: MQTTErrorCode) -> None:
        if code != MQTTErrorCode.MQTT_ERR_SUCCESS:
            self._lost.set()

    def _drop(self) -> None:
        """The connection is over: nothing of it will be answered any more."""
        self.is_up = False
        client, self._client = self._client, None
        waiting, self._waiting = self._waiting, {}
        for answer in waiting.values():
            if not answer.done():
                answer.set_exception(NotTaken("broker_away"))
        if client is not None and (sock := client.socket()) is not None:
            sock.close()

    async def _publish(self, topic: str, payload: bytes, *, retain: bool) -> ReasonCode:
        if self._client is None or not self.is_up:
            raise NotTaken("broker_away")
        if len(self._waiting) >= MOST_WAITING:
            raise NotTaken("busy")
        info = self._client.publish(topic, payload, 1, retain)
        if info.rc != MQTTErrorCode.MQTT_ERR_SUCCESS:
            raise NotTaken("broker_away")
        answer = self._waiting[info.mid] = asyncio.get_running_loop().create_future()
        self._arm()
        try:
            async with asyncio.timeout(ANSWER_S):
                code: ReasonCode = await answer
        except TimeoutError:
            raise NotTaken("no_answer") from None
        finally:
            self._waiting.pop(info.mid, None)
        if code.is_failure:
            raise NotTaken("refused")
        return code

    # ---- called by paho, inside `_read` --------------------------------------------------------------------------

    def _on_connect(self, client: Client, _: Any, __: ConnectFlags, code: ReasonCode, ___: Properties | None) -> None:
        if code.is_failure:
            self._trouble = Trouble(BY_CONNACK.get(code.value, Reason.NOT_ACCEPTED), str(code))
            self._lost.set()
            return
        self._trouble, self.is_up = None, True
        log.info("broker is up")
        if self._presence.topic:
            client.publish(self._presence.topic, ONLINE, 1, retain=True)
        if self._presence.remembered:
            client.subscribe(self._presence.remembered, options=SubscribeOptions(qos=0, noLocal=True))
        self.on_up()

    def _on_disconnect(
        self, _: Client, __: Any, ___: DisconnectFlags, _code: ReasonCode, ____: Properties | None
    ) -> None:
        self._lost.set()

    def _on_publish(self, _: Client, __: Any, packet: int, code: ReasonCode, ___: Properties) -> None:
        answer = self._waiting.get(packet)
        if answer is not None and not answer.done():
            answer.set_result(code)

    def _on_message(self, _: Client, __: Any, message: MQTTMessage) -> None:
        self.on_remembered(message.topic, bytes(message.payload))
