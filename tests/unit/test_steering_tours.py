"""Salvos and tours: saved under a name, shown, run, and never in the way of a hand or an alarm. Fake clock."""

from __future__ import annotations

import pytest

from console.wall import ALARM_TILE, DESK, PANEL, Cell, Step, Use, Zoom
from tests.unit.wall_position import WALL_1, WALL_2, Position, camera, refusal, tile

PART = Zoom(0.25, 0.25, 0.5)
ROUND = (Step(camera=camera(5)), Step(camera=camera(6)), Step(camera=camera(7)))


@pytest.fixture
def position() -> Position:
    position = Position()
    position.steering.open(WALL_1, "4")
    return position


def seconds(position: Position, count: int) -> None:
    position.clock.advance(1_000 * count)


# ---- salvos


def test_a_salvo_brings_back_layout_cameras_and_zooms_on_any_surface(position: Position) -> None:
    position.steering.put(tile(WALL_1, 2), camera(9))
    position.steering.put(tile(WALL_1, 3), None)
    position.steering.zoom(tile(WALL_1, 2), PART)
    position.steering.save_salvo("  Gate   and yard ", WALL_1)
    position.steering.open(WALL_2, "16")
    position.steering.show_salvo("Gate and yard", WALL_2)
    shown = position.steering.surface(WALL_2)
    assert (shown.layout, position.shown(WALL_2), shown.title) == ("4", [1, 9, 0, 4], "Gate and yard")
    assert dict(shown.zooms) == {tile(WALL_2, 2): PART}
    assert position.acts()[-2:] == ["save_salvo", "show_salvo"]


def test_a_salvo_that_is_changed_by_hand_is_no_longer_called_so(position: Position) -> None:
    position.steering.save_salvo("Gate", WALL_1)
    assert position.steering.surface(WALL_1).title == "Gate"
    position.steering.put(tile(WALL_1, 1), camera(9))
    assert position.steering.surface(WALL_1).title == ""


def test_saving_again_replaces_renaming_carries_tours_along_removing_leaves_what_is_shown(position: Position) -> None:
    position.steering.save_salvo("Gate", WALL_1)
    position.steering.turn_page(WALL_1, 1)
    position.steering.save_salvo("Gate", WALL_1)
    position.steering.save_tour("Night", [Step(salvo="Gate")], 10)
    position.steering.rename_salvo("Gate", "Yard")
    assert [salvo.name for salvo in position.steering.salvos()] == ["Yard"]
    assert position.steering.tours()[0].steps == (Step(salvo="Yard"),)
    position.steering.remove_salvo("Yard")
    assert (position.steering.salvos(), position.shown()) == ((), [5, 6, 7, 8])


def test_names_that_are_none_and_salvos_nobody_saved_are_refused(position: Position) -> None:
    steering = position.steering
    for name in ("", "   ", "x" * 41, "a\x00b"):
        assert refusal(steering.save_salvo, name, WALL_1) == "bad_name"
    assert refusal(steering.show_salvo, "Gate", WALL_1) == "unknown_salvo"
    assert refusal(steering.remove_salvo, "Gate") == "unknown_salvo"
    steering.save_salvo("Gate", WALL_1)
    steering.save_salvo("Yard", WALL_1)
    assert refusal(steering.rename_salvo, "Gate", "Yard") == "name_taken"


# ---- tours


@pytest.mark.parametrize(
    ("steps", "dwell_s", "code"),
    [
        ((), 10, "empty_tour"), ((Step(),), 10, "empty_tour"), (ROUND, 2, "bad_dwell"), (ROUND, 601, "bad_dwell"),
        ((Step(salvo="Gate"),), 10, "unknown_salvo"), ((Step(camera=camera(99)),), 10, "unknown_camera"),
    ],
)  # fmt: skip
def test_a_tour_that_could_not_run_is_not_saved(
    position: Position, steps: tuple[Step, ...], dwell_s: int, code: str
) -> None:
    assert refusal(position.steering.save_tour, "Night", steps, dwell_s) == code
    assert position.steering.tours() == ()


