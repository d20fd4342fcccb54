"""Two consoles on one journal: of two that want the same unit or number one wins, and the other person is told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from console.announce import Announcer
from console.app import Console, Seat
from console.backends.store.sql import SqlStore
from console.clock import Clock
from console.inbox import Inbox
from console.incidents import Disposition
from console.model import UnitStatus
from tests.unit.dispatch_room import M1, ROOT, S1, SITE, Carrier
from tests.unit.test_console import ListFeed
from tests.waiting import wait_until


class Position:
    """A console on the shared journal, and what left it."""

    def __init__(self, journal: Path, name: str, person: str) -> None:
        clock = Clock()
        self.inbox, self.log, self.carrier = Inbox(), StringIO(), Carrier()
        self.store = SqlStore(journal, name, self.inbox, clock, lambda _: None)
        self.store.open()
        self.console = Console(
            seat=Seat(name, person), site=SITE, clock=clock, announcer=Announcer(clock, self.log), store=self.store,
            stale_after_s=lambda _point: 36_000,
        )  # fmt: skip
        self.desk = self.console.dispatching
        self.desk.connect(self.carrier, ROOT)
        self.console.start(ListFeed())

    def settle(self) -> None:
        """Until the journal has answered everything that was decided here, and that was taken."""
        wait_until(self._is_settled, 10, "the journal's answers")

    def until(self, what: Callable[[], bool], name: str) -> None:
        """Take what comes until it is so."""

        def looked() -> bool:
            self.inbox.drain(self.console.handle, self.console.failed, 1000)
            return what()

        wait_until(looked, 20, name)

    def _is_settled(self) -> bool:
        while self.inbox.drain(self.console.handle, self.console.failed, 1000):
            pass
        return self.store.unsaved == 0 and not self.inbox.waiting

    def events(self, name: str) -> list[dict[str, Any]]:
        lines = [json.loads(line) for line in self.log.getvalue().splitlines()]
        return [line for line in lines if line["event"] == name]


@pytest.fixture
def consoles(tmp_path: Path) -> Iterator[tuple[Position, Position]]:
    first, second = (Position(tmp_path / "journal.sqlite", *who) for who in (("desk-1", "Li"), ("desk-2", "Wang")))
    yield first, second
    for position in (first, second):
        position.store.stop()


def test_of_two_incidents_with_one_number_the_second_sends_nobody(consoles: tuple[Position, Position]) -> None:
    first, second = consoles
    for position, place, unit in ((first, "canteen", M1), (second, "gate", S1)):
        position.desk.dispatch(position.desk.open_at(place), [unit])
    first.settle()
    second.settle()
    winner, loser = (first, second) if not first.events("DispatchOverruled") else (second, first)
    (told,) = loser.events("DispatchOverruled")
    assert told["about"] == "E-0001" and told["by"] in {"Li", "Wang"}
    assert len(winner.carrier.published) == 1 and loser.carrier.published == []
    sent = M1 if winner is first else S1
    loser.until(lambda: loser.desk.unit(sent).status is UnitStatus.ORDERED, "the other's order")
    assert {unit.id for unit in loser.desk.units() if unit.status is not UnitStatus.AVAILABLE} == {sent}
    assert loser.carrier.published == [], "whoever ordered it sends it"
    assert len(list(first.store.reader.of_kind("IncidentOpened"))) == 1
    assert loser.desk.open_at("gate") == "E-0002"


def test_a_unit_that_both_send_goes_to_one_of_them(consoles: tuple[Position, Position]) -> None:
    first, second = consoles
    here = first.desk.open_at("canteen")
    first.settle()
    second.desk.open_at("the same number")
    second.settle()
    there = second.desk.open_at("gate")
    second.settle()
    first.desk.dispatch(here, [M1])
    second.desk.dispatch(there, [M1])
    first.settle()
    second.settle()
    (ordered,) = first.store.reader.of_kind("UnitOrdered")
    loser = next(
        position for position in consoles if any(e["about"] == M1 for e in position.events("DispatchOverruled"))
    )
    assert loser.desk.unit(M1).incident == ordered.entry.data["incident"]
    orders = {body["order"] for position in consoles for body in position.carrier.bodies()}
    assert orders == {ordered.entry.data["order"]}


def test_a_third_who_starts_later_finds_what_the_two_have_done(
    consoles: tuple[Position, Position], tmp_path: Path
) -> None:
    first, _ = consoles
    incident = first.desk.open_at("canteen")
    first.desk.dispatch(incident, [M1, S1])
    first.desk.set_status(M1, UnitStatus.ON_SCENE)
    first.desk.note(incident, "smoke")
    first.settle()
    third = Position(tmp_path / "journal.sqlite", "desk-3", "Zhao")
    try:
        assert [unit.id for unit in third.desk.units_of(incident)] == [M1, S1]
        assert [line.kind for line in third.desk.timeline(incident)] == [
            line.kind for line in first.desk.timeline(incident)
        ]
        third.desk.close(incident, Disposition.RESOLVED)
        third.settle()
        first.desk.hand_over(incident, "desk-2")
        first.settle()
        assert first.desk.incident(incident).is_closed  # type: ignore[union-attr]
        assert first.events("DispatchOverruled")[0]["by"] == "Zhao"
    finally:
        third.store.stop()
