"""Suppressed by design: rules of the site, each with a cause that everybody sees. Desk thread.

A rule never takes away a fire, a pre-alarm whose pair is active, a red warning, a verification that expired, or what
says that the room itself is blind or deaf.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Protocol

from console.alarms.acts import is_vital
from console.alarms.alarm import Alarm
from console.alarms.board import Board
from console.alarms.classes import RULES
from console.alarms.marks import mark
from console.alarms.pairs import Pairs
from console.alarms.room import Room
from console.areas import Find, is_about, key_of, made_by
from console.config.patterns import JoinConfig
from console.config.schema import ConsequenceConfig
from console.model import AlarmClass, PointId
from console.model.ids import of_site


class Explanation(Protocol):
    """One rule: which alarms explain, and which need not be told while one of those stands."""

    @property
    def name(self) -> str: ...

    def is_cause(self, point: PointId) -> bool: ...

    def is_consequence(self, alarm: Alarm) -> bool: ...

    def explains(self, cause: PointId, alarm: Alarm) -> bool:
        """Whether this cause is the one of that consequence."""
        ...


@dataclass(frozen=True, slots=True)
class _Consequence:
    """A rule in patterns: any cause explains every consequence."""

    rule: ConsequenceConfig

    @property
    def name(self) -> str:
        return self.rule.name

    def is_cause(self, point: PointId) -> bool:
        return fnmatchcase(of_site(point), self.rule.cause)

    def is_consequence(self, alarm: Alarm) -> bool:
        return _matches(self.rule.kinds, alarm.kind) and _matches(self.rule.points, of_site(alarm.point))

    def explains(self, _cause: PointId, _alarm: Alarm) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class _Joined:
    """What happens under a warning is told by the alarm that names both; the warning itself is never put aside."""

    rule: JoinConfig
    find: Find

    @property
    def name(self) -> str:
        return self.rule.name

    def is_cause(self, point: PointId) -> bool:
        return of_site(point).startswith(made_by(self.rule, "").partition("#")[0])

    def is_consequence(self, alarm: Alarm) -> bool:
        return alarm.alarm_class is not AlarmClass.WARNING and is_about(self.rule, alarm.point, alarm.kind)

    def explains(self, cause: PointId, alarm: Alarm) -> bool:
        key = key_of(self.rule.area, alarm.point, self.find(alarm.point))
        return key is not None and of_site(cause) == made_by(self.rule, key)


def explanations(room: Room) -> tuple[Explanation, ...]:
    """The rules of a site."""
    return (*map(_Consequence, room.consequences), *(_Joined(rule, room.find) for rule in room.joins))


class Suppressing:
    """Which open alarms are a cause, and which a consequence, of each rule."""

    def __init__(self, rules: Iterable[Explanation], board: Board, pairs: Pairs) -> None:
        self._rules = tuple(rules)
        self._board = board
        self._pairs = pairs
        self._causes: dict[str, dict[PointId, None]] = {rule.name: {} for rule in self._rules}
        self._consequences: dict[str, dict[PointId, None]] = {rule.name: {} for rule in self._rules}

    def see(self, alarm: Alarm) -> list[PointId]:
        """The alarm is new, or has changed; returns the points whose alarms have to be judged again."""
        again: list[PointId] = []
        for rule in self._rules:
            if rule.is_consequence(alarm):
                mark(self._consequences[rule.name], alarm.point, not alarm.is_closed)
            causes = self._causes[rule.name]
            if rule.is_cause(alarm.point) and mark(causes, alarm.point, _explains(alarm, alarm.point in causes)):
                again += self._consequences[rule.name]
        return again

    def wanted(self, alarm: Alarm) -> tuple[Explanation, Alarm] | None:
        """The rule that holds for this alarm now, and the alarm that is its cause."""
        if not self._rules or not self._may_be(alarm):
            return None
        return next(self._holding(alarm), None)

    def _holding(self, alarm: Alarm) -> Iterator[tuple[Explanation, Alarm]]:
        for rule in self._rules:
            if rule.is_consequence(alarm):
                for point in self._causes[rule.name]:
                    cause = self._board.of(point)
                    if cause is not None and point != alarm.point and rule.explains(point, alarm):
                        yield rule, cause

    def _may_be(self, alarm: Alarm) -> bool:
        may = RULES[alarm.alarm_class].may_be_suppressed and not is_vital(alarm) and not alarm.verify.is_expired
        return may and alarm.heightened is None and not self._pairs.has_pair(alarm)


def _explains(alarm: Alarm, did: bool) -> bool:
    """A cause explains only while it stands in the list, and has been painted where somebody could see it.

    `did`: it explains already; that it got worse and was not painted anew yet brings nothing back.
    """
    return alarm.is_active and alarm.aside is None and (did or alarm.displayed_ms > 0)


def _matches(patterns: Sequence[str], text: str) -> bool:
    return any(fnmatchcase(text, pattern) for pattern in patterns)
