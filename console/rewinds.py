"""The seam to instant replay, part of the Video port: what memory has of cameras, shown again, kept, photographed.

Moments are monotonic nanoseconds, those at which a picture arrived: both processes share that clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import get_args

from console.model import CameraId, Quality
from console.ports import ClipSaved, ClipTrouble

CAMERAS_MOST = 16  # that are looked back at together


class Shortage(StrEnum):
    """Why memory has less of a camera than the configuration wants."""

    NONE = ""
    KEYFRAMES = "keyframes"  # hot = keyframes: a picture every few seconds
    NOT_HOT = "not_hot"  # hot = no: kept only while it is shown
    NO_SUB = "no_sub"  # it has a main stream only, which is not kept
    BUDGET = "budget"  # the memory budget has no room for it
    PART = "part"  # the memory budget has room for less
    YOUNG = "young"  # connected for less, or the connection was lost in between
    NO_CAMERA = "no_camera"  # it has no stream of ours: it comes through libvlc, or the site lost it


class RewindTrouble(StrEnum):
    """Why nothing is looked back at any more."""

    STOPPED = "stopped"  # the video process ended, and what it had in memory with it
    NOTHING_HELD = "nothing_held"  # memory has no picture of any of the cameras


@dataclass(frozen=True, slots=True)
class BeginRewind:
    """Hold what memory has of these cameras, the first of which leads, and what comes meanwhile; play on from `at_ns`.

    `rewind` numbers what is looked back at; every word on it carries it. It takes the place of any other.
    """

    rewind: int
    cameras: tuple[str, ...]
    at_ns: int


@dataclass(frozen=True, slots=True)
class SeekRewind:
    """Show this moment; go on from there if it was playing. `seek` numbers them: the answer says which was obeyed."""

    rewind: int
    at_ns: int
    seek: int


@dataclass(frozen=True, slots=True)
class StepRewind:
    """Stand still so many pictures of the leading camera further, or back."""

    rewind: int
    frames: int


@dataclass(frozen=True, slots=True)
class PaceRewind:
    """So many times as fast as it was, ¼ to 8."""

    rewind: int
    rate: float


@dataclass(frozen=True, slots=True)
class PauseRewind:
    rewind: int
    is_paused: bool


@dataclass(frozen=True, slots=True)
class EndRewind:
    """Let go what was held; slots that still show it keep their last picture."""

    rewind: int


@dataclass(frozen=True, slots=True)
class KeepRewind:
    """Write what is held between two moments as a clip below the data folder; wall time is `at_ms` at `at_ns`."""

    rewind: int
    camera: str
    number: int
    path: str
    alarm: str
    from_ns: int
    until_ns: int
    at_ns: int
    at_ms: int


@dataclass(frozen=True, slots=True)
class SnapPicture:
    """Keep the picture of a camera that arrived at this moment, whole and as it was sent, or the nearest before it.

    `rewind`: out of what is held, 0 = out of what is live. The texts are written below the picture, line by line;
    {time} in one of them stands for the picture's own time in UTC and in the zone.
    """

    snap: int
    camera: str
    quality: Quality
    rewind: int
    arrived_ns: int
    at_ns: int
    at_ms: int
    path: str  # without its end: the moment and .png follow
    zone: str  # IANA time zone of the site
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskMemory:
    """How many seconds of each camera are in memory; answered by one `MemoryTold`."""


RewindOrder = (
    BeginRewind | SeekRewind | StepRewind | PaceRewind | PauseRewind | EndRewind | KeepRewind | SnapPicture | AskMemory
)


@dataclass(frozen=True, slots=True)
class RewindAt:
    """Posted by a Video backend a few times a second while it plays, and whenever an order was obeyed."""

    rewind: int
    at_ns: int
    from_ns: int  # the oldest picture of all cameras
    until_ns: int  # the newest
    rate: float
    is_paused: bool
    seek: int = 0  # number of the last one that was obeyed


@dataclass(frozen=True, slots=True)
class RewindHolds:
    """Posted by a Video backend: what is held of one camera; `frames` 0 = nothing."""

    rewind: int
    camera: str
    from_ns: int
    until_ns: int
    frames: int
    size: int  # bytes
    shortage: Shortage


@dataclass(frozen=True, slots=True)
class RewindEnded:
    """Posted by a Video backend: this is not shown any more."""

    rewind: int
    code: RewindTrouble


@dataclass(frozen=True, slots=True)
class RewindKept:
    """Posted by a Video backend: the clip is on disk."""

    clip: ClipSaved


@dataclass(frozen=True, slots=True)
class RewindUnkept:
    """Posted by a Video backend: there is no such clip."""

    camera: CameraId
    path: str
    code: ClipTrouble
    detail: str


@dataclass(frozen=True, slots=True)
class PictureSnapped:
    """Posted by a Video backend: the picture is on disk. `path` is relative to the data folder."""

    snap: int
    path: str
    sha256: str
    at_ms: int  # the moment of the picture, epoch ms


@dataclass(frozen=True, slots=True)
class SnapFailed:
    """Posted by a Video backend: there is no such picture on disk."""

    snap: int
    code: ClipTrouble
    detail: str


@dataclass(frozen=True, slots=True)
class Memory:
    """What memory has of one camera."""

    camera: str
    seconds: float
    granted_s: float
    size: int  # bytes
    shortage: Shortage


@dataclass(frozen=True, slots=True)
class MemoryTold:
    """Posted by a Video backend: what all cameras have. Sizes are bytes; `held` is what is looked back at alone."""

    used: int
    held: int
    budget: int
    ring_s: int  # as configured
    cameras: tuple[Memory, ...]


RewindWord = RewindAt | RewindHolds | RewindEnded | RewindKept | RewindUnkept | PictureSnapped | SnapFailed | MemoryTold
REWIND_WORDS: tuple[type, ...] = get_args(RewindWord)
