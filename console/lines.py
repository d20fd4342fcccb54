"""JSON lines between the window and a child process: one dataclass per kind of line, every field checked. Any thread.

The child parses hostile input and may be anything by then, so neither side trusts the other's words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

import orjson

Command = TypeVar("Command")
Report = TypeVar("Report")
Reader = Callable[[object], object]


@dataclass(frozen=True, slots=True)
class Hello:
    """First line of a child: it is ready for commands. Again when it has started itself anew and knows nothing."""

    pid: int


@dataclass(frozen=True, slots=True)
class Quit:
    """The last command."""


class BadLine(ValueError):
    """A line that is not one of ours. Its text is never part of the message: it may hold a password."""


class Lines(Generic[Command, Report]):
    """The words of one child: `commands` and `reports` are unions of dataclasses, `limit` the bytes of one line.

    Fields may be text, numbers, flags, a `StrEnum`, a `NewType` of these or a tuple of texts.
    """

    def __init__(self, who: str, commands: Any, reports: Any, limit: int) -> None:
        self.who = who
        self.limit = limit
        self._commands = {kind.__name__: kind for kind in get_args(commands)}
        self._reports = {kind.__name__: kind for kind in get_args(reports)}
        self._readers = {kind: _readers(kind) for kind in (*self._commands.values(), *self._reports.values())}

    def encode(self, message: Command | Report | Quit) -> bytes:
        """One line, newline included."""
        return orjson.dumps({"is": type(message).__name__, **asdict(message)}) + b"\n"  # type: ignore[arg-type]

    def decode_command(self, line: bytes) -> Command:
        """Raises BadLine."""
        return self._decode(line, self._commands)  # type: ignore[no-any-return]  # one of these classes, by its table

    def decode_report(self, line: bytes) -> Report:
        """Raises BadLine."""
        return self._decode(line, self._reports)  # type: ignore[no-any-return]  # as above

    def _decode(self, line: bytes, kinds: Mapping[str, Any]) -> Any:
        if len(line) > self.limit:
            raise BadLine("line too long")
        try:
            data = orjson.loads(line)
            kind = kinds[data["is"]]
            return kind(**{name: read(data[name]) for name, read in self._readers[kind].items()})
        except (ValueError, KeyError, TypeError) as error:
            raise BadLine(f"not a line of the {self.who} ({type(error).__name__})") from None


def _readers(kind: Any) -> dict[str, Reader]:
    """How each field of a dataclass is read."""
    hints = get_type_hints(kind)
    return {field.name: _reader(hints[field.name]) for field in fields(kind)}


def _reader(hint: Any) -> Reader:
    plain = getattr(hint, "__supertype__", hint)
    if get_origin(plain) is tuple:
        return _texts
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        return lambda value: plain(_text(value))
    return _PLAIN[plain]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("whole number expected")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("true or false expected")
    return value


def _number(value: object) -> float:
    return float(value) if isinstance(value, float) else float(_whole(value))


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("list expected")
    return tuple(_text(item) for item in value)


_PLAIN: Mapping[Any, Reader] = {str: _text, int: _whole, float: _number, bool: _flag}
