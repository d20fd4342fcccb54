"""RTP packets → H.264 access units (RFC 6184: single NAL, STAP-A, FU-A). Pure; whatever comes in, nothing is raised.

A unit ends at the marker bit, so it is whole one frame period earlier than with a reader that waits for the next one.
After a gap in the sequence nothing is passed on until the next whole key frame.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from console.videod.sdp import START_CODE

UNIT_LIMIT = 4 * 1024 * 1024  # bytes; a bigger access unit is not a camera's
# The first 14 bytes of a fragment as one number: RTP header, FU indicator, FU header. What changes in it from one
# fragment of a NAL unit to the next is added up; a number that wraps is read the long way.
_HEAD, _SEQUENCE, _number = 14, 80, int.from_bytes
_NEXT, _LAST, _FIRST, _NONE = 1 << _SEQUENCE, 1 << 103 | 0x40, 0x80, -1 << 112
_SLICE, _IDR, _SEI, _SPS, _PPS, _DELIMITER = 1, 5, 6, 7, 8, 9
_STAP_A, _FU_A = 24, 28


class Unit(NamedTuple):
    """One whole access unit in Annex B form."""

    data: bytes
    is_key: bool
    arrived_ns: int  # monotonic time at which its last packet arrived
    timestamp: int  # RTP, 90 kHz, 32 bits


class Depacketiser:
    """One stream's packets in order of arrival; calls `on_unit` with each unit that can be decoded."""

    def __init__(self, payload_type: int, parameter_sets: bytes, on_unit: Callable[[Unit], None]) -> None:
        self._payload_type = payload_type
        self._announced_sets = parameter_sets
        self._seen_sets: dict[int, bytes] = {}  # cameras may send them rarely, or as a unit of their own
        self._on_unit = on_unit
        self._parts: list[bytes] = []
        self._size = 0  # bytes of the parts
        self._has_slice = self._is_key = self._has_sps = self._in_fragment = False
        self._is_damaged = True  # something of this unit is missing
        self._is_waiting = True  # something the coming units build on is missing
        self._next_sequence = self._next_old = self._timestamp = self._ssrc = -1
        self._stamp = b""  # timestamp and source as they stand in the packet
        self._next_head = _NONE  # of the next fragment, if it is not the last
        self.received = 0  # bytes
        self.arrived_ns = 0  # when the last packet came, monotonic
        self.lost = 0  # gaps in the sequence
        self.malformed = 0  # packets that are not RTP of this stream

    def push(self, packets: Iterable[bytes], arrived_ns: int) -> None:
        """Packets that arrived together."""
        self.arrived_ns = arrived_ns
        for packet in packets:
            self.received += len(packet)
            head = _number(packet[:_HEAD], "big")
            if head == self._next_head:  # most packets
                self._next_head += _NEXT
                self._add(packet[_HEAD:])
            elif head == self._next_head + _LAST:
                self._next_sequence, self._next_old = (head >> _SEQUENCE) + 1 & 0xFFFF, -1
                self._add(packet[_HEAD:])
                self._in_fragment = False
                self._finish(arrived_ns)
            else:
                self._catch_up()
                self._push_any(packet, arrived_ns)

    def _catch_up(self) -> None:
        """Whether the next packet follows is to be judged after the fragments that were only added up."""
        sequence = self._next_head >> _SEQUENCE & 0xFFFF
        if self._next_head >= 0 and sequence != self._next_sequence:
            self._next_sequence, self._next_old = sequence, -1

    def _push_any(self, packet: bytes, arrived_ns: int) -> None:
        start, stop = _payload(packet)
        if start >= stop:
            self.malformed += 1
            return
        if packet[1] & 0x7F != self._payload_type:
            return
        sequence, stamp = packet[2] << 8 | packet[3], packet[4:12]
        is_next = sequence == self._next_sequence and stamp == self._stamp  # most packets: the same unit goes on
        if not is_next and not self._follows(packet, sequence, start, stop, arrived_ns):
            return
        self._next_sequence, self._next_old = (sequence + 1) & 0xFFFF, -1
        self._take(packet, start, stop)
        if packet[1] & 0x80:
            self._finish(arrived_ns)
        self._next_head = _head_after(packet) if self._in_fragment else _NONE

    def _follows(self, packet: bytes, sequence: int, start: int, stop: int, arrived_ns: int) -> bool:
        """Whether the packet is to be used; notes what is missing before it and ends a unit that had no marker."""
        timestamp, ssrc = int.from_bytes(packet[4:8], "big"), int.from_bytes(packet[8:12], "big")
        is_gap = sequence != self._next_sequence or ssrc != self._ssrc
        if is_gap and ssrc == self._ssrc and self._is_repeat(sequence):
            return False
        is_new = timestamp != self._timestamp
        if is_gap:
            self.lost += self._ssrc >= 0
            self._is_waiting = self._is_damaged = True
        if is_new:
            if self._parts and not self._is_damaged:
                self._finish(arrived_ns)
            self._begin(is_damaged=is_gap and not _opens_unit(packet, start, stop))
        self._timestamp, self._ssrc, self._stamp = timestamp, ssrc, packet[4:12]
        return True

    def _is_repeat(self, sequence: int) -> bool:
        """Older than what we have; but two such in a row mean that the camera began to count anew."""
        is_old = (sequence - self._next_sequence) & 0xFFFF >= 0x8000 and sequence != self._next_old
        self._next_old = (sequence + 1) & 0xFFFF if is_old else -1
        return is_old

    def _begin(self, *, is_damaged: bool) -> None:
        self._parts, self._size, self._next_head = [], 0, _NONE
        self._has_slice = self._is_key = self._has_sps = self._in_fragment = False
        self._is_damaged = is_damaged

    def _take(self, packet: bytes, start: int, stop: int) -> None:
        kind = packet[start] & 0x1F
        if kind == _FU_A:
            self._fragment(packet, start, stop)
        elif kind == _STAP_A:
            self._aggregate(packet, start + 1, stop)
        elif 1 <= kind <= 23:
            self._nal(kind, packet[start:stop])
        else:
            self._is_damaged = True

    def _nal(self, kind: int, nal: bytes) -> None:
        if kind in (_SPS, _PPS) and len(nal) > 1:
            self._seen_sets[kind] = START_CODE + nal
        self._has_slice |= _SLICE <= kind <= _IDR
        self._is_key |= kind == _IDR
        self._has_sps |= kind == _SPS
        self._add(START_CODE + nal)

    def _add(self, part: bytes) -> None:
        self._parts.append(part)
        self._size += len(part)
        if self._size > UNIT_LIMIT:
            self._begin(is_damaged=True)

    def _aggregate(self, packet: bytes, at: int, stop: int) -> None:
        while at + 2 < stop:
            size = packet[at] << 8 | packet[at + 1]
            at += 2
            if size == 0 or at + size > stop:
                break
            self._nal(packet[at] & 0x1F, packet[at : at + size])
            at += size
        if at != stop:
            self._is_damaged = True

    def _fragment(self, packet: bytes, start: int, stop: int) -> None:
        if stop - start < 3:
            self._is_damaged = True
            return
        flags = packet[start + 1]
        if flags & 0x80:
            kind = flags & 0x1F
            self._nal(kind, bytes((packet[start] & 0xE0 | kind,)))
        elif not self._in_fragment:
            self._is_damaged = True
        self._in_fragment = not flags & 0x40
        self._add(packet[start + 2 : stop])

    def _finish(self, arrived_ns: int) -> None:
        """The unit is complete: pass it on when it and all it builds on are whole."""
        if self._is_damaged or self._in_fragment:
            self._is_waiting = True
        elif self._is_key:
            self._is_waiting = False
        if not self._is_waiting and self._has_slice:
            needs_sets = self._is_key and not self._has_sps
            parts = [self._sets(), *self._parts] if needs_sets else self._parts
            self._on_unit(Unit(b"".join(parts), self._is_key, arrived_ns, self._timestamp))
        self._begin(is_damaged=False)

    def _sets(self) -> bytes:
        return b"".join(self._seen_sets[kind] for kind in sorted(self._seen_sets)) or self._announced_sets


