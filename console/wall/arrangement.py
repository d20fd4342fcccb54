"""The places of a position's screens and what they show at rest. Pure."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NewType

from console.model import CameraId

TileId = NewType("TileId", str)

ALARM_TILE = TileId("alarm")
STRIP = (TileId("strip-1"), TileId("strip-2"), TileId("strip-3"))


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Which camera is in which place when no alarm asks for one; a layout, a salvo or a tour step is one."""

    layout: str = ""
    tiles: Mapping[TileId, CameraId] = field(default_factory=lambda: MappingProxyType({}))

    def put(self, tile: TileId, camera: CameraId | None) -> Arrangement:
        """The same with this camera in this place; None empties it."""
        others = {name: shown for name, shown in self.tiles.items() if name != tile}
        return replace(self, tiles=MappingProxyType(others if camera is None else {**others, tile: camera}))

    def without(self, cameras: Container[CameraId]) -> Arrangement:
        """The same with the places of these cameras empty."""
        left = {name: shown for name, shown in self.tiles.items() if shown not in cameras}
        return replace(self, tiles=MappingProxyType(left))
