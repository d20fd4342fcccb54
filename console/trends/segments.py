"""Samples and steps as compressed bytes and back, without loss. Pure.

Decimal figures become whole numbers, whole numbers differences, and bytes of equal weight lie together: sensors that
report 0.323, 0.324 … then cost about two bytes a sample. What is not decimal is kept as it is.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from console.trends.series import Samples, Steps

VERSION = 1
HEAD = struct.Struct("<BI")  # version, count
AS_THEY_ARE = 255  # in place of the number of decimals
DECIMALS = (0, 1, 2, 3, 4, 6)
WIDTHS = (np.uint8, np.uint16, np.uint32)
LARGEST = 2.0**30  # whole numbers whose differences fit into 32 bits
MEAN_DECIMALS = 4  # of the mean of a step; beyond its lowest and highest value nobody measured more
LEVEL = 1  # of zlib: higher ones save two per cent and cost half as much time again


def pack_samples(samples: Samples, start_ms: int) -> bytes:
    """Samples in order of time, none before `start_ms` nor more than 49 days after it."""
    ink = _Ink(len(samples))
    ink.whole(np.diff(samples.t_ms, prepend=start_ms).astype(np.uint32))
    ink.flags(samples.bad)
    ink.numbers(samples.value)
    return ink.dried()


def unpack_samples(data: bytes, start_ms: int) -> Samples:
    """Raises ValueError for bytes that are no samples."""
    page = _page(data)
    t_ms = start_ms + np.cumsum(page.whole(), dtype=np.int64)
    bad = page.flags()
    return Samples(t_ms, page.numbers(), bad)


def pack_steps(steps: Steps, start_ms: int) -> bytes:
    """Steps in order of time, none before `start_ms`."""
    ink = _Ink(len(steps))
    ink.whole(np.diff((steps.t_ms - start_ms) // steps.step_ms, prepend=0).astype(np.uint32))
    ink.whole(steps.n.astype(np.uint32))
    ink.flags(steps.bad)
    ink.numbers(steps.low)
    ink.numbers(steps.high)
    ink.numbers(np.round(steps.mean, MEAN_DECIMALS))
    return ink.dried()


def unpack_steps(data: bytes, start_ms: int, step_ms: int) -> Steps:
    """Raises ValueError for bytes that are no steps."""
    page = _page(data)
    t_ms = start_ms + np.cumsum(page.whole(), dtype=np.int64) * step_ms
    n = page.whole().astype(np.int64)
    bad = page.flags()
    low, high, mean = page.numbers(), page.numbers(), page.numbers()
    return Steps(step_ms, t_ms, low, high, mean, n, bad)


class _Ink:
    """Columns on their way into bytes."""

    def __init__(self, count: int) -> None:
        self._parts = [HEAD.pack(VERSION, count)]

    def whole(self, values: NDArray[np.uint32]) -> None:
        """In as few bytes each as the largest needs."""
        largest = int(values.max()) if len(values) else 0
        kind = next(kind for kind in WIDTHS if largest <= np.iinfo(kind).max)
        self._parts += (bytes([kind().itemsize]), _shuffled(values.astype(kind)))

    def flags(self, values: NDArray[np.bool_]) -> None:
        marked = bool(values.any())
        self._parts.append(b"\1" + np.packbits(values).tobytes() if marked else b"\0")

    def numbers(self, values: NDArray[np.float64]) -> None:
        none = np.isnan(values)
        self.flags(none)
        filled = np.where(none, 0.0, values) if none.any() else values
        decimals = _decimals(filled)
        self._parts.append(bytes([decimals]))
        if decimals == AS_THEY_ARE:
            self._parts.append(_shuffled(filled))
        else:
            whole = np.rint(filled * 10.0**decimals).astype(np.int64)
            change = whole - np.concatenate(([0], whole[:-1]))
            self.whole(((change << 1) ^ (change >> 63)).astype(np.uint32))

    def dried(self) -> bytes:
        return zlib.compress(b"".join(self._parts), LEVEL)


@dataclass(slots=True)
class _Page:
    """Columns on their way out of bytes, in the order they were written."""

    data: bytes
    count: int
    at: int = HEAD.size

    def whole(self) -> NDArray[np.uint32]:
        width = self._bytes(1)[0]
        if width not in (1, 2, 4):
            raise ValueError("a segment is damaged")
        return np.frombuffer(self._planes(width), f"<u{width}").astype(np.uint32)

    def flags(self) -> NDArray[np.bool_]:
        if not self._bytes(1)[0]:
            return np.zeros(self.count, np.bool_)
        packed = np.frombuffer(self._bytes(-(-self.count // 8)), np.uint8)
        return np.unpackbits(packed, count=self.count).view(np.bool_)

    def numbers(self) -> NDArray[np.float64]:
        none = self.flags()
        decimals = self._bytes(1)[0]
        if decimals == AS_THEY_ARE:
            values = np.frombuffer(self._planes(8), np.float64).copy()
        else:
            folded = self.whole().astype(np.int64)
            values = np.cumsum((folded >> 1) ^ -(folded & 1)) / 10.0**decimals
        if none.any():
            values[none] = np.nan
        return values

    def _planes(self, width: int) -> bytes:
        data = self._bytes(width * self.count)
        if width == 1:
            return data
        raw = np.frombuffer(data, np.uint8)
        return raw.reshape(width, self.count).T.tobytes()

    def _bytes(self, size: int) -> bytes:
        found = self.data[self.at : self.at + size]
        if len(found) != size:
            raise ValueError("a segment ends too early")
        self.at += size
        return found


def _page(data: bytes) -> _Page:
    try:
        raw = zlib.decompress(data)
        version, count = HEAD.unpack_from(raw)
    except (zlib.error, struct.error) as error:
        raise ValueError("a segment is damaged") from error
    if version != VERSION:
        raise ValueError(f"a segment was written by a newer version ({version})")
    return _Page(raw, count)


def _shuffled(values: NDArray[Any]) -> bytes:
    """First bytes of all values, then second bytes …: alike beside alike."""
    return values.view(np.uint8).reshape(-1, values.itemsize).T.tobytes()


def _decimals(values: NDArray[np.float64]) -> int:
    """So many decimals hold all of these exactly; AS_THEY_ARE when none of the usual do."""
    if len(values) and not float(np.abs(values).max()) < LARGEST:
        return AS_THEY_ARE
    for decimals in DECIMALS:
        scaled = np.rint(values * 10.0**decimals)
        if (scaled / 10.0**decimals == values).all():
            fits = not len(values) or float(np.abs(scaled).max()) < LARGEST
            return decimals if fits else AS_THEY_ARE
    return AS_THEY_ARE
