"""What pictures cost, and what is held back because it is too much."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadChanged(Announcement):
    """More is held back than before, or less. `load`, `late`: percent of all cores and of the pictures."""

    stage: str
    why: str
    load: int
    late: int
    slowed: int
    paused: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutWeighed(Announcement):
    """A person wanted a layout that needs more than the limit, percent of all cores; `shown`: and said so again."""

    surface: str
    layout: str
    need: int
    limit: int
    stage: str
    paused: int
    shown: bool
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadStirred(Announcement):
    """What the windows say of the load is another: they look again. Not an event of its own."""
