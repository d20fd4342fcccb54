"""Numbers of the places that pictures are delivered to: one place of one window uses each. GUI thread."""

from __future__ import annotations

import heapq
from collections.abc import Callable

from console.model import CameraId, Quality
from console.overload import Overload, Shown
from console.painting import Painting
from console.wall import TileId


class Slots:
    """One per application, shared by everything that shows pictures. The lowest free number is taken first.

    `painting` counts what came through all of them; `overload` is told what each is asked for.
    """

    has_planes = False  # pictures come as planes: a graphics card draws them

    def __init__(self, painting: Painting | None = None, overload: Overload | None = None) -> None:
        self.painting = painting or Painting()
        self._overload = overload
        self.on_planes_lost: Callable[[], None] = lambda: None
        self._next = 0
        self._free: list[int] = []

    def take(self) -> int:
        """A number nobody else has."""
        if self._free:
            return heapq.heappop(self._free)
        self._next += 1
        return self._next - 1

    def asked(self, slot: int, name: str, camera: CameraId, quality: Quality, width: int, height: int) -> None:
        """The tile of this name wants these pictures in this slot, in device pixels."""
        if self._overload is not None:
            self._overload.shows(Shown(slot, TileId(name), camera, quality, width, height))

    def lose_planes(self) -> None:
        """No graphics card can draw after all: `on_planes_lost` has pictures come as they are painted by hand."""
        if self.has_planes:
            self.has_planes = False
            self.on_planes_lost()

    def give_back(self, slot: int) -> None:
        """Nobody looks at this slot any more; its pictures must not be used from now on."""
        if self._overload is not None:
            self._overload.hides(slot)
        heapq.heappush(self._free, slot)

    @property
    def taken(self) -> int:
        """How many are in use now."""
        return self._next - len(self._free)
