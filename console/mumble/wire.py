"""Protocol buffers as the voice server speaks them: a dataclass to bytes and back, by the numbers of its fields. Pure.

A field is declared by `at(NUMBER)`: `T | None` may be absent, `tuple[T, ...]` repeats. What is not declared is skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from console.parse.protobuf import BYTES, VARINT
from console.parse.protobuf import fields as parts_of
from console.parse.rejects import MessageRefused

REPEATS = 4_096  # of one field; a message with more is no honest one
Message = TypeVar("Message")


class BadMessage(ValueError):
    """Bytes that are no message of ours. Their text is never part of the error."""


def at(number: int) -> Any:
    """Declares a field: absent until it is said."""
    return field(default=None, metadata={"number": number})


def many(number: int) -> Any:
    """Declares a field that repeats."""
    return field(default=(), metadata={"number": number})


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    number: int
    kind: type  # int, bool, str or bytes
    repeats: bool


_KNOWN: dict[type, tuple[_Field, ...]] = {}


def encode(message: object) -> bytes:
    """The message without its frame."""
    out = bytearray()
    for each in _fields(message.__class__):
        value = getattr(message, each.name)
        for one in value if each.repeats else (value,):
            if one is not None:
                out += _written(each.number, one)
    return bytes(out)


def decode(kind: type[Message], data: bytes) -> Message:
    """Raises BadMessage."""
    known = {each.number: each for each in _fields(kind)}
    values: dict[str, Any] = {}
    try:
        for number, part in parts_of(data):
            if (each := known.get(number)) is None:
                continue
            value = _READ[each.kind](part)
            if each.repeats:
                value = (*values.get(each.name, ()), value)
                if len(value) > REPEATS:
                    raise BadMessage("too many")
            values[each.name] = value
    except (MessageRefused, UnicodeDecodeError, TypeError):
        raise BadMessage(f"no {kind.__name__}") from None
    return kind(**values)


def _fields(kind: Any) -> tuple[_Field, ...]:
    if kind not in _KNOWN:
        hints = get_type_hints(kind)
        _KNOWN[kind] = tuple(_declared(each.name, each.metadata["number"], hints[each.name]) for each in fields(kind))
    return _KNOWN[kind]


def _declared(name: str, number: int, hint: Any) -> _Field:
    repeats = get_origin(hint) is tuple
    kind = get_args(hint)[0] if repeats or isinstance(hint, UnionType) else hint
    return _Field(name, number, kind, repeats)


def _written(number: int, value: int | str | bytes) -> bytes:
    if isinstance(value, int):  # a flag is a number too
        return bytes((*_varint(number << 3 | VARINT), *_varint(int(value))))
    data = value.encode() if isinstance(value, str) else value
    return bytes((*_varint(number << 3 | BYTES), *_varint(len(data)))) + data


def _varint(value: int) -> Iterator[int]:
    while value > 0x7F:
        yield value & 0x7F | 0x80
        value >>= 7
    yield value


def _number(part: int | bytes) -> int:
    if not isinstance(part, int):
        raise TypeError("number expected")
    return part


def _bytes(part: int | bytes) -> bytes:
    if not isinstance(part, bytes):
        raise TypeError("bytes expected")
    return part


_READ: dict[type, Callable[[int | bytes], Any]] = {
    int: _number,
    bool: lambda part: bool(_number(part)),
    bytes: _bytes,
    str: lambda part: _bytes(part).decode(),
}
