"""The alarm region of the walls: four fixed cells, one for each zone on fire. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from console.wall.arrangement import TileId
from console.wall.boards import Boards
from console.wall.layouts import LAYOUTS, WHOLE, Cell
from console.wall.surfaces import SurfaceId, tile_id

FIRE = 1  # the priority of alarms that get a cell
QUARTERS = LAYOUTS["4"].cells()


class Region:
    """Which zone has which cell. A zone keeps its cell until it leaves; who finds none free waits in line."""

    def __init__(self) -> None:
        self.cells: list[str | None] = [None] * len(QUARTERS)
        self.line: list[str] = []

    def settle(self, wanting: Sequence[str], kept_clear: Collection[int] = ()) -> list[str]:
        """`wanting` are the zones to be seen; cells `kept_clear`, from 0, take nobody new. Returns who came in."""
        wanted = set(wanting)
        self.cells = [zone if zone in wanted else None for zone in self.cells]
        known = {*self.cells, *self.line}
        self.line = [zone for zone in self.line if zone in wanted] + [zone for zone in wanting if zone not in known]
        entered = []
        for at, zone in enumerate(self.cells):
            if zone is None and at not in kept_clear and self.line:
                self.cells[at] = self.line.pop(0)
                entered.append(str(self.cells[at]))
        return entered


def region_area(*, is_alarm_screen: bool, portrait: bool = False) -> Cell:
    """What of its screen the region takes: all of it, else the right half, of an upright screen the lower one."""
    if is_alarm_screen:
        return WHOLE
    return Cell(0.0, 0.5, 1.0, 0.5) if portrait else Cell(0.5, 0.0, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class RegionPlace:
    """Where on the walls the region lies: the part `area` of a surface; `portrait`: its screen stands upright."""

    surface: SurfaceId
    area: Cell
    portrait: bool = False


def under_region(place: RegionPlace, boards: Boards) -> tuple[frozenset[TileId], ...]:
    """The tiles of the surface that lie under each of the four cells."""
    board = boards[place.surface]
    if board.full:
        tiles = {tile_id(place.surface, board.full): WHOLE}
    else:
        cells = LAYOUTS[board.layout].cells(place.portrait)
        tiles = {tile_id(place.surface, n): cell for n, cell in enumerate(cells, 1)}
    quarters = (quarter.within(place.area) for quarter in QUARTERS)
    return tuple(frozenset(tile for tile, cell in tiles.items() if cell.overlaps(quarter)) for quarter in quarters)
