"""The whole answer: the record of a time is read, counted, and the rules behind the ten busiest points are studied.

In a child of its own; whatever it reads comes through two callables, so it knows no database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from console.alarms.facts import FACTS, STREAM
from console.config.schema import SourceConfig
from console.journal import Entry
from console.kinds import kind_of
from console.model import AlarmClass, Point
from console.performance.figures import figures
from console.performance.nuisance import Busy
from console.performance.record import CLOSED, LINKED, Story, stories
from console.performance.report import Report
from console.performance.rulebook import Setting, Signal, signal_of
from console.performance.study import Case, ReadSamples, Study, Verdict, study

WANTED = (*FACTS.kinds, LINKED, CLOSED)
Say = Callable[[float, str], None]  # 0…1 done, and the rule that is being studied
Question = tuple[Signal, Verdict | None]


@dataclass(frozen=True, slots=True)
class Matter:
    """What is asked: the time, the rules in use and what the site says; `first_ms` is the first entry there is."""

    site: str
    start_ms: int
    end_ms: int
    first_ms: int
    sources: tuple[SourceConfig, ...]
    points: tuple[Point, ...]


def read_stories(
    since: Iterable[Entry], still_open: Iterable[Entry], whole: Callable[[str], Sequence[Entry]]
) -> tuple[Story, ...]:
    """`since`: entries of `WANTED` kinds in this time, `still_open`: those of all open streams; `whole` reads a stream
    that began earlier.
    """
    streams: dict[str, dict[int, Entry]] = {}
    incidents = list[Entry]()
    for entry in (*since, *still_open):
        if entry.stream.startswith(STREAM) and entry.kind in FACTS:
            streams.setdefault(entry.stream, {})[entry.version] = entry
        elif entry.kind in (LINKED, CLOSED):
            incidents.append(entry)
    return tuple(stories((_in_order(name, known, whole) for name, known in streams.items()), incidents))


def _in_order(name: str, known: dict[int, Entry], whole: Callable[[str], Sequence[Entry]]) -> list[Entry]:
    """Nothing when its beginning is not kept any more."""
    if 1 in known:
        return [known[version] for version in sorted(known)]
    told = [entry for entry in whole(name) if entry.kind in FACTS]
    return told if told and told[0].version == 1 else []


def audit(matter: Matter, told: tuple[Story, ...], read: ReadSamples, say: Say) -> Report:
    """Figures and a study of every rule behind the top ten. Raises StoreError."""
    start_ms = min(max(matter.start_ms, matter.first_ms), matter.end_ms - 1)
    counted = figures(told, matter.start_ms, start_ms, matter.end_ms)
    studies: dict[Question, Study] = {}
    asked = [_question(busy, matter.sources) for busy in counted.top]
    for at, (question, busy) in enumerate(zip(asked, counted.top, strict=True)):
        if question not in studies:
            begun, share = at / len(asked), 1 / len(asked)
            studies[question] = _answer(question, busy, matter, told, read, _part(say, begun, share))
    order = list(studies)
    return Report(matter.site, counted, tuple(studies.values()), tuple(order.index(question) for question in asked))


def _question(busy: Busy, sources: Sequence[SourceConfig]) -> Question:
    """Its rule, and why nothing can be proposed for it, when that is known before anything is read."""
    signal = signal_of(busy.point, sources)
    plain = signal or Signal(busy.point.partition("/")[0], busy.kind)
    if busy.alarm_class is AlarmClass.FIRE:
        return plain, Verdict.FIRE
    return plain, None if signal is not None else Verdict.NO_RULE


def _answer(
    question: Question, busy: Busy, matter: Matter, told: Iterable[Story], read: ReadSamples, say: Say
) -> Study:
    signal, refused = question
    case = case_of(signal, busy.alarm_class, matter, told)
    if refused is not None:
        return Study(signal, refused, case.unit, now=case.now)
    return study(case, read, lambda done, of: say(done / of, str(signal)))


def _part(say: Say, begun: float, share: float) -> Say:
    """Progress of one part of the whole."""
    return lambda done, what: say(begun + share * done, what)


def case_of(signal: Signal, alarm_class: AlarmClass, matter: Matter, told: Iterable[Story]) -> Case:
    """All alarms of the rule in this time."""
    concerned = tuple(
        story
        for story in told
        if signal_of(story.point, matter.sources) == signal
        and any(matter.start_ms <= one.t_ms < matter.end_ms for one in story.raises)
    )
    return Case(
        signal, alarm_class, kind_of(signal.kind).unit or "", concerned, matter.sources, matter.points,
        matter.start_ms, matter.end_ms,
    )  # fmt: skip


def trial(
    signal: Signal, setting: Setting, matter: Matter, told: Iterable[Story], read: ReadSamples, say: Say
) -> Study:
    """One rule with a setting a person gave. Raises StoreError."""
    case = case_of(signal, AlarmClass.EVENT, matter, told)
    return study(case, read, lambda done, of: say(done / of, str(signal)), setting)
