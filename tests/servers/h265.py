"""A loop of H.265 and its RTP payloads (RFC 7798), made independently of the simulator that ships."""

from __future__ import annotations

import struct
from fractions import Fraction

import av
import pytest

from tests.servers.rtsp import FPS, GOP, HEIGHT, MTU, WIDTH, encoded

SETS = (32, 33, 34)


def kind(nal: bytes) -> int:
    return nal[0] >> 1 & 63


def encode_clip() -> list[list[bytes]]:
    """FRAMES access units as NALs; every picture's upper half is uniform, its brightness tells its number."""
    codec = av.CodecContext.create("libx265", "w")
    codec.width, codec.height, codec.pix_fmt, codec.time_base = WIDTH, HEIGHT, "yuv420p", Fraction(1, FPS)
    codec.framerate, codec.gop_size = Fraction(FPS), GOP
    x265 = f"log-level=none:keyint={GOP}:min-keyint={GOP}:scenecut=0:bframes=0:repeat-headers=1:open-gop=0:pools=1"
    codec.options = {"preset": "ultrafast", "tune": "zerolatency", "x265-params": f"{x265}:frame-threads=1"}
    return encoded(codec)


def payloads(nals: list[bytes]) -> list[bytes]:
    """RTP payloads: parameter sets as one aggregate, small NALs singly, large ones in fragments."""
    small = [nal for nal in nals if kind(nal) in SETS]
    found = [b"\x60\x01" + b"".join(struct.pack(">H", len(nal)) + nal for nal in small)] if small else []
    for nal in (nal for nal in nals if kind(nal) not in SETS):
        if len(nal) <= MTU:
            found.append(nal)
            continue
        parts = [nal[at : at + MTU] for at in range(2, len(nal), MTU)]
        for number, part in enumerate(parts):
            flags = 0x80 * (number == 0) | 0x40 * (number == len(parts) - 1) | kind(nal)
            found.append(bytes((nal[0] & 0x81 | 49 << 1, nal[1], flags)) + part)
    return found


@pytest.fixture(scope="session")
def h265_clip() -> list[list[bytes]]:
    return encode_clip()
