"""Which deadband or delay would keep a rule from calling for nothing: candidates, and the best by replay. Pure.

A deadband and an off-delay never make an alarm come later; an on-delay does, so it is proposed last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, floor, log10

import numpy as np
from numpy.typing import NDArray

from console.config.schema import Limits
from console.limits import DIGITS
from console.model import AlarmClass, PointId
from console.performance.judging import Spells, Trial
from console.performance.replay import Spell
from console.performance.rulebook import Setting
from console.trends.series import Samples

NICE_S = (1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300)
OFF_DELAY_MOST_S = 120  # an alarm that is long over and still shown misleads
ON_DELAY_MOST_S = {AlarmClass.PRE: 0, AlarmClass.SUPERVISORY: 30, AlarmClass.TROUBLE: 60}
ON_DELAY_USUAL_S = 30
QUANTILES = (0.5, 0.8, 0.95)
NEAR_MS = 600_000  # a clear that was followed by a call so soon was not the end of it
ENOUGH = 0.8  # of what the best candidate takes away
WORTH = 0.2  # of all calls; below that nothing is proposed
HALF_WAY = 0.5  # a deadband takes at most so much of the way from the limit to what is usual


@dataclass(frozen=True, slots=True)
class Habit:
    """How an alarm of this rule comes and goes, of all its points."""

    lasted_ms: tuple[int, ...]  # how long it stood
    gaps_ms: tuple[int, ...]  # from a clear to the next call, where that came soon
    depths: tuple[float, ...]  # how far the value went back behind its limit in such a gap, canonical unit
    room: float  # the largest deadband that still lets an alarm end


def habit(spells: Spells, samples: Mapping[PointId, Samples], limits: Limits) -> Habit:
    """What the replay of the present rule shows."""
    lasted = [one.end_ms - one.start_ms for those in spells.values() for one in those if one.end_ms is not None]
    gaps = {point: _gaps(those) for point, those in spells.items()}
    depths = [depth for point, those in gaps.items() for depth in _depths(samples[point], limits, those)]
    rooms = [_room(found, limits) for found in samples.values()]
    soon = [end - start for those in gaps.values() for start, end in those]
    return Habit(tuple(lasted), tuple(soon), tuple(depths), min(rooms, default=0.0))


def _gaps(spells: Sequence[Spell]) -> list[tuple[int, int]]:
    """From a clear to the next call, where that came soon."""
    gaps = [(one.end_ms, following.start_ms) for one, following in pairwise(spells) if one.end_ms is not None]
    return [(start, end) for start, end in gaps if end - start <= NEAR_MS]


def _depths(found: Samples, limits: Limits, gaps: Iterable[tuple[int, int]]) -> list[float]:
    """How far the value went behind the limit it had crossed; with limits on both sides, behind the nearer one."""
    depths = []
    for start_ms, end_ms in gaps:
        values = _present(found.within(start_ms, end_ms))
        if len(values):
            ways = [float(values.max()) - limits.lo] if limits.lo is not None else []
            ways += [limits.hi - float(values.min())] if limits.hi is not None else []
            depths.append(min(ways, default=0.0))
    return [depth for depth in depths if depth > 0]


def _present(found: Samples) -> NDArray[np.float64]:
    return found.value[~np.isnan(found.value) & ~found.bad]


def _room(found: Samples, limits: Limits) -> float:
    """From the limit to what the point measures most of the time: a deadband beyond that would never let go."""
    bounds = [limit for limit in (limits.lo, limits.hi) if limit is not None]
    low, high = limits.lo if limits.lo is not None else -np.inf, limits.hi if limits.hi is not None else np.inf
    held_ms = np.diff(found.t_ms, append=found.t_ms[-1:])
    well = (found.value >= low) & (found.value <= high) & ~found.bad
    if not bounds or not held_ms[well].any():
        return 0.0
    usual = _middle(found.value[well], held_ms[well])
    return HALF_WAY * min(abs(usual - limit) for limit in bounds)


def _middle(value: NDArray[np.float64], held_ms: NDArray[np.int64]) -> float:
    """Half of the time it was more, half of the time less."""
    order = np.argsort(value)
    until = np.cumsum(held_ms[order])
    return float(value[order][np.searchsorted(until, until[-1] / 2)])


def candidates(now: Setting, known: Habit, alarm_class: AlarmClass) -> list[Setting]:
    """What is worth a replay, the gentlest first: deadbands, off-delays, both, on-delays alone and beside these."""
    bands = sorted({band for share in QUANTILES if (band := _band(now, known, share)) > now.hysteresis})
    offs = _delays(known.gaps_ms, now.off_delay_s, OFF_DELAY_MOST_S)
    ons = _delays(known.lasted_ms, now.on_delay_s, ON_DELAY_MOST_S.get(alarm_class, ON_DELAY_USUAL_S))
    gentle = [replace(now, hysteresis=band) for band in bands] + [replace(now, off_delay_s=off) for off in offs]
    both = [replace(now, hysteresis=bands[-1], off_delay_s=offs[-1])] if bands and offs else []
    base = (both or gentle[-1:] or [now])[0]
    late = [replace(now, on_delay_s=on) for on in ons] + [replace(base, on_delay_s=on) for on in ons if base != now]
    return list(dict.fromkeys([*gentle, *both, *late]))


def _band(now: Setting, known: Habit, share: float) -> float:
    depth = quantile(known.depths, share)
    band = rounded_up(depth * 1.05) if depth else 0.0
    return band if band <= known.room else now.hysteresis


def _delays(seen_ms: Sequence[int], now_s: float, most_s: float) -> list[float]:
    wanted = {nice_s(quantile(seen_ms, share) / 1000) for share in QUANTILES} if seen_ms else set()
    return sorted(float(one) for one in wanted if now_s < one <= most_s)


def quantile(values: Sequence[float], share: float) -> float:
    """0 of nothing."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, floor(share * len(ordered)))] if ordered else 0.0


def nice_s(seconds: float) -> int:
    """The next usual length of a delay above it."""
    return next((nice for nice in NICE_S if nice > seconds), NICE_S[-1] * 2)


def rounded_up(value: float) -> float:
    """Two digits are enough for a deadband."""
    unit = 10.0 ** (floor(log10(value)) - 1)
    return float(round(ceil(round(value / unit, DIGITS)) * unit, DIGITS))


def best(trials: Sequence[Trial], calls: int) -> Trial | None:
    """The gentlest that takes away nearly as much as any and is shown to miss nothing; None: nothing is worth it."""
    safe = [trial for trial in trials if is_safe(trial)]
    most = max((trial.vanished for trial in safe), default=0)
    if most == 0 or most < WORTH * calls:
        return None
    return min((trial for trial in safe if trial.vanished >= ENOUGH * most), key=_harm)


def is_safe(trial: Trial) -> bool:
    """No real alarm is missed; where there was none to show it, no call goes away but into an alarm that stands."""
    return not trial.missed and (trial.compared > 0 or trial.covered == trial.vanished)


def _harm(trial: Trial) -> tuple[int, Setting, int]:
    """How late real alarms come, then how much the rule waits, then what remains."""
    return trial.real_later_ms, trial.setting, -trial.vanished
