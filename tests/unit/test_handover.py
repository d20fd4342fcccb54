"""A change of shift: nothing open is left out, nobody takes over from himself, nobody's alarms are known as such."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import pytest

from console import announce
from console.alarms import Acknowledgement, Alarm, Duty, Occurrence, OnTest, OutOfService, Shelf
from console.announce import Announcement
from console.clock import FakeClock
from console.config.schema import ProvingConfig
from console.drill import Drill
from console.errors import CommandRefused
from console.handover import Handovers, Leaving, Notes, Phase, Room, Section, Sources, Taking
from console.incidents import Incident
from console.incidents.incident import Scene
from console.journal import Conflict, Entry, Recorded
from console.model import (
    AlarmClass,
    AlarmId,
    By,
    Condition,
    Crew,
    IncidentId,
    Point,
    PointId,
    Right,
    ScenarioId,
    Seat,
    UnitId,
    UnitKind,
    UnitStatus,
)
from console.proving import Owing, Proving
from console.units import Unit

LI, CHAN = By(person="Li", position="desk-1"), By(person="Chan", position="desk-1")
MINUTE = 60_000


def alarm(name: str, alarm_class: AlarmClass = AlarmClass.FIRE, owner: By | None = None, at_ms: int = 0) -> Alarm:
    """An active alarm, acknowledged by its owner."""
    return Alarm(
        id=AlarmId(f"site/{name}/1"), point=PointId(f"site/{name}"), alarm_class=alarm_class, kind="smoke",
        cause="alarm", version=1, condition=Condition.ACTIVE, occurrences=(Occurrence(at_ms, at_ms, at_ms),),
        latched=False, acknowledged=Acknowledgement(owner, at_ms) if owner is not None else None,
    )  # fmt: skip


def incident(owner: By) -> Incident:
    return Incident(IncidentId("E-0007"), 1, 1_000, LI, Scene("东厂房", "East Building"), "a", owner)


@dataclass
class Shift:
    """One position; alarms and incidents are what the test puts there."""

    clock: FakeClock = field(default_factory=FakeClock)
    entries: list[Entry] = field(default_factory=list)
    accounts: bool = True
    alarms: dict[AlarmId, Alarm] = field(default_factory=dict)
    incidents: list[Incident] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    drills: list[Drill] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.seat = Seat("desk-1", "Li")
        self.told: list[Announcement] = []
        self.elsewhere: set[str] = set()
        self.proving = Proving(
            self.clock, self.seat, ProvingConfig(fire_days=1), [Point(PointId("site/a#smoke"), "甲", "A", "smoke")],
            self.entries.extend, self.told.append, lambda _point: None, Owing(self.clock, lambda _change: None),
        )  # fmt: skip
        notes = Notes(self.clock, "desk-1", self.entries.extend)
        sources = Sources(
            self.alarms.values, lambda: self.duties, lambda: self.incidents, lambda: self.units,
            lambda: self.drills[0] if self.drills else None, self.proving, notes.all,
        )  # fmt: skip
        room = Room(lambda: tuple(self.alarms.values()), self.present, self.disown)
        leaving = Leaving(self.clock, self.seat, room, 5, self.told.append)
        self.desk = Handovers(
            self.clock, self.seat, sources, notes, Taking(self.take, self.take_incident), leaving,
            self.entries.extend, self.told.append, lambda: self.accounts,
        )  # fmt: skip
        last = {entry.stream: entry for entry in self.entries}
        recorded = [Recorded(e, "w", 1, "", "") for e in self.entries if last[e.stream].open]
        self.proving.load(recorded)
        self.proving.resume()
        self.clock.advance(30_000)
        self.desk.load(recorded)

    def again(self) -> Shift:
        return Shift(FakeClock(self.clock.now_ms()), self.entries, self.accounts, self.alarms)

    def present(self) -> frozenset[str]:
        return frozenset({self.seat.person, *self.elsewhere})

    def put(self, *alarms: Alarm) -> None:
        self.alarms |= {each.id: each for each in alarms}

    def take(self, id_: AlarmId, leaver: By, comer: By) -> None:
        known, now = self.alarms[id_], self.clock.now_ms()
        if known.acknowledged is not None and (known.owner is None or known.owner.person == leaver.person):
            self.alarms[id_] = replace(self.alarms[id_], acknowledged=Acknowledgement(comer, now), unowned_ms=0)

    def take_incident(self, _id: IncidentId, leaver: By, comer: By) -> None:
        self.incidents = [replace(i, owner=comer) if i.owner.person == leaver.person else i for i in self.incidents]

    def disown(self, id_: AlarmId) -> None:
        self.alarms[id_] = replace(self.alarms[id_], unowned_ms=self.clock.now_ms())

    def sections(self) -> list[Section]:
        return [line.section for line in self.desk.sheet()]

    def accept_all(self) -> None:
        for line in self.desk.open_lines():
            self.desk.accept(line.key)

    def hand_over(self) -> None:
        """Li signs, Chan signs in."""
        self.desk.begin()
        self.seat.person = "Chan"


@pytest.fixture
def shift() -> Shift:
    return Shift()


def refused(act: object) -> tuple[str, str]:
    with pytest.raises(CommandRefused) as caught:
        act()  # type: ignore[operator]
    return caught.value.code, caught.value.about


def everything(shift: Shift) -> None:
    """One of each thing the next shift has to know."""
    fire, unowned = alarm("fire"), replace(alarm("heat", owner=LI), unowned_ms=5)
    shelved = replace(alarm("fan", AlarmClass.HAZARD, LI), shelved=Shelf(9_000, LI, "works on the roof", 1_000))
    tested = replace(alarm("tested"), on_test=OnTest(9_000, LI, 1_000))
    shift.put(fire, unowned, shelved, alarm("battery", AlarmClass.TROUBLE), tested)
    shift.duties = [
        Duty(PointId("site/out"), 1, out_of_service=OutOfService("P-17", 9_000, "fire watch", LI, CHAN, 1_000)),
        Duty(PointId("site/tested"), 1, on_test=OnTest(9_000, LI, 1_000)),
    ]
    shift.incidents = [incident(LI)]
    crew = Crew(UnitId("M1"), UnitKind.MICRO_STATION, "微站", "Station 1")
    shift.units = [
        Unit(crew, status=UnitStatus.ON_SCENE, incident=IncidentId("E-0007")),
        Unit(replace(crew, id=UnitId("M2"))),
        Unit(replace(crew, id=UnitId("M3")), status=UnitStatus.OUT_OF_SERVICE, reason="tyre"),
    ]
    shift.drills = [Drill("d1", 1, ScenarioId("hall"), "Gao", 1_000, 9_000)]
    shift.desk.note("lift 3 is out until Friday")
    shift.clock.advance(86_400_000)


def test_the_sheet_leaves_out_nothing_the_next_shift_has_to_know(shift: Shift) -> None:
    everything(shift)
    assert shift.sections() == [
        Section.ALARMS, Section.UNOWNED, Section.INCIDENTS, Section.UNITS, Section.UNITS, Section.SHELVED,
        Section.OUT_OF_SERVICE, Section.ON_TEST, Section.TROUBLES, Section.DRILL, Section.PROOFS, Section.NOTES,
    ]  # fmt: skip
    told = {line.section: line for line in shift.desk.sheet()}
    assert (told[Section.SHELVED].text, told[Section.SHELVED].until_ms) == ("works on the roof", 9_000)
    assert told[Section.OUT_OF_SERVICE].who == "Li, desk-1 + Chan, desk-1"
    assert told[Section.OUT_OF_SERVICE].text == "P-17 · fire watch"
    assert told[Section.PROOFS].count == 1
    assert told[Section.NOTES].text == "lift 3 is out until Friday"


def test_a_quiet_room_has_an_empty_sheet_that_can_be_signed_at_once(shift: Shift) -> None:
    shift.hand_over()
    shift.desk.take()
    assert shift.desk.last_taken is not None and shift.desk.last_taken.taker == CHAN


def test_nobody_takes_over_from_himself(shift: Shift) -> None:
    shift.put(alarm("fire"))
    shift.desk.begin()
    key = shift.desk.sheet()[0].key
    assert refused(lambda: shift.desk.accept(key)) == ("own_handover", "Li")
    assert refused(shift.desk.take) == ("own_handover", "Li")


def test_the_comer_signs_only_when_every_line_is_accepted(shift: Shift) -> None:
    everything(shift)
    shift.hand_over()
    assert refused(shift.desk.take) == ("lines_open", "12")
    shift.accept_all()
    shift.desk.take()
    kinds = [entry.kind for entry in shift.entries if entry.stream.startswith("handover/")]
    assert kinds == ["HandoverBegun", *["HandoverLineAccepted"] * 12, "HandoverTaken"]
    signed = [entry.by.person for entry in shift.entries if entry.kind in ("HandoverBegun", "HandoverTaken")]
    assert signed == ["Li", "Chan"]


def test_a_line_that_changes_meanwhile_asks_to_be_accepted_again(shift: Shift) -> None:
    fire = alarm("fire")
    shift.put(fire)
    shift.hand_over()
    shift.accept_all()
    assert shift.desk.open_lines() == ()
    shift.put(replace(fire, occurrences=(*fire.occurrences, Occurrence(9, 9, 9))))
    assert [line.subject for line in shift.desk.open_lines()] == [fire.id]


def test_an_alarm_raised_during_the_handover_is_on_the_sheet(shift: Shift) -> None:
    shift.hand_over()
    shift.put(alarm("late"))
    assert refused(shift.desk.take) == ("lines_open", "1")


def test_accepting_a_line_makes_the_comer_the_owner_of_what_the_leaver_owned(shift: Shift) -> None:
    wong = By(person="Wong", position="desk-2")
    mine, theirs = alarm("mine", owner=LI), alarm("theirs", owner=wong)
    shift.put(mine, theirs)
    shift.incidents = [incident(LI)]
    shift.hand_over()
    shift.accept_all()
    assert (shift.alarms[mine.id].owner, shift.alarms[theirs.id].owner) == (CHAN, wong)
    assert shift.incidents[0].owner == CHAN


def test_what_nobody_took_over_is_nobodys_five_minutes_after_the_leaver_is_gone(shift: Shift) -> None:
    left = alarm("left", owner=LI)
    shift.put(left)
    shift.seat.person = "Chan"  # Li went without a word
    shift.clock.advance(4 * MINUTE)
    assert shift.alarms[left.id].owner == LI
    shift.clock.advance(MINUTE + 20_000)
    assert shift.alarms[left.id].owner is None
    (told,) = [each for each in shift.told if isinstance(each, announce.AlarmsDisowned)]
    assert (told.person, told.alarms) == ("Li", 1)


def test_somebody_who_comes_back_in_time_keeps_his_alarms(shift: Shift) -> None:
    left = alarm("left", owner=LI)
    shift.put(left)
    shift.seat.person = "Chan"
    shift.clock.advance(4 * MINUTE)
    shift.seat.person = "Li"
    shift.clock.advance(20_000)
    shift.seat.person = "Chan"
    shift.clock.advance(4 * MINUTE)
    assert shift.alarms[left.id].owner == LI


def test_somebody_who_sits_at_another_position_now_keeps_his_alarms(shift: Shift) -> None:
    left = alarm("left", owner=LI)
    shift.put(left)
    shift.seat.person = "Chan"
    shift.elsewhere.add("Li")
    shift.clock.advance(20 * MINUTE)
    assert shift.alarms[left.id].owner == LI


def test_alarms_acknowledged_at_another_position_are_not_ours_to_give_away(shift: Shift) -> None:
    other = alarm("other", owner=By(person="Wong", position="desk-2"))
    shift.put(other)
    shift.clock.advance(20 * MINUTE)
    assert shift.alarms[other.id].owner is not None


def signed_without_the_leavers_alarm(shift: Shift) -> Alarm:
    """Both have signed; an alarm the leaver acknowledged in the last moment was on nobody's line."""
    shift.hand_over()
    shift.accept_all()
    shift.desk.take()
    left = alarm("left", owner=LI, at_ms=shift.clock.now_ms())
    shift.put(left)
    return left


