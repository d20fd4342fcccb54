"""Bytes of an RTSP connection ↔ messages and interleaved packets, with hard limits before belief. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from console.ports import CameraState, Detail
from console.videod.refusal import NoPicture

HEADER_LIMIT = 16_384
BODY_LIMIT = 65_536
LINES_LIMIT = 100
_PACKET = 0x24  # "$": an interleaved packet begins
_STATUS = re.compile(r"RTSP/1\.\d (\d{3})(?: (.*))?")
_REQUEST = re.compile(r"([A-Z_]{1,32}) \S+ RTSP/1\.\d")


@dataclass(frozen=True, slots=True)
class Message:
    """A response (`status` > 0) or a request of the camera's (`method`). Header names are lower case."""

    status: int = 0
    reason: str = ""
    method: str = ""
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    body: bytes = b""

    def header(self, name: str) -> str:
        """The first header of that name, "" when there is none."""
        return next(iter(self.headers.get(name, ())), "")

    @property
    def cseq(self) -> int | None:
        text = self.header("cseq")
        return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else None


def malformed(what: str) -> NoPicture:
    return NoPicture(CameraState.NO_SIGNAL, Detail.MALFORMED, what)


OnPackets = Callable[[int, list[bytes]], None]  # interleaved channel, the packets that came on it in one go
OnMessage = Callable[[Message], None]


class Parser:
    """Feed it what the socket gives; it calls back with whole packets and messages, in their order."""

    def __init__(self, on_packets: OnPackets, on_message: OnMessage) -> None:
        self._on_packets = on_packets
        self._on_message = on_message
        self._rest = b""

    def feed(self, data: bytes) -> None:
        """Raises NoPicture at the first byte that no camera may send; the connection is useless then."""
        if self._rest:
            data = self._rest + data
        at, end = 0, len(data)
        while at < end:
            if data[at] == _PACKET:
                stop = self._packets(data, at, end)
            elif data[at] in b"\r\n":
                stop = at + 1
            else:
                stop = self._message(data, at)
            if stop <= at:
                break
            at = stop
        self._rest = data[at:]

    def _packets(self, data: bytes, at: int, end: int) -> int:
        """Pass on the whole packets of one channel that begin here; returns where they end."""
        channel, packets = data[at + 1 : at + 2], []
        while at + 4 <= end and data[at] == _PACKET and data[at + 1] == channel[0]:
            stop = at + 4 + (data[at + 2] << 8 | data[at + 3])
            if stop > end:
                break
            packets.append(data[at + 4 : stop])
            at = stop
        if packets:
            self._on_packets(channel[0], packets)
        return at

    def _message(self, data: bytes, at: int) -> int:
        """Read the message that begins here; returns where it ends, 0 while it is not complete."""
        if not 65 <= data[at] <= 90:
            raise malformed(f"byte {data[at]} between messages")
        stop = data.find(b"\r\n\r\n", at, at + HEADER_LIMIT)
        if stop < 0:
            if len(data) - at >= HEADER_LIMIT:
                raise malformed("header too long")
            return 0
        first, headers = _headers(data[at:stop])
        end = stop + 4 + _body_length(headers)
        if end > len(data):
            return 0
        self._on_message(_message(first, headers, data[stop + 4 : end]))
        return end


def _headers(head: bytes) -> tuple[str, dict[str, tuple[str, ...]]]:
    first, *lines = head.decode("utf-8", "replace").split("\r\n")
    if len(lines) > LINES_LIMIT:
        raise malformed("too many header lines")
    headers: dict[str, tuple[str, ...]] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon or any(c < " " and c != "\t" for c in line):
            raise malformed("bad header line")
        key = name.strip().lower()
        headers[key] = (*headers.get(key, ()), value.strip())
    return first, headers


def _body_length(headers: Mapping[str, tuple[str, ...]]) -> int:
    lengths = set(headers.get("content-length", ("0",)))
    text = lengths.pop()
    if lengths or not re.fullmatch(r"[0-9]{1,9}", text) or int(text) > BODY_LIMIT:
        raise malformed("bad content length")
    return int(text)


def _message(first: str, headers: dict[str, tuple[str, ...]], body: bytes) -> Message:
    if match := _STATUS.fullmatch(first):
        return Message(status=int(match[1]), reason=match[2] or "", headers=headers, body=body)
    if match := _REQUEST.fullmatch(first):
        return Message(method=match[1], headers=headers, body=body)
    raise malformed("bad first line")


def request(method: str, url: str, cseq: int, headers: Mapping[str, str]) -> bytes:
    """A request without body. Nothing in it may break a line: whoever made the values has refused such bytes."""
    lines = [f"{method} {url} RTSP/1.0", f"CSeq: {cseq}", "User-Agent: Watchroom"]
    lines += [f"{name}: {value}" for name, value in headers.items() if value]
    text = "\r\n".join(lines)
    assert text.count("\r") == text.count("\n") == len(lines) - 1, "a header value holds a line break"
    return text.encode() + b"\r\n\r\n"
