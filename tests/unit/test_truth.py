"""What is said of a camera that shows a picture: moved, covered, dark, out of focus, frozen; and nothing at dusk."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.journal import Json
from console.sim.animation import Effect, Reel
from console.sim.clips import SCENES, Rendition, shot_of
from console.truth.judge import ALIKE, Fault, Stillness
from console.truth.reference import MOST, PIXELS, Reference, added, kept, packed, restored, unpacked, view_of
from console.truth.view import HEIGHT, WIDTH, Luma, View
from console.truth.watch import LOOKS, Patience, Watch

EVERY_MS = 20_000
PATIENCE = Patience(fault_ms=60_000, learn_ms=0)
SOON = LOOKS + 2  # looks by which a fault is told
PLACES = ("garage-9-day", "street-20-day", "corridor-5-ir")
MOVING = Stillness()


@cache
def luma(place: str, effect: Effect | None = None, frame: int = 0) -> Luma:
    """The small grey picture of one frame of the simulated camera."""
    reel = Reel(shot_of(place, 17, "摄像机", Rendition.SUB, effect), SCENES).frames()
    canvas = next(canvas for at, canvas in enumerate(reel) if at == frame)
    whole = av.VideoFrame.from_ndarray(canvas.buffer, format="yuv420p")
    return whole.reformat(WIDTH, HEIGHT, "gray", interpolation="AREA").to_ndarray().astype(np.uint8)


def lit(picture: Luma, share: float, seed: int = 0) -> Luma:
    """The same by so much light, with the noise of a sensor."""
    noise = np.random.default_rng(seed).normal(0, 1, picture.shape)
    return np.clip(picture * share + noise, 0, 255).astype(np.uint8)


class Day:
    """A camera that is looked at every twenty seconds."""

    def __init__(self, watch: Watch | None = None, patience: Patience = PATIENCE) -> None:
        self.watch = watch or Watch()
        self.now_ms = 1_000_000
        self._patience = patience

    def look(self, pictures: Iterable[Luma], colour: float = 8.0, still: Stillness = MOVING) -> list[Fault | None]:
        """What is raised after each look."""
        said = []
        for picture in pictures:
            self.now_ms += EVERY_MS
            self.watch.take(View(picture, colour), still, self.now_ms, self._patience)
            said.append(self.watch.fault)
        return said


def well(place: str) -> list[Luma]:
    """A few looks at a camera that is well, with people walking by."""
    return [luma(place), luma(place, frame=60)] * 3


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("effect", [Effect.MOVED, Effect.COVERED, Effect.DARK, Effect.DEFOCUSED])
def test_what_happened_to_a_camera_is_named_within_a_few_looks_and_over_when_it_is_put_right(
    place: str, effect: Effect
) -> None:
    day = Day()
    assert set(day.look(well(place))) == {None}
    said = day.look([luma(place, effect)] * SOON)
    assert said[:2] == [None, None]
    assert said[-1] is Fault(effect.value)
    assert day.look(well(place))[-1] is None


@pytest.mark.parametrize("effect", [Effect.SMOKE, Effect.FIRE])
def test_smoke_and_fire_in_a_part_of_the_picture_are_no_trouble_of_the_camera(effect: Effect) -> None:
    day = Day()
    day.look(well("garage-9-day"))
    assert set(day.look([luma("garage-9-day", effect)] * 8)) == {None}


@pytest.mark.parametrize("place", PLACES)
def test_nobody_cries_wolf_at_dusk_in_the_night_or_at_dawn(place: str) -> None:
    day = Day()
    day.look(well(place))
    falling = [max(0.02, 1 - k / 150) for k in range(160)]
    light = [*falling, *([0.02] * 20), *reversed(falling)]
    said = day.look(lit(luma(place, frame=60 * (k % 2)), share, k) for k, share in enumerate(light))
    assert set(said) == {None}


def test_light_that_goes_out_at_once_is_told_and_learnt_in_the_first_day() -> None:
    old, young = Day(), Day(patience=Patience(60_000, 3_600_000))
    for day, last in ((old, Fault.DARK), (young, None)):
        day.look(well("garage-9-day"))
        assert day.look([luma("garage-9-day", Effect.DARK)] * SOON)[-1] is last


def test_infrared_light_for_the_first_time_is_learnt_and_not_taken_for_a_move() -> None:
    day, place = Day(), "street-20-day"
    day.look(well(place))
    slope = np.linspace(1.5, 0.4, WIDTH)
    night = [np.clip(picture * 0.6 * slope + 10, 0, 255).astype(np.uint8) for picture in well(place)]
    assert set(day.look(night * 2, colour=0.0)) == {None}


def test_a_lorry_that_stands_before_the_lens_for_a_minute_is_no_trouble() -> None:
    day = Day(patience=Patience(fault_ms=120_000, learn_ms=0))
    day.look(well("garage-9-day"))
    assert set(day.look([luma("garage-9-day", Effect.COVERED)] * 4 + well("garage-9-day"))) == {None}


def test_a_picture_that_never_changes_is_frozen_and_a_still_room_is_not() -> None:
    day = Day()
    day.look(well("garage-9-day"))
    still_room = day.look([luma("garage-9-day")] * SOON, still=Stillness(looks=2, seconds=600.0))
    assert set(still_room) == {None}
    assert day.look([luma("garage-9-day")] * SOON, still=Stillness(looks=9, seconds=90.0))[-1] is Fault.FROZEN


def test_a_camera_that_turns_is_never_said_to_have_moved_but_the_dark_is_told() -> None:
    day = Day(Watch(turns=True))
    day.look(well("garage-9-day"))
    assert set(day.look([luma("street-20-day")] * SOON)) == {None}
    assert day.look([luma("garage-9-day", Effect.DARK)] * SOON)[-1] is Fault.DARK


def test_a_person_who_says_that_the_view_is_right_ends_the_trouble_and_the_old_view_is_wrong_from_then_on() -> None:
    day = Day()
    day.look(well("garage-9-day"))
    assert day.look([luma("garage-9-day", Effect.MOVED)] * SOON)[-1] is Fault.MOVED
    assert day.watch.approve(day.now_ms, "Wang")
    assert set(day.look([luma("garage-9-day", Effect.MOVED)] * 3)) == {None}
    assert day.look([luma("garage-9-day")] * SOON)[-1] is Fault.MOVED


def test_a_light_that_is_usual_at_night_can_be_approved_beside_the_day() -> None:
    day = Day()
    day.look(well("garage-9-day"))
    day.look([luma("garage-9-day", Effect.DARK)] * SOON)
    day.watch.approve(day.now_ms, "Wang")
    assert set(day.look([luma("garage-9-day", Effect.DARK)] * 3 + well("garage-9-day"))) == {None}


def test_a_camera_is_not_judged_before_it_was_seen_to_be_well() -> None:
    day = Day()
    changing = [luma("garage-9-day"), luma("street-20-day"), luma("corridor-5-ir")] * 3
    assert set(day.look(changing)) == {None} and not day.watch.known


def test_references_outlive_the_run() -> None:
    taken = Reference(View(luma("garage-9-day"), 8.0), 5, "Wang")
    read = restored(kept("C-017", (taken,)))
    assert [(one.at_ms, one.by, one.view.colour) for one in read] == [(5, "Wang", 8.0)]
    assert np.array_equal(read[0].view.luma, taken.view.luma)


def test_of_too_many_references_the_oldest_that_was_learnt_goes() -> None:
    view = View(luma("garage-9-day"), 8.0)
    known: tuple[Reference, ...] = ()
    for at in range(MOST + 2):
        known = added(known, Reference(view, at, "Wang" if at == 0 else ""))
    assert [one.at_ms for one in known] == [0, *range(3, MOST + 2)]


@pytest.mark.parametrize("damaged", [{}, {"references": 5}, {"references": ["x", {"luma": 7}, {"luma": "eA=="}]}])
def test_a_damaged_file_of_references_is_an_empty_one(damaged: dict[str, Json]) -> None:
    assert restored(damaged) == ()


@given(st.one_of(st.text(max_size=300), st.binary(max_size=300).map(packed)))
def test_what_is_no_small_picture_is_refused(text: str) -> None:
    pixels = unpacked(text)
    assert pixels is None or len(pixels) == PIXELS


def test_a_bomb_of_zeros_is_refused() -> None:
    assert unpacked(packed(bytes(50_000_000))) is None
    assert unpacked(packed(bytes(PIXELS))) == bytes(PIXELS)


@given(st.integers(0, 1 << 30), st.floats(0.0, 120.0))
def test_whatever_a_picture_holds_it_is_like_itself(seed: int, spread: float) -> None:
    noise = np.random.default_rng(seed).normal(128, spread, PIXELS)
    view = view_of(np.clip(noise, 0, 255).astype(np.uint8).tobytes(), 8.0)
    assert view.likeness(view) == pytest.approx(1.0)
    assert view.emptied(view) == 0.0


def test_less_light_does_not_make_another_place_of_it() -> None:
    bright = View(luma("street-20-day"), 8.0)
    assert min(bright.likeness(View(lit(bright.luma, share), 8.0)) for share in (0.3, 0.5, 0.8)) > ALIKE


def test_of_hundreds_of_cameras_each_view_takes_thirty_kilobytes() -> None:
    one = View(np.arange(WIDTH * HEIGHT, dtype=np.uint32).astype(np.uint8).reshape(HEIGHT, WIDTH), 3.0)
    assert sum(part.nbytes for part in (one.luma, one.blocks, one.means, one.norms, one.detail)) < 31_000
