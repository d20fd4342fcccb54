"""What two consoles hear of one detector: nothing is told twice, and nothing that is new waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from console.alarms import Alarms
from console.clock import FakeClock
from console.echoes import ECHO_MS, LATE_MS, SETTLE_MS, Echoes
from console.following import Following, learn_alarm
from console.journal import Entry, Followed, Recorded, Saved, Told
from console.model import LIVE, AlarmClass, Condition, ConditionChanged, Domain, point_id

SMOKE = point_id("site", "a", "smoke")
DAY = 86_400_000


class Desk:
    """The alarms of one console, with what it hears and what it appends."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.appended: list[Entry] = []
        self.handled: list[int] = []
        self.asked: list[tuple[Domain, str]] = []
        self.restored: list[Told] = []
        self.alarms = Alarms(clock, self._append)
        self.echoes = Echoes(
            clock, self.alarms.of, self.alarms.last_stream, self.ask, self._decide, self.handled.extend
        )
        self.following = Following(clock, self, [self._learn], self.restored.append)

    def ask(self, domain: Domain, stream: str) -> None:
        self.asked.append((domain, stream))

    def _append(self, entries: Sequence[Entry], receipts: Sequence[int] = ()) -> None:
        self.appended += entries
        self.handled += receipts

    def _decide(self, change: ConditionChanged, receipts: Sequence[int]) -> None:
        self.alarms.condition(change, receipts)

    def _learn(self, record: Recorded) -> bool:
        is_done = learn_alarm(self.alarms, record)
        if is_done:
            self.echoes.learn(record)
        return is_done

    def hear(self, condition: Condition, receipt: int, *, source_ms: int = 0, cause: str = "alarm") -> None:
        now = self.clock.now_ms()
        change = ConditionChanged(
            point=SMOKE, alarm_class=AlarmClass.FIRE, kind="smoke", condition=condition, cause=cause,
            source_ms=source_ms or now, received_ms=now, receipt=receipt,
        )  # fmt: skip
        self.echoes.take(change, (receipt,))

    def save(self) -> None:
        """The journal has everything this desk appended."""
        last = {(entry.domain, entry.stream): entry.version for entry in self.appended}
        self.alarms.saved(Saved(last).versions)

    def follow(self, other: Desk) -> None:
        """The other's entries, as the journal gives them."""
        self.following.take(Followed(recorded(other.appended)))
        other.save()

    @property
    def kinds(self) -> list[str]:
        return [entry.kind for entry in self.appended]


def recorded(entries: Sequence[Entry]) -> tuple[Recorded, ...]:
    return tuple(Recorded(entry, "desk-2/b", number, "", "") for number, entry in enumerate(entries, 1))


@pytest.fixture
def pair() -> tuple[Desk, Desk]:
    clock = FakeClock()
    return Desk(clock), Desk(clock)


def test_what_the_other_console_told_first_is_not_raised_again(pair: tuple[Desk, Desk]) -> None:
    ours, theirs = pair
    theirs.hear(Condition.ACTIVE, 1)
    ours.follow(theirs)
    ours.hear(Condition.ACTIVE, 7)
    assert ours.kinds == [] and ours.handled == [7]
    alarm = ours.alarms.of(SMOKE)
    assert alarm is not None and alarm.is_active and len(alarm.occurrences) == 1


def test_a_slow_console_does_not_raise_what_came_and_went_before_it_heard_it(pair: tuple[Desk, Desk]) -> None:
    ours, theirs = pair
    theirs.hear(Condition.ACTIVE, 1)
    theirs.hear(Condition.NORMAL, 2)
    ours.follow(theirs)
    ours.hear(Condition.ACTIVE, 7)
    ours.hear(Condition.NORMAL, 8)
    ours.clock.advance(SETTLE_MS * 2)
    assert ours.kinds == [] and sorted(ours.handled) == [7, 8]
    alarm = ours.alarms.of(SMOKE)
    assert alarm is not None and not alarm.is_active and len(alarm.occurrences) == 1


