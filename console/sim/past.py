"""What the simulated sensors would have measured before the demo was there: a month in minutes, the last hours in full.

Pure, drawn from a seed. It ends where the living sensors of the same seed begin.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np

from console.histories import Numbers, Times
from console.model import PointId, Site
from console.sim.devices import HEARD_EVERY, PLAIN_WALK, WALKS, ZIGBEE_SOURCE, Meter, Walk, build
from console.sim.sensors import PERIOD_S
from console.trends import Samples, Steps
from console.trends.reduction import DAY, HOUR, MINUTE, SECOND

LENGTH_MS, IN_FULL_MS = 30 * DAY, 2 * HOUR
QUARTER_MS = 6 * HOUR  # from the beginning of one on, every sample is there
DAILY = {  # how far a value swings in a day, and the hour at which it is highest
    "temperature": (4.0, 15.0), "leakage_current": (22.0, 14.0), "water_pressure": (0.012, 4.0), "gas": (0.2, 12.0),
}  # fmt: skip
SLOW_H = (5.0, 11.0, 27.0, 64.0)  # hours of the slower waves
AWAY_MS = (3 * DAY + 5 * HOUR, 25 * MINUTE)  # so long ago the radio bridge was switched off for so long
SETTLES_MS = 3 * HOUR  # the last hours lead to where the living sensor begins


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """One point: minutes up to some hours ago, and every sample since."""

    point: PointId
    minutes: Steps
    samples: Samples


def past(site: Site, seed: int, now_ms: int) -> Iterator[Past]:
    """Every point of the site that measures a number."""
    zone = datetime.fromtimestamp(now_ms / 1000, ZoneInfo(site.time_zone) if site.time_zone else UTC).utcoffset()
    offset_ms = int(zone.total_seconds() * 1000) if zone else 0
    for device in build(site.points, seed):
        for meter in device.meters.values():
            if not meter.is_flag:
                yield _past(meter, seed, now_ms, offset_ms)


def _past(meter: Meter, seed: int, now_ms: int, offset_ms: int) -> Past:
    point = meter.point.id
    rng = np.random.default_rng([seed, zlib.crc32(point.encode())])
    walk = WALKS.get(meter.point.kind, PLAIN_WALK)
    is_radio = point.startswith(f"{ZIGBEE_SOURCE}/")
    t_ms = np.arange((now_ms - LENGTH_MS) // MINUTE, now_ms // MINUTE + 1, dtype=np.int64) * MINUTE
    values = _curve(meter, walk, rng, t_ms, offset_ms)
    if is_radio:
        begun_ms = now_ms - AWAY_MS[0]
        there = (t_ms < begun_ms) | (t_ms >= begun_ms + AWAY_MS[1])
        t_ms, values = t_ms[there], values[there]
    every_ms = round(PERIOD_S * SECOND) * (HEARD_EVERY if is_radio else 1)
    full_ms = now_ms - IN_FULL_MS - (now_ms - IN_FULL_MS) % QUARTER_MS
    early = t_ms < full_ms
    minutes = _minutes(walk, rng, t_ms[early], values[early], MINUTE // every_ms)
    return Past(point, minutes, _samples(walk, rng, t_ms, values, np.arange(full_ms, now_ms, every_ms, dtype=np.int64)))


def _curve(meter: Meter, walk: Walk, rng: np.random.Generator, t_ms: Times, offset_ms: int) -> Numbers:
    """A day's swing, slower waves, and what wanders."""
    swing, peak_h = DAILY.get(meter.point.kind, (0.0, 0.0))
    hours = (t_ms + offset_ms) / HOUR
    values = walk.middle + swing * rng.uniform(0.7, 1.2) * np.cos(2 * np.pi * (hours - peak_h) / 24)
    for period in SLOW_H:
        values += walk.step * rng.uniform(0.4, 1.4) * np.sin(2 * np.pi * (hours / period + rng.uniform()))
    rough = np.convolve(rng.normal(0.0, 2.2 * walk.step, len(t_ms) + 8), np.full(9, 1 / 9), "valid")
    values += rough
    values += (float(meter.value) - values[-1]) * np.exp((t_ms - t_ms[-1]) / SETTLES_MS)
    return _bounded(walk, values)


def _minutes(walk: Walk, rng: np.random.Generator, t_ms: Times, values: Numbers, n: int) -> Steps:
    reach = np.abs(rng.normal(0.0, walk.step, (2, len(t_ms)))) if n > 1 else np.zeros((2, len(t_ms)))
    low, high = _bounded(walk, values - reach[0]), _bounded(walk, values + reach[1])
    return Steps(MINUTE, t_ms, low, high, (low + high) / 2, np.full(len(t_ms), n), np.zeros(len(t_ms), np.bool_))


def _samples(walk: Walk, rng: np.random.Generator, known_ms: Times, known: Numbers, t_ms: Times) -> Samples:
    values = np.interp(t_ms, known_ms, known) + rng.normal(0.0, 0.4 * walk.step, len(t_ms))
    return Samples(t_ms + rng.integers(0, 40, len(t_ms)), _bounded(walk, values), np.zeros(len(t_ms), np.bool_))


def _bounded(walk: Walk, values: Numbers) -> Numbers:
    return values.clip(walk.low, walk.high).round(walk.digits)
