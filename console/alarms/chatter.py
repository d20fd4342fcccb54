"""Which points came three times within a minute, over all their episodes. Desk thread, in memory."""

from __future__ import annotations

from collections import deque

from console.model import PointId

TIMES, WITHIN_MS = 3, 60_000
REMEMBERED_MS = 600_000  # it still counts as chattering so long after it came last


class Chatter:
    """The last raises of each point."""

    def __init__(self) -> None:
        self._raises: dict[PointId, deque[int]] = {}

    def raised(self, point: PointId, at_ms: int) -> None:
        self._raises.setdefault(point, deque(maxlen=TIMES)).append(at_ms)

    def is_chattering(self, point: PointId, now_ms: int) -> bool:
        raises = self._raises.get(point)
        if raises is None or len(raises) < TIMES:
            return False
        return raises[-1] - raises[0] <= WITHIN_MS and now_ms - raises[-1] < REMEMBERED_MS
