"""Frames of GB/T 26875.3 as they travel: taken out of a stream of bytes, and made. Pure.

`@@` · sequence 2 · version 2 · time 6 · source 6 · destination 6 · length 2 · command 1 · data · checksum 1 · `##`;
little-endian throughout; the checksum is the sum of everything between the marks before it, modulo 256.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

START, END = b"@@", b"##"
HEAD = 27  # bytes before the data
TAIL = 3
MOST_DATA = 4_096  # the standard says 1,024, and some devices do not keep to it
MOST_FRAME = HEAD + MOST_DATA + TAIL
NOBODY = bytes(6)


class Command(IntEnum):
    """What a frame is for."""

    CONTROL = 1
    SEND = 2
    CONFIRM = 3
    REQUEST = 4
    ANSWER = 5
    DENY = 6


class About(IntEnum):
    """The kinds of information a centre deals in itself; the decoder knows those that report."""

    SYSTEM_STATE = 1
    PART_STATE = 2
    ANALOG = 3
    DEVICE_STATE = 21
    DEVICE_TIME = 28
    READ_DEVICE_STATE = 81
    READ_DEVICE_TIME = 88
    SET_CLOCK = 90
    ROLL_CALL = 91


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame whose marks and checksum are right. `raw`: all its bytes."""

    raw: bytes
    sequence: int
    version: bytes
    source: bytes
    destination: bytes
    command: int
    data: bytes

    @property
    def address(self) -> str:
        """The source as twelve hexadecimal digits, the highest first."""
        return address_of(self.source)


@dataclass(frozen=True, slots=True)
class Broken:
    """A frame that has its marks, but not the checksum that belongs to it, or has no room for its kind of frame."""

    frame: Frame
    reason: str


def address_of(source: bytes) -> str:
    """Six bytes of a frame as text."""
    return source[::-1].hex()


def source_of(address: str) -> bytes:
    """The six bytes of an address of twelve hexadecimal digits. Raises ValueError."""
    source = bytes.fromhex(address)[::-1]
    if len(source) != 6:
        raise ValueError(f"{address!r} is not twelve hexadecimal digits")
    return source


def moment(at: datetime) -> bytes:
    """A time as second, minute, hour, day, month, year of the century."""
    return bytes((at.second, at.minute, at.hour, at.day, at.month, at.year % 100))


def made(
    command: Command, sequence: int, source: bytes, destination: bytes, at: datetime, data: bytes = b"",
    version: bytes = b"\1\0",
) -> bytes:  # fmt: skip
    """A whole frame."""
    inside = (
        (sequence % 65_536).to_bytes(2, "little") + version + moment(at) + source + destination
        + len(data).to_bytes(2, "little") + bytes((command,)) + data
    )  # fmt: skip
    return START + inside + bytes((sum(inside) % 256,)) + END


class Stream:
    """Frames of one connection, however they were cut or stuck together. Never holds more than one frame and a read."""

    def __init__(self) -> None:
        self._held = b""
        self.garbage = 0  # bytes that belonged to no frame

    @property
    def is_midway(self) -> bool:
        """Whether a frame may have begun that has not ended."""
        return bool(self._held)

    def feed(self, data: bytes) -> list[Frame | Broken]:
        """What has become whole with these bytes; what is no frame is left out and counted."""
        held = self._held + data
        found: list[Frame | Broken] = []
        at = 0
        while (begin := held.find(START, at)) >= 0:
            self.garbage += begin - at
            size = _size(held, begin)
            if size == 0 or (size > 0 and len(held) < begin + size):
                at = _next_whole(held, begin + 1)
                if at < 0:
                    self._held = held[begin:]
                    return found
                self.garbage += at - begin  # marks before a frame, or one that was cut off: nothing waits for it
                continue
            is_frame = size > 0 and held[begin + size - 2 : begin + size] == END
            if is_frame:
                found.append(taken_apart(held[begin : begin + size]))
            else:
                self.garbage += 1
            at = begin + (size if is_frame else 1)  # "@@@" may still begin a frame
        rest = held[at:]
        self._held = START[:1] if rest.endswith(START[:1]) else b""
        self.garbage += len(rest) - len(self._held)
        return found

    def give_up(self) -> list[Frame | Broken]:
        """What has begun will not end: what is whole behind its beginning."""
        self.garbage += len(self._held[:1])
        self._held, rest = b"", self._held[1:]
        return self.feed(rest)


def _size(held: bytes, begin: int) -> int:
    """Of the frame that begins there: 0 not known yet, -1 no frame has this size."""
    if len(held) < begin + HEAD:
        return 0
    length = int.from_bytes(held[begin + 24 : begin + 26], "little")
    return HEAD + length + TAIL if length <= MOST_DATA else -1


def _next_whole(held: bytes, after: int) -> int:
    """Where a frame that lacks nothing begins, -1: nowhere."""
    while (begin := held.find(START, after)) >= 0:
        size = _size(held, begin)
        raw = held[begin : begin + size] if size > 0 else b""
        if len(raw) == size and raw.endswith(END) and sum(raw[2:-TAIL]) % 256 == raw[-TAIL]:
            return begin
        after = begin + 1
    return -1


def taken_apart(raw: bytes) -> Frame | Broken:
    """A frame whose marks and length have been seen to be right."""
    frame = Frame(
        raw, int.from_bytes(raw[2:4], "little"), raw[4:6], raw[12:18], raw[18:24], raw[26], raw[HEAD:-TAIL]
    )  # fmt: skip
    if sum(raw[2:-TAIL]) % 256 != raw[-TAIL]:
        return Broken(frame, "checksum")
    if frame.command in (Command.SEND, Command.ANSWER) and len(frame.data) == 1:
        return Broken(frame, "length")
    return frame
