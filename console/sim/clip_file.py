"""An encoded loop and its file in the cache: NAL units by frame, with a check sum over everything. Any thread."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from console.sim.coding import Coding

_MAGIC = b"watchroom-clip-1\n"
_MAGIC_H265 = b"watchroom-clip-2\n"  # one more parameter set before the others
_DIGEST = 32


@dataclass(frozen=True, slots=True)
class Clip:
    """A loop: parameter sets and, per frame, its slice NAL units without start codes."""

    width: int
    height: int
    fps: int
    sps: bytes
    pps: bytes
    frames: tuple[tuple[bytes, ...], ...]
    vps: bytes = b""  # H.265 has one

    @property
    def coding(self) -> Coding:
        return Coding.H265 if self.vps else Coding.H264

    @property
    def sets(self) -> tuple[bytes, ...]:
        """The parameter sets in the order in which they are sent."""
        return (self.vps, self.sps, self.pps) if self.vps else (self.sps, self.pps)

    def is_key(self, index: int) -> bool:
        """Whether decoding can begin at this frame."""
        return any(self.coding.is_key(nal) for nal in self.frames[index])


def write_clip(clip: Clip, file: Path) -> None:
    """Write atomically: a reader sees the whole file or none."""
    parts = [_number(clip.width), _number(clip.height), _number(clip.fps), *map(_block, clip.sets)]
    parts.append(_number(len(clip.frames)))
    for nals in clip.frames:
        parts.append(_number(len(nals)))
        parts.extend(_block(nal) for nal in nals)
    body = b"".join(parts)
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".clip-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write((_MAGIC_H265 if clip.vps else _MAGIC) + hashlib.sha256(body).digest() + body)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def read_clip(file: Path) -> Clip:
    """Raises OSError when the file is not there, ValueError when it is not whole."""
    raw = file.read_bytes()
    head = len(_MAGIC)
    body = raw[head + _DIGEST :]
    if raw[:head] not in (_MAGIC, _MAGIC_H265) or hashlib.sha256(body).digest() != raw[head : head + _DIGEST]:
        raise ValueError("the clip file is damaged")
    reader = _Reader(body)
    width, height, fps = reader.number(), reader.number(), reader.number()
    vps = reader.block() if raw[:head] == _MAGIC_H265 else b""
    sps, pps = reader.block(), reader.block()
    frames = tuple(tuple(reader.block() for _ in range(reader.number())) for _ in range(reader.number()))
    return Clip(width, height, fps, sps, pps, frames, vps)


def _number(value: int) -> bytes:
    return value.to_bytes(4, "big")


def _block(data: bytes) -> bytes:
    return _number(len(data)) + data


class _Reader:
    """Reads what `write_clip` wrote; the check sum has already vouched for it."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def number(self) -> int:
        self._at += 4
        return int.from_bytes(self._data[self._at - 4 : self._at], "big")

    def block(self) -> bytes:
        size = self.number()
        self._at += size
        return self._data[self._at - size : self._at]
