"""One RTSP/TCP connection to a camera: requests with authentication, interleaved packets, keep-alive. Loop thread."""

from __future__ import annotations

import asyncio
import contextlib
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from console.ports import CameraState, Detail
from console.videod import sdp
from console.videod.address import Address
from console.videod.auth import Credentials
from console.videod.refusal import NoPicture
from console.videod.wire import Message, Parser, request

CONNECT_S = 5.0
ANSWER_S = 5.0
REDIRECTS = 3
ATTEMPTS = 3  # of one request: plain, answered, answered again after a stale nonce
KEEP_ALIVE_S = (5.0, 30.0)  # bounds of the time between keep-alives, whatever the camera claims its timeout is

PacketSink = Callable[[Sequence[bytes], int], None]  # packets, monotonic ns of their arrival
MediaSink = Callable[[sdp.Media], PacketSink]

_REFUSALS = {
    401: CameraState.WRONG_PASSWORD,
    404: CameraState.NOT_FOUND,
    461: CameraState.UNSUPPORTED,
    503: CameraState.CONNECTING,  # it is starting up and says so: no failure yet
}


class _Redirected(Exception):
    """The camera sends us elsewhere; `play` follows."""

    def __init__(self, location: str) -> None:
        self.location = location


class Connection(asyncio.Protocol):
    """Requests out; responses and packets in. `ended` is done when the connection is over, however that came."""

    def __init__(self, address: Address) -> None:
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


@dataclass(slots=True)
class Session:
    """A camera that plays."""

    connection: Connection
    url: str  # what PLAY was asked of
    id: str
    timeout_s: float
    can_get_parameter: bool

    async def keep_alive(self) -> None:
        """Tell the camera in time that somebody still looks, until cancelled. Raises NoPicture."""
        while True:
            await asyncio.sleep(max(KEEP_ALIVE_S[0], min(KEEP_ALIVE_S[1], self.timeout_s / 2)))
            method = "GET_PARAMETER" if self.can_get_parameter else "OPTIONS"
            with contextlib.suppress(NoPicture):  # some cameras never answer it; the stall clocks judge the pictures
                answer = await self.connection.request(method, self.url, {"Session": self.id})
                if answer.status in (405, 451, 501, 551):
                    self.can_get_parameter = False
                elif answer.status == 454:
                    self.connection.give_up(NoPicture(CameraState.NO_SIGNAL, Detail.SESSION_FORGOTTEN))

    def leave(self) -> None:
        self.connection.leave("TEARDOWN", self.url, {"Session": self.id})


async def play(address: Address, on_media: MediaSink) -> Session:
    """Connect and bring the first video stream to play; raises NoPicture with the state the tile shall show."""
    for _ in range(REDIRECTS + 1):
        connection = await _connect(address)
        try:
            return await _negotiate(connection, address, on_media)
        except _Redirected as there:
            connection.leave()
            address = address.moved(there.location)
        except BaseException:
            connection.leave()
            raise
    raise NoPicture(CameraState.REFUSED, Detail.REDIRECTED)


async def _connect(address: Address) -> Connection:
    loop, place = asyncio.get_running_loop(), f"{address.host}:{address.port}"
    try:
        dial = loop.create_connection(lambda: Connection(address), address.host, address.port)
        async with asyncio.timeout(CONNECT_S):  # not `wait_for`: in Python 3.11 it may swallow a cancellation
            _, connection = await dial
    except ConnectionRefusedError:
        raise NoPicture(CameraState.REFUSED, Detail.REFUSES_CONNECTIONS, place) from None
    except TimeoutError:
        raise NoPicture(CameraState.NO_SIGNAL, Detail.NO_CONNECTION, place) from None
    except OSError as error:
        raise NoPicture(CameraState.NO_SIGNAL, Detail.NETWORK, f"{place}: {error.strerror or error}") from None
    return connection


async def _negotiate(connection: Connection, address: Address, on_media: MediaSink) -> Session:
    options = await connection.request("OPTIONS", address.url)
    if options.status == 401:  # asking again would only count as another wrong password
        _checked(options)
    described = _checked(await connection.request("DESCRIBE", address.url, {"Accept": "application/sdp"}))
    media = sdp.read(described.body)
    base = described.header("content-base") or described.header("content-location")
    base = base if re.fullmatch(r"(?i)rtsp://[!-~]{1,2048}", base) else address.url
    transport = {"Transport": "RTP/AVP/TCP;unicast;interleaved=0-1"}
    ready = _checked(await connection.request("SETUP", sdp.resolve(base, media.control), transport))
    session, timeout_s = _session(ready.header("session"))
    connection.receive(_channel(ready.header("transport")), on_media(media))
    url = sdp.resolve(base, media.session_control)
    _checked(await connection.request("PLAY", url, {"Session": session, "Range": "npt=0.000-"}))
    can_get_parameter = "GET_PARAMETER" in options.header("public").upper()
    return Session(connection, url, session, timeout_s, can_get_parameter)


def _checked(message: Message) -> Message:
    if message.status == 200:
        return message
    if message.status in (301, 302, 303, 305, 307, 308) and message.header("location"):
        raise _Redirected(message.header("location"))
    state, answer = _REFUSALS.get(message.status, CameraState.REFUSED), f"{message.status} {message.reason}"
    raise NoPicture(state, Detail.STATUS, answer)


def _session(header: str) -> tuple[str, float]:
    """Session id and its timeout in seconds."""
    match = re.fullmatch(r"([!-:<-~]{1,256})(?:\s*;\s*timeout\s*=\s*([0-9]{1,6}))?.*", header)
    if match is None:
        raise NoPicture(CameraState.NO_SIGNAL, Detail.NO_SESSION)
    return match[1], float(match[2] or 60)


def _channel(transport: str) -> int:
    """The channel on which the camera sends RTP: what it says, else what we asked for."""
    match = re.search(r"interleaved\s*=\s*([0-9]{1,3})", transport)
    return int(match[1]) if match else 0
