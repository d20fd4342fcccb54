"""The topics that discoveries bring: subscribed while a connection lasts, and the words decoders have for devices.

Belongs to the feed's thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from console.backends.feed.topics import covers
from console.parse.errands import Errands, Word


class Connected(Protocol):
    """What of a connection is needed here."""

    def listen(self, topics: Sequence[str], *, anew: bool) -> None: ...

    def forget(self, topics: Sequence[str]) -> None: ...

    def say(self, word: Word) -> None: ...


class Listening:
    """What one process has asked its brokers for beside the filters of its sources."""

    def __init__(self, errands: Errands, filters: Sequence[str]) -> None:
        self._errands = errands
        self._filters = filters
        self._known: set[str] = set()  # asked for since the process began: their retained messages have come
        self._here: set[str] = set()  # asked for on this connection
        self._covered: set[str] = set()  # come with the filters of the sources
        self._revision = 0

    def begin(self) -> None:
        """A new connection: the session may have lost what was asked for on the last one."""
        self._here.clear()
        self._revision = -1

    def follow(self, connection: Connected) -> None:
        """See to what decoders want since the last turn."""
        for word in self._errands.take_words():
            connection.say(word)
        if self._revision == self._errands.revision:
            return
        self._revision = self._errands.revision
        wanted = self._errands.topics
        missing = [topic for topic in wanted if topic not in self._here and not self._comes(topic)]
        if known := [topic for topic in missing if topic in self._known]:
            connection.listen(known, anew=False)
        if fresh := [topic for topic in missing if topic not in self._known]:
            connection.listen(fresh, anew=True)
        if gone := self._here.difference(wanted):
            connection.forget(sorted(gone))
        self._here = (self._here - gone).union(missing)
        self._known = (self._known - gone).union(missing)

    def _comes(self, topic: str) -> bool:
        if topic not in self._covered and any(covers(each, topic) for each in self._filters):
            self._covered.add(topic)
        return topic in self._covered
