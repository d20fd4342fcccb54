"""A shift's log of one alarm: time, what came in, what the operator sees and owes."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.alarms import Alarms, Outcome, Shown
from console.clock import FakeClock
from console.errors import CommandRefused
from console.journal import Conflict, Entry, Recorded
from console.model import LIVE, AlarmClass, AlarmId, By, Condition, ConditionChanged, point_id

LI = By(person="Li", position="desk-1")
SMOKE = point_id("z2m", "0x01", "smoke")
TAMPER = point_id("z2m", "0x01", "tamper")
NORMAL, ACTIVE, UNKNOWN = Condition.NORMAL, Condition.ACTIVE, Condition.UNKNOWN


class Shift:
    """One desk with a journal in a list and a clock that moves only when told to."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.journal: list[Entry] = []
        self.receipts: list[int] = []
        self.alarms = Alarms(self.clock, self._append)

    def _append(self, entries: Sequence[Entry], receipts: Sequence[int]) -> None:
        self.journal += entries
        self.receipts += receipts

    def says(self, condition: Condition, point: str = SMOKE, after_s: float = 1, **more: object) -> None:
        self.clock.advance(int(after_s * 1000))
        now = self.clock.now_ms()
        kind = point.rpartition("#")[2]
        fields = {
            "point": point, "alarm_class": AlarmClass.FIRE if kind == "smoke" else AlarmClass.TROUBLE, "kind": kind,
            "condition": condition, "cause": "alarm", "source_ms": now - 200, "received_ms": now, **more,
        }  # fmt: skip
        self.alarms.condition(ConditionChanged(**fields))  # type: ignore[arg-type]

    @property
    def states(self) -> list[Shown]:
        return [alarm.shown for alarm in self.alarms.rows()]

    def only(self) -> AlarmId:
        (alarm,) = self.alarms.rows()
        return alarm.id

    def restarted(self) -> Shift:
        later = Shift()
        streams = sorted({e.stream for e in self.journal})
        newest = {s: [e for e in self.journal if e.stream == s] for s in streams}
        still_open = [e for s in streams if newest[s][-1].open for e in newest[s]]
        numbers: dict[str, int] = {}
        for s in streams:
            point, _, n = s.removeprefix("alarm/").rpartition("/")
            numbers[point] = max(numbers.get(point, 0), int(n))
        later.alarms.load([Recorded(e, "desk-1/x", i, "", "") for i, e in enumerate(still_open, 1)], numbers)  # type: ignore[arg-type]
        return later


def test_a_fire_alarm_goes_through_seen_normal_latched_and_reset() -> None:
    shift = Shift()
    shift.says(ACTIVE)
    assert shift.states == [Shown.UNACKNOWLEDGED]
    shift.alarms.acknowledge(shift.only(), LI)
    assert shift.states == [Shown.ACKNOWLEDGED]
    shift.says(NORMAL)
    assert shift.states == [Shown.LATCHED]
    shift.alarms.reset(shift.only(), LI, Outcome.FALSE)
    assert shift.states == []
    assert [e.kind for e in shift.journal] == ["AlarmRaised", "AlarmAcknowledged", "AlarmCleared", "AlarmReset"]
    assert [e.version for e in shift.journal] == [1, 2, 3, 4]
    assert [e.open for e in shift.journal] == [True, True, True, False]


def test_a_fire_that_clears_before_anyone_saw_it_stays_until_it_is_seen_and_reset() -> None:
    shift = Shift()
    shift.says(ACTIVE)
    shift.says(NORMAL)
    assert shift.states == [Shown.CLEARED]
    shift.alarms.acknowledge(shift.only(), LI)
    assert shift.states == [Shown.LATCHED]


def test_a_trouble_closes_when_it_is_normal_and_seen_without_a_reset() -> None:
    shift = Shift()
    shift.says(ACTIVE, TAMPER)
    shift.alarms.acknowledge(shift.only(), LI)
    shift.says(NORMAL, TAMPER)
    assert shift.states == []
    shift.says(ACTIVE, TAMPER)
    shift.says(NORMAL, TAMPER)
    assert shift.states == [Shown.CLEARED]
    shift.alarms.acknowledge(shift.only(), LI)
    assert shift.states == []


