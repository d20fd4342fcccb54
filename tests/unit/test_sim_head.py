"""The head of a simulated camera: it turns while it is told to, stops by itself, and stays within its range."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console import framecode
from console.ptz import Aim, Velocity
from console.sim.clips import Rendition, shot_of
from console.sim.head import HOME, LONGEST_S, Head, window_at
from console.sim.turning import Easel

SIDE = st.floats(-1, 1, allow_nan=False)


class Time:
    """Seconds that pass when they are told to."""

    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def time() -> Time:
    return Time()


def test_it_turns_while_it_is_told_to_and_stops_by_itself(time: Time) -> None:
    head = Head(now_s=time)
    head.drive(Velocity(pan=0.5, zoom=1.0), timeout_s=1.0)
    time.now_s += 0.5
    half = head.aim()
    assert half.pan > 0 and half.zoom > 0 and head.is_moving
    time.now_s += 5
    end = head.aim()
    assert end.pan == pytest.approx(2 * half.pan)
    assert not head.is_moving
    time.now_s += 5
    assert head.aim() == end


def test_a_move_without_a_time_ends_all_the_same(time: Time) -> None:
    head = Head(now_s=time)
    head.drive(Velocity(tilt=0.001))
    time.now_s += LONGEST_S + 1
    assert not head.is_moving


def test_a_stop_of_the_zoom_leaves_it_panning(time: Time) -> None:
    head = Head(now_s=time)
    head.drive(Velocity(pan=0.2, zoom=0.2), timeout_s=5)
    time.now_s += 1
    head.halt(pan_tilt=False)
    before = head.aim()
    time.now_s += 1
    assert head.aim().zoom == before.zoom
    assert head.aim().pan > before.pan
    head.halt()
    assert not head.is_moving


def test_it_travels_to_a_preset_and_back_home(time: Time) -> None:
    head = Head(("gate", "hall"), now_s=time)
    token = head.presets()[1].token
    head.recall(token)
    assert head.is_moving
    time.now_s += 10
    assert head.aim() == head.presets()[1].aim != HOME
    head.go_home()
    time.now_s += 10
    assert head.aim() == HOME
    with pytest.raises(KeyError):
        head.recall("9")


def test_a_position_is_kept_under_a_new_name_or_in_the_place_of_another(time: Time) -> None:
    head = Head(("gate",), now_s=time)
    head.turn_to(Aim(0.5, 0.5, 0.5))
    time.now_s += 10
    token = head.store("roof")
    head.store("", head.presets()[0].token)
    assert [(one.token, one.name, one.aim.pan) for one in head.presets()] == [("1", "gate", 0.5), (token, "roof", 0.5)]


@given(x=SIDE, y=SIDE, pan=SIDE, tilt=SIDE)
def test_what_was_pressed_comes_into_the_middle_as_far_as_the_head_turns(
    x: float, y: float, pan: float, tilt: float
) -> None:
    time = Time()
    head = Head(now_s=time)
    head.turn_to(Aim(pan, tilt, 0.3))
    time.now_s += 10
    left, top, size = window_at(head.aim())
    point = left + size * (x + 1) / 2, top + size * (1 - y) / 2
    head.centre(x, y)
    time.now_s += 10
    left, top, size = window_at(head.aim())
    for side, corner in zip(point, (left, top), strict=True):
        middle = corner + size / 2
        is_at_the_end = corner < 1e-6 or corner + size > 1 - 1e-6
        assert middle == pytest.approx(side, abs=1e-6) or is_at_the_end
    assert 0 <= left <= 1 - size
    assert 0 <= top <= 1 - size


@pytest.mark.parametrize("window", [(0.25, 0.25, 0.5), (0.0, 0.1, 0.16), (0.84, 0.84, 0.16)])
def test_name_and_frame_code_stand_on_the_picture_wherever_it_looks(window: tuple[float, float, float]) -> None:
    easel = Easel(shot_of("wide/gate-1-day", 3, "大门", Rendition.SUB))
    canvas, other = easel.draw(window, 7), easel.draw((0.3, 0.3, 0.3), 7)
    assert framecode.read(canvas.luma) == framecode.FrameCode(3, 7)
    top, foot = canvas.height * 9 // 10, canvas.height * 44 // 45
    marks = np.abs(canvas.luma[top:foot, :200].astype(int) - other.luma[top:foot, :200])
    assert (canvas.luma[top:foot, :200] > 180).any()
    assert np.abs(canvas.luma[:top].astype(int) - other.luma[:top]).mean() > 3
    assert marks.size
