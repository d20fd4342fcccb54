"""From an address to a camera that plays: connect, perhaps encrypted, ask what it has, choose the way. Loop thread."""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import Callable
from dataclasses import dataclass

from console.ports import CameraState, Detail
from console.videod import sdp
from console.videod.address import Address
from console.videod.datagrams import Datagrams
from console.videod.reception import Reception
from console.videod.refusal import NoPicture
from console.videod.rtsp import Connection
from console.videod.session import Interleaved, Session, Way
from console.videod.trust import Trust, untrusted
from console.videod.wire import Message

CONNECT_S = 5.0
REDIRECTS = 3
WRONG_WAY = 461  # "unsupported transport"

OnMedia = Callable[[sdp.Media, Way], Reception]  # the camera is about to play this, and it will come this way

_REFUSALS = {
    401: CameraState.WRONG_PASSWORD,
    404: CameraState.NOT_FOUND,
    WRONG_WAY: CameraState.UNSUPPORTED,
    503: CameraState.CONNECTING,  # it is starting up and says so: no failure yet
}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a camera is to be reached."""

    transport: str  # auto | tcp | udp; auto: TCP, and UDP where the camera refuses it
    is_verified: bool  # over rtsps:// only: its certificate must be one we believe
    trust: Trust


class _Redirected(Exception):
    """The camera sends us elsewhere; `play` follows."""

    def __init__(self, location: str) -> None:
        self.location = location


async def play(address: Address, manner: Manner, on_media: OnMedia) -> Session:
    """Connect and bring the first video stream to play; raises NoPicture with the state the tile shall show."""
    for _ in range(REDIRECTS + 1):
        connection = await _connect(address, manner)
        try:
            return await _negotiate(connection, address, manner, on_media)
        except _Redirected as there:
            connection.leave()
            address = address.moved(there.location)
        except BaseException:
            connection.leave()
            raise
    raise NoPicture(CameraState.REFUSED, Detail.REDIRECTED)


async def _connect(address: Address, manner: Manner) -> Connection:
    loop, place = asyncio.get_running_loop(), f"{address.host}:{address.port}"
    context = manner.trust.context(is_verified=manner.is_verified) if address.is_encrypted else None
    try:
        dial = loop.create_connection(lambda: Connection(address), address.host, address.port, ssl=context)
        async with asyncio.timeout(CONNECT_S):  # not `wait_for`: in Python 3.11 it may swallow a cancellation
            _, connection = await dial
    except ConnectionRefusedError:
        raise NoPicture(CameraState.REFUSED, Detail.REFUSES_CONNECTIONS, place) from None
    except TimeoutError:
        raise NoPicture(CameraState.NO_SIGNAL, Detail.NO_CONNECTION, place) from None
    except ssl.SSLError as error:
        raise untrusted(error) from None
    except OSError as error:
        raise NoPicture(CameraState.NO_SIGNAL, Detail.NETWORK, f"{place}: {error.strerror or error}") from None
    return connection


async def _negotiate(connection: Connection, address: Address, manner: Manner, on_media: OnMedia) -> Session:
    options = await connection.request("OPTIONS", address.url)
    if options.status == 401:  # asking again would only count as another wrong password
        _checked(options)
    described = _checked(await connection.request("DESCRIBE", address.url, {"Accept": "application/sdp"}))
    media = sdp.read(described.body)
    base = described.header("content-base") or described.header("content-location")
    base = base if re.fullmatch(r"(?i)rtsps?://[!-~]{1,2048}", base) else address.url
    way, ready = await _set_up(connection, sdp.resolve(base, media.control), _ways(address, manner))
    session = Session(
        connection, way, on_media(media, way), sdp.resolve(base, media.session_control), *_named(ready),
        can_get_parameter="GET_PARAMETER" in options.header("public").upper(),
    )  # fmt: skip
    try:
        session.listen(ready.header("transport"))
        _checked(await connection.request("PLAY", session.url, {"Session": session.id, "Range": "npt=0.000-"}))
    except BaseException:
        way.close()
        raise
    return session


def _ways(address: Address, manner: Manner) -> tuple[str, ...]:
    """In which order they are asked for. What is encrypted stays so: UDP would carry the pictures open."""
    if address.is_encrypted:
        return ("tcp",)
    return {"tcp": ("tcp",), "udp": ("udp",)}.get(manner.transport, ("tcp", "udp"))


async def _set_up(connection: Connection, url: str, ways: tuple[str, ...]) -> tuple[Way, Message]:
    """The first way the camera agrees to, and its answer."""
    for name in ways:
        way: Way = Datagrams(*connection.ends()) if name == "udp" else Interleaved(connection)
        try:
            ready = await connection.request("SETUP", url, {"Transport": way.wish})
            if ready.status == WRONG_WAY and name == ways[-1]:
                await _ask_for_multicast(connection, url)
            if ready.status != WRONG_WAY or name == ways[-1]:
                _refuse_multicast(_checked(ready))
                return way, ready
        except BaseException:
            way.close()
            raise
        way.close()
    raise AssertionError("the last way returns or raises")


async def _ask_for_multicast(connection: Connection, url: str) -> None:
    """Raises NoPicture when that is the way the camera offers: whoever set it up should hear it by name."""
    ready = await connection.request("SETUP", url, {"Transport": "RTP/AVP;multicast"})
    if ready.status == 200:
        _refuse_multicast(ready)


def _refuse_multicast(ready: Message) -> None:
    """Pictures sent to a group are not received. Raises NoPicture."""
    transport = ready.header("transport")
    if re.search(r"(?i)\bmulticast\b", transport):
        group = re.search(r"(?i)destination=([0-9a-f.:]{2,45})", transport)
        raise NoPicture(CameraState.UNSUPPORTED, Detail.MULTICAST, group[1] if group else "")


def _named(ready: Message) -> tuple[str, float]:
    """Session id and its timeout in seconds."""
    match = re.fullmatch(r"([!-:<-~]{1,256})(?:\s*;\s*timeout\s*=\s*([0-9]{1,6}))?.*", ready.header("session"))
    if match is None:
        raise NoPicture(CameraState.NO_SIGNAL, Detail.NO_SESSION)
    return match[1], float(match[2] or 60)


def _checked(message: Message) -> Message:
    if message.status == 200:
        return message
    if message.status in (301, 302, 303, 305, 307, 308) and message.header("location"):
        raise _Redirected(message.header("location"))
    state, answer = _REFUSALS.get(message.status, CameraState.REFUSED), f"{message.status} {message.reason}"
    raise NoPicture(state, Detail.STATUS, answer)
