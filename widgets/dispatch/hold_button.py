"""A button that acts only when it is held for a second: a bar along its foot fills while it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from console.clock import Clock, Deadline
from widgets import theme

HOLD_MS = 1_000
BAR = 4
REPAINT_MS = 33


class HoldButton(QPushButton):
    """`held` after a second of mouse, Space or Enter; let go before that nothing has happened."""

    held = Signal()
    let_go = Signal()  # too early

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._due: Deadline | None = None
        self._since_ns = 0
        self._repaint = QTimer(self)
        self._repaint.setInterval(REPAINT_MS)
        self._repaint.timeout.connect(self.update)
        self.pressed.connect(self.on_pressed)
        self.released.connect(self.on_released)

    def on_pressed(self) -> None:
        self._since_ns = self._clock.monotonic_ns()
        self._due = self._clock.after(HOLD_MS, self.on_due)
        self._repaint.start()

    def on_released(self) -> None:
        early = self._stop()
        if early:
            self.let_go.emit()

    def on_due(self) -> None:
        self._stop()
        self.setDown(False)
        self.held.emit()

    def share(self) -> float:
        """How much of the second has passed, 0…1."""
        if self._due is None:
            return 0.0
        return min(1.0, (self._clock.monotonic_ns() - self._since_ns) / (HOLD_MS * 1_000_000))

    def _stop(self) -> bool:
        """Whether it was being held."""
        due, self._due = self._due, None
        self._repaint.stop()
        self.update()
        if due is None:
            return False
        due.cancel()
        return True

    # ---- hands ----

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter holds like Space; a repeated key holds on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat() and not self.isDown():
                self.setDown(True)
                self.pressed.emit()
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat() and self.isDown():
                self.setDown(False)
                self.released.emit()
            return
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._stop()
        self.setDown(False)
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            self._stop()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if share := self.share():
            painter = QPainter(self)
            run = round((self.width() - 2) * share)
            painter.fillRect(1, self.height() - BAR - 1, run, BAR, theme.colour("text.hi"))
            painter.end()
