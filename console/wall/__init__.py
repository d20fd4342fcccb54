"""The wall: which camera goes into which place; the alarm tile with its queue, rotation, pin and restore."""

from __future__ import annotations

from console.wall.arrangement import ALARM_TILE, STRIP, Arrangement, TileId
from console.wall.desk import ROTATE_MS, Wall
from console.wall.holds import POINTER_MS, Use
from console.wall.pages import WALL, Pages
from console.wall.picture_set import OnTile, Ranked, Waiting

__all__ = [
    "ALARM_TILE",
    "POINTER_MS",
    "ROTATE_MS",
    "STRIP",
    "WALL",
    "Arrangement",
    "OnTile",
    "Pages",
    "Ranked",
    "TileId",
    "Use",
    "Waiting",
    "Wall",
]
