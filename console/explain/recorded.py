"""Recorded messages through a site's rules: what each source's decoder understands, and what it refuses and why.

Pure. The messages are fed in order to one decoder, with the times at which they arrived.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from console.config.schema import SourceConfig
from console.explain.cases import Case
from console.explain.cures import CURES
from console.model import Reading, Rejected, Site, State
from console.parse.decoder import Decoder
from console.parse.directory import split
from console.parse.rejects import Reject
from console.rules import Conditions

HARMLESS = frozenset({Reject.NO_SIGNAL, Reject.RETAINED})
MOST_NAMED = 1_000  # devices remembered by name, of each source
SKEWS = 1_001


@dataclass(slots=True)
class Refusal:
    """One reason with its first example."""

    reason: str
    line: int
    topic: str
    detail: str
    count: int = 1

    @property
    def is_harmless(self) -> bool:
        return self.reason in HARMLESS

    @property
    def cure(self) -> str:
        return CURES.get(self.reason, "")


@dataclass(slots=True)
class Outcome:
    """What became of the messages of one source; the name "" stands for none."""

    name: str
    ecosystem: str = ""
    messages: int = 0
    understood: int = 0
    ignored: int = 0  # known, and knowingly without effect
    refusals: dict[str, Refusal] = field(default_factory=dict)
    states: Counter[str] = field(default_factory=Counter)
    devices: set[str] = field(default_factory=set)
    strangers: dict[str, None] = field(default_factory=dict)  # devices not in points.csv, in order of appearance
    clock_faults: int = 0
    skews: deque[int] = field(default_factory=lambda: deque(maxlen=SKEWS))

    @property
    def refused(self) -> int:
        return sum(each.count for each in self.refusals.values() if not each.is_harmless)

    @property
    def skew_ms(self) -> int | None:
        return round(median(self.skews)) if self.skews else None


@dataclass(slots=True)
class Outcomes:
    """Of a whole file. `bad_line` is the first that is no recorded message, with what is wrong with it."""

    sources: dict[str, Outcome] = field(default_factory=dict)
    messages: int = 0
    bad_lines: int = 0
    bad_line: tuple[int, str] = (0, "")
    changes: int = 0  # of a condition: what the alarm desk would have been told

    @property
    def refused(self) -> int:
        return sum(each.refused for each in self.sources.values())

    @property
    def is_clean(self) -> bool:
        return not self.refused and not self.bad_lines


class Trial:
    """Feed it lines; `outcomes` has the result so far."""

    def __init__(self, sources: Sequence[SourceConfig], site: Site) -> None:
        self.outcomes = Outcomes({source.name: Outcome(source.name, source.ecosystem) for source in sources})
        self._decoder = Decoder(sources, site.points, site.time_zone)
        self._conditions = Conditions(sources, site.points)
        self._devices = {split(point.id)[:2] for point in site.points}

    def feed(self, lines: Iterable[str], now_ms: int) -> None:
        """Lines as `record` writes them; one without `received_at` arrived `now_ms`."""
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                case = Case.of(line, now_ms)
            except (ValueError, KeyError, TypeError) as error:
                self._bad(number, str(error))
                continue
            self._take(number, case)

    def _bad(self, number: int, why: str) -> None:
        self.outcomes.bad_lines += 1
        if not self.outcomes.bad_line[0]:
            self.outcomes.bad_line = number, why

    def _take(self, number: int, case: Case) -> None:
        self.outcomes.messages += 1
        read = self._decoder.decode(case.message)
        if isinstance(read, Rejected):
            self._refused(number, read)
            return
        name = read[0].source if read else self._decoder.source_for(case.message.topic)
        outcome = self._outcome(name)
        outcome.messages += 1
        if all(each.state is State.IGNORE for each in read):
            outcome.ignored += 1
        else:
            outcome.understood += 1
        for each in read:
            self.outcomes.changes += len(self._conditions.apply(each))
            self._heard(outcome, each)

    def _outcome(self, name: str) -> Outcome:
        return self.outcomes.sources.setdefault(name, Outcome(name))

    def _refused(self, number: int, read: Rejected) -> None:
        outcome = self._outcome(read.source)
        outcome.messages += 1
        if (known := outcome.refusals.get(read.reason)) is not None:
            known.count += 1
        else:
            outcome.refusals[read.reason] = Refusal(read.reason, number, read.topic, read.detail)

    def _heard(self, outcome: Outcome, reading: Reading) -> None:
        outcome.states[reading.state.value] += 1
        outcome.clock_faults += reading.clock_fault
        is_news = reading.state is not State.IGNORE and not reading.retained
        if reading.device_ms is not None and is_news:
            outcome.skews.append(reading.device_ms - reading.received_ms)
        if not reading.kind or reading.reach or reading.state is State.IGNORE:  # a bridge is no point of the site
            return
        if len(outcome.devices) < MOST_NAMED:
            outcome.devices.add(reading.device)
        if (reading.source, reading.device) not in self._devices and len(outcome.strangers) < MOST_NAMED:
            outcome.strangers[reading.device] = None


def to_json(outcomes: Outcomes) -> dict[str, Any]:
    """The same for a script."""
    return {
        "messages": outcomes.messages, "refused": outcomes.refused, "changes": outcomes.changes,
        "bad_lines": outcomes.bad_lines, "bad_line": outcomes.bad_line[0] or None,
        "sources": [_source(each) for each in outcomes.sources.values()],
    }  # fmt: skip


def _source(outcome: Outcome) -> dict[str, Any]:
    return {
        "name": outcome.name, "ecosystem": outcome.ecosystem, "messages": outcome.messages,
        "understood": outcome.understood, "ignored": outcome.ignored, "refused": outcome.refused,
        "states": dict(outcome.states), "devices": len(outcome.devices), "clock_faults": outcome.clock_faults,
        "skew_ms": outcome.skew_ms, "not_in_points_csv": list(outcome.strangers),
        "reasons": [
            {
                "reason": each.reason, "count": each.count, "harmless": each.is_harmless, "line": each.line,
                "topic": each.topic, "detail": each.detail, "cure": each.cure,
            }
            for each in _ranked(outcome)
        ],
    }  # fmt: skip


def _ranked(outcome: Outcome) -> list[Refusal]:
    return sorted(outcome.refusals.values(), key=lambda each: (each.is_harmless, -each.count))


def to_text(outcomes: Outcomes) -> list[str]:
    """A table, a line a source, its reasons below it; then what is wrong with the file itself."""
    lines = [f"{'source':<20}{'messages':>9}{'understood':>11}{'ignored':>9}{'refused':>9}{'devices':>9}  clock"]
    for outcome in outcomes.sources.values():
        lines.append(
            f"{outcome.name or '(no source)':<20}{outcome.messages:>9}{outcome.understood:>11}{outcome.ignored:>9}"
            f"{outcome.refused:>9}{len(outcome.devices):>9}  {_clock(outcome)}"
        )
        lines += [each for refusal in _ranked(outcome) for each in _reason(refusal)]
        lines += _strangers(outcome)
    if outcomes.bad_lines:
        number, why = outcomes.bad_line
        lines.append(f"{outcomes.bad_lines} lines are no recorded messages, the first is line {number}: {why}")
    total = f"{outcomes.messages} messages, {outcomes.refused} refused, {outcomes.changes} changes of a condition"
    return [*lines, total]


def _clock(outcome: Outcome) -> str:
    if outcome.skew_ms is None:
        return "-"
    faults = f", {outcome.clock_faults} not believed" if outcome.clock_faults else ""
    return f"{outcome.skew_ms / 1000:+.1f} s{faults}"


def _reason(refusal: Refusal) -> list[str]:
    word = "passed over" if refusal.is_harmless else "refused"
    detail = f": {refusal.detail}" if refusal.detail else ""
    return [
        f"    {refusal.count} {word}, {refusal.reason}; first in line {refusal.line}, {refusal.topic}{detail}",
        f"      cure: {refusal.cure}",
    ]


def _strangers(outcome: Outcome) -> list[str]:
    if not outcome.strangers:
        return []
    named = list(outcome.strangers)
    more = " …" if len(named) > 3 else ""
    return [f"    devices not in points.csv: {len(named)} ({', '.join(named[:3])}{more})"]
