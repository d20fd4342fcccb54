"""The surfaces that the alarms fill: the desk's alarm tile with its strip, and the region of the walls. Desk thread.

How the operator looks at them (zoom, full screen) belongs to what is there: an alarm always comes with its whole
picture, and what was at rest comes back as it was looked at.
"""

from __future__ import annotations

from typing import Generic

from console.errors import CommandRefused
from console.model import CameraId
from console.wall.arrangement import ALARM_TILE, STRIP, TileId
from console.wall.desk import Wall
from console.wall.picture_set import C, OnTile
from console.wall.surfaces import DESK, DESK_TILES, REGION, REGION_TILES, Surface, SurfaceId, Zoom, surface_of

AT_REST = ""  # stands for the zone of an alarm where there is none
Look = tuple[TileId, str]  # a tile, and the zone whose alarm is on it


class AlarmSurfaces(Generic[C]):
    """Zooms and full screens of tiles that are not the operator's to fill, but his to look at."""

    def __init__(self, wall: Wall[C]) -> None:
        self._wall = wall
        self._zooms: dict[Look, tuple[CameraId, Zoom]] = {}
        self._full: set[Look] = set()
        wall.follow(self._forget_what_left)

    def surface(self, name: SurfaceId) -> Surface:
        """`desk` or `region` as it is now."""
        tiles = {tile: camera for tile in _places(name) if (camera := self.camera(tile)) is not None}
        zooms = {tile: zoom for tile in tiles if (zoom := self.zoom(tile)) is not None}
        full = next((tile for tile in tiles if self._look(tile) in self._full), None)
        return Surface(name, tiles=tiles, zooms=zooms, full=full)

    def camera(self, tile: TileId) -> CameraId | None:
        """What the tile shows now."""
        if tile in DESK_TILES:
            return self._wall.tiles.get(tile)
        cell = self._cell(tile)
        return cell.choice.camera.id if cell is not None and cell.choice is not None else None

    def zoom(self, tile: TileId) -> Zoom | None:
        """How its present picture is looked at; None: all of it."""
        camera, zoom = self._zooms.get(self._look(tile), (None, None))
        return zoom if camera == self.camera(tile) else None

    def set_zoom(self, tile: TileId, zoom: Zoom | None) -> None:
        """Raises CommandRefused: unknown_tile, empty_tile."""
        camera = self._shown(tile)
        self._zooms.pop(self._look(tile), None)
        if zoom is not None:
            self._zooms[self._look(tile)] = camera, zoom

    def drop_zoom(self, tile: TileId) -> None:
        """Another camera was put there: all of its picture is shown."""
        self._zooms.pop((tile, AT_REST), None)

    def toggle_full(self, tile: TileId) -> None:
        """The alarm tile or a cell of the region; a picture of the strip has a key. Raises CommandRefused."""
        self._shown(tile)
        if tile in STRIP:
            raise CommandRefused("fixed_tile", tile)
        others = {look for look in self._full if look == (tile, AT_REST) or surface_of(look[0]) != surface_of(tile)}
        self._full = self._full - {self._look(tile)} if self._look(tile) in self._full else others | {self._look(tile)}

    # ---- inside ----

    def _shown(self, tile: TileId) -> CameraId:
        if tile not in (*DESK_TILES, *REGION_TILES):
            raise CommandRefused("unknown_tile", tile)
        camera = self.camera(tile)
        if camera is None:
            raise CommandRefused("empty_tile", tile)
        return camera

    def _look(self, tile: TileId) -> Look:
        on_tile = self._wall.current if tile in DESK_TILES else self._cell(tile)
        return tile, on_tile.zone if on_tile is not None else AT_REST

    def _cell(self, tile: TileId) -> OnTile[C] | None:
        region = self._wall.region
        return region[REGION_TILES.index(tile)] if region and tile in REGION_TILES else None

    def _forget_what_left(self) -> None:
        """The next alarm of that zone comes with the whole picture again."""
        now = {self._look(tile) for tile in (*DESK_TILES, *REGION_TILES)} | {(ALARM_TILE, AT_REST)}
        self._zooms = {look: zoom for look, zoom in self._zooms.items() if look in now}
        self._full &= now


def _places(name: SurfaceId) -> tuple[TileId, ...]:
    return {DESK: DESK_TILES, REGION: REGION_TILES}[name]
