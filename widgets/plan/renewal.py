"""Work that is done in steps, one in each turn of the loop, so that nothing urgent has to wait for all. GUI thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Slot


class Renewal(QObject):
    """`done` is called after the last step with how long all of them took, s."""

    def __init__(self, done: Callable[[float], None], parent: QObject) -> None:
        super().__init__(parent)
        self._done = done
        self._steps: Iterator[None] | None = None
        self._spent_s = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.on_turn)

    @property
    def is_running(self) -> bool:
        return self._steps is not None

    def begin(self, steps: Iterator[None]) -> None:
        """Do these, from the next turn on, instead of whatever was under way."""
        self._steps, self._spent_s = steps, 0.0
        self._timer.start()

    def give_up(self) -> None:
        """What is under way is of no use any more."""
        self._steps = None
        self._timer.stop()

    @Slot()
    def on_turn(self) -> None:
        steps = self._steps
        if steps is None:
            return
        began = time.perf_counter()
        is_over = next(steps, self) is self
        self._spent_s += time.perf_counter() - began
        if is_over and self._steps is steps:
            self.give_up()
            self._done(self._spent_s)