def test_a_slow_console_does_not_clear_what_came_again_before_it_heard_that(pair: tuple[Desk, Desk]) -> None:
    ours, theirs = pair
    for receipt, condition in enumerate((Condition.ACTIVE, Condition.NORMAL, Condition.ACTIVE), 1):
        theirs.hear(condition, receipt)
    ours.follow(theirs)
    for receipt, condition in enumerate((Condition.ACTIVE, Condition.NORMAL, Condition.ACTIVE), 7):
        ours.hear(condition, receipt)
    ours.clock.advance(SETTLE_MS * 2)
    assert ours.kinds == [] and sorted(ours.handled) == [7, 8, 9]
    alarm = ours.alarms.of(SMOKE)
    assert alarm is not None and alarm.is_active and len(alarm.occurrences) == 2


def test_what_still_contradicts_the_journal_after_a_moment_was_no_echo(pair: tuple[Desk, Desk]) -> None:
    ours, theirs = pair
    theirs.hear(Condition.ACTIVE, 1)
    theirs.hear(Condition.NORMAL, 2)
    ours.follow(theirs)
    ours.hear(Condition.ACTIVE, 7)  # and the other console is dead
    assert ours.kinds == []
    ours.clock.advance(SETTLE_MS)
    assert ours.kinds == ["AlarmRaised"] and ours.handled == [7]


def test_a_first_alarm_never_waits(pair: tuple[Desk, Desk]) -> None:
    ours, _ = pair
    ours.hear(Condition.ACTIVE, 7)
    assert ours.kinds == ["AlarmRaised"]


def test_an_alarm_that_comes_again_later_does_not_wait_either(pair: tuple[Desk, Desk]) -> None:
    ours, theirs = pair
    theirs.hear(Condition.ACTIVE, 1)
    theirs.hear(Condition.NORMAL, 2)
    ours.follow(theirs)
    ours.clock.advance(ECHO_MS)
    ours.hear(Condition.ACTIVE, 7)
    assert ours.kinds == ["AlarmRaised"]


def test_a_worse_value_that_both_heard_is_one_occurrence(pair: tuple[Desk, Desk]) -> None:
    ours, theirs = pair
    theirs.hear(Condition.ACTIVE, 1)
    ours.follow(theirs)
    theirs.appended.clear()
    theirs.hear(Condition.ACTIVE, 2, cause="limit_worse")
    ours.follow(theirs)
    ours.hear(Condition.ACTIVE, 8, cause="limit_worse")
    alarm = ours.alarms.of(SMOKE)
    assert ours.kinds == [] and alarm is not None and len(alarm.occurrences) <= 2


def test_messages_the_broker_kept_for_us_raise_nothing_the_other_console_has_dealt_with(
    pair: tuple[Desk, Desk],
) -> None:
    ours, theirs = pair
    then = ours.clock.now_ms()
    theirs.hear(Condition.ACTIVE, 1)
    theirs.hear(Condition.NORMAL, 2)
    raised, cleared = (replace(entry, data={**entry.data, "source_ms": then}) for entry in theirs.appended[:2])
    ours.alarms.load((), {SMOKE: 1})  # it is closed: a start reads only that there was one
    ours.clock.advance(LATE_MS + 1)
    ours.hear(Condition.ACTIVE, 7, source_ms=then)
    assert ours.kinds == [] and ours.asked == [(LIVE, f"alarm/{SMOKE}/1")]
    assert ours.echoes.told(Told(LIVE, f"alarm/{SMOKE}/1", recorded([raised, cleared])))
    ours.clock.advance(DAY)
    assert ours.kinds == [] and ours.handled == [7]


def test_a_late_alarm_nobody_has_dealt_with_is_raised_as_soon_as_the_journal_has_said_so(
    pair: tuple[Desk, Desk],
) -> None:
    ours, theirs = pair
    theirs.hear(Condition.ACTIVE, 1)
    ours.alarms.load((), {SMOKE: 1})
    ours.clock.advance(DAY)
    ours.hear(Condition.ACTIVE, 7, source_ms=ours.clock.now_ms() - LATE_MS - 1)
    assert ours.echoes.told(Told(LIVE, f"alarm/{SMOKE}/1", recorded(theirs.appended)))
    assert ours.kinds == ["AlarmRaised"] and ours.appended[0].stream.endswith("/2")


def test_a_late_alarm_is_raised_in_a_moment_even_if_the_journal_says_nothing(pair: tuple[Desk, Desk]) -> None:
    ours, _ = pair
    ours.alarms.load((), {SMOKE: 1})
    ours.clock.advance(DAY)
    ours.hear(Condition.ACTIVE, 7, source_ms=ours.clock.now_ms() - LATE_MS - 1)
    ours.clock.advance(SETTLE_MS)
    assert ours.kinds == ["AlarmRaised"]