def test_a_repeat_while_active_is_not_a_new_alarm() -> None:
    shift = Shift()
    shift.says(ACTIVE)
    shift.alarms.acknowledge(shift.only(), LI)
    shift.says(ACTIVE)
    assert shift.states == [Shown.ACKNOWLEDGED]
    assert len(shift.journal) == 2


def test_an_alarm_after_a_clear_is_a_new_occurrence_on_the_same_row_and_unacknowledged_again() -> None:
    shift = Shift()
    shift.says(ACTIVE)
    first = shift.only()
    shift.alarms.acknowledge(first, LI)
    shift.says(NORMAL)
    shift.says(ACTIVE, after_s=60)
    (alarm,) = shift.alarms.rows()
    assert (alarm.id, len(alarm.occurrences), alarm.shown) == (first, 2, Shown.UNACKNOWLEDGED)


def test_the_next_episode_has_the_next_number_also_after_a_restart() -> None:
    shift = Shift()
    for _ in range(2):
        shift.says(ACTIVE, TAMPER)
        shift.alarms.acknowledge(shift.only(), LI)
        shift.says(NORMAL, TAMPER)
    later = shift.restarted()
    later.says(ACTIVE, TAMPER)
    assert later.only() == f"{TAMPER}/3"


def test_a_lost_source_freezes_the_alarm_and_never_clears_it() -> None:
    shift = Shift()
    shift.says(ACTIVE)
    shift.alarms.acknowledge(shift.only(), LI)
    shift.says(UNKNOWN)
    assert shift.states == [Shown.UNKNOWN]
    with pytest.raises(CommandRefused, match="source_lost"):
        shift.alarms.reset(shift.only(), LI, Outcome.FALSE)
    shift.says(ACTIVE)
    assert shift.states == [Shown.ACKNOWLEDGED]
    shift.says(UNKNOWN)
    shift.says(NORMAL)
    assert shift.states == [Shown.LATCHED]


def test_an_unacknowledged_fire_of_a_lost_source_is_still_shown_as_unacknowledged() -> None:
    shift = Shift()
    shift.says(ACTIVE)
    shift.says(UNKNOWN)
    assert shift.states == [Shown.UNACKNOWLEDGED]


def test_a_lost_source_without_an_alarm_makes_none_of_its_own_point() -> None:
    shift = Shift()
    shift.says(UNKNOWN)
    shift.says(NORMAL)
    assert shift.states == [] and shift.journal == []


@pytest.mark.parametrize(
    ("prepare", "code"),
    [
        ((ACTIVE,), "still_active"),
        ((ACTIVE, NORMAL), "not_acknowledged"),
        ((ACTIVE, UNKNOWN), "source_lost"),
    ],
)
def test_a_fire_cannot_be_reset_before_its_time(prepare: tuple[Condition, ...], code: str) -> None:
    shift = Shift()
    for condition in prepare:
        shift.says(condition)
    with pytest.raises(CommandRefused, match=code):
        shift.alarms.reset(shift.only(), LI, Outcome.FALSE)


def test_a_machine_never_acknowledges_or_resets() -> None:
    shift = Shift()
    shift.says(ACTIVE)
    robot = By(machine="rule")
    with pytest.raises(CommandRefused, match="machine_acknowledge"):
        shift.alarms.acknowledge(shift.only(), robot)
    shift.alarms.acknowledge(shift.only(), LI)
    shift.says(NORMAL)
    with pytest.raises(CommandRefused, match="machine_reset"):
        shift.alarms.reset(shift.only(), robot, Outcome.FALSE)
    assert shift.states == [Shown.LATCHED]


def test_the_second_person_to_acknowledge_is_told_who_was_first() -> None:
    shift = Shift()
    shift.says(ACTIVE)
    shift.alarms.acknowledge(shift.only(), LI)
    with pytest.raises(CommandRefused, match="already_acknowledged: Li"):
        shift.alarms.acknowledge(shift.only(), By(person="Wang", position="desk-2"))


