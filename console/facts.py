"""Facts of a desk as journal entries and back: a dataclass per kind of entry. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from enum import StrEnum
from typing import Any, Generic, TypeVar, cast, get_type_hints

from console.journal import Json

F = TypeVar("F")

EMPTY = (None, "", ())  # left out of the entry: the field's default


class Facts(Generic[F]):
    """The kinds of one desk. Fields may be texts, numbers, flags, a `StrEnum` or a tuple of texts; all may be left out
    whose value is empty, so these need a default.
    """

    def __init__(self, kinds: Mapping[str, type[F]]) -> None:
        self.kinds = dict(kinds)
        self._names = {kind: name for name, kind in kinds.items()}
        self._enums = {kind: _enums(kind) for kind in kinds.values()}

    def __contains__(self, kind: str) -> bool:
        return kind in self.kinds

    def name(self, fact: F) -> str:
        """The kind of entry that records it."""
        return self._names[type(fact)]

    def data(self, fact: F) -> dict[str, Json]:
        """What the entry says; empty fields are left out."""
        told = asdict(cast("Any", fact))
        return {key: _plain(value) for key, value in told.items() if value not in EMPTY}

    def read(self, kind: str, data: Mapping[str, Json]) -> F:
        """The fact an entry records; fields of a later version that are not known here are left out."""
        made, enums = self.kinds[kind], self._enums[self.kinds[kind]]
        known = {field.name for field in fields(cast("Any", made))}
        return made(**{key: _value(value, enums.get(key)) for key, value in data.items() if key in known})


def _enums(kind: type[Any]) -> dict[str, type[StrEnum]]:
    hints = get_type_hints(kind)
    return {key: hint for key, hint in hints.items() if isinstance(hint, type) and issubclass(hint, StrEnum)}


def _plain(value: object) -> Json:
    return cast("Json", list(value) if isinstance(value, tuple) else value)


def _value(value: Json, enum: type[StrEnum] | None) -> Any:
    if enum is not None:
        return enum(str(value))
    return tuple(value) if isinstance(value, list) else value
