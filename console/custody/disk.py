"""How long the disk lasts, reckoned from how the data folder grew so far. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from console.journal import Json

DAY_MS = 86_400_000
LEAST_MS = 3_600_000  # of looking, before anybody says anything
WINDOW_MS = 14 * DAY_MS  # what is older says nothing about tomorrow
APART_MS = 1_800_000  # between two samples that are kept
MOST = 1_000  # samples taken from a file
GIB = 1 << 30
LOW, LOW_SHARE = GIB, 0.05  # less than both of these is nearly nothing
FOREVER_DAYS = 9_999  # longer is told as "not in sight"


@dataclass(frozen=True, slots=True)
class Disk:
    """Room for the data folder, bytes. `days_left` is None while nobody can know it, or when nothing grows."""

    free: int
    total: int
    used: int | None = None  # by the data folder; None: not measured yet
    days_left: int | None = None

    @property
    def is_low(self) -> bool:
        """Whether so little is left that it may be gone within the hour."""
        return self.free < min(LOW, int(self.total * LOW_SHARE))


@dataclass(slots=True)
class Growth:
    """What the data folder held, and when: (epoch ms, bytes), oldest first."""

    samples: list[tuple[int, int]] = field(default_factory=list)

    def add(self, now_ms: int, used: int) -> None:
        """The newest sample; one that was taken shortly before gives way to it."""
        kept = [(at, size) for at, size in self.samples if now_ms - WINDOW_MS <= at <= now_ms]
        if len(kept) > 1 and now_ms - kept[-2][0] < APART_MS:
            kept.pop()
        self.samples = [*kept, (now_ms, used)]

    def per_day(self) -> float | None:
        """Bytes a day over the whole window; None before it has lasted an hour."""
        if not self.samples:
            return None
        (first_ms, first), (last_ms, last) = self.samples[0], self.samples[-1]
        if last_ms - first_ms < LEAST_MS:
            return None
        return (last - first) * DAY_MS / (last_ms - first_ms)

    def days_left(self, free: int, budget: int) -> int | None:
        """Whole days until what is free, or the budget (0: none), is used up."""
        per_day = self.per_day()
        if per_day is None or per_day <= 0:
            return None
        room = min(free, budget - self.samples[-1][1]) if budget else free
        return min(max(0, int(room / per_day)), FOREVER_DAYS)

    def kept(self) -> dict[str, Json]:
        """As a state that outlives the run."""
        return {"samples": [[at, used] for at, used in self.samples]}


def growth_of(state: Mapping[str, Json] | None) -> Growth:
    """What an earlier run kept; empty when it kept nothing we understand."""
    rows = (state or {}).get("samples")
    return Growth(sorted(_samples(rows))[-MOST:] if isinstance(rows, list) else [])


def _samples(rows: Iterable[Json]) -> Iterator[tuple[int, int]]:
    for row in rows:
        if isinstance(row, list) and len(row) == 2:
            at, used = row
            if isinstance(at, int) and isinstance(used, int):
                yield at, used
