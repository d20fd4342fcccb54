"""The desks behind an explanation: a desk of alarms without a journal, and the ranking of the site's cameras."""

from __future__ import annotations

from collections.abc import Sequence

from console.alarms import Alarms
from console.alarms.facts import NAMES
from console.cameras import Index, short
from console.clock import Clock
from console.explain.explainer import Ranked, Step
from console.journal import Entry
from console.model import ConditionChanged, Health, PointId, Site


class Desks:
    """What the alarm desk and the ranking would say; remembers the alarms of the messages fed so far."""

    def __init__(self, site: Site, clock: Clock) -> None:
        self._alarms = Alarms(clock, _forget)
        self._index = Index(site)
        self._health = {camera.id: Health.OK for camera in site.cameras}
        self._points = {point.id: point for point in site.points}

    def step(self, change: ConditionChanged) -> list[Step]:
        """Facts by their journal names, in order: AlarmRaised, AlarmCleared, AlarmSourceLost …"""
        return [Step(done.alarm.id, NAMES[type(done.fact)]) for done in self._alarms.condition(change)]

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


def _forget(_entries: Sequence[Entry], _receipts: Sequence[int]) -> None:
    """An explanation leaves no record."""
