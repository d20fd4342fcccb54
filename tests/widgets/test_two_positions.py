"""What an operator sees of the other consoles of his room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from console.attendance import Attendance, Present
from console.model import LinkDown
from console.presence import BEAT_MS, DARK_MS
from tests.widgets.desk import Desk, texts
from tests.widgets.wall import Room, said_by
from widgets.journal_panel import JournalPanel
from widgets.placing import Placing
from widgets.words import Words

pytestmark = pytest.mark.usefixtures("languages")
OTHER = Present("desk-2", "desk-2/b", 1, 0, "Wang", hears=True)


@pytest.fixture
def room() -> Iterator[Room]:
    opened = Room()
    yield opened
    opened.close()


def answer(room: Desk | Room, other: Present) -> Present:
    """The journal's home says who is here; gives the other console with its next beat."""
    present = replace(other, at_ms=room.clock.now_ms())
    room.take(Attendance((present,), {}))
    return replace(present, beat=present.beat + 1)


def fall_silent(room: Desk | Room) -> None:
    """desk-2 is heard once and then no more."""
    for _ in range(DARK_MS // BEAT_MS + 2):
        answer(room, OTHER)
        room.pass_time(BEAT_MS)


def lines(desk: Desk) -> list[str]:
    panel: JournalPanel = desk.window.journal
    panel.resize(600, 700)
    return texts(panel)


def placing(desk: Desk) -> Placing:
    return Placing(desk.console, Words())


def lamp(desk: Desk) -> tuple[str, str] | None:
    found = {one.name: (one.state, one.word) for one in desk.window.header.lamps()}
    return found.get("Consoles")


def test_a_console_that_is_alone_has_no_lamp_for_others(desk: Desk) -> None:
    assert lamp(desk) is None


def test_the_lamp_counts_the_living_consoles(desk: Desk) -> None:
    other = answer(desk, OTHER)
    assert lamp(desk) == ("up", "2/2")
    answer(desk, replace(other, has_left=True))
    assert lamp(desk) is None, "who left in order is missed by nobody"


def test_a_dark_console_is_a_row_a_lamp_and_a_line_of_the_journal(desk: Desk) -> None:
    fall_silent(desk)
    assert lamp(desk) == ("lost", "1/2")
    (row,) = (alarm for alarm in desk.console.alarms.rows() if alarm.point == "link/desk-2#position")
    assert placing(desk).title(row) == "Console is dark, desk-2"
    assert "desk-2 is dark" in lines(desk)
    answer(desk, replace(OTHER, beat=9))
    assert lamp(desk) == ("up", "2/2")
    assert "desk-2 is back" in lines(desk)


def test_a_lost_link_of_another_position_names_that_position(desk: Desk) -> None:
    desk.take(LinkDown("broker", "broker", "refused", desk.clock.now_ms()))
    (ours,) = (alarm for alarm in desk.console.alarms.rows() if alarm.kind == "broker")
    theirs = replace(ours, point=type(ours.point)("link/desk-2#broker"))
    assert tuple(map(placing(desk).where, (ours, theirs))) == ("desk-1", "desk-2")


def test_a_wall_at_rest_says_which_console_is_dark(room: Room) -> None:
    wall = room.wall()
    assert wall.corner.isVisible() and not any("dark" in text for text in said_by(wall.corner))
    fall_silent(room)
    room.settle()
    assert "desk-2 is dark" in said_by(wall.corner)
