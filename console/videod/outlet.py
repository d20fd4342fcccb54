"""One slot as the decoders see it: takes pictures only for what the slot shows now, the main stream before the sub.

`aim` and `has_fresh_main` belong to the loop thread, `write` to any decoder worker.
"""

from __future__ import annotations

import threading
import time

from console.model import Quality
from console.videod.slots import Picture, SlotWriter

MEMORY_NS = 100_000_000  # so long the main stream waits for the picture from memory: both at once would delay it
FRESH_NS = 1_500_000_000  # a main stream silent for longer gives the slot back to the sub-stream


class Outlet:
    """Guards a slot's memory, which only one thread may write at a time."""

    def __init__(self, writer: SlotWriter) -> None:
        self._writer = writer
        self._lock = threading.Lock()
        self._generation = 0
        self._main_ns = 0
        self._aimed_ns = 0
        self._written = 0  # the generation of the newest picture

    def aim(self) -> int:
        """The slot shows something else from now on: late pictures of the old camera no longer pass."""
        with self._lock:
            self._generation += 1
            self._main_ns = 0
            self._aimed_ns = time.monotonic_ns()
            return self._generation

    def is_served(self) -> bool:
        """Whether it has a picture of what it shows now, or has waited long enough for the one from memory."""
        return self._written == self._generation or time.monotonic_ns() - self._aimed_ns > MEMORY_NS

    def has_fresh_main(self) -> bool:
        """Whether the main stream fills this slot, so that the sub-stream need not be decoded for it."""
        return time.monotonic_ns() - self._main_ns < FRESH_NS

    def write(self, generation: int, picture: Picture) -> None:
        with self._lock:
            if generation != self._generation:
                return
            if picture.quality is Quality.MAIN:
                self._main_ns = picture.arrived_ns
            elif self.has_fresh_main():
                return
            self._writer.write(picture)
            self._written = generation

    def close(self) -> None:
        with self._lock:
            self._generation += 1
            self._writer.close()
