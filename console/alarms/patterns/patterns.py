"""The rules that speak for several alarms at once, with points of their own: counts and joins. Desk thread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from console.alarms.alarm import Alarm
from console.alarms.board import Board
from console.alarms.facts import Fact, Raised, alarm_of, from_entry
from console.alarms.patterns.counts import Counts, Tell
from console.alarms.patterns.joins import JOINED, Joins
from console.alarms.room import Room
from console.areas import is_made
from console.clock import Clock
from console.journal import Entry
from console.model import Condition, ConditionChanged, Domain


class Patterns:
    """`tell` takes what a rule says of its point, as it would of a device."""

    def __init__(self, clock: Clock, domain: Domain, room: Room, board: Board, tell: Tell) -> None:
        self._clock = clock
        self._board = board
        self._tell = tell
        self._counts = Counts(clock, domain, room.counts, board, room.find, tell)
        self._joins = Joins(clock, domain, room.joins, board, room.find, tell)

    @property
    def look_back_ms(self) -> int:
        """How long ago raises still matter."""
        return self._counts.longest_ms

    def load(self, raised: Iterable[Entry]) -> None:
        """Raises of before the start; what they mean is judged by `settle`."""
        for entry in raised:
            fact = from_entry(entry)
            if isinstance(fact, Raised):
                self._counts.raised(alarm_of(entry), fact, is_past=True)

    def see(self, alarm: Alarm) -> None:
        """The alarm is new, or has changed, or is gone; what that means waits for `judge`."""
        self._joins.see(alarm)

    def follow(self, alarm: Alarm, facts: Sequence[Fact]) -> None:
        """These facts have been applied: say what they mean together with others."""
        for fact in facts:
            if isinstance(fact, Raised):
                self._counts.raised(alarm.id, fact)
        self.judge()

    def judge(self) -> None:
        self._joins.judge()

    def settle(self) -> None:
        """Everything is loaded: what a rule said before we were stopped, and would not say now, is over."""
        self._counts.settle()
        self._joins.judge()
        now = self._clock.now_ms()
        for alarm in self._board:
            point = alarm.point
            if is_made(point) and alarm.is_active and not (self._counts.knows(point) or self._joins.knows(point)):
                self._tell(
                    ConditionChanged(point, alarm.alarm_class, alarm.kind, Condition.NORMAL, JOINED, now, now)
                )  # fmt: skip
