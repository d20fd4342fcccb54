"""When which camera is dialled: shown ones first, no host overrun, dead cameras redialled slowly. Loop thread."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

RESERVED = 4  # this part of a host's dials is kept free for shown cameras: dead ones do not hold up an alarm's


@dataclass(slots=True, eq=False)
class Turn:
    """One camera's wait for its turn; `is_urgent` may be set while it waits (call `Dialer.look_again` then)."""

    host: str
    is_first: bool
    is_urgent: bool
    granted: asyncio.Future[None] = field(repr=False)


class _Pace:
    """At most so many in any second: evenly, but what is urgent goes at once while the second has room."""

    def __init__(self, per_s: int) -> None:
        self._gap = 1 / per_s
        self._next = 0.0
        self._granted: deque[float] = deque(maxlen=per_s)  # when the newest turns were granted

    def wait(self, now: float, *, is_urgent: bool) -> float:
        """Seconds until the next turn may be granted, 0 = now."""
        is_full = len(self._granted) == self._granted.maxlen
        room = self._granted[0] + 1 - now if is_full else 0.0
        return max(0.0, room, 0.0 if is_urgent else self._next - now)

    def take(self, now: float) -> None:
        self._next = max(now, self._next) + self._gap
        self._granted.append(now)


class Dialer:
    """Hands out turns. A turn lasts until the camera plays or has refused."""

    def __init__(self, dial_per_s: int, redial_per_s: int, max_per_host: int) -> None:
        self._first = _Pace(dial_per_s)
        self._again = _Pace(redial_per_s)
        self._max_per_host = max_per_host
        self._share = max(1, max_per_host - -(-max_per_host // RESERVED))  # of those that nobody looks at
        self._waiting: list[Turn] = []
        self._under_way: Counter[str] = Counter()
        self._timer: asyncio.TimerHandle | None = None

    def ask(self, host: str, *, is_first: bool, is_urgent: bool) -> Turn:
        turn = Turn(host, is_first, is_urgent, asyncio.get_running_loop().create_future())
        self._waiting.append(turn)
        return turn

    @asynccontextmanager
    async def dialling(self, turn: Turn) -> AsyncIterator[None]:
        """Wait for the turn, and give it back at the end of the block."""
        self.look_again()
        try:
            await turn.granted
            yield
        finally:
            if turn in self._waiting:
                self._waiting.remove(turn)
            else:
                self._under_way[turn.host] -= 1
            self.look_again()

    def look_again(self) -> None:
        """Grant every turn that may go now, the urgent ones first, and come back when the next may."""
        now = asyncio.get_running_loop().time()
        waits = [wait for turn in sorted(self._waiting, key=_rank) if (wait := self._try(turn, now)) > 0]
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(min(waits), self.look_again) if waits else None

    def _try(self, turn: Turn, now: float) -> float:
        """Grant it and return 0; else how long until its pace allows it (0 too when its host is busy)."""
        if self._under_way[turn.host] >= (self._max_per_host if turn.is_urgent else self._share):
            return 0.0
        pace = self._first if turn.is_first else self._again
        if (wait := pace.wait(now, is_urgent=turn.is_urgent)) > 0:
            return wait
        pace.take(now)
        self._waiting.remove(turn)
        self._under_way[turn.host] += 1
        if not turn.granted.done():
            turn.granted.set_result(None)
        return 0.0


def _rank(turn: Turn) -> tuple[bool, bool]:
    return not turn.is_urgent, not turn.is_first


def back_off_s(failures: int, jitter: float) -> float:
    """Seconds until the next attempt after so many failures in a row: 1 → 15, then 60; `jitter` is 0…1."""
    ladder = (1.0, 2.0, 4.0, 8.0, 15.0)
    longest = ladder[failures - 1] if failures <= len(ladder) else 60.0
    return longest * (0.5 + 0.5 * jitter)
