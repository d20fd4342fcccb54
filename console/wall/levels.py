"""What Esc takes back, the newest first: zooms, full screens and alarms, in the order in which they came. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from console.wall.arrangement import TileId
from console.wall.surfaces import SurfaceId, surface_of


class LevelKind(StrEnum):
    ZOOM = "zoom"
    FULL = "full"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True)
class Level:
    """Something that lies over what was there before. `tile` is None for the alarms."""

    kind: LevelKind
    tile: TileId | None = None


class Levels:
    """One entry for each, where it came last."""

    def __init__(self) -> None:
        self._levels: list[Level] = []

    def came(self, level: Level) -> None:
        self.gone(level)
        self._levels.append(level)

    def gone(self, level: Level) -> None:
        if level in self._levels:
            self._levels.remove(level)

    def forget(self, surface: SurfaceId) -> None:
        """Something else is shown there: nothing of it is left to be taken back."""
        self._levels = [one for one in self._levels if one.tile is None or surface_of(one.tile) != surface]

    def __contains__(self, level: Level) -> bool:
        return level in self._levels

    def __iter__(self) -> Iterator[Level]:
        """The newest first."""
        return reversed(tuple(self._levels))
