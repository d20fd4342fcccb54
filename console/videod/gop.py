"""The pictures of one stream since its last key frame, kept so that any camera can be shown at once. Loop thread."""

from __future__ import annotations

from console.videod.ring import Ring
from console.videod.unit import Unit

FEWEST = 64  # streams the budget is divided by at least, so that few cameras do not take it all


class Budget:
    """The memory all streams share, in bytes; `share` is what the pictures since one stream's key frame may take."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.divide(0)

    def divide(self, streams: int) -> None:
        """There are so many streams now."""
        self.share = self.total // max(streams, FEWEST)


class Gop:
    """Access units from the newest key frame on, within the stream's share of the budget; older ones go to the ring."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self.ring = Ring()
        self.units: list[Unit] = []
        self.size = 0  # bytes
        self.key_every_s = 0.0  # from the key frame before to the newest one, 0 = not known yet
        self.is_whole = False  # False: what follows cannot be decoded after what is kept here

    def keep(self, unit: Unit, *, only_key: bool) -> None:
        """Keep it; beyond the share, or with `only_key`, only the key frame stays."""
        if unit.is_key:
            if self.units:
                self.key_every_s = (unit.arrived_ns - self.units[0].arrived_ns) / 1e9
                self.ring.offer(self.units, unit.arrived_ns)
            self.units, self.size, self.is_whole = [unit], len(unit.data), True
        elif only_key or self.size + len(unit.data) > self._budget.share:
            self.units, self.is_whole = self.units[:1], False
            self.size = sum(len(kept.data) for kept in self.units)
        elif self.is_whole:
            self.units.append(unit)
            self.size += len(unit.data)

    def since(self, from_ns: int) -> list[Unit]:
        """Everything in memory from the last key frame at or before this moment on."""
        if self.units and self.units[0].arrived_ns <= from_ns:
            return list(self.units)
        return [*self.ring.since(from_ns), *self.units]
