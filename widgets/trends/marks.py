"""When the alarms of each point were raised and seen, in this run and a day before it: what the plots mark."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from console import announce
from console.alarms import Alarm
from console.app import Console
from console.model import LIVE, AlarmId, PointId
from console.model.ids import domain_of, of_site
from widgets.counts import GRAVEST

REMEMBERED = 1_000  # alarms that are closed by now
EVENTS = (announce.AlarmRaised, announce.AlarmAcknowledged, announce.AlarmCleared, announce.AlarmReset,
          announce.AlarmChanged)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """One time an alarm came; `acknowledged_ms` None while nobody has seen it."""

    raised_ms: int
    acknowledged_ms: int | None
    priority: int


class Marks(QObject):
    """Open alarms are the desk's; those that closed since the start are remembered here, others by the trends."""

    changed = Signal()

    def __init__(self, console: Console, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._known: dict[AlarmId, Alarm] = {}
        self._of_point: dict[PointId, dict[AlarmId, None]] = {}  # the same, by what they are about
        # ordered: the first of a plain dict is sought over every place that was left, all of a flood's
        self._closed: OrderedDict[AlarmId, None] = OrderedDict()
        for alarm in console.alarms.rows():
            self._keep(alarm)
        for kind in EVENTS:
            console.announcer.subscribe(kind, self.on_alarm)
        console.announcer.subscribe(announce.DrillChanged, self.on_drill)

    def on_alarm(self, announced: announce.Announcement) -> None:
        alarm_id: AlarmId = announced.alarm  # type: ignore[attr-defined]  # every kind subscribed to carries one
        alarm = self._console.alarm(alarm_id)
        if alarm is not None:
            self._keep(alarm)
        elif alarm_id in self._known:
            self._closed[alarm_id] = None
            while len(self._closed) > REMEMBERED:
                self._forget(self._closed.popitem(last=False)[0])
        self.changed.emit()

    def _keep(self, alarm: Alarm) -> None:
        self._closed.pop(alarm.id, None)  # the journal may tell that it is open after all
        self._known[alarm.id] = alarm
        self._of_point.setdefault(of_site(alarm.point), {})[alarm.id] = None

    def _forget(self, alarm: AlarmId) -> None:
        point = of_site(self._known.pop(alarm).point)
        del self._of_point[point][alarm]
        if not self._of_point[point]:
            del self._of_point[point]

    def on_drill(self, _announced: announce.DrillChanged) -> None:
        self.changed.emit()

    def alarm(self, alarm: AlarmId) -> Alarm | None:
        return self._console.alarm(alarm) or self._known.get(alarm)

    def of(self, point: PointId, also: AlarmId | None = None) -> tuple[Mark, ...]:
        """Every time an alarm of this point came, and those of one other alarm it is looked at for.

        In a drill those of the drill, else those that were real.
        """
        ids = dict(self._of_point.get(point, {}))
        if also is not None and also in self._known:
            ids[also] = None
        alarms = [self._known[id_] for id_ in ids if domain_of(id_) == self._console.alarms.domain]
        return (*self._before(point), *(mark for alarm in alarms for mark in _marks(alarm)))

    def _before(self, point: PointId) -> tuple[Mark, ...]:
        """Those of before the start that are closed by now."""
        if self._console.alarms.domain != LIVE:
            return ()
        past = (one for one in self._console.trends.past(point) if one.alarm not in self._known)
        return tuple(Mark(one.raised_ms, one.acknowledged_ms, GRAVEST[one.alarm_class]) for one in past)


def _marks(alarm: Alarm) -> Iterator[Mark]:
    """The acknowledgement belongs to the last time it came before somebody saw it."""
    seen = alarm.acknowledged.at_ms if alarm.acknowledged is not None else None
    before = [one.raised_ms for one in alarm.occurrences if seen is not None and one.raised_ms <= seen]
    for one in alarm.occurrences:
        is_seen = bool(before) and one.raised_ms == before[-1]
        yield Mark(one.raised_ms, seen if is_seen else None, alarm.priority)
