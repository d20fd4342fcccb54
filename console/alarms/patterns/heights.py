"""What is graver while a fire is active near it: a blocked fire lane, for one. Desk thread.

A fire counts while its source says so, and after that as long as somebody has called it real; not while its detector
is on test, and not once somebody has called it false. Where a place is not known, it is near.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from console.alarms.alarm import Alarm
from console.alarms.board import Board
from console.alarms.facts import Fact, Heightened, Lowered
from console.alarms.marks import Aside, Outcome, mark
from console.areas import Find, is_about, is_made, key_of, matches
from console.config.patterns import RaiseConfig
from console.model import AlarmClass, PointId

NOT_RELIED_ON = frozenset({Aside.ON_TEST, Aside.OUT_OF_SERVICE})
NO_FIRE = frozenset({Outcome.FALSE, Outcome.TEST})


class Heights:
    """Which open alarms are a cause, and which are made graver, by each rule."""

    def __init__(self, rules: Iterable[RaiseConfig], board: Board, find: Find) -> None:
        self._rules = tuple(rules)
        self._board = board
        self._find = find
        self._causes: dict[str, dict[PointId, None]] = {rule.name: {} for rule in self._rules}
        self._graver: dict[PointId, None] = {}  # may be made graver, or is

    def see(self, alarm: Alarm) -> list[PointId]:
        """The alarm is new, or has changed; returns the points whose alarms have to be judged again."""
        again: list[PointId] = []
        if alarm.heightened is not None or any(_may_be(rule, alarm) for rule in self._rules):
            mark(self._graver, alarm.point, not alarm.is_closed)
            again.append(alarm.point)
        for rule in self._rules:
            burns = _is_cause(rule, alarm) and _burns(alarm)
            if mark(self._causes[rule.name], alarm.point, burns):
                again += [point for point in self._graver if self._matters(rule, point, alarm, burns)]
        return again

    def judged(self, alarm: Alarm) -> tuple[Fact, ...]:
        """What the rules say of it now."""
        if alarm.is_active and self._is_held(alarm):
            return ()
        wanted = next(self._holding(alarm), None) if alarm.is_active else None
        if wanted is not None:
            return (Heightened(wanted[0].name, wanted[1].id),)
        return (Lowered(),) if alarm.heightened is not None else ()

    # ---- inside ----

    def _matters(self, rule: RaiseConfig, point: PointId, fire: Alarm, burns: bool) -> bool:
        """Whether a fire that begins or ends says something new of the alarm there: of many fires few do."""
        alarm = self._board.of(point)
        if alarm is None or point == fire.point:
            return False
        held = alarm.heightened
        if held is not None:
            return not burns and held.cause == fire.id
        return burns and _may_be(rule, alarm) and self._is_near(rule, point, fire.point)

    def _is_held(self, alarm: Alarm) -> bool:
        """Whether what made it graver still does."""
        held = alarm.heightened
        cause = self._board.get(held.cause) if held is not None else None
        rule = next((rule for rule in self._rules if held is not None and rule.name == held.rule), None)
        if cause is None or rule is None or not _may_be(rule, alarm):
            return False
        return cause.point in self._causes[rule.name] and self._is_near(rule, alarm.point, cause.point)

    def _holding(self, alarm: Alarm) -> Iterator[tuple[RaiseConfig, Alarm]]:
        for rule in self._rules:
            if _may_be(rule, alarm):
                for point in self._causes[rule.name]:
                    cause = self._board.of(point)
                    if cause is not None and point != alarm.point and self._is_near(rule, alarm.point, point):
                        yield rule, cause

    def _is_near(self, rule: RaiseConfig, here: PointId, there: PointId) -> bool:
        one, other = self._find(here), self._find(there)
        if one is None or other is None:
            return True
        if key_of(rule.area, here, one) != key_of(rule.area, there, other):
            return False
        if not rule.within_m or one.at is None or other.at is None:
            return True
        return math.dist(one.at, other.at) <= rule.within_m


def _may_be(rule: RaiseConfig, alarm: Alarm) -> bool:
    return alarm.alarm_class is not AlarmClass.FIRE and is_about(rule, alarm.point, alarm.kind)


def _is_cause(rule: RaiseConfig, alarm: Alarm) -> bool:
    is_meant = alarm.alarm_class in rule.while_classes and matches(rule.while_kinds, alarm.kind)
    return is_meant and not is_made(alarm.point)


def _burns(alarm: Alarm) -> bool:
    if alarm.is_closed or alarm.aside in NOT_RELIED_ON or alarm.verify.outcome in NO_FIRE:
        return False
    return alarm.is_active or alarm.verify.outcome is Outcome.REAL
