"""From alarm to unit and back: an incident opened with one call, orders, answers, a timeline of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from console.alarms import Alarms
from console.backends.store.rows import prepare
from console.config.schema import DispatchConfig
from console.dispatching import Dispatching, Eyes, timeline
from console.errors import CommandRefused
from console.incidents import Disposition
from console.journal import Conflict, Entry, Recorded, Saved
from console.model import LIVE, By, Condition, Domain, Seat, UnitMoved, UnitStatus
from console.outgoing import Published
from console.ports import Painted
from console.units import FACTS, Ordered
from tests.unit.dispatch_room import E1, G1, LEAK, M1, S1, SITE, SMOKE, Carrier, Room


def test_from_alarm_to_closed_everything_is_on_the_timeline() -> None:
    room = Room()
    incident = room.sent(M1, S1)
    alarm = room.console.alarms.rows()[0].id
    for status in (UnitStatus.ACCEPTED, UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE):
        room.clock.advance(10_000)
        room.says(M1, status)
    room.console.seeing.painted(Painted(alarm, "C-1", "desk-1", "alarm", 1, "memory", 30))  # type: ignore[arg-type]
    room.console.acknowledge(alarm)
    room.desk.note(incident, "浓烟，二层已疏散")
    room.desk.close(incident, Disposition.RESOLVED, "done")
    assert room.told(incident) == [
        "AlarmRaised",
        "IncidentOpened",
        "IncidentAlarmLinked",
        "UnitOrdered M1",
        "UnitOrdered S1",
        "OrderSent M1",
        "OrderSent S1",
        "AlarmEscalated 2",
        "UnitReported M1 accepted",
        "ClockStopped M1 response_started",
        "UnitReported M1 en_route",
        "UnitReported M1 on_scene",
        "ClockStopped M1 on_scene",
        "CameraShown",
        "AlarmAcknowledged",
        "IncidentNoted",
        "IncidentClosed resolved",
        "UnitReleased M1 returning",
        "UnitReleased S1 available",
    ]


# ---- incidents ---------------------------------------------------------------------------------------------------


def test_one_call_makes_an_incident_with_the_alarms_place_kind_and_owner() -> None:
    room = Room()
    incident = room.desk.incident(room.desk.open_from(room.alarm()))
    assert incident is not None and incident.id == "E-0001"
    assert (incident.scene.name, incident.scene.building, incident.scene.floor) == ("东厂房烟感", "EAST", 2)
    assert incident.first is not None and incident.first.kind == "smoke"
    assert incident.owner == By(person="Li", position="desk-1")
    assert [one.unit.id for one in room.desk.recommended(incident.id) if one.is_proposed] == [M1, S1]


def test_several_alarms_may_belong_to_one_incident_but_an_alarm_only_to_one() -> None:
    room = Room()
    incident = room.desk.open_from(room.alarm())
    room.desk.link(room.alarm(LEAK), incident)
    assert [link.kind for link in room.desk.incident(incident).links] == ["smoke", "leakage_current"]  # type: ignore
    with pytest.raises(CommandRefused, match="already_linked: E-0001"):
        room.desk.open_from(room.alarm(LEAK))


def test_an_incident_without_an_alarm_is_measured_to_the_place_it_names() -> None:
    room = Room()
    known, unknown = room.desk.open_at(" east building SMOKE "), room.desk.open_at("behind the canteen")
    assert room.desk.incident(known).scene.at == (10.0, 0.0)  # type: ignore[union-attr]
    assert room.desk.incident(unknown).scene.at is None  # type: ignore[union-attr]
    assert [one.distance_m for one in room.desk.recommended(unknown)] == [None] * 4
    with pytest.raises(CommandRefused, match="no_place"):
        room.desk.open_at("  ")


@pytest.mark.parametrize("typed", ["gate\0 7", "gate \ud83d7", "gate\n7", "  gate\u202e 7\t"])
def test_a_place_that_was_typed_or_pasted_is_one_line_that_the_journal_takes(typed: str) -> None:
    """What no database holds would leave an incident on the screen that is in no record, and send nobody."""
    room = Room()
    incident = room.desk.open_at(typed)
    room.desk.hand_over(incident, typed)
    found = room.desk.incident(incident)
    assert found is not None and (found.scene.name, found.owner.position) == ("gate 7", "gate 7")
    for entry in room.store.entries:
        prepare(entry)


def test_an_incident_changes_hands_and_every_hand_is_in_the_record() -> None:
    room = Room()
    incident = room.desk.open_from(room.alarm())
    room.desk.hand_over(incident, "desk-2")
    assert room.desk.incident(incident).owner == By(position="desk-2")  # type: ignore[union-attr]
    room.desk.take(incident)
    with pytest.raises(CommandRefused, match="already_owner"):
        room.desk.take(incident)
    assert room.told(incident)[-2:] == ["IncidentHandedOver", "IncidentTaken"]


def test_a_closed_incident_takes_nothing_more_and_frees_its_alarm() -> None:
    room = Room()
    incident = room.desk.open_from(room.alarm())
    room.desk.close(incident, Disposition.FALSE_ALARM)
    for act in (lambda: room.desk.note(incident, "x"), lambda: room.desk.dispatch(incident, [M1])):
        with pytest.raises(CommandRefused, match="incident_closed"):
            act()
    assert room.desk.open_from(room.alarm()) == "E-0002"
    assert [one.id for one in room.desk.incidents()] == ["E-0002", "E-0001"]


def test_a_note_must_say_something_and_not_too_much() -> None:
    room = Room()
    incident = room.desk.open_from(room.alarm())
    with pytest.raises(CommandRefused, match="empty_note"):
        room.desk.note(incident, " \n")
    with pytest.raises(CommandRefused, match="long_note"):
        room.desk.note(incident, "x" * 2_001)
    room.desk.note(incident, "half a pair \ud83d and a \0")
    assert room.desk.incident(incident).notes[0].text == "half a pair ? and a "  # type: ignore[union-attr]


# ---- after a restart ---------------------------------------------------------------------------------------------


def test_after_a_kill_incident_units_clocks_and_timeline_are_as_they_were() -> None:
    room = Room()
    incident = room.sent(M1, S1)
    room.says(M1, UnitStatus.ACCEPTED)
    room.says(M1, UnitStatus.EN_ROUTE)
    room.says(S1, UnitStatus.DECLINED)
    room.desk.set_status(S1, UnitStatus.AVAILABLE)
    room.desk.note(incident, "gate 2 is open")
    room.console.acknowledge(room.console.alarms.rows()[0].id)
    later = room.again()
    assert later.told(incident) == room.told(incident)
    assert later.status(M1) is UnitStatus.EN_ROUTE and later.status(S1) is UnitStatus.AVAILABLE
    assert [c.stopped_ms for c in later.desk.clocks(incident)] == [c.stopped_ms for c in room.desk.clocks(incident)]
    assert later.desk.incident(incident).notes == room.desk.incident(incident).notes  # type: ignore[union-attr]
    assert later.desk.open_at("elsewhere") == "E-0002"
    later.desk.dispatch(incident, [S1])
    assert later.store.entries[-1].stream == "unit/S1/2"


def test_closed_incidents_and_units_that_are_back_are_not_loaded() -> None:
    room = Room()
    incident = room.sent(M1)
    room.desk.close(incident, Disposition.TEST)
    room.save()
    for message in room.carrier.published:
        room.take(Published(message.id, heard=True))
    later = room.again()
    assert later.desk.incidents() == () and later.status(M1) is UnitStatus.AVAILABLE
    assert not [e for e in later.store.open_streams(Domain("live")) if e.entry.stream.startswith(("unit", "incident"))]


# ---- two consoles ------------------------------------------------------------------------------------------------


def other(entry: Entry, **changed: object) -> Recorded:
    theirs = replace(entry, by=By(person="Wang", position="desk-2"), **changed)  # type: ignore[arg-type]
    return Recorded(theirs, "desk-2/x", 1, "", "")


def test_the_loser_of_two_consoles_is_told_who_closed_the_incident_first() -> None:
    room = Room()
    incident = room.desk.open_from(room.alarm())
    room.desk.hand_over(incident, "desk-3")
    mine = [e for e in room.store.entries if e.stream == "incident/E/1"]
    stream = (*(Recorded(e, "w", 1, "", "") for e in mine[:2]), other(mine[2], kind="IncidentTaken", data={}))
    room.take(Conflict(mine[2], stream))
    assert room.desk.incident(incident).owner.person == "Wang"  # type: ignore[union-attr]
    assert room.told(incident)[-1] == "IncidentTaken"
    (told,) = room.events("DispatchOverruled")
    assert (told["about"], told["by"], told["position"]) == (incident, "Wang", "desk-2")
    assert room.events("ActOverruled") == []


def test_a_note_that_was_second_is_kept_after_what_was_first() -> None:
    room = Room()
    incident = room.desk.open_from(room.alarm())
    room.desk.note(incident, "mine")
    mine = [e for e in room.store.entries if e.stream == "incident/E/1"]
    theirs = other(mine[2], data={"text": "theirs"})
    room.take(Conflict(mine[2], (*(Recorded(e, "w", 1, "", "") for e in mine[:2]), theirs)))
    notes = room.desk.incident(incident).notes  # type: ignore[union-attr]
    assert [(note.text, note.by.person) for note in notes] == [("theirs", "Wang"), ("mine", "Li")]
    assert room.store.entries[-1].version == 4 and room.events("DispatchOverruled") == []


def test_two_consoles_that_send_the_same_unit_send_it_once() -> None:
    room = Room()
    incident = room.desk.open_from(room.alarm())
    room.desk.dispatch(incident, [M1])
    (mine,) = [e for e in room.store.entries if e.stream.startswith("unit/")]
    theirs = other(mine, data={"order": "M1-1", "incident": "E-0009"})
    room.take(Conflict(mine, (theirs,)))
    unit = room.desk.unit(M1)
    assert (unit.incident, unit.order.id, unit.version) == ("E-0009", "M1-1", 1)  # type: ignore[union-attr]
    assert room.events("DispatchOverruled")[0]["about"] == "M1"
    assert {body["order"] for body in room.carrier.bodies()} <= {"M1-1"}


def test_a_machines_loss_is_silent() -> None:
    room = Room()
    room.sent(M1)
    sent = next(e for e in room.store.entries if e.kind == "OrderSent")
    ordered = next(e for e in room.store.entries if e.kind == "UnitOrdered")
    room.take(Conflict(sent, (Recorded(ordered, "w", 1, "", ""), other(sent))))
    assert room.events("DispatchOverruled") == []


@pytest.mark.parametrize("act", ["close", "take", "hand_over", "link"])
def test_what_a_person_did_while_the_other_consoles_clock_ran_out_is_done_all_the_same(act: str) -> None:
    """A machine that was first has decided nothing about it, and nobody is told that he was too late."""
    room = Room()
    incident = room.sent(M1)
    if act == "take":
        room.desk.hand_over(incident, "desk-3")
        room.save()
    before = len(room.store.entries)
    if act == "close":
        room.desk.close(incident, Disposition.RESOLVED)
    elif act == "take":
        room.desk.take(incident)
    elif act == "hand_over":
        room.desk.hand_over(incident, "desk-3")
    else:
        room.desk.link(room.alarm(LEAK), incident)
    mine = [e for e in room.store.entries if e.stream == "incident/E/1"]
    lost = next(e for e in room.store.entries[before:] if e.stream == "incident/E/1")
    breached = replace(
        lost, kind="ClockBreached", data={"clock": "response_started", "due_ms": 5}, by=By(machine="clocks"), open=True
    )
    known = (Recorded(e, "w", 1, "", "") for e in mine if e.version < lost.version)
    room.take(Conflict(lost, (*known, Recorded(breached, "desk-2/x", 1, "", ""))))
    again = [e for e in room.store.entries if e.kind == lost.kind][-1]
    assert (again.kind, again.version, again.data, again.by) == (lost.kind, lost.version + 1, lost.data, lost.by)
    assert room.desk.incident(incident).breaches == ("response_started",)  # type: ignore[union-attr]
    assert room.events("DispatchOverruled") == []


def test_a_closing_that_met_a_note_is_done_after_it_and_leaves_no_open_incident_without_units() -> None:
    room = Room()
    incident = room.sent(M1)
    room.desk.close(incident, Disposition.RESOLVED)
    mine = [e for e in room.store.entries if e.stream == "incident/E/1"]
    lost = mine[-1]
    wang = By(person="Wang", position="desk-2")
    noted = replace(lost, kind="IncidentNoted", data={"text": "the lift is free again"}, by=wang, open=True)
    known = (Recorded(e, "w", 1, "", "") for e in mine if e.version < lost.version)
    room.take(Conflict(lost, (*known, Recorded(noted, "desk-2/x", 1, "", ""))))
    again = [e for e in room.store.entries if e.kind == lost.kind][-1]
    assert (again.version, again.data, again.by) == (lost.version + 1, lost.data, lost.by)
    assert room.events("DispatchOverruled") == [] and room.desk.units_of(incident) == ()


def test_whoever_was_sent_to_an_incident_that_another_console_closed_meanwhile_is_told_to_come_back() -> None:
    """Neither console knew of the other's act; a unit is not left on its way to nobody."""
    room = Room()
    incident = room.desk.open_from(room.alarm())
    room.save()
    room.desk.dispatch(incident, [M1])
    room.save()
    linked = [e for e in room.store.entries if e.stream == "incident/E/1"][-1]
    closed = other(linked, version=3, kind="IncidentClosed", data={"disposition": "false_alarm"}, open=False)
    room.desk.learn(closed)
    assert room.status(M1) is UnitStatus.ORDERED  # whoever closed it may say so himself
    room.clock.advance(2_000)
    room.save()
    assert room.status(M1) is UnitStatus.AVAILABLE
    assert [body["act"] for body in room.carrier.bodies()] == ["go", "stand_down"]


