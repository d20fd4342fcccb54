"""What was done to a surface in one go, so that it can be told and taken back. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from console.wall.arrangement import TileId
from console.wall.board import Board
from console.wall.surfaces import SurfaceId


@dataclass(frozen=True, slots=True)
class Placed:
    """What was done: the surface before and after it, the one tile it was about, and the tour that ended."""

    surface: SurfaceId
    tile: TileId | None
    before: Board
    after: Board
    tour: str = ""
