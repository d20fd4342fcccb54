"""One RTSP connection to a camera: requests with authentication, packets between them. Loop thread."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from typing import cast

from console.ports import CameraState, Detail
from console.videod.address import Address
from console.videod.auth import Credentials
from console.videod.refusal import NoPicture
from console.videod.reorder import PacketSink
from console.videod.wire import Message, Parser, request

ANSWER_S = 5.0
ATTEMPTS = 3  # of one request: plain, answered, answered again after a stale nonce
BUSY = 1 << 16  # bytes that may wait to be sent before our reports are left out


class Connection(asyncio.Protocol):
    """Requests out; responses and packets in. `ended` is done when the connection is over, however that came."""

    def __init__(self, address: Address) -> None:
        self.is_encrypted = address.is_encrypted
        self.ended: asyncio.Future[NoPicture] = asyncio.get_running_loop().create_future()
        self._credentials = Credentials(address.user, address.password)
        self._parser = Parser(self._on_packets, self._on_message)
        self._pending: dict[int, asyncio.Future[Message]] = {}
        self._cseq = 0
        self._sinks: dict[int, PacketSink] = {}
        self._arrived_ns = 0
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)  # uvloop's transports are not its subclasses

    def data_received(self, data: bytes) -> None:
        self._arrived_ns = time.monotonic_ns()
        try:
            self._parser.feed(data)
        except NoPicture as refusal:
            self._end(refusal)

    def connection_lost(self, error: Exception | None) -> None:
        self._end(NoPicture(CameraState.NO_SIGNAL, Detail.CONNECTION_LOST if error else Detail.CLOSED))

    def receive(self, channel: int, sink: PacketSink) -> None:
        """Packets of this channel go to `sink`; packets of other channels are dropped."""
        self._sinks[channel] = sink

    async def request(self, method: str, url: str, headers: Mapping[str, str] | None = None) -> Message:
        """Send it, answer challenges, return the response whatever its status. Raises NoPicture."""
        for attempt in range(ATTEMPTS):
            message = await self._ask(method, url, headers or {})
            offers = message.headers.get("www-authenticate", ())
            if message.status != 401 or not self._credentials.accept(offers, answered=attempt > 0):
                return message
        return message

    def ends(self) -> tuple[str, str]:
        """Our address of this connection, and the camera's."""
        assert self._transport is not None
        return self._transport.get_extra_info("sockname")[0], self._transport.get_extra_info("peername")[0]

    def send(self, channel: int, packet: bytes) -> None:
        """Send an interleaved packet, unless the camera does not read."""
        if self._transport is not None and not self.ended.done() and self._transport.get_write_buffer_size() < BUSY:
            self._transport.write(bytes((0x24, channel)) + len(packet).to_bytes(2, "big") + packet)

    def leave(self, method: str = "", url: str = "", headers: Mapping[str, str] | None = None) -> None:
        """Say a last word, if any, and close; nothing is waited for."""
        if method and not self.ended.done():
            self._send(method, url, headers or {})
        self._end(NoPicture(CameraState.QUEUED, Detail.NONE), is_polite=True)

    def give_up(self, refusal: NoPicture) -> None:
        """Cut the connection: it is open, but of no use any more."""
        self._end(refusal)

    async def _ask(self, method: str, url: str, headers: Mapping[str, str]) -> Message:
        if self.ended.done():
            raise self.ended.result()
        answer: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        cseq = self._send(method, url, headers)
        self._pending[cseq] = answer
        try:
            async with asyncio.timeout(ANSWER_S):
                return await answer
        except TimeoutError:
            raise NoPicture(CameraState.NO_SIGNAL, Detail.NO_ANSWER, method) from None
        finally:
            self._pending.pop(cseq, None)

    def _send(self, method: str, url: str, headers: Mapping[str, str]) -> int:
        self._cseq += 1
        who = {"Authorization": self._credentials.header(method, url)}
        assert self._transport is not None
        self._transport.write(request(method, url, self._cseq, {**headers, **who}))
        return self._cseq

    def _on_packets(self, channel: int, packets: Sequence[bytes]) -> None:
        sink = self._sinks.get(channel)
        if sink is not None:
            sink(packets, self._arrived_ns)

    def _on_message(self, message: Message) -> None:
        if message.method:
            self._decline(message)
            return
        cseq = message.cseq
        if cseq is None:  # some cameras forget it; requests go one at a time, so it is the oldest one's
            cseq = next(iter(self._pending), 0)
        answer = self._pending.get(cseq)
        if answer is not None and not answer.done():
            answer.set_result(message)

    def _decline(self, message: Message) -> None:
        """The camera asks us something: it gets an answer, because some wait for one."""
        assert self._transport is not None
        self._transport.write(f"RTSP/1.0 501 Not Implemented\r\nCSeq: {message.cseq or 0}\r\n\r\n".encode())

    def _end(self, refusal: NoPicture, *, is_polite: bool = False) -> None:
        if self.ended.done():
            return
        self.ended.set_result(refusal)
        self._sinks.clear()
        for answer in self._pending.values():
            if not answer.done():
                answer.set_exception(refusal)
        if self._transport is not None:
            if is_polite:
                self._transport.close()
            else:
                self._transport.abort()
