"""What the window and the video process say to each other: JSON lines, one dataclass per kind of line.

The window writes commands to the child's stdin, the child writes reports to its stdout. Both sides check every field:
the child parses hostile input, so the window does not trust its words either.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from console.lines import Hello, Lines, Quit
from console.looks import StreamMeasured, Survey, ViewSeen
from console.model import Quality
from console.ports import CameraState, ClipTrouble, Detail
from console.replays import ReplayOrder, ReplayWord
from console.rewinds import Memory, PictureSnapped, RewindAt, RewindEnded, RewindHolds, RewindOrder, SnapFailed

LINE_LIMIT = 32_768  # bytes of one line, newline included


@dataclass(frozen=True, slots=True)
class Know:
    """A camera that exists, with the password itself: the reason why these lines go through a pipe only.

    Said again with another address or person it is dialled anew. `near_m`: metres to the nearest point that may alarm;
    memory and sessions that do not suffice for all go to the nearest. `transport`: auto | tcp | udp; `is_verified`: its
    certificate, where the address is rtsps://.
    """

    camera: str
    sub: str
    main: str
    user: str
    password: str = field(repr=False)
    hot: str = "yes"
    near_m: float = 0.0
    transport: str = "auto"
    is_verified: bool = True


@dataclass(frozen=True, slots=True)
class Forget:
    """This camera is gone from the site: say goodbye to it and report nothing more of it."""

    camera: str


@dataclass(frozen=True, slots=True)
class Cap:
    """No more than so many sessions at one recorder or hub, 0 = as many as are wanted; host "" = all the others."""

    host: str
    sessions: int


@dataclass(frozen=True, slots=True)
class Show:
    """From now on this slot shows that camera, scaled to fit width × height; out of this rewind, 0 = live."""

    slot: int
    camera: str
    quality: Quality
    width: int
    height: int
    rewind: int = 0


@dataclass(frozen=True, slots=True)
class Hide:
    slot: int


@dataclass(frozen=True, slots=True)
class Pace:
    """From now on this slot takes every n-th picture of what it shows, 0 none at all."""

    slot: int
    every: int


@dataclass(frozen=True, slots=True)
class Render:
    """Whether pictures are written as planes."""

    is_planar: bool


@dataclass(frozen=True, slots=True)
class Spare:
    """Whether the views of cameras that nobody sees are left unlooked at."""

    is_sparing: bool


@dataclass(frozen=True, slots=True)
class Record:
    """Keep what this camera shows between two moments, monotonic ns; wall time is `at_ms` at the moment `at_ns`.

    `path` is relative to the data folder. What an earlier process left under it is finished instead of recording;
    with `is_settling` nothing new is recorded at all.
    """

    path: str
    alarm: str
    camera: str
    number: int
    from_ns: int
    until_ns: int
    at_ns: int
    at_ms: int
    is_settling: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """A camera's state changed. `retry_in_s` is 0 when nothing is planned."""

    camera: str
    state: CameraState
    detail: Detail
    retry_in_s: float
    about: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """The clip ordered under this path is on disk; times are epoch ms."""

    path: str
    camera: str
    sha256: str
    size: int  # bytes
    start_ms: int
    end_ms: int
    frames: int
    gaps: int
    is_partial: bool


@dataclass(frozen=True, slots=True)
class Failed:
    """There is no clip under this path, and there will be none."""

    path: str
    camera: str
    code: ClipTrouble
    detail: str


@dataclass(frozen=True, slots=True)
class Beat:
    """Ten times a second: the process lives, and what it did since its start."""

    cameras: int = 0
    live: int = 0
    units: int = 0  # access units received
    received: int = 0  # bytes of RTP received
    decoded: int = 0  # pictures decoded
    late: int = 0  # access units not decoded because a decoder was behind
    lost: int = 0  # gaps in the RTP sequence
    gops: int = 0  # bytes of pictures since each camera's last key frame
    rings: int = 0  # bytes of pictures before that
    budget: int = 0  # bytes both may take
    ring_min_s: float = 0.0  # the shortest and the longest ring of the cameras that have one
    ring_max_s: float = 0.0
    without_ring: int = 0  # hot cameras the budget has no ring for
    without_session: int = 0  # cameras that wait because of a session cap
    recording: int = 0  # clips being recorded
    cpu_s: float = 0.0  # user and system time of the process


@dataclass(frozen=True, slots=True)
class Summed:
    """After one `Memory` a camera: what all have. Sizes are bytes; `held` is what is looked back at alone."""

    used: int
    held: int
    budget: int
    ring_s: int
    cameras: int


RewindReport = RewindAt | RewindHolds | RewindEnded | PictureSnapped | SnapFailed | Memory | Summed
Command = Know | Forget | Cap | Show | Hide | Pace | Render | Spare | Record | Quit | Survey | ReplayOrder | RewindOrder
Report = Hello | Changed | Saved | Failed | Beat | StreamMeasured | ViewSeen | ReplayWord | RewindReport

LINES: Lines[Command, Report] = Lines("video process", Command, Report, LINE_LIMIT)
encode, decode_command = LINES.encode, LINES.decode_command
