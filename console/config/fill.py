"""From the tables of a TOML file to the dataclasses of `schema`: names and types, every problem collected. Pure."""

from __future__ import annotations

import difflib
import math
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from console.config import lines, paths
from console.errors import Problem

BAD: Any = object()  # in place of a value that could not be read; its problem is already noted

MOST = {int: 2**31 - 1, float: 1e15}  # nothing in a room is more, and every clock and database can hold it
OPEN_ENDED = "range"  # the one key whose numbers may be infinite

NAMES = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "a text in quotes",
    Path: "a path in quotes",
}


def toml_name(field: Field[Any], kind: object) -> str:
    """The key of a field in the file: lists of tables are named in the singular, as `[[source]]` reads."""
    return field.name.removesuffix("s") if _row_type(kind) is not None else field.name


class Filler:
    """Fills dataclasses from tables. `path` is where a table stands in the file."""

    def __init__(self, file: str, where: lines.Lines, folder: Path) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._where = where
        self._folder = folder
        self._noted: set[lines.Path] = set()

    def problem(self, path: lines.Path, what: str, cure: str, *, warning: bool = False) -> None:
        """Note a problem; only the first one of a key, the others follow from it."""
        if path in self._noted:
            return
        self._noted.add(path)
        key = ".".join(str(part) for part in path if not isinstance(part, int))
        self.problems.append(Problem(self._file, self._where.of(path), key, what, cure, warning))

    def fill(self, shape: type[Any], table: object, path: lines.Path) -> Any:
        """An instance of `shape` with defaults in place of what is wrong; BAD when it is no table at all."""
        if not isinstance(table, Mapping):
            self.problem(path, "is not a table", f"write it as [{path[-1] if path else ''}] with keys below")
            return BAD
        hints = get_type_hints(shape)
        known = {toml_name(field, hints[field.name]): field for field in fields(shape)}
        self._unknown(table, known, path)
        values: dict[str, Any] = {}
        for name, field in known.items():
            value = BAD
            if name in table:
                value = self._value(hints[field.name], table[name], (*path, name))
            elif _is_required(field):
                self.problem((*path, name), "is missing", f"add {name} = …")
            if value is not BAD:
                values[field.name] = value
            elif _is_required(field):  # a stand-in, so that everything else is looked at as well
                values[field.name] = self._folder if hints[field.name] is Path else ""
        return shape(**values)

    def _unknown(self, table: Mapping[str, object], known: Mapping[str, object], path: lines.Path) -> None:
        for name in table:
            if name in known:
                continue
            close = difflib.get_close_matches(name, known, 1, 0.5)
            cure = f"did you mean {close[0]}?" if close else f"remove it; known here: {', '.join(sorted(known))}"
            self.problem((*path, name), "is not a known key", cure)

    def _value(self, kind: Any, raw: object, path: lines.Path) -> Any:
        row = _row_type(kind)
        if row is not None:
            return self._rows(row, raw, path)
        if is_dataclass(kind):
            return self.fill(kind, raw, path)  # type: ignore[arg-type]  # is_dataclass is true of instances too
        if get_origin(kind) is Mapping:
            return self._options(get_args(kind)[1], raw, path)
        if get_origin(kind) is tuple:
            return self._tuple(get_args(kind), raw, path)
        if get_origin(kind) in (Union, UnionType):
            return self._union(get_args(kind), raw, path)
        return self._scalar(kind, raw, path)

    def _rows(self, row: type[Any], raw: object, path: lines.Path) -> Any:
        if not isinstance(raw, list):
            self.problem(path, "is not a list of tables", f"write [[{'.'.join(str(p) for p in path)}]]")
            return BAD
        rows = [self.fill(row, table, (*path, index)) for index, table in enumerate(raw)]
        return tuple(filled for filled in rows if filled is not BAD)

    def _options(self, kind: Any, raw: object, path: lines.Path) -> Any:
        if not isinstance(raw, Mapping):
            self.problem(path, "is not a table", "write key = value pairs below it")
            return BAD
        values = {str(name): self._value(kind, value, (*path, str(name))) for name, value in raw.items()}
        return {name: value for name, value in values.items() if value is not BAD}

    def _tuple(self, kinds: tuple[Any, ...], raw: object, path: lines.Path) -> Any:
        endless = len(kinds) == 2 and kinds[1] is Ellipsis
        if not isinstance(raw, list) or not (endless or len(raw) == len(kinds)):
            self.problem(path, "is not a list" + ("" if endless else f" of {len(kinds)}"), "write it in [ ]")
            return BAD
        each: Sequence[Any] = [kinds[0]] * len(raw) if endless else kinds
        values = [self._value(kind, value, path) for kind, value in zip(each, raw, strict=True)]
        return BAD if BAD in values else tuple(values)

    def _union(self, kinds: tuple[Any, ...], raw: object, path: lines.Path) -> Any:
        kinds = tuple(kind for kind in kinds if kind is not NoneType)
        if len(kinds) == 1:
            return self._value(kinds[0], raw, path)
        if isinstance(raw, list):
            lists = [kind for kind in kinds if get_origin(kind) is tuple]
            return self._value(lists[0], raw, path) if lists else self._wrong(path, raw, "a single value")
        if type(raw) not in kinds:
            return self._wrong(path, raw, "a text, a number, true or false")
        return self._number(raw, path) if isinstance(raw, int | float) else raw

    def _scalar(self, kind: type[Any], raw: object, path: lines.Path) -> Any:
        if kind is Path and isinstance(raw, str):
            return self._path(raw, path)
        if kind is float and type(raw) is int:
            raw = float(raw)
        if type(raw) is not kind:
            return self._wrong(path, raw, NAMES[kind])
        return self._number(raw, path) if isinstance(raw, int | float) else raw

    def _path(self, raw: str, path: lines.Path) -> Any:
        found = paths.absolute(raw, self._folder)
        if found is None:
            self.problem(path, "leads nowhere", "give a path relative to this file, or an absolute one")
        return BAD if found is None else found

    def _number(self, raw: float, path: lines.Path) -> Any:
        """No limit is ever crossed by what is not a number, and no clock waits for ever."""
        most = MOST.get(type(raw), math.inf)
        if abs(raw) <= most or (path[-1] == OPEN_ENDED and math.isinf(raw)):
            return raw
        self.problem(path, f"{str(raw)[:20]} is no number to reckon with", f"write at most {most:.0f}")
        return BAD

    def _wrong(self, path: lines.Path, raw: object, wanted: str) -> Any:
        self.problem(path, f"is {NAMES.get(type(raw), 'a list or table')}, not {wanted}", f"write {wanted}")
        return BAD


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _row_type(kind: Any) -> type[Any] | None:
    """The dataclass of a list of tables, else None."""
    arguments = get_args(kind)
    if get_origin(kind) is tuple and is_dataclass(arguments[0]):
        return arguments[0]  # type: ignore[return-value]  # as above
    return None
