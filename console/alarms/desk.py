"""The desk that owns every open alarm: decides with `step`, applies at once, hands the entries to the journal.

Desk thread. Every fact that has been applied is told to `room.changed`, whoever or whatever caused it: a source, a
person, a clock, another alarm, another console.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from console.alarms import acts
from console.alarms.afterwards import Afterwards
from console.alarms.alarm import Alarm, graver
from console.alarms.board import Board, Counts
from console.alarms.book import Append, Book, number_of
from console.alarms.consequences import Consequences
from console.alarms.duty import DutyChange, PointBack, PointTestEnded
from console.alarms.facts import Acknowledged, Fact, Raised, Reset, Withdrawn, alarm_of, from_entry, is_alarm, point_of
from console.alarms.flood import Flood
from console.alarms.marks import Aside, Outcome, Reopening
from console.alarms.patterns import Patterns
from console.alarms.registry import Registry
from console.alarms.room import ROOM, Change, Room
from console.alarms.service import Service
from console.alarms.step import ConditionSeen, Given, TimePassed, step
from console.clock import Clock
from console.errors import CommandRefused
from console.journal import Entry, Recorded
from console.model import LIVE, AlarmClass, AlarmId, By, Condition, ConditionChanged, Domain, PointId
from console.model.ids import COMPANIONS

Since = Callable[[Domain, int, frozenset[str]], Iterable[Recorded]]

MACHINE = By(machine="alarms")
LOOK_BACK_MS = 1_200_000  # raises that may still be part of a flood, or of chatter
RAISES = frozenset({"AlarmRaised"})


def _no_past(_domain: Domain, _since_ms: int, _kinds: frozenset[str]) -> Iterable[Recorded]:
    return ()


class Alarms:
    """All open alarms of one domain, by point. Desk thread only."""

    def __init__(self, clock: Clock, append: Append, domain: Domain = LIVE, room: Room = ROOM) -> None:
        self._clock = clock
        self.domain = domain
        self._room = room
        self._board = Board()
        self.service = Service(clock, append, self._duty_changed, partial(room.ends_soon, domain), domain)
        self._consequences = Consequences(clock, self._board, self.service, room, self._by_itself)
        self._patterns = Patterns(clock, domain, room, self._board, self._said_by_rule)
        self._registry = Registry(clock, domain, room, self._board, self.service, self._seen, self._time_passed)
        self._book = Book(clock, append, domain, self._board, self._registry.put)
        self.afterwards = Afterwards(clock)

    # ---- reading ----

    def __iter__(self) -> Iterator[Alarm]:
        """Every open alarm, in the list or aside."""
        return iter(self._board)

    def __len__(self) -> int:
        return len(self._board)

    def rows(self) -> list[Alarm]:
        """The alarms in the list, in the order they are shown."""
        return self._board.rows()

    def aside(self, aside: Aside) -> list[Alarm]:
        """The open alarms that are not in the list for this reason, in the same order."""
        return self._board.aside(aside)

    def get(self, alarm: AlarmId) -> Alarm | None:
        return self._board.get(alarm)

    def of(self, point: PointId) -> Alarm | None:
        """The open alarm of a point."""
        return self._board.of(point)

    def last_stream(self, point: PointId) -> str:
        """The journal's name of the point's last episode, "" when it had none."""
        return self._book.last_stream(point)

    def counts(self) -> Counts:
        """What the header counts; costs nothing."""
        return self._registry.counts()

    @property
    def flood(self) -> Flood | None:
        """None while there is none."""
        return self._registry.flooding.now

    @property
    def is_flood(self) -> bool:
        """Whether more comes than a person can follow."""
        return self._registry.flooding.is_on

    def conditions(self) -> dict[PointId, Condition]:
        """What the journal knows about every point with an open alarm; the rules start from it."""
        return {a.point: Condition.UNKNOWN if a.lost else a.condition for a in self._board}

    def has_pair(self, alarm: Alarm) -> bool:
        """Whether another detector of its zone is active, too."""
        return self._consequences.has_pair(alarm)

    # ---- start, other consoles ----

    def load(self, recorded: Iterable[Recorded], episodes: Mapping[PointId, int], since: Since = _no_past) -> None:
        """Rebuild the desk from the entries of every open stream, in order, and the number of each last episode.

        `since` gives raises of alarms that are closed. Clocks run on from where they were.
        """
        records = tuple(recorded)
        self._book.count(episodes)
        self.service.load(records, episodes)
        now_ms, look_back_ms = self._clock.now_ms(), max(LOOK_BACK_MS, self._patterns.look_back_ms)
        past = [record.entry for record in since(self.domain, now_ms - look_back_ms, RAISES)]
        self._patterns.load(past)
        raised = [entry for entry in past if entry.t_ms >= now_ms - LOOK_BACK_MS]
        for entry in raised:
            self._registry.chatter.raised(point_of(alarm_of(entry)), entry.t_ms)
        self._registry.flooding.load(entry.t_ms for entry in raised if not entry.data.get("aside"))
        for record in records:
            if is_alarm(record.entry, self.domain):
                self._book.fold(record.entry)
        self._clock.after(0, self._settle)

    def count(self, episodes: Mapping[PointId, int]) -> None:
        """Numbers of last episodes that were not known at the start."""
        self._book.count(episodes)
        self.service.count(episodes)

    def learn(self, recorded: Iterable[Recorded]) -> tuple[str, ...]:
        """Apply what another console wrote. Returns the streams of which something before is missing."""
        gaps: dict[str, None] = {}
        for record in recorded:
            entry = record.entry
            if self.service.is_ours(entry):
                self.service.learn(entry)
            elif is_alarm(entry, self.domain) and entry.stream not in gaps and not self._learn(entry):
                gaps[entry.stream] = None
        return tuple(gaps)

    def overruled(self, stream: Sequence[Recorded]) -> Alarm | None:
        """Another console was first: forget what we applied and fold what really happened.

        Of an episode that we have seen end, and another begin, nothing is folded: the later one stands. Nor of a later
        one that is over: what is open here is so all the same.
        """
        if not stream or not is_alarm(stream[0].entry, self.domain):
            return None
        told = alarm_of(stream[0].entry)
        known, is_over = self._board.of(point_of(told)), not stream[-1].entry.open
        if known is not None and known.id != told and (is_over or number_of(known.id) > number_of(told)):
            self._book.count({point_of(told): number_of(told)})
            return None
        self._registry.forget(point_of(told))
        for record in stream:
            self._book.fold(record.entry)
        self._judge()
        return self._board.get(told)

    def saved(self, versions: Mapping[tuple[Domain, str], int]) -> list[Alarm]:
        """Committed up to these versions: those alarms lose their "unsaved" mark."""
        return self._book.saved(versions)

    # ---- what a source says ----

    def condition(self, change: ConditionChanged, receipts: Sequence[int] = ()) -> tuple[Fact, ...]:
        """A point changed its condition; the commit of what follows marks the receipts handled."""
        duty = self.service.of(change.point)
        held = "" if duty is None else Aside.OUT_OF_SERVICE if duty.out_of_service else Aside.ON_TEST
        return self._decide(change.point, ConditionSeen(change, held), MACHINE, receipts, cause=_cause(change))

    # ---- what a person does: every act raises CommandRefused, the codes stand in `acts.py` ----

    def acknowledge(self, alarm: AlarmId, by: By) -> None:
        self._ask(alarm, acts.Acknowledge(by), by)

    def verify(self, alarm: AlarmId, by: By, outcome: Outcome) -> None:
        self._ask(alarm, acts.VerifyAsked(by, outcome), by)

    def reset(self, alarm: AlarmId, by: By, outcome: Outcome, cause_code: str = "", note: str = "") -> None:
        self._ask(alarm, acts.ResetAsked(by, outcome, cause_code, note), by)

    def shelve(self, alarm: AlarmId, by: By, minutes: int, reason: str) -> None:
        found = self.get(alarm)
        has_pair = found is not None and self._consequences.has_pair(found)
        self._ask(alarm, acts.ShelveAsked(by, minutes, reason, has_pair), by)

    def unshelve(self, alarm: AlarmId, by: By) -> None:
        self._ask(alarm, acts.UnshelveAsked(by), by)

    def take(self, alarm: AlarmId, by: By) -> None:
        self._ask(alarm, acts.TakeAsked(by), by)

    # ---- what else happens to it ----

    def displayed(self, alarm: AlarmId, by: By, position: str) -> None:
        """Its newest occurrence was painted where somebody could see it."""
        if self.get(alarm) is not None:
            self._ask(alarm, acts.Painted(position), by)

    def left_behind(self, alarm: AlarmId, by: By) -> None:
        """Whoever acknowledged it has left, and nobody took it over."""
        if self.get(alarm) is not None:
            self._ask(alarm, acts.LeftBehind(), by)

    def minded_again(self, alarms: Iterable[AlarmId]) -> None:
        """Their incident has changed: whether an acknowledgement wears off is judged anew, from now."""
        for found in map(self.get, alarms):
            if found is not None and found.acknowledged is not None:
                self._registry.incident_changed(found)

    def withdraw(self, by: By) -> None:
        """Close every alarm of a drill that is over; its points are relied on again."""
        assert self.domain != LIVE, "a live alarm is never withdrawn"
        for alarm in self._board:
            self._apply(alarm.point, (Withdrawn(),), by)
        self.service.end_all(by)

    # ---- inside: deciding ----

    def _ask(self, alarm: AlarmId, asked: acts.Asked, by: By) -> None:
        found = self.get(alarm)
        if found is None:
            raise CommandRefused("no_alarm", alarm)
        self._decide(found.point, asked, by)

    def _decide(
        self, point: PointId, given: Given, by: By, receipts: Sequence[int] = (), cause: str = ""
    ) -> tuple[Fact, ...]:
        self._registry.look_at_time()
        alarm = self._board.of(point)
        said = given.change.alarm_class if isinstance(given, ConditionSeen) else None
        kind = alarm.alarm_class if alarm is not None else said or AlarmClass.FIRE
        rule = self._room.rules[graver(kind, said or kind)]
        facts = step(alarm, given, rule, self._clock.now_ms())
        return self._apply(point, facts, by, receipts, cause)

    def _apply(
        self, point: PointId, facts: Sequence[Fact], by: By, receipts: Sequence[int] = (), cause: str = ""
    ) -> tuple[Fact, ...]:
        every = (*facts, *self._at_once(point, facts, by))
        if any(isinstance(fact, Raised) for fact in every):
            self._registry.chatter.raised(point, self._clock.now_ms())
        alarm = self._book.write(point, every, by, receipts, cause)
        if alarm is not None and every:
            self._follow(alarm, every, by)
        return every

    def _by_itself(self, point: PointId, facts: Sequence[Fact]) -> None:
        if facts:
            self._apply(point, facts, MACHINE)

    def _at_once(self, point: PointId, facts: Sequence[Fact], by: By) -> tuple[Fact, ...]:
        """What a raise means at once, before anybody is told of it."""
        if not any(isinstance(fact, Raised) for fact in facts):
            return ()
        alarm = self._book.preview(point, facts, by)
        assert alarm is not None
        return self._consequences.at_once(self._registry.stamped(alarm))

    def _follow(self, alarm: Alarm, facts: Sequence[Fact], by: By, is_ours: bool = True) -> None:
        """Tell what was applied, then do what it means for other alarms."""
        for fact in facts:
            self._room.changed(Change(alarm, fact, by, is_ours))
        if alarm.aside is None and any(isinstance(fact, Raised) for fact in facts):
            self._registry.flooding.raised(alarm.last.raised_ms)
        self._consequences.follow(alarm, facts)
        self._patterns.follow(alarm, facts)

    def _seen(self, alarm: Alarm) -> None:
        """What it means for others that it has changed waits until all of that has been written."""
        self._consequences.see(alarm)
        self._patterns.see(alarm)

    def _judge(self) -> None:
        self._consequences.judge()
        self._patterns.judge()

    def _settle(self) -> None:
        """The rules may be others than when we were stopped."""
        self._patterns.settle()
        self._judge()

    def _said_by_rule(self, change: ConditionChanged) -> None:
        self.condition(change)

    # ---- inside: clocks, points ----

    def _time_passed(self, point: PointId) -> None:
        alarm = self._board.of(point)
        if alarm is None:
            return
        self._decide(point, TimePassed(self._room.is_minded(alarm.id)), MACHINE)
        after = self._board.of(point)
        if after is not None and self._registry.put(after).is_stale != alarm.is_stale:
            self._room.stirred(self._board.of(point) or after)

    def _duty_changed(self, change: DutyChange) -> None:
        """A point is not relied on any more, or again."""
        self._room.duty_changed(change)
        for suffix in ("", *COMPANIONS):
            alarm = self._board.of(PointId(change.duty.point + suffix))
            if alarm is None:
                continue
            after = self._registry.put(alarm)
            self._room.stirred(after)
            if change.is_ours and after.aside is None and alarm.aside is not None:
                self._back(after, change)
        self._judge()

    def _back(self, alarm: Alarm, change: DutyChange) -> None:
        """Its detector is relied on again: what happened in a test was one if a person says so; the rest is owed."""
        was_test = all(occurrence.aside == Aside.ON_TEST for occurrence in alarm.occurrences)
        if isinstance(change.fact, PointTestEnded) and change.by.is_person and was_test and alarm.is_quiet:
            seen = (Acknowledged(),) if alarm.acknowledged is None else ()
            reset = (Reset(Outcome.TEST),) if alarm.latched else ()
            self._apply(alarm.point, (*seen, *reset), change.by)
            return
        is_back = isinstance(change.fact, PointBack)
        reason = Reopening.BACK_IN_SERVICE if is_back else Reopening.TEST_ENDED
        self._apply(alarm.point, (self._consequences.again(alarm, reason),), MACHINE)

    def _learn(self, entry: Entry) -> bool:
        """Apply an entry of another console; False when something before it is missing."""
        is_news = self._book.is_news(entry)
        if is_news:
            fact = from_entry(entry)
            if isinstance(fact, Raised):
                self._registry.chatter.raised(fact.point, entry.t_ms)
            self._follow(self._book.fold(entry), (fact,), entry.by, is_ours=False)
        return is_news is not None


def _cause(change: ConditionChanged) -> str:
    return f"receipt:{change.receipt}" if change.receipt else f"rule:{change.rule or change.cause}"
