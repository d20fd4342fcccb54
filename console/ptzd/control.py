"""What the window and the process that turns heads say to each other: JSON lines, one dataclass per kind of line."""

from __future__ import annotations

from dataclasses import dataclass, field

from console.lines import Hello, Lines, Quit
from console.ptz.port import PtzTrouble

LINE_LIMIT = 32_768  # bytes of one line, newline included


@dataclass(frozen=True, slots=True)
class Know:
    """A camera that can be controlled, with the password itself: these lines go through a pipe only."""

    camera: str
    url: str
    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Forget:
    """This camera is gone from the site: stop its head."""

    camera: str


@dataclass(frozen=True, slots=True)
class Ask:
    order: int
    camera: str


@dataclass(frozen=True, slots=True)
class Drive:
    order: int
    camera: str
    pan: float
    tilt: float
    zoom: float


@dataclass(frozen=True, slots=True)
class Halt:
    order: int
    camera: str


@dataclass(frozen=True, slots=True)
class Centre:
    order: int
    camera: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Recall:
    order: int
    camera: str
    preset: str


@dataclass(frozen=True, slots=True)
class Keep:
    order: int
    camera: str
    preset: str


@dataclass(frozen=True, slots=True)
class GoHome:
    order: int
    camera: str


@dataclass(frozen=True, slots=True)
class TurnTo:
    order: int
    camera: str
    pan: float
    tilt: float
    zoom: float


@dataclass(frozen=True, slots=True)
class Beat:
    """Five times a second: the process lives."""

    turning: int = 0  # heads


@dataclass(frozen=True, slots=True)
class Done:
    """`has_before`: the three numbers behind it are where the head looked until then."""

    order: int
    camera: str
    has_before: bool = False
    pan: float = 0.0
    tilt: float = 0.0
    zoom: float = 0.0


@dataclass(frozen=True, slots=True)
class Failed:
    order: int
    camera: str
    code: PtzTrouble
    about: str


@dataclass(frozen=True, slots=True)
class Known:
    """The answer to `Ask`."""

    order: int
    camera: str
    skills: tuple[str, ...]
    presets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClockRead:
    """How far a camera's clock is ahead of ours, true within so much."""

    camera: str
    offset_ms: int
    within_ms: int


Order = Ask | Drive | Halt | Centre | Recall | Keep | GoHome | TurnTo
Command = Know | Forget | Order | Quit
Report = Hello | Beat | Done | Failed | Known | ClockRead

LINES: Lines[Command, Report] = Lines("ptz process", Command, Report, LINE_LIMIT)
encode, decode_command = LINES.encode, LINES.decode_command
