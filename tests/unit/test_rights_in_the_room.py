"""What the desks refuse: every act of a person at a locked seat, and what his role does not include."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from console.alarms import Outcome
from console.announce import ExportFailed
from console.errors import CommandRefused
from console.excerpts import Excerpt
from console.identities import AccountsRead, Claim, Identified
from console.incidents import Disposition
from console.model import Role, ScenarioId, UnitStatus
from console.screens import Box, Display
from console.talk_words import TalkState
from console.talking import Ending, Refusal
from tests.unit.dispatch_room import LEAK, M1, Room
from tests.unit.people_room import ACCOUNTS, PASSWORDS
from tests.unit.test_revising import BOUND, RevisedRoom
from tests.unit.test_talking import Position
from tests.widgets.desk import heard


class Seated:
    """Lets people sit down in a console that is there already."""

    def __init__(self, room: Room | Position | RevisedRoom) -> None:
        self.people = room.console.people
        self.people.connect(self, ACCOUNTS)

    def identify(self, claim: Claim) -> None:
        self.people.heard(Identified(claim.number, PASSWORDS[claim.person] == claim.secret))

    def stop(self) -> None: ...

    def sits(self, person: str) -> None:
        self.people.sign_in(person, PASSWORDS[person])


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(CommandRefused) as caught:
        act()
    return caught.value.code


def test_at_a_locked_seat_every_act_is_refused_and_nothing_is_written() -> None:
    room = Room()
    seat = Seated(room)
    seat.sits("ng")
    fire, leak = room.alarm(), room.alarm(LEAK)
    incident = room.desk.open_from(leak)
    room.console.screens.take([Display("HDMI-1", "", Box(0, 0, 1920, 1080), 600, 340, True)])
    screen, now = room.console.screens.rows()[0], room.clock.now_ms()
    seat.people.lock()
    console, desk, acts, point = room.console, room.desk, room.console.alarming, room.console.alarms.rows()[0].point
    before = len(room.store.entries)
    tried: list[Callable[[], object]] = [
        lambda: console.acknowledge(fire),
        lambda: console.reset(fire, Outcome.FALSE),
        lambda: acts.verify(fire, Outcome.REAL),
        lambda: acts.shelve(leak, 5, "noise"),
        lambda: acts.take_out_of_service(point, "7", now + 60_000, "patrol"),
        lambda: acts.put_on_test([point], now + 60_000),
        lambda: desk.open_at("gate"),
        lambda: desk.open_from(fire),
        lambda: desk.link(fire, incident),
        lambda: desk.take(incident),
        lambda: desk.note(incident, "words"),
        lambda: desk.dispatch(incident, [M1]),
        lambda: desk.set_status(M1, UnitStatus.OUT_OF_SERVICE, "flat tyre"),
        lambda: desk.close(incident, Disposition.FALSE_ALARM),
        lambda: console.drilling.start(ScenarioId("any"), "Li", 5),
        lambda: console.screens.set_reader(screen, 3.0),
        console.sounding.silence,
    ]
    assert {refused(act) for act in tried} <= {"seat_locked", "live_alarm_open"}
    assert len(room.store.entries) == before


def test_a_role_limits_what_a_person_may_do_with_incidents_and_sound() -> None:
    room = Room()
    seat = Seated(room)
    seat.sits("ma")
    fire = room.alarm()
    for act in (
        lambda: room.console.acknowledge(fire), lambda: room.desk.open_from(fire), room.console.sounding.silence,
    ):  # fmt: skip
        assert refused(act) == "no_right"
    seat.sits("li")
    room.console.acknowledge(fire)
    assert room.console.alarms.rows()[0].acknowledged is not None


def test_cannot_tell_is_a_supervisors_word() -> None:
    room = Room()
    seat = Seated(room)
    seat.sits("li")
    fire = room.alarm()
    assert refused(lambda: room.console.alarming.verify(fire, Outcome.UNDETERMINED)) == "no_right"
    seat.sits("ng")
    room.console.alarming.verify(fire, Outcome.UNDETERMINED)


def test_an_act_is_of_the_person_who_sits_here_when_it_happens() -> None:
    room = Room()
    seat = Seated(room)
    seat.sits("li")
    incident = room.desk.open_from(room.alarm())
    seat.sits("chan")
    room.desk.note(incident, "taken over")
    notes = [entry for entry in room.store.entries if entry.kind == "IncidentNoted"]
    opened = [entry for entry in room.store.entries if entry.kind == "IncidentOpened"]
    assert [(entry.by.person, entry.by.position) for entry in opened + notes] == [
        ("li", "desk-1"), ("chan", "desk-1"),
    ]  # fmt: skip


def test_a_latched_talk_key_is_let_go_when_the_seat_is_locked_and_nobody_can_press_it() -> None:
    position = Position()
    seat = Seated(position)
    seat.sits("li")
    position.choose(position.desk.everybody[0].id)
    assert position.hold()
    position.desk.latch()
    seat.people.lock()
    position.pass_time(1_000)
    assert [event["cause"] for event in position.events("TalkEnded")] == [Ending.AWAY.value]
    assert not position.desk.press() and position.desk.refusal is Refusal.NO_RIGHT
    assert all(target.state is not TalkState.ON_AIR for target in position.desk.targets())


def test_a_latched_talk_key_is_let_go_when_the_right_to_talk_is_taken_away() -> None:
    position = Position()
    seat = Seated(position)
    seat.sits("li")
    assert position.hold()
    position.desk.latch()
    now = tuple(replace(each, role=Role.WALL) if each.person == "li" else each for each in ACCOUNTS)
    seat.people.heard(AccountsRead(now))
    position.settle()
    assert position.voice.gate is None
    assert not position.desk.press() and position.desk.refusal is Refusal.NO_RIGHT


def test_no_file_leaves_the_room_from_a_locked_seat(tmp_path: Path) -> None:
    room, written = Room(), list[Excerpt]()
    seat = Seated(room)
    room.console.exporting.connect(written.append)
    failed = heard(room.console, ExportFailed)
    seat.sits("li")
    excerpt = Excerpt(tmp_path / "a.csv", (), 0, 1, lambda: (b"",))
    room.console.exporting.order(excerpt)
    seat.people.lock()
    room.console.exporting.order(excerpt)
    assert len(written) == 1
    assert [one.reason for one in failed] == ["no_right"]  # type: ignore[attr-defined]


def test_a_dispatcher_applies_no_site_but_the_machines_own_command_does() -> None:
    room = RevisedRoom()
    seat = Seated(room)
    seat.sits("li")
    room.read(BOUND)
    assert refused(room.console.revising.apply) == "no_right"
    room.console.revising.apply("command")
    applied = [json.loads(line) for line in room.log.getvalue().splitlines() if "SiteApplied" in line]
    assert len(applied) == 1
