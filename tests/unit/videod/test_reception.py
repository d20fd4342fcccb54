"""What a camera hears about its stream, and what we learn of its clock and its losses."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.sim.rtsp.packets import sender_report
from console.videod import rtcp
from console.videod.depacketiser import Format
from console.videod.reception import Reception
from console.videod.sdp import Media
from console.videod.unit import Codec, Unit
from tests.servers.rtsp import rtp

MEDIA = Media("", "", (Format(96, Codec.H264, b""),))
SECOND = 1_000_000_000
FIRST = 65_530  # wraps within the tests


def receiving(*numbers: int) -> Reception:
    """Having been sent these packets, a picture each, 100 ms apart; the sequence wraps on the way."""
    reception = Reception(MEDIA, lambda unit: None, is_timed=True)
    for number in numbers:
        packet = rtp(b"\x65\x88", FIRST + number, number * 9000, marker=True)
        reception.packets([packet], number * SECOND // 10)
    return reception


def told(report: bytes) -> dict[str, int]:
    """The first block of a receiver report."""
    _, kind, length, _, source, lost, highest, jitter, last, delay = struct.unpack_from(">BBHIIIIIII", report)
    assert (kind, length) == (201, 7)
    return {"source": source, "fraction": lost >> 24, "total": lost & 0xFFFFFF, "highest": highest, "jitter": jitter,
            "last": last, "delay": delay}  # fmt: skip


def test_a_report_of_a_whole_stream_says_that_nothing_is_lost() -> None:
    block = told(receiving(*range(5)).report(SECOND))
    assert (block["source"], block["fraction"], block["total"], block["highest"]) == (7, 0, 0, FIRST + 4)


def test_losses_are_reported_as_a_share_since_the_last_report_and_as_a_sum() -> None:
    reception = receiving(*range(4))
    reception.report(SECOND)
    for number in (4, 8, 9, 10, 11):  # three of eight are lost
        reception.packets([rtp(b"\x65\x88", FIRST + number, number * 9000, marker=True)], number * SECOND // 10)
    block = told(reception.report(2 * SECOND))
    assert (block["fraction"], block["total"]) == (3 * 256 // 8, 3)
    assert block["highest"] == FIRST + 11  # the rounds are counted
    assert told(reception.report(3 * SECOND))["fraction"] == 0
    assert reception.missing == 3


def test_the_share_that_is_lost_is_known_before_the_next_report() -> None:
    reception = receiving(*range(10))
    reception.report(SECOND)
    assert reception.loss == 0
    for number in range(10, 60, 2):
        reception.packets([rtp(b"\x65\x88", FIRST + number, number * 9000, marker=True)], SECOND)
    assert reception.loss == pytest.approx(0.5, abs=0.05)


def test_a_report_answers_the_cameras_own_so_that_it_can_reckon_the_way() -> None:
    reception = receiving(0)
    reception.control([sender_report(7, 1_795_000_000.5, 0, 1, 1)], 3 * SECOND)
    block = told(reception.report(5 * SECOND))
    assert block["last"] == (1_795_000_000 + 2_208_988_800 & 0xFFFF) << 16 | 0x8000
    assert block["delay"] == 2 << 16
    clock = reception.clock
    assert clock is not None
    assert (clock.epoch_ms, clock.heard_ns) == (1_795_000_000_500, 3 * SECOND)


def test_pictures_that_arrive_unevenly_are_reported_so() -> None:
    even, uneven = receiving(*range(40)), Reception(MEDIA, lambda unit: None, is_timed=True)
    for number in range(40):
        packet = rtp(b"\x65\x88", number, number * 9000, marker=True)
        uneven.packets([packet], number * SECOND // 10 + (number % 2) * 30_000_000)
    assert told(even.report(SECOND))["jitter"] == 0
    assert told(uneven.report(SECOND))["jitter"] == pytest.approx(2700, rel=0.2)  # 30 ms


def test_before_anything_came_a_report_is_about_nobody() -> None:
    report = receiving().report(SECOND)
    assert report[:4] == b"\x80\xc9\0\1"
    assert report[8:10] == b"\x81\xca"  # who we are: a compound packet must say it


def test_every_picture_is_passed_on() -> None:
    seen: list[Unit] = []
    reception = Reception(MEDIA, seen.append, is_timed=True)
    reception.packets([rtp(b"\x65\x88", 1, 0, marker=True)], 5)
    assert [unit.arrived_ns for unit in seen] == [5]
    assert (reception.codec, reception.arrived_ns) == (Codec.H264, 5)


@given(st.binary(max_size=120))
def test_no_bytes_make_the_reader_of_reports_raise(data: bytes) -> None:
    report = rtcp.sender_report(data)
    assert report is None or report.epoch_ms < 1 << 50
