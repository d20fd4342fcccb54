"""Looks at a widget after each painting of it, when that has reached the screen. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget


class AfterPaint(QObject):
    """Calls `look` on the next turn of the loop, once for however many paintings of one turn."""

    def __init__(self, painted: QWidget, look: Callable[[], None]) -> None:
        super().__init__(painted)
        self._look = look
        self._is_due = False
        painted.installEventFilter(self)

    def eventFilter(self, _painted: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._is_due:
            self._is_due = True
            QTimer.singleShot(0, self, self.on_turn)
        return False

    @Slot()
    def on_turn(self) -> None:
        self._is_due = False
        self._look()
