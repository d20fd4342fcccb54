"""One MQTT connection, from CONNECT to its end. Belongs to the feed's thread, which drives it turn by turn.

Packet ids are valid within one connection only; as every connection is an object of its own, an acknowledgement
cannot reach a later one.
"""

from __future__ import annotations

import logging
import select
import time
from collections.abc import Callable, Sequence
from typing import Any

from paho.mqtt.client import Client, ConnectFlags, DisconnectFlags, MQTTMessage, MQTTv5, topic_matches_sub
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode
from paho.mqtt.subscribeoptions import SubscribeOptions

from console.attendance import ClockTold
from console.backends.feed import clocks
from console.backends.feed.arrival import Arrival
from console.backends.feed.dial import Dial
from console.backends.feed.heartbeat import Heartbeat
from console.backends.feed.ownership import Ownership
from console.backends.feed.receipts import RECEIVE_MAXIMUM
from console.backends.feed.topics import Seat
from console.backends.feed.trouble import BY_CONNACK, BY_DISCONNECT, Reason, Trouble
from console.clock import Clock
from console.courtesy import Courtesy
from console.outgoing import Outgoing
from console.parse.errands import Word

CONNECT_S = 3.0  # for TCP and TLS each
HANDSHAKE_S = 3.0  # from CONNECT to the subscription's acknowledgement
KEEPALIVE_S = 10  # only for the broker's sake: our own watchdog is the heartbeat
PACKET_MAXIMUM = 16 << 20  # bytes; a broker keeps larger messages from us
UNREADABLE_TOPIC = "topic-not-utf-8"
TOPICS_AT_ONCE = 200  # in one SUBSCRIBE

log = logging.getLogger(__name__)


