"""Numbers of the places that pictures are delivered to: one place of one window uses each. GUI thread."""

from __future__ import annotations

import heapq

from console.painting import Painting


class Slots:
    """One per application, shared by everything that shows pictures. The lowest free number is taken first.

    `painting` counts what came through all of them.
    """

    def __init__(self, painting: Painting | None = None) -> None:
        self.painting = painting or Painting()
        self._next = 0
        self._free: list[int] = []

    def take(self) -> int:
        """A number nobody else has."""
        if self._free:
            return heapq.heappop(self._free)
        self._next += 1
        return self._next - 1

    def give_back(self, slot: int) -> None:
        """Nobody looks at this slot any more; its pictures must not be used from now on."""
        heapq.heappush(self._free, slot)

    @property
    def taken(self) -> int:
        """How many are in use now."""
        return self._next - len(self._free)
