"""Clips of H.265 play everywhere, and what a change of codec in mid-clip leaves is said to be a part."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from console.ports import ClipTrouble
from console.videod.clip import Clip
from console.videod.control import Record
from console.videod.depacketiser import Depacketiser, Format
from console.videod.evidence_place import NoClip, place
from console.videod.unit import Codec, Unit
from tests.servers import h265
from tests.servers.rtsp import FPS, FRAMES, HEIGHT, WIDTH, payloads, rtp

Loop = list[list[bytes]]
PATH = "evidence/2026/11/21/a/c.mp4"
SECOND = 1_000_000_000
ORDER = Record(PATH, "a", "gate", 1, 0, FRAMES * SECOND // FPS, 0, 1_795_000_000_000, is_settling=False)


def units(loop: Loop, codec: Codec, first: int = 0) -> list[Unit]:
    """The loop as it arrives at 15 pictures a second."""
    found: list[Unit] = []
    depacketiser = Depacketiser([Format(96, codec, b"")], found.append)
    sequence = 0
    for number, nals in enumerate(loop, first):
        parts = h265.payloads(nals) if codec is Codec.H265 else payloads(nals)
        for at, part in enumerate(parts, 1):
            packet = rtp(part, sequence, number * 90_000 // FPS, marker=at == len(parts))
            depacketiser.push([packet], number * SECOND // FPS)
            sequence += 1
    return found


def probed(path: Path) -> dict[str, str]:
    command = ["ffprobe", "-v", "error", "-count_frames", "-show_streams", "-of", "json", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    (stream,) = json.loads(done.stdout)["streams"]
    return {key: str(value) for key, value in stream.items()}


def test_a_clip_of_h265_holds_every_picture_and_says_what_it_is(tmp_path: Path, h265_clip: Loop) -> None:
    clip = Clip(place(tmp_path, PATH), ORDER)
    clip.add(units(h265_clip, Codec.H265))
    facts = clip.finish(is_cut=False)
    stream = probed(tmp_path / PATH)
    assert (stream["codec_name"], stream["codec_tag_string"], stream["nb_read_frames"]) == ("hevc", "hvc1", str(FRAMES))
    assert (facts.codec, facts.width, facts.height, facts.frames) == ("hevc", WIDTH, HEIGHT, FRAMES)
    assert not facts.is_partial


@pytest.mark.parametrize("codec", list(Codec))
def test_a_change_of_codec_ends_the_clip_and_what_came_before_is_kept_as_a_part(
    tmp_path: Path, h264_clip: Loop, h265_clip: Loop, codec: Codec
) -> None:
    loops = {Codec.H264: h264_clip, Codec.H265: h265_clip}
    other = next(each for each in Codec if each is not codec)
    clip = Clip(place(tmp_path, PATH), ORDER)
    clip.add(units(loops[codec], codec))
    with pytest.raises(NoClip) as ended:
        clip.add(units(loops[other], other, first=FRAMES))
    facts = clip.finish(is_cut=True)
    assert ended.value.code is ClipTrouble.UNUSABLE
    assert (facts.codec, facts.frames, facts.is_partial) == (codec, FRAMES, True)
    assert probed(tmp_path / PATH)["nb_read_frames"] == str(FRAMES)