def test_the_record_of_a_handover_is_closed_when_the_leavers_time_is_over(shift: Shift) -> None:
    left = signed_without_the_leavers_alarm(shift)
    shift.clock.advance(5 * MINUTE + 20_000)
    assert shift.alarms[left.id].owner is None
    settled = shift.entries[-1]
    assert (settled.kind, settled.data["unowned"], settled.open) == ("HandoverSettled", 1, False)
    assert shift.again().desk.last_taken is None


def test_the_leavers_clock_runs_on_over_a_restart(shift: Shift) -> None:
    left = signed_without_the_leavers_alarm(shift)
    shift.clock.advance(3 * MINUTE)
    later = shift.again()
    later.seat.person = "Li"  # without accounts his name may still stand there
    later.clock.advance(2 * MINUTE + 20_000)
    assert later.alarms[left.id].owner is None


def test_a_handover_under_way_outlives_a_restart_with_its_accepted_lines(shift: Shift) -> None:
    shift.put(alarm("one"), alarm("two"))
    shift.hand_over()
    shift.desk.accept("alarm:site/one/1")
    later = shift.again()
    later.seat.person = "Chan"
    assert [line.subject for line in later.desk.open_lines()] == ["site/two/1"]
    assert later.desk.current is not None and later.desk.current.phase is Phase.BEGUN


