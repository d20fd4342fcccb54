"""Decoder workers: one thread per core, a stream pinned to a worker, one decode however many slots show it.

`Decoders` belongs to the loop thread; everything of a `_Worker` but its queue belongs to the worker's own thread.
"""

from __future__ import annotations

import asyncio
import logging
import os
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from console.model import CameraId, Quality
from console.videod.hardware import Hardware
from console.videod.picture import Decoded, Target, size_of
from console.videod.unit import Unit
from console.videod.yuv import bench

log = logging.getLogger(__name__)

StreamKey = tuple[CameraId, Quality]

BEHIND = 15  # units waiting for a decoder, about a second: from here on the stream skips to its next key frame


@dataclass(frozen=True, slots=True)
class _Aim:
    """From now on this stream fills these slots; `units` is its memory when it was not decoded before."""

    key: StreamKey
    targets: tuple[Target, ...]
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class _Feed:
    key: StreamKey
    unit: Unit


@dataclass(frozen=True, slots=True)
class _Proof:
    """Whether a picture can be made of this key frame; `answer` is called on the worker's thread."""

    key: StreamKey
    unit: Unit
    answer: Callable[[bool], None]


_Job = _Aim | _Feed | _Proof


class _Worker(threading.Thread):
    """Takes what waits, groups it by stream, decodes all of a stream's units and shows the newest picture only."""

    def __init__(self, number: int, hardware: Hardware) -> None:
        super().__init__(name=f"decoder-{number}", daemon=True)
        self.jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self.done: dict[StreamKey, int] = {}  # units decoded since the stream was aimed
        self.blind: dict[StreamKey, int] = {}  # arrival of the first unit since which a stream gives no picture
        self.late: frozenset[StreamKey] = frozenset()  # streams of which units are left out: the loop thread's word
        self.decoded = 0
        self.busy_since = 0.0  # monotonic: since when it has been at one unit; 0 while it waits
        self._hardware = hardware
        self._bench = bench()
        self._pictures: dict[StreamKey, Decoded] = {}

    def run(self) -> None:
        while True:
            waiting, is_last = self._take()
            self.busy_since = time.monotonic()
            for key, jobs in waiting.items():
                self._work(key, jobs)
            self.busy_since = 0.0
            if is_last:
                return

    def _take(self) -> tuple[dict[StreamKey, list[_Job]], bool]:
        job = self.jobs.get()
        waiting: dict[StreamKey, list[_Job]] = {}
        while job is not None:
            waiting.setdefault(job.key, []).append(job)
            try:
                job = self.jobs.get_nowait()
            except queue.Empty:
                return waiting, False
        return waiting, True

    def _work(self, key: StreamKey, jobs: Sequence[_Job]) -> None:
        """One of the program's catch-alls, a worker loop: one stream's trouble must not stop the others."""
        try:
            for job in jobs:
                self.busy_since = time.monotonic()
                self._do(job)
            if picture := self._pictures.get(key):
                picture.publish(is_late=key in self.late)
        except Exception:
            log.exception("decoding %s %s failed", *key)
            if picture := self._pictures.get(key):
                picture.restart()

    def _do(self, job: _Job) -> None:
        if isinstance(job, _Feed):
            self.done[job.key] = self.done.get(job.key, 0) + 1
            if picture := self._pictures.get(job.key):
                self.decoded += picture.decode(job.unit, from_memory=False)
                self.blind[job.key] = picture.blind_ns
        elif isinstance(job, _Proof):
            is_good = False
            try:
                is_good = size_of(job.unit) is not None
            finally:
                job.answer(is_good)
        elif job.targets:
            picture = self._pictures.setdefault(job.key, Decoded(*job.key, hardware=self._hardware, bench=self._bench))
            picture.aim(job.targets)
            for unit in job.units:
                self.busy_since = time.monotonic()  # a memory of ten seconds takes its time on a loaded machine
                self.decoded += picture.decode(unit, from_memory=True)
        else:
            self._pictures.pop(job.key, None)
            self.done.pop(job.key, None)
            self.blind.pop(job.key, None)


