"""Every tile of a position under one roof: boards at rest, tiles of the alarms, the selected one. Desk thread.

Does what it is told and writes nothing down; `steering.desk` is who tells it.
"""

from __future__ import annotations

from dataclasses import replace

from console.cameras import Choice
from console.errors import CommandRefused
from console.model import CameraId, Site
from console.wall import (
    ALARM_TILE,
    DESK,
    DESK_TILES,
    REGION,
    REGION_TILES,
    Surface,
    SurfaceId,
    TileId,
    Wall,
    Zoom,
    surface_of,
    tile_id,
)
from console.wall.alarm_surfaces import AlarmSurfaces
from console.wall.board import Board
from console.wall.boards import Boards
from console.wall.levels import Level, LevelKind, Levels
from console.wall.region import RegionPlace, region_area, under_region

ALARMS = (DESK, REGION)


class Tiles:
    """What cannot be done raises CommandRefused and changes nothing."""

    def __init__(self, site: Site, wall: Wall[Choice]) -> None:
        self._wall = wall
        self.boards = Boards(site)
        self._alarms = AlarmSurfaces(wall)
        self.levels = Levels()
        self.selected: TileId | None = None
        self.region: RegionPlace | None = None
        self._zone_on_tile: str | None = None
        wall.follow(self._on_wall)

    # ---- what is there ----

    def surface(self, name: SurfaceId) -> Surface:
        """What its window paints; tours are not known here."""
        shown = self._alarms.surface(name) if name in ALARMS else self.boards.surface(name)
        return replace(shown, pinned=frozenset(tile for tile in self._wall.pins if surface_of(tile) == name))

    def camera(self, tile: TileId) -> CameraId | None:
        """What the tile shows now."""
        self.check(tile)
        if surface_of(tile) in ALARMS:
            return self._alarms.camera(tile)
        return self.boards[surface_of(tile)].camera(self.boards.place(tile))

    def zoom(self, tile: TileId) -> Zoom | None:
        """How its picture is looked at; None: all of it."""
        self.check(tile)
        if surface_of(tile) in ALARMS:
            return self._alarms.zoom(tile)
        return self.boards[surface_of(tile)].zooms.get(self.boards.place(tile))

    def is_full(self, tile: TileId) -> bool:
        return self.surface(surface_of(tile)).full == tile

    def check(self, tile: TileId) -> None:
        """Raises CommandRefused("unknown_tile") when no surface has it."""
        if surface_of(tile) not in ALARMS:
            self.boards.place(tile)
        elif tile not in (*DESK_TILES, *REGION_TILES):
            raise CommandRefused("unknown_tile", tile)

    def has(self, tile: TileId) -> bool:
        """Whether some surface has it now."""
        try:
            self.check(tile)
        except CommandRefused:
            return False
        return True

    # ---- changing it ----

    def check_fillable(self, tile: TileId) -> None:
        """The alarms fill strip and region themselves. Raises CommandRefused: unknown_tile, fixed_tile."""
        self.check(tile)
        if surface_of(tile) in ALARMS and tile != ALARM_TILE:
            raise CommandRefused("fixed_tile", tile)

    def fill(self, tile: TileId, camera: CameraId | None, zoom: Zoom | None = None) -> None:
        """By hand: this camera into this tile; on the alarm tile it sends the alarm away."""
        self.check_fillable(tile)
        self.levels.gone(Level(LevelKind.ZOOM, tile))
        if tile == ALARM_TILE:
            self._wall.place(tile, camera)
            self._alarms.drop_zoom(tile)
            return
        surface, place = surface_of(tile), self.boards.place(tile)
        self.boards[surface] = self.boards[surface].put(place, camera).zoomed(place, zoom)

    def arrange(self, surface: SurfaceId, board: Board) -> None:
        """By hand: another board; the selected tile stays with its camera."""
        if self.selected is not None and surface_of(self.selected) == surface:
            place = self.boards.place(self.selected)
            same = board.place_showing(self.boards[surface].camera(place))
            self.selected = tile_id(surface, same or min(place, len(board)))
        self.levels.forget(surface)
        self.boards[surface] = board
        for tile in self._wall.pins:
            if not self.has(tile):
                self._wall.pin_tile(tile, on=False)

    def set_zoom(self, tile: TileId, zoom: Zoom | None) -> None:
        """Raises CommandRefused: unknown_tile, empty_tile."""
        if surface_of(tile) in ALARMS:
            self._alarms.set_zoom(tile, zoom)
        else:
            self._check_shows(tile)
            surface = surface_of(tile)
            self.boards[surface] = self.boards[surface].zoomed(self.boards.place(tile), zoom)
        self._level(Level(LevelKind.ZOOM, tile), is_there=zoom is not None)

    def toggle_full(self, tile: TileId) -> None:
        """Raises CommandRefused: unknown_tile, empty_tile, fixed_tile."""
        surface = surface_of(tile)
        if surface in ALARMS:
            self._alarms.toggle_full(tile)
        else:
            self._check_shows(tile)
            place, board = self.boards.place(tile), self.boards[surface]
            self.boards[surface] = board.filled_by(0 if board.full == place else place)
        self._level(Level(LevelKind.FULL, tile), is_there=self.is_full(tile))

    def _check_shows(self, tile: TileId) -> None:
        if self.camera(tile) is None:
            raise CommandRefused("empty_tile", tile)

    # ---- what Esc takes back ----

    def newest_level(self) -> Level | None:
        """The last that came of those that are still there. Zooms and full screens count where the selection is."""
        return next((level for level in self.levels if self._is_there(level)), None)

    def _level(self, level: Level, *, is_there: bool) -> None:
        (self.levels.came if is_there else self.levels.gone)(level)

    def _is_there(self, level: Level) -> bool:
        if level.tile is None:
            return self._wall.current is not None or bool(self._wall.region)
        if self.selected is None or not self.has(level.tile):
            return False
        if level.kind is LevelKind.ZOOM:
            return level.tile == self.selected and self.zoom(level.tile) is not None
        return surface_of(level.tile) == surface_of(self.selected) and self.is_full(level.tile)

    def _on_wall(self) -> None:
        """Each alarm that comes on the tile lies over everything that was there."""
        current = self._wall.current
        zone = current.zone if current is not None else None
        if zone is not None and zone != self._zone_on_tile:
            self.levels.came(Level(LevelKind.ALARM))
        self._zone_on_tile = zone

    # ---- the region of the walls ----

    def lay_region(self) -> None:
        """Which tiles lie under the region: say it again whenever a layout or the windows may have changed."""
        place = self._region_place()
        self._wall.lay_region(under_region(place, self.boards) if place is not None else ())

    def _region_place(self) -> RegionPlace | None:
        """On the last wall: where its window says, else all of it, or the right half when it is the only one."""
        walls = self.boards.open_walls()
        if not walls:
            return None
        if self.region is not None and self.region.surface == walls[-1]:
            return self.region
        return RegionPlace(walls[-1], region_area(is_alarm_screen=len(walls) > 1))
