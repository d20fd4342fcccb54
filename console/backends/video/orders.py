"""The clips that were ordered and not settled: told again to every new video process. Thread-safe.

`take` is for the desk thread, everything else for the child's.
"""

from __future__ import annotations

import threading

from console.clock import Clock
from console.inbox import Inbox
from console.model import CameraId
from console.ports import ClipFailed, ClipOrder, ClipSaved
from console.videod.control import Failed, Record, Saved


class Orders:
    """Posts one answer to each order, however often the process had to be told of it."""

    def __init__(self, inbox: Inbox, clock: Clock) -> None:
        self._inbox = inbox
        self._clock = clock
        self._open: dict[str, Record] = {}
        self._lock = threading.Lock()

    def take(self, order: ClipOrder) -> Record:
        """The order in the video process's words: its moments in monotonic time, which no step of the clock moves."""
        at_ms, at_ns = self._clock.now_ms(), self._clock.monotonic_ns()
        record = Record(
            path=order.path, alarm=order.alarm, camera=order.camera, number=order.number,
            from_ns=at_ns + (order.from_ms - at_ms) * 1_000_000, until_ns=at_ns + (order.until_ms - at_ms) * 1_000_000,
            at_ns=at_ns, at_ms=at_ms, is_settling=order.is_settling,
        )  # fmt: skip
        with self._lock:
            self._open[order.path] = record
        return record

    def open(self) -> list[Record]:
        """Every order nothing has been heard of."""
        with self._lock:
            return list(self._open.values())

    def settle(self, report: Saved | Failed) -> None:
        """The video process's word on a clip; a word on one that nobody ordered is dropped."""
        with self._lock:
            order = self._open.pop(report.path, None)
        if order is None:
            return
        camera = CameraId(order.camera)
        if isinstance(report, Failed):
            self._inbox.post(ClipFailed(camera, report.path, report.code, report.detail))
            return
        self._inbox.post(
            ClipSaved(
                camera, report.path, report.sha256, report.size, report.start_ms, report.end_ms, report.frames,
                report.gaps, report.is_partial,
            )
        )  # fmt: skip
