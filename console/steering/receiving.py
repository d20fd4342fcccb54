"""What another position puts on the walls of this one: only where nobody has a hand and no alarm stands. Desk thread.

Nothing is written down here: the journal has it as the sender's act and this position's answer (`console.remote`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from console.cameras import Choice
from console.errors import CommandRefused
from console.model import CameraId
from console.steering.programme import Programme
from console.steering.tiles import Tiles
from console.wall import LAYOUTS, Salvo, SurfaceId, TileId, Wall, tile_id
from console.wall.board import Board
from console.wall.levels import LevelKind
from console.wall.placed import Placed


class Receiving:
    """Every act raises CommandRefused and then has changed nothing: no_such_wall, tile_in_use, alarm_region,
    unknown_camera, unknown_tile, unknown_layout.
    """

    def __init__(self, wall: Wall[Choice], tiles: Tiles, programme: Programme, changed: Callable[[], None]) -> None:
        self._wall = wall
        self._tiles = tiles
        self._boards = tiles.boards
        self._programme = programme
        self._changed = changed

    def walls(self) -> Mapping[SurfaceId, str]:
        """The wall windows that are open, and the layout of each."""
        return {name: self._boards[name].layout for name in self._boards.open_walls()}

    def show_camera(self, surface: SurfaceId, camera: CameraId, place: int = 0) -> Placed:
        """Into this place of the wall, from 1; 0: where there is room, else on the last tile that is free."""
        self._check_wall(surface)
        self._boards.check_camera(camera)
        tile = tile_id(surface, place) if place else self._room_on(surface, camera)
        self._boards.place(tile)
        self._check_free(surface, () if self._tiles.camera(tile) == camera else (tile,))
        before = self._boards[surface]
        tour = self._end_tour(surface)
        if self._tiles.camera(tile) != camera:
            self._tiles.fill(tile, camera)
        return self._placed(surface, tile, before, tour)

    def show_salvo(self, surface: SurfaceId, salvo: Salvo) -> Placed:
        """All of the wall; cameras this site does not know leave their places empty."""
        self._check_wall(surface)
        return self._take(surface, self._boards[surface].shown(salvo, frozenset(self._boards.cameras)))

    def lay_out(self, surface: SurfaceId, layout: str) -> Placed:
        """The same cameras in another layout."""
        self._check_wall(surface)
        if layout not in LAYOUTS:
            raise CommandRefused("unknown_layout", layout)
        return self._take(surface, self._boards[surface].laid_out(self._boards.cameras, layout))

    def take_back(self, placed: Placed) -> None:
        """It was not to be after all: what was there comes back, unless somebody has changed it meanwhile."""
        if self._boards[placed.surface] == placed.after:
            self._tiles.arrange(placed.surface, placed.before)
            self._changed()

    # ---- inside ----

    def _take(self, surface: SurfaceId, board: Board) -> Placed:
        self._check_free(surface, self._boards.tiles(surface))
        before = self._boards[surface]
        tour = self._end_tour(surface)
        self._tiles.arrange(surface, board)
        return self._placed(surface, None, before, tour)

    def _placed(self, surface: SurfaceId, tile: TileId | None, before: Board, tour: str) -> Placed:
        self._changed()
        return Placed(surface, tile, before, self._boards[surface], tour)

    def _end_tour(self, surface: SurfaceId) -> str:
        """Its next step would take away what was sent."""
        run = self._programme.touring.stop(surface)
        return run.tour.name if run is not None else ""

    def _check_wall(self, surface: SurfaceId) -> None:
        if surface not in self._boards.open_walls():
            raise CommandRefused("no_such_wall", surface)

    def _check_free(self, surface: SurfaceId, tiles: Sequence[TileId]) -> None:
        for tile in tiles:
            if self._wall.is_under_region(tile):
                raise CommandRefused("alarm_region", tile)
        full = self._boards[surface].full  # what is put beside it nobody would see
        used = tile_id(surface, full) if full else next(filter(self._is_in_use, tiles), None)
        if used is not None:
            raise CommandRefused("tile_in_use", used)

    def _is_in_use(self, tile: TileId) -> bool:
        """A hand, a pin, or a part of it enlarged by hand."""
        enlarged = any(level.kind is LevelKind.ZOOM and level.tile == tile for level in self._tiles.levels)
        return enlarged or self._wall.is_in_use(tile)

    def _room_on(self, surface: SurfaceId, camera: CameraId) -> TileId:
        """Where the camera is already, else the first empty tile, else the last one that is free."""
        tiles = self._boards.tiles(surface)
        if same := self._boards[surface].place_showing(camera):
            return tile_id(surface, same)
        free = [tile for tile in tiles if not (self._is_in_use(tile) or self._wall.is_under_region(tile))]
        empty = (tile for tile in free if self._tiles.camera(tile) is None)
        return next(empty, free[-1] if free else tiles[-1])
