"""The wall: surfaces and their places; the alarm tile with its queue, rotation, pin and restore; the alarm region."""

from __future__ import annotations

from console.wall.arrangement import ALARM_TILE, STRIP, Arrangement, TileId
from console.wall.desk import ROTATE_MS, Wall
from console.wall.entry import CameraEntry, parse_entry
from console.wall.holds import POINTER_MS, Use
from console.wall.layouts import LAYOUTS, Cell, Layout
from console.wall.picture_set import OnTile, Ranked, Waiting
from console.wall.quality import QualityPolicy
from console.wall.salvos import LONGEST_S, SHORTEST_S, Salvo, Step, Tour
from console.wall.surfaces import (
    DESK,
    DESK_TILES,
    PANEL,
    REGION,
    REGION_TILES,
    Surface,
    SurfaceId,
    Zoom,
    place_of,
    surface_of,
    tile_id,
)

__all__ = [
    "ALARM_TILE",
    "DESK",
    "DESK_TILES",
    "LAYOUTS",
    "LONGEST_S",
    "PANEL",
    "POINTER_MS",
    "REGION",
    "REGION_TILES",
    "ROTATE_MS",
    "SHORTEST_S",
    "STRIP",
    "Arrangement",
    "CameraEntry",
    "Cell",
    "Layout",
    "OnTile",
    "QualityPolicy",
    "Ranked",
    "Salvo",
    "Step",
    "Surface",
    "SurfaceId",
    "TileId",
    "Tour",
    "Use",
    "Waiting",
    "Wall",
    "Zoom",
    "parse_entry",
    "place_of",
    "surface_of",
    "tile_id",
]
