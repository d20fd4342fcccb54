"""Whether the machine carries what it is given: seconds of figures, judged with patience both ways. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.overload.shedding import LEVELS
from console.painting import Counts
from console.ports import VideoLoad

LATE, CALM_LATE = 0.02, 0.005  # share of the pictures that were left out because a decoder was behind
DROPPED = 0.35  # share of the pictures that no window came to paint
CALM = 0.8  # of the limit: only below it something is lifted
SHED_S, LIFT_S, LONGEST_S = 3, 15, 240  # seconds that must agree; a relapse doubles the patience of the second
RELAPSE_S = 30
SETTLE_S = 2  # after another picture was asked for: opening one decodes its memory
FEW = 30  # pictures a second of which no share is taken


class Why(StrEnum):
    """What showed that it is too much."""

    NONE = ""
    LATE = "late"  # decoders leave pictures out
    PROCESSOR = "processor"  # the pictures take more of the processor than they may
    WINDOW = "window"  # the windows do not come to paint them


@dataclass(frozen=True, slots=True)
class Second:
    """One second. `share`: of all cores that the pictures took; `cores` the same as a number of them."""

    cores: float
    share: float
    late: float
    dropped: float
    why: Why
    is_calm: bool
    is_steady: bool  # nothing new was asked for lately


class Watch:
    """Looks at running totals; a total that falls is a new process."""

    def __init__(self, limit: float, processors: int) -> None:
        self._limit, self._processors = limit, processors
        self._before: tuple[VideoLoad, Counts, int] | None = None
        self._bad = self._good = 0
        self._settling = SETTLE_S
        self._patience = LIFT_S
        self._since_lift = LONGEST_S

    def disturbed(self) -> None:
        """Something else is shown from now on."""
        self._settling = SETTLE_S

    def lost(self) -> None:
        """There is nobody to look at."""
        self._before = None
        self._bad = self._good = 0

    def look(self, load: VideoLoad, painted: Counts, now_ns: int) -> Second | None:
        """What happened since the last look; None when that cannot be said."""
        before, self._before = self._before, (load, painted, now_ns)
        self._settling = max(0, self._settling - 1)
        if before is None or load.cpu_s < before[0].cpu_s or now_ns <= before[2]:
            return None
        seconds = (now_ns - before[2]) / 1e9
        cores = (load.cpu_s - before[0].cpu_s) / seconds
        late = _part(load.late - before[0].late, load.decoded - before[0].decoded)
        counts = painted - before[1]
        dropped = _part(counts.dropped, counts.painted)
        share = cores / self._processors
        why = self._why(share, late, dropped)
        is_calm = share < self._limit * CALM and late < CALM_LATE and dropped < DROPPED / 2
        return Second(cores, share, late, dropped, why, is_calm, self._settling == 0)

    def _why(self, share: float, late: float, dropped: float) -> Why:
        if late > LATE:
            return Why.LATE
        if share > self._limit:
            return Why.PROCESSOR
        return Why.WINDOW if dropped > DROPPED else Why.NONE

    def decide(self, level: int, second: Second, *, can_shed: bool) -> int:
        """The level from now on."""
        if not second.is_steady:
            self._bad = 0
            return level
        self._since_lift += 1
        self._bad = self._bad + 1 if second.why else 0
        self._good = self._good + 1 if second.is_calm else 0
        if self._bad >= SHED_S and level < LEVELS and can_shed:
            self._bad = self._good = 0
            if self._since_lift < RELAPSE_S:
                self._patience = min(LONGEST_S, self._patience * 2)
            return level + 1
        if self._good >= self._patience and level > 0:
            self._good = self._since_lift = 0
            return level - 1
        if level == 0 and self._good >= LONGEST_S:
            self._patience = LIFT_S
        return level


def _part(lost: int, done: int) -> float:
    whole = lost + done
    return lost / whole if whole >= FEW else 0.0
