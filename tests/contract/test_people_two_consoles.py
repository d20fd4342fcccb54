"""Two consoles on one journal know who sits at the other one, and who stands in for the supervisor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.errors import CommandRefused
from console.identities import Claim, Identified
from console.model import Right
from tests.contract.test_following_desks import Position, Room
from tests.unit.people_room import ACCOUNTS, PASSWORDS


class Answering:
    """The doorkeeper of one of them."""

    def __init__(self, position: Position) -> None:
        self._position = position

    def identify(self, claim: Claim) -> None:
        self._position.take(Identified(claim.number, PASSWORDS[claim.person] == claim.secret))

    def stop(self) -> None: ...


def sits(position: Position, person: str) -> None:
    position.console.people.sign_in(person, PASSWORDS[person])


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Li at desk-1, the supervisor at desk-2."""
    opened = Room(tmp_path / "journal.sqlite")
    for position, person in zip(opened.both, ("li", "ng"), strict=True):
        position.console.people.connect(Answering(position), ACCOUNTS)
        sits(position, person)
    yield opened
    for position in opened.both:
        position.store.stop()


def present(position: Position) -> list[tuple[str, str, bool]]:
    return [(one.position, one.person, one.is_locked) for one in position.console.people.present()]


def test_each_console_knows_who_sits_at_the_other_and_whether_it_is_locked(room: Room) -> None:
    li, ng = ("desk-1", "li", False), ("desk-2", "ng", False)
    room.until(lambda: present(room.first) == [li, ng] and present(room.second) == [ng, li], "each to see the other")
    room.second.console.people.lock()
    room.until(lambda: present(room.first) == [li, ("desk-2", "ng", True)], "the lock to be seen")
    sits(room.second, "chan")
    room.until(lambda: present(room.first) == [li, ("desk-2", "chan", False)], "the relief to be seen")
    room.second.console.people.sign_out()
    room.until(lambda: present(room.first) == [li], "the empty seat to be seen")


def test_who_is_named_at_one_console_may_do_it_at_the_other_and_no_longer_when_it_is_ended(room: Room) -> None:
    first, second = room.first.console.people, room.second.console.people
    with pytest.raises(CommandRefused):
        first.check(Right.UNDETERMINED)
    second.name_stand_in("li", 60)
    room.until(lambda: first.may(Right.UNDETERMINED), "the right to reach the other console")
    first.end_stand_in("li")
    room.until(lambda: second.acting() == (), "its end to reach the first")
    assert not first.may(Right.UNDETERMINED)
