"""What became of the figures of the alarm system that were asked for, and of rules that were put to the test."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformanceStirred(Announcement):
    """An order began, went on, or was given up. Not an event of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformanceCounted(Announcement):
    """Figures are there: of how many seconds, how many calls, how people can live with it."""

    span_s: int
    calls: int
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleReplayed(Announcement):
    """A rule was replayed as a person set it: calls as it is, those that would vanish, real alarms missed and late."""

    rule: str
    calls: int
    vanished: int
    missed: int
    delayed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformanceFailed(Announcement):
    """There is no answer; `reason` is a code."""

    reason: str
