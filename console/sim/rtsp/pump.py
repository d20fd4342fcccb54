"""Sends every stream's frames when they are due: one heap, one task. Event loop thread only."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import time
from dataclasses import dataclass

from console.clock import Clock
from console.sim.rtsp.stream import Track
from console.sim.timing import due_s, latest

_SLACK_S = 0.002
_SHORTEST_S, _LONGEST_S = 0.004, 0.05
_LATE_S = 0.05


@dataclass(slots=True)
class Tally:
    """What has been sent so far: frames times viewers, dropped ones, and turns more than 50 ms late."""

    frames: int = 0
    dropped: int = 0
    late: int = 0


class Pump:
    """Streams with viewers run; one without falls asleep at its next frame."""

    def __init__(self) -> None:
        self.tally = Tally()
        self._heap: list[tuple[float, int, Track]] = []
        self._count = itertools.count()
        self._running: set[Track] = set()
        self._work = asyncio.Event()
        # Wall time that is never stepped: the frames of a loop must not stumble over a clock set by NTP.
        self._offset = Clock().now_ms() / 1000 - time.monotonic()

    def wall_s(self) -> float:
        """Seconds since the epoch."""
        return time.monotonic() + self._offset

    def wake(self, track: Track) -> None:
        """A viewer has come."""
        if track in self._running:
            return
        self._running.add(track)
        track.next_k = latest(track.number, self.wall_s(), track.fps) + 1
        self._plan(track)
        self._work.set()

    def _plan(self, track: Track) -> None:
        heapq.heappush(self._heap, (due_s(track.number, track.next_k, track.fps), next(self._count), track))

    async def run(self) -> None:
        """Send until cancelled."""
        while True:
            if not self._heap:
                self._work.clear()
                await self._work.wait()
            now = self.wall_s()
            while self._heap and self._heap[0][0] <= now + _SLACK_S:
                due, _, track = heapq.heappop(self._heap)
                self._send(track, due, now)
            wait = self._heap[0][0] - self.wall_s() if self._heap else _SHORTEST_S
            await asyncio.sleep(min(max(wait, _SHORTEST_S), _LONGEST_S))

    def _send(self, track: Track, due: float, now: float) -> None:
        if not track.viewers:
            self._running.discard(track)
            return
        sent, dropped = track.send(due)
        self.tally.frames += sent
        self.tally.dropped += dropped
        self.tally.late += now - due > _LATE_S
        self._plan(track)
