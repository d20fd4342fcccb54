"""Clips for tests of the player: made here with a frame code in every picture."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from io import BytesIO
from pathlib import Path

import av
import numpy as np

from console import framecode
from console.backends.video.process import VideoProcess
from console.ports import Frame
from console.replays import ClipAt, PauseClip, PlayClip, ReplayFailed, SeekClip
from tests.system.watching import Console
from tests.waiting import wait_until

FPS, GOP, FRAMES = 15, 15, 180
NUMBER = 7
START_MS = 1_795_000_000_123
FOLDER = "evidence/2026/11/21/smoke_1"
SLOT = 5


@dataclass(frozen=True)
class Made:
    """A clip on disk. Frame `n` carries `n` in its frame code."""

    path: str
    sha256: str
    file: Path


def make_clip(data: Path, name: str = "gate", frames: int = FRAMES, size: tuple[int, int] = (640, 360)) -> Made:
    """A clip and the facts beside it, as the recorder leaves them."""
    path = f"{FOLDER}/{name}_20261121T101530000Z.mp4"
    file = data / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_encoded(frames, *size))
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    facts = {
        "alarm": "z2m/a#smoke/1", "camera": name, "number": NUMBER, "start": "2026-11-21T10:15:30.000Z",
        "start_ms": START_MS, "end": "", "end_ms": START_MS + (frames - 1) * 1000 // FPS, "frames": frames, "gaps": [],
        "codec": "h264", "width": size[0], "height": size[1], "size": file.stat().st_size, "sha256": digest,
        "is_partial": False, "schema": 1,
    }  # fmt: skip
    file.with_suffix(".json").write_text(json.dumps(facts))
    return Made(path, digest, file)


@cache
def _encoded(frames: int, width: int, height: int) -> bytes:
    options = {"preset": "ultrafast", "tune": "zerolatency", "g": str(GOP), "sc_threshold": "0"}
    file = BytesIO()
    with av.open(file, "w", format="mp4") as out:
        stream = out.add_stream("libx264", rate=FPS, options=options)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        for number in range(frames):
            pixels = np.full((height, width, 3), 60, np.uint8)
            framecode.draw(pixels, NUMBER, number)
            frame = av.VideoFrame.from_ndarray(pixels, "bgr24")
            frame.pts, frame.time_base = number, Fraction(1, FPS)
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return file.getvalue()


def code_of(frame: Frame) -> int | None:
    """Which picture of the clip a frame of the slot is."""
    rows = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.stride)
    pixels = rows[:, : frame.width * 4].reshape(frame.height, frame.width, 4)
    found = framecode.read(pixels)
    return found.frame if found is not None else None


@dataclass
class Replay:
    """One clip in the player, and what is seen and heard of it."""

    console: Console
    video: VideoProcess
    play: int
    shown: int | None = None

    @classmethod
    def open(cls, console: Console, clip: Made, play: int = 1) -> Replay:
        assert console.video is not None
        console.video.replay(PlayClip(play, SLOT, clip.path, clip.sha256))
        return cls(console, console.video, play)

    def look(self) -> int | None:
        """The picture in the slot now."""
        if (frame := self.video.frame(SLOT)) is not None:
            assert frame.from_memory
            self.shown = code_of(frame)
        return self.shown

    def words(self, kind: type) -> list:
        return [word for word in self.console.everything() if isinstance(word, kind) and word.play == self.play]

    def at(self) -> ClipAt | None:
        said = self.words(ClipAt)
        return said[-1] if said else None

    def wait_at(self, frame: int | None = None, *, paused: bool | None = None, ended: bool = False) -> ClipAt:
        """The clip says that it is there."""

        def look() -> ClipAt | None:
            said = self.at()
            is_it = said is not None and frame in (None, said.frame) and said.is_ended == ended
            return said if is_it and said is not None and paused in (None, said.is_paused) else None

        return wait_until(look, 8, f"frame {frame} of the clip, last said: {self.at()}")

    def wait_shown(self, frame: int) -> None:
        wait_until(lambda: self.look() == frame, 3, f"picture {frame} in the slot, it is {self.shown}")

    def pause(self) -> ClipAt:
        self.video.replay(PauseClip(self.play, is_paused=True))
        return self.wait_at(paused=True)

    def seek(self, frame: int) -> None:
        """To the middle of that picture's time."""
        self.video.replay(SeekClip(self.play, (2 * frame + 1) * 1000 // (2 * FPS)))

    def failure(self, timeout: float = 8) -> ReplayFailed:
        return wait_until(lambda: self.words(ReplayFailed), timeout, "the clip fails")[0]
