"""What a layout would cost before it is shown, and what would have to give way for it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from console.model import CameraId, Quality
from console.overload.cost import PAUSED, Shown, cores
from console.overload.shedding import LEVELS, Stage, paces, stage_of
from console.wall import LAYOUTS, SurfaceId, tile_id
from console.wall.quality import MOST_TILES, SUB_SIZE, UP

UNSEEN_SLOT = -1  # slots of tiles that are not there yet count down from here


@dataclass(frozen=True, slots=True)
class Forecast:
    """Shares of all cores. `level` is what it would need so that `need` becomes `limit`; `paused` of `tiles` stop."""

    need: float
    limit: float
    level: int = 0
    paused: int = 0
    tiles: int = 0

    @property
    def is_heavy(self) -> bool:
        return self.need > self.limit

    @property
    def stage(self) -> Stage:
        return stage_of(self.level)


def imagined(surface: SurfaceId, layout: str, cameras: Sequence[CameraId], size: tuple[int, int]) -> list[Shown]:
    """The tiles that this layout would have on a surface of so many device pixels with these cameras."""
    width, height = size
    cells = LAYOUTS[layout].cells(portrait=height > width)
    tiles = []
    for place, (cell, camera) in enumerate(zip(cells, cameras, strict=False), start=1):
        wide, high = round(cell.w * width), round(cell.h * height)
        large = len(cells) <= MOST_TILES and min(wide / SUB_SIZE[0], high / SUB_SIZE[1]) > UP
        quality = Quality.MAIN if large else Quality.SUB
        tiles.append(Shown(UNSEEN_SLOT - place, tile_id(surface, place), camera, quality, wide, high))
    return tiles


def forecast(shown: Sequence[Shown], *, factor: float, standby: float, processors: int, limit: float) -> Forecast:
    """For everything that would be shown. `standby`: cores the cameras need unseen; `limit`: share of all cores."""
    needs = [(standby + factor * cores(shown, paces(shown, level))) / processors for level in range(LEVELS + 1)]
    if needs[0] <= limit:
        return Forecast(needs[0], limit, tiles=len(shown))
    level = next((level for level, need in enumerate(needs) if need <= limit), LEVELS)
    paused = sum(every == PAUSED for every in paces(shown, level).values())
    return Forecast(needs[0], limit, level, paused, len(shown))
