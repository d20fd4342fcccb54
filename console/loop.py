"""The pump without Qt: the console runs headless on the thread that calls `run`."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from types import FrameType

from console.app import Console
from console.clock import Clock
from console.inbox import Inbox

LONGEST_WAIT_S = 1.0  # signals and deadlines set from inside a handler are noticed at least this often


class Loop:
    """Waits for the inbox, the next deadline or the end."""

    def __init__(self, console: Console, inbox: Inbox, clock: Clock) -> None:
        self._console = console
        self._inbox = inbox
        self._clock = clock
        self._woken = threading.Event()
        self._stopping = False

    def stop(self) -> None:
        """End `run` soon. Any thread, also from a signal handler."""
        self._stopping = True
        self._woken.set()

    def run(self) -> None:
        """Pump until `stop`."""
        self._inbox.on_wake(self._woken.set)
        while not self._stopping:
            self._woken.clear()
            self._clock.run_due()
            if self._inbox.drain(self._console.handle, self._console.failed):
                continue
            next_ms = self._clock.next_in_ms()
            wait_s = LONGEST_WAIT_S if next_ms is None else min(next_ms / 1000, LONGEST_WAIT_S)
            if not self._stopping:
                self._woken.wait(wait_s)


def stop_on_signals(stop: Callable[[], None]) -> None:
    """SIGTERM and SIGINT end the program in order."""

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        stop()

    signal.signal(signal.SIGTERM, on_signal)
    signal.signal(signal.SIGINT, on_signal)
