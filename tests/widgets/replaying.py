"""The video process as far as instant replay goes: takes orders of a desk, and says what a real one would say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from console.model import CameraId
from console.ports import ClipTrouble
from console.rewinds import (
    AskMemory,
    BeginRewind,
    KeepRewind,
    Memory,
    MemoryTold,
    PaceRewind,
    PauseRewind,
    PictureSnapped,
    RewindAt,
    RewindOrder,
    RewindUnkept,
    SeekRewind,
    Shortage,
    SnapPicture,
    StepRewind,
)
from tests.widgets.desk import Desk
from widgets.rewind.bar import RewindBar

SECOND = 1_000_000_000
FRAME = SECOND // 15
MEMORY = MemoryTold(
    400 << 20, 12 << 20, 1024 << 20, 60,
    (
        Memory("C-1", 58.0, 60.0, 3 << 20, Shortage.NONE),
        Memory("C-3", 31.0, 31.0, 2 << 20, Shortage.PART),
        Memory("C-2", 0.0, 0.0, 1000, Shortage.NOT_HOT),
    ),
)  # fmt: skip


class Past:
    """`answers`: orders are obeyed by themselves, as soon as Qt's loop turns."""

    def __init__(self, desk: Desk, *, answers: bool = False) -> None:
        self.desk = desk
        self.orders: list[RewindOrder] = []
        self._answers = answers
        self._at: RewindAt | None = None
        desk.console.sight.rewinding.connect(self.take)
        desk.clock.advance(600_000)
        desk.settle()

    @property
    def bar(self) -> RewindBar:
        bar = self.desk.window.rewind.over.bar
        assert bar is not None
        return bar

    # ---- what is ordered ----

    def take(self, order: RewindOrder) -> None:
        self.orders.append(order)
        if self._answers:
            for word in self._words(order):
                QTimer.singleShot(0, self.desk.window, lambda w=word: self.hear(w))

    def _words(self, order: RewindOrder) -> Sequence[object]:
        now = self.desk.clock.monotonic_ns()
        if isinstance(order, BeginRewind):
            self._at = RewindAt(order.rewind, order.at_ns, now - 58 * SECOND, now, 2.0, is_paused=True)
        elif isinstance(order, KeepRewind):
            return (RewindUnkept(CameraId(order.camera), order.path, ClipTrouble.DISK_FULL, ""),)
        elif isinstance(order, SnapPicture):
            return (PictureSnapped(order.snap, f"{order.path}_at_x.png", "e" * 64, 1),)
        elif isinstance(order, AskMemory):
            return (MEMORY,)
        elif self._at is not None:
            self._at = self._steered(self._at, order)
        return (self._at,) if self._at is not None else ()

    def _steered(self, at: RewindAt, order: RewindOrder) -> RewindAt:
        match order:
            case SeekRewind():
                return replace(at, at_ns=order.at_ns, seek=order.seek)
            case StepRewind():
                return replace(at, at_ns=at.at_ns + order.frames * FRAME)
            case PaceRewind():
                return replace(at, rate=order.rate)
            case PauseRewind():
                return replace(at, is_paused=order.is_paused)
            case _:
                return at

    # ---- what is said ----

    def hear(self, word: object) -> None:
        self.desk.console.sight.rewinding.takers()[type(word)](word)

    def go(self, back_s: float, *, is_paused: bool = True) -> RewindAt:
        """It says that it is so many seconds ago now."""
        now, number = self.desk.clock.monotonic_ns(), self.desk.console.sight.rewinding.rewind.number
        seek = max((order.seek for order in self.orders if isinstance(order, SeekRewind)), default=0)
        at = RewindAt(number, now - round(back_s * SECOND), now - 58 * SECOND, now, 1.0, is_paused, seek)
        self.hear(at)
        self.desk.settle()
        return at

    # ---- what the operator does ----

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """In the bar while it is there; Esc is the desk's."""
        bar = self.desk.window.rewind.over.bar
        is_up = bar is not None and bar.isVisible() and key != Qt.Key.Key_Escape
        QTest.keyClick(bar if bar is not None and is_up else self.desk.window, key, modifiers)
        self.desk.settle()

    def open(self, back_s: float = 12.0) -> RewindAt:
        """The replay of the selected tile, twelve seconds ago."""
        self.press(Qt.Key.Key_Space)
        return self.go(back_s)


def looked_back(desk: Desk) -> None:
    """The large picture is a replay, obeyed as by a real one."""
    Past(desk, answers=True).press(Qt.Key.Key_Space)
    desk.settle()
