"""What the window and the voice process say to each other: JSON lines, one dataclass per kind of line.

The window writes commands to the child's stdin, the child writes reports to its stdout. Both sides check every field.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from console.audible import SoundTrouble, ToneOutcome
from console.lines import Hello, Lines, Quit
from console.model import Tone
from console.model.sounds import SpeechOutcome
from console.talk_words import TalkTone, TalkWord

LINE_LIMIT = 65_536  # bytes of one line, newline included: a group names its members


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
class Speak:
    """Read this aloud in the room; answered by one `Said` with its number."""

    number: int
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Hush:
    """Stop what is being said."""


@dataclass(frozen=True, slots=True)
class Volume:
    percent: int


@dataclass(frozen=True, slots=True)
class Connect:
    """The voice server and who we are there, with the password itself: the reason why this goes through a pipe only.

    `trouble`: a `TalkDetail` when the window has no password to give; then nobody is connected.
    """

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    pin: str = ""
    ca_file: str = ""
    client_cert: str = ""
    client_key: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Know:
    """A group that exists. Said again with another channel it is entered anew."""

    group: str
    channel: str
    with_below: bool


@dataclass(frozen=True, slots=True)
class Forget:
    """This group is gone: leave it and report nothing more of it."""

    group: str


@dataclass(frozen=True, slots=True)
class Press:
    press: int
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    press: int


@dataclass(frozen=True, slots=True)
class Release:
    press: int


@dataclass(frozen=True, slots=True)
class SayAgain:
    path: str


@dataclass(frozen=True, slots=True)
class Signal:
    """Sound it once in the room, whatever else sounds."""

    tone: TalkTone


@dataclass(frozen=True, slots=True)
class Choose:
    """Speak into this microphone, "" for the system's default."""

    microphone: str


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
class Said:
    number: int
    outcome: SpeechOutcome


@dataclass(frozen=True, slots=True)
class Beat:
    """Five times a second: the process lives. `frames`: samples the device has taken since the process started."""

    device: str  # "" without one
    playing: str  # the tone, "" in silence
    frames: int
    cpu_s: float  # user and system time of the process


TalkCommand = Connect | Know | Forget | Press | Held | Release | SayAgain | Signal | Choose
Command = Play | Stop | Try | Speak | Hush | Volume | Quit | TalkCommand
Report = Hello | Back | Lost | Tried | Said | Beat | TalkWord

LINES: Lines[Command, Report] = Lines("voice process", Command, Report, LINE_LIMIT)
encode, decode_command = LINES.encode, LINES.decode_command
