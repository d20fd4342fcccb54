"""The alarm tile over a shift: what stands on it, who waits, and what the operator's hands change. Fake clock."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from console.clock import FakeClock
from console.model import AlarmId, Camera, CameraId, Health
from console.wall import ALARM_TILE, ROTATE_MS, STRIP, Arrangement, TileId, Use, Wall
from tests.unit.cameras_site import cam

FIRE, PRE = 1, 2
ONE, TWO, THREE = AlarmId("smoke/1"), AlarmId("smoke/2"), AlarmId("smoke/3")
SECOND_TILE = TileId("wall-2")


@dataclass(frozen=True)
class Choice:
    """A ranked camera, as far as the wall cares."""

    camera: Camera
    health: Health = Health.OK


def choices(*numbers: int, degraded: tuple[int, ...] = ()) -> list[Choice]:
    return [Choice(cam(n), Health.DEGRADED if n in degraded else Health.OK) for n in numbers]


def camera(number: int) -> CameraId:
    return CameraId(f"c{number}")


class Shift:
    """A wall with a fake clock that counts how often the windows were told to look again."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.told = 0
        self.wall: Wall[Choice] = Wall(self.clock, self._on_change)

    def _on_change(self) -> None:
        self.told += 1

    def fire(self, alarm: AlarmId, zone: str, *numbers: int) -> None:
        self.wall.alarm_raised(alarm, zone, choices(*numbers), FIRE)

    def pre(self, alarm: AlarmId, zone: str, *numbers: int) -> None:
        self.wall.alarm_raised(alarm, zone, choices(*numbers), PRE)

    @property
    def shown(self) -> AlarmId | None:
        return self.wall.current.alarm if self.wall.current else None

    @property
    def number(self) -> int | None:
        current = self.wall.current
        return current.choice.camera.number if current and current.choice else None

    @property
    def strip(self) -> list[int]:
        return [choice.camera.number for choice in self.wall.strip]

    @property
    def waiting(self) -> list[AlarmId]:
        return [one.alarm for one in self.wall.waiting]


@pytest.fixture
def shift() -> Shift:
    return Shift()


# ---- taking the tile


def test_the_first_alarm_takes_the_tile_at_once_with_its_best_camera_and_the_next_three_beside(shift: Shift) -> None:
    shift.fire(ONE, "A", 10, 11, 12, 13, 14)
    assert (shift.shown, shift.number, shift.strip, shift.waiting) == (ONE, 10, [11, 12, 13], [])
    assert shift.wall.tiles == {ALARM_TILE: camera(10), **dict(zip(STRIP, map(camera, (11, 12, 13)), strict=True))}
    assert shift.told == 1


