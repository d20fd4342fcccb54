"""Surfaces: the sets of places that one window or panel paints, and what a window sees of one. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NewType

from console.model import CameraId
from console.wall.arrangement import ALARM_TILE, STRIP, TileId

SurfaceId = NewType("SurfaceId", str)

DESK = SurfaceId("desk")  # the alarm tile and its strip
PANEL = SurfaceId("panel")  # the camera wall inside the desk window
REGION = SurfaceId("region")  # the four cells of the alarm region, wherever it lies

MOST_ZOOM = 8.0


def tile_id(surface: SurfaceId, n: int) -> TileId:
    """The n-th place of a surface, from 1: `wall-1/7`."""
    return TileId(f"{surface}/{n}")


def surface_of(tile: TileId) -> SurfaceId:
    """The surface a place belongs to; alarm tile and strip are the desk's."""
    surface, slash, _ = tile.rpartition("/")
    return SurfaceId(surface) if slash else DESK


def place_of(tile: TileId) -> int:
    """Which place of its surface, from 1; 0 when the name has none."""
    _, slash, n = tile.rpartition("/")
    return int(n) if slash and n.isascii() and n.isdigit() else 0


DESK_TILES = (ALARM_TILE, *STRIP)
REGION_TILES = tuple(tile_id(REGION, n) for n in range(1, 5))


@dataclass(frozen=True, slots=True)
class Zoom:
    """The part of a picture that is shown: its left, top and width as fractions; its height is the same fraction."""

    x: float
    y: float
    w: float

    @property
    def factor(self) -> float:
        return 1 / self.w

    def clamped(self) -> Zoom | None:
        """The nearest part that lies inside the picture, enlarged at most eightfold; None is the whole picture."""
        w = min(1.0, max(1 / MOST_ZOOM, self.w))
        return None if w == 1.0 else Zoom(_inside(self.x, w), _inside(self.y, w), w)


def _inside(start: float, width: float) -> float:
    return min(1.0 - width, max(0.0, start))


@dataclass(frozen=True, slots=True)
class Surface:
    """What a window paints: `tiles` without an entry are empty, `full` fills the surface alone."""

    name: SurfaceId
    layout: str = ""
    page: int = 1
    pages: int = 1
    tiles: Mapping[TileId, CameraId] = field(default_factory=lambda: MappingProxyType({}))
    zooms: Mapping[TileId, Zoom] = field(default_factory=lambda: MappingProxyType({}))
    full: TileId | None = None
    title: str = ""  # the salvo or the camera of the tour's step that is shown; "" for a page or what was made by hand
    tour: str = ""  # the tour that runs here
    tour_paused: bool = False  # by a hand, a zoom, a full screen or an alarm
    pinned: frozenset[TileId] = frozenset()  # no alarm region and no tour takes these
