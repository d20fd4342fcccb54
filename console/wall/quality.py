"""Which of a camera's streams a tile shows: decided by the tile's size, with hysteresis. Desk thread, fake clock.

The sub-stream (640 × 360) is enough as long as the tile is no larger than it: more pixels would be decoded and thrown
away. So the sizes at which a tile changes over are the sub-stream's own, and 1.34 times that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from console.clock import Clock, Deadline
from console.model import Quality
from console.wall.arrangement import TileId

SUB_SIZE = (640, 360)  # device pixels; what a tile up to this size needs
UP = 1.34  # above so many times that size a tile takes the main stream
SMALL_MS = 1_000  # it gives it back when it has been small for so long
GUARD_MS = 5_000  # and changes over once in this time
MOST_TILES = 16  # with more of them on a surface all are small


@dataclass(slots=True)
class _Tile:
    """What a tile has, since when, and since when it has been small."""

    quality: Quality
    changed_ms: int
    small_since_ms: int | None = None


class QualityPolicy:
    """One for each canvas. `ask_again` is called when an answer that was put off is due: ask for every tile again."""

    def __init__(self, clock: Clock, ask_again: Callable[[], None]) -> None:
        self._clock = clock
        self._ask_again = ask_again
        self._tiles: dict[TileId, _Tile] = {}
        self._due: Deadline | None = None
        self._due_ms = 0

    def choose(self, tile: TileId, width: int, height: int, *, tiles: int, always_main: bool = False) -> Quality:
        """The stream for a tile of so many device pixels on a surface with so many tiles; ask at every layout.

        `always_main`: the alarm tile and whatever is zoomed. That, the first answer for a tile and a surface with
        more than 16 tiles are never put off.
        """
        now = self._now_ms()
        scale = min(width / SUB_SIZE[0], height / SUB_SIZE[1])
        known = self._tiles.get(tile)
        if known is None:
            known = self._tiles[tile] = _Tile(Quality.MAIN if scale > UP else Quality.SUB, now - GUARD_MS)
        if always_main:
            self._change(known, Quality.MAIN, now)
        elif tiles > MOST_TILES:
            self._change(known, Quality.SUB, now)
        elif known.quality is Quality.SUB:
            self._grow(known, now, large=scale > UP)
        else:
            self._shrink(known, now, small=scale <= 1.0)
        return known.quality

    def forget(self, tile: TileId) -> None:
        """The tile is gone; should it come back, its first answer is not put off."""
        self._tiles.pop(tile, None)

    # ---- inside ----

    def _grow(self, tile: _Tile, now: int, *, large: bool) -> None:
        tile.small_since_ms = None
        if large and self._is_time(tile.changed_ms + GUARD_MS, now):
            self._change(tile, Quality.MAIN, now)

    def _shrink(self, tile: _Tile, now: int, *, small: bool) -> None:
        if not small:
            tile.small_since_ms = None
            return
        if tile.small_since_ms is None:
            tile.small_since_ms = now
        if self._is_time(max(tile.small_since_ms + SMALL_MS, tile.changed_ms + GUARD_MS), now):
            self._change(tile, Quality.SUB, now)

    def _change(self, tile: _Tile, quality: Quality, now: int) -> None:
        if tile.quality is not quality:
            tile.quality, tile.changed_ms = quality, now
        tile.small_since_ms = None

    def _is_time(self, due_ms: int, now: int) -> bool:
        """Whether that moment has come; if not the canvas asks again then."""
        if due_ms <= now:
            return True
        if self._due is None or due_ms < self._due_ms:
            if self._due is not None:
                self._due.cancel()
            self._due, self._due_ms = self._clock.after(due_ms - now, self._ask), due_ms
        return False

    def _ask(self) -> None:
        self._due = None
        self._ask_again()

    def _now_ms(self) -> int:
        return self._clock.monotonic_ns() // 1_000_000
