"""What became of a question to the history."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesReady(Announcement):
    """The answer to this question can be fetched from the trends. Not an event of its own."""

    ask: int
