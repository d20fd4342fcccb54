"""Who is who: the names a device's messages carry and the id behind them, from the site's points and discoveries.

Feed's thread. A friendly name is a label; the id (IEEE, EUI, IMEI, serial) stays when the name changes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from console.model import Point
from console.parse.register import Register
from console.parse.strangers import Strangers

LONGEST_ID = 2_048  # characters of a device's name or id; a fire with an odd name is a fire all the same
MOST_NAMES = 20_000  # of devices that are none of the site's: names are easily invented
MOST_OF_ONE = 50  # names of one device of the site that are never forgotten: any number may be said to be its
MOST_CHOSEN = 10_000  # ids that were said to be those of devices the site named itself

Key = tuple[str, str]  # source, name or device
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def split(point: str) -> tuple[str, str, str]:
    """Source, device and kind of a point id."""
    source, _, rest = point.partition("/")
    device, _, kind = rest.rpartition("#")
    return source, device, kind


class Directory:
    """Names to ids, per source. `moves` holds devices that were heard under their name before their id was known;
    `strangers` what is known of devices that are none of the site's.
    """

    def __init__(self, points: Iterable[Point] = ()) -> None:
        self.forgotten: Counter[str] = Counter()  # by source: strangers that went for newer ones, from whatever table
        self._kinds: defaultdict[Key, set[str]] = defaultdict(set)  # the site's devices and their kinds
        self._fronts: set[Key] = set()  # (source, "a/"), (source, "a/b/") of a device a/b/c of the site
        self._ids: Register[Key, str] = Register(MOST_NAMES, self.is_name_of_ours, self._forgot_name)
        self._names: Counter[Key] = Counter()  # (source, device) → how many names it has
        # (source, discovered id) → what the site calls the device: any number of ids may be said to be that of one
        self._chosen: Register[Key, str] = Register(
            MOST_CHOSEN, lambda _key: False, lambda key, _device: self.forgot(key[0])
        )
        self.moves: list[tuple[str, str, str]] = []
        self.strangers = Strangers(self._kinds, self.forgot)
        self.take_site(points)
        self.moves.clear()  # nothing has been heard yet

    def take_site(self, points: Iterable[Point]) -> None:
        """These are the site's points from now on; what was discovered stays, and so do older names.

        A device that was heard under a name which is now an alias moves to its id.
        """
        self._kinds.clear()
        self._fronts.clear()
        self.strangers.renew()
        for point in points:
            source, device, kind = split(point.id)
            self._kinds[source, device].add(kind)
            levels = device.split("/")
            self._fronts.update((source, f"{'/'.join(levels[:n])}/") for n in range(1, len(levels)))
            if not point.alias:
                continue
            if (source, point.alias) not in self._ids and point.alias != device:
                self.moves.append((source, point.alias, device))
            self._name((source, point.alias), device)

    def device(self, source: str, name: str) -> str:
        """The id behind a name; the name itself when nothing better is known."""
        return self._ids.get((source, name), name)

    def kinds(self, source: str, device: str) -> frozenset[str]:
        """Kinds the site says this device has."""
        return frozenset(self._kinds.get((source, device), ()))

    def is_ours(self, source: str, device: str) -> bool:
        """Whether the site has this device."""
        return (source, device) in self._kinds

    def is_before_ours(self, source: str, device: str) -> bool:
        """Whether the site has it, or a device behind it: one whose name begins with this one's and a slash."""
        return (source, device) in self._kinds or (source, f"{device}/") in self._fronts

    def register(self, most: int, device_of: Callable[[K], Key]) -> Register[K, V]:
        """A table that never forgets a device of the site, and counts for its source what it does forget."""
        return Register(
            most, lambda key: device_of(key) in self._kinds, lambda key, _value: self.forgot(device_of(key)[0])
        )

    def forgot(self, source: str) -> None:
        """One stranger of this source went for a newer one."""
        self.forgotten[source] += 1

    def know(self, source: str, name: str, device: str) -> None:
        """A discovery says that messages under `name` come from `device`; an older name stays known.

        A site that named the device itself keeps its name for it: its points carry that name.
        """
        if max(len(name), len(device)) > LONGEST_ID:  # nothing is read of such a one
            return
        device = self._chosen.get((source, device), device)
        before = self._ids.get((source, name))
        if (source, before or name) in self._kinds and (source, device) not in self._kinds:
            self._chosen.keep((source, device), before or name)
            device = before or name
        self._name((source, name), device)
        if before is None and name != device and (len(self.moves) < MOST_NAMES or self.is_name_of_ours((source, name))):
            self.moves.append((source, name, device))

    def is_name_of_ours(self, key: Key) -> bool:
        """Whether a name, as (source, name), is one of the first of a device of the site."""
        device = key[0], self._ids.get(key, "")
        return key in self._kinds or (device in self._kinds and self._names[device] <= MOST_OF_ONE)

    def _name(self, key: Key, device: str) -> None:
        before = self._ids.get(key)
        if before != device:
            self._unname(key, before)
            self._names[key[0], device] += 1
        self._ids.keep(key, device)

    def _unname(self, key: Key, device: str | None) -> None:
        if device is not None:
            self._names[key[0], device] -= 1
            if not self._names[key[0], device]:
                del self._names[key[0], device]

    def _forgot_name(self, key: Key, device: str) -> None:
        self._unname(key, device)
        self.forgot(key[0])

    def take_moves(self) -> list[tuple[str, str, str]]:
        """(source, name, id) of the names that got an id since the last call."""
        moves, self.moves = self.moves, []
        return moves