def parameter_sets(unit: bytes) -> bytes:
    """The SPS and PPS of an access unit in Annex B form, with start codes."""
    parts = re.split(rb"\x00\x00\x00?\x01", unit)
    return b"".join(START_CODE + nal for nal in parts if nal and nal[0] & 0x1F in (_SPS, _PPS))


def _head_after(fragment: bytes) -> int:
    """How the fragment after this one begins, when it is not the last of its NAL unit and both are plain packets."""
    is_plain = fragment[0] == 0x80 and fragment[12] & 0x1F == _FU_A
    return (_number(fragment[:_HEAD], "big") & ~_FIRST) + _NEXT if is_plain else _NONE


def _payload(packet: bytes) -> tuple[int, int]:
    """Where the payload begins and ends; an empty range when the packet is not RTP."""
    stop = len(packet)
    if stop < 13 or packet[0] >> 6 != 2:
        return 0, 0
    if packet[0] == 0x80:
        return 12, stop
    start = 12 + 4 * (packet[0] & 0x0F)
    if packet[0] & 0x10:
        start += 4 + 4 * int.from_bytes(packet[start + 2 : start + 4], "big")
    if packet[0] & 0x20:
        stop -= packet[-1]
    return start, stop


def _opens_unit(packet: bytes, start: int, stop: int) -> bool:
    """Whether this payload may be the first of an access unit, so that a gap before it took nothing of the unit."""
    kind, first = packet[start] & 0x1F, start + 1
    if kind == _FU_A and stop - start > 2 and packet[start + 1] & 0x80:
        kind, first = packet[start + 1] & 0x1F, start + 2
    elif kind == _STAP_A and stop - start > 4:
        kind, first = packet[start + 3] & 0x1F, start + 4
    if kind in (_SLICE, _IDR):
        return first < stop and bool(packet[first] & 0x80)  # first_mb_in_slice = 0
    return kind in (_SEI, _SPS, _DELIMITER)
