"""Answers what a point measured: tables, log and memory put together, as fine as the picture needs. Reading thread.

What is due is read from the level below it, so an answer is complete although minutes are gathered hours later.
"""

from __future__ import annotations

from collections.abc import Sequence

from console.backends.history import blocks, catalogue
from console.backends.history.batches import Batch
from console.backends.history.levels import Level, block_of, kept_ms
from console.backends.history.library import Library, transaction
from console.config.schema import HistoryConfig
from console.histories import HistoryRequest, Series
from console.model import PointId
from console.trends.reduction import HOUR, MINUTE, coarser, drawn, steps_of
from console.trends.series import NO_SAMPLES, Samples, Steps, in_a_row, merged

COARSE = 2  # steps may be so many times as wide as a value of the picture


class Reading:
    """One answer in the making."""

    def __init__(self, library: Library, config: HistoryConfig, unsettled: Sequence[Batch], now_ms: int) -> None:
        self._library = library
        self._config = config
        self._unsettled = unsettled  # taken before the tables are looked at: what moves meanwhile is found twice
        self._now_ms = now_ms
        self._due: dict[Level, set[int]] = {}

    def answer(self, request: HistoryRequest) -> Series:
        """Raises DBAPIError, OSError or StoreError."""
        start_ms, end_ms = request.start_ms, request.end_ms
        level = self._level(request)
        fresh = self._fresh(request.point, start_ms, end_ms)
        with transaction(self._library.catalogue()) as connection:
            number = catalogue.numbers_of(connection, [request.point]).get(request.point)
            if number is not None and level is not Level.RAW:
                self._due = catalogue.due_of(connection, number, start_ms, end_ms)
        found: Samples | Steps
        if level is Level.RAW:
            found = self._samples(number, start_ms, end_ms, fresh).between(start_ms, end_ms)
            if number is not None and not (len(found) and found.t_ms[0] < start_ms + MINUTE):
                found = self._with_minutes(number, start_ms, end_ms, found)
        else:
            found = self._steps(level, number, start_ms, end_ms, fresh).between(start_ms, end_ms)
        return drawn(request.point, start_ms, end_ms, found, request.most)

    def _level(self, request: HistoryRequest) -> Level:
        """The coarsest level that is fine enough for the picture, among those kept long enough."""
        wanted_ms = COARSE * (request.end_ms - request.start_ms) // max(1, request.most)
        age_ms = self._now_ms - request.start_ms
        if wanted_ms >= HOUR or age_ms > kept_ms(Level.MINUTE, self._config):
            return Level.HOUR
        return Level.MINUTE if wanted_ms >= MINUTE or age_ms > kept_ms(Level.RAW, self._config) else Level.RAW

    def _fresh(self, point: PointId, start_ms: int, end_ms: int) -> Samples:
        """What is not in the tables."""
        found = merged([batch.samples_of(point) for batch in self._unsettled])
        return found.between(start_ms - HOUR, end_ms)  # a whole step before, whatever the level

    def _samples(self, number: int | None, start_ms: int, end_ms: int, fresh: Samples) -> Samples:
        if number is None:
            return fresh
        first_ms = block_of(Level.RAW, start_ms) - Level.RAW.block_ms  # one more: a line comes in from the edge
        return merged([*blocks.samples_of(self._library, number, first_ms, end_ms), fresh])

    def _steps(self, level: Level, number: int | None, start_ms: int, end_ms: int, fresh: Samples) -> Steps:
        """Gathered blocks, and those that are due gathered here from what lies below."""
        parts = self._kept(level, number, start_ms, end_ms) if number is not None else []
        everything = in_a_row(level.step_ms, [*parts, steps_of(fresh, level.step_ms)])
        return coarser(everything.in_order(), level.step_ms)

    def _with_minutes(self, number: int, start_ms: int, end_ms: int, found: Samples) -> Samples | Steps:
        """Where the samples begin late there may be minutes of the time before."""
        first_ms = int(found.t_ms[0]) - MINUTE if len(found) else end_ms
        kept = blocks.steps_of_level(self._library, Level.MINUTE, number, block_of(Level.MINUTE, start_ms), first_ms)
        before = in_a_row(MINUTE, [kept[at] for at in sorted(kept)]).within(start_ms - MINUTE, first_ms)
        return in_a_row(MINUTE, [before, steps_of(found, MINUTE)]) if len(before) else found

    def _kept(self, level: Level, number: int, start_ms: int, end_ms: int) -> list[Steps]:
        first_ms = block_of(level, start_ms)
        kept = blocks.steps_of_level(self._library, level, number, first_ms, end_ms)
        for due_ms in sorted(self._due[level]):
            first_ms, last_ms = max(due_ms, start_ms - level.step_ms), min(due_ms + level.block_ms - 1, end_ms)
            if first_ms <= last_ms:
                found = self._below(level, number, first_ms, last_ms)
                if len(found):
                    kept[due_ms] = found
        return [kept[at] for at in sorted(kept)]

    def _below(self, level: Level, number: int, start_ms: int, end_ms: int) -> Steps:
        """Part of a due block."""
        start_ms -= start_ms % level.step_ms
        if level.below is Level.RAW:
            found = self._samples(number, start_ms, end_ms, NO_SAMPLES)
            return steps_of(found.within(start_ms, end_ms), level.step_ms)
        below = in_a_row(level.below.step_ms, self._kept(level.below, number, start_ms, end_ms))
        return coarser(below.within(start_ms, end_ms), level.step_ms)
