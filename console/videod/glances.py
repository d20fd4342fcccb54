"""Looks at cameras now and then: one key frame, decoded small and grey, on a thread that gives way to everything else.

`Glances` belongs to the loop thread, everything else of this module to the thread that looks.
"""

from __future__ import annotations

import logging
import os
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation
from numpy.typing import NDArray

from console.looks import ViewSeen
from console.model import CameraId
from console.truth.reference import packed
from console.truth.view import HEIGHT, WIDTH
from console.videod.picture import picture_of
from console.videod.unit import Unit

log = logging.getLogger(__name__)

NICE = 10  # what is shown is decoded first
WAITING_MOST = 16  # looks that wait: beyond it cameras are looked at later
SAME = 2  # steps of brightness by which coding the same picture twice may differ
_SECOND = 1_000_000_000
_COLOURS = 16, 9  # px at which colours are looked at

Luma = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What became of one look. `size` is None when no picture could be made; `change` since the last, 0…255."""

    seen: ViewSeen
    size: tuple[int, int] | None
    change: float = 0.0


@dataclass(slots=True)
class _Kept:
    """What a camera showed when it was looked at last, since when, in how many key frames in a row."""

    sample: Luma
    since_ns: int
    looks: int = 1


class Glances(threading.Thread):
    """`later` carries a call to the loop thread; `report` is called there with each look."""

    def __init__(self, later: Callable[..., object], report: Callable[[Look], None]) -> None:
        super().__init__(name="glances", daemon=True)
        self._later = later
        self._report = report
        self._orders: queue.SimpleQueue[tuple[CameraId, Unit] | None] = queue.SimpleQueue()
        self._kept: dict[CameraId, _Kept] = {}

    def ask(self, camera: CameraId, key: Unit) -> bool:
        """Look at this key frame; False when others wait already. Loop thread."""
        if self._orders.qsize() >= WAITING_MOST:
            return False
        self._orders.put((camera, key))
        return True

    def close(self) -> None:
        """Loop thread; what waits is not looked at."""
        self._orders.put(None)

    # ---- its own thread ----

    def run(self) -> None:
        """One of the program's catch-alls, a worker loop: a picture that makes our code raise is let alone."""
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
        while (order := self._orders.get()) is not None:
            try:
                look = self._look(*order)
            except Exception:
                log.exception("looking at %s failed", order[0])
                continue
            try:
                self._later(self._report, look)
            except RuntimeError:  # the loop has ended
                return

    def _look(self, camera: CameraId, key: Unit) -> Look:
        frame = picture_of(key)
        if frame is None:
            return Look(ViewSeen(camera, "", 0.0, 0, 0.0), None)
        luma = _luma(frame)
        kept, sample = self._kept.get(camera), luma[::2, ::2].copy()  # a quarter will do, there are hundreds of them
        apart = np.abs(sample.astype(np.int16) - kept.sample) if kept is not None else np.zeros(1, np.int16)
        if kept is None or int(apart.max()) > SAME:
            kept = self._kept[camera] = _Kept(sample, key.arrived_ns)
        else:
            kept.looks += 1
        still_s = round((key.arrived_ns - kept.since_ns) / _SECOND, 1)
        seen = ViewSeen(camera, packed(luma.tobytes()), _colour(frame), kept.looks, still_s)
        return Look(seen, (frame.width, frame.height), float(apart.mean()))


def _luma(frame: VideoFrame) -> Luma:
    small = frame.reformat(WIDTH, HEIGHT, "gray", interpolation=Interpolation.AREA, threads=1)
    return _plane(small, 0)


def _colour(frame: VideoFrame) -> float:
    """Mean distance of its colours from grey."""
    small = frame.reformat(*_COLOURS, "yuv444p", interpolation=Interpolation.AREA, threads=1)
    return round(sum(float(np.abs(_plane(small, one).astype(np.int16) - 128).mean()) for one in (1, 2)), 2)


def _plane(frame: VideoFrame, number: int) -> Luma:
    plane = frame.planes[number]
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
    return np.ascontiguousarray(rows[: frame.height, : frame.width])
