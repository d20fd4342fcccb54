"""Frames of GB/T 26875.3 come out of a stream whole, whatever it is cut into and whatever lies between them."""

from __future__ import annotations

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from console.gb26875 import (
    MOST_DATA,
    MOST_FRAME,
    NOBODY,
    Broken,
    Command,
    Frame,
    Stream,
    address_of,
    made,
    source_of,
)

AT = datetime(2026, 11, 20, 16, 29, 48)
PANEL = source_of("010987654321")
FRAME = made(Command.SEND, 9, PANEL, NOBODY, AT, b"\x15\1\1" + bytes(6))


def whole(found: list[Frame | Broken]) -> list[bytes]:
    return [each.raw for each in found if isinstance(each, Frame)]


def test_a_frame_made_is_the_frame_taken_apart() -> None:
    (frame,) = Stream().feed(FRAME)
    assert isinstance(frame, Frame)
    assert (frame.sequence, frame.address, frame.command) == (9, "010987654321", Command.SEND)
    assert frame.data == b"\x15\1\1" + bytes(6) and frame.raw == FRAME and address_of(PANEL) == frame.address


def test_two_frames_that_stick_together_are_two() -> None:
    assert whole(Stream().feed(FRAME + FRAME)) == [FRAME, FRAME]


def test_bytes_before_a_frame_are_counted_and_left_out() -> None:
    stream = Stream()
    assert whole(stream.feed(b"\0\xff@" + FRAME)) == [FRAME]
    assert stream.garbage == 3 and not stream.is_midway


def test_a_third_mark_before_a_frame_hides_nothing() -> None:
    assert whole(Stream().feed(b"@" + FRAME)) == [FRAME]


def test_a_frame_with_a_wrong_sum_is_known_for_what_it_is_and_the_next_one_is_heard() -> None:
    spoilt = FRAME[:-3] + bytes([FRAME[-3] ^ 1]) + FRAME[-2:]
    broken, good = Stream().feed(spoilt + FRAME)
    assert isinstance(broken, Broken) and broken.reason == "checksum" and broken.frame.sequence == 9
    assert isinstance(good, Frame)


def test_a_report_of_half_a_word_is_broken_and_one_of_nothing_is_a_sign_of_life() -> None:
    half, empty = Stream().feed(
        made(Command.SEND, 1, PANEL, NOBODY, AT, b"\2") + made(Command.SEND, 1, PANEL, NOBODY, AT)
    )
    assert isinstance(half, Broken) and half.reason == "length"
    assert isinstance(empty, Frame)


def test_a_length_no_frame_has_does_not_hold_up_what_follows() -> None:
    huge = FRAME[:24] + (MOST_DATA + 1).to_bytes(2, "little") + FRAME[26:]
    assert whole(Stream().feed(huge + FRAME)) == [FRAME]


def test_a_frame_that_never_ends_can_be_given_up_for_the_one_behind_it() -> None:
    stream = Stream()
    half = FRAME[:24] + (200).to_bytes(2, "little") + FRAME[26:30]
    assert whole(stream.feed(half + FRAME[:20])) == [] and stream.is_midway
    assert whole(stream.give_up()) == [] and stream.is_midway
    assert whole(stream.feed(FRAME[20:])) == [FRAME] and not stream.is_midway


def test_a_whole_frame_does_not_wait_behind_one_that_was_cut_off() -> None:
    half = FRAME[:24] + (200).to_bytes(2, "little") + FRAME[26:30]
    assert whole(Stream().feed(half + FRAME)) == [FRAME]


@given(st.lists(st.binary(max_size=60).filter(lambda noise: b"@" not in noise), min_size=1, max_size=5), st.data())
def test_whatever_the_stream_is_cut_into_every_frame_comes_out_once(noises: list[bytes], data: st.DataObject) -> None:
    everything = b"".join(noise + FRAME for noise in noises)
    stream, found, at = Stream(), [], 0
    while at < len(everything):
        step = data.draw(st.integers(1, 40))
        found += stream.feed(everything[at : at + step])
        at += step
    assert whole(found) == [FRAME] * len(noises)


@given(st.lists(st.binary(max_size=200) | st.sampled_from([b"@@", b"##", FRAME[:28], FRAME[5:]]), max_size=30))
def test_no_bytes_whatever_make_it_raise_or_hold_more_than_a_frame(parts: list[bytes]) -> None:
    stream = Stream()
    for part in parts:
        stream.feed(part)
        assert len(stream._held) <= MOST_FRAME
    while stream.is_midway:
        stream.give_up()
