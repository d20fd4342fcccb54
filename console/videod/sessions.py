"""Who may be connected where recorders and hubs allow few sessions. Pure; times are monotonic ns.

What is shown goes before what is recorded, that before large pictures, those before what is only kept hot; whoever has
a session keeps it against its equals, and a session that became free is given to a hot camera after a while only:
nobody's connection comes and goes because somebody pages through a wall.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

REST_NS = 10_000_000_000  # how long a session that became free is held for what will be shown next

K = TypeVar("K", bound=Hashable)


class Need(IntEnum):
    """Why a stream wants a session, the strongest first."""

    SHOWN = 0
    RECORDED = 1
    LARGE = 2  # the main stream of a camera whose sub-stream fills the tile too
    HOT = 3


@dataclass(frozen=True, slots=True)
class Want(Generic[K]):
    """One stream that wants to be connected; a smaller `near_m` matters more."""

    key: K
    host: str
    need: Need
    near_m: float


class Sessions(Generic[K]):
    """Hands out each host's sessions; 0 = no cap."""

    def __init__(self) -> None:
        self._default = 0
        self._caps: dict[str, int] = {}
        self._held: dict[str, set[K]] = defaultdict(set)
        self._freed_ns: dict[str, list[int]] = defaultdict(list)  # when sessions became free, the newest last

    def cap(self, host: str, sessions: int) -> None:
        """So many from now on; host "" stands for every host that has no cap of its own."""
        if host:
            self._caps[host.lower()] = sessions
        else:
            self._default = sessions

    @property
    def is_capped(self) -> bool:
        return self._default > 0 or any(self._caps.values())

    def cap_of(self, host: str) -> int:
        return self._caps.get(host.lower(), self._default)

    def share_out(self, wants: Iterable[Want[K]], now_ns: int) -> frozenset[K]:
        """Which of them may be connected now."""
        by_host: dict[str, list[Want[K]]] = defaultdict(list)
        for want in wants:
            by_host[want.host.lower()].append(want)
        granted: set[K] = set()
        for host in by_host.keys() | self._held.keys():
            granted |= self._at(host, by_host.get(host, []), now_ns)
        return frozenset(granted)

    def _at(self, host: str, wants: list[Want[K]], now_ns: int) -> set[K]:
        cap, held = self.cap_of(host), self._held[host]
        if cap <= 0:
            return {want.key for want in wants}
        ranked = sorted(wants, key=lambda want: (want.need, want.key not in held, want.near_m))
        resting = self._resting(host, held - {want.key for want in wants}, now_ns)
        granted: set[K] = set()
        for want in ranked:
            is_new = want.need is Need.HOT and want.key not in held
            if len(granted) + (resting if is_new else 0) < cap:
                granted.add(want.key)
        self._held[host] = granted
        return granted

    def _resting(self, host: str, gone: set[K], now_ns: int) -> int:
        """Sessions of this host that became free a short while ago."""
        freed = [at for at in self._freed_ns[host] if now_ns - at < REST_NS] + [now_ns] * len(gone)
        self._freed_ns[host] = freed
        return len(freed)
