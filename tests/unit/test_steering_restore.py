"""What was there comes back: after every alarm, after Esc, after a restart, whatever the kept file says."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from console.wall import ALARM_TILE, DESK, LAYOUTS, PANEL, REGION, Cell, Step, SurfaceId, Zoom
from tests.unit.wall_position import PRE, WALL_1, Position, camera, tile

WHOLE = Cell(0, 0, 1, 1)
NAMES = "ABCDEF"

hands = st.lists(
    st.tuples(
        st.sampled_from(["put", "empty", "page", "layout", "zoom", "full", "swap", "large", "pin", "select"]),
        st.integers(0, 9),
    ),
    max_size=8,
)
alarms = st.lists(
    st.tuples(
        st.sampled_from(["fire", "pre", "ack", "close", "best", "next", "esc", "choices", "wait"]), st.integers(0, 5)
    ),
    max_size=25,
)


def begun() -> Position:
    position = Position()
    position.steering.open(WALL_1, "4")
    position.steering.open(PANEL, "4")
    position.steering.place_region(WALL_1, WHOLE)
    position.steering.save_tour("Round", [Step(camera=camera(n)) for n in (30, 31, 32)], 600)
    position.steering.start_tour("Round", PANEL, tile(PANEL, 4))
    return position


def hand(position: Position, act: str, which: int) -> None:
    """Something the operator does; a tile that is not there any more is passed over."""
    steering, mine = position.steering, tile(WALL_1, which % 4 + 1)
    there = steering.surface(WALL_1).tiles
    match act:
        case "page":
            steering.turn_page(WALL_1, which - 5)
        case "layout":
            steering.set_layout(WALL_1, list(LAYOUTS)[which])
        case "large":
            steering.put(ALARM_TILE, camera(which + 1))
        case "select":
            steering.select(mine)
        case "put" if int(steering.surface(WALL_1).layout) >= 4:
            steering.put(mine, camera(which + 10))
        case "empty" if mine in there:
            steering.put(mine, None)
        case "zoom" if mine in there:
            steering.zoom(mine, Zoom(0.1, 0.1, 0.2 + which / 20))
        case "full" if mine in there:
            steering.toggle_full(mine)
        case "pin" if mine in there:
            steering.toggle_pin(mine)
        case "swap" if mine in there:
            steering.swap(mine, tile(PANEL, 1))


def alarm(position: Position, act: str, which: int) -> None:
    """Something the alarms do, or the operator with them. Esc only while an alarm is the last that came."""
    name = NAMES[which]
    match act:
        case "fire":
            position.raised(name, 20 + which, 26 + which, zone=f"Z{which % 4}")
        case "pre":
            position.raised(name, 20 + which, zone=f"Z{which % 4}", priority=PRE)
        case "ack":
            position.acknowledged(name)
        case "close":
            position.closed(name)
        case "best" | "next":
            position.steering.look_at(act)
        case "choices":
            current = position.wall.current
            if current is not None:
                position.wall.choices_changed(current.alarm, current.choices[::-1])
        case "esc" if position.wall.current is not None or position.wall.region:
            position.steering.escape()
        case "wait":
            position.clock.advance(4_000 * which)


def at_rest(position: Position) -> tuple[Any, ...]:
    surfaces = [position.steering.surface(SurfaceId(name)) for name in (WALL_1, PANEL)]
    desk = position.steering.surface(DESK)
    paused_or_not = [(s.layout, s.page, s.pages, s.tiles, s.zooms, s.full, s.title, s.tour, s.pinned) for s in surfaces]
    return paused_or_not, position.wall.arrangement.tiles, desk.tour, position.steering.selected


@given(hands, alarms)
def test_no_alarm_changes_anything_that_the_operator_arranged(
    arranged: list[tuple[str, int]], happened: list[tuple[str, int]]
) -> None:
    position = begun()
    for act, which in arranged:
        hand(position, act, which)
    before = at_rest(position)
    for act, which in happened:
        alarm(position, act, which)
    assert at_rest(position) == before, "even while alarms are there, beneath them"
    for name in NAMES:
        position.closed(name)
    desk = position.steering.surface(DESK)
    assert at_rest(position) == before
    assert (position.wall.current, position.wall.region, desk.tiles) == (None, (), before[1])


@given(hands, hands, alarms)
def test_what_the_operator_changes_during_an_alarm_is_what_is_there_afterwards(
    arranged: list[tuple[str, int]], meanwhile: list[tuple[str, int]], happened: list[tuple[str, int]]
) -> None:
    disturbed, quiet = begun(), begun()
    for act, which in arranged:
        hand(disturbed, act, which)
        hand(quiet, act, which)
    disturbed.raised("A", 20, 26, zone="Z0")
    for act, which in meanwhile:
        hand(disturbed, act, which)
        hand(quiet, act, which)
    for act, which in happened:
        if act != "esc":
            alarm(disturbed, act, which)
    for name in NAMES:
        disturbed.closed(name)
    assert at_rest(disturbed) == at_rest(quiet)


def test_a_tour_under_the_alarm_is_where_it_was_when_the_alarm_has_gone() -> None:
    position = begun()
    position.steering.stop_tour(PANEL)
    position.steering.save_tour("Fast", [Step(camera=camera(n)) for n in (30, 31, 32)], 10)
    position.steering.start_tour("Fast", WALL_1, tile(WALL_1, 2))
    position.clock.advance(12_000)
    position.raised("A", 20)
    position.clock.advance(60_000)
    position.steering.escape()
    assert position.shown(WALL_1) == [1, 31, 3, 4]


# ---- a restart


@given(hands)
def test_a_restart_brings_back_what_every_surface_showed(arranged: list[tuple[str, int]]) -> None:
    before, after = begun(), Position()
    for act, which in arranged:
        hand(before, act, which)
    kept = json.loads(json.dumps([before.steering.kept(), before.steering.kept_salvos()]))
    after.steering.restore_salvos(kept[1])
    after.steering.restore(kept[0])
    after.steering.open(WALL_1, "16")
    after.steering.open(PANEL, "16")
    assert at_rest(after) == at_rest(before)
    assert json.loads(json.dumps([after.steering.kept(), after.steering.kept_salvos()])) == kept


def test_a_tour_goes_on_with_the_step_it_was_at() -> None:
    before, after = begun(), Position()
    before.clock.advance(601_000)
    assert before.shown(PANEL)[3] == 31
    after.steering.restore_salvos(before.steering.kept_salvos())
    after.steering.restore(before.steering.kept())
    assert after.shown(PANEL)[3] == 31
    after.clock.advance(600_000)
    assert after.shown(PANEL)[3] == 32


def test_cameras_that_left_the_site_meanwhile_leave_empty_places() -> None:
    before, after = begun(), Position(count=8)
    before.steering.put(tile(WALL_1, 1), camera(9))
    before.steering.put(ALARM_TILE, camera(9))
    before.steering.save_salvo("Gate", WALL_1)
    after.steering.restore_salvos(before.steering.kept_salvos())
    after.steering.restore(before.steering.kept())
    assert after.shown(WALL_1) == [0, 2, 3, 4]
    assert after.steering.camera_on(ALARM_TILE) == camera(1)
    assert after.steering.salvos()[0].cameras[0] == camera(9), "it may come back"
    after.steering.show_salvo("Gate", WALL_1)
    assert after.shown(WALL_1) == [0, 2, 3, 4]


def test_a_layout_nobody_knows_becomes_the_first_page() -> None:
    position = Position()
    position.steering.restore({"surfaces": {"wall-1": {"layout": "7", "cameras": ["c9"]}, "cellar": {"layout": "4"}}})
    position.steering.open(WALL_1, "4")
    assert position.shown() == [1, 2, 3, 4]


scalars = st.none() | st.booleans() | st.integers(-5, 10**12) | st.floats() | st.sampled_from(["4", "c1", "wall-1/1"])
KEYS = """surfaces wall-1 panel layout cameras zooms 1 ² full first by_hand title large selected pinned tours salvos
steps dwell_s name salvo camera tile surface at"""
keys = st.sampled_from(KEYS.split())
nonsense = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=20
)


@given(st.dictionaries(keys, nonsense, max_size=6), st.dictionaries(keys, nonsense, max_size=4))
def test_nothing_a_file_may_say_stops_the_start(kept: dict[str, Any], surfaces: dict[str, Any]) -> None:
    position = Position(count=5)
    position.steering.restore_salvos(kept)
    position.steering.restore({**kept, "surfaces": surfaces})
    position.steering.open(WALL_1, "4")
    for name in (WALL_1, PANEL, DESK, REGION):
        shown = position.steering.surface(SurfaceId(name))
        assert set(shown.tiles.values()) <= {camera(n) for n in range(1, 6)}
        assert set(shown.zooms) <= set(shown.tiles)
    json.dumps(position.steering.kept(), allow_nan=False)
