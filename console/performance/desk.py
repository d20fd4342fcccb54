"""The desk of the alarm performance: what was asked for, how far it is, the last answers. Desk thread.

The work is done by a child; one at a time, and what is asked while one runs takes its place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from console import announce
from console.announce import Announcement
from console.clock import Clock
from console.errors import CommandRefused
from console.journal import Json
from console.logbook import Logbook
from console.model import Seat
from console.performance.judging import Trial
from console.performance.report import Report
from console.performance.rulebook import AS_IT_COMES, Setting, Signal
from console.performance.study import Study

HOUR_MS, DAY_MS = 3_600_000, 86_400_000
TROUBLES = ("store", "config", "broken")  # why there is no answer
SPANS_MS = (8 * HOUR_MS, DAY_MS, 7 * DAY_MS, 30 * DAY_MS)


@dataclass(frozen=True, slots=True)
class Order:
    """One job: figures of the last `span_ms`, or with a `signal` the replay of that rule with another `setting`."""

    number: int
    span_ms: int
    signal: Signal | None = None
    setting: Setting = AS_IT_COMES


@dataclass(frozen=True, slots=True)
class PerformanceProgress:
    """Posted by the worker: so much of it is done, 0…1; `what` is the rule it is at, "" while it reads the journal."""

    number: int
    done: float
    what: str


@dataclass(frozen=True, slots=True)
class PerformanceRead:
    """Posted by the worker: the answer."""

    number: int
    answer: Report | Study


@dataclass(frozen=True, slots=True)
class PerformanceFailed:
    """Posted by the worker: there is no answer; `reason` is one of `TROUBLES`."""

    number: int
    reason: str


PERFORMANCE_WORDS = (PerformanceProgress, PerformanceRead, PerformanceFailed)


class Worker(Protocol):
    """Does one order at a time, without holding anybody up."""

    def begin(self, order: Order) -> None:
        """Post `PerformanceProgress` as it goes and one `PerformanceRead` or `PerformanceFailed` at the end."""

    def cancel(self) -> None:
        """Give up what is under way; it posts nothing more."""


class Performance:
    """`report`: the last figures; `tried`: the last replay a person asked for; `running`: the order under way."""

    def __init__(self, clock: Clock, log: Logbook, seat: Seat, publish: Callable[[Announcement], None]) -> None:
        self._clock = clock
        self._log = log
        self._seat = seat
        self._announce = publish
        self._worker: Worker | None = None
        self._number = 0
        self.running: Order | None = None
        self.done = 0.0
        self.what = ""
        self.report: Report | None = None
        self.read_ms = 0  # when the report was made
        self.tried: Study | None = None
        self.trouble = ""  # code: why the last order has no answer

    def connect(self, worker: Worker) -> None:
        """Who does the work; without one nothing can be asked."""
        self._worker = worker

    # ---- what a person asks ----

    def ask(self, span_ms: int) -> None:
        """Figures of the last `span_ms`; what was under way is given up. Raises CommandRefused("no_worker")."""
        self._begin(span_ms, None, AS_IT_COMES)

    def attempt(self, signal: Signal, setting: Setting) -> None:
        """Replay the time of the report with this rule changed. Raises CommandRefused: no_worker, no_report."""
        if self.report is None:
            raise CommandRefused("no_report")
        figures = self.report.figures
        self._begin(figures.end_ms - figures.asked_ms, signal, setting)

    def cancel(self) -> None:
        """Give up what is under way."""
        if self.running is not None and self._worker is not None:
            self._worker.cancel()
            self._over("")

    def _begin(self, span_ms: int, signal: Signal | None, setting: Setting) -> None:
        if self._worker is None:
            raise CommandRefused("no_worker")
        if self.running is not None:
            self._worker.cancel()
        self._number += 1
        self.running = Order(self._number, span_ms, signal, setting)
        self.done, self.what, self.trouble = 0.0, "", ""
        self._worker.begin(self.running)
        self._changed()

    # ---- what the worker says ----

    def takers(self) -> dict[type, Callable[[Any], None]]:
        """Who takes what comes in."""
        return dict.fromkeys(PERFORMANCE_WORDS, self.heard)

    def heard(self, word: PerformanceProgress | PerformanceRead | PerformanceFailed) -> None:
        """A word about an order that was given up means nothing any more."""
        if self.running is None or word.number != self.running.number:
            return
        match word:
            case PerformanceProgress(done=done, what=what):
                self.done, self.what = done, what
                self._changed()
            case PerformanceRead(answer=Report() as report):
                self._counted(report)
            case PerformanceRead(answer=Study() as study):
                self._replayed(study)
            case PerformanceFailed(reason=reason):
                self._announce(announce.PerformanceFailed(reason=reason))
                self._over(reason)

    def _counted(self, report: Report) -> None:
        self.report, self.read_ms, self.tried = report, self._clock.now_ms(), None
        found = report.figures
        span_s = (found.end_ms - found.start_ms) // 1000
        self._announce(
            announce.PerformanceCounted(span_s=span_s, calls=found.calls, grade=found.rates.grade.value)
        )  # fmt: skip
        self._over("")

    def _replayed(self, study: Study) -> None:
        """A rule was put to the test: whoever changes it later can be asked what was known."""
        self.tried = study
        if (trial := study.chosen) is not None:
            self._log.write("RuleReplayed", self._seat.by, _told(study, trial))
            self._announce(
                announce.RuleReplayed(
                    rule=str(study.signal), calls=study.calls, vanished=trial.vanished, missed=trial.missed,
                    delayed=trial.delayed,
                )
            )  # fmt: skip
        self._over("")

    def _over(self, trouble: str) -> None:
        self.running, self.trouble = None, trouble
        self._changed()

    def _changed(self) -> None:
        self._announce(announce.PerformanceStirred())


def _told(study: Study, trial: Trial) -> dict[str, Json]:
    return {
        "rule": str(study.signal), "from_ms": study.start_ms, "until_ms": study.end_ms,
        "now": _plain(study.now), "then": _plain(trial.setting), "calls": study.calls, "vanished": trial.vanished,
        "reals": study.reals, "missed": trial.missed, "delayed": trial.delayed, "later_ms": trial.real_later_ms,
    }  # fmt: skip


def _plain(setting: Setting) -> dict[str, Json]:
    return {
        "hysteresis": setting.hysteresis, "on_delay_s": setting.on_delay_s, "off_delay_s": setting.off_delay_s,
    }  # fmt: skip
