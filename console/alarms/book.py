"""The book of the alarms: what a fact makes of an alarm, the entry that records it, what the journal says. Desk thread.

It decides nothing. `put` takes every alarm as it is now, also while the book is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from console.alarms.alarm import Alarm
from console.alarms.board import Board
from console.alarms.facts import STREAM, Fact, alarm_of, from_entry, point_of, stream_of, to_entry
from console.alarms.fold import apply
from console.clock import Clock
from console.journal import Entry
from console.model import AlarmId, By, Domain, PointId

Append = Callable[[Sequence[Entry], Sequence[int]], None]


class Book:
    """Of one domain; `board` holds what is open."""

    def __init__(
        self, clock: Clock, append: Append, domain: Domain, board: Board, put: Callable[[Alarm], Alarm]
    ) -> None:
        self._clock = clock
        self._append = append
        self._domain = domain
        self._board = board
        self._put = put
        self._episodes: dict[PointId, int] = {}

    # ---- writing ----

    def preview(self, point: PointId, facts: Iterable[Fact], by: By) -> Alarm | None:
        """What these facts would make of the point's alarm."""
        alarm, alarm_id = self._board.of(point), self._id_of(point)
        for fact in facts:
            alarm = apply(alarm, alarm_id, fact, self._blank(alarm_id, by))
        return alarm

    def write(
        self, point: PointId, facts: Iterable[Fact], by: By, receipts: Sequence[int] = (), cause: str = ""
    ) -> Alarm | None:
        """Apply them and hand their entries to the journal, in one transaction with the receipts."""
        alarm, alarm_id = self._board.of(point), self._id_of(point)
        entries: list[Entry] = []
        for fact in facts:
            blank = self._blank(alarm_id, by, cause)
            alarm = apply(alarm, alarm_id, fact, blank)
            entries.append(to_entry(fact, alarm, blank))
        if alarm is not None and entries:
            alarm = self._keep(alarm)
        if entries or receipts:
            self._append(entries, receipts)
        return alarm

    # ---- reading ----

    def count(self, episodes: Mapping[PointId, int]) -> None:
        """The number of each last episode."""
        self._episodes.update({point: max(n, self._episodes.get(point, 0)) for point, n in episodes.items()})

    def fold(self, entry: Entry) -> Alarm:
        """An entry of the journal. Of two episodes of a point that are both open there the later one counts."""
        alarm_id = alarm_of(entry)
        known = self._board.of(point_of(alarm_id))
        if known is not None and known.id != alarm_id:
            if number_of(known.id) > number_of(alarm_id):
                return known
            known = None
        alarm = apply(known, alarm_id, from_entry(entry), entry)
        return self._keep(replace(alarm, unsaved=False))

    def is_news(self, entry: Entry) -> bool | None:
        """Whether an entry of another console comes next; False: it is known; None: something before it is missing."""
        alarm_id = alarm_of(entry)
        known, number = self._board.of(point_of(alarm_id)), number_of(alarm_id)
        last = self._episodes.get(point_of(alarm_id), 0)
        if known is not None and known.id == alarm_id:
            return entry.version == known.version + 1 if entry.version > known.version else False
        if number <= last:
            return False
        return True if entry.version == 1 and known is None else None

    def last_stream(self, point: PointId) -> str:
        """The stream of the point's last episode, "" when it had none."""
        number = self._episodes.get(point, 0)
        return stream_of(AlarmId(f"{point}/{number}")) if number else ""

    def saved(self, versions: Mapping[tuple[Domain, str], int]) -> list[Alarm]:
        """Committed up to these versions: those alarms lose their "unsaved" mark."""
        done: list[Alarm] = []
        for (domain, stream), version in versions.items():
            alarm = self._board.get(AlarmId(stream.removeprefix(STREAM))) if stream.startswith(STREAM) else None
            if alarm is not None and domain == self._domain and alarm.unsaved and version >= alarm.version:
                done.append(self._put(replace(alarm, unsaved=False)))
        return done

    # ---- inside ----

    def _blank(self, alarm: AlarmId, by: By, cause: str = "") -> Entry:
        return Entry(self._domain, stream_of(alarm), 0, "", self._clock.now_ms(), by, cause=cause)

    def _keep(self, alarm: Alarm) -> Alarm:
        self._episodes[alarm.point] = max(self._episodes.get(alarm.point, 0), number_of(alarm.id))
        return self._put(alarm)

    def _id_of(self, point: PointId) -> AlarmId:
        """The open alarm's, else the next of this point."""
        alarm = self._board.of(point)
        return alarm.id if alarm is not None else AlarmId(f"{point}/{self._episodes.get(point, 0) + 1}")


def number_of(alarm: AlarmId) -> int:
    return int(alarm.rpartition("/")[2])
