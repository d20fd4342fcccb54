"""Voice packets as they stand inside the encryption: an Opus frame with who and when, or a ping. Pure."""

from __future__ import annotations

import struct
from dataclasses import dataclass

PACKET_LIMIT = 1_024  # bytes; the server refuses larger ones too
OPUS, PING = 4, 1  # kinds, the upper three bits of the first byte
CHANNEL = 0  # the target that needs no number
TERMINATOR = 0x2000  # in the length: the talker has ended
LENGTH = 0x1FFF


class BadPacket(ValueError):
    """Not a voice packet."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A packet somebody's voice is in. `sequence` counts 10 ms."""

    session: int
    sequence: int
    opus: bytes
    is_last: bool


def spoken(sequence: int, opus: bytes, is_last: bool, target: int = CHANNEL) -> bytes:
    """What we say, to everybody in our channel or to the voice target of this number."""
    return bytes((OPUS << 5 | target,)) + varint(sequence) + varint(len(opus) | (TERMINATOR if is_last else 0)) + opus


def ping(timestamp: int) -> bytes:
    return bytes((PING << 5,)) + varint(timestamp)


def is_ping(packet: bytes) -> bool:
    return len(packet) > 0 and packet[0] >> 5 == PING


def read(packet: bytes) -> Heard | None:
    """None for a codec we do not speak. Raises BadPacket."""
    if not 0 < len(packet) <= PACKET_LIMIT:
        raise BadPacket("length")
    if packet[0] >> 5 != OPUS:
        return None
    try:
        session, i = _varint(packet, 1)
        sequence, i = _varint(packet, i)
        length, i = _varint(packet, i)
    except (IndexError, struct.error):
        raise BadPacket("it ends early") from None
    opus = packet[i : i + (length & LENGTH)]
    if len(opus) != length & LENGTH:
        raise BadPacket("it ends early")
    return Heard(session, sequence, opus, bool(length & TERMINATOR))


def varint(value: int) -> bytes:
    """The voice channel's own way to write a number of at most 64 bits."""
    if value < 0x80:
        return bytes((value,))
    if value < 0x4000:
        return struct.pack(">H", 0x8000 | value)
    if value < 0x20_0000:
        return bytes((0xC0 | value >> 16,)) + struct.pack(">H", value & 0xFFFF)
    if value < 0x1000_0000:
        return struct.pack(">I", 0xE000_0000 | value)
    return b"\xf0" + struct.pack(">I", value) if value < 1 << 32 else b"\xf4" + struct.pack(">Q", value)


def _varint(packet: bytes, at: int) -> tuple[int, int]:
    """The number at this place and the place after it. Raises IndexError, struct.error, BadPacket."""
    first = packet[at]
    for bits, length in ((0x80, 1), (0xC0, 2), (0xE0, 3), (0xF0, 4)):
        if first < bits:
            value = int.from_bytes(packet[at : at + length], "big") & (1 << 7 * length) - 1
            return value, _after(packet, at + length)
    if first & 0xFC == 0xF0:
        return int(struct.unpack_from(">I", packet, at + 1)[0]), at + 5
    if first & 0xFC == 0xF4:
        return int(struct.unpack_from(">Q", packet, at + 1)[0]), at + 9
    raise BadPacket("number")


def _after(packet: bytes, end: int) -> int:
    if end > len(packet):
        raise BadPacket("it ends early")
    return end
