"""Errands: a `work` child for each order of a desk, and what it says. A thread per order reads its words.

What a child must not show on its command line is told to it: one line on its standard input.
"""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import console
from console.config.environment import inherited
from console.errors import WatchroomError
from console.inbox import Inbox
from console.leash import leashed

log = logging.getLogger(__name__)

MAIN = Path(console.__file__).parents[1] / "main.py"
Order = TypeVar("Order")


def work(arguments: Sequence[str]) -> list[str]:
    """The command line of a `work` child, which ends with the thread that starts it."""
    return leashed([sys.executable, str(MAIN), "work", *arguments])


def worker(arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    """A `work` child that reads its order and says what it finds."""
    return subprocess.Popen(work(arguments), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=inherited())


@dataclass(frozen=True, slots=True)
class Manner(Generic[Order]):
    """How one kind of order is worked. All of it is called on the thread of the order.

    `told` may raise WatchroomError; `words` turns the child's lines into what is posted, the answer last, and ends
    with it; `failed` is the answer where there is none.
    """

    name: str
    arguments: Callable[[Order], Sequence[str]]
    told: Callable[[Order], bytes]
    words: Callable[[Iterable[str], Order], Iterator[object]]
    failed: Callable[[Order], object]


class Errands(Generic[Order]):
    """One order at a time; what is begun while one is under way is not passed on any more."""

    def __init__(self, manner: Manner[Order], inbox: Inbox) -> None:
        self._manner = manner
        self._inbox = inbox
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._order: Order | None = None  # the one under way; a word of any other is not passed on
        self._threads: list[threading.Thread] = []

    def begin(self, order: Order) -> None:
        """Post what the child says, or that there is no answer."""
        with self._lock:
            self._order = order
        self._threads = [one for one in self._threads if one.is_alive()]
        thread = threading.Thread(target=self._work, args=(order,), name=self._manner.name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def cancel(self) -> None:
        """Give up what is under way; it posts nothing more."""
        with self._lock:
            self._order = None
            if self._child is not None:
                self._child.kill()

    def stop(self) -> None:
        """Give up what is under way and wait for its thread."""
        self.cancel()
        for thread in self._threads:
            thread.join()

    # ---- the thread of an order ----------------------------------------------------------------------------------

    def _work(self, order: Order) -> None:
        try:
            is_answered = self._listen(order)
        except (OSError, WatchroomError) as error:
            log.error("%s: no answer: %s", self._manner.name, error)
            is_answered = False
        if not is_answered and self._is_wanted(order):
            self._inbox.post(self._manner.failed(order))

    def _listen(self, order: Order) -> bool:
        """Whether something was answered. Raises OSError, WatchroomError."""
        told = self._manner.told(order)
        child = self._started(order)
        if child is None:
            return False
        is_answered = False
        with child:
            assert child.stdin is not None and child.stdout is not None
            child.stdin.write(told)
            child.stdin.close()
            lines = (line.decode("utf-8", "replace") for line in child.stdout)
            for word in self._manner.words(lines, order):
                if not self._is_wanted(order):
                    break
                self._inbox.post(word)
                is_answered = True
            child.kill()
        return is_answered

    def _started(self, order: Order) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self._order is not order:
                return None
            self._child = worker(self._manner.arguments(order))
            return self._child

    def _is_wanted(self, order: Order) -> bool:
        with self._lock:
            return self._order is order
