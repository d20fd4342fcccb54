"""What happened to the heads of cameras that turn."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement
from console.model import CameraId


@dataclass(frozen=True, slots=True, kw_only=True)
class PtzChanged(Announcement):
    """Who has a head, what it can do or what is wrong with it: the windows look again. Not an event of its own."""

    camera: CameraId


@dataclass(frozen=True, slots=True, kw_only=True)
class PtzTaken(Announcement):
    """A person has the head now; `level` is a `ptz.Level`."""

    camera: CameraId
    level: str
    by: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PtzFreed(Announcement):
    """It is nobody's any more; `why` is a `ptz.Why`."""

    camera: CameraId
    why: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PtzTurned(Announcement):
    """The head was told to turn; `act` is a `ptz.Act`. `alarm`: by itself for this alarm, or back because of it."""

    camera: CameraId
    act: str
    preset: str
    alarm: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PtzLost(Announcement):
    """Somebody with a higher right has the head that was ours."""

    camera: CameraId
    by: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PtzRefused(Announcement):
    """The head did not obey; `code` is a `ptz.PtzTrouble`."""

    camera: CameraId
    act: str
    code: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PtzWaits(Announcement):
    """An alarm's preset waits: somebody is turning the camera now."""

    camera: CameraId
    preset: str
    alarm: str
    by: str
