"""The operator's hand on the tiles: camera numbers, drag and drop, zoom, full screen, pins; every act is recorded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.wall import ALARM_TILE, DESK, PANEL, REGION, STRIP, Zoom, parse_entry, surface_of
from tests.unit.wall_position import WALL_1, WALL_2, Position, camera, refusal, tile

PART = Zoom(0.25, 0.25, 0.5)


@pytest.fixture
def position() -> Position:
    position = Position()
    position.steering.open(WALL_1, "4")
    return position


# ---- camera numbers


def test_a_number_goes_into_the_selected_tile(position: Position) -> None:
    position.steering.select(tile(WALL_1, 2))
    position.steering.enter("17")
    assert position.shown() == [1, 17, 3, 4]
    assert position.last() == {"act": "enter", "surface": WALL_1, "tile": tile(WALL_1, 2), "camera": "c17"}


def test_a_number_with_a_place_goes_there_on_the_surface_of_the_selected_tile(position: Position) -> None:
    position.steering.select(tile(WALL_1, 2))
    position.steering.enter("17*3")
    assert position.shown() == [1, 2, 17, 4]


def test_the_first_window_selects_its_first_tile_so_that_a_number_always_has_a_place(position: Position) -> None:
    position.steering.open(WALL_2, "4")
    position.steering.enter("0017")
    assert (position.steering.selected, position.shown()) == (tile(WALL_1, 1), [17, 2, 3, 4])


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "bad_entry"), ("*3", "bad_entry"), ("17*", "bad_entry"), ("1 7", "bad_entry"), ("123456789", "bad_entry"),
        ("１７", "bad_entry"), ("99", "unknown_camera"), ("0", "unknown_camera"), ("17*5", "unknown_tile"),
        ("17*0", "unknown_tile"), ("12345", "unknown_camera"), ("17*100", "unknown_tile"),
    ],
)  # fmt: skip
def test_a_number_that_cannot_be_shown_is_refused_with_its_reason_and_nothing_happens(
    position: Position, typed: str, code: str
) -> None:
    before = position.shown()
    assert refusal(position.steering.enter, typed) == code
    assert (position.shown(), position.entries) == (before, [])


def test_without_any_tile_a_number_is_refused() -> None:
    assert refusal(Position().steering.enter, "17") == "no_tile"


def test_strip_and_region_belong_to_the_alarms(position: Position) -> None:
    for fixed in (STRIP[0], f"{REGION}/1"):
        position.steering.select(fixed)
        assert refusal(position.steering.enter, "17") == "fixed_tile"
    assert refusal(position.steering.put, "strip-9", camera(1)) == "unknown_tile"


def test_places_that_are_no_tiles_cannot_be_selected(position: Position) -> None:
    for name in ("next/1", "wall-1/5", "wall-1/01", "wall-1/", "cellar/1", "", "strip-4"):
        position.steering.select(name)
        assert position.steering.selected == tile(WALL_1, 1)


@given(st.integers(0, 9999), st.none() | st.integers(0, 99))
def test_every_number_and_place_is_read_as_it_was_typed(number: int, place: int | None) -> None:
    entry = parse_entry(f" {number} * {place} " if place is not None else f"{number}")
    assert (entry.number, entry.place) == (number, place)


# ---- drag and drop


def test_a_tile_carried_to_another_changes_places_with_it_and_takes_its_zoom_along(position: Position) -> None:
    position.steering.zoom(tile(WALL_1, 1), PART)
    position.steering.swap(tile(WALL_1, 1), tile(WALL_1, 4))
    assert position.shown() == [4, 2, 3, 1]
    assert dict(position.steering.surface(WALL_1).zooms) == {tile(WALL_1, 4): PART}


def test_a_tile_can_be_carried_to_another_screen(position: Position) -> None:
    position.steering.open(PANEL, "4")
    position.steering.swap(tile(WALL_1, 2), tile(PANEL, 1))
    assert (position.shown(WALL_1), position.shown(PANEL)) == ([1, 1, 3, 4], [2, 2, 3, 4])


def test_a_camera_carried_from_a_tile_of_the_alarms_stays_there_too(position: Position) -> None:
    position.raised("A", 30, 31)
    for source in (ALARM_TILE, STRIP[0], f"{REGION}/1"):
        position.steering.swap(source, tile(WALL_1, 1))
    assert position.shown() == [30, 2, 3, 4]
    assert position.steering.camera_on(ALARM_TILE) == camera(30)


def test_a_tile_carried_onto_the_alarm_tile_sends_the_alarm_away(position: Position) -> None:
    position.raised("A", 30)
    position.steering.swap(tile(WALL_1, 2), ALARM_TILE)
    assert (position.steering.camera_on(ALARM_TILE), position.wall.current) == (camera(2), None)


def test_a_camera_nobody_knows_is_refused(position: Position) -> None:
    assert refusal(position.steering.put, tile(WALL_1, 1), "c99") == "unknown_camera"
    assert refusal(position.steering.swap, tile(WALL_1, 1), tile(WALL_1, 9)) == "unknown_tile"
    assert position.shown() == [1, 2, 3, 4]


def test_a_chosen_tile_is_also_shown_large_at_rest_and_an_alarm_keeps_the_large_tile(position: Position) -> None:
    position.steering.enlarge(tile(WALL_1, 3))
    assert position.steering.camera_on(ALARM_TILE) == camera(3)
    position.raised("A", 30)
    position.steering.enlarge(tile(WALL_1, 4))
    assert position.steering.camera_on(ALARM_TILE) == camera(30)


# ---- zoom


@given(st.floats(-9, 9), st.floats(-9, 9), st.floats(-1, 9))
def test_a_zoom_stays_inside_the_picture_and_enlarges_at_most_eightfold(x: float, y: float, w: float) -> None:
    zoom = Zoom(x, y, w).clamped()
    if zoom is None:
        assert w >= 1
        return
    assert 1 < zoom.factor <= 8
    assert min(zoom.x, zoom.y) >= 0
    assert max(zoom.x, zoom.y) + zoom.w <= 1 + 1e-9


def test_a_zoom_is_written_down_once_when_the_hand_rests(position: Position) -> None:
    for step in range(50):
        position.steering.zoom(tile(WALL_1, 1), Zoom(0.01 * step, 0, 0.5))
        position.clock.advance(20)
    assert position.entries == []
    position.clock.advance(1_000)
    assert position.acts() == ["zoom"]
    assert (position.last()["camera"], position.last()["part"]) == ("c1", [0.49, 0, 0.5])


@pytest.mark.parametrize("act", ["put", "page", "salvo"])
def test_another_camera_in_the_tile_is_shown_whole(position: Position, act: str) -> None:
    position.steering.save_salvo("quiet", WALL_1)
    position.steering.zoom(tile(WALL_1, 1), PART)
    match act:
        case "put":
            position.steering.put(tile(WALL_1, 1), camera(9))
        case "page":
            position.steering.turn_page(WALL_1, 1)
        case "salvo":
            position.steering.show_salvo("quiet", WALL_1)
    assert not position.steering.surface(WALL_1).zooms


def test_an_alarm_comes_with_its_whole_picture_and_the_zoom_at_rest_comes_back(position: Position) -> None:
    position.steering.put(ALARM_TILE, camera(5))
    position.steering.zoom(ALARM_TILE, PART)
    position.raised("A", 5, zone="C2")
    assert not position.steering.surface(DESK).zooms, "the same camera, but now for an alarm"
    position.steering.zoom(ALARM_TILE, Zoom(0, 0, 0.25))
    position.closed("A")
    assert dict(position.steering.surface(DESK).zooms) == {ALARM_TILE: PART}
    position.raised("B", 5, zone="C2")
    assert not position.steering.surface(DESK).zooms, "the zoom of an alarm ends with it"


def test_an_empty_tile_has_nothing_to_be_enlarged(position: Position) -> None:
    position.steering.put(tile(WALL_1, 1), None)
    assert refusal(position.steering.zoom, tile(WALL_1, 1), PART) == "empty_tile"
    assert refusal(position.steering.toggle_full, tile(WALL_1, 1)) == "empty_tile"
    assert refusal(position.steering.toggle_full, f"{REGION}/1") == "empty_tile"


# ---- full screen, pins, Esc


def test_a_tile_fills_its_surface_and_gives_it_back(position: Position) -> None:
    position.steering.toggle_full(tile(WALL_1, 2))
    assert position.steering.surface(WALL_1).full == tile(WALL_1, 2)
    position.steering.toggle_full(tile(WALL_1, 3))
    assert position.steering.surface(WALL_1).full == tile(WALL_1, 3)
    position.steering.toggle_full(tile(WALL_1, 3))
    assert position.steering.surface(WALL_1).full is None
    assert position.last() == {
        "act": "full", "surface": WALL_1, "tile": tile(WALL_1, 3), "on": False, "camera": "c3",
    }  # fmt: skip


def test_emptying_the_tile_that_fills_the_surface_gives_the_others_back(position: Position) -> None:
    position.steering.toggle_full(tile(WALL_1, 2))
    position.steering.put(tile(WALL_1, 2), None)
    assert position.steering.surface(WALL_1).full is None


def test_the_large_tile_in_full_screen_gives_way_to_an_alarm_and_comes_back(position: Position) -> None:
    position.steering.toggle_full(ALARM_TILE)
    position.raised("A", 9)
    assert position.steering.surface(DESK).full is None
    position.steering.toggle_full(ALARM_TILE)
    assert position.steering.surface(DESK).full == ALARM_TILE
    position.closed("A")
    assert position.steering.surface(DESK).full == ALARM_TILE


def test_the_full_screen_of_an_alarm_ends_with_it(position: Position) -> None:
    position.raised("A", 9, zone="C2")
    position.steering.toggle_full(ALARM_TILE)
    position.closed("A")
    position.raised("B", 9, zone="C2")
    assert position.steering.surface(DESK).full is None


def test_the_zoom_of_a_salvo_belongs_to_it_and_esc_leaves_it_alone(position: Position) -> None:
    position.steering.zoom(tile(WALL_1, 1), PART)
    position.steering.save_salvo("Gate", WALL_1)
    position.steering.show_salvo("Gate", WALL_1)
    position.steering.escape()
    assert dict(position.steering.surface(WALL_1).zooms) == {tile(WALL_1, 1): PART}


def test_esc_takes_back_one_level_at_a_time_the_newest_first(position: Position) -> None:
    steering = position.steering
    steering.select(tile(WALL_1, 2))
    steering.zoom(tile(WALL_1, 2), PART)
    steering.toggle_full(tile(WALL_1, 2))
    position.raised("A", 9)
    steering.escape()
    assert position.wall.current is None, "the alarm came last"
    assert (steering.surface(WALL_1).full, dict(steering.surface(WALL_1).zooms)) == (
        tile(WALL_1, 2), {tile(WALL_1, 2): PART},
    )  # fmt: skip
    steering.escape()
    assert (steering.surface(WALL_1).full, len(steering.surface(WALL_1).zooms)) == (None, 1)
    steering.escape()
    assert not steering.surface(WALL_1).zooms
    before = position.acts()
    steering.escape()
    assert (position.acts(), position.shown()) == (before, [1, 2, 3, 4]), "at rest Esc does and says nothing"


def test_esc_first_takes_back_what_was_enlarged_of_the_alarm_and_then_the_alarm(position: Position) -> None:
    position.raised("A", 9)
    position.steering.select(ALARM_TILE)
    position.steering.zoom(ALARM_TILE, PART)
    position.steering.escape()
    assert (position.wall.current is None, len(position.steering.surface(DESK).zooms)) == (False, 0)
    position.steering.escape()
    assert position.wall.current is None
    assert position.last() == {"act": "restore", "surface": DESK, "alarm": "A"}


def test_esc_leaves_alone_what_was_enlarged_where_the_operator_is_not(position: Position) -> None:
    position.steering.zoom(tile(WALL_1, 2), PART)
    position.steering.select(tile(WALL_1, 3))
    position.steering.escape()
    assert len(position.steering.surface(WALL_1).zooms) == 1


def test_a_pinned_large_tile_waits_for_no_alarm_until_esc(position: Position) -> None:
    position.steering.toggle_pin(ALARM_TILE)
    position.raised("A", 9)
    assert position.wall.current is None
    position.closed("A")
    position.steering.escape()
    assert not position.wall.pinned


# ---- the record


def test_every_act_is_written_with_who_did_it_where_and_to_which_camera(position: Position) -> None:
    position.raised("A", 9, 10)
    position.steering.look_at("next")
    position.steering.put(tile(WALL_1, 1), camera(8))
    position.steering.toggle_pin(tile(WALL_1, 1))
    assert {entry.kind for entry in position.entries} == {"WallAct"}
    assert {(entry.by.person, entry.by.position) for entry in position.entries} == {("Li", "desk-1")}
    assert [dict(entry.data) for entry in position.entries] == [
        {"act": "next", "surface": DESK, "alarm": "A"},
        {"act": "put", "surface": WALL_1, "tile": tile(WALL_1, 1), "camera": "c8"},
        {"act": "pin", "surface": WALL_1, "tile": tile(WALL_1, 1), "on": True},
    ]


def test_windows_are_told_whenever_something_changed(position: Position) -> None:
    for act in (
        lambda: position.steering.select(tile(WALL_1, 2)),
        lambda: position.steering.enter("9"),
        lambda: position.steering.zoom(tile(WALL_1, 2), PART),
        lambda: position.steering.set_layout(WALL_1, "9"),
    ):
        before = position.told
        act()
        assert position.told > before


def test_a_tile_belongs_to_the_surface_in_its_name() -> None:
    assert [surface_of(t) for t in (ALARM_TILE, STRIP[2], tile(WALL_2, 7))] == [DESK, DESK, WALL_2]
