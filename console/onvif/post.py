"""How requests go to a device and answers come back: bounded, to the one address we were given, certificates verified.

Stands in for the transport of the ONVIF library, which reads answers of any length and verifies no certificate.
"""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
from lxml import etree

from console.onvif import markup
from console.onvif.trouble import Cause, OnvifTrouble

ANSWER_LIMIT = 4 * 1024 * 1024  # a recorder of 256 channels tells a megabyte of profiles
CALL_S = 3.0
CONNECT_S = 2.0
SPOKEN = frozenset({200, 400, 500})  # with these come answers and faults
UNAUTHORISED = 401
_PIECE = 65_536


@dataclass(frozen=True, slots=True)
class Reply:
    """What the SOAP library reads of an answer."""

    status_code: int
    content: bytes
    headers: Mapping[str, str]
    encoding: str = "utf-8"


class Post:
    """One device's connections. Made and closed in an event loop."""

    cache = None

    def __init__(self, user: str, password: str, trust: ssl.SSLContext | None = None) -> None:
        """`trust`: whose certificates are believed, None: the system's authorities.

        User and password answer a device that asks for an HTTP digest beside, or instead of, the one in the envelope.
        """
        connector = aiohttp.TCPConnector(limit=4, ssl=trust or ssl.create_default_context())
        time_out = aiohttp.ClientTimeout(total=CALL_S, sock_connect=CONNECT_S)
        self._session = aiohttp.ClientSession(
            connector=connector, timeout=time_out, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False,
            middlewares=(aiohttp.DigestAuthMiddleware(user, password),) if user else (),
        )  # fmt: skip

    async def post_xml(self, address: str, envelope: Any, headers: Mapping[str, str]) -> Reply:
        """Raises OnvifTrouble, aiohttp.ClientError, TimeoutError, BadMarkup."""
        data = etree.tostring(envelope, encoding="utf-8", xml_declaration=True)
        sent = {"Content-Type": "application/soap+xml; charset=utf-8", **headers}
        async with self._session.post(address, data=data, headers=sent, allow_redirects=False) as response:
            if response.status not in SPOKEN:
                raise _refused(response.status)
            content = await _read(response)
            kind = response.headers.get("Content-Type", "application/soap+xml")
            return Reply(response.status, content, {"Content-Type": kind.partition(";")[0]})

    async def close(self) -> None:
        await self._session.close()


def _refused(status: int) -> OnvifTrouble:
    """An answer that is none of SOAP's; a page in HTML is not even looked at."""
    return (
        OnvifTrouble(Cause.WRONG_PASSWORD) if status == UNAUTHORISED else OnvifTrouble(Cause.REFUSED, f"HTTP {status}")
    )


async def _read(response: aiohttp.ClientResponse) -> bytes:
    pieces, size = [], 0
    async for piece in response.content.iter_chunked(_PIECE):
        size += len(piece)
        if size > ANSWER_LIMIT:
            raise markup.BadMarkup("too long")
        pieces.append(piece)
    content = b"".join(pieces)
    if content:
        markup.judge(content, ANSWER_LIMIT)
    return content
