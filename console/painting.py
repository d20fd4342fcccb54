"""How many pictures reached the screen and how many were overtaken on the way: counted by the windows. Desk thread."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """`painted` pictures were on a screen; `dropped` ones were decoded for a tile and overtaken by a newer one."""

    painted: int = 0
    dropped: int = 0

    def __sub__(self, before: Counts) -> Counts:
        return Counts(self.painted - before.painted, self.dropped - before.dropped)


class Painting:
    """Of all windows together, since the console was started."""

    def __init__(self) -> None:
        self._painted = self._dropped = 0

    def painted(self) -> None:
        """One picture that had not been painted before."""
        self._painted += 1

    def dropped(self, pictures: int) -> None:
        self._dropped += pictures

    def counts(self) -> Counts:
        return Counts(self._painted, self._dropped)
