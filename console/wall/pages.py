"""Paging: every camera of the site in order of its number, one page of the wall after another. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from console.model import Camera
from console.wall.arrangement import ALARM_TILE, STRIP, Arrangement, TileId

LAYOUT = "2x2"
WALL = tuple(TileId(f"wall-{n}") for n in range(1, 5))


class Pages:
    """Knows the page it is on; `turn` gives the arrangement of another one and leaves the large picture alone."""

    def __init__(self, cameras: Sequence[Camera]) -> None:
        self._cameras = [camera.id for camera in cameras]
        self.page = 0

    def __len__(self) -> int:
        return max(1, -(-len(self._cameras) // len(WALL)))

    def turn(self, now: Arrangement, by: int) -> Arrangement:
        """The arrangement `by` pages on; after the last page comes the first."""
        self.page = (self.page + by) % len(self)
        first = self.page * len(WALL)
        tiles = dict(zip(WALL, self._cameras[first : first + len(WALL)], strict=False))
        if (large := now.tiles.get(ALARM_TILE)) is not None:
            tiles[ALARM_TILE] = large
        others = [camera for camera in self._cameras if camera != large]
        for tile, camera in zip(STRIP, others, strict=False):  # at rest the desk's strip is never blank
            tiles[tile] = now.tiles.get(tile) or camera
        return Arrangement(LAYOUT, MappingProxyType(tiles))
