"""How late the window's loop runs: a precise 10 ms timer, its lateness per minute, and where it hangs.

The timer belongs to the GUI thread; a watch thread looks at it and writes down the GUI thread's stack while it hangs.
"""

from __future__ import annotations

import logging
import threading
import time

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from console.announce import Announcer, WindowLate
from console.guardian import stacks

log = logging.getLogger(__name__)

PERIOD_MS = 10
LATE_MS = 100.0
TOO_LATE_MS = 16.0  # so long a picture of 60 a second lasts
MINUTE_S = 60.0


class Heartbeat(QObject):
    """Announces `WindowLate`: each minute or `every_s` with p50/p95/p99/max, at once for each lateness over 100 ms."""

    def __init__(self, announcer: Announcer, every_s: float = MINUTE_S, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._every_s = every_s
        self._announcer = announcer
        self._late: list[float] = []
        self._last = self._minute = time.monotonic()
        self._watch = Watch(threading.get_ident())
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(PERIOD_MS)
        self._timer.timeout.connect(self.on_beat)

    def start(self) -> None:
        self._last = self._minute = time.monotonic()
        self._watch.start()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._watch.stop()
        self.report()

    @Slot()
    def on_beat(self) -> None:
        now = time.monotonic()
        late = max(0.0, (now - self._last) * 1000 - PERIOD_MS)
        self._last = now
        self._watch.beat()
        self._late.append(late)
        if late > LATE_MS:
            self._announce([late])
        if now - self._minute >= self._every_s:
            self._minute = now
            self.report()

    def report(self) -> None:
        """Announce the figures gathered since the last report."""
        late, self._late = sorted(self._late), []
        if late:
            self._announce(late)

    def _announce(self, late: list[float]) -> None:
        p50, p95, p99 = (round(late[min(len(late) - 1, int(len(late) * q))], 1) for q in (0.5, 0.95, 0.99))
        too_late = sum(one > TOO_LATE_MS for one in late)
        self._announcer.publish(
            WindowLate(
                beats=len(late), too_late=too_late, p50_ms=p50, p95_ms=p95, p99_ms=p99, max_ms=round(late[-1], 1)
            )
        )


class Watch:
    """Logs the stack of a thread that has not beaten for 100 ms, once for each time it hangs."""

    def __init__(self, watched: int, late_ms: float = LATE_MS) -> None:
        self._watched = watched
        self._late_s = late_ms / 1000
        self._last = time.monotonic()
        self._told = False
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="heartbeat", daemon=True)

    def start(self) -> None:
        self.beat()
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def beat(self) -> None:
        """The watched thread says that it lives."""
        self._last = time.monotonic()
        self._told = False

    def _run(self) -> None:
        while not self._stop.wait(self._late_s / 2):
            if not self._told and time.monotonic() - self._last > self._late_s:
                self._told = True
                self._tell()

    def _tell(self) -> None:
        log.warning("the window loop hangs in (innermost call first):\n%s", stacks.of_thread(self._watched).rstrip())
