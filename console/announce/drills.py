"""What happened to a drill. The domain of each is the drill's own."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement
from console.model import ScenarioId


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillChanged(Announcement):
    """It was started, paused, resumed or ended, or an act of its scenario happened: `what`."""

    phase: str
    what: str
    scenario: ScenarioId
    controller: str
    cause: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillEndsSoon(Announcement):
    """Five minutes are left."""

    ends_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PhonesChanged(Announcement):
    """The phone wall has something new: repaint it. Not an event of its own."""
