"""A table by names that anybody may invent: those of the site stay, of the others the last heard are remembered.

Feed's thread; another thread may copy it, as it may any plain table.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from console.strangers import Crowd

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Register(dict[K, V], Generic[K, V]):
    """Put in with `keep`, taken out with `drop`. `most` strangers stay; `is_ours`: this key is the site's.

    `forgot` is called with each entry that had to go for a newer stranger.
    """

    __slots__ = ("_crowd", "_forgot", "_is_ours", "_settled")

    def __init__(
        self, most: int, is_ours: Callable[[K], bool], forgot: Callable[[K, V], object] = lambda _key, _value: None
    ) -> None:
        super().__init__()
        self._is_ours = is_ours
        self._forgot = forgot
        self._settled: set[K] = set()  # the site's: asked once, for this is done for every reading
        self._crowd = Crowd(most, self._is_wanted)

    def is_stranger(self, key: K) -> bool:
        """Whether it may be forgotten for a newer one."""
        return key in self._crowd

    def keep(self, key: K, value: V) -> None:
        """Known from now on, and just heard."""
        self[key] = value
        if key in self._settled:
            return
        if self._is_ours(key):
            self._settled.add(key)
            self._crowd.leave(key)
            return
        for gone in self._crowd.meet(key):
            self._forget(gone)

    def drop(self, key: K) -> V | None:
        """Not known any more; returns what was."""
        self._settled.discard(key)
        self._crowd.leave(key)
        return self.pop(key, None)

    def forget_oldest(self) -> bool:
        """Whoever of the strangers was not heard for longest goes; False when there is none."""
        gone = self._crowd.forget_oldest()
        if gone is None:
            return False
        self._forget(gone)
        return True

    def _is_wanted(self, key: K) -> bool:
        return key in self and self._is_ours(key)

    def _forget(self, key: K) -> None:
        if key in self:
            self._forgot(key, self.pop(key))
