"""Whether a hand is on the alarm table: a pressed pointer, a drag, keys just used in it. Then no row moves under it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from console.clock import Clock, Deadline

KEYS_MS = 4_000  # after the last key, click or turn of the wheel in the table
POINTER_MS = 20_000  # a button that is held longer is stuck


class Hand(QObject):
    """`row` tells which row it is on. `left` is emitted once when it is gone."""

    left = Signal()

    def __init__(self, clock: Clock, hold: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._hold = hold
        self._due: Deadline | None = None
        self._is_pressed = False

    @property
    def is_on(self) -> bool:
        return self._due is not None

    def press(self) -> None:
        """A button of the pointer went down in the table; whatever is dragged, it stays down."""
        self._is_pressed = True
        self._stay(POINTER_MS)

    def release(self) -> None:
        self._is_pressed = False
        self._stay(KEYS_MS)

    def touch(self) -> None:
        """A key was used in the table, or its chosen row was acted on."""
        if not self._is_pressed:
            self._stay(KEYS_MS)

    def leave(self) -> None:
        """The keys went elsewhere: what had to wait is made good at once."""
        if not self._is_pressed:
            self._end()

    def _stay(self, ms: int) -> None:
        if self._due is not None:
            self._due.cancel()
        self._due = self._clock.after(ms, self._end)
        self._hold()

    def _end(self) -> None:
        if self._due is None:
            return
        self._due.cancel()
        self._due, self._is_pressed = None, False
        self.left.emit()
