"""The only bridge from other threads to the desks: a queued wake, then the inbox is drained for at most 4 ms a turn."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from console.app import Console
from console.clock import Clock
from console.inbox import Inbox

TICK_MS = 50  # deadlines are looked at this often


class Pump(QObject):
    """Lives on the GUI thread; `woken` may be emitted from any thread."""

    woken = Signal()

    def __init__(self, console: Console, inbox: Inbox, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._inbox = inbox
        self._clock = clock
        self.woken.connect(self.on_woken, Qt.ConnectionType.QueuedConnection)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.on_tick)

    def start(self) -> None:
        self._tick.start()
        self._inbox.on_wake(self.woken.emit)

    def stop(self) -> None:
        self._inbox.on_wake(lambda: None)
        self._tick.stop()

    @Slot()
    def on_woken(self) -> None:
        if self._inbox.drain(self._console.handle, self._console.failed):
            self.woken.emit()

    @Slot()
    def on_tick(self) -> None:
        self._clock.run_due()
