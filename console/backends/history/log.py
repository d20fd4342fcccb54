"""The sample log: a file that only grows, written before anything else is done with a sample, read after a crash.

A file is a row of frames, each with its length and checksum. What was written is there after a kill; a frame that was
torn by it ends the file.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MAGIC = b"WRSL\1\n"
FRAME = struct.Struct("<IIB")  # bytes that follow the head, their checksum, what they are
NAMES, SAMPLES = 1, 2
SUFFIX = ".samples"
LARGEST_FRAME = 64 << 20


@dataclass(frozen=True, slots=True, eq=False)
class Chunk:
    """Some samples in the order they came; `point` are numbers of the log's own list of names."""

    point: NDArray[np.int32]
    t_ms: NDArray[np.int64]
    value: NDArray[np.float64]
    bad: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.point)


def names_frame(names: Sequence[str]) -> bytes:
    """These names follow those that were written before."""
    return _frame(NAMES, "\0".join(names).encode())


def samples_frame(chunk: Chunk) -> bytes:
    parts = (chunk.point.tobytes(), chunk.t_ms.tobytes(), chunk.value.tobytes(), chunk.bad.tobytes())
    return _frame(SAMPLES, b"".join(parts))


def _frame(kind: int, body: bytes) -> bytes:
    return FRAME.pack(len(body), zlib.crc32(body, kind), kind) + body


class LogFile:
    """One file, open for writing. History thread."""

    def __init__(self, path: Path) -> None:
        """Raises OSError."""
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        self._good = 0  # bytes that are known to be whole frames
        try:
            self.write(MAGIC)
        except OSError:
            self.close()
            path.unlink(missing_ok=True)
            raise

    def write(self, frame: bytes) -> None:
        """All of it or, when it raises OSError, nothing of it."""
        rest = memoryview(frame)
        try:
            while rest:
                rest = rest[os.write(self._descriptor, rest) :]
        except OSError:
            os.ftruncate(self._descriptor, self._good)
            os.lseek(self._descriptor, self._good, os.SEEK_SET)
            raise
        self._good += len(frame)

    def sync(self) -> None:
        """Out of the system's hands onto the disk: for a power cut, a kill needs none. Raises OSError."""
        os.fdatasync(self._descriptor)

    def close(self) -> None:
        os.close(self._descriptor)


def read(path: Path) -> tuple[list[str], list[Chunk]]:
    """Names and samples of a log, up to its end or to the frame a crash tore. Raises OSError."""
    names: list[str] = []
    chunks: list[Chunk] = []
    for kind, body in _frames(path.read_bytes()):
        if kind == NAMES:
            names += body.decode().split("\0")
        elif kind == SAMPLES:
            chunks.append(_chunk(body))
    return names, chunks


def _frames(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = len(MAGIC)
    if data[:at] != MAGIC:
        return
    while at + FRAME.size <= len(data):
        size, checksum, kind = FRAME.unpack_from(data, at)
        body = data[at + FRAME.size : at + FRAME.size + size]
        if size > LARGEST_FRAME or len(body) != size or zlib.crc32(body, kind) != checksum:
            return
        yield kind, body
        at += FRAME.size + size


def _chunk(body: bytes) -> Chunk:
    n = len(body) // (4 + 8 + 8 + 1)
    at = np.cumsum([0, 4 * n, 8 * n, 8 * n, n])
    point, t_ms, value, bad = (body[at[i] : at[i + 1]] for i in range(4))
    return Chunk(
        np.frombuffer(point, np.int32), np.frombuffer(t_ms, np.int64), np.frombuffer(value, np.float64),
        np.frombuffer(bad, np.bool_),
    )  # fmt: skip
