"""A gateway of a test's own, the devices and clouds that talk to it, and whoever listens at the broker."""

from __future__ import annotations

import asyncio
import queue
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from paho.mqtt.client import Client, MQTTMessage, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion

from console.gatewayd.control import Broker as BrokerOrder
from console.gatewayd.control import Cloud, Order, Panels, Web
from console.gatewayd.gateway import Gateway
from console.gb26875 import NOBODY, About, Command, Frame, Stream, made, moment, source_of
from tests.waiting import wait_until

WAIT_S = 20.0
AT = datetime(2026, 11, 20, 16, 29, 48)
ADDRESS = "010987654321"


def panels(**changes: object) -> Panels:
    told: dict[str, object] = {
        "tcp": "127.0.0.1:0", "udp": "127.0.0.1:0", "base": "gb26875", "allow": (), "silent_s": 60,
        "set_clocks": False, "time_zone": "Asia/Shanghai",
    }  # fmt: skip
    return Panels(**(told | changes))  # type: ignore[arg-type]


def state(sequence: int, bits: int = 1, address: str = ADDRESS) -> bytes:
    """A device's report of its own state."""
    data = bytes((About.DEVICE_STATE, 1, bits)) + moment(AT)
    return made(Command.SEND, sequence, source_of(address), NOBODY, AT, data)


class RunningGateway:
    """The gateway in a thread of its own."""

    def __init__(self, url: str, told: Panels, web: Web, clouds: Sequence[Cloud]) -> None:
        self._orders: list[Order] = [BrokerOrder(url, "", "", "", "", ""), told, web, *clouds]
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), name="gateway-of-a-test")

    async def _run(self) -> None:
        self._loop, self._end = asyncio.get_running_loop(), asyncio.Event()
        async with Gateway(self._orders) as self.gateway:
            self.ports = self.gateway.ready
            self._ready.set()
            await self._end.wait()

    def start(self) -> None:
        self._thread.start()
        assert self._ready.wait(WAIT_S)

    def wait_up(self) -> None:
        wait_until(lambda: self.gateway.is_up, WAIT_S, "the gateway at the broker")

    def counted(self, told: str) -> int:
        return sum(count for (what, _), count in dict(self.gateway.tally.counts).items() if what == told)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join(WAIT_S)
        assert not self._thread.is_alive()


@contextmanager
def running(
    url: str, told: Panels | None = None, web: Web | None = None, clouds: Sequence[Cloud] = ()
) -> Iterator[RunningGateway]:  # fmt: skip
    gateway = RunningGateway(url, told or panels(), web or Web("", "", ""), clouds)
    gateway.start()
    try:
        yield gateway
    finally:
        gateway.stop()


class Device:
    """One TCP line to the gateway, as a device has it."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), WAIT_S)
        self.socket.settimeout(WAIT_S)
        self._stream = Stream()
        self._read: list[Frame] = []

    def send(self, data: bytes) -> None:
        self.socket.sendall(data)

    def next(self, command: Command | None = None) -> Frame:
        """The next frame the gateway sends, of this kind if one is asked for."""
        while True:
            while not self._read:
                data = self.socket.recv(4096)
                assert data, "the gateway has hung up"
                self._read += [each for each in self._stream.feed(data) if isinstance(each, Frame)]
            frame = self._read.pop(0)
            if command is None or frame.command == command:
                return frame

    def insist(self, report: bytes) -> Frame:
        """Send a report again and again until it is answered, as devices do."""
        for _ in range(80):
            self.send(report)
            if not self.hears_nothing_for(0.25):
                return self.next()
        raise AssertionError("the report was never answered")

    def hears_nothing_for(self, seconds: float) -> bool:
        """Whether the gateway keeps silent; the line stays usable."""
        self.socket.settimeout(seconds)
        try:
            self._read += [each for each in self._stream.feed(self.socket.recv(4096)) if isinstance(each, Frame)]
        except TimeoutError:
            return not self._read
        finally:
            self.socket.settimeout(WAIT_S)
        return False

    def is_hung_up_on(self) -> bool:
        """Wait for the end of the line."""
        try:
            while self.socket.recv(4096):
                pass
        except ConnectionError:
            pass
        return True

    def close(self) -> None:
        self.socket.close()


class Ear:
    """A console as the broker sees it: a session of its own, QoS 1, everything there is."""

    def __init__(self, port: int, topic: str = "#") -> None:
        self._port = port
        self._topic = topic
        self.heard: queue.Queue[MQTTMessage] = queue.Queue()
        self._ready = threading.Event()
        self._client = Client(CallbackAPIVersion.VERSION2, client_id="ear", protocol=MQTTv5)
        self._client.on_connect = lambda client, *_: client.subscribe(self._topic, 1)
        self._client.on_subscribe = lambda *_: self._ready.set()
        self._client.on_message = lambda _client, _data, message: self.heard.put(message)

    def __enter__(self) -> Ear:
        self._client.connect("127.0.0.1", self._port, clean_start=True)
        self._client.loop_start()
        assert self._ready.wait(WAIT_S)
        return self

    def __exit__(self, *_error: object) -> None:
        self._client.disconnect()
        self._client.loop_stop()

    def next(self, topic: str) -> bytes:
        """The next message on this topic; others are passed over."""
        while (message := self.heard.get(timeout=WAIT_S)).topic != topic:
            pass
        return bytes(message.payload)

    def so_far(self, topic: str) -> list[bytes]:
        return [bytes(each.payload) for each in list(self.heard.queue) if each.topic == topic]
