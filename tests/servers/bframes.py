"""Streams whose pictures are not sent in the order in which they are shown, with open groups for H.265."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import av
import numpy as np

from console.videod.unit import START_CODE, Codec, Unit
from tests.servers import h265, rtsp

WIDTH, HEIGHT, FPS, GOP = 320, 180, 15, 15
FRAMES = 60
PERIOD_NS = 1_000_000_000 // FPS
STAMP = 90_000 // FPS
DARKEST, STEP = 16, 3  # brightness of the first picture, and by how much each is brighter


@dataclass(frozen=True, slots=True)
class Sent:
    """One access unit in the order of sending; `number` is its place in the order of showing."""

    nals: list[bytes]
    number: int
    is_key: bool

    @property
    def data(self) -> bytes:
        return b"".join(START_CODE + nal for nal in self.nals)


def encode(codec: Codec) -> list[Sent]:
    """Every picture's upper half is uniform, its brightness tells its number."""
    name = {Codec.H264: "libx264", Codec.H265: "libx265"}[codec]
    made = av.CodecContext.create(name, "w")
    made.width, made.height, made.pix_fmt, made.time_base = WIDTH, HEIGHT, "yuv420p", Fraction(1, FPS)
    made.framerate, made.gop_size, made.thread_count = Fraction(FPS), GOP, 1
    about = f"keyint={GOP}:min-keyint={GOP}:scenecut=0:bframes=3:b-adapt=0:repeat-headers=1"
    only = {Codec.H264: ":sliced-threads=0", Codec.H265: ":open-gop=1:log-level=none:pools=1:frame-threads=1"}
    made.options = {"preset": "veryfast", "x264-params" if codec is Codec.H264 else "x265-params": about + only[codec]}
    packets = [packet for number in range(FRAMES) for packet in made.encode(_picture(number))]
    packets += made.encode(None)
    split = rtsp.nals_of
    return [Sent(split(bytes(packet)), packet.pts or 0, packet.is_keyframe) for packet in packets]


def _picture(number: int) -> av.VideoFrame:
    planes = np.full((HEIGHT * 3 // 2, WIDTH), 128, np.uint8)
    planes[:HEIGHT] = DARKEST + STEP * number
    noise = np.random.default_rng(1).integers(0, 40, (HEIGHT // 2, WIDTH), dtype=np.uint8)
    planes[HEIGHT // 2 : HEIGHT] = np.roll(noise, number, axis=1)
    frame = av.VideoFrame.from_ndarray(planes, "yuv420p")
    frame.pts = number
    return frame


def number_of(frame: av.VideoFrame) -> float:
    """Which picture it is; no whole number when it is a damaged one."""
    return (float(frame.to_ndarray(format="yuv420p")[: HEIGHT // 2 - 8].mean()) - DARKEST) / STEP


def units(sent: list[Sent], codec: Codec) -> list[Unit]:
    """As they come out of the depacketiser, one every period."""
    return [
        Unit(each.data, each.is_key, (n + 1) * PERIOD_NS, each.number * STAMP % 2**32, codec)
        for n, each in enumerate(sent)
    ]


def packets(sent: list[Sent], codec: Codec) -> list[list[bytes]]:
    """RTP packets of each access unit."""
    payloads = rtsp.payloads if codec is Codec.H264 else h265.payloads
    sequence, found = 0, []
    for each in sent:
        parts, mine = payloads(each.nals), []
        for part, payload in enumerate(parts):
            mine.append(rtsp.rtp(payload, sequence, each.number * STAMP, marker=part == len(parts) - 1))
            sequence += 1
        found.append(mine)
    return found


def is_rising(numbers: list[int]) -> bool:
    return all(a < b for a, b in pairwise(numbers))
