"""A console reduced to its journal, as a process: appends as fast as it is saved, and says what was saved.

`python -m tests.contract.appending JOURNAL POSITION COUNT STREAM`; COUNT 0 goes on until killed. Half of the entries
go to STREAM, where other positions may be quicker; the other half to a stream of its own.
"""

from __future__ import annotations

import sys
import threading

from console.backends.store.sql import SqlStore
from console.clock import Clock
from console.inbox import Inbox
from console.journal import Conflict, Entry, Saved
from console.model import LIVE, By

BY = By(machine="test")


class Appender:
    def __init__(self, journal: str, position: str, shared: str) -> None:
        self.inbox = Inbox()
        self.store = SqlStore(journal, position, self.inbox, Clock(), lambda _: None)
        self.shared = shared
        self.own = f"own/{self.store.writer}"
        self.versions = {self.own: 0, self.shared: 0}
        self._woken = threading.Event()
        self.inbox.on_wake(self._woken.set)

    def run(self, count: int) -> None:
        self.store.open()
        self.versions[self.shared] = len(self.store.reader.stream(LIVE, self.shared))
        self.store.start()
        sent = 0
        while not count or sent < count:
            sent += 2
            self.store.append([self._next(self.own), self._next(self.shared)])
            self._woken.wait()
            self._woken.clear()
            self.inbox.drain(self._take, _fail, budget_ms=1000)
        self.store.stop()
        self.inbox.drain(self._take, _fail, budget_ms=1000)

    def _next(self, stream: str) -> Entry:
        self.versions[stream] += 1
        return Entry(LIVE, stream, self.versions[stream], "Appended", 1, BY, {"text": "火警" * 20})

    def _take(self, post: object) -> None:
        if isinstance(post, Saved):
            for (_, stream), version in post.versions.items():
                sys.stdout.write(f"{stream} {version}\n")
            sys.stdout.flush()
        if isinstance(post, Conflict):
            self.versions[self.shared] = post.stream[-1].entry.version


def _fail(item: object, error: Exception) -> None:
    raise AssertionError(item) from error


if __name__ == "__main__":
    Appender(*sys.argv[1:3], sys.argv[4]).run(int(sys.argv[3]))
