"""The alarm region of the walls: four fixed cells, one for each zone on fire. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence

CELLS = 4
FIRE = 1  # the priority of alarms that get a cell


class Region:
    """Which zone has which cell. A zone keeps its cell until it leaves; who finds none free waits in line."""

    def __init__(self) -> None:
        self.cells: list[str | None] = [None] * CELLS
        self.line: list[str] = []

    def settle(self, wanting: Sequence[str], kept_clear: Collection[int] = ()) -> None:
        """`wanting` are the zones that should be seen; cells `kept_clear` (from 0) take nobody new."""
        wanted = set(wanting)
        self.cells = [zone if zone in wanted else None for zone in self.cells]
        placed = {*self.cells, *self.line}
        self.line = [z for z in self.line if z in wanted] + [z for z in wanting if z not in placed]
        for cell in range(CELLS):
            if self.cells[cell] is None and cell not in kept_clear and self.line:
                self.cells[cell] = self.line.pop(0)
