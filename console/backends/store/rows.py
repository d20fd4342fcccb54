"""Entries as rows and back. What a desk hands over is turned into text at once, on the desk thread."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from console.errors import JournalError
from console.journal import Entry, Recorded, by_text, chain_hash, text
from console.model import By, Domain
from console.verify import Line

Key = tuple[Domain, str]  # domain and stream
EARLIEST_MS, LATEST_MS = -62_000_000_000_000, 253_000_000_000_000  # years 5 to 9987: a calendar has them in every zone


@dataclass(frozen=True, slots=True)
class Prepared:
    """An entry with its JSON texts: nothing the desk changes later, and nothing that cannot be stored, is in it."""

    entry: Entry
    by: str
    data: str

    @property
    def key(self) -> Key:
        return self.entry.domain, self.entry.stream

    @property
    def content(self) -> tuple[str | int, ...]:
        """Every column that says what happened; equal contents are one and the same entry."""
        entry = self.entry
        return (
            entry.t_ms, entry.domain, entry.stream, entry.version, entry.kind, entry.kv,
            self.by, entry.cause, self.data,
        )  # fmt: skip

    def row(self, writer: str, seq: int, prev: str) -> tuple[str | int, ...]:
        """The row in the order of the columns after `id`, numbered and chained."""
        fields = (writer, seq, *self.content, prev)
        return (*fields, chain_hash(*fields))


@dataclass(frozen=True, slots=True)
class Waiting:
    """One append: committed as a whole. `seen` is how many posts of the store the desk knew when it decided."""

    entries: tuple[Prepared, ...]
    receipts: tuple[int, ...]
    seen: int


def prepare(entry: Entry) -> Prepared:
    """Raises ValueError or TypeError for an entry that no database could hold: a bug of the desk that made it."""
    prepared = Prepared(entry, by_text(entry.by), text(entry.data))
    for part in prepared.content:
        if isinstance(part, str) and "\0" in part:
            raise ValueError(f"a text of {entry.kind} in {entry.stream!r} holds a NUL character")
        if isinstance(part, str):
            part.encode()  # half a surrogate pair is text for Python, not for a database
    return prepared


def is_same(line: Line, prepared: Prepared) -> bool:
    """Whether this stored line is that very entry: an append whose outcome was unknown did arrive, maybe by a run
    that was killed since. Two consoles that say the same to the millisecond have nothing to argue about.
    """
    return line[3:12] == prepared.content


def recorded(line: Line, is_open: bool) -> Recorded:
    """The line as values; `open` of the entry says whether its stream is open now. Raises JournalError."""
    try:
        by, data = json.loads(line.by_json), json.loads(line.data)
        who = By(person=by.get("person", ""), position=by.get("position", ""), machine=by.get("machine", ""))
        if not (isinstance(data, dict) and isinstance(line.t_ms, int) and EARLIEST_MS <= line.t_ms <= LATEST_MS):
            raise ValueError("no console writes such a time or such data")
    except (ValueError, AttributeError, TypeError, RecursionError) as error:
        raise JournalError(f"entry {line.writer} #{line.seq} cannot be read: {error}") from error
    entry = Entry(
        Domain(line.domain), line.stream, line.version, line.kind, line.t_ms, who, data, line.cause, line.kv, is_open
    )
    return Recorded(entry, line.writer, line.seq, line.prev, line.hash)


def count(group: Sequence[Waiting]) -> int:
    """How many entries a group holds."""
    return sum(len(waiting.entries) for waiting in group)
