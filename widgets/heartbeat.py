"""How late the window's loop runs: a precise 10 ms timer, its lateness per minute, and the stack when it hangs."""

from __future__ import annotations

import faulthandler
import logging
import sys
import time
from io import TextIOWrapper

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from console.announce import Announcer, WindowLate

log = logging.getLogger(__name__)

PERIOD_MS = 10
LATE_MS = 100.0
MINUTE_S = 60.0


class Heartbeat(QObject):
    """Announces `WindowLate` with p50/p95/p99/max each minute; each lateness over 100 ms is logged at once."""

    def __init__(self, announcer: Announcer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._announcer = announcer
        self._late: list[float] = []
        self._last = time.monotonic()
        self._minute = self._last
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(PERIOD_MS)
        self._timer.timeout.connect(self.on_beat)

    def start(self) -> None:
        self._last = self._minute = time.monotonic()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        if isinstance(sys.__stderr__, TextIOWrapper):
            faulthandler.cancel_dump_traceback_later()

    @Slot()
    def on_beat(self) -> None:
        now = time.monotonic()
        late = max(0.0, (now - self._last) * 1000 - PERIOD_MS)
        self._last = now
        self._late.append(late)
        if late > LATE_MS:
            log.warning("window loop was %.0f ms late", late)
        if now - self._minute >= MINUTE_S:
            self._minute = now
            self.report()

    def report(self) -> None:
        """Announce the figures gathered since the last report."""
        if not self._late:
            return
        late, self._late = sorted(self._late), []
        pick = [round(late[min(len(late) - 1, int(len(late) * q))], 1) for q in (0.5, 0.95, 0.99)]
        self._announcer.publish(WindowLate(p50_ms=pick[0], p95_ms=pick[1], p99_ms=pick[2], max_ms=round(late[-1], 1)))
