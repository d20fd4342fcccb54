"""What the window and the voice process say to each other: JSON lines, one dataclass per kind of line.

The window writes commands to the child's stdin, the child writes reports to its stdout. Both sides check every field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, get_args

import orjson

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
COMMANDS: Mapping[str, type[Any]] = {kind.__name__: kind for kind in get_args(Command)}
REPORTS: Mapping[str, type[Any]] = {kind.__name__: kind for kind in get_args(Report)}


class BadLine(ValueError):
    """A line that is not one of ours."""


def encode(message: Command | Report) -> bytes:
    """One line, newline included."""
    return orjson.dumps({"is": type(message).__name__, **asdict(message)}) + b"\n"


def decode_command(line: bytes) -> Command:
    """Raises BadLine."""
    return _decode(line, COMMANDS)  # type: ignore[no-any-return]  # one of these classes, by its table


def decode_report(line: bytes) -> Report:
    """Raises BadLine."""
    return _decode(line, REPORTS)  # type: ignore[no-any-return]  # as above


def _decode(line: bytes, kinds: Mapping[str, type[Any]]) -> Any:
    if len(line) > LINE_LIMIT:
        raise BadLine("line too long")
    try:
        data = orjson.loads(line)
        kind = kinds[data["is"]]
        return kind(**{f.name: _READ[str(f.type)](data[f.name]) for f in fields(kind)})
    except (ValueError, KeyError, TypeError) as error:
        raise BadLine(f"not a line of the voice process ({type(error).__name__})") from None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("whole number expected")
    return value


def _number(value: object) -> float:
    return float(value) if isinstance(value, float) else float(_whole(value))


_READ: Mapping[str, Callable[[object], object]] = {
    "str": _text,
    "int": _whole,
    "float": _number,
    "Tone": lambda value: Tone(_text(value)),
    "SoundTrouble": lambda value: SoundTrouble(_text(value)),
    "ToneOutcome": lambda value: ToneOutcome(_text(value)),
}
