"""The alarm region of the walls: four fixed cells, each fire keeps its own, nobody's work is covered. Fake clock."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.wall import REGION, REGION_TILES, Cell, Use
from tests.unit.wall_position import PRE, WALL_1, WALL_2, Position, camera, tile

WHOLE = Cell(0, 0, 1, 1)


@pytest.fixture
def position() -> Position:
    position = Position()
    position.steering.open(WALL_1, "4")
    position.steering.place_region(WALL_1, WHOLE)
    return position


def test_at_rest_the_region_is_no_region(position: Position) -> None:
    assert (position.region(), position.wall.region_waiting) == ([], 0)


def test_the_first_four_fires_each_get_a_cell_and_the_next_wait_with_their_number(position: Position) -> None:
    for name in "ABCDEF":
        position.raised(name)
    assert (position.region(), position.wall.region_waiting) == (["A", "B", "C", "D"], 2)


def test_a_fire_that_leaves_makes_room_for_the_one_that_waits_longest_and_nobody_else_moves(position: Position) -> None:
    for name in "ABCDEF":
        position.raised(name)
    position.acknowledged("B")
    assert (position.region(), position.wall.region_waiting) == (["A", "E", "C", "D"], 1)
    position.closed("C")
    assert (position.region(), position.wall.region_waiting) == (["A", "E", "F", "D"], 0)


def test_an_acknowledged_fire_leaves_except_the_one_on_the_desks_alarm_tile(position: Position) -> None:
    position.raised("A")
    position.raised("B")
    position.acknowledged("B")
    assert position.region() == ["A", "", "", ""]
    position.acknowledged("A")
    assert position.region() == ["A", "", "", ""], "it is still on the desk's tile"
    position.closed("A")
    assert position.region() == []


def test_only_fires_get_a_cell(position: Position) -> None:
    position.raised("P", priority=PRE)
    assert (position.region(), position.steering.camera_on("alarm")) == ([], camera(40))


def test_alarms_of_one_zone_share_one_cell_and_one_picture(position: Position) -> None:
    for number in range(40):
        position.raised(f"A{number}", number % 7 + 1, zone="C2")
    (cell, *others) = position.wall.region
    assert (others, position.wall.region_waiting, len(cell.alarms)) == ([None, None, None], 0, 40)
    assert cell.choice.camera.id == camera(1)


def test_a_cell_shows_the_best_camera_of_its_own_fire(position: Position) -> None:
    position.raised("A", 3, 4)
    position.raised("B", 5, 6)
    assert dict(position.steering.surface(REGION).tiles) == {REGION_TILES[0]: camera(3), REGION_TILES[1]: camera(5)}


def test_stepping_through_the_cameras_on_the_desk_shows_on_the_wall_too(position: Position) -> None:
    position.raised("A", 3, 4)
    position.raised("B", 5)
    position.steering.look_at("next")
    assert position.steering.camera_on(REGION_TILES[0]) == camera(4)


def test_esc_clears_the_region_too_and_only_a_new_fire_opens_it_again(position: Position) -> None:
    for name in "ABCDE":
        position.raised(name)
    position.steering.escape()
    assert (position.region(), position.wall.region_waiting) == ([], 0)
    position.acknowledged("A")
    assert position.region() == []
    position.raised("G")
    assert position.region() == ["B", "E", "G", ""], "with the one whose turn it is on the desk and the one not seen"


def test_a_fire_that_was_sent_away_is_back_with_its_next_occurrence_or_by_hand(position: Position) -> None:
    position.raised("A")
    position.raised("B")
    position.steering.escape()
    position.wall.show_alarm("B")
    assert position.region() == ["B", "", "", ""]
    position.raised("A")
    assert position.region() == ["B", "A", "", ""]


def test_putting_a_camera_on_the_desks_tile_leaves_the_fire_on_the_wall(position: Position) -> None:
    position.raised("A")
    position.steering.put("alarm", camera(1))
    assert (position.wall.current, position.region()) == (None, ["A", "", "", ""])


@pytest.mark.parametrize("use", list(Use))
def test_a_cell_in_use_keeps_its_fire_when_it_is_acknowledged_until_the_hand_lets_go(
    position: Position, use: Use
) -> None:
    position.raised("A")
    position.raised("B")
    position.wall.hold(REGION_TILES[1], use)
    position.acknowledged("B")
    assert position.region() == ["A", "B", "", ""]
    position.wall.release(REGION_TILES[1], use)
    assert position.region() == ["A", "", "", ""]


# ---- never over a tile in use


@pytest.mark.parametrize("use", list(Use))
def test_a_tile_in_use_keeps_the_cell_above_it_clear_and_fires_take_the_others(position: Position, use: Use) -> None:
    position.wall.hold(tile(WALL_1, 1), use)
    for name in "ABCD":
        position.raised(name)
    assert (position.region(), position.wall.region_waiting) == (["", "A", "B", "C"], 1)
    assert position.wall.region_clear == {1}
    position.wall.release(tile(WALL_1, 1), use)
    assert (position.region(), position.wall.region_waiting) == (["D", "A", "B", "C"], 0)
    assert not position.wall.region_clear


def test_a_pinned_tile_is_never_covered(position: Position) -> None:
    position.steering.toggle_pin(tile(WALL_1, 4))
    for name in "ABCD":
        position.raised(name)
    assert (position.region(), position.steering.surface(WALL_1).pinned) == (["A", "B", "C", ""], {tile(WALL_1, 4)})
    position.steering.toggle_pin(tile(WALL_1, 4))
    assert position.region() == ["A", "B", "C", "D"]


def test_a_fire_that_has_its_cell_keeps_it_when_somebody_takes_up_the_tile_beneath(position: Position) -> None:
    position.raised("A")
    position.wall.hold(tile(WALL_1, 1), Use.TALK)
    position.raised("B")
    assert (position.region(), position.wall.region_clear) == (["A", "B", "", ""], frozenset())


def test_on_the_half_of_an_only_screen_tiles_of_the_other_half_do_not_matter(position: Position) -> None:
    position.steering.place_region(WALL_1, Cell(0.5, 0, 0.5, 1))
    position.wall.hold(tile(WALL_1, 1), Use.PTZ)
    position.raised("A")
    assert position.region() == ["A", "", "", ""]
    position.closed("A")
    position.wall.hold(tile(WALL_1, 2), Use.PTZ)
    for name in "BCD":
        position.raised(name)
    assert (position.region(), position.wall.region_waiting) == (["", "", "B", "C"], 1)


def test_a_full_screen_in_use_keeps_the_whole_region_clear_and_the_desk_still_shows_the_fire(
    position: Position,
) -> None:
    position.steering.toggle_full(tile(WALL_1, 2))
    position.wall.hold(tile(WALL_1, 2), Use.TALK)
    position.raised("A", 9)
    assert (position.region(), position.wall.region_waiting) == ([], 1)
    assert position.steering.camera_on("alarm") == camera(9)


def test_without_a_wall_window_nothing_is_kept_clear(position: Position) -> None:
    position.wall.hold(tile(WALL_1, 1), Use.TALK)
    position.steering.close(WALL_1)
    position.raised("A")
    assert position.region() == ["A", "", "", ""]


def test_with_two_walls_the_region_is_the_last_one_with_one_its_right_half() -> None:
    position = Position()
    position.steering.open(WALL_1, "4")
    position.wall.hold(tile(WALL_1, 2), Use.TALK)
    position.raised("A")
    assert (position.region(), position.wall.region_clear) == (["", "", "A", ""], {1, 2})
    position.closed("A")
    position.steering.open(WALL_2, "4")
    position.raised("B")
    assert position.region() == ["B", "", "", ""], "nobody has a hand on the second wall"


# ---- whatever happens

steps = st.lists(
    st.tuples(st.sampled_from(["raise", "ack", "close", "esc", "next", "hold", "release", "wait"]), st.integers(0, 7)),
    max_size=40,
)


def happens(position: Position, act: str, which: int) -> None:
    name, place = "ABCDEFGH"[which], tile(WALL_1, which % 4 + 1)
    match act:
        case "raise":
            position.raised(name, which + 1)
        case "ack":
            position.acknowledged(name)
        case "close":
            position.closed(name)
        case "esc":
            position.steering.escape()
        case "next":
            position.steering.look_at("next")
        case "hold":
            position.wall.hold(place, Use.PTZ)
        case "release":
            position.wall.release(place, Use.PTZ)
        case "wait":
            position.clock.advance(1_000 * which**2)


@given(steps)
def test_no_fire_has_two_cells_moves_or_is_forgotten_while_a_cell_is_free(series: list[tuple[str, int]]) -> None:
    position = Position()
    position.steering.open(WALL_1, "4")
    position.steering.place_region(WALL_1, WHOLE)
    before: list[str] = ["", "", "", ""]
    for act, which in series:
        happens(position, act, which)
        now = position.region() or ["", "", "", ""]
        shown = [name for name in now if name]
        assert len(shown) == len(set(shown))
        assert all(now.index(name) == at for at, name in enumerate(before) if name and name in now), "it moved"
        if position.wall.region_waiting:
            free = {at + 1 for at, name in enumerate(now) if not name}
            assert free <= position.wall.region_clear, "somebody waits although a cell is free"
        before = now
