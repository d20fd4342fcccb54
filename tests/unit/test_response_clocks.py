"""The clocks 1-3-5: what starts and stops each, who answers for it, and a breach that is in the record for ever."""

from __future__ import annotations

import pytest

from console.config.schema import DispatchConfig
from console.dispatching import PRESETS, ClockName, Party, ResponseClock, Start, StopEvent
from console.errors import CommandRefused
from console.incidents import Disposition
from console.model import IncidentId, UnitStatus
from tests.unit.dispatch_room import G1, LEAK, M1, S1, Room

MINUTE = 60_000


def clock(room: Room, incident: IncidentId, name: ClockName) -> ResponseClock:
    return next(one for one in room.desk.clocks(incident) if one.name is name)


def test_both_presets_run_one_three_and_five_minutes_and_name_start_stop_and_party() -> None:
    assert {name: [rule.limit_ms // MINUTE for rule in rules] for name, rules in PRESETS.items()} == {
        "a": [1, 3, 5], "b": [1, 3, 5],
    }  # fmt: skip
    told = {rule.name: (rule.stop, rule.party) for rules in PRESETS.values() for rule in rules}
    assert told[ClockName.ON_SCENE] == (StopEvent.FIRST_ON_SCENE, Party.SENT_UNITS)
    assert told[ClockName.FIRE_BRIGADE] == (StopEvent.SAID, Party.FIRE_BRIGADE)


def test_the_clocks_run_from_the_alarm_and_not_from_the_incident() -> None:
    room = Room()
    alarm = room.alarm()
    raised_ms = room.clock.now_ms()
    room.clock.advance(20_000)
    assert [one.start_ms for one in room.desk.clocks_of_alarm(alarm)] == [raised_ms] * 3
    incident = room.desk.open_from(alarm)
    assert {(one.start, one.start_ms) for one in room.desk.clocks(incident)} == {(Start.ALARM_RAISED, raised_ms)}
    assert room.desk.clocks_of_alarm(alarm) == room.desk.clocks(incident)


def test_without_an_alarm_they_run_from_the_moment_somebody_told_us() -> None:
    room = Room()
    incident = room.desk.open_at("behind the canteen")
    assert clock(room, incident, ClockName.ON_SCENE).start is Start.INCIDENT_OPENED


def test_only_the_configured_classes_have_clocks() -> None:
    room = Room()
    hazard = room.alarm(LEAK)
    incident = room.desk.open_from(hazard)
    assert room.desk.clocks(incident) == () and room.desk.clocks_of_alarm(hazard) == ()
    room.clock.advance(1000)
    smoke = room.alarm()
    room.desk.link(smoke, incident)
    assert clock(room, incident, ClockName.ON_SCENE).start_ms == room.clock.now_ms()
    hazards = Room(config=DispatchConfig(clock_classes=("H",)))
    assert len(hazards.desk.clocks(hazards.desk.open_from(hazards.alarm(LEAK)))) == 3


def test_preset_a_stops_at_the_first_that_comes_the_first_there_and_the_second_there() -> None:
    room = Room()
    incident = room.sent(M1, S1)
    began_ms = room.clock.now_ms()
    assert clock(room, incident, ClockName.RESPONSE_STARTED).responsible == M1
    assert clock(room, incident, ClockName.JOINT_OPERATION).responsible == S1
    steps = [(20_000, S1, UnitStatus.ACCEPTED), (40_000, M1, UnitStatus.ACCEPTED), (90_000, M1, UnitStatus.ON_SCENE)]
    steps.append((150_000, S1, UnitStatus.ON_SCENE))
    for at_ms, unit, status in steps:
        room.clock.advance(began_ms + at_ms - room.clock.now_ms())
        room.says(unit, status)
    stopped = {one.name: ((one.stopped_ms or 0) - began_ms, one.stopped_by) for one in room.desk.clocks(incident)}
    assert stopped == {
        ClockName.RESPONSE_STARTED: (20_000, S1),
        ClockName.ON_SCENE: (90_000, M1),
        ClockName.JOINT_OPERATION: (150_000, S1),
    }
    assert room.events("ClockBreached") == []


def test_preset_b_wants_the_own_station_then_area_teams_then_the_brigade() -> None:
    room = Room(config=DispatchConfig(clocks="b"))
    incident = room.sent(S1, M1)
    room.clock.advance(10_000)
    room.says(S1, UnitStatus.ON_SCENE)
    assert clock(room, incident, ClockName.OWN_STATION).stopped_ms is None
    assert clock(room, incident, ClockName.AREA_TEAMS).stopped_by == S1
    room.says(M1, UnitStatus.ON_SCENE)
    assert clock(room, incident, ClockName.OWN_STATION).stopped_by == M1
    with pytest.raises(CommandRefused, match="clock_stops_itself"):
        room.desk.stop_clock(incident, ClockName.AREA_TEAMS)
    room.desk.stop_clock(incident, ClockName.FIRE_BRIGADE)
    assert clock(room, incident, ClockName.FIRE_BRIGADE).stopped_ms == room.clock.now_ms()
    with pytest.raises(CommandRefused, match="clock_stopped"):
        room.desk.stop_clock(incident, ClockName.FIRE_BRIGADE)


def test_a_clock_that_runs_out_is_announced_once_recorded_and_stays_breached_when_it_stops_late() -> None:
    room = Room()
    incident = room.sent(M1)
    room.clock.advance(MINUTE)
    (breach,) = room.events("ClockBreached")
    assert (breach["clock"], breach["unit"]) == ("response_started", M1)
    assert breach["due_ms"] == clock(room, incident, ClockName.RESPONSE_STARTED).due_ms
    room.clock.advance(5_000)
    room.says(M1, UnitStatus.ACCEPTED)
    late = clock(room, incident, ClockName.RESPONSE_STARTED)
    assert late.breached and late.stopped_ms == late.due_ms + 5_000
    room.clock.advance(10 * MINUTE)
    assert [e["clock"] for e in room.events("ClockBreached")] == ["response_started", "on_scene", "joint_operation"]


def test_an_incident_opened_late_is_breached_at_once() -> None:
    room = Room()
    alarm = room.alarm()
    room.clock.advance(4 * MINUTE)
    room.desk.open_from(alarm)
    assert [e["clock"] for e in room.events("ClockBreached")] == ["response_started", "on_scene"]


def test_clocks_run_on_while_the_console_is_away_and_are_not_breached_twice() -> None:
    room = Room()
    incident = room.sent(M1)
    room.clock.advance(MINUTE)
    later = room.again(after_ms=3 * MINUTE)
    assert [e["clock"] for e in later.events("ClockBreached")] == ["on_scene"]
    later.clock.advance(MINUTE)
    assert [e["clock"] for e in later.events("ClockBreached")] == ["on_scene", "joint_operation"]
    assert [line.code for line in later.desk.timeline(incident) if line.kind == "ClockBreached"] == [
        "response_started", "on_scene", "joint_operation",
    ]  # fmt: skip


def test_the_preset_of_an_open_incident_does_not_change_with_the_configuration() -> None:
    room = Room()
    incident = room.sent(M1)
    later = Room(room.store.entries, config=DispatchConfig(clocks="b"), now_ms=room.clock.now_ms())
    assert [one.name for one in later.desk.clocks(incident)] == [rule.name for rule in PRESETS["a"]]


def test_closing_ends_the_clocks() -> None:
    room = Room()
    incident = room.sent(M1, G1)
    room.desk.close(incident, Disposition.FALSE_ALARM)
    room.clock.advance(10 * MINUTE)
    assert room.events("ClockBreached") == []
