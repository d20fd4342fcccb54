"""Packets that overtook each other on the way are put back into their order. Pure; times are monotonic ns.

What comes in order is passed on at once. A packet that came too early waits for those before it, and not for long: what
is missing then counts as lost, which whoever reads the packets sees by their numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

PATIENCE_NS = 60_000_000
DEPTH = 128  # packets that may wait
RESTART = 8  # so many in a row from before mean that the camera began to count anew
_HALF, _ALL = 0x8000, 0xFFFF

PacketSink = Callable[[Sequence[bytes], int], None]  # packets, monotonic ns of their arrival


class Reorder:
    """One stream's packets as they arrive; `sink` is given them in order, those that arrived twice once."""

    def __init__(self, sink: PacketSink) -> None:
        self._sink = sink
        self._next = -1  # the sequence number expected
        self._source = b""
        self._early: dict[int, bytes] = {}
        self._waiting_ns = 0  # since when the first of them waits
        self._behind = 0
        self.reordered = 0  # packets that were waited for and came
        self.late = 0  # packets that came too late, or twice

    @property
    def is_waiting(self) -> bool:
        return bool(self._early)

    def push(self, packets: Sequence[bytes], arrived_ns: int) -> None:
        """Packets that arrived together."""
        ready: list[bytes] = []
        for packet in packets:
            self._take(packet, arrived_ns, ready)
        if ready:
            self._sink(ready, arrived_ns)
        self.tick(arrived_ns)

    def tick(self, now_ns: int) -> None:
        """Whoever has waited long enough goes on without those before it."""
        if self._early and (now_ns - self._waiting_ns > PATIENCE_NS or len(self._early) > DEPTH):
            self._sink(self._go_on(now_ns), now_ns)

    def _go_on(self, now_ns: int) -> list[bytes]:
        ready: list[bytes] = []
        self._next = min(self._early, key=lambda number: (number - self._next) & _ALL)
        self._drain(ready)
        self._waiting_ns = now_ns
        return ready

    def _take(self, packet: bytes, arrived_ns: int, ready: list[bytes]) -> None:
        number, source = int.from_bytes(packet[2:4], "big"), packet[8:12]
        if source != self._source or self._next < 0:
            self._begin(number, source, ready)
        ahead = (number - self._next) & _ALL
        if ahead == 0:
            was_awaited = bool(self._early)
            ready.append(packet)
            self._next, self._behind = (number + 1) & _ALL, 0
            if was_awaited:
                self.reordered += 1
                self._drain(ready)
                self._waiting_ns = arrived_ns
        elif ahead < _HALF:
            self._waiting_ns = self._waiting_ns if self._early else arrived_ns
            self._early[number] = packet
            self._behind = 0
        else:
            self._old(packet, number, ready)

    def _old(self, packet: bytes, number: int, ready: list[bytes]) -> None:
        self.late += 1
        self._behind += 1
        if self._behind >= RESTART:
            self._begin(number, self._source, ready)
            self._next = (number + 1) & _ALL
            ready.append(packet)

    def _begin(self, number: int, source: bytes, ready: list[bytes]) -> None:
        """Another sender, or one that counts anew: what waits for the old numbers waits no longer."""
        ready += [self._early[key] for key in sorted(self._early, key=lambda key: (key - self._next) & _ALL)]
        self._early.clear()
        self._next, self._source, self._behind = number, source, 0

    def _drain(self, ready: list[bytes]) -> None:
        while (packet := self._early.pop(self._next, None)) is not None:
            ready.append(packet)
            self._next = (self._next + 1) & _ALL
