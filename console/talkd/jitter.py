"""The packets of one talker in the order they were spoken, whatever the network did to them. Pure.

Sequences count 10 ms, and so do lengths. What is missing is named, so that the codec can conceal it.
"""

from __future__ import annotations

from dataclasses import dataclass

STEP = 2  # 20 ms: what is concealed at once
MOST = 12  # 120 ms may wait: more is latency nobody wants
AHEAD = 500  # a jump this far is a new beginning, not a loss
DRY = 3  # pieces in a row concealed without any following: then the talker is silent


@dataclass(frozen=True, slots=True)
class Packet:
    opus: bytes
    length: int = STEP


@dataclass(frozen=True, slots=True)
class Missing:
    """20 ms never came. `following` is the packet right after them, if that one is here."""

    following: bytes


class Jitter:
    """One talk spurt after another."""

    def __init__(self) -> None:
        self._waiting: dict[int, Packet] = {}
        self._next: int | None = None
        self._end: int | None = None
        self._dry = 0

    def put(self, sequence: int, packet: Packet, is_last: bool) -> None:
        if self._next is None or not -AHEAD < sequence - self._next < AHEAD:
            self._waiting.clear()
            self._next, self._end = sequence, None
        if sequence < self._next:  # too late: something stands in its place already
            return
        self._waiting[sequence] = packet
        if is_last:
            self._end = sequence
        while self.count > MOST:
            self._skip()

    @property
    def count(self) -> int:
        """How much waits, 10 ms each."""
        return sum(packet.length for packet in self._waiting.values())

    @property
    def is_over(self) -> bool:
        """Nothing is left of what was said, and its end was heard or is long past."""
        return not self._waiting and (self._is_past_end or self._next is None)

    def take(self) -> Packet | Missing | None:
        """The next piece; None when there is none to play or conceal."""
        if self._next is None or (not self._waiting and self._is_past_end):
            return None
        if not self._waiting:
            return self._dried()
        first = min(self._waiting)
        self._dry = 0
        if first > self._next:
            self._next = min(self._next + STEP, first)
            return Missing(self._waiting[first].opus if first == self._next else b"")
        packet = self._waiting.pop(first)
        self._next = first + packet.length
        self._forget_overlapped()
        return packet

    def _dried(self) -> Missing | None:
        assert self._next is not None
        self._dry += 1
        if self._dry > DRY:
            self._next, self._dry = None, 0
            return None
        self._next += STEP
        return Missing(b"")

    @property
    def _is_past_end(self) -> bool:
        return self._end is not None and self._next is not None and self._next > self._end

    def _skip(self) -> None:
        first = min(self._waiting)
        self._next = first + self._waiting.pop(first).length
        self._forget_overlapped()

    def _forget_overlapped(self) -> None:
        """What claims to be said during what was just played is not played too."""
        assert self._next is not None
        for sequence in [each for each in self._waiting if each < self._next]:
            del self._waiting[sequence]
