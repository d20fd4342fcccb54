"""The only bridge from other threads to the desks: a queued wake, then the inbox is drained for at most 4 ms a turn.

It also says when the desk thread is at work: from `begin_work` until the loop turns round to wait for what is next.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Qt, QTimer, Signal, SignalInstance, Slot

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
        for turned in self._turns():
            turned.connect(self.on_turn_over)
        self._inbox.on_wake(self.woken.emit)

    def stop(self) -> None:
        self._inbox.on_wake(lambda: None)
        self._tick.stop()
        for turned in self._turns():
            turned.disconnect(self.on_turn_over)
        self.on_turn_over()

    @staticmethod
    def _turns() -> tuple[SignalInstance, ...]:
        """What the loop emits between two turns: one kind of loop the one before it waits, the other the other."""
        loop = QAbstractEventDispatcher.instance()
        return loop.aboutToBlock, loop.awake

    @Slot()
    def begin_work(self) -> None:
        """Something begins that takes milliseconds: a painting, what waits in the inbox."""
        self._inbox.is_desk_at_work = True

    @Slot()
    def on_turn_over(self) -> None:
        self._inbox.is_desk_at_work = False

    @Slot()
    def on_woken(self) -> None:
        self.begin_work()
        if self._inbox.drain(self._console.handle, self._console.failed):
            self.woken.emit()

    @Slot()
    def on_tick(self) -> None:
        self.begin_work()
        self._clock.run_due()
