"""What became of a question to the history, and when it was on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesReady(Announcement):
    """The answer to this question can be fetched from the trends. Not an event of its own."""

    ask: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendsShown(Announcement):
    """All lines that were asked for were painted, `after_ms` after the key; `span_ms` is the time they show."""

    points: int
    span_ms: int
    after_ms: int
