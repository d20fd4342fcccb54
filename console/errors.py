"""Every error the console raises on purpose, as one tree.

    WatchroomError
    ├── ConfigError        config.toml or the site folder is wrong; carries Problems
    ├── JournalError       the journal cannot be read or does not verify
    ├── StoreError         the database cannot be opened, read or migrated
    ├── CommandRefused     an operator's act was refused by a desk; carries a code
    └── BackendError       a peer, program or library a backend needs is missing

At the edges a bad message becomes a value (`Rejected`) and a lost peer a state (`LinkDown`), never an exception.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class WatchroomError(Exception):
    """Base of everything the console raises on purpose."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file: where it is, what is wrong and how to cure it."""

    file: str
    line: int  # 1-based; 0 when the file as a whole is meant
    key: str  # column, TOML key or GeoJSON property; "" when the line as a whole is meant
    what: str
    cure: str
    warning: bool = False  # a warning does not stop the start

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        key = f" {self.key}:" if self.key else ""
        kind = "warning" if self.warning else "error"
        return f"{where}: {kind}:{key} {self.what}. Cure: {self.cure}"


class ConfigError(WatchroomError):
    """The configuration or the site folder cannot be used; `problems` lists everything found, not only the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(p) for p in problems))
        self.problems = tuple(problems)


class JournalError(WatchroomError):
    """The journal cannot be read or its hash chain is broken."""


class StoreError(WatchroomError):
    """The database cannot be opened, read or migrated."""


class CommandRefused(WatchroomError):
    """A desk refused an operator's act; `code` is translated by the widgets, `about` names the thing refused."""

    def __init__(self, code: str, about: str = "") -> None:
        super().__init__(f"{code}: {about}" if about else code)
        self.code = code
        self.about = about


class BackendError(WatchroomError):
    """A program, library or peer that a backend needs is missing; the text names what to install or to start."""
