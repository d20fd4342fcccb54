"""What the column, the plan and the walls draw of an incident: everything in words and numbers already."""

from __future__ import annotations

from dataclasses import dataclass

from widgets.dispatch.unit_mark import Face


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """One row of a unit. `ticked` is None where it cannot be chosen for an order."""

    key: str
    letter: str
    face: Face
    name: str
    line: str  # reasons, or what was ordered and answered
    value: str = ""  # at the right: a distance or a time
    state: str = ""  # below it, one word
    is_late: bool = False  # no answer: amber
    ticked: bool | None = None

    @property
    def words(self) -> str:
        """The whole row for those who hear it."""
        return " · ".join(filter(None, (self.letter, self.name, self.state, self.value, self.line)))


@dataclass(frozen=True, slots=True)
class IncidentEntry:
    """One row of an incident."""

    key: str
    name: str
    line: str  # owner and units
    value: str  # age, or when it was closed
    state: str
    is_breached: bool = False
    is_open: bool = True
    is_shown: bool = False  # its timeline stands beside the list

    @property
    def words(self) -> str:
        return " · ".join(filter(None, (self.key, self.name, self.state, self.value, self.line)))


@dataclass(frozen=True, slots=True)
class ClockFace:
    """One response clock: what is left of its limit, or since when it is over; `share` 0…1 has run."""

    number: str  # "0:44", "+0:22"
    limit: str  # "1:00"
    name: str
    who: str
    share: float
    is_breached: bool = False
    is_stopped: bool = False
