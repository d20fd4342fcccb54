"""The TCP and UDP ports of GB/T 26875.3: bounded in connections, bytes, rate and time. Loop thread."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from typing import cast

from console.gatewayd.admission import Pace, Porter
from console.gatewayd.panels import Panels
from console.gatewayd.tally import Tally, Told
from console.gb26875 import Broken, Frame, Stream

MOST_LINES = 512
MOST_OF_ONE = 64  # lines of one address: devices behind one router
MOST_ADDRESSES = 64  # devices behind one line
CHUNK = 4_096  # bytes read at once
UNREAD = 65_536  # bytes of answers that nobody reads: the line is dropped
FIRST_S = 30.0  # for the first whole frame of a line
HALF_S = 10.0  # for the rest of a frame that has begun
RATE, IN_HAND = 16_384.0, 65_536.0  # bytes a second of one line
MOST_DATAGRAMS = 256  # being dealt with


class TcpLine:
    """The way back along a TCP connection."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer

    def send(self, frame: bytes) -> None:
        if self._writer.transport.get_write_buffer_size() > UNREAD:
            self._writer.transport.abort()
        elif not self._writer.is_closing():
            self._writer.write(frame)


class TcpLines:
    """Serves the devices that connect. A line whose device says nothing whole for `idle_s` seconds is closed."""

    def __init__(self, panels: Panels, tally: Tally, idle_s: float) -> None:
        self._panels = panels
        self._tally = tally
        self._idle_s = idle_s

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):  # devices vanish without a word
            _keep_alive(writer)
            ended = await self._listen(reader, TcpLine(writer))
            self._tally.add(Told.TURNED_AWAY, ended, 1 if ended else 0)

    async def _listen(self, reader: asyncio.StreamReader, line: TcpLine) -> str:
        """Until it ends; why, when it was ended here."""
        loop = asyncio.get_running_loop()
        stream, pace, addresses = Stream(), Pace(RATE, IN_HAND, loop.time), set[str]()
        deadline = loop.time() + FIRST_S
        while True:
            wait_s = min(HALF_S, deadline - loop.time()) if stream.is_midway else deadline - loop.time()
            data, garbage = await _read(reader, wait_s), stream.garbage
            if data == b"":
                return ""
            if data is None and loop.time() >= deadline:
                return "too_slow"
            found = stream.give_up() if data is None else stream.feed(data)
            self._tally.add(Told.GARBAGE, "", stream.garbage - garbage)
            for frame in found:
                if isinstance(frame, Frame):
                    addresses.add(frame.address)
                    deadline = loop.time() + self._idle_s
                if len(addresses) > MOST_ADDRESSES or not await self._panels.take(frame, line):
                    return "too_many_devices"
            await asyncio.sleep(pace.take(len(data or b"")))


async def _read(reader: asyncio.StreamReader, wait_s: float) -> bytes | None:
    """What is there, b"" at the end, None when nothing came in time."""
    try:
        async with asyncio.timeout(max(0.01, wait_s)):
            return await reader.read(CHUNK)
    except TimeoutError:
        return None


def _keep_alive(writer: asyncio.StreamWriter) -> None:
    """A peer that lost its power is noticed by the kernel, too."""
    with contextlib.suppress(OSError, AttributeError):
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)


class UdpLine:
    """The way back to where a datagram came from."""

    def __init__(self, transport: asyncio.DatagramTransport, peer: tuple[str, int]) -> None:
        self._transport = transport
        self._peer = peer

    def send(self, frame: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.sendto(frame, self._peer)


class UdpDoor(asyncio.DatagramProtocol):
    """Frames in datagrams: whole ones only. Answers are never larger than what they answer."""

    def __init__(self, panels: Panels, porter: Porter, tally: Tally) -> None:
        self._panels = panels
        self._porter = porter
        self._tally = tally
        self._tasks: set[asyncio.Task[None]] = set()
        self._transport: asyncio.DatagramTransport | None = None

    async def open(self, host: str, port: int) -> int:
        """Listen; the port. Raises OSError."""
        loop = asyncio.get_running_loop()
        self._pace = Pace(RATE * 16, IN_HAND * 16, loop.time)  # of all together: senders of datagrams can be made up
        transport, _ = await loop.create_datagram_endpoint(lambda: self, local_addr=(host, port))
        return int(transport.get_extra_info("sockname")[1])

    async def close(self) -> None:
        if self._transport is not None:
            self._transport.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        if not self._porter.admits(addr[0]):
            self._tally.add(Told.TURNED_AWAY, "not_allowed")
        elif len(self._tasks) >= MOST_DATAGRAMS or self._pace.is_over(len(data)):
            self._tally.add(Told.TURNED_AWAY, "too_much")
        else:
            task = asyncio.create_task(self._take(data, addr))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _take(self, data: bytes, peer: tuple[str, int]) -> None:
        assert self._transport is not None
        stream, line = Stream(), UdpLine(self._transport, peer)
        found: list[Frame | Broken] = stream.feed(data)
        while stream.is_midway:  # nothing follows
            found += stream.give_up()
        self._tally.add(Told.GARBAGE, "", stream.garbage)
        for frame in found:
            await self._panels.take(frame, line)
