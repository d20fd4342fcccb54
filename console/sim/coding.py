"""What loops are coded in, and the encoders that never keep a picture back. Any thread."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import cast

from av.video.codeccontext import VideoCodecContext

_LIBRARIES = {"h264": "libx264", "hevc": "libx265"}


class Coding(StrEnum):
    """FFmpeg's names."""

    H264 = "h264"
    H265 = "hevc"

    def kind(self, nal: bytes) -> int:
        """What a NAL unit is, by its first byte."""
        return nal[0] & 31 if self is Coding.H264 else nal[0] >> 1 & 63

    def is_key(self, nal: bytes) -> bool:
        """Whether decoding can begin with it."""
        return self.kind(nal) == 5 if self is Coding.H264 else 16 <= self.kind(nal) <= 23

    def is_slice(self, nal: bytes) -> bool:
        return self.kind(nal) in (1, 5) if self is Coding.H264 else self.kind(nal) < 32

    def is_set(self, nal: bytes) -> bool:
        """Whether it is a parameter set."""
        return self.kind(nal) in ((7, 8) if self is Coding.H264 else (32, 33, 34))


def encoder(coding: Coding, size: tuple[int, int], fps: int, gop: int, kbits: int, effort: str) -> VideoCodecContext:
    """One thread, a key frame every `gop` pictures; what goes in comes out at once."""
    codec = cast("VideoCodecContext", VideoCodecContext.create(_LIBRARIES[coding], "w"))
    codec.width, codec.height = size
    codec.pix_fmt = "yuv420p"
    codec.time_base, codec.framerate = Fraction(1, fps), Fraction(fps)
    codec.bit_rate = kbits * 1000
    codec.gop_size, codec.thread_count = gop, 1
    rate = f"vbv-maxrate={kbits * 5 // 4}:vbv-bufsize={kbits * 5 // 4}:rc-lookahead=0"
    keys = f"keyint={gop}:min-keyint={gop}:scenecut=0:bframes=0"
    if coding is Coding.H264:
        codec.options = {
            "preset": effort, "tune": "zerolatency", "profile": "main",
            "x264-params": f"{keys}:sliced-threads=0:{rate}",
        }  # fmt: skip
    else:
        alone = "pools=none:frame-threads=1:wpp=0:open-gop=0:log-level=none"
        codec.options = {
            "preset": "superfast", "tune": "zerolatency", "x265-params": f"{keys}:{alone}:{rate}",
        }  # fmt: skip
    return codec
