"""How long alarms wait for a person: percentiles per class and per position, and what waits now. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from console.alarms.alarm import CLASS_ORDER
from console.performance.record import Answer, Story

PERCENTILES = (50, 90, 95)


@dataclass(frozen=True, slots=True)
class Waits:
    """Time to acknowledge of one class or one position, in ms; `waiting` of them nobody has answered yet."""

    name: str
    answered: int
    p50_ms: int
    p90_ms: int
    p95_ms: int
    worst_ms: int
    waiting: int = 0


def by_class(stories: Sequence[Story], start_ms: int, end_ms: int) -> tuple[Waits, ...]:
    """The gravest class first; only classes that called."""
    answers: defaultdict[str, list[int]] = defaultdict(list)
    waiting: defaultdict[str, int] = defaultdict(int)
    for answer in answers_in(stories, start_ms, end_ms):
        answers[answer.alarm_class].append(answer.waited_ms)
    for story in stories:
        if story.waiting_ms is not None and story.waiting_ms < end_ms:
            waiting[story.alarm_class] += 1
    order = [kind for kind in sorted(CLASS_ORDER, key=CLASS_ORDER.__getitem__) if answers[kind] or waiting[kind]]
    return tuple(waits(kind, answers[kind], waiting[kind]) for kind in order)


def by_position(stories: Sequence[Story], start_ms: int, end_ms: int) -> tuple[Waits, ...]:
    """Positions by name."""
    answers: defaultdict[str, list[int]] = defaultdict(list)
    for answer in answers_in(stories, start_ms, end_ms):
        answers[answer.position].append(answer.waited_ms)
    return tuple(waits(position, answers[position]) for position in sorted(answers))


def answers_in(stories: Iterable[Story], start_ms: int, end_ms: int) -> list[Answer]:
    """Answers to what called in this time."""
    return [one for story in stories for one in story.answers if start_ms <= one.t_ms < end_ms]


def waits(name: str, waited_ms: Iterable[int], waiting: int = 0) -> Waits:
    """The figures of some answers."""
    ordered = sorted(waited_ms)
    p50, p90, p95 = (percentile(ordered, rank) for rank in PERCENTILES)
    return Waits(name, len(ordered), p50, p90, p95, ordered[-1] if ordered else 0, waiting)


def percentile(ordered: Sequence[int], rank: int) -> int:
    """Nearest rank: a value that really occurred; 0 without any."""
    return ordered[max(0, -(-len(ordered) * rank // 100) - 1)] if ordered else 0
