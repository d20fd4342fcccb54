"""Proofs and changes of shift in a whole console: test mode, alarms, incidents and the journal take part in them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from console.alarms import Outcome
from console.errors import CommandRefused
from console.handover import Section
from console.journal import Conflict, Entry, Followed, Recorded
from console.model import AlarmId, By, Condition
from console.proving import Standing, Step
from tests.unit.dispatch_room import LEAK, SMOKE, Room

MINUTE = 60_000


@pytest.fixture
def room() -> Room:
    room = Room()
    room.clock.advance(30_000)
    return room


def standing(room: Room) -> Standing:
    return next(each.standing for each in room.console.shifts.proving.obligations() if each.point.id == SMOKE)


def begin(room: Room) -> None:
    room.console.shifts.proving.begin([SMOKE], 30)


def signal(room: Room) -> AlarmId:
    """Somebody sprays smoke at the detector, and the row is painted."""
    room.clock.advance(5_000)
    alarm = room.alarm()
    room.console.alarming.displayed(alarm)
    return alarm


def test_a_test_signal_is_proven_and_calls_nobody(room: Room) -> None:
    begin(room)
    alarm = room.console.live.get(signal(room))
    assert alarm is not None and alarm.on_test is not None and not alarm.is_owed
    assert standing(room) is Standing.PROVEN
    assert room.console.seeing.wall.current is None


def test_ending_the_test_makes_the_detector_count_again(room: Room) -> None:
    begin(room)
    signal(room)
    room.alarm(condition=Condition.NORMAL)
    room.console.shifts.proving.end()
    assert room.console.live.service.of(SMOKE) is None
    assert (found := room.console.live.get(room.alarm())) is not None and found.is_owed


def test_a_real_fire_beside_the_tested_detector_proves_nothing_and_calls_everybody(room: Room) -> None:
    begin(room)
    other = room.console.live.get(room.alarm(LEAK))
    assert other is not None and other.is_owed
    assert "PathProven" not in room.store.kinds()


def test_a_test_under_way_goes_on_after_a_restart(room: Room) -> None:
    begin(room)
    later = room.again(5_000)
    trial = later.console.shifts.proving.trial
    assert trial is not None and trial.courses[SMOKE].step is Step.WAITING
    signal(later)
    assert standing(later) is Standing.PROVEN


def test_detectors_that_fail_are_one_trouble_of_the_room(room: Room) -> None:
    begin(room)
    room.console.shifts.proving.fail(SMOKE)
    (trouble,) = [alarm for alarm in room.console.live if alarm.kind == "proof_missing"]
    assert trouble.last.value == 1.0
    room.console.shifts.proving.end()
    begin(room)
    signal(room)
    again = room.console.live.get(trouble.id)
    assert again is not None and not again.is_active


def test_what_another_console_proved_is_proven_here(room: Room) -> None:
    other = Room()
    other.clock.advance(30_000)
    before = len(other.store.entries)
    begin(other)
    signal(other)
    news = [entry for entry in other.store.entries[before:] if not entry.stream.startswith("position/")]
    room.take(Followed(tuple(Recorded(entry, "desk-2/x", n, "", "") for n, entry in enumerate(news, 1))))
    assert standing(room) is Standing.PROVEN


def hand_over(room: Room) -> None:
    """Li hands over to Chan, who accepts every line."""
    handovers = room.console.shifts.handovers
    handovers.begin("Chan")
    for line in handovers.open_lines():
        handovers.accept(line.key)
    handovers.take()


def test_the_comer_owns_the_leavers_alarms_and_incidents(room: Room) -> None:
    incident = room.sent()
    alarm = next(iter(room.console.live)).id
    room.console.acknowledge(alarm)
    hand_over(room)
    taken, found = room.console.live.get(alarm), room.desk.incident(incident)
    assert taken is not None and taken.owner == By(person="Chan", position="desk-1")
    assert found is not None and found.owner.person == "Chan"
    room.clock.advance(10 * MINUTE)
    kept = room.console.live.get(alarm)
    assert kept is not None and not kept.unowned_ms


def test_what_the_leaver_acknowledged_and_nobody_took_is_nobodys_after_five_minutes(room: Room) -> None:
    alarm = room.alarm(LEAK)
    handovers = room.console.shifts.handovers
    handovers.begin("Chan")
    handovers.accept(f"alarm:{alarm}")
    room.console.acknowledge(alarm)  # Li, in his last moment
    handovers.take()
    room.clock.advance(4 * MINUTE)
    assert (before := room.console.live.get(alarm)) is not None and not before.unowned_ms
    room.clock.advance(2 * MINUTE)
    assert (after := room.console.live.get(alarm)) is not None and after.owner is None
    assert [line.section for line in handovers.sheet()] == [Section.UNOWNED]
    room.console.alarming.take(alarm)
    assert (taken := room.console.live.get(alarm)) is not None and taken.owner is not None


def test_an_alarm_that_is_over_leaves_the_sheet(room: Room) -> None:
    alarm = room.alarm()
    handovers = room.console.shifts.handovers
    assert [line.subject for line in handovers.sheet()] == [alarm]
    room.console.acknowledge(alarm)
    room.alarm(condition=Condition.NORMAL)
    room.console.reset(alarm, Outcome.FALSE)
    assert handovers.sheet() == ()


def test_a_line_that_went_meanwhile_cannot_be_accepted(room: Room) -> None:
    handovers = room.console.shifts.handovers
    handovers.begin("Chan")
    with pytest.raises(CommandRefused) as refused:
        handovers.accept("alarm:gone/1")
    assert refused.value.code == "no_line"


def test_a_note_two_consoles_struck_at_once_is_overruled_in_silence(room: Room) -> None:
    handovers = room.console.shifts.handovers
    handovers.note("x")
    written: Entry = room.store.entries[-1]
    handovers.strike(handovers.sheet()[0].subject)
    ours = room.store.entries[-1]
    theirs = replace(ours, by=By(person="Wong", position="desk-2"))
    room.take(Conflict(ours, tuple(Recorded(entry, "w", 1, "", "") for entry in (written, theirs))))
    assert handovers.sheet() == ()
    assert room.events("ActOverruled") == []
