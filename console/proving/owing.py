"""Detectors that failed their test or are overdue are one trouble of the room. Desk thread."""

from __future__ import annotations

from collections.abc import Callable

from console.clock import Clock
from console.model import AlarmClass, Condition, ConditionChanged, PointId

POINT = PointId("room/proofs#proof_missing")
KIND = "proof_missing"
DAY_MS = 86_400_000


class Owing:
    """`condition` takes it as a change of a point of our own. More of them ask anew for attention, once a day at most.

    Every console of the room tells the same: the first one is heard.
    """

    def __init__(self, clock: Clock, condition: Callable[[ConditionChanged], None]) -> None:
        self._clock = clock
        self._condition = condition
        self._told: int | None = None  # how many; None before the first look
        self._told_ms = 0

    def tell(self, owed: int) -> None:
        """So many detectors owe a proof now."""
        if owed == 0:
            if self._told != 0:
                self._say(0, Condition.NORMAL, KIND)
        elif not self._told:
            self._say(owed, Condition.ACTIVE, KIND)
        elif owed > self._told and self._clock.now_ms() - self._told_ms >= DAY_MS:
            self._say(owed, Condition.ACTIVE, "limit_worse")

    def _say(self, owed: int, condition: Condition, cause: str) -> None:
        now = self._told_ms = self._clock.now_ms()
        self._told = owed
        self._condition(
            ConditionChanged(
                point=POINT, alarm_class=AlarmClass.TROUBLE, kind=KIND, condition=condition, cause=cause,
                source_ms=now, received_ms=now, value=float(owed),
            )
        )  # fmt: skip
