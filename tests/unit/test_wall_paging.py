"""Pages and layouts of a wall: every camera can be reached, and a new layout goes on with what was shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.wall import DESK_TILES, LAYOUTS, PANEL
from tests.unit.wall_position import WALL_1, WALL_2, Position, camera, cameras, refusal, tile

names = st.sampled_from(sorted(LAYOUTS, key=int))


def numbers(first: int, last: int) -> list[int]:
    return list(range(first, last + 1))


def test_pages_go_through_all_cameras_by_number_and_the_last_may_be_partly_filled() -> None:
    position = Position(count=10)
    position.steering.open(WALL_1, "4")
    assert position.shown() == [1, 2, 3, 4]
    position.steering.turn_page(WALL_1, 1)
    assert position.shown() == [5, 6, 7, 8]
    position.steering.turn_page(WALL_1, 1)
    surface = position.steering.surface(WALL_1)
    assert (position.shown(), surface.page, surface.pages) == ([9, 10, 0, 0], 3, 3)
    position.steering.turn_page(WALL_1, 1)
    assert position.shown() == [1, 2, 3, 4], "after the last page comes the first"
    position.steering.turn_page(WALL_1, -1)
    assert position.shown() == [9, 10, 0, 0]
    assert position.last() == {"act": "page", "surface": WALL_1, "page": 3}


def test_a_new_layout_keeps_what_is_shown_in_order_and_does_not_jump_back_to_the_first_page() -> None:
    position = Position(count=40)
    position.steering.open(WALL_1, "4")
    position.steering.turn_page(WALL_1, 2)
    position.steering.set_layout(WALL_1, "9")
    assert position.shown() == numbers(9, 17)
    position.steering.set_layout(WALL_1, "6")
    assert position.shown() == numbers(9, 14)
    position.steering.turn_page(WALL_1, 1)
    assert position.shown() == numbers(15, 20)
    assert position.acts()[-3:] == ["layout", "layout", "page"]


def test_what_was_put_by_hand_stays_in_a_larger_layout_and_nothing_is_shown_twice() -> None:
    position = Position(count=40)
    position.steering.open(WALL_1, "4")
    position.steering.put(tile(WALL_1, 2), camera(7))
    position.steering.put(tile(WALL_1, 3), None)
    position.steering.set_layout(WALL_1, "9")
    assert position.shown() == [1, 7, 4, 5, 6, 8, 9, 10, 11]


def test_the_selection_stays_with_its_camera_when_the_layout_changes() -> None:
    position = Position()
    position.steering.open(WALL_1, "16")
    position.steering.put(tile(WALL_1, 1), None)
    position.steering.select(tile(WALL_1, 4))
    position.steering.set_layout(WALL_1, "9")
    assert position.steering.selected == tile(WALL_1, 3), "the empty place was closed up"
    position.steering.set_layout(WALL_1, "1")
    assert position.steering.selected == tile(WALL_1, 1)


def test_a_second_wall_begins_where_the_first_ends_and_the_panel_with_the_first_camera() -> None:
    position = Position(count=40)
    for surface in (WALL_1, WALL_2, PANEL):
        position.steering.open(surface)
    assert (position.shown(WALL_1), position.shown(WALL_2)) == (numbers(1, 16), numbers(17, 32))
    assert position.shown(PANEL) == [1, 2, 3, 4]


def test_a_site_without_cameras_has_one_empty_page() -> None:
    position = Position(count=0)
    position.steering.open(WALL_1, "4")
    position.steering.turn_page(WALL_1, 1)
    surface = position.steering.surface(WALL_1)
    assert (surface.page, surface.pages, dict(surface.tiles)) == (1, 1, {})


def test_layouts_and_surfaces_nobody_knows_are_refused() -> None:
    steering = Position().steering
    assert refusal(steering.set_layout, WALL_1, "7") == "unknown_layout"
    assert refusal(steering.turn_page, "cellar", 1) == "unknown_surface"
    assert refusal(steering.surface, "wall-0") == "unknown_surface"


@given(st.integers(1, 90), st.lists(names, min_size=1, max_size=6), st.data())
def test_from_wherever_one_is_turning_the_pages_shows_every_camera(
    count: int, layouts: list[str], data: st.DataObject
) -> None:
    position = Position(count)
    position.steering.open(WALL_1)
    for layout in layouts:
        before = position.shown()
        position.steering.set_layout(WALL_1, layout)
        assert position.shown()[: len(before)] == before[: int(layout)]
        position.steering.turn_page(WALL_1, data.draw(st.integers(-3, 3)))
    seen: set[int] = set()
    for _ in range(position.steering.surface(WALL_1).pages + 1):
        surface = position.steering.surface(WALL_1)
        assert 1 <= surface.page <= surface.pages
        seen.update(position.shown())
        position.steering.turn_page(WALL_1, 1)
    assert seen - {0} == set(numbers(1, count))


@given(st.integers(1, 60), names, st.integers(-4, 4))
def test_no_page_shows_a_camera_twice_or_out_of_order(count: int, layout: str, turns: int) -> None:
    position = Position(count)
    position.steering.open(WALL_1, layout)
    position.steering.turn_page(WALL_1, turns)
    shown = [number for number in position.shown() if number]
    assert shown == numbers(shown[0], shown[0] + len(shown) - 1)


# ---- another site


def test_a_page_is_renewed_with_the_cameras_of_the_new_site() -> None:
    position = Position(count=8)
    position.steering.open(WALL_1, "4")
    position.steering.turn_page(WALL_1, 1)
    position.take_site(1, 2, 6, 7, 8, 9)
    assert position.shown() == [6, 7, 8, 9], "it goes on with the first camera that is left"
    position.take_site(1, 2)
    assert position.shown() == [1, 2, 0, 0], "a page that is no more is not shown"


def test_an_arrangement_made_by_hand_loses_only_what_is_gone() -> None:
    position = Position(count=8)
    position.steering.open(WALL_1, "4")
    position.steering.swap(tile(WALL_1, 1), tile(WALL_1, 4))
    position.take_site(1, 2, 4, 5, 6)
    assert position.shown() == [4, 2, 0, 1]


@pytest.mark.parametrize("act", ["page", "hand"])
def test_a_full_screen_of_a_camera_that_is_gone_ends(act: str) -> None:
    position = Position(count=8)
    position.steering.open(WALL_1, "4")
    if act == "hand":
        position.steering.put(tile(WALL_1, 1), camera(8))
    position.steering.toggle_full(tile(WALL_1, 3))
    position.take_site(1, 2, 3, 4, 5)
    assert position.steering.surface(WALL_1).full == tile(WALL_1, 3)
    position.take_site(1, 2, 4, 5)
    assert position.steering.surface(WALL_1).full is None


def test_at_rest_the_strip_of_the_desk_shows_the_cameras_after_the_large_one() -> None:
    position = Position(count=3)
    assert [position.steering.camera_on(tile) for tile in DESK_TILES] == [*cameras(1, 2, 3), None]
    position.take_site(1, 3, 4, 5)
    assert [position.steering.camera_on(tile) for tile in DESK_TILES] == cameras(1, 4, 3, 5)


def test_the_large_tile_takes_the_first_living_camera_when_its_own_is_gone() -> None:
    position = Position(count=6, dark=[1])
    assert position.steering.camera_on("alarm") == camera(2), "and the same at the start"
    position.raised("A", 5)
    position.take_site(1, 3, 4, 5, 6)
    position.steering.escape()
    assert position.steering.camera_on("alarm") == camera(3)


def test_an_alarm_whose_camera_left_the_site_shows_its_next_best() -> None:
    position = Position(count=6)
    position.raised("A", 5, 4)
    position.wall.choices_changed("A", position.wall.current.choices[1:])
    position.take_site(1, 2, 3, 4)
    assert position.steering.camera_on("alarm") == camera(4)
    assert [cell.choice.camera.id for cell in position.wall.region if cell] == cameras(4)
