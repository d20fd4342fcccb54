"""What the window and the video process say to each other: JSON lines, one dataclass per kind of line.

The window writes commands to the child's stdin, the child writes reports to its stdout. Both sides check every field:
the child parses hostile input, so the window does not trust its words either.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

import orjson

from console.model import Quality
from console.ports import CameraState

LINE_LIMIT = 16_384  # bytes of one line, newline included


@dataclass(frozen=True, slots=True)
class Know:
    """A camera that exists, with the password itself: the reason why these lines go through a pipe only.

    Said again with other words it replaces what was known: the camera is dialled anew.
    """

    camera: str
    sub: str
    main: str
    user: str
    password: str = field(repr=False)
    hot: str = "yes"


@dataclass(frozen=True, slots=True)
class Forget:
    """This camera is gone from the site: say goodbye to it and report nothing more of it."""

    camera: str


@dataclass(frozen=True, slots=True)
class Show:
    """From now on this slot shows that camera, scaled to fit width × height."""

    slot: int
    camera: str
    quality: Quality
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Hide:
    slot: int


@dataclass(frozen=True, slots=True)
class Quit:
    pass


@dataclass(frozen=True, slots=True)
class Hello:
    """First line of the child: it is ready for commands."""

    pid: int


@dataclass(frozen=True, slots=True)
class Changed:
    """A camera's state changed. `retry_in_s` is 0 when nothing is planned."""

    camera: str
    state: CameraState
    detail: str
    retry_in_s: float


@dataclass(frozen=True, slots=True)
class Beat:
    """Five times a second: the process lives, and what it did since its start."""

    cameras: int
    live: int
    units: int  # access units received
    received: int  # bytes of RTP received
    decoded: int  # pictures decoded
    late: int  # access units not decoded because a decoder was behind
    lost: int  # gaps in the RTP sequence
    memory: int  # bytes of pictures kept in memory (GOPs)
    cpu_s: float  # user and system time of the process


Command = Know | Forget | Show | Hide | Quit
Report = Hello | Changed | Beat
COMMANDS: Mapping[str, type[Any]] = {kind.__name__: kind for kind in (Know, Forget, Show, Hide, Quit)}
REPORTS: Mapping[str, type[Any]] = {kind.__name__: kind for kind in (Hello, Changed, Beat)}


class BadLine(ValueError):
    """A line that is not one of ours. Its text is never part of the message: it may hold a password."""


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
        raise BadLine(f"not a line of the video process ({type(error).__name__})") from None


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


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("list expected")
    return tuple(_text(item) for item in value)


_READ: Mapping[str, Callable[[object], object]] = {
    "str": _text,
    "int": _whole,
    "float": _number,
    "tuple[str, ...]": _texts,
    "Quality": lambda value: Quality(_text(value)),
    "CameraState": lambda value: CameraState(_text(value)),
}
