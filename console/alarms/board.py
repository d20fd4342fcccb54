"""Every open alarm of one domain: by point, in the order shown, and counted as the header counts. Desk thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from console.alarms.alarm import Alarm
from console.alarms.facts import point_of
from console.alarms.flood import Flood
from console.alarms.marks import Aside
from console.alarms.order import Order
from console.model import AlarmClass, AlarmId, PointId


@dataclass(frozen=True, slots=True)
class Counts:
    """What the header counts: nothing of it can be hidden. `listed`: alarms in the list, seen or not."""

    unacknowledged: Mapping[AlarmClass, int]
    listed: int
    shelved: int
    suppressed: int
    out_of_service: int
    on_test: int
    unknown: int
    stale: int
    chattering: int
    flood: Flood | None = None

    @property
    def owed(self) -> int:
        """Alarms somebody has to look at."""
        return sum(self.unacknowledged.values())


class Board:
    """Puts alarms in and takes them out; whatever it is asked costs no walk over all of them."""

    def __init__(self) -> None:
        self._open: dict[PointId, Alarm] = {}
        self._order = Order()
        self._aside: dict[Aside, dict[PointId, None]] = {aside: {} for aside in Aside}
        self._owed: Counter[AlarmClass] = Counter()
        self._marks: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Alarm]:
        return iter(tuple(self._open.values()))

    def __len__(self) -> int:
        return len(self._open)

    def of(self, point: PointId) -> Alarm | None:
        """The open alarm of a point."""
        return self._open.get(point)

    def get(self, alarm: AlarmId) -> Alarm | None:
        found = self._open.get(point_of(alarm))
        return found if found is not None and found.id == alarm else None

    def rows(self) -> list[Alarm]:
        """Those in the list, in the order they are shown."""
        return self._order.rows()

    def aside(self, aside: Aside) -> list[Alarm]:
        """Those that are not, for this reason, in the same order."""
        return sorted((self._open[point] for point in self._aside[aside]), key=lambda alarm: alarm.sort_key)

    def put(self, alarm: Alarm) -> None:
        """The alarm as it is now; a closed one leaves."""
        self.drop(alarm.point)
        if not alarm.is_closed:
            self._open[alarm.point] = alarm
            self._count(alarm, 1)
            if alarm.aside is None:
                self._order.insert(alarm)
            else:
                self._aside[alarm.aside][alarm.point] = None

    def drop(self, point: PointId) -> None:
        """Forget the open alarm of a point, if there is one."""
        alarm = self._open.pop(point, None)
        if alarm is None:
            return
        self._count(alarm, -1)
        if alarm.aside is None:
            self._order.remove(alarm)
        else:
            del self._aside[alarm.aside][point]

    def counts(self, out_of_service: int, on_test: int, flood: Flood | None) -> Counts:
        """`out_of_service` and `on_test` count points, alarm or not."""
        return Counts(
            unacknowledged={each: self._owed[each] for each in AlarmClass}, listed=len(self._order),
            shelved=len(self._aside[Aside.SHELVED]), suppressed=len(self._aside[Aside.SUPPRESSED]),
            out_of_service=out_of_service, on_test=on_test, unknown=self._marks["unknown"],
            stale=self._marks["stale"], chattering=self._marks["chattering"], flood=flood,
        )  # fmt: skip

    def _count(self, alarm: Alarm, by: int) -> None:
        if alarm.is_owed:
            self._owed[alarm.alarm_class] += by
        marks = {"unknown": alarm.lost, "stale": alarm.is_stale, "chattering": alarm.is_chattering}
        for mark, holds in marks.items():
            if holds:
                self._marks[mark] += by
