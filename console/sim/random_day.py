"""A day of false alarms and small hazards, drawn from a seed. Pure."""

from __future__ import annotations

import random
from dataclasses import dataclass

from console.model import Act, Deed, Point, PointId, Site

DAY_S = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Rate:
    """How often a kind of point alarms without a fire, and for how long. `per_day` counts the whole site."""

    kind: str
    per_day: float
    shortest_s: float
    longest_s: float


RATES = (
    Rate("smoke", 3.0, 90, 600),  # steam, dust, cooking
    Rate("ebike_in_elevator", 14.0, 20, 90),
    Rate("fire_lane_occupied", 10.0, 120, 1800),
    Rate("leakage_current", 2.0, 300, 3600),
    Rate("temperature", 1.5, 300, 1200),
    Rate("water_pressure", 1.0, 600, 3600),
    Rate("gas", 0.5, 60, 300),
)


def random_day(site: Site, seed: int, length_s: float = DAY_S) -> tuple[Act, ...]:
    """A day of false alarms and small hazards at plausible rates; the same seed gives the same day."""
    rng = random.Random(seed)
    by_kind: dict[str, list[Point]] = {}
    for point in site.points:
        by_kind.setdefault(point.kind, []).append(point)
    acts = [act for rate in RATES for act in _events(rate, by_kind.get(rate.kind, []), length_s, rng)]
    return tuple(sorted(acts, key=lambda act: act.at_s))


def _events(rate: Rate, points: list[Point], length_s: float, rng: random.Random) -> list[Act]:
    """Arrivals with exponential gaps; a point that is still alarming is left out."""
    acts: list[Act] = []
    busy_until: dict[PointId, float] = {}
    at_s = rng.expovariate(rate.per_day / DAY_S)
    while points and at_s < length_s:
        point = rng.choice(points).id
        if busy_until.get(point, 0.0) < at_s:
            end_s = at_s + rng.uniform(rate.shortest_s, rate.longest_s)
            busy_until[point] = end_s
            acts += [Act(at_s, Deed.ALARM, point), Act(end_s, Deed.CLEAR, point)]
        at_s += rng.expovariate(rate.per_day / DAY_S)
    return acts