def test_a_worse_limit_takes_the_acknowledgement_back() -> None:
    shift = Shift()
    shift.says(ACTIVE, TAMPER)
    shift.alarms.acknowledge(shift.only(), LI)
    shift.says(ACTIVE, TAMPER, cause="limit_worse")
    assert shift.states == [Shown.UNACKNOWLEDGED]


def test_a_fire_stands_above_a_trouble_and_unacknowledged_above_acknowledged() -> None:
    shift = Shift()
    other = point_id("z2m", "0x02", "smoke")
    shift.says(ACTIVE, TAMPER)
    shift.says(ACTIVE)
    shift.says(ACTIVE, other)
    shift.alarms.acknowledge(AlarmId(f"{SMOKE}/1"), LI)
    assert [a.point for a in shift.alarms.rows()] == [other, SMOKE, TAMPER]


def test_the_times_of_source_arrival_and_decision_are_kept_and_lateness_is_known() -> None:
    shift = Shift()
    now = shift.clock.now_ms() + 1000
    shift.says(ACTIVE, source_ms=now - 7_200_000)
    (alarm,) = shift.alarms.rows()
    assert (alarm.late_ms, alarm.last.received_ms, alarm.raised_ms) == (7_200_000, now, now)


def test_a_row_is_marked_unsaved_until_its_newest_entry_is_committed() -> None:
    shift = Shift()
    shift.says(ACTIVE)
    shift.alarms.acknowledge(shift.only(), LI)
    stream = f"alarm/{shift.only()}"
    shift.alarms.saved({(LIVE, stream): 1})
    assert [a.unsaved for a in shift.alarms.rows()] == [True]
    shift.alarms.saved({(LIVE, stream): 2})
    assert [a.unsaved for a in shift.alarms.rows()] == [False]


def test_a_receipt_is_handed_on_even_when_nothing_changed() -> None:
    shift = Shift()
    now = shift.clock.now_ms()
    change = ConditionChanged(SMOKE, AlarmClass.FIRE, "smoke", ACTIVE, "alarm", now, now)
    shift.alarms.condition(change, receipts=(7,))
    shift.alarms.condition(change, receipts=(8,))
    assert shift.receipts == [7, 8]


def test_when_another_console_was_first_its_word_stands() -> None:
    ours, theirs = Shift(), Shift()
    for desk in (ours, theirs):
        desk.says(ACTIVE)
    ours.alarms.acknowledge(ours.only(), LI)
    theirs.alarms.acknowledge(theirs.only(), By(person="Wang", position="desk-2"))
    truth = tuple(Recorded(e, "desk-2/y", i, "", "") for i, e in enumerate(theirs.journal, 1))
    conflict = Conflict(ours.journal[-1], truth)
    alarm = ours.alarms.overruled(conflict.stream)
    assert alarm is not None and alarm.acknowledged is not None and alarm.acknowledged.by.person == "Wang"


STEPS = st.lists(st.sampled_from(["active", "normal", "unknown", "ack", "reset"]), max_size=30)


@given(STEPS)
def test_whatever_happens_a_restart_shows_the_same_rows(steps: list[str]) -> None:
    shift = Shift()
    for name in steps:
        _do(shift, name)
    later = shift.restarted()
    for mine, theirs in itertools.zip_longest(shift.alarms.rows(), later.alarms.rows()):
        assert (mine.id, mine.shown, mine.occurrences) == (theirs.id, theirs.shown, theirs.occurrences)


@given(STEPS)
def test_no_fire_ever_leaves_the_list_without_a_person_having_reset_it(steps: list[str]) -> None:
    shift = Shift()
    for name in steps:
        before = len(shift.alarms)
        _do(shift, name)
        if len(shift.alarms) < before:
            assert shift.journal[-1].kind == "AlarmReset" and shift.journal[-1].by == LI


def _do(shift: Shift, name: str) -> None:
    if name in {"active", "normal", "unknown"}:
        shift.says(Condition(name))
        return
    for alarm in shift.alarms.rows():
        try:
            if name == "ack":
                shift.alarms.acknowledge(alarm.id, LI)
            else:
                shift.alarms.reset(alarm.id, LI, Outcome.TEST)
        except CommandRefused:
            assert alarm.shown not in {Shown.LATCHED} or name == "ack"
