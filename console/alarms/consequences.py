"""What one alarm means for others: second detector of a pair, fire beside it, cause that explains it. Desk thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from console.alarms.alarm import Alarm
from console.alarms.board import Board
from console.alarms.facts import Fact, Promoted, Raised, Suppressed, Unacknowledged, Unsuppressed
from console.alarms.marks import Reopening
from console.alarms.pairs import Pairs
from console.alarms.patterns import Heights
from console.alarms.room import Room
from console.alarms.service import Service
from console.alarms.suppressing import Suppressing, explanations
from console.clock import Clock
from console.model import AlarmClass, PointId

AT_ONCE = 100  # what comes and goes with one cause, between two looks at the inbox


class Consequences:
    """`write` applies facts to the alarm of a point."""

    def __init__(
        self, clock: Clock, board: Board, service: Service, room: Room,
        write: Callable[[PointId, Sequence[Fact]], object],
    ) -> None:  # fmt: skip
        self._clock = clock
        self._board = board
        self._rules = room.rules
        self._write = write
        self._pairs = Pairs(board, service, room.find)
        self._heights = Heights(room.raises, board, room.find)
        self._suppressing = Suppressing(explanations(room), board, self._pairs)
        self._waiting: dict[PointId, None] = {}

    def has_pair(self, alarm: Alarm) -> bool:
        """Whether another detector of its zone is active, too."""
        return self._pairs.has_pair(alarm)

    def see(self, alarm: Alarm) -> None:
        """The alarm is new, or has changed, or is gone; what that means for others waits for `judge`."""
        self._pairs.see(alarm)
        self._waiting.update(dict.fromkeys((*self._heights.see(alarm), *self._suppressing.see(alarm))))

    def at_once(self, alarm: Alarm) -> tuple[Fact, ...]:
        """What it means for itself that it is raised now, before anybody is told of it."""
        if second := self._pairs.second(alarm):
            return (Promoted(second, self.verify_until(AlarmClass.FIRE)),)
        if graver := self._heights.judged(alarm):
            return graver
        wanted = self._suppressing.wanted(alarm) if alarm.aside is None else None
        return (Suppressed(wanted[0].name, wanted[1].id),) if wanted is not None else ()

    def follow(self, alarm: Alarm, facts: Sequence[Fact]) -> None:
        """What these facts mean for others."""
        if any(isinstance(fact, Raised | Unacknowledged) for fact in facts):
            for other in self._pairs.waiting(alarm):
                self._write(other.point, (Promoted(alarm.id, self.verify_until(AlarmClass.FIRE)),))
        self.judge()

    def judge(self) -> None:
        """Alarms whose cause came or went are put aside, or back."""
        points = list(self._waiting)
        self._waiting = dict.fromkeys(points[AT_ONCE:])
        for point in points[:AT_ONCE]:
            alarm = self._board.of(point)
            if alarm is not None:
                self._write(point, self._judged(alarm))
        if self._waiting:
            self._clock.after(0, self.judge)

    def again(self, alarm: Alarm, reason: Reopening) -> Unacknowledged:
        """It has to be seen again, and where its class asks for it, looked into."""
        return Unacknowledged(reason, self.verify_until(alarm.alarm_class))

    def verify_until(self, kind: AlarmClass) -> int:
        """When a check on site that begins now is due, 0: none is asked for."""
        verify_ms = self._rules[kind].verify_ms
        return self._clock.now_ms() + verify_ms if verify_ms else 0

    def _judged(self, alarm: Alarm) -> tuple[Fact, ...]:
        if graver := self._heights.judged(alarm):
            return graver
        wanted = self._suppressing.wanted(alarm)
        if wanted is not None and alarm.aside is None:
            return (Suppressed(wanted[0].name, wanted[1].id),)
        if wanted is None and alarm.suppressed is not None:
            return Unsuppressed(), self.again(alarm, Reopening.UNSUPPRESSED)
        return ()
