"""Cameras that send pictures in another order than they are shown in: right on the tile, looked back at, in clips."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import av
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.model import CameraId, Quality
from console.rewinds import Shortage
from console.videod.clip import Clip, settle
from console.videod.control import Record
from console.videod.depacketiser import Depacketiser, Format
from console.videod.evidence_place import place
from console.videod.picture import Decoded, Target
from console.videod.rewind.held import Held
from console.videod.rewind.reel import Reel
from console.videod.slots import Picture
from console.videod.timeline import CLOCK, decoding
from console.videod.unit import Codec, Unit
from tests.pixels import rows_of
from tests.servers import bframes
from tests.servers.bframes import FRAMES, GOP, PERIOD_NS, Sent, is_rising, number_of

PATH = "evidence/2026/11/21/a/c.mp4"
CAMERA = CameraId("gate")
DELAY = 2  # pictures that have to be there before the next one can be shown


@pytest.fixture(scope="module")
def streams() -> dict[Codec, list[Sent]]:
    return {codec: bframes.encode(codec) for codec in Codec}


def received(sent: list[Sent], codec: Codec, lost: int | None = None) -> list[Unit]:
    """What comes out of the network, of one access unit the last packet never does."""
    found: list[Unit] = []
    depacketiser = Depacketiser([Format(96, codec, b"")], found.append)
    for n, packets in enumerate(bframes.packets(sent, codec)):
        depacketiser.push(packets[:-1] if n == lost else packets, (n + 1) * PERIOD_NS)
    return found


def shown(units: list[Unit]) -> list[int]:
    """The numbers of the pictures that a tile would show, one after the other; all of them whole."""
    decoded, numbers = Decoded(CAMERA, Quality.SUB), []
    for unit in units:
        if decoded.decode(unit, from_memory=False):
            assert decoded.newest is not None
            number = number_of(decoded.newest)
            assert abs(number - round(number)) < 0.2, "a damaged picture"
            numbers.append(round(number))
    return numbers


@pytest.mark.parametrize("codec", list(Codec))
def test_pictures_are_shown_in_their_own_order(streams: dict[Codec, list[Sent]], codec: Codec) -> None:
    assert [each.number for each in streams[codec]] != list(range(FRAMES))
    assert shown(received(streams[codec], codec)) == list(range(FRAMES - DELAY))


@pytest.mark.parametrize("codec", list(Codec))
@pytest.mark.parametrize("lost", [GOP - 2, GOP, GOP + 1, GOP + 3])
def test_after_a_loss_no_damaged_picture_and_none_out_of_order_is_shown(
    streams: dict[Codec, list[Sent]], codec: Codec, lost: int
) -> None:
    numbers = shown(received(streams[codec], codec, lost))
    assert is_rising(numbers)
    assert numbers[-1] == FRAMES - DELAY - 1


# ---- looked back at ----


class Screen:
    """An outlet that reads which picture it was given."""

    def __init__(self, seen: list[int]) -> None:
        self._seen = seen

    def write(self, _generation: int, picture: Picture) -> None:
        rows = rows_of(picture)
        grey = float(rows[: picture.height // 2 - 8, : picture.width * 4].reshape(-1, 4)[:, :3].mean())
        self._seen.append(round((grey * 219 / 255 + 16 - bframes.DARKEST) / bframes.STEP))


def target(seen: list[int]) -> Target:
    return Target(Screen(seen), 1, bframes.WIDTH, bframes.HEIGHT)  # type: ignore[arg-type]  # all that is used of one


@pytest.mark.parametrize("codec", list(Codec))
def test_what_is_looked_back_at_goes_on_picture_by_picture_wherever_it_begins(
    streams: dict[Codec, list[Sent]], codec: Codec
) -> None:
    units = bframes.units(streams[codec], codec)
    reel = Reel(Held(CAMERA, Quality.SUB, units, Shortage.NONE, is_whole=True))
    seen: list[int] = []
    reel.aim(0, target(seen))
    for begins in (2 * GOP, 2 * GOP + 1, GOP + 7, 2 * GOP):
        seen.clear()
        for unit in units[begins : begins + 5]:
            reel.show(unit.arrived_ns)
        assert seen == list(range(begins - DELAY, begins - DELAY + 5))


def test_before_its_first_pictures_are_there_nothing_is_shown(streams: dict[Codec, list[Sent]]) -> None:
    units = bframes.units(streams[Codec.H264], Codec.H264)
    reel = Reel(Held(CAMERA, Quality.SUB, units, Shortage.NONE, is_whole=True))
    seen: list[int] = []
    reel.aim(0, target(seen))
    for unit in units[: DELAY + 1]:
        reel.show(unit.arrived_ns)
    assert seen == [0]


# ---- clips ----


def order() -> Record:
    return Record(PATH, "a", CAMERA, 1, 0, (FRAMES + 1) * PERIOD_NS, 0, 1_795_000_000_000, is_settling=False)


def played(path: Path) -> list[tuple[float, int]]:
    """When a player shows which picture."""
    with av.open(str(path)) as file:
        frames = list(file.decode(video=0))
    return [(round(float(frame.time or 0), 3), round(number_of(frame))) for frame in frames]


@pytest.mark.parametrize("codec", list(Codec))
def test_a_clip_is_played_in_the_order_in_which_pictures_are_shown(
    streams: dict[Codec, list[Sent]], codec: Codec, tmp_path: Path
) -> None:
    clip = Clip(place(tmp_path, PATH), order())
    units = bframes.units(streams[codec], codec)
    clip.add(units[:1])
    for unit in units[1:]:
        clip.add([unit])
    facts = clip.finish(is_cut=False)
    assert (facts.frames, facts.gaps) == (FRAMES, ())
    assert played(tmp_path / PATH) == [(round(n / bframes.FPS, 3), n) for n in range(FRAMES)]
    command = ["ffprobe", "-v", "error", "-show_entries", "packet=dts,pts", "-of", "json", str(tmp_path / PATH)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    stored = json.loads(done.stdout)["packets"]
    assert all(int(one["dts"]) <= int(one["pts"]) for one in stored)


@pytest.mark.parametrize("count", range(5, GOP))
def test_wherever_a_clip_ends_its_last_pictures_are_played(
    streams: dict[Codec, list[Sent]], count: int, tmp_path: Path
) -> None:
    clip = Clip(place(tmp_path, PATH), order())
    clip.add(bframes.units(streams[Codec.H264][:count], Codec.H264))
    clip.finish(is_cut=False)
    command = ["ffprobe", "-v", "error", "-count_frames", "-show_streams", "-of", "json", str(tmp_path / PATH)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    (stream,) = json.loads(done.stdout)["streams"]
    assert (int(stream["nb_read_frames"]), done.stderr) == (count, "")


def test_what_a_killed_process_left_of_a_clip_is_played_in_order_too(
    streams: dict[Codec, list[Sent]], tmp_path: Path
) -> None:
    clip = Clip(place(tmp_path, PATH), order())
    clip.add(bframes.units(streams[Codec.H264], Codec.H264))
    clip._close()  # nobody finishes it
    facts = settle(place(tmp_path, PATH))
    assert facts is not None and facts.frames == FRAMES
    assert facts.end_ms - facts.start_ms == pytest.approx((FRAMES - 1) * 1_000 / bframes.FPS, abs=2)
    assert played(tmp_path / PATH) == [(round(n / bframes.FPS, 3), n) for n in range(FRAMES)]


@given(st.permutations(range(12)))
def test_pictures_stand_in_a_file_before_they_are_shown_and_one_after_the_other(order_: list[int]) -> None:
    at = [each * CLOCK // bframes.FPS for each in order_]
    stored = decoding(at)
    assert is_rising(stored)
    assert all(before <= after for before, after in zip(stored, at, strict=True))
    assert any(before == after for before, after in zip(stored, at, strict=True))
