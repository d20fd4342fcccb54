"""How often something that costs much is painted anew while alarms pour in. GUI thread.

At rest every change is shown at once. In a flood the first one is, and what comes within the pause after it is shown
together at its end: a plan that is painted for each of a thousand alarms leaves no time for their rows.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Slot

LEAST_MS, MOST_MS = 250, 2_000
AGAIN_MS = 100
SHARE = 50  # the pause is so many times what the last painting took
APART = 0.618  # of a round: the next timer comes so much later, and however many there are, they lie far apart


class Pace(QObject):
    """`act` shows what has changed; `is_flood` says whether there is reason to wait."""

    def __init__(self, act: Callable[[], None], is_flood: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._act = act
        self._is_flood = is_flood
        self._is_asked = False
        self._took_ms = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.on_pause_over)

    def ask(self) -> None:
        """Something has changed."""
        if not self._is_flood():
            self._act()
        elif self._timer.isActive():
            self._is_asked = True
        else:
            self._go()

    def painted(self, since: float) -> None:
        """It was painted; that began at this `time.perf_counter()`."""
        self._took_ms = (time.perf_counter() - since) * 1000

    def _go(self) -> None:
        self._is_asked = False
        self._timer.start(round(min(MOST_MS, max(LEAST_MS, SHARE * self._took_ms))))
        self._act()

    @Slot()
    def on_pause_over(self) -> None:
        if self._is_asked:
            self._go()


class Soon(QObject):
    """`act` is called in the next turn of the loop, once for however many asked for it, and again a tenth of a second
    later at the earliest.
    """

    def __init__(self, act: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._act = act
        self._began = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.on_turn)

    def ask(self) -> None:
        """Something has changed."""
        if not self._timer.isActive():
            since_ms = (time.monotonic() - self._began) * 1000
            self._timer.start(max(0, round(AGAIN_MS - since_ms)))

    @Slot()
    def on_turn(self) -> None:
        self._began = time.monotonic()
        self._act()


class Steady(QTimer):
    """Comes round every `every_ms`, at a time of its own.

    Qt lets timers of one interval come in the same turn, and paints all that they changed in one go: a few milliseconds
    each, which together hold the window up.
    """

    _numbers = itertools.count(1)

    def __init__(self, every_ms: int, act: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.every_ms = every_ms
        self._offset = next(self._numbers) * APART % 1.0
        self.setTimerType(Qt.TimerType.PreciseTimer)
        self.timeout.connect(self.on_round)
        self.timeout.connect(act)

    def begin(self) -> None:
        """The first time within one round."""
        self.start(max(1, round(self.every_ms * self._offset)))

    @Slot()
    def on_round(self) -> None:
        if self.interval() != self.every_ms:
            self.setInterval(self.every_ms)
