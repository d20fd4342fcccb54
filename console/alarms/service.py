"""The points that are not relied on: out of service or on test, by whom and until when. Desk thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from console.alarms.classes import AWAY_MOST_MS, OUT_MOST_MS
from console.alarms.clocks import Clocks
from console.alarms.duty import (
    POINT_FACTS,
    STREAM,
    Duty,
    DutyChange,
    PointBack,
    PointFact,
    PointOnTest,
    PointOutOfService,
    PointTestEnded,
    apply_to,
    point_of_turn,
    turn_of,
)
from console.clock import Clock
from console.errors import CommandRefused
from console.journal import Entry, Recorded
from console.model import LIVE, AlarmClass, By, Domain, PointId
from console.model.ids import principal

Append = Callable[[Sequence[Entry], Sequence[int]], None]

MACHINE = By(machine="service")
TEXT_MOST = 500  # characters of a permit and of a measure


class Service:
    """Which points of one domain are not relied on. `changed` is told of everything, timers included."""

    def __init__(
        self, clock: Clock, append: Append, changed: Callable[[DutyChange], None],
        ends_soon: Callable[[str, str, int], None], domain: Domain = LIVE,
    ) -> None:  # fmt: skip
        self._clock = clock
        self._append = append
        self._changed = changed
        self._ends_soon = ends_soon
        self._domain = domain
        self._duties: dict[PointId, Duty] = {}
        self._turns: dict[PointId, int] = {}
        self._clocks = Clocks(clock, self._due)
        self._soon = Clocks(clock, self._warn)

    # ---- reading ----

    def __iter__(self) -> Iterator[Duty]:
        return iter(tuple(self._duties.values()))

    def of(self, point: PointId) -> Duty | None:
        """What is said of the point, or of the one it accompanies; None: it is relied on."""
        if not self._duties:
            return None
        return self._duties.get(point) or self._duties.get(principal(point))

    # ---- start, other consoles ----

    def load(self, recorded: Iterable[Recorded], episodes: Mapping[PointId, int]) -> None:
        """Rebuild from the entries of every open stream; clocks run on."""
        self.count(episodes)
        for record in recorded:
            if self.is_ours(record.entry):
                self._fold(record.entry)
        for duty in self:
            self._arm(duty)

    def count(self, episodes: Mapping[PointId, int]) -> None:
        """The number of each point's last turn."""
        for name, number in episodes.items():
            if name.startswith(STREAM):
                point = PointId(name.removeprefix(STREAM))
                self._turns[point] = max(number, self._turns.get(point, 0))

    def is_ours(self, entry: Entry) -> bool:
        return entry.domain == self._domain and entry.stream.startswith(STREAM) and entry.kind in POINT_FACTS

    def learn(self, entry: Entry) -> None:
        """Another console wrote it; entries that are known already change nothing."""
        point, turn = point_of_turn(entry.stream), turn_of(entry.stream)
        known = self._duties.get(point)
        version = known.version if known is not None and known.turn == turn else 0
        is_news = turn > self._turns.get(point, 0) or (known is not None and known.turn == turn)
        if is_news and entry.version > version:
            self._fold(entry, tell=True)

    def overruled(self, entry: Entry, stream: Sequence[Recorded]) -> bool:
        """Another console was first: what really happened stands. False: it is not about a point."""
        if not self.is_ours(entry):
            return False
        point = point_of_turn(entry.stream)
        before = self._duties.pop(point, Duty(point, turn_of(entry.stream)))
        for record in stream:
            self._fold(record.entry)
        after = self._duties.get(point) or Duty(point, before.turn)
        self._arm(after)
        self._changed(DutyChange(before, after, POINT_FACTS.read(entry.kind, entry.data), entry.by, is_ours=False))
        return True

    # ---- what a person does: every act raises CommandRefused ----

    def take_out(self, point: PointId, alarm_class: AlarmClass, word: PointOutOfService, by: By) -> None:
        """Codes: machine_act, no_permit, no_measure, long_note, no_end, too_long, two_people, already_out."""
        duty = self.of(point)
        now = self._clock.now_ms()
        is_fire = alarm_class is AlarmClass.FIRE
        _refuse(
            point,
            (not by.is_person, "machine_act"),
            (not word.permit.strip(), "no_permit"),
            (not word.measure.strip(), "no_measure"),
            (max(len(word.permit), len(word.measure)) > TEXT_MOST, "long_note"),
            (word.until_ms <= now, "no_end"),
            (word.until_ms - now > (AWAY_MOST_MS if is_fire else OUT_MOST_MS), "too_long"),
            (is_fire and word.second in ("", by.person), "two_people"),
            (duty is not None and duty.out_of_service is not None, "already_out"),
        )
        self._decide(point, word, by)

    def put_back(self, point: PointId, by: By) -> None:
        """Codes: machine_act, not_out."""
        duty = self._duties.get(point)
        out = duty is not None and duty.out_of_service is not None
        _refuse(point, (not by.is_person, "machine_act"), (not out, "not_out"))
        self._decide(point, PointBack(), by)

    def put_on_test(self, point: PointId, until_ms: int, by: By) -> None:
        """Again: until another time. Codes: machine_act, no_end, too_long."""
        now = self._clock.now_ms()
        _refuse(
            point,
            (not by.is_person, "machine_act"),
            (until_ms <= now, "no_end"),
            (until_ms - now > AWAY_MOST_MS, "too_long"),
        )
        self._decide(point, PointOnTest(until_ms), by)

    def end_test(self, point: PointId, by: By) -> None:
        """Codes: machine_act, not_on_test."""
        duty = self._duties.get(point)
        on_test = duty is not None and duty.on_test is not None
        _refuse(point, (not by.is_person, "machine_act"), (not on_test, "not_on_test"))
        self._decide(point, PointTestEnded(), by)

    def end_all(self, by: By) -> None:
        """The drill these were said in is over."""
        for duty in self:
            if duty.on_test is not None:
                self._decide(duty.point, PointTestEnded(), by)
            if duty.out_of_service is not None:
                self._decide(duty.point, PointBack(), by)

    # ---- inside ----

    def _decide(self, point: PointId, fact: PointFact, by: By) -> None:
        turn = self._duties[point].turn if point in self._duties else self._turns.get(point, 0) + 1
        before = self._duties.get(point, Duty(point, turn))
        blank = Entry(
            self._domain, f"{STREAM}{point}/{turn}", before.version + 1, POINT_FACTS.name(fact),
            self._clock.now_ms(), by, POINT_FACTS.data(fact),
        )  # fmt: skip
        after = apply_to(before, fact, blank)
        self._keep(after)
        self._append((replace(blank, open=not after.is_over),), ())
        self._arm(after)
        self._changed(DutyChange(before, after, fact, by))

    def _fold(self, entry: Entry, tell: bool = False) -> None:
        point = point_of_turn(entry.stream)
        before = self._duties.get(point, Duty(point, turn_of(entry.stream)))
        fact = POINT_FACTS.read(entry.kind, entry.data)
        after = apply_to(before, fact, entry)
        self._keep(after)
        if tell:
            self._arm(after)
            self._changed(DutyChange(before, after, fact, entry.by, is_ours=False))

    def _keep(self, duty: Duty) -> None:
        self._turns[duty.point] = max(self._turns.get(duty.point, 0), duty.turn)
        if duty.is_over:
            self._duties.pop(duty.point, None)
        else:
            self._duties[duty.point] = duty

    def _arm(self, duty: Duty) -> None:
        until_ms = duty.until_ms if not duty.is_over else None
        self._clocks.set(duty.point, until_ms)
        self._soon.warn(duty.point, until_ms)

    def _warn(self, point: PointId) -> None:
        duty = self._duties.get(point)
        if duty is not None:
            self._ends_soon(duty.aside, point, duty.until_ms)

    def _due(self, point: PointId) -> None:
        duty, now = self._duties.get(point), self._clock.now_ms()
        if duty is None:
            return
        if duty.on_test is not None and duty.on_test.until_ms <= now:
            self._decide(point, PointTestEnded(), MACHINE)
        elif duty.out_of_service is not None and duty.out_of_service.until_ms <= now:
            self._decide(point, PointBack(), MACHINE)
        else:  # the wall clock was stepped back
            self._arm(duty)


def _refuse(point: PointId, *refusals: tuple[bool, str]) -> None:
    for refused, code in refusals:
        if refused:
            raise CommandRefused(code, point)
