"""A person's act that lost against what the journal had: it stands where nothing speaks against it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from console.alarms import Acknowledged, Alarms, Outcome
from console.clock import FakeClock
from console.journal import Conflict, Entry, Recorded
from console.model import AlarmClass, AlarmId, By, Condition, ConditionChanged, point_id
from console.overtaken import heard_again, is_done_again, news_of

SMOKE = point_id("site", "a", "smoke")
ALARM = AlarmId(f"{SMOKE}/1")
LI, WANG = By(person="Li", position="desk-1"), By(person="Wang", position="desk-2")


class Desk:
    """The alarms of one console, and what it appended."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.appended: list[Entry] = []
        self.alarms = Alarms(clock, self._append)

    def _append(self, entries: Sequence[Entry], _receipts: Sequence[int] = ()) -> None:
        self.appended += entries

    def hear(self, condition: Condition) -> None:
        now = self.clock.now_ms()
        self.alarms.condition(
            ConditionChanged(
                point=SMOKE, alarm_class=AlarmClass.FIRE, kind="smoke", condition=condition, cause="alarm",
                source_ms=now, received_ms=now,
            )
        )  # fmt: skip


def recorded(entries: Sequence[Entry]) -> tuple[Recorded, ...]:
    return tuple(Recorded(entry, "w", number, "", "") for number, entry in enumerate(entries, 1))


@pytest.fixture
def pair() -> tuple[Desk, Desk]:
    """Two consoles that know the same alarm."""
    clock = FakeClock()
    ours, theirs = Desk(clock), Desk(clock)
    theirs.hear(Condition.ACTIVE)
    ours.alarms.overruled(recorded(theirs.appended))
    return ours, theirs


def lose(ours: Desk, theirs: Desk) -> bool:
    """The other console's entries were first; whether our act is in force after all."""
    conflict = Conflict(ours.appended[-1], recorded(theirs.appended))
    ours.alarms.overruled(conflict.stream)
    ours.appended.clear()
    return is_done_again(ours.alarms, conflict)


def test_an_acknowledgement_that_met_a_clear_is_given_again(pair: tuple[Desk, Desk]) -> None:
    ours, theirs = pair
    ours.alarms.acknowledge(ALARM, LI)
    theirs.hear(Condition.NORMAL)
    assert lose(ours, theirs)
    alarm = ours.alarms.get(ALARM)
    assert alarm is not None and alarm.acknowledged is not None and alarm.acknowledged.by == LI
    assert [(entry.kind, entry.version) for entry in ours.appended] == [("AlarmAcknowledged", 3)]


def test_an_acknowledgement_that_met_another_person_s_stays_his(pair: tuple[Desk, Desk]) -> None:
    ours, theirs = pair
    ours.alarms.acknowledge(ALARM, LI)
    theirs.alarms.acknowledge(ALARM, WANG)
    assert not lose(ours, theirs)
    alarm = ours.alarms.get(ALARM)
    assert alarm is not None and alarm.acknowledged is not None and alarm.acknowledged.by == WANG


def test_an_acknowledgement_does_not_cover_an_alarm_that_came_again(pair: tuple[Desk, Desk]) -> None:
    ours, theirs = pair
    ours.alarms.acknowledge(ALARM, LI)
    theirs.hear(Condition.NORMAL)
    theirs.hear(Condition.ACTIVE)
    assert not lose(ours, theirs)
    alarm = ours.alarms.get(ALARM)
    assert alarm is not None and alarm.acknowledged is None


def test_what_a_detector_said_counts_even_if_a_person_was_first(pair: tuple[Desk, Desk]) -> None:
    ours, theirs = pair
    ours.hear(Condition.NORMAL)
    theirs.alarms.acknowledge(ALARM, WANG)
    conflict = Conflict(ours.appended[-1], recorded(theirs.appended))
    ours.alarms.overruled(conflict.stream)
    said = heard_again(conflict)
    assert said is not None and (said.point, said.condition) == (SMOKE, Condition.NORMAL)
    ours.alarms.condition(said)
    assert [(entry.kind, entry.version) for entry in ours.appended[1:]] == [("AlarmCleared", 3)]


def test_a_fire_that_came_again_while_another_console_reset_it_is_a_fire(pair: tuple[Desk, Desk]) -> None:
    ours, theirs = pair
    theirs.alarms.acknowledge(ALARM, WANG)
    theirs.hear(Condition.NORMAL)
    ours.alarms.overruled(recorded(theirs.appended))
    ours.hear(Condition.ACTIVE)
    theirs.alarms.reset(ALARM, WANG, Outcome.FALSE)
    conflict = Conflict(ours.appended[-1], recorded(theirs.appended))
    ours.alarms.overruled(conflict.stream)
    assert ours.alarms.of(SMOKE) is None
    said = heard_again(conflict)
    assert said is not None
    ours.alarms.condition(said)
    alarm = ours.alarms.of(SMOKE)
    assert alarm is not None and alarm.is_active and alarm.id.endswith("/2")


def test_what_the_winner_did_is_news_and_what_ours_had_said_too_is_not(pair: tuple[Desk, Desk]) -> None:
    ours, theirs = pair
    ours.hear(Condition.NORMAL)
    theirs.alarms.acknowledge(ALARM, WANG)
    theirs.hear(Condition.NORMAL)
    ((version, change),) = news_of(Conflict(ours.appended[-1], recorded(theirs.appended)))
    assert (version, change.by, change.is_ours) == (2, WANG, False)
    assert isinstance(change.fact, Acknowledged)
    assert change.alarm.acknowledged is not None and not change.alarm.is_active


def test_what_both_consoles_heard_is_not_judged_twice(pair: tuple[Desk, Desk]) -> None:
    ours, theirs = pair
    ours.hear(Condition.NORMAL)
    theirs.hear(Condition.NORMAL)
    assert heard_again(Conflict(ours.appended[-1], recorded(theirs.appended))) is None


def test_what_a_machine_decided_and_lost_is_not_done_again(pair: tuple[Desk, Desk]) -> None:
    ours, theirs = pair
    ours.hear(Condition.NORMAL)
    theirs.alarms.acknowledge(ALARM, WANG)
    assert not lose(ours, theirs) and ours.appended == []