@pytest.mark.parametrize(
    ("then", "kind"), [(Condition.NORMAL, "AlarmCleared"), (Condition.UNKNOWN, "AlarmSourceLost")], ids=str
)
def test_a_fire_that_came_and_went_while_nobody_was_here_is_an_alarm_all_the_same(
    pair: tuple[Desk, Desk], then: Condition, kind: str
) -> None:
    ours, theirs = pair
    theirs.hear(Condition.ACTIVE, 1)
    theirs.hear(Condition.NORMAL, 2)
    ours.alarms.load((), {SMOKE: 1})  # the same detector had an alarm before, long ago
    ours.clock.advance(DAY)
    ours.hear(Condition.ACTIVE, 7, source_ms=ours.clock.now_ms() - 2 * LATE_MS)
    ours.hear(then, 8, source_ms=ours.clock.now_ms() - LATE_MS - 1)  # the very next message that was kept for us
    ours.echoes.told(Told(LIVE, f"alarm/{SMOKE}/1", recorded(theirs.appended)))
    assert ours.kinds == ["AlarmRaised", kind] and sorted(ours.handled) == [7, 8]
    (alarm,) = ours.alarms.rows()
    assert alarm.alarm_class is AlarmClass.FIRE and alarm.is_owed


def test_what_came_and_went_while_nobody_was_here_is_not_raised_if_the_other_console_has_dealt_with_it(
    pair: tuple[Desk, Desk],
) -> None:
    ours, theirs = pair
    then = ours.clock.now_ms()
    theirs.hear(Condition.ACTIVE, 1)
    theirs.hear(Condition.NORMAL, 2)
    told = [replace(entry, data={**entry.data, "source_ms": then + n}) for n, entry in enumerate(theirs.appended[:2])]
    ours.alarms.load((), {SMOKE: 1})
    ours.clock.advance(LATE_MS + 2)
    ours.hear(Condition.ACTIVE, 7, source_ms=then)
    ours.hear(Condition.NORMAL, 8, source_ms=then + 1)
    ours.echoes.told(Told(LIVE, f"alarm/{SMOKE}/1", recorded(told)))
    ours.clock.advance(DAY)
    assert ours.kinds == [] and ours.handled == [7, 8]


def test_an_old_normal_does_not_clear_what_the_other_console_heard_since(pair: tuple[Desk, Desk]) -> None:
    ours, theirs = pair
    ours.clock.advance(DAY)
    theirs.hear(Condition.ACTIVE, 1)
    ours.follow(theirs)
    ours.clock.advance(ECHO_MS)
    ours.hear(Condition.NORMAL, 7, source_ms=ours.clock.now_ms() - DAY)
    alarm = ours.alarms.of(SMOKE)
    assert alarm is not None and alarm.is_active and ours.kinds == [] and ours.handled == [7]


def test_an_entry_that_meets_a_decision_of_ours_on_its_way_waits_for_the_journal_s_answer(
    pair: tuple[Desk, Desk],
) -> None:
    ours, theirs = pair
    ours.hear(Condition.ACTIVE, 7)
    theirs.hear(Condition.ACTIVE, 1)
    ours.following.take(Followed(recorded(theirs.appended)))
    assert ours.following.held == 1
    ours.alarms.overruled(recorded(theirs.appended))
    ours.following.retry()
    assert ours.following.held == 0
    alarm = ours.alarms.of(SMOKE)
    assert alarm is not None and alarm.version == 1 and not alarm.unsaved


def test_a_stream_whose_beginning_is_missing_is_read_again_as_a_whole(pair: tuple[Desk, Desk]) -> None:
    ours, theirs = pair
    theirs.hear(Condition.ACTIVE, 1)
    theirs.hear(Condition.NORMAL, 2)
    every = recorded(theirs.appended)
    ours.following.take(Followed(every[1:]))
    assert ours.following.held == 1
    ours.clock.advance(DAY)
    assert ours.asked == [(LIVE, every[0].entry.stream)]
    ours.following.told(Told(LIVE, every[0].entry.stream, every))
    assert ours.following.held == 0 and ours.restored[0].entries == every
