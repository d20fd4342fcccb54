"""Turning cameras: who may, who goes first, what is always stopped, and what alarms do by themselves."""

from __future__ import annotations

import pytest

from console.clock import FakeClock
from console.errors import CommandRefused
from console.model import Right
from console.ptz import HOLD_MS, REPEAT_MS, Level, PtzDone, PtzFailed, PtzTrouble, Skill, Velocity, Why
from tests.unit.ptz_room import (
    ALARM,
    BEFORE,
    DOME,
    DOOR,
    FIXED,
    OTHER,
    RACKS,
    SECOND_TILE,
    TILE,
    Journal,
    Position,
    positions,
)

LEFT = Velocity(pan=-0.5)
STILL = Velocity()


# ---- a hand on a head ----


def test_a_turn_is_said_again_while_the_hand_is_on_it_and_stopped_once_when_it_lets_go() -> None:
    (desk,) = positions()
    desk.heads.drive(DOME, LEFT)
    desk.clock.advance(3 * REPEAT_MS)
    desk.heads.drive(DOME, STILL)
    desk.clock.advance(10 * REPEAT_MS)
    assert desk.ptz.acts() == [("drive", DOME, LEFT)] * 4 + [("halt", DOME)]
    assert len(set(desk.ptz.numbers[1:5])) == 1  # one order, said again


def test_a_hand_that_was_forgotten_stops_by_itself() -> None:
    (desk,) = positions()
    desk.heads.drive(DOME, LEFT)
    desk.clock.advance(60_000)
    assert desk.ptz.acts("drive") == [("halt", DOME)]


def test_a_hand_on_another_camera_stops_the_first() -> None:
    (desk,) = positions()
    desk.heads.drive(DOME, LEFT)
    desk.heads.drive(OTHER, LEFT)
    assert desk.ptz.acts() == [("drive", DOME, LEFT), ("halt", DOME), ("drive", OTHER, LEFT)]


def test_one_line_in_the_journal_for_a_turn_however_many_keys_it_took() -> None:
    (desk,) = positions()
    for _ in range(5):
        desk.heads.drive(DOME, LEFT)
        desk.heads.halt(DOME)
        desk.clock.advance(300)
    desk.clock.advance(2_000)
    assert desk.journal.kinds() == ["PtzTaken", "PtzTurned"]
    assert desk.names() == ["PtzTaken", "PtzTurned"]


def test_only_a_camera_that_turns_can_be_turned_and_only_by_who_may() -> None:
    (desk,) = positions()
    with pytest.raises(CommandRefused, match="no_ptz"):
        desk.heads.take(FIXED)

    def rule(right: Right, *_: object) -> None:
        raise CommandRefused("no_right", right.value)

    desk.seat.rule = rule
    with pytest.raises(CommandRefused, match="no_right: steer"):
        desk.heads.drive(DOME, LEFT)
    assert not desk.ptz.told


def test_a_preset_is_stored_only_by_who_keeps_the_site_and_only_under_a_name_there_is() -> None:
    (desk,) = positions()

    def no_engineer(right: Right, *_: object) -> None:
        if right is Right.SITE:
            raise CommandRefused("no_right")

    desk.seat.rule = no_engineer
    with pytest.raises(CommandRefused, match="no_right"):
        desk.heads.store(DOME, DOOR)
    desk.seat.rule = None
    with pytest.raises(CommandRefused, match="no_preset"):
        desk.heads.store(DOME, "nowhere")
    desk.heads.store(DOME, DOOR)
    assert desk.ptz.acts() == [("store", DOME, DOOR)]


def test_presets_are_those_of_the_site_and_then_what_else_the_camera_knows() -> None:
    (desk,) = positions()
    assert desk.heads.presets(DOME) == (DOOR, RACKS)
    desk.can(Skill.HOME)
    assert desk.heads.presets(DOME) == (DOOR, RACKS, "Preset 7")
    assert desk.heads.skills(DOME) == {Skill.HOME}


