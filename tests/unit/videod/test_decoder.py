"""Decoders that cannot keep up, and streams that cannot be decoded."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from console.model import CameraId, Quality
from console.videod.decoder import BEHIND, Decoders
from console.videod.picture import Target, size_of
from console.videod.slots import Picture
from console.videod.unit import Unit
from tests.servers.rtsp import GOP, HEIGHT, WIDTH
from tests.waiting import wait_until

KEY = (CameraId("gate"), Quality.SUB)


@dataclass(eq=False)
class Screen:
    """An outlet that keeps what it is given, and may be as slow as a test wants."""

    pictures: list[Picture] = field(default_factory=list)
    is_open: threading.Event = field(default_factory=threading.Event)
    is_asked: threading.Event = field(default_factory=threading.Event)

    def write(self, generation: int, picture: Picture) -> None:
        self.pictures.append(picture)
        self.is_asked.set()
        assert self.is_open.wait(10)


@pytest.fixture
def units(h264_clip: list[list[bytes]]) -> list[Unit]:
    """Two groups of pictures."""
    return [
        Unit(b"".join(b"\0\0\0\1" + nal for nal in nals), number % GOP == 0, number + 1, number * 6_000)
        for number, nals in enumerate(h264_clip)
    ]


@pytest.fixture
def decoders() -> Iterator[Decoders]:
    found = Decoders(1)
    yield found
    found.stop()


def aim(decoders: Decoders, screen: Screen, memory: list[Unit]) -> None:
    target = Target(screen, 1, 160, 90)  # type: ignore[arg-type]  # an outlet in all that is used of it
    decoders.aim(KEY, (target,), memory, is_whole=True)


def test_a_decoder_that_is_behind_marks_its_picture_late_and_goes_on_at_the_next_key_frame(
    decoders: Decoders, units: list[Unit]
) -> None:
    screen = Screen()
    aim(decoders, screen, units[:1])
    assert screen.is_asked.wait(10)
    for unit in [*units[1:GOP], *units[1:GOP]]:  # more than it may be behind, while it cannot do anything
        decoders.feed(KEY, unit)
    screen.is_open.set()
    wait_until(lambda: len(screen.pictures) == 2, 10, "the newest picture it got")
    assert [picture.is_late for picture in screen.pictures] == [False, True]
    assert decoders.late == 2 * (GOP - 1) - BEHIND
    decoders.feed(KEY, units[GOP + 1])
    decoders.feed(KEY, units[0])
    wait_until(lambda: len(screen.pictures) == 3, 10, "the next key frame")
    assert (screen.pictures[-1].is_late, screen.pictures[-1].arrived_ns) == (False, units[0].arrived_ns)


def test_a_stream_without_pictures_is_known_by_the_first_unit_that_gave_none(
    decoders: Decoders, units: list[Unit]
) -> None:
    screen = Screen()
    screen.is_open.set()
    aim(decoders, screen, [])
    noise = bytes(range(256)) * 8
    decoders.feed(KEY, Unit(b"\0\0\0\1\x65" + noise, True, 77, 0))
    wait_until(lambda: decoders.blind_ns(KEY) == 77, 10, "the first failure")
    decoders.feed(KEY, Unit(b"\0\0\0\1\x65" + noise, True, 99, 0))
    decoders.feed(KEY, units[0])
    wait_until(lambda: screen.pictures, 10, "a picture")
    wait_until(lambda: decoders.blind_ns(KEY) == 0, 10, "sight")


def test_a_key_frame_proves_itself_by_its_picture(units: list[Unit]) -> None:
    assert size_of(units[0]) == (WIDTH, HEIGHT)
    assert size_of(units[1]) is None
    assert size_of(Unit(b"\0\0\0\1\x65" + bytes(400), True, 0, 0)) is None
    assert size_of(Unit(b"", True, 0, 0)) is None


def test_a_hundred_questions_are_all_answered_one_at_a_time(decoders: Decoders, units: list[Unit]) -> None:
    async def ask() -> list[bool]:
        answers: list[bool] = []
        done = asyncio.Event()

        def on_answer(is_good: bool) -> None:
            answers.append(is_good)
            if len(answers) == 100:
                done.set()

        for number in range(100):
            decoders.prove((CameraId(str(number)), Quality.SUB), units[number % 2 * 3], on_answer)
        async with asyncio.timeout(10):
            await done.wait()
        return answers

    assert asyncio.run(ask()) == [True, False] * 50
