"""From any thread into the loop of the voice process: what is posted is taken there, in order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

from PySide6.QtCore import QSocketNotifier

Item = TypeVar("Item")


class Crossing(Generic[Item]):
    """`take` is called on the thread that made this."""

    def __init__(self, take: Callable[[Item], None]) -> None:
        self._take = take
        self._waiting: deque[Item] = deque()
        self._wake = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
        self._notifier = QSocketNotifier(self._wake, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._drain)

    def post(self, item: Item) -> None:
        """Any thread."""
        self._waiting.append(item)
        os.eventfd_write(self._wake, 1)

    def _drain(self) -> None:
        with suppress(BlockingIOError):
            os.eventfd_read(self._wake)
        while self._waiting:
            self._take(self._waiting.popleft())