def test_a_head_that_does_not_obey_says_why_until_it_obeys_again() -> None:
    (desk,) = positions()
    desk.heads.recall(DOME, DOOR)
    desk.answers(PtzFailed(desk.ptz.numbers[-1], DOME, PtzTrouble.UNREACHABLE, "10.0.0.7:80"))
    trouble = desk.heads.trouble(DOME)
    assert trouble is not None
    assert (trouble.code, trouble.about) == (PtzTrouble.UNREACHABLE, "10.0.0.7:80")
    assert desk.names()[-1] == "PtzRefused"
    entry = desk.journal.entries[-1].entry
    assert (entry.kind, entry.data["act"], entry.data["code"]) == ("PtzRefused", "preset", "unreachable")
    desk.heads.go_home(DOME)
    desk.answers_last()
    assert desk.heads.trouble(DOME) is None


# ---- whose it is ----


def test_a_head_in_use_is_refused_by_name_and_free_again_when_it_is_let_go() -> None:
    li, wang = positions("desk-1", "desk-2")
    li.heads.drive(DOME, LEFT)
    wang.follow()
    with pytest.raises(CommandRefused, match="in_use: desk-1 person"):
        wang.heads.drive(DOME, LEFT)
    assert not wang.ptz.acts()
    li.heads.free(DOME)
    wang.follow()
    wang.heads.drive(DOME, LEFT)
    assert wang.heads.is_ours(DOME)
    assert li.ptz.acts()[-1] == ("halt", DOME)


def test_of_two_who_reach_for_it_at_once_the_second_stands_still_and_hears_who_has_it() -> None:
    li, wang = positions("desk-1", "desk-2")
    li.heads.drive(DOME, LEFT)
    wang.is_away = True
    wang.heads.drive(DOME, LEFT)
    wang.catches_up()
    assert not wang.heads.is_ours(DOME)
    assert wang.ptz.acts()[-1] == ("halt", DOME)
    assert "PtzLost" in wang.names()
    held = wang.heads.hold(DOME)
    assert held is not None
    assert held.by.person == "desk-1 person"


def test_a_supervisor_takes_it_from_an_operator_and_not_the_other_way_round() -> None:
    li, boss = positions("desk-1", "sup-1")
    boss.is_supervisor = True
    li.heads.drive(DOME, LEFT)
    boss.follow()
    boss.heads.take(DOME)
    li.follow()
    assert li.ptz.acts()[-1] == ("halt", DOME)
    assert "PtzLost" in li.names()
    with pytest.raises(CommandRefused, match="in_use"):
        li.heads.drive(DOME, LEFT)


def test_who_turns_a_camera_for_an_open_alarm_takes_it_from_a_supervisor() -> None:
    li, boss = positions("desk-1", "sup-1")
    boss.is_supervisor = True
    boss.heads.take(DOME)
    boss.heads.drive(DOME, LEFT)
    li.follow()
    li.fire()
    li.heads.take(DOME)
    held = li.heads.hold(DOME)
    assert held is not None
    assert (held.level, held.alarm) == (Level.ALARM, ALARM)
    boss.follow()
    assert boss.ptz.acts()[-1] == ("halt", DOME)


def test_a_head_nobody_moves_is_free_after_a_minute_but_not_under_a_hand() -> None:
    (desk,) = positions()
    desk.heads.drive(DOME, LEFT)
    desk.heads.halt(DOME)
    desk.clock.advance(HOLD_MS - 1_000)
    assert desk.heads.is_ours(DOME)
    desk.clock.advance(2_000)
    assert desk.heads.hold(DOME) is None
    assert desk.journal.kinds() == ["PtzTaken", "PtzTurned", "PtzFreed"]


def test_what_a_dead_position_held_is_free_after_a_while() -> None:
    dead, living = positions("desk-1", "desk-2")
    dead.heads.take(DOME)
    living.follow()
    dead.is_away = True  # killed: it writes nothing more
    living.clock.advance(HOLD_MS + 30_000)
    living.heads.take(DOME)
    assert living.heads.is_ours(DOME)


def test_after_a_restart_nothing_is_held_and_the_stream_of_the_day_goes_on() -> None:
    journal, clock = Journal([]), FakeClock()
    Position(journal, clock, "desk-1", "Li").start().heads.take(DOME)
    again = Position(journal, clock, "desk-1", "Li").start()
    assert again.heads.hold(DOME) is None
    last = Position(journal, clock, "desk-1", "Li").start()  # the stream is closed: it knows nothing of it
    last.heads.drive(DOME, LEFT)
    last.heads.halt(DOME)
    clock.advance(2_000)
    assert last.heads.is_ours(DOME)
    assert journal.kinds() == ["PtzTaken", "PtzFreed", "PtzTaken", "PtzTurned"]
    assert [record.entry.version for record in journal.entries] == [1, 2, 3, 4]


