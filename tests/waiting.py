"""How a test waits for a fact: the one place in the suite that polls, and it never sleeps longer than 10 ms."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

POLL_S = 0.005


def wait_until(predicate: Callable[[], T], timeout: float = 10.0, what: str = "") -> T:
    """Return the first true value of `predicate`; fail after `timeout` seconds, saying what never became true.

    On the GUI thread Qt's events are processed between two looks, so queued signals and timers keep running.
    """
    pause = threading.Event()
    end = time.monotonic() + timeout
    while not (value := predicate()):
        if time.monotonic() >= end:
            raise AssertionError(f"waited {timeout:g} s in vain for {what or predicate}")
        _run_qt_events()
        pause.wait(POLL_S)
    return value


def _run_qt_events() -> None:
    qt = sys.modules.get("PySide6.QtCore")
    if qt is None or threading.current_thread() is not threading.main_thread():
        return
    app = qt.QCoreApplication.instance()
    if app is not None:
        app.processEvents()
