"""One thing the doctor looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    OK = "ok"
    WARNING = "warning"  # works, but something can be lost or look wrong
    ERROR = "error"  # does not work


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, and what to do when it is not well."""

    level: Level
    about: str
    what: str
    cure: str = ""

    def __str__(self) -> str:
        line = f"{self.level:<8} {self.about:<14} {self.what}"
        return f"{line}\n{'':<23} cure: {self.cure}" if self.cure else line


def ok(about: str, what: str) -> Finding:
    return Finding(Level.OK, about, what)


def warning(about: str, what: str, cure: str) -> Finding:
    return Finding(Level.WARNING, about, what, cure)


def error(about: str, what: str, cure: str) -> Finding:
    return Finding(Level.ERROR, about, what, cure)