def test_whoever_leaves_the_position_lets_go_of_everything() -> None:
    (desk,) = positions()
    desk.heads.drive(DOME, LEFT)
    desk.turning.left()
    assert desk.ptz.acts()[-1] == ("halt", DOME)
    assert desk.heads.hold(DOME) is None
    assert desk.said[-2].why == Why.LEFT.value  # type: ignore[attr-defined]


# ---- on a tile ----


def test_the_tile_whose_camera_is_turned_is_held_until_it_is_let_go() -> None:
    (desk,) = positions()
    desk.grip.begin(TILE)
    desk.grip.drive(LEFT)
    assert desk.held == {TILE}
    assert desk.grip.end()
    assert desk.held == set()
    assert desk.ptz.acts() == [("drive", DOME, LEFT), ("halt", DOME)]
    assert desk.heads.hold(DOME) is None


def test_another_picture_on_the_tile_stops_the_camera_and_lets_it_go() -> None:
    (desk,) = positions()
    desk.grip.begin(TILE)
    desk.grip.drive(LEFT)
    desk.tiles[TILE] = FIXED
    desk.grip.look()
    assert desk.grip.at is None
    assert desk.ptz.acts()[-1] == ("halt", DOME)
    assert desk.heads.hold(DOME) is None


def test_a_second_tile_takes_the_keys_from_the_first() -> None:
    (desk,) = positions()
    desk.grip.begin(TILE)
    desk.grip.begin(SECOND_TILE)
    assert desk.held == {SECOND_TILE}
    assert desk.heads.hold(DOME) is None
    assert desk.heads.is_ours(OTHER)


def test_who_loses_the_camera_to_a_higher_level_has_its_tile_no_more() -> None:
    li, boss = positions("desk-1", "sup-1")
    boss.is_supervisor = True
    li.grip.begin(TILE)
    boss.follow()
    boss.heads.take(DOME)
    li.follow()
    assert li.grip.at is None
    assert li.held == set()


def test_an_empty_tile_has_no_camera_to_turn() -> None:
    (desk,) = positions()
    desk.tiles[TILE] = None
    with pytest.raises(CommandRefused, match="empty_tile"):
        desk.grip.begin(TILE)


# ---- alarms ----


def test_an_alarm_turns_every_bound_camera_to_its_preset_and_says_so_in_the_journal() -> None:
    (desk,) = positions()
    desk.fire()
    assert sorted(desk.ptz.acts()) == [("recall", DOME, DOOR), ("recall", OTHER, RACKS)]
    entry = desk.journal.entries[0].entry
    assert (entry.kind, entry.by.machine, entry.data["alarm"], entry.open) == ("PtzTurned", "ptz", ALARM, True)


def test_an_alarm_that_changes_turns_nothing_again_but_a_new_occurrence_does() -> None:
    (desk,) = positions()
    desk.fire()
    desk.turning.errands.look()
    assert len(desk.ptz.acts()) == 2
    desk.heads.take(DOME)
    desk.heads.free(DOME)
    desk.raised_ms = 2
    desk.turning.errands.look()
    assert len(desk.ptz.acts()) == 2  # it looks there already
    desk.heads.go_home(DOME)
    desk.heads.free(DOME)
    desk.raised_ms = 3
    desk.turning.errands.look()
    assert desk.ptz.acts()[-1] == ("recall", DOME, DOOR)


def test_a_preset_waits_while_a_hand_turns_the_camera_and_has_its_turn_when_it_rests() -> None:
    (desk,) = positions()
    desk.heads.drive(DOME, LEFT)
    desk.fire()
    assert ("recall", DOME, DOOR) not in desk.ptz.acts()
    waiting = desk.turning.errands.waiting(DOME)
    assert waiting is not None
    assert (waiting.alarm, waiting.preset) == (ALARM, DOOR)
    assert "PtzWaits" in desk.names()
    desk.heads.halt(DOME)
    desk.clock.advance(2_000)
    assert desk.ptz.acts()[-1] == ("recall", DOME, DOOR)


