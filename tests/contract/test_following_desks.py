"""Two whole consoles in one process on one journal: desks, drills, speech, clips and silence of detectors follow."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from console.announce import Announcer
from console.app import Console
from console.backends.store.sql import SqlStore
from console.clock import FakeClock
from console.drill import Phase
from console.evidence import ClipState
from console.inbox import Inbox
from console.model import (
    AlarmClass,
    AlarmId,
    Condition,
    ConditionChanged,
    Group,
    GroupId,
    Heard,
    LinkDown,
    LinkUp,
    Sample,
    Seat,
    State,
)
from console.ports import ClipOrder, ClipSaved
from console.presence import BEAT_MS, DARK_MS
from console.talk_words import Burst, Direction
from tests.waiting import wait_until
from tests.widgets.desk import SMOKE
from tests.widgets.drilling import DRILL_SITE, SCENARIO
from tests.widgets.sending import SQUAD

SILENT_S = 3_600
TEAM = GroupId("fire-1")
SITE = replace(DRILL_SITE, groups=(Group(TEAM, "消防一组", "Fire 1", "Site/Fire 1", chosen=True),))
FIRE = AlarmId(f"{SMOKE}/1")


class Position:
    """A console on the shared journal; its clock moves when told to."""

    def __init__(self, journal: Path, name: str, person: str, clock: FakeClock) -> None:
        self.clock, self.inbox, self.log = clock, Inbox(), StringIO()
        self.orders: list[ClipOrder] = []
        self.store = SqlStore(journal, name, self.inbox, clock, lambda _: None)
        self.store.open()
        self.console = Console(
            seat=Seat(name, person), site=SITE, clock=clock, announcer=Announcer(clock, self.log), store=self.store,
            stale_after_s=lambda _point: SILENT_S,
        )  # fmt: skip
        self.console.evidence.connect(self.orders.append)
        self.console.start()
        self.take(LinkUp("broker", "broker", clock.now_ms()))

    def take(self, *items: object) -> None:
        for item in items:
            self.inbox.post(item)
        self.look()

    def look(self) -> None:
        while self.inbox.drain(self.console.handle, self.console.failed, 1000):
            pass

    def fire(self) -> None:
        now = self.clock.now_ms()
        change = ConditionChanged(
            point=SMOKE, alarm_class=AlarmClass.FIRE, kind="smoke", condition=Condition.ACTIVE, cause="alarm",
            source_ms=now, received_ms=now,
        )  # fmt: skip
        self.take(Heard((change,), 0))

    def hear(self) -> None:
        """A detector says that all is well."""
        now = self.clock.now_ms()
        self.take(Sample(SMOKE, False, None, State.NORMAL, now, now))


class Room:
    def __init__(self, journal: Path) -> None:
        self.clock = FakeClock()
        self.first = Position(journal, "desk-1", "Li", self.clock)
        self.second = Position(journal, "desk-2", "Wang", self.clock)
        self.until(lambda: all(p.console.sharing.presence.others() for p in self.both), "each to know the other")

    @property
    def both(self) -> tuple[Position, Position]:
        return self.first, self.second

    def until(self, what: Callable[[], bool], name: str) -> None:
        """Both take what comes, and beat, until it is so; nobody grows dark by that."""

        def looked() -> bool:
            for position in self.both:
                position.look()
            if not what():
                self.clock.advance(20)
                return what()
            return True

        self.clock.advance(BEAT_MS)
        wait_until(looked, 20, name)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path / "journal.sqlite")
    yield room
    for position in room.both:
        position.store.stop()


def test_a_fire_one_console_heard_is_on_the_other_with_its_cameras_and_its_tone(room: Room) -> None:
    room.first.fire()
    room.until(lambda: room.second.console.alarm(FIRE) is not None, "the alarm")
    assert room.second.console.seeing.rankings[FIRE].chosen
    assert room.second.console.sounding.tone is not None
    room.first.console.alarming.acknowledge(FIRE)
    room.until(lambda: room.second.console.sounding.tone is None, "the tone to end with the acknowledgement")


def test_one_console_orders_the_clips_and_the_other_shows_them(room: Room) -> None:
    room.until(lambda: sum(p.console.evidence.leads() for p in room.both) == 1, "one to have the lease")
    leader, other = sorted(room.both, key=lambda position: not position.console.evidence.leads())
    room.second.fire()
    room.first.fire()
    room.until(lambda: bool(leader.orders) and bool(other.console.evidence.clips(FIRE)), "clips on both")
    assert other.orders == []
    order = leader.orders[0]
    leader.take(ClipSaved(order.camera, order.path, "ab" * 32, 9, 1, 2, 3, 0, is_partial=False))
    saved = [ClipState.SAVED]
    room.until(
        lambda: saved == [c.state for c in other.console.evidence.clips(FIRE)][:1], "the saved clip on the other"
    )


def test_a_console_that_falls_silent_is_followed_by_the_other_in_the_clips_of_a_fire(room: Room) -> None:
    room.until(lambda: sum(p.console.evidence.leads() for p in room.both) == 1, "one to have the lease")
    leader, other = sorted(room.both, key=lambda position: not position.console.evidence.leads())
    leader.fire()
    room.until(lambda: bool(other.console.evidence.clips(FIRE)), "the order on the other")
    leader.console.sharing.presence._beat = lambda _beat: None  # it hangs
    for _ in range(2 * DARK_MS // BEAT_MS):
        room.clock.advance(BEAT_MS)
        room.until(lambda: True, "the beat")
        wait_until(lambda: other.store.unsaved == 0, 20, "the journal")
    room.until(lambda: bool(other.console.sharing.presence.dark()), "the silence")
    room.until(lambda: bool(other.orders), "clips of its own")


def drills(room: Room) -> list[Phase | None]:
    """The phase of the drill on each console, None where there is none."""
    found = (position.console.drilling.drill for position in room.both)
    return [drill.phase if drill is not None else None for drill in found]


def test_a_drill_runs_on_both_and_ends_on_both_with_one_result(room: Room) -> None:
    room.first.console.drilling.start(SCENARIO.id, "Zhao", 20)
    room.until(lambda: drills(room) == [Phase.RUNNING] * 2, "the drill on the other")
    room.clock.advance(6_000)
    room.until(lambda: all(len(position.console.alarms) == 1 for position in room.both), "its alarm on both")
    assert all(position.console.live.of(SMOKE) is None for position in room.both)
    room.second.console.drilling.pause()
    room.until(lambda: drills(room) == [Phase.PAUSED] * 2, "the pause on both")
    room.first.console.drilling.end()
    room.until(lambda: drills(room) == [None] * 2, "the end on both")
    wait_until(lambda: room.first.store.unsaved == 0, 20, "the journal")
    assert len(list(room.first.store.reader.of_kind("DrillResult"))) == 1
    acts = [one.entry.data["act"] for one in room.first.store.reader.of_kind("DrillInjected")]
    assert acts == [0], "each act happened once"


@pytest.mark.parametrize("is_killed", [False, True])
def test_a_drill_that_one_console_ended_goes_on_nowhere_on_the_other(room: Room, is_killed: bool) -> None:
    """No clock of it runs out there, nobody is called, and nothing of it stays open, whoever closed it."""
    first, second = room.both
    first.console.drilling.start(SCENARIO.id, "Gao", 20)
    room.until(lambda: drills(room) == [Phase.RUNNING] * 2, "the drill on the other")
    room.clock.advance(6_000)
    room.until(lambda: all(len(position.console.alarms) == 1 for position in room.both), "its alarm on both")
    incident = first.console.dispatching.open_from(first.console.alarms.rows()[0].id)
    first.console.dispatching.dispatch(incident, [SQUAD])
    there = second.console.dispatching
    room.until(lambda: there.is_open(incident) and bool(there.units_of(incident)), "its incident on the other")
    if is_killed:
        first.console.drilling.exercise.reconcile = lambda _by: None  # type: ignore[union-attr,method-assign]
    domain = first.console.drilling.drill.domain  # type: ignore[union-attr]
    first.console.drilling.end()
    if is_killed:
        wait_until(lambda: first.store.unsaved == 0, 20, "the journal")
        first.store.append = lambda *_said: None  # type: ignore[method-assign]  # it says nothing any more
    room.until(lambda: drills(room) == [None] * 2, "the end on both")
    read = len(second.log.getvalue())
    for _ in range(15):
        room.clock.advance(60_000)
        second.look()
    wait_until(lambda: second.store.unsaved == 0, 20, "the journal")
    happened = {json.loads(line)["event"] for line in second.log.getvalue()[read:].splitlines() if domain in line}
    assert not happened & {"SupervisorCalled", "ClockBreached", "AlarmEscalated", "AlarmVerifyExpired"}
    assert list(second.store.open_streams(domain)) == []


def test_what_was_said_at_one_position_is_in_the_list_of_the_other_once(room: Room) -> None:
    start = room.clock.now_ms()
    sent = Burst(Direction.SENT, (TEAM,), "", start, 4_000, 0, "voice/a.mka", "ab" * 32)
    heard = replace(sent, direction=Direction.HEARD, who="desk-1", start_ms=start + 60, path="voice/b.mka")
    only = replace(heard, groups=(GroupId("estate"),), who="Guard", path="voice/c.mka")
    room.first.take(sent)
    room.second.take(heard)
    room.first.take(only)
    room.until(lambda: len(room.second.console.talking.bursts()) == 2, "the other's burst")
    assert {kept.burst.path for kept in room.second.console.talking.bursts()} == {"voice/b.mka", "voice/c.mka"}


def test_a_detector_is_silent_only_when_no_console_hears_it(room: Room) -> None:
    """desk-1 has lost the broker; desk-2 hears on."""
    room.first.take(LinkDown("broker", "broker", "no_heartbeat", room.clock.now_ms()))
    room.until(lambda: room.first.console.sharing.presence.is_heard_elsewhere, "desk-2 to say that it hears")
    for _ in range(4):
        room.clock.advance(SILENT_S * 500)
        room.second.hear()
        room.until(lambda: True, "a look")
    assert SMOKE not in room.first.console.points.overdue()
    assert not [a for a in room.first.console.live if a.point == f"{SMOKE}.silent"]
