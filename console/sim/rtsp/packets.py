"""H.264 and H.265 in RTP packets (RFC 6184, 7798), made once per clip; RTCP sender reports. Pure, any thread."""

from __future__ import annotations

import base64
import struct
from collections.abc import Sequence
from dataclasses import dataclass

from console.sim.animation import Shot
from console.sim.clip_file import Clip
from console.sim.coding import Coding

CLOCK = 90_000  # RTP ticks a second
PAYLOAD = 96
_MTU = 1400  # bytes of payload
_HEADER = struct.Struct(">BBHBBHII")  # interleaved frame, then RTP
_VARIABLE = struct.Struct(">HII")  # sequence, timestamp, source
_NTP_EPOCH = 2_208_988_800  # seconds from 1900 to 1970
_FU_A, _FU = 28, 49  # kinds of fragments, of H.264 and of H.265
HEAD = 4  # bytes of the interleaved frame before the RTP packet


@dataclass(frozen=True, slots=True)
class Packets:
    """One frame as RTP packets behind each other, each with its interleaved header for channel 0."""

    buffer: bytes
    offsets: tuple[int, ...]

    def stamped(self, sequence: int, timestamp: int, source: int) -> bytearray:
        """A copy with the numbers of this moment; `sequence` is that of the first packet."""
        out = bytearray(self.buffer)
        for offset in self.offsets:
            _VARIABLE.pack_into(out, offset + 6, sequence & 0xFFFF, timestamp & 0xFFFFFFFF, source)
            sequence += 1
        return out

    def bounds(self) -> list[tuple[int, int]]:
        """Start and end of each RTP packet in the buffer, without the interleaved header."""
        ends = (*self.offsets[1:], len(self.buffer))
        return [(start + HEAD, end) for start, end in zip(self.offsets, ends, strict=True)]


@dataclass(frozen=True, slots=True)
class Loop:
    """A clip ready to be sent. Key frames carry the parameter sets."""

    shot: Shot
    clip: Clip
    frames: tuple[Packets, ...]
    keys: tuple[bool, ...]


def loop_of(shot: Shot, clip: Clip) -> Loop:
    keys = tuple(clip.is_key(i) for i in range(len(clip.frames)))
    frames = tuple(
        packetise((*clip.sets, *nals) if key else nals, clip.coding)
        for nals, key in zip(clip.frames, keys, strict=True)
    )
    return Loop(shot, clip, frames, keys)


def packetise(nals: Sequence[bytes], coding: Coding = Coding.H264) -> Packets:
    """Single NAL unit packets, and fragments of those that are too long; the last packet carries the marker."""
    payloads = [part for nal in nals for part in _parts(nal, coding)]
    out, offsets = bytearray(), []
    for i, payload in enumerate(payloads):
        offsets.append(len(out))
        marker = 0x80 if i == len(payloads) - 1 else 0
        out += _HEADER.pack(0x24, 0, len(payload) + 12, 0x80, PAYLOAD | marker, 0, 0, 0)
        out += payload
    return Packets(bytes(out), tuple(offsets))


def _parts(nal: bytes, coding: Coding) -> list[bytes]:
    if len(nal) <= _MTU:
        return [nal]
    is_h264, kind = coding is Coding.H264, coding.kind(nal)
    head = bytes((nal[0] & 0xE0 | _FU_A,)) if is_h264 else bytes((nal[0] & 0x81 | _FU << 1, nal[1]))
    room = _MTU - len(head) - 1
    out = []
    for at in range(len(head), len(nal), room):
        start = 0x80 if at == len(head) else 0
        end = 0x40 if at + room >= len(nal) else 0
        out.append(head + bytes((start | end | kind,)) + nal[at : at + room])
    return out


def sender_report(source: int, wall_s: float, timestamp: int, packets: int, octets: int) -> bytes:
    """RTCP sender report with the source description that must follow it."""
    seconds, fraction = divmod(wall_s + _NTP_EPOCH, 1)
    report = struct.pack(
        ">BBHIIIIII", 0x80, 200, 6, source, int(seconds) & 0xFFFFFFFF, int(fraction * 2**32), timestamp & 0xFFFFFFFF,
        packets & 0xFFFFFFFF, octets & 0xFFFFFFFF,
    )  # fmt: skip
    name = b"\x01\x09watchroom\x00"
    name += b"\0" * (-len(name) % 4)
    return report + struct.pack(">BBHI", 0x81, 202, 1 + len(name) // 4, source) + name


def _format(clip: Clip) -> tuple[str, str]:
    """What a description says of the codec."""
    sets = [base64.b64encode(each).decode() for each in clip.sets]
    if clip.coding is Coding.H265:
        about = ";".join(f"sprop-{name}={value}" for name, value in zip(("vps", "sps", "pps"), sets, strict=True))
        return f"a=rtpmap:{PAYLOAD} H265/{CLOCK}", f"a=fmtp:{PAYLOAD} {about}"
    level = clip.sps[1:4].hex().upper()
    about = f"packetization-mode=1;profile-level-id={level};sprop-parameter-sets={','.join(sets)}"
    return f"a=rtpmap:{PAYLOAD} H264/{CLOCK}", f"a=fmtp:{PAYLOAD} {about}"


def session_description(loop: Loop, title: str, address: str) -> bytes:
    """The SDP of one stream, with the parameter sets."""
    clip = loop.clip
    lines = (
        "v=0", f"o=- 1 1 IN IP4 {address}", f"s={title}", f"c=IN IP4 {address}", "t=0 0", "a=control:*",
        "a=range:npt=now-", f"m=video 0 RTP/AVP {PAYLOAD}", *_format(clip),
        f"a=x-dimensions:{clip.width},{clip.height}", f"a=framerate:{clip.fps}", "a=control:trackID=0", "",
    )  # fmt: skip
    return "\r\n".join(lines).encode()
