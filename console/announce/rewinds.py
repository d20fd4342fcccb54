"""What is said of instant replay, and of what memory has of the cameras."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement
from console.model import AlarmId, CameraId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayBegun(Announcement):
    """Tiles of this surface show what was; `alarm` "" when it is for none."""

    cameras: tuple[CameraId, ...]
    surface: str
    alarm: AlarmId
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayEnded(Announcement):
    """They are live again; `why` is a code: live, again, idle, taken, stopped, nothing_held, no_answer."""

    cameras: tuple[CameraId, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayKept(Announcement):
    """A clip of what was looked back at is on disk; `path` is relative to the data folder."""

    camera: CameraId
    path: str
    sha256: str
    alarm: AlarmId
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayUnkept(Announcement):
    """There is no such clip; `code` is a `ports.ClipTrouble`."""

    camera: CameraId
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RewindChanged(Announcement):
    """What is looked back at, or where in it, is another: read it from the desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotographSettled(Announcement):
    """What became of the newest photograph is known: read it from the desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryChanged(Announcement):
    """What memory has of the cameras is known anew: read it from the desk."""
