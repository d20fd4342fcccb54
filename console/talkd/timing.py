"""Timers of the voice process: precise ones, since a coarse timer may be 5 % late."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer


def precise(every_ms: int, call: Callable[[], None]) -> QTimer:
    """A timer that is not started yet."""
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(every_ms)
    timer.timeout.connect(call)
    return timer
