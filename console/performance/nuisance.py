"""Which points call most, and which of it is noise: chattering, fleeting, stale and standing alarms. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from console.model import AlarmClass, AlarmId, PointId
from console.performance.rates import INTERVAL_MS
from console.performance.record import Raise, Run, Story

CHATTER, CHATTER_MS = 3, 60_000  # so many calls within this time
FLEETING_MS = 60_000  # gone again before anybody could have looked
STALE_MS = 86_400_000
TOP = 10


@dataclass(frozen=True, slots=True)
class Busy:
    """A point by how often it called; `share` 0…1 of all calls, `median_ms` of how long it stood."""

    point: PointId
    kind: str
    alarm_class: AlarmClass
    priority: int
    label: str
    calls: int
    share: float
    chattering: int  # calls that came in a chatter
    fleeting: int  # runs
    median_ms: int


@dataclass(frozen=True, slots=True)
class Stale:
    """An alarm that has stood for more than a day."""

    alarm: AlarmId
    point: PointId
    kind: str
    alarm_class: AlarmClass
    label: str
    since_ms: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Alarms that were active at the same time: now, on average and at most."""

    now: int
    mean: float
    most: int


def busiest(stories: Iterable[Story], start_ms: int, end_ms: int) -> list[Busy]:
    """Every point that called in this time, the one that called most first."""
    by_point: defaultdict[PointId, list[Story]] = defaultdict(list)
    for story in stories:
        by_point[story.point].append(story)
    called = {point: sorted(_calls(told, start_ms, end_ms)) for point, told in by_point.items()}
    total = sum(map(len, called.values()))
    found = [
        _busy(by_point[point], calls, total, (start_ms, end_ms)) for point, calls in called.items() if calls
    ]  # fmt: skip
    return sorted(found, key=lambda one: (-one.calls, one.point))


def _busy(told: Sequence[Story], calls: Sequence[int], total: int, span: tuple[int, int]) -> Busy:
    newest, called = told[-1], raises_in(told, *span)[-1]
    lengths = sorted(run.length_ms(span[1]) for run in runs_in(told, *span))
    fleeting = sum(run.end_ms is not None and run.length_ms(span[1]) < FLEETING_MS for run in runs_in(told, *span))
    median = lengths[len(lengths) // 2] if lengths else 0
    return Busy(
        newest.point, newest.kind, newest.alarm_class, called.priority, newest.label,
        len(calls), len(calls) / total, chattering(calls), fleeting, median,
    )  # fmt: skip


def _calls(told: Iterable[Story], start_ms: int, end_ms: int) -> list[int]:
    return [one.t_ms for one in raises_in(told, start_ms, end_ms)]


def raises_in(told: Iterable[Story], start_ms: int, end_ms: int) -> list[Raise]:
    return [one for story in told for one in story.raises if start_ms <= one.t_ms < end_ms]


def runs_in(told: Iterable[Story], start_ms: int, end_ms: int) -> list[Run]:
    """Those that began in this time."""
    return [run for story in told for run in story.runs if start_ms <= run.start_ms < end_ms]


def chattering(calls: Sequence[int]) -> int:
    """How many calls, in ascending order, stood with two more within a minute."""
    marked = [False] * len(calls)
    for first in range(len(calls) - CHATTER + 1):
        if calls[first + CHATTER - 1] - calls[first] <= CHATTER_MS:
            marked[first : first + CHATTER] = [True] * CHATTER
    return sum(marked)


def stale(stories: Iterable[Story], now_ms: int) -> list[Stale]:
    """Alarms that stand for more than a day now, the oldest first."""
    found = [
        Stale(story.alarm, story.point, story.kind, story.alarm_class, story.label, story.runs[-1].start_ms)
        for story in stories
        if story.runs and story.runs[-1].end_ms is None and now_ms - story.runs[-1].start_ms > STALE_MS
    ]
    return sorted(found, key=lambda one: one.since_ms)


def standing(stories: Iterable[Story], start_ms: int, end_ms: int) -> Standing:
    """Looked at every ten minutes and at the end."""
    runs = [run for story in stories for run in story.runs]
    looks = [*range(start_ms, end_ms, INTERVAL_MS), end_ms]
    counts = _active_at(runs, looks)
    return Standing(counts[-1], sum(counts) / len(counts), max(counts))


def _active_at(runs: Iterable[Run], looks: Sequence[int]) -> list[int]:
    """How many runs are active at each of these moments, which ascend."""
    edges = sorted([edge for run in runs for edge in _edges(run)])
    counts, at, active = list[int](), 0, 0
    for look in looks:
        while at < len(edges) and edges[at][0] <= look:
            active += edges[at][1]
            at += 1
        counts.append(active)
    return counts


def _edges(run: Run) -> list[tuple[int, int]]:
    begins = (run.start_ms, 1)
    return [begins] if run.end_ms is None else [begins, (run.end_ms, -1)]
