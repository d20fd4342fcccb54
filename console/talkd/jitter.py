"""The packets of one talker in the order they were spoken, whatever the network did to them. Pure.

Sequences count 10 ms; a packet is 20 ms. What is missing is named, so that the codec can conceal it.
"""

from __future__ import annotations

from dataclasses import dataclass

STEP = 2  # a packet further
MOST = 6  # packets that may wait (120 ms): more is latency nobody wants
AHEAD = 500  # a jump this far is a new beginning, not a loss
DRY = 3  # packets in a row concealed without any following: then the talker is silent


@dataclass(frozen=True, slots=True)
class Packet:
    opus: bytes


@dataclass(frozen=True, slots=True)
class Missing:
    """It never came. `following` is the packet after it, if that one is here."""

    following: bytes


class Jitter:
    """One talk spurt after another."""

    def __init__(self) -> None:
        self._waiting: dict[int, bytes] = {}
        self._next: int | None = None
        self._end: int | None = None
        self._dry = 0
        self.dropped = 0  # packets played by nobody, because too many waited

    def put(self, sequence: int, opus: bytes, is_last: bool) -> None:
        if self._next is None or not -AHEAD < sequence - self._next < AHEAD:
            self._waiting.clear()
            self._next, self._end = sequence, None
        if sequence < self._next:  # too late: something stands in its place already
            return
        self._waiting[sequence] = opus
        if is_last:
            self._end = sequence
        while len(self._waiting) > MOST:
            self._skip()

    @property
    def count(self) -> int:
        """Packets that wait."""
        return len(self._waiting)

    @property
    def is_over(self) -> bool:
        """Nothing is left of what was said, and its end was heard or is long past."""
        return not self._waiting and (self._is_past_end or self._dry > DRY or self._next is None)

    def take(self) -> Packet | Missing | None:
        """The next 20 ms; None when there are none to play or conceal."""
        if self._next is None or (not self._waiting and self._is_past_end):
            return None
        sequence = self._next
        opus = self._waiting.pop(sequence, None)
        if opus is None and not self._waiting:
            self._dry += 1
            if self._dry > DRY:
                self._next = None
                return None
            self._next = sequence + STEP
            return Missing(b"")
        self._next = sequence + STEP
        self._dry = 0
        return Packet(opus) if opus is not None else Missing(self._waiting.get(sequence + STEP, b""))

    def forget_one(self) -> None:
        """Leave 20 ms out: somebody was found to be silent in them, and too much waits."""
        self._skip()

    @property
    def _is_past_end(self) -> bool:
        return self._end is not None and self._next is not None and self._next > self._end

    def _skip(self) -> None:
        first = min(self._waiting)
        del self._waiting[first]
        self._next = first + STEP
        self.dropped += 1
