"""How a surface is cut into places: the ten layouts, upright and across. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Cell:
    """A place as fractions of its surface, 0…1."""

    x: float
    y: float
    w: float
    h: float

    def overlaps(self, other: Cell) -> bool:
        """They have more in common than an edge, or the rounding of one."""
        across = min(self.x + self.w, other.x + other.w) - max(self.x, other.x)
        down = min(self.y + self.h, other.y + other.h) - max(self.y, other.y)
        return across > TINY and down > TINY

    def within(self, area: Cell) -> Cell:
        """This part of the surface as the same part of `area`."""
        return Cell(area.x + self.x * area.w, area.y + self.y * area.h, self.w * area.w, self.h * area.h)


TINY = 1e-9
WHOLE = Cell(0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Layout:
    """A grid across a wide screen; the first place may be `large` fields wide and high, at the top left."""

    name: str
    columns: int
    rows: int
    large: int = 1

    @property
    def places(self) -> int:
        return self.columns * self.rows - self.large**2 + 1

    def cells(self, portrait: bool = False) -> tuple[Cell, ...]:
        """The places in reading order, the large one first. On an upright screen columns and rows change roles."""
        columns, rows = (self.rows, self.columns) if portrait else (self.columns, self.rows)
        first = Cell(0.0, 0.0, self.large / columns, self.large / rows)
        others = (
            Cell(column / columns, row / rows, 1 / columns, 1 / rows)
            for row in range(rows)
            for column in range(columns)
            if row >= self.large or column >= self.large
        )
        return (first, *others)


def _by_name(*layouts: Layout) -> Mapping[str, Layout]:
    return MappingProxyType({layout.name: layout for layout in layouts})


LAYOUTS = _by_name(
    Layout("1", 1, 1),
    Layout("4", 2, 2),
    Layout("6", 3, 3, large=2),
    Layout("8", 4, 4, large=3),
    Layout("9", 3, 3),
    Layout("12", 4, 3),
    Layout("16", 4, 4),
    Layout("25", 5, 5),
    Layout("36", 6, 6),
    Layout("64", 8, 8),
)
