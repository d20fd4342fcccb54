"""What a position shows, kept from one run to the next: as JSON, and back without trusting it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from console.cameras import Choice
from console.journal import Json
from console.model import CameraId
from console.wall import ALARM_TILE, SurfaceId, TileId, Wall
from console.wall.board import Board
from console.wall.boards import Boards, is_board_name
from console.wall.kept import board_from, board_json, items, mapping, text, whole
from console.wall.touring import Touring


@dataclass(frozen=True, slots=True)
class KeptTour:
    """A tour that ran, and at which step it was."""

    name: str
    surface: SurfaceId
    tile: TileId | None
    at: int


@dataclass(frozen=True, slots=True)
class Position:
    """What a position showed when it was left; `large` stood on the alarm tile at rest."""

    boards: tuple[tuple[SurfaceId, Board], ...]
    large: CameraId | None
    selected: TileId
    pinned: tuple[TileId, ...]
    tours: tuple[KeptTour, ...]


def kept_position(boards: Boards, wall: Wall[Choice], touring: Touring, selected: TileId | None) -> Mapping[str, Json]:
    """Everything `position_from` takes up again."""
    tours: list[Json] = [
        {"name": run.tour.name, "surface": run.surface, "tile": run.tile, "at": run.at} for run in touring.runs()
    ]
    return {
        "large": wall.arrangement.tiles.get(ALARM_TILE),
        "selected": selected,
        "pinned": [*sorted(wall.pins)],
        "surfaces": {name: board_json(board) for name, board in boards},
        "tours": tours,
    }


def position_from(kept: Mapping[str, object], cameras: Sequence[CameraId]) -> Position:
    """A surface whose layout nobody knows is left out: it shows its first page."""
    large = CameraId(text(kept.get("large")))
    return Position(
        boards=tuple(_boards(kept.get("surfaces"), cameras)),
        large=large if large in cameras else None,
        selected=TileId(text(kept.get("selected"))),
        pinned=tuple(TileId(text(tile)) for tile in items(kept.get("pinned"))),
        tours=tuple(_tours(kept.get("tours"))),
    )


def _boards(said: object, cameras: Sequence[CameraId]) -> Iterator[tuple[SurfaceId, Board]]:
    for name, one in mapping(said).items():
        board = board_from(one, cameras)
        if board is not None and is_board_name(name):
            yield SurfaceId(name), board


def _tours(said: object) -> Iterator[KeptTour]:
    for one in map(mapping, items(said)):
        tile = text(one.get("tile"))
        yield KeptTour(
            text(one.get("name")), SurfaceId(text(one.get("surface"))), TileId(tile) if tile else None,
            whole(one.get("at")),
        )  # fmt: skip
