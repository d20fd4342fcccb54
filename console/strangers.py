"""Names that are none of the site's, the last heard remembered: they are easily invented at a broker. Pure."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from console.model import PointId

MOST_STRANGERS = 4_096

K = TypeVar("K", bound=Hashable)


class Crowd(Generic[K]):
    """The last `most` that were met. `is_wanted`: this one is not to be forgotten, however long ago it was heard."""

    def __init__(self, most: int, is_wanted: Callable[[K], bool] = lambda _key: False) -> None:
        self.is_wanted = is_wanted
        self._most = most
        # ordered: the first of a plain dict is sought among all that left before it
        self._known: OrderedDict[K, None] = OrderedDict()

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, stranger: object) -> bool:
        return stranger in self._known

    def meet(self, stranger: K) -> Iterator[K]:
        """It was heard; who is to be forgotten for it. Whoever invents names pushes out what he invented before."""
        self._known[stranger] = None
        self._known.move_to_end(stranger)
        for _ in range(min(2, len(self._known) - self._most)):  # more may leave than come, at no time many
            oldest, _nothing = self._known.popitem(last=False)
            if self.is_wanted(oldest):
                self._known[oldest] = None
            else:
                yield oldest

    def leave(self, stranger: K) -> None:
        """It is forgotten already, or is no stranger any more."""
        self._known.pop(stranger, None)

    def forget_oldest(self) -> K | None:
        """Who was not met for longest is forgotten; None where nobody is known who is not wanted."""
        for _ in range(len(self._known)):
            oldest, _nothing = self._known.popitem(last=False)
            if not self.is_wanted(oldest):
                return oldest
            self._known[oldest] = None
        return None

    def begin_again(self, strangers: Iterable[K]) -> None:
        """Another site: these are none of it."""
        self._known = OrderedDict.fromkeys(strangers)


class Strangers(Crowd[PointId]):
    """Points."""

    def __init__(self) -> None:
        super().__init__(MOST_STRANGERS)
