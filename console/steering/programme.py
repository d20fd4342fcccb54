"""What runs by itself on the surfaces: the tours, and the salvos they show. Desk thread.

A tour waits while somebody has a hand, a zoom or a full screen on what it would change, and while an alarm lies over
it; then it stands its full time where it was.
"""

from __future__ import annotations

from collections.abc import Callable

from console.cameras import Choice
from console.clock import Clock
from console.errors import CommandRefused
from console.model import CameraId
from console.wall import ALARM_TILE, DESK, Salvo, SurfaceId, TileId, Wall, surface_of, tile_id
from console.wall.board import Board
from console.wall.boards import Boards
from console.wall.levels import LevelKind, Levels
from console.wall.library import Library
from console.wall.touring import Run, Touring


class Programme:
    """`changed` is called when a step shows something else."""

    def __init__(
        self, clock: Clock, wall: Wall[Choice], boards: Boards, levels: Levels, changed: Callable[[], None]
    ) -> None:
        self._wall = wall
        self._boards = boards
        self._levels = levels
        self._changed = changed
        self.library = Library()
        self.touring = Touring(clock, self._is_busy, self._show_step)

    def start(self, name: str, surface: SurfaceId, tile: TileId | None, at: int = 0) -> Run:
        """Begin with step `at`. Raises CommandRefused: unknown_tour, unknown_tile, tour_needs_surface, empty_tour."""
        tour = self.library.tour(name)
        tile = ALARM_TILE if surface == DESK else tile
        if tile != ALARM_TILE:
            self._boards.place(tile if tile is not None else tile_id(surface, 1))
        if tile is not None and any(step.salvo for step in tour.steps):
            raise CommandRefused("tour_needs_surface", name)
        run = Run(tour, surface, tile, at % len(tour.steps))
        if not self.touring.start(run):
            raise CommandRefused("empty_tour", name)
        return run

    # ---- may it go on? ----

    def _is_busy(self, run: Run) -> bool:
        if run.tile is not None:
            return self._wall.is_in_use(run.tile) or self._is_looked_at(run.tile) or self._is_covered(run.tile)
        tiles = self._boards.tiles(run.surface)
        is_full = any(lv.kind is LevelKind.FULL and lv.tile in tiles for lv in self._levels)
        return (
            is_full
            or any(map(self._wall.is_in_use, tiles))
            or any(map(self._is_looked_at, tiles))
            or any(map(self._is_covered, tiles))
        )

    def _is_looked_at(self, tile: TileId) -> bool:
        """The operator enlarged a part of it by hand."""
        return any(level.kind is LevelKind.ZOOM and level.tile == tile for level in self._levels)

    def _is_covered(self, tile: TileId) -> bool:
        """An alarm lies over it."""
        return self._wall.current is not None if tile == ALARM_TILE else self._wall.is_under_region(tile)

    # ---- its steps ----

    def _show_step(self, run: Run) -> bool:
        step = run.step
        if step.camera is not None:
            shown = step.camera in self._boards.cameras and self._show_camera(run, step.camera)
        else:
            salvo = next((one for one in self.library.salvos() if one.name == step.salvo), None)
            shown = salvo is not None and self._show_board(run.surface, self._salvo(run.surface, salvo))
        if shown:
            self._changed()
        return shown

    def _show_camera(self, run: Run, camera: CameraId) -> bool:
        """On its tile; a tour of a whole surface gives the camera all of it."""
        if run.tile == ALARM_TILE:
            self._wall.arrange(self._wall.arrangement.put(ALARM_TILE, camera))
            return True
        if run.tile is None:
            return self._show_board(run.surface, self._salvo(run.surface, Salvo(run.tour.name, "1", (camera,))))
        if surface_of(run.tile) != run.surface or run.tile not in self._boards.tiles(run.surface):
            return False
        return self._show_board(run.surface, self._boards[run.surface].put(self._boards.place(run.tile), camera))

    def _salvo(self, surface: SurfaceId, salvo: Salvo) -> Board:
        return self._boards[surface].shown(salvo, frozenset(self._boards.cameras))

    def _show_board(self, surface: SurfaceId, board: Board) -> bool:
        self._boards[surface] = board
        return True
