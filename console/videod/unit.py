"""One picture as it came: the access unit, its codec, when it arrived. Pure."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

START_CODE = b"\0\0\0\1"


class Codec(StrEnum):
    """What pictures are coded in; the values are FFmpeg's names, which the facts beside a clip use too."""

    H264 = "h264"
    H265 = "hevc"


class Unit(NamedTuple):
    """One whole access unit in Annex B form."""

    data: bytes
    is_key: bool
    arrived_ns: int  # monotonic time at which its last packet arrived
    timestamp: int  # RTP, 90 kHz, 32 bits
    codec: Codec = Codec.H264
