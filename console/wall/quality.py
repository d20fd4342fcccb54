"""Which of a camera's streams a tile shows: decided by the tile's size, with hysteresis. Desk thread, fake clock."""

from __future__ import annotations

from collections.abc import Callable

from console.clock import Clock
from console.model import Quality
from console.wall.arrangement import TileId

SUB_SIZE = (640, 360)
UP = 1.34
MOST_TILES = 16


class QualityPolicy:
    """`ask_again` is called when an answer that was put off is due: ask for every tile again then."""

    def __init__(self, clock: Clock, ask_again: Callable[[], None]) -> None:
        self._clock = clock
        self._ask_again = ask_again
        self._main: set[TileId] = set()

    def choose(self, tile: TileId, width: int, height: int, *, tiles: int, always_main: bool = False) -> Quality:
        """The stream for a tile of so many device pixels on a surface with so many tiles."""
        if always_main:
            self._main.add(tile)
            return Quality.MAIN
        if tiles > MOST_TILES:
            return Quality.SUB
        return Quality.MAIN if min(width / SUB_SIZE[0], height / SUB_SIZE[1]) > UP else Quality.SUB

    def forget(self, tile: TileId) -> None:
        """The tile is gone."""
        self._main.discard(tile)
