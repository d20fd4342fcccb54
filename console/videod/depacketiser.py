"""RTP packets → access units (single NAL units, aggregates, fragments). Pure; whatever comes in, nothing is raised.

A unit ends at the marker bit, so it is whole one frame period earlier than with a reader that waits for the next one.
After a gap in the sequence nothing is passed on until the next whole key frame. A camera that begins to send the other
codec in the running stream, under a payload type of its own or not, is followed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from console.videod.syntax import SYNTAXES, Syntax
from console.videod.unit import START_CODE, Codec, Unit

UNIT_LIMIT = 4 * 1024 * 1024  # bytes; a bigger access unit is not a camera's
ALIENS = 8  # NAL units that cannot be of this codec, and no whole picture between them: it is the other one
_RTP = 12  # bytes of a packet's header
_number = int.from_bytes
_FIRST, _LAST = 0x80, 0x40  # in the header of a fragment


@dataclass(frozen=True, slots=True)
class Format:
    """One payload type a camera announced. `parameter_sets` with start codes, b"" when they come in the stream only."""

    payload_type: int
    codec: Codec
    parameter_sets: bytes


class _Heads:
    """The first bytes of a fragment as one number: RTP header, NAL unit header, fragment header.

    What changes in it from one fragment of a NAL unit to the next is added up; a number that wraps is read the long
    way.
    """

    def __init__(self, syntax: Syntax) -> None:
        self.size = _RTP + syntax.header + 1
        self.sequence = 8 * (self.size - 4)
        self.next = 1 << self.sequence
        self.last = 1 << 8 * (self.size - 1) - 1 | _LAST  # the marker bit
        self.none = -1 << 8 * self.size


_HEADS = {codec: _Heads(syntax) for codec, syntax in SYNTAXES.items()}


class Depacketiser:
    """One stream's packets in order; calls `on_unit` with each unit that can be decoded."""

    def __init__(self, formats: Sequence[Format], on_unit: Callable[[Unit], None]) -> None:
        """`formats`: what the camera announced, at least one; the first is expected."""
        self._formats = {each.payload_type: each for each in formats}
        self._on_unit = on_unit
        self._parts: list[bytes] = []
        self._size = 0  # bytes of the parts
        self._is_damaged = True  # something of this unit is missing
        self._next_head = -1  # of the next fragment, if it is not the last; below 0 = none is expected
        self._next_sequence = self._next_old = self._timestamp = self._ssrc = -1
        self._stamp = b""  # timestamp and source as they stand in the packet
        self.received = 0  # bytes
        self.arrived_ns = 0  # when the last packet came, monotonic
        self.gaps = 0  # in the sequence
        self.missing = 0  # packets
        self.malformed = 0  # packets that are not RTP of this stream
        self._use(formats[0])

    @property
    def codec(self) -> Codec:
        """What the pictures are coded in now."""
        return self._syntax.codec

    @property
    def next_sequence(self) -> int:
        """The sequence number expected next, -1 before the first packet."""
        return self._fast_sequence() if self._next_head >= 0 else self._next_sequence

    @property
    def ssrc(self) -> int:
        """Who sends, -1 before the first packet."""
        return self._ssrc

    def _use(self, form: Format) -> None:
        """From here on the stream is of this format: nothing before it helps to decode it."""
        self._payload_type, self._syntax = form.payload_type, SYNTAXES[form.codec]
        self._announced_sets = form.parameter_sets
        self._heads = _HEADS[form.codec]
        self._seen_sets: dict[int, bytes] = {}  # cameras may send them rarely, or as a unit of their own
        self._is_waiting = True  # something the coming units build on is missing
        self._aliens = 0
        self._begin(is_damaged=True)

    def push(self, packets: Iterable[bytes], arrived_ns: int) -> None:
        """Packets that arrived together."""
        self.arrived_ns = arrived_ns
        heads = self._heads
        size, step, last = heads.size, heads.next, heads.last
        for packet in packets:
            self.received += len(packet)
            head = _number(packet[:size], "big")
            if head == self._next_head:  # most packets
                self._next_head += step
                self._add(packet[size:])
            elif head == self._next_head + last:
                self._next_sequence, self._next_old = (head >> heads.sequence) + 1 & 0xFFFF, -1
                self._add(packet[size:])
                self._in_fragment = False
                self._finish(arrived_ns)
            else:
                self._catch_up()
                self._push_any(packet, arrived_ns)
                heads = self._heads
                size, step, last = heads.size, heads.next, heads.last

    def _fast_sequence(self) -> int:
        return self._next_head >> self._heads.sequence & 0xFFFF

    def _catch_up(self) -> None:
        """Whether the next packet follows is to be judged after the fragments that were only added up."""
        if self._next_head >= 0 and (sequence := self._fast_sequence()) != self._next_sequence:
            self._next_sequence, self._next_old = sequence, -1

    def _push_any(self, packet: bytes, arrived_ns: int) -> None:
        start, stop = _payload(packet)
        if stop - start < self._syntax.header:
            self.malformed += 1
            return
        payload_type = packet[1] & 0x7F
        if payload_type != self._payload_type:
            if payload_type not in self._formats:
                return
            self._use(self._formats[payload_type])
        sequence, stamp = packet[2] << 8 | packet[3], packet[4:12]
        is_next = sequence == self._next_sequence and stamp == self._stamp  # most packets: the same unit goes on
        if not is_next and not self._follows(packet, sequence, start, stop, arrived_ns):
            return
        self._next_sequence, self._next_old = (sequence + 1) & 0xFFFF, -1
        self._take(packet, start, stop)
        if packet[1] & 0x80:
            self._finish(arrived_ns)
        self._next_head = self._head_after(packet) if self._in_fragment else self._heads.none
        if self._aliens >= ALIENS:
            self._turn()

    def _turn(self) -> None:
        """These are not this codec's bytes: they must be the other's."""
        other = Codec.H265 if self.codec is Codec.H264 else Codec.H264
        announced = next((each.parameter_sets for each in self._formats.values() if each.codec is other), b"")
        self._use(Format(self._payload_type, other, announced))

    def _follows(self, packet: bytes, sequence: int, start: int, stop: int, arrived_ns: int) -> bool:
        """Whether the packet is to be used; notes what is missing before it and ends a unit that had no marker."""
        timestamp, ssrc = _number(packet[4:8], "big"), _number(packet[8:12], "big")
        is_gap = sequence != self._next_sequence or ssrc != self._ssrc
        if is_gap and ssrc == self._ssrc and self._is_repeat(sequence):
            return False
        is_new = timestamp != self._timestamp
        if is_gap:
            self._note_gap(sequence, ssrc)
        if is_new:
            if self._parts and not self._is_damaged:
                self._finish(arrived_ns)
            self._begin(is_damaged=is_gap and not self._opens_unit(packet, start, stop))
        self._timestamp, self._ssrc, self._stamp = timestamp, ssrc, packet[4:12]
        return True

    def _note_gap(self, sequence: int, ssrc: int) -> None:
        if self._ssrc >= 0:
            self.gaps += 1
            skipped = (sequence - self._next_sequence) & 0xFFFF
            self.missing += skipped if ssrc == self._ssrc and skipped < 0x8000 else 0
        self._is_waiting = self._is_damaged = True

    def _is_repeat(self, sequence: int) -> bool:
        """Older than what we have; but two such in a row mean that the camera began to count anew."""
        is_old = (sequence - self._next_sequence) & 0xFFFF >= 0x8000 and sequence != self._next_old
        self._next_old = (sequence + 1) & 0xFFFF if is_old else -1
        return is_old

    def _begin(self, *, is_damaged: bool) -> None:
        self._parts, self._size, self._next_head = [], 0, self._heads.none
        self._has_slice = self._is_key = self._has_sps = self._in_fragment = False
        self._is_damaged = is_damaged

    def _take(self, packet: bytes, start: int, stop: int) -> None:
        syntax = self._syntax
        kind = syntax.kind(packet[start])
        if kind == syntax.fragment:
            self._fragment(packet, start, stop)
        elif kind == syntax.aggregate:
            self._aggregate(packet, start + syntax.header, stop)
        elif kind < syntax.aggregate:
            self._nal(kind, packet[start:stop])
        else:
            self._aliens += kind in syntax.aliens
            self._is_damaged = True

    def _nal(self, kind: int, nal: bytes) -> None:
        syntax = self._syntax
        if kind in syntax.sets and len(nal) > syntax.header:
            self._seen_sets[kind] = START_CODE + nal
        if kind in syntax.aliens:
            self._aliens += 1
            self._is_damaged = True
        self._has_slice |= kind in syntax.slices
        self._is_key |= kind in syntax.keys
        self._has_sps |= kind == syntax.sequence_set
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
            self._nal(self._syntax.kind(packet[at]), packet[at : at + size])
            at += size
        if at != stop:
            self._is_damaged = True

    def _fragment(self, packet: bytes, start: int, stop: int) -> None:
        syntax = self._syntax
        at = start + syntax.header
        if stop - at < 2:
            self._is_damaged = True
            return
        flags = packet[at]
        if flags & _FIRST:
            kind = flags & syntax.mask
            first = packet[start] & ~(syntax.mask << syntax.shift) | kind << syntax.shift
            self._nal(kind, bytes((first,)) + packet[start + 1 : at])
        elif not self._in_fragment:
            self._is_damaged = True
        self._in_fragment = not flags & _LAST
        self._add(packet[at + 1 : stop])

    def _finish(self, arrived_ns: int) -> None:
        """The unit is complete: pass it on when it and all it builds on are whole."""
        if self._is_damaged or self._in_fragment:
            self._is_waiting = True
        elif self._is_key:
            self._is_waiting = False
        if not self._is_waiting and self._has_slice:
            needs_sets = self._is_key and not self._has_sps
            parts = [self._sets(), *self._parts] if needs_sets else self._parts
            self._aliens = 0
            self._on_unit(Unit(b"".join(parts), self._is_key, arrived_ns, self._timestamp, self._syntax.codec))
        self._begin(is_damaged=False)

    def _sets(self) -> bytes:
        return b"".join(self._seen_sets[kind] for kind in sorted(self._seen_sets)) or self._announced_sets

    def _head_after(self, fragment: bytes) -> int:
        """How the fragment after this one begins, when it is not the last of its NAL unit and both are plain."""
        heads, syntax = self._heads, self._syntax
        if fragment[0] != 0x80 or syntax.kind(fragment[_RTP]) != syntax.fragment:
            return heads.none
        return (_number(fragment[: heads.size], "big") & ~_FIRST) + heads.next

    def _opens_unit(self, packet: bytes, start: int, stop: int) -> bool:
        """Whether this payload may be the first of an access unit, so that a gap before it took nothing of it."""
        syntax = self._syntax
        kind, first = syntax.kind(packet[start]), start + syntax.header
        if kind == syntax.fragment and stop - first > 1 and packet[first] & _FIRST:
            kind, first = packet[first] & syntax.mask, first + 1
        elif kind == syntax.aggregate and stop - first > 3:
            kind, first = syntax.kind(packet[first + 2]), first + 2 + syntax.header
        if kind in syntax.slices:
            return first < stop and bool(packet[first] & 0x80)  # the first macroblock or segment of a picture
        return kind in syntax.openers


def _payload(packet: bytes) -> tuple[int, int]:
    """Where the payload begins and ends; an empty range when the packet is not RTP."""
    stop = len(packet)
    if stop <= _RTP or packet[0] >> 6 != 2:
        return 0, 0
    if packet[0] == 0x80:
        return _RTP, stop
    start = _RTP + 4 * (packet[0] & 0x0F)
    if packet[0] & 0x10:
        start += 4 + 4 * _number(packet[start + 2 : start + 4], "big")
    if packet[0] & 0x20:
        stop -= packet[-1]
    return start, stop