@dataclass(slots=True)
class _Line:
    """The way of one stream to its worker."""

    worker: _Worker
    sent: int = 0
    is_skipping: bool = False


class Decoders:
    """Which streams are decoded, by whom, into which slots."""

    def __init__(self, workers: int, hardware: Hardware | None = None) -> None:
        count = workers or os.cpu_count() or 1
        hardware = hardware or Hardware()
        self._workers = [_Worker(number, hardware) for number in range(count)]
        self._lines: dict[StreamKey, _Line] = {}
        self._proofs: deque[_Proof] = deque()
        self._proving = 0
        self.late = 0  # units skipped because a decoder was behind
        for worker in self._workers:
            worker.start()

    def aim(self, key: StreamKey, targets: tuple[Target, ...], units: Sequence[Unit], *, is_whole: bool) -> None:
        """Decode this stream into these slots, none to stop. `units` is read only when it was not decoded before."""
        line = self._lines.get(key)
        if line is None:
            if not targets:
                return
            line = self._lines[key] = _Line(self._pick(key), is_skipping=bool(units) and not is_whole)
            line.worker.jobs.put(_Aim(key, targets, tuple(units)))
            return
        line.worker.jobs.put(_Aim(key, targets, ()))
        if not targets:
            line.worker.late -= {key}
            del self._lines[key]

    def _pick(self, key: StreamKey) -> _Worker:
        """Both streams of a camera go to one worker; else the one with the fewest streams."""
        for quality in Quality:
            if line := self._lines.get((key[0], quality)):
                return line.worker
        load = [line.worker for line in self._lines.values()]
        return min(self._workers, key=load.count)

    def feed(self, key: StreamKey, unit: Unit) -> None:
        """A unit just arrived; dropped when nobody shows the stream, or when its decoder is too far behind."""
        line = self._lines.get(key)
        if line is None:
            return
        is_behind = line.sent - line.worker.done.get(key, 0) >= BEHIND
        line.is_skipping = is_behind or (line.is_skipping and not unit.is_key)
        if (line.is_skipping and line.sent > 0) != (key in line.worker.late):
            line.worker.late ^= {key}
        if line.is_skipping:
            self.late += line.sent > 0  # at first it only waits for a key frame
            return
        line.sent += 1
        line.worker.jobs.put(_Feed(key, unit))

    def prove(self, key: StreamKey, unit: Unit, answer: Callable[[bool], None]) -> None:
        """Ask whether this key frame can be decoded; `answer` comes on the loop thread. Pictures that are shown first.

        One question a worker at a time: a hundred cameras that connect at once hold up no picture.
        """
        loop = asyncio.get_running_loop()

        def on_answer(is_good: bool) -> None:
            loop.call_soon_threadsafe(self._proven, answer, is_good)

        proof = _Proof(key, unit, on_answer)
        if key in self._lines:
            self._proofs.appendleft(proof)
        else:
            self._proofs.append(proof)
        self._next_proof()

    def _next_proof(self) -> None:
        while self._proofs and self._proving < len(self._workers):
            self._proving += 1
            proof = self._proofs.popleft()
            self._pick(proof.key).jobs.put(proof)

    def _proven(self, answer: Callable[[bool], None], is_good: bool) -> None:
        self._proving -= 1
        self._next_proof()
        answer(is_good)

    def blind_ns(self, key: StreamKey) -> int:
        """Arrival of the first unit since which a shown stream gives no picture, 0 while it gives some."""
        line = self._lines.get(key)
        return line.worker.blind.get(key, 0) if line is not None else 0

    @property
    def decoded(self) -> int:
        return sum(worker.decoded for worker in self._workers)

    def stuck_s(self) -> float:
        """How long the slowest worker has been at one unit."""
        now = time.monotonic()
        return max((now - since for worker in self._workers if (since := worker.busy_since)), default=0.0)

    def stop(self) -> None:
        for worker in self._workers:
            worker.jobs.put(None)
        for worker in self._workers:
            worker.join(timeout=1)
