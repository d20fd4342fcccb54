"""Encoded loops of simulated cameras, made when first asked for and kept in the user's cache. Any thread."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

import av
import numpy as np
from av.video.codeccontext import VideoCodecContext
from numpy.typing import NDArray

from console.sim.animation import FPS, Effect, Reel, Shot
from console.sim.clip_file import Clip, read_clip, write_clip
from console.sim.lettering import font_file

SCENES = Path(__file__).resolve().parents[2] / "resources" / "demo" / "scenes"
GOP = 2 * FPS  # frames from key frame to key frame
_VERSION = 2  # grows when the same inputs give another picture
_SPS, _PPS, _SLICES = 7, 8, (1, 5)


class Rendition(StrEnum):
    """A size in which a camera's loop is encoded."""

    SUB = "sub"  # 640×360
    MAIN = "main"  # 1280×720
    SMALL = "small"  # 448×252: what the picture turns into when the resolution changes in mid-stream


_SIZE = {Rendition.SUB: (640, 360), Rendition.MAIN: (1280, 720), Rendition.SMALL: (448, 252)}
_KBITS = {Rendition.SUB: 420, Rendition.MAIN: 1600, Rendition.SMALL: 220}


def default_cache() -> Path:
    """`$XDG_CACHE_HOME/watchroom/clips`, or below `~/.cache`."""
    root = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(root) if root else Path.home() / ".cache") / "watchroom" / "clips"


def shot_of(scene: str, number: int, name: str, rendition: Rendition, effect: Effect | None = None) -> Shot:
    return Shot(scene, number, name, _SIZE[rendition], effect)


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
    about = [_VERSION, _base_hash(folder, shot.scene), font_file(), _kbits(shot), asdict(shot)]
    return hashlib.sha256(json.dumps(about, ensure_ascii=False).encode()).hexdigest()[:40]


@lru_cache(maxsize=256)
def _base_hash(folder: Path, scene: str) -> str:
    sums = [hashlib.sha256((folder / f"{scene}{end}").read_bytes()) for end in (".jpg", ".json", ".depth.png")]
    return "".join(s.hexdigest()[:16] for s in sums)


def _kbits(shot: Shot) -> int:
    return _KBITS[next(r for r, size in _SIZE.items() if size == shot.size)]


def encode(shot: Shot, folder: Path = SCENES) -> Clip:
    """Draw and encode a loop with one thread."""
    codec = _encoder(shot)
    packets: list[list[bytes]] = []
    for index, canvas in enumerate(Reel(shot, folder).frames()):
        frame = av.VideoFrame.from_ndarray(canvas.buffer, format="yuv420p")
        frame.pts = index
        packets.extend(_nals(bytes(p)) for p in codec.encode(frame))
    packets.extend(_nals(bytes(p)) for p in codec.encode(None))
    sps = next(n for n in packets[0] if n[0] & 31 == _SPS)
    pps = next(n for n in packets[0] if n[0] & 31 == _PPS)
    frames = tuple(tuple(n for n in nals if n[0] & 31 in _SLICES) for nals in packets)
    return Clip(*shot.size, FPS, sps, pps, frames)


def _encoder(shot: Shot) -> VideoCodecContext:
    codec = VideoCodecContext.create("libx264", "w")
    codec.width, codec.height = shot.size
    codec.pix_fmt = "yuv420p"
    codec.time_base, codec.framerate = Fraction(1, FPS), Fraction(FPS)
    codec.bit_rate = _kbits(shot) * 1000
    codec.gop_size, codec.thread_count = GOP, 1
    rate = _kbits(shot)
    codec.options = {
        "preset": "veryfast",
        "tune": "zerolatency",
        "profile": "main",
        "x264-params": f"keyint={GOP}:min-keyint={GOP}:scenecut=0:bframes=0:sliced-threads=0:"
        f"vbv-maxrate={rate * 5 // 4}:vbv-bufsize={rate * 5 // 4}:rc-lookahead=0",
    }
    return codec


def _nals(packet: bytes) -> list[bytes]:
    """NAL units of an Annex B packet."""
    data: NDArray[np.uint8] = np.frombuffer(packet, np.uint8)
    starts = np.flatnonzero((data[:-2] == 0) & (data[1:-1] == 0) & (data[2:] == 1))
    ends = [*starts[1:], len(packet)]
    return [packet[a + 3 : b].rstrip(b"\0") for a, b in zip(starts, ends, strict=True)]
