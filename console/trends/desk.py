"""The desk of the trends: what every point measured lately, in memory, and longer ago, asked of the history.

Desk thread. Nothing here waits: an answer of the history comes through the inbox and is announced.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from console.announce import Announcement, SeriesReady
from console.clock import Clock
from console.config.schema import HistoryConfig, SourceConfig
from console.histories import HISTORY_WORDS, HistoryRequest, HistoryTrouble, Measured, Series, SeriesRead
from console.journal import Recorded
from console.kinds import kind_of
from console.model import LIVE, Domain, Point, PointId, Sample, Site, State
from console.ports import History
from console.strangers import Strangers
from console.trends.capture import Handover
from console.trends.limits import Limit, limits_by_point
from console.trends.past import KINDS, PastAlarm, past_alarms
from console.trends.reduction import HOUR, drawn
from console.trends.rings import Rings

AT_ONCE = 500  # samples taken in one go: about a millisecond
MOST_ANSWERS = 64  # answers nobody has fetched; the oldest are let go
PAST_MS = 24 * HOUR  # so long before the start alarms are marked


class Trends:
    """Samples of every point heard since the start, and the way to older ones."""

    def __init__(
        self,
        clock: Clock,
        publish: Callable[[Announcement], None],
        *,
        points: Iterable[Point] = (),
        sources: Sequence[SourceConfig] = (),
        config: HistoryConfig = HistoryConfig(),  # noqa: B008  # frozen
        history: History | None = None,
        domain: Domain = LIVE,
    ) -> None:
        self._clock = clock
        self._publish = publish
        self._sources = sources
        self._history = history
        self._domain = domain
        self._rings = Rings(clock.now_ms(), config.memory_mb << 20, config.memory_h * HOUR)
        self._newest: dict[PointId, Measured] = {}
        self._numbers: dict[PointId, None] = {}  # points heard with a number, in order
        self._strangers = Strangers()
        self._asked: dict[int, HistoryRequest] = {}
        self._answers: dict[int, Series] = {}
        self._count = itertools.count(1)
        self._points: dict[PointId, Point] = {}
        self._limits: dict[PointId, tuple[Limit, ...]] = {}
        self._past: dict[PointId, tuple[PastAlarm, ...]] = {}
        self._take_points(points)

    @property
    def held_bytes(self) -> int:
        """What the samples in memory take; at most `memory_mb`. Any thread."""
        return self._rings.used_bytes

    def load(self, since: Callable[[Domain, int, frozenset[str]], Iterable[Recorded]]) -> None:
        """Look up which alarms came before this start. Before the store has started only."""
        recorded = since(self._domain, self._clock.now_ms() - PAST_MS, KINDS)
        self._past = past_alarms(record.entry for record in recorded)

    def past(self, point: PointId) -> tuple[PastAlarm, ...]:
        """When alarms of this point came in the day before this start."""
        return self._past.get(point, ())

    def take_site(self, site: Site) -> None:
        """Its points are the points from now on; what was measured stays."""
        self._take_points(site.points)

    def _take_points(self, points: Iterable[Point]) -> None:
        self._points = {point.id: point for point in points}
        self._strangers.begin_again(id_ for id_ in self._newest if id_ not in self._points)
        self._limits = limits_by_point(self._points.values(), self._sources)

    # ---- what comes in ----

    def takers(self) -> dict[type, Callable[[Any], None]]:
        """Who takes what comes in."""
        return {Handover: self.take, **dict.fromkeys(HISTORY_WORDS, self.answered)}

    def take(self, handover: Handover) -> None:
        """Take some of what was measured, and the rest with the next turns."""
        now_ms = self._clock.now_ms()
        for measured in handover.take(AT_ONCE):
            self._keep(measured, now_ms)
        if handover.waiting:
            self._clock.after(0, lambda: self.take(handover))

    def _keep(self, measured: Measured, now_ms: int) -> None:
        self._rings.add(measured, now_ms)
        if not measured.is_bad and not measured.is_flag:
            self._numbers[measured.point] = None
        for forgotten in self._strangers.meet(measured.point) if measured.point not in self._points else ():
            self._newest.pop(forgotten, None)
            self._numbers.pop(forgotten, None)
        known = self._newest.get(measured.point)
        if known is None or known.t_ms <= measured.t_ms:
            self._newest[measured.point] = measured

    def answered(self, answer: SeriesRead | HistoryTrouble) -> None:
        """The history answered, or could not."""
        request = self._asked.pop(answer.ask, None)
        if request is None:
            return
        if isinstance(answer, SeriesRead):
            self._answer(answer.ask, answer.series)
        else:
            self._answer(answer.ask, self._from_memory(request))

    def _answer(self, ask: int, series: Series) -> None:
        self._answers[ask] = series
        while len(self._answers) > MOST_ANSWERS:
            del self._answers[next(iter(self._answers))]
        self._publish(SeriesReady(ask=ask, domain=self._domain))

    # ---- what the windows ask ----

    def window(self, point: PointId, start_ms: int, end_ms: int, most: int) -> Series | None:
        """From memory, at once, about `most` values; None when memory does not reach so far back."""
        found = self._rings.between(point, start_ms, end_ms)
        return None if found is None else drawn(point, start_ms, end_ms, found, most)

    def ask(self, point: PointId, start_ms: int, end_ms: int, most: int) -> int:
        """The same from memory and disk; the number given back comes again in announce.SeriesReady."""
        request = HistoryRequest(next(self._count), point, start_ms, end_ms, most)
        self._asked[request.ask] = request
        if self._history is None:
            self._clock.after(0, lambda: self.answered(HistoryTrouble(request.ask, "none")))
        else:
            self._history.ask(request)
        return request.ask

    def take_answer(self, ask: int) -> Series | None:
        """The answer, once; None when there is none (yet, or any more)."""
        return self._answers.pop(ask, None)

    def forget(self, ask: int) -> None:
        """Nobody waits for this answer any longer."""
        self._asked.pop(ask, None)
        self._answers.pop(ask, None)

    def newest(self, point: PointId) -> Sample | None:
        """The newest value; None in it when the last reading had none that can be used."""
        last = self._newest.get(point)
        if last is None:
            return None
        state, value = (State.TROUBLE, None) if last.is_bad else (State.READING, last.value)
        return Sample(point, value, last.unit, state, last.t_ms, last.t_ms)

    def numeric(self) -> tuple[PointId, ...]:
        """Points that measure something: those of the site first, then what else was heard with a number."""
        site = [point.id for point in self._points.values() if self._measures(point)]
        return tuple(dict.fromkeys([*site, *self._numbers]))

    def unit(self, point: PointId) -> str:
        """The canonical unit, "" when it has none."""
        newest = self._newest.get(point)
        if newest is not None and newest.unit:
            return newest.unit
        return kind_of(point.rpartition("#")[2]).unit or ""

    def limits(self, point: PointId) -> tuple[Limit, ...]:
        """From lowest to highest."""
        return self._limits.get(point, ())

    # ---- inside ----

    def _measures(self, point: Point) -> bool:
        return kind_of(point.kind).numeric or point.id in self._limits or point.id in self._numbers

    def _from_memory(self, request: HistoryRequest) -> Series:
        found = self._rings.all_of(request.point, request.start_ms, request.end_ms)
        return drawn(request.point, request.start_ms, request.end_ms, found, request.most)
