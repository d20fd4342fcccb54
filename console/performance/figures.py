"""The figures of one time together: how often, how noisy, how grave, how fast answered. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from console.performance import answering, nuisance
from console.performance.answering import Waits
from console.performance.nuisance import TOP, Busy, Stale, Standing
from console.performance.rates import Rates, rates
from console.performance.record import Story

PRIORITIES = (1, 2, 3, 4, 0)  # as an operator ranks them; 0 is a fault


@dataclass(frozen=True, slots=True)
class Priority:
    """Calls of one priority; `share` 0…1."""

    priority: int
    calls: int
    share: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What happened from `start_ms` to `end_ms`. `asked_ms`: what was asked for began there; the journal is younger."""

    asked_ms: int
    start_ms: int
    end_ms: int
    calls: int
    alarms: int
    rates: Rates
    top: tuple[Busy, ...]
    chattering: int  # calls in a chatter, and the points they came from
    chattering_points: int
    fleeting: int
    stale: tuple[Stale, ...]
    standing: Standing
    priorities: tuple[Priority, ...]
    classes: tuple[Waits, ...]
    positions: tuple[Waits, ...]

    @property
    def top_share(self) -> float:
        """0…1 of all calls came from the ten busiest points."""
        return sum(one.share for one in self.top)


def figures(stories: Sequence[Story], asked_ms: int, start_ms: int, end_ms: int) -> Figures:
    """`stories` of all alarms that were open or raised in this time."""
    raises = sorted(nuisance.raises_in(stories, start_ms, end_ms), key=lambda one: one.t_ms)
    busy = nuisance.busiest(stories, start_ms, end_ms)
    counted = Counter(one.priority for one in raises)
    return Figures(
        asked_ms, start_ms, end_ms,
        calls=len(raises),
        alarms=sum(any(start_ms <= one.t_ms < end_ms for one in story.raises) for story in stories),
        rates=rates([one.t_ms for one in raises], start_ms, end_ms),
        top=tuple(busy[:TOP]),
        chattering=sum(one.chattering for one in busy),
        chattering_points=sum(one.chattering > 0 for one in busy),
        fleeting=sum(one.fleeting for one in busy),
        stale=tuple(nuisance.stale(stories, end_ms)),
        standing=nuisance.standing(stories, start_ms, end_ms),
        priorities=tuple(Priority(one, counted[one], counted[one] / max(1, len(raises))) for one in PRIORITIES),
        classes=answering.by_class(stories, start_ms, end_ms),
        positions=answering.by_position(stories, start_ms, end_ms),
    )  # fmt: skip
