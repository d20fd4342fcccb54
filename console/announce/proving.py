"""What happened to the proofs of the alarm paths."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement
from console.model import AlarmId, PointId


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialBegun(Announcement):
    """A person tests these detectors until then; their signals count as tests."""

    trial: str
    points: int
    until_ms: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialEnded(Announcement):
    """`cause`: person, time."""

    trial: str
    cause: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PathProven(Announcement):
    """A detector's signal went the whole way: raised, and painted where somebody could see it."""

    point: PointId
    alarm: AlarmId
    source_ms: int
    received_ms: int
    raised_ms: int
    displayed_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofMissed(Announcement):
    """A detector was tested and did not prove itself. `reason` is a code."""

    point: PointId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofsStirred(Announcement):
    """Repaint the list of proofs. Not an event of its own."""
