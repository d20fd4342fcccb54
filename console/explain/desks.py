"""The desks behind an explanation: a desk of alarms without a journal, and the ranking of the site's cameras."""

from __future__ import annotations

from collections.abc import Sequence

from console.alarms import FACTS, Alarms, Change, Heightened, Raised, Room
from console.areas import Areas
from console.cameras import Index, short
from console.clock import Clock
from console.config.schema import AlarmsConfig
from console.explain.explainer import Ranked, Step
from console.journal import Entry
from console.model import ConditionChanged, Health, Point, PointId, Site
from console.model.ids import principal

RATES = {"rate_high": "rise_per_min", "rate_low": "fall_per_min"}


class Desks:
    """What the alarm desk and the ranking would say; remembers the alarms of the messages fed so far."""

    def __init__(self, site: Site, clock: Clock, alarms: AlarmsConfig = AlarmsConfig()) -> None:  # noqa: B008  # frozen
        self._done: list[Change] = []
        self._index = Index(site)
        self._health = {camera.id: Health.OK for camera in site.cameras}
        self._points = {point.id: point for point in site.points}
        self._areas = Areas(alarms, site.points)
        room = Room(
            changed=self._changed, find=self._find, counts=alarms.counts, joins=alarms.joins, raises=alarms.raises
        )  # fmt: skip
        self._alarms = Alarms(clock, _forget, room=room)

    def step(self, change: ConditionChanged) -> list[Step]:
        """Facts by their journal names, in order: AlarmRaised, AlarmCleared, AlarmSourceLost …"""
        self._done.clear()
        self._alarms.condition(change)
        return [Step(done.alarm.id, FACTS.name(done.fact), _rule(done)) for done in self._done]

    def _changed(self, change: Change) -> None:
        self._done.append(change)

    def _find(self, point: PointId) -> Point | None:
        return self._points.get(principal(point)) or self._areas.point(point)

    def rank(self, point: PointId) -> list[Ranked]:
        """Every camera taken as live; none for a point the site does not know."""
        known = self._points.get(point)
        if known is None:
            return []
        return [
            Ranked(
                choice.camera.id, choice.camera.number, int(choice.tier), short(choice),
                None if choice.distance_m is None else round(choice.distance_m, 1),
            )
            for choice in self._index.rank(known, self._health).chosen
        ]  # fmt: skip


def _rule(done: Change) -> str:
    match done.fact:
        case Raised(rule=rule, cause=cause):
            return rule or RATES.get(cause, "")
        case Heightened(rule=rule):
            return rule
        case _:
            return done.alarm.grounds.rule


def _forget(_entries: Sequence[Entry], _receipts: Sequence[int]) -> None:
    """An explanation leaves no record."""
