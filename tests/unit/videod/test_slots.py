"""Pictures in shared memory: never torn, newest only, and nothing left behind."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.model import CameraId, Quality
from console.videod.sizes import MAX_HEIGHT, MAX_WIDTH
from console.videod.slots import MAX_STRIDE, Arena, Picture, SlotReader, SlotWriter
from tests.sources import ROOT
from tests.waiting import wait_until

WIDTH, HEIGHT = 96, 64

HAMMER = """
import sys
from console.model import CameraId, Quality
from console.videod.slots import Picture, SlotWriter
writer, number = SlotWriter(int(sys.argv[1]), 2), 0
while True:
    number += 1
    size = 16 + number % 80
    pixels = memoryview(bytes([number % 251]) * (size * 4 * size))
    writer.write(Picture(CameraId(f"c{number % 251}"), Quality.SUB, number, size, size, size * 4, pixels, False))
"""


@pytest.fixture
def arena() -> Iterator[Arena]:
    memory = Arena()
    memory.grow(2)
    yield memory
    memory.close()


def picture(shade: int = 1, *, camera: str = "大门-1", main: bool = False, memory: bool = False) -> Picture:
    pixels = memoryview(bytes([shade]) * (WIDTH * 4 * HEIGHT))
    quality = Quality.MAIN if main else Quality.SUB
    return Picture(CameraId(camera), quality, 10**15 + shade, WIDTH, HEIGHT, WIDTH * 4, pixels, memory)


def test_a_picture_arrives_with_everything_that_belongs_to_it(arena: Arena) -> None:
    writer, reader = SlotWriter(arena.fd, 0), SlotReader(arena.fd, 0)
    assert reader.newest() is None
    writer.write(picture(7, main=True, memory=True))
    frame = reader.newest()
    assert frame is not None
    assert (frame.camera, frame.quality, frame.from_memory) == ("大门-1", Quality.MAIN, True)
    assert (frame.sequence, frame.arrived_ns) == (1, 10**15 + 7)
    assert (frame.width, frame.height, frame.stride) == (WIDTH, HEIGHT, WIDTH * 4)
    assert frame.pixels == bytes([7]) * (WIDTH * 4 * HEIGHT)


def test_only_the_newest_picture_is_seen_and_only_once(arena: Arena) -> None:
    writer, reader = SlotWriter(arena.fd, 0), SlotReader(arena.fd, 0)
    for shade in range(1, 6):
        writer.write(picture(shade))
    frame = reader.newest()
    assert frame is not None
    assert (frame.sequence, frame.pixels[0]) == (5, 5)
    assert reader.newest() is None


def test_pixels_stay_as_they_are_while_the_reader_holds_them(arena: Arena) -> None:
    writer, reader = SlotWriter(arena.fd, 0), SlotReader(arena.fd, 0)
    writer.write(picture(9))
    held = reader.newest()
    for shade in range(10, 40):
        writer.write(picture(shade))
    assert held is not None
    assert held.pixels == bytes([9]) * (WIDTH * 4 * HEIGHT)


def test_a_new_writer_goes_on_counting_where_the_killed_one_stopped(arena: Arena) -> None:
    reader = SlotReader(arena.fd, 0)
    SlotWriter(arena.fd, 0).write(picture(1))
    assert reader.newest() is not None
    SlotWriter(arena.fd, 0).write(picture(2))
    frame = reader.newest()
    assert frame is not None
    assert frame.sequence == 2


def test_slots_do_not_touch_each_other(arena: Arena) -> None:
    readers = [SlotReader(arena.fd, slot) for slot in range(3)]
    SlotWriter(arena.fd, 1).write(picture(1))
    assert [reader.newest() is not None for reader in readers] == [False, True, False]


def test_the_largest_picture_fits_and_stays_inside_its_slot(arena: Arena) -> None:
    pixels = memoryview(b"\xff" * (MAX_STRIDE * MAX_HEIGHT))
    large = Picture(CameraId("a"), Quality.MAIN, 1, MAX_WIDTH, MAX_HEIGHT, MAX_STRIDE, pixels, False)
    writer, reader, behind = SlotWriter(arena.fd, 0), SlotReader(arena.fd, 0), SlotReader(arena.fd, 1)
    for _ in range(3):
        writer.write(large)
    frame = reader.newest()
    assert frame is not None
    assert frame.pixels.nbytes == pixels.nbytes
    assert behind.newest() is None


def test_a_header_that_makes_no_sense_is_no_picture(arena: Arena) -> None:
    writer, reader = SlotWriter(arena.fd, 0), SlotReader(arena.fd, 0)
    writer.write(Picture(CameraId("a"), Quality.SUB, 1, WIDTH, HEIGHT, WIDTH, picture().pixels, False))
    assert reader.newest() is None


def test_a_reader_beside_a_hammering_process_never_sees_a_torn_picture(arena: Arena) -> None:
    reader = SlotReader(arena.fd, 2)
    hammer = subprocess.Popen([sys.executable, "-c", HAMMER, str(arena.fd)], pass_fds=[arena.fd], cwd=ROOT)
    try:
        last, seen = 0, 0
        while seen < 3_000:
            frame = wait_until(reader.newest, 10, "the next picture")
            number = frame.arrived_ns
            size = 16 + number % 80
            assert (frame.camera, frame.width, frame.height) == (f"c{number % 251}", size, size)
            assert frame.sequence == number > last
            assert frame.pixels == bytes([number % 251]) * (size * 4 * size)
            last, seen = number, seen + 1
    finally:
        hammer.kill()
        hammer.wait()
    assert last > seen  # the writer was quicker, so pictures were passed over


def test_the_memory_has_no_name_that_could_be_left_behind(arena: Arena) -> None:
    before = set(Path("/dev/shm").iterdir())
    other = Arena()
    other.grow(100)
    SlotWriter(other.fd, 100).write(picture())
    assert set(Path("/dev/shm").iterdir()) <= before
    other.close()