class Connection:
    """Subscribes, collects arrivals, acknowledges them when told to, and notices when nothing comes back."""

    def __init__(
        self,
        dial: Dial,
        seat: Seat,
        *,
        session_s: int,
        filters: Sequence[str],
        obsolete: Sequence[str],
        once: Sequence[str],
        ownership: Ownership,
        clock: Clock,
        on_session: Callable[[bool], object],
        on_confirmed: Callable[[int, ReasonCode], object],
        on_clock: Callable[[ClockTold], object],
    ) -> None:
        self.arrivals: list[Arrival] = []
        self.trouble: Trouble | None = None
        self.is_up = False  # subscribed, and a message of our own has come back
        self._subscribed = False
        self._asked: int | None = 0  # packet id of the subscription without which nothing works
        self._seat = seat
        self._own = seat.clocks.partition("+")[0]  # the first levels of what consoles say
        self._dial = dial
        self._session_s = session_s
        self._filters = filters
        self._obsolete = obsolete
        self._once = once  # only their retained messages are wanted
        self._ownership = ownership
        self._clock = clock
        self._on_session = on_session
        self._on_confirmed = on_confirmed
        self._on_clock = on_clock
        self._opened = time.monotonic()
        self._heartbeat = Heartbeat(self._opened)
        self._client = self._make_client()

    def _make_client(self) -> Client:
        client = Client(
            CallbackAPIVersion.VERSION2, client_id=self._seat.client_id, protocol=MQTTv5, manual_ack=True,
            reconnect_on_failure=False,
        )  # fmt: skip
        client.connect_timeout = CONNECT_S
        client.suppress_exceptions = True  # a second net: an exception in a callback would end the loop
        self._dial.introduce(client)
        client.on_connect = self._on_connect
        client.on_subscribe = self._on_subscribe
        client.on_disconnect = self._on_disconnect
        client.on_message = self._on_message
        client.on_publish = self._on_publish
        return client

    # ---- driven by the feed's thread ----

    def open(self) -> None:
        """Connect and send CONNECT; blocks for at most `CONNECT_S` for TCP and again for TLS. Raises OSError."""
        properties = Properties(PacketTypes.CONNECT)  # type: ignore[no-untyped-call]
        properties.SessionExpiryInterval = self._session_s
        properties.ReceiveMaximum = RECEIVE_MAXIMUM
        properties.MaximumPacketSize = PACKET_MAXIMUM
        # Never a clean start, not even the first of a process: it would throw away what waited for us.
        self._client.connect(
            self._dial.host, self._dial.port, KEEPALIVE_S, clean_start=False, properties=properties
        )  # fmt: skip
        self._opened = time.monotonic()
        self._heartbeat = Heartbeat(self._opened)

    def turn(self, wait_s: float) -> None:
        """Wait for the network, read what is there, send the heartbeat, notice silence."""
        self._serve(wait_s)
        now = time.monotonic()
        if not self._subscribed:
            if now - self._opened > HANDSHAKE_S:
                self._lost(Trouble(Reason.NO_ANSWER))
            return
        if self._heartbeat.turn(now):
            self._client.publish(self._seat.heartbeat_topic, self._ownership.name)
            self._client.publish(self._seat.clock_topic, clocks.said(self._seat.position, self._clock.now_ms()))
        if self._heartbeat.is_silent(now):
            never = "" if self.is_up else f"may this user write and read {self._seat.heartbeat_topic}?"
            self._lost(Trouble(Reason.NO_HEARTBEAT, never))

    def _serve(self, wait_s: float) -> None:
        """One turn of the network. Not paho's own `loop`: its select() fails on file numbers above 1023."""
        sock: Any = self._client.socket()
        if sock is None:
            self._lost(Trouble(Reason.CONNECTION_LOST))
            return
        poll = select.poll()
        poll.register(sock, select.POLLIN | (select.POLLOUT if self._client.want_write() else 0))
        buffered = self._dial.tls is not None and sock.pending() > 0
        events = sum(event for _, event in poll.poll(0 if buffered else wait_s * 1000))
        if buffered or events & ~select.POLLOUT:
            self._check(self._client.loop_read())
        if events & select.POLLOUT:
            self._check(self._client.loop_write())
        self._check(self._client.loop_misc())

    def burst(self, for_s: float, most: int, courtesy: Courtesy) -> bool:
        """Read on while messages keep coming, at most for so long and so many; whether there may be more."""
        end = time.monotonic() + for_s
        while self.trouble is None and len(self.arrivals) < most and time.monotonic() < end:
            before = len(self.arrivals)
            courtesy.give_way()
            self._check(self._client.loop_read())
            if len(self.arrivals) == before:
                return False
        return self.trouble is None

    def acknowledge(self, arrivals: Sequence[Arrival]) -> None:
        """Tell the broker, in arrival order, that these are safe. After the end of the connection: nothing."""
        for arrival in arrivals:
            if self.trouble is not None:
                return
            if arrival.qos:
                self._check(self._client.ack(arrival.packet, arrival.qos))

    def publish(self, message: Outgoing) -> int:
        """Send it with QoS 1; its packet id, 0 when it did not go out. `on_confirmed` tells the broker's answer."""
        properties = Properties(PacketTypes.PUBLISH)  # type: ignore[no-untyped-call]
        properties.MessageExpiryInterval = message.expiry_s
        info = self._client.publish(message.topic, message.payload, 1, properties=properties)
        self._check(info.rc)
        return info.mid if self.trouble is None else 0

    def listen(self, topics: Sequence[str], *, anew: bool) -> None:
        """Subscribe to topics that were discovered; `anew`: their retained messages are wanted in any case."""
        handling = SubscribeOptions.RETAIN_SEND_ON_SUBSCRIBE if anew else SubscribeOptions.RETAIN_SEND_IF_NEW_SUB
        options = SubscribeOptions(qos=1, retainHandling=handling)
        for at in range(0, len(topics), TOPICS_AT_ONCE):
            self._check(self._client.subscribe([(t, options) for t in topics[at : at + TOPICS_AT_ONCE]])[0])

    def forget(self, topics: Sequence[str]) -> None:
        """These are not wanted any more."""
        for at in range(0, len(topics), TOPICS_AT_ONCE):
            self._check(self._client.unsubscribe(list(topics[at : at + TOPICS_AT_ONCE]))[0])

    def say(self, word: Word) -> None:
        """Tell a device something, once."""
        self._check(self._client.publish(word.topic, word.payload, 0).rc)

    def close(self) -> None:
        """Say goodbye when somebody listens; the session stays at the broker."""
        self._lost(Trouble(Reason.CONNECTION_LOST))
        self._client.disconnect()
        if (sock := self._client.socket()) is not None:  # a frozen peer did not even take the goodbye
            sock.close()

    def _check(self, code: MQTTErrorCode) -> None:
        if code != MQTTErrorCode.MQTT_ERR_SUCCESS:
            self._lost(Trouble(Reason.CONNECTION_LOST, code.name))

    def _lost(self, trouble: Trouble) -> None:
        """The first reason is the true one: what follows is only its consequence."""
        self.is_up = False
        if self.trouble is None:
            self.trouble = trouble

    # ---- called by paho, inside `turn` and `burst` ----

    def _on_connect(self, client: Client, _: Any, flags: ConnectFlags, code: ReasonCode, __: Properties | None) -> None:
        if code.is_failure:
            self._lost(Trouble(BY_CONNACK.get(code.value, Reason.NOT_ACCEPTED), str(code)))
            return
        self._on_session(flags.session_present)
        if self._obsolete:
            client.unsubscribe(list(self._obsolete))
        # Also into a session that exists: the sources may have changed since. Retained messages are repeated only
        # for a filter that is new, and retain then means "this is a repetition".
        options = SubscribeOptions(qos=1, retainHandling=SubscribeOptions.RETAIN_SEND_IF_NEW_SUB)
        owner = SubscribeOptions(qos=0, retainHandling=SubscribeOptions.RETAIN_SEND_ON_SUBSCRIBE)
        beat = SubscribeOptions(qos=0, retainHandling=SubscribeOptions.RETAIN_DO_NOT_SEND)
        ours = [(self._seat.owner_topic, owner), (self._seat.heartbeat_topic, beat), (self._seat.clocks, beat)]
        repeat = SubscribeOptions(qos=1, retainHandling=SubscribeOptions.RETAIN_SEND_ON_SUBSCRIBE)
        _, self._asked = client.subscribe(
            [(f, options) for f in self._filters] + ours + [(f, repeat) for f in self._once]
        )  # fmt: skip

    def _on_subscribe(self, _: Client, __: Any, packet: int, codes: list[ReasonCode], ___: Properties | None) -> None:
        if packet != self._asked:
            if any(code.is_failure for code in codes):
                log.warning("the broker refuses topics that discoveries named: %s", {str(code) for code in codes})
            return
        asked = (*self._filters, self._seat.owner_topic, self._seat.heartbeat_topic, self._seat.clocks, *self._once)
        refused = [
            f for f, code in zip(asked, codes, strict=False) if code.is_failure and f != self._seat.clocks
        ]  # a site that keeps clocks to itself loses nothing else
        if refused:
            self._lost(Trouble(Reason.SUBSCRIPTION_REFUSED, ", ".join(refused)))
            return
        self._heartbeat = Heartbeat(time.monotonic())
        self._subscribed = True

    def _on_disconnect(
        self, _: Client, __: Any, flags: DisconnectFlags, code: ReasonCode, ___: Properties | None
    ) -> None:
        reason = BY_DISCONNECT.get(code.value) if flags.is_disconnect_packet_from_server else None
        self._lost(Trouble(reason or Reason.CONNECTION_LOST, str(code)))

    def _on_publish(self, _: Client, __: Any, packet: int, code: ReasonCode, ___: Properties) -> None:
        self._on_confirmed(packet, code)

    def _on_message(self, _: Client, __: Any, message: MQTTMessage) -> None:
        self._heartbeat.heard(time.monotonic())
        try:
            topic = message.topic
        except UnicodeDecodeError:  # to be stored, refused and acknowledged like any other, or it comes for ever
            topic = UNREADABLE_TOPIC
        if topic.startswith(self._own):  # none of a sensor's: its topics are compared no further
            self._on_own(topic, message)
        else:
            self._arrived(topic, message)

    def _on_own(self, topic: str, message: MQTTMessage) -> None:
        """What consoles say to each other and to themselves; units speak below the same levels."""
        if topic == self._seat.heartbeat_topic:
            self._on_beat()
        elif topic == self._seat.owner_topic:
            self._on_owner(message.payload.decode(errors="replace"))
        elif topic_matches_sub(self._seat.clocks, topic):
            if (told := clocks.heard(bytes(message.payload), self._clock.now_ms())) is not None:
                self._on_clock(told)
        else:
            self._arrived(topic, message)

    def _arrived(self, topic: str, message: MQTTMessage) -> None:
        self.arrivals.append(
            Arrival(
                topic, bytes(message.payload), self._clock.now_ms(), message.retain, message.dup, message.qos,
                message.mid,
            )
        )  # fmt: skip

    def _on_beat(self) -> None:
        """Delivery works, and what was retained has come before: we know who owned the session; now it is ours."""
        if not self.is_up and self.trouble is None:
            self.is_up = True
            self._ownership.claim()
            self._client.publish(self._seat.owner_topic, self._ownership.name, retain=True)
            if self._once:
                self._client.unsubscribe(list(self._once))

    def _on_owner(self, name: str) -> None:
        if other := self._ownership.read(name):
            self._lost(Trouble(Reason.TAKEN_OVER, other))
