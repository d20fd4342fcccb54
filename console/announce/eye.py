"""What happened to the record of what stood on the screens."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement


@dataclass(frozen=True, slots=True, kw_only=True)
class EyeStirred(Announcement):
    """A question to the record has its answer: the page looks again. Not an event of its own."""
