"""What became of the looking for closed incidents."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement


@dataclass(frozen=True, slots=True, kw_only=True)
class CasebookStirred(Announcement):
    """Somebody looks, or there is an answer. Not an event of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRead(Announcement):
    """A person looked into a closed incident; so many lines there are."""

    incident: str
    lines: int
    by: str
