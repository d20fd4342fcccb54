"""One rule put to the test: its recorded alarms, its samples, candidates replayed, the best of them proposed. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from console.config.schema import SourceConfig
from console.model import AlarmClass, Point, PointId
from console.performance.judging import Spells, Trial, counterpart, judge
from console.performance.proposing import WORTH, best, candidates, habit
from console.performance.record import Story
from console.performance.replay import Rules, replay
from console.performance.rulebook import AS_IT_COMES, Setting, Signal, changed, governs, setting_of
from console.trends.series import Samples

ReadSamples = Callable[[PointId, int, int], Samples]  # point, from and until, epoch ms; raises StoreError
AGREEMENT = 0.5  # of the recorded calls the replay has to find, or it says nothing

Progress = Callable[[int, int], None]  # replays done, of how many


class Verdict(StrEnum):
    """Why a change is proposed, or none."""

    PROPOSED = "proposed"
    TRIED = "tried"  # a person gave the setting
    FIRE = "fire"  # a fire waits for nothing: its detector has to be looked at
    NO_RULE = "no_rule"  # a link, a camera, a device that is silent: no limit or delay of ours
    NO_SAMPLES = "no_samples"  # nothing is kept of what it measured
    NO_MATCH = "no_match"  # the samples do not show what was recorded: nothing can be said
    UNPROVEN = "unproven"  # what helps keeps alarms away, and no real one is there to show that it may
    WOULD_MISS = "would_miss"  # whatever helps would have kept a real alarm away
    NOTHING_HELPS = "nothing_helps"


@dataclass(frozen=True, slots=True)
class Study:
    """What was found of one rule. `governs`: points of the site under it; `replayed` of them had alarms and samples.

    `recorded` calls are those of the journal while there are samples, `calls` those of the replay of the rule as it
    is: how much they agree says how far the rest can be trusted. `reals` were real among the alarms compared.
    """

    signal: Signal
    verdict: Verdict
    unit: str
    governs: int = 0
    replayed: int = 0
    start_ms: int = 0
    end_ms: int = 0
    recorded: int = 0
    calls: int = 0
    reals: int = 0
    now: Setting = AS_IT_COMES
    chosen: Trial | None = None
    trials: tuple[Trial, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """What a study is made of: one signal, the class of its alarms, its recorded alarms, the rules in use."""

    signal: Signal
    alarm_class: AlarmClass
    unit: str
    stories: tuple[Story, ...]
    sources: tuple[SourceConfig, ...]
    points: tuple[Point, ...]
    start_ms: int
    end_ms: int

    @property
    def now(self) -> Setting:
        return setting_of(self.signal, self.sources)

    def rules(self, setting: Setting) -> Rules:
        return Rules(self.signal, changed(self.signal, setting, self.sources), self.points)

    @property
    def alarmed(self) -> tuple[PointId, ...]:
        return tuple(dict.fromkeys(story.point for story in self.stories))

    def under_rule(self) -> tuple[PointId, ...]:
        known = [point.id for point in self.points if governs(self.signal, point.id)]
        return tuple(dict.fromkeys([*known, *self.alarmed]))


def study(case: Case, read: ReadSamples, progress: Progress, given: Setting | None = None) -> Study:
    """Replay the rule as it is, then `given` alone, or else every candidate. Raises StoreError.

    A rule that only waits longer cannot call for a point that never called: the others are replayed only where the
    setting that is given waits less than the present one.
    """
    points = case.alarmed if given is None or _waits_no_less(given, case.now) else case.under_rule()
    samples = {point: found for point in points if len(found := read(point, case.start_ms, case.end_ms))}
    if not samples:
        return Study(case.signal, Verdict.NO_SAMPLES, case.unit, governs=len(case.under_rule()), now=case.now)
    now = _replayed(case, case.now, samples)
    tried = (given,) if given is not None else _worth_trying(case, now, samples)
    reals = [story for story in case.stories if story.is_real and story.point in samples]
    trials = []
    for number, setting in enumerate(tried):
        progress(number, len(tried))
        trials.append(judge(setting, now, _replayed(case, setting, samples), reals))
    counted = _counted(case, now, samples)
    chosen = trials[0] if given is not None else best(trials, counted.calls)
    verdict = Verdict.TRIED if given is not None else _verdict(counted, chosen, trials)
    kept = chosen if verdict in (Verdict.TRIED, Verdict.PROPOSED) else None
    return replace(
        counted,
        verdict=verdict,
        chosen=kept,
        trials=tuple(trial.in_short() for trial in trials),
        reals=len(_found_again(reals, now)),
    )


def _replayed(case: Case, setting: Setting, samples: Mapping[PointId, Samples]) -> Spells:
    rules = case.rules(setting)
    return {point: replay(point, found, rules) for point, found in samples.items()}


def _worth_trying(case: Case, now: Spells, samples: Mapping[PointId, Samples]) -> tuple[Setting, ...]:
    return tuple(candidates(case.now, habit(now, samples, case.rules(case.now).limits), case.alarm_class))


def _found_again(reals: Sequence[Story], now: Spells) -> list[Story]:
    return [story for story in reals if counterpart(story, now.get(story.point, ())) is not None]


def _counted(case: Case, now: Spells, samples: Mapping[PointId, Samples]) -> Study:
    """How much of the record the replay of the present rule finds again."""
    begins = {point: int(found.t_ms[0]) for point, found in samples.items()}
    recorded = sum(
        begins[story.point] <= one.t_ms <= case.end_ms
        for story in case.stories
        if story.point in begins
        for one in story.raises
    )
    calls = sum(len(spell.calls) for spells in now.values() for spell in spells)
    return Study(
        case.signal, Verdict.NOTHING_HELPS, case.unit, governs=len(case.under_rule()), replayed=len(samples),
        start_ms=max(case.start_ms, min(begins.values())), end_ms=case.end_ms, recorded=recorded, calls=calls,
        now=case.now,
    )  # fmt: skip


def _verdict(found: Study, chosen: Trial | None, trials: Sequence[Trial]) -> Verdict:
    if found.calls < AGREEMENT * found.recorded:
        return Verdict.NO_MATCH
    if chosen is not None:
        return Verdict.PROPOSED
    helpful = [trial for trial in trials if trial.vanished >= WORTH * max(1, found.calls)]
    if any(not trial.missed for trial in helpful):
        return Verdict.UNPROVEN
    return Verdict.WOULD_MISS if helpful else Verdict.NOTHING_HELPS


def _waits_no_less(setting: Setting, than: Setting) -> bool:
    return (
        setting.on_delay_s >= than.on_delay_s
        and setting.off_delay_s >= than.off_delay_s
        and setting.hysteresis >= than.hysteresis
    )
