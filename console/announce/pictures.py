"""What happened to cameras, to the tiles that show them, and to what is kept of them."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement
from console.model import AlarmId, CameraId


@dataclass(frozen=True, slots=True, kw_only=True)
class WallChanged(Announcement):
    """Which camera belongs where has changed: the windows look again. Not an event of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureChanged(Announcement):
    """A camera's stream changed its state (`ports.CameraState`)."""

    camera: CameraId
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CamerasRanked(Announcement):
    """Which cameras see the alarm, best first; `skipped` are offline and say why."""

    alarm: AlarmId
    cameras: tuple[CameraId, ...]
    skipped: tuple[CameraId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraShown(Announcement):
    """That camera's picture was painted: written after the paint of that very frame and the next loop turn."""

    camera: CameraId
    window: str
    tile: str
    alarm: AlarmId
    tier: int
    reason: str
    source: str  # memory | live
    frame_age_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraOpened(Announcement):
    """A camera that no alarm asked for was painted for the first time on a tile: the operator wanted it there."""

    camera: CameraId
    window: str
    tile: str
    source: str  # memory | live
    frame_age_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureStale(Announcement):
    camera: CameraId
    age_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureLive(Announcement):
    camera: CameraId


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewDoubted(Announcement):
    """A live picture does not show what it should: a `truth.judge.Fault`; `likeness`, 0…1, to what is known."""

    camera: CameraId
    fault: str
    likeness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewTrusted(Announcement):
    """It does again."""

    camera: CameraId
    fault: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewApproved(Announcement):
    """A person said that what the camera shows now is right."""

    camera: CameraId
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceOrdered(Announcement):
    """A clip of this camera is being recorded; `path` is relative to the data folder."""

    alarm: AlarmId
    camera: CameraId
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSaved(Announcement):
    """`partial`: less than was ordered."""

    alarm: AlarmId
    camera: CameraId
    path: str
    sha256: str
    frames: int
    partial: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFailed(Announcement):
    """There is no clip; `code` is a `ports.ClipTrouble`."""

    alarm: AlarmId
    camera: CameraId
    code: str
