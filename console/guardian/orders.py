"""Signals to the guardian: those that end it are remembered, all are passed on to the console. Main thread."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

TO_END = (signal.SIGTERM, signal.SIGINT)
PASSED_ON = (*TO_END, signal.SIGHUP, signal.SIGUSR1)  # the last two: read the site folder again, apply it


class Orders:
    """`fd` is readable when one came; once told to end it stays `is_ended`."""

    def __init__(self) -> None:
        self.is_ended = False
        self.fd, write = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        signal.set_wakeup_fd(write)
        for number in PASSED_ON:
            signal.signal(number, lambda _number, _frame: None)

    def heard(self) -> Iterator[int]:
        """What is to be passed on now; of those that end it the first alone: a console that closes down may finish."""
        try:
            numbers = os.read(self.fd, 64)
        except BlockingIOError:
            return
        for number in numbers:
            if number in PASSED_ON and not (number in TO_END and self.is_ended):
                self.is_ended = self.is_ended or number in TO_END
                yield number