def test_a_handover_put_off_leaves_everything_with_the_leaver(shift: Shift) -> None:
    left = alarm("left", owner=LI)
    shift.put(left)
    shift.desk.begin()
    shift.desk.cancel()
    shift.clock.advance(20 * MINUTE)
    assert shift.alarms[left.id].owner == LI
    assert shift.again().desk.current is None
    assert refused(shift.desk.cancel) == ("no_handover", "")


def test_where_nobody_signs_in_the_comer_is_named_and_accepts_by_his_name(shift: Shift) -> None:
    shift.accounts = False
    shift.put(alarm("fire", owner=LI))
    assert refused(shift.desk.begin) == ("no_comer", "")
    assert refused(lambda: shift.desk.begin(" Li ")) == ("own_handover", "Li")
    shift.desk.begin("Chan")
    shift.accept_all()
    shift.desk.take()
    assert [entry.by.person for entry in shift.entries if entry.kind != "PathsPlanned"] == ["Li", "Chan", "Chan"]


def test_only_one_handover_at_a_time(shift: Shift) -> None:
    shift.desk.begin()
    assert refused(shift.desk.begin) == ("handover_is_on", "Li")


def test_notes_stand_through_every_change_of_shift_until_somebody_strikes_them(shift: Shift) -> None:
    shift.desk.note("  key of pump room at the gate ")
    shift.desk.note("second")
    shift.hand_over()
    shift.accept_all()
    shift.desk.take()
    later = shift.again()
    notes = {line.text: line.subject for line in later.desk.sheet()}
    assert set(notes) == {"key of pump room at the gate", "second"}
    later.desk.strike(notes["second"])
    assert [line.text for line in later.again().desk.sheet()] == ["key of pump room at the gate"]
    assert refused(lambda: later.desk.strike(notes["second"]))[0] == "no_note"
    assert refused(lambda: later.desk.note(" "))[0] == "empty_note"
    assert refused(lambda: later.desk.note("x" * 1_001)) == ("long_note", "1000")


