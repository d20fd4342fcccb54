"""A position with a store of its own: what a console is to the journal, as far as the store's tests need it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from console.backends.store.read import JournalReader
from console.backends.store.sql import SqlStore
from console.clock import Clock
from console.inbox import Inbox
from console.journal import Conflict, Entry, Json, Recorded, Saved
from console.model import LIVE, By, Domain
from tests.waiting import wait_until

MACHINE = By(machine="rule")
LI = By(person="Li", position="desk-1")

P = TypeVar("P")


def entry(stream: str, version: int, kind: str = "Noted", **more: Any) -> Entry:
    """An entry of the live domain with what the test does not care about filled in."""
    data: dict[str, Json] = more.pop("data", {"note": "烟感 №7", "value": 1.25})
    return Entry(more.pop("domain", LIVE), stream, version, kind, 1_795_000_000_000 + version, MACHINE, data, **more)


class Seat:
    """Opens the store at `where`, collects what it posts, stops it at the end of the `with`."""

    def __init__(self, where: str | Path, position: str = "desk-1", spool: Path | None = None) -> None:
        self.inbox = Inbox()
        self.handled: list[int] = []
        self.posts: list[object] = []
        self.store = SqlStore(where, position, self.inbox, Clock(), self.handled.extend, spool=spool)

    def __enter__(self) -> Seat:
        self.store.open()
        self.store.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.store.stop()

    @property
    def reader(self) -> JournalReader:
        return self.store.reader

    def append(self, *entries: Entry, receipts: Sequence[int] = ()) -> None:
        self.store.append(entries, receipts)

    def save(self, *entries: Entry) -> None:
        """Append and wait until the store has settled everything."""
        self.append(*entries)
        self.settle()

    def settle(self) -> None:
        wait_until(lambda: self.store.unsaved == 0, what="everything settled")

    def look(self) -> None:
        """Take what was posted, as a desk does."""
        self.inbox.drain(self.posts.append, _refuse)

    def posted(self, kind: type[P]) -> list[P]:
        self.look()
        return [post for post in self.posts if isinstance(post, kind)]

    def wait_for(self, kind: type[P], count: int = 1) -> list[P]:
        """Wait until that many posts of the kind have come; returns all of them."""
        wait_until(lambda: len(self.posted(kind)) >= count, what=f"{count} {kind.__name__}")
        return self.posted(kind)

    def conflicts(self) -> list[Conflict]:
        return self.posted(Conflict)

    def saved(self) -> dict[tuple[Domain, str], int]:
        """The newest saved version of each stream this seat was told."""
        told: dict[tuple[Domain, str], int] = {}
        for saved in self.posted(Saved):
            told.update(saved.versions)
        return told

    def story(self, stream: str) -> list[str]:
        """The kinds of a stream's entries as they stand in the journal."""
        return [recorded.entry.kind for recorded in self.reader.stream(LIVE, stream)]

    def everything(self) -> list[Recorded]:
        return [recorded for chunk in self.reader.chunks(7) for recorded in chunk]


def _refuse(item: object, error: Exception) -> None:
    raise AssertionError(f"{item} could not be taken") from error
