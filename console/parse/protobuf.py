"""Just enough protocol buffers for a Sparkplug payload: fields by number, wire types 0, 1, 2 and 5. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from console.parse.rejects import MessageRefused, Reject

Field = tuple[int, int | bytes]  # number; an integer (varint or fixed, raw bits) or bytes

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
LONGEST_VARINT = 10


def fields(data: bytes) -> Iterator[Field]:
    """Every field in order; refused when the bytes end early or are no protocol buffer."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        number, wire = key >> 3, key & 7
        if wire == VARINT:
            value, at = _varint(data, at)
            yield number, value
            continue
        if wire == BYTES:
            length, at = _varint(data, at)
        elif wire in (FIXED64, FIXED32):
            length = 8 if wire == FIXED64 else 4
        else:
            raise MessageRefused(Reject.BAD_FRAME, f"wire type {wire}")
        if at + length > len(data):
            raise MessageRefused(Reject.BAD_FRAME, "the payload ends early")
        part = data[at : at + length]
        at += length
        yield number, part if wire == BYTES else int.from_bytes(part, "little")


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for index in range(LONGEST_VARINT):
        if at + index >= len(data):
            raise MessageRefused(Reject.BAD_FRAME, "the payload ends early")
        byte = data[at + index]
        value |= (byte & 0x7F) << (7 * index)
        if not byte & 0x80:
            return value, at + index + 1
    raise MessageRefused(Reject.BAD_FRAME, "a number that never ends")


def varint(value: int) -> bytes:
    """A whole number from 0 up, as protocol buffers write it."""
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes((*out, value))
