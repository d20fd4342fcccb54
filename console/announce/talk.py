"""What happened on the talk groups."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement
from console.model import GroupId


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkChanged(Announcement):
    """Targets, button or who speaks: the talk bar looks again. Not an event of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MicrophoneMoved(Announcement):
    """The level of the microphone is another one, up to ten times a second. Not an event of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkPressed(Announcement):
    """A person pressed the talk key; to whom."""

    press: int
    groups: tuple[GroupId, ...]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkOnAir(Announcement):
    """The transport says that our voice goes out to these, and to `missing` not."""

    press: int
    groups: tuple[GroupId, ...]
    missing: tuple[GroupId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkEnded(Announcement):
    """The press is over and the gate shut; `cause` is a `talking.Ending`, `groups` who heard it."""

    press: int
    cause: str
    groups: tuple[GroupId, ...]
    ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkRefused(Announcement):
    """The key was pressed and nobody can hear it; `code` says why."""

    code: str
    groups: tuple[GroupId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BurstKept(Announcement):
    """What was said once is a file; `direction` sent or heard, `path` relative to the data folder."""

    direction: str
    groups: tuple[GroupId, ...]
    who: str
    length_ms: int
    path: str
    sha256: str
    incident: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BurstPlayed(Announcement):
    """A person listens to a burst again."""

    path: str
    by: str
