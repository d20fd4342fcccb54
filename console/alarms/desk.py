"""The desk that owns every open alarm: decides with `step`, applies at once, hands the entries to the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from console.alarms.alarm import Alarm, Outcome
from console.alarms.facts import STREAM, Fact, Withdrawn, alarm_of, apply, from_entry, is_alarm, stream_of, to_entry
from console.alarms.step import RULES, Acknowledge, ConditionSeen, Given, ResetAsked, step
from console.clock import Clock
from console.errors import CommandRefused
from console.journal import Entry, Recorded
from console.model import LIVE, AlarmId, By, Condition, ConditionChanged, Domain, PointId

Append = Callable[[Sequence[Entry], Sequence[int]], None]

MACHINE = By(machine="alarms")


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that has been applied, with the alarm as it is now."""

    alarm: Alarm
    fact: Fact
    by: By


class Alarms:
    """All open alarms of one domain, by point. Desk thread only."""

    def __init__(self, clock: Clock, append: Append, domain: Domain = LIVE) -> None:
        self._clock = clock
        self._append = append
        self.domain = domain
        self._open: dict[PointId, Alarm] = {}
        self._rows: list[Alarm] | None = None  # sorted when somebody asks, forgotten with the next change
        self._episodes: dict[PointId, int] = {}

    # ---- reading ----

    def __iter__(self) -> Iterator[Alarm]:
        return iter(tuple(self._open.values()))

    def __len__(self) -> int:
        return len(self._open)

    def rows(self) -> list[Alarm]:
        """Every open alarm in the order it is shown."""
        if self._rows is None:
            self._rows = sorted(self._open.values(), key=lambda alarm: alarm.sort_key)
        return list(self._rows)

    def get(self, alarm: AlarmId) -> Alarm | None:
        found = self._open.get(_point_of(alarm))
        return found if found is not None and found.id == alarm else None

    def conditions(self) -> dict[PointId, Condition]:
        """What the journal knows about every point with an open alarm; the rules start from it."""
        return {point: Condition.UNKNOWN if a.lost else a.condition for point, a in self._open.items()}

    # ---- start ----

    def load(self, recorded: Iterable[Recorded], episodes: Mapping[PointId, int]) -> None:
        """Rebuild the desk from the entries of every open stream, in order, and the number of each last episode."""
        self._episodes.update(episodes)
        for record in recorded:
            if is_alarm(record.entry, self.domain):
                self._fold(record.entry, saved=True)

    # ---- acting ----

    def condition(self, change: ConditionChanged, receipts: Sequence[int] = ()) -> list[Change]:
        """A point changed its condition; the commit of what follows marks the receipts handled."""
        return self._decide(change.point, ConditionSeen(change), MACHINE, receipts, cause=_cause(change))

    def acknowledge(self, alarm: AlarmId, by: By) -> list[Change]:
        """Raises CommandRefused; see `step`."""
        return self._decide(self._known(alarm).point, Acknowledge(by), by)

    def reset(self, alarm: AlarmId, by: By, outcome: Outcome, cause_code: str = "", note: str = "") -> list[Change]:
        """Raises CommandRefused; see `step`."""
        return self._decide(self._known(alarm).point, ResetAsked(by, outcome, cause_code, note), by)

    def withdraw(self, by: By) -> list[Change]:
        """Close every alarm of a drill that is over."""
        assert self.domain != LIVE, "a live alarm is never withdrawn"
        return [self._withdraw(alarm, by) for alarm in self.rows()]

    # ---- what the journal answers ----

    def saved(self, versions: Mapping[tuple[Domain, str], int]) -> list[Alarm]:
        """Committed up to these versions: those alarms lose their "unsaved" mark."""
        done: list[Alarm] = []
        for (domain, stream), version in versions.items():
            alarm = self.get(AlarmId(stream.removeprefix(STREAM))) if stream.startswith(STREAM) else None
            if alarm is not None and domain == self.domain and alarm.unsaved and version >= alarm.version:
                self._rows = None
                self._open[alarm.point] = replace(alarm, unsaved=False)
                done.append(self._open[alarm.point])
        return done

    def overruled(self, stream: Sequence[Recorded]) -> Alarm | None:
        """Another console was first: forget what we applied and fold what really happened."""
        if not stream or not is_alarm(stream[0].entry, self.domain):
            return None
        alarm_id = alarm_of(stream[0].entry)
        self._rows = None
        self._open.pop(_point_of(alarm_id), None)
        for record in stream:
            self._fold(record.entry, saved=True)
        return self._open.get(_point_of(alarm_id))

    # ---- inside ----

    def _known(self, alarm: AlarmId) -> Alarm:
        found = self.get(alarm)
        if found is None:
            raise CommandRefused("no_alarm", alarm)
        return found

    def _withdraw(self, alarm: Alarm, by: By) -> Change:
        fact = Withdrawn()
        blank = Entry(self.domain, stream_of(alarm.id), 0, "", self._clock.now_ms(), by)
        after = apply(alarm, alarm.id, fact, blank)
        self._keep(after)
        self._append((to_entry(fact, after, blank),), ())
        return Change(after, fact, by)

    def _decide(
        self, point: PointId, given: Given, by: By, receipts: Sequence[int] = (), cause: str = ""
    ) -> list[Change]:
        alarm = self._open.get(point)
        kind = given.change.alarm_class if isinstance(given, ConditionSeen) else self._open[point].alarm_class
        changes: list[Change] = []
        entries: list[Entry] = []
        alarm_id = alarm.id if alarm else self._next_id(point)
        for fact in step(alarm, given, RULES[kind]):
            blank = Entry(self.domain, stream_of(alarm_id), 0, "", self._clock.now_ms(), by, cause=cause)
            alarm = apply(alarm, alarm_id, fact, blank)
            entries.append(to_entry(fact, alarm, blank))
            changes.append(Change(alarm, fact, by))
            self._keep(alarm)
        if entries or receipts:
            self._append(entries, receipts)
        return changes

    def _fold(self, entry: Entry, saved: bool) -> None:
        alarm_id = alarm_of(entry)
        point = _point_of(alarm_id)
        alarm = apply(self._open.get(point), alarm_id, from_entry(entry), entry)
        self._keep(replace(alarm, unsaved=not saved))

    def _keep(self, alarm: Alarm) -> None:
        self._rows = None
        self._episodes[alarm.point] = max(self._episodes.get(alarm.point, 0), _number_of(alarm.id))
        if alarm.is_closed:
            self._open.pop(alarm.point, None)
        else:
            self._open[alarm.point] = alarm

    def _next_id(self, point: PointId) -> AlarmId:
        return AlarmId(f"{point}/{self._episodes.get(point, 0) + 1}")


def _point_of(alarm: AlarmId) -> PointId:
    return PointId(alarm.rpartition("/")[0])


def _number_of(alarm: AlarmId) -> int:
    return int(alarm.rpartition("/")[2])


def _cause(change: ConditionChanged) -> str:
    return f"receipt:{change.receipt}" if change.receipt else f"rule:{change.cause}"
