"""The boards of a position: what its panel and its walls show at rest, and which of them have a window. Desk thread."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from console.errors import CommandRefused
from console.model import CameraId, Site
from console.wall.arrangement import TileId
from console.wall.board import Board, page_at
from console.wall.layouts import LAYOUTS
from console.wall.surfaces import PANEL, Surface, SurfaceId, place_of, surface_of, tile_id

WALL_NAME = re.compile(r"wall-[1-9][0-9]?")
PANEL_LAYOUT, WALL_LAYOUT = "4", "16"


def is_board_name(name: str) -> bool:
    """The panel or a wall: `panel`, `wall-1` … `wall-99`."""
    return name == PANEL or WALL_NAME.fullmatch(name) is not None


class Boards:
    """Walls begin where the wall before them ends; the panel begins with the first camera."""

    def __init__(self, site: Site) -> None:
        self.cameras: tuple[CameraId, ...] = ()
        self._by_number: Mapping[int, CameraId] = {}
        self._boards: dict[SurfaceId, Board] = {}
        self.open: list[SurfaceId] = []
        self.take_site(site)

    def take_site(self, site: Site) -> None:
        """Pages are renewed, places of cameras that are gone are empty."""
        in_order = sorted(site.cameras, key=lambda camera: camera.number)
        self.cameras = tuple(camera.id for camera in in_order)
        self._by_number = {camera.number: camera.id for camera in in_order}
        self._boards = {name: board.taken(self.cameras) for name, board in self._boards.items()}

    def by_number(self, number: int) -> CameraId:
        """Raises CommandRefused("unknown_camera")."""
        if number not in self._by_number:
            raise CommandRefused("unknown_camera", str(number))
        return self._by_number[number]

    def check_camera(self, camera: CameraId | None) -> None:
        """None is no camera and fine. Raises CommandRefused("unknown_camera")."""
        if camera is not None and camera not in self.cameras:
            raise CommandRefused("unknown_camera", camera)

    # ---- boards ----

    def __iter__(self) -> Iterator[tuple[SurfaceId, Board]]:
        return iter(self._boards.items())

    def __getitem__(self, name: SurfaceId) -> Board:
        """Its first page when nothing was shown there yet. Raises CommandRefused("unknown_surface")."""
        if name not in self._boards:
            if not is_board_name(name):
                raise CommandRefused("unknown_surface", name)
            self._boards[name] = self._first_page(name, PANEL_LAYOUT if name == PANEL else WALL_LAYOUT)
        return self._boards[name]

    def __setitem__(self, name: SurfaceId, board: Board) -> None:
        self._boards[name] = board

    def open_with(self, name: SurfaceId, layout: str) -> None:
        """A window for it exists; `layout`, if it is one, counts only when nothing was shown there yet."""
        if name not in self._boards and layout in LAYOUTS:
            self._boards[name] = self._first_page(name, layout)
        self.surface(name)
        if name not in self.open:
            self.open.append(name)

    def open_walls(self) -> list[SurfaceId]:
        """In the order of their numbers."""
        walls = (name for name in self.open if name != PANEL)
        return sorted(walls, key=lambda name: int(name.rpartition("-")[2]))

    def _first_page(self, name: SurfaceId, layout: str) -> Board:
        walls = () if name == PANEL else (self[one] for one in self.open if one not in {PANEL, name})
        first = max((board.first + len(board) for board in walls), default=0)
        return page_at(self.cameras, layout, first if first < len(self.cameras) else 0)

    # ---- tiles ----

    def place(self, tile: TileId) -> int:
        """Which place of its board a tile is. Raises CommandRefused("unknown_tile")."""
        place, surface = place_of(tile), surface_of(tile)
        if tile != tile_id(surface, place) or not 1 <= place <= len(self[surface]):
            raise CommandRefused("unknown_tile", tile)
        return place

    def tiles(self, name: SurfaceId) -> Sequence[TileId]:
        return [tile_id(name, place) for place in range(1, len(self[name]) + 1)]

    def surface(self, name: SurfaceId) -> Surface:
        """What its window paints, as far as boards know."""
        board = self[name]
        return Surface(
            name, board.layout, board.page, board.pages(self.cameras),
            tiles={tile_id(name, at): camera for at, camera in enumerate(board.places, 1) if camera is not None},
            zooms={tile_id(name, at): zoom for at, zoom in board.zooms.items()},
            full=tile_id(name, board.full) if board.full else None, title=board.title,
        )  # fmt: skip
