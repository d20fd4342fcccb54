"""Where every open alarm is kept as it is now, with what follows it: order, counts, clocks, flood. Desk thread.

What the journal does not say of an alarm is set here: whether its point is relied on, whether it is stale, chatters.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from console.alarms.alarm import Alarm
from console.alarms.board import Board, Counts
from console.alarms.chatter import REMEMBERED_MS, Chatter
from console.alarms.clocks import Clocks
from console.alarms.due import due_ms, is_stale
from console.alarms.flood import Flooding, Floor
from console.alarms.marks import Acknowledgement, Aside
from console.alarms.room import Room
from console.alarms.service import Service
from console.alarms.steps import Steps, shifted
from console.clock import Clock
from console.model import AlarmId, By, Condition, Domain, PointId


class Registry:
    """`seen` follows every change, also of an alarm that is gone; `due` is told of a point with something due."""

    def __init__(
        self, clock: Clock, domain: Domain, room: Room, board: Board, service: Service,
        seen: Callable[[Alarm], None], due: Callable[[PointId], None],
    ) -> None:  # fmt: skip
        self._clock = clock
        self._domain = domain
        self._room = room
        self._board = board
        self._service = service
        self._seen = seen
        self.flooding = Flooding(clock, room.flood_changed)
        self.chatter = Chatter()
        self._clocks = Clocks(clock, due)
        self._soon = Clocks(clock, self._shelf_ends_soon)
        self._calm = Clocks(clock, self._calmed)
        self._steps = Steps(clock)
        self._minded: set[AlarmId] = set()  # alarms with an incident that somebody owned when last looked at

    def counts(self) -> Counts:
        """What the header counts; costs nothing."""
        duties = tuple(self._service)
        out = sum(duty.out_of_service is not None for duty in duties)
        on_test = sum(duty.on_test is not None for duty in duties)
        return self._board.counts(out, on_test, self.flooding.now)

    def put(self, alarm: Alarm) -> Alarm:
        """Keep it as it is now; a closed one leaves."""
        alarm = self.stamped(alarm)
        self._board.put(alarm)
        self._note(alarm)
        return alarm

    def forget(self, point: PointId) -> None:
        """What we thought of this point never happened."""
        alarm = self._board.of(point)
        if alarm is not None:
            self._board.drop(point)
            seen = alarm.acknowledged or Acknowledgement(By(), 0)
            self._note(
                replace(
                    alarm, condition=Condition.NORMAL, lost=False, latched=False, shelved=None, acknowledged=seen
                )
            )  # fmt: skip

    def stamped(self, alarm: Alarm) -> Alarm:
        """With what stands in no entry of it."""
        duty, now = self._service.of(alarm.point), self._clock.now_ms()
        return replace(
            alarm, out_of_service=duty.out_of_service if duty is not None else None,
            on_test=duty.on_test if duty is not None else None, is_stale=is_stale(alarm, now),
            is_chattering=self.chatter.is_chattering(alarm.point, now),
        )  # fmt: skip

    def look_at_time(self) -> None:
        """A wall clock that was set makes no clock of an alarm run longer or shorter."""
        step_ms = self._steps.taken_ms()
        if step_ms:
            self._clocks.shift(step_ms)
            self._soon.shift(step_ms)
            self._calm.shift(step_ms)
            for alarm in self._board:
                self.put(shifted(alarm, step_ms))

    def incident_changed(self, alarm: Alarm) -> None:
        """While somebody owns its incident an acknowledgement does not wear off; from then on it is fresh again."""
        was, is_minded = alarm.id in self._minded, self._room.is_minded(alarm.id)
        self.put(replace(alarm, minded_ms=self._clock.now_ms()) if was and not is_minded else alarm)

    # ---- inside ----

    def _note(self, alarm: Alarm) -> None:
        self._seen(alarm)
        is_open = self._board.of(alarm.point) is not None
        floor = self._floor(alarm)
        if is_open and alarm.aside is None:
            self.flooding.stands(alarm, floor)
        else:
            self.flooding.gone(alarm, floor)
        self._set_clocks(alarm, is_open)

    def _set_clocks(self, alarm: Alarm, is_open: bool) -> None:
        rule = self._room.rules[alarm.alarm_class]
        is_minded = bool(rule.decay_ms) and is_open and alarm.acknowledged is not None
        is_minded = is_minded and self._room.is_minded(alarm.id)
        if is_minded:
            self._minded.add(alarm.id)
        else:
            self._minded.discard(alarm.id)
        self._clocks.set(alarm.point, due_ms(alarm, rule, is_minded) if is_open else None)
        self._soon.warn(alarm.point, alarm.shelved.until_ms if is_open and alarm.shelved is not None else None)
        calm_ms = alarm.last.raised_ms + REMEMBERED_MS if is_open and alarm.is_chattering else None
        self._calm.set(alarm.point, calm_ms)

    def _floor(self, alarm: Alarm) -> Floor:
        point = self._room.find(alarm.point)
        return (point.building, point.floor) if point is not None else (None, None)

    def _shelf_ends_soon(self, point: PointId) -> None:
        alarm = self._board.of(point)
        if alarm is not None and alarm.shelved is not None:
            self._room.ends_soon(self._domain, Aside.SHELVED, alarm.id, alarm.shelved.until_ms)

    def _calmed(self, point: PointId) -> None:
        """It has not come for a while."""
        alarm = self._board.of(point)
        if alarm is not None:
            self._room.stirred(self.put(alarm))