def test_a_note_of_another_console_is_on_our_sheet_and_its_handover_is_not_ours(shift: Shift) -> None:
    other: list[Entry] = []
    seat = Seat("desk-2", "Wong")
    Notes(shift.clock, "desk-2", other.extend).write("from desk-2", seat.by)
    begun = Entry(
        other[0].domain, "handover/desk-2-5", 1, "HandoverBegun", 5, seat.by, {"position": "desk-2"}, open=True
    )  # fmt: skip
    for entry in (*other, begun):
        shift.desk.learn(entry)
    assert [line.text for line in shift.desk.sheet()] == ["from desk-2"]
    assert shift.desk.current is None


def test_a_note_that_two_consoles_struck_at_once_is_simply_gone(shift: Shift) -> None:
    shift.desk.note("x")
    written = shift.entries[-1]
    shift.desk.strike(shift.desk.sheet()[0].subject)
    ours = shift.entries[-1]
    theirs = replace(ours, by=By(person="Wong", position="desk-2"))
    stream: Iterable[Entry] = (written, theirs)
    assert shift.desk.overruled(Conflict(ours, tuple(Recorded(e, "w", 1, "", "") for e in stream)))
    assert shift.desk.sheet() == ()


def test_who_may_not_hand_over_is_refused(shift: Shift) -> None:
    def rule(right: Right, _class: AlarmClass | None, _point: PointId | None) -> None:
        raise CommandRefused("no_right", right.value)

    shift.seat.rule = rule
    for act in (shift.desk.begin, shift.desk.take, shift.desk.cancel, lambda: shift.desk.note("x")):
        assert refused(act)[0] == "no_right"
