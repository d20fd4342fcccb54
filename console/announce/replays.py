"""What is said of recorded pictures that somebody looks at."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement
from console.model import AlarmId, CameraId


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipOpened(Announcement):
    """A person looks at this clip; paths are relative to the data folder."""

    alarm: AlarmId
    camera: CameraId
    path: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipClosed(Announcement):
    alarm: AlarmId
    camera: CameraId
    path: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipRefused(Announcement):
    """The clip is not played, or no longer; `code` is a `ports.PlayTrouble`."""

    alarm: AlarmId
    camera: CameraId
    path: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotTaken(Announcement):
    """A picture of a clip was kept as a file; `taken_ms` is the moment it shows, epoch ms."""

    alarm: AlarmId
    camera: CameraId
    path: str
    sha256: str
    taken_ms: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewChanged(Announcement):
    """What the player shows, or where in it, is another: read it from the desk."""
