"""Tiles that the operator has a hand on: nothing may replace them meanwhile. Desk thread."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from console.clock import Clock, Deadline
from console.wall.arrangement import TileId

POINTER_MS = 10_000  # a pointer that rests this long was left there: it guards its tile no longer


class Use(StrEnum):
    """What the operator does with a tile."""

    POINTER = "pointer"
    PTZ = "ptz"
    TALK = "talk"
    REPLAY = "replay"


class Holds:
    """`on_release` is called whenever a tile is let go, by hand or because a pointer was left there."""

    def __init__(self, clock: Clock, on_release: Callable[[], None]) -> None:
        self._clock = clock
        self._on_release = on_release
        self._held: dict[tuple[TileId, Use], Deadline | None] = {}

    def hold(self, tile: TileId, use: Use) -> None:
        self._drop(tile, use)
        left_there = self._clock.after(POINTER_MS, lambda: self.release(tile, use)) if use is Use.POINTER else None
        self._held[tile, use] = left_there

    def release(self, tile: TileId, use: Use) -> None:
        """Harmless, and told to nobody, when it was not held: a pointer says so with every move elsewhere."""
        if (tile, use) in self._held:
            self._drop(tile, use)
            self._on_release()

    def held(self) -> frozenset[TileId]:
        """Every tile somebody has a hand on."""
        return frozenset(tile for tile, _ in self._held)

    def is_held(self, tile: TileId) -> bool:
        return any(held == tile for held, _ in self._held)

    def _drop(self, tile: TileId, use: Use) -> None:
        left_there = self._held.pop((tile, use), None)
        if left_there is not None:
            left_there.cancel()
