"""The rewind's thread: one moment, and of every camera the picture it had then. Obeys in order.

Live pictures have threads of their own: whatever is sought here holds none of them up.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from console.rewinds import (
    BeginRewind,
    EndRewind,
    PaceRewind,
    PauseRewind,
    RewindAt,
    RewindHolds,
    SeekRewind,
    StepRewind,
)
from console.videod.picture import Target
from console.videod.rewind.held import Held, Span
from console.videod.rewind.reel import Reel

log = logging.getLogger(__name__)

TURN_S = 0.02
SAY_S, COUNT_S = 0.2, 1.0
RATES = (0.25, 8.0)


@dataclass(frozen=True, slots=True)
class Begin:
    """Look back at these from now on."""

    order: BeginRewind
    held: Sequence[Held]


@dataclass(frozen=True, slots=True)
class Aim:
    """This slot shows that camera of it; None: it shows something else."""

    slot: int
    camera: str = ""
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Do:
    """Something that takes the disk its time, and no longer than a clip's picture."""

    work: Callable[[], None]


Steer = SeekRewind | StepRewind | PaceRewind | PauseRewind | EndRewind
Job = Begin | Aim | Do | Steer
Tell = Callable[[RewindAt | RewindHolds], None]


class Stage(threading.Thread):
    """`tell` is called on this thread."""

    def __init__(self, tell: Tell) -> None:
        super().__init__(name="rewind", daemon=True)
        self._tell = tell
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._rewind = 0
        self._reels: dict[str, Reel] = {}  # by camera, the leading one first
        self._at_ns = 0
        self._since_ns = 0  # when it was at `_at_ns`, if it plays
        self._rate = 1.0
        self._is_paused = True
        self._seek = 0  # number of the last one obeyed
        self._say_at = self._count_at = 0.0

    # ---- any thread ----

    def put(self, job: Job | None) -> None:
        """None ends the thread."""
        self._jobs.put(job)

    # ---- this thread ----

    def run(self) -> None:
        while True:
            try:
                job = self._jobs.get(timeout=TURN_S if self._reels else None)
            except queue.Empty:
                self._turn(None)
                continue
            if job is None:
                return
            self._turn(job)

    def _turn(self, job: Job | None) -> None:
        """One of the program's catch-alls, a worker loop: one picture's trouble must not end the rewind."""
        try:
            if job is not None:
                self._do(job)
            if self._reels:
                self._look(is_asked=job is not None)
        except Exception:
            log.exception("looking back failed")

    def _do(self, job: Job) -> None:
        match job:
            case Begin():
                self._begin(job)
            case Do():
                job.work()
            case Aim():
                self._aim(job)
            case _ if job.rewind == self._rewind:
                self._steer(job)

    def _begin(self, job: Begin) -> None:
        self._rewind = job.order.rewind
        self._reels = {held.camera: Reel(held) for held in job.held}
        self._rate, self._is_paused, self._count_at, self._seek = 1.0, False, 0.0, 0
        self._go(job.order.at_ns)

    def _aim(self, job: Aim) -> None:
        """A slot shows one camera at a time."""
        for camera, reel in self._reels.items():
            reel.aim(job.slot, job.target if camera == job.camera else None)

    def _steer(self, order: Steer) -> None:
        match order:
            case SeekRewind():
                self._seek = order.seek
                self._go(order.at_ns)
            case StepRewind():
                lead = next(iter(self._reels.values()))
                at_ns = lead.held.beside(self._now(), order.frames)
                self._is_paused = True
                self._go(at_ns)
            case PaceRewind():
                at_ns = self._now()
                self._rate = max(RATES[0], min(order.rate, RATES[1]))
                self._go(at_ns)
            case PauseRewind():
                at_ns = self._now()
                self._is_paused = order.is_paused
                self._go(at_ns)
            case EndRewind():
                self._rewind, self._reels = 0, {}

    # ---- where it is ----

    def _span(self) -> Span:
        """From the oldest picture of all cameras to the newest."""
        spans = [span for reel in self._reels.values() if (span := reel.held.span()).frames]
        if not spans:
            return Span()
        return Span(min(span.from_ns for span in spans), max(span.until_ns for span in spans))

    def _go(self, at_ns: int) -> None:
        span = self._span()
        self._at_ns = max(span.from_ns, min(at_ns, span.until_ns))
        self._since_ns = time.monotonic_ns()

    def _now(self) -> int:
        """The moment that is shown now; what is the newest has no future yet."""
        if self._is_paused:
            return self._at_ns
        span = self._span()
        at_ns = self._at_ns + round((time.monotonic_ns() - self._since_ns) * self._rate)
        if not span.from_ns <= at_ns <= span.until_ns:
            self._go(at_ns)
            return self._at_ns
        return at_ns

    def _look(self, *, is_asked: bool) -> None:
        at_ns = self._now()
        for reel in self._reels.values():
            reel.show(at_ns)
        now = time.monotonic()
        if now >= self._count_at:
            self._count_at = now + COUNT_S
            self._count()
        if is_asked or now >= self._say_at:
            self._say_at = now + SAY_S
            span = self._span()
            self._tell(
                RewindAt(self._rewind, at_ns, span.from_ns, span.until_ns, self._rate, self._is_paused, self._seek)
            )

    def _count(self) -> None:
        for reel in self._reels.values():
            held, span = reel.held, reel.held.span()
            self._tell(
                RewindHolds(
                    self._rewind, held.camera, span.from_ns, span.until_ns, span.frames, span.size, held.shortage
                )
            )
