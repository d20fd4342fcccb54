"""When a picture may be trusted: live, stale, waiting for a key frame, given up."""

from __future__ import annotations

import pytest

from console.ports import CameraState
from console.videod.refusal import NoPicture
from console.videod.vitals import NO_FRAME_S, NO_KEY_S, NO_PACKET_S, Vitals


def ns(seconds: float) -> int:
    return int(seconds * 1e9)


def playing(*, packets: float = 0.0, frames: tuple[float, ...] = ()) -> Vitals:
    """A visit that began at 100 s, with a last packet and frames at these times."""
    vitals = Vitals(ns(100), stale_ms=1500)
    if packets:
        vitals.packet(ns(packets))
    for at in frames:
        vitals.packet(ns(at))
        vitals.frame(ns(at))
    return vitals


def test_a_fresh_frame_is_live_up_to_the_stale_rule() -> None:
    vitals = playing(frames=(101.0, 101.066))
    assert vitals.judge(ns(102.5)) is CameraState.LIVE
    assert vitals.judge(ns(102.6)) is CameraState.STALE


def test_a_slow_stream_is_stale_after_three_of_its_periods() -> None:
    vitals = playing(frames=(101, 102, 103, 104))
    assert vitals.judge(ns(106.9)) is CameraState.LIVE
    assert vitals.judge(ns(107.2)) is CameraState.STALE


def test_a_stalled_camera_is_left_and_dialled_anew() -> None:
    vitals = playing(frames=(101.0, 101.1))
    with pytest.raises(NoPicture) as over:
        vitals.judge(ns(101.2 + NO_FRAME_S))
    assert over.value.state is CameraState.NO_SIGNAL


def test_packets_without_a_key_frame_are_named_within_two_seconds() -> None:
    assert playing(packets=100.5).judge(ns(100.6)) is CameraState.CONNECTING
    assert playing(packets=101.9).judge(ns(102.0)) is CameraState.WAITING_KEY


def test_packets_that_give_no_picture_any_more_wait_for_a_key_frame() -> None:
    vitals = playing(frames=(101.0, 101.1))
    vitals.packet(ns(103.0))
    assert vitals.judge(ns(103.1)) is CameraState.WAITING_KEY


def test_a_key_frame_that_never_comes_ends_the_visit() -> None:
    with pytest.raises(NoPicture) as over:
        playing(packets=100 + NO_KEY_S).judge(ns(100.1 + NO_KEY_S))
    assert over.value.state is CameraState.WAITING_KEY


def test_a_camera_that_sends_nothing_has_no_signal() -> None:
    vitals = playing()
    assert vitals.judge(ns(101)) is CameraState.CONNECTING
    with pytest.raises(NoPicture) as over:
        vitals.judge(ns(100.1 + NO_PACKET_S))
    assert over.value.state is CameraState.NO_SIGNAL


def test_a_pause_does_not_make_a_fast_stream_count_as_slow() -> None:
    vitals = playing(frames=(*(101 + n / 15 for n in range(30)), 120.0))
    assert vitals.judge(ns(121.7)) is CameraState.STALE
