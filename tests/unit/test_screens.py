"""Screens and their roles: known again when they come back, never without a desk, kept and damaged layout files."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.announce import Announcement, ScreenBack, ScreenLost, ScreenRole
from console.clock import FakeClock
from console.errors import CommandRefused
from console.journal import Entry
from console.logbook import Logbook
from console.model import LinkDown, LinkUp, Seat
from console.screens import DESK, NO_ROLE, WALLS, Box, Display, LayoutError, Role, Screen, Screens
from console.screens.display import in_order

HD = (1920, 1080)
LEFT, MID, RIGHT = (
    Display(name, "", Box(left, 0, *HD), 508, 286, primary=name == "LEFT")
    for name, left in (("LEFT", 0), ("MID", 1920), ("RIGHT", 3840))
)
THREE = (LEFT, MID, RIGHT)


@dataclass
class Desk:
    """The desk of the screens, and what it said to whom."""

    position: str = "desk-1"
    entries: list[Entry] = field(default_factory=list)
    said: list[Announcement] = field(default_factory=list)
    links: list[LinkDown | LinkUp] = field(default_factory=list)

    def __post_init__(self) -> None:
        clock = FakeClock()
        log = Logbook(clock, f"{self.position}/boot", self.entries.extend)
        seat = Seat(self.position, "Li")
        self.screens = Screens(seat, clock, log, self.said.append, self.links.append)

    def take(self, *displays: Display) -> dict[str, str]:
        self.screens.take(displays)
        return self.placed()

    def placed(self) -> dict[str, str]:
        """Window → screen."""
        return {spot.role: spot.display.name for spot in self.screens.plan.spots}

    def row(self, name: str) -> Screen:
        return next(row for row in self.screens.rows() if row.name == name)

    def give(self, name: str, role: Role) -> dict[str, str]:
        self.screens.give_role(self.row(name), role)
        return self.placed()

    def told(self, kind: type[Announcement]) -> list[tuple[str, str]]:
        of_kind = (s for s in self.said if type(s) is kind)
        return [(s.screen, s.role) for s in of_kind if isinstance(s, ScreenLost | ScreenBack | ScreenRole)]

    def next_run(self, **how: str) -> Desk:
        """A new start that finds what this run kept, through the text of a file."""
        later = Desk(self.position, **how)
        later.screens.restore(json.loads(json.dumps(self.screens.kept())))
        return later


@pytest.fixture
def desk() -> Desk:
    return Desk()


# ---- the first start ----


def test_the_primary_screen_is_the_desk_and_the_others_are_walls_from_left_to_right(desk: Desk) -> None:
    left, mid, right = (replace(d, primary=d.name == "MID") for d in THREE)
    assert desk.take(right, mid, left) == {"desk": "MID", "wall-1": "LEFT", "wall-2": "RIGHT"}


def test_a_wall_position_has_walls_only(desk: Desk) -> None:
    assert Desk("wall-1").take(*THREE) == {"wall-1": "LEFT", "wall-2": "MID", "wall-3": "RIGHT"}


def test_the_ninth_wall_stays_without_a_role(desk: Desk) -> None:
    displays = [replace(LEFT, name=f"S{n:02}", box=Box(n * 1920, 0, *HD), primary=n == 0) for n in range(11)]
    placed = desk.take(*displays)
    assert (len(placed), desk.row("S09").setting.role) == (9, NO_ROLE)


def test_a_mirrored_screen_and_one_that_spans_others_get_no_window(desk: Desk) -> None:
    beamer = replace(LEFT, name="BEAMER", primary=False)
    spanning = Display("screen", "", Box(0, 0, 5760, 1080))
    assert desk.take(*THREE, beamer, spanning) == {"desk": "LEFT", "wall-1": "MID", "wall-2": "RIGHT"}


def test_roles_by_default_are_the_machines_word_in_the_journal(desk: Desk) -> None:
    desk.take(LEFT, MID)
    assert [(e.kind, e.data["screen"], e.data["role"], e.by.machine) for e in desk.entries] == [
        ("ScreenRole", "LEFT", "desk", "console"),
        ("ScreenRole", "MID", "wall-1", "console"),
    ]


# ---- gone and back ----


def test_a_wall_whose_screen_is_gone_is_parked_and_returns_exactly(desk: Desk) -> None:
    before = desk.take(*THREE)
    assert desk.take(LEFT, MID) == {"desk": "LEFT", "wall-1": "MID"}
    assert desk.screens.plan.parked == ("wall-2",)
    assert desk.take(*THREE) == before
    assert desk.screens.plan.parked == ()


def test_a_screen_gone_and_back_is_in_the_journal_and_a_trouble_meanwhile(desk: Desk) -> None:
    desk.take(*THREE)
    desk.links.clear()
    desk.take(LEFT, MID)
    assert desk.told(ScreenLost) == [("RIGHT", "wall-2")]
    assert [(type(link), link.kind, link.name) for link in desk.links] == [(LinkDown, "screen", "wall-2")]
    desk.take(*THREE)
    assert desk.told(ScreenBack) == [("RIGHT", "wall-2")]
    assert [(type(link), link.name) for link in desk.links[1:]] == [(LinkUp, "wall-2")]
    assert [e.kind for e in desk.entries[3:]] == ["ScreenLost", "ScreenBack"]


def test_a_trouble_of_an_earlier_run_ends_when_its_screen_is_there(desk: Desk) -> None:
    desk.take(*THREE)
    later = desk.next_run()
    later.screens.known_lost([WALLS[1], WALLS[6]])  # wall-7 is no screen's role any more
    later.take(*THREE)
    assert [(type(link), link.name) for link in later.links] == [(LinkUp, "wall-2"), (LinkUp, "wall-7")]


def test_a_start_with_every_screen_there_says_nothing_about_troubles(desk: Desk) -> None:
    desk.take(*THREE)
    later = desk.next_run()
    later.take(*THREE)
    assert later.links == []


def test_the_desk_moves_to_a_screen_without_a_role_first(desk: Desk) -> None:
    desk.take(*THREE)
    desk.give("MID", NO_ROLE)
    assert desk.take(MID, RIGHT) == {"desk": "MID", "wall-2": "RIGHT"}


def test_the_desk_covers_a_wall_if_it_must_and_both_return(desk: Desk) -> None:
    before = desk.take(*THREE)
    assert desk.take(MID, replace(RIGHT, primary=True)) == {"wall-1": "MID", "desk": "RIGHT"}
    assert desk.screens.plan.parked == ("wall-2",)
    assert desk.take(*THREE) == before


def test_all_cables_out_for_a_moment_changes_nothing(desk: Desk) -> None:
    before = desk.take(*THREE)
    assert desk.take() == before


def test_an_absent_screen_is_still_a_trouble_at_the_next_start_and_none_once_it_is_forgotten(desk: Desk) -> None:
    desk.take(*THREE)
    later = desk.next_run()
    assert later.take(LEFT, MID) == {"desk": "LEFT", "wall-1": "MID"}
    assert [link.name for link in later.links if isinstance(link, LinkDown)] == ["wall-2"]
    later.give("RIGHT", NO_ROLE)
    assert isinstance(later.links[-1], LinkUp)
    assert [row.name for row in later.screens.rows()] == ["LEFT", "MID"]


# ---- known again ----


def test_a_screen_is_known_by_its_serial_wherever_it_is_plugged_in(desk: Desk) -> None:
    one, two = replace(MID, serial="A1"), replace(RIGHT, serial="B2")
    desk.take(LEFT, one, two)
    swapped = desk.take(LEFT, replace(one, name="RIGHT", box=RIGHT.box), replace(two, name="MID", box=MID.box))
    assert swapped == {"desk": "LEFT", "wall-1": "RIGHT", "wall-2": "MID"}


def test_without_a_serial_the_name_counts_more_than_the_place(desk: Desk) -> None:
    desk.take(*THREE)
    assert desk.take(LEFT, replace(MID, box=RIGHT.box), replace(RIGHT, box=MID.box))["wall-1"] == "MID"


def test_another_resolution_does_not_make_another_screen(desk: Desk) -> None:
    desk.take(*THREE)
    assert desk.take(LEFT, replace(MID, box=Box(1920, 0, 3840, 2160)))["wall-1"] == "MID"


def test_a_replaced_screen_inherits_the_role_of_its_connector(desk: Desk) -> None:
    desk.take(LEFT, replace(MID, serial="OLD"))
    assert desk.take(LEFT, replace(MID, serial="NEW"))["wall-1"] == "MID"
    assert desk.screens.plan.parked == ()


def test_a_cable_moved_to_another_connector_keeps_the_role_by_size_and_place(desk: Desk) -> None:
    desk.take(*THREE)
    assert desk.take(LEFT, MID, replace(RIGHT, name="DP-3")) == {"desk": "LEFT", "wall-1": "MID", "wall-2": "DP-3"}


def test_a_screen_never_seen_takes_the_next_free_wall(desk: Desk) -> None:
    desk.take(LEFT, MID)
    assert desk.take(*THREE)["wall-2"] == "RIGHT"


# ---- by hand ----


def test_two_screens_exchange_their_roles_and_the_person_is_in_the_journal(desk: Desk) -> None:
    desk.take(*THREE)
    assert desk.give("MID", DESK) == {"desk": "MID", "wall-1": "LEFT", "wall-2": "RIGHT"}
    assert [(e.data["screen"], e.data["role"], e.by.person) for e in desk.entries[3:]] == [
        ("MID", "desk", "Li"),
        ("LEFT", "wall-1", "Li"),
    ]
    assert desk.next_run().take(*THREE) == {"desk": "MID", "wall-1": "LEFT", "wall-2": "RIGHT"}


def test_the_desk_never_loses_its_last_screen(desk: Desk) -> None:
    desk.take(*THREE)
    with pytest.raises(CommandRefused, match="main_needs_screen"):
        desk.give("LEFT", NO_ROLE)
    desk.take(LEFT, MID)
    with pytest.raises(CommandRefused, match="main_needs_screen"):
        desk.give("LEFT", WALLS[1])  # wall-2 belongs to a screen that is not here


def test_an_absent_screen_gets_no_role(desk: Desk) -> None:
    desk.take(*THREE)
    desk.take(LEFT, MID)
    with pytest.raises(CommandRefused, match="screen_absent"):
        desk.give("RIGHT", WALLS[4])


def test_a_row_read_before_the_screens_changed_is_refused(desk: Desk) -> None:
    desk.take(*THREE)
    old = desk.row("MID")
    desk.give("MID", WALLS[5])
    with pytest.raises(CommandRefused, match="screen_absent"):
        desk.screens.give_role(old, WALLS[6])


def test_the_farthest_reader_is_kept_with_the_screen(desk: Desk) -> None:
    desk.take(LEFT, MID)
    assert [spot.reader_m for spot in desk.screens.plan.spots] == [0.7, 4.0]
    desk.screens.set_reader(desk.row("MID"), 12.5)
    later = desk.next_run()
    later.take(LEFT, MID)
    assert [spot.reader_m for spot in later.screens.plan.spots] == [0.7, 12.5]
    with pytest.raises(CommandRefused, match="reader_out_of_range"):
        desk.screens.set_reader(desk.row("MID"), 0)


# ---- where a window stands ----


def test_a_window_keeps_its_place_on_its_screen_wherever_the_screen_stands(desk: Desk) -> None:
    desk.take(LEFT, MID)
    desk.screens.window_moved(WALLS[0], Box(100, 50, 1280, 720))
    later = desk.next_run()
    later.take(LEFT, replace(MID, box=Box(0, 1080, *HD)))
    spot = later.screens.plan.spot(WALLS[0])
    assert spot is not None
    assert spot.window == Box(100, 50, 1280, 720)


def test_a_window_that_would_be_outside_is_put_inside(desk: Desk) -> None:
    desk.take(LEFT, MID)
    desk.screens.window_moved(DESK, Box(1800, -40, 1600, 900))
    desk.take(replace(LEFT, box=Box(0, 0, 1280, 800)), MID)
    spot = desk.screens.plan.spot(DESK)
    assert spot is not None
    assert spot.window == Box(0, 0, 1280, 800)


def test_a_borrowed_screen_is_not_where_the_window_belongs(desk: Desk) -> None:
    desk.take(*THREE)
    desk.screens.window_moved(DESK, Box(10, 10, 1600, 900))
    desk.take(MID, RIGHT)
    desk.screens.window_moved(DESK, Box(0, 0, 640, 480))
    desk.take(*THREE)
    spot = desk.screens.plan.spot(DESK)
    assert spot is not None
    assert spot.window == Box(10, 10, 1600, 900)


# ---- the file ----

GOOD: dict[str, Any] = {
    "serial": "", "name": "MID", "width": 1920, "height": 1080, "order": 1,
    "role": "wall-1", "reader_m": 4.0, "window": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"schema": 2, "screens": []}, "schema"),
        ({"schema": 1}, "screens"),
        ({"schema": 1, "screens": ["MID"]}, "object"),
        ({"schema": 1, "screens": [{**GOOD, "role": "supervisor"}]}, "supervisor"),
        ({"schema": 1, "screens": [{**GOOD, "reader_m": 1e9}]}, "reader_m"),
        ({"schema": 1, "screens": [{**GOOD, "reader_m": True}]}, "reader_m"),
        ({"schema": 1, "screens": [{**GOOD, "width": -1}]}, "width"),
        ({"schema": 1, "screens": [{**GOOD, "order": 1.5}]}, "order"),
        ({"schema": 1, "screens": [{**GOOD, "name": None}]}, "name"),
        ({"schema": 1, "screens": [{**GOOD, "window": [1, 2, 3]}]}, "window"),
        ({"schema": 1, "screens": [{**GOOD, "window": [0, 0, 0, 5]}]}, "window"),
        ({"schema": 1, "screens": [GOOD, {**GOOD, "name": "X"}]}, "one role"),
        ({"schema": 1, "screens": [{**GOOD, "role": ""}, {**GOOD, "role": ""}]}, "twice"),
    ],
)
def test_a_damaged_layout_is_refused_with_the_reason_and_changes_nothing(
    desk: Desk, wrong: dict[str, Any], named: str
) -> None:
    with pytest.raises(LayoutError, match=named):
        desk.screens.restore(wrong)
    assert desk.take(LEFT, MID) == {"desk": "LEFT", "wall-1": "MID"}


SETS = st.lists(
    st.sampled_from([*THREE, replace(RIGHT, name="DP-9", serial="S9", box=Box(3840, 0, 1080, 1920))]), unique=True
)
HANDS = st.tuples(st.integers(0, 5), st.sampled_from([NO_ROLE, DESK, *WALLS[:3]]))


@given(st.lists(st.tuples(SETS, st.lists(HANDS, max_size=2)), max_size=6))
def test_whatever_comes_and_goes_there_is_one_desk_one_window_a_screen_and_a_file_that_can_be_read(
    days: list[tuple[list[Display], list[tuple[int, Role]]]],
) -> None:
    desk = Desk()
    desk.take(LEFT)
    for displays, hands in days:
        desk.screens.take(displays)
        for number, role in hands:
            rows = desk.screens.rows()
            try:
                desk.screens.give_role(rows[number % len(rows)], role)
            except CommandRefused:
                continue
        spots = desk.screens.plan.spots
        assert [spot.role for spot in spots].count(DESK) == 1
        assert len({spot.display.name for spot in spots}) == len(spots) == len({spot.role for spot in spots})
        present = {display.name for display in in_order(displays)} or {d.name for d in desk.screens.displays}
        assert {spot.display.name for spot in spots} <= present
        later = desk.next_run()
        later.screens.take(desk.screens.displays)
        assert later.screens.plan == desk.screens.plan
