"""What the window and the voice process say to each other: JSON lines, one dataclass per kind of line.

The window writes commands to the child's stdin, the child writes reports to its stdout. Both sides check every field.
"""

from __future__ import annotations

from dataclasses import dataclass

from console.lines import Lines
from console.model import Tone
from console.ports import SoundTrouble, ToneOutcome

LINE_LIMIT = 4_096  # bytes of one line, newline included


@dataclass(frozen=True, slots=True)
class Play:
    """This tone from now on, as often as its pattern says; it replaces what sounds."""

    tone: Tone


@dataclass(frozen=True, slots=True)
class Stop:
    """Silence."""


@dataclass(frozen=True, slots=True)
class Try:
    """The test tone once; answered by one `Tried`."""


@dataclass(frozen=True, slots=True)
class Volume:
    percent: int


@dataclass(frozen=True, slots=True)
class Quit:
    pass


@dataclass(frozen=True, slots=True)
class Hello:
    """First line of the child, and again when it has started itself anew: it knows nothing of what was said before."""

    pid: int


@dataclass(frozen=True, slots=True)
class Back:
    """The device takes sound: said when it begins to."""

    device: str


@dataclass(frozen=True, slots=True)
class Lost:
    """No sound can be heard. It tries again by itself."""

    reason: SoundTrouble
    device: str


@dataclass(frozen=True, slots=True)
class Tried:
    outcome: ToneOutcome
    device: str


@dataclass(frozen=True, slots=True)
class Beat:
    """Five times a second: the process lives. `frames`: samples the device has taken since the process started."""

    device: str  # "" without one
    playing: str  # the tone, "" in silence
    frames: int
    cpu_s: float  # user and system time of the process


Command = Play | Stop | Try | Volume | Quit
Report = Hello | Back | Lost | Tried | Beat

_LINES: Lines[Command, Report] = Lines("voice process", Command, Report, LINE_LIMIT)
encode, decode_command, decode_report = _LINES.encode, _LINES.decode_command, _LINES.decode_report
