"""The desk's side of a feed under test: what was parsed, what was posted, and how to wait for either."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from console.inbox import Inbox
from console.model import LinkDown, LinkUp, Message
from console.ports import Feed, SetAside
from tests.waiting import wait_until


class Desk:
    """Collects what a feed delivers; `poison` makes parsing a payload raise."""

    def __init__(self, *, finish: bool = True) -> None:
        self.inbox = Inbox()
        self.messages: list[Message] = []
        self.threads: set[str] = set()
        self.poison: set[bytes] = set()
        self.feed: Feed | None = None
        self._finish = finish
        self._posted: list[object] = []

    def parse(self, message: Message) -> None:
        self.threads.add(threading.current_thread().name)
        self.messages.append(message)
        if message.payload in self.poison:
            raise ZeroDivisionError(f"cannot parse {len(message.payload)} bytes")
        if self._finish and self.feed is not None:
            self.feed.handled([message.receipt])

    @property
    def payloads(self) -> list[bytes]:
        return [message.payload for message in list(self.messages)]

    @property
    def posted(self) -> list[object]:
        self.inbox.drain(self._posted.append, _never)
        return self._posted

    def downs(self, kind: str) -> list[str]:
        """The reasons for which links of this kind were lost, in order."""
        return [str(p.reason) for p in self.posted if isinstance(p, LinkDown) and p.kind == kind]

    def ups(self, kind: str) -> int:
        return sum(isinstance(p, LinkUp) and p.kind == kind for p in self.posted)

    @property
    def aside(self) -> list[SetAside]:
        return [p for p in self.posted if isinstance(p, SetAside)]

    def wait_for(self, *payloads: bytes, timeout: float = 10) -> None:
        """Wait until exactly these were parsed, in this order."""
        try:
            wait_until(lambda: len(self.messages) >= len(payloads), timeout, f"{len(payloads)} messages")
        finally:
            assert self.payloads == list(payloads), self.payloads[:50]

    def wait_up(self, times: int = 1, kind: str = "broker") -> None:
        wait_until(lambda: self.ups(kind) >= times, 10, f"{kind} up {times} times; posted: {self._posted}")

    def wait_down(self, reason: str, kind: str = "broker", timeout: float = 10) -> None:
        wait_until(lambda: reason in self.downs(kind), timeout, f"{kind} down by {reason}; posted: {self._posted}")


def _never(item: object, error: Exception) -> None:
    raise error


@contextmanager
def running(
    make: Callable[[Desk], Feed], *, finish: bool = True, poison: frozenset[bytes] = frozenset()
) -> Iterator[Desk]:
    """A desk whose feed runs, and is stopped at the end."""
    desk = Desk(finish=finish)
    desk.poison |= poison
    desk.feed = make(desk)
    desk.feed.start()
    try:
        yield desk
    finally:
        desk.feed.stop()