def test_the_console_that_closed_it_frees_a_unit_that_it_hears_of_only_then() -> None:
    room = Room()
    incident = room.desk.open_from(room.alarm())
    room.desk.close(incident, Disposition.FALSE_ALARM)
    room.save()
    ordered = Ordered("M1-1", incident)
    entry = Entry(
        LIVE, "unit/M1/1", 1, FACTS.name(ordered), room.clock.now_ms(), By(person="Wang", position="desk-2"),
        FACTS.data(ordered),
    )  # fmt: skip
    room.desk.learn(Recorded(entry, "desk-2/x", 1, "", ""))
    room.clock.advance(2_000)
    assert room.desk.units_of(incident) == () and room.status(M1) is UnitStatus.AVAILABLE


def test_an_ordinary_end_releases_each_unit_once() -> None:
    room = Room()
    incident = room.sent(M1, S1)
    room.desk.close(incident, Disposition.RESOLVED)
    room.save()
    room.clock.advance(60_000)
    assert [e.kind for e in room.store.entries].count("UnitReleased") == 2


def test_an_incident_that_another_console_numbered_first_sends_nobody() -> None:
    room = Room()
    incident = room.desk.open_from(room.alarm())
    room.desk.dispatch(incident, [M1])
    opened = next(e for e in room.store.entries if e.kind == "IncidentOpened")
    units = {(e.domain, e.stream): e.version for e in room.store.entries if e.stream.startswith("unit/")}
    room.take(Saved(units))
    assert room.carrier.published == []
    room.take(Conflict(opened, (other(opened, data={"preset": "a", "name": "elsewhere"}),)))
    room.save()
    assert room.carrier.published == [] and room.status(M1) is UnitStatus.AVAILABLE
    assert room.desk.incident(incident).scene.name == "elsewhere"  # type: ignore[union-attr]


