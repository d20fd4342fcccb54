"""What happened to what the room is connected to."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLost(Announcement):
    """Logged as `LinkDown`."""

    kind: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkBack(Announcement):
    """Logged as `LinkUp`."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageRejected(Announcement):
    reason: str
    topic: str
    source: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSetAside(Announcement):
    """A message made the core raise: kept with its error, not fed again."""

    receipt: int
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockStepped(Announcement):
    step_ms: int
