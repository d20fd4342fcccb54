"""One record of a site file, a CSV row or a GeoJSON feature's properties, read value by value.

Every getter returns a usable default after it has reported what was wrong, so that one pass finds everything.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from console.site.findings import Findings, nearest

E = TypeVar("E", bound=StrEnum)

Cell = str | int | float | bool | None | list["Cell"] | dict[str, "Cell"]


@dataclass(slots=True)
class Record:
    """A row or feature. `broken` turns true with the first error, and the record is then not used."""

    file: str
    line: int
    cells: Mapping[str, Cell]
    findings: Findings
    broken: bool = False

    def error(self, key: str, what: str, cure: str) -> None:
        self.broken = True
        self.findings.error(self.file, self.line, key, what, cure)

    def warn(self, key: str, what: str, cure: str) -> None:
        self.findings.warn(self.file, self.line, key, what, cure)

    def has(self, key: str) -> bool:
        return self.cells.get(key) not in (None, "", [])

    def text(self, key: str, default: str = "") -> str:
        value = self.cells.get(key)
        if value is None or value == "":
            return default
        if not isinstance(value, str):
            self.error(key, "is not text", 'put the value in double quotes: "…"')
            return default
        return value

    def required(self, key: str) -> str:
        """Text that must be there."""
        if not self.has(key):
            self.error(key, "is empty", f"give every record a value for '{key}'")
        return self.text(key)

    def number(self, key: str, default: float, low: float, high: float) -> float:
        if not self.has(key):
            return default
        value = _as_float(self.cells[key])
        if value is None:
            self.error(key, "is not a number", "write digits with a decimal point, such as 12.5")
            return default
        if not low <= value <= high:
            self.error(key, f"{value:g} is out of range", f"give a value from {low:g} to {high:g}")
            return default
        return value

    def integer(self, key: str, low: int, high: int) -> int | None:
        """A whole number, None when the cell is empty or wrong."""
        if not self.has(key):
            return None
        value = _as_int(self.cells[key])
        if value is None:
            self.error(key, "is not a whole number", "write digits only, such as 12")
        elif not low <= value <= high:
            self.error(key, f"{value} is out of range", f"give a whole number from {low} to {high}")
        else:
            return value
        return None

    def choice(self, key: str, kinds: type[E], default: E | None) -> E | None:
        """A member of the enum, `default` when the cell is empty, None when it is wrong."""
        word = self.text(key)
        if not word:
            return default
        known = [kind.value for kind in kinds]
        if word not in known:
            self.error(key, f"'{word[:40]}' is not known", nearest(word, known, f"use one of {', '.join(known)}"))
            return None
        return kinds(word)

    def words(self, key: str) -> tuple[str, ...]:
        """The parts of a cell separated by `;`, or the texts of a JSON list."""
        value = self.cells.get(key)
        if isinstance(value, list):
            if not all(isinstance(part, str) and part for part in value):
                self.error(key, "is not a list of texts", 'write ["first", "second"]')
            return tuple(part for part in value if isinstance(part, str) and part)
        return tuple(part.strip() for part in self.text(key).split(";") if part.strip())


def _as_float(value: Cell) -> float | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _as_int(value: Cell) -> int | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    try:
        return int(value)
    except ValueError:
        return None
