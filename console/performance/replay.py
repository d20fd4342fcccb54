"""Recorded samples once more through the console's own rules, delays and alarm desk, on a clock of their own. Pure.

Only samples that can change anything are replayed: between them the rule would answer what it answered before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from console.alarms import Alarms, Cleared, Raised
from console.clock import FakeClock
from console.config.schema import Limits, SourceConfig
from console.delays import Delays
from console.journal import Entry
from console.limits import DIGITS, is_set
from console.model import ConditionChanged, Point, PointId, Reading, State
from console.performance.rulebook import Signal, limits_of
from console.rules import Conditions
from console.trends.series import Samples


@dataclass(frozen=True, slots=True)
class Spell:
    """One time a replayed alarm was active; `end_ms` None: still at the end. `calls`: first, and each time worse."""

    start_ms: int
    end_ms: int | None
    calls: tuple[int, ...]

    def touches(self, start_ms: int, end_ms: int) -> bool:
        return self.start_ms <= end_ms and (self.end_ms is None or self.end_ms >= start_ms)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a replay is made with: one signal, the sources with its rule, and what the site says of its points."""

    signal: Signal
    sources: tuple[SourceConfig, ...]
    points: tuple[Point, ...] = ()

    @property
    def limits(self) -> Limits:
        return limits_of(self.signal, self.sources)


def replay(point: PointId, samples: Samples, rules: Rules) -> tuple[Spell, ...]:
    """Every time the rules would have called for this point; samples in the canonical unit, flags as 0 and 1."""
    kept = telling(samples, rules.limits)
    if not len(kept):
        return ()
    return _Replay(point, rules, int(kept.t_ms[0])).run(kept)


def telling(samples: Samples, limits: Limits) -> Samples:
    """Those samples after which a rule may think otherwise than before: the others repeat on which side of every
    threshold the value is.
    """
    good = ~np.isnan(samples.value) & ~samples.bad
    t_ms, value = samples.t_ms[good], samples.value[good]
    cell = sides(value, limits)
    new = np.concatenate(([True], cell[1:] != cell[:-1])) if len(cell) else np.zeros(0, np.bool_)
    return Samples(t_ms[new], value[new], np.zeros(int(new.sum()), np.bool_))


def sides(value: NDArray[np.float64], limits: Limits) -> NDArray[np.int64]:
    """A number for each value that says on which side of every limit, and of every way back from it, it is."""
    cell = np.zeros(len(value), np.int64)
    if not is_set(limits):
        return np.where(value != 0, 1, 0)
    for limit in (limits.lolo, limits.lo):
        if limit is not None:
            for threshold in (limit, limit + limits.hysteresis):
                cell = 2 * cell + (value < round(threshold, DIGITS))
    for limit in (limits.hi, limits.hihi):
        if limit is not None:
            for threshold in (limit, limit - limits.hysteresis):
                cell = 2 * cell + (value > round(threshold, DIGITS))
    return cell


class _Replay:
    def __init__(self, point: PointId, rules: Rules, start_ms: int) -> None:
        self._clock = FakeClock(start_ms)
        self._conditions = Conditions(rules.sources, rules.points)
        self._delays = Delays(self._clock, self._decide)
        self._alarms = Alarms(self._clock, _forget)
        self._point = point
        self._has_limits = is_set(rules.limits)
        self._source, _, rest = point.partition("/")
        self._device, _, self._kind = rest.rpartition("#")
        self._spells: list[Spell] = []
        self._since: int | None = None
        self._calls: list[int] = []

    def run(self, samples: Samples) -> tuple[Spell, ...]:
        for t_ms, value in zip(samples.t_ms.tolist(), samples.value.tolist(), strict=True):
            self._clock.advance(max(0, t_ms - self._clock.now_ms()))
            for change in self._conditions.apply(self._reading(t_ms, value)):
                if change.point == self._point:  # how it moves is no matter of deadbands and delays
                    self._delays.take(change)
        while len(self._delays):  # what waits at the end was decided after it
            self._clock.advance(max(1, self._clock.next_in_ms() or 0))
        self._end(None)
        return tuple(self._spells)

    def _reading(self, t_ms: int, value: float) -> Reading:
        state = State.READING if self._has_limits else State.ALARM if value else State.NORMAL
        told = value if self._has_limits else bool(value)
        return Reading(self._source, self._device, self._kind, told, None, state, t_ms, t_ms)

    def _decide(self, change: ConditionChanged, receipts: Sequence[int]) -> None:
        for fact in self._alarms.condition(change, receipts):
            match fact:
                case Raised():
                    if self._since is None:
                        self._since = self._clock.now_ms()
                    self._calls.append(self._clock.now_ms())
                case Cleared():
                    self._end(self._clock.now_ms())

    def _end(self, t_ms: int | None) -> None:
        if self._since is not None:
            self._spells.append(Spell(self._since, t_ms, tuple(self._calls)))
        self._since = None
        self._calls = []


def _forget(_entries: Sequence[Entry], _receipts: Sequence[int]) -> None:
    """A replay leaves nothing behind."""
