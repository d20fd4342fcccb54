"""Encoded loops of simulated cameras, made when first asked for and kept in the user's cache. Any thread."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

import av
import numpy as np
from av.video.codeccontext import VideoCodecContext
from numpy.typing import NDArray

from console.sim.animation import FPS, Effect, Reel, Shot, Window
from console.sim.clip_file import Clip, read_clip, write_clip
from console.sim.coding import Coding, encoder
from console.sim.lettering import font_file

SCENES = Path(__file__).resolve().parents[2] / "resources" / "demo" / "scenes"
GOP_S = 2  # from key frame to key frame
_VERSION = 2  # grows when the same inputs give another picture


class Rendition(StrEnum):
    """A size in which a camera's loop is encoded."""

    SUB = "sub"  # 640×360
    MAIN = "main"  # 1280×720
    SMALL = "small"  # 448×252: what the picture turns into when the resolution changes in mid-stream


_SIZE = {Rendition.SUB: (640, 360), Rendition.MAIN: (1280, 720), Rendition.SMALL: (448, 252)}
_KBITS = {Rendition.SUB: 420, Rendition.MAIN: 1600, Rendition.SMALL: 220}
_QUICK_KBITS = {Rendition.SUB: 512, Rendition.MAIN: 2000, Rendition.SMALL: 270}  # at more pictures a second


def default_cache() -> Path:
    """`$XDG_CACHE_HOME/watchroom/clips`, or below `~/.cache`."""
    root = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(root) if root else Path.home() / ".cache") / "watchroom" / "clips"


def shot_of(
    scene: str, number: int, name: str, rendition: Rendition, effect: Effect | None = None,
    window: Window | None = None, coding: Coding = Coding.H264,
) -> Shot:  # fmt: skip
    return Shot(scene, number, name, _SIZE[rendition], effect, window, coding)


def clip_for(shot: Shot, cache: Path, folder: Path = SCENES) -> Clip:
    """The loop of a shot: from the cache when a whole file is there, else encoded and stored.

    A cache that cannot be written costs only time. Raises OSError when the base picture is missing.
    """
    file = clip_file_of(shot, cache, folder)
    try:
        return read_clip(file)
    except (OSError, ValueError):
        clip = encode(shot, folder)
    try:
        write_clip(clip, file)
    except OSError:
        return clip
    return clip


def clip_file_of(shot: Shot, cache: Path, folder: Path = SCENES) -> Path:
    """Where the cache keeps the loop of a shot."""
    return cache / f"{_key(shot, folder)}.clip"


def _key(shot: Shot, folder: Path) -> str:
    """Content hash of everything that decides the picture."""
    usual = (("window", None), ("coding", Coding.H264), ("fps", FPS))
    told = {name: value for name, value in asdict(shot).items() if (name, value) not in usual}
    about = [_VERSION, _base_hash(folder, shot.scene), font_file(), _kbits(shot), told]
    return hashlib.sha256(json.dumps(about, ensure_ascii=False).encode()).hexdigest()[:40]


@lru_cache(maxsize=256)
def _base_hash(folder: Path, scene: str) -> str:
    sums = [hashlib.sha256((folder / f"{scene}{end}").read_bytes()) for end in (".jpg", ".json", ".depth.png")]
    return "".join(s.hexdigest()[:16] for s in sums)


def _kbits(shot: Shot) -> int:
    rates = _KBITS if shot.fps <= FPS else _QUICK_KBITS
    return rates[next(r for r, size in _SIZE.items() if size == shot.size)]


def encode(shot: Shot, folder: Path = SCENES) -> Clip:
    """Draw and encode a loop with one thread."""
    codec = encoder_of(shot)
    packets: list[list[bytes]] = []
    for index, canvas in enumerate(Reel(shot, folder).frames()):
        frame = av.VideoFrame.from_ndarray(canvas.buffer, format="yuv420p")
        frame.pts = index
        packets.extend(nals_of(bytes(p)) for p in codec.encode(frame))
    packets.extend(nals_of(bytes(p)) for p in codec.encode(None))
    coding = shot.coding
    *vps, sps, pps = (n for n in packets[0] if coding.is_set(n))
    frames = tuple(tuple(n for n in nals if coding.is_slice(n)) for nals in packets)
    return Clip(*shot.size, shot.fps, sps, pps, frames, *vps)


def encoder_of(shot: Shot, effort: str = "veryfast") -> VideoCodecContext:
    """One that is never behind: what goes in comes out at once. `effort` is a preset that keeps the parameter sets."""
    return encoder(shot.coding, shot.size, shot.fps, GOP_S * shot.fps, _kbits(shot), effort)


def nals_of(packet: bytes) -> list[bytes]:
    """NAL units of an Annex B packet."""
    data: NDArray[np.uint8] = np.frombuffer(packet, np.uint8)
    starts = np.flatnonzero((data[:-2] == 0) & (data[1:-1] == 0) & (data[2:] == 1))
    ends = [*starts[1:], len(packet)]
    return [packet[a + 3 : b].rstrip(b"\0") for a, b in zip(starts, ends, strict=True)]