def test_a_tour_of_cameras_runs_on_the_large_tile_at_rest_and_begins_again(position: Position) -> None:
    position.steering.save_tour("Night", ROUND, 10)
    position.steering.start_tour("Night", DESK)
    seen = []
    for _ in range(4):
        seen.append(position.steering.camera_on(ALARM_TILE))
        seconds(position, 10)
    assert seen == [camera(5), camera(6), camera(7), camera(5)]
    assert position.steering.surface(DESK).tour == "Night"


def test_a_tour_of_salvos_changes_the_whole_surface(position: Position) -> None:
    position.steering.save_salvo("First", WALL_1)
    position.steering.turn_page(WALL_1, 1)
    position.steering.save_salvo("Second", WALL_1)
    position.steering.save_tour("Round", [Step(salvo="First"), Step(salvo="Second"), ROUND[2]], 3)
    position.steering.start_tour("Round", WALL_1)
    assert (position.shown(), position.steering.surface(WALL_1).title) == ([1, 2, 3, 4], "First")
    seconds(position, 3)
    assert position.shown() == [5, 6, 7, 8]
    seconds(position, 3)
    assert (position.shown(), position.steering.surface(WALL_1).layout) == ([7], "1"), "a camera has all of it"
    seconds(position, 3)
    assert position.shown() == [1, 2, 3, 4]


def test_a_tour_on_one_tile_of_a_wall_leaves_the_others_alone(position: Position) -> None:
    position.steering.save_tour("Night", ROUND, 5)
    position.steering.start_tour("Night", WALL_1, tile(WALL_1, 2))
    position.steering.put(tile(WALL_1, 1), camera(30))
    seconds(position, 5)
    assert position.shown() == [30, 6, 3, 4]
    position.steering.put(tile(WALL_1, 2), camera(31))
    seconds(position, 60)
    assert position.shown() == [30, 31, 3, 4], "a hand on the tile itself ends it"
    assert position.steering.surface(WALL_1).tour == ""


def test_salvos_need_a_whole_surface(position: Position) -> None:
    position.steering.save_salvo("First", WALL_1)
    position.steering.save_tour("Round", [Step(salvo="First")], 3)
    assert refusal(position.steering.start_tour, "Round", DESK) == "tour_needs_surface"
    assert refusal(position.steering.start_tour, "Round", WALL_1, tile(WALL_1, 1)) == "tour_needs_surface"
    assert refusal(position.steering.start_tour, "Day", WALL_1) == "unknown_tour"
    assert refusal(position.steering.start_tour, "Round", WALL_1, tile(WALL_1, 5)) == "unknown_tile"
    assert refusal(position.steering.start_tour, "Round", "cellar") == "unknown_surface"


@pytest.mark.parametrize("act", ["page", "layout", "salvo", "stop", "remove"])
def test_a_hand_on_the_surface_ends_the_tour_and_what_it_shows_then_stays(position: Position, act: str) -> None:
    steering = position.steering
    steering.save_salvo("First", WALL_1)
    steering.save_tour("Round", ROUND, 3)
    steering.start_tour("Round", WALL_1)
    match act:
        case "page":
            steering.turn_page(WALL_1, 1)
        case "layout":
            steering.set_layout(WALL_1, "4")
        case "salvo":
            steering.show_salvo("First", WALL_1)
        case "stop":
            steering.stop_tour(WALL_1)
        case "remove":
            steering.remove_tour("Round")
    shown = position.shown()
    seconds(position, 60)
    assert (position.shown(), steering.surface(WALL_1).tour) == (shown, "")
    assert "stop_tour" in position.acts()


def test_start_and_stop_are_written_down_and_no_step_is(position: Position) -> None:
    position.steering.save_tour("Night", ROUND, 3)
    position.steering.start_tour("Night", DESK)
    seconds(position, 600)
    position.steering.stop_tour(DESK)
    position.steering.stop_tour(DESK)
    assert position.acts() == ["save_tour", "start_tour", "stop_tour"]


