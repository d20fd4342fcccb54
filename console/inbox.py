"""The only way in from another thread: posts are queued here and drained by the desk thread.

Two lanes: `post` is urgent and loses nothing; `post_sample` keeps the newest value per key, for plain numbers only.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

log = logging.getLogger(__name__)


class Inbox:
    """Thread-safe; `wake` is called once per transition from empty to non-empty, from the posting thread."""

    def __init__(self) -> None:
        self._urgent: deque[Any] = deque()
        self._samples: dict[Any, Any] = {}
        self._lock = threading.Lock()
        self._awake = False
        self._posted = 0
        self._taken = 0
        self._wake: Callable[[], None] = lambda: None
        self.is_desk_at_work = False  # the desk thread's word; who is courteous does not disturb it then

    def on_wake(self, wake: Callable[[], None]) -> None:
        """Set who is told that something waits; told at once when something already does."""
        self._wake = wake
        if self.waiting:
            wake()

    def post(self, item: object) -> int:
        """Queue it; returns its number, counted from 1, to be compared with `taken`."""
        with self._lock:
            self._urgent.append(item)
            self._posted += 1
            number = self._posted
            first, self._awake = not self._awake, True
        if first:
            self._wake()
        return number

    def post_sample(self, key: object, item: object) -> None:
        with self._lock:
            self._samples[key] = item
            first, self._awake = not self._awake, True
        if first:
            self._wake()

    @property
    def waiting(self) -> int:
        return len(self._urgent) + len(self._samples)

    @property
    def taken(self) -> int:
        """How many urgent posts have been handed over: a desk that decides now knows the posts up to this number."""
        return self._taken

    def drain(
        self,
        handle: Callable[[Any], None],
        failed: Callable[[Any, Exception], None],
        budget_ms: float = 4.0,
    ) -> bool:
        """Hand over what waits, urgent first, for at most `budget_ms`; True when something is still waiting.

        One of the three catch-alls of the program: an item that makes the core raise is given to `failed` and the
        next one is handled. When `failed` raises, too, that ends the turn, and what still waits asks for another.
        """
        end = time.monotonic() + budget_ms / 1000
        try:
            while (item := self._take()) is not None:
                try:
                    handle(item)
                except Exception as error:
                    log.exception("handling %s failed", type(item).__name__)
                    failed(item, error)
                if time.monotonic() >= end:
                    return self._still_waiting()
        except BaseException:
            if self._still_waiting():  # else nobody would ever be woken again
                self._wake()
            raise
        return False

    def _take(self) -> Any:
        with self._lock:
            if self._urgent:
                self._taken += 1
                return self._urgent.popleft()
            if self._samples:
                return self._samples.pop(next(iter(self._samples)))
            self._awake = False
            return None

    def _still_waiting(self) -> bool:
        with self._lock:
            self._awake = bool(self._urgent or self._samples)
            return self._awake
