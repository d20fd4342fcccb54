"""What happened to the record as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalSealed(Announcement):
    """The seal of that day is in the journal; it names where so many chains ended."""

    day: str
    chains: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalPruned(Announcement):
    """It is signed and written down that so many entries had grown old enough; they are being deleted."""

    day: str
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingsDropped(Announcement):
    """So many recordings, `size` bytes, had grown old enough; they are being deleted."""

    files: int
    size: int