@pytest.mark.parametrize("why", ["pointer", "ptz", "zoom", "full", "pinned"])
def test_a_tour_waits_while_somebody_is_busy_with_a_tile_of_it_and_then_stands_its_full_time(
    position: Position, why: str
) -> None:
    steering, mine = position.steering, tile(WALL_1, 1)
    steering.save_salvo("First", WALL_1)
    steering.turn_page(WALL_1, 1)
    steering.save_salvo("Second", WALL_1)
    steering.save_tour("Round", [Step(salvo="First"), Step(salvo="Second")], 5)
    steering.start_tour("Round", WALL_1)
    seconds(position, 3)
    match why:
        case "pointer" | "ptz":
            position.wall.hold(mine, Use(why))
        case "zoom":
            steering.zoom(mine, PART)
        case "full":
            steering.toggle_full(mine)
        case "pinned":
            steering.toggle_pin(mine)
    seconds(position, 9)
    assert (position.shown(), steering.surface(WALL_1).tour_paused) == ([1, 2, 3, 4], True)
    match why:
        case "pointer" | "ptz":
            position.wall.release(mine, Use(why))
        case "zoom":
            steering.zoom(mine, None)
        case "full":
            steering.toggle_full(mine)
        case "pinned":
            steering.toggle_pin(mine)
    seconds(position, 4)
    assert (position.shown(), steering.surface(WALL_1).tour_paused) == ([1, 2, 3, 4], False)
    seconds(position, 1)
    assert position.shown() == [5, 6, 7, 8]


def test_an_alarm_on_the_large_tile_stops_the_clock_of_its_tour_and_gives_the_same_step_back(
    position: Position,
) -> None:
    position.steering.save_tour("Night", ROUND, 5)
    position.steering.start_tour("Night", DESK)
    seconds(position, 7)
    position.raised("A", 20)
    seconds(position, 300)
    assert position.steering.camera_on(ALARM_TILE) == camera(20)
    position.steering.escape()
    assert position.steering.camera_on(ALARM_TILE) == camera(6)
    seconds(position, 5)
    assert position.steering.camera_on(ALARM_TILE) == camera(7)


def test_a_tour_started_during_an_alarm_begins_when_the_alarm_has_gone(position: Position) -> None:
    position.steering.save_tour("Night", ROUND, 5)
    position.raised("A", 20)
    position.steering.start_tour("Night", DESK)
    assert position.steering.camera_on(ALARM_TILE) == camera(20)
    position.closed("A")
    seconds(position, 5)
    assert position.steering.camera_on(ALARM_TILE) in {camera(5), camera(6)}


def test_a_tour_under_the_alarm_region_waits_and_one_beside_it_goes_on(position: Position) -> None:
    steering = position.steering
    steering.place_region(WALL_1, Cell(0.5, 0, 0.5, 1))
    steering.open(PANEL, "4")
    steering.save_tour("Night", ROUND, 5)
    steering.start_tour("Night", WALL_1, tile(WALL_1, 2))
    steering.start_tour("Night", PANEL, tile(PANEL, 2))
    position.raised("A", 20)
    seconds(position, 5)
    assert (position.shown(WALL_1)[1], position.shown(PANEL)[1]) == (5, 6)
    position.closed("A")
    seconds(position, 5)
    assert (position.shown(WALL_1)[1], position.shown(PANEL)[1]) == (6, 7)


def test_a_tour_passes_over_what_is_gone_and_ends_when_nothing_is_left(position: Position) -> None:
    position.steering.save_tour("Night", ROUND, 3)
    position.steering.start_tour("Night", DESK)
    position.take_site(1, 2, 3, 4, 5, 7)
    seconds(position, 3)
    assert position.steering.camera_on(ALARM_TILE) == camera(7)
    position.take_site(1, 2, 3, 4)
    seconds(position, 3)
    assert (position.steering.camera_on(ALARM_TILE), position.steering.surface(DESK).tour) == (camera(1), "")
    assert refusal(position.steering.start_tour, "Night", DESK) == "empty_tour"
