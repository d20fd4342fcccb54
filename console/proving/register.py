"""The register of the detectors: the record of each, written to the journal and read back from it. Desk thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from console.clock import Clock
from console.journal import Entry
from console.model import By, Point, PointId
from console.proving.plan import Obligation, Plan
from console.proving.proofs import (
    FACTS,
    PLAN_STREAM,
    STREAM,
    Fact,
    PathProven,
    PathsPlanned,
    ProofMissed,
    ProofRenewed,
    Record,
    apply,
    entry_of,
    point_of,
    stream_of,
)

MACHINE = By(machine="proving")
TOGETHER = 500  # detectors in one entry of the plan
FRESH_MS = 60_000  # intervals are days: what was found a minute ago still holds
NOTHING_KNOWN = Record()


class Register:
    """Records of detectors the site has lost are kept: they may come back."""

    def __init__(
        self, clock: Clock, plan: Plan, points: Iterable[Point], append: Callable[[Sequence[Entry]], None]
    ) -> None:
        self._clock = clock
        self._plan = plan
        self._append = append
        self._points: tuple[Point, ...] = ()
        self._records: dict[PointId, Record] = {}
        self._planned: dict[PointId, int] = {}  # since when it has to be proven
        self._version = 0  # of the plan
        self._made: dict[
            PointId, Obligation
        ] = {}  # as they stood at `_made_ms`; a detector's is made anew with its fact
        self._made_ms = 0
        self._sorted: tuple[Obligation, ...] | None = None
        self.take_site(points)

    def take_site(self, points: Iterable[Point]) -> None:
        """These are the detectors from now on."""
        self._points = tuple(point for point in points if self._plan.asks(point))
        self._made, self._sorted = {}, None

    def plan(self) -> None:
        """Whoever is new has to be proven from now on."""
        new = tuple(point.id for point in self._points if point.id not in self._planned)
        for first in range(0, len(new), TOGETHER):
            planned = PathsPlanned(new[first : first + TOGETHER])
            self._write(planned, PLAN_STREAM, self._version + 1, MACHINE)

    # ---- reading ----

    def record(self, point: PointId) -> Record:
        return self._records.get(point, NOTHING_KNOWN)

    def obligations(self) -> tuple[Obligation, ...]:
        """Every detector of the plan as it stands now or stood a moment ago, what wants attention first."""
        now = self._clock.now_ms()
        if self._sorted is not None and abs(now - self._made_ms) < FRESH_MS:
            return self._sorted
        if abs(now - self._made_ms) >= FRESH_MS:
            self._made, self._made_ms = {}, now
        for point in self._points:
            if point.id not in self._made:
                self._made[point.id] = self._plan.obligation(point, self._dated(point.id, now), now)
        self._sorted = tuple(sorted(self._made.values(), key=lambda each: each.urgency))
        return self._sorted

    def _dated(self, point: PointId, now: int) -> Record:
        known = self.record(point)
        return Record(self._planned.get(point, now), known.number, known.version, known.proof, known.miss)

    # ---- writing ----

    def prove(self, point: PointId, proof: PathProven, by: By) -> None:
        """The newest proof from now on; the record before it is closed."""
        known = self.record(point)
        if known.version:
            self._write(ProofRenewed(), stream_of(point, known.number), known.version + 1, by)
        self._write(proof, stream_of(point, known.number + 1), 1, by)

    def miss(self, point: PointId, missed: ProofMissed, by: By) -> None:
        """A test proved nothing; it stands until a proof is there."""
        known = self.record(point)
        self._write(missed, stream_of(point, known.number), known.version + 1, by)

    def _write(self, fact: Fact, stream: str, version: int, by: By) -> None:
        entry = entry_of(fact, stream, version, self._clock.now_ms(), by)
        self._append((entry,))
        self.follow(entry)

    def follow(self, entry: Entry) -> None:
        """Fold an entry, whoever wrote it; what is older than the newest proof says nothing new."""
        self._sorted = None
        fact = FACTS.read(entry.kind, entry.data)
        if isinstance(fact, PathsPlanned):
            self._version = max(self._version, entry.version)
            for point in fact.points:
                self._planned.setdefault(PointId(point), entry.t_ms)
                self._made.pop(PointId(point), None)
        elif entry.stream.startswith(STREAM):
            point = point_of(entry.stream)
            known = self.record(point)
            self._made.pop(point, None)
            if int(entry.stream.rpartition("/")[2]) >= known.number:
                self._records[point] = apply(known, fact, entry)