# ---- other domains, positions, sites -----------------------------------------------------------------------------


def test_a_position_moves_the_unit_in_memory_only() -> None:
    room = Room()
    before = len(room.store.entries)
    room.take(UnitMoved(M1, 120.0001, 30.0, 1, room.clock.now_ms()))
    fix = room.desk.unit(M1).fix
    assert fix is not None and fix.at == pytest.approx((9.65, 0.0), abs=0.05)
    assert len(room.store.entries) == before


def test_a_unit_taken_out_of_the_site_stays_while_it_has_an_order() -> None:
    room = Room()
    room.sent(M1)
    room.desk.take_site(replace(SITE, units=SITE.units[2:]))
    assert [unit.id for unit in room.desk.units()] == [G1, E1, M1]


def test_the_alarm_goes_on_after_the_incident_and_the_timeline_with_it() -> None:
    room = Room()
    incident = room.desk.open_from(room.alarm())
    room.clock.advance(1000)
    room.alarm(SMOKE, Condition.NORMAL)
    assert room.told(incident)[-1] == "AlarmCleared"


def test_clips_and_speech_stand_on_the_timeline_of_what_they_are_about() -> None:
    room = Room()
    alarm = room.alarm()
    incident = room.desk.open_from(alarm)
    now = room.clock.now_ms()
    clip = {"camera": "C-1", "path": "evidence/a.mp4", "sha256": "", "partial": False}
    spoken = {"who": "M1", "groups": ["fire-1"], "start_ms": now - 500, "length_ms": 900, "path": "voice/a.mka"}
    machine = By(machine="evidence")
    entries = [
        Entry(LIVE, f"evidence/desk-1/{alarm}", 1, "EvidenceSaved", now, machine, clip, cause=f"alarm:{alarm}"),
        Entry(LIVE, f"talk/{incident}", 1, "TalkHeard", now, machine, {**spoken, "incident": incident}),
        Entry(LIVE, "talk/other", 1, "TalkHeard", now, machine, {**spoken, "incident": "E-0099"}),
    ]
    room.desk.recorded(entries)
    first, last = room.desk.timeline(incident)[0], room.desk.timeline(incident)[-1]
    assert (first.kind, first.who, first.text, first.length_ms, first.path) == (
        "TalkHeard", "M1", "fire-1", 900, "voice/a.mka",
    )  # fmt: skip
    assert (last.kind, last.camera, last.path) == ("EvidenceSaved", "C-1", "evidence/a.mp4")


