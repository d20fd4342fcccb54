"""RTSP requests as bytes arrive: split, pipelined, interleaved with RTCP, or broken. One reader per connection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

MAX_HEAD = 16 * 1024
MAX_BODY = 16 * 1024
_DOLLAR = 0x24


@dataclass(frozen=True, slots=True)
class Request:
    """One RTSP request; header names are lower case."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def path(self) -> tuple[str, ...]:
        """The parts of the URL's path without empty ones."""
        return tuple(p for p in unquote(urlsplit(self.url).path).split("/") if p)


@dataclass(frozen=True, slots=True)
class Interleaved:
    """A block of RTP or RTCP that the client sent on the RTSP connection."""

    channel: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Malformed:
    """Bytes that are no RTSP: the status to answer with before the connection is closed."""

    status: str


Inbound = Request | Interleaved | Malformed


class RequestReader:
    """Turns a byte stream into requests; after a `Malformed` it yields nothing more."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._broken = False

    def feed(self, data: bytes) -> Iterator[Inbound]:
        """Everything that is complete now, in order."""
        self._buffer += data
        while self._buffer and not self._broken:
            item = self._next()
            if item is None:
                return
            self._broken = isinstance(item, Malformed)
            yield item

    def _next(self) -> Inbound | None:
        if self._buffer[0] == _DOLLAR:
            return self._interleaved()
        end = self._buffer.find(b"\r\n\r\n", 0, MAX_HEAD + 4)
        if end < 0:
            return Malformed("400 Bad Request") if len(self._buffer) > MAX_HEAD else None
        request = _parse(bytes(self._buffer[:end]))
        return request if isinstance(request, Malformed) else self._with_body(request, end + 4)

    def _with_body(self, request: Request, start: int) -> Inbound | None:
        length = request.headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit() and len(length) < 9):
            return Malformed("400 Bad Request")
        if int(length) > MAX_BODY:
            return Malformed("413 Request Entity Too Large")
        stop = start + int(length)
        if len(self._buffer) < stop:
            return None
        body = bytes(self._buffer[start:stop])
        del self._buffer[:stop]
        return Request(request.method, request.url, request.headers, body)

    def _interleaved(self) -> Interleaved | None:
        if len(self._buffer) < 4:
            return None
        stop = 4 + int.from_bytes(self._buffer[2:4], "big")
        if len(self._buffer) < stop:
            return None
        item = Interleaved(self._buffer[1], bytes(self._buffer[4:stop]))
        del self._buffer[:stop]
        return item


def _parse(head: bytes) -> Request | Malformed:
    lines = head.decode("latin-1").lstrip("\r\n").split("\r\n")
    words = lines[0].split()
    if len(words) != 3:
        return Malformed("400 Bad Request")
    method, url, version = words
    if not version.startswith("RTSP/"):
        return Malformed("400 Bad Request")
    if version != "RTSP/1.0":
        return Malformed("505 RTSP Version not supported")
    headers = {}
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        if not colon:
            return Malformed("400 Bad Request")
        headers[name.strip().lower()] = value.strip()
    try:
        urlsplit(url)
    except ValueError:
        return Malformed("400 Bad Request")
    return Request(method, url, headers)


def response(status: str, request: Request | None, *headers: str, body: bytes = b"") -> bytes:
    """An RTSP answer; `CSeq` is taken over from the request."""
    lines = [f"RTSP/1.0 {status}"]
    sequence = request.headers.get("cseq", "") if request else ""
    if sequence.isascii() and sequence.isdigit():
        lines.append(f"CSeq: {sequence}")
    lines += ["Server: Watchroom camera simulator", *headers]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
