"""What happened to the other consoles of the room."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionSeen(Announcement):
    """Another console works on the same journal."""

    position: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionDark(Announcement):
    """It fell silent without having left."""

    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionBack(Announcement):
    """It is heard again."""

    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionLeft(Announcement):
    """It ended in order."""

    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionsChanged(Announcement):
    """Who is here, who hears, who does what: something of it is different. Not logged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFollowed(Announcement):
    """Something another console did is in force here, too: how long that took from its decision to now, ms."""

    stream: str
    version: int
    kind: str
    position: str
    after_ms: int