def test_a_second_fire_waits_visibly_while_the_first_is_not_acknowledged(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    shift.fire(TWO, "B", 20)
    shift.fire(THREE, "C", 30)
    assert (shift.shown, shift.waiting) == (ONE, [TWO, THREE])
    assert len(shift.wall.waiting) == 2


def test_a_new_fire_takes_over_from_an_acknowledged_one(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    shift.wall.alarm_acknowledged(ONE)
    assert shift.shown == ONE, "acknowledging takes no picture away"
    shift.fire(TWO, "B", 20)
    assert (shift.shown, shift.waiting) == (TWO, []), "an acknowledged alarm does not wait"


def test_acknowledging_hands_the_tile_to_the_one_that_waits_longest(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    shift.fire(TWO, "B", 20)
    shift.fire(THREE, "C", 30)
    shift.wall.alarm_acknowledged(ONE)
    assert (shift.shown, shift.waiting) == (TWO, [THREE])


@pytest.mark.parametrize("hand", ["none", "pointer", "pin"])
def test_an_alarm_that_comes_again_in_another_zone_since_the_site_was_read_keeps_the_tile(
    shift: Shift, hand: str
) -> None:
    shift.fire(ONE, "A", 10)
    shift.fire(TWO, "B", 20)
    if hand == "pointer":
        shift.wall.hold(ALARM_TILE, Use.POINTER)
    elif hand == "pin":
        shift.wall.pin()
    shift.fire(ONE, "C", 30)
    assert (shift.shown, shift.waiting, shift.wall.pinned) == (ONE, [TWO], hand == "pin")
    assert shift.number == (30 if hand == "none" else 10)
    shift.wall.alarm_closed(ONE)
    shift.wall.release(ALARM_TILE, Use.POINTER)
    assert shift.shown == TWO


def test_a_fire_takes_the_tile_from_a_pre_alarm_and_never_the_other_way_round(shift: Shift) -> None:
    shift.pre(ONE, "A", 10)
    shift.fire(TWO, "B", 20)
    assert (shift.shown, shift.waiting) == (TWO, [ONE])
    shift.clock.advance(10 * ROTATE_MS)
    assert shift.shown == TWO, "a pre-alarm does not take turns with a fire"
    shift.wall.alarm_acknowledged(TWO)
    assert shift.shown == ONE


def test_an_alarm_that_no_camera_covers_still_takes_the_tile_and_says_so(shift: Shift) -> None:
    shift.wall.place(ALARM_TILE, camera(1))
    shift.fire(ONE, "A")
    assert (shift.shown, shift.number, shift.strip) == (ONE, None, [])
    assert shift.wall.tiles == {}


# ---- rotation


def test_several_unacknowledged_fires_take_turns_of_twenty_seconds(shift: Shift) -> None:
    for alarm, zone, number in ((ONE, "A", 10), (TWO, "B", 20), (THREE, "C", 30)):
        shift.fire(alarm, zone, number)
    seen = []
    for _ in range(6):
        seen.append(shift.shown)
        shift.clock.advance(ROTATE_MS)
    assert seen == [ONE, TWO, THREE, ONE, TWO, THREE]


def test_a_turn_lasts_its_whole_twenty_seconds(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    shift.fire(TWO, "B", 20)
    shift.clock.advance(ROTATE_MS - 1)
    assert shift.shown == ONE
    shift.clock.advance(1)
    assert shift.shown == TWO


def test_a_stepped_wall_clock_does_not_shorten_a_turn(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    shift.fire(TWO, "B", 20)
    shift.clock.step(-3_600_000)
    shift.clock.advance(ROTATE_MS)
    assert shift.shown == TWO


def test_rotation_ends_when_only_one_is_left_unacknowledged(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    shift.fire(TWO, "B", 20)
    shift.wall.alarm_acknowledged(TWO)
    shift.clock.advance(5 * ROTATE_MS)
    assert shift.shown == ONE
    assert shift.clock.next_in_ms() is None


# ---- one zone, one picture set


def test_forty_detectors_of_one_zone_share_one_picture_set(shift: Shift) -> None:
    alarms = [AlarmId(f"smoke/{n}") for n in range(40)]
    for n, alarm in enumerate(alarms):
        shift.fire(alarm, "A", 10 + n % 3, 20)
    assert (shift.number, shift.waiting) == (10, [])
    assert shift.wall.current is not None
    assert shift.wall.current.alarms == tuple(alarms)


def test_a_waiting_zone_counts_its_alarms(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    shift.fire(TWO, "B", 20)
    shift.fire(THREE, "B", 21)
    assert [one.alarms for one in shift.wall.waiting] == [(TWO, THREE)]


def test_a_zone_is_acknowledged_when_all_its_alarms_are(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    shift.fire(TWO, "A", 11)
    shift.fire(THREE, "B", 30)
    shift.wall.alarm_acknowledged(ONE)
    assert shift.shown == TWO, "the zone stays, the unacknowledged alarm leads it"
    assert shift.number == 10, "and the picture does not move"
    shift.wall.alarm_acknowledged(TWO)
    assert shift.shown == THREE


def test_a_detector_without_a_camera_borrows_the_pictures_of_its_zone(shift: Shift) -> None:
    shift.fire(ONE, "A")
    shift.fire(TWO, "A", 11)
    assert shift.number == 11


# ---- the operator's hands


def test_f4_steps_through_the_cameras_and_round_again_and_f3_goes_back_to_the_best(shift: Shift) -> None:
    shift.fire(ONE, "A", 10, 11, 12)
    seen = []
    for _ in range(3):
        shift.wall.next_choice()
        seen.append((shift.number, shift.strip))
    assert seen == [(11, [12, 10]), (12, [10, 11]), (10, [11, 12])]
    shift.wall.next_choice()
    shift.wall.best_choice()
    assert shift.number == 10


@pytest.mark.parametrize("gesture", ["next_choice", "best_choice", "pin"])
def test_any_gesture_pins_no_rotation_and_no_new_fire_takes_the_tile(shift: Shift, gesture: str) -> None:
    shift.fire(ONE, "A", 10, 11)
    shift.fire(TWO, "B", 20)
    getattr(shift.wall, gesture)()
    shift.clock.advance(5 * ROTATE_MS)
    shift.wall.alarm_acknowledged(ONE)
    shift.fire(THREE, "C", 30)
    assert (shift.shown, shift.waiting) == (ONE, [TWO, THREE])
    assert shift.wall.current is not None
    assert shift.wall.current.pinned


def test_unpinning_lets_the_rules_go_on(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    shift.wall.pin()
    shift.wall.alarm_acknowledged(ONE)
    shift.fire(TWO, "B", 20)
    shift.wall.unpin()
    assert shift.shown == TWO


def test_a_tile_pinned_at_rest_is_not_replaced_and_the_alarm_waits_visibly(shift: Shift) -> None:
    shift.wall.place(ALARM_TILE, camera(1))
    shift.wall.pin()
    shift.fire(ONE, "A", 10)
    assert (shift.shown, shift.waiting, shift.wall.tiles) == (None, [ONE], {ALARM_TILE: camera(1)})
    shift.wall.best_choice()
    assert shift.shown == ONE, "F3 fetches it by hand"


def test_the_operator_fetches_an_alarm_by_choosing_it(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    shift.fire(TWO, "B", 20)
    shift.wall.show_alarm(TWO)
    shift.clock.advance(5 * ROTATE_MS)
    assert (shift.shown, shift.waiting) == (TWO, [ONE])


def test_an_alarm_never_replaces_the_tile_in_ptz_or_talk_use(shift: Shift) -> None:
    for use in (Use.PTZ, Use.TALK):
        shift.wall.hold(ALARM_TILE, use)
    shift.fire(ONE, "A", 10)
    shift.clock.advance(10 * ROTATE_MS)
    assert (shift.shown, shift.waiting) == (None, [ONE])
    shift.wall.release(ALARM_TILE, Use.PTZ)
    assert shift.shown is None, "still talking"
    shift.wall.release(ALARM_TILE, Use.TALK)
    assert shift.shown == ONE


def test_an_alarm_never_replaces_the_tile_under_the_pointer_until_the_pointer_was_left_there(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    shift.wall.alarm_acknowledged(ONE)
    shift.wall.hold(ALARM_TILE, Use.POINTER)
    shift.fire(TWO, "B", 20)
    shift.clock.advance(9_000)
    shift.wall.hold(ALARM_TILE, Use.POINTER)
    shift.clock.advance(9_000)
    assert (shift.shown, shift.waiting) == (ONE, [TWO]), "the pointer moved nine seconds ago"
    shift.clock.advance(1_000)
    assert shift.shown == TWO


def test_a_pointer_over_another_tile_holds_nothing_back(shift: Shift) -> None:
    shift.wall.hold(SECOND_TILE, Use.POINTER)
    shift.fire(ONE, "A", 10)
    assert shift.shown == ONE


# ---- Esc


def test_esc_gives_back_exactly_what_was_there_before(shift: Shift) -> None:
    before = Arrangement("quad", {ALARM_TILE: camera(1), SECOND_TILE: camera(2), STRIP[0]: camera(3)})
    shift.wall.arrange(before)
    shift.fire(ONE, "A", 10, 11)
    assert shift.wall.tiles == {ALARM_TILE: camera(10), SECOND_TILE: camera(2), STRIP[0]: camera(11)}
    shift.wall.next_choice()
    shift.wall.restore()
    assert (shift.wall.arrangement, shift.wall.tiles, shift.wall.current) == (before, before.tiles, None)


def test_what_the_operator_put_elsewhere_during_the_alarm_stays_after_esc(shift: Shift) -> None:
    shift.wall.arrange(Arrangement("quad", {ALARM_TILE: camera(1), SECOND_TILE: camera(2)}))
    shift.fire(ONE, "A", 10, 11)
    shift.wall.place(SECOND_TILE, camera(99))
    shift.wall.restore()
    assert shift.wall.tiles == {ALARM_TILE: camera(1), SECOND_TILE: camera(99)}


def test_what_esc_sent_away_waits_visibly_and_comes_back_by_hand_or_with_a_new_occurrence(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    shift.wall.restore()
    shift.clock.advance(10 * ROTATE_MS)
    assert (shift.shown, shift.waiting) == (None, [ONE])
    shift.wall.best_choice()
    assert shift.shown == ONE
    shift.wall.restore()
    shift.fire(ONE, "A", 10)
    assert shift.shown == ONE


def test_after_esc_an_alarm_never_shown_comes_with_the_next_turn_and_not_in_the_same_breath(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    shift.fire(TWO, "B", 20)
    shift.wall.restore()
    shift.wall.choices_changed(TWO, choices(21))
    assert shift.shown is None
    shift.clock.advance(ROTATE_MS)
    assert (shift.shown, shift.number) == (TWO, 21)


def test_after_esc_a_new_fire_takes_the_tile(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    shift.wall.restore()
    shift.fire(TWO, "B", 20)
    assert (shift.shown, shift.waiting) == (TWO, [ONE])


def test_esc_at_rest_only_unpins(shift: Shift) -> None:
    shift.wall.place(ALARM_TILE, camera(1))
    shift.wall.pin()
    shift.wall.restore()
    assert not shift.wall.pinned
    assert shift.wall.tiles == {ALARM_TILE: camera(1)}


def test_a_camera_put_on_the_alarm_tile_by_hand_sends_the_alarm_away(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    shift.wall.place(ALARM_TILE, camera(17))
    shift.clock.advance(10 * ROTATE_MS)
    assert (shift.wall.tiles, shift.waiting) == ({ALARM_TILE: camera(17)}, [ONE])


# ---- the end of an alarm


def test_a_closed_alarm_leaves_the_tile_and_what_was_there_before_comes_back(shift: Shift) -> None:
    shift.wall.place(ALARM_TILE, camera(1))
    shift.fire(ONE, "A", 10)
    shift.wall.alarm_acknowledged(ONE)
    shift.wall.alarm_closed(ONE)
    assert (shift.shown, shift.wall.tiles) == (None, {ALARM_TILE: camera(1)})


def test_a_closed_alarm_leaves_the_queue(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    shift.fire(TWO, "B", 20)
    shift.wall.alarm_closed(TWO)
    shift.clock.advance(ROTATE_MS)
    assert (shift.shown, shift.waiting) == (ONE, [])


def test_closing_gives_the_tile_to_who_waits_even_when_it_was_pinned(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    shift.fire(TWO, "B", 20)
    shift.wall.pin()
    shift.wall.alarm_closed(ONE)
    assert (shift.shown, shift.wall.pinned) == (TWO, False)


def test_closing_the_newer_fire_brings_back_the_acknowledged_one_it_replaced(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    shift.wall.alarm_acknowledged(ONE)
    shift.fire(TWO, "B", 20)
    shift.wall.alarm_acknowledged(TWO)
    shift.wall.alarm_closed(TWO)
    assert shift.shown == ONE


def test_esc_after_a_chain_of_fires_goes_back_to_the_arrangement_before_the_first(shift: Shift) -> None:
    before = Arrangement("quad", {ALARM_TILE: camera(1), SECOND_TILE: camera(2)})
    shift.wall.arrange(before)
    shift.fire(ONE, "A", 10)
    shift.fire(TWO, "B", 20)
    shift.wall.alarm_closed(ONE)
    shift.wall.restore()
    assert (shift.wall.arrangement, shift.wall.tiles) == (before, before.tiles)


def test_a_zone_whose_first_alarm_is_closed_goes_on_with_the_others(shift: Shift) -> None:
    shift.fire(ONE, "A", 10, 11)
    shift.fire(TWO, "A", 11, 12)
    shift.wall.alarm_closed(ONE)
    assert (shift.shown, shift.number, shift.strip) == (TWO, 11, [12])


def test_acknowledging_or_closing_an_alarm_the_wall_never_saw_changes_nothing(shift: Shift) -> None:
    shift.wall.alarm_acknowledged(ONE)
    shift.wall.alarm_closed(ONE)
    shift.wall.choices_changed(ONE, choices(1))
    shift.wall.show_alarm(ONE)
    assert (shift.told, shift.shown) == (0, None)


# ---- cameras come and go


def test_a_picture_that_works_is_not_taken_away_for_a_better_one(shift: Shift) -> None:
    shift.fire(ONE, "A", 10, 11)
    shift.wall.choices_changed(ONE, choices(9, 10, 11))
    assert (shift.number, shift.strip) == (10, [11, 9])
    shift.wall.best_choice()
    assert shift.number == 9


def test_a_picture_that_went_dark_or_stale_gives_way_to_the_best_of_now(shift: Shift) -> None:
    shift.fire(ONE, "A", 10, 11, 12)
    shift.wall.choices_changed(ONE, choices(11, 12))
    assert shift.number == 11
    shift.wall.choices_changed(ONE, choices(12, 11, degraded=(11,)))
    assert shift.number == 12


def test_a_pinned_picture_stays_even_when_its_camera_is_gone(shift: Shift) -> None:
    shift.fire(ONE, "A", 10, 11)
    shift.wall.pin()
    shift.wall.choices_changed(ONE, choices(11))
    assert (shift.number, shift.strip) == (10, [11])


def test_the_first_camera_that_comes_back_fills_an_empty_tile_even_a_pinned_one(shift: Shift) -> None:
    shift.fire(ONE, "A")
    shift.wall.pin()
    shift.wall.choices_changed(ONE, choices(11))
    assert shift.number == 11


def test_the_windows_are_told_only_when_something_changed(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    told = shift.told
    shift.wall.choices_changed(ONE, choices(10))
    shift.wall.hold(SECOND_TILE, Use.POINTER)
    shift.wall.release(SECOND_TILE, Use.POINTER)
    shift.wall.arrange(shift.wall.arrangement)
    assert shift.told == told


def test_an_alarm_that_moves_to_another_zone_is_not_counted_twice(shift: Shift) -> None:
    shift.fire(ONE, "A", 10)
    shift.fire(TWO, "B", 20)
    shift.fire(TWO, "A", 21)
    assert shift.waiting == []
    assert shift.wall.current is not None
    assert shift.wall.current.alarms == (ONE, TWO)


def test_however_many_zones_wait_they_stand_by_urgency_and_turn(shift: Shift) -> None:
    for number in range(60):
        (shift.pre if number % 3 else shift.fire)(AlarmId(f"p{number}/1"), f"zone {number}", number)
    for number in range(0, 60, 7):
        shift.wall.alarm_acknowledged(AlarmId(f"p{number}/1"))
    for number in range(1, 60, 5):
        shift.wall.alarm_closed(AlarmId(f"p{number}/1"))
    gone = {*range(0, 60, 7), *range(1, 60, 5)}
    left = sorted((n for n in range(60) if n not in gone), key=lambda n: (n % 3 != 0, n))
    assert [shift.shown, *shift.waiting] == [AlarmId(f"p{n}/1") for n in left]
