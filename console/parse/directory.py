"""Who is who: the names a device's messages carry and the id behind them, from the site's points and discoveries.

Feed's thread. A friendly name is a label; the id (IEEE, EUI, IMEI, serial) stays when the name changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from console.model import Point

MOST_NAMES = 100_000  # names kept; a source that invents names for ever must not fill the memory


def split(point: str) -> tuple[str, str, str]:
    """Source, device and kind of a point id."""
    source, _, rest = point.partition("/")
    device, _, kind = rest.rpartition("#")
    return source, device, kind


class Directory:
    """Names to ids, per source. `moves` holds devices that were heard under their name before their id was known."""

    def __init__(self, points: Iterable[Point] = ()) -> None:
        self._ids: dict[tuple[str, str], str] = {}
        self._chosen: dict[tuple[str, str], str] = {}  # (source, discovered id) → what the site calls the device
        self._kinds: defaultdict[tuple[str, str], set[str]] = defaultdict(set)  # the site's devices and their kinds
        self.moves: list[tuple[str, str, str]] = []
        self.take_site(points)
        self.moves.clear()  # nothing has been heard yet

    def take_site(self, points: Iterable[Point]) -> None:
        """These are the site's points from now on; what was discovered stays, and so do older names.

        A device that was heard under a name which is now an alias moves to its id.
        """
        self._kinds.clear()
        for point in points:
            source, device, kind = split(point.id)
            self._kinds[source, device].add(kind)
            if not point.alias:
                continue
            if (source, point.alias) not in self._ids and point.alias != device:
                self.moves.append((source, point.alias, device))
            self._ids[source, point.alias] = device

    def device(self, source: str, name: str) -> str:
        """The id behind a name; the name itself when nothing better is known."""
        return self._ids.get((source, name), name)

    def kinds(self, source: str, device: str) -> frozenset[str]:
        """Kinds the site says this device has."""
        return frozenset(self._kinds.get((source, device), ()))

    def know(self, source: str, name: str, device: str) -> None:
        """A discovery says that messages under `name` come from `device`; an older name stays known.

        A site that named the device itself keeps its name for it: its points carry that name.
        """
        device = self._chosen.get((source, device), device)
        before = self._ids.get((source, name))
        if before is None and len(self._ids) >= MOST_NAMES:
            return
        if (source, before or name) in self._kinds and (source, device) not in self._kinds:
            self._chosen[source, device] = device = before or name
        self._ids[source, name] = device
        if before is None and name != device:
            self.moves.append((source, name, device))

    def take_moves(self) -> list[tuple[str, str, str]]:
        """(source, name, id) of the names that got an id since the last call."""
        moves, self.moves = self.moves, []
        return moves
