"""A warning and what happens under it in the same area: one alarm that names both, as long as both stand. Desk thread.

A warning whose place the site does not know is for the whole site. Each keeps its own alarm; what happens is put aside
below the one that names both, as soon as somebody could see that (`suppressing.py`). The warning stays where it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from console.alarms.alarm import Alarm
from console.alarms.board import Board
from console.alarms.marks import Aside
from console.alarms.patterns.counts import Tell
from console.areas import Find, is_about, is_made, key_of, made_by, matches
from console.clock import Clock
from console.config.patterns import Area, JoinConfig
from console.model import AlarmClass, Condition, ConditionChanged, Domain, Point, PointId
from console.model.ids import in_domain

NOT_RELIED_ON = frozenset({Aside.ON_TEST, Aside.OUT_OF_SERVICE})
JOINED = "rule"


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where something happens: the area it is told for, and the ground a warning must be for to reach it."""

    key: str
    ground: str | None


class _Joined:
    """What stands of one rule."""

    def __init__(self, rule: JoinConfig) -> None:
        self.rule = rule
        self.happens: dict[PointId, _Spot] = {}
        self.warns: dict[PointId, str | None] = {}  # which ground; None: the whole site


class Joins:
    """`tell` takes what a rule says."""

    def __init__(
        self, clock: Clock, domain: Domain, rules: Iterable[JoinConfig], board: Board, find: Find, tell: Tell
    ) -> None:
        self._clock = clock
        self._domain = domain
        self._joined = tuple(_Joined(rule) for rule in rules)
        self._board = board
        self._find = find
        self._tell = tell
        self._waiting: dict[PointId, tuple[_Joined, str]] = {}

    def see(self, alarm: Alarm) -> None:
        """The alarm is new, or has changed, or is gone; what that means waits for `judge`."""
        stands = alarm.is_active and alarm.aside not in NOT_RELIED_ON
        for joined in self._joined:
            rule = joined.rule
            if _warns(rule, alarm):
                self._note_warning(joined, alarm, stands and (alarm.red or not rule.with_red))
            elif is_about(rule, alarm.point, alarm.kind):
                self._note(joined, alarm.point, stands)

    def judge(self) -> None:
        """Tell what begins and what ends."""
        while self._waiting:
            made, (joined, key) = self._waiting.popitem()
            self._judge(made, joined, key)

    def knows(self, point: PointId) -> bool:
        """Whether something stands that speaks for this point of a rule, and will end its alarm."""
        return any(self._made(each, key) == point for each in self._joined for key in _keys(each))

    # ---- inside ----

    def _note(self, joined: _Joined, point: PointId, stands: bool) -> None:
        spot = joined.happens.pop(point, None)
        if stands and (now := self._spot(joined.rule, point)) is not None:
            joined.happens[point] = spot = now
        if spot is not None:
            self._wait(joined, spot.key)

    def _note_warning(self, joined: _Joined, alarm: Alarm, stands: bool) -> None:
        if not stands and alarm.point not in joined.warns:
            return
        joined.warns.pop(alarm.point, None)
        if stands:
            known = self._find(alarm.point)
            joined.warns[alarm.point] = key_of(_ground(joined.rule), alarm.point, known) if _lies(known) else None
        for key in _keys(joined):
            self._wait(joined, key)

    def _spot(self, rule: JoinConfig, point: PointId) -> _Spot | None:
        known = self._find(point)
        key = key_of(rule.area, point, known)
        return _Spot(key, key_of(_ground(rule), point, known)) if key is not None else None

    def _wait(self, joined: _Joined, key: str) -> None:
        self._waiting[self._made(joined, key)] = (joined, key)

    def _made(self, joined: _Joined, key: str) -> PointId:
        return in_domain(made_by(joined.rule, key), self._domain)

    def _judge(self, made: PointId, joined: _Joined, key: str) -> None:
        there = {point: spot.ground for point, spot in joined.happens.items() if spot.key == key}
        grounds = set(there.values())
        warning = self._first(point for point, ground in joined.warns.items() if ground is None or ground in grounds)
        happens = [self._first((point,)) for point in there]
        both = [alarm for alarm in (warning, *happens) if alarm is not None]
        stands = warning is not None and len(both) > 1
        alarm = self._board.of(made)
        if stands is not (alarm is not None and alarm.is_active):
            self._tell(self._change(made, joined.rule, both, stands))

    def _first(self, points: Iterable[PointId]) -> Alarm | None:
        return next((alarm for alarm in map(self._board.of, points) if alarm is not None), None)

    def _change(self, made: PointId, rule: JoinConfig, both: list[Alarm], stands: bool) -> ConditionChanged:
        now = self._clock.now_ms()
        is_red = stands and rule.alarm_class == AlarmClass.WARNING
        return ConditionChanged(
            point=made, alarm_class=AlarmClass(rule.alarm_class), kind=rule.kind,
            condition=Condition.ACTIVE if stands else Condition.NORMAL, cause=JOINED,
            source_ms=max((alarm.last.source_ms for alarm in both), default=now) if stands else now, received_ms=now,
            red=is_red, severity=2 if is_red else 1, rule=rule.name, because=tuple(alarm.id for alarm in both),
        )  # fmt: skip


def _warns(rule: JoinConfig, alarm: Alarm) -> bool:
    return matches(rule.with_kinds, alarm.kind) and not is_made(alarm.point)


def _ground(rule: JoinConfig) -> str:
    """A warning is for no smaller place than a zone."""
    return Area.ZONE if rule.area == Area.POINT else rule.area


def _lies(known: Point | None) -> bool:
    """Whether the site says where it is."""
    return known is not None and not (known.zone is None and known.building is None)


def _keys(joined: _Joined) -> set[str]:
    return {spot.key for spot in joined.happens.values()}
