"""Rows by name in the order of their keys: each change is one binary search and moves one row. Pure; GUI thread.

While somebody holds a row nothing that stands there moves: what would is remembered and made good afterwards.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Key = tuple[Any, ...]  # any tuple that can be compared with every other key of the table
L = TypeVar("L")


@dataclass(frozen=True, slots=True)
class Insert:
    at: int


@dataclass(frozen=True, slots=True)
class Remove:
    at: int


@dataclass(frozen=True, slots=True)
class Move:
    """`to` is where the row stands afterwards."""

    at: int
    to: int


@dataclass(frozen=True, slots=True)
class Repaint:
    at: int


Step = Insert | Remove | Move | Repaint


class Ranks(Generic[L]):
    """Ask `step` what a change means, tell whoever watches, then `put` or `drop`; both do exactly what was said."""

    def __init__(self) -> None:
        self._keys: list[Key] = []
        self._names: list[str] = []
        self._lines: dict[str, L] = {}
        self._key_of: dict[str, Key] = {}
        self._held: Key | None = None  # nothing moves: where the hand is
        self._wanted: dict[str, Key | None] = {}  # where these belong as soon as it is gone; None: nowhere
        self._late = 0

    def __len__(self) -> int:
        return len(self._names)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def name(self, row: int) -> str | None:
        return self._names[row] if 0 <= row < len(self._names) else None

    def line(self, row: int) -> L | None:
        name = self.name(row)
        return self._lines[name] if name is not None else None

    def get(self, name: str) -> L | None:
        return self._lines.get(name)

    def row_of(self, name: str) -> int:
        """-1 when there is no such row."""
        key = self._key_of.get(name)
        return bisect.bisect_left(self._keys, key) if key is not None else -1

    def fill(self, rows: Iterable[tuple[str, Key, L]]) -> None:
        """Start anew with these, in any order. No two keys may be equal."""
        ordered = sorted(rows, key=lambda row: row[1])
        self._keys = [key for _, key, _ in ordered]
        self._names = [name for name, _, _ in ordered]
        self._lines = {name: line for name, _, line in ordered}
        self._key_of = {name: key for name, key, _ in ordered}
        self._held, self._wanted = None, {}

    # ---- one change ----

    def step(self, name: str, key: Key | None) -> Step | None:
        """What it means that this row belongs at `key`, None: that it is gone. None when nothing changes."""
        row = self.row_of(name)
        if row < 0:
            return Insert(bisect.bisect_left(self._keys, self._beside(key))) if key is not None else None
        if self._held is not None:
            return Repaint(row)
        if key is None:
            return Remove(row)
        if key == self._keys[row]:
            return Repaint(row)
        to = bisect.bisect_left(self._keys, key)
        to -= to > row
        return Move(row, to) if to != row else Repaint(row)

    def put(self, name: str, key: Key, line: L) -> None:
        """The row as it is now, where `step` said."""
        self._lines[name] = line
        known = name in self._key_of
        if self._held is not None:
            if known:
                self._wanted[name] = key
                return
            if (beside := self._beside(key)) != key:
                self._late += 1
                self._wanted[name] = key
                key = beside
        if known:
            self._take_out(self.row_of(name))
        at = bisect.bisect_left(self._keys, key)
        self._keys.insert(at, key)
        self._names.insert(at, name)
        self._key_of[name] = key

    def drop(self, name: str, line: L | None = None) -> None:
        """The row is gone; while a hand holds the table it stands on, as `line`."""
        if self._held is not None:
            self._wanted[name] = None
            if line is not None:
                self._lines[name] = line
            return
        self._take_out(self.row_of(name))
        del self._key_of[name], self._lines[name]

    def _take_out(self, row: int) -> None:
        del self._keys[row], self._names[row]

    def _beside(self, key: Key) -> Key:
        """Above the held row nothing comes between: what belongs there waits right below it."""
        if self._held is None or key > self._held:
            return key
        return (*self._held, self._late)

    # ---- a hand on the table ----

    @property
    def is_held(self) -> bool:
        return self._held is not None

    def hold(self, row: int) -> None:
        """From now on nothing moves."""
        if self._held is None and 0 <= row < len(self._keys):
            self._held = self._keys[row]

    def let_go(self) -> dict[str, Key | None]:
        """Things may move again; what has to, in any order, by `put` and `drop`."""
        wanted, self._held, self._wanted, self._late = self._wanted, None, {}, 0
        return wanted
