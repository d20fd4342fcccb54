"""What another rule would have changed: which calls vanish, which real alarms are missed or late. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from console.model import AlarmId, PointId
from console.performance.record import Story
from console.performance.replay import Spell
from console.performance.rulebook import Setting

MATCH_MS = 60_000  # a recorded alarm and its replay may be so far apart: delivery, delays, clocks
TOLD = 100  # vanished calls that are listed one by one

Spells = Mapping[PointId, Sequence[Spell]]


@dataclass(frozen=True, slots=True)
class Vanished:
    """A call that would not come any more; `is_covered`: its alarm would still have stood, so nobody misses it."""

    point: PointId
    t_ms: int
    lasted_ms: int
    is_covered: bool


@dataclass(frozen=True, slots=True)
class Real:
    """A real alarm under another rule; `later_ms` None: it would never have come."""

    alarm: AlarmId
    point: PointId
    t_ms: int
    later_ms: int | None
    is_covered: bool  # it would have come into an alarm that stood already, without a call of its own


@dataclass(frozen=True, slots=True)
class Trial:
    """One setting, replayed. `latest_ms`: the most any call that remains would have come later.

    Of `compared` real alarms `missed` would never have come, `delayed` late and at most `real_later_ms`, `merged` into
    an alarm that stood already, without a call of their own. `vanishing` and `reals` (those missed or late) are the
    first `TOLD` of each.
    """

    setting: Setting
    calls: int
    vanished: int
    covered: int  # of them
    latest_ms: int
    compared: int
    missed: int
    delayed: int
    merged: int
    real_later_ms: int
    vanishing: tuple[Vanished, ...] = ()
    reals: tuple[Real, ...] = ()

    def in_short(self) -> Trial:
        """The figures alone."""
        return replace(self, vanishing=(), reals=())


def judge(setting: Setting, now: Spells, then: Spells, reals: Sequence[Story]) -> Trial:
    """`now`: the replay of the rule as it is, `then`: of the changed one, `reals`: recorded alarms that were real."""
    vanishing, latest = list[Vanished](), 0
    for point, spells in now.items():
        gone, later = _compare(point, spells, then.get(point, ()))
        vanishing += gone
        latest = max(latest, later)
    vanishing.sort(key=lambda one: one.t_ms)
    found = list(_reals(now, then, reals))
    return Trial(
        setting,
        calls=sum(len(spell.calls) for spells in then.values() for spell in spells),
        vanished=len(vanishing),
        covered=sum(one.is_covered for one in vanishing),
        latest_ms=latest,
        compared=len(found),
        missed=sum(real.later_ms is None for real in found),
        delayed=sum(bool(real.later_ms) for real in found),
        merged=sum(real.is_covered for real in found),
        real_later_ms=max((real.later_ms or 0 for real in found), default=0),
        vanishing=tuple(vanishing[:TOLD]),
        reals=tuple([real for real in found if real.later_ms is None or real.later_ms][:TOLD]),
    )


def _compare(point: PointId, now: Sequence[Spell], then: Sequence[Spell]) -> tuple[list[Vanished], int]:
    """Calls of the one that have no call of the other between themselves and the next of their own."""
    calls = [(t_ms, spell) for spell in now for t_ms in spell.calls]
    others = [t_ms for spell in then for t_ms in spell.calls]
    gone, latest, at = list[Vanished](), 0, 0
    for number, (t_ms, spell) in enumerate(calls):
        next_ms = calls[number + 1][0] if number + 1 < len(calls) else None
        while at < len(others) and others[at] < t_ms:
            at += 1
        if at < len(others) and (next_ms is None or others[at] < next_ms):
            latest = max(latest, others[at] - t_ms)
            at += 1
            continue
        lasted = (spell.end_ms - spell.start_ms) if spell.end_ms is not None else 0
        gone.append(Vanished(point, t_ms, lasted, any(_stood(one, t_ms) for one in then)))
    return gone, latest


def _stood(spell: Spell, t_ms: int) -> bool:
    return spell.start_ms <= t_ms and (spell.end_ms is None or spell.end_ms > t_ms)


def _reals(now: Spells, then: Spells, stories: Iterable[Story]) -> Iterable[Real]:
    """Only what the replay of the present rule finds again can be compared."""
    for story in stories:
        found = counterpart(story, now.get(story.point, ()))
        if found is not None:
            yield _real(story, found, then.get(story.point, ()))


def counterpart(story: Story, spells: Sequence[Spell]) -> Spell | None:
    """The replayed spell that is this recorded alarm; None: the samples do not show it."""
    start_ms = story.runs[0].start_ms
    near = [spell for spell in spells if spell.touches(start_ms - MATCH_MS, start_ms + MATCH_MS)]
    return min(near, key=lambda spell: abs(spell.start_ms - start_ms), default=None)


def _real(story: Story, found: Spell, then: Sequence[Spell]) -> Real:
    """The whole time the recorded alarm was open counts: whoever is called within it was called for it."""
    ends = [run.end_ms for run in story.runs]
    last_ms = max(found.end_ms or found.start_ms, *(end for end in ends if end is not None), found.start_ms)
    hit = next((spell for spell in then if spell.touches(found.start_ms, last_ms)), None)
    if hit is None:
        return Real(story.alarm, story.point, found.start_ms, None, is_covered=False)
    later = max(0, hit.start_ms - found.start_ms)
    return Real(story.alarm, story.point, found.start_ms, later, is_covered=hit.start_ms < found.start_ms)
