"""WS-Discovery: asks a network which ONVIF devices there are. Event loop thread.

One datagram is asked and many come back, from anybody: each is read with limits, and what is found is a list to look
at, never something that is used by itself.
"""

from __future__ import annotations

import asyncio
import socket
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

import psutil

from console.onvif import markup

GROUP, PORT = "239.255.255.250", 3702
DATAGRAM = 65_536
ANSWERS = 4_096  # more devices than one network has
_PROBE = (
    '<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"'
    ' xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery"'
    ' xmlns:dn="http://www.onvif.org/ver10/network/wsdl"><s:Header>'
    "<a:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</a:Action><a:MessageID>{id}</a:MessageID>"
    "<a:To>urn:schemas-xmlsoap-org:ws:2005:04:discovery</a:To></s:Header><s:Body><d:Probe>"
    "<d:Types>dn:NetworkVideoTransmitter</d:Types></d:Probe></s:Body></s:Envelope>"
)
_SCOPE = "onvif://www.onvif.org/"


@dataclass(frozen=True, slots=True)
class Found:
    """A device as it describes itself; `url` is its ONVIF service, `sender` the address its answer came from."""

    url: str
    sender: str
    name: str
    hardware: str
    place: str


async def discover(
    seconds: float, interfaces: Sequence[str] = (), group: str = GROUP, port: int = PORT
) -> tuple[Found, ...]:
    """Ask on these addresses of ours, all of them when none is named, and listen for so long; sorted by address."""
    ask = _Asking(f"urn:uuid:{uuid.uuid4()}")
    loop = asyncio.get_running_loop()
    ways = []
    for address in interfaces or own_addresses():
        with_socket = _socket(address)
        if with_socket is not None:
            way, _ = await loop.create_datagram_endpoint(lambda: ask, sock=with_socket)
            way.sendto(_PROBE.format(id=ask.id).encode(), (group, port))
            ways.append(way)
    try:
        await asyncio.sleep(seconds)
    finally:
        for way in ways:
            way.close()
    return tuple(sorted(ask.found.values(), key=lambda found: found.url))


def own_addresses() -> tuple[str, ...]:
    """The IPv4 addresses of this machine's networks that are up."""
    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    return tuple(
        address.address
        for name, addresses in psutil.net_if_addrs().items()
        for address in addresses
        if name in up and address.family == socket.AF_INET and not address.address.startswith("127.")
    )


def _socket(address: str) -> socket.socket | None:
    """None: this address cannot be asked from, which is no reason not to ask from the others."""
    made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        made.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(address))
        made.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 1)
        made.bind((address, 0))
        made.setblocking(False)
    except OSError:
        made.close()
        return None
    return made


class _Asking(asyncio.DatagramProtocol):
    """One question and the answers to it."""

    def __init__(self, id_: str) -> None:
        self.id = id_
        self.found: dict[str, Found] = {}

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        for found in matches(data, self.id, addr[0]):
            if len(self.found) < ANSWERS:
                self.found.setdefault(found.url, found)


def matches(data: bytes, id_: str, sender: str) -> tuple[Found, ...]:
    """The devices an answer to our question names; nothing for what is none."""
    try:
        envelope = markup.read(data, DATAGRAM)
    except markup.BadMarkup:
        return ()
    if markup.text(envelope, "RelatesTo") != id_:
        return ()
    answers = [each for each in envelope.iter() if markup.name(each) == "ProbeMatch"]
    return tuple(found for found in (_match(each, sender) for each in answers) if found is not None)


def _match(answer: Any, sender: str) -> Found | None:
    urls = [url for url in markup.text(answer, "XAddrs").split() if url.startswith(("http://", "https://"))]
    scopes = markup.text(answer, "Scopes").split()
    if not urls:
        return None
    return Found(_nearest(urls, sender), sender, *(_scope(scopes, key) for key in ("name", "hardware", "location")))


def _nearest(urls: Sequence[str], sender: str) -> str:
    """Of several addresses the one the answer came from: devices name networks nobody reaches too."""
    return next((url for url in urls if urlsplit(url).hostname == sender), urls[0])[:500]


def _scope(scopes: Sequence[str], key: str) -> str:
    start = f"{_SCOPE}{key}/"
    said = next((scope[len(start) :] for scope in scopes if scope.startswith(start)), "")
    return "".join(c if c.isprintable() else " " for c in unquote(said))[:80]
