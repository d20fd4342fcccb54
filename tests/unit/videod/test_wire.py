"""What a camera's bytes may do to us: give messages and packets, or end the connection; never anything else."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.ports import Detail
from console.videod.refusal import NoPicture
from console.videod.wire import BODY_LIMIT, HEADER_LIMIT, Message, Parser, request

RESPONSE = b"RTSP/1.0 200 OK\r\nCSeq: 3\r\nContent-Length: 4\r\n\r\nbody"


def packet(channel: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0x24, channel, len(data)) + data


@dataclass
class Heard:
    """What a parser called back."""

    packets: list[tuple[int, bytes]] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)

    def parser(self) -> Parser:
        return Parser(self.on_packets, self.messages.append)

    def on_packets(self, channel: int, packets: list[bytes]) -> None:
        self.packets += [(channel, data) for data in packets]


def test_a_response_and_the_packets_around_it_are_told_apart() -> None:
    heard = Heard()
    heard.parser().feed(packet(0, b"one") + RESPONSE + b"\r\n" + packet(1, b"two"))
    assert heard.packets == [(0, b"one"), (1, b"two")]
    (message,) = heard.messages
    assert (message.status, message.cseq, message.body) == (200, 3, b"body")


@given(cuts=st.lists(st.integers(1, 200), max_size=60))
def test_it_does_not_matter_how_the_network_cuts_the_bytes(cuts: list[int]) -> None:
    data = packet(0, bytes(range(200))) + RESPONSE + packet(1, b"") + RESPONSE
    heard, at = Heard(), 0
    parser = heard.parser()
    for cut in [*cuts, len(data)]:
        parser.feed(data[at : at + cut])
        at += cut
    assert [channel for channel, _ in heard.packets] == [0, 1]
    assert [message.body for message in heard.messages] == [b"body", b"body"]


@given(st.lists(st.binary(max_size=300), max_size=8))
def test_random_bytes_only_ever_end_the_connection(chunks: list[bytes]) -> None:
    parser = Heard().parser()
    try:
        for chunk in chunks:
            parser.feed(chunk)
    except NoPicture as refusal:
        assert refusal.detail is Detail.MALFORMED


@given(st.binary(max_size=60), st.integers(0, len(RESPONSE)))
def test_a_damaged_response_only_ever_ends_the_connection(damage: bytes, at: int) -> None:
    try:
        Heard().parser().feed(RESPONSE[:at] + damage + RESPONSE[at + len(damage) :])
    except NoPicture as refusal:
        assert refusal.detail is Detail.MALFORMED


@pytest.mark.parametrize(
    "data",
    [
        b"RTSP/1.0 200 OK\r\nX: " + b"x" * HEADER_LIMIT,
        b"RTSP/1.0 200 OK\r\nContent-Length: %d\r\n\r\n" % (BODY_LIMIT + 1),
        b"RTSP/1.0 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"RTSP/1.0 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"RTSP/1.0 200 OK\r\n" + b"A: b\r\n" * 101 + b"\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"RTSP/1.0 200 OK\r\nX: a\x00b\r\n\r\n",
        b"\x00\x01\x02",
    ],
    ids=["endless header", "huge body", "negative body", "two lengths", "many lines", "HTTP", "control byte", "binary"],
)
def test_beyond_the_limits_the_connection_is_over(data: bytes) -> None:
    with pytest.raises(NoPicture):
        Heard().parser().feed(data)


def test_a_request_of_the_cameras_own_is_recognised() -> None:
    heard = Heard()
    heard.parser().feed(b"SET_PARAMETER * RTSP/1.0\r\nCSeq: 9\r\n\r\n")
    assert (heard.messages[0].method, heard.messages[0].cseq) == ("SET_PARAMETER", 9)


def test_a_request_names_us_and_leaves_empty_headers_out() -> None:
    text = request("OPTIONS", "rtsp://h/", 1, {"Session": "7", "Authorization": ""})
    assert text == b"OPTIONS rtsp://h/ RTSP/1.0\r\nCSeq: 1\r\nUser-Agent: Watchroom\r\nSession: 7\r\n\r\n"