def test_a_flood_of_alarms_costs_no_incident_its_story(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "ALARMS_KEPT", 5)
    room = Room()
    incident = room.desk.open_from(room.alarm())
    for n in range(20):
        room.alarm(f"z2m/0x{n + 100}#leak")
    assert room.told(incident)[0] == "AlarmRaised"


def test_the_dispatch_of_a_drill_is_another_instance_that_touches_nothing_live() -> None:
    room, domain = Room(), Domain("drill:7")
    written: list[Entry] = []
    drill = Dispatching(
        SITE, room.clock, Eyes(Alarms(room.clock, lambda *_: None, domain), room.console.points, lambda _alarm: ()),
        DispatchConfig(), lambda entries, _receipts: written.extend(entries), Seat("desk-1", "Li"),
        room.console.announcer.publish, domain,
    )  # fmt: skip
    phones = Carrier()
    drill.connect(phones, "drill/7/test")
    incident = drill.open_at("东厂房烟感")
    drill.dispatch(incident, [M1])
    drill.saved({(domain, entry.stream): entry.version for entry in written})
    assert incident == "D-0001" and {entry.domain for entry in written} == {domain}
    (order,) = phones.bodies()
    assert phones.published[0].topic == "drill/7/test/unit/M1/order"
    assert (order["domain"], order["order"].startswith("drill-7-M1-")) == ("drill:7", True)
    assert room.status(M1) is UnitStatus.AVAILABLE and room.carrier.published == []
    assert {event["domain"] for event in room.events("UnitChanged")} == {"drill:7"}
