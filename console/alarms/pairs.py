"""Two detectors of one zone: what makes a fire alarm of a pre-alarm. Desk thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from console.alarms.alarm import Alarm
from console.alarms.board import Board
from console.alarms.classes import class_of
from console.alarms.marks import Aside
from console.alarms.service import Service
from console.model import AlarmClass, Point, PointId, ZoneId

DETECTORS = frozenset({AlarmClass.FIRE, AlarmClass.PRE})
NOT_RELIED_ON = frozenset({Aside.OUT_OF_SERVICE, Aside.ON_TEST})
NO_PAIR = "pair_not_in_service"  # what promotes when the second detector could not speak

Find = Callable[[PointId], Point | None]


class Pairs:
    """Which open alarms of detectors stand in which zone."""

    def __init__(self, board: Board, service: Service, find: Find) -> None:
        self._board = board
        self._service = service
        self._find = find
        self._zones: dict[ZoneId, dict[PointId, None]] = {}

    def see(self, alarm: Alarm) -> None:
        """The alarm is new, or has changed."""
        zone = self._zone(alarm.point)
        if zone is None or alarm.alarm_class not in DETECTORS:
            return
        there = self._zones.setdefault(zone, {})
        if alarm.is_closed:
            there.pop(alarm.point, None)
        else:
            there[alarm.point] = None

    def second(self, alarm: Alarm) -> str:
        """What promotes this pre-alarm now: the alarm of another detector, `pair_not_in_service`; "": nothing."""
        if alarm.alarm_class is not AlarmClass.PRE or not _counts(alarm):
            return ""
        other = next(self._others(alarm), None)
        if other is not None:
            return other.id
        return NO_PAIR if self._pair_is_away(alarm) else ""

    def waiting(self, alarm: Alarm) -> list[Alarm]:
        """Pre-alarms of the zone that this alarm is the second detector of."""
        if alarm.alarm_class not in DETECTORS or not _counts(alarm):
            return []
        return [other for other in self._others(alarm) if other.alarm_class is AlarmClass.PRE]

    def has_pair(self, alarm: Alarm) -> bool:
        """Whether another detector of its zone is active, too."""
        return next(self._others(alarm), None) is not None

    def _others(self, alarm: Alarm) -> Iterator[Alarm]:
        """Active alarms of other detectors of the zone."""
        zone = self._zone(alarm.point)
        for point in tuple(self._zones.get(zone, ())) if zone is not None else ():
            other = self._board.of(point)
            if other is not None and _device(point) != _device(alarm.point) and _counts(other):
                yield other

    def _pair_is_away(self, alarm: Alarm) -> bool:
        """Another detector of the zone is out of service or on test: it could not have spoken."""
        zone = self._zone(alarm.point)
        return zone is not None and any(
            self._zone(duty.point) == zone and _device(duty.point) != _device(alarm.point) and self._detects(duty.point)
            for duty in self._service
        )

    def _detects(self, point: PointId) -> bool:
        return class_of(point, self._find(point)) in DETECTORS

    def _zone(self, point: PointId) -> ZoneId | None:
        known = self._find(point)
        return known.zone if known is not None else None


def _counts(alarm: Alarm) -> bool:
    """Active, or was when its source was lost, and relied on."""
    return alarm.is_active and alarm.aside not in NOT_RELIED_ON


def _device(point: PointId) -> str:
    return point.partition("#")[0]
