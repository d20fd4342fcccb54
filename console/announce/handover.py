"""What happened to the change of shift."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverBegun(Announcement):
    """Somebody hands this position over and has signed the sheet."""

    position: str
    leaver: str
    comer: str  # "" whoever signs in next


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverTaken(Announcement):
    """Every line was accepted, and the comer has signed."""

    position: str
    leaver: str
    comer: str
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverCancelled(Announcement):
    position: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverStirred(Announcement):
    """A line was accepted, or a note came or went. Not an event of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmsDisowned(Announcement):
    """Somebody has left, and nobody took over what he had acknowledged: so many alarms are nobody's now."""

    person: str
    position: str
    alarms: int
