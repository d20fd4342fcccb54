"""The pump without Qt: the console runs headless on the thread that calls `run`."""

from __future__ import annotations

import logging
import signal
import threading
from collections import deque
from collections.abc import Callable
from types import FrameType

from console.app import Console
from console.clock import Clock
from console.errors import CommandRefused
from console.inbox import Inbox

log = logging.getLogger(__name__)

RELOAD, APPLY = signal.SIGHUP, signal.SIGUSR1  # read the site folder again; apply what was read
LONGEST_WAIT_S = 1.0  # signals and deadlines set from inside a handler are noticed at least this often


class Loop:
    """Waits for the inbox, the next deadline or the end."""

    def __init__(self, console: Console, inbox: Inbox, clock: Clock) -> None:
        self._console = console
        self._inbox = inbox
        self._clock = clock
        self._woken = threading.Event()
        self._stopping = False
        self._signals: deque[int] = deque()

    def notice(self, number: int) -> None:
        """A signal came that concerns the console; obeyed soon, on the desk thread. For signal handlers."""
        self._signals.append(number)
        self._woken.set()

    def stop(self) -> None:
        """End `run` soon. Any thread, also from a signal handler."""
        self._stopping = True
        self._woken.set()

    def run(self) -> None:
        """Pump until `stop`."""
        self._inbox.on_wake(self._woken.set)
        while not self._stopping:
            self._woken.clear()
            while self._signals:
                obey(self._console, self._signals.popleft())
            self._clock.run_due()
            if self._inbox.drain(self._console.handle, self._console.failed):
                continue
            next_ms = self._clock.next_in_ms()
            wait_s = LONGEST_WAIT_S if next_ms is None else min(next_ms / 1000, LONGEST_WAIT_S)
            if not self._stopping:
                self._woken.wait(wait_s)


def obey(console: Console, number: int) -> None:
    """Do what a signal asks for (RELOAD, APPLY); nobody waits for an answer, so a refusal is logged. Desk thread."""
    try:
        if number == RELOAD:
            console.revising.ask()
        elif number == APPLY:
            console.revising.apply("command")
    except CommandRefused as refused:
        log.warning("signal %s refused: %s", signal.Signals(number).name, refused)


def on_site_signals(notice: Callable[[int], None]) -> None:
    """RELOAD and APPLY go to `notice`, which must be fit for a signal handler."""
    for number in (RELOAD, APPLY):
        signal.signal(number, lambda number, _frame: notice(number))


def stop_on_signals(stop: Callable[[], None]) -> None:
    """SIGTERM and SIGINT end the program in order."""

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        stop()

    signal.signal(signal.SIGTERM, on_signal)
    signal.signal(signal.SIGINT, on_signal)