def test_a_camera_somebody_turns_for_an_alarm_is_not_taken_by_the_alarm_that_comes_again() -> None:
    (desk,) = positions()
    desk.fire()
    desk.heads.go_home(DOME)
    desk.raised_ms = 2
    desk.turning.errands.look()
    assert desk.ptz.acts()[-1] == ("home", DOME)
    assert desk.turning.errands.waiting(DOME) is not None
    desk.heads.free(DOME)
    assert desk.ptz.acts()[-1] == ("recall", DOME, DOOR)


def test_cameras_go_home_when_the_alarm_and_its_incident_are_over() -> None:
    (desk,) = positions()
    desk.fire()
    desk.open_incident = True
    desk.over()
    desk.clock.advance(10_000)
    assert not [words for words in desk.ptz.acts() if words[0] == "home"]
    desk.open_incident = False
    desk.clock.advance(5_000)
    assert sorted(words for words in desk.ptz.acts() if words[0] == "home") == [("home", DOME), ("home", OTHER)]
    assert not desk.journal.entries[-1].entry.open


def test_a_camera_that_somebody_still_has_goes_home_when_he_lets_go() -> None:
    (desk,) = positions()
    desk.fire()
    desk.heads.take(DOME)
    desk.over()
    desk.clock.advance(10_000)
    assert ("home", DOME) not in desk.ptz.acts()
    desk.heads.free(DOME)
    desk.clock.advance(5_000)
    assert ("home", DOME) in desk.ptz.acts()


def test_escape_turns_a_camera_back_to_exactly_where_it_looked() -> None:
    (desk,) = positions()
    desk.fire()
    desk.can(Skill.AIM)
    number = desk.ptz.numbers[desk.ptz.told.index(("recall", DOME, DOOR))]
    desk.answers(PtzDone(number, DOME, BEFORE))
    desk.turning.errands.restore((ALARM,))
    assert ("aim", DOME, BEFORE) in desk.ptz.acts()
    assert ("home", OTHER) in desk.ptz.acts()  # it did not say where it looked


def test_escape_leaves_a_camera_alone_that_somebody_else_works_with() -> None:
    li, wang = positions("desk-1", "desk-2")
    li.fire()
    wang.follow()
    wang.fire()
    wang.heads.take(DOME)
    li.follow()
    li.turning.errands.restore((ALARM,))
    assert not [words for words in li.ptz.acts() if words[:2] in (("home", DOME), ("aim", DOME))]


def test_two_consoles_write_one_recall_and_one_way_home() -> None:
    li, wang = positions("desk-1", "desk-2")
    wang.is_away = True
    li.fire()
    wang.fire()
    wang.catches_up()
    assert li.journal.kinds() == ["PtzTurned"]
    li.over()
    wang.over()
    li.clock.advance(5_000)
    assert li.journal.kinds() == ["PtzTurned", "PtzTurned"]


def test_after_a_restart_a_camera_that_an_alarm_turned_still_goes_home() -> None:
    journal, clock = Journal([]), FakeClock()
    Position(journal, clock, "desk-1", "Li").start().fire()
    again = Position(journal, clock, "desk-1", "Li")
    again.fire()
    assert again.start().heads.errand(DOME) == ALARM
    again.over()
    clock.advance(5_000)
    assert ("home", DOME) in again.ptz.acts()


def test_a_console_that_turns_nothing_sends_no_camera_home_in_the_journal() -> None:
    li, wang = positions("desk-1", "desk-2")
    wang.turning._orders._ptz = None
    li.fire()
    wang.follow()
    wang.clock.advance(5_000)
    assert wang.journal.kinds() == ["PtzTurned"]


def test_an_alarm_that_was_open_before_the_restart_turns_no_camera_again() -> None:
    journal, clock = Journal([]), FakeClock()
    Position(journal, clock, "desk-1", "Li").start().fire()
    again = Position(journal, clock, "desk-1", "Li")
    again.fire()
    again.start()
    again.turning.errands.look()
    assert not again.ptz.acts()
